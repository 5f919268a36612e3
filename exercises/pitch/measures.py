"""Measures: numbers that describe a text, each with a plain meaning in `data/pitch_weights.csv`.

Three groups: how often each kind of cue stands in it, how it is written, and what
its last sentences ask the listener to do. All are bounded, so that no repetition
can push a level beyond what a careful text reaches.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from exercises import library
from exercises.pitch.cues import CUES, Found
from exercises.pitch.tokens import Sentence
from exercises.pitch.trades import TradeWords

_FUNCTION = frozenset(
    "the a an and or but of to in on at by for with from as is are was were be been it it's its this that these those "
    "if when what which who how where why there then than so not no do does did have has had can will would could".split()
)
_FORMAL_ENDING = re.compile(
    r"(?:tion|tions|ment|ments|ity|ities|ance|ence|ness|ised|ized|ising|isation|ive|ical|ability)$"
)
_QUOTE = re.compile(r'["“”]|\B[\'‘]')
_DO = frozenset(
    "come bring try pick take grab scan ring ask spend meet join sit ride show put send use test look open break press "
    "start tell add do go walk watch call drop write give have touch choose get see plan set read mark list keep swap "
    "begin talk visit stop check let poke stick borrow feed throw leave play".split()
)
_DO_FORMAL = frozenset(
    "complete enrol enroll register validate nominate ensure contact direct submit familiarise attend confirm download book".split()
)
_EVENTS = frozenset(
    "induction inductions session sessions workshop workshops training drop-in drop-ins demo demos clinic clinics stall desk "
    "desks lab slot slots briefing briefings course class lesson trial rehearsal walkthrough walk-through surgery huddle".split()
)
_IN_A_DAY = frozenset(
    "lunch noon lunchtime midday handover break teatime tea-break smoko elevenses shift-change roll-call".split()
)
_LEADS = frozenset("please so and just then but or do well ok okay right also pls go now".split())
_NOT_GETTING = frozenset("ready on left used in involved".split())
_PAST = frozenset(
    "was were had did went took came made got ran found saw said told gave wrote kept left lost spent sat stood knew "
    "thought felt rang began bought brought moved decided signed started asked resolution decision following".split()
)
_CLAUSE_MARKS = frozenset(",;:–—-….")

_DESCRIBED = {
    # how it is written
    "words": ("", "how long it is"),
    "sentences": ("", "how many sentences it has"),
    "sentence length": ("", "long sentences"),
    "word length": ("", "long words"),
    "formal words": ("", "words such as “implementation”"),
    "you": ("C2", "how often it says “you”"),
    "I": ("C5", "how often it says “I”"),
    "others": ("", "how often it speaks of him, her or them"),
    "we": ("", "how often it says “we”"),
    "not": ("C9", "how often it says “not” or “no”"),
    "past": ("C5", "how much of it tells what happened"),
    "small words": ("", "small words that make sentences of lists"),
    "contractions": ("", "words such as “it's”"),
    "digits": ("C3", "figures"),
    "numbers": ("C3", "numbers"),
    "names": ("C5", "names"),
    "days": ("C8", "days of the week"),
    "clock times": ("C8", "times of day"),
    "spans": ("C3 C6", "minutes, hours, days"),
    "questions": ("C7", "questions"),
    "ends asking": ("C7 C8", "a question at its end"),
    "exclamation marks": ("C9", "exclamation marks"),
    "bullets": ("", "bullets, slashes and semicolons"),
    "commas": ("", "commas"),
    "quotation marks": ("", "quotation marks"),
    "capitals": ("", "words in capitals"),
    "emoji": ("", "emoji"),
    "fragments": ("", "sentences without a verb that we know"),
    "brackets": ("", "brackets"),
    # what its last sentences ask
    "requests": ("C8", "requests"),
    "asks at the end": ("C8", "a request near its end"),
    "offers at the end": ("C8 C7", "an offer or a question to you near its end"),
    "invites at the end": ("C8", "an invitation to try or to come near its end"),
    "time at the end": ("C8", "a coming day or hour near its end"),
    "asks here": ("C8", "a request that can be met here and now"),
    "asks with time": ("C8", "a request with a day or an hour in one sentence"),
    "asks near time": ("C8", "a request with a day or an hour beside it"),
    "asks a little": ("C8", "a request for a short time"),
    "asks with a way out": ("C8 C7", "a request with a way out"),
    "asks for a day": ("C8", "a question that names a day"),
    "last is a question to you": ("C8 C7", "a last sentence that asks you"),
    "steps": ("C8", "sentences that ask, offer or invite"),
    "step": ("C8", "a next step: 1 where there is one, 2 with a time or a place"),
    # what goes together
    "fear or flaw": ("C4", "a fear or a flaw is named at all"),
    "cost or help": ("C6", "a cost or a help is named at all"),
    # whose words
    "own trade": ("C1", "words of the listener's trade"),
    "any trade": ("C1", "words of any trade"),
    "other trade": ("C1 C2", "words of another trade, beyond those of the listener's"),
    "trade density": ("C1", "how thickly words of trades stand"),
    "trade words": ("C1", "different words of trades"),
    "role named": ("C1", "the role is named"),
    "library words": ("C1 C2", "pains and measures of the role, from the library"),
}

MEASURES: dict[str, tuple[frozenset[str], str]] = {
    **{name: (frozenset(criteria.split()), meaning) for name, (criteria, meaning) in _DESCRIBED.items()},
    **{f"#{cue.id}": (frozenset(cue.criteria.split()), f"“{re.split('[.:?]', cue.why)[0]}”") for cue in CUES.values()},
}
"""Every measure by name: the criteria it is made for, and what it means."""


def measure(
    text: str, sentences: Sequence[Sentence], cues: Sequence[Found], trade: TradeWords, role: str
) -> dict[str, float]:
    """All measures of a text, by name, in the order of `MEASURES`."""
    per = [set[str]() for _ in sentences]
    counts = dict.fromkeys(CUES, 0)
    for one in cues:
        per[one.sentence].add(one.cue)
        counts[one.cue] += 1
    found = frozenset(name for name, count in counts.items() if count)
    measures = _style(text, sentences)
    measures |= _ending(sentences, per)
    measures["fear or flaw"] = float(not found.isdisjoint(_TROUBLE))
    measures["cost or help"] = float(not found.isdisjoint(_COST_OR_HELP))
    measures |= _trade(sentences, trade, role)
    measures |= {f"#{name}": math.log1p(min(count, 6)) for name, count in counts.items()}
    return measures


_TROUBLE = frozenset(("job-fear", "watch-fear", "other-fear", "it-fails", "slower-first"))
_COST_OR_HELP = frozenset(("slower-first", "takes-time", "more-work", "training", "help-here", "target-off"))


_FEWEST = 20
"""Rates of a shorter text are taken as if it had so many words: one “you” in three words is no style."""


def _style(text: str, sentences: Sequence[Sentence]) -> dict[str, float]:
    words = [word for sentence in sentences for word in sentence.words]
    many = max(_FEWEST, len(words))
    kinds: dict[str, int] = {}
    for word in words:
        for kind in word.kinds:
            kinds[kind] = kinds.get(kind, 0) + 1
    count = kinds.get

    def rate(number: float) -> float:
        return 10 * number / many

    return {
        "words": math.log(min(many, 250) / 70),
        "sentences": min(len(sentences), 14) / 7,
        "sentence length": min(many / max(1, len(sentences)), 30) / 15,
        "word length": min(sum(len(word.word) for word in words) / many, 9) - 4.5,
        "formal words": rate(sum(len(word.word) > 6 and bool(_FORMAL_ENDING.search(word.word)) for word in words)),
        "you": rate(count("you", 0)),
        "I": rate(count("i", 0)),
        "others": rate(count("he", 0)),
        "we": rate(count("we", 0)),
        "not": rate(count("not", 0)),
        "past": rate(count("past", 0)),
        "small words": 3 * sum(word.word in _FUNCTION for word in words) / many,
        "contractions": rate(sum("'" in word.word for word in words)),
        "digits": min(count("digit", 0), 6) / 3,
        "numbers": min(count("number", 0), 8) / 4,
        "names": min(count("name", 0), 6) / 3,
        "days": min(count("day", 0), 3) / 2,
        "clock times": float(min(count("clock", 0), 2)),
        "spans": min(count("span", 0), 4) / 2,
        "questions": min(sum(sentence.asks for sentence in sentences), 3) / 2,
        "ends asking": float(bool(sentences) and sentences[-1].asks),
        "exclamation marks": min(text.count("!"), 4) / 2,
        "bullets": min(sum(text.count(mark) for mark in "•;+/"), 8) / 4,
        "commas": min(rate(text.count(",")), 4.0),
        "quotation marks": min(len(_QUOTE.findall(text)), 4) / 2,
        "capitals": min(sum(word.raw.isupper() and len(word.raw) > 2 for word in words), 8) / 4,
        "emoji": min(sum(ord(letter) > 0x2600 for letter in text), 4) / 2,
        "fragments": sum(not any(word.kinds & _VERBAL for word in sentence.words) for sentence in sentences)
        / max(1, len(sentences)),
        "brackets": min(text.count("("), 3) / 2,
    }


_VERBAL = frozenset(("be", "have", "past", "not", "you", "i", "we", "he"))


class _Asking(NamedTuple):
    """What one sentence asks of the listener."""

    request: bool
    offer: bool
    invites: bool
    ahead: bool
    asks_for_day: bool
    formal: bool
    here: bool
    short: bool
    way_out: bool

    @property
    def acts(self) -> bool:
        return self.request or self.offer or self.invites or self.asks_for_day


def _asking(sentence: Sentence, cues: set[str]) -> _Asking:
    words = sentence.words
    starts = _clause_starts(sentence)
    request = any(
        words[at].word in _DO
        and not (words[at].word == "get" and at + 1 < len(words) and words[at + 1].word in _NOT_GETTING)
        for at in starts
    )
    past = any(word.word in _PAST for word in words)
    timed = "step-when" in cues or any(
        (word.kinds & _TIMES and not word.word.endswith("days")) or word.word in _IN_A_DAY for word in words
    )
    event = timed and any(word.word in _EVENTS for word in words)
    return _Asking(
        request=request,
        offer=sentence.asks and any(word.kinds & _PERSONS or word.word in _ASKS_WHOM for word in words),
        invites=(event or not cues.isdisjoint(("try-it", "come-along", "offer"))) and not past,
        ahead=timed and not past,
        asks_for_day=sentence.asks and timed,
        formal="formal-order" in cues or any(words[at].word in _DO_FORMAL for at in starts),
        here=not cues.isdisjoint(("here-now", "ready-here")),
        short="step-short" in cues,
        way_out=not cues.isdisjoint(("stop-rule", "step-after")),
    )


_TIMES = frozenset(("day", "date", "clock"))
_PERSONS = frozenset(("you", "i", "we"))
_ASKS_WHOM = frozenset(("who", "would", "fancy"))


def _clause_starts(sentence: Sentence) -> set[int]:
    """Places of the words with which a clause begins, words such as “please” and “then” skipped."""
    words = sentence.words
    at = 0
    while at < min(2, len(words) - 1) and words[at].word in _LEADS:
        at += 1
    starts = {at}
    for mark in sentence.marks:
        if mark.word in _CLAUSE_MARKS:
            after = next((place for place, word in enumerate(words) if word.start > mark.start), None)
            if after is not None:
                starts.add(after + 1 if words[after].word in _LEADS and after + 1 < len(words) else after)
    return starts


def _ending(sentences: Sequence[Sentence], per: Sequence[set[str]]) -> dict[str, float]:
    asking = [_asking(sentence, cues) for sentence, cues in zip(sentences, per, strict=True)]
    many = len(asking)
    last = asking[max(0, many - max(3, many // 3)) :]
    skipped = many - len(last)

    def beside(at: int) -> list[_Asking]:
        return asking[max(0, at - 1) : at + 2]

    def any_last(holds: Callable[[_Asking, list[_Asking]], bool]) -> float:
        return float(any(holds(one, beside(skipped + at)) for at, one in enumerate(last)))

    near_time = any_last(lambda one, near: one.acts and not one.formal and any(other.ahead for other in near))
    here = any_last(lambda one, near: one.acts and any(other.here for other in near))
    ends = min(sum(one.request for one in last), 3) / 2, any_last(lambda one, _: one.offer)
    invites = min(sum(one.invites for one in last), 3) / 2
    for_day = float(any(one.asks_for_day for one in asking))
    elsewhere = any(
        one.acts and not one.formal and any(other.ahead for other in beside(at)) for at, one in enumerate(asking)
    ) or any(one.formal and one.ahead for one in asking)
    stands = bool(ends[0] or ends[1] or invites)
    return {
        "requests": min(sum(one.request for one in asking), 4) / 2,
        "asks at the end": ends[0],
        "offers at the end": ends[1],
        "invites at the end": invites,
        "time at the end": any_last(lambda one, _: one.ahead),
        "asks here": here,
        "asks with time": any_last(lambda one, _: one.acts and one.ahead and not one.formal),
        "asks near time": near_time,
        "asks a little": any_last(lambda one, near: one.acts and any(other.short for other in near)),
        "asks with a way out": any_last(lambda one, near: one.acts and any(other.way_out for other in near)),
        "asks for a day": for_day,
        "last is a question to you": float(bool(asking) and asking[-1].offer),
        "steps": min(sum(one.acts for one in asking), 4) / 2,
        "step": 2.0 if near_time or for_day or (stands and here) else float(stands or elsewhere),
    }


def _trade(sentences: Sequence[Sentence], trade: TradeWords, role: str) -> dict[str, float]:
    words = {word.word for sentence in sentences for word in sentence.words}
    many = max(_FEWEST, sum(len(sentence.words) for sentence in sentences))
    known = library.roles().get(role)
    phrases = (*known.pains, *known.measured_on, *known.goals) if known else ()
    own = {word for phrase in phrases for word in phrase.lower().split() if len(word) > 4}
    stems = {word[:5] for word in _LETTERS.findall(f"{role} {known.name if known else ''}".lower()) if len(word) > 3}
    return {
        "own trade": min(trade.own, 6.0) / 2,
        "any trade": min(trade.best, 6.0) / 2,
        "other trade": max(0.0, min(trade.foreign - trade.own, 4.0)) / 2,
        "trade density": min(10 * trade.hits / many, 5.0),
        "trade words": min(len(trade.words), 16) / 8,
        "role named": float(any(word[:5] in stems for word in words)),
        "library words": min(len(own & words), 4) / 2,
    }


_LETTERS = re.compile(r"[a-z]+")
