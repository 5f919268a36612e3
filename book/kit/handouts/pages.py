"""The built pages as the handouts read them: a chapter with its parts in their order."""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import yaml
from bs4 import BeautifulSoup, Tag

from book._ext.plays import PROJECT, exercise_pages
from book.kit.handouts.document import HandoutError
from exercises import library

Kind = Literal["exercise", "quiz", "should-you", "play", "take-aways"]

_PARTS: dict[Kind, str] = {
    "exercise": "section.live[data-exercise]",
    "quiz": "form.quiz",
    "should-you": ".should-you",
    "play": ".play-card",
    "take-aways": "#take-aways > ul",
}
_NOT_PRINTED = ".headerlink, script, style, .play-link, .admonition-title"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page that a handout prints.

    Attributes:
        kind: what it is.
        title: its heading.
        body: the element of the page.
        lead: what stands just before an exercise: the tables of its section and the last paragraph.
    """

    kind: Kind
    title: str
    body: Tag
    lead: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site, cut to what the handouts print.

    Attributes:
        id: of the chapter; `start` for what comes before the first one.
        name: number and title.
        opening: objectives and minutes.
        key_lines: heading and the one bold sentence of each section.
        parts: in their order.
    """

    id: str
    name: str
    opening: tuple[Tag, ...]
    key_lines: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]


def chapters(site: Path) -> tuple[Page, ...]:
    """What comes before the first chapter, then all chapters.

    Raises:
        HandoutError: a page is not there.
    """
    before, _ = _other_pages()
    parts = tuple(part for page in before for part in _parts(_article(site, page)) if part.kind == "exercise")
    start = Page("start", "Before you start", (), (), parts)
    return (start, *(_chapter(site, one.id, one.name) for one in library.chapters().values()))


def tasks(site: Path) -> tuple[Part, ...]:
    """The exercises of the workshop's pages, each with the text above it. Whoever learns must not see them early."""
    _, after = _other_pages()
    found = []
    for page in after:
        for part in _parts(_article(site, page)):
            sheet = part.body.find_previous_sibling("div", class_="cell")
            lead = sheet.select_one(".cell_output") if isinstance(sheet, Tag) else None
            found.append(replace(part, lead=(plain(lead),) if lead else ()))
    return tuple(found)


def _other_pages() -> tuple[list[str], list[str]]:
    """Pages with an exercise that are no chapter: those before the first chapter, and those after it."""
    whole = yaml.safe_load((PROJECT / "_toc.yml").read_text(encoding="utf-8"))
    order = [whole["root"], *(page["file"] for part in whole["parts"] for page in part["chapters"])]
    first = next(place for place, page in enumerate(order) if page.startswith("notebooks/"))
    shown = {page.removesuffix(".html") for page in exercise_pages().values()}
    others = [(place, page) for place, page in enumerate(order) if page in shown and not page.startswith("notebooks/")]
    before = [f"{page}.html" for place, page in others if place < first]
    return before, [f"{page}.html" for place, page in others if place > first]


def _article(site: Path, page: str) -> Tag:
    path = site / page
    if not path.is_file():
        raise HandoutError(f"{path}: not found, expected a page of the built site. Run: make book")
    # lxml is quicker, but html.parser is always there.
    article = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").select_one("article.bd-article")
    if article is None:
        raise HandoutError(f"{path}: got a page without an article, expected one of the book. Run: make book")
    return article


def _chapter(site: Path, chapter_id: str, name: str) -> Page:
    article = _article(site, f"notebooks/{chapter_id}.html")
    head = article.select_one("section > h1")
    objectives = head.find_next_sibling("ul") if head else None
    if not isinstance(objectives, Tag):
        raise HandoutError(f"notebooks/{chapter_id}: got no list of objectives under its title, expected one.")
    minutes = objectives.find_next_sibling("p")
    opening = tuple(plain(one) for one in (objectives, minutes) if isinstance(one, Tag))
    return Page(chapter_id, name, opening, _key_lines(article), tuple(_parts(article)))


def _key_lines(article: Tag) -> tuple[tuple[str, str], ...]:
    found = []
    for line in article.select(".key-line"):
        section = line.find_parent("section")
        heading = section.find(["h2", "h3"], recursive=False) if section else None
        found.append((text(plain(heading)) if isinstance(heading, Tag) else "", text(line)))
    return tuple(found)


def _parts(article: Tag) -> list[Part]:
    kinds = {id(element): kind for kind, selector in _PARTS.items() for element in article.select(selector)}
    return [_part(kinds[id(element)], element) for element in article.find_all(True) if id(element) in kinds]


def _part(kind: Kind, body: Tag) -> Part:
    if kind == "exercise":
        return Part(kind, _words(body, ".live-title"), body, _lead(body))
    if kind == "quiz":
        return Part(kind, _words(body, ".quiz-task strong").removesuffix("."), body)
    if kind == "should-you":
        return Part(kind, _words(body, ".admonition-title"), plain(body))
    section = body.find_parent("section")
    return Part(kind, text(plain(section.h2)) if section and section.h2 else "", plain(body))


def _lead(exercise: Tag) -> tuple[Tag, ...]:
    """Tables of the section so far, and the paragraph above; one about the device has no place on paper."""
    found: list[Tag] = []
    for before in reversed(exercise.find_previous_siblings(True)):
        if before.select_one(".live"):
            found.clear()
        found += [plain(table) for table in before.select("table")]
    paragraph = exercise.find_previous_sibling(True)
    if paragraph is not None and paragraph.name == "p" and "device" not in paragraph.get_text():
        found.append(plain(paragraph))
    return tuple(found)


def _words(element: Tag, selector: str) -> str:
    found = element.select_one(selector)
    return text(found) if found else ""


def text(element: Tag) -> str:
    """The words of an element, with single spaces."""
    return " ".join(element.get_text().split())


def plain(element: Tag) -> Tag:
    """A copy for paper: links are words, and nothing that a screen needs is left."""
    clone = copy.copy(element)
    for gone in clone.select(_NOT_PRINTED):
        gone.decompose()
    for link in clone.select("a"):
        link.name = "span"
    for one in [clone, *clone.find_all(True)]:
        kept = {name: one[name] for name in ("scope", "colspan", "rowspan", "class", "start") if one.get(name)}
        one.attrs = kept
    return clone
