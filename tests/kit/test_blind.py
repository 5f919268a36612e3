"""Blind scoring: numbers that depend on the seed alone, a key that stays apart, sheets that are read with care."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from book.kit import blind
from book.kit.blind import KEY, SHEETS, TEXTS, BlindError
from exercises import library
from tests.course import PROJECT

CRITERIA = tuple(library.rubric())


def dossier(**tasks: tuple[str, str]) -> str:
    """A dossier file with these tasks: letter = (text, when)."""
    kept = {f"pitch-task-{letter}": {"text": text, "when": when} for letter, (text, when) in tasks.items()}
    return json.dumps({"format": "selling-it dossier", "version": 1, "exercises": kept})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six files: two learners in either order, one without an order, one with one task, two that are left out."""
    files = {
        "ada.json": dossier(a=("First of ada.", "before"), b=("Second of ada.", "after")),
        "ben.json": dossier(a=("Second of ben.", "after"), b=("First of ben.", "before")),
        "cleo.json": dossier(a=("A of cleo.", "before"), b=("B of cleo.", "before")),
        "dora.json": dossier(a=("=HYPERLINK(1) <script>alert(1)</script>\n# Text 99", "before")),
        "empty.json": dossier(a=("  ", "")),
        "foreign.json": "[]",
    }
    made = tmp_path / "dossiers"
    made.mkdir()
    for name, text in files.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


def filled(out: Path, marks: dict[str, dict[int, dict[str, str]]]) -> None:
    """Fill the sheets: name of the sheet -> number of the text -> levels by criterion."""
    for name, of in marks.items():
        rows = [["Text", *CRITERIA]]
        rows += [[str(n), *(levels.get(c, "") for c in CRITERIA)] for n, levels in of.items()]
        with (out / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)


def test_texts_are_collected_and_what_is_left_out_is_told(folder: Path) -> None:
    texts, left = blind.collect(folder)
    assert len(texts) == 7
    assert [one.when for one in texts if one.learner == "cleo.json"] == ["", ""]
    assert [line.partition(":")[0] for line in left] == ["cleo.json", "empty.json", "foreign.json"]
    assert "which task came first was not said" in left[0]


def test_the_order_depends_on_the_seed_and_not_on_the_order_of_files(folder: Path) -> None:
    texts, _ = blind.collect(folder)
    assert blind.shuffled(texts, 7) == blind.shuffled(texts[::-1], 7)
    orders = {tuple(blind.shuffled(texts, seed)) for seed in range(20)}
    assert len(orders) >= 15
    assert all(sorted(order, key=str) == sorted(texts, key=str) for order in orders)


def test_scorers_see_texts_and_numbers_and_neither_name_nor_order(folder: Path, tmp_path: Path) -> None:
    texts, _ = blind.collect(folder)
    out = tmp_path / "out"
    assert [path.name for path in blind.write(texts, 7, out)] == [TEXTS, *SHEETS, KEY]
    seen = (out / TEXTS).read_text(encoding="utf-8") + "".join((out / name).read_text("utf-8-sig") for name in SHEETS)
    assert [word for word in ("ada.json", "ben.json", "before", "after") if word in seen] == []
    assert seen.count("## Text ") == len(texts) == 7
    assert "\n# Text 99" not in seen, "a text cannot make a heading of its own"
    key = (out / KEY).read_text("utf-8-sig")
    assert all(name in key for name in ("ada.json", "dora.json"))
    assert "=HYPERLINK" not in key


def test_sheets_are_never_written_over(folder: Path, tmp_path: Path) -> None:
    texts, _ = blind.collect(folder)
    blind.write(texts, 7, tmp_path / "out")
    with pytest.raises(BlindError, match="already, perhaps with marks in them"):
        blind.write(texts, 8, tmp_path / "out")
    with pytest.raises(BlindError, match="No dossier with a pitch task"):
        blind.write([], 7, tmp_path / "other")


