"""Rollout-queue simulator: who goes first, and what it does to those who wait."""

from __future__ import annotations

from exercises.exercise import Answer, Answers, Example, Exercise, Feedback, Field, Finding, Mistake, Table
from exercises.models.queue_toy import FIRST, RULES, UNITS, VOICES, Run, run
from exercises.text import words

MOST_WEEKS = 300


def check(answers: Answers) -> Feedback:
    """Run the toy with the learner's choices, and beside it with every other first place; no run before the guess."""
    if not int(answers["guess"]):
        says = "Guess first, then run it: a surprise teaches more than a table. In which week does the last unit start?"
        return Feedback("Your guess is missing.", (Finding("guess-open", "ask", says, field="guess"),))
    played = _run(answers, str(answers["first"]))
    findings = [
        _guess(int(answers["guess"]), played.last),
        _first(played),
        *_settings(answers, played),
        _lesson(str(answers["lesson"])),
    ]
    return Feedback(
        f"In the toy the last unit starts in week {played.last}; the plan said week {played.planned}. "
        f"{_requests(played.requests)} A toy: units, numbers and rules are made up.",
        tuple(findings),
        tables=(_starts(played), _others(answers), Table("All rules of the toy", ("Rule", "What it says"), RULES)),
        drawing=_drawing(played),
    )


def _run(answers: Answers, first: str) -> Run:
    return run(
        first,
        int(answers["wave"]),
        int(answers["hours"]),
        pause=bool(answers["pause"]),
        users_tell=answers["voice"] == "users",
    )


def _requests(count: int) -> str:
    return {0: "Nobody asked for a later place.", 1: "Once a unit asked for a later place."}.get(
        count, f"{count} times a unit asked for a later place."
    )


def _guess(guess: int, last: int) -> Finding:
    off = abs(guess - last)
    says = f"You guessed week {guess}; it was week {last}." + (" Close." if off <= 6 else "")
    return Finding("guess-close" if off <= 6 else "guess-off", "note", says, field="guess")


def _first(played: Run) -> Finding:
    start = played.starts[0]
    if start.went == "good":
        says = f"{start.unit.name} went first, and it went well: {start.points} points. What do those who wait hear of it, and from whom?"
        return Finding(
            "first-good",
            "good",
            says,
            "Salespeople follow their manager's and colleagues' own use, in a study of sales forces.",
            "E38",
            "first",
        )
    if start.went == "poor":
        says = f"{start.unit.name} went first, and it went badly: {start.points} points. Everybody behind it heard of that."
        return Finding("first-poor", "change", says, field="first")
    says = f"{start.unit.name} went first, and nobody talks about it: {start.points} points. A first place that is not worth talking about sells nothing."
    return Finding("first-unnoticed", "ask", says, field="first")


def _settings(answers: Answers, played: Run) -> list[Finding]:
    found = []
    ordered = sum(start.ordered for start in played.starts)
    if ordered:
        says = f"{ordered} of {len(played.starts)} units were ordered to start, with too little goodwill left to start by themselves. What would have been their reason to wait?"
        found.append(Finding("ordered", "change", says, "Pressure can make people want the old way more.", "E27"))
    if answers["voice"] != "users" and any(start.went == "good" for start in played.starts):
        says = "In the toy good starts reached nobody, since only the project told of them. Bad ones are told without a newsletter."
        found.append(Finding("newsletter", "change", says, field="voice"))
    if not answers["pause"]:
        found.append(
            Finding(
                "no-pause",
                "ask",
                "What the first wave found was not mended for the second. What would three weeks have bought?",
                field="pause",
            )
        )
    return found


def _lesson(lesson: str) -> Finding:
    if len(words(lesson)) < 5:
        return Finding(
            "lesson-open",
            "ask",
            "What will you change in your own queue, and what does the toy leave out?",
            field="lesson",
        )
    return Finding(
        "lesson", "note", "Ask somebody of your first unit whether your sentence is true there.", field="lesson"
    )


def _starts(played: Run) -> Table:
    rows = tuple(
        (start.unit.name, str(start.planned), str(start.week), f"{start.went}, {start.points}",
         "ordered" if start.ordered else {1: "once", 2: "twice"}.get(start.asked_later, f"{start.asked_later} times") if start.asked_later else "no")
        for start in played.starts
    )  # fmt: skip
    return Table("Who started when", ("Unit", "Planned week", "Week", "Start, points", "Asked for later"), rows)


