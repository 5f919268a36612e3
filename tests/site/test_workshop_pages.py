"""The pages for instructors as built: minutes, clocks and words where somebody who prints them finds them."""

from __future__ import annotations

import re

import pytest

from book._ext.agendas import Agenda, agendas
from book._ext.course import hours
from book._ext.workshop import Guide, frame, guides
from exercises import library
from exercises.library.tasks import pitch_tasks
from tests.site.test_front_matter import article, words

each_guide = pytest.mark.parametrize("guide", [*guides().values(), frame()], ids=lambda guide: guide.id)
each_agenda = pytest.mark.parametrize("agenda", agendas().values(), ids=agendas())


def plain(text: str) -> str:
    """A text as a page has it: typographic apostrophes are the builder's."""
    return " ".join(text.replace("’", "'").split())


@each_guide
def test_a_guide_prints_all_that_its_file_says(guide: Guide) -> None:
    page = plain(words(f"workshop/{guide.id}"))
    said = [guide.purpose, *guide.before, *guide.debrief, guide.remote]
    said += [text for one in guide.parts for text in (one.title, one.say, one.watch)]
    said += [text for one in guide.answers for text in (one.says, one.reply)]
    said += [text for one in guide.stalls for text in (one.when, one.out)]
    said += [one.instead for one in guide.cuts]
    assert [text for text in said if plain(text) not in page] == []
    for one in guide.parts:
        assert f"{one.title} {one.minutes} min" in page
    assert len(said) >= 25


@each_guide
def test_every_exercise_of_a_guide_is_a_link_to_it(guide: Guide) -> None:
    page = article(f"workshop/{guide.id}")
    for one in guide.parts:
        if one.exercise:
            assert re.search(rf'href="\.\./\.\./\S+\.html#exercise-{one.exercise}"', page) or (
                f'href="../before-and-after.html#exercise-{one.exercise}"' in page
            ), one.exercise


@each_agenda
def test_an_agenda_prints_its_clock_and_its_script(agenda: Agenda) -> None:
    page = plain(words(f"workshop/{agenda.id}"))
    for session in agenda.sessions:
        assert f"Ends at {session.end}: {session.minutes} of {session.clock} minutes" in page
        for slot in session.slots:
            assert f"{slot.begins} {slot.minutes} {slot.title}" in page
            assert f"{slot.begins} · {slot.title}" in page
            assert slot.part is None or plain(slot.part.say) in page
            assert plain(slot.leaves) in page
        assert plain(session.home) in page


def test_the_entry_lists_every_agenda_and_every_guide_with_its_minutes() -> None:
    page, source = plain(words("workshop")), article("workshop")
    for agenda in agendas().values():
        assert agenda.title in page
        assert f'href="workshop/{agenda.id}.html"' in source
    for guide in guides().values():
        assert f"{library.chapters()[guide.id].name}: {hours(guide.minutes)}, or {hours(guide.shortest)}" in page
    assert source.count('href="workshop/') == 14 + 4 + 1


def test_the_rules_of_safety_are_numbered_and_the_hard_ones_are_there() -> None:
    rules = plain(words("workshop")).partition("Rules of safety")[2]
    for rule in ("No absent colleague is played", "Nobody is ranked", "Roles only", "The user speaks last"):
        assert rule in rules
    assert article("workshop").count("☐") >= 8


def test_the_scoring_sheet_has_the_whole_rubric_and_room_for_marks() -> None:
    page = plain(words("before-and-after-scoring"))
    for one in library.rubric().values():
        assert f"{one.id} {one.name}" in page
        assert all(plain(level) in page for level in one.levels)
    table = re.search(r"<table[^>]*scoring-sheet.*?</table>", article("before-and-after-scoring"), re.DOTALL)
    assert table
    assert table[0].count("<tr") == 13
    assert table[0].count("<th ") == 10


def test_both_sheets_of_facts_stand_before_their_task_and_nothing_there_gives_the_rubric_away() -> None:
    page = article("before-and-after")
    text = plain(words("before-and-after"))
    for letter, task in pitch_tasks().items():
        assert page.index(f"Sheet {letter.upper()}") < page.index(f'id="exercise-pitch-task-{letter}"')
        assert all(plain(fact) in text for _, fact in task.facts)
    assert [one.name for one in library.rubric().values() if one.name in text] == []
    told = plain(words("before-and-after-scoring"))
    for limit in ("No comparison", "regression to the mean", "Few people", "Two scorers", "A pitch is not use"):
        assert limit in told
