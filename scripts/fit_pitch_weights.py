"""Fit the weights of the pitch review on the rated pitches and write the three tables in `data/` that it reads.

    python -m scripts.fit_pitch_weights

They are `pitch_weights.csv`, `pitch_words.csv` and `pitch_levels.csv`. A ridge regression
a criterion over measures and words together, in which the measures made for that criterion
are held back less than the others, and levels cut so that each is given as often as the
raters gave it. Pitches of the set kept back are left out. No randomness: the same ratings
give the same tables.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from exercises import library
from exercises.pitch.measures import MEASURES
from exercises.pitch.model import CRITERIA, Model
from exercises.pitch.reading import Reading, read_pitch
from exercises.pitch.trades import trades_of
from exercises.pitch.wording import PARTS

DATA = Path(__file__).resolve().parents[1] / "data"

Matrix = NDArray[np.float64]

HELD_BACK = 3.0
"""How much the weights are held back. Chosen on writers left out; 2 to 5 give the same within 0.01 of kappa."""
OWN_COUNTS = 0.5
"""How much more room the measures made for a criterion have."""
OF_WORDS = 2.0
"""How much room all words together have, beside 1 for all measures. 1 to 4 give the same within 0.01 of kappa."""
IN_TEXTS = 8
"""A stem or pair must stand in so many pitches; what only one writer says tells nothing about the next one."""
KEPT_BACK = "K"
"""The set that no weight ever sees and no cue was made from: it tells how the review does with a new writer."""
FITS = 2
"""From this level of C1 on, a pitch fits its listener so well that it would miss somebody of another trade."""
STRANGERS = 0.2
"""What a pitch that is read for somebody of another trade counts, beside 1 for its true listener."""
DROP = 1.25
"""By how much C1 is lower for somebody of another trade."""
INNER_FOLDS = 6
SMALL = 0.05
"""Added to a measure's spread, so that what hardly ever varies cannot weigh much."""
DIGITS = 4


class Rated(NamedTuple):
    """A rated pitch: the set (one writer each), for whom it is, its text, and the median ratings C1 to C9."""

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


def for_others(pitches: Sequence[Rated]) -> list[Reading | None]:
    """Each pitch as the review reads it for somebody of another trade, where trade and words are known; else nothing.

    All rated pitches speak to their listener, so none of them shows what it costs to speak to somebody else.
    """
    roles = list(library.roles())
    found: list[Reading | None] = []
    for at, pitch in enumerate(pitches):
        own = trades_of(pitch.role)
        strangers = [role for role in roles if not trades_of(role) & own]
        fits = own and pitch.ratings[0] >= FITS
        found.append(read_pitch(pitch.text, strangers[at % len(strangers)]) if fits else None)
    return found


def matrix(read: Sequence[Reading]) -> Matrix:
    """Measures: a row a pitch, a column a measure."""
    return np.array([[one.measures[name] for name in MEASURES] for one in read])


class Words(NamedTuple):
    """Which stems and pairs stand in which texts.

    Attributes:
        stems: the stems and pairs, in order.
        stand: a row a text, a column a stem: 1 over the root of the text's length, or 0.
    """

    stems: Sequence[str]
    stand: Matrix


def words(read: Sequence[Reading]) -> Words:
    """The stems and pairs that stand in enough of the texts, and where."""
    in_texts = Counter(stem for one in read for stem in one.wording.said)
    stems = sorted(stem for stem, many in in_texts.items() if many >= IN_TEXTS)
    place = {stem: at for at, stem in enumerate(stems)}
    stand = np.zeros((len(read), len(stems)))
    for row, one in enumerate(read):
        columns = [place[stem] for stem in one.wording.said if stem in place]
        stand[row, columns] = 1 / one.wording.length
    return Words(stems, stand)


def duals(likeness: Matrix, y: Matrix, counts: Matrix) -> Matrix:
    """The ridge solution as a weight a text, for texts as alike as this, each counting so much."""
    return np.asarray(np.linalg.solve(likeness + np.diag(HELD_BACK / counts), y))


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


