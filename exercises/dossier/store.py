"""Keeping the dossier: load, save, read a file of another hand, merge.

It is a JSON object, the same in JupyterLab and in the published page::

    {"format": "selling-it dossier", "version": 1,
     "exercises": {"pledge-converter": {"cue": "After the month-end close"}}}

In JupyterLab it is the file `dossier.json` beside the notebooks. In the page the
browser keeps it in its local storage and hands Python a copy when it starts;
`SELLING_IT_DOSSIER_IS_A_COPY` says so, and nothing is written there. `SELLING_IT_DOSSIER`
names another file, or, set but empty, keeps the dossier in memory only (builds and tests
do this).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from exercises.exercise import Answer, Exercise
from exercises.text.nested import read_json

FORMAT = "selling-it dossier"
VERSION = 1

LARGEST = 2_000_000
"""Characters of a file that is read; a dossier with every field filled has about 60,000."""

KEPT = "kept"
"""The answer under which an exercise keeps sets of answers aside, as a JSON list, the latest last."""

MOST_KEPT = 9
"""How many sets of answers are kept aside at most; the oldest goes first."""

Kept = dict[str, dict[str, Answer]]

STEPS: tuple[Callable[[dict[str, object]], dict[str, object]], ...] = ()
"""Step n turns a dossier of format n + 1 into one of format n + 2. There has been one format so far."""

_EXERCISE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_FIELD = re.compile(r"[a-z0-9][a-z0-9_-]*")


class DossierError(ValueError):
    """A text is not a dossier we can read; the message says what to do."""


class Dossier:
    """The learner's answers by exercise and field.

    Args:
        path: file to keep them in, or None to keep them in memory only.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.trouble = ""
        self._exercises: dict[str, dict[str, Answer]] = {}
        if path is not None and path.exists():
            try:
                self._exercises = read(path.read_text(encoding="utf-8"))
            except (DossierError, UnicodeDecodeError, OSError) as error:
                # Keep the learner's file as it is: write nothing over what we cannot read.
                self.trouble = f"{path.name} could not be read, so it is left as it is: {error}"
                self.path = None

    def answers(self, exercise_id: str) -> Mapping[str, Answer]:
        """What was answered in one exercise; empty where nothing was."""
        return dict(self._exercises.get(exercise_id, {}))

    def filled(self, exercise: Exercise) -> dict[str, Answer]:
        """All answers of one exercise: its own, else those it carries on from another one, else the start."""
        carried: dict[str, object] = {}
        for field in exercise.fields:
            source, _, name = field.carries.partition("/")
            if name in self._exercises.get(source, {}):
                carried[field.name] = self._exercises[source][name]
        return exercise.answers({**carried, **self._exercises.get(exercise.id, {})})

    def put(self, exercise_id: str, name: str, answer: Answer) -> None:
        """Keep one answer, and save the file where there is one."""
        kept = self._exercises.setdefault(exercise_id, {})
        if name in kept and kept[name] == answer and type(kept[name]) is type(answer):
            return
        kept[name] = answer
        self.save()

    def forget(self, exercise_id: str) -> None:
        """Drop all answers of one exercise."""
        if self._exercises.pop(exercise_id, None) is not None:
            self.save()

    def everything(self) -> Kept:
        """All answers, by exercise and field; a copy."""
        return {exercise_id: dict(answers) for exercise_id, answers in self._exercises.items()}

    def replace(self, exercises: Kept) -> None:
        """Put other answers in the place of all."""
        self._exercises = {exercise_id: dict(answers) for exercise_id, answers in exercises.items()}
        self.save()

    def save(self) -> None:
        """Write the file, whole or not at all."""
        if self.path is None:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_suffix(".part")
        part.write_text(self.text(), encoding="utf-8")
        part.replace(self.path)

    def text(self) -> str:
        """The dossier as JSON text."""
        whole = {"format": FORMAT, "version": VERSION, "exercises": self._exercises}
        return json.dumps(whole, ensure_ascii=True, indent=1, sort_keys=True) + "\n"


