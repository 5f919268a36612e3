"""A chapter as the kit reads it: its notebook, taken apart into sections and their blocks of plain words.

Only reads; what slides, guide and workbook make of it is their affair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import nbformat
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from book._ext.cases import sayable
from exercises import library

PROJECT = Path(__file__).resolve().parents[2]
NOTEBOOKS = PROJECT / "notebooks"

BlockKind = Literal[
    "paragraph", "item", "quote", "row", "figure", "exercise", "quiz", "code", "play", "evidence", "heading"
]
SectionKind = Literal["opening", "scene", "concept", "should-you", "play", "take-aways", "sources"]

_SHOWN = {
    "exercise": re.compile(r'exercises\.widgets import show\s+show\("([a-z0-9-]+)"\)'),
    "quiz": re.compile(r'quiz\.show\("([a-z0-9-]+)"\)'),
}
_ENDS: tuple[tuple[str, SectionKind], ...] = (
    ("Should you?", "should-you"),
    ("Play: ", "play"),
    ("Take-aways", "take-aways"),
    ("Sources and further reading", "sources"),
)
_MARKDOWN = MarkdownIt("commonmark").enable("table").use(colon_fence_plugin).use(myst_role_plugin)


class ChapterError(ValueError):
    """A notebook cannot be read as a chapter; the message names it, the place and what was expected."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or something of its rank.

    Attributes:
        kind: what it is; `code` is any other cell that is shown.
        text: its plain words; the caption of a figure.
        strong: what stands in bold in it.
        cites: ids of the ledger, in their order.
        target: the path of a figure, the id of an exercise, quiz or play, the code of a cell.
        alt: the description of a figure.
    """

    kind: BlockKind
    text: str = ""
    strong: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    target: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section under one heading."""

    kind: SectionKind
    title: str
    blocks: tuple[Block, ...]

    def of(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """Its blocks of these kinds."""
        return tuple(block for block in self.blocks if block.kind in kinds)

    @property
    def cites(self) -> tuple[str, ...]:
        """Ids of the ledger that it cites, in their order."""
        return tuple(dict.fromkeys(one for block in self.blocks for one in block.cites))


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter, whole: the stem of its notebook, its number and title as printed, its sections."""

    id: str
    number: str
    title: str
    sections: tuple[Section, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The code of all cells that show neither an exercise nor a quiz."""
        return tuple(block.target for section in self.sections for block in section.of("code"))


def chapters() -> tuple[Chapter, ...]:
    """All chapters in the order of the course."""
    return tuple(read(NOTEBOOKS / f"{one}.ipynb") for one in library.chapters())


def read(path: Path) -> Chapter:
    """One chapter from its notebook.

    Raises:
        ChapterError: it is not built as a chapter is.
    """
    book = nbformat.read(path, as_version=4)
    try:
        blocks = [block for cell in book.cells for block in _cell(cell)]
    except ChapterError as error:
        raise ChapterError(f"notebooks/{path.name}: {error}") from None
    if not blocks or blocks[0].kind != "heading" or " · " not in blocks[0].text:
        raise ChapterError(f"notebooks/{path.name}: expected to begin with a heading “# 2 · Title”.")
    number, _, title = blocks[0].text.partition(" · ")
    sections: list[Section] = []
    for block in blocks:
        if block.kind == "heading":
            sections.append(Section(_section_kind(block.text, len(sections)), block.text, ()))
        else:
            last = sections[-1]
            sections[-1] = replace(last, blocks=(*last.blocks, block))
    return Chapter(path.stem, number, title, tuple(sections))


def _section_kind(title: str, place: int) -> SectionKind:
    ends = (kind for start, kind in _ENDS if title.startswith(start))
    return next(ends, ("opening", "scene")[place] if place < 2 else "concept")


def _cell(cell: Any) -> Iterator[Block]:
    if cell.cell_type == "markdown":
        yield from _blocks(SyntaxTreeNode(_MARKDOWN.parse(cell.source)))
    elif "remove-cell" not in cell.metadata.get("tags", []):
        for kind, pattern in _SHOWN.items():
            if found := pattern.search(cell.source):
                yield Block(kind, target=found[1])  # type: ignore[arg-type]
                return
        yield Block("code", target=cell.source)


def _blocks(tree: SyntaxTreeNode) -> Iterator[Block]:
    for node in tree.children:
        if node.type in ("heading", "paragraph"):
            yield _words(node.type, node)  # type: ignore[arg-type]
        elif node.type in ("bullet_list", "ordered_list"):
            for item in node.children:
                yield _words("item", item)
        elif node.type == "blockquote":
            yield _words("quote", node)
        elif node.type == "table":
            for row in node.walk():
                if row.type == "tr":
                    cells = [_words("row", cell) for cell in row.children]
                    yield Block(
                        "row",
                        " | ".join(cell.text for cell in cells),
                        cites=tuple(one for cell in cells for one in cell.cites),
                    )
        elif node.type in ("fence", "colon_fence"):
            yield from _directive(node)
        elif node.type not in ("hr", "html_block", "myst_target"):
            raise ChapterError(f"a block of the kind '{node.type}' is new to the kit; teach book/kit/chapter.py.")


def _directive(node: SyntaxTreeNode) -> Iterator[Block]:
    name, _, argument = node.info.strip().partition(" ")
    options = dict(re.findall(r"(?m)^:([a-z-]+):\s*(.*)$", node.content))
    body = re.sub(r"(?m)^:[a-z-]+:.*\n?", "", node.content).strip()
    if name == "{figure}":
        caption = _words("figure", SyntaxTreeNode(_MARKDOWN.parse(body)))
        yield replace(caption, target=argument.strip(), alt=options.get("alt", ""))
    elif name == "{admonition}":
        yield Block("heading", argument.strip())
        yield from _blocks(SyntaxTreeNode(_MARKDOWN.parse(body)))
    elif name == "{play-card}":
        yield Block("play", target=argument.strip())
    elif name == "{evidence}":
        yield Block("evidence", cites=tuple(argument.split()))
    else:
        raise ChapterError(f"the directive {name} is new to the kit; teach book/kit/chapter.py.")


def _words(kind: BlockKind, node: SyntaxTreeNode) -> Block:
    """A block with its plain words; line breaks of a quotation are kept."""
    strong = tuple(_text(one) for one in node.walk() if one.type == "strong")
    cites = tuple(one.content for one in node.walk() if one.type == "myst_role" and one.meta["name"] == "e")
    return Block(kind, _text(node).strip(), strong, cites)


def _text(node: SyntaxTreeNode) -> str:
    if node.type == "myst_role":
        return _role(node.meta["name"], node.content)
    if node.type in ("text", "code_inline"):
        return node.content
    if node.type == "softbreak":
        return " "
    if node.type == "hardbreak":
        return "\n"
    between = "\n" if node.type in ("root", "blockquote", "list_item") else ""
    return between.join(_text(child) for child in node.children)


def _role(name: str, content: str) -> str:
    if name == "e":
        return content
    if name == "case":
        case, _, fact = content.partition(".")
        wanted = fact[:1].lower() + fact[1:]
        there = sayable(library.cases()[case]) if case in library.cases() else {}
        if wanted in there:
            words = there[wanted]
            return words if wanted == fact else words[:1].upper() + words[1:]
        raise ChapterError(f"{{case}}`{content}` names nothing in data/cases.csv or data/case_figures.csv.")
    raise ChapterError(f"the role {{{name}}} is new to the kit; teach book/kit/chapter.py.")
