"""What the notebooks show, read from their cells: which exercise and which quiz stands on which page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted([*(PROJECT / "notebooks").glob("*.ipynb"), *(PROJECT / "book").glob("*.ipynb")])

_SHOWS = {
    "exercise": re.compile(r'exercises\.widgets import show\s+show\("([a-z0-9-]+)"\)'),
    "quiz": re.compile(r'quiz\.show\("([a-z0-9-]+)"\)'),
}


def code_cells(path: Path) -> list[dict[str, Any]]:
    """The code cells of a notebook."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def shown(kind: str, path: Path) -> list[str]:
    """Ids of the exercises (`exercise`) or quizzes (`quiz`) that a notebook shows, in order."""
    return [name for cell in code_cells(path) for name in _SHOWS[kind].findall("".join(cell["source"]))]


def page_of(kind: str) -> dict[str, str]:
    """The page of the site on which each exercise or quiz stands, by its id."""
    return {
        name: path.relative_to(PROJECT).with_suffix(".html").as_posix()
        for path in NOTEBOOKS
        for name in shown(kind, path)
    }
