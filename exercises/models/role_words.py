"""The words that tie a text to one role, and a text in which they are swapped for those of another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple

from exercises import library
from exercises.library.reading import by_id, read_toml

KINDS = ("people", "place", "thing", "moment", "figure")


@dataclass(frozen=True, slots=True)
class RoleWords:
    """What one role is called, and words of its world, by kind."""

    id: str
    names: tuple[str, ...]
    people: tuple[str, ...]
    place: tuple[str, ...]
    thing: tuple[str, ...]
    moment: tuple[str, ...]
    figure: tuple[str, ...]

    @property
    def world(self) -> tuple[tuple[str, str], ...]:
        """All words but the names, as pairs of (kind, word), and the phrases of the role's card."""
        own = tuple((kind, word) for kind in KINDS for word in getattr(self, kind))
        role = library.roles()[self.id]
        card = chain(
            (("figure", one) for one in role.measured_on),
            (("thing", one) for one in role.pains),
            (("people", one) for one in role.trusted_messengers),
        )
        return (*own, *((kind, one.lower()) for kind, one in card if " " in one or "-" in one))


class Tie(NamedTuple):
    """A word in a text that belongs to the role: where it stands, as it stands, and what stands there after the swap."""

    start: int
    end: int
    words: str
    becomes: str
    name: bool


@cache
def role_words() -> dict[str, RoleWords]:
    """The words of all roles by id."""
    return by_id("swap/words.toml", read_toml(library.DATA / "swap" / "words.toml", "role", RoleWords))


def _forms(word: str) -> set[str]:
    """A word in the singular and the plural."""
    return {word.lower(), _plural(word.lower())}


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh")):
        return word if word.endswith("s") and not word.endswith("ss") else word + "es"
    return word[:-1] + "ies" if re.search(r"[^aeiou]y$", word) else word + "s"


@cache
def _swap(role: str, other: str) -> tuple[re.Pattern[str], dict[str, tuple[str, bool]]]:
    """A pattern of the words that tie to the role and not to the other, and what each form becomes."""
    mine, theirs = role_words()[role], role_words()[other]
    shared = {form for _, word in theirs.world for form in _forms(word)} | {
        form for name in theirs.names for form in _forms(name)
    }
    becomes: dict[str, tuple[str, bool]] = {}
    for name in mine.names:
        becomes.setdefault(name, (theirs.names[0], True))
        becomes.setdefault(_plural(name), (_plural(theirs.names[0]), True))
    turn = dict.fromkeys(KINDS, 0)
    for kind, word in mine.world:
        if word in becomes or word in shared:
            continue
        of_kind = getattr(theirs, kind)
        new = of_kind[turn[kind] % len(of_kind)]
        turn[kind] += 1
        becomes[word] = (new, False)
        becomes.setdefault(_plural(word), (_plural(new), False))
    forms = sorted(becomes, key=len, reverse=True)
    body = "|".join(re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]") for form in forms)
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w-])", re.IGNORECASE), becomes


def ties(text: str, role: str, other: str) -> tuple[Tie, ...]:
    """Every word of a text that belongs to the role and not to the other one, in order."""
    if role not in role_words() or other not in role_words() or role == other:
        return ()
    pattern, becomes = _swap(role, other)
    found = []
    for match in pattern.finditer(text):
        form = " ".join(match.group().lower().replace("’", "'").split())
        new, name = becomes[form]
        found.append(Tie(match.start(), match.end(), match.group(), new, name))
    return tuple(found)


def swapped(text: str, found: tuple[Tie, ...]) -> str:
    """The text with every tie replaced by the other role's word, in brackets."""
    parts, at = [], 0
    for tie in found:
        parts += [text[at : tie.start], f"[{tie.becomes}]"]
        at = tie.end
    return "".join([*parts, text[at:]])
