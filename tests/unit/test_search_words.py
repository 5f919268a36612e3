"""Every role and every threat can be found by other words than its name."""

from __future__ import annotations

import pytest

from book._ext.library_pages import search_words
from exercises import library


def test_every_role_and_threat_has_words_of_its_own() -> None:
    looked_at: dict[str, str] = {}
    for kind, entries in (("role", library.roles()), ("threat", library.threats())):
        for name in entries:
            words = search_words(kind, name)
            assert len(words) >= 2, f"{kind} {name}"
            assert len(set(words)) == len(words)
            for word in words:
                assert looked_at.setdefault(f"{kind} {word}", name) == name, f"'{word}' stands for two of a kind"
    assert len(looked_at) >= 120


def test_a_missing_entry_says_where() -> None:
    with pytest.raises(ValueError, match=r"book/search_words\.toml has no words for role astronaut"):
        search_words("role", "astronaut")
