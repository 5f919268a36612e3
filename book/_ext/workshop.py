"""The workshop as data: data/workshop/<chapter>.toml, a guide a chapter, and frame.toml, the parts around them.

Host only: pages, slides and tests read it. Minutes are not typed where somebody else states them: a part
that names an exercise, a quiz or a play and no minutes takes as long as that says of itself.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from exercises import EXERCISES, library, load
from exercises.library import playbook
from exercises.library.reading import LibraryError, build, by_id, from_tables, load_toml
from exercises.quiz import quiz, quizzes

FOLDER = library.DATA / "workshop"
FRAME = "frame"
"""The guide that belongs to no chapter: welcome, consent, the two pitch tasks, the end."""

KINDS = {
    "talk": "You speak",
    "exercise": "Alone or in pairs, at a screen",
    "pairs": "In pairs",
    "plenary": "All together",
    "play": "A play",
    "quiz": "A quiz",
    "break": "Break",
}
"""What happens in a part, and how the guide says so."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a session.

    Attributes:
        id: permanent; agendas and cuts name it.
        title: what stands on the agenda.
        kind: one of `KINDS`.
        say: words that can be said aloud.
        watch: what to look and listen for.
        minutes: how long in a room; in the file nothing where `exercise`, `quiz` or `play` is done in full.
        exercise: id of the exercise that is done in it.
        quiz: id of the quiz that is done in it.
        play: id of the play that is run in it, or handed over.
    """

    id: str
    title: str
    kind: str
    say: str
    watch: str
    minutes: int = 0
    exercise: str = ""
    quiz: str = ""
    play: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What learners typically say or write in a part, and what one can reply."""

    part: str
    says: str
    reply: str


