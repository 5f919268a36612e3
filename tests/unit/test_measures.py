"""Measures of use: logins, trainings and smiles are told apart from work, and nothing is called right."""

from __future__ import annotations

import pytest
from hypothesis import given

from exercises.text.measures import about_measure
from tests.unit.strategies import FEW, TEXTS


@pytest.mark.parametrize(
    ("text", "finding", "verdict"),
    [
        ("Logins per week", "measure-logins", "change"),
        ("number of log-ins", "measure-logins", "change"),
        ("daily active users", "measure-logins", "change"),
        ("How often they logged in", "measure-logins", "change"),
        ("Number of trainings", "measure-trainings", "change"),
        ("90% of staff trained", "measure-trainings", "change"),
        ("e-learning finished by Friday", "measure-trainings", "ask"),
        ("User satisfaction", "measure-satisfaction", "change"),
        ("NPS after the training", "measure-trainings", "change"),
        ("happy users", "measure-satisfaction", "change"),
        # They begin there and go on to the work.
        ("Logins followed by a saved record", "measure-logins", "ask"),
        ("share of sessions in which an order is finished", "measure-logins", "ask"),
        # The work itself, in voices that are not the example's.
        ("orders placed on paper instead of logins", "measure-work", "ask"),
        ("Customer satisfaction with the repair", "measure-work", "ask"),
        ("patient satisfaction", "measure-work", "ask"),
        ("how many handovers are still on the whiteboard", "measure-work", "ask"),
        ("Anteil der Aufträge im System", "measure-work", "ask"),
        ("紙の注文", "measure-work", "ask"),
        ("usage", "measure-short", "ask"),
    ],
)
def test_what_a_measure_counts(text: str, finding: str, verdict: str) -> None:
    told = about_measure(text, "measure")
    assert told is not None
    assert (told.id, told.verdict) == (finding, verdict)


def test_nothing_is_said_of_nothing() -> None:
    assert about_measure(" \n ", "measure") is None


@FEW
@given(text=TEXTS)
def test_no_measure_is_called_good(text: str) -> None:
    told = about_measure(text, "measure")
    assert told is None or told.verdict in ("change", "ask")
