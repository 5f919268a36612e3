"""What an exercise starts with: roles, kinds of system, threats, the rubric, evidence, the made-up queue."""

from __future__ import annotations

from dataclasses import dataclass

STATUSES = ("verified", "partly", "from memory")
"""What was read for an entry of the ledger."""

STRENGTHS = ("strong", "moderate", "weak", "practitioner", "contested")
"""What an entry of the ledger is worth for this course; our judgement."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role that users hold: a composite written for the exercises."""

    id: str
    name: str
    goals: tuple[str, ...]
    measured_on: tuple[str, ...]
    pains: tuple[str, ...]
    identity_line: str
    trusted_messengers: tuple[str, ...]
    proof_they_believe: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Technology:
    """A kind of internal system, with what the company gains and what users hear."""

    id: str
    name: str
    what: str
    company_benefit: str
    users_hear: str
    benefit_themes: tuple[str, ...]
    typical_threats: tuple[str, ...]
    honest_downside: str
    first_small_step: str


@dataclass(frozen=True, slots=True)
class Threat:
    """A threat users may feel, with its stated and unstated signs and an innocent reading.

    `sources` are ids of the ledger, or that of the seed article.
    """

    id: str
    name: str
    definition: str
    stated: tuple[str, ...]
    unstated: tuple[str, ...]
    innocent_reading: str
    questions: tuple[str, ...]
    counter_moves: tuple[str, ...]
    sources: tuple[str, ...]
    severity_note: str


@dataclass(frozen=True, slots=True)
class RoleTechnology:
    """What one technology means to one role: the likely threats and the personal benefit."""

    role: str
    technology: str
    threats: tuple[str, ...]
    how_it_threatens: str
    personal_benefit: str
    personal_measure: str
    do_not_claim: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in the made-up rollout queue of chapter 1.

    `pledge` runs from 0 to 10, `place` is the place in the queue that the unit
    expects (1 is first), `months_to_start` counts from today.
    """

    unit: str
    pledge: int
    place: int
    months_to_start: int
    owner_named: bool
    test_users: int
    test_data: bool
    date_set: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of the rubric for a role-specific value pitch.

    `levels` says in words what the levels 0, 1, 2 and 3 look like; `weak` and
    `strong` are examples, written for a ward nurse and a record system.
    """

    id: str
    name: str
    question: str
    levels: tuple[str, ...]
    weak: str
    strong: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One entry of the evidence ledger.

    `status` says what was read for it (`STATUSES`), `strength` is our judgement
    of it for this course's use (`STRENGTHS`).
    """

    id: str
    short: str
    cite: str
    finding: str
    figures: str
    strength: str
    status: str
    doi: str = ""
    limits: str = ""
    unconfirmed: str = ""
