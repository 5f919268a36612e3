"""The playbook in the book: a card in a chapter, a page a play, and the index that is filtered.

`{play-card} threat-walk` stands in a chapter, `{play} threat-walk` is the whole of a page in
book/playbook/, `{playbook}` the index. All texts come from data/plays/ and data/playbook.toml.
The index is a plain list with a list by what one hears; book/live/src/playbook.js adds the filter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from exercises import EXERCISES, library, load
from exercises.library import playbook
from exercises.library.playbook import EVIDENCE, Play

from .library_pages import index_entries

PROJECT = Path(__file__).resolve().parents[2]
PAGES = "book/playbook"
LEDGER = "book/evidence"

TIMES = ((30, "half an hour"), (60, "an hour"), (90, "an hour and a half"))
"""Minutes of a sitting by which the index is filtered, with their words."""

_SHOWN = re.compile(r'\bshow\(\\?["\']([a-z0-9-]+)\\?["\']\)')


class PlayDirective(SphinxDirective):
    """A directive that takes the id of a play."""

    required_arguments = 1
    has_content = False

    def play(self) -> Play:
        """The play that is named."""
        play = playbook.plays().get(self.arguments[0])
        if play is None:
            raise self.error(f"No play '{self.arguments[0]}'. There are: {', '.join(playbook.plays())}.")
        return play

    @property
    def root(self) -> str:
        """The way from this page to the root of the site."""
        return "../" * self.env.docname.count("/")


class PlayCard(PlayDirective):
    """The card of a play in a chapter: what it is for, how long, who, the steps in short, and the way to its page."""

    def run(self) -> list[nodes.Node]:
        """Return the card."""
        play = self.play()
        card = nodes.container(classes=["play-card"])
        card += nodes.paragraph(text=play.purpose, classes=["play-purpose"])
        card += _facts((("Time", play.time), ("People", play.people)))
        steps = nodes.enumerated_list(enumtype="arabic", suffix=".")
        steps += [nodes.list_item("", nodes.paragraph(text=step.head)) for step in play.steps]
        card += steps
        link = nodes.paragraph(classes=["play-link"])
        link += _link(f"{self.root}{PAGES}/{play.id}.html", f"The whole play: {play.title}")
        card += link
        return [card]


class PlayPage(PlayDirective):
    """A play, whole, as the page prints it."""

    def run(self) -> list[nodes.Node]:
        """Return the words by which search finds it, and its parts."""
        play = self.play()
        page = nodes.container(classes=["play"])
        page += nodes.paragraph(text=play.purpose, classes=["play-purpose"])
        readers = _sentence(library.reading_paths()[one].role for one in play.roles)
        page += _facts(
            (
                ("Time", play.time),
                ("People", play.people),
                ("Material", _sentence(play.materials, "; ")),
                ("Phase", _sentence(playbook.phases()[one].name for one in play.phases)),
                ("Who runs it", "Any of you" if len(play.roles) == len(library.reading_paths()) else readers),
            )
        )
        page += _part("when", "You hear or see", _list(playbook.occasions()[one].says for one in play.occasions))
        page += _part("use", "Use it when", _list(play.when))
        page += _part("leave", "Leave it when", _list(play.when_not))
        page += _part("steps", "Steps", _steps(play))
        if play.lines:
            page += _part("lines", "Line by line, in a made-up mail", *_lines(play))
        if play.example:
            page += _part("example", "A made-up example", nodes.paragraph(text=play.example))
        page += _part("good", "What good looks like", nodes.paragraph(text=play.good))
        page += _part("remote", "At a distance", nodes.paragraph(text=play.remote))
        page += _part("fails", "How it fails", _list(play.fails))
        page += _part("prepare", "Before you try it", self._prepare(play))
        page += _part("basis", "What it rests on", self._basis(play))
        return [_keywords(play), _index(play), *page.children]

    def _prepare(self, play: Play) -> nodes.Node:
        listing = nodes.bullet_list()
        for name in play.exercises:
            if name not in EXERCISES:
                raise self.error(f"Play '{play.id}' names exercise '{name}'. There are: {', '.join(EXERCISES)}.")
            words = nodes.paragraph()
            words += nodes.Text("Exercise: ")
            words += _link(f"{self.root}{exercise_pages()[name]}#exercise-{name}", load(name).title)
            listing += nodes.list_item("", words)
        for name in play.cases:
            if name not in case_pages():
                raise self.error(f"Play '{play.id}' names case '{name}', which has no page in book/cases/.")
            page, title = case_pages()[name]
            words = nodes.paragraph()
            words += nodes.Text("Case: ")
            words += _link(f"{self.root}{page}", title)
            listing += nodes.list_item("", words)
        words = nodes.paragraph()
        words += nodes.Text("Chapter: ")
        words += _link(f"{self.root}notebooks/{play.chapter}.html", library.chapters()[play.chapter].name)
        listing += nodes.list_item("", words)
        return listing

    def _basis(self, play: Play) -> nodes.Node:
        words, end = nodes.paragraph(), 0
        for found in EVIDENCE.finditer(play.basis):
            words += nodes.Text(play.basis[end : found.start()])
            link = _link(f"{self.root}{LEDGER}.html#{found[0].lower()}", found[0])
            link["classes"].append("evidence")
            link["reftitle"] = library.evidence()[found[0]].short
            words += link
            end = found.end()
        words += nodes.Text(play.basis[end:])
        return words


class Playbook(SphinxDirective):
    """The index: a form that a script brings to life, all plays, and what people hear, with the plays for it."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the form, the list and the table."""
        made: list[nodes.Node] = [_raw(f'<div class="playbook">{_form()}<ul class="playbook-list">')]
        for play in playbook.plays().values():
            made += [_raw(_row(play)), *self._entry(play), _raw("</li>")]
        made.append(_raw("</ul></div>"))
        made.append(_section("by-what-you-hear", "By what you hear", self._by_occasion()))
        return made

    def _entry(self, play: Play) -> list[nodes.Node]:
        title = nodes.paragraph(classes=["playbook-title"])
        title += _link(f"{play.id}.html", play.title)
        title += nodes.Text(f" · {play.time}")
        return [title, nodes.paragraph(text=play.purpose)]

    def _by_occasion(self) -> nodes.Node:
        listing = nodes.definition_list(classes=["playbook-occasions"])
        for one in playbook.occasions().values():
            words = nodes.paragraph()
            fits = [play for play in playbook.plays().values() if one.id in play.occasions]
            for number, play in enumerate(fits):
                words += nodes.Text(", " if number else "")
                words += _link(f"{play.id}.html", play.title)
            listing += nodes.definition_list_item("", nodes.term(text=one.says), nodes.definition("", words))
        return listing


