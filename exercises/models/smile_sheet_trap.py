"""Smile-sheet trap: what do the scores of the training day tell about month six? In these made-up units, next to nothing.

The table is made up. From research it takes one direction: salespeople in two firms
liked a tool after training, and six months later it was widely rejected (`E37`). The
trap has two sides: a high score predicts nothing here, and a low one does not either.
"""

from __future__ import annotations

from exercises import library
from exercises.exercise import Answers, Example, Exercise, Feedback, Field, Finding, Mistake, Table
from exercises.library import TrainedUnit
from exercises.models import who
from exercises.text import shortened
from exercises.text.measures import about_measure

_CLOSE = 0.2
"""Training scores that lie no farther apart than this are nearly the same."""


def check(answers: Answers) -> Feedback:
    """Hold the two bets against month six, then read the learner's own measure."""
    units = {one.unit: one for one in library.training_and_month_six()}
    best, worst = units.get(str(answers["best"])), units.get(str(answers["worst"]))
    if best is None or worst is None:
        says = "Bet first, on both: which unit does most of its tasks in the tool in month six, and which one least? Then you will see it."
        return Feedback(
            "Your bets are missing.", (Finding("bets-missing", "ask", says, field="worst" if best else "best"),)
        )
    order = sorted(units.values(), key=lambda one: -one.tasks_in_tool_percent)
    found = [*_bets(best, worst, order), _little(order)]
    measure = _measure(answers)
    found += sorted(measure, key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    return Feedback(
        f"Most tasks in the tool: {order[0].unit}, {order[0].training_score} on the training day. Fewest: {order[-1].unit}, "
        f"{order[-1].training_score}. All of it is made up.",
        tuple(found), tables=(_table(),), drawing=_drawing(best, worst),
    )  # fmt: skip


def _bets(best: TrainedUnit, worst: TrainedUnit, order: list[TrainedUnit]) -> list[Finding]:
    if best == worst:
        says = f"You bet on {best.unit} twice, as best and as worst. That cannot be lost, and it cannot be won."
        return [Finding("bet-twice", "change", says, field="worst")]
    won = (best == order[0]) + (worst == order[-1])
    if won == 2:
        says = "You won both bets. What told you? The scores could not; if it was luck, say so, and if it was a suspicion against the scores, read on."
        return [Finding("bets-won", "note", says, field="best")]
    says = f"You won {('neither bet', 'one of two bets')[won]}: {_place(best, order)}; {_place(worst, order)}."
    found = [Finding("bets-lost", "note", says, field="best")]
    scores = sorted((one.training_score for one in order), reverse=True)
    if best.training_score <= scores[-2] and worst.training_score >= scores[1]:
        says = (
            "You bet against the scores: the less they smiled, the better. That rule does no better than the other one."
        )
        found.append(Finding("bets-turned", "note", says, field="best"))
    return found


def _place(unit: TrainedUnit, order: list[TrainedUnit]) -> str:
    place = order.index(unit) + 1
    return f"{unit.unit} comes in at place {place} of {len(order)}, with {unit.tasks_in_tool_percent} percent"


def _little(order: list[TrainedUnit]) -> Finding:
    """Two units of nearly one score and very different months six: the score tells little, up or down."""
    pairs = [(a, b) for a in order for b in order if abs(a.training_score - b.training_score) <= _CLOSE]
    a, b = max(pairs, key=lambda two: two[0].tasks_in_tool_percent - two[1].tasks_in_tool_percent)
    says = (
        f"{a.unit} ({a.training_score}) and {b.unit} ({b.training_score}) smiled alike and lie {a.tasks_in_tool_percent - b.tasks_in_tool_percent} "
        "points apart in month six. High or low, the score tells little."
    )
    why = (
        "In a study of two sales forces people liked a tool after training and widely rejected it at month six. "
        "It had no comparison group that we could confirm, so do not say that the tool made people leave."
    )
    return Finding("little-told", "note", says, why, "E37")


def _measure(answers: Answers) -> list[Finding]:
    given = " ".join(str(answers["measure"]).split())
    role = who.role_name(answers)
    found = []
    about = about_measure(given, "measure")
    if about is None:
        says = f"Now for the role of {role}: which share of which task would show that the work is really done in the system?"
        return [Finding("measure-missing", "ask", says, field="measure")]
    found.append(about)
    if not str(answers["counted"]).strip():
        says = "Who can count it without a new form? If it costs them work, they will count something easier."
        found.append(Finding("counted-missing", "ask", says, field="counted"))
    pair = who.pair(answers)
    if pair is not None and about.verdict != "change":
        says = f"The library has this one for the role of {role}: “{shortened(pair.personal_measure, 80)}”. It measures their gain; yours should show their use. Would the two move together?"
        found.append(Finding("library-measure", "note", says))
    return found


def _table() -> Table:
    units = sorted(library.training_and_month_six(), key=lambda one: -one.training_score)
    return Table(
        "Training score of 5; then month six: tasks done in the tool, own lists, people who left (made up)",
        ("Unit", "Score", "In tool", "Lists", "Left"),
        tuple(
            (one.unit, str(one.training_score), f"{one.tasks_in_tool_percent} %", str(one.own_lists), f"{one.left} of {one.people}")
            for one in units
        ),
    )  # fmt: skip


def _drawing(best: TrainedUnit, worst: TrainedUnit) -> dict[str, object]:
    """A point a unit: its training score across, its share of tasks in month six upwards; the bets have shapes of their own."""
    bets = {best.unit: "bet as best", worst.unit: "bet as worst"}
    units = library.training_and_month_six()
    values = [
        {"unit": one.unit, "score": one.training_score, "share": one.tasks_in_tool_percent / 100, "bet": bets.get(one.unit, "no bet")}
        for one in units
    ]  # fmt: skip
    kinds = ["bet as best", "bet as worst", "no bet"]
    at: dict[str, object] = {
        "x": {"field": "score", "type": "quantitative", "title": "Score on the training day, of 5", "scale": {"domain": [3, 5]}, "axis": {"tickCount": 5}},
        "y": {"field": "share", "type": "quantitative", "title": "Tasks done in the tool, month six", "scale": {"domain": [0, 1]}, "axis": {"format": ".0%", "tickCount": 5}},
    }  # fmt: skip
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": (
            f"{len(units)} made-up units as points: score on the training day across, share of tasks done in the tool in month six upwards. "
            "The points show no slope. The table above holds every value."
        ),
        "width": "container",
        "height": 280,
        "data": {"values": values},
        "encoding": at,
        "layer": [
            {"mark": {"type": "point", "filled": True, "size": 120, "opacity": 1},
             "encoding": {
                 "shape": {"field": "bet", "type": "nominal", "title": None, "legend": {"orient": "top"},
                           "scale": {"domain": kinds, "range": ["triangle-up", "triangle-down", "circle"]}},
                 "color": {"field": "bet", "type": "nominal", "title": None, "scale": {"domain": kinds}},
             }},
            {"mark": {"type": "text", "dy": -12, "fontSize": 12}, "encoding": {"text": {"field": "unit", "type": "nominal"}}},
        ],
    }  # fmt: skip


