"""New studies drawn from a published effect: the arithmetic of the small-effects lab, and its picture.

A review gives a mean effect and a 95% prediction interval: the range in which a new
study is expected to fall. We draw from a normal distribution with that mean and the
spread of half the interval's width / 1.96. That is an approximation: the interval
was made with a slightly other factor and is not exactly even on both sides, and the
chance that a real study adds by its small number of people is left out. A confidence
interval says where the mean lies and not where a new study falls, so findings that
have only one are not offered.
"""

from __future__ import annotations

from math import erf, sqrt
from random import Random
from typing import NamedTuple

from exercises import library


class Effect(NamedTuple):
    """A finding that can be drawn from.

    Attributes:
        id: permanent.
        first, second: the two forms; a positive effect favours the first.
        mean, low, high: the printed mean and its 95% prediction interval.
        metric: r, d or g.
        source: id of the evidence.
        studies: how many were pooled, or None.
    """

    id: str
    first: str
    second: str
    mean: float
    low: float
    high: float
    metric: str
    source: str
    studies: int | None

    @property
    def spread(self) -> float:
        """Standard deviation of new studies: half the prediction interval's width / 1.96."""
        return (self.high - self.low) / 2 / 1.96

    @property
    def share_lost(self) -> float:
        """Share of new studies in which the first form loses, in the long run: the normal's tail below zero."""
        return (1 + erf(-self.mean / self.spread / sqrt(2))) / 2


def effects() -> dict[str, Effect]:
    """The findings of effect_sizes.csv that print a prediction interval, by id."""
    found = {}
    for row in library.effect_sizes():
        if row.interval == "95% prediction" and row.low is not None and row.high is not None:
            first, _, second = row.topic.partition(" vs ")
            name = first.replace(" ", "-").lower()
            found[name] = Effect(
                name, first, second.partition(" (")[0], row.value, row.low, row.high, row.metric, row.evidence, row.k
            )
    return found


def draw(effect: Effect, count: int, seed: int) -> tuple[float, ...]:
    """Effects of new studies; the same for the same seed, and the first ones stay when there are more."""
    chance = Random(seed)
    return tuple(chance.gauss(effect.mean, effect.spread) for _ in range(count))


def signed(value: float) -> str:
    """An effect with its sign, as it is printed."""
    return f"{value:+.3f}".replace("-", "−")


def picture(effect: Effect, drawn: tuple[float, ...], lost: int) -> dict[str, object]:
    """A dot a study, piled up where they fall; below them the printed mean and interval."""
    won = len(drawn) - lost
    words = {True: f"lost ({lost})", False: f"won ({won})"}
    piles: dict[int, int] = {}
    dots = []
    # Steps of a third of the spread; zero is an edge, so that no pile holds a win and a loss.
    step = effect.spread / 3
    for one in sorted(drawn):
        pile = int(one // step)
        piles[pile] = piles.get(pile, 0) + 1
        dots.append({"effect": round((pile + 0.5) * step, 4), "height": piles[pile], "result": words[one < 0]})
    tallest = max(piles.values())
    reach = max(-effect.low, effect.high, *(abs(pile + 0.5) * step for pile in piles)) + step
    below = -max(1.0, tallest * 0.1)
    across: dict[str, object] = {
        "field": "effect", "type": "quantitative", "title": f"Effect ({effect.metric}): below zero “{effect.first}” lost",
        "scale": {"domain": [-reach, reach], "nice": False}, "axis": {"tickCount": 5, "format": ".1f", "grid": False},
    }  # fmt: skip
    up: dict[str, object] = {
        "field": "height", "type": "quantitative", "axis": None, "scale": {"domain": [below * 2, tallest + 1]},
    }  # fmt: skip
    kinds = list(words.values())
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": (
            f"{len(drawn)} dots, one a drawn study, piled up around zero: {lost} lie below zero and {won} above. Under them a bar from "
            f"{signed(effect.low)} to {signed(effect.high)}, the printed prediction interval, with the mean at {signed(effect.mean)}. The table above holds the figures."
        ),
        "width": "container",
        "height": 240,
        "layer": [
            {"data": {"values": [{"effect": 0}]}, "mark": {"type": "rule", "strokeDash": [4, 4], "opacity": 0.6}, "encoding": {"x": across}},
            {"data": {"values": dots},
             "mark": {"type": "point", "filled": True, "size": 45, "opacity": 1},
             "encoding": {
                 "x": across, "y": up,
                 "shape": {"field": "result", "type": "nominal", "title": None, "scale": {"domain": kinds, "range": ["triangle-down", "circle"]},
                           "legend": {"orient": "top"}},
                 "color": {"field": "result", "type": "nominal", "title": None, "scale": {"domain": kinds}},
             }},
            {"data": {"values": [{"effect": effect.low, "end": effect.high, "height": below}]}, "mark": {"type": "rule", "strokeWidth": 3},
             "encoding": {"x": across, "x2": {"field": "end"}, "y": up}},
            {"data": {"values": [{"effect": effect.mean, "height": below}]}, "mark": {"type": "point", "filled": True, "shape": "diamond", "size": 130, "opacity": 1},
             "encoding": {"x": across, "y": up}},
        ],
    }  # fmt: skip
