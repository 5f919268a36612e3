"""Review of a pitch: a level for each criterion, and the signs in the text that led to it.

The review reads sentence by sentence, weighs what it found as raters did and says
what it cannot judge: truth, tone, and whether anyone will act. A level is a
suggestion. Learners can check its signs and overrule it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from exercises import library
from exercises.pitch.advice import Change, next_change
from exercises.pitch.cues import CUES
from exercises.pitch.measures import MEASURES
from exercises.pitch.model import CRITERIA, Model, model
from exercises.pitch.reading import LONGEST, Reading, is_small, read_pitch
from exercises.pitch.rules import UNREAD, band, caps
from exercises.text import words

__all__ = ["LONGEST", "Level", "Review", "Sign", "review"]

_CERTAINTY = {"C3": "high", "C6": "high", "C8": "high", "C9": "low"}
"""What the rubric says that rules over text can see; the criteria left out: medium."""

_CLOSE = 0.1
"""A score as close as this to the next level is of medium certainty at best."""


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
class Level:
    """What the review suggests for one criterion.

    Attributes:
        value: 0 to 3.
        certainty: `high`, `medium` (“up to this level, if you confirm”) or `low` (a question).
        because: what raised or lowered it most, in plain words.
    """

    value: int
    certainty: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What was found in a pitch.

    Attributes:
        profile: a `Level` for each criterion.
        signs: in the order of the text.
        next_change: the one change to make first; nothing where there is none to propose.
        questions: what only a person can judge.
        count: how many words the text has.
        unread: why the text was not read, or nothing. All levels are 0 then, which judges nothing.
    """

    profile: Mapping[str, Level]
    signs: tuple[Sign, ...]
    next_change: Change | None
    questions: tuple[str, ...]
    count: int
    unread: str = ""

    @property
    def levels(self) -> dict[str, int]:
        """The suggested level of each criterion, 0 to 3."""
        return {criterion: level.value for criterion, level in self.profile.items()}

    @property
    def certain(self) -> dict[str, bool]:
        """Whether a level stands without the learner's word; the others are “up to, if you confirm”."""
        return {criterion: level.certainty == "high" for criterion, level in self.profile.items()}

    @property
    def band(self) -> str:
        """`not ready`, `rough`, `usable` or `strong`. Show the profile first."""
        return band(self.levels)

    def signs_of(self, criterion: str) -> tuple[Sign, ...]:
        """The signs of one criterion, in the order of the text."""
        return tuple(sign for sign in self.signs if sign.criterion == criterion)

    def missing(self) -> tuple[str, ...]:
        """Criteria for which no helping sign was found, `C9` left out: no claim needs no limit."""
        helped = {sign.criterion for sign in self.signs if sign.helps}
        return tuple(c for c in CRITERIA if c not in helped and c != "C9")

    def against(self) -> tuple[Sign, ...]:
        """The signs that speak against the pitch, the truth gate (`C9`) first."""
        signs = [sign for sign in self.signs if not sign.helps]
        return tuple(sorted(signs, key=lambda sign: (sign.criterion != "C9", sign.start)))


def review(text: str, role: str = "", technology: str = "") -> Review:
    """Read a pitch and suggest a level for each criterion.

    Args:
        text: the pitch, English.
        role, technology: ids of the library, or free text.

    Returns:
        The profile, the signs in the order of the text, the next change, and the questions left to a person.
    """
    reading = read_pitch(text, role)
    profile = assess(reading, model())
    return Review(
        profile=profile,
        signs=_signs(text, reading, role),
        next_change=None if reading.unread else next_change({c: level.value for c, level in profile.items()}),
        questions=_questions(role, technology),
        count=len(words(text)),
        unread=UNREAD.get(reading.unread, ""),
    )


def assess(reading: Reading, fitted: Model) -> dict[str, Level]:
    """The level of each criterion, with what decided it, by a fitted model and the rules above it."""
    if reading.unread:
        return {c: Level(0, "low", (UNREAD[reading.unread],)) for c in CRITERIA}
    limits = caps(reading)
    weighed = fitted.weighed(reading.wording)
    profile = {}
    for at, criterion in enumerate(CRITERIA):
        shares = fitted.shares(reading.measures, criterion)
        of_words = {said: weights[at] / reading.wording.length for said, weights in weighed}
        score = fitted.starts[at] + sum(shares.values()) + sum(of_words.values())
        value = fitted.level(score, criterion)
        certainty = _CERTAINTY.get(criterion, "medium")
        because = _decided(criterion, shares, reading.measures, of_words)
        if certainty == "high" and fitted.near(score, criterion) < _CLOSE:
            certainty = "medium"
        if criterion in limits and value >= limits[criterion].level:
            value, because = limits[criterion].level, (limits[criterion].because,)
        profile[criterion] = Level(value, certainty, because)
    return profile


