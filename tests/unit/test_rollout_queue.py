"""Last-in-line detector: the arithmetic of a queue, and reading a learner's own."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.exercise import Feedback
from exercises.models.last_in_line import EXERCISE, check
from exercises.models.rollout_queue import MOST_UNITS, Place, made_up_queue, queue_of, read_queue
from tests.unit.strategies import FEW

PLACES = st.builds(
    Place,
    unit=st.text(max_size=5),
    pledge=st.integers(0, 10),
    place=st.integers(-1, 9),
    owner=st.booleans(),
    test_users=st.integers(0, 5),
    test_data=st.booleans(),
    date=st.booleans(),
)


def claiming(*places: int) -> list[Place]:
    """Units that differ in the place they claim only."""
    return [Place(f"Unit {n}", 9, place, False, 0, False, False) for n, place in enumerate(places, 1)]


def most_that_hold(claims: list[int]) -> int:
    """The slow way: the largest set of claims in which no two want one place and all places exist."""
    for size in range(len(claims), 0, -1):
        for chosen in combinations(claims, size):
            if len(set(chosen)) == size and all(1 <= place <= len(claims) for place in chosen):
                return size
    return 0


def test_only_one_unit_can_be_last() -> None:
    queue = queue_of(claiming(3, 3, 3))
    assert (queue.units, queue.possible, queue.impossible) == (3, 1, 2)
    assert queue.crowded == ((3, 3),)


def test_a_queue_without_shared_places_is_possible() -> None:
    queue = queue_of(claiming(2, 1, 3))
    assert (queue.possible, queue.impossible, queue.crowded, queue.beyond) == (3, 0, (), ())


def test_a_place_beyond_the_queue_cannot_hold() -> None:
    queue = queue_of(claiming(1, 2, 4))
    assert (queue.possible, queue.beyond) == (2, ("Unit 3",))


def test_an_empty_queue_has_no_claims() -> None:
    queue = queue_of(())
    assert (queue.units, queue.possible, queue.impossible) == (0, 0, 0)


def test_the_most_claimed_place_comes_first() -> None:
    assert queue_of(claiming(1, 1, 5, 5, 5, 2, 2)).crowded == ((5, 3), (1, 2), (2, 2))


@FEW
@given(places=st.lists(PLACES, max_size=8))
def test_possible_is_what_trying_all_subsets_gives(places: list[Place]) -> None:
    queue = queue_of(places)
    assert queue.possible == most_that_hold([place.place for place in places])
    assert queue.impossible == queue.units - queue.possible
    assert queue.units == len(places)


def test_the_made_up_queue_is_the_one_of_chapter_1() -> None:
    queue = queue_of(made_up_queue())
    assert (queue.units, queue.possible) == (11, 3)
    assert dict(queue.crowded)[11] == 8
    assert queue.beyond == ()


@FEW
@given(place=PLACES)
def test_readiness_and_gap_stay_in_their_bounds(place: Place) -> None:
    assert 0 <= place.readiness <= 4
    assert -1 <= place.gap <= 1


@pytest.mark.parametrize(("users", "ready"), [(0, 0), (1, 0), (2, 1), (9, 1)])
def test_test_users_count_from_two(users: int, ready: int) -> None:
    assert Place("Ward 3", 5, 1, False, users, False, False).readiness == ready


def test_the_gap_runs_from_one_end_to_the_other() -> None:
    assert Place("All talk", 10, 1, False, 0, False, False).gap == 1
    assert Place("All done", 0, 1, True, 2, True, True).gap == -1


def test_a_good_line_is_read_whatever_its_blanks_and_case() -> None:
    places, faults = read_queue("  Ward 3 ;9; 2 ;YES;2;n; No ")
    assert places == (Place("Ward 3", 9, 2, True, 2, False, False),)
    assert faults == ()


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Ward 3; 12; 2; no; 0; no; no", ("Line 1", "Ward 3", "pledge", "'12'", "0 to 10")),
        ("Ward 3; -1; 2; no; 0; no; no", ("Line 1", "pledge", "'-1'", "0 to 10")),
        ("Ward 3; 9,5; 2; no; 0; no; no", ("Line 1", "pledge", "'9,5'", "whole number")),
        ("Ward 3; ; 2; no; 0; no; no", ("Line 1", "pledge", "''", "whole number")),
        ("Ward 3; 9; 0; no; 0; no; no", ("Line 1", "place", "'0'", "1 to 999")),
        ("Ward 3; 9; 2; no; many; no; no", ("Line 1", "test users", "'many'", "whole number")),
        ("Ward 3; 9; 2; no; 0; no", ("Line 1", "6 parts", "expected 7")),
        ("Ward 3; 9; 2; no; 0; no; no; ", ("Line 1", "8 parts", "expected 7")),
        ("Ward 3; 9; 2; maybe; 0; no; no", ("Line 1", "owner", "'maybe'", "yes or no")),
        ("Ward 3; 9; 2; no; 0; perhaps; no", ("Line 1", "test data", "'perhaps'", "yes or no")),
        ("Ward 3; 9; 2; no; 0; no; May", ("Line 1", "date", "'May'", "yes or no")),
        ("; 9; 2; no; 0; no; no", ("Line 1", "unit is empty")),
        # Digits in the eyes of str.isdigit, and of int(), each of another kind.
        ("Ward 3; ٣; 2; no; 0; no; no", ("Line 1", "pledge", "'٣'", "whole number")),
        ("Ward 3; ²; 2; no; 0; no; no", ("Line 1", "pledge", "'²'", "whole number")),
        ("Ward 3; 9; ²; no; 0; no; no", ("Line 1", "place", "'²'", "whole number")),
        ("Ward 3; 9; 2; no; ³; no; no", ("Line 1", "test users", "'³'", "whole number")),
        # Leading zeros must not carry a number past its bounds.
        ("Ward 3; 00000012; 2; no; 0; no; no", ("Line 1", "pledge", "'00000012'", "0 to 10")),
    ],
)
def test_a_line_that_cannot_be_read_is_named_with_value_and_expectation(line: str, named: tuple[str, ...]) -> None:
    places, faults = read_queue(line)
    assert places == ()
    assert len(faults) == 1
    assert [part for part in named if part not in faults[0]] == []


def test_thousands_of_digits_do_not_stop_the_reading() -> None:
    # Python refuses to make a number of more than 4300 digits, zeros included.
    places, faults = read_queue(f"Ward 3; {'0' * 5000}; 2; no; 0; no; no\nWard 4; 9; 1; no; 0; no; no")
    assert "Ward 4" in {place.unit for place in places}
    assert len(places) + len(faults) == 2


def test_a_unit_named_twice_is_reported() -> None:
    places, faults = read_queue("Ward 3; 9; 2; no; 0; no; no\nward 3; 8; 1; no; 0; no; no")
    assert [place.pledge for place in places] == [9]
    assert "Line 2" in faults[0]
    assert "ward 3" in faults[0]


def test_empty_lines_count_as_lines() -> None:
    assert "Line 3" in read_queue("\n\nWard 3; 12; 2; no; 0; no; no")[1][0]


def test_a_long_queue_is_read_up_to_its_limit() -> None:
    text = "\n".join(f"Unit {n}; 9; {n}; no; 0; no; no" for n in range(1, MOST_UNITS + 2))
    places, faults = read_queue(text)
    assert len(places) == MOST_UNITS == 60
    assert len(faults) == 1
    assert "60" in faults[0]
    assert "61" in faults[0]


PARTS = st.sampled_from(
    ("Ward 3", "", "9", "12", "-1", "007", "00000012", "٣", "²", "yes", "NO", "y", "maybe", "😀", "\x00")
)


@FEW
@given(lines=st.lists(st.lists(PARTS, min_size=1, max_size=8).map("; ".join), max_size=8))
def test_every_line_is_either_read_within_bounds_or_reported(lines: list[str]) -> None:
    text = "\n".join(lines)
    places, faults = read_queue(text)
    assert len(places) + len(faults) == len([line for line in text.splitlines() if line.strip()])
    for place in places:
        assert 0 <= place.pledge <= 10
        assert 1 <= place.place <= 999
        assert -1 <= place.gap <= 1


def test_the_word_last_is_the_last_place_of_the_queue() -> None:
    places, faults = read_queue(
        "Ward 3; 9; last; no; 0; no; no\nWard 4; 9; LAST; no; 0; no; no\nWard 5; 9; 1; no; 0; no; no"
    )
    assert faults == ()
    assert [place.place for place in places] == [3, 3, 1]


WHOLE = "Ward 3; 9; last; no; 0; no; no\nWard 4; 7; 1; yes; 2; yes; yes"
BROKEN = WHOLE + "\nWard 5; 9; 2; no; 0; no"


def own(text: str = WHOLE, **given: str | int) -> Feedback:
    return check(EXERCISE.answers({"queue": "own", "own_queue": text, "guess": 2, **given}))


def test_a_guess_is_not_judged_while_a_line_is_unread() -> None:
    told = own(BROKEN)
    assert "guess-waits" in told.ids
    assert not {"guess-right", "guess-off", "queue-conflict", "queue-possible"} & set(told.ids)
    assert "can be true" not in told.summary
    assert "guess-right" in own().ids


@pytest.mark.parametrize(
    ("unit", "kind", "said"),
    [
        ("Sales Export", "chosen", ("pledges 10", "0 of 4", "owner, two test users, test data, date")),
        ("  marketing ", "chosen", ("pledges 10", "1 of 4")),
        ("the people of Service Desk", "chosen", ("4 of 4", "go first")),
        ("export", "chosen", ("Sales Export",)),
        ("Marketing first, then Service Desk", "chosen", ("Marketing",)),
        ("sales", "several", ("Sales North", "Which one")),
        ("Legal", "unknown", ("Legal",)),
        ("", "missing", ("Which unit",)),
        ("😀", "unknown", ("😀",)),
    ],
)
def test_the_chosen_unit_is_answered_with_its_own_figures(unit: str, kind: str, said: tuple[str, ...]) -> None:
    (finding,) = [one for one in check(EXERCISE.answers({"guess": 3, "unit": unit})).findings if one.field == "unit"]
    assert finding.id == f"unit-{kind}"
    assert [part for part in said if part not in finding.says] == []


def test_the_question_is_read_without_a_guess_and_without_a_queue() -> None:
    asked = "Can you start earlier?"
    assert "question-closed" in check(EXERCISE.answers({"question": asked})).ids
    assert "question-closed" in own("", question=asked).ids
    assert check(EXERCISE.answers({})).ids == ("guess-open",)


@pytest.mark.parametrize(
    ("question", "finding", "verdict"),
    [
        ("How do you feel about it?", "question-wide", "ask"),
        ("Which of your campaigns would hurt least?", "question-good", "good"),
        ("What would help you most right now?", "question-good", "good"),
        ("what would you need from us in March", "question-good", "good"),
    ],
)
def test_a_wide_question_is_asked_about_and_not_marked_wrong(question: str, finding: str, verdict: str) -> None:
    told = check(EXERCISE.answers({"guess": 3, "unit": "Marketing", "question": question}))
    assert [(one.id, one.verdict) for one in told.findings if one.field == "question"] == [(finding, verdict)]
