"""Every unit test starts with an empty dossier in memory, so that none writes a file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from exercises import dossier


@pytest.fixture(autouse=True)
def _empty_dossier(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SELLING_IT_DOSSIER", "")
    dossier.current.cache_clear()
    yield
    dossier.current.cache_clear()
