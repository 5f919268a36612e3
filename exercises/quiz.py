"""Quizzes: items as data, with permanent ids, right answers and a reason for every option.

The quiz needs no Python in the page: it is HTML whose reasons show as soon as an
option is chosen. Files lie in data/quizzes/, one a quiz.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any

from exercises import library

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
    """One question. `pick` is how many options are to be chosen: as many as are right."""

    id: str
    asks: str
    options: tuple[Option, ...]

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


class Sheet:
    """A quiz as something a notebook can show.

    Args:
        shown: the quiz.
    """

    def __init__(self, shown: Quiz) -> None:
        self.quiz = shown

    def _repr_html_(self) -> str:
        items = "".join(_fieldset(self.quiz.id, number, item) for number, item in enumerate(self.quiz.items, 1))
        return (
            f"<style>{_STYLE}</style>"
            f'<form class="quiz" data-quiz="{self.quiz.id}" aria-label="{escape(self.quiz.title)}">'
            f'<p class="quiz-task"><strong>{escape(self.quiz.title)}.</strong> {escape(self.quiz.task)} '
            f"<small>{self.quiz.minutes} minutes.</small></p>{items}</form>"
        )

    def __repr__(self) -> str:
        return f"{self.quiz.title}: {len(self.quiz.items)} items"


def show(quiz_id: str) -> Sheet:
    """Return a quiz to show: the one line of a chapter's quiz cell."""
    return Sheet(quiz(quiz_id))


# The reasons need no script: a checked option shows the reason that follows it.
_STYLE = (
    ".quiz fieldset{border:0;padding:0;margin:0 0 1.25rem;min-width:0}"
    ".quiz legend{font-weight:600;font-size:1rem;margin:0 0 .4rem;float:none;padding:0}"
    ".quiz .option{display:grid;grid-template-columns:1.75rem 1fr;align-items:start;padding:.15rem 0}"
    ".quiz .option input{width:1.5rem;height:1.5rem;margin:0}"
    ".quiz .reason{display:none;grid-column:2;margin:.1rem 0 .3rem}"
    ".quiz input:checked~.reason{display:block}"
)


def _fieldset(quiz_id: str, number: int, item: Item) -> str:
    kind = "radio" if item.pick == 1 else "checkbox"
    pick = "" if item.pick == 1 else f" Choose {item.pick}."
    options = "".join(_option(f"{quiz_id}--{item.id}", kind, option) for option in item.options)
    return f'<fieldset data-item="{item.id}"><legend>{number}. {escape(item.asks)}{pick}</legend>{options}</fieldset>'


def _option(name: str, kind: str, option: Option) -> str:
    place = f"{name}--{option.id}"
    verdict, word = ("right", "Yes.") if option.right else ("wrong", "Not this one.")
    return (
        f'<div class="option"><input type="{kind}" id="{place}" name="{name}" value="{option.id}">'
        f'<label for="{place}">{escape(option.says)}</label>'
        f'<p class="reason {verdict}" id="{place}--why"><b>{word}</b> {escape(option.why)}</p></div>'
    )
