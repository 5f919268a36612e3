"""The dossier: what the learner has answered, for one rollout, across the chapters.

It is a JSON object, the same in JupyterLab and in the published page::

    {"format": "selling-it dossier", "version": 1,
     "exercises": {"pledge-converter": {"cue": "After the month-end close"}}}

In JupyterLab it is the file `dossier.json` beside the notebooks. In the page the
browser keeps it in its local storage and hands Python a copy when it starts; what
Python writes there stays in memory. `SELLING_IT_DOSSIER` names another file, or,
set but empty, keeps the dossier in memory only (builds and tests do this).
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from exercises.exercise import Answer, Exercise

FORMAT = "selling-it dossier"
VERSION = 1


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
        whole = json.loads(text)
    except (ValueError, RecursionError):
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
    exercises = whole.get("exercises")
    if not isinstance(exercises, dict):
        raise DossierError("It holds no exercises.")
    return {
        exercise_id: {name: answer for name, answer in given.items() if isinstance(answer, str | int | bool)}
        for exercise_id, given in exercises.items()
        if isinstance(given, dict)
    }


@cache
def current() -> Dossier:
    """The dossier of this kernel or page, opened once."""
    named = os.environ.get("SELLING_IT_DOSSIER", "dossier.json")
    return Dossier(Path(named) if named else None)
