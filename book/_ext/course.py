"""What the pages say about the course itself, read from where it stands: minutes, counts, chapters, paths.

`` {minutes}`05-value-pitch` `` prints the minutes that a chapter states, `` {minutes}`all` `` those of all chapters;
`` {count}`cases` `` prints how many there are of something, with a capital
(`` {count}`Cases` ``) where a sentence begins. `{chapters}` lists the chapters, `{path}` a reading path.
So nothing of it is typed twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective, SphinxRole

from exercises import EXERCISES, library, load
from exercises.data_checks import counts
from exercises.library import Chapter, ReadingPath
from exercises.library.reading import load_toml

PROJECT = Path(__file__).resolve().parents[2]
NOTEBOOKS = PROJECT / "notebooks"
NOT_OF_A_CHAPTER = ("placement", "first-line", "pitch-task-a", "pitch-task-b")
"""Exercises that stand on a page beside the chapters."""

_STATED = re.compile(r"\*(\d+) minutes, (\d+) of them in exercises and quizzes")


class Play(NamedTuple):
    """What a reading path says of a play: its title, how long it takes in words, and its page."""

    title: str
    time: str
    page: str


def minutes(chapter: str) -> int:
    """The minutes that a chapter states for itself.

    Raises:
        ValueError: it states none.
    """
    stated = _STATED.search((NOTEBOOKS / f"{chapter}.ipynb").read_text(encoding="utf-8"))
    if stated is None:
        raise ValueError(f"notebooks/{chapter}.ipynb states no minutes; expected “*NN minutes, NN of them in …*”.")
    return int(stated[1])


def hours(total: int) -> str:
    """Minutes in words: `50 minutes`, `5 hours`, `5 hours 20 minutes`."""
    whole, rest = divmod(total, 60)
    parts = [f"{whole} hour{'s' if whole > 1 else ''}" if whole else "", f"{rest} minutes" if rest else ""]
    return " ".join(part for part in parts if part)


def about(total: int) -> str:
    """Minutes as a round number of hours: `about 14 hours`."""
    return f"about {round(total / 60)} hours"


def of_path(path: ReadingPath) -> int:
    """The minutes of all chapters of a path."""
    return sum(minutes(one) for one in path.steps)


@cache
def chapter_of(exercise: str) -> str:
    """The chapter whose notebook shows an exercise.

    Raises:
        ValueError: none does.
    """
    for chapter in library.chapters():
        if f'show(\\"{exercise}\\")' in (NOTEBOOKS / f"{chapter}.ipynb").read_text(encoding="utf-8"):
            return chapter
    raise ValueError(f"No chapter shows the exercise '{exercise}'.")


def play(name: str) -> Play:
    """A play by its id, as its file in data/plays/ has it."""
    whole = load_toml(library.DATA / "plays" / f"{name}.toml")
    return Play(str(whole["title"]), str(whole["time"]), f"book/playbook/{name}")


COUNTED: dict[str, Callable[[], int]] = {
    "chapters": lambda: len(library.chapters()) - 2,  # the cases chapter and the capstone have no number of their own
    "exercises": lambda: len([one for one in EXERCISES if one not in NOT_OF_A_CHAPTER]),
    "plays": lambda: len(list((library.DATA / "plays").glob("*.toml"))),
    "case-pages": lambda: len(list((PROJECT / "book" / "cases").glob("[!i]*.md"))),
    "cases": lambda: len(library.cases()),
    "weak-cases": lambda: len([one for one in library.cases().values() if one.source_strength == "weak"]),
    "cases-with-delay": lambda: len([one for one in library.cases().values() if one.delay_months is not None]),
    "comparable-costs": lambda: len([one for one in library.cases().values() if one.cost_comparable]),
    "case-sources": lambda: sum(len(of) for of in library.case_sources().values()),
    "factors": lambda: len(library.factors()),
    "user-factors": lambda: len([one for one in library.factors().values() if one.user_side]),
    "trained-units": lambda: len(library.training_and_month_six()),
    "failure-rates": lambda: len(library.crm_failure_rates()),
    "uk-projects": lambda: len(library.uk_projects()),
    "evidence": lambda: len(library.evidence()),
    "verified": lambda: len([one for one in library.evidence().values() if one.status == "verified"]),
    "partly": lambda: len([one for one in library.evidence().values() if one.status == "partly"]),
    "contested": lambda: len([one for one in library.evidence().values() if one.strength == "contested"]),
    "roles": lambda: len(library.roles()),
    "systems": lambda: len(library.technologies()),
    "threats": lambda: len(library.threats()),
    "objections": lambda: len(library.objections()),
    "rated-pitches": lambda: counts()["pitch_ratings"],
}
"""What can be counted, by the name under which a page asks for it."""

WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()


class MinutesRole(SphinxRole):
    """Print the minutes of a chapter, or of `all`."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the minutes in words, or an error that lists the chapters."""
        if self.text == "all":
            for one in library.chapters():
                self.env.note_dependency(str(NOTEBOOKS / f"{one}.ipynb"))
            return [nodes.Text(about(sum(minutes(one) for one in library.chapters())))], []
        if self.text not in library.chapters():
            known = ", ".join(library.chapters())
            return [], [self.inliner.reporter.error(f"No chapter '{self.text}'. There are: {known}.", line=self.lineno)]
        self.env.note_dependency(str(NOTEBOOKS / f"{self.text}.ipynb"))
        return [nodes.Text(hours(minutes(self.text)))], []


