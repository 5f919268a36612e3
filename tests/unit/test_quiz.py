"""Quizzes: every file is valid, a broken one is refused by name, and the HTML can be used by everybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from exercises import library
from exercises.quiz import Item, Option, Quiz, QuizError, quiz, quizzes, show
from exercises.quiz.sheet import Sheet

each_quiz = pytest.mark.parametrize("quiz_id", quizzes())

VALID = """\
title = "A title"
task = "A task."
minutes = 3

[[item]]
id = "first"
asks = "Which?"
option = [
  {id = "a", says = "A", right = true, why = "Because."},
  {id = "b", says = "B", why = "Not so."},
]

[[item]]
id = "second"
asks = "And which?"
option = [
  {id = "a", says = "A", why = "Not so."},
  {id = "b", says = "B", right = true, why = "Because."},
]
"""

ReadQuiz = Callable[[str], Quiz]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReadQuiz]:
    """Read a quiz from a text, as if it lay in data/quizzes/made-up.toml."""
    (tmp_path / "quizzes").mkdir()
    monkeypatch.setattr(library, "DATA", tmp_path)

    def read_text(text: str) -> Quiz:
        quiz.cache_clear()
        (tmp_path / "quizzes" / "made-up.toml").write_text(text, encoding="utf-8")
        return quiz("made-up")

    yield read_text
    quiz.cache_clear()


def test_there_are_two_quizzes_and_thirteen_items_or_more() -> None:
    assert len(quizzes()) >= 2
    assert sum(len(quiz(quiz_id).items) for quiz_id in quizzes()) >= 13


@each_quiz
def test_a_quiz_file_is_valid(quiz_id: str) -> None:
    read = quiz(quiz_id)
    assert read.id == quiz_id
    assert read.items
    assert 1 <= read.minutes <= 30
    for item in read.items:
        if item.model:
            assert item.options == ()
            continue
        assert 1 <= item.pick < len(item.options)
        assert all(option.why.strip() for option in item.options)


def test_every_quiz_has_three_items_and_some_ask_for_own_words() -> None:
    items = {name: quiz(name).items for name in quizzes()}
    assert {name: len(of) for name, of in items.items() if len(of) < 3} == {}
    assert sum(bool(item.model) for of in items.values() for item in of) >= 4


def test_an_unknown_quiz_is_refused_with_the_ids_there_are() -> None:
    with pytest.raises(QuizError, match=rf"no-such-quiz.*{quizzes()[0]}"):
        quiz("no-such-quiz")


def test_the_quiz_that_the_broken_ones_start_from_is_valid(read: ReadQuiz) -> None:
    assert [item.id for item in read(VALID).items] == ["first", "second"]


OPTION = 'says = "A", why = "Not so."'
RIGHT = 'id = "b", says = "B", right = true'
ASKS = 'asks = "And which?"'
BROKEN = [
    ("a reason is missing", OPTION, 'says = "A"', ("item 2", "option 1", "'why'", "missing")),
    ("a reason is empty", OPTION, 'says = "A", why = ""', ("item 2", "option 1", "'why'", "expected")),
    ("a reason is a number", OPTION, 'says = "A", why = 3', ("item 2", "option 1", "'why'", "3")),
    ("no option is right", RIGHT, 'id = "b", says = "B"', ("item 2", "second", "no right option")),
    ("all are right", OPTION, f"{OPTION}, right = true", ("item 2", "second", "no wrong option")),
    ("right is a text", OPTION, f'{OPTION}, right = "yes"', ("item 2", "option 1", "'right'", "yes")),
    ("two options share an id", RIGHT, RIGHT.replace('"b"', '"a"'), ("item 2", "second", "a, a")),
    ("two items share an id", 'id = "second"', 'id = "first"', ("two items", "first")),
    ("an option has an unknown field", OPTION, f'{OPTION}, tip = "x"', ("item 2", "option 1", "'tip'", "unknown")),
    ("an item has an unknown field", ASKS, f'{ASKS}\ntip = "x"', ("item 2", "'tip'", "unknown")),
    ("the quiz has an unknown field", "minutes = 3", "minutes = 3\nlevel = 1", ("'level'", "unknown")),
    ("an item asks nothing", ASKS, 'asks = ""', ("item 2", "'asks'")),
    ("an id is no kebab-case", 'id = "second"', 'id = "Second One"', ("item 2", "Second One", "kebab-case")),
    ("the minutes are a text", "minutes = 3", 'minutes = "three"', ("'minutes'", "three")),
    ("the minutes are a yes", "minutes = 3", "minutes = true", ("'minutes'",)),
    ("the task is missing", 'task = "A task."', "", ("'task'", "missing")),
    ("the file is no TOML", "[[item]]", "[[item", ("TOML",)),
]


@pytest.mark.parametrize(("old", "new", "named"), [pytest.param(*case[1:], id=case[0]) for case in BROKEN])
def test_a_broken_quiz_is_refused_by_file_and_item(read: ReadQuiz, old: str, new: str, named: tuple[str, ...]) -> None:
    assert old in VALID
    with pytest.raises(QuizError) as refused:
        read(VALID.replace(old, new))
    assert [part for part in ("made-up.toml", *named) if part not in str(refused.value)] == []


@pytest.mark.parametrize(
    ("compare", "named"),
    [('["Is it short?"]', "two or more questions"), ('["Is it short?", "It is short."]', "two or more questions")],
)
def test_own_words_need_questions_to_compare_by(read: ReadQuiz, compare: str, named: str) -> None:
    item = f'[[item]]\nid = "own"\nasks = "Write it."\nmodel = "A model."\ncompare = {compare}\n'
    with pytest.raises(QuizError, match=named):
        read(f'title = "A title"\ntask = "A task."\nminutes = 3\n{item}')


def test_an_item_with_one_option_is_refused(read: ReadQuiz) -> None:
    with pytest.raises(QuizError, match=r"made-up\.toml, item 1 .*two options"):
        read(VALID.replace('\n  {id = "b", says = "B", why = "Not so."},', ""))


def test_a_quiz_without_items_is_refused(read: ReadQuiz) -> None:
    with pytest.raises(QuizError, match=r"made-up\.toml"):
        read('title = "A title"\ntask = "A task."\nminutes = 3\nitem = []\n')


class Page(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def every(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every tag of one name."""
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def ids(self) -> list[str | None]:
        """Every id on the page."""
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]


