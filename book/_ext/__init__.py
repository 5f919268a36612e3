"""Sphinx extension of the book: live exercises, charts, the evidence ledger, the playbook, the workshop, and a site without other hosts."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PARTS = (
    "live",
    "charts",
    "cases",
    "evidence",
    "back_matter",
    "course",
    "plays",
    "facilitate",
    "scoring",
    "progress",
    "key_lines",
    "library_pages",
    "freshness",
    "lean",
)


def setup(app: Sphinx) -> dict[str, bool]:
    """Set up every part."""
    for part in PARTS:
        import_module(f"{__name__}.{part}").setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
