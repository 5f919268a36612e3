"""JSON of another hand, read only where it is not nested too deep.

Python refuses deep nesting by itself, but in the page its own limit lies beyond the
browser's: a file of twenty thousand brackets would end Python there, and all that was typed waits for a reload.
"""

from __future__ import annotations

import json
import re

DEEPEST = 50
"""Brackets inside brackets. A dossier has three."""

_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[{]|[\]}]', re.DOTALL)


def read_json(text: str) -> object:
    """What a JSON text says.

    Raises:
        ValueError: it is no JSON, or nested deeper than `DEEPEST`.
    """
    depth = 0
    for found in _STRING_OR_BRACKET.finditer(text):
        sign = text[found.start()]
        if sign in "[{":
            depth += 1
            if depth > DEEPEST:
                raise ValueError(f"nested deeper than {DEEPEST}")
        elif sign in "]}":
            depth -= 1
    return json.loads(text)
