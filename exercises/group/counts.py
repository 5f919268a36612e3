"""The figures of a group: whole numbers, counted from its learners in any order.

Two rules keep a person from being recognised. With fewer than `FEW` learners nothing is
broken down by role; and nothing is shown of a role, a pitch or a quiz item that fewer than
`FEWEST` learners stand behind: such roles are put together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from exercises import EXERCISES, library, load
from exercises.group.learner import Learner
from exercises.group.texts import QUESTIONS, mixed, without_names
from exercises.models import who
from exercises.pitch.model import CRITERIA
from exercises.quiz import quiz, quizzes

FEW = 5
"""Learners: with fewer, nothing is broken down by role."""

FEWEST = 3
"""Learners who must stand behind a figure on a role, a pitch or an item."""

STANDS = ("for", "against", "ask", "open")
"""Where learners stand on a threat: evidence for it, against it, must ask, not marked."""

OTHER_ROLES = "Other roles together"


class Threat(NamedTuple):
    """A threat: how many learners looked at it, and how many stand where, in the order of `STANDS`."""

    id: str
    learners: int
    stands: tuple[int, int, int, int]


class OfRole(NamedTuple):
    """A role in words: how many learners took it, and how many of them looked at each threat, by id."""

    name: str
    learners: int
    threats: dict[str, int]


class Profile(NamedTuple):
    """Texts of one kind: how many were read, and by criterion how many stand at level 0, 1, 2 and 3."""

    kind: str
    learners: int
    levels: dict[str, tuple[int, int, int, int]]


class Moved(NamedTuple):
    """Two texts of the same learners: by criterion, at level 2 or 3 before and after, and higher, same, lower."""

    pair: str
    learners: int
    criteria: dict[str, tuple[int, int, int, int, int]]


class Item(NamedTuple):
    """An item of a quiz: how many answered it, and how many of them not rightly."""

    quiz: str
    item: str
    answered: int
    wrong: int


class OfExercise(NamedTuple):
    """An exercise: begun by how many, a change suggested to how many, fields asked, and left empty."""

    id: str
    begun: int
    changed: int
    asked: int
    empty: int


class Figures(NamedTuple):
    """All that is shown of a group.

    Attributes:
        learners: how many there are.
        units: own units by (pledge of 10, things ready of 4).
        with_units: learners with units of their own.
        plans: plans by how many of their four parts are there, 0 to 4.
        with_threats: learners who looked at a threat.
        threats: most looked at first.
        roles: most chosen first; empty where nothing is broken down.
        profiles, moved: pitches, where `FEWEST` learners have one.
        began: learners whose first pitch task was A, was B, and who did both without saying.
        unread: pitches that the rules could not read.
        items: shown items, most often wrong first.
        exercises: those begun, most changes first.
        questions: by kind, mixed, without what looks like a name, with how many wrote the same.
        pitches: texts of the pitch builder, the same way.
    """

    learners: int
    units: dict[tuple[int, int], int]
    with_units: int
    plans: tuple[int, int, int, int, int]
    with_threats: int
    threats: tuple[Threat, ...]
    roles: tuple[OfRole, ...]
    profiles: tuple[Profile, ...]
    moved: tuple[Moved, ...]
    began: tuple[int, int, int]
    unread: int
    items: tuple[Item, ...]
    exercises: tuple[OfExercise, ...]
    questions: dict[str, tuple[tuple[str, int], ...]]
    pitches: tuple[tuple[str, int], ...]


PAIRS = {
    "tasks": ("task-first", "task-second"),
    "versions": ("aside", "pitch-builder"),
    "announcement": ("first-line", "pitch-builder"),
}
"""What can be laid beside what, most alike first: before and after."""


def figures(learners: Sequence[Learner]) -> Figures:
    """Count what is shown of a group."""
    texts = {kind: [t for one in learners for k, t in one.questions if k == kind] for kind in QUESTIONS}
    began = Counter(one.began for one in learners)
    return Figures(
        learners=len(learners),
        units=dict(sorted(Counter(unit for one in learners for unit in one.units).items())),
        with_units=sum(bool(one.units) for one in learners),
        plans=_by_number(Counter(one.plan for one in learners if one.plan is not None)),
        with_threats=sum(bool(one.threats) for one in learners),
        threats=_threats(learners),
        roles=_roles([one for one in learners if one.threats]),
        profiles=tuple(one for one in (_profile(kind, learners) for kind in _kinds()) if one.learners >= FEWEST),
        moved=tuple(one for one in (_moved(pair, learners) for pair in PAIRS) if one.learners >= FEWEST),
        began=(began["a"], began["b"], began["?"]),
        unread=sum(not pitch.levels for one in learners for pitch in one.pitches.values()),
        items=_items(learners),
        exercises=_exercises(learners),
        questions={kind: _told(found) for kind, found in texts.items() if found},
        pitches=_told([one.pitches["pitch-builder"].text for one in learners if "pitch-builder" in one.pitches]),
    )


def _by_number(found: Counter[int]) -> tuple[int, int, int, int, int]:
    return found[0], found[1], found[2], found[3], found[4]


def _threats(learners: Sequence[Learner]) -> tuple[Threat, ...]:
    met = [pair for one in learners for pair in one.threats]
    by_stand = Counter(met)
    counted = Counter(threat for threat, _ in met)
    made = [
        Threat(
            threat,
            many,
            (by_stand[threat, "for"], by_stand[threat, "against"], by_stand[threat, "ask"], by_stand[threat, "open"]),
        )
        for threat, many in counted.items()
    ]
    return tuple(sorted(made, key=lambda one: (-one.learners, one.id)))


def role_name(role: str) -> str:
    """A role in words; roles of the learners' own words are one, since such words may name a person."""
    known = library.roles().get(role)
    return known.name if known and role != who.OTHER else "A role of their own words"


