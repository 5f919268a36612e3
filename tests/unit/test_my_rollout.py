"""My rollout: praise only where something is there, a question where our own choices were left."""

from __future__ import annotations

import pytest

from exercises.exercise import Answer
from exercises.models.my_rollout import EXERCISE, check


def told(**given: Answer) -> dict[str, str]:
    """Findings by id for the worked example with changes."""
    feedback = check(EXERCISE.answers({**EXERCISE.example.answers, **given}))
    return {one.id: one.verdict for one in feedback.findings}


@pytest.mark.parametrize(
    "text", ["", "Nothing.", "nothing yet", "not sure yet", "We don't know yet.", "All of it is fixed", "n/a", "-"]
)
def test_what_is_not_open_is_not_praised(text: str) -> None:
    assert told(open=text)["open-missing"] == "ask"
    assert "fixed-and-open" not in told(open=text)


@pytest.mark.parametrize(
    "text", ["The week.", "Nothing but the order of the units", "Not much: the names of the lists"]
)
def test_what_is_open_is_seen(text: str) -> None:
    assert "fixed-and-open" in told(open=text)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("", "heard-missing"),
        ("none", "heard-missing"),
        ("Nothing so far", "heard-missing"),
        ("We have not asked anybody", "heard-missing"),
        ("“Not before year end.”", "heard"),
        ("So they count my breaks, a fitter said", "heard"),
    ],
)
def test_only_what_was_said_is_heard(text: str, finding: str) -> None:
    assert [one for one in told(heard=text) if one.startswith("heard")] == [finding]


@pytest.mark.parametrize(
    ("system", "asked"), [("ERP for the warehouse", True), ("CRM", False), ("new customer list", False), ("", False)]
)
def test_choices_that_were_left_are_asked_about(system: str, asked: bool) -> None:
    assert ("as-set" in told(system=system)) is asked
    assert "as-set" not in told(system=system, technology="erp")


def test_a_name_is_seen_and_an_open_role_is_said_plainly() -> None:
    assert told(role="other", role_words="Peter from the workshop")["names-person"] == "change"
    summary = check(EXERCISE.answers({**EXERCISE.example.answers, "role": "other"})).summary
    assert "this role" not in summary
    assert "the role is open" in summary
