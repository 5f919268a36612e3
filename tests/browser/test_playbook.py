"""The playbook as a reader uses it: filtered, sent as a link, without scripts, and printed as a card."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from exercises.library import playbook
from exercises.library.playbook import Play
from tests.browser.conftest import NewReader, Reader

INDEX = "book/playbook/index.html"
PLAYS = playbook.plays()

PAPER = {"A4": 1, "Letter": 1, "A5": 1}
"""Pages that a card takes. A play with a text rewritten line by line takes two of A5."""


def rows(one: Reader) -> Locator:
    """The plays that are shown."""
    return one.page.locator(".playbook-list > li:visible")


def titles(one: Reader) -> list[str]:
    """The titles of the plays that are shown."""
    shown = one.page.locator(".playbook-list > li:visible .playbook-title a").all_inner_texts()
    return [title.replace("’", "'") for title in shown]


def told(one: Reader, count: int) -> None:
    """Wait until the live region says how many plays are shown."""
    expect(one.page.locator(".playbook").get_by_role("status")).to_have_text(f"{count} of {len(PLAYS)} plays")


@pytest.mark.parametrize("occasion", playbook.occasions())
def test_what_one_hears_finds_its_plays(occasion: str, reader: NewReader) -> None:
    one = reader().open(INDEX)
    one.page.get_by_label("You hear or see").select_option(occasion)
    fits = [play.title for play in PLAYS.values() if occasion in play.occasions]
    told(one, len(fits))
    assert titles(one) == fits


def test_filters_work_together_and_by_keyboard(reader: NewReader) -> None:
    one = reader().open(INDEX)
    expect(rows(one)).to_have_count(len(PLAYS))
    expect(one.page.get_by_role("status")).to_have_text(f"{len(PLAYS)} plays")
    one.page.get_by_label("You are").focus()
    one.page.keyboard.type("Security")
    one.page.keyboard.press("Tab")
    expect(one.page.get_by_label("A sitting takes")).to_be_focused()
    one.page.keyboard.press("ArrowDown")
    one.page.get_by_label("Where the rollout is").select_option("after")
    fits = [p.title for p in PLAYS.values() if "security" in p.roles and p.minutes <= 30 and "after" in p.phases]
    told(one, len(fits))
    assert titles(one) == fits
    assert 1 <= len(fits) < len(PLAYS)
    one.page.get_by_role("button", name="Show all plays").click()
    expect(rows(one)).to_have_count(len(PLAYS))
    expect(one.page.get_by_label("You hear or see")).to_be_focused()
    assert "#" not in one.page.url


def test_words_find_plays_by_what_people_call_it(reader: NewReader) -> None:
    one = reader().open(INDEX)
    one.page.get_by_label("In your words").fill("excel")
    told(one, sum("own-spreadsheet" in play.occasions for play in PLAYS.values()))
    assert "Retire the old tool" in titles(one)
    one.page.get_by_label("In your words").press("Enter")
    assert INDEX in one.page.url


def test_a_link_to_a_filtered_list_can_be_sent(reader: NewReader) -> None:
    one = reader().open(INDEX)
    one.page.get_by_label("You hear or see").select_option("union-objects")
    one.page.get_by_label("In your words").fill("protest  works")
    told(one, 1)
    link = one.page.url
    assert link.endswith("#occasion=union-objects&words=protest++works")
    other = reader()
    other.page.goto(link)
    told(other, 1)
    assert titles(other) == titles(one)
    expect(other.page.get_by_label("You hear or see")).to_have_value("union-objects")
    expect(other.page.get_by_label("In your words")).to_have_value("protest  works")
    # The same page, another link.
    other.page.evaluate("() => { location.hash = 'phase=after&role=manager'; }")
    told(other, sum("after" in play.phases and "manager" in play.roles for play in PLAYS.values()))
    expect(other.page.get_by_label("You hear or see")).to_have_value("")


def test_a_link_with_an_id_that_is_gone_shows_all(reader: NewReader) -> None:
    one = reader().open(f"{INDEX}#occasion=no-such-thing&colour=red")
    expect(one.page.get_by_role("status")).to_have_text(f"{len(PLAYS)} plays")
    expect(rows(one)).to_have_count(len(PLAYS))
    assert one.page.get_by_label("You hear or see").evaluate("(field) => field.selectedOptions[0].text") == "anything"


def test_an_empty_list_says_what_to_do(reader: NewReader) -> None:
    one = reader().open(INDEX)
    one.page.get_by_label("You hear or see").select_option("do-not-know-their-work")
    one.page.get_by_label("A sitting takes").select_option("30")
    told(one, 0)
    said = one.page.locator(".playbook-none")
    expect(said).to_contain_text("No play fits all of this.")
    expect(said).to_contain_text("Clear “You hear or see” or “A sitting takes”")
    one.page.get_by_label("A sitting takes").select_option("")
    expect(said).to_be_hidden()


def test_without_scripts_it_is_a_plain_list(reader: NewReader) -> None:
    one = reader(javascript=False).open(INDEX)
    expect(rows(one)).to_have_count(len(PLAYS))
    expect(one.page.locator(".playbook-tools")).to_be_hidden()
    heard = one.page.locator(".playbook-occasions dt")
    expect(heard).to_have_count(len(playbook.occasions()))
    one.page.locator(".playbook-occasions dd a").first.click()
    expect(one.page.locator("article h1")).to_contain_text("Pledge to calendar")


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("play", PLAYS.values(), ids=PLAYS)
def test_a_printed_play_is_one_card(play: Play, paper: str, reader: NewReader) -> None:
    one = reader().open(f"book/playbook/{play.id}.html")
    printed = one.page.pdf(format=paper)
    pages = len(re.findall(rb"/Type\s*/Page\b", printed))
    most = 2 if paper == "A5" and play.lines else PAPER[paper]
    assert pages == most, f"{play.id} takes {pages} pages of {paper}"
    one.page.emulate_media(media="print")
    expect(one.page.locator("section.play-steps")).to_be_visible()
    for hidden in (".bd-sidebar-primary", ".prev-next-footer", "#jb-print-toc", ".play-prepare"):
        for part in one.page.locator(hidden).all():
            expect(part).to_be_hidden()


def test_a_chapter_still_prints_as_a_chapter(reader: NewReader) -> None:
    one = reader().open("notebooks/02-how-does-it-threaten.html")
    one.page.emulate_media(media="print")
    size = one.page.evaluate("() => parseFloat(getComputedStyle(document.documentElement).fontSize)")
    assert size >= 14, "the small print of the cards is theirs alone"
