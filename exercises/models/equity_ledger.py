"""Equity ledger: the deal of one role in numbers and words, and one repair that somebody can grant.

The arithmetic stands in `ledger`. The numbers are the learner's judgement, or better the
users', and the result is an aid for a talk (`E03`).
"""

from __future__ import annotations

import re

from exercises.exercise import Answer, Answers, Example, Exercise, Feedback, Field, Finding, Mistake, Table
from exercises.models import who
from exercises.models.ledger import (
    BY_NAME,
    END,
    GET_OUT,
    LINES,
    PUT_IN,
    Line,
    deal,
    meters,
    negative,
    number,
    table,
    text_of,
    three,
    worst,
)
from exercises.text import cue, shortened, words
from exercises.text.candour import not_mine, when
from exercises.text.days import read_day
from exercises.text.owner import about_owner

_SOUNDS = {line.name: cue(*line.sounds.split()) for line in LINES}

FILLED = (
    ("", "Choose …"), ("users", "People of the role filled it themselves"), ("told", "One of them told me, I wrote it down"), ("guess", "I guessed"),
)  # fmt: skip
KINDS = (
    ("", "Choose …"),
    ("remove", "Take the loss away, or make it smaller"),
    ("add", "Leave the loss, and give something for it"),
)

_TALK = cue(
    "communicat\\w+", "explain\\w*", "inform(?:ed|ing)?", "convinc\\w+", "persuad\\w+", "awareness", "newsletter", "roadshow", "show (?:them )?(?:the )?benefits?", "benefits? of",
    "sell(?:ing)? it", "buy-in", "mindset", "motivat\\w+", "emphasi[sz]\\w+", "highlight\\w*",
)  # fmt: skip
_IT = re.compile(
    r"\b(?:IT|PMO|[Pp]roject (?:lead|manager|team|office)|[Dd]evelopers?|[Aa]dmin(?:istrator)?s?|[Pp]roduct owner|[Vv]endor|[Aa]rchitect|I|me|we|us)\b"
)
_MONEY = cue(
    "pay",
    "salary",
    "salaries",
    "bonus\\w*",
    "commissions?",
    "targets?",
    "jobs?",
    "posts?",
    "grades?",
    "headcount",
    "wages?",
)


def live(answers: Answers) -> str | Feedback:
    """The three meters, once a number has been given."""
    if not any(number(answers, name) for name in (*BY_NAME, "firm", "colleagues")):
        return ""
    return Feedback("A talking aid, not a measurement: middle of the bar is even.", meters=meters(answers))


def check(answers: Answers) -> Feedback:
    """Name the negative comparisons and the worst line, and look at the repair."""
    if not any(number(answers, name) for name in (*BY_NAME, "firm", "colleagues")):
        says = "Give the first line a number: does the system take time from them, or give some back?"
        return Feedback("The ledger is empty.", (Finding("ledger-empty", "ask", says, field="time"),))
    found = [*_comparisons(answers), *_worst_line(answers), *_words(answers), *_who_filled(answers)]
    if worst(answers):
        found += _repair(answers)
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    lost = [{"before": "their own deal before", "firm": "the firm"}.get(name, name) for name in negative(answers)]
    role = who.role_name(answers)
    summary = f"{role[:1].upper()}{role[1:]}: {'they lose against ' + _listed(lost) if lost else 'no comparison is negative'}. These are judgements, added up; no measurement."
    return Feedback(summary, tuple(found), tables=(table(answers), three(answers)))


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _comparisons(answers: Answers) -> list[Finding]:
    now = deal(answers)
    found = []
    why, source = "A loss in any one of the three comparisons feeds resistance.", "E03"
    lost = negative(answers)
    for name, says in (
        ("before", f"Against before they lose {-now.before}: the deal gets worse, whatever the system can do."),
        ("firm", f"Against the firm they lose {-now.firm}: it gains more than they do, and they know it. Say the firm's gain openly, then talk about their share."),
        ("colleagues", f"Against colleagues they lose {-now.colleagues}: somebody near gets more for less. Who is that, and is there a reason that you could say to both?"),
    ):  # fmt: skip
        if name in lost:
            found.append(Finding(f"loses-{name}", "note", says, why, source))
            why, source = "", ""
    if not found:
        line = worst(answers)
        says = "No comparison is negative. Would the person of this role who likes the system least fill it in the same way?"
        if line:
            says = f"The sums hide a loss: {line.short} stands at {number(answers, line.name)}. Do the gains on other lines pay for it in their eyes?"
            return [Finding("loss-hidden", "ask", says, "More benefit does not cancel a threat.", "E08", line.name)]
        found.append(Finding("no-loss", "ask", says))
    return found


