"""Cards to sort: each card gets one answer out of a few, and a reason comes back.

A deck is data: `data/cards/<id>.toml`, one `[[card]]` a card. Several answers may be
right for a card. The options are `[[option]]` tables, or the sixteen threats by
`options_from = "threats"`. An answer that differs from ours is asked about, not marked wrong:
most cards can be argued, and the reason for our choice is told either way.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any, NamedTuple

from exercises import library
from exercises.exercise import Answers, Field, Finding
from exercises.library import LibraryError
from exercises.text import in_a_sentence, shortened

UNANSWERED = ("", "Choose …")
"""The first option of every card, so that no answer is given by leaving it."""


class Card(NamedTuple):
    """One card.

    Attributes:
        id: permanent, snake_case; the name of its field.
        says: the card itself.
        right: ids of the options that we would choose.
        because: why, whatever was chosen.
        why: a reason of its own for an option, by its id.
        source: id of the evidence behind it, or empty.
    """

    id: str
    says: str
    right: tuple[str, ...]
    because: str
    why: dict[str, str]
    source: str


class Deck(NamedTuple):
    """Cards, and the options into which they are sorted, as pairs of (id, words)."""

    options: tuple[tuple[str, str], ...]
    cards: tuple[Card, ...]


@cache
def deck(name: str) -> Deck:
    """Read one deck.

    Raises:
        LibraryError: the file, the card, the field, the value and what was expected.
    """
    path = library.DATA / "cards" / f"{name}.toml"
    try:
        whole = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LibraryError(f"cards/{name}.toml: {error}.") from None
    given = whole.get("option", [])
    options = tuple((str(one.get("id", "")), str(one.get("says", ""))) for one in given)
    if whole.get("options_from") == "threats":
        options = tuple((one.id, one.name) for one in library.threats().values())
    if len(options) < 2 or not all(one and words for one, words in options):
        raise LibraryError(f"cards/{name}.toml, [[option]]: got {given!r}, expected two or more with id and says.")
    cards = tuple(
        _card(name, number, one, {o for o, _ in options}) for number, one in enumerate(whole.get("card", []), 1)
    )
    twice = {one.id for one in cards if [c.id for c in cards].count(one.id) > 1}
    if twice or not cards:
        raise LibraryError(f"cards/{name}.toml, field 'id': got {sorted(twice)}, expected cards, each with its own id.")
    return Deck(options, cards)


def _card(name: str, number: int, given: dict[str, Any], options: set[str]) -> Card:
    right, why = given.get("right"), given.get("why", {})
    for field, good, expected in (
        ("id", isinstance(given.get("id"), str) and re.fullmatch(r"[a-z][a-z0-9_]*", given["id"]), "snake_case"),
        ("says", isinstance(given.get("says"), str) and given["says"].strip(), "text"),
        ("because", isinstance(given.get("because"), str) and given["because"].strip(), "text"),
        ("right", isinstance(right, list) and right and set(right) <= options, f"a list of {', '.join(sorted(options))}"),
        ("why", isinstance(why, dict) and set(why) <= options, f"reasons under {', '.join(sorted(options))}"),
        ("source", given.get("source", "") in {"", *library.evidence()}, "an id of the ledger, or nothing"),
    ):  # fmt: skip
        if not good:
            raise LibraryError(
                f"cards/{name}.toml, card {number}, field '{field}': got {given.get(field)!r}, expected {expected}."
            )
    assert isinstance(right, list)
    return Card(given["id"], given["says"], tuple(right), given["because"], dict(why), given.get("source", ""))


def fields(of: Deck, group: str = "") -> tuple[Field, ...]:
    """One choice a card, in the order of the deck."""
    return tuple(
        Field(card.id, card.says, "choice", options=(UNANSWERED, *of.options), group=group) for card in of.cards
    )


def findings(of: Deck, answers: Answers) -> tuple[tuple[Finding, ...], int, int]:
    """What there is to say about each answered card.

    Returns:
        Findings, those that differ from ours first; how many cards agree with ours; how
        many are answered. Ids of findings: `<card>-agrees` or `<card>-differs`.
    """
    words = dict(of.options)
    agrees, differs = [], []
    for card in of.cards:
        chosen = str(answers.get(card.id, ""))
        if chosen not in words:
            continue
        own = card.why.get(chosen, "")
        name = f"“{shortened(card.says.strip('“”'), 70)}”"  # a card that is a quotation has its own signs
        if chosen in card.right:
            agrees.append(
                Finding(
                    f"{card.id}-agrees",
                    "good",
                    f"{name}: {in_a_sentence(words[chosen])}. {own}".strip(),
                    card.because,
                    card.source,
                    card.id,
                )
            )
        else:
            ours = "” or “".join(in_a_sentence(words[one]) for one in card.right)
            says = f"{name}: you chose “{in_a_sentence(words[chosen])}”; we would choose “{ours}”. {own}".strip()
            differs.append(Finding(f"{card.id}-differs", "ask", says, card.because, card.source, card.id))
    return (*differs, *agrees), len(agrees), len(agrees) + len(differs)
