"""The group in JupyterLab: pandas counts from the frames what the page counts without it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from exercises.charts import Figure
from exercises.group.counts import FEWEST, PAIRS
from exercises.group_charts import NOT_BROKEN_DOWN, GroupOfFiles, of_folder
from tests.group_files import two_hundred


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> GroupOfFiles:
    """The two hundred files, as a folder beside the notebook."""
    folder = tmp_path_factory.mktemp("dossiers")
    for number, (name, content) in enumerate(two_hundred()):
        (folder / name.replace("/", "_")).write_bytes(content)
        assert number < 200
    return of_folder(str(folder))


def rows(frame: pd.DataFrame) -> list[Any]:
    """The rows of a frame as tuples."""
    return list(frame.itertuples(index=False, name=None))


def test_a_folder_of_two_hundred_files_gives_the_same_group(whole: GroupOfFiles) -> None:
    assert not whole.made_up
    assert whole.group.files == 200
    assert len(whole.group.learners) == 181
    assert len(whole.remarks()) == 20
    assert "50,000,000 bytes" in " ".join(whole.remarks()["why"])


def test_units_and_plans(whole: GroupOfFiles) -> None:
    frames = whole.frames()
    counted = frames["units"].groupby(["pledge", "ready"]).size().reset_index()
    assert {(p, r): n for p, r, n in rows(counted)} == whole.figures.units
    assert frames["units"]["learner"].nunique() == whole.figures.with_units
    parts = frames["plans"]["parts"].value_counts()
    assert tuple(parts.get(at, 0) for at in range(5)) == whole.figures.plans
    assert len(whole.figures.units) >= 10


def test_threats_and_roles(whole: GroupOfFiles) -> None:
    frame = whole.frames()["threats"]
    stands = pd.crosstab(frame["threat"], frame["stand"])[["for", "against", "ask", "open"]]
    assert {one.id: one.stands for one in whole.figures.threats} == {
        name: tuple(row) for name, row in zip(stands.index, rows(stands), strict=True)
    }
    assert set(frame.groupby("role")["learner"].nunique().items()) == {
        (one.name, one.learners) for one in whole.figures.roles
    }
    by_role = frame.groupby(["role", "threat"])["learner"].nunique().reset_index()
    assert set(rows(by_role)) == {(one.name, *pair) for one in whole.figures.roles for pair in one.threats.items()}
    assert len(whole.figures.roles) >= 3


def test_pitch_profiles(whole: GroupOfFiles) -> None:
    frame = whole.frames()["levels"]
    counted = frame.groupby(["text", "criterion", "level"]).size().reset_index()
    shown = {
        (one.kind, c, at, n)
        for one in whole.figures.profiles
        for c, of in one.levels.items()
        for at, n in enumerate(of)
        if n
    }
    assert {row for row in rows(counted) if row[0] in {one.kind for one in whole.figures.profiles}} == shown
    wide = frame.pivot_table(index=["learner", "criterion"], columns="text", values="level").reset_index()
    looked_at = 0
    for moved in whole.figures.moved:
        before, after = PAIRS[moved.pair]
        both = wide.dropna(subset=[before, after])
        assert both["learner"].nunique() == moved.learners >= FEWEST
        for criterion, of in both.groupby("criterion"):
            step = of[after] - of[before]
            assert moved.criteria[str(criterion)] == (
                (of[before] >= 2).sum(), (of[after] >= 2).sum(), (step > 0).sum(), (step == 0).sum(), (step < 0).sum(),
            )  # fmt: skip
            looked_at += 1
    assert looked_at == 18


def test_quizzes_and_exercises(whole: GroupOfFiles) -> None:
    frames = whole.frames()
    items = frames["quizzes"].groupby(["quiz", "item"])["right"].agg(["count", "sum"]).reset_index()
    assert {(q, i, n, n - right) for q, i, n, right in rows(items)} == set(whole.figures.items)
    done = frames["exercises"].assign(changed=frames["exercises"]["changes"] > 0)
    of = done.groupby("exercise").agg(
        begun=("learner", "nunique"), changed=("changed", "sum"), asked=("asked", "sum"), empty=("empty", "sum")
    )
    assert set(rows(of.reset_index())) == set(whole.figures.exercises)
    assert len(items) >= 30
    assert len(of) >= 30


def test_charts_carry_the_tables_of_the_page(whole: GroupOfFiles) -> None:
    charts = whole.charts()
    assert [len(charts[part]) for part in ("pledge", "threats", "pitches", "hardest")] == [1, 2, 1, 1]
    for figure in (figure for of in charts.values() for figure in of):
        specification = figure.specification()
        assert specification["description"]
        assert len(specification["usermeta"]["table"]["rows"]) >= 5
    assert "Exercises" in charts["hardest"][0].table.caption


def test_without_files_a_made_up_group_stands_in_and_says_so(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "not-there"):
        found = of_folder(str(folder))
        assert found.made_up
        assert "made-up group" in found._repr_html_()
        assert isinstance(found.chart("pledge"), Figure)


def test_under_five_learners_no_frame_names_a_role(tmp_path: Path) -> None:
    for name, content in two_hundred()[100:104]:
        (tmp_path / name).write_bytes(content)
    (tmp_path / ".hidden").write_text("no file of ours")
    (tmp_path / "a folder").mkdir()
    found = of_folder(str(tmp_path))
    assert set(found.frames()["threats"]["role"]) == {NOT_BROKEN_DOWN}
    assert not isinstance(found.chart("threats", 1), Figure)
    assert "could not open" in " ".join(found.remarks()["why"])


def test_the_summary_is_written_beside_the_notebook(whole: GroupOfFiles, tmp_path: Path) -> None:
    assert whole.save(str(tmp_path)) == ["group-summary.md", "group-summary.csv", "group-summary.json"]
    assert all((tmp_path / name).stat().st_size > 1000 for name in whole.save(str(tmp_path), words=True))
