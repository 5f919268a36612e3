"""What the group view takes from one dossier. Nothing in it says whose it is.

An exercise in which only the worked example stands is not counted: those answers are ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from exercises import EXERCISES, load
from exercises.dossier.store import KEPT, Dossier, Kept
from exercises.exercise import Answers, Exercise
from exercises.group.texts import own_texts, questions_of
from exercises.models import pledge_converter, threat_finder, who
from exercises.models.likely_threats import MOST
from exercises.models.rollout_queue import read_queue
from exercises.pitch import compose, review
from exercises.quiz import quiz, quizzes
from exercises.text.nested import read_json

PLAN = frozenset(("cue-good", "action-good", "owner-good", "date-good", "date-past"))
"""Findings that say that a part of a plan is there; a day that is past by now was a day when it was written."""

TASKS = {"a": "pitch-task-a", "b": "pitch-task-b"}
"""The two parallel pitch tasks. Which of them came first, the learner says."""

FEWEST_WORDS = 5
"""A text with fewer words has no profile."""


class Done(NamedTuple):
    """An exercise that was begun: changes suggested, fields asked for words or a choice, and those left empty."""

    changes: int
    asked: int
    empty: int


class Pitch(NamedTuple):
    """A pitch with the level that the review suggests for each criterion, or none where it could not read it."""

    text: str
    levels: Mapping[str, int]


class Learner(NamedTuple):
    """One dossier, as the group view counts it.

    Attributes:
        role: id of the role in the threat finder, `other` for one of the learner's own words, or empty.
        threats: each threat that was looked at, with where the learner stands: for, against, ask or open.
        units: units of the learner's own queue, as (pledge of 10, things ready of 4).
        plan: how many of the four parts of a plan are there, or None without a plan.
        pitches: texts with their profile: `first-line`, `aside`, `pitch-builder`, `task-first`, `task-second`.
        began: which pitch task came first, `a` or `b`; `?` where both were done and it is not said; else empty.
        quizzes: whether an item was answered rightly, by (quiz, item).
        exercises: what was begun, by id.
        questions: what the learner wrote as open or to be asked, as (kind, text).
        texts: the learner's own texts, by which two versions of one dossier are known.
        answers: how many answers the dossier holds.
    """

    role: str
    threats: tuple[tuple[str, str], ...]
    units: tuple[tuple[int, int], ...]
    plan: int | None
    pitches: Mapping[str, Pitch]
    began: str
    quizzes: Mapping[tuple[str, str], bool]
    exercises: Mapping[str, Done]
    questions: tuple[tuple[str, str], ...]
    texts: frozenset[tuple[str, str, str]]
    answers: int


def learner_of(kept: Kept) -> Learner:
    """What one dossier says; any answers are taken, those that fit no field count as not given."""
    store = Dossier()
    store.replace(kept)
    begun = {one.id: one for one in map(load, EXERCISES) if _begun(one, kept.get(one.id, {}))}
    filled = {name: store.filled(one) for name, one in begun.items()}
    role, threats = _threats(filled["threat-finder"]) if "threat-finder" in begun else ("", ())
    began = _began(filled)
    return Learner(
        role=role,
        threats=threats,
        units=_units(filled.get("last-in-line", {})),
        plan=_plan(filled["pledge-converter"]) if "pledge-converter" in begun else None,
        pitches={**_pitches(filled, kept), **_tasks(filled, began)},
        began=began,
        quizzes=_quizzes(kept),
        exercises={name: _done(one, filled[name]) for name, one in begun.items()},
        questions=tuple(one for name, exercise in begun.items() for one in questions_of(exercise, filled[name])),
        texts=frozenset(one for name, exercise in begun.items() for one in own_texts(exercise, filled[name])),
        answers=sum(name != KEPT for answers in kept.values() for name in answers),
    )


def _begun(exercise: Exercise, given: Mapping[str, Any]) -> bool:
    """Whether a learner has answered an exercise, other than by loading its worked example."""
    answers = exercise.answers(given)
    return not exercise.untouched(answers) and answers != exercise.answers(exercise.example.answers)


def _done(exercise: Exercise, answers: Answers) -> Done:
    found = exercise.check(answers).findings
    changes = sum(one.verdict == "change" and one.id != "date-past" for one in found)
    asked = [one.name for one in exercise.fields if one.start == "" and exercise.asked(one.name, answers)]
    return Done(changes, len(asked), sum(not str(answers[name]).strip() for name in asked))


def _threats(answers: Answers) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The role and the threats of the rows that were begun, each threat once, as it was marked first."""
    finder = load("threat-finder")
    found: dict[str, str] = {}
    for number in range(1, MOST + 1):
        begun = any(answers[one.name] != one.start for one in finder.fields if one.row == number)
        threat = threat_finder.chosen(answers, number) if begun else ""
        if threat:
            found.setdefault(threat, str(answers[f"threat_{number}_mark"]) or "open")
    return str(answers["role"]), tuple(found.items())


