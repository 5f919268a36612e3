"""Old-path retirement: no end without a replacement or an admitted loss; keeping can be right."""

from __future__ import annotations

import pytest

from exercises.exercise import Answer, Table
from exercises.models.old_path_retirement import EXERCISE, check, written

END = {name: value for name, value in EXERCISE.example.answers.items() if name.startswith("path_1")}


def told(**given: Answer) -> tuple[str, ...]:
    """Ids of the findings for the worked example's first path with changes."""
    changes = {f"path_1_{name}": value for name, value in given.items()}
    return check(EXERCISE.answers({**END, **changes})).ids


@pytest.mark.parametrize(
    ("instead", "finding"),
    [
        ("", "end-bare"),
        ("nothing", "end-bare"),
        ("None.", "end-bare"),
        ("n/a", "end-bare"),
        ("Nothing replaces it: the sketches are lost.", "end-honest"),
        ("They lose the sketches.", "end-honest"),
        ("The tablet; it is slower for ten jobs a day.", "end-honest"),
        ("The tablet", "end-covers"),
        # Saying what the new way does is no admission.
        ("The tablet, which does not need paper", "end-covers"),
        ("Das Tablet", "end-covers"),
    ],
)
def test_an_end_owes_a_replacement_or_an_admitted_loss(instead: str, finding: str) -> None:
    assert [one for one in told(instead=instead) if one.startswith("end-")] == [finding]


@pytest.mark.parametrize("date", ["", "soon", "when ready", "31 June"])
def test_a_bridge_and_an_end_need_a_day_and_a_kept_path_is_asked_for_one(date: str) -> None:
    assert "bridge-no-end" in told(decision="bridge", date=date)
    assert "end-no-day" in told(date=date)
    assert "keep-no-look" in told(decision="keep", date=date)


def test_keeping_is_never_told_to_change() -> None:
    for does in ("", "It works with gloves on.", "Nothing"):
        for said in ("", "The board stays."):
            given = {**END, "path_1_decision": "keep", "path_1_does": does, "path_1_said": said, "path_1_date": ""}
            findings = check(EXERCISE.answers(given)).findings
            assert [one.id for one in findings if one.verdict == "change"] == []
            assert ("keep-reasoned" in [one.id for one in findings]) == (does == "It works with gloves on.")


def test_a_silent_switch_off_and_an_order_are_told_apart() -> None:
    assert "said-missing" in told(said="")
    assert "said-orders" in told(said="You must not use the notebook.")
    assert not {"said-missing", "said-orders"} & set(told(said="The notebook goes into the drawer on 30 April."))


def test_every_path_is_named_in_what_is_said_of_it() -> None:
    both = {**END, **{name.replace("_1_", "_2_"): value for name, value in END.items()}, "path_2_what": "the old tool"}
    findings = check(EXERCISE.answers({**both, "path_1_date": "", "path_2_owner": ""})).findings
    assert [one.says.partition(":")[0] for one in findings if one.verdict == "change"] == [
        "“the paper notebook at the press”",
        "“the old tool”",
    ]


def test_the_dossier_has_one_table_a_path_without_empty_rows() -> None:
    tables = written(EXERCISE.answers(EXERCISE.example.answers))
    assert [one.caption for one in tables if isinstance(one, Table)] == [
        "the paper notebook at the press",
        "the tool board with the painted outlines",
    ]
    assert all(cell.strip() for one in tables if isinstance(one, Table) for row in one.rows for cell in row)
    assert written(EXERCISE.answers({})) == ()


@pytest.mark.parametrize("date", ["end of Q2", "September", "spring 2027"])
def test_a_time_near_a_day_is_asked_about(date: str) -> None:
    assert "day-vague" in told(decision="bridge", date=date)
    assert "bridge-no-end" not in told(decision="bridge", date=date)
    assert "end-no-day" not in told(date=date)


def test_a_loss_in_other_words_and_an_order_with_its_reason() -> None:
    assert "end-honest" in told(instead="The app sends a message; you cannot send photos any more.")
    assert "said-orders" not in told(said="Patient data may not go there, so you have to leave the group.")
    assert "said-orders" in told(said="You have to leave the group.")


def test_one_path_is_not_counted_as_in_a_list() -> None:
    assert "1 old path; the check sees nothing" in check(EXERCISE.answers(END)).summary
