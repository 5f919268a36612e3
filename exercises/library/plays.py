"""What can be said and done: techniques, objections with three answers each, and where to stop."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Technique:
    """A way to reach people honestly: when to use it, how, and how it goes wrong."""

    id: str
    name: str
    when: str
    how: tuple[str, ...]
    pitfall: str
    evidence_note: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Objection:
    """A line that a user says, what may lie behind it, and three answers to it.

    `unstated` is a guess to check, never a diagnosis. Show the answers in mixed
    order. The people and figures in them are made up.
    """

    id: str
    role: str
    technology: str
    says: str
    stated: str
    unstated: str
    threats: tuple[str, ...]
    best: str
    why_best: str
    weak: str
    why_weak: str
    harmful: str
    why_harmful: str


RULINGS = ("fine", "changed", "not")
"""Fine as it is, fine if it is changed, not fine."""


@dataclass(frozen=True, slots=True)
class EthicsTest:
    """A question to put to one's own plan, and what failing it looks like."""

    id: str
    name: str
    ask: str
    fail: str


@dataclass(frozen=True, slots=True)
class RedLine:
    """Something that is never done."""

    id: str
    says: str


@dataclass(frozen=True, slots=True)
class GreyCase:
    """A case that can be argued, our verdict, and the tests that decide it.

    `ruling` is the verdict in one word (`RULINGS`), `verdict` what we would do,
    `defence` what can be said against it, `why` a reason for each of the tests.
    """

    id: str
    name: str
    case: str
    ruling: str
    verdict: str
    defence: str
    tests: tuple[str, ...]
    why: dict[str, str]


@dataclass(frozen=True, slots=True)
class Ethics:
    """Where persuasion ends: the line in words, tests, red lines and grey cases by id."""

    line: str
    tests: dict[str, EthicsTest]
    red_lines: dict[str, RedLine]
    grey_cases: dict[str, GreyCase]


@dataclass(frozen=True, slots=True)
class Seed:
    """The article from which the course grew: a source that is no entry of the ledger."""

    id: str
    short: str
    says: str
