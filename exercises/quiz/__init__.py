"""Quizzes: items as data, with permanent ids, right answers and a reason for every option.

An item is answered by choosing, or in the learner's own words; then it has a model answer
and questions by which the learner compares. Files lie in data/quizzes/, one a quiz.
Public: `quiz`, `quizzes`, and `show`, the one line of a chapter's quiz cell.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from exercises import library

if TYPE_CHECKING:
    from exercises.quiz.sheet import Sheet

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class QuizError(ValueError):
    """A quiz file is wrong; the message names file, item, field and what was expected."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option of an item: permanent id, words, whether it is right, and why."""

    id: str
    says: str
    right: bool
    why: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question, to be answered by choosing or in own words.

    Attributes:
        id: permanent.
        asks: the question.
        options: to choose from; none where the answer is in own words.
        model: a model answer in own words, or empty.
        compare: questions by which learners compare theirs with it.
    """

    id: str
    asks: str
    options: tuple[Option, ...] = ()
    model: str = ""
    compare: tuple[str, ...] = ()

    @property
    def pick(self) -> int:
        """How many options are right."""
        return sum(option.right for option in self.options)


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz: an id, a title, what to do in one sentence, minutes, and its items."""

    id: str
    title: str
    task: str
    minutes: int
    items: tuple[Item, ...]


@cache
def quiz(quiz_id: str) -> Quiz:
    """Read and validate one quiz.

    Raises:
        QuizError: there is no such quiz, or its file breaks a rule.
    """
    path = library.DATA / "quizzes" / f"{quiz_id}.toml"
    if not path.exists():
        raise QuizError(f"No quiz '{quiz_id}'. There are: {', '.join(quizzes())}.")
    try:
        return _read(quiz_id, tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise QuizError(f"{path.name}: not valid TOML: {error}.") from None


def quizzes() -> tuple[str, ...]:
    """Ids of all quizzes, sorted."""
    return tuple(sorted(path.stem for path in (library.DATA / "quizzes").glob("*.toml")))


def _read(quiz_id: str, whole: Mapping[str, Any]) -> Quiz:
    where = f"{quiz_id}.toml"
    _need(where, whole, {"title": str, "task": str, "minutes": int, "item": list})
    items = tuple(_item(where, number, row) for number, row in enumerate(whole["item"], 1))
    ids = [item.id for item in items]
    if len(ids) != len(set(ids)):
        raise QuizError(f"{where}: two items share an id; ids are {', '.join(ids)}.")
    return Quiz(quiz_id, whole["title"], whole["task"], whole["minutes"], items)


def _item(file: str, number: int, row: Mapping[str, Any]) -> Item:
    where = f"{file}, item {number}"
    if "model" in row:
        return _own_words(where, row)
    _need(where, row, {"id": str, "asks": str, "option": list})
    options = []
    for place, given in enumerate(row["option"], 1):
        _need(f"{where}, option {place}", given, {"id": str, "says": str, "why": str}, {"right": bool})
        options.append(Option(given["id"], given["says"], given.get("right", False), given["why"]))
    item = Item(row["id"], row["asks"], tuple(options))
    ids = [option.id for option in options]
    for wrong, message in (
        (len(options) < 2, "needs at least two options"),
        (len(ids) != len(set(ids)), f"has two options with one id: {', '.join(ids)}"),
        (item.pick == 0, "has no right option: set right = true on at least one"),
        (item.pick == len(options), "has no wrong option"),
        (not all(_ID.fullmatch(i) for i in (item.id, *ids)), "has an id that is not kebab-case"),
    ):
        if wrong:
            raise QuizError(f"{where} ('{item.id}') {message}.")
    return item


def _own_words(where: str, row: Mapping[str, Any]) -> Item:
    _need(where, row, {"id": str, "asks": str, "model": str, "compare": list})
    compare = tuple(row["compare"])
    if not _ID.fullmatch(row["id"]):
        raise QuizError(f"{where} ('{row['id']}') has an id that is not kebab-case.")
    if len(compare) < 2 or not all(isinstance(one, str) and "?" in one for one in compare):
        raise QuizError(f"{where}, field 'compare': got {row['compare']!r}, expected two or more questions.")
    return Item(row["id"], row["asks"], model=row["model"], compare=compare)


def _need(
    where: str, row: Mapping[str, Any], needed: Mapping[str, type], allowed: Mapping[str, type] | None = None
) -> None:
    known = {**needed, **(allowed or {})}
    for name, kind in known.items():
        if name not in row and name in needed:
            raise QuizError(f"{where}: field '{name}' is missing.")
        if name in row and (type(row[name]) is not kind or row[name] in ("", [])):
            raise QuizError(f"{where}, field '{name}': got {row[name]!r}, expected {kind.__name__}.")
    for name in row:
        if name not in known:
            raise QuizError(f"{where}: unknown field '{name}'; expected one of {', '.join(known)}.")


def show(quiz_id: str) -> Sheet:
    """Return a quiz to show: the one line of a chapter's quiz cell."""
    from exercises.quiz.sheet import Sheet

    return Sheet(quiz(quiz_id))
