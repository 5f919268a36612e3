"""The fitted part of the review: how measures and words of a text become a level, and which of them decided.

`data/pitch_weights.csv` has a row a measure: its mean over the rated pitches and its
weight for each criterion. `data/pitch_words.csv` has a row a stem or pair of stems. A
score is the criterion's start, plus weight times (value − mean) summed over the measures,
plus the weights of the words that stand in the text, divided by the root of its length.
`data/pitch_levels.csv` has the start of each criterion and the scores from which levels
1, 2 and 3 begin. `scripts/fit_pitch_weights.py` writes all three.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from exercises import library
from exercises.pitch.wording import Wording, word_weights

CRITERIA = ("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9")


class Model(NamedTuple):
    """Weights by measure and by stem or pair of stems, in the order of `CRITERIA`, and where each level begins."""

    means: Mapping[str, float]
    weights: Mapping[str, tuple[float, ...]]
    words: Mapping[str, tuple[float, ...]]
    starts: tuple[float, ...]
    from_level: tuple[tuple[float, float, float], ...]

    def shares(self, measures: Mapping[str, float], criterion: str) -> dict[str, float]:
        """What each measure adds to a criterion's score, or takes from it."""
        at = CRITERIA.index(criterion)
        return {name: self.weights[name][at] * (measures[name] - mean) for name, mean in self.means.items()}

    def weighed(self, wording: Wording) -> list[tuple[str, tuple[float, ...]]]:
        """The words of a text that have weights, as they stand in it, with their weights for each criterion."""
        return [(said, self.words[stem]) for stem, said in wording.said.items() if stem in self.words]

    def level(self, score: float, criterion: str) -> int:
        """The level, 0 to 3, to which a score belongs."""
        return sum(score > start for start in self.from_level[CRITERIA.index(criterion)])

    def near(self, score: float, criterion: str) -> float:
        """How far a score is from the nearest place where another level begins."""
        return min(abs(score - start) for start in self.from_level[CRITERIA.index(criterion)])


@cache
def model() -> Model:
    """The model that is shipped."""
    with (library.DATA / "pitch_weights.csv").open(encoding="utf-8", newline="") as file:
        weights = list(csv.DictReader(file))
    with (library.DATA / "pitch_levels.csv").open(encoding="utf-8", newline="") as file:
        levels = {row["criterion"]: row for row in csv.DictReader(file)}
    return Model(
        means={row["measure"]: float(row["mean"]) for row in weights},
        weights={row["measure"]: tuple(float(row[c] or 0) for c in CRITERIA) for row in weights},
        words=word_weights(),
        starts=tuple(float(levels[c]["start"]) for c in CRITERIA),
        from_level=tuple(
            (float(levels[c]["from_1"]), float(levels[c]["from_2"]), float(levels[c]["from_3"])) for c in CRITERIA
        ),
    )
