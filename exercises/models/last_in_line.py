"""Last-in-line detector: what a rollout queue can and cannot be, and where pledge and readiness part.

The arithmetic stands in rollout_queue.py; here is the talk about it.
"""

from __future__ import annotations

from exercises.exercise import (
    Answers,
    Example,
    Exercise,
    Feedback,
    Field,
    Finding,
    Mistake,
    Table,
)
from exercises.models.rollout_queue import LINE, MOST_UNITS, Place, Queue, made_up_queue, queue_of, read_queue, short
from exercises.text import cue, words
from exercises.text.questions import LONGEST, about_question, opens

_ASKS_FOR = cue(
    "owners?", "owns?", "who", "dates?", "days?", "weeks?", "months?", "quarters?", "earlier", "sooner", "when",
    "test users?", "users?", "data", "tasks?", "records?", "customers?", "cases?", "names?", "which (?:one|two|three|four|five)",
    "which", "need", "allow", "help", "missing", "people", "two", "three", "tr(?:y|ied)", "cost", "hurt", "in return", "hold(?:s|ing)? (?:you|it|them) (?:back|up)", "stop(?:s|ping)?", "block(?:s|ing)?", "next step", "risks?", "waiting (?:for|on)", "in the way", "in place", "first", "threaten\\w*", "lose", "worr\\w+", "worth",
)  # fmt: skip
_BARE_WHEN = cue("when (?:do|will|can|would|could) you (?:start|begin|go live|be ready)\\??")


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The own queue with what is ready, and the question to one of its units; the made-up queue is practice."""
    parts: list[str | Table] = []
    places = read_queue(str(answers["own_queue"]))[0] if answers["queue"] == "own" else ()
    if places:
        queue = queue_of(places)
        parts += [
            f"{queue.units} units; at most {queue.possible} of their claims to a place can be true together.",
            _table(places),
        ]
    unit, question = str(answers["unit"]).strip(), str(answers["question"]).strip()
    if question:
        parts.append(f"To be asked{f' ({unit})' if unit else ''}: {question}")
    return tuple(parts)


def claims() -> str:
    """What chapter 1 says in words about the made-up queue; its notebook stores and compares it."""
    units = made_up_queue()
    queue = queue_of(units)
    keenest = [unit for unit in units if unit.pledge == 10]
    ready = [f"{u.unit} ({u.readiness} of 4, pledge {u.pledge})" for u in units if u.readiness >= 3]
    return "\n".join(
        (
            f"{queue.units} units, lowest pledge {min(unit.pledge for unit in units)}",
            f"at most {queue.possible} of {queue.units} claims to a place can be true",
            f"three or more ready: {', '.join(ready)}",
            f"{len(keenest)} units pledge ten, {sum(not unit.readiness for unit in keenest)} of them with nothing ready",
        )
    )


def check(answers: Answers) -> Feedback:
    """Work out the queue, compare the learner's guess with it, say what the chosen unit has ready, and read the question."""
    if answers["queue"] == "own":
        places, faults = read_queue(str(answers["own_queue"]))
    else:
        places, faults = made_up_queue(), ()
    unread = [Finding("queue-line", "change", fault, field="own_queue") for fault in faults]
    asked = [*_about_unit(str(answers["unit"]), places), *_about_question(str(answers["question"]))]
    begun = bool(str(answers["unit"]).strip() or str(answers["question"]).strip())
    if len(places) < 2:
        finding = Finding(
            "queue-short", "change",
            "A queue needs at least two units. Type one unit a line, seven parts each: " + LINE + ".",
            field="own_queue",
        )  # fmt: skip
        said = _about_question(str(answers["question"])) if str(answers["question"]).strip() else []
        return Feedback("There is no queue to check yet.", (*unread, finding, *said))
    guess = int(answers["guess"])
    if guess == 0:
        says = "Guess first, then check again. A guess that was wrong is remembered longer than a number that was read."
        opened = Finding("guess-open", "ask", says, field="guess")
        return Feedback("Your guess is missing.", (*unread, opened, *(asked if begun else ())))
    if unread:
        # Every line counts for the places that there are: with one unread, nothing about the whole can be said.
        says = "Your guess waits: a line that is not read may be one more place, or one more claim. Mend it and check again."
        waits = Finding("guess-waits", "note", says, field="guess")
        read = f"{len(places)} units are read, {'1 line is' if len(unread) == 1 else f'{len(unread)} lines are'} not."
        return Feedback(read, (*unread, waits, *asked), tables=(_table(places),))
    queue = queue_of(places)
    findings = [*_about_guess(guess, queue), *_about_queue(queue), *_about_gap(places), *asked]
    return Feedback(
        f"{queue.units} units, {queue.units} places: at most {queue.possible} of the "
        f"{queue.units} claims can be true at the same time.",
        tuple(findings),
        tables=(_table(places),),
        drawing=_drawing(places),
    )


