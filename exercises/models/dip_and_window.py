"""Dip and window planner: hours of support after go-live, a re-opening, two checks and three early warnings.

The arithmetic is a toy and stands in support_toy.py. It shows what follows from the
learner's own assumptions, and how much of it changes when they are wrong.
"""

from __future__ import annotations

from exercises.exercise import Answer, Answers, Example, Exercise, Feedback, Field, Finding, Meter, Mistake, Table
from exercises.models.support_toy import BLOCKS, IRRITATIONS, PATTERNS, PLANNED, WEEKS, Course, by_block, course
from exercises.text import shortened, words
from exercises.text.days import read_day
from exercises.text.measures import about_measure

_OWN = ("own_1", "own_2", "own_3", "own_4", "own_5")
_MEASURES = ("measure_1", "measure_2", "measure_3")
_CHECKS = (("week_3", "Week three", 14, 28), ("month_6", "Month six", 150, 215))
"""Field, name, and between how many days after go-live the check is what its name says."""


_FEW = 0.2
"""Share of the irritations fixed in half a year below which the time of the help hardly matters."""


def blocks_of(answers: Answers) -> tuple[float, ...]:
    """Hours in the five blocks of weeks, from a pattern or from the learner's own numbers."""
    if answers["pattern"] in PATTERNS:
        return by_block(str(answers["pattern"]), float(answers["hours"]))
    return tuple(float(answers[name]) for name in _OWN)


def _run(answers: Answers, blocks: tuple[float, ...], factor: float = 1) -> Course:
    return course(
        blocks, float(answers["dip"]), float(answers["half_life"]) * factor, int(answers["reopen"]), float(answers["reopen_hours"])
    )  # fmt: skip


def _other(answers: Answers, blocks: tuple[float, ...]) -> tuple[str, Course]:
    """The plan to compare with: the same hours spread evenly, or early where the learner's are even."""
    even = by_block("flat", sum(blocks))
    if all(abs(own - other) < 1 for own, other in zip(blocks, even, strict=True)):
        return "early", _run(answers, by_block("front", sum(blocks)))
    return "spread evenly", _run(answers, even)


def live(answers: Answers) -> Feedback:
    """What the toy makes of the plan, beside the same hours at other times."""
    blocks = blocks_of(answers)
    plan, (name, other) = _run(answers, blocks), _other(answers, blocks)
    return Feedback(
        f"A toy, with your assumptions: {_hours(sum(blocks))} over {PLANNED} weeks.",
        meters=(
            *(
                Meter(f"Fixed by week {week}", plan.share_fixed(week), 0, 1, f"{_percent(plan, week)} (same hours {name}: {_percent(other, week)})")
                for week in (4, PLANNED, WEEKS)
            ),
            Meter("Work lost in half a year", plan.lost, 0, WEEKS, f"{plan.lost:.1f} weeks for each user (same hours {name}: {other.lost:.1f})"),
        ),
    )  # fmt: skip


def _percent(of: Course, week: int) -> str:
    return f"{of.share_fixed(week):.0%}"


def check(answers: Answers) -> Feedback:
    """Read the plan: when the help comes, when the window is opened again, who looks, and at what."""
    blocks = blocks_of(answers)
    total = sum(blocks)
    if not total:
        says = "No hours yet. Give a number for all twelve weeks, or your own for each block."
        return Feedback("There is no plan to draw yet.", (Finding("hours-missing", "ask", says, field="hours"),))
    plan, (name, other) = _run(answers, blocks), _other(answers, blocks)
    found = [
        *_loaded(blocks, total, plan),
        *_assumed(answers, blocks),
        *_reopening(answers),
        *_checks(answers),
        *_measures(answers),
    ]
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    return Feedback(
        f"With your assumptions {_percent(plan, 4)} of the irritations are fixed by week 4 and {_percent(plan, WEEKS)} by week {WEEKS}; "
        f"the same hours {name} fix {_percent(other, 4)} and {_percent(other, WEEKS)}. A toy: its numbers are made up.",
        tuple(found), tables=(_table(plan, other, name),), drawing=_drawing(plan, other, name),
    )  # fmt: skip


