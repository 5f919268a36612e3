"""Figures: pooled effects and failure rates that others published, and a made-up table of training and use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EffectSize:
    """A pooled effect from a review.

    The metric differs from row to row (r, d or g): do not put two of them on one
    axis without converting. `low` and `high` bound the interval that `interval`
    names; `k` counts what was pooled as its source counts it, `n` people.
    """

    evidence: str
    topic: str
    metric: str
    value: float
    low: float | None
    high: float | None
    interval: str
    k: int | None
    n: int | None


@dataclass(frozen=True, slots=True)
class FailureRate:
    """A published failure rate of CRM projects, in percent.

    Each answers another question: they must not be averaged or drawn as a trend.
    """

    year: int
    source: str
    reported_percent: float
    note: str


@dataclass(frozen=True, slots=True)
class TrainedUnit:
    """A made-up unit of chapter 11: how it liked the training day, and how it worked in month six.

    `training_score` is a mean of 1 to 5, `own_lists` counts lists kept beside the
    tool, `left` people who left in the six months, for whatever reason.
    """

    unit: str
    people: int
    training_score: float
    tasks_in_tool_percent: int
    own_lists: int
    left: int