_WORTH_TELLING = 0.05
_ORDINARY = "nothing in it stands out: the level of an ordinary text"


def _decided(
    criterion: str, shares: Mapping[str, float], measures: Mapping[str, float], words: Mapping[str, float]
) -> tuple[str, ...]:
    """What raised a score most and lowered it most, in plain words: three measures up, two down, and single words.

    Only measures that were made for the criterion are told: what else weighs in came from the
    fit, and a reader could do nothing with it. For the same reason no small words are told.
    """
    own = sorted((name for name in shares if criterion in MEASURES[name][0]), key=shares.__getitem__)
    of_words = sum(words.values())
    told = []
    for verb, sign, names in (("raised by", 1, own[:-4:-1]), ("lowered by", -1, own[:2])):
        told += [
            f"{verb} {'' if measures[name] else 'the lack of '}{MEASURES[name][1]}"
            for name in names
            if sign * shares[name] > _WORTH_TELLING
        ]
        if sign * of_words > _WORTH_TELLING:
            heavy = (said for said in sorted(words, key=words.__getitem__, reverse=sign > 0) if not is_small(said))
            heaviest = [f"“{said}”" for said in islice(heavy, 3) if sign * words[said] > 0]
            if heaviest:
                told.append(f"{verb} words such as {', '.join(heaviest)}")
    return tuple(dict.fromkeys(told)) or (_ORDINARY,)


def _signs(text: str, reading: Reading, role: str) -> tuple[Sign, ...]:
    signs = []
    for found in reading.cues:
        cue = CUES[found.cue]
        if not found.quiet:
            said = text[found.start : found.end]
            criteria = cue.criteria.split()
            shown = criteria if cue.helps else criteria[:1]  # one reproach for the same words is enough
            signs += [Sign(c, found.start, found.end, said, cue.why, cue.helps) for c in shown]
    if not reading.unread:
        signs += _own_words(reading, role)
    return tuple(sorted(_widest(signs), key=lambda sign: (sign.start, sign.criterion)))


def _own_words(reading: Reading, role: str) -> list[Sign]:
    """Words of the role's own work, from the library and the table of trades."""
    known = library.roles().get(role)
    if not role or reading.trade.misses:
        return []
    phrases = (*known.pains, *known.measured_on, *known.goals) if known else ()
    own = {w for phrase in phrases for w in words(phrase) if len(w) > 4 and w not in _COMMON}
    why = f"A word from the work of the {known.name.lower()}." if known else "A word of their trade."
    signs, seen = [], set()
    for sentence in reading.sentences:
        for word in sentence.words:
            if word.word in seen or not word.word[0].isalpha():
                continue
            if word.word in reading.trade.own_words or {word.word, word.word.rstrip("s"), f"{word.word}s"} & own:
                seen.add(word.word)
                signs.append(Sign("C1", word.start, word.end, word.raw, why, True))
    return signs


_COMMON = frozenset(
    ["after", "others", "right", "clean", "being", "their", "there", "about", "people", "keep", "deals", "first"]
)


def _widest(signs: Sequence[Sign]) -> list[Sign]:
    """Drop a sign that lies inside another of the same criterion and direction."""
    kept: list[Sign] = []
    furthest: dict[tuple[str, bool], int] = {}
    for sign in sorted(signs, key=lambda s: (s.start, -(s.end - s.start))):
        kind = (sign.criterion, sign.helps)
        if sign.end > furthest.get(kind, -1):
            kept.append(sign)
            furthest[kind] = sign.end
    return kept


def _questions(role: str, technology: str) -> tuple[str, ...]:
    listener = library.roles().get(role)
    name = f"one {listener.name.lower()}" if listener else "one person of this role"
    pair = library.role_technology().get((role, technology))
    asked = [f"Read it to {name}. Ask: what would you do next, and what did I leave out?"]
    if pair:
        asked.insert(0, f"Does it claim this anywhere: “{pair.do_not_claim}”? Then take it out.")
    return tuple(asked)
