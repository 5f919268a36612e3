"""Cuts a chapter into slides. Pure: a chapter and what its cells show go in, a deck comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from book.kit.chapter import Block, Chapter, ChapterError, Section
from book.kit.notes import evidence, exercise_notes, play_notes, prose, question_notes
from book.kit.slide import LIMIT, Deck, Picture, Slide, numbered, paged
from book.kit.workshop import Workshop
from exercises import load
from exercises.library import evidence as ledger
from exercises.library import playbook
from exercises.quiz import Item, quiz

SHORTEST_KEY_LINE = 5
"""Words; fewer in bold are a label. book/_ext/key_lines.py marks the same sentences."""

TURNS = 3
"""Lines of a talk that the scene shows, at most."""

ALONE = "Alone, then compare in pairs"
IN_PAIRS = "In pairs"

_SPOKEN = re.compile(r"“([^”]+)”")
_MINUTES = re.compile(r"(\d+) minutes, .*?(For your own rollout: .+)")


def cut(chapter: Chapter, charts: Mapping[str, dict[str, Any]], workshop: Workshop) -> Deck:
    """The deck of a chapter.

    Args:
        chapter: as it was read.
        charts: the chart that a cell shows, by the code of the cell; cells that show something else are not there.
        workshop: what the facilitator's file says of the chapter.
    """
    slides: list[Slide] = []
    for section in chapter.sections:
        if section.kind == "opening":
            slides += _opening(chapter, section, workshop)
        elif section.kind == "scene":
            slides += _scene(chapter, section, charts, workshop)
        elif section.kind == "concept":
            slides += _concept(chapter, section, charts, workshop)
        elif section.kind == "should-you":
            leads = [_lead(block) for block in section.of("item")]
            slides.append(Slide("should-you", section.title, items=tuple(leads), listing="bullets", notes=prose(section.blocks)))
        elif section.kind == "play":
            slides += _play(section)
        elif section.kind == "take-aways":
            slides += _pages("take-aways", section.title, section.of("item"), prose(section.of("item", "paragraph")))
            slides += _tasks(chapter, section, workshop)
        else:
            slides += _sources(section)
    return Deck(chapter.id, chapter.title, tuple(slides))


def key_line(section: Section) -> str:
    """The one bold sentence of a section, or nothing."""
    bold = (line for block in section.blocks for line in block.strong)
    return next((line for line in bold if len(line.split()) >= SHORTEST_KEY_LINE), "")


def _opening(chapter: Chapter, section: Section, workshop: Workshop) -> Iterator[Slide]:
    paragraphs = [block.text for block in section.of("paragraph")]
    stated = next((found for text in paragraphs if (found := _MINUTES.match(text))), None)
    if stated is None:
        raise ChapterError(f"notebooks/{chapter.id}.ipynb states no minutes; expected “*NN minutes, NN of them in …*”.")
    notes = (*(text for text in paragraphs if _MINUTES.match(text)), *workshop.opening)
    yield Slide(
        "title", chapter.title, lead=stated[2], facts=(f"Chapter {chapter.number}", f"{stated[1]} minutes"), notes=notes
    )
    aims = next((text for text in paragraphs if text.startswith("After this")), "After this chapter you can")
    yield from _pages("aims", aims, section.of("item"), prose(section.of("item")))


def _scene(
    chapter: Chapter, section: Section, charts: Mapping[str, dict[str, Any]], workshop: Workshop
) -> Iterator[Slide]:
    lines = spoken(section)
    before, _ = _split(section)
    first = "" if lines else _first_sentence(section.of("paragraph")[0].text)
    notes = (*workshop.of("scene"), *prose(before))
    yield Slide("scene", section.title, lead=first, items=lines, listing="talk" if lines else "", notes=notes)
    yield from _more_pictures(chapter, section, charts, shown=0)
    yield from _tasks(chapter, section, workshop)


def spoken(section: Section) -> tuple[str, ...]:
    """How the talk of a scene begins: up to three turns, and few words."""
    turns = []
    for block in section.of("paragraph"):
        parts = [part for part in _SPOKEN.findall(block.text) if part[:1].isupper()]
        if parts:
            ended = [part[:-1] + "." if part.endswith(",") and nxt[:1].isupper() else part for part, nxt in zip(parts, [*parts[1:], "X"], strict=True)]
            turns.append(" ".join(ended))
    kept: list[str] = []
    for turn in turns[:TURNS]:
        if kept and sum(len(one.split()) for one in (*kept, turn)) > LIMIT - 12:
            break
        kept.append(f"“{turn}”")
    return tuple(kept)


def _concept(
    chapter: Chapter, section: Section, charts: Mapping[str, dict[str, Any]], workshop: Workshop
) -> Iterator[Slide]:
    before, _ = _split(section)
    pictures = _pictures(chapter, section, charts)
    lead = key_line(section) or _first_sentence(section.blocks[0].text)
    notes = (*workshop.of("concept", section.title), *prose(before), *_shown(pictures[:1]), *evidence(section.cites))
    yield Slide("concept", section.title, lead=lead, picture=pictures[0] if pictures else None, notes=notes)
    yield from _more_pictures(chapter, section, charts, shown=1)
    yield from _tasks(chapter, section, workshop)


def _more_pictures(
    chapter: Chapter, section: Section, charts: Mapping[str, dict[str, Any]], shown: int
) -> Iterator[Slide]:
    for place, picture in enumerate(_pictures(chapter, section, charts)[shown:], shown + 1):
        finding = picture.chart["usermeta"]["finding"] if picture.chart else ""
        title = f"{section.title} ({place})" if shown else section.title
        yield Slide("picture", title, lead=finding, picture=picture, notes=_shown((picture,)))


def _pictures(chapter: Chapter, section: Section, charts: Mapping[str, dict[str, Any]]) -> tuple[Picture, ...]:
    found = []
    for block in section.of("figure", "code"):
        name = f"{chapter.id}-{len(found) + 1}-{re.sub(r'[^a-z0-9]+', '-', section.title.lower()).strip('-')}"
        if block.kind == "figure":
            found.append(Picture(name, block.alt, drawing=block.target.removeprefix("../")))
        elif block.target in charts:
            chart = charts[block.target]
            found.append(Picture(name, f"{chart['usermeta']['finding']} {chart['description']}", chart=chart))
    return tuple(found)


def _shown(pictures: tuple[Picture, ...]) -> tuple[str, ...]:
    return tuple(f"The picture: {picture.alt}" for picture in pictures)


def _split(section: Section) -> tuple[tuple[Block, ...], dict[int, tuple[Block, ...]]]:
    """What stands before the first exercise or quiz, and what stands after each of them, by its place."""
    places = [place for place, block in enumerate(section.blocks) if block.kind in ("exercise", "quiz")]
    ends = [*places, len(section.blocks)]
    return section.blocks[: ends[0]], {a: section.blocks[a + 1 : b] for a, b in zip(places, ends[1:], strict=True)}


def _tasks(chapter: Chapter, section: Section, workshop: Workshop) -> Iterator[Slide]:
    """The exercises and quizzes of a section; the prose that follows one is in its notes."""
    for place, after in _split(section)[1].items():
        name = section.blocks[place].target
        if section.blocks[place].kind == "quiz":
            yield from _quiz(name)
            continue
        exercise = load(name)
        where = "" if section.kind == "scene" else f", “{section.title}”"
        yield Slide(
            "exercise",
            exercise.title,
            lead=exercise.task,
            facts=(
                f"{exercise.minutes} minutes",
                workshop.how(name) or (ALONE if exercise.part else IN_PAIRS),
                f"Chapter {chapter.number}{where}",
            ),
            notes=(*workshop.of("exercise", name), *exercise_notes(exercise), *prose(after)),
        )


def _quiz(name: str) -> Iterator[Slide]:
    """One slide a question; questions that share their options go together."""
    whole = quiz(name)
    opening = f"{whole.title}. {whole.task} {whole.minutes} minutes."
    options = {tuple(option.says for option in item.options) for item in whole.items}
    if len(whole.items) > 1 and len(options) == 1:
        shared = "? ".join(next(iter(options))) + "?"
        pages = paged([item.asks for item in whole.items], LIMIT - len(f"{whole.title} {shared}".split()) - 3)
        left = list(whole.items)
        for title, page in zip(numbered(whole.title, pages), pages, strict=True):
            of_page, left = left[: len(page)], left[len(page) :]
            notes = (opening, *(line for item in of_page for line in question_notes(item)))
            yield Slide("quiz", title, lead=shared, items=page, listing="bullets", notes=notes)
        return
    for title, item in zip(numbered(whole.title, whole.items), whole.items, strict=True):
        yield Slide(
            "quiz",
            title,
            lead=item.asks + _how_many(item),
            items=tuple(option.says for option in item.options),
            listing="letters",
            facts=() if item.options else ("In your own words",),
            notes=(opening, *question_notes(item)),
        )


def _how_many(item: Item) -> str:
    return f" Choose {item.pick}." if item.pick > 1 else ""


def _play(section: Section) -> Iterator[Slide]:
    """Two slides: what it is for, and its steps."""
    for block in section.of("play"):
        play = playbook.plays()[block.target]
        title = f"Play: {play.title}"
        yield Slide("play", title, lead=play.purpose, facts=(play.time,), notes=prose(section.of("paragraph")) + play_notes(play))
        said = tuple(" ".join(part for part in (f"{step.head}.", f"{step.minutes} min." if step.minutes else "", step.do, f"“{step.say}”" if step.say else "") if part) for step in play.steps)
        yield Slide("play", f"{title}, step by step", items=tuple(step.head for step in play.steps), listing="numbers", notes=said)


def _sources(section: Section) -> Iterator[Slide]:
    entries = [ledger()[one] for block in section.of("evidence") for one in block.cites]
    names = [f"{entry.id} {entry.short}" for entry in entries]
    pages = paged(names, LIMIT - 8)
    reading = prose(section.of("paragraph", "item"))
    for place, (title, page) in enumerate(zip(numbered(section.title, pages), pages, strict=True)):
        cited = evidence([one.split()[0] for one in page])
        yield Slide("sources", title, items=page, listing="bullets", notes=(*(() if place else reading), *cited))


def _pages(kind: Any, title: str, blocks: tuple[Block, ...], notes: tuple[str, ...]) -> Iterator[Slide]:
    pages = paged([block.text for block in blocks], LIMIT - len(title.split()) - 3)
    for name, page in zip(numbered(title, pages), pages, strict=True):
        yield Slide(kind, name, items=page, listing="bullets", notes=notes)


def _lead(block: Block) -> str:
    """The bold words with which an item begins."""
    return block.strong[0].rstrip(",") if block.strong else _first_sentence(block.text)


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.?!])\s", text, maxsplit=1)[0]
