"""The printed handouts: how many pages, worksheets, cards and items; tags and bookmarks; no answers with the learners."""

from __future__ import annotations

from typing import Any

import pytest
from pypdf.generic import BooleanObject

from book.kit.handouts.answers import key
from exercises import EXERCISES, library, load
from exercises.quiz import quiz, quizzes
from tests.course import page_of
from tests.kit.printed import made, paper, printed, squeezed, words

COURSE = [name for name in EXERCISES if page_of("exercise")[name] != "book/before-and-after.html"]
"""All exercises but the two pitch tasks, which a learner must not see early."""

PAGES = {
    "workbook": range(70, 111),
    "answers": range(75, 121),
    "threat-cards": range(8, 9),
    "play-cards": range(10, 11),
    "observation-sheet": range(3, 4),
    "rubric-sheet": range(1, 2),
    "pitch-tasks": range(2, 3),
}
each_file = pytest.mark.parametrize("name", PAGES)
each_exercise = pytest.mark.parametrize("name", COURSE)
each_quiz = pytest.mark.parametrize("name", quizzes())

A4 = (595, 842)
LETTER = (612, 792)
PRINTERS_EDGE = 17
"""Six millimetres, which many printers leave blank."""


def test_every_handout_is_printed() -> None:
    assert sorted(made()) == sorted(PAGES)


@each_file
def test_it_has_as_many_pages_as_expected_and_text_on_each(name: str) -> None:
    pages = printed(name).pages
    assert len(pages) in PAGES[name]
    # A page that holds nothing but its footer is a mistake.
    assert [number for number, page in enumerate(pages, 1) if page.shown < 100] == []


@each_file
def test_it_is_tagged_and_says_its_title_and_language(name: str) -> None:
    root: Any = printed(name).reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == BooleanObject(True)
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    information = printed(name).reader.metadata
    assert information is not None
    assert information.title == made()[name].title
    assert information.author


@each_file
def test_its_bookmarks_are_its_headings(name: str) -> None:
    headings = [" ".join(one.get_text().split()) for one in paper(name).select("h1, h2, h3, h4, h5, h6")]
    assert [title for _, title, _ in printed(name).bookmarks()] == headings


@each_file
def test_printed_on_letter_it_loses_nothing(name: str) -> None:
    # All pages of a kind are alike: of the long files the first twenty are looked at.
    for number, page in enumerate(printed(name).pages[:20], 1):
        width, height = page.size
        assert sorted((round(width), round(height))) == list(A4)
        paper_width, paper_height = LETTER[::-1] if width > height else LETTER
        left = max(0, (width - paper_width) / 2) + PRINTERS_EDGE
        below = max(0, (height - paper_height) / 2) + PRINTERS_EDGE
        outside = [(x, y) for x, y in page.places() if not (left <= x <= width - left and below <= y <= height - below)]
        assert outside == [], f"page {number}"


@pytest.mark.parametrize("name", ["workbook", "answers"])
def test_chapters_are_the_bookmarks_at_the_top(name: str) -> None:
    tops = [title for depth, title, _ in printed(name).bookmarks() if depth == 0]
    assert tops[1:] == ["Contents", "Before you start", *(one.name for one in library.chapters().values())]
    assert len(tops) >= 17


@pytest.mark.parametrize("name", ["workbook", "answers"])
def test_the_contents_name_the_page_of_every_chapter_and_exercise(name: str) -> None:
    pages: dict[str, int] = {}
    for _, title, page in printed(name).bookmarks():
        pages.setdefault(squeezed(title), page)
    contents = "".join(page.words for page in printed(name).pages[1:2])
    titles = [one.name for one in library.chapters().values()] + [load(one).title for one in COURSE]
    missing = [one for one in titles if f"{squeezed(one)}{pages[squeezed(one)]}" not in contents]
    # “Five-reader test” is an exercise and, later, a play: its first bookmark is the exercise.
    assert missing == []


def test_the_workbook_has_a_worksheet_for_every_exercise_of_the_course() -> None:
    sheets = [str(one["data-exercise"]) for one in paper("workbook").select(".worksheet")]
    assert sorted(sheets) == sorted(COURSE)
    assert len(sheets) == len(set(sheets)) >= 35


@each_exercise
def test_task_and_questions_stand_on_the_worksheet(name: str) -> None:
    exercise = load(name)
    assert squeezed(exercise.task) in "".join(page.words for page in printed("workbook").pages)
    sheet = paper("workbook").select_one(f'[data-exercise="{name}"]')
    assert sheet is not None
    asked = squeezed(sheet.get_text())
    # A role that is not in the list is written at once, and two rows are enough for one sheet.
    fields = [one for one in exercise.fields if one.row <= 2 and not (one.only_if and one.only_if[1] == "other")]
    assert [one.name for one in fields if squeezed(one.label) not in asked] == []
    # Every question has room for its answer.
    room = len(sheet.select(".ask, .matrix tbody tr, .letters li"))
    assert room == len(fields)
    assert sheet.select_one(".rule, .tick, .letter")


@each_quiz
def test_all_items_stand_in_the_workbook_without_their_reasons(name: str) -> None:
    form = paper("workbook").select_one(f'[data-quiz="{name}"]')
    assert form is not None
    items = quiz(name).items
    assert len(form.select(".item, .matrix tbody tr")) == len(items)
    text = squeezed(form.get_text())
    for item in items:
        assert squeezed(item.asks) in text
        assert all(squeezed(option.says) in text for option in item.options)
        secret = [*(option.why for option in item.options), item.model, *item.compare]
        assert [one for one in secret if one and squeezed(one) in words("workbook")] == []
    assert form.select_one(".right") is None


@each_quiz
def test_the_instructor_reads_every_reason(name: str) -> None:
    for item in quiz(name).items:
        given = [item.asks, item.model, *item.compare, *(text for one in item.options for text in (one.says, one.why))]
        assert [one for one in given if squeezed(one) not in words("answers")] == []


def test_as_many_options_are_marked_right_as_are_right() -> None:
    marked = len(paper("answers").select(".tick.right"))
    assert marked == sum(item.pick for name in quizzes() for item in quiz(name).items)
    assert sum(len(quiz(name).items) for name in quizzes()) >= 67


@each_exercise
def test_the_worked_example_is_with_the_instructor_only(name: str) -> None:
    exercise, answers = load(name), key(name)
    shown = squeezed(" ".join((exercise.task, *(f"{one.label} {one.help} {one.options}" for one in exercise.fields))))
    own = [answer for _, _, answer in answers.example if len(answer) > 24 and squeezed(answer) not in shown]
    secret = [*own, *answers.hints, answers.solution]
    assert [one for one in secret if squeezed(one) in words("workbook")] == []
    assert [one for one in secret if squeezed(one) not in words("answers")] == []


@each_exercise
def test_likely_mistakes_stand_with_what_the_book_says(name: str) -> None:
    exercise, answers = load(name), key(name)
    assert [one.name for one in answers.mistakes] == [one.name for one in exercise.mistakes if one.answers]
    for mistake in answers.mistakes:
        assert mistake.findings
        assert mistake.given or mistake.empty
        assert squeezed(mistake.summary) in words("answers")
        assert all(squeezed(finding.says) in words("answers") for _, finding in mistake.findings)


def test_mistakes_are_many() -> None:
    assert len(paper("answers").select(".mistake")) == sum(len(key(name).mistakes) for name in COURSE) >= 230
