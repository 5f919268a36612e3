"""Tables for spreadsheets: nothing in a cell runs, nothing of it is lost."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.models.user_risk_register import EXERCISE, check
from exercises.sheet import harmless, sheet
from tests.unit.strategies import FEW, TEXTS

RUNS = ("=", "+", "-", "@", "\t", "\r")


@pytest.mark.parametrize(
    "cell", ["=cmd()", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=1", "\x00=1", "=\u202e"]
)
def test_a_cell_that_could_run_is_made_harmless(cell: str) -> None:
    assert harmless(cell).startswith("'")


@pytest.mark.parametrize("cell", ["a = b", "two - three", "", "7", "e@mail"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


def read(content: bytes) -> list[list[str]]:
    """The rows of a sheet, as a spreadsheet reads them."""
    assert content.startswith(b"\xef\xbb\xbf"), "the mark of UTF-8 is missing"
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@FEW
@given(rows=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5))
def test_every_cell_comes_back_and_none_runs(rows: list[tuple[str, str]]) -> None:
    head, *back = read(sheet(("a", "=b"), rows))
    assert head == ["a", "'=b"]
    assert len(back) == len(rows)
    assert [cell for row in back for cell in row if cell.startswith(RUNS)] == []


def test_the_register_leaves_with_every_column_and_no_formula() -> None:
    answers = {
        **EXERCISE.answers(EXERCISE.example.answers),
        "risk_1_owner": "=HYPERLINK(1)",
        "risk_2_risk": "+cmd|' /C calc'!A0 happens",
    }
    (file,) = check(answers).files
    head, first, second = read(file.content)
    assert len(head) == len(first) == len(second) == 12
    assert first[8] == "'=HYPERLINK(1)"
    assert second[1].startswith("'+cmd")
