"""The view of an exercise: its fields and its buttons, pressed in a plain interpreter without a kernel."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

import ipywidgets as w
import pytest

from exercises import EXERCISES, dossier, html, load
from exercises.exercise import Answer, Exercise, Field
from exercises.widgets import show

SCRIPT = "<script>alert(1)</script>"

each_exercise = pytest.mark.parametrize("exercise_id", EXERCISES)


def own_answer(field: Field, words: str = "my own words") -> Answer:
    """An answer that is neither where the field starts nor in the worked example."""
    if field.kind == "yes":
        return not field.start
    if field.kind == "number":
        return field.highest
    if field.kind == "choice" and field.options:
        return field.options[-1][0]
    return f"{words}: {field.name}"


class Shown:
    """A shown exercise in the hands of a learner, who sees widgets only."""

    def __init__(self, exercise_id: str) -> None:
        self.exercise: Exercise = load(exercise_id)
        self.root: Any = show(exercise_id)

    def widgets(self, below: Any = None) -> Iterator[Any]:
        """Every widget of the view."""
        for child in (below or self.root).children:
            yield child
            if hasattr(child, "children"):
                yield from self.widgets(child)

    def of_class(self, name: str) -> list[Any]:
        """All widgets that carry a class."""
        return [widget for widget in self.widgets() if name in widget._dom_classes]

    def field(self, name: str) -> Any:
        """The one widget of a field."""
        (widget,) = self.of_class(f"answer--{self.exercise.id}--{name}")
        return widget

    def button(self, label: str) -> Any:
        """The one button of this label."""
        (button,) = [one for one in self.widgets() if isinstance(one, w.Button) and one.description == label]
        return button

    def press(self, label: str) -> None:
        """Press a button."""
        self.button(label).click()

    def type(self, answers: dict[str, Answer]) -> None:
        """Fill fields as a learner would."""
        for name, answer in answers.items():
            self.field(name).value = answer

    @property
    def answers(self) -> dict[str, Answer]:
        """What the fields show."""
        return {field.name: self.field(field.name).value for field in self.exercise.fields}

    @property
    def own(self) -> dict[str, Answer]:
        """Answers of a learner's own to every field."""
        return {field.name: own_answer(field) for field in self.exercise.fields}

    @property
    def html(self) -> list[str]:
        """All HTML that the page would draw."""
        return [str(widget.value) for widget in self.widgets() if isinstance(widget, w.HTML)]

    @property
    def feedback(self) -> str:
        """What the check said."""
        (widget,) = self.of_class("feedback")
        return str(widget.value)

    @property
    def can_bring_back(self) -> bool:
        """Whether the learner sees the button that brings answers back."""
        return bool(self.button("Bring my answers back").layout.display != "none")

    @property
    def held(self) -> str:
        """All that is still there of what was typed: in the fields or set aside."""
        return json.dumps([self.answers, self.field("kept").value])


@each_exercise
def test_an_exercise_is_shown_as_one_box(exercise_id: str) -> None:
    shown = show(exercise_id)
    assert isinstance(shown, w.VBox)
    assert "exercise" in shown._dom_classes


@each_exercise
def test_every_field_has_exactly_one_widget_with_its_class(exercise_id: str) -> None:
    shown = Shown(exercise_id)
    for field in shown.exercise.fields:
        widget = shown.field(field.name)
        assert field.kind == "moves" or escape(field.label) in widget.description
        assert widget.value == field.start


@each_exercise
def test_what_is_typed_is_there_when_the_exercise_is_shown_again(exercise_id: str) -> None:
    shown = Shown(exercise_id)
    shown.type(shown.own)
    assert Shown(exercise_id).answers == shown.own


@each_exercise
def test_stored_values_that_do_not_fit_leave_the_fields_at_their_start(exercise_id: str) -> None:
    for field in load(exercise_id).fields:
        wrong: Answer = "no such thing" if field.kind in ("choice", "number", "yes") else 3
        dossier.current().put(exercise_id, field.name, wrong)
    shown = Shown(exercise_id)
    assert shown.answers == shown.exercise.answers({})


@each_exercise
def test_the_check_shows_its_feedback(exercise_id: str) -> None:
    shown = Shown(exercise_id)
    shown.press(shown.exercise.check_label)
    assert shown.feedback == html.feedback(shown.exercise.check(shown.exercise.answers({})))


@each_exercise
def test_the_worked_example_fills_the_fields_and_is_checked(exercise_id: str) -> None:
    shown = Shown(exercise_id)
    shown.type(shown.own)
    shown.press("Worked example")
    example = shown.exercise.answers(shown.exercise.example.answers)
    assert shown.answers == example
    assert shown.feedback == html.feedback(shown.exercise.check(example))
    assert json.loads(shown.field("kept").value) == [shown.own]
    assert shown.can_bring_back


@each_exercise
@pytest.mark.parametrize("label", ["Worked example", "Start over"])
def test_own_answers_can_be_brought_back(exercise_id: str, label: str) -> None:
    shown = Shown(exercise_id)
    shown.type(shown.own)
    shown.press(label)
    assert shown.answers != shown.own
    shown.press("Bring my answers back")
    assert shown.answers == shown.own
    assert not shown.can_bring_back


@each_exercise
def test_own_answers_can_be_brought_back_after_a_reload(exercise_id: str) -> None:
    shown = Shown(exercise_id)
    shown.type(shown.own)
    shown.press("Worked example")
    again = Shown(exercise_id)
    assert again.can_bring_back
    again.press("Bring my answers back")
    assert again.answers == shown.own


