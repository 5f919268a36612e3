"""A learner's own words: what was written as open or to be asked, and what tells one dossier from another.

Names of persons that a text holds are taken out as far as a rule can see them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from zlib import crc32

from exercises import load
from exercises.exercise import Answers, Exercise
from exercises.text import words
from exercises.text.names import names_in

QUESTIONS = {
    "queue": "Questions to a unit of the queue",
    "threats": "Questions behind a threat",
    "talk": "Questions for a talk",
    "open": "Not settled yet",
    "choice": "What users may still decide",
    "readers": "Questions to five readers",
}
"""Kinds of what is open, with their headings, in the order in which they are shown."""

_ASKED = {
    "last-in-line": {"question": "queue"},
    "threat-finder": {"question": "threats"},
    "question-ladder": {"today": "talk", "trouble": "talk", "cost": "talk", "worth": "talk"},
    "two-meter-pitch": {"open_point": "open"},
    "my-rollout": {"open": "choice"},
    "five-reader-test": {"questions": "readers"},
}
"""By exercise, the fields in which something is open or asked, by the last part of their name."""

_SHARED = ("my-rollout", "first-line")
"""Exercises whose words whole groups have in common: the name of the system, its announcement."""

_FEWEST = 3
"""Words: shorter answers are the same by chance."""

MOST_ROUNDS = 20
"""The rule names five at a time."""

_ROW = re.compile(r"^[a-z]+_\d+_")


def questions_of(exercise: Exercise, answers: Answers) -> Iterator[tuple[str, str]]:
    """What is open or asked in one exercise, as (kind, text); the worked example is not the learner's."""
    kinds = _ASKED.get(exercise.id, {})
    for field in exercise.fields:
        kind = kinds.get(_ROW.sub("", field.name))
        text = " ".join(str(answers[field.name]).split()) if kind else ""
        if kind and words(text) and answers[field.name] != exercise.example.answers.get(field.name):
            yield kind, text


def own_texts(exercise: Exercise, answers: Answers) -> Iterator[tuple[str, str, str]]:
    """Texts by which a dossier is known again, as (exercise, field, text)."""
    ours = _declared(exercise.id)
    for field in exercise.fields if exercise.id not in _SHARED else ():
        text = " ".join(str(answers[field.name]).split())
        typed = field.kind in ("line", "text") and not field.carries
        if typed and len(words(text)) >= _FEWEST and text not in ours:
            yield exercise.id, field.name, text


@cache
def _declared(exercise_id: str) -> frozenset[str]:
    """The texts that an exercise brings with it."""
    exercise = load(exercise_id)
    declared = [exercise.example.answers, *(mistake.answers for mistake in exercise.mistakes)]
    grey = [field.placeholder for field in exercise.fields]
    return frozenset([*(str(text) for answers in declared for text in answers.values()), *grey])


def without_names(text: str) -> str:
    """A text in which what looks like a person's name is replaced; a rule does not see every name."""
    for _ in range(MOST_ROUNDS):
        for name in (found := names_in(text)):
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "[a name]", text)
        if not found:
            break
    return text


def mixed(texts: list[str]) -> tuple[str, ...]:
    """Texts in an order that says nothing of whose they are, and does not depend on that of the files."""
    return tuple(sorted(texts, key=lambda text: (crc32(text.encode("utf-8", "surrogatepass")), text)))
