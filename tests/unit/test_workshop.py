"""Guides and agendas: what is in them, whether minutes add up, and what a wrong file says."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from book._ext import agendas as agenda_files
from book._ext import workshop
from book._ext.agendas import Session, agendas, session
from book._ext.workshop import FRAME, KINDS, Guide, frame, guides, part
from exercises import library, load
from exercises.library import playbook
from exercises.library.reading import LibraryError
from exercises.quiz import quiz
from tests.course import PROJECT, shown

GUIDES = {**guides(), FRAME: frame()}
SESSIONS = [(agenda.id, number, one) for agenda in agendas().values() for number, one in enumerate(agenda.sessions, 1)]
PAGES = PROJECT / "book" / "workshop"

each_chapter = pytest.mark.parametrize("guide", guides().values(), ids=guides())
each_guide = pytest.mark.parametrize("guide", GUIDES.values(), ids=GUIDES)
each_session = pytest.mark.parametrize(
    "one", [one for *_, one in SESSIONS], ids=[f"{name}-{n}" for name, n, _ in SESSIONS]
)


def raw(name: str) -> dict[str, Any]:
    """A file of the workshop as it is typed."""
    return tomllib.loads((workshop.FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def test_there_is_a_guide_for_every_chapter() -> None:
    parts = sum(len(guide.parts) for guide in guides().values())
    print(f"{len(guides())} guides, {parts} parts, {sum(g.minutes for g in guides().values())} minutes.")
    assert list(guides()) == list(library.chapters())
    assert len(guides()) == 14
    assert parts >= 110
    assert {one.kind for guide in GUIDES.values() for one in guide.parts} <= set(KINDS)


@each_chapter
def test_a_guide_holds_all_that_its_chapter_holds_and_each_thing_once(guide: Guide) -> None:
    notebook = PROJECT / "notebooks" / f"{guide.id}.ipynb"
    assert sorted(one.exercise for one in guide.parts if one.exercise) == sorted(shown("exercise", notebook))
    assert sorted(one.quiz for one in guide.parts if one.quiz) == sorted(shown("quiz", notebook))
    assert {one.play for one in guide.parts if one.play} == set(_cards(notebook))


def _cards(notebook: Path) -> list[str]:
    return re.findall(r"\{play-card\} ([a-z0-9-]+)", notebook.read_text(encoding="utf-8"))


@each_guide
def test_minutes_are_read_where_they_are_declared_and_stated_only_where_it_is_shorter(guide: Guide) -> None:
    for typed, one in zip(raw(guide.id)["part"], guide.parts, strict=True):
        declared = [load(one.exercise).minutes] if one.exercise else []
        declared += [quiz(one.quiz).minutes] if one.quiz else []
        declared += [playbook.plays()[one.play].minutes] if one.play else []
        if guide.id == FRAME:
            assert [typed["minutes"]] == (declared or [one.minutes])
        elif "minutes" not in typed:
            assert [one.minutes] == declared
        else:
            assert all(typed["minutes"] < there for there in declared), (
                f"{one.id} takes as long as in full: leave it out"
            )
    assert guide.minutes == sum(one.minutes for one in guide.parts)
    assert all(2 <= one.minutes <= 35 for one in guide.parts)


@each_chapter
def test_a_guide_says_what_an_instructor_needs(guide: Guide) -> None:
    answered = {answer.part for answer in guide.answers}
    assert len(guide.answers) >= 3
    assert len(answered) >= 2
    assert len(guide.stalls) >= 2
    assert 2 <= len(guide.debrief) <= 4
    assert all(one.rstrip("”").endswith("?") for one in guide.debrief)
    assert len(guide.before) >= 2
    assert len(guide.remote.split()) >= 25
    for one in guide.parts:
        assert 10 <= len(one.say.split()) <= 120, f"{one.id}: {len(one.say.split())} words to say"
        assert len(one.watch.split()) >= 5


@each_chapter
def test_cuts_are_of_parts_and_the_heart_of_a_session_stays(guide: Guide) -> None:
    assert len(guide.cuts) >= 3
    assert len({cut.part for cut in guide.cuts}) == len(guide.cuts)
    out = {cut.part for cut in guide.cuts if not cut.to}
    saved = sum(guide.part(cut.part).minutes - cut.to for cut in guide.cuts)
    assert guide.shortest == guide.minutes - saved
    assert guide.minutes / 2 <= guide.shortest < guide.minutes
    assert any(one.kind in ("exercise", "pairs") and one.id not in out for one in guide.parts), "only talk is left"


def test_a_part_is_found_by_chapter_and_id_and_a_wrong_one_is_told() -> None:
    assert part("01-last-in-line:detector").minutes == load("last-in-line").minutes
    assert part("frame:welcome").kind == "talk"
    with pytest.raises(KeyError, match=r"No part 'x' in the guide '05-value-pitch'\. There are: two-ways"):
        part("05-value-pitch:x")
    with pytest.raises(KeyError, match="No guide '99'"):
        part("99:x")


GOOD = """
purpose = "A purpose."
before = ["A thing."]
debrief = ["Why?"]
remote = "On a call."
[[part]]
id = "one"
title = "One"
minutes = 5
kind = "talk"
say = "Say it."
watch = "Watch it."
"""
CUT = '[[cut]]\npart = "one"\ninstead = "Nothing."\n'

BAD = {
    "no purpose": (GOOD.replace('purpose = "A purpose."\n', ""), "'purpose': it is missing, expected text"),
    "empty text": (GOOD.replace("A purpose.", ""), "'purpose': it is empty"),
    "empty list": (GOOD.replace('["A thing."]', "[]"), "'before': it is empty"),
    "unknown field": ('mood = "fine"\n' + GOOD, "'mood': got 'fine', expected no unknown field"),
    "no parts": (GOOD.partition("[[part]]")[0], r"no \[\[part\]\] found"),
    "no minutes": (GOOD.replace("minutes = 5\n", ""), "part 'one', field 'minutes': it is missing"),
    "other kind": (GOOD.replace('"talk"', '"lecture"'), "field 'kind': got 'lecture', expected one of talk"),
    "an exercise without one": (GOOD.replace('"talk"', '"exercise"'), "of the kind 'exercise' and names none"),
    "no such exercise": (GOOD + 'exercise = "x"\n', "field 'exercise': got 'x', expected one of placement"),
    "no such quiz": (GOOD + 'quiz = "x"\n', "field 'quiz': got 'x'"),
    "no such play": (GOOD + 'play = "x"\n', "field 'play': got 'x'"),
    "a part twice": (GOOD + GOOD.partition("\n[[part]]")[2].join(("[[part]]", "")), "expected an id that no other row has"),
    "a cut of nothing": (GOOD + CUT.replace("one", "two"), r"\[\[cut\]\], field 'part': got 'two', expected one of one"),
    "a cut that adds": (GOOD + CUT + "to = 5\n", "5 minutes are not fewer than it takes"),
    "no TOML": ("purpose =", "not valid TOML"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "says"), BAD.values(), ids=BAD)
def test_a_wrong_guide_says_what_is_wrong(text: str, says: str, tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LibraryError, match=says) as refused:
        workshop.read(file)
    assert "x.toml" in str(refused.value)


def test_the_good_guide_is_read_and_a_missing_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text(GOOD + CUT + "to = 3\n", encoding="utf-8")
    guide = workshop.read(tmp_path / "x.toml")
    assert (guide.minutes, guide.shortest) == (5, 3)
    with pytest.raises(LibraryError, match=r"y\.toml: there is no such file"):
        workshop.read(tmp_path / "y.toml")


CLOCKS = {"ninety-minutes": [90], "half-day": [210], "one-day": [420], "six-weeks": [90] * 6}


def test_the_agendas_are_those_that_the_page_promises() -> None:
    assert {agenda.id: [one.clock for one in agenda.sessions] for agenda in agendas().values()} == CLOCKS
    print(", ".join(f"{name}-{number}: {one.minutes} of {one.clock}" for name, number, one in SESSIONS))
    assert len(SESSIONS) == 9


@each_session
def test_a_session_fits_its_clock(one: Session) -> None:
    # Added up anew from the file, not from what the loader made of it.
    typed = next(
        row
        for agenda in raw("agendas")["agenda"]
        for row in agenda["session"]
        if (row["title"], row["clock"], len(row["items"])) == (one.title, one.clock, len(one.slots))
    )
    minutes = [_minutes(item) for item in typed["items"]]
    assert sum(minutes) == one.minutes
    assert one.clock - 15 <= sum(minutes) <= one.clock
    starts = [slot.start for slot in one.slots]
    assert starts == [starts[0] + sum(minutes[:number]) for number in range(len(minutes))]


def _minutes(item: dict[str, Any]) -> int:
    if item.get("short") == "yes":
        chapter, _, name = item["part"].partition(":")
        return next(cut.to for cut in GUIDES[chapter].cuts if cut.part == name)
    return int(item.get("minutes") or part(item["part"]).minutes)


@each_session
def test_a_session_is_more_doing_than_listening_and_no_part_comes_twice(one: Session) -> None:
    spoken = sum(slot.minutes for slot in one.slots if slot.part and slot.part.kind == "talk")
    assert spoken <= one.minutes / 4, f"{spoken} of {one.minutes} minutes are talk"
    parts = [(slot.chapter, slot.part.id) for slot in one.slots if slot.part]
    assert len(set(parts)) == len(parts)
    longest = stretch = 0
    for slot in one.slots:
        stretch = 0 if slot.part is None else stretch + slot.minutes
        longest = max(longest, stretch)
    assert longest <= 125, f"{longest} minutes without a pause"
    assert all(slot.leaves for slot in one.slots if slot.part and slot.minutes < slot.part.minutes)


def test_only_the_series_has_something_to_do_at_home() -> None:
    for name, number, one in SESSIONS:
        assert bool(one.home) == (name == "six-weeks"), f"{name}, session {number}"
        assert one.home_minutes == sum(load(exercise).minutes for exercise in one.home_exercises)
        assert one.home_minutes <= 75


def test_a_user_who_is_in_the_clinic_was_introduced() -> None:
    # The short one has no time for it; there the welcome names the user.
    looked_at = 0
    for name, _, one in SESSIONS:
        parts = [f"{slot.chapter}:{slot.part.id}" for slot in one.slots if slot.part]
        if "05-value-pitch:clinic" in parts and name != "ninety-minutes":
            looked_at += 1
            assert parts.index("frame:user-brief") < parts.index("05-value-pitch:clinic"), name
    assert looked_at == 3


ROW: dict[str, Any] = {"title": "One", "start": "09:00", "clock": 20, "items": [{"part": "01-last-in-line:line-up"}]}

WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "too long": ({"clock": 9}, "“Line up by “when is my unit's turn\\?”” ends 1 minutes after its clock of 9"),
    "no time": ({"start": "nine"}, "'start': got 'nine', expected a time such as 09:00"),
    "no items": ({"items": []}, "'items': it is"),
    "no such part": ({"items": [{"part": "01-last-in-line:x"}]}, "item 1, field 'part': No part 'x'"),
    "part and pause": ({"items": [{"part": "frame:close", "pause": "Tea"}]}, "a part or a pause, and not both"),
    "a pause without end": ({"items": [{"pause": "Tea"}]}, "the pause “Tea” needs minutes"),
    "longer than the guide": ({"items": [{"part": "frame:close", "minutes": 6, "leaves": "-"}]}, "6 minutes are not fewer than the 5"),
    "shorter, unsaid": ({"items": [{"part": "frame:close", "minutes": 4}]}, "minutes and leaves come together"),
    "short, not offered": ({"items": [{"part": "frame:close", "short": "yes"}]}, "offers no shorter form"),
    "home": ({"home_exercises": ["x"]}, "'home_exercises': got 'x', expected one of placement"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "says"), WRONG.values(), ids=WRONG)
def test_a_wrong_session_says_what_is_wrong(change: dict[str, Any], says: str) -> None:
    assert session("x", ROW).minutes == 10
    with pytest.raises(LibraryError, match=says):
        session("x", {**ROW, **change})


def test_the_clock_is_written_as_people_read_it() -> None:
    assert [agenda_files.clock(one) for one in (0, 35, 65, 540, 754)] == ["0:00", "0:35", "1:05", "09:00", "12:34"]
    one = session("x", ROW)
    assert (one.slots[0].begins, one.end) == ("09:00", "09:10")


def test_every_guide_and_agenda_has_its_page_in_the_list_of_pages() -> None:
    titles = {f"{chapter.id}": f"Guide {chapter.name}" for chapter in library.chapters().values()}
    titles |= {agenda.id: agenda.title for agenda in agendas().values()}
    titles[FRAME] = "Guide · Around the chapters"
    assert {path.stem for path in PAGES.glob("*.md")} == set(titles)
    listed = json.dumps(yaml.safe_load((PROJECT / "_toc.yml").read_text(encoding="utf-8")))
    for name, title in titles.items():
        text = (PAGES / f"{name}.md").read_text(encoding="utf-8")
        assert text.startswith(f"# {title}\n"), name
        kind = "agenda" if name in agendas() else "facilitate"
        assert f"```{{{kind}}} {name}\n" in text
        assert f'"book/workshop/{name}"' in listed
    assert len(titles) == 19
