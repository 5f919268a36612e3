"""The plays: data/plays/<id>.toml, one a play, and data/playbook.toml, the words by which people find them.

Read by the build, the tests and the printed kit; no exercise reads a play, so
book/live/build leaves this module and its data out of the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any

from exercises import library
from exercises.library.reading import LibraryError, build, by_id, from_tables, load_toml, read_toml

WORDS = "playbook.toml"
"""The file of occasions and phases."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What somebody hears or sees when a play is due.

    Attributes:
        id: permanent; it stands in links to a filtered list.
        says: in their own words, as a sentence.
        words: other words by which people look for it.
    """

    id: str
    says: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phase:
    """A time in the life of a rollout, by a permanent id."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a short imperative head, what to do, and what to say aloud, if anything.

    `minutes` are given for every step of a play that is done in one go, else for none.
    """

    head: str
    do: str
    say: str = ""
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text that is rewritten: as it was, as it could be, and why."""

    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class PlayFacts:
    """What a play says beside its steps.

    Attributes:
        id: the name of the file and of the page; permanent.
        title: its name.
        chapter: the file name of its chapter in notebooks/, without ending.
        purpose: what it is for, in one sentence.
        time: how long, in words: “90 minutes”, “15 minutes a day for three weeks”.
        minutes: the longest sitting, in minutes.
        people: who takes part.
        materials: what to bring.
        when: when to use it.
        when_not: when to leave it.
        good: what good looks like.
        remote: how it is done at a distance.
        fails: ways in which it fails.
        exercises: ids of the exercises that prepare it.
        basis: what it rests on, with ids of the ledger (`E08`) in the text, and what is practice and not tested.
        occasions: ids of occasions.
        roles: roles in IT that can run it: ids of reading paths.
        phases: ids of phases.
        cases: ids of cases that have a page and show what the play is about; may be empty.
        example: a made-up example in prose, or nothing.
    """

    id: str
    title: str
    chapter: str
    purpose: str
    time: str
    minutes: int
    people: str
    materials: tuple[str, ...]
    when: tuple[str, ...]
    when_not: tuple[str, ...]
    good: str
    remote: str
    fails: tuple[str, ...]
    exercises: tuple[str, ...]
    basis: str
    occasions: tuple[str, ...]
    roles: tuple[str, ...]
    phases: tuple[str, ...]
    cases: tuple[str, ...] = ()
    example: str = ""

    @property
    def evidence(self) -> tuple[str, ...]:
        """The entries of the ledger that `basis` names, in their order."""
        return tuple(dict.fromkeys(EVIDENCE.findall(self.basis)))


@dataclass(frozen=True, slots=True)
class Play(PlayFacts):
    """A play, whole.

    Attributes:
        steps: at least one, in their order.
        lines: of a text that is rewritten line by line; most plays have none.
    """

    steps: tuple[Step, ...] = ()
    lines: tuple[Line, ...] = ()


NEVER_EMPTY = ("occasions", "roles", "phases", "when", "when_not", "materials", "fails", "exercises")
"""Lists of a play that hold at least one thing."""

EVIDENCE = re.compile(r"\bE\d{2}\b")
"""An id of the ledger in running text."""


@cache
def plays() -> dict[str, Play]:
    """All plays by id, in the order of their chapters, then of their titles.

    Raises:
        LibraryError: a file does not say what it should.
    """
    paths = sorted((library.DATA / "plays").glob("*.toml"))
    if not paths:
        raise LibraryError("data/plays: no file found, expected one .toml file a play.")
    read = [_play(path.name, path.stem, load_toml(path)) for path in paths]
    return by_id("plays", sorted(read, key=lambda play: (play.chapter, play.title)))


@cache
def occasions() -> dict[str, Occasion]:
    """All occasions by id, in the order of the file."""
    return by_id(WORDS, read_toml(library.DATA / WORDS, "occasion", Occasion))


@cache
def phases() -> dict[str, Phase]:
    """The phases of a rollout by id, in their order."""
    return by_id(WORDS, read_toml(library.DATA / WORDS, "phase", Phase))


def _play(name: str, play_id: str, whole: Mapping[str, Any]) -> Play:
    row = {key: value for key, value in whole.items() if key not in ("step", "line")}
    if "id" in row:
        raise LibraryError(
            f"plays/{name}, field 'id': got {row['id']!r}, expected none; the name of the file is the id."
        )
    built, problems = build({"id": play_id, **row}, PlayFacts)
    if built is None:
        field, value, expected = problems[0]
        got = "it is missing" if value is MISSING else f"got {value!r}"
        raise LibraryError(f"plays/{name}, field '{field}': {got}, expected {expected}.")
    for field in NEVER_EMPTY:
        if not getattr(built, field):
            raise LibraryError(f"plays/{name}, field '{field}': got an empty list, expected at least one.")
    known: dict[str, Mapping[str, object]] = {
        "chapter": library.chapters(),
        "cases": library.cases(),
        "occasions": occasions(),
        "roles": library.reading_paths(),
        "phases": phases(),
        "evidence": library.evidence(),
    }
    for field, there in known.items():
        named = getattr(built, field)
        for one in (named,) if isinstance(named, str) else named:
            if one not in there:
                raise LibraryError(f"plays/{name}, field '{field}': got '{one}', expected one of {', '.join(there)}.")
    steps = from_tables(f"plays/{name}", whole, "step", Step)
    lines = from_tables(f"plays/{name}", whole, "line", Line) if "line" in whole else ()
    return Play(**{one.name: getattr(built, one.name) for one in fields(PlayFacts)}, steps=steps, lines=lines)
