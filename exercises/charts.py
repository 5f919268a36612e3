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

from exercises.drawing import bundle
from exercises.exercise import Table
from exercises.html import table
from exercises.library import effect_sizes, last_in_line
from exercises.models.new_studies import effects
from exercises.models.rollout_queue import made_up_queue


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
        return bundle(self.specification(), f"{self.finding} {self.description}")


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


def next_studies() -> Figure:
    """Pooled effects with the range in which a new study is expected to fall, one row a choice of wording."""
    found = list(effects().values())
    frame = pd.DataFrame(
        {
            "label": f"{one.first[:1].upper()}{one.first[1:]} against {one.second}",
            "mean": one.mean,
            "low": one.low,
            "high": one.high,
        }
        for one in found
    )
    both = sum(one.low < 0 < one.high for one in found)
    share = f"each of these {both}" if both == len(found) else f"{both} of these {len(found)}"
    furthest = max(abs(one.mean) for one in found)
    return Figure(
        finding=(
            f"In {share} findings a new study may fall on either side of zero, however many studies were pooled; "
            f"no mean is further from zero than {_short(furthest, 3)}."
        ),
        description=(
            "One row a choice of wording. A diamond marks the mean of all pooled studies, a bar the range in which 95 of 100 new studies "
            "are expected (prediction interval), its ends in figures. A dashed line stands at zero: to its left the form named first loses."
        ),
        chart=_ranges(frame, f"Effect ({found[0].metric}) of a new study", places=3),
        table=Table(
            "Means and 95% prediction intervals",
            (
                "Choice of wording",
                f"Mean ({found[0].metric})",
                "A new study falls between",
                "Pooled, as the source counts",
                "Evidence",
            ),
            tuple(
                (
                    str(row.label),
                    _short(one.mean, 3),
                    f"{_short(one.low, 3)} and {_short(one.high, 3)}",
                    str(one.studies),
                    one.source,
                )
                for row, one in zip(frame.itertuples(), found, strict=True)
            ),
        ),
    )


def free_to_refuse() -> Figure:
    """The effect of adding that one is free to refuse: over all studies, and in those of low risk."""
    rows = whole, sound = [row for row in effect_sizes() if row.evidence == "E28"]
    assert sound.low is not None  # both rows print an interval
    names = ["All studies", f"Only the {sound.k} of low risk"]
    frame = pd.DataFrame(
        {"label": name, "mean": row.value, "low": row.low, "high": row.high}
        for name, row in zip(names, rows, strict=True)
    )
    return Figure(
        finding=(
            f"“You are free to refuse” had an effect of {_short(whole.value)} over all studies; in the {sound.k} sound ones "
            f"it is {_short(sound.value)}{', and may be none' if sound.low < 0 else ''}."
        ),
        description=(
            "Two rows. A diamond marks the mean, a bar says how well it is known (95% confidence interval), its ends in figures. The bar of "
            "all studies is short and far to the right of the dashed line at zero. The bar of the sound studies is long and crosses the line. "
            "Contested."
        ),
        chart=_ranges(frame, f"Mean effect ({whole.metric})"),
        table=Table(
            "“You are free to refuse”: all studies, and those of low risk",
            (
                "Studies",
                f"Mean ({whole.metric})",
                "95% confidence interval of the mean",
                "Pooled, as the source counts",
            ),
            tuple(
                (
                    name,
                    _short(row.value),
                    f"{_short(row.low)} to {_short(row.high)}",
                    str(row.k),
                )
                for name, row in zip(names, rows, strict=True)
            ),
        ),
    )


def _ranges(frame: pd.DataFrame, title: str, places: int = 2) -> alt.LayerChart:
    """Means (printed with so many places) as diamonds on bars from low to high, each under its name, with a dashed line at zero."""
    frame = frame.assign(
        low_words=frame["low"].map(_short),
        high_words=frame["high"].map(_short),
        mean_words=[_short(mean, places) for mean in frame["mean"]],
    )
    reach = float(frame[["low", "high"]].abs().to_numpy().max()) + 0.08
    left = -reach if (frame["low"] < -0.25).any() else float(frame["low"].min()) - 0.08
    scale = alt.Scale(domain=[left, reach], nice=False)
    x = alt.X("low:Q", title=title, scale=scale, axis=alt.Axis(format=".1f", tickCount=5, grid=False))
    y = alt.Y("label:N", title=None, sort=list(frame["label"]), axis=None)
    base = alt.Chart(frame).encode(y=y)
    ends = {"fontSize": 12, "dy": 15}
    # The figure of a mean beside zero stands clear of the dashed line.
    beside = (
        ("datum.mean <= -0.05 || datum.mean >= 0.05", "center", 0),
        ("datum.mean > -0.05 && datum.mean < 0", "right", -3),
        ("datum.mean >= 0 && datum.mean < 0.05", "left", 3),
    )
    return alt.layer(
        alt.Chart(pd.DataFrame({"low": [0]})).mark_rule(strokeDash=[4, 4], opacity=0.6).encode(x=x),
        base.mark_rule(strokeWidth=4).encode(x=x, x2="high:Q"),
        base.mark_point(filled=True, shape="diamond", size=170, opacity=1).encode(x=alt.X("mean:Q", scale=scale)),
        base.mark_text(align="left", fontSize=13, dy=-20).encode(x=alt.datum(left, scale=scale), text="label:N"),
        base.mark_text(**ends).encode(x=x, text="low_words:N"),
        base.mark_text(**ends).encode(x=alt.X("high:Q", scale=scale), text="high_words:N"),
        *(
            base.transform_filter(where)
            .mark_text(**ends, fontWeight="bold", align=align, dx=dx)
            .encode(x=alt.X("mean:Q", scale=scale), text="mean_words:N")
            for where, align, dx in beside
        ),
    ).properties(width="container", height=78 * len(frame))


def _short(value: float | None, places: int = 2) -> str:
    """An effect as reviews print it: a true minus, and no nought before the point."""
    return "" if value is None else f"{value:.{places}f}".replace("-", "−").replace("0.", ".", 1)


def _yes(value: bool) -> str:
    return "yes" if value else "no"
