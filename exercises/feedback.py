"""What a learner is told: findings, tables, meters, drawings, and files to take away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Verdict = Literal["good", "change", "ask", "note"]


class Page(NamedTuple):
    """A page of the book to which a finding leads: its path without an ending, and the words of the link."""

    path: str
    words: str


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
        page: the page where one reads on, or None.
    """

    id: str
    verdict: Verdict
    says: str
    why: str = ""
    source: str = ""
    field: str = ""
    page: Page | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A small table in the feedback: the text twin of what may also be drawn."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Meter(NamedTuple):
    """A figure on a scale, drawn as a bar with its words beside it.

    Attributes:
        label: what is measured.
        value: between lowest and highest.
        says: the value in words (“6 of 10”), the bar's text twin.
    """

    label: str
    value: float
    lowest: float
    highest: float
    says: str


class Mark(NamedTuple):
    """A stretch of a text that is pointed at.

    Attributes:
        start, end: character offsets, end not included.
        word: what it is a sign of, in a word or two, shown beside it.
        helps: whether it speaks for the text or against it.
    """

    start: int
    end: int
    word: str
    helps: bool


class File(NamedTuple):
    """A file that the learner can take away. `media` is its media type."""

    name: str
    media: str
    content: bytes
    label: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the learner is told after a check, or while typing.

    Attributes:
        summary: one sentence that comes first.
        findings: most useful first.
        tables: text twins and overviews.
        drawing: a Vega-Lite specification as plain data, or None.
        composed: a text put together from the answers (a plan, a pitch), or empty.
        marked: a text with marks in it, as (text, marks).
        meters: figures on scales.
        files: what can be taken away.
    """

    summary: str
    findings: tuple[Finding, ...] = ()
    tables: tuple[Table, ...] = ()
    drawing: dict[str, object] | None = None
    composed: str = ""
    marked: tuple[str, tuple[Mark, ...]] | None = None
    meters: tuple[Meter, ...] = ()
    files: tuple[File, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the findings, in their order."""
        return tuple(finding.id for finding in self.findings)
