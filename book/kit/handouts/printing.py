"""Printing by headless Chromium: from memory and the built site, without scripts and without any other host."""

from __future__ import annotations

import io
import mimetypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from playwright.sync_api import BrowserContext, Route, sync_playwright
from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from book.kit.handouts.document import BOOK, HERE, Document, HandoutError
from tests.browser.chromium import ARGUMENTS, find

ADDRESS = "http://handout.invalid/"
"""No host of this name can exist: what is not answered here is answered nowhere."""

_FIT = """() => [...document.querySelectorAll('[data-fit]')].filter((card) => {
  const over = () => card.scrollHeight > card.clientHeight + 1 || card.scrollWidth > card.clientWidth + 1;
  for (let size = 100; over() && size >= Number(card.dataset.fit); size -= 2) card.style.fontSize = `${size}%`;
  return over();
}).map((card) => card.getAttribute('aria-label'))"""
"""A text that is too long for its card gets smaller letters, down to `data-fit` percent."""


class Printing:
    """A running Chromium that prints handouts.

    Attributes:
        asked: addresses of everything that the pages have asked for.
    """

    def __init__(self, context: BrowserContext, site: Path) -> None:
        self.asked: list[str] = []
        self._site = site
        self._html = ""
        self._refused: list[str] = []
        self._page = context.new_page()
        self._page.emulate_media(media="print", color_scheme="light")
        self._page.route("**/*", self._answer)

    def pdf(self, document: Document, path: Path) -> Path:
        """Print one handout, its contents with the numbers of its pages.

        Raises:
            HandoutError: it asked for something that is not there, or a text does not fit.
        """
        printed = self._print(document, document.html)
        parsed = BeautifulSoup(document.html, "html.parser")
        places = parsed.select("[data-page-of]")
        if places:
            pages = _pages_of_headings(printed, parsed)
            for place in places:
                place.string = str(pages[str(place["data-page-of"])])
            printed = self._print(document, str(parsed))
        path.write_bytes(_described(printed, document.title, parsed))
        return path

    def _print(self, document: Document, html: str) -> bytes:
        self._html, self._refused = html, []
        self._page.goto(f"{ADDRESS}{document.name}.html")
        # Fonts load when a text first needs them.
        self._page.evaluate("document.fonts.ready.then(() => 1)")
        too_long = self._page.evaluate(_FIT)
        if too_long:
            raise HandoutError(f"{document.name}: the text does not fit its card, shorten it: {', '.join(too_long)}.")
        printed = self._page.pdf(tagged=True, outline=True, prefer_css_page_size=True, print_background=True)
        if self._refused:
            raise HandoutError(f"{document.name}: the page asked for what is not in the site: {self._refused}.")
        return printed

    def _answer(self, route: Route) -> None:
        url = route.request.url
        self.asked.append(url)
        path = url.removeprefix(ADDRESS).partition("?")[0]
        if url.startswith(ADDRESS) and path.endswith(".html"):
            route.fulfill(body=self._html, content_type="text/html; charset=utf-8")
            return
        file = HERE / path if path == "print.css" else (self._site / path).resolve()
        inside = file.is_relative_to(HERE) or file.is_relative_to(self._site.resolve())
        if url.startswith(ADDRESS) and inside and file.is_file():
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            route.fulfill(body=file.read_bytes(), content_type=kind)
            return
        self._refused.append(url)
        route.abort()


@contextmanager
def printer(site: Path) -> Iterator[Printing]:
    """One Chromium for all handouts.

    Raises:
        HandoutError: there is no Chromium.
    """
    path = find()
    if path is None:
        raise HandoutError("No Chromium found. Run: make browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        try:
            yield Printing(browser.new_context(java_script_enabled=False, locale="en-GB"), site)
        finally:
            browser.close()


def _pages_of_headings(printed: bytes, parsed: BeautifulSoup) -> dict[str, int]:
    """The page on which each heading with an id stands: Chromium makes one bookmark for every heading, in order."""
    reader = PdfReader(io.BytesIO(printed))
    found = list(_pages(reader, reader.outline))
    headings = _headings(parsed)
    if len(found) != len(headings):
        raise HandoutError(f"got {len(found)} bookmarks, expected one for each of {len(headings)} headings.")
    return {str(one["id"]): page for one, page in zip(headings, found, strict=True) if one.get("id")}


def _pages(reader: PdfReader, outline: Sequence[Any]) -> Iterator[int]:
    for one in outline:
        if isinstance(one, list):
            yield from _pages(reader, one)
        else:
            yield (reader.get_destination_page_number(one) or 0) + 1


def _described(printed: bytes, title: str, parsed: BeautifulSoup) -> bytes:
    """The same file with its author, and with its title in the window in place of the name of the file."""
    writer = PdfWriter(clone_from=io.BytesIO(printed))
    writer.add_metadata({"/Title": title, "/Author": f"{BOOK} contributors", "/Creator": BOOK})
    preferences = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    writer.root_object[NameObject("/ViewerPreferences")] = preferences
    # Chromium drops the space where a heading is broken over two lines.
    for bookmark, heading in zip(_bookmarks(writer.root_object["/Outlines"]), _headings(parsed), strict=True):
        bookmark[NameObject("/Title")] = TextStringObject(" ".join(heading.get_text().split()))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _bookmarks(parent: Any) -> Iterator[DictionaryObject]:
    """The bookmarks of a file as they are written in it, in the order of the headings."""
    one = parent.get_object().get("/First")
    while one is not None:
        bookmark = one.get_object()
        yield bookmark
        yield from _bookmarks(bookmark)
        one = bookmark.get("/Next")


def _headings(parsed: BeautifulSoup) -> list[Tag]:
    return parsed.select("h1, h2, h3, h4, h5, h6")
