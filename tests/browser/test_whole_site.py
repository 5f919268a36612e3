"""Every page of the site, as a reader opens it: private, without trouble, accessible, at any width.

Each page is opened once and looked at in turn in the light, in the dark and on a phone: to open it five times took a
third of the whole run.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import SITE, NewReader

ROOT = "index.html"
PAGES = sorted(
    str(path.relative_to(SITE)) for path in SITE.rglob("*.html") if "_static" not in path.parts and path != SITE / ROOT
)
LIVE = [path for path in PAGES if 'class="live"' in (SITE / path).read_text(encoding="utf-8")]
CHARTS = [path for path in PAGES if '<figure class="chart"' in (SITE / path).read_text(encoding="utf-8")]

SIZES = """() => [...document.querySelectorAll(
    '.live :is(button, input, select, textarea, summary), .quiz input, .playbook :is(button, select, input)')]
  .map((e) => [e.tagName, e.getBoundingClientRect()])
  .filter(([, box]) => box.width && box.height)
  .map(([tag, box]) => [tag, Math.round(box.width), Math.round(box.height)])"""


def test_there_is_a_site_to_look_at() -> None:
    assert len(PAGES) >= 7
    assert len(LIVE) >= 3
    assert len(CHARTS) >= 1


def test_the_root_leads_to_the_book(reader: NewReader) -> None:
    one = reader().open(ROOT)
    one.page.wait_for_url("**/book/index.html")


@pytest.mark.parametrize("path", PAGES)
def test_page_is_private_accessible_and_fits_a_phone(path: str, reader: NewReader) -> None:
    one = reader().open(path)
    page = one.page
    if path in LIVE:
        one.ready()
    page.wait_for_load_state("networkidle")
    # The fixture asserts that there was no other host and no trouble; here, that only live pages load Python.
    assert any("pyodide" in address for address in one.asked) == (path in LIVE)
    assert len(one.asked) >= 2
    for button in page.get_by_role("button", name="Worked example").all():
        button.click()
        page.wait_for_timeout(300)
    assert violations(page) == [], "in the light"
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert violations(page) == [], "in the dark"
    page.set_viewport_size({"width": 360, "height": 900})
    _fits_a_phone(page, has_controls=path in LIVE)


def _fits_a_phone(page: Page, *, has_controls: bool) -> None:
    wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"the page is {wide} px wider than a phone of 360 px"
    sizes = page.evaluate(SIZES)
    assert len(sizes) >= has_controls
    assert [size for size in sizes if size[1] < 24 or size[2] < 24] == [], "smaller than 24 pixels"
