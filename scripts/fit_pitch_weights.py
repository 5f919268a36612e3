"""Fit the weights of the pitch review on the rated pitches and write `data/pitch_weights.csv` and `data/pitch_levels.csv`.

    python -m scripts.fit_pitch_weights

A ridge regression a criterion, in which the measures made for that criterion are
held back less than the others, and levels cut so that each is given as often as the
raters gave it. No randomness: the same ratings give the same tables.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from exercises.pitch.measures import MEASURES
from exercises.pitch.model import CRITERIA, Model
from exercises.pitch.reading import Reading, read_pitch

DATA = Path(__file__).resolve().parents[1] / "data"

Matrix = NDArray[np.float64]

HELD_BACK = 3.0
"""How much the weights are held back. Chosen on writers left out; 2 to 5 give the same within 0.01 of kappa."""
OWN_COUNTS = 0.5
"""How much more room the measures made for a criterion have."""
INNER_FOLDS = 6
SMALL = 0.05
"""Added to a measure's spread, so that what hardly ever varies cannot weigh much."""
DIGITS = 4


class Rated(NamedTuple):
    """A rated pitch: who wrote it (`A`, `C`, `D`), for whom, its text, and the median ratings C1 to C9."""

    id: str
    writer: str
    role: str
    text: str
    ratings: tuple[int, ...]


def rated_pitches() -> list[Rated]:
    """All rated pitches, in the order of their file."""
    with (DATA / "pitch_ratings.csv").open(encoding="utf-8", newline="") as file:
        ratings = {row["id"]: row for row in csv.DictReader(file)}
    lines = (DATA / "pitches_rated.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        Rated(p["id"], ratings[p["id"]]["set"], p["role"], p["text"], tuple(int(ratings[p["id"]][c]) for c in CRITERIA))
        for p in map(json.loads, lines)
    ]


def readings(pitches: Sequence[Rated]) -> list[Reading]:
    """Each pitch as the review reads it."""
    return [read_pitch(pitch.text, pitch.role) for pitch in pitches]


def matrix(read: Sequence[Reading]) -> Matrix:
    """Measures: a row a pitch, a column a measure."""
    return np.array([[one.measures[name] for name in MEASURES] for one in read])


def weights_of(x: Matrix, y: Matrix, room: Matrix) -> Matrix:
    """Ridge weights for measures that are scaled by `room`; `y` has its mean taken off."""
    scaled = x * room
    kernel = scaled @ scaled.T
    return np.asarray(room * (scaled.T @ np.linalg.solve(kernel + HELD_BACK * np.eye(len(x)), y)))


def rooms(x: Matrix) -> list[Matrix]:
    """How much room each measure has, for each criterion; the squares of all measures together average 1."""
    spread = x.std(axis=0) + SMALL
    scaled = (x - x.mean(axis=0)) / spread

    def size(columns: NDArray[np.bool_]) -> float:
        return float((scaled[:, columns] ** 2).sum(axis=1).mean()) or 1.0

    everything = np.ones(x.shape[1], dtype=bool)
    found = []
    for criterion in CRITERIA:
        own = np.array([criterion in criteria for criteria, _ in MEASURES.values()])
        square = 1 / size(everything) + OWN_COUNTS * own / size(own)
        found.append(np.sqrt(square) / spread)
    return found


def cuts(scores: Matrix, ratings: Matrix) -> list[float]:
    """Where levels 1, 2 and 3 begin, so that each is given as often as the raters gave it."""
    return [float(np.quantile(scores, (ratings < level).mean())) for level in (1, 2, 3)]


def fit(x: Matrix, ratings: NDArray[Any]) -> Model:
    """Fit a model; levels are cut on scores of pitches that the weights have not seen."""
    mean = x.mean(axis=0)
    centred = x - mean
    fold = np.arange(len(x)) % INNER_FOLDS
    weights, from_level = [], []
    for at, room in enumerate(rooms(x)):
        y = ratings[:, at].astype(float)
        unseen = np.zeros(len(x))
        for inner in range(INNER_FOLDS):
            seen = fold != inner
            start = y[seen].mean()
            some = weights_of(x[seen] - x[seen].mean(axis=0), y[seen] - start, room)
            unseen[~seen] = start + (x[~seen] - x[seen].mean(axis=0)) @ some
        weights.append(weights_of(centred, y - y.mean(), room))
        low, middle, high = cuts(unseen, y)
        from_level.append((round(low, DIGITS), round(middle, DIGITS), round(high, DIGITS)))
    table = np.round(np.array(weights).T, DIGITS)
    return Model(
        means={name: round(float(value), DIGITS) for name, value in zip(MEASURES, mean, strict=True)},
        weights={name: tuple(float(w) for w in row) for name, row in zip(MEASURES, table, strict=True)},
        starts=tuple(round(float(ratings[:, at].mean()), DIGITS) for at in range(len(CRITERIA))),
        from_level=tuple(from_level),
    )


def fit_all() -> Model:
    """The model of all rated pitches: what is shipped."""
    pitches = rated_pitches()
    return fit(matrix(readings(pitches)), np.array([pitch.ratings for pitch in pitches]))


def write(path: Path, header: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)


def main() -> None:
    """Fit and write both tables."""
    model = fit_all()
    write(
        DATA / "pitch_weights.csv",
        ("measure", "meaning", "mean", *CRITERIA),
        [(name, MEASURES[name][1], model.means[name], *model.weights[name]) for name in MEASURES],
    )
    write(
        DATA / "pitch_levels.csv",
        ("criterion", "start", "from_1", "from_2", "from_3"),
        [(c, model.starts[at], *model.from_level[at]) for at, c in enumerate(CRITERIA)],
    )


if __name__ == "__main__":
    main()
