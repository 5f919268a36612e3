"""A slide, before it is a page or a file: few words, one picture at most, and notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any, Literal

LIMIT = 45
"""Words on a slide, its title included. Quiz questions with their options may be longer (`LIMIT_QUIZ`)."""

LIMIT_QUIZ = 80
"""A question is no question without its options, so it is never split."""

Kind = Literal[
    "title",
    "aims",
    "scene",
    "concept",
    "picture",
    "exercise",
    "quiz",
    "should-you",
    "play",
    "activity",
    "take-aways",
    "sources",
]
Listing = Literal["", "bullets", "numbers", "letters", "talk"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing or a chart.

    Attributes:
        name: of its file, without ending.
        alt: its description; never empty.
        drawing: the path of an SVG in the project, or nothing.
        chart: a Vega-Lite specification with its finding, or nothing.
    """

    name: str
    alt: str
    drawing: str = ""
    chart: dict[str, Any] | None = None

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError(f"The picture '{self.name}' has no description; write one where the picture is declared.")


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide.

    Attributes:
        kind: its part of the chapter; `activity` is what the room does and no page shows.
        title: its heading.
        about: the id of what it shows, by which a facilitator's file finds it.
        lead: the one sentence that stands out.
        items: what is listed below it.
        listing: how: with bullets, numbers, letters, or as lines of a talk.
        facts: short labels at the foot: minutes, who works with whom, where to find it.
        picture: shown beside or below the words.
        notes: what the speaker reads, one paragraph each; never empty.
    """

    kind: Kind
    title: str
    about: str = ""
    lead: str = ""
    items: tuple[str, ...] = ()
    listing: Listing = ""
    facts: tuple[str, ...] = ()
    picture: Picture | None = None
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """Words that the room reads, without those in a picture."""
        return sum(map(_count, (self.title, self.lead, *self.items, *self.facts)))


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides of a chapter, by the stem of its notebook."""

    chapter: str
    title: str
    slides: tuple[Slide, ...]

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """All pictures, in their order."""
        return tuple(slide.picture for slide in self.slides if slide.picture)


def _count(text: str) -> int:
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def paged(items: Sequence[str], room: int) -> list[tuple[str, ...]]:
    """The items on as few pages of so many words as will do, spread evenly, in their order.

    An item that is longer than the room stands alone.
    """
    sizes = [_count(one) for one in items]
    for pages in range(1, len(items) + 1):
        cuts = [(0, *inner, len(items)) for inner in combinations(range(1, len(items)), pages - 1)]
        largest, best = min((max(sum(sizes[a:b]) for a, b in pairwise(cut)), cut) for cut in cuts)
        if largest <= room or pages == len(items):
            return [tuple(items[a:b]) for a, b in pairwise(best)]
    return []


def numbered(title: str, pages: Iterable[object]) -> list[str]:
    """The title of each page: as it is, or with “(1 of 2)” where there are more."""
    count = len(list(pages))
    return [title if count == 1 else f"{title} ({place} of {count})" for place in range(1, count + 1)]
