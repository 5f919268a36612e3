"""The files that the page loads: complete, small, and only what is needed."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from exercises import EXERCISES

PROJECT = Path(__file__).resolve().parents[2]
LIVE = PROJECT / "book" / "live"
BUILT = LIVE / "dist" / "live"

MOST_BYTES = 12_000_000
"""Of all built runtime files, not compressed; a guard against shipping something by accident."""


def _check(*arguments: str) -> subprocess.CompletedProcess[str]:
    node = Path(sys.executable).with_name("node")
    command = [str(node), str(LIVE / "build" / "check.mjs"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def test_everything_runs_on_the_small_standard_library() -> None:
    run = _check()
    assert run.returncode == 0, run.stdout + run.stderr
    lines = run.stdout.splitlines()
    assert len(lines) == len(EXERCISES) + 1, "one line an archive: one an exercise, and everything"
    assert all("shown and pressed" in line for line in lines)


@pytest.mark.parametrize("module", ["tomllib/_parser", "dataclasses", "csv", "html/__init__"])
def test_a_missing_module_is_noticed(module: str, tmp_path: Path) -> None:
    names = zipfile.ZipFile(LIVE / "dist" / "stdlib.zip").namelist()
    if not any(name.startswith(module) for name in names):
        pytest.fail(f"{module} is not shipped; choose another module that the exercises need")
    smaller = tmp_path / "stdlib.zip"
    with zipfile.ZipFile(LIVE / "dist" / "stdlib.zip") as whole, zipfile.ZipFile(smaller, "w") as part:
        for name in names:
            if not name.startswith(module):
                part.writestr(name, whole.read(name))
    assert _check(str(smaller), "everything.zip").returncode != 0


def test_only_the_needed_part_of_the_standard_library_is_shipped() -> None:
    shipped = zipfile.ZipFile(LIVE / "dist" / "stdlib.zip").namelist()
    whole = zipfile.ZipFile(LIVE / "node_modules" / "pyodide" / "python_stdlib.zip").namelist()
    assert 100 < len(shipped) < len(whole) / 2
    assert not any(name.startswith(("tkinter", "unittest", "sqlite3", "idlelib")) for name in shipped)


def _names(archive: str) -> list[str]:
    return zipfile.ZipFile(LIVE / "dist" / f"{archive}.zip").namelist()


def test_no_host_module_and_no_host_table_is_shipped() -> None:
    archives = [path.stem for path in (LIVE / "dist").glob("*.zip") if path.stem != "stdlib"]
    assert len(archives) == len(EXERCISES) + 2
    for archive in archives:
        names = _names(archive)
        assert names, f"{archive} is empty"
        host = (
            "pandas",
            "altair",
            "numpy",
            "exercises/charts",
            "exercises/cases",
            "exercises/group_charts",
            "exercises/data_checks",
        )
        # Only the view of a group needs to know which answer of a quiz is right; its page gets everything.
        quizzes = () if archive == "everything" else ("exercises/quiz", "data/quizzes")
        assert [name for name in names if name.startswith((*host, *quizzes, "data/case", "data/uk_"))] == []
    there = len(list((PROJECT / "data" / "quizzes").glob("*.toml")))
    assert sum(name.startswith("data/quizzes/") for name in _names("everything")) == there >= 10


def test_a_page_gets_what_its_exercise_needs_and_no_other_exercise() -> None:
    assert "exercises/models/last_in_line.pyc" in _names("x-last-in-line")
    assert "data/last_in_line.csv" in _names("x-last-in-line")
    assert not any("pledge" in name or "conversation" in name for name in _names("x-last-in-line"))
    assert "exercises/widgets/form.pyc" in _names("base")
    assert not any("models" in name for name in _names("base"))
    everything = set(_names("base")) | set(_names("everything"))
    for name in EXERCISES:
        assert set(_names(f"x-{name}")) <= everything


def test_the_manifest_counts_what_is_there() -> None:
    manifest = json.loads((LIVE / "dist" / "manifest.json").read_text())
    files = [*manifest["files"], *manifest["packs"].values()]
    assert len(files) == 3 + len(EXERCISES) + 1
    for file in files:
        assert (BUILT / file["name"]).stat().st_size == file["bytes"]
    assert sum(path.stat().st_size for path in BUILT.iterdir()) - manifest["files"][0]["bytes"] < MOST_BYTES


def test_licences_of_others_go_with_the_files() -> None:
    notice = (BUILT / "licences.txt").read_text(encoding="utf-8")
    for name in ("pyodide", "ipywidgets", "traitlets", "comm", "@jupyter-widgets/base", "vega-lite", "Python"):
        assert f"== {name}" in notice
