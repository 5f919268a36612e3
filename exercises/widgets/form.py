"""The view that every exercise gets from its declaration: fields, check, feedback, hints, reset.

What a learner does is always the same: fill fields in any order, press Check, take
a hint, load the worked example, start over, bring the own answers back. Nothing
that was typed is lost by any of these buttons.

Each field carries the class `answer--<exercise>--<field>`; by it the published
page knows which widget holds which answer of the dossier.
"""

from __future__ import annotations

import json
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

import ipywidgets as w
from IPython.display import display
from ipywidgets.widgets.widget_description import DescriptionStyle
from ipywidgets.widgets.widget_string import HTMLStyle, TextStyle

from exercises import dossier, html
from exercises.dossier.store import KEPT, MOST_KEPT
from exercises.drawing import bundle
from exercises.exercise import Answer, Exercise, Feedback, Field
from exercises.text.names import names_in
from exercises.text.nested import read_json

if TYPE_CHECKING:
    from exercises.widgets.talk import Talk

_IN_JUPYTERLAB = (
    "<style>"
    ".jp-OutputArea .exercise .widget-inline-hbox{height:auto;align-items:stretch}"
    ".jp-OutputArea .exercise .widget-inline-hbox .widget-label{width:auto!important;max-width:none;height:auto;"
    "line-height:1.5;text-align:start;white-space:normal;font-weight:600}"
    ".jp-OutputArea .exercise .help{display:block;font-weight:400}"
    ".jp-OutputArea .exercise select{flex:none;height:2.2em}"
    ".jp-OutputArea .exercise table{border-collapse:collapse}"
    ".jp-OutputArea .exercise :is(td,th){text-align:start;padding:.1em .8em .1em 0}"
    "</style>"
)
"""Labels above their fields, as wide as the form. In a page no rule of it applies; that has a style sheet of its own."""

_KEPT = Field(KEPT, "Answers set aside", "line")
"""A hidden field: the learner's own answers while an example or a fresh start is shown."""


