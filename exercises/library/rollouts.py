"""Real rollouts: the cases, their sources and figures, the words they are coded in, and the UK's major projects.

Dates are texts as precise as they are known: `2014`, `2014-11` or `2014-11-12`.
What each field means stands in data/datapackage.json.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Days: TypeAlias = int
"""A number of days that may be negative."""


@dataclass(frozen=True, slots=True)
class Case:
    """One rollout whose key figures a source supports.

    `planned_go_live` and `go_live` speak of the same event, which `go_live_of` names:
    the start for everyone, for the first group or for the last. Costs are in millions
    of `currency`, and only where `cost_comparable` is set may one be held against the
    other. An empty text or None means: not known from our sources, or does not apply.
    """

    id: str
    organisation: str
    country: str
    sector: str
    system_kind: str
    system: str
    roles: tuple[str, ...]
    users: int | None
    started: str
    planned_go_live: str
    go_live: str
    go_live_of: str
    stopped: str
    stop_event: str
    status: str
    planned_cost_millions: float | None
    final_cost_millions: float | None
    currency: str
    cost_note: str
    cost_comparable: bool
    delay_months: int | None
    delay_basis: str
    delay_note: str
    factors: tuple[str, ...]
    summary: str
    source_strength: str
    basis: str


@dataclass(frozen=True, slots=True)
class CaseSource:
    """A page that supports a case; a title in square brackets is ours. `year` may be unknown."""

    case: str
    number: int
    title: str
    publisher: str
    year: int | None
    url: str


@dataclass(frozen=True, slots=True)
class CaseFigure:
    """A figure of a case beside those in `Case`: a number in text, or a date where `unit` is "date".

    `source` is the number of the page among the sources of the case.
    """

    case: str
    id: str
    value: str
    unit: str
    says: str
    source: int


@dataclass(frozen=True, slots=True)
class Factor:
    """What a source names as a reason for trouble; `user_side` if the users meet it themselves."""

    id: str
    name: str
    meaning: str
    user_side: bool
    threats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SystemKind:
    """A kind of system in the cases, the group it is charted in, and the course's technology if any."""

    id: str
    name: str
    group: str
    technology: str


@dataclass(frozen=True, slots=True)
class UkProject:
    """A UK government major project in two annual returns; a date or rating may be withheld."""

    id: str
    project: str
    department: str
    category: str
    end_2022: str
    end_2023: str
    slip_days: Days
    rating_2022: str
    rating_2023: str
