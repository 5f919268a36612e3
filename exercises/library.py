"""The libraries in data/ as typed, frozen records.

Each function returns a tuple of records, or a dict of them by id, and reads its
file once, when it is first asked. A bad file raises `LibraryError`, which names
the file, the row, the field, the value and what was expected.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

DATA = Path(__file__).resolve().parent.parent / "data"

Record = TypeVar("Record")


class LibraryError(ValueError):
    """A file in data/ does not say what it should; the message says where and what."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role that users hold: a composite written for the exercises."""

    id: str
    name: str
    goals: tuple[str, ...]
    measured_on: tuple[str, ...]
    pains: tuple[str, ...]
    identity_line: str
    trusted_messengers: tuple[str, ...]
    proof_they_believe: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Technology:
    """A kind of internal system, with what the company gains and what users hear."""

    id: str
    name: str
    what: str
    company_benefit: str
    users_hear: str
    benefit_themes: tuple[str, ...]
    typical_threats: tuple[str, ...]
    honest_downside: str
    first_small_step: str


@dataclass(frozen=True, slots=True)
class Threat:
    """A threat users may feel, with its stated and unstated signs and an innocent reading."""

    id: str
    name: str
    definition: str
    stated: tuple[str, ...]
    unstated: tuple[str, ...]
    innocent_reading: str
    questions: tuple[str, ...]
    counter_moves: tuple[str, ...]
    sources: tuple[str, ...]
    severity_note: str


@dataclass(frozen=True, slots=True)
class RoleTechnology:
    """What one technology means to one role: the likely threats and the personal benefit."""

    role: str
    technology: str
    threats: tuple[str, ...]
    how_it_threatens: str
    personal_benefit: str
    personal_measure: str
    do_not_claim: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in the made-up rollout queue of chapter 1.

    `pledge` runs from 0 to 10, `place` is the place in the queue that the unit
    expects (1 is first), `months_to_start` counts from today.
    """

    unit: str
    pledge: int
    place: int
    months_to_start: int
    owner_named: bool
    test_users: int
    test_data: bool
    date_set: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of the rubric for a role-specific value pitch."""

    id: str
    name: str
    question: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One entry of the evidence ledger.

    `status` says what was read for it: `verified`, `partly`, or `from memory`.
    `strength` is our judgement of it for this course's use.
    """

    id: str
    short: str
    cite: str
    finding: str
    figures: str
    strength: str
    status: str
    doi: str = ""
    limits: str = ""
    unconfirmed: str = ""


@cache
def roles() -> dict[str, Role]:
    """All roles by id."""
    return _by_id("roles.toml", _toml("roles.toml", "role", Role))


@cache
def technologies() -> dict[str, Technology]:
    """All kinds of system by id."""
    return _by_id("technologies.toml", _toml("technologies.toml", "technology", Technology))


@cache
def threats() -> dict[str, Threat]:
    """All threats by id."""
    return _by_id("threats.toml", _toml("threats.toml", "threat", Threat))


@cache
def rubric() -> dict[str, Criterion]:
    """The nine criteria of the rubric by id (`C1` to `C9`), in their order."""
    return _by_id("rubric.toml", _toml("rubric.toml", "criterion", Criterion))


@cache
def evidence() -> dict[str, Evidence]:
    """All entries of the evidence ledger by id (`E24`)."""
    return _by_id("evidence.toml", _toml("evidence.toml", "evidence", Evidence))


@cache
def role_technology() -> dict[tuple[str, str], RoleTechnology]:
    """What a technology means to a role, by (role id, technology id); not every pair is there."""
    records = _csv("role_technology.csv", RoleTechnology)
    return {(record.role, record.technology): record for record in records}


@cache
def last_in_line() -> tuple[Unit, ...]:
    """The made-up rollout queue of eleven units, in the order of the file."""
    return _csv("last_in_line.csv", Unit)


def _by_id(name: str, records: tuple[Any, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for record in records:
        if record.id in found:
            raise LibraryError(f"{name}: two records share the id '{record.id}'.")
        found[record.id] = record
    return found


def _toml(name: str, table: str, record: type[Record]) -> tuple[Record, ...]:
    path = DATA / name
    try:
        with path.open("rb") as file:
            rows = tomllib.load(file).get(table, [])
    except UnicodeDecodeError as error:
        raise LibraryError(f"{name}: not valid UTF-8: {error}.") from None
    except tomllib.TOMLDecodeError as error:
        raise LibraryError(f"{name}: not valid TOML: {error}.") from None
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise LibraryError(f"{name}: no [[{table}]] found; expected at least one.")
    return tuple(_record(name, number, row, record) for number, row in enumerate(rows, 1))


def _csv(name: str, record: type[Record]) -> tuple[Record, ...]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(_record(name, number, row, record) for number, row in enumerate(rows, 1))


def _record(name: str, number: int, row: Mapping[str, Any], record: type[Record]) -> Record:
    """Build one record; text from a CSV cell is read as the field's type."""
    known = {f.name: f for f in fields(record)}  # type: ignore[arg-type]
    where = f"{name}, row {number}"
    for key in row:
        if key not in known:
            raise LibraryError(f"{where}: unknown field '{key}'; expected one of {', '.join(known)}.")
    values: dict[str, Any] = {}
    for key, spec in known.items():
        if key not in row or row[key] is None:
            if spec.default is MISSING:
                raise LibraryError(f"{where}: field '{key}' is missing.")
            continue
        values[key] = _value(f"{where}, field '{key}'", row[key], str(spec.type))
    return record(**values)


def _value(where: str, value: Any, kind: str) -> Any:
    wrong = LibraryError(f"{where}: got {value!r}, expected {_EXPECTED[kind]}.")
    if kind == "str":
        if isinstance(value, str):
            return value
    elif kind == "int":
        if isinstance(value, str) and value.isascii() and value.strip().isdigit():
            return int(value)
    elif kind == "bool":
        if value in ("yes", "no"):
            return value == "yes"
    elif isinstance(value, str):
        return tuple(value.split())
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise wrong


_EXPECTED = {
    "str": "text",
    "int": "a whole number",
    "bool": "yes or no",
    "tuple[str, ...]": "a list of texts",
}