def page(shown: Quiz) -> Page:
    """The quiz as the page has it."""
    return Page(Sheet(shown)._repr_html_())


@each_quiz
def test_every_item_is_a_fieldset_with_a_legend(quiz_id: str) -> None:
    shown = page(quiz(quiz_id))
    assert [fieldset["data-item"] for fieldset in shown.every("fieldset")] == [item.id for item in quiz(quiz_id).items]
    assert len(shown.every("legend")) == len(quiz(quiz_id).items)


@each_quiz
def test_every_input_has_its_label_and_its_reason(quiz_id: str) -> None:
    shown = page(quiz(quiz_id))
    inputs = shown.every("input")
    items = quiz(quiz_id).items
    assert len(inputs) == sum(len(item.options) + len(item.compare) for item in items)
    assert [one["id"] for one in inputs] == [label["for"] for label in shown.every("label")]
    own = {f"{quiz_id}--{item.id}" for item in items if item.model}
    assert {f"{one['id']}--why" for one in inputs if one["name"] not in own} <= set(shown.ids)
    assert [one["id"] for one in shown.every("textarea") if one["aria-label"]] == sorted(own, key=list(shown.ids).index)
    # The reason gives the answer away: the page ties it to an option once that is chosen.
    assert not any("aria-describedby" in one for one in inputs)


@each_quiz
def test_ids_are_unique(quiz_id: str) -> None:
    ids = page(quiz(quiz_id)).ids
    assert len(ids) == len(set(ids))


@each_quiz
def test_one_right_option_makes_radios_and_more_make_checkboxes(quiz_id: str) -> None:
    kinds = {one["name"]: one["type"] for one in page(quiz(quiz_id)).every("input")}
    expected = ["radio" if item.pick == 1 and not item.model else "checkbox" for item in quiz(quiz_id).items]
    assert list(kinds.values()) == expected


def options(*ids: str) -> tuple[Option, ...]:
    """Options of which the first is right."""
    return tuple(Option(one, f"Says {one}", place == 0, "Because.") for place, one in enumerate(ids))


@pytest.mark.parametrize(
    "items",
    [
        (Item("plan", "Which?", options("a-b", "c")), Item("plan-a", "Which?", options("b", "c"))),
        (Item("plan", "Which?", options("a", "a-why")),),
    ],
    ids=["an item id that begins with another", "an option id that ends in -why"],
)
def test_ids_stay_unique_where_declared_ids_run_together(items: tuple[Item, ...]) -> None:
    # All these ids are allowed in a file; a label must still find its own input.
    ids = page(Quiz("made-up", "Title", "Task.", 3, items)).ids
    assert len(ids) == len(set(ids))


def test_several_right_options_say_how_many_to_choose() -> None:
    both = (Option("a", "A", True, "x"), Option("b", "B", True, "x"), Option("c", "C", False, "x"))
    shown = page(Quiz("made-up", "Title", "Task.", 3, (Item("one", "Which?", both),)))
    assert {one["type"] for one in shown.every("input")} == {"checkbox"}
    assert "Choose 2." in shown.text


def test_all_words_of_a_quiz_are_escaped() -> None:
    bad = '<b class="bad">&"x"'
    item = Item("one", bad, (Option("a", bad, True, bad), Option("b", bad, False, bad)))
    text = Sheet(Quiz("made-up", bad, bad, 3, (item,)))._repr_html_()
    # Title (twice), task, question, and two options with their reasons.
    assert bad not in text
    assert text.count("&lt;b class=") == 8
    assert Page(text).every("form")[0]["aria-label"] == bad
    assert all("class" not in one for one in Page(text).every("b"))


def test_showing_a_quiz_is_one_line() -> None:
    shown = show(quizzes()[0])
    assert isinstance(shown, Sheet)
    assert f"{len(shown.quiz.items)} items" in repr(shown)
