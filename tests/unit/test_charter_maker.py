"""The charter: every line closed, and signed by somebody who can keep it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import load
from exercises.exercise import Table
from exercises.models.charter_maker import check, compose, live, written
from tests.unit.strategies import FEW, answers_to

EXERCISE = load("charter-maker")


def but(**changes: Any) -> dict[str, Any]:
    return EXERCISE.answers({**EXERCISE.example.answers, **changes})


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("the service director", "signer-good"),
        ("CEO", "signer-good"),
        ("Head of Customer Service and the works council", "signer-good"),
        ("the head of IT", "signer-power"),
        ("the shift dispatcher", "signer-power"),
        ("the project lead", "signer-it"),
        ("our IT support", "signer-it"),
        ("the team", "signer-group"),
        ("", "signer-missing"),
    ],
)
def test_who_signs_can_keep_it(signs: str, expected: str) -> None:
    assert expected in check(but(signs=signs)).ids


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("data", "all data", "data-vague"),
        ("sees", "management", "sees-broad"),
        ("sees", "everybody who has a need-to-know", "sees-broad"),
        ("purpose", "routing, as needed", "purpose-open"),
        ("purpose", "routing; it may also be used for other purposes", "purpose-open"),
        ("purpose", "routing", "purpose-short"),
        ("never", "to appraise anybody, except in serious cases", "never-hole"),
        ("never", "to plan the holidays of the crew", "never-judging"),
        ("never", "control", "never-short"),
        ("breach", "It will be taken seriously.", "breach-empty"),
        ("breach", "We would talk about that", "breach-what"),
        ("turn_to", "", "turn-missing"),
        ("turn_to", "the service director", "turn-same"),
        ("review", "some day", "review-missing"),
        ("review", "end of 2027", "review-span"),
        ("never", "to rank anybody; nobody can ever look at it", "promise-too-far"),
        ("purpose", "routing, and your pay will not change", "promise-not-here"),
    ],
)
def test_each_line_is_looked_at(field: str, text: str, expected: str) -> None:
    found = [one for one in check(but(**{field: text})).findings if one.id == expected]
    assert [one.field for one in found] == [field]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("sees", "me and my team lead"),
        ("purpose", "to improve the handover on the ward"),
        ("never", "Nobody is ranked by it, and it plays no part in anybody's pay."),
        ("breach", "whoever did it loses access and the agent is told"),
        ("turn_to", "works council"),
        ("turn_to", "the union rep"),
        ("review", "2026-12-31"),
    ],
)
def test_honest_lines_in_other_words_pass(field: str, text: str) -> None:
    given = check(but(**{field: text}))
    assert [one.id for one in given.findings if one.verdict == "change"] == []


@pytest.mark.parametrize(
    ("keep", "unit", "expected"),
    [(0, "days", "keep-missing"), (30, "", "keep-missing"), (2, "years", "keep-long"), (366, "days", "keep-long"), (12, "months", None), (1, "years", None)],
)  # fmt: skip
def test_keeping_has_a_number_and_a_unit(keep: int, unit: str, expected: str | None) -> None:
    found = [one for one in check(but(keep=keep, keep_unit=unit)).ids if one.startswith("keep")]
    assert found == ([expected] if expected else [])


def test_one_day_is_one_day() -> None:
    assert dict(compose(but(keep=1, keep_unit="days")))["For how long"] == "1 day; then it is deleted."


def test_the_charter_grows_with_its_gaps_in_brackets() -> None:
    assert live(EXERCISE.answers({})) == ""
    made = dict(compose(EXERCISE.answers({"data": "the time of each stop"})))
    assert made["What it is about"] == "the time of each stop."
    assert sum("[" in text for text in made.values()) == 7


def test_the_dossier_holds_the_charter_ready_to_be_signed() -> None:
    (table,) = written(EXERCISE.answers(EXERCISE.example.answers))
    assert isinstance(table, Table)
    assert not [cells for cells in table.rows if "[" in cells[1]]
    assert table.rows[-1] == ("Signed", "the service director, on ____________")


@FEW
@given(data=st.data())
def test_it_is_never_called_ready_while_a_line_is_missing(data: st.DataObject) -> None:
    whole = EXERCISE.answers(data.draw(answers_to(EXERCISE)))
    if "charter-whole" in check(whole).ids:
        assert not [text for _, text in compose(whole) if text.startswith("[")]


def test_it_always_says_that_it_is_no_legal_text() -> None:
    assert check(but()).ids[-1] == "before-signing"


def test_who_is_barred_widens_no_circle() -> None:
    assert "sees-broad" not in check(but(sees="the engineer; managers of other units do not see it")).ids
    assert "sees-broad" not in check(but(sees="the engineer and the two line managers")).ids
    assert "sees-broad" in check(but(sees="the engineer, managers")).ids


def test_a_hole_with_a_keeper_is_asked_about() -> None:
    def verdict(never: str) -> list[str]:
        return [one.verdict for one in check(but(never=never)).findings if one.id == "never-hole"]

    assert verdict("to appraise single people unless the works council agrees") == ["ask"]
    assert verdict("to appraise single people unless it is needed") == ["change"]


def test_the_summary_does_not_wave_through_what_is_still_asked() -> None:
    asked = check(but(review="Easter 2027"))
    assert "review-span" in asked.ids
    assert asked.summary.startswith("No line is missing; 1 question is left")
    assert check(but()).summary == "It can go to the one who signs."
