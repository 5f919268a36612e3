"""A dossier as Markdown. What the learner typed stays text: no sign of it is read as markup."""

from __future__ import annotations

import re

from exercises.dossier.document import Document
from exercises.exercise import Table

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|#~$^&])")
_AT_START = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)


def markdown(given: Document) -> str:
    """The document as Markdown text."""
    parts = [f"# {_plain(given.title)}", f"*{_plain(given.note)}*"]
    for section in given.sections:
        parts.append(f"{'#' * section.level} {_plain(section.heading)}")
        parts += [_table(block) if isinstance(block, Table) else _plain(block) for block in section.blocks]
    if given.missing:
        parts.append("## Still missing")
        parts.append("\n".join(f"- {_plain(one)}" for one in given.missing))
    return "\n\n".join(parts) + "\n"


def _table(given: Table) -> str:
    lines = [given.head, *given.rows]
    rows = ["| " + " | ".join(_plain(cell).replace("\n", "<br>") or " " for cell in line) + " |" for line in lines]
    rows.insert(1, "|" + "---|" * len(given.head))
    return (f"**{_plain(given.caption)}**\n\n" if given.caption else "") + "\n".join(rows)


def _plain(text: str) -> str:
    """A text in which no sign means anything; line breaks stay."""
    lines = "\n".join(line.strip() for line in text.replace("\r", "\n").replace("\x00", "").split("\n") if line.strip())
    return _AT_START.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", lines))