def _form() -> str:
    """The filter, hidden until its script is there."""
    occasions = [(one.id, one.says) for one in playbook.occasions().values()]
    readers = [(one.id, one.role) for one in library.reading_paths().values()]
    phases = [(one.id, one.name) for one in playbook.phases().values()]
    times = [(str(minutes), f"up to {words}") for minutes, words in TIMES]
    return (
        '<form class="playbook-tools" role="search" aria-label="Plays" hidden>'
        f"{_select('occasion', 'You hear or see', 'anything', occasions)}"
        f"{_select('role', 'You are', 'anyone', readers)}"
        f"{_select('time', 'A sitting takes', 'any time', times)}"
        f"{_select('phase', 'Where the rollout is', 'anywhere', phases)}"
        '<p class="wide"><label for="playbook-words">In your words</label>'
        '<input type="search" id="playbook-words" name="words" autocomplete="off"></p>'
        '<p class="playbook-state"><span class="playbook-count" role="status"></span> '
        '<button type="reset" hidden>Show all plays</button></p>'
        '<p class="playbook-none" hidden></p></form>'
    )


def _select(name: str, label: str, all_of_it: str, options: Sequence[tuple[str, str]]) -> str:
    choices = "".join(f'<option value="{escape(key)}">{escape(words)}</option>' for key, words in options)
    return (
        f'<p{" class=wide" if name == "occasion" else ""}><label for="playbook-{name}">{label}</label>'
        f'<select id="playbook-{name}" name="{name}"><option value="">{all_of_it}</option>{choices}</select></p>'
    )


def _row(play: Play) -> str:
    """The opening of a play's entry, with what the filter asks of it."""
    known = playbook.occasions()
    words = " ".join(part for one in play.occasions for part in (known[one].says, *known[one].words))
    facts = {
        "occasion": " ".join(play.occasions),
        "role": " ".join(play.roles),
        "phase": " ".join(play.phases),
        "time": str(play.minutes),
        "words": words,
    }
    return "<li " + " ".join(f'data-{key}="{escape(value)}"' for key, value in facts.items()) + ">"


def _keywords(play: Play) -> nodes.Node:
    """What the search of the site finds the page by, beside its text."""
    known = playbook.occasions()
    words = {word for one in play.occasions for phrase in known[one].words for word in re.findall(r"\w+", phrase)}
    return nodes.meta("", name="keywords", content=", ".join(sorted(words)))


