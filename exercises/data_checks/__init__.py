"""Check all files of data/ and report every fault at once: `python -m exercises.data_checks`.

What a column may hold stands in data/datapackage.json and nowhere else; what is
checked here beyond it is what a descriptor cannot say: that dates are in order, that
a delay agrees with them, that ids of one file exist in another, that a TOML record is
whole. Public: `faults`, `counts`, `Fault`.
"""

from __future__ import annotations

import json
from pathlib import Path

from exercises import library
from exercises.data_checks import play_files, rules, tables
from exercises.data_checks.rows import Fault, Row

DESCRIPTOR = "datapackage.json"


def faults(folder: Path = library.DATA) -> list[Fault]:
    """Every fault in the files of a data folder, sorted by file and line."""
    found, _ = _check(folder)
    return sorted(set(found))


def counts(folder: Path = library.DATA) -> dict[str, int]:
    """How many rows or records there are, by table."""
    _, rows = _check(folder)
    return {name: len(of) for name, of in rows.items()}


def _check(folder: Path) -> tuple[list[Fault], dict[str, list[Row]]]:
    found: list[Fault] = []
    rows: dict[str, list[Row]] = {}
    try:
        resources = json.loads((folder / DESCRIPTOR).read_bytes())["resources"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        return [Fault(DESCRIPTOR, 0, "", repr(str(error)), "a data package with resources")], {}
    described = {one["path"] for one in resources}
    there = {path.name for path in folder.iterdir() if path.suffix in (".csv", ".toml")}
    found += [Fault(name, 0, "", "no such file", "a file that is described") for name in described - there]
    found += [Fault(name, 0, "", "no description", f"an entry in {DESCRIPTOR}") for name in there - described]
    for one in resources:
        if one["path"] in there:
            tables.read(folder / one["path"], one, rows, found)
    play_files.read(folder, rows, found)
    return found + list(rules.broken(resources, rows)), rows


__all__ = ["Fault", "counts", "faults"]