def _about_guess(guess: int, queue: Queue) -> list[Finding]:
    if guess == queue.possible:
        says = f"Your guess was right: {queue.possible}."
        return [Finding("guess-right", "good", says, field="guess")]
    says = (
        f"Your guess was {guess}; it is {queue.possible}. Count the different places claimed: "
        "each can be held by one unit only."
    )
    return [Finding("guess-off", "note", says, field="guess")]


def _about_queue(queue: Queue) -> list[Finding]:
    if not queue.impossible:
        return [
            Finding(
                "queue-possible", "good", "No two units claim the same place. This queue can be true.",
                "A possible queue can still be a late one: look at the gaps below.",
            )
        ]  # fmt: skip
    claims = "; ".join(f"{count} units claim place {place}" for place, count in queue.crowded)
    says = f"At least {queue.impossible} of {queue.units} claims cannot hold. {claims[:1].upper()}{claims[1:]}."
    if not queue.crowded:
        says = f"At least {queue.impossible} of {queue.units} claims cannot hold."
    found = [
        Finding(
            "queue-conflict", "note", says,
            "That is arithmetic. It says nothing about motives: a unit may be afraid, "
            "busy, or right to wait.",
        )
    ]  # fmt: skip
    if queue.beyond:
        names = ", ".join(short(unit) for unit in queue.beyond[:5])
        says = f"There are only {queue.units} places, yet these claim a later one: {names}."
        found.append(Finding("queue-beyond", "note", says))
    return found


def _about_gap(places: tuple[Place, ...]) -> list[Finding]:
    widest = max(p.gap for p in places)
    if widest <= 0.25:
        return [Finding("gap-small", "good", "No unit pledges much more than it has made ready.")]
    first = next(p for p in places if p.gap == widest)
    alike = [p.unit for p in places if p.gap == widest]
    who = short(first.unit) if len(alike) == 1 else f"{len(alike)} units alike, {', '.join(map(short, alike[:4]))}"
    says = f"Widest gap: {who}, with a pledge of {first.pledge} of 10 and {first.readiness} of 4 things ready."
    why = "Raising intention moves action only partly, so count what the yes has bought so far."
    return [Finding("gap-wide", "ask", says, why, "E24")]


def _about_unit(given: str, places: tuple[Place, ...]) -> list[Finding]:
    """What the chosen unit pledged, what it has ready and what is missing; or which unit is meant."""
    given = " ".join(given.split())
    if not given:
        says = (
            "Which unit would you ask first? One that pledges much and has little ready, or one that is nearly there?"
        )
        return [Finding("unit-missing", "ask", says, field="unit")]
    meant = _meant(given, places)
    if len(meant) > 1:
        says = f"'{short(given)}' may be {', '.join(short(p.unit) for p in meant[:5])}. Which one would you ask first?"
        return [Finding("unit-several", "ask", says, field="unit")]
    if not meant:
        says = f"'{short(given)}' is not a unit of this queue. Copy the name from the table."
        return [Finding("unit-unknown", "change", says, field="unit")]
    one = meant[0]
    says = f"{short(one.unit)} pledges {one.pledge} of 10 and has {one.readiness} of 4 things ready. "
    says += (
        "Ask what it would need to go first."
        if one.readiness == 4
        else f"Not there yet: {_missing(one)}. Which of these could your question bring nearer?"
    )
    return [Finding("unit-chosen", "note", says, field="unit")]


def _meant(given: str, places: tuple[Place, ...]) -> list[Place]:
    """The units that a learner may mean: by the whole name, by a name inside a sentence, or by a part of it."""
    given = given.lower()
    same = [p for p in places if p.unit.lower() == given]
    found = words(given)
    inside = [p for p in places if _runs_in(words(p.unit), found)]
    inside = [p for p in inside if not any(_runs_in(words(p.unit), words(o.unit)) for o in inside if o is not p)]
    inside.sort(key=lambda p: " ".join(found).find(" ".join(words(p.unit))))
    return same or inside[:1] or [p for p in places if _runs_in(found, words(p.unit))]


