"""Reading the files of data/ whole, whatever is wrong with them, and noting what is."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING
from datetime import date
from pathlib import Path
from typing import Any

from exercises.data_checks.rows import Fault, Row
from exercises.library import course, people, pitches, playbook, plays, reading, records

TABLES: dict[str, dict[str, type]] = {
    "roles.toml": {"role": records.Role},
    "technologies.toml": {"technology": records.Technology},
    "threats.toml": {"threat": records.Threat, "seed": plays.Seed},
    "techniques.toml": {"technique": plays.Technique},
    "objections.toml": {"objection": plays.Objection},
    "opponents.toml": {"opponent": people.Opponent},
    "score_two.toml": {"item": pitches.RatedPitch},
    "ethics.toml": {"test": plays.EthicsTest, "red_line": plays.RedLine, "grey_case": plays.GreyCase},
    "rubric.toml": {"criterion": records.Criterion},
    "evidence.toml": {"evidence": records.Evidence},
    "playbook.toml": {"occasion": playbook.Occasion, "phase": playbook.Phase},
    "chapters.toml": {"chapter": course.Chapter},
    "paths.toml": {"path": course.ReadingPath},
    "placement.toml": {"scene": course.Scene, "way": course.Way},
}
"""The tables of each TOML file and their records."""

# What bytes that are no UTF-8 are read as.
_NOT_UTF8 = "\N{REPLACEMENT CHARACTER}"

# What a spreadsheet would take for a formula.
_FORMULA = re.compile(r"[=+\-@][A-Za-z(\[]")


def read(path: Path, resource: Mapping[str, Any], rows: dict[str, list[Row]], found: list[Fault]) -> None:
    """Read one file of the package into `rows`, and add to `found` what is wrong with it."""
    content = path.read_bytes()
    text = content.decode("utf-8", errors="replace")  # what is no UTF-8 becomes a sign that no file should have
    if not text.endswith("\n"):
        found.append(Fault(path.name, text.count("\n") + 1, "", repr(text[-20:]), "a last line that ends; is it cut?"))
    if "schema" in resource:
        rows[resource["name"]] = _csv(path.name, text, resource["schema"], found)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if _NOT_UTF8 in line:
            found.append(Fault(path.name, number, "", repr(line), "text in UTF-8"))
    _toml(path.name, text, rows, found)


def _csv(name: str, text: str, schema: Mapping[str, Any], found: list[Fault]) -> list[Row]:
    """The rows of a CSV file; what its columns may hold is said by its schema."""
    head = [field["name"] for field in schema["fields"]]
    reader = csv.reader(io.StringIO(text, newline=""))
    columns = next(reader, [])
    if columns != head:
        missing = [Fault(name, 1, one, "no such column", "this column") for one in head if one not in columns]
        unknown = [Fault(name, 1, one, "an unknown column", "no other columns") for one in columns if one not in head]
        order = Fault(name, 1, "", ",".join(columns), f"the columns in the order {','.join(head)}")
        found += missing + unknown or [order]
        return []
    rows: list[Row] = []
    ended = reader.line_num
    for cells in reader:
        start, ended = ended + 1, reader.line_num
        if len(cells) == len(head):
            rows.append(Row(name, start, dict(zip(head, cells, strict=True))))
        else:
            field = head[len(cells)] if len(cells) < len(head) else ""
            found.append(Fault(name, start, field, f"{len(cells)} cells", f"{len(head)} cells"))
    for row in rows:
        for field in schema["fields"]:
            found += [row.fault(field["name"], expected) for expected in _cell(row.cells[field["name"]], field)]
    keys = [[field["name"]] for field in schema["fields"] if field.get("constraints", {}).get("unique")]
    primary = schema["primaryKey"] if isinstance(schema["primaryKey"], list) else [schema["primaryKey"]]
    for key in keys if primary in keys else [*keys, primary]:
        found += _repeated(rows, key)
    return rows


def _repeated(rows: list[Row], key: list[str]) -> Iterator[Fault]:
    """Rows whose key an earlier row has."""
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        value = tuple(str(row.cells.get(name, "")) for name in key)
        if value in seen:
            yield row.fault(",".join(key), f"a value that line {seen[value]} does not have", ",".join(value))
        seen.setdefault(value, row.line)


def _cell(value: str, field: Mapping[str, Any]) -> Iterator[str]:
    """What was expected of a cell and is not so."""
    limits = field.get("constraints", {})
    if _FORMULA.match(value):
        yield "no text that a spreadsheet would run"
    if _NOT_UTF8 in value:
        yield "text in UTF-8"
    if "\n" in value or "\r" in value:
        yield "text on one line"
    if value == "":
        if limits.get("required"):
            yield "a value"
        return
    try:
        read = _TYPES[field["type"]](value)
    except ValueError:
        kind = "yes or no" if field["type"] == "boolean" else f"a value of type {field['type']}"
        yield kind
        return
    if "enum" in limits and value not in limits["enum"]:
        yield f"one of {', '.join(limits['enum'])}"
    if "pattern" in limits and not re.fullmatch(limits["pattern"], value):
        yield f"text of the form {limits['pattern']}"
    if "minimum" in limits and read < limits["minimum"]:
        yield f"at least {limits['minimum']}"
    if "maximum" in limits and read > limits["maximum"]:
        yield f"at most {limits['maximum']}"


def _boolean(value: str) -> bool:
    if value not in ("yes", "no"):
        raise ValueError
    return value == "yes"


def _number(value: str) -> float:
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value):
        raise ValueError
    return float(value)


def _integer(value: str) -> int:
    if not re.fullmatch(r"-?[0-9]+", value):
        raise ValueError
    return int(value)


_TYPES: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": date.fromisoformat,
}


def _toml(name: str, text: str, rows: dict[str, list[Row]], found: list[Fault]) -> None:
    """Read one TOML file; what its records hold is said by their classes."""
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place.group(1)) if place else text.count("\n") + 1
        found.append(Fault(name, line, "", repr(str(error)), "valid TOML; is the file cut?"))
        return
    for table, record in TABLES.get(name, {}).items():
        lines = [n for n, one in enumerate(text.splitlines(), 1) if one.strip() == f"[[{table}]]"]
        given = whole.get(table)
        if not isinstance(given, list) or len(given) != len(lines) or not lines:
            found.append(Fault(name, 0, table, repr(given)[:60], f"at least one [[{table}]]"))
            continue
        rows[table] = [Row(name, line, one) for line, one in zip(lines, given, strict=True)]
        for row in rows[table]:
            found += [_problem(row, one) for one in reading.build(row.cells, record)[1]]
        found += _repeated(rows[table], ["id"])
    if name == "ethics.toml" and not isinstance(whole.get("line"), str):
        found.append(Fault(name, 0, "line", repr(whole.get("line")), "text"))


def _problem(row: Row, problem: reading.Problem) -> Fault:
    value = "nothing" if problem.value is MISSING else repr(problem.value)
    return Fault(row.file, row.line, problem.field, value, problem.expected)
