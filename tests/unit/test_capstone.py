"""Capstone: what was said is told from an opinion, and the summary from the questions that are left."""

from __future__ import annotations

import pytest

from exercises.exercise import Answer, Feedback
from exercises.models.capstone import EXERCISE, check


def told(**given: Answer) -> Feedback:
    """The feedback for the worked example with changes."""
    return check(EXERCISE.answers({**EXERCISE.example.answers, **given}))


@pytest.mark.parametrize(
    ("said", "finding"),
    [
        ("They liked it a lot.", "next-polite"),
        ("Great, very interesting and nice.", "next-polite"),
        ("She would be happy to try it on Thursday.", ""),
        ("He'll ask the others. Nice talk.", ""),
        ("ok", "next-short"),
        ("", "next-missing"),
        ("Er will es am Montag ausprobieren.", ""),
    ],
)
def test_a_step_is_told_from_an_opinion(said: str, finding: str) -> None:
    assert [one for one in told(next=said).ids if one.startswith("next")] == ([finding] if finding else [])


def test_the_summary_does_not_call_done_what_is_still_asked() -> None:
    assert "it is done" in told().summary
    assert "it is done" not in told(again="later").summary
    assert "1 question is left" in told(again="later").summary
    assert "not met" in told(c9="0").summary


def test_a_played_talk_is_not_told_as_a_talk_with_the_role() -> None:
    (change,) = [one.says for one in told(how="played").findings if one.id == "change-traced"]
    assert "goes back to somebody of the role" not in change
    assert "played" in change


def test_a_name_of_a_reader_is_asked_about() -> None:
    (name,) = [one for one in told(reader="Sabine from accounting").findings if one.id == "names-person"]
    assert name.verdict == "ask"