def _runs_in(part: list[str], whole: list[str]) -> bool:
    return bool(part) and any(whole[at : at + len(part)] == part for at in range(len(whole)))


def _about_question(question: str) -> list[Finding]:
    question = question.strip()[:LONGEST]
    if not question:
        says = "Write the question that you would ask one unit, then check again."
        return [Finding("question-missing", "ask", says, field="question")]
    if wrong := about_question(question):
        return [wrong]
    if _BARE_WHEN.fullmatch(question.strip().rstrip("?").strip()):
        says = "This was asked in the scene, and the answer was “as soon as possible”. Ask for one thing that has to happen first."
        return [Finding("question-when", "ask", says, field="question")]
    if not opens(question) or not _ASKS_FOR.search(question):
        says = "What could they name in answer: an owner, a first task, what stands in the way? We do not see it in the question."
        return [Finding("question-wide", "ask", says, field="question")]
    says = "An open question about something that can be named. It costs little to answer it honestly."
    why = "Status passed upwards runs rosy. Something that can be named is harder to paint green, we think."
    return [Finding("question-good", "good", says, why, "E44", "question")]


def _table(places: tuple[Place, ...]) -> Table:
    return Table(
        "Place claimed, pledge of 10 and things ready of 4, widest gap first",
        ("Unit", "Place", "Pledge", "Ready", "Not there yet"),
        tuple(
            (p.unit, str(p.place), str(p.pledge), str(p.readiness), _missing(p))
            for p in sorted(places, key=lambda p: (-p.gap, p.unit))
        ),
    )


def _missing(place: Place) -> str:
    parts = (
        ("owner", place.owner), ("two test users", place.test_users >= 2),
        ("test data", place.test_data), ("date", place.date),
    )  # fmt: skip
    return ", ".join(name for name, there in parts if not there) or "nothing"


def _drawing(places: tuple[Place, ...]) -> dict[str, object]:
    """One row a unit, widest gap first: what it pledged and what it made ready, as shares."""
    order = sorted(places, key=lambda p: (-p.gap, p.unit))
    values = [
        {"unit": short(p.unit), "what": what, "share": share}
        for p in order
        for what, share in (("pledged", p.pledge / 10), ("made ready", p.readiness / 4))
    ]
    ready = sum(p.readiness >= 3 for p in places)
    units: dict[str, object] = {
        "field": "unit", "type": "nominal", "title": None, "sort": [short(p.unit) for p in order],
        "axis": {"ticks": False, "domain": False, "offset": 10},
    }  # fmt: skip
    share: dict[str, object] = {
        "field": "share", "type": "quantitative", "title": "Share pledged, share made ready",
        "scale": {"domain": [0, 1]}, "axis": {"format": ".0%", "tickCount": 4},
    }  # fmt: skip
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": (
            f"For each of {len(places)} units, how far it pledged and how much of owner, two test users, test data "
            f"and date it has made ready. {ready} have three or more of the four. The table above holds every value."
        ),
        "width": "container",
        "height": 24 * len(places),
        "data": {"values": values},
        "encoding": {"y": units},
        "layer": [
            {"mark": {"type": "line", "strokeWidth": 2, "opacity": 0.5},
             "encoding": {"x": share, "detail": {"field": "unit", "type": "nominal"}}},
            {"mark": {"type": "point", "filled": True, "size": 110, "opacity": 1},
             "encoding": {
                 "x": share,
                 "shape": {"field": "what", "type": "nominal", "title": None,
                           "scale": {"domain": ["pledged", "made ready"], "range": ["circle", "square"]},
                           "legend": {"orient": "top"}},
                 "color": {"field": "what", "type": "nominal", "title": None,
                           "scale": {"domain": ["pledged", "made ready"]}},
             }},
        ],
    }  # fmt: skip


