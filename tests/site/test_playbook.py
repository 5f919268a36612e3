"""The pages of the playbook: one a play, in the table of contents, found by search, and left out of the runtime."""

from __future__ import annotations

import json
import re
import zipfile
from html import unescape

import pytest
import yaml

from exercises import library
from exercises.library import playbook
from exercises.library.playbook import Play
from tests.course import PROJECT

SITE = PROJECT / "_build" / "html"
SOURCES = PROJECT / "book" / "playbook"
PLAYS = playbook.plays()

each_play = pytest.mark.parametrize("play", PLAYS.values(), ids=PLAYS)


def html(name: str) -> str:
    """The text of a built page of the playbook, one space between words."""
    body = (SITE / "book" / "playbook" / f"{name}.html").read_text(encoding="utf-8")
    article = body[body.index("<article") : body.index("</article>")]
    return " ".join(plain(unescape(re.sub(r"<[^>]+>", "", article))).split())


def plain(text: str) -> str:
    """A text with the apostrophes of a typewriter, which the build replaces."""
    return text.replace("’", "'")


def test_every_play_has_a_page_and_every_page_is_in_the_contents() -> None:
    pages = {path.stem for path in SOURCES.glob("*.md")} - {"index"}
    assert pages == set(PLAYS)
    parts = yaml.safe_load((PROJECT / "_toc.yml").read_text(encoding="utf-8"))["parts"]
    part = next(one for one in parts if one["caption"] == "Playbook")
    listed = [chapter["file"] for chapter in part["chapters"]]
    assert listed[0] == "book/playbook/index"
    assert listed[1:] == [f"book/playbook/{name}" for name in PLAYS], "in the order of the index"
    assert all(set(chapter) == {"file"} for chapter in part["chapters"]), "not nested: see the comment in _toc.yml"


@each_play
def test_a_page_is_a_title_and_the_directive(play: Play) -> None:
    source = (SOURCES / f"{play.id}.md").read_text(encoding="utf-8")
    assert source == f"# {play.title}\n\n```{{play}} {play.id}\n```\n"


@each_play
def test_a_page_says_all_of_its_play(play: Play) -> None:
    said = html(play.id)
    steps = [part for step in play.steps for part in (step.head, step.do, step.say)]
    lines = [part for line in play.lines for part in (line.before, line.after, line.why)]
    occasions = [playbook.occasions()[one].says for one in play.occasions]
    lists = [*play.when, *play.when_not, *play.fails]
    parts = [
        play.purpose,
        play.time,
        play.people,
        *occasions,
        *lists,
        *steps,
        *lines,
        play.good,
        play.remote,
        play.basis,
    ]
    assert [part for part in parts if plain(part) not in said] == []
    assert said.startswith(plain(play.title))
    assert library.chapters()[play.chapter].name in said


def test_the_index_lists_every_play_and_every_occasion() -> None:
    said = html("index")
    for play in PLAYS.values():
        assert f"{play.title} · {play.time}" in said
        assert play.purpose in said
    assert [one.says for one in playbook.occasions().values() if one.says not in said] == []


def test_cards_in_chapters_lead_to_their_play() -> None:
    seen = 0
    for path in sorted((PROJECT / "notebooks").glob("*.ipynb")):
        names = re.findall(r"\{play-card\} ([a-z0-9-]+)", path.read_text(encoding="utf-8"))
        body = (SITE / "notebooks" / f"{path.stem}.html").read_text(encoding="utf-8")
        for name in names:
            seen += 1
            assert f'href="../book/playbook/{name}.html"' in body, path.stem
            assert PLAYS[name].purpose in unescape(body), path.stem
    assert seen >= 13


def test_search_finds_a_play_by_the_words_that_people_use() -> None:
    index = (SITE / "searchindex.js").read_text(encoding="utf-8")
    found = json.loads(index.removeprefix("Search.setIndex(").rstrip().removesuffix(")"))
    for word, name in (
        ("excel", "retire-the-old-tool"),
        ("surveil", "council-before"),
        ("postpon", "pledge-to-calendar"),
    ):
        pages = found["terms"].get(word, [])
        names = [found["docnames"][one] for one in (pages if isinstance(pages, list) else [pages])]
        assert f"book/playbook/{name}" in names, word


def test_no_play_is_sent_to_the_page() -> None:
    archives = sorted((PROJECT / "book" / "live" / "dist").glob("*.zip"))
    assert len(archives) >= 3
    for path in archives:
        names = zipfile.ZipFile(path).namelist()
        assert [name for name in names if "playbook" in name or name.startswith("data/plays")] == [], path.name
