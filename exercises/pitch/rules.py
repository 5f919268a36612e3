"""Rules that stand above the fitted weights: what no weighing may buy back, and the band.

Each cap names the reason that the learner is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from exercises.pitch.reading import Reading

UNREAD = {
    "empty": "There is nothing to read yet.",
    "language": "This does not read like English, and the review knows no other language.",
    "keywords": "These are words in a row and no sentences. Nobody can be told anything by a list.",
}


class Cap(NamedTuple):
    """The highest level a criterion can reach, and why."""

    level: int
    because: str


def caps(reading: Reading) -> dict[str, Cap]:
    """Caps of a text by criterion."""
    found: dict[str, Cap] = {}
    if any(one.cue in _ABSOLUTES for one in reading.cues):
        found["C9"] = Cap(0, "It promises what nobody can keep, and does not take it back.")
    if reading.trade.misses:
        found["C1"] = Cap(0, "Its words belong to another trade than the listener's.")
        found["C2"] = Cap(1, "The gain is one of another trade than the listener's.")
    return found


_ABSOLUTES = ("guarantee", "job-promise")


def band(levels: Mapping[str, int]) -> str:
    """The band of a profile, by the rule in `data/rubric.toml`: `not ready`, `rough`, `usable` or `strong`."""
    total = sum(levels.values())
    if levels["C9"] == 0 or total < 9:
        return "not ready"
    if total >= 21 and min(levels[c] for c in ("C2", "C4", "C7", "C9")) >= 2:
        return "strong"
    if total >= 15 and min(levels[c] for c in ("C2", "C4", "C7")) >= 1:
        return "usable"
    return "rough"
