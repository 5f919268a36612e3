"""How well the pitch review agrees with the raters, beside three plain baselines, how long it takes and what it weighs.

    python -m benchmarks.pitch_review [--write]

The raters are language-model raters that followed the rubric; they are not experts.
Every figure is on pitches that the weights have not seen: a set kept back, whose writer no
cue was made from either; three writers left out at a time; and ten folds. The words of the
cues were collected with the other writers at hand, so the set kept back is the honest one.
"""

from __future__ import annotations

import math
import re
import statistics
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from exercises.pitch import review
from exercises.pitch.cues import forget_sentences
from exercises.pitch.model import CRITERIA
from exercises.pitch.review import assess
from scripts.fit_pitch_weights import (
    INNER_FOLDS,
    KEPT_BACK,
    Matrix,
    Rated,
    cuts,
    fit,
    for_others,
    rated_pitches,
    readings,
)

HERE = Path(__file__).resolve().parent
README = HERE / "README.md"
BEGIN, END = "<!-- pitch_review begin -->", "<!-- pitch_review end -->"

Levels = NDArray[np.int64]
Folds = Sequence[NDArray[np.bool_]]


class Agreement(NamedTuple):
    """Agreement with the median ratings: weighted kappa by criterion, and rank correlation of the sums."""

    kappa: tuple[float, ...]
    spearman: float

    @property
    def mean(self) -> float:
        """Kappa averaged over the criteria."""
        return statistics.fmean(self.kappa)


def weighted_kappa(a: Sequence[int] | Levels, b: Sequence[int] | Levels) -> float:
    """Cohen's kappa with quadratic weights for levels 0 to 3."""
    table = np.zeros((4, 4))
    for one, other in zip(a, b, strict=True):
        table[one, other] += 1
    steps = np.subtract.outer(np.arange(4), np.arange(4)) ** 2
    expected = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    return float(1 - (steps * table).sum() / (steps * expected).sum())


def spearman(a: Sequence[float] | Levels, b: Sequence[float] | Levels) -> float:
    """Rank correlation, equal values sharing their rank."""
    return float(np.corrcoef(_ranks(np.asarray(a)), _ranks(np.asarray(b)))[0, 1])


def _ranks(values: Levels) -> Matrix:
    below = (values[:, None] > values).sum(axis=1)
    equal = (values[:, None] == values).sum(axis=1)
    return np.asarray(below + (equal - 1) / 2, dtype=float)


def agreement(levels: Levels, ratings: Levels) -> Agreement:
    """Agreement of suggested levels with ratings."""
    return Agreement(
        tuple(weighted_kappa(levels[:, at], ratings[:, at]) for at in range(len(CRITERIA))),
        spearman(levels.sum(axis=1), ratings.sum(axis=1)),
    )


FIRST_WRITERS = ("A", "C", "D")
"""The sets that were there first: a baseline fitted to them alone tells how much the others help."""
WRITERS_OUT = 3


def writers_left_out(pitches: Sequence[Rated]) -> Folds:
    """A fold for every three writers, in turn over the sets."""
    names = sorted({pitch.writer for pitch in pitches})
    folds = math.ceil(len(names) / WRITERS_OUT)
    return [np.array([names.index(pitch.writer) % folds == fold for pitch in pitches]) for fold in range(folds)]


def ten_folds(pitches: Sequence[Rated]) -> Folds:
    """Ten folds of pitches in turn."""
    place = np.arange(len(pitches)) % 10
    return [place == fold for fold in range(10)]


def ours(pitches: Sequence[Rated], folds: Folds) -> Levels:
    """Levels by the review, refitted without each fold."""
    read, others = readings(pitches), for_others(pitches)
    ratings = np.array([pitch.ratings for pitch in pitches])
    levels = np.zeros(ratings.shape, dtype=np.int64)
    for fold in folds:
        seen = np.flatnonzero(~fold)
        model = fit([read[at] for at in seen], ratings[seen], [others[at] for at in seen])
        for at, (one, left_out) in enumerate(zip(read, fold, strict=True)):
            if not left_out:
                continue
            profile = assess(one, model)
            levels[at] = [profile[criterion].value for criterion in CRITERIA]
    return levels


def baseline(kernel: Matrix, ratings: Levels, folds: Folds) -> Levels:
    """Levels by a ridge regression on any similarity of texts, cut as ours are."""
    levels = np.zeros(ratings.shape, dtype=np.int64)
    y = ratings.astype(float)

    def predict(seen: NDArray[np.int64], asked: NDArray[np.int64]) -> Matrix:
        start = y[seen].mean(axis=0)
        solved = np.linalg.solve(kernel[np.ix_(seen, seen)] + np.eye(len(seen)), y[seen] - start)
        return np.asarray(start + kernel[np.ix_(asked, seen)] @ solved)

    for fold in folds:
        seen, asked = np.flatnonzero(~fold), np.flatnonzero(fold)
        inner = np.arange(len(seen)) % INNER_FOLDS
        unseen = np.zeros((len(seen), len(CRITERIA)))
        for one in range(INNER_FOLDS):
            unseen[inner == one] = predict(seen[inner != one], seen[inner == one])
        scores = predict(seen, asked)
        for at in range(len(CRITERIA)):
            begins = np.array(cuts(unseen[:, at], y[seen, at]))
            levels[asked, at] = (scores[:, at, None] > begins).sum(axis=1)
    return levels


def n_grams(texts: Sequence[str]) -> Matrix:
    """Similarity of texts by words and pairs of words, and by 2 to 5 letters within words."""
    return _cosines([_word_grams(text) for text in texts]) + _cosines([_letter_grams(text) for text in texts])


