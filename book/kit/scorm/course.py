"""What the shell knows of the course: chapters, right answers of quizzes, names of answers. Read when a package is made."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from book._ext.progress import course_parts
from book.kit.scorm.edition import Edition
from exercises import EXERCISES, load
from exercises.quiz import quiz

PROJECT = Path(__file__).resolve().parents[3]


@cache
def title() -> str:
    """The title of the book."""
    return str(_yaml("_config.yml")["title"])


def _yaml(name: str) -> dict[str, Any]:
    whole: dict[str, Any] = yaml.safe_load((PROJECT / name).read_text(encoding="utf-8"))
    return whole


def course(edition: Edition) -> dict[str, Any]:
    """The data of the shell.

    Returns:
        `edition`, `limit`; `start` and `dossier`: pages; `chapters`: page and quizzes of each;
        `quizzes`: heading of the chapter, title, and item -> ids of right options, for items
        that are answered by choosing; `titles`: exercise -> title; `names`: every known
        `exercise/field` and page, for which the memory has short codes.
    """
    chapters = []
    quizzes: dict[str, dict[str, Any]] = {}
    for page, parts in course_parts()["parts"].items():
        ids = [part for part in parts if part.startswith("quiz-")]
        chapters.append({"page": page, "quizzes": ids})
        for one in ids:
            quizzes[one] = _quiz(one.removeprefix("quiz-"), _heading(page))
    exercises = {name: load(name) for name in EXERCISES}
    names = [f"{name}/{field.name}" for name, one in exercises.items() for field in one.fields]
    names += [f"{name}/{item}" for name, one in quizzes.items() for item in one["items"]]
    names += [chapter["page"] for chapter in chapters]
    titles = {name: one.title for name, one in exercises.items()}
    titles |= {name: f"Quiz “{one['title']}”, {one['heading']}" for name, one in quizzes.items()}
    return {
        "edition": edition.id,
        "limit": edition.limit,
        "start": f"{_yaml('_toc.yml')['root']}.html",  # index.html only leads there
        "dossier": "book/my-dossier.html",
        "chapters": chapters,
        "quizzes": quizzes,
        "titles": titles,
        "names": sorted(names),
    }


def _quiz(name: str, heading: str) -> dict[str, Any]:
    whole = quiz(name)
    items = {
        item.id: sorted(option.id for option in item.options if option.right) for item in whole.items if item.options
    }
    return {"heading": heading, "title": whole.title, "items": items}


@cache
def _heading(page: str) -> str:
    """The first heading of a chapter, as its page shows it."""
    notebook = PROJECT / Path(page).with_suffix(".ipynb")
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "markdown" and (found := re.search(r"^# (.+)$", "".join(cell["source"]), re.MULTILINE)):
            return found[1].strip()
    raise ValueError(f"{notebook.name}: no heading of the first level ('# …') was found.")
