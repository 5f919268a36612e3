"""Handouts of the workshop kit as PDF: workbook, answers, cards and sheets, printed from the book's own pages and data."""

from __future__ import annotations

from pathlib import Path

from book.kit.handouts import answers, cards, sheets, workbook
from book.kit.handouts.document import Document
from book.kit.handouts.printing import printer


def documents(site: Path) -> tuple[Document, ...]:
    """All handouts as pages of HTML, from a built site.

    Raises:
        HandoutError: the site is not built, or is older than the exercises.
    """
    chapters = workbook.chapters(site)
    return (
        workbook.document(chapters),
        answers.document(chapters),
        cards.threats(),
        cards.plays(),
        sheets.observation(),
        sheets.rubric(),
        sheets.tasks(site),
    )


def build(site: Path, out: Path) -> str:
    """Print all handouts into the folder `handouts` of `out`; return what was made, in a sentence.

    Raises:
        HandoutError: the site is not built, a page asked for something that it does not hold, or a text does not
            fit its card.
    """
    folder = out / "handouts"
    return f"{len(write(site, folder))} PDF files in {folder}"


def write(site: Path, folder: Path) -> list[Path]:
    """Print all handouts into a folder; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    made = documents(site)
    with printer(site) as printing:
        return [printing.pdf(document, folder / f"{document.name}.pdf") for document in made]


__all__ = ["Document", "build", "documents", "write"]
