"""The figures of a group in words and tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from exercises import library
from exercises.exercise import Table
from exercises.group.counts import FEW, FEWEST, PAIRS, Figures, Moved, Profile, title_of
from exercises.group.texts import QUESTIONS
from exercises.quiz import quiz

KEEN, BARE = 8, 1
"""A unit that pledges this much of ten and has at most this many of four things ready is worth a question."""

TEXTS = {
    "task-first": "The first pitch task",
    "task-second": "The second pitch task",
    "aside": "An earlier pitch, set aside",
    "pitch-builder": "The pitch of the pitch builder",
    "first-line": "The announcement they started from",
}
"""Kinds of text, as they are called in tables."""

ABOUT_PAIRS = {
    "tasks": "A difference may come from practice, from the task, or from words that the rules look for.",
    "versions": "The earlier pitch is one that a learner set aside, perhaps unfinished.",
    "announcement": "An announcement is one sentence and often somebody else's. Laid beside a whole pitch it shows the way, and no progress.",
}


class Part(NamedTuple):
    """A part of the view: its id, its heading, sentences, and tables with every figure."""

    id: str
    heading: str
    says: tuple[str, ...]
    tables: tuple[Table, ...] = ()


def parts(given: Figures, *, words: bool = False, most: int | None = None) -> tuple[Part, ...]:
    """All parts in their order.

    Args:
        given: the figures.
        words: whether what learners wrote is shown.
        most: rows of the long tables; all where left out.
    """
    return (_pledge(given), _threats(given), _pitches(given), _hardest(given, most), _open(given, words=words))


def learners(count: int) -> str:
    """A number of learners in words."""
    return "1 learner" if count == 1 else f"{count} learners"


def _pledge(given: Figures) -> Part:
    says, tables = [], []
    if given.units:
        many = sum(given.units.values())
        bare = sum(n for (pledge, ready), n in given.units.items() if pledge >= KEEN and ready <= BARE)
        says.append(
            f"{learners(given.with_units)} described {many} units of their own. {bare} of these units pledge {KEEN} or more "
            f"of ten and have at most {BARE} of four things ready. Names of units are left out."
        )
        pledges = sorted({pledge for pledge, _ in given.units}, reverse=True)
        rows = [(str(p), *(str(given.units.get((p, r), 0)) for r in range(5))) for p in pledges]
        tables.append(
            Table(
                "Units by pledge and by things ready (owner, two test users, test data, date)",
                ("Pledge of 10", "None ready", "1", "2", "3", "All 4"),
                tuple(rows),
            )
        )
    else:
        says.append("Nobody has typed a queue of their own, so there is no pledge to lay beside what is ready.")
    if plans := sum(given.plans):
        whole = given.plans[4]
        says.append(f"{learners(plans)} turned a pledge into a plan; {whole} of these plans have all four parts.")
        plan_rows = tuple((f"{at} of 4", str(many)) for at, many in enumerate(given.plans))
        tables.append(
            Table("Plans by their parts that are there (cue, action, owner, day)", ("Parts", "Learners"), plan_rows)
        )
    return Part("pledge", "Pledge against readiness", tuple(says), tuple(tables))


def _threats(given: Figures) -> Part:
    heading = "Threats by role"
    if not given.threats:
        return Part("threats", heading, ("Nobody has looked at a threat in the threat finder yet.",))
    names = {threat.id: threat.name for threat in library.threats().values()}
    says = [
        f"{learners(given.with_threats)} looked at {len(given.threats)} of {len(names)} threats. Where they stand is their own mark."
    ]
    rows = tuple((names[one.id], str(one.learners), *map(str, one.stands)) for one in given.threats)
    head = ("Threat", "Learners", "Evidence that it is felt", "Evidence that it is not", "Must ask", "Not marked")
    tables = [Table("Where learners stand on each threat", head, rows)]
    if given.roles:
        columns = ("Threat", *(f"{one.name} ({one.learners})" for one in given.roles))
        by_role = tuple(
            (names[one.id], *(str(role.threats.get(one.id, 0)) for role in given.roles)) for one in given.threats
        )
        tables.append(Table("Learners who looked at a threat, by the role they work on", columns, by_role))
        says.append(f"A role that fewer than {FEWEST} learners took is not shown by itself.")
    elif given.with_threats < FEW:
        says.append(f"With fewer than {FEW} learners nothing is broken down by role: a person could be recognised.")
    else:
        says.append(f"Broken down by role, fewer than {FEWEST} learners would stand alone, so it is not done.")
    return Part("threats", heading, tuple(says), tuple(tables))


def _pitches(given: Figures) -> Part:
    heading = "Pitch profiles, before and after"
    says = []
    if not given.profiles:
        says.append(f"Fewer than {FEWEST} learners have written a pitch, so no profile is shown.")
    shown = [one.pair for one in given.moved]
    if given.profiles and "tasks" not in shown and "versions" not in shown:
        says.append(
            "These dossiers hold one version of the pitch, so a before and after of the same kind cannot be shown."
        )
    for one in given.moved:
        first, second = (TEXTS[kind] for kind in PAIRS[one.pair])
        says.append(
            f"{learners(one.learners)} have both: {_small(first)}, and {_small(second)}. {ABOUT_PAIRS[one.pair]}"
        )
    if "tasks" in shown:
        says.append(
            f"{given.began[0]} began with task A and {given.began[1]} with task B; the two tasks are fair as a pair if that is about half each."
        )
    if given.began[2]:
        says.append(
            f"{learners(given.began[2])} did both tasks and did not say which came first, so these are not compared."
        )
    if given.unread:
        says.append(
            f"{given.unread} {'text' if given.unread == 1 else 'texts'} could not be read by the rules and {'is' if given.unread == 1 else 'are'} not counted here."
        )
    if given.profiles:
        says.append("Levels are suggestions of rules over words. They say nothing of what a listener would do.")
    tables = [_moved_table(one) for one in given.moved]
    tables += [_profile_table(one) for one in given.profiles]
    return Part("pitches", heading, tuple(says), tuple(tables))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _moved_table(one: Moved) -> Table:
    first, second = (TEXTS[kind] for kind in PAIRS[one.pair])
    rubric = library.rubric()
    rows = tuple((f"{c} {rubric[c].name}", *map(str, of)) for c, of in one.criteria.items())
    head = ("Criterion", "Before: level 2 or 3", "After: level 2 or 3", "Higher", "The same", "Lower")
    return Table(f"Before: {_small(first)}. After: {_small(second)}. {learners(one.learners)}", head, rows)


def _profile_table(one: Profile) -> Table:
    rubric = library.rubric()
    rows = tuple((f"{c} {rubric[c].name}", *map(str, of)) for c, of in one.levels.items())
    head = ("Criterion", "Level 0", "Level 1", "Level 2", "Level 3")
    return Table(f"{TEXTS[one.kind]}: {learners(one.learners)} by suggested level", head, rows)


def _hardest(given: Figures, most: int | None) -> Part:
    says, tables = [], []
    wrong = [one for one in given.items if one.wrong]
    if wrong:
        rows = tuple(
            (_asks(one.quiz, one.item), _chapter(one.quiz), f"{one.wrong} of {one.answered}") for one in wrong[:most]
        )
        head_ = ("Quiz item", "Chapter", "Not answered rightly by")
        tables.append(Table("Quiz items that most learners did not answer rightly", head_, rows))
    elif not given.items:
        says.append(f"No quiz item was answered by {FEWEST} learners or more.")
    changed = [one for one in given.exercises if one.begun >= FEWEST]
    if changed:
        begun = tuple(
            (title_of(one.id), str(one.begun), f"{one.changed} of {one.begun}", f"{one.empty} of {one.asked}")
            for one in changed[:most]
        )
        head = ("Exercise", "Begun by", "A change is still suggested to", "Fields left empty")
        tables.append(Table("Exercises by how many learners are still asked to change something", head, begun))
    longest = max(len(wrong), len(changed))
    if most is not None and longest > most:
        says.append(f"The {most} hardest are shown here; the files to take away have all {longest}.")
    says.append("Where only the worked example was loaded, nothing is counted.")
    return Part("hardest", "What was hardest", tuple(says), tuple(tables))


def _chapter(quiz_id: str) -> str:
    return quiz_id.partition("-")[0].lstrip("0")


def _asks(quiz_id: str, item_id: str) -> str:
    return next(item.asks for item in quiz(quiz_id).items if item.id == item_id)


def _open(given: Figures, *, words: bool) -> Part:
    heading, many = "Open questions", sum(n for of in given.questions.values() for _, n in of)
    rows = [(QUESTIONS[kind], str(sum(n for _, n in of))) for kind, of in given.questions.items()]
    if not many:
        return Part("open", heading, ("Nobody has written a question or an open point yet.",))
    says = [f"{many} {'question or open point was' if many == 1 else 'questions and open points were'} written."]
    tables = [Table("How many, by kind", ("Kind", "Written"), tuple(rows))]
    if words:
        says.append("Their order is mixed. Words that look like a person's name are replaced; the rule misses some.")
        tables += [_told(QUESTIONS[kind], of) for kind, of in given.questions.items()]
        if given.pitches:
            tables.append(_told("Pitches", given.pitches))
    else:
        says.append("What they say is shown when you ask for it.")
    return Part("open", heading, tuple(says), tuple(tables))


def _told(caption: str, of: Sequence[tuple[str, int]]) -> Table:
    return Table(caption, ("In their words", "Times"), tuple((text, str(many)) for text, many in of))
