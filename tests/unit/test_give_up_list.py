"""The give-up list: four decisions, and what each of them needs."""

from __future__ import annotations

from typing import Any

import pytest

from exercises import load
from exercises.models.give_up_list import check, written

EXERCISE = load("give-up-list")


def row(number: int = 1, **given: Any) -> dict[str, Any]:
    whole = {"what": "the wall calendar", "whom": "shift leads", "decision": "keep", "how": "It stays on the wall by the door.",
             "owner": "the plant manager", "date": "3 March", **given}  # fmt: skip
    return {f"loss_{number}_{name}": value for name, value in whole.items()}


def ids(**given: Any) -> tuple[str, ...]:
    return check(EXERCISE.answers(given)).ids


@pytest.mark.parametrize(
    ("decision", "how", "expected"),
    [
        ("keep", "yes", "keep-how"),
        ("keep", "because they want that", "keep-where"),
        ("keep", "read-only, beside the new one, until December", "kept"),
        ("replace", "", "replace-how"),
        ("replace", "through the new system", "replaced-by-system"),
        ("replace", "a tablet mount on each fork-lift", "replacement-tried"),
        ("compensate", "more transparency for their planning", "merit-as-pay"),
        ("compensate", "one late shift less a month", "compensated"),
        ("admit", "it is gone", "admit-sentence"),
        ("admit", "You will lose the list, but the new one is faster.", "admit-cancelled"),
        ("admit", "Your list goes in May. Do not worry, it is only a tool.", "admit-comfort"),
        ("admit", "Your list goes in May, and I know that you built it in ten years.", "admitted"),
        ("admit", "“Your list goes in May, and I know that you built it in ten years.”", "admitted"),
        ("", "somehow or other", "decision-missing"),
    ],
)
def test_each_decision_says_what_it_needs(decision: str, how: str, expected: str) -> None:
    assert expected in ids(**row(decision=decision, how=how))


@pytest.mark.parametrize(
    "words",
    [
        "losses weigh twice as much",
        "a loss hurts 2x as much as a gain",
        "losses loom larger than gains",
        "the loss counts two to one",
    ],
)
def test_a_fixed_ratio_is_flagged_with_its_dispute(words: str) -> None:
    given = check(EXERCISE.answers(row(what=words)))
    (found,) = [one for one in given.findings if one.id == "fixed-ratio"]
    assert (found.verdict, found.source) == ("change", "E14")


@pytest.mark.parametrize("words", ["the meeting that we had twice a week", "a two to one chance of a free bed"])
def test_twice_a_week_is_no_ratio(words: str) -> None:
    assert "fixed-ratio" not in ids(**row(what=words))


def test_a_word_about_people_is_flagged() -> None:
    assert "belittles" in ids(**row(what="nostalgia"))
    assert "belittles" not in ids(**row(what="a spreadsheet with eleven years of colour codes"))


@pytest.mark.parametrize(("owner", "how", "wrong"), [
    ("the project lead", "two days off", True), ("IT", "a bonus", True), ("the head of HR", "two days off in May", False),
])  # fmt: skip
def test_money_and_time_off_are_granted_by_their_owner(owner: str, how: str, wrong: bool) -> None:
    found = ids(**row(decision="compensate", how=f"{how} for the first month", owner=owner))
    assert ("compensation-not-yours" in found) is wrong


def test_rows_are_counted_and_named() -> None:
    given = check(EXERCISE.answers({**row(1), **row(2, date="later"), **row(3, owner="the team")}))
    assert given.summary.startswith("3 losses, 1 ")
    assert [one.says[:7] for one in given.findings if one.verdict == "change"] == ["Loss 2:", "Loss 3:"]


def test_all_admitted_or_none_is_asked_about() -> None:
    admit = {"decision": "admit", "how": "Your list goes in May, and we know what it was worth."}
    assert "only-admitted" in ids(**row(1, **admit), **row(2, **admit), **row(3, **admit))
    assert "nothing-admitted" in ids(**row(1), **row(2), **row(3))


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ({"role": "nurse", "technology": "ehr"}, "Screen time away from the bed"),
        ({"role": "nurse", "technology": "crm"}, "no card"),
        ({"role": "other", "technology": "other"}, "knows neither"),
    ],
)
def test_the_library_suggests_a_loss_where_it_has_one(who: dict[str, str], words: str) -> None:
    given = check(EXERCISE.answers({**row(), **who}))
    assert given.ids[-1] == "library-loss"
    assert words in given.findings[-1].says


def test_the_dossier_has_one_row_a_loss() -> None:
    (table,) = written(EXERCISE.answers(EXERCISE.example.answers))
    assert not isinstance(table, str)
    assert [cells[1] for cells in table.rows] == ["Keep", "Admit", "Compensate"]
    assert written(EXERCISE.answers({})) == ()


@pytest.mark.parametrize(
    ("date", "finding"),
    [
        ("by go-live", "date-span"),
        ("end of the quarter", "date-span"),
        ("soon", "date-missing"),
        ("3. März", ""),
        ("12 de mayo", ""),
    ],
)
def test_a_span_is_asked_for_its_day(date: str, finding: str) -> None:
    found = {one for one in ids(**row(date=date)) if one.startswith("date")}
    assert found == ({finding} if finding else set())


def test_the_status_quo_of_a_day_is_no_word_about_people() -> None:
    assert "belittles" not in ids(**row(what="the status quo at the counter: one form, one stamp"))
    assert "belittles" not in ids(**row(what="the old way of ordering, by telephone"))
    assert "belittles" in ids(**row(what="stuck in their ways"))


def test_an_unknown_word_for_an_owner_is_asked_about_and_a_name_has_to_go() -> None:
    def verdict(owner: str) -> list[str]:
        found = check(EXERCISE.answers(row(owner=owner))).findings
        return [one.verdict for one in found if one.id == "owner-name"]

    assert (verdict("Werkleiter"), verdict("Sabine"), verdict("the plant manager")) == (["ask"], ["change"], [])
