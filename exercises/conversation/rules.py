"""The rules of a talk: moments, trust, and what the other person says next.

The rules are a simplification of ours for practice, and are shown to the learner:

- Trust runs from 0 to 10 and starts at 4. A good line adds 2, a fair one in own words 1,
  a weak one takes 1, a harmful one 3. Own words without any sign, or said before, do nothing.
- At 0 the person leaves.
- Your question is answered openly where it was a good one and trust is 6 or more
  afterwards. Otherwise the person is polite, and the worry stays hidden.
- The step is taken where it was a good one and trust is 6 or more afterwards. Otherwise
  the person says yes and means later.

Asking before answering, and reflecting before arguing, is practice evidence (`E32`); that
pressure can push people the other way is better supported (`E27`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple
from zlib import crc32

from exercises import library
from exercises.conversation.own_words import read_own_words
from exercises.library import Opponent
from exercises.talk import OWN, Line

START, HIGHEST, OPEN_FROM = 4, 10, 6
"""Trust at the start, at most, and from which the person speaks openly."""

GAINS = {"best": 2, "fair": 1, "unseen": 0, "unread": 0, "repeated": 0, "weak": -1, "harmful": -3}
"""What a line does to trust, by its kind."""

Ending = Literal["", "takes", "polite", "leaves"]


class Moment(NamedTuple):
    """One moment of a talk in which the learner says something.

    Attributes:
        name: `objection`, `ask`, `worry` or `step`.
        says: what the other person has just said, or what is narrated.
        answers: texts under `best`, `weak`, `harmful`, and reasons under `why_best`, …
    """

    name: Literal["objection", "ask", "worry", "step"]
    says: str
    answers: dict[str, str]


class Said(NamedTuple):
    """One line of the learner's and what it did.

    `kind` is that of the chosen answer, or what the trainer saw in own words.
    """

    moment: Moment
    words: str
    own: bool
    kind: str
    because: str
    trust: int


class State(NamedTuple):
    """A talk after some moves.

    Attributes:
        lines: everything said so far.
        said: the learner's lines with their effect.
        trust: 0 to 10.
        worry_told: whether the hidden worry came out.
        moment: the moment to speak in now, or None at the end.
        ending: how it ended, or empty.
    """

    lines: tuple[Line, ...]
    said: tuple[Said, ...]
    trust: int
    worry_told: bool
    moment: Moment | None
    ending: Ending


ASKS = {
    "objection": "What do you say?",
    "ask": "You have one question. Which?",
    "worry": "That was not easy to say. What do you answer?",
    "step": "Time is nearly up. How do you close?",
}
"""What the learner is asked in each kind of moment."""


def play(who: Opponent, moves: Sequence[str]) -> State:
    """Replay a talk from its moves. Moves that fit nothing are passed over."""
    lines = [Line("note", who.scene)]
    said: list[Said] = []
    trust, told, ending = START, False, ""
    ahead = _moments(who)
    lines += _opening(ahead[0])
    for move in moves:
        if not ahead:
            break
        moment = ahead[0]
        words, own, kind, because = _read(moment, move)
        if not words:
            continue
        if own and words.lower() in {one.words.lower() for one in said}:
            kind, because = "repeated", "You have said this already; nobody hears it twice."
        ahead.pop(0)
        trust = max(0, min(HIGHEST, trust + GAINS[kind]))
        said.append(Said(moment, words, own, kind, because, trust))
        lines.append(Line("you", words))
        good = kind in ("best", "fair") and trust >= OPEN_FROM
        if trust == 0:
            ending, ahead = "leaves", []
            lines.append(Line("they", who.leaves))
        elif moment.name == "step":
            ending = "takes" if good else "polite"
            lines.append(Line("they", who.takes if good else who.polite))
        elif moment.name == "ask":
            told = good and kind == "best"
            if told:
                lines.append(Line("they", who.worry_says))
            else:
                lines.append(Line("they", who.guarded))
                ahead = [one for one in ahead if one.name != "worry"]
        else:
            reactions = sum(one.moment.name in ("objection", "worry") for one in said) - 1
            lines.append(Line("they", _reaction(who, kind, reactions)))
        if ahead:
            lines += _opening(ahead[0])
    return State(tuple(lines), tuple(said), trust, told, ahead[0] if ahead else None, ending)  # type: ignore[arg-type]


def order(who: Opponent, moment: Moment) -> tuple[tuple[str, str], ...]:
    """The three answers of a moment as (kind, words), mixed, the same order each time they are shown."""
    kinds = ("best", "weak", "harmful")
    return tuple(
        (kind, moment.answers[kind])
        for kind in sorted(kinds, key=lambda kind: crc32(f"{who.id} {moment.answers[kind]}".encode()))
    )


def _moments(who: Opponent) -> list[Moment]:
    found = []
    for name in who.objections:
        objection = library.objections()[name]
        answers = {
            key: getattr(objection, key) for key in ("best", "weak", "harmful", "why_best", "why_weak", "why_harmful")
        }
        found.append(Moment("objection", objection.says, answers))
    return [
        *found,
        Moment("ask", "", who.ask),
        Moment("worry", who.worry_says, who.worry_answers),
        Moment("step", "", who.step),
    ]


def _opening(moment: Moment) -> list[Line]:
    """What the other person says to open a moment; a worry has been said already."""
    return [Line("they", moment.says)] if moment.name == "objection" else []


def _read(moment: Moment, move: str) -> tuple[str, bool, str, str]:
    """Words, whether own, kind and reason of a move; no words where it fits nothing."""
    if move.startswith(OWN):
        words = move[len(OWN) :].strip()
        if not words:
            return "", True, "", ""
        own = read_own_words(words, asking=moment.name == "ask", trusted=moment.name == "worry", heard=moment.says)
        return words, True, own.kind, own.because
    if move in ("best", "weak", "harmful"):
        return moment.answers[move], False, move, moment.answers[f"why_{move}"]
    return "", False, "", ""


def _reaction(who: Opponent, kind: str, number: int) -> str:
    tone = {"best": who.warm, "fair": who.warm, "harmful": who.cold}.get(kind, who.cool)
    return tone[number % len(tone)]
