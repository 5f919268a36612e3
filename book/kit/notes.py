"""What a speaker reads under a slide: the prose of the chapter, the evidence with its warnings, reasons and hints."""

from __future__ import annotations

from collections.abc import Iterable

from book.kit.chapter import Block
from exercises import library
from exercises.exercise import Exercise
from exercises.library.playbook import Play
from exercises.quiz import Item

_STRENGTH = {
    "strong": "strong for our use",
    "moderate": "moderate for our use",
    "weak": "weak for our use",
    "contested": "contested",
    "practitioner": "practice, little research",
}


def prose(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The words of these blocks, one paragraph each; items and rows with a dash."""
    marks = {"item": "– ", "row": "– "}
    kinds = ("paragraph", "item", "quote", "row")
    return tuple(marks.get(block.kind, "") + block.text for block in blocks if block.kind in kinds and block.text)


def evidence(ids: Iterable[str]) -> tuple[str, ...]:
    """The entries of the ledger, each with its grade, its finding and its limits."""
    return tuple(_entry(library.evidence()[one]) for one in ids)


def _entry(entry: library.Evidence) -> str:
    parts = [f"{entry.id} {entry.short} ({_STRENGTH[entry.strength]}).", entry.finding]
    if entry.limits:
        parts.append(f"Limits: {entry.limits}")
    if entry.unconfirmed:
        parts.append(f"Not confirmed: {entry.unconfirmed}")
    return " ".join(parts)


def exercise_notes(exercise: Exercise) -> tuple[str, ...]:
    """What helps somebody who is stuck: the ladder of hints as it stands in the page."""
    numbers = {"made up": "The numbers are made up.", "derived": "The numbers are derived from published ones."}
    hints = tuple(f"Hint {place}: {hint}" for place, hint in enumerate(exercise.hints, 1))
    known = numbers.get(exercise.numbers)
    return (
        f"{exercise.minutes} minutes. “{exercise.title}” is in the page of the chapter.",
        *((known,) if known else ()),
        *hints,
    )


def question_notes(item: Item) -> tuple[str, ...]:
    """The right answer first, then the reason of every option, or the model answer with what to ask of one's own."""
    if item.model:
        return (f"A model answer: {item.model}", *(f"– {asks}" for asks in item.compare))
    right = " ".join(option.says for option in item.options if option.right)
    reasons = (f"– {option.says} {'Yes' if option.right else 'Not this one'}: {option.why}" for option in item.options)
    return (f"Answer: {right}", *reasons)


def play_notes(play: Play) -> tuple[str, ...]:
    """What somebody who runs a play has to know beside its steps."""
    return (
        f"People: {play.people}",
        f"Bring: {'; '.join(play.materials)}.",
        f"Use it when: {' '.join(play.when)}",
        f"Leave it when: {' '.join(play.when_not)}",
        f"What good looks like: {play.good}",
        f"How it fails: {' '.join(play.fails)}",
        f"At a distance: {play.remote}",
        f"What it rests on: {play.basis}",
    )
