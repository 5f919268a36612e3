"""Small-effects lab: the spread, the draws, the share of losses, and what is said of them."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist, fmean, stdev
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import library
from exercises.exercise import Answer, Feedback
from exercises.models import new_studies
from exercises.models.new_studies import Effect, draw, effects, picture
from exercises.models.small_effects_lab import EXERCISE, FEWEST, MOST, arithmetic, check
from tests.unit.strategies import FEW

EFFECTS = tuple(effects().values())
each_effect = pytest.mark.parametrize("effect", EFFECTS, ids=lambda effect: effect.id)


def answers(**given: Answer) -> dict[str, Answer]:
    """Answers to the exercise, at their start where nothing is given."""
    return EXERCISE.answers(given)


def test_every_finding_with_a_prediction_interval_is_offered_and_no_other() -> None:
    printed = [row for row in library.effect_sizes() if row.interval == "95% prediction"]
    assert len(EFFECTS) == len(printed) >= 3
    assert [(one.mean, one.low, one.high) for one in EFFECTS] == [(row.value, row.low, row.high) for row in printed]


@each_effect
def test_the_spread_gives_the_printed_interval_back(effect: Effect) -> None:
    curve = NormalDist(0, effect.spread)
    assert curve.inv_cdf(0.975) - curve.inv_cdf(0.025) == pytest.approx(effect.high - effect.low, rel=1e-3)
    # The interval is nearly even around the mean; otherwise a normal curve would not do.
    assert (effect.low + effect.high) / 2 == pytest.approx(effect.mean, abs=0.006)


@each_effect
def test_the_share_lost_is_the_tail_of_the_normal_below_zero(effect: Effect) -> None:
    assert effect.share_lost == pytest.approx(NormalDist(effect.mean, effect.spread).cdf(0))


@FEW
@given(effect=st.sampled_from(EFFECTS), seed=st.integers(1, 9999))
def test_the_share_of_losses_approaches_the_tail(effect: Effect, seed: int) -> None:
    count = 4000
    share = sum(one < 0 for one in draw(effect, count, seed)) / count
    # Five standard errors: it fails once in about two million draws.
    assert abs(share - effect.share_lost) < 5 * sqrt(effect.share_lost * (1 - effect.share_lost) / count)


@each_effect
def test_the_draws_have_the_mean_and_the_spread(effect: Effect) -> None:
    drawn = draw(effect, 20_000, 7)
    assert fmean(drawn) == pytest.approx(effect.mean, abs=5 * effect.spread / sqrt(20_000))
    assert stdev(drawn) == pytest.approx(effect.spread, rel=0.03)


@FEW
@given(effect=st.sampled_from(EFFECTS), count=st.integers(0, 300), seed=st.integers(0, 10**6))
def test_a_seed_draws_the_same_and_a_longer_draw_begins_alike(effect: Effect, count: int, seed: int) -> None:
    drawn = draw(effect, count, seed)
    assert len(drawn) == count
    assert drawn == draw(effect, count, seed)
    assert draw(effect, count + 3, seed)[:count] == drawn


def test_another_number_draws_other_studies() -> None:
    assert draw(EFFECTS[0], 5, 1) != draw(EFFECTS[0], 5, 2)


@FEW
@given(effect=st.sampled_from(EFFECTS), count=st.integers(FEWEST, MOST), seed=st.integers(1, 9999))
def test_table_drawing_and_draw_say_the_same(effect: Effect, count: int, seed: int) -> None:
    given = check(answers(finding=effect.id, guess="40", studies=count, seed=seed))
    lost = sum(one < 0 for one in draw(effect, count, seed))
    cells = {row[0]: row[1] for row in given.tables[0].rows}
    assert cells[f"“{effect.first}” lost"].startswith(f"{lost} (")
    assert cells[f"“{effect.first}” won"].startswith(f"{count - lost} (")
    assert given.summary == f"{count} new studies: “{effect.first}” lost {lost} and won {count - lost}."
    dots = dots_of(given)
    assert len(dots) == count
    assert sum(dot["effect"] < 0 for dot in dots) == sum("lost" in str(dot["result"]) for dot in dots) == lost
    assert len({(dot["effect"], dot["height"]) for dot in dots}) == count, "two dots lie on each other"


def dots_of(given: Feedback) -> list[dict[str, Any]]:
    """The dots of the drawing."""
    assert given.drawing is not None
    layers = given.drawing["layer"]
    assert isinstance(layers, list)
    dots: list[dict[str, Any]] = layers[1]["data"]["values"]
    return dots


def test_no_mark_lies_outside_the_axis() -> None:
    for effect in EFFECTS:
        for seed in range(1, 30):
            drawn = draw(effect, MOST, seed)
            layers = picture(effect, drawn, 0)["layer"]
            assert isinstance(layers, list)
            low, high = layers[0]["encoding"]["x"]["scale"]["domain"]
            assert low < effect.low < effect.high < high
            assert all(low < dot["effect"] < high for dot in layers[1]["data"]["values"])


def test_without_a_guess_nothing_is_drawn() -> None:
    given = check(answers(finding="gain"))
    assert given.ids == ("guess-open",)
    assert given.drawing is None
    assert given.tables == ()


@pytest.mark.parametrize(
    ("promise", "finding"),
    [
        ("", "promise-open"),
        ("It will convince more people.", "promise-too-much"),
        ("Loss framing works better.", "promise-too-much"),
        ("If we put it this way, it will work.", "promise-too-much"),
        ("Guaranteed 10% more sign-ups", "promise-too-much"),
        ("Nothing.", "promise-modest"),
        ("It may go either way.", "promise-modest"),
        ("Users will like it more if we begin with the gain.", "promise-too-much"),
        ("idk", "promise-unclear"),
        ("I would put the time into the content instead.", "promise-modest"),
        ("I do not know whether it works better for our sellers.", "promise-modest"),
        ("We try both with five readers and keep the clearer one.", "promise-test"),
        ("It will not decide anything; we ask five users.", "promise-test"),
        ("Wir versprechen gar nichts, weil niemand das vorher wissen kann.", "promise-unread"),
    ],
)
def test_a_promise_is_told_from_a_try(promise: str, finding: str) -> None:
    given = check(answers(guess="40", promise=promise))
    assert [one.id for one in given.findings if one.field == "promise"] == [finding]


def test_each_finding_carries_its_warning() -> None:
    sources = {
        effect.id: {one.source for one in check(answers(finding=effect.id, guess="40")).findings} for effect in EFFECTS
    }
    assert "E20" in sources["two-sided"]
    assert "E21" in sources["gain"]
    assert "E22" in sources["statistics"]


def test_the_arithmetic_is_shown_before_the_draw() -> None:
    said = arithmetic(answers(finding="gain"))
    gain = effects()["gain"]
    assert f"{gain.spread:.3f}" in said
    assert new_studies.signed(gain.low) in said
    assert "approximation" in said
