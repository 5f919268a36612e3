"""The key line of a section: its one bold sentence, which the pages set apart and the slides show."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx

SHORTEST = 5
"""Words; fewer in bold are a label and no sentence."""


def _mark(app: Sphinx, doctree: nodes.document) -> None:
    if not app.env.docname.startswith("notebooks/"):
        return
    for strong in doctree.findall(nodes.strong):
        section = strong.parent.parent if isinstance(strong.parent, nodes.paragraph) else None
        within = section is not None and isinstance(section, nodes.section) and section.parent is not doctree
        if within and len(strong.astext().split()) >= SHORTEST:
            strong["classes"].append("key-line")


def setup(app: Sphinx) -> None:
    """Mark key lines in the chapters."""
    app.connect("doctree-read", _mark)
