"""The playbook's data: every play whole, every id known, every way to filter used, and what a broken file says."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from exercises import EXERCISES, data_checks, library
from exercises.library import LibraryError, playbook
from exercises.library.playbook import Play
from tests.course import NOTEBOOKS, PROJECT

DATA = PROJECT / "data"
PLAYS = playbook.plays()
OF_CHAPTERS = {
    "01-last-in-line": "pledge-to-calendar",
    "01b-delayed-rollouts": "one-case-close-to-ours",
    "02-how-does-it-threaten": "threat-walk",
    "03-know-one-role": "day-beside-the-user",
    "04-the-deal": "ledger-talk",
    "05-value-pitch": "pitch-clinic",
    "06-say-the-fear": "objection-first",
    "07-proof-and-voice": "peer-table",
    "08-what-wording-can-do": "five-reader-test",
    "09-talk-do-not-pitch": "three-listening-chats",
    "10-when-they-are-right": "fix-board",
    "11-after-go-live": "week-3-month-6-check",
    "12-user-risk": "user-risk-line",
}
"""The play with which each chapter ends; the ids are permanent."""

each_play = pytest.mark.parametrize("play", PLAYS.values(), ids=PLAYS)


def texts(play: Play) -> list[str]:
    """Every text of a play but the lines of a text that is rewritten."""
    steps = [part for step in play.steps for part in (f"{step.head}.", step.do, step.say)]
    facts = [play.purpose, play.time, play.people, *play.materials, *play.when, *play.when_not]
    return [*facts, *steps, play.good, play.remote, *play.fails, play.example, play.basis]


def test_there_are_as_many_as_the_book_says() -> None:
    files = sorted(path.stem for path in (DATA / "plays").glob("*.toml"))
    assert sorted(PLAYS) == files
    assert 15 <= len(PLAYS) <= 20
    assert len(playbook.occasions()) >= 20
    assert len(playbook.phases()) == 4
    assert len(library.reading_paths()) == 6
    print(f"{len(PLAYS)} plays, {len(playbook.occasions())} occasions.")


def test_the_plays_of_the_chapters_keep_their_ids() -> None:
    assert {name: PLAYS[name].chapter for name in OF_CHAPTERS.values()} == {v: k for k, v in OF_CHAPTERS.items()}


@each_play
def test_a_play_is_complete(play: Play) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", play.id)
    assert re.fullmatch(r"[A-Z][^.!?]*\.", play.purpose), "the purpose is one sentence"
    assert 4 <= len(play.steps) <= 7
    assert all(2 <= len(getattr(play, name)) <= 3 for name in ("when", "when_not"))
    assert len(play.fails) >= 3
    assert len(play.occasions) == len(set(play.occasions)) >= 3
    for name in ("people", "good", "remote", "basis", "time"):
        assert getattr(play, name)[0].isupper() or getattr(play, name)[0].isdigit(), name
    assert not any("Being written" in text or "TODO" in text for text in texts(play))


@each_play
def test_steps_begin_with_something_to_do_and_some_can_be_said_aloud(play: Play) -> None:
    for step in play.steps:
        assert 1 <= len(step.head.split()) <= 8, step.head
        assert step.head[0].isupper()
        assert step.head[-1] not in ".!?:,"
        assert step.do[0].isupper()
        assert step.do[-1] in ".!?"
        assert not step.say or step.say[-1] in ".!?"
    assert sum(bool(step.say) for step in play.steps) >= 2


@each_play
def test_the_minutes_of_the_steps_are_those_of_the_sitting(play: Play) -> None:
    minutes = [step.minutes for step in play.steps]
    assert play.minutes >= 15
    assert not any(minutes) or (all(minutes) and sum(minutes) == play.minutes)


@each_play
def test_a_play_is_as_long_as_a_card(play: Play) -> None:
    words = len(" ".join(texts(play)).split())
    assert 250 <= words <= 450, f"{play.id} has {words} words"


@each_play
def test_what_a_play_rests_on_is_cited_and_the_rest_is_called_practice(play: Play) -> None:
    assert play.evidence, "no entry of the ledger is named"
    for name in play.evidence:
        assert library.evidence()[name].status != "from memory", f"{name} was not read and is never cited"
    elsewhere = " ".join(text for text in texts(play) if text != play.basis)
    assert not playbook.EVIDENCE.search(elsewhere), "evidence is named in `basis` only"
    assert re.search(r"practice|not been tested|untested|no study|far too few|true things", play.basis)


@each_play
def test_exercises_and_cases_of_a_play_have_a_page(play: Play) -> None:
    assert set(play.exercises) <= set(EXERCISES)
    told = "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "book" / "cases").glob("*.md"))
    assert [name for name in play.cases if f"{{case-facts}} {name}\n" not in told] == []


def test_every_way_to_filter_finds_some_plays_and_not_all() -> None:
    used = {
        name: Counter(one for play in PLAYS.values() for one in getattr(play, name))
        for name in ("occasions", "roles", "phases")
    }
    assert set(used["occasions"]) == set(playbook.occasions())
    assert set(used["roles"]) == set(library.reading_paths())
    assert set(used["phases"]) == set(playbook.phases())
    for counted in used.values():
        assert all(2 <= count < len(PLAYS) for count in counted.values()), counted
    for minutes in (30, 60, 90):
        assert 0 < sum(play.minutes <= minutes for play in PLAYS.values()) < len(PLAYS)


def test_occasions_are_sentences_with_words_that_people_search_by() -> None:
    says = [one.says for one in playbook.occasions().values()]
    assert len(set(says)) == len(says)
    for one in playbook.occasions().values():
        assert re.search(r"[.?!]”?$", one.says), one.id
        assert len(one.words) >= 5, one.id


def test_no_sentence_stands_in_two_places() -> None:
    found: Counter[str] = Counter()
    for play in PLAYS.values():
        for text in [*texts(play), *(part for line in play.lines for part in (line.before, line.after, line.why))]:
            found.update(part for part in re.split(r"(?<=[.!?])\s+", text) if len(part.split()) >= 4)
    assert len(found) >= 400
    assert {sentence: count for sentence, count in found.items() if count > 1} == {}


def test_every_chapter_ends_with_its_play() -> None:
    cards = {}
    for path in NOTEBOOKS:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        named = re.findall(r"\{play-card\} (\S+)", "\n".join("".join(cell["source"]) for cell in cells))
        assert set(named) <= set(PLAYS), path.name
        cards[path.stem] = named
    assert {chapter: cards[chapter] for chapter in OF_CHAPTERS} == {k: [v] for k, v in OF_CHAPTERS.items()}


def test_reading_paths_name_plays() -> None:
    assert {one.play for one in library.reading_paths().values()} <= set(PLAYS)


# What a broken file says.


def forget() -> None:
    """Make every reader of the playbook read its files again."""
    for reader in (playbook.plays, playbook.occasions, playbook.phases):
        reader.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the data that a test may break, with one play in it."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    for path in (copy / "plays").glob("*.toml"):
        if path.stem != "threat-walk":
            path.unlink()
    # The other libraries have been read by now; they stay as they are.
    for reader in (library.chapters, library.cases, library.reading_paths, library.evidence):
        reader()
    forget()
    monkeypatch.setattr(library, "DATA", copy)
    yield copy
    forget()


BROKEN: list[tuple[str, str, str, tuple[str, ...]]] = [
    ("a field is missing", "\npurpose = ", "\npurposes = ", ("purposes", "unknown")),
    ("no purpose", '\ngood = "', '\n# "', ("'good'", "missing", "text")),
    ("minutes in words", "\nminutes = 90", '\nminutes = "ninety"', ("'minutes'", "'ninety'", "whole number")),
    ("an empty list", '\nroles = ["project-lead", "analyst", "architect", "security"]', "\nroles = []", ("'roles'", "at least one")),
    ("an unknown occasion", '"more-work"', '"more-play"', ("'occasions'", "'more-play'", "all-last")),
    ("an unknown role", '"analyst"', '"wizard"', ("'roles'", "'wizard'", "analyst")),
    ("an unknown phase", '"before-decision"', '"never"', ("'phases'", "'never'", "go-live")),
    ("an unknown entry of the ledger", "(E08)", "(E98)", ("'evidence'", "'E98'", "E08")),
    ("an unknown case", '"pust-siebel"', '"pust"', ("'cases'", "'pust'")),
    ("an unknown chapter", '"02-how-does-it-threaten"', '"02"', ("'chapter'", "'02'", "01-last-in-line")),
    ("an id in the file", '\nchapter = "', '\nid = "x"\nchapter = "', ("'id'", "name of the file")),
    ("no steps", "[[step]]", "[[stop]]", ("stop",)),
    ("a step without a head", '\nhead = "Put down a card"', "", ("row 3", "'head'", "missing")),
    ("no TOML", "[[step]]", "[[step", ("TOML",)),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "named"), [pytest.param(*rest, id=name) for name, *rest in BROKEN])
def test_a_broken_play_says_where_and_what(folder: Path, old: str, new: str, named: tuple[str, ...]) -> None:
    path = folder / "plays" / "threat-walk.toml"
    whole = path.read_text(encoding="utf-8")
    assert old in whole
    path.write_text(whole.replace(old, new), encoding="utf-8")
    with pytest.raises(LibraryError) as refused:
        playbook.plays()
    assert [part for part in ("threat-walk.toml", *named) if part not in str(refused.value)] == []
    # The command that checks all data finds it too, beside whatever else is wrong.
    assert [one for one in data_checks.faults(folder) if one.file.startswith("plays/threat-walk.toml")]


def test_a_play_that_is_whole_is_read_from_where_the_library_is_told(folder: Path) -> None:
    assert list(playbook.plays()) == ["threat-walk"]
    assert [one for one in data_checks.faults(folder) if one.file.startswith("plays/")] == []


def test_a_folder_without_plays_is_an_error(folder: Path) -> None:
    (folder / "plays" / "threat-walk.toml").unlink()
    with pytest.raises(LibraryError, match=r"one \.toml file a play"):
        playbook.plays()


WORDS: list[tuple[str, Callable[[str], str], str]] = [
    ("two occasions share an id", lambda text: text.replace('"status-green"', '"all-last"', 1), "no other row has"),
    ("an occasion without its words", lambda text: text.replace("\nwords = ", "\nword = ", 1), "words"),
    ("no occasions", lambda text: text.replace("[[occasion]]", "[[situation]]"), "at least one"),
]


@pytest.mark.parametrize(("change", "says"), [pytest.param(*rest, id=name) for name, *rest in WORDS])
def test_broken_words_say_so(folder: Path, change: Callable[[str], str], says: str) -> None:
    path = folder / "playbook.toml"
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(LibraryError, match=says):
        playbook.occasions()
    assert [one for one in data_checks.faults(folder) if one.file == "playbook.toml"]
