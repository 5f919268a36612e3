"""Swap test: put another role into a text and see what breaks. If nothing does, the text was for everybody.

The words of a role come from lists that we wrote (data/swap/words.toml); they miss what
a person of the role would hear. So the learner names the words too, and theirs count.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from exercises import library
from exercises.exercise import (
    Answers,
    Example,
    Exercise,
    Feedback,
    Field,
    Finding,
    Meter,
    Mistake,
    Table,
)
from exercises.models import who
from exercises.models.role_words import Tie, swapped, ties
from exercises.pitch import review
from exercises.text import cue, reads_english, sentences, shortened, words

OWN = "own"
LONGEST = 4000
"""Characters of a text that are read."""


class Sample(NamedTuple):
    """A made-up text, the words of its option, and the role it is for."""

    id: str
    says: str
    role: str
    text: str


@cache
def samples() -> dict[str, Sample]:
    """The three sample texts by id."""
    whole = tomllib.loads((library.DATA / "swap" / "samples.toml").read_text(encoding="utf-8"))
    return {one["id"]: Sample(**one) for one in whole["sample"]}


_NOTHING = cue(
    "nothing(?: breaks| really| at all)?",
    "none",
    "no",
    "not (?:a thing|much)",
    "it (?:still )?works",
    "it survives",
    "n/a",
    "-",
)
_EMPTY = frozenset(
    "a an the and or but of to in on at by for with from it its this that is are was be you your we our they their all".split()
)
_SPLIT = re.compile(r"[\n,;/]+|\band\b")


class Read(NamedTuple):
    """What is read: the text, its role and the other one, and how both are called."""

    text: str
    role: str
    other: str
    name: str
    other_name: str


def _read(answers: Answers) -> Read:
    sample = samples().get(str(answers["sample"]))
    role = sample.role if sample else str(answers["role"])
    text = sample.text if sample else str(answers["own_text"]).strip()[:LONGEST]
    name = who.role_name({"role": role, "role_words": answers["role_words"]})
    other = str(answers["other"])
    return Read(text, role, other, name, who.role_name({"role": other}))


def both(answers: Answers) -> str | Feedback:
    """The text as it is, and with the words of the role swapped."""
    read = _read(answers)
    if not read.text:
        return ""
    found = ties(read.text, read.role, read.other)
    rows = (("As it is", " ".join(read.text.split())), ("Swapped", " ".join(swapped(read.text, found).split())))
    says = "What was swapped stands in square brackets." if found else "We found no word to swap."
    return Feedback(says, tables=(Table(f"For {read.name}, and for {read.other_name}", ("", "The text"), rows),))


def check(answers: Answers) -> Feedback:
    """Count what ties the text to its role, sentence by sentence, and compare with what the learner saw break."""
    read = _read(answers)
    if not words(read.text):
        says = "Paste a text, or choose one of the three samples first."
        return Feedback("There is nothing to swap yet.", (Finding("text-empty", "ask", says, field="own_text"),))
    if read.role == read.other:
        says = f"Both are {read.name}. Choose a role whose day looks different."
        return Feedback("Nothing was swapped.", (Finding("same-role", "change", says, field="other"),))
    found = ties(read.text, read.role, read.other)
    special = tuple(one for one in found if not one.name)
    named, not_there, nothing = _named(str(answers["breaks"]), read.text, special)
    own = tuple(one for one in named if not any(_overlap(one, tie.words) for tie in found))
    broken, whole = _sentences(read.text, special, own)
    count = len({tie.words.lower() for tie in special}) + len(own)
    named = tuple(one for one in named if one in own or any(_overlap(one, tie.words) for tie in special))
    findings = [
        *_ties(read, found, special, own, len(broken), len(broken) + len(whole)),
        *_survivor(broken, whole),
        *_general(read.text),
        *_breaks(bool(words(str(answers["breaks"]))), named, own, not_there, nothing, special),
        *_reading(read),
    ]
    says = (
        f"Read both to somebody who is {_a(read.name)}. Which words do they correct, and which do they call their own?"
    )
    findings.append(Finding("read-aloud", "ask", says))
    findings.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    total = len(broken) + len(whole)
    sums = f"{len(broken)} of {total}"
    yours = ", all of them named by you" if own and not special else ""
    return Feedback(
        f"{count} {'word ties' if count == 1 else 'words tie'} this text to {_a(read.name)}{yours}; {sums} sentences would be wrong for {_a(read.other_name)}.",
        tuple(findings),
        meters=(Meter("Sentences that break", len(broken), 0, max(total, 1), sums),),
    )


def _a(name: str) -> str:
    if name.startswith("this "):
        return name
    return f"an {name}" if name[:1] in "aeiouAEIOH" and not name.startswith(("use", "uni")) else f"a {name}"


def _named(given: str, text: str, special: tuple[Tie, ...]) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """The words that the learner says break: those that stand in the text, those that do not, and whether they say nothing does."""
    if _NOTHING.fullmatch(given.strip(" .!")):
        return (), (), True
    inside = f" {' '.join(words(text))} "
    there: list[str] = []
    missing: list[str] = []
    for piece in _SPLIT.split(given):
        said = " ".join(words(piece))
        if not said:
            continue
        # A sentence about the text (“the pump would be odd there”) names the words of ours that it holds.
        held = [] if f" {said} " in inside else [
            one for tie in special if f" {(one := ' '.join(words(tie.words)))} " in f" {said} "
        ]  # fmt: skip
        if held:
            there += held
        else:
            (there if f" {said} " in inside else missing).append(said)
    useful = [one for one in dict.fromkeys(there) if set(one.split()) - _EMPTY]
    return tuple(useful[:20]), tuple(dict.fromkeys(missing))[:20], False


def _overlap(one: str, other: str) -> bool:
    return bool(set(one.split()) & set(words(other)) - _EMPTY)


def _sentences(text: str, special: tuple[Tie, ...], own: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Sentences that would be wrong for the other role, and those that would survive."""
    broken: list[str] = []
    whole: list[str] = []
    for one in sentences(text):
        inside = f" {' '.join(words(one.words))} "
        tied = any(one.start <= tie.start < one.end for tie in special) or any(
            f" {phrase} " in inside for phrase in own
        )
        (broken if tied else whole).append(one.words)
    return broken, whole


