"""The script behind data/uk_major_projects.csv, on two small returns of our own."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from scripts.derive_uk_major_projects import COLUMNS, HEAD, TARGET, main

HEADINGS = [f"{name} \n(a note)" if name.startswith(("Project - ", "IPA")) else name for name in COLUMNS.values()]
BEFORE = [
    ("A_0001_2021-Q1", "Old  name", "AA", "ICT", "2024-03-31", "", "Amber"),
    ("A_0002_2021-Q1", "Gone", "AA", "ICT", "2024-03-31", "Green", ""),
    ("A_0003_2021-Q1", "Secret", "AA", "ICT", "Exempt under Section 24", "Exempt", "Exempt"),
    ("A_0004_2021-Q1", "Nearer", "AA", "ICT", "2024-03-31", "Red", ""),
]
AFTER = [
    ("A_0001_2021-Q1", "New\r\nname", "BB", "ICT", "2025-03-31", "Red", "NA"),
    ("A_0003_2021-Q1", "Secret", "AA", "ICT", "Exempt", "Exempt", "Exempt"),
    ("A_0004_2021-Q1", "Nearer", "AA", "ICT", "2024-03-01", "Exempt", "Exempt"),
    ("A_0005_2223-Q1", "New", "AA", "ICT", "2030-01-01", "Green", "NA"),
]


def write(path: Path, rows: Sequence[tuple[str, ...]], headings: list[str] = HEADINGS) -> Path:
    """Write a return as GOV.UK does: with a byte order mark and headings of two lines."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
    return path


@pytest.fixture
def returns(tmp_path: Path) -> list[str]:
    return [str(write(tmp_path / "2022.csv", BEFORE)), str(write(tmp_path / "2023.csv", AFTER))]


def test_projects_of_both_returns_become_rows_and_the_others_are_counted(
    returns: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.csv"
    assert main([*returns, "--target", str(target)]) == 0
    rows = list(csv.reader(target.read_text(encoding="utf-8").splitlines()))
    assert rows == [
        list(HEAD),
        ["A_0001_2021-Q1", "New name", "BB", "ICT", "2024-03-31", "2025-03-31", "365", "Amber", "Red"],
        ["A_0004_2021-Q1", "Nearer", "AA", "ICT", "2024-03-31", "2024-03-01", "-30", "Red", ""],
    ]
    said = capsys.readouterr().out
    assert "4 projects in the earlier return, 4 in the later one; 2 rows written." in said
    for reason in ("only in the earlier return: 1", "only in the later return: 1", "no end date in both returns: 1"):
        assert f"left out, {reason}" in said


@pytest.mark.parametrize("headings", [[*HEADINGS[1:], "Other"], [*HEADINGS[:6], HEADINGS[1]]])
def test_a_file_that_is_no_return_is_refused(
    returns: list[str], headings: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "2022.csv", BEFORE, headings)
    assert main([*returns, "--target", str(tmp_path / "out.csv")]) == 1
    assert "2022.csv" in capsys.readouterr().err
    assert not (tmp_path / "out.csv").exists()


def test_the_table_in_the_project_has_the_columns_of_the_script() -> None:
    assert TARGET.read_text(encoding="utf-8").splitlines()[0] == ",".join(HEAD)
