"""Phrases: a small language for the words that a cue looks for, and a quick search for many of them at once.

In a phrase, `word*` stands for every word that begins so, `a|b` for either, `<day>` for a kind of
word (see `tokens`), `_` for any one word, `..` for up to three words, `word?` for a word
that may be missing, `^` for the start of a sentence. Everything else stands for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from exercises.pitch.tokens import Token


class _Part(NamedTuple):
    words: frozenset[str]
    prefixes: tuple[str, ...]
    kinds: frozenset[str]
    optional: bool
    gap: int


@cache
def _part(text: str) -> _Part:
    if text == "..":
        return _Part(frozenset(), (), frozenset(), False, 3)
    optional = text.endswith("?")
    text = text.rstrip("?")
    words, prefixes, kinds = set(), [], set()
    for one in text.split("|"):
        if one == "_":
            prefixes.append("")
        elif one.startswith("<"):
            kinds.add(one[1:-1])
        elif one.endswith("*"):
            prefixes.append(one[:-1])
        else:
            words.add(one)
    return _Part(frozenset(words), tuple(prefixes), frozenset(kinds), optional, 0)


def _fits(part: _Part, token: Token) -> bool:
    return (
        token.word in part.words
        or (bool(part.kinds) and not part.kinds.isdisjoint(token.kinds))
        or (bool(part.prefixes) and token.word.startswith(part.prefixes))
    )


def _end(parts: tuple[_Part, ...], at: int, tokens: tuple[Token, ...], here: int) -> int:
    """Where the rest of a phrase ends if it stands here, else -1."""
    while at < len(parts):
        part = parts[at]
        if part.gap:
            for skip in range(part.gap + 1):
                end = _end(parts, at + 1, tokens, here + skip)
                if end >= 0:
                    return end
            return -1
        if here < len(tokens) and _fits(part, tokens[here]):
            if part.optional:
                end = _end(parts, at + 1, tokens, here + 1)
                if end >= 0:
                    return end
            else:
                at, here = at + 1, here + 1
                continue
        elif not part.optional:
            return -1
        at += 1
    return here


class Phrases:
    """Many phrases, each with the name of what it is a sign of."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._words: dict[str, list[tuple[str, tuple[_Part, ...]]]] = {}
        self._prefixes: dict[str, list[tuple[str, tuple[_Part, ...]]]] = {}
        self._kinds: dict[str, list[tuple[str, tuple[_Part, ...]]]] = {}
        self._starts: list[tuple[str, tuple[_Part, ...]]] = []
        for name, phrase in phrases:
            self._add(name, phrase)

    def _add(self, name: str, phrase: str) -> None:
        pieces = phrase.split()
        if pieces[0] == "^":
            self._starts.append((name, tuple(map(_part, pieces[1:]))))
            return
        parts = tuple(map(_part, pieces))
        first = parts[0]
        for word in first.words:
            self._words.setdefault(word, []).append((name, parts))
        for prefix in first.prefixes:
            if len(prefix) < 3:
                raise ValueError(f"{name}: “{phrase}” begins with fewer than three letters before the star.")
            self._prefixes.setdefault(prefix[:3], []).append((name, parts))
        for kind in first.kinds:
            self._kinds.setdefault(kind, []).append((name, parts))

    def find(self, tokens: tuple[Token, ...]) -> Iterator[tuple[str, int, int]]:
        """Every phrase that stands among these words: its name, first word, and the word after its last."""
        if not tokens:
            return
        for name, parts in self._starts:
            end = _end(parts, 0, tokens, 0)
            if end > 0:
                yield name, 0, end
        for here, token in enumerate(tokens):
            word = token.word
            for name, parts in self._words.get(word, ()):
                end = _end(parts, 1, tokens, here + 1)
                if end > 0:
                    yield name, here, end
            for name, parts in self._prefixes.get(word[:3], ()):
                if _fits(parts[0], token):
                    end = _end(parts, 1, tokens, here + 1)
                    if end > 0:
                        yield name, here, end
            for kind in token.kinds:
                for name, parts in self._kinds.get(kind, ()):
                    end = _end(parts, 1, tokens, here + 1)
                    if end > 0:
                        yield name, here, end
