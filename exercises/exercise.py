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
from typing import Literal

Answer = str | int | bool
Answers = Mapping[str, Answer]

Kind = Literal["line", "text", "choice", "number", "yes"]
Verdict = Literal["good", "change", "ask", "note"]
Numbers = Literal["none", "real", "derived", "made up"]

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_NEUTRAL: dict[str, Answer] = {"line": "", "text": "", "choice": "", "number": 0, "yes": False}


class ExerciseError(ValueError):
    """An exercise is declared wrongly; the message names exercise, part and remedy."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing the learner answers. Its name is its key in the dossier.

    Attributes:
        name: key in the dossier, permanent once published.
        label: the question, as the learner reads it.
        kind: a short `line`, a longer `text`, a `choice`, a whole `number` or a `yes`.
        help: one sentence under the label.
        placeholder: an example shown in grey while the field is empty.
        options: for a choice, pairs of (permanent id, words shown). Empty where the
            choices depend on what the learner typed.
        default: the answer before the learner gives one.
        lowest, highest: bounds of a number, both included.
        rows: height of a text in lines.
        group: heading under which the view and the worksheet put this field.
        only_if: name of a choice before it, and the option for which this field is asked.
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


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the check saw in the answers.

    Attributes:
        id: permanent; what the tests compare.
        verdict: `good` keeps, `change` asks for a change, `ask` asks the learner to
            judge what no program can, `note` only informs.
        says: what was seen, in one or two sentences.
        why: why it matters.
        source: id of the evidence behind `why` (`E24`), or empty.
        field: name of the field it speaks of, or empty.
    """

    id: str
    verdict: Verdict
    says: str
    why: str = ""
    source: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A small table in the feedback: the text twin of what may also be drawn."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the learner is told after a check.

    Attributes:
        summary: one sentence that comes first.
        findings: most useful first.
        tables: text twins and overviews.
        drawing: a Vega-Lite specification as plain data, or None.
        composed: a text put together from the answers (a plan, a pitch), or empty.
    """

    summary: str
    findings: tuple[Finding, ...] = ()
    tables: tuple[Table, ...] = ()
    drawing: dict[str, object] | None = None
    composed: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the findings, in their order."""
        return tuple(finding.id for finding in self.findings)


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
            be incomplete; returns plain text.
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
    live: Callable[[Answers], str] | None = None
    live_label: str = ""
    check_label: str = "Check"
    _names: frozenset[str] = field(init=False, repr=False, default=frozenset())

    def __post_init__(self) -> None:
        names = [f.name for f in self.fields]
        object.__setattr__(self, "_names", frozenset(names))
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
        ]
        faults += [
            (bool(set(given) - self._names), f"{where} answers a field that is not there")
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

    def untouched(self, answers: Answers) -> bool:
        """Whether nothing has been answered yet."""
        return all(answers.get(f.name, f.start) == f.start for f in self.fields)
