"""Tables as CSV that a spreadsheet opens and does not run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_RUNS = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula: where it could, an apostrophe stands before it."""
    text = " ".join(str(cell).replace("\x00", "").split("\n")).strip(" ")
    return f"'{text}" if text.startswith(_RUNS) else text


def sheet(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A CSV file in UTF-8 with a mark at its start, by which spreadsheets know the encoding."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([harmless(cell) for cell in head])
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return ("\ufeff" + out.getvalue()).encode("utf-8", errors="replace")
