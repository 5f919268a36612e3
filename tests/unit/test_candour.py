"""How a fear is lost while it is being said: what the rules see, and what they leave alone."""

from __future__ import annotations

import pytest
from hypothesis import given

from exercises.text import candour
from tests.unit.strategies import FEW, TEXTS


@pytest.mark.parametrize(
    "line",
    [
        "Nobody is interested in where your van is.",
        "No one will look at that.",
        "This has nothing to do with headcount.",
        "It is not meant to track you.",
        "It won't monitor anybody.",
        "That is only a rumour.",
        "There is no catch.",
    ],
)
def test_a_denial_is_seen(line: str) -> None:
    assert candour.denial(line)


@pytest.mark.parametrize(
    "line",
    [
        "It does record the time of each stop.",
        "Nobody has decided who may see it.",
        "Nobody will need me any more.",
        "You said “nobody is interested in us”.",
        "I do not know whether jobs will go.",
    ],
)
def test_an_admission_is_no_denial(line: str) -> None:
    assert candour.denial(line) == ""


@pytest.mark.parametrize(
    "line",
    [
        "There’s nothing to worry about.",
        "Don't worry.",
        "Trust me.",
        "You will get used to it.",
        "We know change is never easy.",
        "We take your concerns seriously.",
        "It'll be fine.",
    ],
)
def test_empty_comfort_is_seen(line: str) -> None:
    assert candour.comfort(line)


def test_what_they_say_in_quotation_marks_is_not_our_comfort() -> None:
    assert candour.comfort("You heard “don't worry” from the last project, and then it broke.") == ""
    assert candour.comfort("“Don't worry.”"), "a line that stands in quotation marks as a whole is the line itself"


@pytest.mark.parametrize(
    ("line", "plainly"),
    [
        ("It costs ten minutes a day, but look at what the firm saves.", True),
        ("You are right that it was unfair, although every team was treated alike.", True),
        ("Although it is slower, you gain an overview.", True),
        ("It is slower; however, everybody has to use it.", True),
        ("The list is gone, but blue suits it.", False),
    ],
)
def test_an_admission_that_is_taken_back_is_seen(line: str, plainly: bool) -> None:
    found = candour.cancelled(line)
    assert found is not None
    assert found.plainly is plainly


@pytest.mark.parametrize(
    "line",
    [
        "It is slower.",
        "I cannot say anything about posts, but the director can.",
        "It is slower, but we do not know for how long.",
        "“But” is a short word.",
        "But.",
    ],
)
def test_a_second_admission_takes_nothing_back(line: str) -> None:
    assert candour.cancelled(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Nobody will lose their job.",
        "No posts will be cut.",
        "Your pay will not change.",
        "It is fully GDPR-compliant.",
        "I promise.",
        "Your jobs are safe.",
        "You cannot be held liable.",
    ],
)
def test_a_promise_that_is_not_ITs_is_seen(line: str) -> None:
    assert candour.not_mine(line)


@pytest.mark.parametrize(
    "line", ["I cannot promise that no job will be lost.", "Your list stays on the wall.", "It is not guaranteed."]
)
def test_an_honest_limit_is_no_promise(line: str) -> None:
    assert candour.not_mine(line) == ""


@pytest.mark.parametrize(
    "line",
    [
        "the service director has signed that",
        "The CFO agreed to it in writing.",
        "Our works council approved the rule.",
        "The chief nurse confirmed it.",
    ],
)
def test_who_stands_behind_a_safeguard_is_seen(line: str) -> None:
    assert candour.signer(line)


@pytest.mark.parametrize(
    "line", ["We will do our best.", "It has been agreed.", "the plant manager knows about it", "Each stop is logged."]
)
def test_a_role_alone_or_a_word_alone_signs_nothing(line: str) -> None:
    assert candour.signer(line) == ""


@pytest.mark.parametrize(
    "line",
    ["by 14 May", "until the end of June", "for eight weeks", "for the first 3 months", "2026-05-14", "through 2026",
     "six months after go-live", "until Easter", "end of the quarter"],
)  # fmt: skip
def test_a_day_or_a_span_is_seen(line: str) -> None:
    assert candour.when(line)


@pytest.mark.parametrize(
    "line", ["", "soon", "for the time being", "as long as necessary", "it may take a while", "31 June"]
)
def test_what_is_no_day_is_none(line: str) -> None:
    assert not candour.when(line)


@pytest.mark.parametrize(
    "line", ["they see where my van is", "It logs every click.", "They track my breaks", "Big brother"]
)
def test_a_fear_of_being_watched_is_seen(line: str) -> None:
    assert candour.watching(line)


@FEW
@given(text=TEXTS)
def test_every_rule_answers_anything(text: str) -> None:
    for rule in (candour.comfort, candour.denial, candour.not_mine, candour.signer, candour.watching, candour.a_role):
        seen = rule(text)
        assert seen in text or seen in candour.unquoted(text)
    taken = candour.cancelled(text)
    assert taken is None or taken.joins in text


@pytest.mark.parametrize(
    "said", ["Easter 2027", "end of month", "the contract runs five years", "it holds for 6 months"]
)
def test_a_span_in_other_words(said: str) -> None:
    assert candour.when(said)


@pytest.mark.parametrize("said", ["later", "soon", "as long as the system runs", "it holds"])
def test_no_span(said: str) -> None:
    assert not candour.when(said)
