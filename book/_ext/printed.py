"""Pieces of which the pages of the workshop are printed: blocks, labelled lines, facts, sections, tables."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes


def block(title: str, beside: str, *content: nodes.Node) -> nodes.container:
    """A part of a session: its title, what stands small beside it, and what belongs to it."""
    head = nodes.paragraph(classes=["guide-head"])
    head += nodes.strong(text=title)
    head += nodes.inline(text=f" {beside}", classes=["guide-minutes"])
    return nodes.container("", head, *content, classes=["guide-part"])


def labelled(label: str, words: str) -> nodes.paragraph:
    """A line that begins with its label in bold."""
    line = nodes.paragraph()
    line += nodes.strong(text=f"{label}: ")
    line += nodes.Text(words)
    return line


def facts(rows: Iterable[tuple[str, str]]) -> nodes.definition_list:
    """Labels and what stands under each, beside one another."""
    listing = nodes.definition_list(classes=["play-facts"])
    for label, words in rows:
        term, said = nodes.term(text=label), nodes.definition("", nodes.paragraph(text=words))
        listing += nodes.definition_list_item("", term, said)
    return listing


def section(name: str, title: str, *content: nodes.Node) -> nodes.section:
    """A section with its heading."""
    made = nodes.section(ids=[f"guide-{name}"])
    made += nodes.title(text=title)
    made += content
    return made


def bullets(items: Iterable[str]) -> nodes.bullet_list:
    """A list with dots."""
    return nodes.bullet_list("", *(nodes.list_item("", nodes.paragraph(text=words)) for words in items))


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]], kind: str) -> nodes.table:
    """A table with one row of headings; `kind` is its class."""
    group = nodes.tgroup(cols=len(head))
    group += [nodes.colspec(colwidth=1) for _ in head]
    group += nodes.thead("", _row(head))
    group += nodes.tbody("", *(_row(row) for row in rows))
    return nodes.table("", group, classes=[kind])


def _row(cells: tuple[str, ...]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph(text=words)) for words in cells))
