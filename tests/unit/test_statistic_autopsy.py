"""Statistic autopsy: the deck fits its table, no figure is typed twice, and averages are refused with a reason."""

from __future__ import annotations

import re

import pytest

from exercises import cards, library
from exercises.exercise import Answer
from exercises.models.statistic_autopsy import EXERCISE, card_id, check, deck

RATES = library.crm_failure_rates()


def answers(**given: Answer) -> dict[str, Answer]:
    """Answers to the exercise, at their start where nothing is given."""
    return EXERCISE.answers(given)


def test_there_is_one_card_for_each_rate_in_the_order_of_the_table() -> None:
    assert [card.id for card in deck().cards] == [card_id(row.year, row.source) for row in RATES]
    assert len(deck().cards) == 8


def test_all_places_for_figures_are_filled() -> None:
    assert [card.id for card in deck().cards if re.search(r"[{}]", card.says + card.because)] == []


def test_rates_are_read_from_the_table_and_not_typed_into_the_deck() -> None:
    # Years and the forecast's "half" may stand there; a rate may not.
    rates = {f"{row.reported_percent:g}" for row in RATES}
    typed = [
        (card.id, number)
        for card in cards.deck("statistic-autopsy").cards
        for number in re.findall(r"\d+(?:\.\d+)?", card.says + card.because + " ".join(card.why.values()))
        if number in rates
    ]
    assert typed == []


def test_no_verdict_is_right_for_more_than_half_of_the_cards() -> None:
    for option, _ in deck().options:
        assert 1 <= sum(option in card.right for card in deck().cards) <= 4, option


def test_every_field_says_who_published_the_rate() -> None:
    fields = {field.name: field for field in EXERCISE.fields}
    for row in RATES:
        label = fields[card_id(row.year, row.source)].help
        assert row.source in label
        assert f"{row.reported_percent:g}%" in label
        assert row.note.lower() in label.lower()


@pytest.mark.parametrize("chosen", ["mean", "sourced", "median"])
def test_any_average_is_asked_what_it_is_an_average_of(chosen: str) -> None:
    given = check(answers(average=chosen))
    (finding,) = [one for one in given.findings if one.field == "average"]
    assert finding.id == "average-taken"
    mean = sum(row.reported_percent for row in RATES) / len(RATES)
    assert f"{mean:.1f} percent" in finding.says


@pytest.mark.parametrize(
    ("why", "finding"),
    [
        ("", "average-reason-open"),
        ("They measure different things.", "average-reason"),
        ("Nobody knows what was counted as failure.", "average-reason"),
        ("apples and pears", "average-reason"),
        ("Each report has its own idea of failing.", "average-reason"),
        ("You can't mix pears and bananas", "average-reason"),
        ("each survey asked other people", "average-reason"),
        ("They are old.", "average-reason-source"),
        ("One source is missing", "average-reason-source"),
        ("Because I say so", "average-reason-other"),
        ("Weil jede Studie etwas ganz anderes gemessen hat", "average-reason-unread"),
    ],
)
def test_a_reason_against_the_average_is_read(why: str, finding: str) -> None:
    given = check(answers(average="none", why=why))
    assert [one.id for one in given.findings if one.field in ("why", "average")] == [finding]


@pytest.mark.parametrize(
    ("own", "gaps"),
    [
        ("Our audit counted 4 of 11 units as late, that is, live after the planned month.", ""),
        ("70% of our projects fail.", "of how many, who counted, what counted as failure, late or used"),
        ("We counted 12 of 40 licences as not used in March.", ""),
        ("Seven of our nine depots missed the date; the office took it from the protocols.", ""),
        ("Adoption is at 31 percent, our dashboard says", "of how many, who counted, what counted as failure, late or used"),
    ],
)  # fmt: skip
def test_an_own_figure_is_asked_for_what_it_lacks(own: str, gaps: str) -> None:
    (finding,) = [one for one in check(answers(own=own)).findings if one.field == "own"]
    if gaps:
        assert finding.id == "own-gaps"
        assert f": {gaps}." in finding.says
    else:
        assert finding.id == "own-whole"


def test_all_eight_rates_stand_in_the_table() -> None:
    given = check(answers(average="none"))
    assert [row[0] for row in given.tables[0].rows] == [f"{row.source}, {row.year}" for row in RATES]


def test_the_summary_does_not_count_verdicts_that_nobody_gave() -> None:
    assert "0 of" not in check(answers(average="none")).summary
    assert "1 of 8 judged" in check(answers(butler_2002="drop")).summary
