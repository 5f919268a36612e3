"""A toy of a rollout queue: what each unit's start does to the willingness of those who wait.

All units and all numbers are made up. The toy says nothing about how large any effect
is; it shows one mechanism, that whoever goes first is the sales force of whatever
comes next. `RULES` tells the reader every rule; the code has no others.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

GAP = 6
"""Weeks between two waves."""

PAUSE = 3
"""Weeks that a pause for repairs takes."""

WILLING = 5
"""Goodwill from which a unit starts when its turn comes."""

PATIENCE = 2
"""How often a unit can ask for a later place before it is ordered to start."""

GOOD, POOR = 9, 6
"""Points from which a start is good, and below which it is poor."""

HOURS_A_POINT, MOST_HELP = 20, 3
"""Hours of help a unit for one point, and how many points help can add at most."""

FAULTS = 3
"""Faults in the system at the start; each one mended adds a point to every later start."""

ORDERED = 2
"""Points that a start loses where the unit was ordered to start."""


class ToyUnit(NamedTuple):
    """A made-up unit: what it pledges (0 to 10), how willing it is (0 to 10), how ready and how well served (0 to 4)."""

    name: str
    pledge: int
    goodwill: int
    ready: int
    fit: int


UNITS = (
    ToyUnit("Harbour office", 10, 6, 1, 2),
    ToyUnit("Night dispatch", 9, 4, 1, 3),
    ToyUnit("Claims", 10, 5, 3, 2),
    ToyUnit("Rail freight", 9, 5, 2, 4),
    ToyUnit("Customs", 10, 4, 2, 1),
    ToyUnit("Inland depots", 9, 6, 4, 3),
    ToyUnit("Key accounts", 10, 3, 0, 2),
    ToyUnit("Returns", 9, 5, 3, 3),
)

FIRST = (
    ("loudest", "Whoever pledges most loudly"), ("ready", "Whoever is most ready"), ("fit", "Whoever the system serves best"),
    ("sceptic", "The least willing unit"), ("list", "As the list has it"),
)  # fmt: skip
VOICES = (
    ("project", "The project tells it, in a newsletter"),
    ("users", "The users of the unit tell it, with a free hand"),
)

RULES = (
    ("Points of a start", f"Fit (0 to 4) + readiness (0 to 4) + help (1 for each {HOURS_A_POINT} hours a unit, at most {MOST_HELP}) + 1 for each fault mended; {ORDERED} less where the unit was ordered to start."),
    ("Good or poor", f"From {GOOD} points on a start is good, below {POOR} it is poor, between them nobody talks about it."),
    ("What the others hear", "A poor start takes 1 from the goodwill of every waiting unit, whoever tells it. A good one adds 1 where the users tell it; where the project tells it, it adds nothing."),
    ("Whose turn", f"With a goodwill of {WILLING} or more a unit starts. With less it asks for a later place and goes to the end of the queue, at most {PATIENCE} times; then it is ordered to start."),
    ("Repairs", f"Each wave finds one of the {FAULTS} faults. It is mended before the next wave only where you pause for {PAUSE} weeks; otherwise it stays."),
    ("Calendar", f"A wave starts every {GAP} weeks. A wave that nobody joins costs its weeks as well."),
)  # fmt: skip


class Start(NamedTuple):
    """How one unit started: in which week (the first wave is week 0), planned when, with how many points."""

    unit: ToyUnit
    planned: int
    week: int
    asked_later: int
    ordered: bool
    points: int

    @property
    def went(self) -> str:
        """In a word."""
        return "good" if self.points >= GOOD else "poor" if self.points < POOR else "unnoticed"


class Run(NamedTuple):
    """A whole rollout in the toy: all starts in order, the planned and the real last week."""

    starts: tuple[Start, ...]
    planned: int
    last: int

    @property
    def requests(self) -> int:
        """How often a unit asked for a later place."""
        return sum(start.asked_later for start in self.starts)


def queue(first: str, units: Sequence[ToyUnit] = UNITS) -> list[ToyUnit]:
    """The units in the order of the plan."""
    keys = {
        "loudest": lambda unit: (-unit.pledge, unit.ready),
        "ready": lambda unit: -unit.ready,
        "fit": lambda unit: (-unit.fit, -unit.ready),
        "sceptic": lambda unit: unit.goodwill,
    }
    return sorted(units, key=keys[first]) if first in keys else list(units)


def run(first: str, wave: int, hours: int, *, pause: bool, users_tell: bool, units: Sequence[ToyUnit] = UNITS) -> Run:
    """Play the rollout to its end.

    Args:
        first: id of `FIRST`.
        wave: units in a wave, at least 1.
        hours: hours of help in a wave, shared by its units.
        pause: whether what a wave finds is mended before the next.
        users_tell: whether the users of a unit tell the others how it went.
        units: who is to start.
    """
    wave = max(1, wave)
    waiting = queue(first, units)
    place = {unit.name: number // wave * GAP for number, unit in enumerate(waiting)}
    goodwill = {unit.name: unit.goodwill for unit in units}
    asked = dict.fromkeys(goodwill, 0)
    starts: list[Start] = []
    week = mended = 0
    while waiting:
        turn, waiting = waiting[:wave], waiting[wave:]
        going = [unit for unit in turn if goodwill[unit.name] >= WILLING or asked[unit.name] >= PATIENCE]
        for unit in turn:
            if unit not in going:
                asked[unit.name] += 1
                waiting.append(unit)
        help_points = min(MOST_HELP, hours // (HOURS_A_POINT * len(going))) if going else 0
        for unit in going:
            ordered = goodwill[unit.name] < WILLING
            points = max(0, unit.fit + unit.ready + help_points + mended - (ORDERED if ordered else 0))
            starts.append(Start(unit, place[unit.name], week, asked[unit.name], ordered, points))
        good = sum(start.went == "good" for start in starts[len(starts) - len(going) :])
        poor = sum(start.went == "poor" for start in starts[len(starts) - len(going) :])
        for unit in waiting:
            goodwill[unit.name] = max(0, min(10, goodwill[unit.name] + (good if users_tell else 0) - poor))
        week += GAP
        if pause and going and mended < FAULTS and waiting:
            mended += 1
            week += PAUSE
    return Run(tuple(starts), max(place.values(), default=0), max((start.week for start in starts), default=0))
