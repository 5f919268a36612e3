"""Pledge converter: reading a day, composing the plan, and telling a past day from one to come."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given

from exercises.exercise import Answer
from exercises.models.pledge_converter import EXERCISE, check, compose
from exercises.text.days import read_day
from tests.unit.strategies import FEW, TEXTS

TODAY = date(2026, 5, 10)


def answers(**given: Answer) -> dict[str, Answer]:
    """Answers to the exercise, empty where nothing is given."""
    return EXERCISE.answers(given)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-05-14", date(2027, 5, 14)),
        ("2027-5-4", date(2027, 5, 4)),
        ("by 2027-05-14 at noon", date(2027, 5, 14)),
        ("14.05.2027", date(2027, 5, 14)),
        ("14/5/2027", date(2027, 5, 14)),
        ("14 May 2027", date(2027, 5, 14)),
        ("14th of May 2027", date(2027, 5, 14)),
        ("May 14, 2027", date(2027, 5, 14)),
        ("3 sept 2027", date(2027, 9, 3)),
        ("29 February 2028", date(2028, 2, 29)),
        # A word before the number must not swallow it.
        ("until 14 May 2027", date(2027, 5, 14)),
        ("Friday 14 May 2027", date(2027, 5, 14)),
    ],
)
def test_a_day_with_its_year_is_read(text: str, day: date) -> None:
    assert read_day(text) == (True, day)


@pytest.mark.parametrize(
    "text",
    [
        "14 May", "May 14", "MAY 14TH", "by 14 May", "1st of June", "29 February", "Tuesday", "next tuesday", "week 20",
        "calendar week 20", "tomorrow", "between 3 and 14 May",
        # As a learner would write it after "by which day?".
        "the 14th of May", "the 14 May", "before 14 May", "until 14 May", "Friday 14 May",
    ],
)  # fmt: skip
def test_a_day_without_its_year_is_a_day(text: str) -> None:
    assert read_day(text) == (True, None)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "Q3", "may be", "it may be done", "31 June", "June 31", "31.06.2027", "2027-13-01", "29 February 2027",
     "0000-00-00", "99.99.2027", "in May", "next quarter", "after the audit", "14", "14 tests", "²",
     # The weekday does not make the date exist.
     "Friday 31 June"],
)  # fmt: skip
def test_what_is_no_day_is_not_taken_for_one(text: str) -> None:
    assert read_day(text) == (False, None)


@FEW
@given(text=TEXTS)
def test_any_text_can_be_searched_for_a_day(text: str) -> None:
    named, day = read_day(text)
    assert named or day is None


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("2026-05-09", "date-past"),
        ("9 May 2026", "date-past"),
        ("the 9th of May 2026", "date-past"),
        ("Saturday 9 May 2026", "date-past"),
        ("2026-05-10", "date-good"),
        ("11.05.2026", "date-good"),
        ("14 May 2027", "date-good"),
        # Without a year, 9 May is the next one.
        ("9 May", "date-good"),
        ("soon", "date-vague"),
        ("31 June", "date-vague"),
        ("", "date-missing"),
    ],
)
def test_a_day_is_past_or_still_to_come(text: str, finding: str) -> None:
    given = check(answers(cue="after the audit", date=text), today=TODAY)
    assert [one.id for one in given.findings if one.field == "date"] == [finding]


def test_a_past_day_is_named_in_words() -> None:
    given = check(answers(date="2026-05-09"), today=TODAY)
    assert "9 May 2026 is past" in " ".join(finding.says for finding in given.findings)


def test_the_parts_become_one_plan() -> None:
    plan = compose(EXERCISE.answers(EXERCISE.example.answers))
    assert plan == (
        "After the April close, the accounts lead will load the first ten customers, by 14 May. "
        "If the close runs late, then she loads five on the 16th."
    )


def test_nothing_typed_composes_nothing() -> None:
    assert compose(answers(pledge="We are all for it.", obstacle=" ", cue="\n")) == ""


def test_what_is_missing_stands_in_brackets() -> None:
    assert (
        compose(answers(owner="the ward sister"))
        == "When [what happens], the ward sister will [do what], by [which day]."
    )


def test_a_cue_without_its_when_gets_one() -> None:
    plan = compose(answers(cue="the audit ends", action="load ten", owner="the lead", date="14 May"))
    assert plan.startswith("When the audit ends, ")


def test_words_that_the_plan_adds_are_not_doubled() -> None:
    plan = compose(
        answers(
            cue="When the audit ends,", action="will load ten.", owner="the lead", date="by 14 May.",
            obstacle="If the audit runs late,", detour="then she loads five.",
        )
    )  # fmt: skip
    assert plan == (
        "When the audit ends, the lead will load ten, by 14 May. If the audit runs late, then she loads five."
    )


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("cue", "When the audit ends"),
        ("action", "will load ten"),
        ("date", "by 14 May"),
        ("obstacle", "If the audit runs late"),
        ("detour", "then she loads five"),
    ],
)
def test_no_word_is_doubled_at_any_moment_of_the_typing(name: str, typed: str) -> None:
    # The plan is redrawn at each key, so the learner also sees what "by" alone becomes.
    plans = [compose(answers(**{"owner": "the lead", name: typed[:end]})) for end in range(1, len(typed) + 1)]
    assert [plan for plan in plans if re.search(r"\b(\w+) \1\b", plan, re.IGNORECASE)] == []


def test_the_four_parts_are_counted_in_the_summary() -> None:
    assert check(answers(cue="after the audit"), today=TODAY).summary.startswith("1 of 4")
    assert check(EXERCISE.answers(EXERCISE.example.answers), today=TODAY).summary.startswith("All four")