def _loaded(blocks: tuple[float, ...], total: float, plan: Course) -> list[Finding]:
    if plan.share_fixed(WEEKS) < _FEW:
        says = f"With your assumptions and {_hours(total)}, {_percent(plan, WEEKS)} of the irritations are fixed in half a year, whenever the hours come. What do users do with the rest?"
        return [Finding("hours-few", "ask", says, field="hours")]
    first = sum(blocks[:3]) / total
    why = "After a new tool comes in there is a short time in which problems get fixed; then practice sets hard, with the leftover problems inside. Three organisations."
    if first >= 0.5:
        says = f"{first:.0%} of your hours fall into the first four weeks. Who keeps these days free, and of what?"
        return [Finding("front", "good", says, why, "E36", "pattern")]
    says = f"{first:.0%} of your hours fall into the first four weeks, when most can still be changed. Is that a decision, or what was left over?"
    return [Finding("not-front", "ask", says, why, "E36", "pattern")]


def _assumed(answers: Answers, blocks: tuple[float, ...]) -> list[Finding]:
    found = []
    if not answers["dip"]:
        says = (
            "You plan without a dip. Does anybody you have asked expect none? Whoever is promised no dip will find one."
        )
        found.append(Finding("no-dip", "ask", says, field="dip"))
    fast, slow = _run(answers, blocks, 0.5), _run(answers, blocks, 2)
    says = (
        f"You guess that the window is half closed after {_weeks(int(answers['half_life']))}. If it closes twice as fast, you fix {_percent(fast, WEEKS)}, "
        f"if half as fast, {_percent(slow, WEEKS)}. Nobody knows the true one, and the toy takes it that all irritations are known in week one."
    )
    found.append(Finding("if-wrong", "note", says, field="half_life"))
    return found


def _weeks(count: int) -> str:
    return "a week" if count == 1 else f"{count} weeks"


def _hours(count: float) -> str:
    return "1 hour" if count == 1 else f"{count:g} hours"


def _reopening(answers: Answers) -> list[Finding]:
    week = int(answers["reopen"])
    why = "Practice opens again when something disturbs it: do it on purpose, with time set aside."
    if not week:
        says = (
            "No re-opening. What was not fixed by then will be called “how we do it here”. Which week could you take?"
        )
        return [Finding("reopen-missing", "change", says, why, "E36", "reopen")]
    if week < 6:
        says = f"Week {week} still belongs to the first weeks. Open it again when people have stopped asking."
        return [Finding("reopen-early", "ask", says, why, "E36", "reopen")]
    if not answers["reopen_hours"]:
        says = f"Week {week} is a date without hours. Who is there to change anything?"
        return [Finding("reopen-empty", "change", says, why, "E36", "reopen_hours")]
    says = f"You open it again in week {week}, with {_hours(int(answers['reopen_hours']))} for what people then name."
    return [Finding("reopen-good", "good", says, field="reopen")]


def _checks(answers: Answers) -> list[Finding]:
    found, whole = [], 0
    live_on = read_day(str(answers["golive"]))[1]
    for field, name, earliest, latest in _CHECKS:
        given = " ".join(str(answers[field]).split())
        named, day = read_day(given)
        if not named:
            says = f"{name}: “{shortened(given)}” is no day." if given else f"{name}: on which day do you look?"
            why = (
                "In one study of two sales forces the liking of the training day was gone by month six."
                if field == "month_6"
                else ""
            )
            found.append(
                Finding(
                    f"{field}-missing",
                    "change",
                    f"{says} Put it into the calendar of those who come.",
                    why,
                    "E37" if why else "",
                    field,
                )
            )
        elif live_on and day and not earliest <= (day - live_on).days <= latest:
            says = f"{name}: {shortened(given)} is {(day - live_on).days} days after go-live. Did you mean that?"
            found.append(Finding(f"{field}-off", "ask", says, field=field))
        else:
            whole += 1
    if whole == len(_CHECKS):
        found.append(
            Finding(
                "checks-good",
                "good",
                "Both checks have a day. Look at one real task each time, not at a slide.",
                field="week_3",
            )
        )
    return found  # fmt: skip


def _measures(answers: Answers) -> list[Finding]:
    given = [(name, " ".join(str(answers[name]).split())) for name in _MEASURES]
    found = [one for name, text in given if (one := about_measure(text, name)) is not None]
    work = [one for one in found if one.id == "measure-work"]
    if len(work) > 1:
        says = f"{('Two', 'Three')[len(work) - 2]} of your warnings count neither logins nor trainings nor satisfaction. Could each get worse while everybody still logs in? And who counts them, from what that is there anyway?"
        found = [one for one in found if one not in work] + [Finding("measures-work", "ask", says, field=work[0].field)]
    written_ = [text for _, text in given if text]
    if len(written_) < len(_MEASURES):
        says = f"{('No early warning', 'One early warning', 'Two early warnings')[len(written_)]} so far. What would you see if people worked round the tool: a list, a second typing, a call?"
        field = next(name for name, text in given if not text)
        found.append(Finding("measures-missing", "ask", says, field=field))
    if len({" ".join(words(text)) for text in written_}) < len(written_):
        found.append(Finding("measures-alike", "change", "Two of your early warnings are the same.", field="measure_2"))
    return found


