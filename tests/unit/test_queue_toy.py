"""The toy of a rollout queue: it ends, it keeps its own rules, and it shows what it is there to show."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exercises.models.queue_simulator import EXERCISE, check
from exercises.models.queue_toy import (
    FIRST,
    GAP,
    GOOD,
    PATIENCE,
    PAUSE,
    POOR,
    RULES,
    UNITS,
    WILLING,
    ToyUnit,
    queue,
    run,
)
from tests.unit.strategies import FEW

ANY_UNITS = st.lists(
    st.tuples(st.integers(0, 10), st.integers(0, 10), st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=12
).map(lambda rows: tuple(ToyUnit(f"Unit {n}", *row) for n, row in enumerate(rows)))

ORDERS = st.sampled_from([first for first, _ in FIRST])


@FEW
@given(
    first=ORDERS,
    wave=st.integers(0, 12),
    hours=st.integers(0, 400),
    pause=st.booleans(),
    tell=st.booleans(),
    units=ANY_UNITS,
)
def test_every_unit_starts_once_and_not_before_its_plan(
    first: str, wave: int, hours: int, pause: bool, tell: bool, units: tuple[ToyUnit, ...]
) -> None:
    played = run(first, wave, hours, pause=pause, users_tell=tell, units=units)
    assert sorted(start.unit.name for start in played.starts) == sorted(unit.name for unit in units)
    weeks = [start.week for start in played.starts]
    assert weeks == sorted(weeks)
    assert played.last == max(weeks)
    for start in played.starts:
        assert 0 <= start.asked_later <= PATIENCE
        assert 0 <= start.points <= 14
        assert start.went == ("good" if start.points >= GOOD else "poor" if start.points < POOR else "unnoticed")
        # A unit moves forward only where one before it asked for a later place.
        assert start.week >= start.planned or played.requests > 0


@FEW
@given(first=ORDERS, wave=st.integers(1, 8), hours=st.integers(0, 400), tell=st.booleans())
def test_the_same_choices_give_the_same_run(first: str, wave: int, hours: int, tell: bool) -> None:
    assert run(first, wave, hours, pause=True, users_tell=tell) == run(first, wave, hours, pause=True, users_tell=tell)


def test_willing_units_with_help_keep_the_plan() -> None:
    units = tuple(ToyUnit(f"Unit {n}", 9, WILLING, 4, 4) for n in range(6))
    played = run("list", 2, 120, pause=False, users_tell=True, units=units)
    assert (played.requests, played.last, played.planned) == (0, 2 * GAP, 2 * GAP)
    assert run("list", 2, 120, pause=True, users_tell=True, units=units).last == 2 * (GAP + PAUSE)


def test_unwilling_units_ask_twice_and_are_then_ordered() -> None:
    units = (ToyUnit("One", 10, WILLING - 1, 0, 0),)
    (start,) = run("list", 1, 0, pause=False, users_tell=True, units=units).starts
    assert (start.asked_later, start.ordered, start.week, start.points) == (PATIENCE, True, PATIENCE * GAP, 0)


def test_a_bad_start_is_heard_of_and_a_good_one_only_where_users_tell() -> None:
    waiting = ToyUnit("Waiting", 9, WILLING, 4, 4)
    after_bad = run("list", 1, 0, pause=False, users_tell=False, units=(ToyUnit("Bad", 10, 9, 0, 0), waiting))
    assert after_bad.starts[1].asked_later == PATIENCE
    torn = ToyUnit("Torn", 9, WILLING - 1, 4, 4)
    good = ToyUnit("Good", 10, 9, 4, 4)
    assert run("list", 1, 60, pause=False, users_tell=True, units=(good, torn)).requests == 0
    assert run("list", 1, 60, pause=False, users_tell=False, units=(good, torn)).requests == PATIENCE


def test_who_goes_first_changes_how_it_ends() -> None:
    ends = {first: run(first, 2, 40, pause=False, users_tell=False).last for first, _ in FIRST}
    assert len(set(ends.values())) >= 2, ends
    assert {first: [unit.name for unit in queue(first)] for first in ("ready", "loudest")}["ready"][
        0
    ] == "Inland depots"


def test_the_rules_that_are_shown_name_the_numbers_of_the_code() -> None:
    said = " ".join(rule for _, rule in RULES)
    for number in (GAP, PAUSE, WILLING, PATIENCE, GOOD, POOR):
        assert str(number) in said
    assert len(RULES) == 6
    assert {unit.pledge for unit in UNITS} == {9, 10}, "the story: everybody pledges"


def test_the_simulator_runs_only_after_a_guess() -> None:
    silent = check(EXERCISE.answers({}))
    assert (silent.ids, silent.tables, silent.drawing) == (("guess-open",), (), None)
    assert check(EXERCISE.answers({"guess": 30})).tables


def test_a_unit_that_asked_is_told_in_words() -> None:
    settings = {"first": "sceptic", "wave": 1, "hours": 400, "pause": True, "voice": "users", "guess": 60}
    cells = {row[4] for row in check(EXERCISE.answers(settings)).tables[0].rows}
    assert "once" in cells
    assert not {"1 times", "2 times"} & cells