@pytest.fixture
def scored(folder: Path, tmp_path: Path) -> Path:
    """Two sheets: every second text gets 2, every first 1; scorer two differs on C1, and by two on C9 of one text."""
    texts, _ = blind.collect(folder)
    out = tmp_path / "out"
    blind.write(texts, 7, out)
    order = blind.shuffled(texts, 7)
    level = {"before": "1", "after": "2", "": "3"}
    first = {n: dict.fromkeys(CRITERIA, level[one.when]) for n, one in enumerate(order, 1)}
    second = {n: {**of, "C1": str(int(of["C1"]) - 1)} for n, of in first.items()}
    number = next(n for n, one in enumerate(order, 1) if one.learner == "cleo.json")
    second[number]["C9"] = "1"
    del second[next(n for n, one in enumerate(order, 1) if one.learner == "dora.json")]["C2"]
    filled(out, {SHEETS[0]: first, SHEETS[1]: second})
    return out


def test_agreement_and_means_are_counted(scored: Path) -> None:
    rows = {row.criterion: row for row in blind.compare(scored)}
    assert list(rows) == [*CRITERIA, "all"]
    assert (rows["C1"].pairs, rows["C1"].same, rows["C1"].near) == (7, 0, 7)
    assert (rows["C2"].pairs, rows["C2"].same) == (6, 6)
    assert (rows["C9"].same, rows["C9"].near) == (6, 6)
    assert (rows["C3"].before, rows["C3"].after, rows["C3"].learners) == (1, 2, 2)
    assert (rows["C1"].before, rows["C1"].after) == (0.5, 1.5)
    assert rows["all"].pairs == 62
    assert sum(row.same for name, row in rows.items() if name != "all") == rows["all"].same == 54


def test_the_words_say_what_a_change_is_not(scored: Path) -> None:
    words = blind.in_words(blind.compare(scored))
    assert "over 2 learners with both texts marked" in words
    assert "There is no control group" in words
    assert "C3" in words
    assert "+1.00" in words


def test_a_sheet_from_a_spreadsheet_with_semicolons_is_read(scored: Path) -> None:
    before = blind.compare(scored)
    for name in SHEETS:
        path = scored / name
        path.write_text("\ufeff" + path.read_text("utf-8").replace(",", ";"), encoding="utf-8")
    assert blind.compare(scored) == before


WRONG = {
    "a level of 4": ("4", "row 2, column C1: got “4”, expected a level from 0 to 3"),
    "a word": ("=cmd", "got “'=cmd”, expected a level"),
    "a half": ("1.5", "got “1.5”, expected a level"),
}


@pytest.mark.parametrize(("given", "says"), WRONG.values(), ids=WRONG)
def test_a_mark_that_is_none_is_told_with_its_place(given: str, says: str, scored: Path) -> None:
    filled(scored, {SHEETS[0]: {1: {"C1": given}}})
    with pytest.raises(BlindError, match=says.replace(".", r"\.")) as refused:
        blind.compare(scored)
    assert SHEETS[0] in str(refused.value)


def test_missing_files_columns_and_marks_are_told(scored: Path, tmp_path: Path) -> None:
    with pytest.raises(BlindError, match="Write the sheets first"):
        blind.compare(tmp_path)
    filled(scored, {SHEETS[0]: {99: {"C1": "1"}}})
    with pytest.raises(BlindError, match="column Text: got “99”, expected the number of a text"):
        blind.compare(scored)
    filled(scored, {name: {1: {}} for name in SHEETS})
    with pytest.raises(BlindError, match="No text has a mark by both scorers"):
        blind.compare(scored)
    (scored / SHEETS[1]).write_text("Text,C1\n1,2\n", encoding="utf-8")
    with pytest.raises(BlindError, match="first row: C2, C3"):
        blind.compare(scored)
    (scored / SHEETS[1]).write_bytes(b"Text,\xff\n")
    with pytest.raises(BlindError, match="CSV UTF-8"):
        blind.compare(scored)


def test_the_commands_of_the_page_work(folder: Path, tmp_path: Path) -> None:
    page = (PROJECT / "book" / "before-and-after-scoring.md").read_text(encoding="utf-8")
    assert "python -m book.kit.blind number FOLDER --seed 7" in page
    assert "python -m book.kit.blind compare" in page

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "book.kit.blind", *words]
        return subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, check=False)

    done = run("number", str(folder), "--seed", "7", "--out", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert "7 texts." in done.stdout
    assert "foreign.json: It is not a dossier of this course." in done.stdout
    again = run("number", str(folder), "--seed", "7", "--out", str(tmp_path / "out"))
    assert again.returncode == 1
    assert "Choose another folder" in again.stderr
