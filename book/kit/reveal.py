"""A deck as a page of Reveal.js: the slides become a notebook, and nbconvert's exporter of slides does the rest."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any

from nbconvert.exporters import SlidesExporter
from nbformat import NotebookNode, v4

from book.kit.chapter import PROJECT
from book.kit.pictures import Drawn
from book.kit.slide import LIMIT, Deck, Slide

SHARED = "reveal"
"""The folder beside the decks that all of them use."""

WIDTH, HEIGHT = 1280, 720
WIDE = 1.6
"""A picture that is wider than so many times its height stands below the words, else beside them."""

_TEMPLATES = Path(__file__).parent / "templates"
_MODULES = PROJECT / "book" / "live" / "node_modules"
_VENDORED = (
    "reveal.js/dist/reset.css",
    "reveal.js/dist/reveal.css",
    "reveal.js/dist/reveal.js",
    "reveal.js/dist/plugin/notes.js",
    "@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2",
    "@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2",
)


def share(folder: Path) -> None:
    """Put what all decks use beside them.

    Raises:
        FileNotFoundError: the npm packages have not been installed.
    """
    shared = folder / SHARED
    shared.mkdir(parents=True, exist_ok=True)
    for name in _VENDORED:
        if not (_MODULES / name).exists():
            raise FileNotFoundError(f"{name} is not in book/live/node_modules. Run: make setup")
        shutil.copy(_MODULES / name, shared)
    for package in ("reveal.js", "@fontsource/source-serif-4"):
        shutil.copy(_MODULES / package / "LICENSE", shared / f"{package.rpartition('/')[2]}-licence.txt")
    shutil.copy(_TEMPLATES / "deck.css", shared)


def write(deck: Deck, drawn: Mapping[str, Drawn], folder: Path) -> Path:
    """Write the page of a deck and its pictures; return the path of the page."""
    pictures = folder / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    for picture in deck.pictures:
        (pictures / f"{picture.name}.svg").write_text(drawn[picture.name].svg, encoding="utf-8")
    exporter: Any = SlidesExporter(
        extra_template_basedirs=[str(_TEMPLATES)],
        template_name="deck",
        reveal_url_prefix=SHARED,
        reveal_transition="none",
        reveal_number="c/t",
        reveal_width=str(WIDTH),
        reveal_height=str(HEIGHT),
        exclude_anchor_links=True,
    )
    page, _ = exporter.from_notebook_node(notebook(deck, drawn))
    path = folder / f"{deck.chapter}.html"
    path.write_text(page, encoding="utf-8")
    return path


def notebook(deck: Deck, drawn: Mapping[str, Drawn]) -> NotebookNode:
    """The deck as a notebook: for each slide one cell that the room sees, and one of notes."""
    book: Any = v4.new_notebook()
    book.metadata["title"] = deck.title
    for slide in deck.slides:
        data = {"kind": slide.kind, "size": "long" if slide.words > LIMIT else "short"}
        if slide.picture:
            data["picture"] = place(drawn[slide.picture.name])
        book.cells += [
            _cell(_seen(slide), slide_type="slide", data=data),
            _cell(_paragraphs(slide.notes), slide_type="notes"),
        ]
    return book


def place(picture: Drawn) -> str:
    """Where a picture stands: `below` the words, or `beside` them."""
    return "below" if picture.width > WIDE * picture.height else "beside"


def _cell(source: str, **slideshow: object) -> Any:
    cell: Any = v4.new_markdown_cell(source)
    cell.metadata["slideshow"] = slideshow
    return cell


def _seen(slide: Slide) -> str:
    """The slide as one block of HTML: Markdown leaves it alone as long as no line is empty."""
    level = "h1" if slide.kind == "title" else "h2"
    parts = []
    if slide.lead:
        parts.append(f'<p class="lead">{_words(slide.lead)}</p>')
    if slide.listing == "talk":
        parts += [f'<p class="turn">{_words(turn)}</p>' for turn in slide.items]
    elif slide.items:
        tag = "ul" if slide.listing == "bullets" else "ol"
        items = "".join(f"<li>{_words(item)}</li>" for item in slide.items)
        parts.append(f'<{tag} class="{slide.listing}">{items}</{tag}>')
    if slide.facts:
        facts = " ".join(f"<span>{_words(fact)}</span>" for fact in slide.facts)
        parts.append(f'<p class="facts">{facts}</p>')
    seen = [f"<{level}>{escape(slide.title)}</{level}>", f'<div class="words">{"".join(parts)}</div>']
    if slide.picture:
        source = f"pictures/{slide.picture.name}.svg"
        seen.append(f'<figure><img src="{source}" alt="{escape(slide.picture.alt)}"></figure>')
    return '<div class="seen">\n' + "\n".join(seen) + "\n</div>"


def _paragraphs(notes: Iterable[str]) -> str:
    return "<div>" + "".join(f"<p>{_words(note)}</p>" for note in notes) + "</div>"


def _words(text: str) -> str:
    return escape(text).replace("\n", "<br>")