def _table(plan: Course, other: Course, name: str) -> Table:
    return Table(
        f"Week by week (a toy): fixed of {IRRITATIONS}; work in percent, in your plan / with the same hours {name}",
        ("Week", "Hours", "Window", "Fixed", "Work"),
        tuple(
            (str(n + 1), f"{plan.hours[n]:.0f}", f"{plan.width[n]:.0%}", f"{plan.fixed[n]:.0f}", f"{plan.work[n]:.0f} / {other.work[n]:.0f}")
            for n in range(WEEKS)
        ),
    )  # fmt: skip


def _drawing(plan: Course, other: Course, name: str) -> dict[str, object]:
    """Work done by week under both plans, and how wide the window is."""
    lines = (
        ("your plan", plan.work),
        (f"same hours {name}", other.work),
        ("window for change", [100 * one for one in plan.width]),
    )
    values = [{"week": n + 1, "what": what, "percent": round(of[n], 1)} for what, of in lines for n in range(WEEKS)]
    names = [what for what, _ in lines]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": (
            f"Three lines over {WEEKS} weeks. Work done in percent of a usual week starts at {plan.work[0]:.0f} in your plan and "
            f"{other.work[0]:.0f} with the same hours {name}, and ends at {plan.work[-1]:.0f} and {other.work[-1]:.0f}. The window for change "
            "closes from 100 percent. The table above holds every value. A toy."
        ),
        "width": "container",
        "height": 280,
        "data": {"values": values},
        "mark": {"type": "line", "strokeWidth": 2.5},
        "encoding": {
            "x": {"field": "week", "type": "quantitative", "title": "Week after go-live", "scale": {"domain": [1, WEEKS], "nice": False},
                  "axis": {"tickMinStep": 1, "tickCount": 8, "format": "d"}},
            "y": {"field": "percent", "type": "quantitative", "title": "Percent", "scale": {"domain": [0, 100]}},
            "color": {"field": "what", "type": "nominal", "title": None, "scale": {"domain": names}, "legend": {"orient": "top", "direction": "vertical", "labelLimit": 300, "symbolType": "stroke"}},
            "strokeDash": {"field": "what", "type": "nominal", "title": None, "scale": {"domain": names, "range": [[1, 0], [7, 4], [2, 3]]}},
        },
    }  # fmt: skip


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The plan as it stands in the dossier: what was decided, and nothing that the toy made of it."""
    parts: list[str | Table] = []
    blocks = blocks_of(answers)
    if sum(blocks):
        rows = tuple((name, f"{hours:.0f}") for hours, (name, _, _) in zip(blocks, BLOCKS, strict=True))
        parts.append(Table("Support after go-live", ("When", "Hours"), rows))
    if answers["reopen"]:
        parts.append(
            f"Opened again in week {answers['reopen']}, with {_hours(int(answers['reopen_hours']))} for what people then name."
        )
    dates = [f"{name}: {day}" for field, name, *_ in _CHECKS if (day := str(answers[field]).strip())]
    if dates:
        parts.append(f"Checks on real tasks. {'. '.join(dates)}.")
    measures = [(str(n), text) for n, name in enumerate(_MEASURES, 1) if (text := str(answers[name]).strip())]
    if measures:
        parts.append(
            Table("Early warnings", ("", "What would show that the work goes round the system"), tuple(measures))
        )
    return tuple(parts)  # fmt: skip


_GOOD: dict[str, Answer] = {
    "pattern": "front", "hours": 160, "dip": 30, "half_life": 4, "reopen": 15, "reopen_hours": 16,
    "golive": "1 March 2027", "week_3": "22 March 2027", "month_6": "1 September 2027",
    "measure_1": "Share of repair jobs whose parts were ordered from the tablet",
    "measure_2": "Own lists found on the Friday walk through the workshop",
    "measure_3": "Jobs typed twice, from ten jobs looked at together",
}  # fmt: skip

EXERCISE = Exercise(
    id="dip-and-window",
    title="Dip and window planner",
    task="Spread the support hours of twelve weeks after go-live, then plan one re-opening, two checks and three early warnings.",
    minutes=14,
    numbers="made up",
    fields=(
        Field("pattern", "When do the hours come?", "choice", default="flat", group="The hours",
              options=(("flat", "The same in every week"), ("front", "Most in the first weeks"), ("late", "Little first, more when complaints come"),
                       ("own", "My own numbers"))),
        Field("hours", "How many hours in all, over twelve weeks?", "number", highest=20_000, default=160, group="The hours",
              help="Not used with your own numbers."),
        *(Field(name, f"{block}: how many hours?", "number", highest=20_000, only_if=("pattern", "own"), group="The hours")
          for name, (block, *_) in zip(_OWN, BLOCKS, strict=True)),
        Field("dip", "How deep is the first dip, in percent of a usual week?", "number", highest=90, default=30, group="Your assumptions",
              help="Ask somebody who lived through the last one."),
        Field("half_life", "After how many weeks is the window for change half closed?", "number", lowest=1, highest=26, default=4, group="Your assumptions",
              help="Your guess. That it closes was seen in three organisations; how fast, nobody knows."),
        Field("reopen", "In which week do you open it again, on purpose?", "number", highest=WEEKS, group="Open it again", help="0 means not planned."),
        Field("reopen_hours", "How many hours are kept for that week?", "number", highest=2_000, group="Open it again"),
        Field("golive", "On which day is go-live?", placeholder="1 March 2027", group="Look twice", carries="my-rollout/date"),
        Field("week_3", "On which day is the check of week three?", placeholder="22 March 2027", group="Look twice"),
        Field("month_6", "On which day is the check of month six?", placeholder="1 September 2027", group="Look twice"),
        Field("measure_1", "Early warning 1: what would you see if the work went round the system?", group="Early warnings", help="Not logins.",
              placeholder="Share of repair jobs whose parts were ordered from the tablet", carries="smile-sheet-trap/measure"),
        Field("measure_2", "Early warning 2", placeholder="Own lists found on the Friday walk", group="Early warnings"),
        Field("measure_3", "Early warning 3", placeholder="Jobs typed twice, of ten", group="Early warnings"),
    ),
    hints=(
        "Change only the half-life, from 4 weeks to 26 and to 1. When does it matter at which time the help comes?",
        "For a re-opening, take a week after the support has ended: week 15, say, with a day of somebody who can change things.",
        "An early warning can get worse while every login stays: a list beside the tool, a job typed twice, a call instead of an entry.",
        "Worked solution: load the worked example. Its hours come early, it opens again in week 15, and its three warnings are counted in the workshop.",
    ),
    example=Example(_GOOD, ("measures-work", "if-wrong", "front", "reopen-good", "checks-good")),
    mistakes=(
        Mistake("presses before planning", {"hours": 0}, ("hours-missing",)),
        Mistake("spreads evenly, and stops", {"hours": 120},
                ("reopen-missing", "week_3-missing", "month_6-missing", "not-front", "measures-missing", "if-wrong")),
        Mistake("waits for complaints, and promises no dip", {**_GOOD, "pattern": "late", "dip": 0},
                ("not-front", "no-dip", "measures-work", "if-wrong", "reopen-good", "checks-good")),
        Mistake("counts logins, trainings and smiles",
                {**_GOOD, "measure_1": "Number of logins", "measure_2": "Trainings held", "measure_3": "User satisfaction"},
                ("measure-logins", "measure-trainings", "measure-satisfaction", "if-wrong", "front", "reopen-good", "checks-good")),
        Mistake("a re-opening nobody has time for", {**_GOOD, "reopen_hours": 0},
                ("reopen-empty", "measures-work", "if-wrong", "front", "checks-good")),
        Mistake("opens again in week two, and takes month two for month six", {**_GOOD, "reopen": 2, "month_6": "3 May 2027"},
                ("reopen-early", "month_6-off", "measures-work", "if-wrong", "front")),
        Mistake("a date that is none, one warning three times",
                {**_GOOD, "week_3": "end of the month", "measure_2": _GOOD["measure_1"], "measure_3": ""},
                ("week_3-missing", "measures-alike", "measures-work", "measures-missing", "if-wrong", "front", "reopen-good")),
    ),
    check=check,
    live=live,
    live_label="What the toy makes of it",
    live_after="half_life",
    part="after",
    written=written,
)  # fmt: skip
