"""User-risk register: acts and signs stand in it, verdicts on people do not, and its file runs nothing."""

from __future__ import annotations

import csv
import io

import pytest

from exercises.exercise import Answer
from exercises.models.user_risk_register import EXERCISE, check

GOOD = EXERCISE.example.answers


def told(**given: Answer) -> tuple[str, ...]:
    """Ids of the findings for the worked example with changes to its first line."""
    changes = {f"risk_1_{name}": value for name, value in given.items()}
    return check(EXERCISE.answers({**GOOD, **changes})).ids


@pytest.mark.parametrize(
    "text",
    [
        "Two known resisters in Ward 4 will not sign in.",
        "Sales North is a blocker and keeps its own lists.",
        "The usual suspects will complain to the board.",
        "Older nurses will keep the paper chart.",
        "Stubborn users keep their own lists.",
    ],
)
def test_a_verdict_on_people_is_told(text: str) -> None:
    assert "blames" in told(risk=text)


@pytest.mark.parametrize(
    "text",
    [
        "Nurses keep the paper chart.",
        "Fitters order parts by phone because three blocker bugs are open in the app.",
        "The units do not resist it, and still nobody enters stock on Fridays.",
        "The water-resistant tablets come late, so fitters write on paper.",
        "The user acceptance test fails for the night shift, which goes back to paper.",
    ],
)
def test_an_act_or_a_fault_is_no_verdict_and_is_not_vague(text: str) -> None:
    assert told(risk=text) == ("ask-the-owner",)


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("Low acceptance among users", True),
        ("change fatigue sets in", True),
        ("Resources", True),
        ("Nurses keep paper charts", False),
    ],
)
def test_a_mood_is_vague_and_a_short_act_is_not(text: str, vague: bool) -> None:
    assert ("risk-vague" in told(risk=text)) == vague


@pytest.mark.parametrize(
    ("low", "high", "finding"),
    [
        (0, 0, "range-missing"),
        (30, 0, "range-missing"),
        (60, 30, "range-turned"),
        (42, 42, "range-narrow"),
        (5, 95, "range-wide"),
        (30, 60, ""),
        (0, 20, ""),
    ],
)
def test_a_likelihood_is_a_range(low: int, high: int, finding: str) -> None:
    assert [one for one in told(low=low, high=high) if one.startswith("range")] == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("trigger", "asked"),
    [
        ("three of eleven units without two test users", False),
        ("more than 20 calls a day", False),
        ("no owner named", False),
        ("when it gets out of hand", True),
        ("bad feedback", True),
    ],
)
def test_a_trigger_can_be_counted(trigger: str, asked: bool) -> None:
    assert ("trigger-uncounted" in told(trigger=trigger)) == asked


def test_a_line_beside_the_users_needs_no_signs() -> None:
    ids = told(kind="security", stated="", unstated="", innocent="")
    assert ids == ("ask-the-owner",)


def test_two_lines_are_asked_for() -> None:
    one = {name: value for name, value in GOOD.items() if name.startswith("risk_1")}
    assert "one-line" in check(EXERCISE.answers(one)).ids
    assert "one-line" not in check(EXERCISE.answers(GOOD)).ids


def test_the_file_holds_every_line_whole_and_runs_nothing() -> None:
    (file,) = check(EXERCISE.answers({**GOOD, "risk_1_owner": "=cmd()"})).files
    rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert len(rows) == 3
    assert {len(row) for row in rows} == {12}
    assert rows[1][8] == "'=cmd()"
    assert rows[1][5:7] == ["30", "60"]


def test_the_table_on_the_page_has_few_short_columns() -> None:
    (table,) = check(EXERCISE.answers({**GOOD, "risk_1_risk": "long " * 100})).tables
    assert len(table.head) == 5
    assert max(len(cell) for row in table.rows for cell in row) <= 80
