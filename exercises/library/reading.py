"""Rows of TOML and CSV files as records, with a message for whatever does not fit.

In a CSV cell a list is separated by semicolons, and yes or no is written as such.
An empty cell is an empty text, an empty list, or None where the record allows it.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

Record = TypeVar("Record")
HasId = TypeVar("HasId")


class LibraryError(ValueError):
    """A file in data/ does not say what it should; the message says where and what."""


class Problem(NamedTuple):
    """What is wrong with one field of a row; a `value` of `MISSING` was not there at all."""

    field: str
    value: object
    expected: str


def build(row: Mapping[str, Any], record: type[Record]) -> tuple[Record | None, list[Problem]]:
    """Make a record of a row; every problem is listed, and with any there is no record."""
    known = {f.name: f for f in fields(record)}  # type: ignore[arg-type]
    problems = [
        Problem(str(key), row[key], f"no unknown field; there are {', '.join(known)}")
        for key in row
        if key not in known
    ]
    values: dict[str, Any] = {}
    for key, spec in known.items():
        if row.get(key) is None:
            if spec.default is MISSING:
                problems.append(Problem(key, MISSING, _KINDS[str(spec.type)].expected))
            continue
        try:
            values[key] = _KINDS[str(spec.type)].read(row[key])
        except (TypeError, ValueError):
            problems.append(Problem(key, row[key], _KINDS[str(spec.type)].expected))
    return (None if problems else record(**values)), problems


def load_toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file.

    Raises:
        LibraryError: it is not UTF-8 or not TOML.
    """
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except UnicodeDecodeError as error:
        raise LibraryError(f"{path.name}: not valid UTF-8: {error}.") from None
    except tomllib.TOMLDecodeError as error:
        raise LibraryError(f"{path.name}: not valid TOML: {error}.") from None


def from_tables(name: str, whole: Mapping[str, Any], table: str, record: type[Record]) -> tuple[Record, ...]:
    """The records of one `[[table]]` of a loaded TOML file."""
    rows = whole.get(table, [])
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise LibraryError(f"{name}: no [[{table}]] found; expected at least one.")
    return tuple(_record(name, number, row, record) for number, row in enumerate(rows, 1))


def read_toml(path: Path, table: str, record: type[Record]) -> tuple[Record, ...]:
    """The records of one `[[table]]` of a TOML file."""
    return from_tables(path.name, load_toml(path), table, record)


def read_csv(path: Path, record: type[Record]) -> tuple[Record, ...]:
    """The records of a CSV file, one a row."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except UnicodeDecodeError as error:
        raise LibraryError(f"{path.name}: not valid UTF-8: {error}.") from None
    return tuple(_record(path.name, number, row, record) for number, row in enumerate(rows, 1))


def by_id(name: str, records: Iterable[HasId]) -> dict[str, HasId]:
    """Records by their id, in their order.

    Raises:
        LibraryError: two of them share an id.
    """
    found: dict[str, HasId] = {}
    for number, record in enumerate(records, 1):
        key = record.id  # type: ignore[attr-defined]
        if key in found:
            raise LibraryError(f"{name}, row {number}, field 'id': got '{key}', expected an id that no other row has.")
        found[key] = record
    return found


def _record(name: str, number: int, row: Mapping[str, Any], record: type[Record]) -> Record:
    built, problems = build(row, record)
    if built is None:
        field, value, expected = problems[0]
        got = "it is missing" if value is MISSING else f"got {value!r}"
        raise LibraryError(f"{name}, row {number}, field '{field}': {got}, expected {expected}.")
    return built


class _Kind(NamedTuple):
    expected: str
    read: Callable[[Any], Any]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _whole(value: Any) -> int:
    if type(value) is int and value >= 0:  # TOML has numbers, CSV has not
        return value
    text = _text(value).strip()
    if not (text.isascii() and text.isdigit()):
        raise ValueError
    return int(text)


def _signed(value: Any) -> float:
    text = _text(value).strip()
    if not text.isascii() or not set(text) <= set("-.0123456789"):
        raise ValueError
    return float(text)


def _days(value: Any) -> int:
    text = _text(value).strip()
    return -_whole(text[1:]) if text.startswith("-") else _whole(text)


def _yes(value: Any) -> bool:
    if value not in ("yes", "no"):
        raise ValueError
    return bool(value == "yes")


def _list(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(_text(item) for item in value)
    return tuple(part.strip() for part in _text(value).split(";")) if value else ()


def _texts(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise TypeError
    return {str(key): _text(one) for key, one in value.items()}


def _levels(value: Any) -> dict[str, int]:
    if not isinstance(value, dict):
        raise TypeError
    return {str(key): _whole(one) for key, one in value.items()}


def _lists_of_levels(value: Any) -> dict[str, tuple[int, ...]]:
    if not isinstance(value, dict) or not all(isinstance(one, list) for one in value.values()):
        raise TypeError
    return {str(key): tuple(_whole(one) for one in of) for key, of in value.items()}


def _or_none(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value == "" else read(value)


_KINDS = {
    "str": _Kind("text", _text),
    "int": _Kind("a whole number", _whole),
    "int | None": _Kind("a whole number or nothing", _or_none(_whole)),
    "Days": _Kind("a whole number of days, with a minus if earlier", _days),
    "float": _Kind("a number", _signed),
    "float | None": _Kind("a number or nothing", _or_none(_signed)),
    "bool": _Kind("yes or no", _yes),
    "tuple[str, ...]": _Kind("a list of texts", _list),
    "dict[str, int]": _Kind("a table of whole numbers", _levels),
    "dict[str, tuple[int, ...]]": _Kind("a table of lists of whole numbers", _lists_of_levels),
    "dict[str, str]": _Kind("a table of texts", _texts),
}
