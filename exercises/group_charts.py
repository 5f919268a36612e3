"""A group in JupyterLab: frames to go on working with, and charts. Host only: pandas and Altair.

The figures are those of `exercises.group`, as in the page; a test counts the frames anew with
pandas and holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd
from IPython.display import HTML

from exercises import html
from exercises.charts import Figure
from exercises.dossier.store import LARGEST
from exercises.exercise import Table
from exercises.group import Figures, Group, figures, put_together, read_file
from exercises.group.counts import OTHER_ROLES, role_name
from exercises.group.drawings import drawings
from exercises.group.made_up import made_up_files
from exercises.group.summary import parts
from exercises.group.take_away import read_in_words, take_away
from exercises.group.together import KINDS

NOT_BROKEN_DOWN = "not broken down"


class GroupOfFiles:
    """The dossiers of a folder.

    Attributes:
        group: the learners, and the files with a remark.
        figures: what the page shows.
        made_up: whether the folder had no files, so that a made-up group stands in.
    """

    def __init__(self, files: Iterable[tuple[str, bytes, int]], *, made_up: bool = False) -> None:
        self.made_up = made_up
        self.group: Group = put_together(read_file(*file) for file in files)
        self.figures: Figures = figures(self.group.learners)

    def frames(self) -> dict[str, pd.DataFrame]:
        """One frame for each kind of answer, one row an answer; learners are numbers in no order."""
        learners = list(enumerate(self.group.learners))
        rows: dict[str, tuple[list[str], list[tuple[Any, ...]]]] = {
            "units": (["learner", "pledge", "ready"], [(n, *unit) for n, one in learners for unit in one.units]),
            "plans": (["learner", "parts"], [(n, one.plan) for n, one in learners if one.plan is not None]),
            "threats": (
                ["learner", "role", "threat", "stand"],
                [(n, self._role(one.role), *threat) for n, one in learners for threat in one.threats],
            ),
            "levels": (
                ["learner", "text", "criterion", "level"],
                [
                    (n, kind, criterion, level)
                    for n, one in learners
                    for kind, pitch in one.pitches.items()
                    for criterion, level in pitch.levels.items()
                ],
            ),
            "quizzes": (
                ["learner", "quiz", "item", "right"],
                [(n, *key, right) for n, one in learners for key, right in one.quizzes.items()],
            ),
            "exercises": (
                ["learner", "exercise", "changes", "asked", "empty"],
                [(n, name, *done) for n, one in learners for name, done in one.exercises.items()],
            ),
        }
        return {name: pd.DataFrame(of, columns=columns) for name, (columns, of) in rows.items()}

    def _role(self, role: str) -> str:
        """A role as far as it is broken down, by the rules for small groups."""
        shown = [one.name for one in self.figures.roles]
        name = role_name(role)
        return name if name in shown else OTHER_ROLES if shown else NOT_BROKEN_DOWN

    def charts(self) -> dict[str, tuple[Figure, ...]]:
        """The drawings of the page as Altair charts, by part, each with the table that holds its values."""
        tables = {part.id: part.tables for part in parts(self.figures)}
        return {
            part: tuple(
                Figure(
                    finding=f"{table.caption}.",
                    description=str(spec["description"]),
                    chart=alt.Chart.from_dict({name: of for name, of in spec.items() if name != "description"}),
                    table=table,
                )
                for spec, table in zip(specs, tables[part][-len(specs) :] if part == "hardest" else tables[part], strict=False)
            )
            for part, specs in drawings(self.figures).items()
        }  # fmt: skip

    def chart(self, part: str, number: int = 0) -> Figure | HTML:
        """One chart by its part (`pledge`, `threats`, `pitches`, `hardest`), or a sentence where there is none."""
        found = self.charts().get(part, ())
        if number < len(found):
            return found[number]
        return HTML("".join(f"<p>{one}</p>" for p in parts(self.figures) if p.id == part for one in p.says))

    def save(self, folder: str = ".", *, words: bool = False) -> list[str]:
        """Write the summary as Markdown, CSV and JSON; returns the names of the files."""
        written = []
        for file in take_away(self.group, self.figures, words=words):
            (Path(folder) / file.name).write_bytes(file.content)
            written.append(file.name)
        return written

    def remarks(self) -> pd.DataFrame:
        """Files that were not counted, or not whole, with the reason."""
        rows = [(one.name, KINDS[one.kind], one.reason) for one in self.group.listed]
        return pd.DataFrame(rows, columns=["file", "what became of it", "why"])

    def _repr_html_(self) -> str:
        note = " No files were found, so this is a made-up group; its figures mean nothing." if self.made_up else ""
        told = f"<p><strong>{read_in_words(self.group)}</strong>{note}</p>"
        if not self.group.listed:
            return told
        rows = tuple((one.name, KINDS[one.kind], one.reason) for one in self.group.listed)
        return told + html.table(Table("Files with a remark", ("File", "What became of it", "Why"), rows))

    def __repr__(self) -> str:
        return read_in_words(self.group)


def of_folder(folder: str = "dossiers") -> GroupOfFiles:
    """Read every file of a folder; a made-up group stands in where there is none."""
    place = Path(folder)
    paths = sorted(path for path in place.iterdir() if path.name[0] != ".") if place.is_dir() else []
    if paths:
        return GroupOfFiles(map(_opened, paths))
    return GroupOfFiles(((name, content, len(content)) for name, content in made_up_files()), made_up=True)


def _opened(path: Path) -> tuple[str, bytes, int]:
    """Name, as much of the content as is ever read, and true size; no content where it cannot be opened."""
    try:
        with path.open("rb") as file:
            return path.name, file.read(LARGEST + 1), path.stat().st_size
    except OSError:
        return path.name, b"", 1
