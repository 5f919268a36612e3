"""All files together: each learner once, and a list of what was refused, found twice or left out.

A dossier has no name in it. Two files with the same answers are one file. Two files that
share most of their own texts are taken for two versions of one dossier, and the fuller one counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import Literal, NamedTuple

from exercises.group.files import Entry
from exercises.group.learner import Learner

FEWEST_SHARED = 3
"""Own texts that two files must share to be versions of one dossier; and half of those in the shorter file."""

Kind = Literal["refused", "twice", "older", "part"]

KINDS: dict[Kind, str] = {
    "refused": "Not counted",
    "twice": "Counted once",
    "older": "Earlier version",
    "part": "Counted in part",
}


class Listed(NamedTuple):
    """A file about which there is something to say."""

    name: str
    kind: Kind
    reason: str


class Group(NamedTuple):
    """The learners of all files, in an order that does not depend on that of the files.

    Attributes:
        learners: each once.
        listed: files that were not counted, or not whole, by kind and name.
        files: how many were looked at.
    """

    learners: tuple[Learner, ...]
    listed: tuple[Listed, ...]
    files: int

    def count(self, kind: Kind) -> int:
        """How many files are listed for one reason."""
        return sum(one.kind == kind for one in self.listed)


def put_together(entries: Iterable[Entry], *, versions: bool = True) -> Group:
    """Count each learner once.

    Args:
        entries: files as they were read, in any order.
        versions: whether two files that look like versions of one dossier count once.
    """
    # Shorter names first: of two copies, the one that a browser has called “my-dossier (1).json” is the second.
    entries = sorted(entries, key=lambda one: (len(one.name), one.name, one.same, one.reason))
    listed = [Listed(one.name, "refused", one.reason) for one in entries if one.learner is None]
    first: dict[str, Entry] = {}
    for one in entries:
        if one.learner is None:
            continue
        if one.same in first:
            says = f"It holds the same answers as {first[one.same].name}."
            listed.append(Listed(one.name, "twice", says))
        first.setdefault(one.same, one)
    counted = []
    for cluster in _clusters(list(first.values())) if versions else [[one] for one in first.values()]:
        latest = max(cluster, key=_fullness)
        counted.append(latest)
        says = f"Most of its texts stand in {latest.name} as well, which holds more. That one is counted."
        listed += [Listed(one.name, "older", says) for one in cluster if one is not latest]
    listed += [Listed(one.name, "part", " ".join(one.notes)) for one in counted if one.notes]
    listed.sort(key=lambda one: (list(KINDS).index(one.kind), one.name, one.reason))
    counted.sort(key=lambda one: one.same)
    return Group(tuple(one.learner for one in counted if one.learner), tuple(listed), len(entries))


def _fullness(one: Entry) -> tuple[int, int, str]:
    assert one.learner is not None
    return one.learner.answers, len(one.same), one.same


def _clusters(entries: list[Entry]) -> list[list[Entry]]:
    """Files in groups of one dossier each."""
    texts = [one.learner.texts if one.learner else frozenset() for one in entries]
    holders: dict[tuple[str, str, str], list[int]] = {}
    for at, of in enumerate(texts):
        for text in of:
            holders.setdefault(text, []).append(at)
    shared = Counter(pair for held in holders.values() for pair in combinations(held, 2))
    leader = list(range(len(entries)))

    def lead(at: int) -> int:
        while leader[at] != at:
            at = leader[at]
        return at

    for (one, other), many in shared.items():
        if many >= FEWEST_SHARED and 2 * many >= min(len(texts[one]), len(texts[other])):
            leader[lead(other)] = lead(one)
    found: dict[int, list[Entry]] = {}
    for at, entry in enumerate(entries):
        found.setdefault(lead(at), []).append(entry)
    return list(found.values())
