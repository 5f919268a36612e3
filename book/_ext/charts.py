"""Charts: a Vega-Lite output becomes a figure with a finding, a description and a data table.

The drawing itself is made in the page (book/live/src/chart.js), in the page's colours.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from typing import Any, ClassVar

from docutils import nodes
from sphinx.application import Sphinx

from exercises.drawing import OF_JUPYTERLAB, VEGA_LITE
from exercises.exercise import Table
from exercises.html import table


class ChartRenderer:
    """Renders the Vega-Lite media type for MyST-NB."""

    mime_priority_overrides: ClassVar[Sequence[tuple[str, str, int | None]]] = [("*", VEGA_LITE, 1)]

    @staticmethod
    def handle_mime(renderer: Any, data: Any, inline: bool) -> list[nodes.Element] | None:
        """Return the figure, nothing for its twin that JupyterLab draws, or None for any other media type."""
        if data.mime_type == OF_JUPYTERLAB:
            return []
        if data.mime_type != VEGA_LITE:
            return None
        return [nodes.raw(text=figure(data.content), format="html")]


def figure(specification: dict[str, Any]) -> str:
    """The figure of a chart as HTML.

    Raises:
        ValueError: the chart lacks its finding, its description or its table.
    """
    meta = specification.get("usermeta", {})
    description = specification.get("description", "")
    if not (meta.get("finding") and meta.get("table") and description):
        raise ValueError("A chart needs a finding, a description and a table: draw it with exercises.charts.Figure.")
    twin = Table(meta["table"]["caption"], tuple(meta["table"]["head"]), tuple(map(tuple, meta["table"]["rows"])))
    body = json.dumps(specification).replace("<", "\\u003c")
    return (
        f'<figure class="chart"><figcaption><strong>{escape(meta["finding"])}</strong><span>{escape(description)}</span></figcaption>'
        f'<script type="application/json">{body}</script><div class="chart-drawing"></div>'
        f'<details class="chart-data"><summary>The data as a table</summary>{table(twin)}</details></figure>'
    )


def setup(app: Sphinx) -> None:
    """Nothing to register: MyST-NB finds the renderer by its entry point."""
