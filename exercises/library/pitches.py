"""Pitches that raters have scored, for learners to score first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RatedPitch:
    """A made-up pitch with the levels that three raters gave, and our reason for each level.

    The raters are language-model raters that followed the rubric; they are no experts and
    no users. `ratings` has the raters' levels in their order, `medians` the middle one,
    both by criterion id.
    """

    id: str
    title: str
    role: str
    technology: str
    channel: str
    text: str
    ratings: dict[str, tuple[int, ...]]
    medians: dict[str, int]
    because: dict[str, str]
