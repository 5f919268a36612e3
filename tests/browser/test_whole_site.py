"""Every page of the site, as a reader opens it: private, without trouble, accessible, at any width."""

from __future__ import annotations

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import SITE, NewReader, Reader
from tests.browser.server import Served

ROOT = "index.html"
PAGES = sorted(
    str(path.relative_to(SITE)) for path in SITE.rglob("*.html") if "_static" not in path.parts and path != SITE / ROOT
)
LIVE = [path for path in PAGES if 'class="live"' in (SITE / path).read_text(encoding="utf-8")]
CHARTS = [path for path in PAGES if '<figure class="chart"' in (SITE / path).read_text(encoding="utf-8")]


def test_there_is_a_site_to_look_at() -> None:
    assert len(PAGES) >= 7
    assert len(LIVE) >= 3
    assert len(CHARTS) >= 1


def test_the_root_leads_to_the_book(reader: NewReader) -> None:
    one = reader().open(ROOT)
    one.page.wait_for_url("**/book/index.html")


def _settled(reader: Reader, path: str) -> Reader:
    reader.open(path)
    if path in LIVE:
        reader.ready()
    return reader


@pytest.mark.parametrize("path", PAGES)
def test_page_asks_nobody_and_causes_no_trouble(path: str, reader: NewReader, book: Served) -> None:
    one = _settled(reader(), path)
    one.page.wait_for_load_state("networkidle")
    # The fixture asserts that there was no other host and no trouble; here, that only live pages load Python.
    asked = [sent for sent, _ in book.sent]
    loads_python = any("pyodide" in sent for sent in asked)
    assert loads_python == (path in LIVE)
    assert len(asked) >= 1


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_page_is_accessible(path: str, dark: bool, reader: NewReader) -> None:
    one = reader(dark=dark)
    _settled(one, path)
    if path in LIVE:
        for button in one.page.get_by_role("button", name="Worked example").all():
            button.click()
            one.page.wait_for_timeout(300)
    assert violations(one.page) == []


@pytest.mark.parametrize("path", PAGES)
def test_page_fits_a_phone(path: str, reader: NewReader) -> None:
    one = reader(width=360)
    _settled(one, path)
    for button in one.page.get_by_role("button", name="Worked example").all():
        button.click()
        one.page.wait_for_timeout(300)
    wide = one.page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"the page is {wide} px wider than a phone of 360 px"


@pytest.mark.parametrize("path", LIVE)
def test_targets_are_large_enough(path: str, reader: NewReader) -> None:
    one = reader(width=360)
    _settled(one, path)
    sizes = one.page.evaluate(
        """() => [...document.querySelectorAll('.live :is(button, input, select, textarea, summary), .quiz input')]
          .map((e) => [e.tagName, e.getBoundingClientRect()])
          .filter(([, box]) => box.width && box.height)
          .map(([tag, box]) => [tag, Math.round(box.width), Math.round(box.height)])"""
    )
    assert len(sizes) >= 1
    assert [size for size in sizes if size[1] < 24 or size[2] < 24] == []
