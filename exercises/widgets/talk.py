"""View of a talk: what has been said, the answers to choose from, own words, and a way to take a line back."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as w
from ipywidgets.widgets.widget_description import DescriptionStyle
from ipywidgets.widgets.widget_string import HTMLStyle

from exercises import html
from exercises.exercise import Answers
from exercises.talk import OWN, Turn, read_moves, write_moves

OWN_WORDS = "In my own words"


class Talk:
    """The part of a form in which the learner talks.

    Args:
        turn: where the talk stands, for given answers.
        moves: the hidden widget that holds the moves.
        own_words: the text in which the learner writes an own answer, or None.
        answers: gives the form's answers of the moment.

    Attributes:
        root: the widget to display.
    """

    def __init__(
        self,
        turn: Callable[[Answers], Turn],
        moves: w.Text,
        own_words: w.Textarea | None,
        answers: Callable[[], Answers],
    ) -> None:
        self._turn, self._moves, self._own, self._answers = turn, moves, own_words, answers
        plain = w.Layout(width="auto")
        start = turn(answers())
        self._said = w.HTML(layout=plain, style=HTMLStyle(description_width="initial"))
        self._said.add_class("talk")
        self._choice = w.RadioButtons(
            layout=w.Layout(width="auto", flex_flow="column"), style=DescriptionStyle(description_width="initial")
        )
        self._choice.add_class("talk-choice")
        self._choice.observe(lambda _: self._show_own(), "value")
        self._trouble = w.HTML(layout=plain, style=HTMLStyle(description_width="initial"))
        self._trouble.add_class("talk-trouble")
        self._say = w.Button(description=start.say, button_style="primary", layout=w.Layout(width="auto"))
        self._say.on_click(lambda _: self.say())
        self._back = w.Button(description=start.take_back, layout=w.Layout(width="auto"))
        self._back.on_click(lambda _: self.take_back())
        self._buttons = w.HBox([self._say, self._back], layout=w.Layout(flex_flow="row wrap"))
        self._buttons.add_class("buttons")
        own = [own_words] if own_words is not None else []
        self.root = w.VBox([self._said, self._choice, *own, self._trouble, self._buttons], layout=plain)
        self.root.add_class("talk-box")
        self._shown: Turn | None = None

    def refresh(self) -> None:
        """Show where the talk stands; the choice is drawn anew only where it is another one."""
        turn = self._turn(self._answers())
        if turn == self._shown:
            return
        options = [*turn.options, *([(OWN, OWN_WORDS)] if turn.own_words and turn.options else [])]
        if self._shown is None or (turn.options, turn.asks) != (self._shown.options, self._shown.asks):
            with self._choice.hold_sync():  # one message: a choice made in between would be taken back
                self._choice.description = turn.asks
                self._choice.options = [(words, option) for option, words in options]
                self._choice.value = None
        self._said.value = html.talk(turn)  # after the choice: who reads the reply finds its answers there
        self._shown = turn
        over = "none" if not options else ""
        for part in (self._choice, self._say):
            part.layout.display = over
        self._show_own()
        self._back.layout.display = "" if self._said_so_far() else "none"
        self._trouble.value = ""

    def say(self) -> None:
        """Make the chosen move, or ask for what is missing."""
        chosen = self._choice.value
        own = " ".join(self._own.value.split()) if self._own is not None else ""
        if chosen is None:
            self._trouble.value = "<p>Choose one of them first.</p>"
        elif chosen == OWN and not own:
            self._trouble.value = "<p>Type your own words first, or choose one of the lines.</p>"
        else:
            move = OWN + own if chosen == OWN else str(chosen)
            if chosen == OWN and self._own is not None:
                self._own.value = ""
            self._moves.value = write_moves([*self._this_talk(), move])

    def take_back(self) -> None:
        """Undo the last move; own words come back into their field."""
        moves = self._this_talk()
        if not self._said_so_far():
            return
        last = moves.pop()
        self._moves.value = write_moves(moves)
        if last.startswith(OWN) and self._own is not None:
            self._own.value = last[len(OWN) :]
            self._choice.value = OWN

    def _this_talk(self) -> list[str]:
        """The moves of the talk that is shown; those of another one have been set aside by the form."""
        moves, begins = read_moves(self._moves.value), self._turn(self._answers()).begins
        if not begins or moves[:1] == [begins]:
            return moves
        return [begins]

    def _said_so_far(self) -> bool:
        moves, begins = read_moves(self._moves.value), self._turn(self._answers()).begins
        return len(moves) > 1 and moves[0] == begins if begins else bool(moves)

    def _show_own(self) -> None:
        """The field for own words is there once they are chosen."""
        if self._own is not None:
            self._own.layout.display = (
                "" if self._choice.value == OWN and self._choice.layout.display != "none" else "none"
            )
