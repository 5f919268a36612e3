"""One file that an instructor hands in: the learner in it, or why it is not counted. Nothing in it is believed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from exercises import EXERCISES, load
from exercises.dossier.store import KEPT, DossierError, Kept, migrate, read_foreign
from exercises.group.learner import Learner, learner_of
from exercises.quiz import quizzes

LONGEST_ANSWER = 5000
"""Characters: about two printed pages. A longer answer is left out; none of ours comes near, and rules would be slow."""


class Entry(NamedTuple):
    """A file that was looked at.

    Attributes:
        name: of the file.
        same: all its answers as one text; two files with the same are one.
        learner: what it says, or None where it is not counted.
        reason: why it is not counted, in sentences; empty where it is.
        notes: what was left out of a file that is counted, in sentences.
    """

    name: str
    same: str
    learner: Learner | None
    reason: str = ""
    notes: tuple[str, ...] = ()


def read_file(name: str, content: bytes, size: int = 0) -> Entry:
    """Read one file; never raises.

    Args:
        name: what to call it.
        content: its bytes.
        size: how many bytes the file has, where not all of them were handed over.
    """
    if size and not content:
        return _refused(name, "The browser could not open it. Is it a folder, or on a drive that is gone?")
    try:
        kept = read_foreign(content, size)
    except DossierError as error:
        return _refused(name, str(error))
    whole = json.loads(content.decode("utf-8-sig"))
    exercises = migrate(whole, whole["version"])["exercises"]
    assert isinstance(exercises, dict)  # or it would have been refused
    kept, notes = _fitting(kept, exercises)
    try:
        learner = learner_of(kept)
    except Exception as error:
        # One file must not cost the others, whatever a rule stumbles over.
        return _refused(name, f"A rule of the course failed on it ({type(error).__name__}). Please report that.")
    if not learner.exercises and not learner.quizzes:
        return _refused(name, " ".join(("It holds no answers of a learner's own.", *notes)))
    answers = {of: {field: one for field, one in given.items() if field != KEPT} for of, given in kept.items()}
    same = json.dumps({of: given for of, given in answers.items() if given}, sort_keys=True)
    return Entry(name, same, learner, notes=notes)


def _refused(name: str, reason: str) -> Entry:
    return Entry(name, "", None, reason)


def _fitting(kept: Kept, whole: Mapping[str, Any]) -> tuple[Kept, tuple[str, ...]]:
    """The answers that fit a field of the course, and what was left out, in sentences."""
    fits: Kept = {}
    unknown = strange = long = 0
    known_quizzes = {f"quiz-{name}" for name in quizzes()}
    for name, given in whole.items():
        if name not in EXERCISES and name not in known_quizzes:
            unknown += 1
            continue
        strange += 1 if not isinstance(given, dict) else len(given.keys() - kept.get(name, {}).keys())
        fields = {one.name: one for one in load(name).fields} if name in EXERCISES else {}
        for field, answer in kept.get(name, {}).items():
            if field == KEPT:
                fits.setdefault(name, {})[field] = answer
            elif len(str(answer)) > LONGEST_ANSWER:
                long += 1
            elif fields and (field not in fields or not fields[field].accepts(answer)):
                strange += 1
            elif fields or isinstance(answer, str):
                fits.setdefault(name, {})[field] = answer
            else:
                strange += 1
    said = (
        (unknown, "{} that this course does not know {} left out.", "exercise"),
        (strange, "{} that no field of the course can hold {} left out.", "answer"),
        (long, f"{{}} of more than {LONGEST_ANSWER:,} characters {{}} left out.", "answer"),
    )
    notes = [says.format(_many(count, thing), "was" if count == 1 else "were") for count, says, thing in said if count]
    return fits, tuple(notes)


def _many(count: int, thing: str) -> str:
    return f"1 {thing}" if count == 1 else f"{count} {thing}s"