def _options() -> tuple[tuple[str, str], ...]:
    units = sorted(library.training_and_month_six(), key=lambda one: -one.training_score)
    return (("", "Choose …"), *((one.unit, f"{one.unit}: {one.training_score} of 5") for one in units))


EXERCISE = Exercise(
    id="smile-sheet-trap",
    title="Smile-sheet trap",
    task="Bet from the scores of the training day which unit will use its tool most and least in month six, then write a measure of real use for your role.",
    minutes=8,
    numbers="made up",
    fields=(
        Field("best", "Which unit does most of its tasks in the tool in month six?", "choice", options=_options(), group="Your bets",
              help="Beside each unit: how it liked the training day, 5 is best."),
        Field("worst", "Which unit does fewest?", "choice", options=_options(), group="Your bets"),
        *who.fields("One measure for your role"),
        Field("measure", "What would show, in month six, that this role really works with it?", "text", rows=2,
              placeholder="Share of repair jobs whose parts were ordered from the tablet", group="One measure for your role"),
        Field("counted", "Who can count it, from what that is there anyway?", placeholder="the stores lead, from the order list of one week", group="One measure for your role"),
    ),
    hints=(
        "What did the people on the training day know about Tuesday of week nine?",
        "For the measure, take one task that the role must do anyway. Where could it be done, if not in the system?",
        "Worked solution: the scores do not settle either bet; Sales Export (3.9) does most, Sales East (4.4) least. A measure for a field seller: "
        "“share of visits whose next step stands in the CRM the next morning”, counted by sales operations from ten calendars.",
    ),
    example=Example(
        {
            "best": "Sales South", "worst": "Service Sales", "role": "field_salesperson", "technology": "crm",
            "measure": "Share of visits whose next step stands in the CRM the next morning",
            "counted": "the sales operations lead, from ten calendars of one week",
        },
        ("bets-lost", "little-told", "measure-work", "library-measure"),
    ),
    mistakes=(
        Mistake("looks before it bets", {"best": "Sales North"}, ("bets-missing",)),
        Mistake("trusts the smiles, and counts logins", {"best": "Sales North", "worst": "Service Sales", "measure": "Logins per week"},
                ("bets-lost", "little-told", "measure-logins", "counted-missing")),
        Mistake("turns the rule round", {"best": "Service Sales", "worst": "Sales North", "measure": "Satisfaction with the tool", "counted": "HR, by survey"},
                ("bets-lost", "bets-turned", "little-told", "measure-satisfaction")),
        Mistake("the same unit twice", {"best": "Sales East", "worst": "Sales East"}, ("bet-twice", "little-told", "measure-missing")),
        Mistake("counts who was taught", {"best": "Sales South", "worst": "Sales West", "measure": "90% of the team trained", "counted": "HR"},
                ("bets-lost", "little-told", "measure-trainings")),
        Mistake("one word for a measure", {"best": "Sales Export", "worst": "Sales East", "measure": "usage", "counted": "IT", "technology": "other"},
                ("bets-won", "little-told", "measure-short")),
    ),
    check=check,
    check_label="Show month six",
)  # fmt: skip
