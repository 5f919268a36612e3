"""A quiz as HTML that works without Python, and but for keeping the answers without JavaScript."""

from __future__ import annotations

from html import escape

from exercises.quiz import Item, Option, Quiz


class Sheet:
    """A quiz as something a notebook can show.

    Args:
        shown: the quiz.
    """

    def __init__(self, shown: Quiz) -> None:
        self.quiz = shown

    def _repr_html_(self) -> str:
        items = "".join(_fieldset(self.quiz.id, number, item) for number, item in enumerate(self.quiz.items, 1))
        return (
            f"<style>{_STYLE}</style>"
            f'<form class="quiz" data-quiz="{self.quiz.id}" aria-label="{escape(self.quiz.title)}">'
            f'<p class="quiz-task"><strong>{escape(self.quiz.title)}.</strong> {escape(self.quiz.task)} '
            f"<small>{self.quiz.minutes} minutes.</small></p>{items}</form>"
        )

    def __repr__(self) -> str:
        return f"{self.quiz.title}: {len(self.quiz.items)} items"


# The reasons need no script: a checked option shows the reason that follows it.
_STYLE = (
    ".quiz fieldset{border:0;padding:0;margin:0 0 1.25rem;min-width:0}"
    ".quiz legend{font-weight:600;font-size:1rem;margin:0 0 .4rem;float:none;padding:0}"
    ".quiz .option{display:grid;grid-template-columns:1.75rem 1fr;align-items:start;padding:.15rem 0}"
    ".quiz .option input{width:1.5rem;height:1.5rem;margin:0}"
    ".quiz .reason{display:none;grid-column:2;margin:.1rem 0 .3rem}"
    ".quiz input:checked~.reason{display:block}"
    ".quiz textarea{width:100%;font:inherit;padding:.5rem .6rem}"
    ".quiz summary{min-height:24px;font-weight:600}"
)


def _fieldset(quiz_id: str, number: int, item: Item) -> str:
    if item.model:
        return _own_words(quiz_id, number, item)
    kind = "radio" if item.pick == 1 else "checkbox"
    pick = "" if item.pick == 1 else f" Choose {item.pick}."
    options = "".join(_option(f"{quiz_id}--{item.id}", kind, option) for option in item.options)
    return f'<fieldset data-item="{item.id}"><legend>{number}. {escape(item.asks)}{pick}</legend>{options}</fieldset>'


def _option(name: str, kind: str, option: Option) -> str:
    place = f"{name}--{option.id}"
    verdict, word = ("right", "Yes.") if option.right else ("wrong", "Not this one.")
    return (
        f'<div class="option"><input type="{kind}" id="{place}" name="{name}" value="{option.id}">'
        f'<label for="{place}">{escape(option.says)}</label>'
        f'<p class="reason {verdict}" id="{place}--why"><b>{word}</b> {escape(option.why)}</p></div>'
    )


def _own_words(quiz_id: str, number: int, item: Item) -> str:
    """A field for own words; the model answer is folded away until the learner has written."""
    name = f"{quiz_id}--{item.id}"
    compare = "".join(
        f'<div class="option"><input type="checkbox" id="{name}--{place}" name="{name}" value="{place}">'
        f'<label for="{name}--{place}">{escape(asks)}</label></div>'
        for place, asks in enumerate(item.compare, 1)
    )
    return (
        f'<fieldset data-item="{item.id}" class="own-words"><legend>{number}. {escape(item.asks)}</legend>'
        f'<textarea rows="3" id="{name}" aria-label="{escape(item.asks)}"></textarea>'
        f"<details><summary>Compare with a model answer</summary><p>{escape(item.model)}</p>"
        f"<p>Yours may be another one and as good. Ask of it:</p>{compare}</details></fieldset>"
    )