def _worst_line(answers: Answers) -> list[Finding]:
    line = worst(answers)
    if line is None:
        return []
    given = text_of(answers, f"{line.name}_words")
    quoted = f": “{shortened(given)}”" if given else ""
    value = number(answers, line.name)
    others = [one.short for one in LINES if one is not line and number(answers, one.name) == value]
    tie = f" Equally bad: {_listed(others)}. Ask them which one they would have repaired first." if others else ""
    return [Finding("worst-line", "note", f"The worst line is {line.short} ({value}){quoted}.{tie}", field=line.name)]


def _words(answers: Answers) -> list[Finding]:
    found = []
    labels = {**{line.name: line.short for line in LINES}, "firm": "the firm", "colleagues": "colleagues"}
    bare = [labels[name] for name in labels if number(answers, name) and not text_of(answers, f"{name}_words")]
    if bare:
        says = f"Numbers without words: {_listed(bare)}. What exactly changes? A number alone cannot be discussed, and cannot be repaired."
        first = next(name for name in labels if labels[name] == bare[0])
        found.append(Finding("words-missing", "ask", says, field=f"{first}_words"))
    zero = [name for name in labels if not number(answers, name) and len(words(text_of(answers, f"{name}_words"))) >= 2]
    if zero:
        says = f"“{shortened(text_of(answers, f'{zero[0]}_words'))}” stands at 0: does it really make no difference to them?"
        found.append(Finding("zero-with-words", "ask", says, field=zero[0]))
    if not number(answers, "firm"):
        says = "The firm stands at 0. Somebody pays for this system: what for? Users can guess it, so say it."
        found.append(Finding("firm-zero", "ask", says, field="firm"))
    return found


def _who_filled(answers: Answers) -> list[Finding]:
    chosen = answers.get("filled")
    if chosen == "users":
        return [
            Finding(
                "users-filled",
                "good",
                "They filled it themselves. Keep their words when you pass it on.",
                field="filled",
            )
        ]
    if chosen == "told":
        return [
            Finding(
                "one-told",
                "good",
                "One person's view, in their words. A second one will differ: on which line?",
                field="filled",
            )
        ]
    says = "This is your guess of their deal. Hand the empty ledger to three people of the role and compare: where you differ, ask."
    return [
        Finding(
            "filled-guess" if chosen else "filled-missing",
            "ask",
            says if chosen else "Who filled this: people of the role, or you?",
            field="filled",
        )
    ]


def _repair(answers: Answers) -> list[Finding]:
    line = worst(answers)
    assert line is not None
    repair, chosen = text_of(answers, "repair"), BY_NAME.get(str(answers.get("repair_line", "")), line)
    if not repair:
        says = f"No repair yet for {line.short}. One that needs no money: {line.repair}. Ask them what they would call fair."
        return [Finding("repair-missing", "change", says, field="repair")]
    found = []
    if chosen is not line and number(answers, chosen.name) > number(answers, line.name):
        says = f"You repair {chosen.short}; the worst line is {line.short} ({number(answers, line.name)}). Is that their choice or the easier one?"
        found.append(Finding("repair-elsewhere", "ask", says, field="repair_line"))
    found += _what(answers, repair, chosen)
    granter = about_owner(text_of(answers, "granter"), field="granter", prefix="granter")
    bound = _MONEY.search(repair)
    money = not_mine(repair) or (bound.group() if bound else "")
    if money and _IT.search(text_of(answers, "granter")):
        says = f"“{shortened(money)}” is not IT's to grant. Who can, and will they put it in writing?"
        found.append(Finding("repair-not-yours", "change", says, field="granter"))
    elif granter.verdict != "good":
        found.append(granter)
    day = text_of(answers, "by")
    if not read_day(day)[0] and when(day):
        says = f"“{shortened(day)}”: write the day itself, so that it stands in a calendar."
        found.append(Finding("repair-day-span", "ask", says, field="by"))
    elif not read_day(day)[0]:
        quoted = f"“{shortened(day)}” is no day in the calendar. " if day else ""
        says = f"{quoted}By which day is it granted or refused? A repair without a day is a mood."
        found.append(Finding("repair-day-missing", "change", says, field="by"))
    if not any(one.verdict == "change" for one in found):
        says = "The repair has an owner and a time: they can see whether it comes."
        found.append(Finding("repair-whole", "good", says, field="repair"))
    return found


