"""View of the whole dossier: what it says, what is missing, files to take away, and a file to read in."""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as w
from ipywidgets.widgets.widget_string import HTMLStyle

from exercises import dossier, html
from exercises.dossier.document import document
from exercises.dossier.markdown import markdown
from exercises.dossier.page import body, page
from exercises.dossier.store import DossierError, merge, read, read_foreign
from exercises.dossier.word import word
from exercises.exercise import File

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class MyDossier:
    """The view.

    Attributes:
        root: the widget to display.
    """

    def __init__(self) -> None:
        self.store = dossier.current()
        plain = w.Layout(width="auto")
        self._shown = self._html("dossier-document", plain)
        self._files = self._html("dossier-files", plain)
        self._says = self._html("feedback", plain)
        self._upload = w.FileUpload(
            accept=".json,application/json", description="Read a saved dossier in", layout=plain
        )
        self._upload.observe(self._uploaded, "value")
        # The page keeps what stands here, and puts here what another tab has changed.
        self._whole = w.Text(layout=w.Layout(display="none"))
        self._whole.add_class("dossier--whole")
        self._whole.observe(self._changed_elsewhere, "value")
        buttons = w.HBox([self._upload], layout=w.Layout(flex_flow="row wrap"))
        buttons.add_class("buttons")
        self.root = w.VBox([self._files, buttons, self._says, self._shown, self._whole], layout=plain)
        self.root.add_class("exercise")
        self.refresh()

    def refresh(self) -> None:
        """Draw the dossier as it is now."""
        given = document(self.store)
        self._shown.value = (
            body(given, below=3)
            if given.sections
            else "<p>Nothing has been answered yet. Every chapter adds a part: begin with “My rollout” in chapter 1.</p>"
        )
        text = markdown(given)
        self._files.value = html.files((
            File("my-dossier.docx", WORD, word(given), "Take it away as a Word document"),
            File("my-dossier.html", "text/html", page(given).encode("utf-8", "replace"), "Take it away as a page to print"),
            File("my-dossier.md", "text/markdown", text.encode("utf-8", "replace"), "Take it away as Markdown"),
            File("my-dossier.json", "application/json", self.store.text().encode(), "Save a copy that can be read in again (JSON)"),
        ))  # fmt: skip

    def read_in(self, name: str, content: bytes, size: int = 0) -> None:
        """Put a saved dossier into this one, or say why not."""
        try:
            merged, aside = merge(self.store.everything(), read_foreign(content, size))
        except DossierError as error:
            self._says.value = f"<p><strong>{escape(name)} was not read in.</strong> {escape(str(error))} Your answers are as they were.</p>"
            return
        self.store.replace(merged)
        self._whole.value = self.store.text()
        kept = (
            f" In {len(aside)} of its exercises you had answered something else: “Bring my answers back” has it there."
            if aside
            else ""
        )
        self._says.value = f"<p><strong>{escape(name)} was read in.</strong>{kept}</p>"
        self.refresh()

    def _uploaded(self, change: dict[str, Any]) -> None:
        for file in change["new"]:
            self.read_in(str(file["name"]), bytes(file["content"]), int(file["size"]))

    def _changed_elsewhere(self, change: dict[str, Any]) -> None:
        try:
            exercises = read(change["new"])
        except DossierError:
            return
        if exercises != self.store.everything():
            self.store.replace(exercises)
            self.refresh()

    @staticmethod
    def _html(name: str, layout: w.Layout) -> w.HTML:
        widget = w.HTML(layout=layout, style=HTMLStyle(description_width="initial"))
        widget.add_class(name)
        return widget
