"""Rules of the response game: what users do next, after each of four responses to a report.

The four kinds of response are those of a study of implementers (`E05`); which of them has
which effect is a simplification of ours, for practice: the study's effects could not be
confirmed. The rules are the constants below, and are shown to the learner in full.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import NamedTuple

from exercises import library
from exercises.library import LibraryError
from exercises.library.reading import read_toml

WEEKS, HOURS = 8, 40
"""Weeks until go-live, one report each; hours that the project has for acting on them."""

START, HIGHEST = 3, 10
"""How hard users push back at the start, and at most."""

RESPONSES = ("ignore", "acknowledge", "act", "press")

KINDS = ("fault", "worry", "rule")

EFFECT = {
    "fault": {"ignore": 1, "acknowledge": 0, "act": -2, "press": 2},
    "worry": {"ignore": 1, "acknowledge": 0, "act": -1, "press": 0},
    "rule": {"ignore": 1, "acknowledge": 0, "act": -1, "press": 1},
}
"""What a response does to pushing back, by what the report is."""

RETURNS_AFTER = {"press": 1, "ignore": 2, "acknowledge": 3}
"""Weeks after which a fault comes back on which nobody acted."""

BIGGER, MORE_HOURS, RETURNS = 1, 1.5, 2
"""Each time a fault comes back: added to what any response does; hours times this. So often it comes back at most."""

LOUD_FROM, TOGETHER_FROM, MOST_FIXED_FROM = 4, 8, 4
"""Pushing back from which users work around it, and act together; faults fixed from which most are."""


@dataclass(frozen=True, slots=True)
class Report:
    """What users report; see the head of `data/games/response_game.toml`."""

    id: str
    kind: str
    hours: int
    matter: str
    calm: str
    loud: str
    act: str
    press: str
    acted: str
    ignored: str
    acknowledged: str
    pressed: str
    truth: str
    again: str = ""

    def after(self, response: str) -> str:
        """What follows a response, in words."""
        return {
            "ignore": self.ignored, "acknowledge": self.acknowledged, "act": self.acted, "press": self.pressed,
        }[response]  # fmt: skip


class Open(NamedTuple):
    """A report in a week: how often it has come back, and what acting on it takes now."""

    report: Report
    times: int
    hours: int


class Week(NamedTuple):
    """A week that has been played.

    `pushing` and `hours` are those after it; `could_act` says whether the hours had been there.
    """

    number: int
    open: Open
    response: str
    before: int
    pushing: int
    hours: int
    could_act: bool


class State(NamedTuple):
    """The game after some responses.

    Attributes:
        weeks: those that were played.
        now: the report of this week, or None after the last.
        pushing: how hard users push back, 0 to 10.
        hours: hours spent.
        fixed: faults that were fixed.
        lying: reports on which nobody has acted.
    """

    weeks: tuple[Week, ...]
    now: Open | None
    pushing: int
    hours: int
    fixed: int
    lying: int

    @property
    def can_act(self) -> bool:
        """Whether the hours are there for acting on the report of this week."""
        return self.now is not None and self.hours + self.now.hours <= HOURS

    @property
    def ending(self) -> str:
        """How it ends: `together`, `polite`, `two-lists` or `letter`; empty before the end."""
        if self.now is not None:
            return ""
        if self.pushing >= TOGETHER_FROM:
            return "letter"
        if self.pushing >= LOUD_FROM:
            return "two-lists"
        return "together" if self.fixed >= MOST_FIXED_FROM else "polite"


@cache
def reports() -> tuple[Report, ...]:
    """All reports, in the order in which they come up.

    Raises:
        LibraryError: a report is of no known kind, shares its id, or there are too few for the weeks.
    """
    found = read_toml(library.DATA / "games" / "response_game.toml", "report", Report)
    for number, one in enumerate(found, 1):
        if one.kind not in KINDS or not one.hours or bool(one.again) != (one.kind == "fault"):
            raise LibraryError(
                f"games/response_game.toml, report {number}, field 'kind': got {one.kind!r}, expected "
                f"{', '.join(KINDS)}, with hours, and with 'again' for a fault only."
            )
    if len({one.id for one in found}) < max(WEEKS, len(found)):
        raise LibraryError(f"games/response_game.toml: expected {WEEKS} reports or more, each with its own id.")
    return found


def faults() -> int:
    """How many of the reports are faults."""
    return sum(one.kind == "fault" for one in reports())


def play(responses: Sequence[str]) -> State:
    """Replay the weeks. A response that is none, or for which the hours are not there, is passed over."""
    waiting = list(reports())
    back: list[tuple[int, Open]] = []
    weeks: list[Week] = []
    pushing, hours = START, 0
    now = _next(1, waiting, back)
    for response in responses:
        if now is None:
            break
        could_act = hours + now.hours <= HOURS
        if response not in RESPONSES or (response == "act" and not could_act):
            continue
        before = pushing
        pushing = max(0, min(HIGHEST, pushing + effect(now, response)))
        number = len(weeks) + 1
        if response == "act":
            hours += now.hours
        elif now.report.kind == "fault" and now.times < RETURNS:
            grown = Open(now.report, now.times + 1, ceil(now.hours * MORE_HOURS))
            back.append((number + RETURNS_AFTER[response], grown))
        weeks.append(Week(number, now, response, before, pushing, hours, could_act))
        now = _next(number + 1, waiting, back) if number < WEEKS else None
    acted = [week.open.report for week in weeks if week.response == "act"]
    fixed = sum(report.kind == "fault" for report in acted)
    return State(tuple(weeks), now, pushing, hours, fixed, len({week.open.report.id for week in weeks}) - len(acted))


def effect(given: Open, response: str) -> int:
    """What a response does to pushing back; worse by one each time that the report has come back."""
    return EFFECT[given.report.kind][response] + BIGGER * given.times


def _next(week: int, waiting: list[Report], back: list[tuple[int, Open]]) -> Open | None:
    """The report of a week: what comes back first, then what is new."""
    due = [one for one in back if one[0] <= week]
    if due:
        first = min(due, key=lambda one: one[0])
        back.remove(first)
        return first[1]
    if not waiting:
        return None
    report = waiting.pop(0)
    return Open(report, 0, report.hours)
