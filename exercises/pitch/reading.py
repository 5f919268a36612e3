"""A pitch as the review reads it: its sentences, the cues in them, whose words it speaks, or why it is not read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from exercises.pitch.cues import CUES, Found, find_cues
from exercises.pitch.measures import measure
from exercises.pitch.tokens import Sentence, read
from exercises.pitch.trades import TradeWords, trade_words
from exercises.pitch.wording import Wording, wording

LONGEST = 20_000
"""Characters of a text that are read; the rest of a longer text is left out."""

_SMALL = frozenset(
    "the a an and or but of to in on at by for with from as is are was were be been it it's its this that these those you "
    "your you'd you'll you've you're we our us i i'm i've i'd my me they them their he his she her will would can could do "
    "does did have has had not no don't if when what which who how where why there then than so all up out off about into "
    "u ur im ive isn't that's".split()
)
_JOINTS = frozenset(
    "the a an of to is are was were be been it it's that this have has had do does did will would can could and".split()
)
"""Words that hold a sentence together; lists do without them."""
_ENGLISH = frozenset(
    "the and of to is are you your it this that with for our they have has will can what when which if there it's be "
    "from you'll you'd you're new get not my i i'm at by about".split()
)
_FOREIGN = frozenset(
    "der das und ist nicht sie ich wir ein eine für mit auf zu im von sich wird haben le la les des et est une vous nous "
    "dans pas que qui avec ce el las una por se su che il di sono lo gli della nella alle devi het een niet dat voor aan zijn "
    "naar och att det som är på inte og ikke til não uma os você w na nie jest się już ya tienes sala ihr ihre ab sed ipsum "
    "dolor amet elit ut".split()
)


class Reading(NamedTuple):
    """What was read in a text.

    Attributes:
        sentences, cues, trade, measures, wording: see their modules.
        unread: `empty`, `language`, `keywords`, or nothing where the text was read.
    """

    sentences: Sequence[Sentence]
    cues: Sequence[Found]
    trade: TradeWords
    measures: Mapping[str, float]
    wording: Wording
    unread: str


def read_pitch(text: str, role: str) -> Reading:
    """Read a pitch for a role; never raises, whatever the text."""
    text = text[:LONGEST]
    sentences = read(text)
    strings = frozenset(index for index, sentence in enumerate(sentences) if _is_string_of_words(sentence))
    cues = find_cues(sentences)
    helping = {one.cue for one in cues if CUES[one.cue].helps}
    cues = [one for one in cues if not (one.sentence in strings and CUES[one.cue].helps)]
    words = [word.word for sentence in sentences for word in sentence.words]
    trade = trade_words(words, role)
    unread = ""
    if not words:
        unread = "empty"
    elif not _reads_english(words):
        unread = "language"
    elif _is_list(words, len(helping)):
        unread = "keywords"
    return Reading(sentences, cues, trade, measure(text, sentences, cues, trade, role), wording(sentences), unread)


def is_small(said: str) -> bool:
    """Whether these words say nothing by themselves: each is a small one, a short one or a number."""
    return all(word in _SMALL or len(word) < 4 or not word.isalpha() for word in said.lower().split())


def _is_string_of_words(sentence: Sentence) -> bool:
    """Whether words only stand in a row: hardly any small word makes a sentence of them."""
    many = len(sentence.words)
    return many > 6 and 5 * sum(word.word in _SMALL for word in sentence.words) < many


def _is_list(words: Sequence[str], helping: int) -> bool:
    """Whether a text is a list of words: nothing joins them, or little does and nearly each is a cue.

    The bounds lie between the densest honest pitches that we know (posters, chats) and lists of keywords.
    """
    many = len(words)
    joints = sum(word in _JOINTS for word in words) / many
    small = sum(word in _SMALL for word in words) / many
    dense = helping / max(20, many)
    bare = many >= 8 and joints <= 0.04
    return bare or (helping >= 8 and ((joints <= 0.12 and dense >= 0.3) or (small < 0.28 and dense >= 0.35)))


def _reads_english(words: Sequence[str]) -> bool:
    english = sum(word in _ENGLISH for word in words)
    foreign = sum(word in _FOREIGN for word in words)
    strange = sum(not word.isascii() for word in words)
    return 2 * strange <= len(words) and (foreign + strange / 2 < 1.5 or foreign + strange / 2 < english)
