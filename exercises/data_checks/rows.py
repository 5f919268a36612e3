"""What the checks speak of: rows as they were read, and faults in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """One thing that is wrong; line 0 is the file as a whole."""

    file: str
    line: int
    field: str
    value: str
    expected: str

    def __str__(self) -> str:
        place = "".join((f", line {self.line}" if self.line else "", f", field '{self.field}'" if self.field else ""))
        return f"{self.file}{place}: got {self.value}, expected {self.expected}."


@dataclass(frozen=True, slots=True)
class Row:
    """One row or record: where it begins, and its cells or values."""

    file: str
    line: int
    cells: Mapping[str, Any]

    def fault(self, field: str, expected: str, value: object = None) -> Fault:
        """A fault in one field of this row."""
        return Fault(self.file, self.line, field, repr(self.cells.get(field, "") if value is None else value), expected)

    def ids(self, field: str) -> list[str]:
        """The ids that a field names: one, those of a list, or the keys of a table."""
        value = self.cells.get(field, "")
        parts = list(value) if isinstance(value, (list, dict)) else str(value).split(";")
        return [str(part).strip() for part in parts if part]


Tables: TypeAlias = "Mapping[str, list[Row]]"
"""Rows by the name of their table: a resource of the descriptor, or a table of a TOML file."""
