"""Cuts a chapter into slides. Pure: a chapter and what its cells show go in, a deck comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from book._ext.workshop import Part
from book.kit.chapter import Block, Chapter, ChapterError, Section
from book.kit.library_slides import of_play, of_quiz, of_sources
from book.kit.notes import evidence, exercise_notes, prose
from book.kit.slide import LIMIT, Deck, Kind, Picture, Slide, numbered, paged
from book.kit.workshop import Workshop, is_about, who
from exercises import load

SHORTEST_KEY_LINE = 5
"""Words; fewer in bold are a label. book/_ext/key_lines.py marks the same sentences."""

TURNS = 3
"""Lines of a talk that the scene shows, at most."""

ALONE = "Alone, then in pairs"
IN_PAIRS = "In pairs"
"""Who works with whom where the facilitator's file does not say: what goes into the dossier is one's own."""

_SPOKEN = re.compile(r"“([^”]+)”")
_STATED = re.compile(r"(\d+) minutes, .*?(For your own rollout: .+)")


def cut(chapter: Chapter, charts: Mapping[str, dict[str, Any]], workshop: Workshop) -> Deck:
    """The deck of a chapter.

    Args:
        chapter: as it was read.
        charts: the chart that a cell shows, by the code of the cell; cells that show something else are not there.
        workshop: what the facilitator's file says of the chapter.
    """
    cutter = _Cutter(chapter, charts, workshop)
    slides = [slide for section in chapter.sections for slide in cutter.section(section)]
    return Deck(chapter.id, chapter.title, tuple(_with_activities(slides, workshop)))


def key_line(section: Section) -> str:
    """The one bold sentence of a section, or nothing."""
    bold = (line for block in section.blocks for line in block.strong)
    return next((line for line in bold if len(line.split()) >= SHORTEST_KEY_LINE), "")


def spoken(section: Section) -> tuple[str, ...]:
    """How the talk of a scene begins: up to three turns, whole sentences, and few words."""
    kept: list[str] = []
    room = LIMIT - 12
    for block in section.of("paragraph"):
        joined = "\0".join(_SPOKEN.findall(block.text))  # a turn may be broken by “she said”
        if not joined[:1].isupper():
            continue
        turn = re.sub(r",(?=\0[A-Z]|$)", ".", joined).replace("\0", " ")
        said = ""
        for sentence in re.split(r"(?<=[.?!…])\s", turn):
            room -= len(sentence.split())
            if room < 0 and kept:
                break
            said = f"{said} {sentence}".strip()
        if said:
            kept.append(f"“{said}”")
        if len(kept) == TURNS or room <= 0:
            break
    return tuple(kept)


@dataclass(frozen=True)
class _Cutter:
    chapter: Chapter
    charts: Mapping[str, dict[str, Any]]
    workshop: Workshop

    def section(self, section: Section) -> Iterator[Slide]:
        """The slides of one section."""
        if section.kind == "opening":
            yield from self._opening(section)
        elif section.kind == "scene":
            yield from self._scene(section)
        elif section.kind == "concept":
            yield from self._concept(section)
        elif section.kind == "should-you":
            leads = tuple(_lead(block) for block in section.of("item"))
            yield Slide("should-you", section.title, items=leads, listing="bullets", notes=prose(section.blocks))
        elif section.kind == "play":
            for block in section.of("play"):
                before = (*self.workshop.notes(block.target), *prose(section.of("paragraph")))
                yield from of_play(block.target, before)
        elif section.kind == "take-aways":
            notes = (*self.workshop.closing, *prose(section.of("item", "paragraph")))
            yield from _pages("take-aways", section.title, section.of("item"), notes)
        else:
            yield from of_sources(section.title, section.of("evidence"), prose(section.blocks))
        yield from self._tasks(section)

    def _opening(self, section: Section) -> Iterator[Slide]:
        paragraphs = [block.text for block in section.of("paragraph")]
        found = next((match for text in paragraphs if (match := _STATED.match(text))), None)
        if found is None:
            raise ChapterError(
                f"notebooks/{self.chapter.id}.ipynb states no minutes; expected “*NN minutes, NN of …*”."
            )
        facts = (f"Chapter {self.chapter.number}", f"{found[1]} minutes")
        notes = (found.string, *self.workshop.opening)
        yield Slide("title", self.chapter.title, lead=found[2], facts=facts, notes=notes)
        aims = section.of("item")
        yield from _pages("aims", paragraphs[0], aims, prose(aims))

    def _scene(self, section: Section) -> Iterator[Slide]:
        lines = spoken(section)
        told = "" if lines else _first_sentence(section.of("paragraph")[0].text)
        notes = (*self.workshop.notes("scene", section.title), *prose(_before_tasks(section)))
        yield Slide(
            "scene", section.title, about="scene", lead=told, items=lines, listing="talk" if lines else "", notes=notes
        )
        yield from self._more_pictures(section, 0)

    def _concept(self, section: Section) -> Iterator[Slide]:
        first = next(iter(self._pictures(section)), None)
        notes = (
            *self.workshop.notes(section.title),
            *prose(_before_tasks(section)),
            *_described(first),
            *evidence(section.cites),
        )
        lead = key_line(section) or _first_sentence(section.blocks[0].text)
        yield Slide("concept", section.title, lead=lead, picture=first, notes=notes)
        yield from self._more_pictures(section, 1)

    def _more_pictures(self, section: Section, shown: int) -> Iterator[Slide]:
        for place, picture in enumerate(self._pictures(section)[shown:], shown + 1):
            finding = picture.chart["usermeta"]["finding"] if picture.chart else ""
            yield Slide(
                "picture", f"{section.title} ({place})", lead=finding, picture=picture, notes=_described(picture)
            )

    def _pictures(self, section: Section) -> tuple[Picture, ...]:
        found: list[Picture] = []
        for block in section.of("figure", "code"):
            where = re.sub(r"[^a-z0-9]+", "-", section.title.lower()).strip("-")
            name = f"{self.chapter.id}--{where}-{len(found) + 1}"
            if block.kind == "figure":
                found.append(Picture(name, block.alt, drawing=block.target.removeprefix("../")))
            elif block.target in self.charts:
                chart = self.charts[block.target]
                found.append(Picture(name, f"{chart['usermeta']['finding']} {chart['description']}", chart=chart))
        return tuple(found)

    def _tasks(self, section: Section) -> Iterator[Slide]:
        """The exercises and quizzes of a section; the prose that follows an exercise is in its notes."""
        places = _tasks_of(section)
        for place, end in pairwise((*places, len(section.blocks))):
            name = section.blocks[place].target
            if section.blocks[place].kind == "quiz":
                yield from of_quiz(name, self.workshop.notes(name))
                continue
            exercise = load(name)
            where = "" if section.kind == "scene" else f", “{section.title}”"
            part = self.workshop.part(name)
            together = who(part) or (ALONE if exercise.part else IN_PAIRS)
            minutes = part.minutes if part else exercise.minutes
            after = prose(section.blocks[place + 1 : end])
            yield Slide(
                "exercise",
                f"Exercise: {exercise.title}",
                about=name,
                lead=exercise.task,
                facts=(f"{minutes} minutes", together, f"Chapter {self.chapter.number}{where}"),
                notes=(*self.workshop.notes(name), *exercise_notes(exercise), *after),
            )


def _with_activities(slides: list[Slide], workshop: Workshop) -> list[Slide]:
    """The slides, with those parts of the session that no slide is about: each before the part that follows it."""
    made = list(slides)
    waiting: list[Slide] = []
    for part in workshop.parts:
        at = next((i for i, one in enumerate(made) if is_about(part, one.about) or is_about(part, one.title)), None)
        if at is None:
            waiting.append(_activity(part, workshop.notes_of(part)))
        else:
            made[at:at] = waiting
            waiting = []
    end = next((i for i, slide in enumerate(made) if slide.kind == "take-aways"), len(made))
    made[end:end] = waiting
    return made


def _activity(part: Part, notes: tuple[str, ...]) -> Slide:
    """A part as a slide: what is said first, if it is short and asks the room for something."""
    facts = tuple(fact for fact in (f"{part.minutes} minutes", who(part)) if fact)
    first = "" if part.kind == "talk" else _beginning(part.say)
    slide = Slide("activity", part.title, about=part.id, lead=first, facts=facts, notes=notes)
    return slide if slide.words <= LIMIT else replace(slide, lead="")


def _pages(kind: Kind, title: str, blocks: tuple[Block, ...], notes: tuple[str, ...]) -> Iterator[Slide]:
    pages = paged([block.text.rstrip(";") for block in blocks], LIMIT - len(title.split()) - 3)
    for name, page in zip(numbered(title, pages), pages, strict=True):
        yield Slide(kind, name, items=page, listing="bullets", notes=notes)


def _tasks_of(section: Section) -> list[int]:
    """The places of exercises and quizzes."""
    return [place for place, block in enumerate(section.blocks) if block.kind in ("exercise", "quiz")]


def _before_tasks(section: Section) -> tuple[Block, ...]:
    return section.blocks[: next(iter(_tasks_of(section)), len(section.blocks))]


def _described(picture: Picture | None) -> tuple[str, ...]:
    return (f"The picture: {picture.alt}",) if picture else ()


def _lead(block: Block) -> str:
    """The bold words with which an item begins."""
    return block.strong[0].rstrip(",") if block.strong else _first_sentence(block.text)


def _beginning(text: str) -> str:
    """The first sentence, or the first ones where one alone would be a label."""
    said: list[str] = []
    for sentence in re.split(r"(?<=[.?!])\s", text):
        said.append(sentence)
        if len(" ".join(said).split()) >= SHORTEST_KEY_LINE:
            break
    return " ".join(said)


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.?!])\s", text, maxsplit=1)[0]