EXERCISE = Exercise(
    id="last-in-line",
    title="Last-in-line detector",
    task="Find out how much of a rollout queue can be true, and write the question you would ask one of its units.",
    minutes=10,
    numbers="made up",
    fields=(
        Field(
            "queue", "Whose queue?", "choice",
            options=(("made-up", "The eleven made-up units above"), ("own", "My own rollout")),
        ),
        Field(
            "own_queue", "Your own queue, one unit a line", "text", rows=4, only_if=("queue", "own"),
            help=f"Roles and units, no names of persons. Each line: {LINE}. One place, one unit: where you roll out in waves, this arithmetic does not fit.",
            placeholder="Warehouse; 9; 6; no; 0; no; no",
        ),
        Field(
            "guess", "Your guess: how many of the claims to a place can be true at the same time?",
            "number", lowest=0, highest=MOST_UNITS,
        ),
        Field("unit", "Which unit would you ask first?", placeholder="Sales Export"),
        Field(
            "question", "What would you ask it?", "text", rows=2,
            placeholder="What would have to be in place for you to …?",
        ),
    ),
    hints=(
        "Eleven units have eleven places. How many units can be eleventh?",
        "Count the different places that are claimed. Two units that claim the same place cannot both be right.",
        "A good question asks for something small that can be named: an owner, a date, two test users, one data task.",
        "Worked solution: the eleven units claim only three different places (9, 10 and 11), so at most three claims can "
        "be true. Ask Sales Export, which pledges 10 and has nothing ready: “What would have to be in place for two of "
        "your people to try it with ten real customers one quarter earlier?”",
    ),
    example=Example(
        {
            "queue": "made-up", "guess": 3, "unit": "Sales Export",
            "question": "What would have to be in place for two of your people to try it with ten real customers one quarter earlier?",
        },
        ("guess-right", "queue-conflict", "gap-wide", "unit-chosen", "question-good"),
    ),
    mistakes=(
        Mistake("only one can be last, so one claim holds", {"guess": 1}, ("guess-off", "queue-conflict", "gap-wide", "unit-missing", "question-missing")),
        Mistake(
            "asks for a defence",
            {"guess": 3, "unit": "Sales North", "question": "Why are you always last?"},
            ("guess-right", "queue-conflict", "gap-wide", "unit-chosen", "question-blames"),
        ),
        Mistake(
            "asks for a yes",
            {"guess": 3, "unit": "Marketing", "question": "Can you start earlier?"},
            ("guess-right", "queue-conflict", "gap-wide", "unit-chosen", "question-closed"),
        ),
        Mistake(
            "asks a question with its answer inside",
            {"guess": 3, "unit": "Marketing", "question": "Don't you think that you could start in spring?"},
            ("guess-right", "queue-conflict", "gap-wide", "unit-chosen", "question-leads"),
        ),
        Mistake(
            "asks about everything",
            {"guess": 3, "unit": "Marketing", "question": "How do you feel about it?"},
            ("guess-right", "queue-conflict", "gap-wide", "unit-chosen", "question-wide"),
        ),
        Mistake(
            "a unit that is not in the queue",
            {"guess": 3, "unit": "Legal", "question": "Who would own the first step?"},
            ("guess-right", "queue-conflict", "gap-wide", "unit-unknown", "question-good"),
        ),
        Mistake(
            "an own queue with a pledge of twelve",
            {"queue": "own", "guess": 1, "own_queue": "Ward 3; 12; 2; no; 0; no; no\nWard 4; 9; 2; yes; 2; no; no\nWard 5; 8; 2; no; 0; no; no"},
            ("queue-line", "guess-waits", "unit-missing", "question-missing"),
        ),
        Mistake("no guess", {"unit": "Marketing"}, ("guess-open", "unit-chosen", "question-missing")),
        Mistake(
            "asks what was asked before",
            {"guess": 3, "unit": "Marketing", "question": "When do you start?"},
            ("guess-right", "queue-conflict", "gap-wide", "unit-chosen", "question-when"),
        ),
        Mistake(
            "asks why",
            {"guess": 3, "unit": "Marketing", "question": "Why does everybody want to be last?"},
            ("guess-right", "queue-conflict", "gap-wide", "unit-chosen", "question-why"),
        ),
        Mistake(
            "a request",
            {"guess": 3, "unit": "Marketing", "question": "Please send me two names."},
            ("guess-right", "queue-conflict", "gap-wide", "unit-chosen", "question-request"),
        ),
        Mistake("an own queue that is empty", {"queue": "own"}, ("queue-short",)),
    ),
    check=check,
    part="queue",
    written=written,
)  # fmt: skip
