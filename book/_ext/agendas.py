"""Agendas of a workshop: parts of the guides in an order, with the clock that follows from their minutes.

Nothing of the clock is typed: data/workshop/agendas.toml names parts and pauses, and where a session begins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from exercises import EXERCISES, library, load
from exercises.library.reading import LibraryError, by_id, load_toml

from .workshop import FOLDER, FRAME, Cut, Part, frame, guides, part, record

FILE = "agendas.toml"

_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of an agenda as the file has it: a part or a pause.

    Attributes:
        part: `chapter:part` or `frame:part`.
        pause: what the pause is called.
        minutes: of a pause; of a part only where it is done in fewer than its guide says.
        leaves: what is left out then.
        short: whether the cut is made that the guide offers for this part.
    """

    part: str = ""
    pause: str = ""
    minutes: int = 0
    leaves: str = ""
    short: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """One line of an agenda with its time: when it begins (minutes after midnight), how long it takes."""

    start: int
    minutes: int
    title: str
    chapter: str = ""
    part: Part | None = None
    leaves: str = ""

    @property
    def begins(self) -> str:
        """The time at which it begins: `09:05`, or `0:35` in a session that begins at 0:00."""
        return clock(self.start)


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """A session as the file has it: `clock` is how long it may take, `home` what is done before the next one."""

    title: str
    start: str
    clock: int
    home: str = ""
    home_exercises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Session(SessionFacts):
    """A session, with its lines and their times."""

    slots: tuple[Slot, ...] = ()

    @property
    def minutes(self) -> int:
        """All lines together, pauses included."""
        return sum(slot.minutes for slot in self.slots)

    @property
    def end(self) -> str:
        """When the last line ends."""
        return clock(self.slots[-1].start + self.slots[-1].minutes)

    @property
    def home_minutes(self) -> int:
        """What the exercises at home take together."""
        return sum(load(one).minutes for one in self.home_exercises)


@dataclass(frozen=True, slots=True)
class AgendaFacts:
    """What an agenda says beside its sessions: for whom, what comes of it, what it needs, what changes on a call."""

    id: str
    title: str
    people: str
    result: str
    needs: tuple[str, ...]
    remote: str


@dataclass(frozen=True, slots=True)
class Agenda(AgendaFacts):
    """An agenda, whole."""

    sessions: tuple[Session, ...] = field(default=())

    @property
    def chapters(self) -> tuple[str, ...]:
        """The chapters of which it uses parts, in the order of the course."""
        used = {slot.chapter for session in self.sessions for slot in session.slots}
        return tuple(one for one in library.chapters() if one in used)


def clock(minutes: int) -> str:
    """Minutes after midnight as a time: two digits for hours from 1 on, `0:35` before."""
    hours, rest = divmod(minutes, 60)
    return f"{hours:02}:{rest:02}" if hours >= 9 else f"{hours}:{rest:02}"


@cache
def agendas() -> dict[str, Agenda]:
    """All agendas by id, in the order of the file.

    Raises:
        LibraryError: the file does not say what it should, or a session does not fit its clock.
    """
    name = f"workshop/{FILE}"
    rows = load_toml(FOLDER / FILE).get("agenda")
    if not isinstance(rows, list) or not rows:
        raise LibraryError(f"{name}: no [[agenda]] found; expected at least one.")
    return by_id(name, [_agenda(name, row) for row in rows])


def _agenda(name: str, row: Mapping[str, Any]) -> Agenda:
    where = f"{name}, agenda '{row.get('id', '?')}'"
    sessions = row.get("session")
    if not isinstance(sessions, list) or not sessions:
        raise LibraryError(f"{where}: no [[agenda.session]] found; expected at least one.")
    facts = record(where, {key: value for key, value in row.items() if key != "session"}, AgendaFacts)
    timed = tuple(session(f"{where}, session {number}", one) for number, one in enumerate(sessions, 1))
    return Agenda(facts.id, facts.title, facts.people, facts.result, facts.needs, facts.remote, timed)


def session(where: str, row: Mapping[str, Any]) -> Session:
    """One session with its clock; the first line that does not fit is named.

    Raises:
        LibraryError: a field is wrong, or the session takes longer than its clock.
    """
    facts = record(where, {key: value for key, value in row.items() if key != "items"}, SessionFacts)
    begins = _CLOCK.fullmatch(facts.start)
    if begins is None:
        raise LibraryError(f"{where}, field 'start': got '{facts.start}', expected a time such as 09:00.")
    for one in facts.home_exercises:
        if one not in EXERCISES:
            raise LibraryError(f"{where}, field 'home_exercises': got '{one}', expected one of {', '.join(EXERCISES)}.")
    first = now = 60 * int(begins[1]) + int(begins[2])
    slots = []
    for number, item in enumerate(row.get("items", ()), 1):
        slot = _slot(f"{where}, item {number}", record(f"{where}, item {number}", item, Item), now)
        now += slot.minutes
        if now - first > facts.clock:
            over = now - first - facts.clock
            raise LibraryError(f"{where}: “{slot.title}” ends {over} minutes after its clock of {facts.clock} minutes.")
        slots.append(slot)
    if not slots:
        raise LibraryError(f"{where}, field 'items': it is missing, expected at least one part.")
    return Session(facts.title, facts.start, facts.clock, facts.home, facts.home_exercises, tuple(slots))


def _slot(where: str, item: Item, now: int) -> Slot:
    if bool(item.part) == bool(item.pause):
        raise LibraryError(f"{where}: expected a part or a pause, and not both.")
    if item.pause:
        if not item.minutes:
            raise LibraryError(f"{where}: the pause “{item.pause}” needs minutes.")
        return Slot(now, item.minutes, item.pause)
    try:
        found = part(item.part)
    except KeyError as error:
        raise LibraryError(f"{where}, field 'part': {error.args[0]}") from None
    chapter = item.part.partition(":")[0]
    if item.short:
        cut = _cut(chapter, found.id)
        if cut is None or not cut.to:
            raise LibraryError(f"{where}: its guide offers no shorter form of '{item.part}'; give minutes and leaves.")
        return Slot(now, cut.to, found.title, chapter, found, cut.instead)
    if bool(item.minutes) != bool(item.leaves):
        raise LibraryError(f"{where}: minutes and leaves come together; without them the guide's minutes hold.")
    if item.minutes and item.minutes >= found.minutes:
        raise LibraryError(f"{where}: {item.minutes} minutes are not fewer than the {found.minutes} of its guide.")
    return Slot(now, item.minutes or found.minutes, found.title, chapter, found, item.leaves)


def _cut(chapter: str, name: str) -> Cut | None:
    guide = frame() if chapter == FRAME else guides()[chapter]
    return next((cut for cut in guide.cuts if cut.part == name), None)