def _units(answers: Answers) -> tuple[tuple[int, int], ...]:
    if answers.get("queue") != "own":
        return ()
    places, _ = read_queue(str(answers["own_queue"]))
    return tuple(sorted((one.pledge, one.readiness) for one in places))


def _plan(answers: Answers) -> int:
    return len(PLAN & set(pledge_converter.check(answers).ids))


def _quizzes(kept: Kept) -> dict[tuple[str, str], bool]:
    found = {}
    for name in quizzes():
        given = kept.get(f"quiz-{name}", {})
        for item in quiz(name).items if given else ():
            chosen = set(str(given.get(item.id, "")).split())
            if chosen and chosen <= {option.id for option in item.options}:
                found[name, item.id] = chosen == {option.id for option in item.options if option.right}
    return found


def _pitches(filled: Mapping[str, Answers], kept: Kept) -> dict[str, Pitch]:
    found = {}
    if "first-line" in filled:
        found["first-line"] = _pitch(str(filled["first-line"]["line"]), {})
    if "pitch-builder" in filled:
        answers = filled["pitch-builder"]
        found["pitch-builder"] = _pitch(compose(answers), answers)
        aside = _set_aside(kept.get("pitch-builder", {}).get(KEPT, ""))
        if aside and compose(aside) != compose(answers):
            found["aside"] = _pitch(compose(aside), aside)
    return _long_enough(found)


def _long_enough(found: Mapping[str, Pitch]) -> dict[str, Pitch]:
    return {name: pitch for name, pitch in found.items() if len(pitch.text.split()) >= FEWEST_WORDS}


def _began(filled: Mapping[str, Answers]) -> str:
    """The letter of the pitch task that came first, `?` where two were done and the marks do not tell, else nothing."""
    if not all(name in filled for name in TASKS.values()):
        return ""
    a, b = (str(filled[name]["when"]) for name in TASKS.values())
    if a == b:
        return "?"
    return "a" if a == "before" or b == "after" else "b"


def _tasks(filled: Mapping[str, Answers], began: str) -> dict[str, Pitch]:
    """Both pitch tasks in the order in which they were done; one task alone compares with nothing."""
    if began not in TASKS:
        return {}
    second = next(letter for letter in TASKS if letter != began)
    texts = {"task-first": filled[TASKS[began]], "task-second": filled[TASKS[second]]}
    return _long_enough({name: _pitch(str(answers["text"]), {}) for name, answers in texts.items()})


def _pitch(text: str, answers: Answers) -> Pitch:
    text = " ".join(text.split())
    role, technology = (
        str(answers.get(f"{one}_words" if answers.get(one) == who.OTHER else one, "")) for one in ("role", "technology")
    )
    found = review(text, role, technology)
    return Pitch(text, {} if found.unread else found.levels)


def _set_aside(kept: object) -> Answers:
    """The oldest pitch that was set aside, as far as its answers fit; empty where there is none."""
    try:
        sets = read_json(str(kept)) if kept else []
    except ValueError:
        return {}
    builder = load("pitch-builder")
    first = next((one for one in sets if isinstance(one, dict)), None) if isinstance(sets, list) else None
    if first is None:
        return {}
    short = {
        name: answer for name, answer in first.items() if isinstance(answer, str | int) and len(str(answer)) < 5000
    }
    return builder.answers(short) if _begun(builder, short) else {}


__all__ = ["TASKS", "Done", "Learner", "Pitch", "learner_of"]
