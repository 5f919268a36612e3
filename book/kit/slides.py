"""Builds the slides of all chapters, for browsers and for presentation programs."""

from __future__ import annotations

import shutil
from pathlib import Path

from book.kit import pptx_file, reveal
from book.kit.chapter import chapters
from book.kit.deck import cut
from book.kit.pictures import charts_of, draw
from book.kit.slide import Deck
from book.kit.workshop import read as read_workshop


def decks() -> tuple[Deck, ...]:
    """The decks of all chapters, in the order of the course."""
    read = chapters()
    charts = charts_of(read)
    return tuple(cut(chapter, charts, read_workshop(chapter.id)) for chapter in read)


def build(out: Path) -> str:
    """Write `slides/<chapter>.html` and `.pptx` for every chapter; return what was made, in a sentence."""
    folder = out / "slides"
    made = decks()
    drawn = draw(picture for deck in made for picture in deck.pictures)
    shutil.rmtree(folder, ignore_errors=True)  # nothing of an earlier build stays
    reveal.share(folder)
    for deck in made:
        reveal.write(deck, drawn, folder)
        pptx_file.write(deck, drawn, folder)
    slides = sum(len(deck.slides) for deck in made)
    return f"{len(made)} decks, {slides} slides, {len(drawn)} pictures in {folder}"
