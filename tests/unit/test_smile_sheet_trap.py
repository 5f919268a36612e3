"""Smile-sheet trap: the made-up table tells nothing in either direction, and no result is shown before the bets."""

from __future__ import annotations

from itertools import permutations
from statistics import correlation

import pytest

from exercises import library
from exercises.exercise import Answer
from exercises.models.smile_sheet_trap import EXERCISE, check

UNITS = library.training_and_month_six()


def answers(**given: Answer) -> dict[str, Answer]:
    """Answers to the exercise, as at the start where nothing is given."""
    return EXERCISE.answers(given)


def test_the_score_of_the_training_day_tells_next_to_nothing_up_or_down() -> None:
    scores = [one.training_score for one in UNITS]
    assert abs(correlation(scores, [one.tasks_in_tool_percent for one in UNITS])) < 0.1
    # Neither the best nor the worst of month six stands at an end of the scores.
    order = sorted(UNITS, key=lambda one: one.tasks_in_tool_percent)
    for end in (order[0], order[-1]):
        assert min(scores) < end.training_score < max(scores)
    assert len(UNITS) == 8


def test_the_direction_is_that_of_the_study() -> None:
    # E37: liked after training, widely rejected at month six.
    assert sum(one.training_score for one in UNITS) / len(UNITS) > 4
    assert sum(one.tasks_in_tool_percent < 60 for one in UNITS) > len(UNITS) / 2


@pytest.mark.parametrize("given", [{}, {"best": "Sales North"}, {"worst": "Sales North"}, {"best": "nobody"}])
def test_nothing_of_month_six_is_shown_before_both_bets(given: dict[str, Answer]) -> None:
    told = check(answers(**given))
    assert told.ids == ("bets-missing",)
    assert (told.tables, told.drawing) == ((), None)


def test_the_options_show_the_score_and_not_the_outcome() -> None:
    options = dict(next(field for field in EXERCISE.fields if field.name == "best").options)
    assert len(options) == 1 + len(UNITS)
    for one in UNITS:
        assert options[one.unit] == f"{one.unit}: {one.training_score} of 5"


def test_every_pair_of_bets_is_answered() -> None:
    seen = set()
    for best, worst in permutations([one.unit for one in UNITS], 2):
        told = check(answers(best=best, worst=worst))
        seen.add(told.ids[0])
        assert ("bets-won" in told.ids) == ((best, worst) == ("Sales Export", "Sales East"))
        assert "little-told" in told.ids
    assert seen == {"bets-won", "bets-lost"}


def test_the_drawing_holds_what_the_table_holds() -> None:
    told = check(answers(best="Sales North", worst="Service Sales"))
    assert told.drawing is not None
    points = told.drawing["data"]["values"]  # type: ignore[index]
    assert [one["unit"] for one in points] == [row[0] for row in told.tables[0].rows]
    assert {one["unit"]: one["bet"] for one in points if one["bet"] != "no bet"} == {
        "Sales North": "bet as best",
        "Service Sales": "bet as worst",
    }


def test_no_sentence_says_that_satisfaction_predicts_the_opposite_or_that_the_tool_drove_people_out() -> None:
    told = check(answers(best="Service Sales", worst="Sales North"))
    words = " ".join(f"{one.says} {one.why}" for one in told.findings)
    assert "does no better" in words
    assert "do not say that the tool made people leave" in words
