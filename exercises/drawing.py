"""How a drawing is handed over: one Vega-Lite specification for the page, one for JupyterLab, and its words."""

from __future__ import annotations

from typing import Any

VEGA_LITE = "application/vnd.vegalite.v6+json"
OF_JUPYTERLAB = "application/vnd.vegalite.v5+json"
"""JupyterLab 4 draws version 5 and knows no later one; it draws ours, which use nothing newer."""

WIDTH = 560
"""Pixels in JupyterLab, where a drawing as wide as its container never comes to rest."""


def bundle(specification: dict[str, Any], words: str) -> dict[str, Any]:
    """What is displayed, by type; a page takes the first that it can draw."""
    fixed = {**specification, "width": WIDTH} if specification.get("width") == "container" else specification
    return {VEGA_LITE: specification, OF_JUPYTERLAB: fixed, "text/plain": words}
