"""JupyterLab and Binder as files: every path is there, the locks agree, scripts parse. Nothing is installed or fetched."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from exercises.dossier.store import current
from exercises.drawing import OF_JUPYTERLAB, VEGA_LITE, bundle
from tests.course import PROJECT

BINDER = PROJECT / ".binder"
PAGE = (PROJECT / "book" / "in-jupyter.md").read_text(encoding="utf-8")
MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")


def lock(name: str) -> dict[str, str]:
    """The pinned packages of a lock file."""
    lines = (PROJECT / name).read_text(encoding="utf-8").splitlines()
    return dict(found for line in lines for found in re.findall(r"^([\w.-]+)==(\S+)", line))


def test_the_lock_for_jupyterlab_agrees_with_the_other_one() -> None:
    lab, all_others = lock("requirements-lab.txt"), lock("requirements.txt")
    shared = lab.keys() & all_others.keys()
    assert {name: (lab[name], all_others[name]) for name in shared if lab[name] != all_others[name]} == {}
    assert lab["jupyterlab"].startswith("4.")
    assert {"jupyterlab-myst", "ipywidgets", "altair", "pandas"} <= lab.keys()
    assert len(shared) >= 80
    assert len(lab.keys() - shared) >= 10


def test_binder_installs_that_lock_and_the_project() -> None:
    assert sorted(path.name for path in BINDER.iterdir()) == ["postBuild", "requirements.txt", "runtime.txt", "start"]
    named = re.fullmatch(r"-r (\S+)\n", (BINDER / "requirements.txt").read_text())
    assert named
    assert (BINDER / named[1]).resolve() == PROJECT / "requirements-lab.txt"
    assert re.fullmatch(r"python-3\.1[1-4]\n", (BINDER / "runtime.txt").read_text())
    assert "pip install --no-cache-dir --no-deps -e ." in (BINDER / "postBuild").read_text()


@pytest.mark.parametrize("name", ["postBuild", "start"])
def test_the_scripts_of_binder_run_where_they_can(name: str) -> None:
    script = BINDER / name
    assert os.access(script, os.X_OK), f"{name} is not executable"
    assert script.read_text().startswith("#!/bin/bash\n")
    if bash := shutil.which("bash"):
        subprocess.run([bash, "-n", str(script)], check=True)


def test_binder_starts_with_one_file_for_all_answers(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash here")
    told = subprocess.run(
        [bash, str(BINDER / "start"), "printenv", "SELLING_IT_DOSSIER"],
        capture_output=True, text=True, check=True, env={"PATH": os.environ["PATH"], "REPO_DIR": str(tmp_path)},
    )  # fmt: skip
    assert told.stdout.strip() == str(tmp_path / "notebooks" / "dossier.json")


def test_make_lab_starts_in_the_root_with_chapter_1_and_keeps_the_answers_beside_the_chapters() -> None:
    target = MAKEFILE.partition("\nlab: ")[2].partition("\n\n")[0]
    assert "export SELLING_IT_DOSSIER := $(abspath notebooks/dossier.json)" in target
    assert '--ServerApp.root_dir="$(CURDIR)"' in target
    opened = re.findall(r"lab/tree/([\w./-]+)", target + PAGE + MAKEFILE)
    assert {name.removeprefix("NAME/") for name in opened} == {"notebooks/01-last-in-line.ipynb"}
    assert (PROJECT / "notebooks" / "01-last-in-line.ipynb").is_file()
    assert "dossier.json" in (PROJECT / ".gitignore").read_text().splitlines()


def test_what_the_page_names_is_there() -> None:
    for name in ("requirements-lab.txt", ".binder"):
        assert name in PAGE
        assert (PROJECT / name).exists()
    for target in re.findall(r"(?m)^make ([a-z-]+)$", PAGE):
        assert re.search(rf"(?m)^{target}:", MAKEFILE), target
    assert "SELLING_IT_DOSSIER" in PAGE


def test_a_path_in_the_home_is_understood(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SELLING_IT_DOSSIER", "~/dossier.json")
    current.cache_clear()
    try:
        assert current().path == tmp_path / "dossier.json"
    finally:
        current.cache_clear()


def test_a_drawing_is_handed_over_for_the_page_and_for_jupyterlab() -> None:
    wide = {"mark": "point", "width": "container"}
    made = bundle(wide, "Words.")
    assert made[VEGA_LITE] is wide
    assert list(made) == [VEGA_LITE, OF_JUPYTERLAB, "text/plain"], "a page takes the first"
    assert made[OF_JUPYTERLAB] == {"mark": "point", "width": 560}
    assert bundle({"width": 90}, "")[OF_JUPYTERLAB] == {"width": 90}