def _quoted(found: tuple[str, ...], most: int = 6) -> str:
    shown = ", ".join(f"“{shortened(one, 40)}”" for one in found[:most])
    return shown + (f" and {len(found) - most} more" if len(found) > most else "")


def _ties(
    read: Read, found: tuple[Tie, ...], special: tuple[Tie, ...], own: tuple[str, ...], broken: int, total: int
) -> list[Finding]:
    why = "Texts fitted to the reader did a little better than general ones, mainly because they feel relevant. Health studies, and a small gain."
    listed = tuple(dict.fromkeys(tie.words for tie in special))
    if not special and not own:
        if found:
            says = f"Only the name changes: {_quoted(tuple(dict.fromkeys(t.words for t in found)))}. Everything else would reach {_a(read.other_name)} as it stands. A name on a letter is not a text for a role."
            return [Finding("name-only", "change", says, why, "E23")]
        says = f"Nothing breaks: every sentence could go to {_a(read.other_name)} as it stands. This is general text. Which moment of the day of {_a(read.name)} could it begin in?"
        return [Finding("nothing-breaks", "change", says, why, "E23")]
    if not special:
        says = f"Only words that you named tie it to the role: {_quoted(own)}. Would {_a(read.other_name)} really stumble over them?"
        return [Finding("tied-by-you", "ask", says)]
    if broken * 2 < total:
        says = f"{_quoted((*listed, *own))} {'ties' if len(listed) + len(own) == 1 else 'tie'} it to the role, in {broken} of {total} sentences. The rest would reach {_a(read.other_name)} unchanged."
        return [Finding("half-tied", "ask", says, why, "E23")]
    says = f"{_quoted((*listed, *own))}: {_a(read.other_name)} would stumble in {broken} of {total} sentences. It is tied to one role; whether it is true of it, only they can say."
    return [Finding("tied", "good", says, why, "E23")]


def _survivor(broken: list[str], whole: list[str]) -> list[Finding]:
    if not broken or not whole:
        return []
    says = f"“{shortened(max(whole, key=len), 110)}” survives any swap. Tie it to their day, or leave it out?"
    return [Finding("survivor", "ask", says)]


def _general(text: str) -> list[Finding]:
    signs = [one for one in review(text).signs if not one.helps and one.criterion in ("C1", "C3")]
    if not signs:
        return []
    says = f"{_quoted(tuple(dict.fromkeys(one.words for one in signs)))}: said to everybody about everything. {signs[0].why}"
    return [Finding("general-words", "change", says)]


def _breaks(
    answered: bool,
    named: tuple[str, ...],
    own: tuple[str, ...],
    not_there: tuple[str, ...],
    nothing: bool,
    special: tuple[Tie, ...],
) -> list[Finding]:
    """What the learner saw break, beside what the lists know."""
    if not answered:
        says = "What did you see break? Write the words that are wrong now, or “nothing”, and check again."
        return [Finding("breaks-missing", "ask", says, field="breaks")]
    if nothing:
        if special:
            says = f"You saw nothing break. Read the swapped text aloud once more at {_quoted(tuple(dict.fromkeys(t.words for t in special)), 3)}."
            return [Finding("breaks-nothing", "ask", says, field="breaks")]
        return [Finding("breaks-right", "good", "You saw it: nothing breaks.", field="breaks")]
    found = []
    if own:
        says = f"You named {_quoted(own)}, which our lists do not have. They count: a list knows less about a role than you may."
        # Beside words of the lists they show a good ear; alone they are a claim, and are counted without praise.
        found.append(Finding("breaks-own", "good" if special else "note", says, field="breaks"))
    if len(named) > len(own):
        says = f"You and the lists agree on {_quoted(tuple(one for one in named if one not in own))}."
        found.append(Finding("breaks-agree", "good", says, field="breaks"))
    if not_there and not named:
        says = f"We do not find {_quoted(not_there, 3)} in the text. Copy the words that break, one a line."
        found.append(Finding("breaks-not-there", "ask", says, field="breaks"))
    return found


