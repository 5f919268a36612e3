"""A rollout queue: who claims which place, what can be true of it, and what is ready.

Rules, all arithmetic:

- With n units there are n places and each can be held once. Of all claims to a
  place, at most as many can be true together as there are different valid places.
- Readiness counts four things that a pledge should have bought by now: an owner,
  two test users, test data, a date. 0 to 4.
- The gap is pledge / 10 minus readiness / 4, from -1 to 1. It is a reason to
  ask, never a score of people (`E24`: a yes moves action only partly; `E44`:
  status passed upwards runs rosy).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from exercises import library
from exercises.text import shortened

MOST_UNITS = 60
"""More units than this in one queue are not read: a learner's own queue is short."""

LAST = -1
"""Stands for the place “last” until it is known how many units there are."""

LINE = "unit; pledge 0-10; place; owner yes/no; test users; test data yes/no; date yes/no"


@dataclass(frozen=True, slots=True)
class Place:
    """One unit of a queue with what it pledged, claimed and made ready."""

    unit: str
    pledge: int
    place: int
    owner: bool
    test_users: int
    test_data: bool
    date: bool

    @property
    def readiness(self) -> int:
        """How many of owner, two test users, test data and date are there: 0 to 4."""
        return sum((self.owner, self.test_users >= 2, self.test_data, self.date))

    @property
    def gap(self) -> float:
        """Pledge minus readiness, each as a share: -1 to 1."""
        return self.pledge / 10 - self.readiness / 4


@dataclass(frozen=True, slots=True)
class Queue:
    """What follows from the places that units claim.

    Attributes:
        units: how many units there are, and so how many places.
        possible: how many of the claims can be true together, at most.
        crowded: places that more than one unit claims, with the number of claims,
            most claimed first.
        beyond: units that claim a place which does not exist.
    """

    units: int
    possible: int
    crowded: tuple[tuple[int, int], ...]
    beyond: tuple[str, ...]

    @property
    def impossible(self) -> int:
        """How many claims cannot hold, at least."""
        return self.units - self.possible


def queue_of(places: Iterable[Place]) -> Queue:
    """Work out what a queue can be. Any number of units, any places."""
    places = tuple(places)
    n = len(places)
    valid = Counter(p.place for p in places if 1 <= p.place <= n)
    crowded = sorted(
        ((place, claims) for place, claims in valid.items() if claims > 1),
        key=lambda item: (-item[1], item[0]),
    )
    return Queue(
        units=n,
        possible=len(valid),
        crowded=tuple(crowded),
        beyond=tuple(p.unit for p in places if not 1 <= p.place <= n),
    )


def made_up_queue() -> tuple[Place, ...]:
    """The eleven made-up units of chapter 1."""
    return tuple(
        Place(u.unit, u.pledge, u.place, u.owner_named, u.test_users, u.test_data, u.date_set)
        for u in library.last_in_line()
    )


def read_queue(text: str) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """Read a learner's own queue, one unit a line, parts separated by semicolons.

    Returns:
        The units that could be read, and a sentence for every line that could not.
    """
    places: list[Place] = []
    faults: list[str] = []
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    for number, line in lines[:MOST_UNITS]:
        parts = [part.strip() for part in _parts(line)]
        if len(parts) != 7:
            many = "1 part" if len(parts) == 1 else f"{len(parts)} parts"
            faults.append(f"Line {number} has {many}, expected 7: {LINE}.")
            continue
        fault = _fault(parts)
        if fault:
            faults.append(f"Line {number} ({short(parts[0]) or 'no unit'}): {fault}.")
            continue
        if any(p.unit.lower() == parts[0].lower() for p in places):
            faults.append(f"Line {number}: the unit '{short(parts[0])}' is there already.")
            continue
        unit, pledge, place, owner, users, data, date = parts
        at = LAST if place.lower() == "last" else int(place)
        places.append(Place(unit, int(pledge), at, _yes(owner), int(users), _yes(data), _yes(date)))
    if len(lines) > MOST_UNITS:
        faults.append(f"Only the first {MOST_UNITS} units were read, you typed {len(lines)}.")
    whole = tuple(replace(p, place=len(places)) if p.place == LAST else p for p in places)
    return whole, tuple(faults)


def _parts(line: str) -> list[str]:
    """Parts of a line, split at semicolons, else at tabs (a pasted sheet), else at commas."""
    return line.split(next((mark for mark in ";\t," if mark in line), ";"))


def _fault(parts: list[str]) -> str:
    if not parts[0]:
        return "the name of the unit is empty"
    for index, name, lowest, highest in (
        (1, "pledge", 0, 10), (2, "place", 1, 999), (4, "test users", 0, 999),
    ):  # fmt: skip
        value = parts[index]
        if name == "place" and value.lower() == "last":
            continue
        if not (value.isascii() and value.isdigit() and len(value) <= 6 and lowest <= int(value) <= highest):
            return f"{name} is '{short(value)}', expected a whole number from {lowest} to {highest}"
    for index, name in ((3, "owner"), (5, "test data"), (6, "date")):
        if parts[index].lower() not in ("yes", "no", "y", "n"):
            return f"{name} is '{short(parts[index])}', expected yes or no"
    return ""


def _yes(value: str) -> bool:
    return value.lower().startswith("y")


def short(value: str) -> str:
    """A unit's name or a value, short enough for a sentence and an axis."""
    return shortened(value, 30)
