"""What an exercise is: its declaration, the learner's answers, the feedback.

An exercise is tested data. It cannot be declared without a task, minutes, hints,
a worked example and a check; the tests run every worked example and every
anticipated mistake through that check, and the view, the printed worksheet and
the page are all drawn from the same declaration.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from exercises.feedback import Feedback, File, Finding, Mark, Meter, Page, Table, Verdict
from exercises.fields import Answer, Answers, Field, read_rows, rows

if TYPE_CHECKING:
    from exercises.talk import Turn

Numbers = Literal["none", "real", "derived", "made up"]

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_NAME = re.compile(r"[a-z][a-z0-9_]*")

PARTS = {
    "rollout": "The rollout",
    "queue": "The queue, and one plan",
    "role": "The role",
    "threats": "How it may threaten them",
    "deal": "The deal as they see it",
    "pitch": "The pitch",
    "safeguards": "What has been agreed against the fear",
    "voices": "Proof and voice",
    "talk": "One talk",
    "fixes": "What they are right about",
    "after": "After go-live",
    "risks": "User risks",
    "limits": "Limits and ethics",
    "readers": "Read by others",
}
"""The parts of the learner's dossier as a document, in its order: id and heading."""


class ExerciseError(ValueError):
    """An exercise is declared wrongly; the message names exercise, part and remedy."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake we expect learners to make, and the findings that must answer it."""

    name: str
    answers: Mapping[str, Answer]
    finds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: answers, and the findings that the check gives for them."""

    answers: Mapping[str, Answer]
    finds: tuple[str, ...]


@dataclass(frozen=True)
class Exercise:
    """An exercise, complete or not at all.

    Attributes:
        id: permanent, kebab-case; its key in the dossier.
        title: what the page calls it.
        task: what to do, in one sentence.
        minutes: time it takes a new learner.
        fields: what the learner answers, in order.
        hints: a ladder, shown one at a time; the last one is the worked solution.
        example: a worked example that can be loaded into the fields.
        mistakes: anticipated mistakes with the findings that answer them.
        check: answers to feedback; pure, never raises for any answers.
        numbers: whether the numbers shown are real, derived, made up, or none.
        live: composes something while the learner types, from answers that may
            be incomplete: plain text, or feedback with meters and tables.
        live_after: name of a field; what is composed stands after the group of that
            field. Empty: after all fields.
        turn: where a talk stands; goes with one field of the kind `moves`.
        part: what the exercise puts into the learner's dossier as a document (see
            `PARTS`), empty where it is practice only.
        written: what it puts there, from its answers; without it, the answered fields
            with their labels.
    """

    id: str
    title: str
    task: str
    minutes: int
    fields: tuple[Field, ...]
    hints: tuple[str, ...]
    example: Example
    mistakes: tuple[Mistake, ...]
    check: Callable[[Answers], Feedback]
    numbers: Numbers = "none"
    live: Callable[[Answers], str | Feedback] | None = None
    live_label: str = ""
    live_after: str = ""
    check_label: str = "Check"
    turn: Callable[[Answers], Turn] | None = None
    part: str = ""
    written: Callable[[Answers], tuple[str | Table, ...]] | None = None
    _by_name: dict[str, Field] = field(init=False, repr=False, compare=False)
    _of_group: dict[str, list[Field]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        names = [f.name for f in self.fields]
        object.__setattr__(self, "_by_name", {f.name: f for f in self.fields})
        groups: dict[str, list[Field]] = {}
        for f in self.fields:
            groups.setdefault(f.group, []).append(f)
        object.__setattr__(self, "_of_group", groups)
        sentences = [s for s in re.split(r"(?<=[.?!])\s+", self.task.strip()) if s]
        faults = [
            (not _ID.fullmatch(self.id), "id must be kebab-case"),
            (not self.title.strip(), "title is empty"),
            (len(sentences) != 1 or self.task.strip()[-1:] not in ".?!", "task must be one sentence"),
            (not 1 <= self.minutes <= 60, f"minutes must be 1 to 60, not {self.minutes}"),
            (not self.fields, "it has no fields"),
            (len(names) != len(set(names)), "two fields share a name"),
            (any(not _NAME.fullmatch(n) for n in names), "field names must be snake_case"),
            (any(not f.label.strip() for f in self.fields), "a field has no label"),
            (len(self.hints) < 2, "it needs a ladder of at least two hints"),
            (not self.mistakes, "it names no anticipated mistake"),
            (bool(self.live) != bool(self.live_label), "live and live_label come together"),
            (
                bool(self.live_after) and (not self.live or self.live_after not in names),
                "live_after names a field, beside live",
            ),
            (
                bool(self.turn) != (sum(f.kind == "moves" for f in self.fields) == 1),
                "turn and one field of the kind moves come together",
            ),
            (bool(self.part) and self.part not in PARTS, f"part must be one of {', '.join(PARTS)}"),
            (bool(self.written) and not self.part, "written needs a part of the dossier to stand in"),
        ]
        seen: set[str] = set()
        for f in self.fields:
            asked = set(f.only_if[:1] if f.only_if else ())
            faults.append((not asked <= seen, f"field '{f.name}' depends on a field that does not come before it"))
            seen.add(f.name)
        faults += [
            (bool(set(given) - set(names)), f"{where} answers a field that is not there")
            for where, given in self._given()
        ]
        for wrong, message in faults:
            if wrong:
                raise ExerciseError(f"Exercise '{self.id}': {message}.")

    def _given(self) -> list[tuple[str, Mapping[str, Answer]]]:
        return [("the example", self.example.answers)] + [(f"mistake '{m.name}'", m.answers) for m in self.mistakes]

    def answers(self, given: Mapping[str, object]) -> dict[str, Answer]:
        """All answers: those given that fit their field, the start answer for the rest."""
        return {
            f.name: given[f.name]  # type: ignore[misc]
            if f.name in given and f.accepts(given[f.name])
            else f.start
            for f in self.fields
        }

    def asked(self, name: str, answers: Answers) -> bool:
        """Whether a field is asked, given the answers so far: its choice was made, its row was begun."""
        one = self._by_name[name]
        if one.only_if is not None:
            before, option = one.only_if
            if answers.get(before) != option or not self.asked(before, answers):
                return False
        return one.row <= 1 or any(answers.get(f.name, f.start) != f.start for f in self._of_group[one.group])

    def untouched(self, answers: Answers) -> bool:
        """Whether nothing has been answered yet."""
        return all(answers.get(f.name, f.start) == f.start for f in self.fields)


__all__ = [
    "PARTS",
    "Answer",
    "Answers",
    "Example",
    "Exercise",
    "ExerciseError",
    "Feedback",
    "Field",
    "File",
    "Finding",
    "Mark",
    "Meter",
    "Mistake",
    "Page",
    "Table",
    "Verdict",
    "read_rows",
    "rows",
]
