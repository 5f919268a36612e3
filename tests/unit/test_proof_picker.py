"""Proof picker: points of nearness, the order of three proofs, and reading a story."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import library
from exercises.exercise import Answer, Feedback, Table
from exercises.library import LibraryError
from exercises.models.peer_story import LONGEST, reading
from exercises.models.proof_picker import EXERCISE, check, meters, nearness, picked, proofs, written
from tests.unit.strategies import FEW, TEXTS

PROOFS = tuple(proofs().values())
STORY = str(EXERCISE.example.answers["story"])


def answers(**given: Answer) -> dict[str, Answer]:
    """Answers to the exercise, at their start where nothing is given."""
    return EXERCISE.answers(given)


def about_story(story: str, truth: str = "told", permission: str = "yes") -> set[str]:
    """Ids of the findings about a story."""
    given = check(answers(story=story, truth=truth, permission=permission))
    return {one.id for one in given.findings if one.field in ("story", "truth", "permission")}


def test_there_are_ten_proofs_of_all_kinds() -> None:
    assert len(PROOFS) == 10
    assert {one.kind for one in PROOFS} == {"sound", "weak", "far", "norm"}
    assert all(bool(one.percent) == (one.kind == "norm") for one in PROOFS)
    assert sum(one.near == 3 for one in PROOFS) <= 5, "a proof that is near must not be the common case"


@pytest.mark.parametrize(
    ("line", "instead", "named"),
    [
        ("near = 3", "near = 4", "near"),
        ("checkable = 3", 'checkable = "x"', "checkable"),
        ('kind = "sound"', 'kind = "good"', "kind"),
        ('source = "E38"', 'source = "E99"', "source"),
        ('id = "own_trial"', 'id = "peer_story"', "peer_story"),
        ('id = "own_trial"', "", "id"),
        ('id = "own_trial"', 'id = "own_trial"\ncolour = "red"', "colour"),
    ],
)
def test_a_wrong_proof_is_refused_by_field(
    line: str, instead: str, named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (library.DATA / "games" / "proofs.toml").read_text(encoding="utf-8")
    assert line in text
    library.evidence()
    (tmp_path / "games").mkdir()
    (tmp_path / "games" / "proofs.toml").write_text(text.replace(line, instead, 1), encoding="utf-8")
    monkeypatch.setattr(library, "DATA", tmp_path)
    proofs.cache_clear()
    try:
        with pytest.raises(LibraryError, match=rf"proofs\.toml.*{named}"):
            proofs()
    finally:
        proofs.cache_clear()


@FEW
@given(chosen=st.lists(st.sampled_from(PROOFS), max_size=3, unique=True))
def test_nearness_stays_on_its_scale_and_a_far_logo_never_helps(chosen: list[object]) -> None:
    of = tuple(one for one in PROOFS if one in chosen)
    assert 0 <= nearness(of) <= 9
    without = tuple(one for one in of if one.kind not in ("far", "norm"))
    assert nearness(of) <= sum(one.near for one in of)
    far = tuple(one for one in of if one.kind == "far")
    assert nearness(of) <= nearness(without) + sum(one.near for one in of if one.kind == "norm") or not far


def test_a_far_logo_and_a_low_share_cost_nearness() -> None:
    of = proofs()
    two = (of["own_trial"], of["peer_story"])
    assert nearness(two) == 6
    assert nearness((*two, of["far_logo"])) == 4
    assert nearness((*two, of["low_share"])) == 6, "its own two points are taken back"
    assert nearness((*two, of["own_count"])) == 9


def test_the_same_proof_counts_once() -> None:
    given = answers(first="own_trial", second="own_trial", third="own_trial")
    assert len(picked(given)) == 1
    assert "picks-twice" in check(given).ids


def test_a_farther_proof_first_is_asked_about() -> None:
    assert "picks-order" in check(answers(first="audit", second="own_trial", third="peer_story")).ids
    assert "picks-order" not in check(answers(first="own_trial", second="peer_story", third="audit")).ids


def test_a_low_share_is_answered_with_its_other_half_and_the_contest() -> None:
    (finding,) = [one for one in check(answers(first="low_share")).findings if one.id == "pick-norm"]
    assert "69 percent do not" in finding.says
    assert finding.source == "E26"
    assert "Contested" in finding.why


def test_what_the_library_expects_of_the_role_is_told_once_the_proofs_are_sound() -> None:
    role = library.roles()["nurse"]
    given = check(answers(role="nurse", first="own_trial", second="peer_story", third="sister_site"))
    (finding,) = [one for one in given.findings if one.id == "picks-sound"]
    assert role.proof_they_believe[0] in finding.says


@pytest.mark.parametrize(
    ("story", "missing"),
    [
        (STORY, set()),
        ("A ward nurse upstairs has used it since March. On 20 rounds she was 5 minutes slower. She still hates the login.", set()),
        ("A clerk in the Lyon office has used it since May and complains every day.", {"number", "base"}),
        ("It saves time.", {"who", "where", "when", "bad", "number", "base"}),
        ("A buyer in the Porto office says it is slow.", {"when", "number", "base"}),
        ("In 2024 a seller in the north region lost a list.", {"number", "base"}),
        ("A teacher at our school saved 40% since May, and the marks page still crashes.", {"base"}),
        ("The tenant in the next office may come, and it is slow.", {"who", "when", "number", "base"}),
    ],
)  # fmt: skip
def test_what_a_story_says_is_seen(story: str, missing: set[str]) -> None:
    assert {part for part, there in reading(story).items() if not there} == missing


@FEW
@given(story=TEXTS)
def test_a_base_needs_a_number(story: str) -> None:
    seen = reading(story)
    assert seen["number"] or not seen["base"]


def test_ninety_words_are_not_too_long_and_one_more_is() -> None:
    assert "story-long" not in about_story("word " * LONGEST)
    assert "story-long" in about_story("word " * (LONGEST + 1))


@pytest.mark.parametrize(
    ("truth", "permission", "finding"),
    [
        ("invented", "yes", "story-invented"),
        ("mixed", "yes", "story-mixed"),
        ("", "yes", "story-source"),
        ("mine", "declined", "permission-declined"),
        ("told", "general", "permission-general"),
        ("told", "no", "permission-open"),
        ("told", "", "permission-open"),
        ("mine", "yes", "story-whole"),
        # One's own story needs nobody's leave.
        ("mine", "", "story-whole"),
        ("told", "yes", "story-whole"),
    ],
)
def test_source_and_permission_are_asked_for(truth: str, permission: str, finding: str) -> None:
    assert about_story(STORY, truth, permission) == {finding}


def test_a_story_in_another_language_is_not_judged_by_its_words() -> None:
    german = "Eine Buchhalterin in Graz hat seit März damit abgeschlossen und findet den Export immer noch mühsam."
    assert about_story(german) == {"story-unread"}


def test_meters_grow_with_choices_and_words() -> None:
    assert meters(answers()).meters == ()
    given = meters(answers(first="own_trial", story=STORY))
    assert isinstance(given, Feedback)
    assert [one.says for one in given.meters] == [
        "3 of 9, far", "3 of 9, far", f"{len(STORY.split())} of at most {LONGEST}", "6 of 6 seen",
    ]  # fmt: skip
    assert all(one.lowest <= one.value <= one.highest for one in meters(answers(story="word " * 500)).meters)


def test_the_dossier_holds_proofs_story_and_permission() -> None:
    parts = written(EXERCISE.answers(EXERCISE.example.answers))
    assert isinstance(parts[0], Table)
    assert "accounts clerk" in parts[0].caption
    assert parts[1:] == (STORY, "Permission: they read this text and agreed.")
    assert written(answers()) == ()


def test_one_finding_names_all_that_is_not_seen_in_a_story() -> None:
    (finding,) = [one for one in check(answers(story="It saves time.")).findings if one.id == "story-gaps"]
    assert finding.says.count(";") == 3
    assert "base" not in finding.says, "no number, no base to ask for"


def test_each_proof_is_spoken_of_at_its_own_field() -> None:
    given = check(answers(first="own_trial", second="far_logo", third="low_share"))
    assert {one.id: one.field for one in given.findings if one.id.startswith("pick-")} == {
        "pick-far": "second", "pick-norm": "third",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("story", "part"),
    [
        ("Our clerk in Linz ran both.", "where"), ("The lads at Hull have it.", "where"), ("What she cannot stand is the map.", "bad"),
        ("The gun is too heavy.", "bad"), ("4 of which bounced.", "bad"), ("26 last month, 4 of which came back", "base"), ("Eight misreads in a fortnight.", "base"),
    ],
)  # fmt: skip
def test_signs_of_a_story_in_other_words(story: str, part: str) -> None:
    assert reading(story)[part]


@pytest.mark.parametrize("story", ["She has used it in March.", "They close at Easter.", "It runs in SAP."])
def test_a_month_or_a_system_is_no_place(story: str) -> None:
    assert not reading(story)["where"]
