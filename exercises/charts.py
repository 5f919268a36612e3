"""Charts of the chapters, drawn with Altair at build time. Host only: never in the reader's browser.

Each function returns a `Figure`: the chart with its finding in one sentence, a
description for those who do not see it, and its data as a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd
from IPython.display import HTML

from exercises.exercise import Table
from exercises.html import table
from exercises.library import last_in_line
from exercises.models.rollout_queue import made_up_queue

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
        drawn: dict[str, Any] = self.chart.to_dict()
        drawn.pop("config", None)  # colours and fonts are the page's
        return {**drawn, "description": self.description, "usermeta": {"finding": self.finding, "table": table}}

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        return {VEGA_LITE: self.specification(), "text/plain": f"{self.finding} {self.description}"}


def pledge_and_readiness() -> Figure:
    """Pledge against readiness for the eleven made-up units of chapter 1, widest gap first."""
    queue = pd.DataFrame(
        {"unit": p.unit, "pledge": p.pledge, "ready": p.readiness, "gap": p.gap} for p in made_up_queue()
    )
    queue = queue.sort_values(["gap", "unit"], ascending=[False, True])
    kinds = ["pledged", "made ready"]
    shares = pd.concat(
        [
            queue[["unit"]].assign(what="pledged", share=queue["pledge"] / 10),
            queue[["unit"]].assign(what="made ready", share=queue["ready"] / 4),
        ]
    )
    y = alt.Y(
        "unit:N",
        title=None,
        sort=list(queue["unit"]),
        axis=alt.Axis(ticks=False, domain=False, offset=10),
    )
    x = alt.X(
        "share:Q", title="Share of a full pledge, and of four things ready", scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(format=".0%", tickCount=4),
    )  # fmt: skip
    line = alt.Chart(shares).mark_line(strokeWidth=2, opacity=0.5).encode(x=x, y=y, detail="unit:N")
    points = (
        alt.Chart(shares)
        .mark_point(filled=True, size=110, opacity=1)
        .encode(
            x=x,
            y=y,
            shape=alt.Shape(
                "what:N",
                title=None,
                scale=alt.Scale(domain=kinds, range=["circle", "square"]),
                legend=alt.Legend(orient="top"),
            ),
            color=alt.Color("what:N", title=None, scale=alt.Scale(domain=kinds)),
        )
    )
    full, ready = int((queue["pledge"] == 10).sum()), int((queue["ready"] >= 3).sum())
    nothing = int(((queue["pledge"] >= 9) & (queue["ready"] == 0)).sum())
    return Figure(
        finding=f"A high pledge says little about what is ready: of eleven units, {nothing} pledge nine or ten and have nothing ready.",
        description=(
            "One row a unit, widest gap on top: a circle for its pledge as a share of ten, a square for how many of four "
            f"things are ready (owner, two test users, test data, date). {full} units pledge ten. {ready} units have three "
            "or more ready, and none of these pledges ten. Made-up data."
        ),
        chart=(line + points).properties(width="container", height=24 * len(queue)),
        table=Table(
            "Pledge and readiness of eleven made-up units",
            ("Unit", "Pledge (of 10)", "Made ready (of 4)"),
            tuple((str(row.unit), str(row.pledge), str(row.ready)) for row in queue.itertuples()),
        ),
    )


def queue_table() -> HTML:
    """The eleven made-up units as a table, in the words they used."""
    return HTML(
        table(
            Table(
                "A made-up rollout queue: what eleven units told the project",
                (
                    "Unit",
                    "Pledge (of 10)",
                    "Our place (of 11)",
                    "Owner named",
                    "Test users",
                    "Test data",
                    "Date",
                    "Reason given",
                ),
                tuple(
                    (
                        u.unit,
                        str(u.pledge),
                        str(u.place),
                        _yes(u.owner_named),
                        str(u.test_users),
                        _yes(u.test_data),
                        _yes(u.date_set),
                        u.reason,
                    )
                    for u in last_in_line()
                ),
            )
        )
    )


def _yes(value: bool) -> str:
    return "yes" if value else "no"
