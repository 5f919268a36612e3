"""The people of the conversation trainer: made up, one for each role that has an objection."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opponent:
    """A person in a role, with a worry that is told only to those who have earned it.

    `ask`, `worry_answers` and `step` hold three answers each, under the keys `best`,
    `weak` and `harmful`, and the reasons under `why_best`, `why_weak`, `why_harmful`.
    """

    id: str
    role: str
    technology: str
    scene: str
    objections: tuple[str, ...]
    worry: str
    warm: tuple[str, ...]
    cool: tuple[str, ...]
    cold: tuple[str, ...]
    guarded: str
    worry_says: str
    takes: str
    polite: str
    leaves: str
    ask: dict[str, str]
    worry_answers: dict[str, str]
    step: dict[str, str]
