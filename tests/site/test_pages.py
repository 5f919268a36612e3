"""The built pages and their notebooks as files: links, words, tags, minutes."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from exercises import EXERCISES, library, load
from exercises.quiz import quiz
from tests.course import NOTEBOOKS, PROJECT, code_cells, shown

SITE = PROJECT / "_build" / "html"
PAGES = sorted(path for path in SITE.rglob("*.html") if "_static" not in path.parts)

# What may carry a digit in the source of a page: front matter, directives, roles, link targets, ids of evidence.
NOT_PROSE = re.compile(
    r"\A---\n.*?\n---\n|^(`{3,}|:{3,}).*?^\1|\{[a-z-]+\}`[^`]+`|(?<=\])\([^)]*\)|\bE\d{2}\b", re.DOTALL | re.MULTILINE
)
TYPED = re.compile(
    r"\d[\d.,]*|\b(?:eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|[mb]illions?|dozens?)\b",
    re.IGNORECASE,
)

SHOWN = re.compile(r'show\("([a-z0-9-]+)"\)')


class Parsed(HTMLParser):
    """The links, ids, scripts and images of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.assets: list[str] = []
        self.ids: list[str] = []
        self.images: list[dict[str, str | None]] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))
        if tag == "script" and given.get("src"):
            self.assets.append(str(given["src"]))
        if tag == "link" and given.get("href") and given["href"] != "#":
            self.assets.append(str(given["href"]))
        if tag == "img":
            self.images.append(given)
            self.assets.append(str(given.get("src")))


@pytest.fixture(scope="module")
def parsed() -> dict[Path, Parsed]:
    if not PAGES:
        pytest.fail("The book has not been built. Run: make book")
    return {path: Parsed(path) for path in PAGES}


def test_there_are_pages_and_notebooks() -> None:
    assert len(PAGES) >= 8
    assert len(NOTEBOOKS) >= 3


def test_links_inside_the_site_lead_somewhere(parsed: dict[Path, Parsed]) -> None:
    looked_at, broken = 0, []
    for path, page in parsed.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            looked_at += 1
            if not target.is_file():
                broken.append(f"{path.relative_to(SITE)}: {link}")
            elif parts.fragment and target in parsed and unquote(parts.fragment) not in parsed[target].ids:
                broken.append(f"{path.relative_to(SITE)}: {link} (no such place)")
    assert broken == []
    assert looked_at >= 100


def test_scripts_styles_and_images_come_from_the_site(parsed: dict[Path, Parsed]) -> None:
    looked_at, wrong = 0, []
    for path, page in parsed.items():
        for asset in page.assets:
            looked_at += 1
            parts = urlsplit(asset)
            here = not parts.scheme and not parts.netloc and (path.parent / unquote(parts.path)).resolve().is_file()
            if not here and parts.scheme != "data":
                wrong.append(f"{path.relative_to(SITE)}: {asset}")
    assert wrong == []
    assert looked_at >= 50


WHOLE_PAGE = re.compile(r"(?<![\w.#-])(?:html|body|:root):has\(")
"""A rule that hangs on what stands anywhere in the page: the browser styles all of it anew whenever something changes."""


def test_no_rule_styles_a_page_anew_at_every_answer(parsed: dict[Path, Parsed]) -> None:
    sheets: set[Path] = set()
    for page, found in parsed.items():
        if 'class="live"' in page.read_text(encoding="utf-8"):
            sheets |= {(page.parent / urlsplit(asset).path).resolve() for asset in found.assets if ".css" in asset}
    slow = [
        f"{sheet.name}: {rule}" for sheet in sorted(sheets) for rule in WHOLE_PAGE.findall(sheet.read_text("utf-8"))
    ]
    print(f"{len(sheets)} style sheets of pages with exercises.")
    assert len(sheets) >= 6
    assert slow == []


def test_every_page_tells_the_browser_to_ask_nobody_else() -> None:
    # The root page only redirects; it loads nothing.
    pages = [path for path in PAGES if path != SITE / "index.html"]
    for path in pages:
        assert "connect-src 'self'" in path.read_text(encoding="utf-8"), path
    assert len(pages) >= 7


def test_every_image_has_a_description(parsed: dict[Path, Parsed]) -> None:
    images = [(path, image) for path, page in parsed.items() for image in page.images]
    assert [f"{path.name}: {image.get('src')}" for path, image in images if not image.get("alt")] == []
    assert len(images) >= 2


def test_ids_are_unique_in_a_page(parsed: dict[Path, Parsed]) -> None:
    for path, page in parsed.items():
        twice = {name for name in page.ids if page.ids.count(name) > 1}
        assert twice == set(), path


