"""What the back pages say, read from where it stands: evidence by grade, tests and red lines, downloads, the citation.

`{evidence-index}` is the ledger by grade, `{persuasion}` the tests or red lines, `{downloads}`
the files of data/, `{citation}` how to cite. So nothing of it is typed twice.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from exercises import library

CITATION = Path(__file__).resolve().parents[2] / "CITATION.cff"


class EvidenceIndex(SphinxDirective):
    """The ledger by its second grade, each entry as a link, those that are not cited apart."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return a definition list of links."""
        listing = nodes.definition_list(classes=["evidence-index"])
        for words, entries in graded().items():
            item = nodes.definition_list_item()
            item += nodes.term(text=f"{words} ({len(entries)})")
            line = nodes.paragraph()
            for number, entry in enumerate(entries):
                line += nodes.Text(" · " if number else "")
                line += nodes.reference("", f"{entry.id} {entry.short}", refuri=f"#{entry.id.lower()}", internal=True)
            item += nodes.definition("", line)
            listing += item
        return [listing]


_GROUPS = {
    "strong": "Strong for our use",
    "moderate": "Moderate for our use",
    "contested": "Contested: a claim never stands without its dispute",
    "practitioner": "Practice, little research",
    "weak": "Weak for our use",
}
NOT_CITED = "Not cited: from memory"


def graded() -> dict[str, list[library.Evidence]]:
    """The entries by the words of their grade; what is from memory stands under `NOT_CITED` and nowhere else."""
    found: dict[str, list[library.Evidence]] = {words: [] for words in (*_GROUPS.values(), NOT_CITED)}
    for entry in library.evidence().values():
        found[NOT_CITED if entry.status == "from memory" else _GROUPS[entry.strength]].append(entry)
    return {words: entries for words, entries in found.items() if entries}


class Persuasion(SphinxDirective):
    """The `line` in words, the `tests` for a plan, or the `red-lines`, as data/ethics.toml has them."""

    has_content = False
    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a quotation or a list."""
        ethics = library.ethics()
        if self.arguments[0] == "line":
            return [nodes.block_quote("", nodes.paragraph(text=ethics.line))]
        if self.arguments[0] == "red-lines":
            red = [nodes.list_item("", nodes.paragraph(text=one.says)) for one in ethics.red_lines.values()]
            return [nodes.enumerated_list("", *red, enumtype="arabic", prefix="", suffix=".")]
        if self.arguments[0] != "tests":
            raise self.error(f"No part '{self.arguments[0]}'. There are: line, tests, red-lines.")
        listing = nodes.bullet_list()
        for one in ethics.tests.values():
            line = nodes.paragraph()
            line += nodes.strong(text=f"{one.name}. ")
            line += nodes.Text(one.ask)
            listing += nodes.list_item("", line)
        return [listing]


DOWNLOADS = (
    "cases.csv", "case_sources.csv", "case_figures.csv", "factors.csv", "system_kinds.csv", "uk_major_projects.csv",
    "effect_sizes.csv", "crm_failure_rates.csv", "evidence.toml", "datapackage.json",
)  # fmt: skip
"""Files of data/ that readers can download from the site."""

OF_THE_DESCRIPTOR = "What each column of these files means, with its unit and what an empty cell says."


class Downloads(SphinxDirective):
    """The files that can be downloaded, each with what the descriptor says of it."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return a list of links."""
        resources = {one["path"]: one for one in _descriptor()["resources"]}
        up = "../" * self.env.docname.count("/")
        listing = nodes.bullet_list()
        for name in DOWNLOADS:
            says = resources[name]["description"] if name in resources else OF_THE_DESCRIPTOR
            line = nodes.paragraph()
            line += nodes.reference("", name, refuri=f"{up}_static/data/{name}", internal=True)
            line += nodes.Text(f". {says.partition('. ')[0].rstrip('.')}.")
            listing += nodes.list_item("", line)
        return [listing]


def _descriptor() -> dict[str, Any]:
    whole: dict[str, Any] = json.loads((library.DATA / "datapackage.json").read_bytes())
    return whole


def cited() -> dict[str, str]:
    """What CITATION.cff says, for a line and a BibTeX entry."""
    whole = yaml.safe_load(CITATION.read_text(encoding="utf-8"))
    return {
        "authors": " and ".join(one["name"] for one in whole["authors"]),
        "year": str(whole["date-released"])[:4],
        "title": str(whole["title"]),
        "version": str(whole["version"]),
        "licences": " and ".join(whole["license"]),
    }


def bibtex(given: dict[str, str]) -> str:
    """The BibTeX entry of the book."""
    return (
        "@misc{selling-it,\n"
        f"  author  = {{{{{given['authors']}}}}},\n"
        f"  title   = {{{given['title']}}},\n"
        f"  year    = {{{given['year']}}},\n"
        f"  version = {{{given['version']}}}\n"
        "}"
    )


class Citation(SphinxDirective):
    """How to cite the book, from CITATION.cff: as a `line`, as `bibtex`, or the `file` itself."""

    has_content = False
    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a quotation or a block of code."""
        self.env.note_dependency(str(CITATION))
        given = cited()
        kind = self.arguments[0]
        if kind == "line":
            line = f"{given['authors']} ({given['year']}). {given['title']} (version {given['version']})."
            return [nodes.block_quote("", nodes.paragraph(text=line))]
        if kind not in ("bibtex", "file"):
            raise self.error(f"No form '{kind}'. There are: line, bibtex, file.")
        text = bibtex(given) if kind == "bibtex" else CITATION.read_text(encoding="utf-8")
        block = nodes.literal_block(text, text, language="bibtex" if kind == "bibtex" else "yaml")
        return [nodes.container("", block, classes=["citation-block"])]


def _copy_downloads(app: Sphinx, error: Exception | None) -> None:
    """Put the files that readers can download beside the pages."""
    if error is None and app.builder.format == "html":
        folder = Path(app.outdir) / "_static" / "data"
        folder.mkdir(parents=True, exist_ok=True)
        for name in DOWNLOADS:
            shutil.copy(library.DATA / name, folder / name)


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.connect("build-finished", _copy_downloads)
    app.add_directive("evidence-index", EvidenceIndex)
    app.add_directive("persuasion", Persuasion)
    app.add_directive("downloads", Downloads)
    app.add_directive("citation", Citation)
