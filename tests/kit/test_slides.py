"""The slides as built by `make kit`: what stands on them and under them, in both forms, opened by both kinds of program."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser
from pptx import Presentation
from pypdf import PdfReader

from exercises import library, load
from exercises.quiz import quiz
from tests.course import PROJECT, shown
from tests.kit import office

BUILT = PROJECT / "_build" / "kit" / "slides"
CHAPTERS = list(library.chapters())
NOTEBOOKS = {chapter: PROJECT / "notebooks" / f"{chapter}.ipynb" for chapter in CHAPTERS}

WORDS = 45
WORDS_OF_A_QUESTION = 80  # with its options; it is never split
IN_OFFICE = ("01b-delayed-rollouts", "02-how-does-it-threaten", "13-capstone")

each_chapter = pytest.mark.parametrize("chapter", CHAPTERS)


@cache
def page(chapter: str) -> BeautifulSoup:
    path = BUILT / f"{chapter}.html"
    if not path.exists():
        pytest.fail(f"{path.relative_to(PROJECT)} has not been built. Run: make kit")
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def sections(chapter: str) -> list[Tag]:
    return page(chapter).select(".slides > section")


def seen(section: Tag) -> str:
    """The words that the room reads, with spaces between the blocks."""
    words = section.select_one(".seen")
    assert words is not None, section
    return " ".join(words.get_text(" ").split())


def titles(chapter: str) -> list[str]:
    return [" ".join(one.get_text().split()) for one in page(chapter).select(".seen > :is(h1, h2)")]


@cache
def presentation(chapter: str):  # type: ignore[no-untyped-def]  # python-pptx has no types for it
    return Presentation(str(BUILT / f"{chapter}.pptx"))


def key_lines(chapter: str) -> dict[str, str]:
    """The key line of each section, read from the notebook without the kit."""
    cells = json.loads(NOTEBOOKS[chapter].read_text(encoding="utf-8"))["cells"]
    text = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    text = re.sub(r"(?ms)^:{3}.*?^:{3}$", "", text)
    found = {}
    for part in re.split(r"(?m)^## ", text)[2:]:
        title, _, body = part.partition("\n")
        bold = [line for line in re.findall(r"\*\*(.+?)\*\*", body, re.DOTALL) if len(line.split()) >= 5]
        if bold and not title.startswith(("Play: ", "Take-aways", "Sources")):
            found[title] = bold[0]
    return found


def test_every_chapter_has_a_deck_in_both_forms() -> None:
    made = sorted(path.name for path in BUILT.iterdir() if path.is_file())
    assert made == sorted(f"{chapter}.{form}" for chapter in CHAPTERS for form in ("html", "pptx"))
    assert len(made) == 28
    counts = {chapter: len(sections(chapter)) for chapter in CHAPTERS}
    print(f"{sum(counts.values())} slides: {counts}")
    assert min(counts.values()) >= 10
    assert sum(counts.values()) >= 300


@each_chapter
def test_both_forms_have_the_same_slides_in_the_same_order(chapter: str) -> None:
    in_office = [slide.shapes.title.text_frame.text for slide in presentation(chapter).slides]
    assert titles(chapter) == in_office
    assert len(in_office) == len(set(in_office)) == len(sections(chapter)), "a title stands twice"


@each_chapter
def test_a_deck_has_every_part_of_its_chapter(chapter: str) -> None:
    kinds = [section["data-kind"] for section in sections(chapter)]
    assert kinds[:2] == ["title", "aims"]
    assert kinds[-1] == "sources"
    assert kinds.count("play") >= 2
    assert {"scene", "concept", "quiz", "should-you", "play", "take-aways"} <= set(kinds)
    expected = [f"Exercise: {load(name).title}" for name in shown("exercise", NOTEBOOKS[chapter])]
    assert [title for title in titles(chapter) if title.startswith("Exercise: ")] == expected
    whole = " ".join(map(seen, sections(chapter)))
    asked = [item.asks for name in shown("quiz", NOTEBOOKS[chapter]) for item in quiz(name).items]
    assert len(asked) >= 3
    assert [asks for asks in asked if " ".join(asks.split()) not in whole] == []


@each_chapter
def test_every_key_line_stands_on_the_slide_of_its_section(chapter: str) -> None:
    by_title = {title: seen(section) for title, section in zip(titles(chapter), sections(chapter), strict=True)}
    lines = key_lines(chapter)
    assert len(lines) >= 4
    for title, line in lines.items():
        assert " ".join(line.split()) in by_title[title], title


def test_key_lines_are_many() -> None:
    assert sum(len(key_lines(chapter)) for chapter in CHAPTERS) >= 75


@each_chapter
def test_slides_hold_few_words(chapter: str) -> None:
    for section in sections(chapter):
        words = [word for word in seen(section).split() if re.search(r"\w", word)]
        most = WORDS_OF_A_QUESTION if section["data-kind"] == "quiz" else WORDS
        assert 3 <= len(words) <= most, f"{len(words)} words: {seen(section)}"


@each_chapter
def test_every_slide_has_notes(chapter: str) -> None:
    below = [section.select_one("aside.notes") for section in sections(chapter)]
    in_office = [slide.notes_slide.notes_text_frame.text for slide in presentation(chapter).slides]
    for title, one, other in zip(titles(chapter), below, in_office, strict=True):
        assert one is not None, title
        assert len(one.get_text(" ").split()) >= 8, f"{title}: {one.get_text()!r}"
        assert one.get_text(" ").split() == other.split(), f"{title}: the notes differ"
    cited = set(re.findall(r"\{e\}`(E\d\d)`", NOTEBOOKS[chapter].read_text(encoding="utf-8")))
    everything = " ".join(in_office)
    for entry in (library.evidence()[one] for one in cited):
        assert entry.finding in everything, entry.id
        assert entry.limits in everything, f"{entry.id} is cited without its limits"


@each_chapter
def test_every_picture_is_described_in_both_forms(chapter: str) -> None:
    images = page(chapter).select("section img")
    in_office = [shape for slide in presentation(chapter).slides for shape in slide.shapes if shape.shape_type == 13]
    descriptions = [shape._element.nvPicPr.cNvPr.get("descr") for shape in in_office]
    assert [image["alt"] for image in images] == descriptions
    assert len(images) >= 1
    for description in descriptions:
        assert len(description.split()) >= 15, description
    for image in images:
        assert (BUILT / str(image["src"])).read_text(encoding="utf-8").startswith("<svg")


@each_chapter
def test_a_presentation_reads_in_order(chapter: str) -> None:
    """Title first, then the words, then the picture, then the number: the order in which a screen reader goes."""
    for slide in presentation(chapter).slides:
        kinds = [
            shape.placeholder_format.type.name if shape.is_placeholder else shape.shape_type.name
            for shape in slide.shapes
        ]
        assert kinds[0] in ("TITLE", "CENTER_TITLE"), kinds
        assert kinds[1] in ("OBJECT", "SUBTITLE"), kinds
        assert kinds[2:] in (["SLIDE_NUMBER"], ["PICTURE", "SLIDE_NUMBER"]), kinds
        assert slide.placeholders[1].text_frame.text.strip()
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= presentation(chapter).slide_width
            assert shape.top + shape.height <= presentation(chapter).slide_height


def test_no_page_names_a_file_of_another_host() -> None:
    looked_at = 0
    for chapter in CHAPTERS:
        for one in page(chapter).select("[src], [href], [data-src], [data-background-image], [srcset]"):
            for name in ("src", "href", "data-src", "data-background-image", "srcset"):
                if value := str(one.get(name, "")):
                    looked_at += 1
                    assert not re.match(r"(?i)\s*([a-z]+:)?//", value), f"{chapter}: {one}"
                    assert value.startswith("data:") or (BUILT / value).exists(), f"{chapter}: {one}"
        text = str(page(chapter))
        assert not re.search(r"(?i)mathjax|requirejs|require\.min|font-awesome|unpkg|cdnjs|jsdelivr", text), chapter
    assert looked_at >= 14 * 6


_EVERY_SLIDE = """async () => {
  const found = [];
  await Promise.all([...document.fonts].map((one) => one.load()));
  for (let i = 0; i < Reveal.getTotalSlides(); i++) {
    Reveal.slide(i);
    const slide = Reveal.getCurrentSlide();
    const room = slide.getBoundingClientRect();
    for (const one of slide.querySelectorAll('.seen > *')) {
      const box = one.getBoundingClientRect();
      if (box.bottom > room.bottom + 1 || box.right > room.right + 1) found.push(`${i + 1}: ${one.className || one.tagName} leaves the slide`);
    }
    const words = slide.querySelector('.words').getBoundingClientRect();
    const title = slide.querySelector('h1, h2').getBoundingClientRect();
    if (words.top < title.bottom - 1) found.push(`${i + 1}: words stand on the title`);
    for (const one of slide.querySelectorAll('img')) {
      await one.decode();
      if (!one.naturalWidth || one.getBoundingClientRect().height < 150) found.push(`${i + 1}: no picture`);
    }
  }
  return [Reveal.getTotalSlides(), found];
}"""


def test_decks_open_from_a_folder_without_any_host(browser: Browser) -> None:
    """From file://: no request leaves the folder, nothing fails, nothing runs over the edge, and the notes open."""
    folder = f"{BUILT.as_uri()}/"
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    asked: list[str] = []
    trouble: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("requestfailed", lambda request: trouble.append(request.url))
    context.on("console", lambda one: trouble.append(one.text) if one.type in ("error", "warning") else None)
    context.on("weberror", lambda error: trouble.append(str(error.error)))
    tab = context.new_page()
    slides = 0
    for chapter in CHAPTERS:
        tab.goto(f"{folder}{chapter}.html")
        tab.wait_for_function("() => window.Reveal && Reveal.isReady()")
        count, found = tab.evaluate(_EVERY_SLIDE)
        assert found == [], chapter
        assert count == len(sections(chapter))
        slides += count
    with tab.expect_popup() as opened:
        tab.keyboard.press("s")
    notes = opened.value
    notes.locator(".speaker-controls-notes .value").wait_for()
    assert "E37" in notes.locator(".speaker-controls-notes .value").inner_text()
    context.close()
    outside = [url for url in asked if not url.startswith((folder, "data:", "blob:", "about:"))]
    print(f"{slides} slides, {len(asked)} requests, {len(outside)} of them to elsewhere.")
    assert slides >= 300
    assert len(asked) >= 14 * 6
    assert outside == []
    assert trouble == []


def test_libreoffice_opens_presentations(tmp_path: Path) -> None:
    """As many pages as slides, and each page says what its slide says."""
    files = [BUILT / f"{chapter}.pptx" for chapter in IN_OFFICE]
    for chapter, pdf in zip(IN_OFFICE, office.to_pdf(files, tmp_path), strict=True):
        pages = PdfReader(pdf).pages
        assert len(pages) == len(presentation(chapter).slides) == len(sections(chapter))
        for title, one in zip(titles(chapter), pages, strict=True):
            assert "".join(title.split()) in "".join(one.extract_text().split()), title
