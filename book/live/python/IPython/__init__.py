"""The few names of IPython that ipywidgets asks for; the real one would triple the download."""

from __future__ import annotations

import sys
from collections.abc import Callable

version_info = (9, 0, 0, "")
__version__ = "9.0.0+page"

_shell = None


class _Events:
    def trigger(self, event: str, *args: object) -> None:
        """No one listens to execution events in a page."""


class _Shell:
    """What ipywidgets calls when a callback raises."""

    def __init__(self, report: Callable[[BaseException], None]) -> None:
        self.events = _Events()
        self._report = report

    def showtraceback(self, exc_tuple: object = None, **_: object) -> None:
        """Report the exception that is being handled."""
        error = exc_tuple[1] if isinstance(exc_tuple, tuple) else sys.exc_info()[1]
        if error is not None:
            self._report(error)


def connect(report: Callable[[BaseException], None]) -> None:
    """Give the shell the function that tells the page of an error."""
    global _shell
    _shell = _Shell(report)


def get_ipython() -> _Shell | None:
    """The shell, once the page is connected."""
    return _shell
