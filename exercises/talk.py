"""A talk in turns: what has been said, what can be said next, and the moves that the learner made."""

from __future__ import annotations

import json
from typing import Literal, NamedTuple

from exercises.feedback import Meter
from exercises.fields import Answer
from exercises.text.nested import read_json


class Line(NamedTuple):
    """One line of a talk: who says it (`you`, `they`, or `note` for what is narrated), and the words."""

    who: Literal["you", "they", "note"]
    words: str


class Turn(NamedTuple):
    """Where a talk stands after the learner's moves so far.

    Attributes:
        lines: everything said until now.
        asks: what the learner is to choose now.
        options: pairs of (id, words) in the order to show them; empty where the talk is over.
        own_words: name of the text field from which the learner may answer in own words, or empty.
        meters: where the talk stands, in figures.
        begins: what the moves of this talk begin with, where one field holds several talks
            in turn; moves that begin otherwise belong to another talk.
        say: what the button says that makes the chosen move.
        take_back: what the button says that undoes the last one.
    """

    lines: tuple[Line, ...]
    asks: str = ""
    options: tuple[tuple[str, str], ...] = ()
    own_words: str = ""
    meters: tuple[Meter, ...] = ()
    begins: str = ""
    say: str = "Say it"
    take_back: str = "Take back my last line"


OWN = "="
"""A move that begins with this sign is in the learner's own words."""


def read_moves(answer: Answer) -> list[str]:
    """The moves made so far: ids of options, or own words after `OWN`. What is no list of texts is no move."""
    try:
        moves = read_json(str(answer)) if answer else []
    except ValueError:
        return []
    return [move for move in moves if isinstance(move, str)] if isinstance(moves, list) else []


def write_moves(moves: list[str]) -> str:
    """Moves as the answer that keeps them; no moves are no answer."""
    return json.dumps(moves) if moves else ""