def _roles(learners: Sequence[Learner]) -> tuple[OfRole, ...]:
    """Roles with `FEWEST` learners or more; the others together, and never so few that one can be told by subtraction."""
    if len(learners) < FEW:
        return ()
    of: dict[str, list[Learner]] = {}
    for one in learners:
        of.setdefault(role_name(one.role), []).append(one)
    shown = sorted((-len(those), name) for name, those in of.items() if len(those) >= FEWEST)
    rest = [name for name, those in of.items() if len(those) < FEWEST]
    while shown and 0 < sum(len(of[name]) for name in rest) < FEWEST:
        rest.append(shown.pop()[1])
    made = [_of_role(name, of[name]) for _, name in shown]
    together = [one for name in rest for one in of[name]]
    return (*made, *([_of_role(OTHER_ROLES, together)] if together else ())) if made else ()


def _of_role(name: str, learners: Sequence[Learner]) -> OfRole:
    met = Counter(threat for one in learners for threat, _ in one.threats)
    return OfRole(name, len(learners), dict(sorted(met.items(), key=lambda item: (-item[1], item[0]))))


def _kinds() -> list[str]:
    return list(dict.fromkeys(kind for pair in PAIRS.values() for kind in pair))


def _profile(kind: str, learners: Sequence[Learner]) -> Profile:
    read = [one.pitches[kind].levels for one in learners if kind in one.pitches and one.pitches[kind].levels]
    levels = {}
    for criterion in CRITERIA if read else ():
        at = Counter(one[criterion] for one in read)
        levels[criterion] = (at[0], at[1], at[2], at[3])
    return Profile(kind, len(read), levels)


def _moved(pair: str, learners: Sequence[Learner]) -> Moved:
    first, second = PAIRS[pair]
    both = [
        (one.pitches[first].levels, one.pitches[second].levels)
        for one in learners
        if all(kind in one.pitches and one.pitches[kind].levels for kind in (first, second))
    ]
    made = {}
    for c in CRITERIA if both else ():
        before, after = [a[c] for a, _ in both], [b[c] for _, b in both]
        steps = [b - a for a, b in zip(before, after, strict=True)]
        made[c] = (
            sum(level >= 2 for level in before), sum(level >= 2 for level in after),
            sum(step > 0 for step in steps), steps.count(0), sum(step < 0 for step in steps),
        )  # fmt: skip
    return Moved(pair, len(both), made)


def _items(learners: Sequence[Learner]) -> tuple[Item, ...]:
    answered = Counter(key for one in learners for key in one.quizzes)
    wrong = Counter(key for one in learners for key, right in one.quizzes.items() if not right)
    order = {(name, item.id): at for at, (name, item) in enumerate((n, i) for n in quizzes() for i in quiz(n).items)}
    made = [Item(*key, many, wrong[key]) for key, many in answered.items() if many >= FEWEST]
    return tuple(sorted(made, key=lambda one: (-one.wrong / one.answered, -one.wrong, order[one.quiz, one.item])))


def _exercises(learners: Sequence[Learner]) -> tuple[OfExercise, ...]:
    made = []
    for name in EXERCISES:
        done = [one.exercises[name] for one in learners if name in one.exercises]
        if done:
            changed = sum(one.changes > 0 for one in done)
            made.append(
                OfExercise(name, len(done), changed, sum(one.asked for one in done), sum(one.empty for one in done))
            )
    order = list(EXERCISES)
    return tuple(sorted(made, key=lambda one: (-one.changed / one.begun, -one.changed, order.index(one.id))))


def _told(texts: list[str]) -> tuple[tuple[str, int], ...]:
    found = Counter(without_names(text) for text in texts)
    return tuple((text, found[text]) for text in mixed(list(found)))


def title_of(exercise: str) -> str:
    """The title of an exercise."""
    return load(exercise).title
