"""Days in short texts: is one named, and which?"""

from __future__ import annotations

import re
from datetime import date

from exercises.text import cue, words

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sep sept", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip
_MONTHS |= {
    name: number
    for number, names in enumerate(
        ("januar jänner janvier enero gennaio", "februar février fevrier febrero febbraio", "märz maerz mars marzo", "avril abril aprile",
         "mai mayo maggio", "juni juin junio giugno", "juli juillet julio luglio", "août aout agosto", "septembre septiembre settembre",
         "oktober octobre octubre ottobre", "novembre noviembre", "dezember décembre decembre diciembre dicembre"), 1)
    for name in names.split()
}  # fmt: skip
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_DOTTED = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
_SHORT = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(?!\d)")
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NAMED = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:(?:of|de)\s+)?({_MONTH})|({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?)\b\.?,?(?:\s+(\d{{4}})\b)?",
    re.IGNORECASE,
)
_DAY_WORD = cue(
    "(?:mon|tues|wednes|thurs|fri|satur|sun)days?", "tomorrow", "today",
    "(?:calendar week|week|cw|kw) (?:[1-9]|[1-4]\\d|5[0-3])", "(?:weekly|daily|monthly)", "every (?:day|week|month)",
)  # fmt: skip


def read_day(text: str) -> tuple[bool, date | None]:
    """Find a day in a short text.

    Returns:
        Whether a day is named at all (a date, a weekday, a numbered week), and the
        date where day, month and year are given. An impossible date such as 31 June
        counts as no day.
    """
    for pattern, order in ((_ISO, (1, 2, 3)), (_DOTTED, (3, 2, 1))):
        if match := pattern.search(text):
            day = _date(*(int(match[group]) for group in order))
            return day is not None, day
    if match := _NAMED.search(text):
        name, number = (match[2], match[1]) if match[2] else (match[3], match[4])
        day = _date(int(match[5] or 2024), _MONTHS[name.lower()], int(number))
        return day is not None, day if match[5] else None
    if match := _SHORT.search(text):
        return _date(2024, int(match[2]), int(match[1])) is not None, None
    return bool(_DAY_WORD.search(text)), None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def only_a_date(given: str) -> bool:
    """Whether a cue is nothing but a date of the calendar."""
    rest = given
    for pattern in (_ISO, _DOTTED, _NAMED):
        rest = pattern.sub("", rest)
    return rest != given and len(words(rest)) <= 1
