"""Reading short English texts: sentences, words and cues, with plain rules.

Offsets are character positions in the text that was given. Rules are meant to be
read: no model, no weights. English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# A stop ends a sentence before white space or the end, closing quotes and brackets in between.
_SENTENCE = re.compile(r"(?:[^.!?\n]++|[.!?]++(?![\"'”’)\]]*+(?:\s|$)))++(?:[.!?]++[\"'”’)\]]*+)?|[.!?]++")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_DENIAL = re.compile(
    r"\b(?:not|no|never|cannot|can['’]t|won['’]t|don['’]t|doesn['’]t|isn['’]t|aren['’]t|nobody|nor|without|"
    r"instead of|rather than)\b(?:\W+\w+){0,3}\W*$",
    re.IGNORECASE,
)


class Span(NamedTuple):
    """A stretch of a text: where it starts, where it ends (not included), its words."""

    start: int
    end: int
    words: str


def sentences(text: str) -> list[Span]:
    """Split a text into sentences; a line break ends one too."""
    found = []
    for match in _SENTENCE.finditer(text):
        words = match.group().strip()
        if _WORD.search(words):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            found.append(Span(start, start + len(words), words))
    return found


def words(text: str) -> list[str]:
    """The words of a text, lower case."""
    return [match.group().lower() for match in _WORD.finditer(text)]


def find(pattern: re.Pattern[str], sentence: Span) -> Iterator[Span]:
    """Every place in a sentence where a cue stands, as offsets in the whole text."""
    for match in pattern.finditer(sentence.words):
        yield Span(sentence.start + match.start(), sentence.start + match.end(), match.group())


def denied(sentence: Span, cue: Span) -> bool:
    """Whether a denying word stands within three words before the cue."""
    return bool(_DENIAL.search(sentence.words[: cue.start - sentence.start]))


def cue(*phrases: str) -> re.Pattern[str]:
    """A pattern for any of these phrases as whole words, whatever their case.

    A phrase is a regular expression; a blank in it stands for any white space.
    """
    body = "|".join(phrase.replace(" ", r"\s+").replace("'", "['’]") for phrase in phrases)
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w-])", re.IGNORECASE)


_FUNCTION_WORDS = frozenset(
    "the a an and or but of to in on at by for with from as is are was were be been it its this that these those you your "
    "yours we our us i my me they them their he she his her will would can could do does did have has had not no if when "
    "what which who how where why there then than so all one two after before every".split()
)


# Small words of German, French, Spanish, Dutch and Italian that are no English ones. Some languages share “was”, “in” or “so” with English.
_ELSEWHERE = frozenset(
    "der das und ist nicht ich sie wir ihr euch es mit für ein eine auf dass damit wie wer wenn oder aber auch von zu dem kann müsste "
    "le les des est pas je vous nous et pour que qui el los una por het een niet ik wij jullie di che non è sono".split()
)


def reads_english(text: str) -> bool:
    """Whether the text looks like English: at least one word in ten is a common function word, and more are not another language's."""
    found = words(text)
    here = sum(word in _FUNCTION_WORDS for word in found)
    return bool(found) and here * 10 >= len(found) and sum(word in _ELSEWHERE for word in found) <= here


def shortened(text: str, most: int = 60) -> str:
    """A learner's text for quoting back: at most this many characters, cut with an ellipsis."""
    return text if len(text) <= most else text[: most - 1] + "…"


def in_a_sentence(name: str) -> str:
    """Lower case at the start, unless the word is an abbreviation (HR partner)."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
