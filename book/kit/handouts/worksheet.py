"""A worksheet of the built site made ready for paper: lines to write on, boxes to tick, no list of options twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from string import ascii_uppercase

from bs4 import Tag

from book.kit.handouts.document import HandoutError
from book.kit.handouts.pages import plain, text
from exercises import load
from exercises.exercise import Exercise, Feedback, Field, Table

FEW = 5
"""Options that fit as columns beside statements, and as boxes under a question."""
MANY = 8
"""Beyond these one writes the option down, and reads them in one sentence."""
MOVES = 8
"""Lines for a talk, which on paper is only begun."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Something to answer on paper.

    Attributes:
        form: `lines`, `short`, `box`, `tick` (boxes with words), `letter` (of the key), `matrix` (many rows, one set).
        label, help, condition: the question, a sentence under it, and when it is asked.
        lines: how many to write on.
        options: words to tick, or to choose one from, or columns of a matrix.
        inline: whether the options stand in one row.
        rows: statements of a matrix, or of letters, each with a sentence under it or nothing.
    """

    form: str
    label: str = ""
    help: str = ""
    condition: str = ""
    lines: int = 1
    options: tuple[str, ...] = ()
    inline: bool = False
    rows: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Asks under one heading; `key` are the lettered options that they use, `more` says that there are more rows."""

    title: str
    asks: tuple[Ask, ...]
    key: tuple[tuple[str, str], ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class Worksheet:
    """An exercise on paper. `material` is what the page would show before anything is answered."""

    id: str
    title: str
    task: str
    facts: str
    lead: tuple[Tag, ...]
    material: tuple[Table, ...]
    talk: tuple[str, ...]
    groups: tuple[Group, ...]


def worksheet(exercise: Tag, lead: tuple[Tag, ...] = ()) -> Worksheet:
    """Read the worksheet of one exercise of a built page.

    Raises:
        HandoutError: the site was built from other exercises than these.
    """
    name = str(exercise["data-exercise"])
    declared = load(name)
    printed = [str(blank["data-field"]) for blank in exercise.select(".worksheet [data-field]")]
    if printed != [field.name for field in declared.fields]:
        raise HandoutError(f"The site's worksheet of '{name}' has other fields than the exercise. Run: make book")
    choices = json.loads(str(exercise["data-choices"]))
    head = {part: exercise.select_one(f".live-{part}") for part in ("title", "task", "facts")}
    title, task, facts = (text(one) if one else "" for one in head.values())
    seen: set[str] = set()
    groups = []
    for block in exercise.select(".worksheet-group:not(.spare)"):
        heading = block.find("h4")
        asked = _asked(block, declared)
        more = bool(asked) and asked[0][0].row > 0
        key: list[tuple[str, str]] = []
        asks = tuple(_asks(asked, choices, seen, key))
        if asks:
            groups.append(Group(text(plain(heading)) if heading else "", asks, tuple(key), more))
    return Worksheet(name, title, task, facts, lead, _material(declared), _talk(declared), tuple(groups))


def _asked(block: Tag, declared: Exercise) -> list[tuple[Field, str, str, str]]:
    """The fields of a group with label, help and condition. Who has no role in a list writes its name at once."""
    fields = {field.name: field for field in declared.fields}
    found = []
    for blank in block.select("[data-field]"):
        field = fields[str(blank["data-field"])]
        if field.only_if and field.only_if[1] == "other":
            continue
        words = blank.find_previous_sibling("p")
        label = words.find("b") if words else None
        if not label:
            raise HandoutError(f"The site's worksheet of '{declared.id}' has a field without a label. Run: make book")
        condition = ""
        if field.only_if:
            before = fields[field.only_if[0]]
            condition = f"If “{dict(before.options).get(field.only_if[1], field.only_if[1])}”:"
        found.append((field, text(label), field.help, condition))
    return found


def _asks(
    asked: list[tuple[Field, str, str, str]],
    choices: dict[str, list[list[str]]],
    seen: set[str],
    key: list[tuple[str, str]],
) -> Iterator[Ask]:
    """Asks of a group; statements with the same options become one table."""

    def options(one: tuple[Field, str, str, str]) -> tuple[tuple[str, str], ...]:
        return tuple((i, words) for i, words in choices.get(one[0].name, []) if i)

    for same, run in groupby(asked, key=lambda one: (options(one), bool(one[3]))):
        together, given = list(run), same[0]
        if not given:
            yield from (_open(*one) for one in together)
            continue
        words = tuple(says for _, says in given)
        if len(together) > 2 and len(given) <= FEW:
            if any(len(one) > 24 for one in words):
                key += [("", one) for one in words if (None, one) and ("", one) not in key]
            yield Ask(
                "matrix", options=tuple(_short(one) for one in words), rows=tuple((one[1], one[2]) for one in together)
            )
        elif len(given) > FEW and len(together) > 2:
            key += zip(ascii_uppercase, words, strict=False)
            yield Ask("letter", rows=tuple((one[1], one[2]) for one in together))
        else:
            yield from (_choice(one, given, seen) for one in together)


def _choice(one: tuple[Field, str, str, str], given: tuple[tuple[str, str], ...], seen: set[str]) -> Ask:
    _, label, help_, condition = one
    words = tuple(says for _, says in given)
    again = str(given[1:]) in seen
    seen.add(str(given[1:]))  # the first option of a row may speak of its place
    if len(words) > MANY or "other" in dict(given):
        # Who has a role of their own writes it down; a shortened statement stands on the sheet in full.
        known = again or "other" in dict(given) or any(says.endswith("…") for says in words)
        return Ask("short", label, help_, condition, options=() if known else words)
    if again:
        words = tuple(_short(says) for says in words)
    inline = sum(len(says) + 6 for says in words) < 95
    return Ask("tick", label, help_, condition, options=words, inline=inline)


def _open(field: Field, label: str, help_: str, condition: str) -> Ask:
    if field.kind == "yes":
        return Ask("box", label, help_, condition)
    if field.kind in ("number", "choice"):
        return Ask("short", label, help_, condition)
    lines = {"line": 1, "moves": MOVES}.get(field.kind, max(2, min(field.rows, 5)))
    return Ask("lines", label, help_, condition, lines=lines)


def _short(says: str) -> str:
    """The first words of an option: `Stated sign` of `Stated sign: said in words`."""
    return says.partition(":")[0]


def _material(declared: Exercise) -> tuple[Table, ...]:
    """Texts that the page shows before the learner answers, such as the two pitches to mark."""
    shown = declared.live(declared.answers({})) if declared.live and declared.live_after else None
    return shown.tables if isinstance(shown, Feedback) else ()


def _talk(declared: Exercise) -> tuple[str, ...]:
    """How a talk begins."""
    return tuple(line.words for line in declared.turn(declared.answers({})).lines) if declared.turn else ()