def _index(play: Play) -> nodes.Node:
    """The phrases by which people look for the play: as entries of the index they put it first in a search.

    Single words belong to many plays; only those of the play's first occasion are its own.
    """
    known = [playbook.occasions()[one] for one in play.occasions]
    said = [re.sub("[“”.?!]", "", one.says) for one in known]
    clauses = [clause for whole in said for clause in (whole, *re.split(", (?:and |but )?", whole)) if " " in clause]
    return index_entries(dict.fromkeys([*clauses, *known[0].words]), "")


def _sentence(parts: Iterable[str], by: str = ", ") -> str:
    """Names in a row, with one capital at the beginning."""
    first, *rest = parts
    small = (one if one[:2].isupper() else one[:1].lower() + one[1:] for one in rest)
    return by.join((first[:1].upper() + first[1:], *small))


def _facts(rows: Iterable[tuple[str, str]]) -> nodes.Node:
    listing = nodes.definition_list(classes=["play-facts"])
    for label, words in rows:
        listing += nodes.definition_list_item(
            "", nodes.term(text=label), nodes.definition("", nodes.paragraph(text=words))
        )
    return listing


def _part(name: str, title: str, *content: nodes.Node) -> nodes.Node:
    return _section(f"play-{name}", title, *content)


def _section(name: str, title: str, *content: nodes.Node) -> nodes.Node:
    section = nodes.section(ids=[name], classes=[name])
    section += nodes.title(text=title)
    section += content
    return section


def _list(items: Iterable[str]) -> nodes.Node:
    return nodes.bullet_list("", *(nodes.list_item("", nodes.paragraph(text=words)) for words in items))


def _steps(play: Play) -> nodes.Node:
    listing = nodes.enumerated_list(enumtype="arabic", suffix=".")
    for step in play.steps:
        words = nodes.paragraph()
        words += nodes.strong(text=f"{step.head}.")
        if step.minutes:
            words += nodes.inline(text=f" {step.minutes} min.", classes=["play-minutes"])
        words += nodes.Text(f" {step.do}" if step.do else "")
        if step.say:
            words += nodes.Text(" ")
            words += nodes.inline(text=f"“{step.say}”", classes=["play-say"])
        listing += nodes.list_item("", words)
    return listing


def _lines(play: Play) -> list[nodes.Node]:
    """A text before and after, one entry a line."""
    made: list[nodes.Node] = []
    for line in play.lines:
        block = nodes.container(classes=["play-line"])
        for label, words in (("Before", line.before), ("After", line.after), ("Why", line.why)):
            paragraph = nodes.paragraph(classes=[label.lower()])
            paragraph += nodes.strong(text=f"{label}: ")
            paragraph += nodes.Text(words)
            block += paragraph
        made.append(block)
    return made


def _link(target: str, words: str) -> nodes.reference:
    return nodes.reference("", "", nodes.Text(words), refuri=target, internal=True)


def _raw(html: str) -> nodes.raw:
    return nodes.raw("", html, format="html")


@cache
def case_pages() -> dict[str, tuple[str, str]]:
    """The page that tells each case, and its title, by the id of the case."""
    found = {}
    for path in sorted((PROJECT / "book" / "cases").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        title = text.splitlines()[0].removeprefix("# ")
        for name in re.findall(r"\{case-facts\} (\S+)", text):
            found[name] = (f"book/cases/{path.stem}.html", title)
    return found


@cache
def exercise_pages() -> dict[str, str]:
    """The page on which each exercise stands, by its id."""
    notebooks = sorted([*(PROJECT / "notebooks").glob("*.ipynb"), *(PROJECT / "book").glob("*.ipynb")])
    return {
        name: path.relative_to(PROJECT).with_suffix(".html").as_posix()
        for path in notebooks
        for name in _SHOWN.findall(path.read_text(encoding="utf-8"))
    }


def _dress(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document) -> None:
    """Load the filter on the index, and the look of a play's page on that page, and nowhere else."""
    if '<div class="playbook">' in context.get("body", ""):
        app.add_js_file("live/playbook.js", type="module")
    if pagename.removeprefix(f"{PAGES}/") in playbook.plays():
        app.add_css_file("play-page.css")


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("play-card", PlayCard)
    app.add_directive("play", PlayPage)
    app.add_directive("playbook", Playbook)
    app.connect("html-page-context", _dress)