def _what(answers: Answers, repair: str, chosen: Line) -> list[Finding]:
    if _TALK.search(repair) and not _SOUNDS[chosen.name].search(_TALK.sub(" ", repair)):
        says = f"“{shortened(repair)}” is talk about the loss. The loss stays. What would be different on a Tuesday? For instance: {chosen.repair}."
        return [Finding("repair-talk", "change", says, field="repair")]
    found = []
    others = [one for one in LINES if one is not chosen and _SOUNDS[one.name].search(repair)]
    if others and not _SOUNDS[chosen.name].search(repair):
        says = f"“{shortened(repair)}” sounds like a repair of {others[0].short}, and it stands for {chosen.short}. Does it make that line better?"
        found.append(Finding("repair-other-line", "ask", says, field="repair"))
    kind = answers.get("repair_kind")
    if kind == "add":
        says = "It leaves the loss and gives something for it. Would they rather have the loss made smaller? Ask before you buy the gift."
        found.append(
            Finding(
                "adds",
                "ask",
                says,
                "More benefit does not cancel a threat; the two worked apart in one hospital.",
                "E08",
                "repair_kind",
            )
        )
    elif kind == "remove":
        says = "You make the loss itself smaller instead of paying for it. Do they see it so too?"
        why, source = "More benefit does not cancel a threat; the two worked apart in one hospital.", "E08"
        if chosen.name in ("time", "effort", "skill"):
            why, source = (
                "In one survey before a go-live, the cost of switching was the central driver of resistance.",
                "E06",
            )
        found.append(Finding("removes", "good", says, why, source, "repair_kind"))
    else:
        found.append(
            Finding(
                "repair-kind-missing",
                "ask",
                "Does the repair take the loss away, or give something for it? And why that one?",
                field="repair_kind",
            )
        )
    return found


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The ledger, its comparisons, and the repair as one sentence."""
    if not table(answers).rows:
        return ()
    parts: list[str | Table] = []
    if chosen := str(answers.get("filled", "")):
        parts.append(
            f"The deal of the {who.role_name(answers)} with {who.technology_name(answers)}. {dict(FILLED)[chosen]}."
        )
    parts += [table(answers), three(answers)]
    if repair := text_of(answers, "repair"):
        line = BY_NAME.get(str(answers.get("repair_line", ""))) or worst(answers)
        for_line = f" for {line.short}" if line else ""
        granter, by = text_of(answers, "granter") or "not known", text_of(answers, "by") or "no day yet"
        why = f" Why this one: {text_of(answers, 'why')}" if text_of(answers, "why") else ""
        parts.append(f"Repair asked{for_line}: {repair.rstrip('.')}. Granted or refused by: {granter}, {by}.{why}")
    return tuple(parts)


def _fields() -> tuple[Field, ...]:
    def pair(name: str, label: str, group: str, placeholder: str, help_: str = "") -> tuple[Field, Field]:
        return (
            Field(name, label, "number", lowest=-END, highest=END, group=group, help=help_),
            Field(f"{name}_words", f"{label}: what exactly, before and after?", placeholder=placeholder, group=group),
        )

    put_in, get_out = (
        "What they put in: -5 much worse for them, +5 much better",
        "What they get out: -5 much worse for them, +5 much better",
    )
    others = "The others' gain: -5 to +5"
    return (
        *who.fields(),
        Field("filled", "Who says so?", "choice", options=FILLED, group="One role, one system"),
        *(one for line in PUT_IN for one in pair(line.name, line.label, put_in, line.placeholder)),
        *(one for line in GET_OUT for one in pair(line.name, line.label, get_out, line.placeholder)),
        *pair("firm", "The firm's gain", others, "questions answered in two days instead of nine"),
        *pair("colleagues", "Colleagues' gain", others, "HR partners lose the forms", "Those next to them: another role, unit or shift."),
        Field("repair_line", "Which line do you repair?", "choice", group="One repair",
              options=(("", "The worst one"), *((line.name, line.label) for line in LINES))),
        Field("repair", "What would be a fair repair?", "text", rows=2, group="One repair", help="Something that is different afterwards. Best in their words.",
              placeholder="The quarterly absence report is dropped; the calendar shows the same."),
        Field("repair_kind", "What does it do?", "choice", options=KINDS, group="One repair"),
        Field("why", "Why this and not the other?", group="One repair", placeholder="they asked for the time, not for a thank-you"),
        Field("granter", "Who can grant it? One role, no name", group="One repair", placeholder="the head of HR"),
        Field("by", "By which day?", group="One repair", placeholder="12 March"),
    )  # fmt: skip


_GOOD: dict[str, Answer] = {
    "role": "middle_manager", "technology": "hris", "filled": "users",
    "time": -3, "time_words": "before: none; after: about 20 minutes a week for leave and sick notes",
    "effort": -1, "effort_words": "HR asks again when one field is empty",
    "back": 1, "back_words": "no more mails on who is away in August",
    "standing": -1, "standing_words": "“I lead twelve people, and now I am a clerk.”",
    "control": 1, "control_words": "sees the whole year in one calendar",
    "firm": 4, "firm_words": "leave questions answered in two days instead of nine",
    "colleagues": 3, "colleagues_words": "HR partners lose the leave forms",
    "repair": "The quarterly absence report is dropped; that gives back about an hour a month.", "repair_kind": "remove",
    "why": "They asked for the time, not for a thank-you.", "granter": "the head of HR", "by": "12 March",
}  # fmt: skip
_FOUND = ("loses-before", "loses-firm", "loses-colleagues", "worst-line", "users-filled", "removes", "repair-whole")


def _but(**changes: Answer) -> dict[str, Answer]:
    return {**_GOOD, **changes}


EXERCISE = Exercise(
    id="equity-ledger",
    title="Equity ledger",
    task="Fill in the deal of one role with a number and a few words a line, see which of three comparisons is negative, and ask for one repair.",
    minutes=12,
    fields=_fields(),
    hints=(
        "Plus is always better for them, also with time: 20 minutes a week more is -2 or -3.",
        "Leave a line at 0 when nothing changes. Three honest lines are worth more than eight polite ones.",
        "Give the firm its real gain. The users can guess it, and the comparison with it is made anyway.",
        "Worked solution: load the worked example. All three comparisons are negative; the repair drops a report, which costs no money and gives back the kind of thing that was lost.",
    ),
    example=Example(_GOOD, _FOUND),
    mistakes=(
        Mistake("nothing filled in", {"filled": "users"}, ("ledger-empty",)),
        Mistake("numbers without words", {"time": -2, "firm": 4}, ("repair-missing", "words-missing", "filled-missing", "loses-before", "loses-firm", "worst-line")),
        Mistake("I know how they feel", _but(filled="guess"), ("filled-guess", "loses-before", "loses-firm", "loses-colleagues", "worst-line", "removes", "repair-whole")),
        Mistake("talk as a repair", _but(repair="Explain the benefits better in a newsletter"),
                ("repair-talk", *_FOUND[:5])),
        Mistake("a repair of another line", _but(repair="Public thanks and a title", repair_kind="add", why=""),
                ("repair-other-line", "adds", *_FOUND[:5], "repair-whole")),
        Mistake("IT grants a bonus", _but(repair="A bonus for every hour spent", granter="the project lead"), ("repair-not-yours", *_FOUND[:6])),
        Mistake("nobody grants it, some day", _but(granter="the team", by="soon"), ("granter-group", "repair-day-missing", *_FOUND[:6])),
        Mistake("the firm gains nothing", _but(firm=0, firm_words="", colleagues=0, colleagues_words=""), ("firm-zero", "loses-before", *_FOUND[3:])),
        Mistake("a gain that drowns a loss", _but(back=5, firm=1, colleagues=0, colleagues_words=""), ("loss-hidden", *_FOUND[3:])),
        Mistake("all is well", {"filled": "guess", "back": 3, "back_words": "no more forms", "firm": 2, "firm_words": "two posts less"},
                ("no-loss", "filled-guess")),
    ),
    check=check,
    live=live,
    live_label="Three comparisons",
    check_label="Look at the ledger",
    part="deal",
    written=written,
)  # fmt: skip