def _reading(read: Read) -> list[Finding]:
    found = []
    if read.role not in library.roles():
        says = "We have no list of words for your role, so only the words that you name under “what breaks” can tie the text to it."
        found.append(Finding("no-list", "note", says, field="breaks"))
    if not reads_english(read.text):
        says = (
            "The lists are English and this text does not look like it. Name the words that break yourself; they count."
        )
        found.append(Finding("text-unread", "note", says, field="breaks"))
    elif len(words(read.text)) < 12:
        found.append(Finding("text-short", "note", "It is very short. Try it with a whole mail.", field="own_text"))
    return found


def _role_fields() -> tuple[Field, ...]:
    role, role_words, *_ = who.fields("")
    return replace(role, label="Which role is your text for?", only_if=("sample", OWN)), role_words


_MERGE = "Dear nurses, the new platform goes live on Monday. You will find a short film on the start page. It explains the most important steps. Please watch it before the end of the week."
_CAR = (
    "Before each visit you sit in the car and ring the office for open offers. From Monday one page on the phone shows them. "
    "It also shows deals that stand still; for eight weeks only you see that list. Any questions?"
)

EXERCISE = Exercise(
    id="swap-test",
    title="Swap test",
    task="Put another role into a text, read what comes out, and write down which words break.",
    minutes=8,
    numbers="made up",
    fields=(
        Field("sample", "Which text?", "choice", options=(*((s.id, s.says) for s in samples().values()), (OWN, "A text of my own"))),
        *_role_fields(),
        Field("own_text", "Your text", "text", rows=6, only_if=("sample", OWN), help="A mail, an announcement, a pitch. No names.",
              placeholder="Before each visit you …"),
        Field("other", "Give it to another role: to which?", "choice", options=tuple((r.id, r.name) for r in library.roles().values()), default="teacher"),
        Field("breaks", "What breaks?", "text", rows=3, group="Read it aloud in the other role's place",
              help="The words that are wrong now, one a line. Or “nothing”.", placeholder="the line\nshift sheet"),
    ),
    hints=(
        "Read the swapped text as if it had come to you, in that role. At which word do you think: not me?",
        "A name at the top does not count. A mail to all nurses can still be a mail to all.",
        "What ties a text to a role is a place, a thing in the hand, a moment, a figure. Look for these four.",
        "Worked solution: load the worked example. The filler, the shift sheet, the gloves and the shift leader are wrong in a school; “we count on your support” would be right anywhere.",
    ),
    example=Example({"sample": "tied", "other": "teacher", "breaks": "filler\nshift sheet\npump, gloves\nshift leader"}, ("read-aloud", "tied", "breaks-agree")),
    mistakes=(
        Mistake("not read yet", {}, ("nothing-breaks", "general-words", "breaks-missing", "read-aloud")),
        Mistake("sees that nothing breaks", {"breaks": "Nothing."}, ("nothing-breaks", "general-words", "read-aloud", "breaks-right")),
        Mistake("half of it", {"sample": "half", "breaks": "line"}, ("half-tied", "survivor", "read-aloud", "breaks-agree")),
        Mistake("overlooks what breaks", {"sample": "tied", "breaks": "nothing"}, ("breaks-nothing", "read-aloud", "tied")),
        Mistake("a name at the top of a mail to all", {"sample": "own", "role": "nurse", "own_text": _MERGE, "breaks": "nurses"},
                ("name-only", "read-aloud")),
        Mistake("an own text with one sentence for anybody", {"sample": "own", "role": "field_salesperson", "own_text": _CAR, "other": "payroll_clerk", "breaks": "the car, ring the office"},
                ("survivor", "read-aloud", "tied", "breaks-own", "breaks-agree")),
        Mistake("the same role twice", {"sample": "half", "other": "plant_operator"}, ("same-role",)),
        Mistake("an own text that is not there", {"sample": "own"}, ("text-empty",)),
        Mistake("a role of one's own", {"sample": "own", "role": "other", "role_words": "Theatre stage manager",
                 "own_text": "When the house lights go down you call the first cue from the desk, and the show report writes itself.", "breaks": "house lights, first cue"},
                ("tied-by-you", "read-aloud", "breaks-own", "no-list")),
        Mistake("an opinion for words", {"sample": "tied", "breaks": "it sounds strange"}, ("breaks-not-there", "read-aloud", "tied")),
    ),
    check=check,
    live=both,
    live_label="Twice the same text",
    live_after="other",
)  # fmt: skip