def test_every_exercise_has_its_live_cell() -> None:
    there = []
    for path in NOTEBOOKS:
        there += shown("exercise", path)
        for cell in code_cells(path):
            if "widgets import show" in "".join(cell["source"]):
                assert cell["metadata"]["tags"] == ["live"], (
                    f"{path.name}: a cell that shows an exercise is tagged live"
                )
    assert sorted(there) == sorted(EXERCISES)


def test_notebooks_are_stored_lean_and_their_code_is_short() -> None:
    cells = checked = 0
    for path in NOTEBOOKS:
        assert "widget-state" not in path.read_text(encoding="utf-8"), path
        for cell in code_cells(path):
            cells += 1
            tags = cell["metadata"].get("tags", [])
            checks = "nbval-check-output" in tags
            checked += checks
            assert bool(cell["outputs"]) == checks, (
                f"{path.name}: store outputs of cells that state a claim, and only those"
            )
            assert len("".join(cell["source"]).splitlines()) <= 10, f"{path.name}: a cell is longer than ten lines"
    assert cells >= 8
    assert checked >= 1, "no cell compares a claim"


def test_chapters_state_the_minutes_of_their_parts() -> None:
    chapters = sorted((PROJECT / "notebooks").glob("*.ipynb"))
    for path in chapters:
        text = path.read_text(encoding="utf-8")
        stated = re.search(r"\*(\d+) minutes, (\d+) of them in exercises and quizzes", text)
        assert stated, f"{path.name} states no minutes"
        parts = sum(load(name).minutes for name in shown("exercise", path))
        parts += sum(quiz(name).minutes for name in shown("quiz", path))
        assert parts == int(stated[2]), f"{path.name}: its parts take {parts} minutes, it says {stated[2]}"
        # 150 words a minute, the pace of somebody who stops to think, and not a minute less than that
        words = _words_of_prose(path)
        assert int(stated[1]) >= parts + words / 150, f"{path.name} promises {stated[1]} minutes for {words} words"
    assert len(chapters) >= 5


WRITTEN = ("01-last-in-line", "01b-delayed-rollouts", "05-value-pitch")
"""Chapters whose text is whole; the others are pages of exercises until it is."""


def test_chapters_are_as_long_as_chapters() -> None:
    for name in WRITTEN:
        words = _words_of_prose(PROJECT / "notebooks" / f"{name}.ipynb")
        assert 1200 <= words <= 2500, f"{name} has {words} words of prose"


def _words_of_prose(path: Path) -> int:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return sum(len("".join(c["source"]).split()) for c in cells if c["cell_type"] == "markdown")


def test_evidence_that_is_cited_is_in_the_ledger() -> None:
    cited = set()
    for path in NOTEBOOKS:
        cited |= set(re.findall(r"\{e\}`(E\d+)`", path.read_text(encoding="utf-8")))
    assert cited <= set(library.evidence())
    assert len(cited) >= 8
    ledger = (SITE / "book" / "evidence.html").read_text(encoding="utf-8")
    assert all(f'id="{name.lower()}"' in ledger for name in library.evidence())


def test_there_is_a_page_for_the_well_documented_cases() -> None:
    pages = sorted((PROJECT / "book" / "cases").glob("[!i]*.md"))
    assert len(pages) >= 15
    for path in pages:
        text = path.read_text(encoding="utf-8")
        named = re.findall(r"\{case-sources\} (\S+)", text)
        assert named, f"{path.name} names no case"
        for case in named:
            assert case in library.cases()
            sources = library.case_sources()[case]
            assert len(sources) >= 2, f"{path.name}: {case} has one source"
        html = (SITE / "book" / "cases" / f"{path.stem}.html").read_text(encoding="utf-8")
        assert 'class="case-facts' in html
        assert "../../notebooks/" in text, f"{path.name} leads to no exercise"


def test_no_figure_is_typed_on_a_case_page() -> None:
    pages = sorted((PROJECT / "book" / "cases").glob("*.md"))
    typed, roles = [], 0
    for path in pages:
        text = path.read_text(encoding="utf-8")
        roles += len(re.findall(r"\{case\}`", text))
        prose = NOT_PROSE.sub(lambda found: "\n" * found[0].count("\n"), text)
        typed += [
            f"{path.name}, line {number}: '{found[0]}' is typed; give it a row in data/case_figures.csv"
            for number, line in enumerate(prose.splitlines(), 1)
            for found in TYPED.finditer(line)
        ]
    print(f"{len(pages)} pages, {roles} figures printed from data/.")
    assert typed == []
    assert len(pages) >= 16
    assert roles >= 90


def test_every_figure_of_a_case_is_printed_on_a_page() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "book" / "cases").glob("*.md"))
    printed = {name.lower() for name in re.findall(r"\{case\}`([^`]+)`", text)}
    figures = {f"{case}.{name}" for case, of in library.case_figures().items() for name in of}
    assert figures - printed == set()
    assert len(figures) >= 40
