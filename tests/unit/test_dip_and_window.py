"""Dip and window planner: the toy keeps its own rules, and the plan is read for dates, hours and warnings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.exercise import Answer, Table
from exercises.models.dip_and_window import EXERCISE, blocks_of, check, live, written
from exercises.models.support_toy import (
    BLOCKS,
    HOURS_A_FIX,
    IRRITATIONS,
    LEARNING,
    PATTERNS,
    PLANNED,
    REOPENED,
    WEEKS,
    by_block,
    course,
)
from tests.unit.strategies import FEW

HOURS = st.tuples(*[st.integers(0, 2000).map(float) for _ in BLOCKS])
DIP, HALF_LIFE = st.integers(0, 90).map(float), st.integers(1, 26).map(float)


def answers(**given: Answer) -> dict[str, Answer]:
    """The worked example with changes."""
    return EXERCISE.answers({**EXERCISE.example.answers, **given})


def test_the_blocks_cover_every_planned_week_once() -> None:
    weeks = [week for _, first, last in BLOCKS for week in range(first, last + 1)]
    assert weeks == list(range(1, PLANNED + 1))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_gives_out_the_whole_budget(pattern: str) -> None:
    assert sum(PATTERNS[pattern]) == pytest.approx(1)
    assert sum(course(by_block(pattern, 160), 30, 4).hours) == pytest.approx(160)


@FEW
@given(hours=HOURS, dip=DIP, half_life=HALF_LIFE, reopen=st.integers(0, WEEKS), extra=st.integers(0, 500))
def test_the_toy_stays_in_its_bounds(
    hours: tuple[float, ...], dip: float, half_life: float, reopen: int, extra: int
) -> None:
    run = course(hours, dip, half_life, reopen, extra)
    assert [len(of) for of in run] == [WEEKS] * 4
    assert all(0 <= one <= IRRITATIONS for one in run.fixed)
    assert list(run.fixed) == sorted(run.fixed)
    assert all(100 - dip - 1e-9 <= one <= 100 + 1e-9 for one in run.work)
    assert list(run.work) == sorted(run.work), "work never falls again: nothing in the rules makes it"
    assert all(0 < one <= 1 for one in run.width)


@FEW
@given(hours=HOURS, dip=DIP, half_life=st.integers(1, 13).map(float), more=st.integers(1, 300))
def test_more_hours_never_fix_less_and_a_slower_window_never_either(
    hours: tuple[float, ...], dip: float, half_life: float, more: int
) -> None:
    run = course(hours, dip, half_life)
    assert course((hours[0] + more, *hours[1:]), dip, half_life).fixed[-1] >= run.fixed[-1]
    assert course(hours, dip, half_life * 2).fixed[-1] >= run.fixed[-1] - 1e-9


@FEW
@given(total=st.integers(1, 400).map(float), half_life=HALF_LIFE)
def test_early_hours_fix_at_least_as_much_as_even_ones_and_those_as_late_ones(total: float, half_life: float) -> None:
    fixed = [course(by_block(pattern, total), 30, half_life).fixed[-1] for pattern in ("front", "flat", "late")]
    assert fixed == sorted(fixed, reverse=True)


def test_by_hand() -> None:
    # 3 hours a fix in the open window, 6 when it is half as wide.
    run = course((30, 30, 0, 0, 0), 20, 1)
    assert run.fixed[:2] == (10, 15)
    assert run.width[:2] == (1, 0.5)
    # Half of the dip is to be learned, half stays with the 30 of 40 that are not fixed.
    assert run.work[0] == pytest.approx(100 - 10 - 10 * 30 / 40)
    again = course((30, 30, 0, 0, 0), 20, 1, reopen=10, reopen_hours=30)
    assert again.fixed[9] == pytest.approx(15 + 30 * 0.7 / 3)


def test_where_the_window_hardly_closes_the_time_of_the_hours_hardly_matters() -> None:
    front, flat = (course(by_block(name, 110), 30, 26).share_fixed(12) for name in ("front", "flat"))
    assert front - flat < 0.15
    front, flat = (course(by_block(name, 110), 30, 2).share_fixed(12) for name in ("front", "flat"))
    assert front - flat > 0.2


def test_the_chapter_tells_the_rules_that_the_toy_has() -> None:
    page = (Path(__file__).parents[2] / "notebooks" / "11-after-go-live.ipynb").read_text(encoding="utf-8")
    assert (HOURS_A_FIX, REOPENED, LEARNING) == (3, 0.7, 2)
    for rule in (f"{IRRITATIONS} irritations", "takes 3 hours while", "seven tenths wide again", "every two weeks"):
        assert rule in page, rule
    for half_life, apart in ((26, 0.0), (2, 0.3)):
        front, flat = (course(by_block(name, 160), 30, half_life).share_fixed(WEEKS) for name in ("front", "flat"))
        assert abs(front - flat - apart) < 0.1, "what the chapter says of 26 and of 2 weeks"


def test_own_numbers_are_used_and_the_total_is_not() -> None:
    own = answers(pattern="own", hours=999, own_1=40, own_2=10, own_3=5, own_4=0, own_5=0)
    assert blocks_of(own) == (40, 10, 5, 0, 0)
    assert "front" in check(own).ids
    assert "55 hours" in live(own).summary


@pytest.mark.parametrize(
    ("golive", "month_6", "off"),
    [
        ("1 March 2027", "1 September 2027", False),
        ("1 March 2027", "1 May 2027", True),
        ("1 March 2027", "1 September 2026", True),
        # Without its year a day cannot be compared.
        ("1 March", "1 May 2027", False),
        ("soon", "1 May", False),
    ],
)
def test_month_six_is_six_months_after_go_live(golive: str, month_6: str, off: bool) -> None:
    assert ("month_6-off" in check(answers(golive=golive, month_6=month_6)).ids) == off


def test_the_table_and_the_drawing_hold_every_week() -> None:
    told = check(answers())
    assert [row[0] for row in told.tables[0].rows] == [str(week) for week in range(1, WEEKS + 1)]
    assert told.drawing is not None
    assert len(told.drawing["data"]["values"]) == 3 * WEEKS  # type: ignore[index]


def test_what_the_toy_makes_of_the_plan_stays_out_of_the_dossier() -> None:
    parts = written(answers())
    words = " ".join(part if isinstance(part, str) else str(part.rows) for part in parts)
    assert "week 15" in words
    assert "22 March 2027" in words
    assert "%" not in words
    assert sum(isinstance(part, Table) for part in parts) == 2


def test_hours_that_fix_next_to_nothing_are_not_praised_for_coming_early() -> None:
    few = check(answers(pattern="own", own_1=1)).ids
    assert "hours-few" in few
    assert "front" not in few
    assert "front" in check(answers(pattern="front", hours=160)).ids