def _word_grams(text: str) -> Counter[str]:
    words = re.findall(r"\b\w\w+\b", text.lower())
    return Counter([*words, *(f"{a} {b}" for a, b in pairwise(words))])


def _letter_grams(text: str) -> Counter[str]:
    grams: Counter[str] = Counter()
    for word in text.lower().split():
        padded = f" {word} "
        for size in (2, 3, 4, 5):
            grams.update(padded[at : at + size] for at in range(max(1, len(padded) - size + 1)))
    return grams


def _cosines(texts: Sequence[Counter[str]]) -> Matrix:
    in_texts = Counter(gram for text in texts for gram in text)
    place = {gram: at for at, gram in enumerate(gram for gram, many in in_texts.items() if many > 1)}
    table = np.zeros((len(texts), len(place)))
    for row, text in enumerate(texts):
        for gram, many in text.items():
            if gram in place:
                rarity = np.log((1 + len(texts)) / (1 + in_texts[gram])) + 1
                table[row, place[gram]] = (1 + np.log(many)) * rarity
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    return np.asarray(table @ table.T)


def six_counts(texts: Sequence[str]) -> Matrix:
    """Similarity of texts by words, digits, you, I, question marks and weekdays."""
    patterns = (r"\w+", r"\d", r"\byou", r"\bi\b", r"\?", r"(?:mon|tues|wednes|thurs|fri|satur|sun)day")
    return _linear([[len(re.findall(pattern, text.lower())) for pattern in patterns] for text in texts])


def word_count(texts: Sequence[str]) -> Matrix:
    """Similarity of texts by their length."""
    return _linear([[len(text.split())] for text in texts])


def _linear(rows: Sequence[Sequence[int]]) -> Matrix:
    table = np.array(rows, dtype=float)
    table = (table - table.mean(axis=0)) / table.std(axis=0)
    return np.asarray(table @ table.T)


BASELINES: dict[str, Callable[[Sequence[str]], Matrix]] = {
    "word and letter n-grams": n_grams,
    "six counts": six_counts,
    "word count": word_count,
}


def milliseconds(pitches: Sequence[Rated], words: int = 150) -> float:
    """Median time of the first review of so many words; while typing, sentences are known already."""
    text = " ".join(" ".join(pitch.text for pitch in pitches if pitch.writer == "C").split()[:words])
    times = []
    for _ in range(30):
        forget_sentences()
        start = time.perf_counter()
        review(text, "nurse", "ehr")
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def kilobytes() -> float:
    """The review's own code and data, compressed."""
    root = HERE.parent
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in (*(root / "exercises/pitch").glob("*.py"), *(root / "data").glob("pitch_[wlt]*.csv")):
            archive.write(path, path.name)
    return len(buffer.getvalue()) / 1000


def kept_back(pitches: Sequence[Rated]) -> Folds:
    """One fold: the set that is kept back."""
    return [np.array([pitch.writer == KEPT_BACK for pitch in pitches])]


def compared(pitches: Sequence[Rated], folds: Folds) -> dict[str, Agreement]:
    """Agreement of the review and of each baseline, on the pitches that lie in a fold."""
    ratings = np.array([pitch.ratings for pitch in pitches])
    texts = [pitch.text for pitch in pitches]
    asked = np.any(folds, axis=0)
    found = {"the review": ours(pitches, folds)}
    found |= {name: baseline(similarity(texts), ratings, folds) for name, similarity in BASELINES.items()}
    if len(folds) == 1:
        few = [np.array([pitch.writer not in FIRST_WRITERS for pitch in pitches])]
        found["n-grams, three writers"] = baseline(n_grams(texts), ratings, few)
    return {name: agreement(levels[asked], ratings[asked]) for name, levels in found.items()}


def table() -> str:
    """All figures as Markdown."""
    pitches = rated_pitches()
    seen = [pitch for pitch in pitches if pitch.writer != KEPT_BACK]
    parts = []
    for says, of, folds in (
        ("A writer kept back", pitches, kept_back(pitches)),
        ("Three writers left out", seen, writers_left_out(seen)),
        ("Ten folds", seen, ten_folds(seen)),
    ):
        found = compared(of, folds)
        rows = [
            f"{says}, {int(np.any(folds, axis=0).sum())} pitches: quadratic weighted kappa with the median rating.",
            "",
            f"| criterion | {' | '.join(found)} |",
            f"|---|{'---:|' * len(found)}",
            *(
                f"| {criterion} | {' | '.join(f'{one.kappa[at]:.2f}' for one in found.values())} |"
                for at, criterion in enumerate(CRITERIA)
            ),
            f"| mean | {' | '.join(f'{one.mean:.2f}' for one in found.values())} |",
            f"| Spearman of the sums | {' | '.join(f'{one.spearman:.2f}' for one in found.values())} |",
            "",
        ]
        parts += rows
    parts += [
        "| what | measured | at most |",
        "|---|---:|---:|",
        f"| a review of 150 words, CPython, ms | {milliseconds(pitches):.1f} | 8 |",
        f"| the review's code and data, compressed, kB | {kilobytes():.0f} | 200 |",
    ]
    return "\n".join(parts)


def main() -> None:
    """Print the figures; with `--write`, keep them in the README beside this file."""
    figures = table()
    print(figures)
    if "--write" in sys.argv[1:]:
        before, rest = README.read_text(encoding="utf-8").split(BEGIN)
        after = rest.split(END)[1]
        README.write_text(f"{before}{BEGIN}\n{figures}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
