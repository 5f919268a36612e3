"""The frames of the cases: right types, right rows, dates as precise as they are known; figures in words."""

from __future__ import annotations

import pandas as pd
import pytest

from book._ext.cases import FACTS, figure, sayable
from exercises import library
from exercises.cases import DATES, case_factors, cases, uk_projects
from exercises.library import CaseFigure


def test_every_case_is_a_row_with_the_right_types() -> None:
    frame = cases()
    assert list(frame["id"]) == list(library.cases())
    assert len(frame) >= 77
    types = frame.dtypes.astype(str).to_dict()
    assert {types[name] for name in ("users", "delay_months", "factor_count")} == {"Int64"}
    assert {types[name] for name in ("planned_cost_millions", "final_cost_millions", "cost_ratio")} == {"Float64"}
    assert {types[name] for name in ("status", "country", "sector", "kind", "group", "delay_basis")} == {"category"}
    assert types["cost_comparable"] == "boolean"
    assert all(types[name].startswith("datetime64") for name in DATES)
    assert all(types[f"{name}_precision"] == "category" for name in DATES)


def test_what_is_not_known_is_missing_and_not_an_empty_text() -> None:
    frame = cases().set_index("id")
    row = frame.loc["telco-crm-silent"]
    for name in ("country", "users", "started", "started_text", "started_precision", "delay_months", "go_live_of"):
        assert pd.isna(row[name]), name
    named = frame.select_dtypes("category")
    assert all("" not in named[name].cat.categories for name in named)


def test_a_date_starts_where_its_precision_says() -> None:
    frame = cases().set_index("id")
    for case, text, start, precision in (
        ("athens-cerner", "2014-05-04", "2014-05-04", "day"),
        ("avon-promise", "2013-05", "2013-05-01", "month"),
        ("apotti-hus", "2018", "2018-01-01", "year"),
    ):
        row = frame.loc[case]
        assert (row["go_live_text"], row["go_live_precision"]) == (text, precision)
        assert row["go_live"] == pd.Timestamp(start)
    for name in DATES:
        assert frame[name].notna().equals(frame[f"{name}_text"].notna())
        assert frame[name].notna().equals(frame[f"{name}_precision"].notna())


def test_a_ratio_stands_only_where_the_costs_are_like_for_like() -> None:
    frame = cases()
    with_ratio = frame[frame["cost_ratio"].notna()]
    assert set(with_ratio["id"]) == {case.id for case in library.cases().values() if case.cost_comparable}
    assert len(with_ratio) >= 12
    row = frame.set_index("id").loc["ctclink"]
    assert row["cost_ratio"] == 1.45


def test_the_group_of_a_case_is_that_of_its_kind() -> None:
    frame = cases().set_index("id")
    assert frame.loc["athens-cerner", "group"] == "Health records"
    assert frame.loc["athens-cerner", "technology"] == "ehr"
    assert frame["group"].nunique() <= 10


def test_every_factor_of_every_case_is_a_row() -> None:
    frame = case_factors()
    assert list(frame.columns) == ["case", "factor", "name", "user_side"]
    assert len(frame) == sum(len(case.factors) for case in library.cases().values()) >= 200
    assert not frame.duplicated(["case", "factor"]).any()
    assert set(frame.loc[frame["factor"] == "last_in_line", "user_side"]) == {True}
    assert set(frame.loc[frame["factor"] == "vendor", "user_side"]) == {False}


def test_every_uk_project_is_a_row_with_its_slip() -> None:
    frame = uk_projects()
    assert len(frame) >= 170
    assert frame["id"].is_unique
    assert ((frame["end_2023"] - frame["end_2022"]).dt.days == frame["slip_days"]).all()
    assert list(frame["rating_2022"].cat.categories) == ["Green", "Amber", "Red"]
    assert frame["rating_2022"].cat.ordered
    assert (frame["slip_days"] > 0).any()
    assert (frame["slip_days"] < 0).any()


def test_a_frame_can_be_changed_without_changing_the_next() -> None:
    first = cases()
    first.loc[:, "status"] = "late"
    assert cases()["status"].nunique() > 1


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("0", "votes", "zero"),
        ("3", "colleges", "three"),
        ("10", "weeks", "ten"),
        ("11", "weeks", "11"),
        ("900000", "people", "900,000"),
        ("2.5", "years", "2.5"),
        ("1.3", "USD million", "US$1.3 million"),
        ("482", "GBP million", "£482 million"),
        ("2000", "USD million", "US$2 billion"),
        ("2014", "date", "2014"),
        ("2015-08", "date", "August 2015"),
        ("2011-12-14", "date", "14 December 2011"),
    ],
)
def test_a_figure_is_printed_as_it_stands_in_a_sentence(value: str, unit: str, words: str) -> None:
    assert figure(CaseFigure("a-case", "a_figure", value, unit, "What it counts.", 1)) == words


def test_what_a_page_can_print_of_a_case_are_its_facts_and_its_figures() -> None:
    there = sayable(library.cases()["athens-cerner"])
    assert there["weeks_to_vote"] == "three"
    assert there["go_live"] == "4 May 2014"
    assert "delay" not in there, "what is not known cannot be printed"
    names = [name for case in library.case_figures().values() for name in case]
    assert len(names) >= 40
    assert set(names) & set(FACTS) == set()
