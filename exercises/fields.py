"""What a learner answers: fields, rows of fields, and the answers themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

Answer = str | int | bool
Answers = Mapping[str, Answer]

Kind = Literal["line", "text", "choice", "number", "yes", "moves"]

_NEUTRAL: dict[str, Answer] = {"line": "", "text": "", "choice": "", "number": 0, "yes": False, "moves": ""}


@dataclass(frozen=True, slots=True)
class Field:
    """One thing the learner answers. Its name is its key in the dossier.

    Attributes:
        name: key in the dossier, permanent once published.
        label: the question, as the learner reads it.
        kind: a short `line`, a longer `text`, a `choice`, a whole `number`, a `yes`, or
            the `moves` of a talk, which the learner makes by buttons (see `Turn`).
        help: one sentence under the label.
        placeholder: an example shown in grey while the field is empty.
        options: for a choice, pairs of (permanent id, words shown). Empty where the
            choices depend on what the learner typed.
        default: the answer before the learner gives one.
        lowest, highest: bounds of a number, both included.
        rows: height of a text in lines.
        group: heading under which the view and the worksheet put this field.
        only_if: name of a choice before it, and the option for which this field is asked.
        row: number of the row that it stands in, from 1, or 0 (see `rows`).
        carries: `exercise/field` whose answer this field starts from, so that nobody
            types the same thing twice.
    """

    name: str
    label: str
    kind: Kind = "line"
    help: str = ""
    placeholder: str = ""
    options: tuple[tuple[str, str], ...] = ()
    default: Answer | None = None
    lowest: int = 0
    highest: int = 100
    rows: int = 3
    group: str = ""
    only_if: tuple[str, str] | None = None
    row: int = 0
    carries: str = ""

    @property
    def start(self) -> Answer:
        """The answer that the field holds before the learner gives one."""
        if self.default is not None:
            return self.default
        if self.kind == "choice" and self.options:
            return self.options[0][0]
        return _NEUTRAL[self.kind]

    def accepts(self, answer: object) -> bool:
        """Whether a stored answer can be shown in this field again."""
        if self.kind == "yes":
            return isinstance(answer, bool)
        if self.kind == "number":
            return isinstance(answer, int) and not isinstance(answer, bool) and self.lowest <= answer <= self.highest
        if self.kind == "choice" and self.options:
            return any(answer == option for option, _ in self.options)
        return isinstance(answer, str)


def rows(name: str, label: str, most: int, fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """The same fields several times, for a list that the learner makes: `risk_1_sign`, `risk_2_sign`, …

    A row is asked once something stands in it; the first one always, the others when the
    learner adds them. `read_rows` reads them.
    """
    made: list[Field] = []
    for number in range(1, most + 1):
        row = f"{name}_{number}_"
        for one in fields:
            only_if = (row + one.only_if[0], one.only_if[1]) if one.only_if else None
            made.append(replace(one, name=row + one.name, group=f"{label} {number}", row=number, only_if=only_if))
    return tuple(made)


def read_rows(answers: Answers, name: str, most: int, fields: tuple[Field, ...]) -> list[tuple[int, dict[str, Answer]]]:
    """The rows in which something was answered: their numbers from 1, and their answers by field."""
    found = []
    for number in range(1, most + 1):
        row = {one.name: answers.get(f"{name}_{number}_{one.name}", one.start) for one in fields}
        if any(row[one.name] != one.start for one in fields):
            found.append((number, row))
    return found
