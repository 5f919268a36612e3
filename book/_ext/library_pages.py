"""Reference pages from the libraries: `{threats}`, `{roles}` and `{objections}` print every entry of theirs.

The exercises show these entries one at a time; here a reader finds them by search, and an instructor prints them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from exercises import library
from exercises.library.reading import load_toml

SEARCH_WORDS = Path(__file__).resolve().parents[1] / "search_words.toml"


class LibraryPage(SphinxDirective):
    """Prints one section an entry; subclasses say which."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the sections."""
        return list(self.sections())

    def sections(self) -> Iterator[nodes.section]:
        """One section an entry."""
        raise NotImplementedError

    def cited(self, sources: Iterable[str]) -> list[nodes.Node]:
        """The entries of the ledger, as links; the article from which the course grew is no entry."""
        known = [source for source in sources if source in library.evidence()]
        if not known:
            return []
        text = " ".join(f"{{e}}`{source}`" for source in known)
        parsed, _ = self.parse_inline(text)
        return [_labelled("Research", *parsed)]


class Threats(LibraryPage):
    """All threats."""

    def sections(self) -> Iterator[nodes.section]:
        """One section a threat, in the order of the library."""
        for one in library.threats().values():
            section = _section(one.name, f"threat-{one.id.lower()}", search_words("threat", one.id))
            section += nodes.paragraph(text=one.definition)
            section += _labelled("You may hear", nodes.Text(" ".join(f"“{line}”" for line in one.stated)))
            section += _list("You may see", one.unstated)
            section += _labelled("Or it means something else", nodes.Text(one.innocent_reading))
            section += _list("Ask", one.questions)
            section += _list("What helps", one.counter_moves)
            if one.severity_note:
                section += _labelled("Mind", nodes.Text(one.severity_note))
            for node in self.cited(one.sources):
                section += node
            yield section


class Roles(LibraryPage):
    """All roles, each with what the systems of the library may mean to it."""

    KINDS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Wants", "goals"),
        ("Is measured on", "measured_on"),
        ("Is plagued by", "pains"),
        ("Listens to", "trusted_messengers"),
        ("Believes", "proof_they_believe"),
    )

    def sections(self) -> Iterator[nodes.section]:
        """One section a role, in the order of the library."""
        for one in library.roles().values():
            section = _section(one.name, f"role-{one.id.replace('_', '-')}", search_words("role", one.id))
            section += _labelled("Would say", nodes.Text(f"“{one.identity_line}”"))
            for label, name in self.KINDS:
                section += _labelled(label, nodes.Text(f"{'; '.join(getattr(one, name))}."))
            systems = nodes.definition_list()
            for pair in library.role_technology().values():
                if pair.role == one.id:
                    systems += self._system(pair)
            section += systems
            yield section

    def _system(self, pair: library.RoleTechnology) -> nodes.definition_list_item:
        threats = ", ".join(library.threats()[threat].name.lower() for threat in pair.threats)
        item = nodes.definition_list_item()
        item += nodes.term(text=library.technologies()[pair.technology].name)
        meaning = nodes.definition()
        for label, text in (
            ("May threaten", f"{pair.how_it_threatens} ({threats})."),
            ("May bring", f"{pair.personal_benefit}."),
            ("Would show in", f"{pair.personal_measure}."),
            ("Do not claim", f"{pair.do_not_claim}."),
        ):
            meaning += _labelled(label, nodes.Text(text.replace("..", ".")))
        item += meaning
        return item


class Objections(LibraryPage):
    """All objections, with the answer that we think best and the one that does harm."""

    def sections(self) -> Iterator[nodes.section]:
        """One section an objection, in the order of the library."""
        for one in library.objections().values():
            section = _section(f"“{one.says}”", f"objection-{one.id.lower()}")
            role = library.roles()[one.role].name
            system = library.technologies()[one.technology].name
            section += nodes.paragraph(text=f"{role}; {_lower(system)}.")
            section += _labelled("What is said", nodes.Text(one.stated))
            section += _labelled("What may lie behind it", nodes.Text(one.unstated))
            section += _labelled("Say", nodes.Text(f"“{one.best}” {one.why_best}"))
            section += _labelled("Rather not", nodes.Text(f"“{one.weak}” {one.why_weak}"))
            section += _labelled("Never", nodes.Text(f"“{one.harmful}” {one.why_harmful}"))
            yield section


@cache
def _all_words() -> dict[str, dict[str, list[str]]]:
    return load_toml(SEARCH_WORDS)


def search_words(kind: str, name: str) -> list[str]:
    """Other words by which people look for a role or a threat.

    Raises:
        ValueError: the file has none for it.
    """
    try:
        return _all_words()[kind][name]
    except KeyError:
        raise ValueError(
            f"book/search_words.toml has no words for {kind} {name}; expected a list of two or more."
        ) from None


def index_entries(words: Iterable[str], target: str) -> addnodes.index:
    """Entries of the book's index, by which the search puts a place first."""
    return addnodes.index(entries=[("single", word.replace(";", ","), target, "main", None) for word in words])


def _section(title: str, name: str, words: Iterable[str] = ()) -> nodes.section:
    section = nodes.section(ids=[name], names=[name])
    section += nodes.title(text=title)
    words = list(words)
    if words:
        section += index_entries(words, name)
        section += nodes.paragraph("", f"Also searched as: {', '.join(words)}.", classes=["also-searched"])
    return section


def _labelled(label: str, *content: nodes.Node) -> nodes.paragraph:
    paragraph = nodes.paragraph()
    paragraph += nodes.strong(text=f"{label}: ")
    paragraph.extend(content)
    return paragraph


def _list(label: str, lines: Iterable[str]) -> nodes.container:
    box = nodes.container()
    box += _labelled(label)
    bullets = nodes.bullet_list()
    for line in lines:
        item = nodes.list_item()
        item += nodes.paragraph(text=line)
        bullets += item
    box += bullets
    return box


def _lower(name: str) -> str:
    """A name inside a sentence: `electronic health record`, but `CRM`."""
    return name if name[:2].isupper() else name[0].lower() + name[1:]


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("threats", Threats)
    app.add_directive("roles", Roles)
    app.add_directive("objections", Objections)
