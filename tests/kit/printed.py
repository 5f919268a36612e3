"""A handout as tests read it: its HTML before it is printed, and text, places and bookmarks of its pages after."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pypdf import PageObject, PdfReader

from book.kit.handouts import Document, documents

PROJECT = Path(__file__).resolve().parents[2]
SITE = PROJECT / "_build" / "html"
HANDOUTS = PROJECT / "_build" / "kit" / "handouts"


def squeezed(text: str) -> str:
    """Text without white space and ligatures: how lines were broken does not count."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


class Sheet:
    """One page; its text is read when it is asked for, which takes a while."""

    def __init__(self, page: PageObject) -> None:
        self.page = page

    @cached_property
    def words(self) -> str:
        """Its text, squeezed."""
        return squeezed(self.page.extract_text())

    @property
    def shown(self) -> int:
        """About how many letters it shows: Chromium writes them one by one."""
        contents = self.page.get_contents()
        return contents.get_data().count(b"Tj") if contents is not None else 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return float(self.page.mediabox.width), float(self.page.mediabox.height)

    def places(self) -> list[tuple[float, float]]:
        """Where its texts begin, in points from the left and from below."""
        found: list[tuple[float, float]] = []

        def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
            if text.strip():
                x, y = tm[4], tm[5]
                found.append((x * cm[0] + y * cm[2] + cm[4], x * cm[1] + y * cm[3] + cm[5]))

        self.page.extract_text(visitor_text=visit)
        return found


@dataclass(frozen=True)
class Printed:
    """A whole file."""

    reader: PdfReader
    pages: tuple[Sheet, ...]

    @property
    def words(self) -> str:
        """All its text, squeezed; footers stand in it too, so ask for texts page by page where they may be broken."""
        return "".join(page.words for page in self.pages)

    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Depth from 0, words and page from 1 of all bookmarks."""
        return list(self._walk(self.reader.outline, 0))

    def _walk(self, outline: Sequence[Any], depth: int) -> Iterator[tuple[int, str, int]]:
        for one in outline:
            if isinstance(one, list):
                yield from self._walk(one, depth + 1)
            else:
                yield depth, str(one.title), (self.reader.get_destination_page_number(one) or 0) + 1


@cache
def printed(name: str) -> Printed:
    """Read one handout of the kit."""
    path = HANDOUTS / f"{name}.pdf"
    if not path.exists():
        pytest.fail(f"{path.relative_to(PROJECT)} has not been built. Run: make kit")
    reader = PdfReader(path)
    return Printed(reader, tuple(Sheet(page) for page in reader.pages))


@cache
def made() -> dict[str, Document]:
    """All handouts as HTML."""
    if not (SITE / "index.html").exists():
        pytest.fail("The book has not been built. Run: make book")
    return {one.name: one for one in documents(SITE)}


@cache
def paper(name: str) -> BeautifulSoup:
    """A handout as HTML, parsed."""
    return BeautifulSoup(made()[name].html, "html.parser")


@cache
def words(name: str) -> str:
    """All words of a handout as HTML, squeezed: pages do not break them."""
    return squeezed(paper(name).get_text())
