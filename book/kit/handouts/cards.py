"""Cards to cut out: one threat a card, with a back; one play a card."""

from __future__ import annotations

from collections.abc import Sequence

from book.kit.handouts.document import Document, render
from exercises import library
from exercises.library import playbook
from exercises.library.records import Threat

ACROSS = 2
PER_SHEET = 4


def sheets(cards: Sequence[Threat], per: int = PER_SHEET) -> list[list[Threat | None]]:
    """Cards in sheets; the last sheet is filled up with nothing."""
    padded: list[Threat | None] = [*cards, *[None] * (-len(cards) % per)]
    return [padded[start : start + per] for start in range(0, len(padded), per)]


def mirrored(sheet: Sequence[Threat | None]) -> list[Threat | None]:
    """The backs of a sheet that is turned over its long edge: each row runs the other way."""
    return [card for start in range(0, len(sheet), ACROSS) for card in reversed(sheet[start : start + ACROSS])]


def threats() -> Document:
    """Fronts and backs of the threats by turns, four a sheet."""
    pairs = [(sheet, mirrored(sheet)) for sheet in sheets(tuple(library.threats().values()))]
    return render("threat-cards", "Threat cards", pairs=pairs, count=len(library.threats()))


def plays() -> Document:
    """All plays, two a sheet."""
    all_of_them = list(playbook.plays().values())
    pairs = [all_of_them[start : start + 2] for start in range(0, len(all_of_them), 2)]
    return render("play-cards", "Play cards", pairs=pairs, chapters=library.chapters())
