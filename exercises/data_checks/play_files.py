"""The files of data/plays/, one a play: whether each is whole, and what it names."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING
from pathlib import Path
from typing import Any

from exercises.data_checks.rows import Fault, Row
from exercises.library.playbook import EVIDENCE, NEVER_EMPTY, Line, PlayFacts, Step
from exercises.library.reading import build

TABLES = {"step": Step, "line": Line}
"""The tables of a play and their records; a play needs steps."""


def read(folder: Path, rows: dict[str, list[Row]], found: list[Fault]) -> None:
    """Read all plays into `rows`, and add to `found` what is wrong with them."""
    rows["play"] = []
    for path in sorted((folder / "plays").glob("*.toml")):
        name = f"plays/{path.name}"
        try:
            whole = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            found.append(Fault(name, 0, "", repr(str(error)), "valid TOML in UTF-8; is the file cut?"))
            continue
        facts = {key: value for key, value in whole.items() if key not in TABLES}
        cited = EVIDENCE.findall(str(facts.get("basis", "")))
        rows["play"].append(Row(name, 0, {**facts, "id": path.stem, "evidence": cited}))
        found += _faults(name, 0, {**facts, "id": path.stem}, PlayFacts)
        if "id" in facts:
            found.append(Fault(name, 0, "id", repr(facts["id"]), "no id; the name of the file is the id"))
        found += [Fault(name, 0, one, "[]", "at least one") for one in NEVER_EMPTY if facts.get(one) == []]
        for table, record in TABLES.items():
            given = whole.get(table, [])
            if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
                found.append(Fault(name, 0, table, repr(given)[:60], f"tables [[{table}]]"))
                continue
            for number, one in enumerate(given, 1):
                found += _faults(f"{name}, {table} {number}", 0, one, record)
        if not whole.get("step"):
            found.append(Fault(name, 0, "step", "nothing", "at least one [[step]]"))


def _faults(name: str, line: int, row: Mapping[str, Any], record: type) -> Iterator[Fault]:
    for field, value, expected in build(row, record)[1]:
        yield Fault(name, line, field, "nothing" if value is MISSING else repr(value), expected)
