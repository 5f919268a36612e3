"""Five-reader test: chance among five readers, two versions, questions that do not ask for applause."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from exercises.exercise import Answer
from exercises.models.five_reader_test import EXERCISE, FIRST_GROUP, SECOND_GROUP, check, looks_better, written

GOOD = dict(EXERCISE.example.answers)


def found(field: str, **given: Answer) -> list[str]:
    """Ids of the findings about one field of the good plan with some answers changed."""
    return [one.id for one in check(EXERCISE.answers({**GOOD, **given})).findings if one.field == field]


@pytest.mark.parametrize(("first", "second"), [(3, 2), (1, 1), (2, 2), (4, 3), (5, 5), (1, 4)])
def test_chance_is_what_counting_all_falls_of_the_coins_gives(first: int, second: int) -> None:
    falls = list(product((0, 1), repeat=first + second))
    uneven = sum(Fraction(sum(f[:first]), first) != Fraction(sum(f[first:]), second) for f in falls)
    assert looks_better(first, second) == pytest.approx(uneven / len(falls))


def test_the_table_adds_up_to_all_falls_of_the_coins() -> None:
    (table,) = check(EXERCISE.answers(GOOD)).tables
    ways = [int(row[1].split()[0]) for row in table.rows]
    assert sum(ways) == 2 ** (FIRST_GROUP + SECOND_GROUP)
    assert 1 - ways[-1] / sum(ways) == looks_better(FIRST_GROUP, SECOND_GROUP)
    assert ways[0] == ways[1]


def test_the_arithmetic_is_not_told_before_the_guess() -> None:
    given = check(EXERCISE.answers({**GOOD, "guess": ""}))
    assert given.tables == ()
    assert given.meters == ()
    assert "94" not in " ".join(one.says for one in given.findings)


@pytest.mark.parametrize(
    ("second", "finding"),
    [
        (GOOD["first"], "versions-same"),
        ("THURSDAY at half past eight, I have twenty minutes and your own deals on a screen!", "versions-same"),
        ("Come to the training.", "versions-far"),
        ("Thursday at half past eight I have ten minutes and your own deals on a screen.", "versions-good"),
        ("", "versions-missing"),
        ("😀", "versions-far"),
    ],
)
def test_two_versions_differ_in_one_place(second: str, finding: str) -> None:
    assert found("second", second=second) == [finding]


@pytest.mark.parametrize(
    ("questions", "finding"),
    [
        ("", "questions-open"),
        ("Do you like it?", "questions-lead"),
        ("Which version is better?", "questions-lead"),
        ("Is it clear?", "questions-lead"),
        ("What would you do next?", "questions-more"),
        ("What happens to your day? Where did you stumble? What makes you suspicious?", "questions-good"),
        ("What would you do on Thursday? What did you not understand? What do you doubt?", "questions-good"),
        ("Que feriez-vous ensuite, et quelle phrase ne croyez-vous pas ?", "questions-unread"),
    ],
)
def test_questions_ask_for_no_applause(questions: str, finding: str) -> None:
    assert found("questions", questions=questions) == [finding]


@pytest.mark.parametrize(
    ("cannot", "finding"),
    [
        ("", "limits-open"),
        ("Nothing.", "limits-other"),
        ("better", "limits-other"),
        ("Whether the others will use it.", "limits-good"),
        ("Whether it would do anything in the other depots.", "limits-good"),
        ("Five is too few to say which one convinces more.", "limits-good"),
        ("That they do not want to come on Thursday.", "limits-other"),
    ],
)
def test_the_limits_are_said(cannot: str, finding: str) -> None:
    assert found("cannot", cannot=cannot) == [finding]


def test_the_dossier_holds_the_plan_without_the_guess() -> None:
    (table,) = written(EXERCISE.answers(GOOD))
    assert not isinstance(table, str)
    assert [row[0] for row in table.rows] == [
        "First version", "Second version", "Readers", "Who sees what", "Questions", "What it cannot show",
    ]  # fmt: skip
    assert written(EXERCISE.answers({})) == ()


def test_versions_that_share_half_are_not_said_to_differ_in_one_place() -> None:
    given = {
        **GOOD,
        "first": "From Monday you can see every stop on one screen.",
        "second": "From Monday you no longer have to ring dispatch.",
    }
    (half,) = [one.says for one in check(EXERCISE.answers(given)).findings if one.id == "versions-good"]
    assert "in one place" not in half
