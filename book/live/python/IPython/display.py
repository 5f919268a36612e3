"""`display`, `clear_output` and the display object that exercises use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_display: Callable[..., None]
_clear: Callable[..., None]


def connect(display: Callable[..., None], clear: Callable[..., None]) -> None:
    """Say who shows and who clears."""
    global _display, _clear
    _display, _clear = display, clear


def display(*objects: Any, **options: Any) -> None:
    """Show objects where the output stands."""
    _display(*objects, **options)


def clear_output(wait: bool = False) -> None:
    """Clear where the output stands."""
    _clear(wait)


class HTML:
    """A piece of HTML, written by the exercise and escaped by it."""

    def __init__(self, data: str) -> None:
        self.data = data

    def _repr_html_(self) -> str:
        return self.data
