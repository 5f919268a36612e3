"""`{scoring-sheet}`: the nine criteria with their levels, and an empty sheet for one scorer, to be printed."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from exercises import library

from .printed import table

ROWS = 12
"""Texts for which one printed sheet has room."""


class ScoringSheet(SphinxDirective):
    """The rubric, and a table with a row a text."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return a block a criterion, then the table."""
        made: list[nodes.Node] = []
        for one in library.rubric().values():
            line = nodes.paragraph()
            line += nodes.strong(text=f"{one.id} {one.name}. ")
            line += nodes.Text(one.question)
            levels = nodes.enumerated_list(enumtype="arabic", suffix=".", prefix="", start=0)
            levels += [nodes.list_item("", nodes.paragraph(text=level)) for level in one.levels]
            made.append(nodes.container("", line, levels, classes=["criterion"]))
        head = ("Text", *library.rubric())
        # A no-break space keeps an empty cell as high as the others.
        rows = [(str(number), *("\N{NO-BREAK SPACE}" for _ in library.rubric())) for number in range(1, ROWS + 1)]
        return [*made, table(head, rows, "scoring-sheet")]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("scoring-sheet", ScoringSheet)
