"""Equity ledger: what one role puts in and gets out, compared with before, with the firm and with colleagues.

People weigh what they put in against what they get out, and compare their deal with
the employer's gain and with the deals of colleagues; a loss in any of the three
feeds resistance (`E03`). The numbers are judgements, the sums are simple, and the
result is an aid for a talk:

- Every line is a change from -5 to +5, plus is better *for them*, also with time.
- Their deal is the sum of the eight lines, held between -5 and +5.
- Against the firm: their deal minus the firm's gain; against colleagues likewise.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from exercises.exercise import Answer, Answers, Example, Exercise, Feedback, Field, Finding, Meter, Mistake, Table
from exercises.models import who
from exercises.text import cue, shortened, words
from exercises.text.candour import not_mine
from exercises.text.days import read_day
from exercises.text.owner import about_owner

END = 5
"""Where the scale of a line ends, and that of a deal."""


class Line(NamedTuple):
    """One line of the ledger; `repair` is one that needs no money, `sounds` are words that a repair of it may use."""

    name: str
    label: str
    short: str
    placeholder: str
    repair: str
    sounds: str


PUT_IN = (
    Line("time", "Time it takes them", "time", "20 minutes a week for leave and sick notes", "drop a report that nobody reads",
         "minutes? hours? time weekly daily drop(?:s|ped)? report\\w* paid overtime shorter fewer days? meeting"),
    Line("effort", "Effort and attention", "effort", "asked again when one field is empty", "fewer mandatory fields, agreed with them",
         "fields? clicks? reminders? help\\w* support floor forms? fewer templates? pre-?filled interruptions?"),
    Line("skill", "What they can do, and must learn", "skill", "nobody needs the rules that they know by heart", "make them the ones who define the rules in it",
         "train\\w* learn\\w* teach\\w* practice experts? define\\w* coach\\w* master\\w* know-how expertise"),
    Line("given", "What they hand over", "what they hand over", "contacts, tricks, a list of their own", "they decide what is shared, and from which day",
         "shar\\w+ private credit\\w* names? contacts? list own\\w* visible hidden keep"),
)  # fmt: skip
GET_OUT = (
    Line("back", "Time they get back", "time back", "no more mails on who is away", "take over the next most hated chore",
         "minutes? hours? time chores? mails? calls? calendar overview fewer report\\w*"),
    Line("standing", "Standing with others", "standing", "clerk's work for somebody who leads people", "say publicly whose know-how it was built on",
         "thank\\w* name[sd]? titles? credit\\w* expert public\\w* respect meeting role present\\w*"),
    Line("pay", "Pay, bonus, prospects", "pay", "a bonus counts entries now", "the figures do not count towards pay until both sides trust them",
         "pay\\w* bonus\\w* commission\\w* target\\w* money grades? salary count\\w* overtime"),
    Line("control", "Control over their own day", "control", "sees the year in one calendar", "they choose the week, and may overrule a suggestion",
         "choose\\w* decide\\w* overrul\\w* refus\\w* own see\\w* week first private view control order"),
)  # fmt: skip
LINES = (*PUT_IN, *GET_OUT)
_LINE = {line.name: line for line in LINES}
_SOUNDS = {line.name: cue(*line.sounds.split()) for line in LINES}

FILLED = (
    ("", "Choose …"), ("users", "People of the role filled it themselves"), ("told", "One of them told me, I wrote it down"), ("guess", "I guessed"),
)  # fmt: skip
KINDS = (("", "Choose …"), ("remove", "Take the loss away, or make it smaller"), ("add", "Leave the loss, and give something for it"))

_TALK = cue(
    "communicat\\w+", "explain\\w*", "inform(?:ed|ing)?", "convinc\\w+", "persuad\\w+", "awareness", "newsletter", "roadshow", "show (?:them )?(?:the )?benefits?", "benefits? of",
    "sell(?:ing)? it", "buy-in", "mindset", "motivat\\w+", "emphasi[sz]\\w+", "highlight\\w*",
)  # fmt: skip
_IT = re.compile(r"\b(?:IT|PMO|[Pp]roject (?:lead|manager|team|office)|[Dd]evelopers?|[Aa]dmin(?:istrator)?s?|[Pp]roduct owner|[Vv]endor|[Aa]rchitect|I|me|we|us)\b")
_MONEY = cue("pay", "salary", "salaries", "bonus\\w*", "commissions?", "targets?", "jobs?", "posts?", "grades?", "headcount", "wages?")


class Deal(NamedTuple):
    """The three comparisons, and the plain sum behind the first one."""

    total: int
    before: int
    firm: int
    colleagues: int


def deal(answers: Answers) -> Deal:
    """Add the lines and compare; see the head of this module."""
    total = sum(_number(answers, line.name) for line in LINES)
    own = max(-END, min(END, total))
    return Deal(total, own, own - _number(answers, "firm"), own - _number(answers, "colleagues"))


def _number(answers: Answers, name: str) -> int:
    value = answers.get(name, 0)
    return value if isinstance(value, int) else 0


def _text(answers: Answers, name: str) -> str:
    return " ".join(str(answers.get(name, "")).split())


def _compared(answers: Answers, name: str) -> bool:
    """Whether there is something to compare with: the firm or the colleagues have been filled in."""
    return bool(_number(answers, name) or _text(answers, f"{name}_words"))


def meters(answers: Answers) -> tuple[Meter, ...]:
    """The three comparisons on scales whose middle is even."""
    found = deal(answers)
    made = [Meter("With themselves, before", found.before, -END, END, _in_words(found.before, "against before"))]
    for name, label, value in (("firm", "the firm", found.firm), ("colleagues", "colleagues", found.colleagues)):
        there = _compared(answers, name)
        says = _in_words(value, f"against {label}") if there else f"{label} not filled in yet"
        made.append(Meter(f"With {label}", value if there else 0, -2 * END, 2 * END, says))
    return tuple(made)


def _in_words(value: int, against: str) -> str:
    if value == 0:
        return f"even {against}"
    return f"they {'lose' if value < 0 else 'gain'} {abs(value)} {against}"


def live(answers: Answers) -> str | Feedback:
    """The three meters, once a number has been given."""
    if not any(_number(answers, name) for name in (*_LINE, "firm", "colleagues")):
        return ""
    return Feedback("A talking aid, not a measurement: middle of the bar is even.", meters=meters(answers))


def worst(answers: Answers) -> Line | None:
    """The line on which they lose most (the first of several), or None where they lose on none."""
    line = min(LINES, key=lambda one: _number(answers, one.name))
    return line if _number(answers, line.name) < 0 else None


def check(answers: Answers) -> Feedback:
    """Name the negative comparisons and the worst line, and look at the repair."""
    if not any(_number(answers, name) for name in (*_LINE, "firm", "colleagues")):
        says = "Give the first line a number: does the system take time from them, or give some back?"
        return Feedback("The ledger is empty.", (Finding("ledger-empty", "ask", says, field="time"),))
    found = [*_comparisons(answers), *_worst_line(answers), *_words(answers), *_who_filled(answers)]
    if worst(answers):
        found += _repair(answers)
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    lost = [{"before": "before", "firm": "the firm"}.get(name, name) for name in negative(answers)]
    role = who.role_name(answers)
    summary = f"{role[:1].upper()}{role[1:]}: {'they lose against ' + _listed(lost) if lost else 'no comparison is negative'}. These are judgements, added up; no measurement."
    return Feedback(summary, tuple(found), tables=(_table(answers), _three(answers)), meters=meters(answers))


def negative(answers: Answers) -> tuple[str, ...]:
    """Which comparisons are negative: `before`, `firm`, `colleagues`; what is not filled in is not compared."""
    now = deal(answers)
    made = [("before", now.before)] + [
        (name, value) for name, value in (("firm", now.firm), ("colleagues", now.colleagues)) if _compared(answers, name)
    ]
    return tuple(name for name, value in made if value < 0)


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
            says = f"The sums hide a loss: {line.short} stands at {_number(answers, line.name)}. Do the gains on other lines pay for it in their eyes?"
            return [Finding("loss-hidden", "ask", says, "More benefit does not cancel a threat.", "E08", line.name)]
        found.append(Finding("no-loss", "ask", says))
    return found


def _worst_line(answers: Answers) -> list[Finding]:
    line = worst(answers)
    if line is None:
        return []
    given = _text(answers, f"{line.name}_words")
    quoted = f": “{shortened(given)}”" if given else ""
    value = _number(answers, line.name)
    others = [one.short for one in LINES if one is not line and _number(answers, one.name) == value]
    tie = f" Equally bad: {_listed(others)}. Ask them which one they would have repaired first." if others else ""
    return [Finding("worst-line", "note", f"The worst line is {line.short} ({value}){quoted}.{tie}", field=line.name)]


def _words(answers: Answers) -> list[Finding]:
    found = []
    labels = {**{line.name: line.short for line in LINES}, "firm": "the firm", "colleagues": "colleagues"}
    bare = [labels[name] for name in labels if _number(answers, name) and not _text(answers, f"{name}_words")]
    if bare:
        says = f"Numbers without words: {_listed(bare)}. What exactly changes? A number alone cannot be discussed, and cannot be repaired."
        first = next(name for name in labels if labels[name] == bare[0])
        found.append(Finding("words-missing", "ask", says, field=f"{first}_words"))
    zero = [name for name in labels if not _number(answers, name) and len(words(_text(answers, f"{name}_words"))) >= 2]
    if zero:
        says = f"“{shortened(_text(answers, f'{zero[0]}_words'))}” stands at 0: does it really make no difference to them?"
        found.append(Finding("zero-with-words", "ask", says, field=zero[0]))
    if not _number(answers, "firm"):
        says = "The firm stands at 0. Somebody pays for this system: what for? Users can guess it, so say it."
        found.append(Finding("firm-zero", "ask", says, field="firm"))
    return found


def _who_filled(answers: Answers) -> list[Finding]:
    chosen = answers.get("filled")
    if chosen == "users":
        return [Finding("users-filled", "good", "They filled it themselves. Keep their words when you pass it on.", field="filled")]
    if chosen == "told":
        return [Finding("one-told", "good", "One person's view, in their words. A second one will differ: on which line?", field="filled")]
    says = "This is your guess of their deal. Hand the empty ledger to three people of the role and compare: where you differ, ask."
    return [Finding("filled-guess" if chosen else "filled-missing", "ask", says if chosen else "Who filled this: people of the role, or you?", field="filled")]


def _repair(answers: Answers) -> list[Finding]:
    line = worst(answers)
    assert line is not None
    repair, chosen = _text(answers, "repair"), _LINE.get(str(answers.get("repair_line", "")), line)
    if not repair:
        says = f"No repair yet for {line.short}. One that needs no money: {line.repair}. Ask them what they would call fair."
        return [Finding("repair-missing", "change", says, field="repair")]
    found = []
    if chosen is not line and _number(answers, chosen.name) > _number(answers, line.name):
        says = f"You repair {chosen.short}; the worst line is {line.short} ({_number(answers, line.name)}). Is that their choice or the easier one?"
        found.append(Finding("repair-elsewhere", "ask", says, field="repair_line"))
    found += _what(answers, repair, chosen)
    granter = about_owner(_text(answers, "granter"), field="granter", prefix="granter")
    bound = _MONEY.search(repair)
    money = not_mine(repair) or (bound.group() if bound else "")
    if money and _IT.search(_text(answers, "granter")):
        says = f"“{shortened(money)}” is not IT's to grant. Who can, and will they put it in writing?"
        found.append(Finding("repair-not-yours", "change", says, field="granter"))
    elif granter.verdict != "good":
        found.append(granter)
    if not read_day(_text(answers, "by"))[0]:
        found.append(Finding("repair-day-missing", "change", "By which day is it granted or refused? A repair without a day is a mood.", field="by"))
    if not any(one.verdict == "change" for one in found):
        says = "The repair has an owner and a day: they can see whether it comes."
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
        found.append(Finding("adds", "ask", says, "More benefit does not cancel a threat; the two worked apart in one hospital.", "E08", "repair_kind"))
    elif kind == "remove":
        says = "It makes the loss itself smaller."
        found.append(Finding("removes", "good", says, "In one survey before a go-live, the cost of switching was the central driver of resistance.", "E06", "repair_kind"))
    else:
        found.append(Finding("repair-kind-missing", "ask", "Does the repair take the loss away, or give something for it? And why that one?", field="repair_kind"))
    return found


def _table(answers: Answers) -> Table:
    rows = []
    for name, label in [*((line.name, line.label) for line in LINES), ("firm", "The firm"), ("colleagues", "Colleagues")]:
        value, text = _number(answers, name), _text(answers, f"{name}_words")
        if value or text:
            rows.append((label, f"{value:+d}" if value else "0", text))
    return Table("The ledger", ("Line", "Change", "What exactly"), tuple(rows))


def _three(answers: Answers) -> Table:
    now = deal(answers)

    def against(name: str, label: str, value: int) -> tuple[str, str]:
        if not _compared(answers, name):
            return f"{label} not filled in yet", "none"
        return f"their deal {now.before:+d}, minus {label}: {_number(answers, name):+d}", f"{value:+d}"

    held = f" (sum {now.total:+d}, held at {now.before:+d})" if now.total != now.before else ""
    return Table("Three comparisons, a talking aid", ("Compared with", "How it is made", "Result"), (
        ("Themselves, before", f"the eight lines added{held}", f"{now.before:+d}"),
        ("The firm", *against("firm", "the firm", now.firm)),
        ("Colleagues", *against("colleagues", "colleagues", now.colleagues)),
    ))  # fmt: skip


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The ledger, its comparisons, and the repair as one sentence."""
    parts: list[str | Table] = []
    if chosen := str(answers.get("filled", "")):
        parts.append(f"The deal of the {who.role_name(answers)} with {who.technology_name(answers)}. {dict(FILLED)[chosen]}.")
    parts += [_table(answers), _three(answers)]
    if repair := _text(answers, "repair"):
        line = _LINE.get(str(answers.get("repair_line", ""))) or worst(answers)
        for_line = f" for {line.short}" if line else ""
        granter, by = _text(answers, "granter") or "not known", _text(answers, "by") or "no day yet"
        why = f" Why this one: {_text(answers, 'why')}" if _text(answers, "why") else ""
        parts.append(f"Repair asked{for_line}: {repair.rstrip('.')}. Granted or refused by: {granter}, {by}.{why}")
    return tuple(parts)


def _fields() -> tuple[Field, ...]:
    def pair(name: str, label: str, group: str, placeholder: str, help_: str = "") -> tuple[Field, Field]:
        return (
            Field(name, label, "number", lowest=-END, highest=END, group=group, help=help_),
            Field(f"{name}_words", f"{label}: what exactly, before and after?", placeholder=placeholder, group=group),
        )

    put_in, get_out = "What they put in: -5 much worse for them, +5 much better", "What they get out: -5 much worse for them, +5 much better"
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
