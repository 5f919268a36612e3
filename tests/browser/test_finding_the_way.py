"""The list of pages, the progress it shows, and the search, as a reader uses them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from book._ext.progress import course_parts
from tests.browser.conftest import NewReader

INDEX = "book/index.html"
CHAPTER_1 = "notebooks/01-last-in-line.html"

LOOKED_FOR = [
    ("they all say they are last", "book/playbook/pledge-to-calendar.html"),
    ("all last", "notebooks/01-last-in-line.html"),
    ("trained but not using it", "notebooks/11-after-go-live.html"),
    ("union", "book/playbook/council-before.html"),
    ("works council", "book/playbook/council-before.html"),
    ("pilot group", "book/playbook/first-pilot-group.html"),
    ("change fatigue", "book/threats.html#threat-th13"),
    ("surveillance", "book/threats.html#threat-th03"),
    ("losing my job", "book/threats.html#threat-th01"),
    ("garbage in, garbage out", "book/threats.html#threat-th15"),
    ("doctor", "book/roles.html#role-physician"),
    ("accountant", "book/roles.html#role-finance-clerk"),
    ("help desk", "book/roles.html#role-it-support"),
    ("sales rep", "book/roles.html#role-field-salesperson"),
    ("Nanaimo", "book/cases/nanaimo-ihealth.html"),
    ("FiReControl", "book/cases/firecontrol.html"),
    ("Novopay", "notebooks/01b-delayed-rollouts.html"),
    ("champion", "book/glossary.html#term-champion"),
    ("reactance", "book/glossary.html#term-reactance"),
]
"""What somebody types, and the page that has to be among the first five."""

FIRST_FIVE = (
    """(hits) => hits.slice(0, 5).map((hit) => hit.querySelector('a').getAttribute('href').replace(/\\?[^#]*/, ''))"""
)


@pytest.mark.parametrize(("words", "page"), LOOKED_FOR, ids=[words for words, _ in LOOKED_FOR])
def test_search_finds_by_the_words_people_use(words: str, page: str, reader: NewReader) -> None:
    one = reader().open(f"search.html?q={words}")
    hits = one.page.locator("#search-results ul.search > li")
    expect(one.page.locator("#search-results .search-summary, #search-results > p").first).to_contain_text("found")
    first = hits.evaluate_all(FIRST_FIVE)
    assert page in [hit.removeprefix("./") for hit in first], first


def test_parts_beside_the_course_are_folded_and_open_with_the_keyboard(reader: NewReader) -> None:
    one = reader().open(CHAPTER_1)
    bar = one.page.locator("nav.bd-links")
    parts = bar.locator("details.nav-part")
    expect(parts).to_have_count(9)
    assert parts.evaluate_all("(all) => all.map((e) => e.open)") == [True] * 5 + [False] * 4
    cases = parts.last
    cases.locator("summary").focus()
    one.page.keyboard.press("Enter")
    expect(cases.get_by_role("link", name="ctcLink")).to_be_visible()


def test_the_part_of_the_open_page_is_open(reader: NewReader) -> None:
    one = reader().open("book/cases/ctclink.html")
    expect(one.page.locator("details.nav-part").last).to_have_attribute("open", "")
    expect(one.page.locator("details.nav-part[open] a.current")).to_have_count(1)


def test_without_scripts_all_pages_are_listed(reader: NewReader) -> None:
    one = reader(javascript=False).open(CHAPTER_1)
    links = one.page.locator("nav.bd-links a.reference.internal")
    assert links.count() >= 60
    assert all(link.is_visible() for link in links.all())


def test_progress_counts_what_has_been_begun_and_follows(reader: NewReader) -> None:
    one = reader().open(CHAPTER_1).ready()
    chapter = one.page.locator("nav.bd-links").get_by_role("link", name="1 · Fully committed, last in line")
    expect(chapter.locator(".progress")).to_have_count(0)
    one.field("pledge-converter", "When?").fill("After the harvest")
    one.page.keyboard.press("Tab")
    parts = len(course_parts()["parts"][CHAPTER_1])
    assert parts >= 5
    expect(chapter).to_contain_text(f"1/{parts}")
    expect(chapter).to_contain_text(f"1 of {parts} exercises and quizzes begun")
    one.open(INDEX)
    expect(chapter).to_contain_text(f"1/{parts}")
    one.page.evaluate("() => localStorage.clear()")
    one.page.reload()
    expect(chapter.locator(".progress")).to_have_count(0)


def test_what_is_given_from_another_exercise_is_no_progress(reader: NewReader) -> None:
    one = reader().open(CHAPTER_1).ready()
    one.field("my-rollout", "Which role do you want to reach?").select_option("Ward nurse")
    one.page.keyboard.press("Tab")
    one.open("notebooks/02-how-does-it-threaten.html").ready()
    second = one.page.locator("nav.bd-links").get_by_role("link", name="2 · How does it threaten the user?")
    expect(one.field("threat-finder", "Which role do you want to reach?")).to_have_value("Ward nurse")
    expect(second.locator(".progress")).to_have_count(0)


def test_starting_over_takes_progress_back(reader: NewReader) -> None:
    one = reader().open(CHAPTER_1).ready()
    first = one.page.locator("nav.bd-links").get_by_role("link", name="1 · Fully committed")
    one.field("pledge-converter", "When?").fill("After the harvest")
    one.page.keyboard.press("Tab")
    expect(first.locator(".progress")).to_contain_text("1/")
    one.press("pledge-converter", "Start over")
    expect(one.exercise("pledge-converter").get_by_role("button", name="Bring my answers back")).to_be_visible()
    expect(first.locator(".progress")).to_have_count(0)
