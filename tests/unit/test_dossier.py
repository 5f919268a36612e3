"""The dossier: what is kept, what comes back, and what it does with a file that it cannot read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import dossier
from exercises.dossier import FORMAT, VERSION, Dossier, DossierError, read
from exercises.exercise import Answer
from tests.unit.strategies import FEW, TEXTS

Given = dict[str, dict[str, Answer]]

GIVEN = st.dictionaries(
    TEXTS, st.dictionaries(TEXTS, st.one_of(TEXTS, st.integers(), st.booleans()), min_size=1), max_size=4
)


def whole(exercises: object, version: object = VERSION, named: object = FORMAT) -> str:
    """A dossier as JSON text, good or bad."""
    return json.dumps({"format": named, "version": version, "exercises": exercises})


def as_json(given: object) -> str:
    """JSON tells true from 1, where Python's == does not."""
    return json.dumps(given, sort_keys=True)


def test_what_is_put_can_be_read_back() -> None:
    kept = Dossier()
    kept.put("pledge-converter", "cue", "After the close")
    kept.put("pledge-converter", "cue", "After the audit")
    assert kept.answers("pledge-converter") == {"cue": "After the audit"}
    assert kept.answers("pitch-builder") == {}


def test_what_was_handed_out_is_a_copy() -> None:
    kept = Dossier()
    kept.put("a", "b", "c")
    dict(kept.answers("a")).clear()
    assert kept.answers("a") == {"b": "c"}


def test_forgetting_drops_one_exercise_only() -> None:
    kept = Dossier()
    kept.put("a", "x", 1)
    kept.put("b", "x", 2)
    kept.forget("a")
    kept.forget("never there")
    assert kept.answers("a") == {}
    assert kept.answers("b") == {"x": 2}


def test_true_is_not_taken_for_one() -> None:
    kept = Dossier()
    kept.put("a", "x", 1)
    kept.put("a", "x", True)
    assert kept.answers("a")["x"] is True
    kept.put("a", "x", 1)
    assert as_json(read(kept.text())) == as_json({"a": {"x": 1}})


def test_a_file_brings_the_answers_back(tmp_path: Path) -> None:
    path = tmp_path / "dossier.json"
    kept = Dossier(path)
    assert not path.exists()
    kept.put("a", "text", "Zürich 😀 <b>\n“x”")
    kept.put("a", "yes", True)
    kept.put("b", "number", 3)
    kept.forget("b")
    again = Dossier(path)
    assert as_json(again.answers("a")) == as_json({"text": "Zürich 😀 <b>\n“x”", "yes": True})
    assert again.answers("b") == {}
    assert again.trouble == ""
    # It is written beside and then moved, and nothing stays beside.
    assert [one.name for one in tmp_path.iterdir()] == ["dossier.json"]


@FEW
@given(exercises=GIVEN)
def test_any_answers_survive_the_round_trip(exercises: Given) -> None:
    kept = Dossier()
    for exercise_id, answers in exercises.items():
        for name, answer in answers.items():
            kept.put(exercise_id, name, answer)
    assert as_json(read(kept.text())) == as_json(exercises)


def test_half_an_emoji_is_kept_like_any_text(tmp_path: Path) -> None:
    # JavaScript cuts texts between the halves of an emoji; JSON may carry such a half.
    path = tmp_path / "dossier.json"
    path.write_text(whole({"a": {"x": "\ud83d"}}), encoding="utf-8")
    kept = Dossier(path)
    kept.put("a", "y", "typed later")
    assert Dossier(path).answers("a")["y"] == "typed later"


@pytest.mark.parametrize(
    ("damaged", "why"),
    [
        pytest.param(b"", "complete JSON", id="empty"),
        pytest.param(b'{"format": "selling-it do', "complete JSON", id="cut"),
        pytest.param(b"[" * 100_000, "complete JSON", id="too deep"),
        pytest.param(b"\xff\xfe\x00", "dossier.json", id="no UTF-8"),
        pytest.param(b"[]", "not a dossier", id="a list"),
        pytest.param(b'{"format": "something else"}', "not a dossier", id="another format"),
        pytest.param(whole([]).encode(), "no exercises", id="no exercises"),
        pytest.param(whole({}, version=VERSION + 1).encode(), "newer version", id="a newer version"),
        pytest.param(whole({}, version="1").encode(), "version", id="a text as version"),
        pytest.param(whole({}, version=True).encode(), "version", id="a yes as version"),
        pytest.param(whole({}, version=0).encode(), "version", id="version 0"),
        pytest.param(whole({}, version=None).encode(), "version", id="no version"),
    ],
)
def test_a_file_that_cannot_be_read_is_left_as_it_is(tmp_path: Path, damaged: bytes, why: str) -> None:
    path = tmp_path / "dossier.json"
    path.write_bytes(damaged)
    kept = Dossier(path)
    assert "dossier.json could not be read" in kept.trouble
    assert why in kept.trouble
    # Answers are still kept, in memory.
    kept.put("a", "x", "typed now")
    assert kept.answers("a") == {"x": "typed now"}
    assert path.read_bytes() == damaged
    assert [one.name for one in tmp_path.iterdir()] == ["dossier.json"]


def test_a_folder_in_place_of_the_file_is_trouble_and_no_crash(tmp_path: Path) -> None:
    assert "could not be read" in Dossier(tmp_path).trouble


def test_a_newer_version_is_refused_with_what_to_do() -> None:
    with pytest.raises(DossierError, match=r"newer version .*Update the course"):
        read(whole({"a": {"x": 1}}, version=VERSION + 1))


def test_values_that_are_no_answers_are_left_out() -> None:
    hostile = {
        "a": {"list": [1], "null": None, "object": {"x": 1}, "float": 1.5, "text": "kept", "number": 0, "yes": False},
        "b": ["x"],
        "c": None,
        "d": "text",
    }
    assert as_json(read(whole(hostile))) == as_json({"a": {"text": "kept", "number": 0, "yes": False}})


@FEW
@given(
    exercises=st.recursive(
        st.none() | st.booleans() | st.integers() | TEXTS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
        max_leaves=12,
    )
)
def test_any_json_is_read_or_refused(exercises: object) -> None:
    try:
        found = read(whole(exercises))
    except DossierError:
        return
    assert all(isinstance(answer, str | int) for given in found.values() for answer in given.values())


def test_a_copy_is_read_and_never_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "copy.json"
    copy.write_text(whole({"first-line": {"line": "As it was."}}), encoding="utf-8")
    monkeypatch.setenv("SELLING_IT_DOSSIER", str(copy))
    monkeypatch.setenv("SELLING_IT_DOSSIER_IS_A_COPY", "1")
    dossier.current.cache_clear()
    dossier.current().put("first-line", "line", "Changed.")
    assert dossier.current().answers("first-line") == {"line": "Changed."}
    assert json.loads(copy.read_text(encoding="utf-8"))["exercises"]["first-line"]["line"] == "As it was."


def test_the_variable_names_the_file_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert dossier.current().path is None
    monkeypatch.setenv("SELLING_IT_DOSSIER", str(tmp_path / "mine.json"))
    dossier.current.cache_clear()
    assert dossier.current().path == tmp_path / "mine.json"
    assert dossier.current() is dossier.current()