@each_exercise
def test_starting_over_clears_all(exercise_id: str) -> None:
    shown = Shown(exercise_id)
    shown.type(shown.own)
    shown.press("Hint")
    shown.press(shown.exercise.check_label)
    shown.press("Start over")
    assert shown.answers == shown.exercise.answers({})
    assert "finding" not in shown.feedback
    assert [text for text in shown.html if "Hint 1 of" in text] == []


@each_exercise
def test_an_example_over_untouched_fields_sets_nothing_aside(exercise_id: str) -> None:
    shown = Shown(exercise_id)
    shown.press("Worked example")
    assert shown.field("kept").value == ""
    assert not shown.can_bring_back


@each_exercise
def test_an_example_left_as_it_is_does_not_push_own_answers_out(exercise_id: str) -> None:
    shown = Shown(exercise_id)
    shown.type(shown.own)
    for label in ("Worked example", "Worked example", "Start over", "Start over", "Worked example"):
        shown.press(label)
    shown.press("Bring my answers back")
    assert shown.answers == shown.own


def typed(field: Field, words: str) -> dict[str, Answer]:
    """One text in one field."""
    return {field.name: words}


@each_exercise
def test_trying_out_a_change_to_the_example_does_not_lose_own_answers(exercise_id: str) -> None:
    shown = Shown(exercise_id)
    first = next(field for field in shown.exercise.fields if field.kind in ("line", "text"))
    shown.type(typed(first, "what I wrote first"))
    shown.press("Worked example")
    shown.type(typed(first, "a change to the example"))
    shown.press("Start over")
    assert "what I wrote first" in shown.held


@each_exercise
def test_bringing_answers_back_does_not_lose_what_was_typed_since(exercise_id: str) -> None:
    shown = Shown(exercise_id)
    first = next(field for field in shown.exercise.fields if field.kind in ("line", "text"))
    shown.type(typed(first, "what I wrote first"))
    shown.press("Start over")
    shown.type(typed(first, "what I wrote then"))
    shown.press("Bring my answers back")
    assert "what I wrote first" in shown.held
    assert "what I wrote then" in shown.held


@pytest.mark.parametrize("label", ["Start over", "Bring my answers back"])
def test_the_drawing_of_a_check_goes_with_its_feedback(label: str) -> None:
    shown = Shown("last-in-line")
    shown.type({"guess": 7})
    shown.press("Worked example")
    (drawing,) = shown.of_class("drawing")
    # No kernel, no capture: this is what the kernel would have put there.
    drawing.outputs = ({"output_type": "display_data", "data": {"text/plain": "a drawing"}, "metadata": {}},)
    shown.press(label)
    assert drawing.outputs == ()


@each_exercise
def test_a_damaged_set_aside_answer_does_no_harm(exercise_id: str) -> None:
    for damaged in ("no JSON", "[]", "null", '{"nowhere": 1}'):
        dossier.current().put(exercise_id, "kept", damaged)
        shown = Shown(exercise_id)
        shown.press("Bring my answers back")
        assert shown.answers == shown.exercise.answers({})


@each_exercise
def test_hints_come_one_at_a_time_and_then_stop(exercise_id: str) -> None:
    shown = Shown(exercise_id)
    (ladder,) = shown.of_class("hints")
    hints = shown.exercise.hints
    counts = []
    for _ in range(len(hints) + 2):
        shown.press("Hint")
        counts.append(ladder.value.count('class="hint"'))
    assert counts == [*range(1, len(hints) + 1), len(hints), len(hints)]
    assert all(escape(hint) in ladder.value for hint in hints)


@each_exercise
def test_markup_that_was_typed_is_never_drawn_as_markup(exercise_id: str) -> None:
    shown = Shown(exercise_id)
    for field in shown.exercise.fields:
        if field.kind in ("line", "text"):
            shown.type(typed(field, SCRIPT))
    shown.press(shown.exercise.check_label)
    shown.press("Start over")
    shown.press("Bring my answers back")
    shown.press(shown.exercise.check_label)
    assert [text for text in shown.html if "<script" in text.lower()] == []


def test_markup_in_the_unit_of_an_own_queue_is_never_drawn_as_markup() -> None:
    shown = Shown("last-in-line")
    good, bad = f"{SCRIPT}; 9; 2; no; 0; no; no", f"<b>{SCRIPT}</b>; 12; 2; no; 0; no; no"
    shown.type({"queue": "own", "own_queue": f"{good}\nWard 4; 9; 9; no; 0; no; no\n{bad}", "unit": SCRIPT})
    shown.press("Check")
    assert escape(SCRIPT) in shown.feedback
    assert [text for text in shown.html if "<script" in text.lower()] == []


def test_the_plan_grows_while_it_is_typed() -> None:
    shown = Shown("pledge-converter")
    (growing,) = shown.of_class("growing")
    assert "It grows here" in growing.value
    shown.type({"cue": "After the <close>"})
    assert "After the &lt;close&gt;, [who]" in growing.value


def test_the_brief_of_the_pitch_follows_the_choices() -> None:
    shown = Shown("pitch-builder")
    (brief,) = shown.of_class("brief")
    assert "Makes the private way of selling visible" in brief.value
    shown.type({"technology": "ehr"})
    assert "No entry for this pair" in brief.value