class Form:
    """The view of one exercise.

    Attributes:
        root: the widget to display.
        fields: the widgets by field name.
    """

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self.dossier = dossier.current()
        # One layout and one style a kind for the whole form: each costs a message at the start.
        self._wide = w.Layout(width="auto", flex_flow="column")
        self._plain = w.Layout(width="auto")
        self._text_style = TextStyle(description_width="initial")
        self._style = DescriptionStyle(description_width="initial")
        self._html_style = HTMLStyle(description_width="initial")
        self._button_style = w.ButtonStyle()
        self._hints_shown = 0
        self._checked: dict[str, Answer] | None = None  # the answers that the feedback on show speaks of
        kept = self.dossier.answers(exercise.id)
        start = self.dossier.filled(exercise)
        self.fields = {f.name: self._field(f, start[f.name]) for f in exercise.fields}
        self._set_aside = self._hidden(_KEPT.name, str(kept.get(_KEPT.name, "")))
        self._live = self._html("growing") if exercise.live else None
        self._talk = self._talk_box() if exercise.turn else None
        self._series: dict[str, list[tuple[w.Widget, list[str]]]] = {}
        self._opened: dict[str, int] = {}
        self._add: dict[str, w.Button] = {}
        self._named: dict[str, tuple[str, ...]] = {}
        self._names = self._html("names-note")
        self._feedback = self._html("feedback")
        self._old = self._html("old-note")
        self._hints = self._html("hints")
        self._drawing = w.Output(layout=self._plain)
        self._drawing.add_class("drawing")
        self._back = self._button("Bring my answers back", self._bring_back, w.Layout(width="auto", display="none"))
        self.root = w.VBox(self._rows(), layout=self._plain)
        self.root.add_class("exercise")
        self._show_back()
        self.refresh()
        for name, widget in self.fields.items():
            widget.observe(lambda change, name=name: self._changed(name, change["new"], change["old"]), "value")
        self._set_aside.observe(self._kept_changed, "value")

    @property
    def answers(self) -> dict[str, Answer]:
        """What the fields hold now."""
        return self.exercise.answers({name: widget.value for name, widget in self.fields.items()})

    def refresh(self) -> None:
        """Redraw what follows the learner's typing."""
        answers = self.answers
        for field in self.exercise.fields:
            if field.only_if is not None:
                self._display(self.fields[field.name], self.exercise.asked(field.name, answers))
        for series, boxes in self._series.items():
            begun = [
                number
                for number, (_, names) in enumerate(boxes, 1)
                if any(self.exercise.asked(n, answers) for n in names)
            ]
            shown = max(self._opened.get(series, 1), *begun)
            for number, (box, _) in enumerate(boxes, 1):
                self._display(box, number <= shown)
            self._display(self._add[series], shown < len(boxes))
        if self._talk is not None:
            self._talk.refresh()
        if self._live is not None and self.exercise.live is not None:
            grown = self.exercise.live(answers)
            self._live.value = html.composed(
                self.exercise.live_label, grown, "It grows here as you fill in the fields."
            )

    def body(self) -> list[w.Widget]:
        """The fields under their group headings, in order; a view of its own may add to them.

        The fields of a row stand in a box of their own, and a button adds the next one.
        """
        parts: list[w.Widget] = []
        for group, of_group in groupby(self._shown_fields(), key=lambda field: field.group):
            fields = list(of_group)
            widgets = [
                self._talk.root if field.kind == "moves" and self._talk else self.fields[field.name] for field in fields
            ]
            head = [self._html("group", f"<h4>{escape(group)}</h4>")] if group else []
            if fields[0].row:
                box = w.VBox([*head, *widgets], layout=w.Layout(width="auto"))
                box.add_class("field-row")
                parts.append(box)
                self._in_series(group.rpartition(" ")[0], box, [field.name for field in fields], parts)
            else:
                parts += [*head, *widgets]
            if self._live is not None and self.exercise.live_after in [field.name for field in fields]:
                parts.append(self._live)
        return parts

    def _in_series(self, series: str, box: w.Widget, names: list[str], parts: list[w.Widget]) -> None:
        """Note a row; behind the last one so far stands the button that adds the next."""
        boxes = self._series.setdefault(series, [])
        boxes.append((box, names))
        if series in self._add:
            parts.remove(self._add[series])
        else:
            label = f"Add another {series.lower()}"
            self._add[series] = self._button(label, lambda: self._open_row(series), w.Layout(width="auto"))
        parts.append(self._add[series])

    def _open_row(self, series: str) -> None:
        boxes = self._series[series]
        shown = sum(box.layout.display != "none" for box, _ in boxes)
        self._opened[series] = min(shown + 1, len(boxes))
        self.refresh()

    def _shown_fields(self) -> list[Field]:
        """The fields that stand in the form itself: own words stand in the talk, which stands for its moves."""
        own_words = self.exercise.turn(self.answers).own_words if self.exercise.turn else ""
        return [field for field in self.exercise.fields if field.name != own_words]

    def _talk_box(self) -> Talk:
        from exercises.widgets.talk import Talk

        assert self.exercise.turn is not None
        moves = next(field.name for field in self.exercise.fields if field.kind == "moves")
        own_words = self.exercise.turn(self.answers).own_words
        return Talk(
            self.exercise.turn,
            self.fields[moves],
            self.fields[own_words] if own_words else None,
            lambda: self.answers,
        )

    @staticmethod
    def _display(widget: w.Widget, shown: bool) -> None:
        widget.layout.display = "" if shown else "none"

    def _rows(self) -> list[w.Widget]:
        check = self._button(self.exercise.check_label, self.check)
        check.button_style = "primary"
        buttons = [
            check,
            self._button("Hint", self._hint),
            self._button("Worked example", self._load_example),
            self._button("Start over", self._start_over),
            self._back,
        ]
        row = w.HBox(buttons, layout=w.Layout(flex_flow="row wrap"))
        row.add_class("buttons")
        return [
            self._html("exercise-head", html.head(self.exercise) + _IN_JUPYTERLAB),
            self._html("dossier-trouble", html.note(self.dossier.trouble)),
            *self.body(),
            self._names,
            *([self._live] if self._live is not None and not self.exercise.live_after else []),
            row,
            self._hints,
            self._old,
            self._feedback,
            self._drawing,
            self._set_aside,
            *(self.fields[field.name] for field in self.exercise.fields if field.kind == "moves"),
        ]

    def _field(self, field: Field, value: Answer) -> w.Widget:
        if field.kind == "moves":
            return self._hidden(field.name, str(value))
        # The help stands inside the label, so that screen readers read both with the field.
        label = escape(field.label)
        if field.help:
            label += f' <span class="help">{escape(field.help)}</span>'
        shared: dict[str, Any] = {
            "description": label, "description_allow_html": True, "layout": self._layout(field),
        }  # fmt: skip
        widget: w.Widget
        if field.kind == "choice":
            options = [(words, option) for option, words in field.options]
            widget = w.Dropdown(options=options, value=value, style=self._style, **shared)
        elif field.kind == "number":
            widget = w.BoundedIntText(value=value, min=field.lowest, max=field.highest, style=self._style, **shared)
        elif field.kind == "yes":
            widget = w.Checkbox(value=value, indent=False, **shared)
        elif field.kind == "text":
            widget = w.Textarea(
                value=value, rows=field.rows, placeholder=field.placeholder, style=self._text_style, **shared
            )
        else:
            widget = w.Text(value=value, placeholder=field.placeholder, style=self._text_style, **shared)
        widget.add_class(f"answer--{self.exercise.id}--{field.name}")
        return widget

    def _layout(self, field: Field) -> w.Layout:
        """The layout that all fields share; one of its own for a field that comes and goes."""
        own = field.only_if or self.exercise.turn
        return w.Layout(width="auto", flex_flow="column") if own else self._wide

    def _hidden(self, name: str, value: str) -> w.Text:
        widget = w.Text(value=value, style=self._text_style, layout=w.Layout(display="none"))
        widget.add_class(f"answer--{self.exercise.id}--{name}")
        return widget

    def _html(self, name: str, value: str = "") -> w.HTML:
        widget = w.HTML(value=value, layout=self._plain, style=self._html_style)
        widget.add_class(name)
        return widget

    def _button(self, label: str, action: Any, layout: w.Layout | None = None) -> w.Button:
        button = w.Button(description=label, layout=layout or self._plain, style=self._button_style)
        button.on_click(lambda _: action())
        return button

    def _changed(self, name: str, value: Answer, before: Answer) -> None:
        self.dossier.put(self.exercise.id, name, value)
        if self.exercise.turn is not None:
            self._keep_other_talk({**self.answers, name: before})
        if self._checked is not None and self._checked != self.answers:
            self._old.value = f"<p>What follows is from before your last change. “{escape(self.exercise.check_label)}” reads it anew.</p>"
        if isinstance(value, str):
            self._named[name] = names_in(value)
            self._names.value = html.names(tuple(dict.fromkeys(n for found in self._named.values() for n in found)))
        self.refresh()

    def check(self) -> None:
        """Run the check and show its feedback."""
        self.show_feedback(self.exercise.check(self.answers))

    def show_feedback(self, given: Feedback) -> None:
        """Show feedback, with its drawing where it has one."""
        self._checked = self.answers
        self._old.value = ""
        self._feedback.value = html.feedback(given)
        self._drawing.outputs = ()
        if given.drawing is not None:
            with self._drawing:
                text = str(given.drawing.get("description", ""))
                display(bundle(given.drawing, text), raw=True)

    def _hint(self) -> None:
        hints = self.exercise.hints
        over = "<p>That was the last hint.</p>" if self._hints_shown == len(hints) else ""
        self._hints_shown = min(self._hints_shown + 1, len(hints))
        self._hints.value = (
            "".join(html.hint(number, len(hints), text) for number, text in enumerate(hints[: self._hints_shown], 1))
            + over
        )

    def _load_example(self) -> None:
        self._keep()
        self._fill(self.exercise.answers(self.exercise.example.answers))
        self.check()

    def _start_over(self) -> None:
        self._keep()
        self._fill(self.exercise.answers({}))
        self._hints_shown = 0
        self._hints.value = ""
        self._opened.clear()
        self.refresh()
        self._drawing.outputs = ()
        self._say("All fields are as at the start.")

    def _keep_other_talk(self, before: dict[str, Answer]) -> None:
        """Where a change leads from one talk to another, set the first one aside: its moves make room."""
        assert self.exercise.turn is not None
        if self.exercise.turn(before).begins != self.exercise.turn(self.answers).begins:
            self._keep(before)

    def _keep(self, given: dict[str, Answer] | None = None) -> None:
        """Set the learner's own answers aside, unless there are none: an example is not theirs."""
        answers = given or self.answers
        if self.exercise.untouched(answers) or answers == self.exercise.answers(self.exercise.example.answers):
            return
        self._put_aside([*(one for one in self._kept() if one != answers), answers])

    def _put_aside(self, kept: list[dict[str, Any]]) -> None:
        self._set_aside.value = json.dumps(kept[-MOST_KEPT:]) if kept else ""

    def _kept(self) -> list[dict[str, Any]]:
        """All answers set aside, the latest last."""
        try:
            kept = read_json(self._set_aside.value)
        except ValueError:
            return []
        return [one for one in kept if isinstance(one, dict) and one] if isinstance(kept, list) else []

    def _bring_back(self) -> None:
        # Round and round: the latest comes back, and what stood in the fields goes to the end of the row.
        kept = self._kept()
        now = self.answers
        if kept:
            back = self.exercise.answers(kept.pop())
            example = self.exercise.answers(self.exercise.example.answers)
            if not self.exercise.untouched(now) and now not in (example, back, *kept):
                kept.insert(0, now)
            self._fill(back)
        self._put_aside(kept)
        self._drawing.outputs = ()
        self._say("Your answers are back.")

    def _say(self, words: str) -> None:
        """Say one thing in the place of the feedback."""
        self._checked = None
        self._old.value = ""
        self._feedback.value = f"<p>{words}</p>"

    def _fill(self, answers: dict[str, Answer]) -> None:
        for name, value in answers.items():
            self.fields[name].value = value

    def _kept_changed(self, change: dict[str, Any]) -> None:
        self.dossier.put(self.exercise.id, _KEPT.name, change["new"])
        self._show_back()

    def _show_back(self) -> None:
        self._back.layout.display = "" if self._set_aside.value else "none"