class CountRole(SphinxRole):
    """Print how many there are of something: in words up to twelve, with commas above."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the count, or an error that says what can be counted."""
        name = self.text[:1].lower() + self.text[1:]
        if name not in COUNTED:
            known = ", ".join(COUNTED)
            error = self.inliner.reporter.error(f"Nothing is counted as '{self.text}'. There are: {known}.", line=self.lineno)  # fmt: skip
            return [], [error]
        found = COUNTED[name]()
        words = WORDS[found] if found < len(WORDS) else f"{found:,}"
        return [nodes.Text(words if name == self.text else words.capitalize())], []


def to_page(page: str, words: str) -> addnodes.pending_xref:
    """A link to a page of the book, which Sphinx resolves, and warns of where there is none."""
    inner = nodes.inline("", words, classes=["xref", "doc"])
    return addnodes.pending_xref(
        "", inner, refdomain="std", reftype="doc", reftarget=f"/{page}", refexplicit=True, refwarn=True
    )


def to_chapter(chapter: Chapter) -> addnodes.pending_xref:
    """A link to a chapter, with its number and title."""
    return to_page(f"notebooks/{chapter.id}", chapter.name)


class CourseDirective(SphinxDirective):
    """A directive that reads the notebooks: its page is stale when one of them changes."""

    has_content = False

    def depends(self, chapters: list[str]) -> None:
        """Note the notebooks from which this page takes something."""
        for one in chapters:
            self.env.note_dependency(str(NOTEBOOKS / f"{one}.ipynb"))


class Chapters(CourseDirective):
    """All chapters, with their minutes and what one gets from each."""

    def run(self) -> list[nodes.Node]:
        """Return one list."""
        chapters = library.chapters()
        self.depends(list(chapters))
        listing = nodes.bullet_list(classes=["chapter-list"])
        for one in chapters.values():
            line = nodes.paragraph()
            line += to_chapter(one)
            line += nodes.Text(f", {hours(minutes(one.id))}: {one.gives}.")
            listing += nodes.list_item("", line)
        return [listing]


class PathDirective(CourseDirective):
    """A reading path: why, the chapters with their minutes, one exercise, one play."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the path, or an error that lists those there are."""
        paths, chapters = library.reading_paths(), library.chapters()
        name = self.arguments[0]
        if name not in paths:
            raise self.error(f"No reading path '{name}'. There are: {', '.join(paths)}.")
        one = paths[name]
        self.depends(list(one.steps))
        steps = nodes.enumerated_list(classes=["path-steps"], enumtype="arabic", prefix="", suffix=".")
        for chapter, why in one.steps.items():
            line = nodes.paragraph()
            found = chapters[chapter]
            line += to_page(f"notebooks/{chapter}", found.title)
            line += nodes.Text(f" ({found.called}, {hours(minutes(chapter))}). {why}")
            steps += nodes.list_item("", line)
        together = nodes.paragraph(text=f"Together {hours(of_path(one))}.", classes=["path-together"])
        return [nodes.paragraph(text=one.why), steps, together, self._exercise(one), self._play(one)]

    def _exercise(self, one: ReadingPath) -> nodes.paragraph:
        declared, chapter = load(one.exercise), chapter_of(one.exercise)
        up = "../" * self.env.docname.count("/")
        line = nodes.paragraph()
        line += nodes.strong(text="This week: ")
        target = f"{up}notebooks/{chapter}.html#exercise-{one.exercise}"
        line += nodes.reference("", declared.title, refuri=target, internal=True)
        line += nodes.Text(f", {hours(declared.minutes)}. {one.exercise_why}")
        return line

    def _play(self, one: ReadingPath) -> nodes.paragraph:
        self.env.note_dependency(str(library.DATA / "plays" / f"{one.play}.toml"))
        found = play(one.play)
        line = nodes.paragraph()
        line += nodes.strong(text="The play: ")
        line += to_page(found.page, found.title)
        line += nodes.Text(f", {found.time[:1].lower()}{found.time[1:]}. {one.play_why}")
        return line


def setup(app: Sphinx) -> None:
    """Register roles and directives."""
    app.add_role("minutes", MinutesRole())
    app.add_role("count", CountRole())
    app.add_directive("chapters", Chapters)
    app.add_directive("path", PathDirective)
