"""Question ladder: signs in a question, the order of the rungs, and the way out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import library
from exercises.exercise import Answer, Table
from exercises.models.question_ladder import EXERCISE, RUNGS, check, climb, heat, written
from tests.unit.strategies import FEW, TEXTS

IDS = tuple(rung.id for rung in RUNGS)


def found(rung: str, text: str) -> list[str]:
    """Ids of what is said about one question, without those about the rest."""
    given: dict[str, Answer] = {rung: text}
    return [one.id for one in check(EXERCISE.answers(given)).findings if one.field == rung]


@pytest.mark.parametrize(
    ("rung", "text"),
    [
        ("today", "Tell me about the first hour of your shift."),
        ("today", "Could you show me how you plan the week?"),
        ("today", "Please describe how a claim comes in."),
        ("today", "And what comes after that?"),
        ("trouble", "Can you remember the last time the list was wrong?"),
        ("trouble", "When did it last take longer than you had?"),
        ("trouble", "Can you think of a shift when the paperwork got in the way?"),
        ("cost", "And who covers for you while you are typing?"),
        ("worth", "What should we promise in writing before you touch it?"),
        ("trouble", "I saw the board on the wall. What happened the day when it was wiped?"),
        ("cost", "What worries you about it?"),
        ("cost", "If the list disappeared tomorrow, what would you no longer be able to do?"),
        ("cost", "Which number in here would be unfair to you, and why?"),
        ("worth", "What would have to be true for this to be worth ten minutes?"),
        ("worth", "Which report could stop?"),
    ],
)
def test_an_open_question_is_left_alone(rung: str, text: str) -> None:
    assert found(rung, text) == [f"{rung}-open"]


@pytest.mark.parametrize(
    ("rung", "text", "sign"),
    [
        ("today", "Don't you think that the list is slow?", "leads"),
        ("worth", "You agree that one list is better?", "leads"),
        ("cost", "Would it hurt to lose the paper list?", "closed"),
        ("today", "Is there anything that annoys you?", "closed"),
        ("trouble", "Why don't you use the form?", "blames"),
        ("trouble", "Why is the list kept on paper?", "why"),
        ("worth", "How much time would you save with one list?", "pitch"),
        ("worth", "Imagine that all data were in one place. What would you do with the time?", "pitch"),
        ("cost", "What makes you afraid of being replaced?", "threat"),
        ("worth", "When can you start?", "promise"),
        ("worth", "Can I count on your team?", "promise"),
        ("trouble", "What happened last Tuesday? And who noticed?", "two"),
        ("trouble", "What happened last Tuesday, and what did it cost you?", "joined"),
        ("today", "What do you think of the new system?", "tool"),
        ("trouble", "What annoys you in general?", "off"),
    ],
)
def test_a_sign_is_named(rung: str, text: str, sign: str) -> None:
    assert f"{rung}-{sign}" in found(rung, text)
    assert f"{rung}-open" not in found(rung, text)


def test_no_question_of_the_library_leads_sells_or_asks_for_a_promise() -> None:
    asked = [question for threat in library.threats().values() for question in threat.questions]
    bad = [(one, sign) for one in asked for sign in found("cost", one)
           if sign.rpartition("-")[2] in ("leads", "blames", "pitch", "promise", "threat", "closed")]  # fmt: skip
    assert bad == []
    assert len(asked) >= 25


def test_the_example_of_every_rung_passes_on_its_rung() -> None:
    assert [found(rung.id, rung.example) for rung in RUNGS] == [[f"{rung.id}-open"] for rung in RUNGS]


def test_the_ladder_begins_with_what_costs_least() -> None:
    hot = {"today": "What do you do when a colleague makes a mistake?", "cost": "What follows from that for the ward?"}
    assert climb(hot) == ["cost", "today"]
    assert "order-other" in check(EXERCISE.answers(hot)).ids
    table = check(EXERCISE.answers(hot)).tables[0]
    assert [row[1] for row in table.rows] == [hot["cost"], hot["today"]]


@FEW
@given(asked=st.dictionaries(st.sampled_from(IDS), TEXTS))
def test_climbing_loses_no_question_and_never_gets_cheaper_before_the_last(asked: dict[str, str]) -> None:
    order = climb(asked)
    assert sorted(order) == sorted(asked)
    costs = [heat(asked[rung]) for rung in order if rung != "worth"]
    assert costs == sorted(costs)
    assert all(0 <= cost <= 3 for cost in costs)


@pytest.mark.parametrize(
    ("sentence", "finding"),
    [
        ("", "exit-missing"),
        ("You can say no.", "exit-good"),
        ("If you'd rather not, that's fine.", "exit-good"),
        ("You do not have to answer.", "exit-good"),
        ("Feel free to refuse.", "exit-good"),
        ("Happy to leave it there if it does not suit you.", "exit-good"),
        ("You don't have to answer, your manager does not know of this.", "exit-good"),
        ("You can say no, but it would be a pity.", "exit-taken-back"),
        ("You may stop, and your manager will be told.", "exit-taken-back"),
        ("This will be quick and painless for you.", "exit-unclear"),
        ("אפשר להגיד לא", "exit-unread"),
    ],
)
def test_the_way_out_is_read(sentence: str, finding: str) -> None:
    given: dict[str, Answer] = {"today": "What comes first in the morning?", "exit": sentence}
    assert [one.id for one in check(EXERCISE.answers(given)).findings if one.field == "exit"] == [finding]


def test_the_dossier_gets_the_questions_in_the_order_of_the_ladder() -> None:
    table, way_out = written(EXERCISE.answers(EXERCISE.example.answers))
    assert isinstance(table, Table)
    assert len(table.rows) == 4
    assert str(way_out).startswith("The way out: You can stop me")
    assert written(EXERCISE.answers({})) == ()
