"""Wording: which words and pairs of words a text uses, whatever the cues make of them.

Cues know the phrases that somebody thought of. A new writer says the same things in other
words, so the review also weighs plain words, by their first letters. The weights stand in
`data/pitch_words.csv`, a row a stem or pair, fitted together with those of the measures.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from exercises import library
from exercises.pitch.tokens import Sentence

LETTERS = 5
"""A longer word is known by so many of its first letters: “charting” and “charted” are one."""
FEWEST_WORDS = 20
"""A shorter text counts as if it had so many words: one word in three is no style."""
PARTS = 1000
"""The table has thousandths."""


class Wording(NamedTuple):
    """The words of a text.

    Attributes:
        said: by stem or pair of stems, the words as they first stand in the text.
        length: by what the weight of each is divided, so that a long text weighs no more than a short one.
    """

    said: Mapping[str, str]
    length: float


def wording(sentences: Sequence[Sentence]) -> Wording:
    """All stems and pairs of stems of a text; a pair lies in one sentence."""
    said: dict[str, str] = {}
    count = 0
    for sentence in sentences:
        stems = [(_stem(token.word), token.raw) for token in sentence.words]
        count += len(stems)
        for stem, raw in stems:
            said.setdefault(stem, raw)
        for (stem, raw), (other, after) in pairwise(stems):
            said.setdefault(f"{stem} {other}", f"{raw} {after}")
    return Wording(said, math.sqrt(max(FEWEST_WORDS, count)))


def _stem(word: str) -> str:
    return "0" if word[0].isdigit() else word[:LETTERS]


class WordWeights(Mapping[str, tuple[float, ...]]):
    """Weights by stem or pair, for each criterion in order; a row is read when it is first asked for."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        self._rows = rows
        self._read: dict[str, tuple[float, ...]] = {}

    def __contains__(self, stem: object) -> bool:
        return stem in self._rows

    def __getitem__(self, stem: str) -> tuple[float, ...]:
        if stem not in self._read:
            self._read[stem] = tuple(int(part or 0) / PARTS for part in self._rows[stem].split(","))
        return self._read[stem]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@cache
def word_weights() -> WordWeights:
    """The table that is shipped; no stem has a comma or a quotation mark, so that lines can be cut plainly."""
    lines = (library.DATA / "pitch_words.csv").read_text(encoding="utf-8").splitlines()
    return WordWeights(dict(line.split(",", 1) for line in lines[1:]))
