"""The learner's workbook: objectives, worksheets, quizzes, plays and take-aways of every chapter, nothing answered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from book.kit.handouts import pages
from book.kit.handouts.document import Document, render
from book.kit.handouts.quizzes import Quiz, quiz
from book.kit.handouts.worksheet import Worksheet, worksheet


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a chapter on paper. `id` is that of its heading; exactly one of the others is there."""

    id: str
    title: str
    kind: pages.Kind
    sheet: Worksheet | None = None
    quiz: Quiz | None = None
    html: Markup | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter on paper. `opening` are objectives and minutes."""

    id: str
    name: str
    opening: Markup
    key_lines: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]

    @property
    def page(self) -> str:
        """Name of its kind of page, whose footer carries the chapter."""
        return f"chapter-{self.id}"


def chapters(site: Path) -> tuple[Chapter, ...]:
    """All chapters of a built site, and before them the exercises of its front pages."""
    return tuple(
        Chapter(
            page.id,
            page.name,
            Markup("").join(Markup(str(one)) for one in page.opening),
            page.key_lines,
            tuple(_part(page.id, one) for one in page.parts),
        )
        for page in pages.chapters(site)
    )


def _part(chapter: str, part: pages.Part) -> Part:
    if part.kind == "exercise":
        sheet = worksheet(part.body, part.lead)
        return Part(f"exercise-{sheet.id}", part.title, part.kind, sheet=sheet)
    if part.kind == "quiz":
        one = quiz(part.body)
        return Part(f"quiz-{one.id}", part.title, part.kind, quiz=one)
    return Part(f"{part.kind}-{chapter}", part.title, part.kind, html=Markup(str(part.body)))


def document(chapters: tuple[Chapter, ...]) -> Document:
    """The workbook as one page of HTML."""
    return render("workbook", "Workbook", chapters=chapters)
