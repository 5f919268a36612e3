"""View of the pitch builder: the form, with the library's brief between the choices and the blocks."""

from __future__ import annotations

import ipywidgets as w

from exercises import html
from exercises.models.pitch_builder import brief
from exercises.widgets.form import Form


class View(Form):
    """The form with a brief that follows the chosen role and technology."""

    def body(self) -> list[w.Widget]:
        """The form's rows with the brief after the two choices."""
        self._brief = self._html("brief")
        rows = super().body()
        place = rows.index(self.fields["technology"]) + 1
        return [*rows[:place], self._brief, *rows[place:]]

    def refresh(self) -> None:
        """Redraw the composed pitch, and the brief where the choice changed."""
        super().refresh()
        answers = self.answers
        self._brief.value = html.pairs(brief(str(answers["role"]), str(answers["technology"])))
