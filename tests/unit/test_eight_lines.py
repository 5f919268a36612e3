"""The deck of eight lines, and the line that the learner says again."""

from __future__ import annotations

from collections import Counter

import pytest

from exercises import load
from exercises.models.eight_lines import DECK, check

EXERCISE = load("eight-lines")


def test_there_are_eight_lines_and_no_answer_fits_more_than_half_of_them() -> None:
    assert len(DECK.cards) == 8
    often = Counter(option for card in DECK.cards for option in card.right)
    assert set(often) == {option for option, _ in DECK.options}
    assert max(often.values()) <= len(DECK.cards) // 2


def test_the_two_that_admit_are_the_two_that_leave_something_open() -> None:
    assert [card.id for card in DECK.cards if "honest" in card.right] == ["stops", "posts"]


def test_the_honest_lines_are_not_the_longest_only() -> None:
    longest = sorted(DECK.cards, key=lambda card: len(card.says))[-2:]
    assert {option for card in longest for option in card.right} != {"honest"}


def test_a_but_does_not_give_the_answer_away() -> None:
    but = [card.right for card in DECK.cards if " but " in card.says]
    assert ["honest" in right for right in but].count(True) >= 1
    assert ["cancelled" in right for right in but].count(True) >= 1
    assert [card for card in DECK.cards if "cancelled" in card.right and " but " not in card.says]


def test_every_right_answer_agrees_and_any_other_is_asked_about() -> None:
    looked_at = 0
    for card in DECK.cards:
        for option, _ in DECK.options:
            (found,) = [one for one in check(EXERCISE.answers({card.id: option})).findings if one.field == card.id]
            assert found.verdict == ("good" if option in card.right else "ask")
            looked_at += 1
    assert looked_at == 32


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", "own-missing"),
        ("yes", "own-unread"),
        ("It does record where you are.", "own-who"),
        ("It does record where you are. The director decides who sees it.", "own-whole"),
        ("It is recorded, but everybody does that.", "own-cancelled"),
        ("There is no need to worry about that.", "own-comfort"),
        ("Das wird gespeichert, und der Rat entscheidet.", "own-unread"),
    ],
)
def test_the_own_line_is_read(line: str, expected: str) -> None:
    assert expected in check(EXERCISE.answers({"van": "denial", "own": line})).ids


def test_the_summary_counts_only_what_was_sorted() -> None:
    own = {"own": "It does record each stop, and the director decides by 14 May who sees it."}
    assert check(EXERCISE.answers(own)).summary == "No line is sorted yet; your own line has been read."
    right = {card.id: card.right[0] for card in DECK.cards}
    assert "differ" not in check(EXERCISE.answers(right)).summary
    assert "differ" in check(EXERCISE.answers({**right, "van": "honest"})).summary
