"""The one next change: which criterion to mend first, and what to do about it.

The rule: first a claim that nobody can keep (C9 at 0), since it spoils the rest; then a 0
on what the bands ask for (C4, C2, C7); then the lowest level, and among equals the one
that this course teaches first. A criterion at 3 needs no change.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Change(NamedTuple):
    """The best next change: the criterion, its level now, what to do, and by which rule it comes first."""

    criterion: str
    level: int
    do: str
    because: str


_ORDER = ("C2", "C4", "C1", "C3", "C7", "C8", "C5", "C6", "C9")
_ASKED_FOR = ("C4", "C2", "C7")


def next_change(levels: Mapping[str, int]) -> Change | None:
    """The best next change for a profile, or nothing where every criterion is at 3."""
    if levels["C9"] == 0:
        return _change("C9", 0, "A claim that nobody can keep spoils all the rest.")
    for criterion in _ASKED_FOR:
        if levels[criterion] == 0:
            return _change(criterion, 0, "Without it a pitch does not reach the band “usable”.")
    lowest = min(levels.values())
    if lowest == 3:
        return None
    criterion = next(c for c in _ORDER if levels[c] == lowest)
    return _change(criterion, lowest, "It is the lowest, and among equals the first that a listener misses.")


def _change(criterion: str, level: int, because: str) -> Change:
    return Change(criterion, level, _DO[criterion][level], because)


_DO = {
    "C1": (
        "Name this person's role and one task of their day. If the text could go to all staff, it is for nobody.",
        "Add one moment of their day in their own words: the hour, the place, what is in their hands.",
        "Add the constraint that only insiders know: what makes this moment hard for them and for no other role.",
    ),
    "C2": (
        "Say what this person no longer has to do, or gets to keep. Put what the company gains last, or leave it out.",
        "Replace “easier” with the one thing that gets easier: which call, which list, which evening?",
        "Tie the gain to a pain they have today, and say it before anything the company gains.",
    ),
    "C3": (
        "Say what will be different on Monday for one task. Take out the words that only praise.",
        "Put before and after side by side for that task: how it goes today, how it goes then.",
        "Add a number with its unit, say who counted it and where, and offer to count it again with them.",
    ),
    "C4": (
        "Say aloud what they may lose or fear to lose. Do not say that there is nothing to worry about.",
        "Name the fear in their words, and say what has really been agreed against it. If nothing has, say so.",
        "Grant what is true in the fear, name who stands behind the safeguard until when, and what is still open.",
    ),
    "C5": (
        "Say who in the same job has used it, or what you saw when you used it yourself.",
        "Replace “many” with one person or one site that they can ask, and what was counted there.",
        "Say what did not work there, and how to reach the person who tried it.",
    ),
    "C6": (
        "Say what it takes from them, in minutes or days, and who helps.",
        "Say both: the effort and the help. One without the other is half an answer.",
        "Name the slow first weeks, the help with its place and hours, and what is dropped meanwhile.",
    ),
    "C7": (
        "Take out the threat or the shame. Say what is fixed and give the reason.",
        "Give the reason, and ask as you would ask an adult who may say no.",
        "Say what is fixed and what is open, leave one true choice, and name the way to say no.",
    ),
    "C8": (
        "End with one thing to do this week: what, when, where.",
        "Give the step a day and a place, or make it something they can do here and now.",
        "Make it shorter than 30 minutes, with a date and a name, what follows, and a way out.",
    ),
    "C9": (
        "Take out the guarantee, or say what you do not know. Only promise what is yours to keep.",
        "Take out the slogans; keep what can come true.",
        "Say where it does not work, what nobody knows yet, and where your numbers come from.",
    ),
}  # fmt: skip
