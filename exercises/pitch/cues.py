"""All cues of the review, and where they stand in a text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from exercises.pitch import cues_ask, cues_day, cues_trust
from exercises.pitch.claims import is_made
from exercises.pitch.cue import Cue
from exercises.pitch.phrases import Phrases
from exercises.pitch.tokens import Sentence, word_token

CUES: dict[str, Cue] = {cue.id: cue for cue in (*cues_day.CUES, *cues_trust.CUES, *cues_ask.CUES)}


class Found(NamedTuple):
    """A cue in a text: which one, in which sentence, from which character to which, and whether it is only counted."""

    cue: str
    sentence: int
    start: int
    end: int
    quiet: bool


_QUIET = "~"


@cache
def _phrases() -> Phrases:
    return Phrases(
        (cue.id + _QUIET * phrase.endswith(_QUIET), phrase.removesuffix(_QUIET))
        for cue in CUES.values()
        for piece in cue.phrases.split(";")
        if (phrase := piece.strip())
    )


@lru_cache(maxsize=512)
def _phrases_in(raws: tuple[str, ...]) -> tuple[tuple[str, int, int], ...]:
    """The phrases of one sentence. Somebody who types changes one sentence; the others are known already."""
    return tuple(_phrases().find(tuple(word_token(raw, 0, not at) for at, raw in enumerate(raws))))


def forget_sentences() -> None:
    """Read every sentence anew from now on, for measuring."""
    _phrases_in.cache_clear()


def find_cues(sentences: Sequence[Sentence]) -> list[Found]:
    """Every cue that counts, in the order of the text; cues of one kind that overlap count once."""
    found: list[Found] = []
    for index, sentence in enumerate(sentences):
        words = sentence.words
        spans: dict[str, list[tuple[int, int, bool]]] = {}
        for marked, first, end in _phrases_in(tuple(word.raw for word in words)):
            name = marked.removesuffix(_QUIET)
            if _counts(CUES[name], sentences, index, first):
                spans.setdefault(name, []).append((first, end, name != marked or CUES[name].quiet))
        for name, places in spans.items():
            for first, end, quiet in _joined(places):
                found.append(Found(name, index, words[first].start, words[end - 1].end, quiet))
    return sorted(found, key=lambda one: (one.start, one.cue))


def _counts(cue: Cue, sentences: Sequence[Sentence], index: int, first: int) -> bool:
    if cue.denied == "gate":
        return is_made(sentences, index, first)
    if cue.denied == "drop":
        before = sentences[index].words[max(0, first - 2) : first]
        return not any("not" in word.kinds for word in before)
    return True


def _joined(places: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    joined: list[tuple[int, int, bool]] = []
    for first, end, quiet in sorted(places):
        if joined and first < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]), quiet and joined[-1][2])
        else:
            joined.append((first, end, quiet))
    return joined
