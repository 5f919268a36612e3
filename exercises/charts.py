"""Charts of the chapters, drawn with Altair at build time. Host only: never in the reader's browser.

Each function returns a `Figure`: the chart with its finding in one sentence, a
description for those who do not see it, and its data as a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from exercises.exercise import Table
from exercises.last_in_line import made_up_queue

VEGA_LITE = "application/vnd.vegalite.v6+json"


@dataclass(frozen=True)
class Figure:
    """A chart that can be shown.

    Attributes:
        finding: what the chart shows, in one sentence with its point.
        description: what is drawn, for somebody who does not see it.
        chart: the Altair chart.
        table: all values that are drawn.
    """

    finding: str
    description: str
    chart: alt.TopLevelMixin
    table: Table

    def specification(self) -> dict[str, Any]:
        """The chart as a Vega-Lite specification that carries its finding and its table."""
        table = {"caption": self.table.caption, "head": self.table.head, "rows": self.table.rows}
        drawn: dict[str, Any] = self.chart.to_dict()  # type: ignore[attr-defined]
        drawn.pop("config", None)  # colours and fonts are the page's
        return {**drawn, "description": self.description, "usermeta": {"finding": self.finding, "table": table}}

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        return {VEGA_LITE: self.specification(), "text/plain": f"{self.finding} {self.description}"}


def pledge_and_readiness() -> Figure:
    """Pledge against readiness for the eleven made-up units of chapter 1."""
    queue = pd.DataFrame(
        {"unit": p.unit, "pledge": p.pledge, "ready": p.readiness} for p in made_up_queue()
    )
    dots = (
        queue.groupby(["pledge", "ready"], as_index=False)
        .agg(units=("unit", "size"), names=("unit", list))
        .assign(kind=lambda d: d["ready"].ge(3).map({True: "three or more ready", False: "two or fewer ready"}))
    )
    x = alt.X("pledge:Q", title="Pledge, 0 to 10", scale=alt.Scale(domain=[4, 10.3], nice=False))
    y = alt.Y(
        "ready:Q", title="Made ready, 0 to 4", scale=alt.Scale(domain=[-0.4, 4.3], nice=False),
        axis=alt.Axis(values=[0, 1, 2, 3, 4]),
    )  # fmt: skip
    size = alt.Size("units:Q", legend=None, scale=alt.Scale(domain=[1, 4], range=[90, 420]))
    shape = alt.Shape("kind:N", title=None, legend=alt.Legend(orient="top"))
    points = alt.Chart(dots).mark_point(filled=True, opacity=0.9).encode(x=x, y=y, size=size, shape=shape)
    names = (
        alt.Chart(dots)
        .mark_text(align="right", dx=-14, baseline="middle", fontSize=11)
        .encode(x=x, y=y, text="names:N")
    )
    full, ready = int((queue["pledge"] == 10).sum()), int((queue["ready"] >= 3).sum())
    nothing = int(((queue["pledge"] >= 9) & (queue["ready"] == 0)).sum())
    return Figure(
        finding=f"The pledge says little about what has been made ready: of eleven units, {nothing} pledge nine or ten and have nothing ready.",
        description=(
            f"Each dot is one or more units, placed by pledge and by how many of four things are ready: owner, two test "
            f"users, test data, date. {full} units pledge ten. {ready} units have three or more ready, and none of these "
            "pledges ten. Made-up data."
        ),
        chart=(points + names).properties(width="container", height=300),
        table=Table(
            "Pledge and readiness of eleven made-up units",
            ("Unit", "Pledge (of 10)", "Made ready (of 4)"),
            tuple((row.unit, str(row.pledge), str(row.ready)) for row in queue.itertuples()),
        ),
    )
