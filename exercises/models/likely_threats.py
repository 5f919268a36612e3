"""Which threats are likely for a role and a system, as far as the library can say."""

from __future__ import annotations

from collections import Counter

from exercises import library
from exercises.exercise import Answers
from exercises.models import who

MOST = 3
"""Threats to look at: the heaviest few, each of them properly."""


def likely(answers: Answers) -> tuple[tuple[str, ...], str]:
    """Up to three likely threats for the role and system, and in one sentence where they come from."""
    pair, system, role = who.pair(answers), who.technology(answers), who.role(answers)
    if pair is not None and system is not None:
        found = tuple(dict.fromkeys((*pair.threats, *system.typical_threats)))[:MOST]
        says = f"{pair.how_it_threatens}."
        if len(pair.threats) < MOST:
            says += " Where the card of the pair names fewer than three, the others are typical of the system."
        return found, says
    if system is not None:
        return system.typical_threats[:MOST], "The library has no card for this pair. These are typical of the system."
    if role is not None:
        met = Counter(t for (of, _), one in library.role_technology().items() if of == role.id for t in one.threats)
        found = tuple(threat for threat, _ in met.most_common(MOST))
        return found, "The library does not know the system. These come up most often for the role with other systems."
    return (), "The library knows neither this role nor this system. Choose three of the sixteen that could fit."
