"""Sell, fix or stop: the deck is balanced, and the own complaint is read with care."""

from __future__ import annotations

from collections import Counter

import pytest

from exercises.exercise import Answer, Table
from exercises.models.sell_fix_or_stop import DECK, EXERCISE, check, written

OWN: dict[str, Answer] = {"own_says": "“It loses my notes.”", "own_decision": "fix", "own_reason": "I watched it happen.", "own_before": "We changed the save button."}  # fmt: skip


def test_there_are_ten_complaints_and_no_option_is_right_for_more_than_half() -> None:
    right = Counter(option for card in DECK.cards for option in card.right)
    assert len(DECK.cards) == 10
    assert set(right) == {"persuade", "fix", "stop"}
    assert max(right.values()) <= 5
    assert min(right.values()) >= 3


def test_every_other_option_has_a_reason_of_its_own() -> None:
    missing = [(card.id, option) for card in DECK.cards for option, _ in DECK.options
               if option not in card.right and option not in card.why]  # fmt: skip
    assert missing == []


def test_two_answers_are_right_where_two_are() -> None:
    for option in ("persuade", "fix"):
        assert "slower-agrees" in check(EXERCISE.answers({"slower": option})).ids
    assert "slower-differs" in check(EXERCISE.answers({"slower": "stop"})).ids


@pytest.mark.parametrize(
    ("name", "text", "finding"),
    [
        ("own_reason", "Three of eleven orders were wrong.", "own-looked"),
        ("own_reason", "We looked at the log.", "own-looked"),
        ("own_reason", "It is a feeling.", "own-not-looked"),
        ("own_reason", "Our clerk showed me, and I held the stopwatch.", "own-looked"),
        ("own_reason", "Ich habe das mit drei Leuten zusammen gesucht", "own-reason-unread"),
        ("own_reason", "", "own-reason-missing"),
        ("own_before", "", "before-missing"),
        ("own_before", "Nothing at all.", "before-nothing"),
        ("own_before", "They refused the training.", "before-them"),
        ("own_before", "The nurses did not read the mail.", "before-them"),
        ("own_before", "The nurses did not read it.", "before-them"),
        ("own_before", "The nurses did not come; IT had moved the date.", "before-said"),
        ("own_before", "The nurses did not read the mail that we sent at night.", "before-said"),
        ("own_before", "A mail on Friday at six moved the date.", "before-said"),
        ("own_before", "😀", "before-missing"),
    ],
)
def test_the_own_complaint_is_read(name: str, text: str, finding: str) -> None:
    given = check(EXERCISE.answers({**OWN, name: text}))
    assert [one.id for one in given.findings if one.field == name] == [finding]


def test_the_dossier_gets_the_own_complaint_and_no_card() -> None:
    (table,) = written(EXERCISE.answers({**OWN, "posts": "stop"}))
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == ["They say", "What we do", "Because", "What the project had done before"]
    assert table.rows[1][1] == "Fix: change the system or the plan"
    assert written(EXERCISE.answers({"posts": "stop"})) == ()


def test_what_they_did_is_asked_about_and_the_summary_counts_no_card_that_is_open() -> None:
    given = check(EXERCISE.answers({**OWN, "own_before": "They refused the training."}))
    assert {one.verdict for one in given.findings if one.id == "before-them"} == {"ask"}
    assert "decided" not in given.summary
