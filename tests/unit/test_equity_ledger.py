"""The ledger: sums that keep their promises, and feedback that names the line it means."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import load
from exercises.models.equity_ledger import check, live, written
from exercises.models.ledger import END, LINES, deal, meters, negative, worst
from tests.unit.strategies import FEW

EXERCISE = load("equity-ledger")
NUMBERS = st.fixed_dictionaries(
    {name: st.integers(-END, END) for name in (*(line.name for line in LINES), "firm", "colleagues")}
)


def answers(**given: Any) -> dict[str, Any]:
    return EXERCISE.answers(given)


def test_there_are_eight_lines_half_of_them_put_in() -> None:
    assert len(LINES) == 8
    assert len({line.name for line in LINES}) == 8


def test_the_case_of_the_quiz() -> None:
    # Firm +5, me 0, colleague +2: two of three comparisons hurt.
    given = answers(firm=5, colleagues=2)
    assert deal(given) == (0, 0, -5, -2)
    assert negative(given) == ("firm", "colleagues")


@FEW
@given(numbers=NUMBERS)
def test_sums_are_simple_and_stay_in_range(numbers: dict[str, int]) -> None:
    now = deal(numbers)
    assert now.total == sum(numbers[line.name] for line in LINES)
    assert -END <= now.before <= END
    assert now.firm == now.before - numbers["firm"]
    assert now.colleagues == now.before - numbers["colleagues"]
    for meter in meters(numbers):
        assert meter.lowest <= meter.value <= meter.highest


@FEW
@given(numbers=NUMBERS, line=st.sampled_from(LINES))
def test_a_further_loss_never_makes_the_deal_better(numbers: dict[str, int], line: Any) -> None:
    worse = {**numbers, line.name: max(-END, numbers[line.name] - 1)}
    assert deal(worse).before <= deal(numbers).before


@FEW
@given(numbers=NUMBERS)
def test_the_worst_line_is_a_loss_and_none_is_worse(numbers: dict[str, int]) -> None:
    found = worst(numbers)
    lowest = min(numbers[line.name] for line in LINES)
    assert (found is None) == (lowest >= 0)
    if found:
        assert numbers[found.name] == lowest


def test_what_is_not_filled_in_is_not_compared() -> None:
    given = answers(time=-2, time_words="ten minutes a day")
    assert negative(given) == ("before",)
    assert [meter.says for meter in meters(given)] == [
        "they lose 2 against before",
        "not filled in yet",
        "not filled in yet",
    ]
    assert "loses-firm" not in check(given).ids


def test_meters_say_in_words_what_they_show() -> None:
    given = answers(firm=3, firm_words="faster close")
    assert [meter.says for meter in meters(given)][:2] == ["even against before", "they lose 3 against the firm"]


def test_it_says_that_it_is_no_measurement() -> None:
    assert live(answers()) == ""
    grown = live(answers(time=-1))
    assert not isinstance(grown, str)
    assert "not a measurement" in grown.summary
    assert len(grown.meters) == 3
    assert "no measurement" in check(answers(time=-1)).summary


def test_a_tie_is_told_and_left_to_them() -> None:
    given = check(answers(time=-3, time_words="an hour a week", control=-3, control_words="plans for her"))
    (found,) = [one for one in given.findings if one.id == "worst-line"]
    assert "Equally bad: control" in found.says


def test_numbers_without_words_are_asked_about_by_name() -> None:
    given = check(answers(time=-3, pay=1, firm=4, firm_words="audit"))
    (found,) = [one for one in given.findings if one.id == "words-missing"]
    assert (found.verdict, "time and pay" in found.says) == ("ask", True)


def test_words_without_a_number_are_asked_about() -> None:
    assert "zero-with-words" in check(answers(firm=1, firm_words="audit", standing_words="a clerk's work")).ids


LOSS = {"control": -4, "control_words": "the plan decides", "filled": "users", "firm": 2, "firm_words": "fewer gaps"}


@pytest.mark.parametrize(
    ("repair", "kind", "expected", "unexpected"),
    [
        ("She may overrule the plan with one word of reason", "remove", "removes", "repair-other-line"),
        ("An awareness campaign to explain the benefits", "remove", "repair-talk", "removes"),
        ("A higher bonus", "add", "repair-other-line", "repair-talk"),
        ("Something we agreed with the crew", "", "repair-kind-missing", "repair-other-line"),
    ],
)
def test_a_repair_is_looked_at_beside_its_line(repair: str, kind: str, expected: str, unexpected: str) -> None:
    ids = check(answers(**LOSS, repair=repair, repair_kind=kind, granter="the plant manager", by="3 May")).ids
    assert expected in ids
    assert unexpected not in ids


def test_another_line_than_the_worst_is_asked_about() -> None:
    given = answers(
        **LOSS,
        time=-1,
        time_words="5 minutes",
        repair_line="time",
        repair="drop the daily report",
        repair_kind="remove",
    )
    assert "repair-elsewhere" in check(given).ids


@pytest.mark.parametrize(
    ("granter", "owns"),
    [("IT", False), ("the project lead", False), ("the HR director", True), ("the head of pay", True)],
)
def test_only_its_owner_grants_money(granter: str, owns: bool) -> None:
    given = answers(**LOSS, repair="the bonus does not count entries", granter=granter, by="3 May")
    assert ("repair-not-yours" not in check(given).ids) is owns


def test_IT_may_grant_what_is_its_own() -> None:
    given = answers(
        **LOSS,
        repair="every suggestion can be overruled by her",
        repair_kind="remove",
        granter="the project lead",
        by="3 May",
    )
    ids = check(given).ids
    assert "repair-not-yours" not in ids
    assert "repair-whole" in ids


def test_no_loss_asks_for_no_repair() -> None:
    ids = check(answers(back=2, back_words="no more forms", firm=1, firm_words="audit", filled="users")).ids
    assert not [one for one in ids if one.startswith("repair")]


def test_the_dossier_says_who_filled_it_and_what_is_asked() -> None:
    parts = written(EXERCISE.answers(EXERCISE.example.answers))
    assert isinstance(parts[0], str)
    assert "People of the role filled it themselves" in parts[0]
    assert isinstance(parts[-1], str)
    assert "the head of HR, 12 March" in parts[-1]
    assert written(answers()) == ()


def test_a_span_is_asked_for_its_day_and_a_mood_has_to_change() -> None:
    given = {
        "time": -3,
        "time_words": "twice the typing",
        "repair": "One report is dropped",
        "repair_kind": "remove",
        "granter": "the site manager",
    }
    found = check(answers(**given, by="end of month")).ids
    assert {"repair-day-span", "repair-whole"} <= set(found)
    assert "repair-day-missing" in check(answers(**given, by="soon")).ids


def test_the_cost_of_switching_is_cited_where_the_loss_is_one() -> None:
    def source(line: str) -> list[str]:
        given: dict[str, Any] = {
            line: -3,
            "repair": "It is dropped",
            "repair_kind": "remove",
            "granter": "the site manager",
            "by": "3 March",
        }
        return [one.source for one in check(answers(**given)).findings if one.id == "removes"]

    assert [source(line) for line in ("time", "effort", "skill", "standing", "pay", "control")] == [["E06"]] * 3 + [
        ["E08"]
    ] * 3


def test_the_three_comparisons_fit_on_a_phone() -> None:
    given = answers(time=-3, effort=-4, firm=4, colleagues=3)
    table = check(given).tables[1]
    assert table.rows[1:] == (("The firm", "-5 less +4", "-9"), ("Colleagues", "-5 less +3", "-8"))
    assert max(len(word) for row in (table.head, *table.rows) for cell in row for word in cell.split()) <= 10
