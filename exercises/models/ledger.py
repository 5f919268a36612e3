"""The deal of one role: what one role puts in and gets out, compared with before, with the firm and with colleagues.

People weigh what they put in against what they get out, and compare their deal with
the employer's gain and with the deals of colleagues; a loss in any of the three
feeds resistance (`E03`). The numbers are judgements, the sums are simple, and the
result is an aid for a talk:

- Every line is a change from -5 to +5, plus is better *for them*, also with time.
- Their deal is the sum of the eight lines, held between -5 and +5.
- Against the firm: their deal minus the firm's gain; against colleagues likewise.
"""

from __future__ import annotations

from typing import NamedTuple

from exercises.exercise import Answers, Meter, Table

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
         "minutes? hours? time weekly daily drop(?:s|ped)? report\\w* paid overtime shorter fewer days? weeks? shifts? staff\\w* cover\\w* hands relie\\w+ off meetings?"),
    Line("effort", "Effort and attention", "effort", "asked again when one field is empty", "fewer mandatory fields, agreed with them",
         "fields? clicks? reminders? forms? fewer templates? pre-?filled interruptions? help\\w* beside"),
    Line("skill", "What they can do, and must learn", "skill", "nobody needs the rules that they know by heart", "make them the ones who define the rules in it",
         "train\\w* learn\\w* teach\\w* practice experts? define\\w* coach\\w* master\\w* know-how expertise"),
    Line("given", "What they hand over", "what they hand over", "contacts, tricks, a list of their own", "they decide what is shared, and from which day",
         "shar\\w+ private credit\\w* contacts? visible hidden keep\\w*"),
)  # fmt: skip
GET_OUT = (
    Line("back", "Time they get back", "time back", "no more mails on who is away", "take over the next most hated chore",
         "minutes? hours? time chores? mails? calls? overview fewer report\\w* days? weeks? shifts?"),
    Line("standing", "Standing with others", "standing", "clerk's work for somebody who leads people", "say publicly whose know-how it was built on",
         "thank\\w* named titles? credit\\w* public\\w* respect\\w* present\\w*"),
    Line("pay", "Pay, bonus, prospects", "pay", "a bonus counts entries now", "the figures do not count towards pay until both sides trust them",
         "pay\\w* bonus\\w* commission\\w* target\\w* money grades? salary count\\w* overtime"),
    Line("control", "Control over their own day", "control", "sees the year in one calendar", "they choose the week, and may overrule a suggestion",
         "choose\\w* chosen decide\\w* overrul\\w* overrid\\w* refus\\w* private view control\\w* switch veto"),
)  # fmt: skip
LINES = (*PUT_IN, *GET_OUT)
BY_NAME = {line.name: line for line in LINES}


class Deal(NamedTuple):
    """The three comparisons, and the plain sum behind the first one."""

    total: int
    before: int
    firm: int
    colleagues: int


def deal(answers: Answers) -> Deal:
    """Add the lines and compare; see the head of this module."""
    total = sum(number(answers, line.name) for line in LINES)
    own = max(-END, min(END, total))
    return Deal(total, own, own - number(answers, "firm"), own - number(answers, "colleagues"))


def number(answers: Answers, name: str) -> int:
    """The number of one line, 0 where none was given."""
    value = answers.get(name, 0)
    return value if isinstance(value, int) else 0


def text_of(answers: Answers, name: str) -> str:
    """One text of the learner, on one line."""
    return " ".join(str(answers.get(name, "")).split())


def compared(answers: Answers, name: str) -> bool:
    """Whether there is something to compare with: the firm or the colleagues have been filled in."""
    return bool(number(answers, name) or text_of(answers, f"{name}_words"))


def meters(answers: Answers) -> tuple[Meter, ...]:
    """The three comparisons on scales whose middle is even."""
    found = deal(answers)
    made = [Meter("With themselves, before", found.before, -END, END, _in_words(found.before, "against before"))]
    for name, label, value in (("firm", "the firm", found.firm), ("colleagues", "colleagues", found.colleagues)):
        there = compared(answers, name)
        says = _in_words(value, f"against {label}") if there else "not filled in yet"
        made.append(Meter(f"With {label}", value if there else 0, -2 * END, 2 * END, says))
    return tuple(made)


def _in_words(value: int, against: str) -> str:
    if value == 0:
        return f"even {against}"
    return f"they {'lose' if value < 0 else 'gain'} {abs(value)} {against}"


def worst(answers: Answers) -> Line | None:
    """The line on which they lose most (the first of several), or None where they lose on none."""
    line = min(LINES, key=lambda one: number(answers, one.name))
    return line if number(answers, line.name) < 0 else None


def negative(answers: Answers) -> tuple[str, ...]:
    """Which comparisons are negative: `before`, `firm`, `colleagues`; what is not filled in is not compared."""
    now = deal(answers)
    made = [("before", now.before)] + [
        (name, value) for name, value in (("firm", now.firm), ("colleagues", now.colleagues)) if compared(answers, name)
    ]
    return tuple(name for name, value in made if value < 0)


def table(answers: Answers) -> Table:
    """Every line with a number or words."""
    rows = []
    for name, label in [
        *((line.name, line.label) for line in LINES),
        ("firm", "The firm"),
        ("colleagues", "Colleagues"),
    ]:
        value, text = number(answers, name), text_of(answers, f"{name}_words")
        if value or text:
            rows.append((label, f"{value:+d}" if value else "0", text))
    return Table("The ledger", ("Line", "Change", "What exactly"), tuple(rows))


def three(answers: Answers) -> Table:
    """The three comparisons with the way each is made."""
    now = deal(answers)

    def against(name: str, value: int) -> tuple[str, str]:
        if not compared(answers, name):
            return "not filled in yet", "none"
        return f"{now.before:+d} less {number(answers, name):+d}", f"{value:+d}"

    held = f" (sum {now.total:+d}, held at {now.before:+d})" if now.total != now.before else ""
    return Table("Three comparisons, a talking aid", ("Compared with", "The sum", "Result"), (
        ("Before", f"eight lines added{held}", f"{now.before:+d}"),
        ("The firm", *against("firm", now.firm)),
        ("Colleagues", *against("colleagues", now.colleagues)),
    ))  # fmt: skip
