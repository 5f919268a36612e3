"""Does a learner's text repeat the words of the library?"""

from __future__ import annotations

from collections.abc import Iterable

from exercises.text import words

_HALF = 0.5


def copied(text: str, phrases: Iterable[str]) -> str:
    """The longest phrase that makes up half of the text or more, with others of its kind; empty where there is none.

    A phrase of one word says little and counts only where the text consists of such words.
    """
    said = words(text)
    if not said:
        return ""
    taken = [False] * len(said)
    longest = ""
    for phrase in phrases:
        looked_for = words(phrase)
        size = len(looked_for)
        if not size or (size == 1 and len(said) > 3):
            continue
        for at in range(len(said) - size + 1):
            if said[at : at + size] == looked_for:
                taken[at : at + size] = [True] * size
                longest = max(longest, phrase, key=len)
    return longest if sum(taken) >= _HALF * len(said) else ""
