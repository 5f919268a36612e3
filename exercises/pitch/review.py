"""Review of a pitch: signs found in the text, each with its place, its words and its reason.

The review reads sentence by sentence and reports what it found, so that a learner
can check and overrule it. It does not judge truth, tone or whether anyone will act.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from exercises import library
from exercises.pitch.cues import CUES, Cue
from exercises.text import Span, cue, denied, find, sentences, words

_ANY_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

LONGEST = 20_000
"""Characters of a text that are read; the rest of a longer text is left out."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Words in the text that speak for or against one criterion.

    Attributes:
        criterion: `C1` to `C9`.
        start, end: character offsets in the text, end not included.
        words: the words themselves.
        why: what they are a sign of.
        helps: whether they speak for the pitch.
    """

    criterion: str
    start: int
    end: int
    words: str
    why: str
    helps: bool


@dataclass(frozen=True, slots=True)
class Review:
    """What was found in a pitch.

    Attributes:
        signs: in the order of the text.
        questions: what only a person can judge.
        count: how many words the text has.
    """

    signs: tuple[Sign, ...]
    questions: tuple[str, ...]
    count: int

    def missing(self) -> tuple[str, ...]:
        """Criteria for which no helping sign was found, `C9` left out: no claim needs no limit."""
        helped = {sign.criterion for sign in self.signs if sign.helps}
        return tuple(c for c in library.rubric() if c not in helped and c != "C9")

    def against(self) -> tuple[Sign, ...]:
        """The signs that speak against the pitch, the truth gate (`C9`) first."""
        signs = [sign for sign in self.signs if not sign.helps]
        return tuple(sorted(signs, key=lambda sign: (sign.criterion != "C9", sign.start)))


def review(text: str, role: str = "", technology: str = "") -> Review:
    """Find the signs in a pitch.

    Args:
        text: the pitch, English.
        role, technology: ids of the library, or free text.

    Returns:
        The signs in the order of the text, and the questions left to a person.
    """
    count = len(words(text))
    text = text[:LONGEST]
    signs: list[Sign] = []
    for sentence in sentences(text):
        for one in CUES:
            for span in find(one.pattern, sentence):
                if not _does_not_count(one, sentence, span):
                    signs.append(Sign(one.criterion, *span, one.why, one.helps))
        signs += _own_words(sentence, role)
    return Review(
        signs=tuple(sorted(_widest(signs), key=lambda sign: (sign.start, sign.criterion))),
        questions=_questions(role, technology),
        count=count,
    )


def _does_not_count(kind: Cue, sentence: Span, span: Span) -> bool:
    """Whether the sentence itself takes the cue back: denies it, gives its reason, or has it signed."""
    if denied(sentence, span):
        return kind.unless_denied or (kind.helps and kind.criterion in _DENIABLE)
    if kind.criterion == "C7" and not kind.helps:
        return bool(_REASON.search(sentence.words)) and span.words.lower() in (
            "must",
            "mandatory",
            "compulsory",
            "required to",
        )
    if kind.criterion == "C9" and not kind.helps:
        return bool(_AGREED.search(sentence.words)) and span.words.lower() in ("always", "never")
    return False


_DENIABLE = frozenset(("C2", "C5", "C6", "C8"))
_REASON = cue("because", "since", "so that")
_AGREED = cue("signed", "agreed", "agreement", "in writing")


def _own_words(sentence: Span, role: str) -> list[Sign]:
    """Words of the role's own work, from the library, that stand in the sentence."""
    known = library.roles().get(role)
    if known is None:
        return []
    own = {
        word
        for phrase in (*known.pains, *known.measured_on, *known.goals)
        for word in words(phrase)
        if len(word) > 4 and word not in _COMMON
    }
    why = f"A word from the work of the {known.name.lower()}."
    return [
        Sign("C1", *span, why, True)
        for span in find(_ANY_WORD, sentence)
        if {span.words.lower(), span.words.lower().rstrip("s"), f"{span.words.lower()}s"} & own
    ]


_COMMON = frozenset(
    ["after", "others", "right", "clean", "being", "their", "there", "about", "people", "keep", "deals", "first"]
)


def _widest(signs: list[Sign]) -> list[Sign]:
    """Drop a sign that lies inside another of the same criterion and direction."""
    kept: list[Sign] = []
    for sign in sorted(signs, key=lambda s: (s.start, -(s.end - s.start))):
        inside = any(
            k.criterion == sign.criterion and k.helps == sign.helps
            and k.start <= sign.start and sign.end <= k.end
            for k in kept
        )  # fmt: skip
        if not inside:
            kept.append(sign)
    return kept


def _questions(role: str, technology: str) -> tuple[str, ...]:
    listener = library.roles().get(role)
    name = f"one {listener.name.lower()}" if listener else "one person of this role"
    pair = library.role_technology().get((role, technology))
    asked = [f"Read it to {name}. Ask: what would you do next, and what did I leave out?"]
    if pair:
        asked.insert(0, f"Does it claim this anywhere: “{pair.do_not_claim}”? Then take it out.")
    return tuple(asked)
