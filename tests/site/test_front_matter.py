"""Front and back of the book as built: what a directive printed, on the page where a reader finds it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from exercises import library
from tests.course import PROJECT

SITE = PROJECT / "_build" / "html" / "book"


def article(name: str) -> str:
    """The article of a page, as HTML."""
    path = SITE / f"{name}.html"
    if not path.is_file():
        pytest.fail("The book has not been built. Run: make book")
    return path.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]


def words(name: str) -> str:
    """The article of a page, as text with single blanks."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", article(name))).split())


def test_the_citation_file_stands_on_its_page_as_it_is() -> None:
    page = words("how-to-cite")
    whole = (PROJECT / "CITATION.cff").read_text(encoding="utf-8")
    assert " ".join(whole.split()) in page
    assert len(whole.splitlines()) >= 8


def test_the_changelog_stands_on_its_page_whole() -> None:
    page = words("changelog")
    text = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8").replace("`", "")
    points = re.findall(r"^- (.+)$", text, re.MULTILINE)
    missing = [point for point in points if point.strip() not in page.replace("’", "'")]
    print(f"{len(points)} points looked for.")
    assert missing == []
    assert len(points) >= 8


def test_every_path_shows_its_chapters_with_minutes_and_their_sum() -> None:
    page = words("reading-paths")
    steps = 0
    for path in library.reading_paths().values():
        shown = page.partition(path.why)[2].partition("The play:")[0]
        of_each = [_minutes(found) for found in re.findall(r"\(chapter \w+, ([^)]+)\)", shown)]
        together = re.search(r"Together ([^.]+)\.", shown)
        assert together, path.id
        assert len(of_each) == len(path.steps)
        assert sum(of_each) == _minutes(together[1])
        steps += len(of_each)
    assert steps >= 36


def _minutes(text: str) -> int:
    hours, rest = re.search(r"(\d+) hour", text), re.search(r"(\d+) minutes", text)
    return 60 * int(hours[1] if hours else 0) + int(rest[1] if rest else 0)


def test_what_is_from_memory_is_marked_as_not_cited() -> None:
    page = article("evidence")
    marked = re.findall(r'<div[^>]*class="[^"]*evidence-not-cited[^"]*"[^>]*id="(e\d+)"', page)
    assert sorted(marked) == ["e17", "e39"]
    assert words("evidence").count("Not cited: it was not read") == 2


def test_every_chapter_stands_on_the_page_where_one_starts() -> None:
    page = article("where-to-start")
    for chapter in library.chapters():
        assert f'href="../notebooks/{chapter}.html"' in page


def test_files_to_download_are_there() -> None:
    files = re.findall(r'href="\.\./(_static/data/[^"]+)"', article("about-data"))
    assert len(files) >= 8
    assert [name for name in files if not Path(SITE.parent / name).is_file()] == []


def test_the_terms_of_the_glossary_can_be_linked_to() -> None:
    assert len(re.findall(r'<dt id="term-', article("glossary"))) >= 25
