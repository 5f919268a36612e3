"""The instructor's copy: worked examples, likely mistakes with the feedback to them, and quizzes with their reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from book.kit.handouts.document import Document, render
from book.kit.handouts.workbook import Chapter
from exercises import load
from exercises.exercise import Answer, Exercise, Feedback, Field, Finding
from exercises.html import MARKS
from exercises.text import shortened

SHOWN = 3
"""Answers and findings that are printed of one mistake; the page shows them all."""
LONG = 170
"""Characters of an answer that is quoted with a mistake."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A likely mistake: what differs from the worked example, and what the book says to it."""

    name: str
    given: tuple[tuple[str, str], ...]
    empty: tuple[str, ...]
    summary: str
    findings: tuple[tuple[str, Finding], ...]


@dataclass(frozen=True, slots=True)
class Key:
    """What an instructor needs for one exercise.

    Attributes:
        hints: the ladder without its last step.
        solution: the last step.
        example: group, label and answer of the worked example.
        talk: who says what in it, where it is a talk.
        summary: what the book says to the worked example.
        mistakes: those in which something was answered.
    """

    exercise: Exercise
    hints: tuple[str, ...]
    solution: str
    example: tuple[tuple[str, str, str], ...]
    talk: tuple[tuple[str, str], ...]
    summary: str
    mistakes: tuple[Mistake, ...]


def key(exercise_id: str) -> Key:
    """Put together the answers to one exercise from its declaration."""
    declared = load(exercise_id)
    answers = declared.answers(declared.example.answers)
    feedback = declared.check(answers)
    example = tuple(
        (field.group, field.label, said(field, answers[field.name]))
        for field in declared.fields
        if field.name in declared.example.answers and field.kind != "moves" and declared.asked(field.name, answers)
    )
    talk = tuple((line.who, line.words) for line in declared.turn(answers).lines) if declared.turn else ()
    return Key(
        declared,
        declared.hints[:-1],
        declared.hints[-1],
        example,
        talk,
        feedback.summary,
        tuple(_mistake(declared, one.name, one.answers) for one in declared.mistakes if one.answers),
    )


def said(field: Field, answer: Answer) -> str:
    """An answer in the words of its field; `—` where nothing was answered."""
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    return dict(field.options).get(str(answer), str(answer)) or "—"


def _mistake(declared: Exercise, name: str, given: Mapping[str, Answer]) -> Mistake:
    example = declared.example.answers
    fields = {field.name: field for field in declared.fields if field.kind != "moves"}
    wrong = [fields[one] for one in given if one in fields and given[one] != example.get(one)]
    changed = [field for field in wrong if given[field.name] != field.start]
    empty = [field for field in wrong if given[field.name] == field.start]
    empty += [field for field in fields.values() if field.name in example and field.name not in given]
    answers = declared.answers(given)
    feedback = declared.check(answers)
    shown = [(shortened(_label(field), 70), said(field, given[field.name])) for field in changed]
    if declared.turn:
        shown = [("You", line.words) for line in declared.turn(answers).lines if line.who == "you"] + shown
    return Mistake(
        name,
        tuple((label, shortened(answer, LONG)) for label, answer in shown[:SHOWN]),
        () if shown else tuple(shortened(_label(field), 70) for field in empty[:SHOWN]),
        feedback.summary,
        _telling(feedback, set(declared.example.finds)),
    )


def _label(field: Field) -> str:
    return f"{field.group}, {field.label}" if field.row else field.label


def _telling(feedback: Feedback, usual: set[str]) -> tuple[tuple[str, Finding], ...]:
    """The findings that this mistake brings about and the worked example does not."""
    open_ = [one for one in feedback.findings if one.verdict != "good"] or list(feedback.findings)
    new = [one for one in open_ if one.id not in usual] or open_[:1]
    return tuple((MARKS[one.verdict][1], one) for one in new[:SHOWN])


def document(chapters: tuple[Chapter, ...]) -> Document:
    """The answers as one page of HTML."""
    keys = {part.sheet.id: key(part.sheet.id) for one in chapters for part in one.parts if part.sheet}
    return render("answers", "Answers for instructors", chapters=chapters, keys=keys, shown=SHOWN)