def fit(read: Sequence[Reading], ratings: NDArray[Any], others: Sequence[Reading | None]) -> Model:
    """Fit a model; levels are cut on scores of pitches that the weights have not seen.

    Args:
        read: the pitches.
        ratings: their median levels, a row a pitch, a column a criterion.
        others: each as it is read for somebody of another trade; there C1 is 0.
    """
    x = matrix(read)
    mean = x.mean(axis=0)
    stems, stand = words(read)
    size = float((stand**2).sum(axis=1).mean())
    missed = [at for at, one in enumerate(others) if one is not None]
    true = np.arange(len(read))
    all_x = np.vstack([x, matrix([one for one in others if one is not None])]) if missed else x
    texts = np.concatenate([true, np.array(missed, dtype=int)])
    of_words = OF_WORDS * stand @ stand.T / size
    weights, of_stems, from_level = [], [], []
    for at, (criterion, room) in enumerate(zip(CRITERIA, rooms(x), strict=True)):
        rows = texts if criterion == "C1" else true
        counts = np.where(np.arange(len(rows)) < len(read), 1.0, STRANGERS)
        y = ratings[rows, at] - np.where(np.arange(len(rows)) < len(read), 0, DROP).astype(float)
        scaled = (all_x[: len(rows)] - mean) * room
        likeness = scaled @ scaled.T + of_words[np.ix_(rows, rows)]
        fold = rows % INNER_FOLDS
        start = float(ratings[:, at].mean())
        unseen = np.zeros(len(rows))
        for inner in range(INNER_FOLDS):
            seen, asked = np.flatnonzero(fold != inner), np.flatnonzero(fold == inner)
            dual = duals(likeness[np.ix_(seen, seen)], y[seen] - start, counts[seen])
            unseen[asked] = start + likeness[np.ix_(asked, seen)] @ dual
        dual = duals(likeness, y - start, counts)
        weights.append(room * (scaled.T @ dual))
        of_stems.append(OF_WORDS * (stand[rows].T @ dual) / size)
        low, middle, high = cuts(unseen[: len(read)], y[: len(read)])
        from_level.append((round(low, DIGITS), round(middle, DIGITS), round(high, DIGITS)))
    table = np.round(np.array(weights).T, DIGITS)
    by_stem = {
        stem: tuple(float(w) for w in row)
        for stem, row in zip(stems, np.round(np.array(of_stems).T * PARTS) / PARTS, strict=True)
        if row.any()
    }
    return Model(
        means={name: round(float(value), DIGITS) for name, value in zip(MEASURES, mean, strict=True)},
        weights={name: tuple(float(w) for w in row) for name, row in zip(MEASURES, table, strict=True)},
        words=by_stem,
        starts=tuple(round(float(ratings[:, at].mean()), DIGITS) for at in range(len(CRITERIA))),
        from_level=tuple(from_level),
    )


def fit_all() -> Model:
    """The model of all rated pitches but those kept back: what is shipped."""
    pitches = [pitch for pitch in rated_pitches() if pitch.writer != KEPT_BACK]
    return fit(readings(pitches), np.array([pitch.ratings for pitch in pitches]), for_others(pitches))


def write(path: Path, header: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)


def main() -> None:
    """Fit and write the tables."""
    model = fit_all()
    write(
        DATA / "pitch_weights.csv",
        ("measure", "meaning", "mean", *CRITERIA),
        [(name, MEASURES[name][1], model.means[name], *model.weights[name]) for name in MEASURES],
    )
    write(
        DATA / "pitch_words.csv",
        ("stem", *CRITERIA),
        [(stem, *(round(weight * PARTS) or "" for weight in weights)) for stem, weights in model.words.items()],
    )
    write(
        DATA / "pitch_levels.csv",
        ("criterion", "start", "from_1", "from_2", "from_3"),
        [(c, model.starts[at], *model.from_level[at]) for at, c in enumerate(CRITERIA)],
    )


if __name__ == "__main__":
    main()