def read(text: str) -> dict[str, dict[str, Answer]]:
    """Read a dossier from JSON text.

    Returns:
        Answers by exercise id and field name. Values that are no answer are left out.

    Raises:
        DossierError: the text is no dossier, or one from a newer version.
    """
    try:
        whole = read_json(text)
    except ValueError:
        raise DossierError("It is not a complete JSON file. Export it again.") from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise DossierError("It is not a dossier of this course.")
    version = whole.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise DossierError(f"Its version is {version!r}; expected a whole number from 1.")
    if version > VERSION:
        raise DossierError(
            f"It was written by a newer version of the course (format {version}, "
            f"this one reads {VERSION}). Update the course and try again."
        )
    exercises = migrate(whole, version).get("exercises")
    if not isinstance(exercises, dict):
        raise DossierError("It holds no exercises.")
    return {
        exercise_id: {name: answer for name, answer in given.items() if isinstance(answer, str | int | bool)}
        for exercise_id, given in exercises.items()
        if isinstance(given, dict)
    }


def migrate(
    whole: dict[str, object], version: int, steps: tuple[Callable[..., dict[str, object]], ...] = STEPS
) -> dict[str, object]:
    """Bring a dossier of an older format to the present one, step by step."""
    for step in steps[version - 1 :]:
        whole = step(whole)
    return whole


def read_foreign(content: bytes, size: int = 0) -> Kept:
    """Read a file that a learner hands in: `read`, and nothing in it is believed.

    Args:
        content: its bytes.
        size: how many it has, where a page handed over the first part only.

    Raises:
        DossierError: it is too large, no text, no dossier, or from a newer version.
    """
    size = max(size, len(content))
    if size > LARGEST:
        raise DossierError(f"It has {size:,} bytes; a dossier has at most {LARGEST:,}. Is it the right file?")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DossierError("It is not a text file. Choose the JSON file that My dossier saved.") from None
    return {
        exercise_id: {name: answer for name, answer in answers.items() if _FIELD.fullmatch(name)}
        for exercise_id, answers in read(text).items()
        if _EXERCISE.fullmatch(exercise_id)
    }


def merge(mine: Kept, theirs: Kept) -> tuple[Kept, list[str]]:
    """Put another dossier into one's own. Nothing is lost.

    Where both have answered an exercise in different ways, theirs are shown and mine are
    set aside, from where “Bring my answers back” fetches them.

    Returns:
        The merged answers, and the ids of the exercises in which mine were set aside.
    """
    merged = {exercise_id: dict(answers) for exercise_id, answers in mine.items()}
    aside = []
    for exercise_id, answers in theirs.items():
        old = {name: answer for name, answer in merged.get(exercise_id, {}).items() if name != KEPT}
        new = {name: answer for name, answer in answers.items() if name != KEPT}
        kept = [*_sets(answers.get(KEPT, "")), *_sets(merged.get(exercise_id, {}).get(KEPT, ""))]
        if any(name not in new or new[name] != answer for name, answer in old.items()):
            kept.append(old)
            aside.append(exercise_id)
        unique = [one for number, one in enumerate(kept) if one not in kept[number + 1 :]]
        merged[exercise_id] = {**new, **({KEPT: json.dumps(unique[-MOST_KEPT:])} if unique else {})}
    return merged, aside


def _sets(kept: Answer) -> list[dict[str, Answer]]:
    try:
        found = read_json(str(kept)) if kept else []
    except ValueError:
        return []
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


@cache
def current() -> Dossier:
    """The dossier of this kernel or page, opened once."""
    named = os.environ.get("SELLING_IT_DOSSIER", "dossier.json")
    opened = Dossier(Path(named).expanduser() if named else None)
    if os.environ.get("SELLING_IT_DOSSIER_IS_A_COPY"):
        opened.path = None  # writing the whole of it at every keystroke would keep the reader waiting
    return opened
