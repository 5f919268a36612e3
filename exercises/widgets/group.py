"""View of a group: files to choose or drop, how far they are read, figures, drawings, and files to take away.

Nothing is kept: no widget here holds an answer of a dossier, so the page stores none of it.
"""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as w
from ipywidgets.widgets.widget_string import HTMLStyle

from exercises import html
from exercises.drawing import bundle
from exercises.exercise import Table
from exercises.group.counts import figures
from exercises.group.drawings import drawings
from exercises.group.files import Entry, read_file
from exercises.group.made_up import made_up_files
from exercises.group.summary import Part, parts
from exercises.group.take_away import read_in_words, take_away
from exercises.group.together import KINDS, Group, put_together

SLICE = 10
"""Files after which the view says how far it is; Python works beside the page, which stays usable."""

SHOWN = 10
"""Rows of the long tables; the files to take away have all."""

MOST_ROWS = 20
"""Rows of a table that is not folded."""

PARTS = ("pledge", "threats", "pitches", "hardest", "open")


class GroupView:
    """The view.

    Attributes:
        root: the widget to display.
    """

    def __init__(self) -> None:
        self._plain = w.Layout(width="auto")
        self._html_style = HTMLStyle(description_width="initial")
        self._entries: list[Entry] = []
        self._made_up = False
        self._upload = w.FileUpload(
            accept=".json,application/json", multiple=True, description="Choose dossiers", layout=self._plain
        )
        self._upload.observe(self._uploaded, "value")
        self._says = self._html("feedback")
        self._listed = self._html("group-files")
        self._words = self._box("Show what learners wrote: questions, open points and pitches")
        self._apart = self._box("Count files that look like two versions of one dossier as two learners")
        self._files = self._html("group-summary")
        buttons = w.HBox(
            [
                self._upload,
                self._button("Try it with a made-up group", self._show_made_up),
                self._button("Forget all files", self._forget),
            ],
            layout=w.Layout(flex_flow="row wrap"),
        )
        buttons.add_class("buttons")
        zone = w.VBox([buttons], layout=self._plain)  # the page adds that files can be dropped here
        zone.add_class("drop-files")
        self._heads = {part: self._html(f"group-{part}") for part in PARTS}
        self._drawings = {part: w.Output(layout=self._plain) for part in PARTS}
        self._tables = {part: self._html(f"group-{part}-tables") for part in PARTS}
        rows = []
        for part in PARTS:
            self._drawings[part].add_class("drawing")
            rows += [self._heads[part], self._drawings[part], self._tables[part]]
        self.root = w.VBox(
            [zone, self._says, self._listed, self._apart, self._words, self._files, *rows], layout=self._plain
        )
        self.root.add_class("exercise")

    def read(self, files: list[tuple[str, bytes, int]]) -> None:
        """Read more files, each by itself, and show all that were read so far."""
        for number, (name, content, size) in enumerate(files):
            if number % SLICE == 0:
                self._progress(number, len(files))
            self._entries.append(read_file(name, content, size))
        self.refresh()

    def refresh(self) -> None:
        """Show the figures of all files read so far."""
        group = put_together(self._entries, versions=not self._apart.value)
        given = figures(group.learners)
        words = bool(self._words.value)
        there = bool(group.learners)
        made_up = " They are made up and mean nothing." if self._made_up else ""
        self._says.value = f"<p><strong>{escape(read_in_words(group))}</strong>{made_up}</p>" if group.files else ""
        self._listed.value = _list_of(group)
        self._words.layout.display = "" if there else "none"
        merged = group.count("older") or self._apart.value
        self._apart.layout.display = "" if there and merged else "none"
        self._files.value = html.files(take_away(group, given, words=words)) if there else ""
        specs = drawings(given) if there else {}
        for part in parts(given, words=words, most=SHOWN):
            self._heads[part.id].value = _head(part) if there else ""
            self._tables[part.id].value = "".join(map(_table, part.tables)) if there else ""
            self._drawings[part.id].outputs = tuple(
                {"output_type": "display_data", "metadata": {}, "data": bundle(spec, spec["description"])}
                for spec in specs.get(part.id, ())
            )  # fmt: skip

    def _uploaded(self, change: dict[str, Any]) -> None:
        files = [(str(one["name"]), bytes(one["content"]), int(one["size"])) for one in change["new"]]
        if not files:
            return
        self._upload.value = ()  # the button holds on to nothing
        if self._made_up:
            self._forget()
        self.read(files)

    def _show_made_up(self) -> None:
        self._forget()
        self._made_up = True
        self.read([(name, content, len(content)) for name, content in made_up_files()])

    def _forget(self) -> None:
        self._entries = []
        self._made_up = False
        self._words.value = self._apart.value = False
        self.refresh()
        self._says.value = "<p>No file is held here.</p>"

    def _progress(self, done: int, of: int) -> None:
        self._says.value = (
            f"<p>Reading: {done} of {of} files. You can go on reading this page meanwhile.</p>"
            f'<progress max="{of}" value="{done}" aria-hidden="true"></progress>'
        )

    def _html(self, name: str, value: str = "") -> w.HTML:
        widget = w.HTML(value=value, layout=self._plain, style=self._html_style)
        widget.add_class(name)
        return widget

    def _button(self, label: str, action: Any) -> w.Button:
        button = w.Button(description=label, layout=self._plain)
        button.on_click(lambda _: action())
        return button

    def _box(self, label: str) -> w.Checkbox:
        box = w.Checkbox(description=label, value=False, indent=False, layout=w.Layout(width="auto", display="none"))
        box.observe(lambda _: self.refresh(), "value")
        return box


def _head(part: Part) -> str:
    return f"<h3>{escape(part.heading)}</h3>" + "".join(f"<p>{escape(one)}</p>" for one in part.says)


def _table(given: Table) -> str:
    """A table, folded where it is long: what a large group wrote would bury all the rest."""
    shown = html.table(given)
    if len(given.rows) <= MOST_ROWS:
        return shown
    return f"<details><summary>{escape(given.caption)}: {len(given.rows)} rows</summary>{shown}</details>"


def _list_of(group: Group) -> str:
    """Files with something to say about them, folded: a name of a file is often the name of a person."""
    if not group.listed:
        return ""
    rows = tuple((one.name, KINDS[one.kind], one.reason) for one in group.listed)
    table = html.table(Table("Files with a remark", ("File", "What became of it", "Why"), rows))
    many = "1 file" if len(rows) == 1 else f"{len(rows)} files"
    return f"<details><summary>{many} with a remark: names and reasons</summary>{table}</details>"
