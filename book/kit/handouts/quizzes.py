"""The quizzes of a built page on paper: blank for learners, with reasons for instructors."""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import Tag

from book.kit.handouts.pages import text


@dataclass(frozen=True, slots=True)
class Choice:
    """An option; `right` and `why` are for instructors only."""

    says: str
    right: bool
    why: str


@dataclass(frozen=True, slots=True)
class Item:
    """A question with its options, or one in own words with a model answer and questions to compare by."""

    asks: str
    options: tuple[Choice, ...]
    model: str
    compare: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz: its id, title, task with minutes, and items."""

    id: str
    title: str
    task: str
    items: tuple[Item, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The options, where all items have the same few: then a table asks for less paper."""
        sets = {tuple(one.says for one in item.options) for item in self.items}
        return next(iter(sets)) if len(sets) == 1 and len(self.items) > 2 else ()

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """The questions as rows of that table."""
        return tuple((one.asks, "") for one in self.items)


def quiz(form: Tag) -> Quiz:
    """Read a quiz of a built page."""
    task = form.select_one(".quiz-task")
    title = form.select_one(".quiz-task strong")
    heading = text(title) if title else ""
    words = text(task).removeprefix(heading).strip() if task else ""
    items = tuple(_item(one) for one in form.select("fieldset"))
    return Quiz(str(form["data-quiz"]), heading.removesuffix("."), words, items)


def _item(fieldset: Tag) -> Item:
    legend = fieldset.find("legend")
    asks = text(legend) if isinstance(legend, Tag) else ""
    folded = fieldset.find("details")
    if isinstance(folded, Tag):
        model = folded.find("p")
        compare = tuple(text(label) for label in folded.select("label"))
        return Item(asks, (), text(model) if isinstance(model, Tag) else "", compare)
    return Item(asks, tuple(_option(one) for one in fieldset.select(".option")), "", ())


def _option(option: Tag) -> Choice:
    label, reason = option.find("label"), option.select_one(".reason")
    verdict = reason.find("b") if reason else None
    why = text(reason) if reason else ""
    if isinstance(verdict, Tag):
        why = why.removeprefix(text(verdict)).strip()
    right = bool(reason and "right" in reason.get_attribute_list("class"))
    return Choice(text(label) if isinstance(label, Tag) else "", right, why)
