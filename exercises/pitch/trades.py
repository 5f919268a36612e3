"""Trades: whose words a text speaks, so that it can be seen whether it is meant for its listener.

The words of a trade stand in `data/pitch_trades.csv`; a role belongs to every trade that
its id or its name points to. A word that many trades share counts less.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from exercises import library

_LETTERS = re.compile(r"[^\W\d_]+")


class Trade(NamedTuple):
    """A trade: words that name its roles, a star for any ending, and words of its work."""

    roles: tuple[str, ...]
    words: frozenset[str]


@cache
def trades() -> dict[str, Trade]:
    """All trades by id."""
    with (library.DATA / "pitch_trades.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["trade"]: Trade(tuple(row["roles"].split()), frozenset(row["words"].split()))
            for row in csv.DictReader(file)
        }


@cache
def _rarity() -> dict[str, float]:
    shared: dict[str, int] = {}
    for trade in trades().values():
        for word in trade.words:
            shared[word] = shared.get(word, 0) + 1
    return {word: count**-0.5 for word, count in shared.items()}


@cache
def trades_of(role: str) -> frozenset[str]:
    """The trades that a role belongs to; none where its name says nothing."""
    names = [role.lower(), *_LETTERS.findall(role.lower())]
    return frozenset(
        trade
        for trade, known in trades().items()
        if any(name.startswith(one[:-1]) if one.endswith("*") else name == one for one in known.roles for name in names)
    )


class TradeWords(NamedTuple):
    """How much of a text is in the words of trades, in shared points (a word of one trade alone is 1)."""

    own: float
    best: float
    foreign: float
    own_words: frozenset[str]
    words: frozenset[str]
    hits: int
    known: bool

    @property
    def misses(self) -> bool:
        """Whether it speaks to another trade than its listener's.

        Where the role is free text its trade is a guess from its name, so more is asked for.
        """
        least, times = (3.5, 2.5) if self.known else (5.0, 4.0)
        return self.foreign >= least and self.foreign >= times * self.own


def trade_words(words: Sequence[str], role: str) -> TradeWords:
    """Compare the words of a text with every trade.

    Args:
        words: the words of the text in their order, lower case.
        role: id of the library or free text.

    Returns:
        The points of the role's own trades, of the best trade and of the best other trade; the
        words of an own trade (of any trade where none is known); the words of any trade, and
        how many words of the text are such.
    """
    rarity, own_trades = _rarity(), trades_of(role)
    forms = {word: {word, word.removesuffix("'s"), word.removesuffix("'s").removesuffix("s")} for word in set(words)}
    said = frozenset(form for several in forms.values() for form in several)
    points = {trade: sum(rarity[word] for word in known.words & said) for trade, known in trades().items()}
    best = max(points.values(), default=0.0)
    mine = frozenset(
        word for name, trade in trades().items() if not own_trades or name in own_trades for word in trade.words
    )
    return TradeWords(
        own=max((points[trade] for trade in own_trades), default=best),
        best=best,
        foreign=max((value for trade, value in points.items() if own_trades and trade not in own_trades), default=0.0),
        own_words=frozenset(word for word, several in forms.items() if not mine.isdisjoint(several)),
        words=frozenset(word for word in said if word in rarity),
        hits=sum(word in rarity for word in words),
        known=role in library.roles(),
    )
