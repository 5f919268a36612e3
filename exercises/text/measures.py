"""Does a measure show real use, or only that somebody was there, was taught, or was pleased?

Logins count visits, trainings count chairs, and satisfaction on the training day told
little about month six in one study of two firms (`E37`).
"""

from __future__ import annotations

import re

from exercises.feedback import Finding
from exercises.text import Span, cue, denied, shortened, words

_LOGINS = cue(
    "log-?\\s?ins?", "logons?", "log-?\\s?ons?", "logged in", "sign-?\\s?ins?", "active (?:users?|accounts?|licen[cs]es?)", "sessions?",
    "page views?", "clicks?", "dau", "mau", "(?:time|minutes|hours) (?:spent )?in the (?:tool|system|app)",
)  # fmt: skip
_TRAININGS = cue(
    "train(?:ed|ing|ings)", "courses? (?:completed|completions?|attended)", "completed courses?", "e-?learning\\w*", "webinars?", "attend\\w*",
    "certificates?", "certified", "modules? completed",
)  # fmt: skip
_PLEASED = cue(
    "satisf\\w+", "happy", "happiness", "smil\\w+", "mood", "nps", "net promoter\\w*", "csat",
    "(?:feedback|survey) (?:scores?|results?|ratings?)", "star ratings?",
)  # fmt: skip
_OF_OTHERS = cue("(?:customers?|patients?|clients?|guests?|pupils?|citizens?) satisf\\w+")
"""How those are served for whom the users work: that is their work, not their mood."""

_WORK = cue(
    "tasks?", "orders?", "records?", "cases?", "visits?", "tickets?", "offers?", "invoices?", "reports?", "notes?", "jobs?", "lists?", "sheets?",
    "spreadsheets?", "paper", "calls?", "errors?", "corrections?", "work-?arounds?", "exports?", "entered", "saved", "finished", "done",
    "typed twice", "twice", "late", "without", "outside",
)  # fmt: skip

_KINDS = (
    ("logins", _LOGINS, "It shows that somebody was there, not that the work is done there.", "", ""),
    ("trainings", _TRAININGS, "It counts chairs. What would the same people do differently in the week after?", "", ""),
    (
        "satisfaction", _PLEASED, "It says how people felt when you asked. What would you see in their work?",
        "Salespeople in two firms liked a tool right after training; six months later it was widely rejected.", "E37",
    ),
)  # fmt: skip


def about_measure(given: str, field: str) -> Finding | None:
    """What there is to say about one measure of use.

    Returns:
        None for an empty measure; a finding `measure-logins`, `measure-trainings` or
        `measure-satisfaction` where it counts one of these; `measure-short` for one
        word; else `measure-work`, which asks, and never says that the measure is right.
    """
    given = " ".join(given.split())
    if not given:
        return None
    name = f"“{shortened(given)}”"
    own = _OF_OTHERS.sub(lambda found: "." * len(found[0]), given)
    whole = Span(0, len(own), own)
    for kind, pattern, says, why, source in _KINDS:
        match = next((m for m in pattern.finditer(own) if not denied(whole, Span(m.start(), m.end(), m.group()))), None)
        if match is None:
            continue
        if _WORK.search(given[: match.start()] + given[match.end() :]):
            says = f"{name} starts from {_OF[kind]} and goes on to the work. Could you count the work alone?"
            return Finding(f"measure-{kind}", "ask", says, why, source, field)
        return Finding(f"measure-{kind}", "change", f"{name}: {says}", why, source, field)
    if len(words(given)) < 2 and not re.search(r"[^\x00-\x7f]", given):
        says = f"{name}: of what, counted where? A share of a task, or a thing kept beside the tool, can be counted."
        return Finding("measure-short", "ask", says, field=field)
    says = f"{name}: could it get worse while everybody still logs in? Then it warns."
    return Finding("measure-work", "ask", says, field=field)


_OF = {"logins": "logins", "trainings": "training", "satisfaction": "how people feel"}
