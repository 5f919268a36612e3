"""Where to start: a path for every pattern of answers, and nobody above the honesty chapters."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import html, library, load
from exercises.exercise import Feedback, Finding, Page
from exercises.models import placement
from exercises.models.placement import MOST_FIRST, NEW, STAGE, WHOLE
from tests.course import PROJECT
from tests.unit.strategies import FEW, answers_to

EXERCISE = load("placement")
SCENES = library.scenes()


@FEW
@given(data=st.data())
def test_every_pattern_of_answers_starts_somewhere_and_reads_the_honesty_chapters(data: st.DataObject) -> None:
    answers = EXERCISE.answers(data.draw(answers_to(EXERCISE)))
    path = placement.path(answers)
    assert sorted(path) == sorted(library.chapters()), "every chapter has its place in the path, once"
    first = [one for one, how in path.items() if how == "first"]
    assert 1 <= len(first) <= MOST_FIRST
    assert list(path)[: len(first)] == first
    for chapter in WHOLE:
        assert path[chapter] in ("first", "whole")
    said = EXERCISE.check(answers)
    assert any(finding.page for finding in said.findings)


def test_no_pair_of_answers_skips_the_honesty_chapters_or_a_chapter_that_is_needed() -> None:
    options = [(field.name, option) for field in EXERCISE.fields for option, _ in field.options if option]
    looked_at = 0
    for one, other in product(options, options):
        if one[0] >= other[0]:
            continue
        answers = EXERCISE.answers(dict([one, other]))
        path = placement.path(answers)
        ways = placement.chosen(answers)
        asked = {chapter for way in ways if way.scene != STAGE for chapter in way.first}
        skimmed = {chapter for chapter, how in path.items() if how == "skim"}
        assert skimmed & (asked | set(WHOLE)) == set()
        assert skimmed <= {chapter for way in ways for chapter in way.skim}
        looked_at += 1
    print(f"{looked_at} pairs of answers looked at.")
    assert looked_at >= 600


def test_no_way_lets_anybody_skim_an_honesty_chapter_or_the_capstone() -> None:
    ways = library.ways().values()
    assert [way.id for way in ways if set(way.skim) & {*WHOLE, "13-capstone"}] == []
    assert set(WHOLE) == {"06-say-the-fear", "12-user-risk"}
    assert len(ways) >= 25


def test_situations_are_few_and_each_can_be_answered_in_several_ways() -> None:
    assert 6 <= len(SCENES) <= 9
    for name in SCENES:
        ways = placement.ways_of(name)
        assert 3 <= len(ways) <= 5, name
        if name == STAGE:
            continue
        # One way shows the practice; the others lead to the chapters of the situation.
        assert len([way for way in ways if way.skim]) == 1, name
        for way in ways:
            assert bool(way.first) != bool(way.skim), way.id
            assert set(way.first or way.skim) & set(SCENES[name].chapters), way.id


def test_what_is_right_does_not_always_stand_in_the_same_place() -> None:
    places = Counter(
        [way.id for way in placement.ways_of(name)].index(way.id)
        for name in SCENES
        for way in placement.ways_of(name)
        if way.skim
    )
    print(f"Places of the fine answer: {dict(places)}.")
    assert max(places.values()) <= sum(places.values()) / 2


@pytest.mark.parametrize("chapter", [one for one in library.chapters() if one not in (*WHOLE, "13-capstone")])
def test_every_chapter_can_be_the_start_or_near_it(chapter: str) -> None:
    assert any(chapter in way.first for way in library.ways().values())


def test_a_situation_that_was_not_met_leads_to_its_chapter() -> None:
    for name, scene in SCENES.items():
        if name != STAGE:
            path = placement.path(EXERCISE.answers({name: NEW}))
            assert next(iter(path)) == scene.chapters[0]


def test_where_the_rollout_stands_is_not_urgent_for_who_does_it_already() -> None:
    live = placement.path(EXERCISE.answers({"stage": "live"}))
    assert live["10-when-they-are-right"] == "first"
    able = placement.path(EXERCISE.answers({"stage": "live", "week_six": "week_six_try"}))
    assert able["10-when-they-are-right"] == "skim"
    assert able["11-after-go-live"] == "first"


def test_everything_done_well_still_starts_somewhere() -> None:
    fine = {name: next(way.id for way in placement.ways_of(name) if way.skim) for name in SCENES if name != STAGE}
    given = EXERCISE.check(EXERCISE.answers(fine))
    assert [one.id for one in given.findings[:3]] == ["first-1", "whole-6", "whole-12"]
    assert "placement-fine" in given.ids


def test_findings_lead_to_pages_that_exist() -> None:
    pages = 0
    for answers in (EXERCISE.example.answers, *(mistake.answers for mistake in EXERCISE.mistakes)):
        for finding in EXERCISE.check(EXERCISE.answers(answers)).findings:
            if finding.page:
                pages += 1
                assert (PROJECT / f"{finding.page.path}.ipynb").is_file()
                assert finding.page.words.startswith("Go to ")
    assert pages >= 30


def test_the_own_aim_moves_nobody() -> None:
    answers = {"stage": "weeks"}
    with_wish = EXERCISE.answers({**answers, "wish": "<script>alert(1)</script>"})
    assert placement.path(with_wish) == placement.path(EXERCISE.answers(answers))
    assert "placement-wish" in EXERCISE.check(with_wish).ids


def test_a_finding_leads_to_its_page_by_words_that_are_escaped() -> None:
    shown = html.feedback(Feedback("x", (Finding("a", "note", "Read.", page=Page("notebooks/x", "Go to <b>")),)))
    assert '<span class="to-page" data-page="notebooks/x">Go to &lt;b&gt;</span>' in shown
    assert "data-page" not in html.feedback(Feedback("x", (Finding("a", "note", "Read."),)))
