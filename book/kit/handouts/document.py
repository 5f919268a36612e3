"""A handout before it is printed: a page of HTML with a name and a title."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

HERE = Path(__file__).resolve().parent
BOOK = "The Art of Selling IT"


class HandoutError(RuntimeError):
    """A handout cannot be made; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Document:
    """One handout.

    Attributes:
        name: of its file, without ending.
        title: as the reader's program shows it.
        html: the whole page. Elements with `data-page-of` get the page of the heading with that id.
    """

    name: str
    title: str
    html: str


def render(name: str, title: str, **given: object) -> Document:
    """Fill the template of this name."""
    html = _templates().get_template(f"{name}.html").render(title=title, book=BOOK, **given)
    return Document(name, f"{title} – {BOOK}", html)


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["css_string"] = css_string
    return made


def css_string(words: str) -> Markup:
    """Words as a string in a style sheet, where HTML's escapes do not count."""
    safe = words.replace("\\", "\\5c ").replace('"', "\\22 ").replace("<", "\\3c ")
    return Markup(f'"{safe}"')
