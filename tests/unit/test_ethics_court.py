"""Ethics court: rulings that can be argued, quotes, the own pitch, and limits read for their content."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given

from exercises import library
from exercises.exercise import Answer, Table
from exercises.models.ethics_court import EXERCISE, RULINGS, check, written
from exercises.text.limits import about_limits
from tests.unit.strategies import FEW, TEXTS

CASES, TESTS = library.ethics().grey_cases, library.ethics().tests
LIMITS = str(EXERCISE.example.answers["limits"])


def told(**given: Answer) -> tuple[str, ...]:
    """Ids of the findings for the worked example with changes."""
    return check(EXERCISE.answers({**EXERCISE.example.answers, **given})).ids


def test_no_ruling_is_right_for_more_than_half_of_the_cases() -> None:
    rulings = Counter(one.ruling for one in CASES.values())
    assert set(rulings) == {key for key, _ in RULINGS}
    assert max(rulings.values()) <= len(CASES) / 2 == 5


def test_every_case_has_two_tests_with_reasons_and_a_defence() -> None:
    for one in CASES.values():
        assert len(one.tests) >= 2
        assert list(one.why) == list(one.tests)
        assert len(one.defence) > 30
    # Every test decides some case, or the learner would quote it in vain. After and Repair are for the own pitch.
    assert set(TESTS) - {test for one in CASES.values() for test in one.tests} <= {"K08"}


@pytest.mark.parametrize("case", CASES)
def test_every_other_ruling_is_asked_about_and_never_marked_wrong(case: str) -> None:
    for ruling, _ in RULINGS:
        findings = check(EXERCISE.answers({case.lower(): ruling})).findings
        differs = [one for one in findings if one.id == f"{case.lower()}-differs"]
        assert len(differs) == (ruling != CASES[case].ruling)
        assert all(one.verdict == "ask" and CASES[case].defence in one.why for one in differs)


@pytest.mark.parametrize("case", CASES)
def test_our_own_quotes_are_ours_and_others_may_stand(case: str) -> None:
    ours = CASES[case].tests
    other = next(key for key in TESTS if key not in ours)
    assert told(case_1=case, case_2="", test_1_a=ours[1], test_1_b=ours[0]).count("quotes-ours") == 1
    assert "quotes-others" in told(case_1=case, case_2="", test_1_a=ours[0], test_1_b=other)
    assert "quote-missing" in told(case_1=case, case_2="", test_1_a=ours[0], test_1_b="")
    assert "quote-twice" in told(case_1=case, case_2="", test_1_a=ours[0], test_1_b=ours[0])


def test_our_rulings_are_shown_only_for_cases_that_were_ruled() -> None:
    (table,) = check(EXERCISE.answers({"g03": "fine"})).tables
    assert [row[0] for row in table.rows] == [CASES["G03"].name]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (LIMITS, "limits-whole"),
        ("", "limits-missing"),
        (
            "It will not make the close shorter. We don't know yet whether the old list stays; the controller decides in May. "
            "I can't promise that nobody will lose the evening shift.",
            "limits-whole",
        ),
        (
            "The figures come from one ward only; whether the private view is signed is open, ask the works council; "
            "nothing about posts is mine to promise, and I cannot guarantee anything.",
            "limits-whole",
        ),
        ("It does not replace the visit. I promise nothing about pay.", "limits-part"),
        ("It is open.", "limits-part"),
        (
            "I can't tell you whether it is faster. The board settles the on-call question in May. I won't swear to anything about rosters.",
            "limits-whole",
        ),
        (
            "We cannot say if it helps at night. Who sees it is being negotiated with the works council. Pay is not my call.",
            "limits-whole",
        ),
        ("This is guaranteed to work and does not cost you anything.", "limits-promise"),
        ("Your jobs are safe.", "limits-promise"),
        ("Das System ersetzt keine Gespräche. Offen ist die Auswertung.", "limits-unread"),
        (f"{LIMITS} {'And one more thing that is true as well. ' * 20}", "limits-long"),
    ],
)
def test_limits_are_read_for_their_content(text: str, finding: str) -> None:
    assert finding in [one.id for one in about_limits(text, "limits")]


def test_a_denied_promise_is_no_promise() -> None:
    for text in (
        "I cannot promise that your jobs are safe.",
        "We do not guarantee it.",
        "I will not promise that nobody will lose hours.",
    ):
        assert "limits-promise" not in [one.id for one in about_limits(text, "limits")], text


def test_a_sentence_on_dates_is_no_promise() -> None:
    assert "limits-promise" not in [one.id for one in about_limits("Nobody will be trained before May.", "limits")]


@FEW
@given(text=TEXTS)
def test_any_limits_can_be_read(text: str) -> None:
    assert about_limits(text, "limits")


def test_the_dossier_begins_with_the_limits_and_has_no_verdicts_on_cases() -> None:
    parts = written(EXERCISE.answers(EXERCISE.example.answers))
    assert parts[0] == LIMITS
    tables = [part for part in parts if isinstance(part, Table)]
    assert [len(one.rows) for one in tables] == [len(TESTS)]
    assert "voucher" not in str(parts)
    assert written(EXERCISE.answers({"g01": "fine"})) == ()


def test_reasons_without_a_ruling_are_heard() -> None:
    assert "quotes-ours" in told(case_1="G03", test_1_a="K02", test_1_b="K10")
