"""Evidence in the book: `` {e}`E24` `` links to the ledger, `{evidence}` prints entries of it."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective, SphinxRole

from exercises import library

LEDGER = "book/evidence"


class EvidenceRole(SphinxRole):
    """Link to one entry by its id; its short form is the title of the link."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link, or an error that lists the ids there are."""
        entry = library.evidence().get(self.text)
        if entry is None:
            known = ", ".join(library.evidence())
            error = self.inliner.reporter.error(
                f"No evidence entry '{self.text}'. There are: {known}.", line=self.lineno
            )
            return [], [error]
        depth = self.env.docname.count("/")
        link = nodes.reference("", "", refuri=f"{'../' * depth}{LEDGER}.html#{entry.id.lower()}", internal=True)
        link["classes"].append("evidence")
        link["reftitle"] = entry.short
        link += nodes.Text(entry.id)
        return [link], []


class EvidenceDirective(SphinxDirective):
    """Print entries of the ledger: all of them, or those named."""

    has_content = False
    optional_arguments = 40
    option_spec: ClassVar[dict[str, Any]] = {"anchors": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Return one block an entry."""
        entries = library.evidence()
        wanted = self.arguments or list(entries)
        unknown = [name for name in wanted if name not in entries]
        if unknown:
            raise self.error(f"No evidence entry {', '.join(unknown)}. There are: {', '.join(entries)}.")
        return [self._entry(entries[name]) for name in wanted]

    def _entry(self, entry: library.Evidence) -> nodes.Node:
        block = nodes.container(classes=["evidence-entry"])
        if "anchors" in self.options:
            block["ids"].append(entry.id.lower())
        grade = nodes.paragraph(classes=["evidence-grade"])
        grade += nodes.strong(text=f"{entry.id} {entry.short}")
        cited = entry.status != "from memory"
        grade += nodes.Text(f" · {_STATUS[entry.status]}" + (f" · {_STRENGTH[entry.strength]}" if cited else ""))
        block += grade
        if not cited:
            block["classes"].append("evidence-not-cited")
            block += _labelled("Not cited", nodes.Text(NOT_CITED))
        block += nodes.paragraph(text=entry.finding)
        for label, text in (("Figures", entry.figures), ("Limits", entry.limits), ("Not confirmed", entry.unconfirmed)):
            if text:
                block += _labelled(label, nodes.Text(text))
        cite = _labelled("Source", nodes.Text(entry.cite))
        if entry.doi:
            cite += nodes.Text(" ")
            cite += nodes.reference("", f"doi:{entry.doi}", refuri=f"https://doi.org/{entry.doi}")
        block += cite
        return block


def _labelled(label: str, text: nodes.Node) -> nodes.paragraph:
    paragraph = nodes.paragraph()
    paragraph += nodes.strong(text=f"{label}: ")
    paragraph += text
    return paragraph


NOT_CITED = (
    "it was not read, or too little of it, so no chapter and no exercise may rest on it. What follows is from memory."
)
_STATUS = {"verified": "read and verified", "partly": "partly verified", "from memory": "from memory"}
_STRENGTH = {
    "strong": "strong for our use",
    "moderate": "moderate for our use",
    "weak": "weak for our use",
    "contested": "contested",
    "practitioner": "practice, little research",
}


def setup(app: Sphinx) -> None:
    """Register the role and the directive."""
    app.add_role("e", EvidenceRole())
    app.add_directive("evidence", EvidenceDirective)