@dataclass(frozen=True, slots=True)
class Stall:
    """Where a part gets stuck, and a way out."""

    part: str
    when: str
    out: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A part that can go, or shrink to so many minutes, when time is short, and what is done instead."""

    part: str
    instead: str
    to: int = 0


Record = TypeVar("Record")
OfPart = TypeVar("OfPart", Reply, Stall, Cut)


@dataclass(frozen=True, slots=True)
class GuideFacts:
    """What a guide says beside its parts.

    Attributes:
        id: the stem of the file, which is that of the chapter.
        purpose: what the session is for in a room, and what people leave with.
        before: what to have ready.
        debrief: questions at the end.
        remote: what changes on a call.
    """

    id: str
    purpose: str
    before: tuple[str, ...]
    debrief: tuple[str, ...]
    remote: str


@dataclass(frozen=True, slots=True)
class Guide(GuideFacts):
    """How to teach one chapter in a room, whole; `cuts` in the order in which they are made."""

    parts: tuple[Part, ...] = ()
    answers: tuple[Reply, ...] = ()
    stalls: tuple[Stall, ...] = ()
    cuts: tuple[Cut, ...] = ()

    @property
    def minutes(self) -> int:
        """All parts together."""
        return sum(part.minutes for part in self.parts)

    @property
    def shortest(self) -> int:
        """Minutes with every cut made."""
        return self.minutes - sum(self.part(cut.part).minutes - cut.to for cut in self.cuts)

    def part(self, name: str) -> Part:
        """The part of this id.

        Raises:
            KeyError: there is none; the message lists those there are.
        """
        for part in self.parts:
            if part.id == name:
                return part
        raise KeyError(f"No part '{name}' in the guide '{self.id}'. There are: {', '.join(p.id for p in self.parts)}.")


@cache
def guides() -> dict[str, Guide]:
    """The guides of all chapters, by the stem of the chapter and in its order.

    Raises:
        LibraryError: a chapter has none, or a file does not say what it should.
    """
    return {chapter: read(FOLDER / f"{chapter}.toml") for chapter in library.chapters()}


@cache
def frame() -> Guide:
    """The parts that belong to no chapter."""
    return read(FOLDER / f"{FRAME}.toml")


def part(name: str) -> Part:
    """A part by `chapter:part`.

    Raises:
        KeyError: there is no such guide or part; the message lists those there are.
    """
    chapter, _, own = name.partition(":")
    if chapter == FRAME:
        return frame().part(own)
    if chapter not in guides():
        raise KeyError(f"No guide '{chapter}' (in '{name}'). There are: {', '.join([*guides(), FRAME])}.")
    return guides()[chapter].part(own)


def read(path: Path) -> Guide:
    """One guide from its file, with all minutes filled in.

    Raises:
        LibraryError: the file is not there or does not say what it should.
    """
    name = f"workshop/{path.name}"
    if not path.is_file():
        raise LibraryError(f"{name}: there is no such file, expected one for each chapter of data/chapters.toml.")
    whole = load_toml(path)
    tables = {key: whole.pop(key, []) for key in ("part", "answer", "stall", "cut")}
    facts = record(name, {"id": path.stem, **whole}, GuideFacts)
    parts = [_timed(name, one) for one in from_tables(name, tables, "part", Part)]
    by_id(name, parts)
    there = [one.id for one in parts]
    guide = Guide(
        **{one.name: getattr(facts, one.name) for one in fields(GuideFacts)},
        parts=tuple(parts),
        answers=_of_parts(name, tables, "answer", Reply, there),
        stalls=_of_parts(name, tables, "stall", Stall, there),
        cuts=_of_parts(name, tables, "cut", Cut, there),
    )
    for cut in guide.cuts:
        if cut.to >= guide.part(cut.part).minutes:
            raise LibraryError(f"{name}, cut of '{cut.part}': {cut.to} minutes are not fewer than it takes.")
    return guide


def record(where: str, row: Mapping[str, Any], kind: type[Record]) -> Record:
    """A record of one table of a file; no text or list in it may be empty.

    Raises:
        LibraryError: a field is missing, unknown, empty or of another kind.
    """
    built, problems = build(row, kind)
    if built is None:
        field, value, expected = problems[0]
        got = "it is missing" if value is MISSING else f"got {value!r}"
        raise LibraryError(f"{where}, field '{field}': {got}, expected {expected}.")
    for key, value in row.items():
        if value in ("", []):
            raise LibraryError(f"{where}, field '{key}': it is empty, expected something or no such field.")
    return built


def _of_parts(
    name: str, tables: Mapping[str, Any], key: str, kind: type[OfPart], there: Sequence[str]
) -> tuple[OfPart, ...]:
    rows = from_tables(name, tables, key, kind) if tables[key] else ()
    for row in rows:
        if row.part not in there:
            raise LibraryError(
                f"{name}, [[{key}]], field 'part': got '{row.part}', expected one of {', '.join(there)}."
            )
    return rows


def _timed(name: str, part: Part) -> Part:
    """The part with its minutes, after all that it names was found."""
    where = f"{name}, part '{part.id}'"
    if part.kind not in KINDS:
        raise LibraryError(f"{where}, field 'kind': got '{part.kind}', expected one of {', '.join(KINDS)}.")
    known: dict[str, Collection[str]] = {"exercise": EXERCISES, "quiz": quizzes(), "play": playbook.plays()}
    for key, there in known.items():
        named = getattr(part, key)
        if named and named not in there:
            raise LibraryError(f"{where}, field '{key}': got '{named}', expected one of {', '.join(there)}.")
    if part.kind in known and not getattr(part, part.kind):
        raise LibraryError(f"{where}: it is of the kind '{part.kind}' and names none.")
    if part.minutes:
        return part
    if part.exercise:
        return replace(part, minutes=load(part.exercise).minutes)
    if part.quiz:
        return replace(part, minutes=quiz(part.quiz).minutes)
    if part.play:
        return replace(part, minutes=playbook.plays()[part.play].minutes)
    raise LibraryError(f"{where}, field 'minutes': it is missing, expected a whole number, or what it does in full.")
