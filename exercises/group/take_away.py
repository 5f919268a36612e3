"""The summary of a group as files to take away. No name of a file or of a person stands in them."""

from __future__ import annotations

import json
from typing import Any

from exercises.dossier.document import Document, Section
from exercises.dossier.markdown import markdown
from exercises.exercise import File
from exercises.group.counts import Figures
from exercises.group.summary import learners, parts
from exercises.group.together import KINDS, Group, Kind
from exercises.sheet import sheet

FORMAT, VERSION = "selling-it group summary", 1

NOTE = (
    "Figures of a group, counted from dossiers on one device. They hold no names. They say what was written "
    "in the exercises, and nothing of what a person can do."
)


def read_in_words(group: Group) -> str:
    """How many files were read, and how many count, in one sentence."""
    files = "1 file was" if group.files == 1 else f"{group.files} files were"
    said = [f"{files} looked at: {learners(len(group.learners))} counted"]
    told: tuple[tuple[Kind, str], ...] = (
        ("refused", "not counted"), ("twice", "found twice"), ("older", "taken for an earlier version"), ("part", "counted in part"),
    )  # fmt: skip
    for kind, says in told:
        count = group.count(kind)
        said += [f"{count} {says}"] if count else []
    return f"{', '.join(said)}."


def take_away(group: Group, given: Figures, *, words: bool = False) -> tuple[File, ...]:
    """The summary as Markdown, CSV and JSON; what learners wrote is in it only where it is asked for."""
    told = parts(given, words=words)
    sections = tuple(Section(part.heading, 2, (*part.says, *part.tables)) for part in told)
    text = markdown(Document("A group at a glance", f"{NOTE} {read_in_words(group)}", sections, ()))
    cells = [
        (part.heading, table.caption, row[0], head, cell)
        for part in told
        for table in part.tables
        for row in table.rows
        for head, cell in zip(table.head[1:], row[1:], strict=True)
    ]
    return (
        File("group-summary.md", "text/markdown", text.encode("utf-8", "replace"), "Take the summary away as Markdown"),
        File("group-summary.csv", "text/csv", sheet(("Part", "Table", "Row", "Column", "Value"), cells), "As a table for a spreadsheet (CSV)"),
        File("group-summary.json", "application/json", as_json(group, given, words=words), "As data for a program (JSON)"),
    )  # fmt: skip


def as_json(group: Group, given: Figures, *, words: bool = False) -> bytes:
    """The figures as JSON."""
    figures: dict[str, Any] = {
        **given._asdict(),
        "units": [{"pledge": p, "ready": r, "units": n} for (p, r), n in given.units.items()],
        **{name: [one._asdict() for one in getattr(given, name)] for name in ("threats", "roles", "profiles", "moved", "items", "exercises")},
    }  # fmt: skip
    for name in ("questions", "pitches"):
        if not words:
            del figures[name]
    files = {
        "looked at": group.files,
        "counted": len(group.learners),
        **{says.lower(): group.count(kind) for kind, says in KINDS.items()},
    }
    whole = {"format": FORMAT, "version": VERSION, "files": files, "figures": figures}
    return (json.dumps(whole, indent=1) + "\n").encode()