def _others(answers: Answers) -> Table:
    rows = []
    for first, name in FIRST:
        played = _run(answers, first)
        mine = " (yours)" if first == answers["first"] else ""
        rows.append((name + mine, str(played.last), str(played.requests)))
    return Table(
        "The same settings with another first place",
        ("Who goes first", "Last start, week", "Requests for later"),
        tuple(rows),
    )


def _drawing(played: Run) -> dict[str, object]:
    values: list[dict[str, object]] = []
    for start in played.starts:
        values.append({"unit": start.unit.name, "what": "planned", "week": start.planned})
        values.append({"unit": start.unit.name, "what": "started", "week": start.week})
    order = [start.unit.name for start in played.starts]
    return {
        "description": f"For each of {len(order)} made-up units the planned and the real week of its start; the last one starts in week {played.last}, planned was week {played.planned}.",
        "data": {"values": values},
        "width": "container",
        "height": 26 * len(order),
        "encoding": {"y": {"field": "unit", "type": "nominal", "sort": order, "title": None}},
        "layer": [
            {"mark": {"type": "line", "opacity": 0.6}, "encoding": {"x": {"field": "week", "type": "quantitative", "title": "Week"}, "detail": {"field": "unit"}}},
            {"mark": {"type": "point", "filled": True, "size": 90, "opacity": 1},
             "encoding": {
                 "x": {"field": "week", "type": "quantitative"},
                 "shape": {"field": "what", "type": "nominal", "title": None, "scale": {"domain": ["planned", "started"], "range": ["circle", "square"]}, "legend": {"orient": "top"}},
                 "color": {"field": "what", "type": "nominal", "title": None, "scale": {"domain": ["planned", "started"]}},
             }},
        ],
    }  # fmt: skip


_PLAN: dict[str, Answer] = {"first": "fit", "wave": 2, "hours": 120, "pause": True, "voice": "users", "guess": 30,
         "lesson": "The unit that gains most goes first, with the help of two analysts, and tells the others itself."}  # fmt: skip

EXERCISE = Exercise(
    id="queue-simulator",
    title="Rollout-queue simulator",
    task="Choose who goes first and how they are treated, guess when the last unit starts, and run the toy.",
    minutes=8,
    numbers="made up",
    fields=(
        Field("first", "Who goes first?", "choice", options=FIRST, default="loudest",
              help=f"{len(UNITS)} made-up units; all of them pledge 9 or 10 of 10. How willing they are you see afterwards."),
        Field("wave", "How many units in a wave?", "number", lowest=1, highest=8, default=2),
        Field("hours", "How many hours of help has a wave?", "number", lowest=0, highest=400, default=40),
        Field("pause", "Pause 3 weeks to mend faults", "yes"),
        Field("voice", "Who tells the others how it went?", "choice", options=VOICES),
        Field("guess", "Your guess: in which week does the last unit start? (The first wave is week 0.)", "number", lowest=0, highest=MOST_WEEKS, help="0 means that you have not guessed yet."),
        Field("lesson", "What will you change in your own queue, and what does the toy leave out?", "text", rows=2),
    ),
    hints=(
        "Look at the second table: with the same settings, how much does the first place change?",
        "Put all your hours into a small first wave. What happens to the units that wait?",
        "Worked solution: whoever the system serves best goes first, two units a wave with 120 hours of help, a pause for repairs, and the users tell it themselves. Then try to break it.",
    ),
    example=Example(_PLAN, ("guess-close", "first-good", "lesson")),
    mistakes=(
        Mistake("nothing guessed", {}, ("guess-open",)),
        Mistake("everything as it stands", {"guess": 18}, ("guess-off", "first-poor", "ordered", "newsletter", "no-pause", "lesson-open")),
        Mistake("all at once", {**_PLAN, "wave": 8, "hours": 40}, ("guess-off", "first-unnoticed", "ordered", "lesson")),
        Mistake("a newsletter", {**_PLAN, "voice": "project"}, ("guess-off", "first-good", "ordered", "newsletter", "lesson")),
        Mistake("no time to mend", {**_PLAN, "pause": False}, ("guess-off", "first-good", "no-pause", "lesson")),
        Mistake("the sceptics first, without help", {"first": "sceptic", "wave": 1, "hours": 0, "guess": 42},
                ("guess-off", "first-poor", "ordered", "no-pause", "lesson-open")),
    ),
    check=check,
    check_label="Run the rollout",
)  # fmt: skip
