"""Fields in rows, and when a field is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exercises import load
from exercises.exercise import Answer, Example, ExerciseError, Field, Mistake, read_rows, rows
from exercises.talk import read_moves, write_moves
from exercises.widgets import show

SIGN = (
    Field("kind", "Kind", "choice", options=(("a", "A"), ("b", "B"))),
    Field("text", "Text", only_if=("kind", "a")),
    Field("count", "Count", "number", highest=9),
)
THREE = rows("sign", "Sign", 3, SIGN)
FORM = replace(load("pledge-converter"), fields=THREE, example=Example({}, ()), mistakes=(Mistake("none", {}, ()),))


def asked(**answers: Answer) -> list[str]:
    """Names of the fields that are asked, given these answers."""
    given = FORM.answers(answers)
    return [field.name for field in THREE if FORM.asked(field.name, given)]


def test_rows_repeat_the_fields_under_numbered_names() -> None:
    assert [field.name for field in THREE] == [
        f"sign_{n}_{name}" for n in (1, 2, 3) for name in ("kind", "text", "count")
    ]
    assert {field.group for field in THREE} == {"Sign 1", "Sign 2", "Sign 3"}
    assert THREE[4].only_if == ("sign_2_kind", "a")


def test_a_row_is_asked_once_something_stands_in_it_and_the_first_one_always() -> None:
    assert asked() == ["sign_1_kind", "sign_1_text", "sign_1_count"]
    assert asked(sign_1_text="x") == ["sign_1_kind", "sign_1_text", "sign_1_count"]
    assert asked(sign_1_kind="b") == ["sign_1_kind", "sign_1_count"]
    both = asked(sign_3_count=1)
    assert both == ["sign_1_kind", "sign_1_text", "sign_1_count", "sign_3_kind", "sign_3_text", "sign_3_count"]


def test_a_row_stays_when_the_one_before_it_is_emptied_and_another_can_be_added() -> None:
    shown = show("user-risk-register")
    boxes = [one for one in shown.children if "field-row" in one._dom_classes]
    (add,) = [one for one in shown.children if getattr(one, "description", "") == "Add another line"]

    def visible() -> list[int]:
        return [number for number, box in enumerate(boxes, 1) if box.layout.display != "none"]

    assert visible() == [1]
    add.click()
    add.click()
    assert visible() == [1, 2, 3]
    fields = {name: widget for box in boxes for widget in box.children for name in widget._dom_classes}
    fields["answer--user-risk-register--risk_2_risk"].value = "second"
    fields["answer--user-risk-register--risk_3_risk"].value = "third"
    fields["answer--user-risk-register--risk_2_risk"].value = ""
    assert visible() == [1, 2, 3]
    for _ in range(5):
        add.click()
    assert visible() == [1, 2, 3, 4, 5, 6]
    assert add.layout.display == "none"


def test_rows_that_were_begun_are_read_with_their_numbers() -> None:
    given = FORM.answers({"sign_1_text": "x", "sign_3_count": 2})
    assert read_rows(given, "sign", 3, SIGN) == [
        (1, {"kind": "a", "text": "x", "count": 0}),
        (3, {"kind": "a", "text": "", "count": 2}),
    ]
    assert read_rows(FORM.answers({}), "sign", 3, SIGN) == []


@pytest.mark.parametrize(
    ("field", "fault"),
    [
        (Field("late", "Late", only_if=("later", "x")), "late"),
        (Field("moves", "Moves", "moves"), "moves"),
    ],
)
def test_a_field_cannot_depend_on_one_that_comes_later(field: Field, fault: str) -> None:
    with pytest.raises(ExerciseError, match=fault):
        replace(FORM, fields=(field, *THREE))


@pytest.mark.parametrize("kept", ["", "no json", "{}", "7", "[1, null]", "[" * 99_999])
def test_what_is_no_list_of_texts_is_no_move(kept: str) -> None:
    assert read_moves(kept) == []


def test_moves_come_back() -> None:
    assert read_moves(write_moves(["best", "=ünd “so”"])) == ["best", "=ünd “so”"]
    assert write_moves([]) == ""
