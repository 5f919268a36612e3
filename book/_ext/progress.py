"""Every page knows which exercises and quizzes each chapter holds, so that the list of pages can show progress.

Progress itself is worked out in the page, from the answers on the reader's device (book/live/src/navigation.js).
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from exercises import load
from exercises.exercise import Answer

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"

NOTHING = ("", None)

_EXERCISE = re.compile(r'\bshow\("([a-z0-9-]+)"\)')
_QUIZ = re.compile(r'\bquiz\.show\("([a-z0-9-]+)"\)')


@cache
def course_parts() -> dict[str, Any]:
    """What the list of pages must know.

    Returns:
        `parts`: page of a chapter -> ids of its exercises and quizzes; `given`: exercise -> fields that it is given;
        `starts`: exercise -> field -> what stands there before anybody answers, where that is not empty.
    """
    parts: dict[str, list[str]] = {}
    given: dict[str, list[str]] = {}
    starts: dict[str, dict[str, Answer]] = {}
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        quizzes = [f"quiz-{name}" for cell in code for name in _QUIZ.findall(cell)]
        shown = [name for cell in code if "quiz.show" not in cell for name in _EXERCISE.findall(cell)]
        parts[f"notebooks/{path.stem}.html"] = [*shown, *quizzes]
        for name in shown:
            if fields := [field.name for field in load(name).fields if field.carries]:
                given[name] = fields
            if filled := {field.name: field.start for field in load(name).fields if field.start not in NOTHING}:
                starts[name] = filled
    return {
        "parts": parts,
        "given": given,
        "starts": starts,
        "open": ["Start here", "Understand", "Build", "Move", "Stay honest"],
    }


def _tell(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document) -> None:
    told = json.dumps(course_parts(), separators=(",", ":"))
    static = "../" * pagename.count("/") + "_static/live/"
    context["metatags"] = context.get("metatags", "") + (
        f'<script id="course-parts" type="application/json">{told}</script>\n'
        f'<script type="module" src="{static}navigation.js"></script>\n'
    )


def setup(app: Sphinx) -> None:
    """Add the parts and the script to every page."""
    app.connect("html-page-context", _tell)
