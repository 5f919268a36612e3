"""Charts of the delayed rollouts, and their table. Host only, drawn at build time from data/.

Every chart states its finding as computed from the data: when the data change, so do
the words. Filters are Vega-Lite parameters and work in the page without Python.
"""

from __future__ import annotations

from html import escape
from itertools import combinations

import altair as alt
import pandas as pd
from IPython.display import HTML

from exercises import library
from exercises.cases import case_factors, cases, uk_projects
from exercises.charts import Figure
from exercises.exercise import Table

EVERYONE = "all kinds of system"
ALL_CATEGORIES = "all categories"
ROOM_FOR_HEADINGS = {"left": 5, "top": 5, "right": 45, "bottom": 5}
"""Pixels around a grid: its slanted headings reach out to the right."""


def planned_and_actual() -> Figure:
    """Planned against actual go-live, one row a rollout, longest delay first."""
    known = cases().dropna(subset=["delay_months", "planned_go_live", "go_live"])
    known = known.sort_values(["delay_months", "organisation"], ascending=[False, True])
    known = known.assign(label=_label(known))
    ends = pd.concat(
        known[["label", "group", "delay_months"]].assign(what=what, date=known[field].dt.strftime("%Y-%m-%d"))
        for what, field in (("planned", "planned_go_live"), ("actual", "go_live"))
    )
    on_time, median = int((known["delay_months"] == 0).sum()), int(known["delay_months"].median())
    order = list(known["label"])
    choose = _choose("kind", "Kind of system", sorted(known["group"].unique()))
    y = alt.Y("label:N", title=None, sort=order, axis=alt.Axis(ticks=False, domain=False, offset=8))
    x = alt.X("date:T", title="Go-live, as planned and as it came", axis=alt.Axis(format="%Y", tickCount=8))
    base = alt.Chart(ends).transform_filter(_chosen("kind", "group"))
    line = base.mark_line(strokeWidth=2, opacity=0.5).encode(x=x, y=y, detail="label:N")
    points = base.mark_point(filled=True, size=90, opacity=1).encode(
        x=x, y=y, shape=_kinds("what", ["planned", "actual"], shape=True), color=_kinds("what", ["planned", "actual"])
    )
    return Figure(
        finding=f"Where both dates are known, half of {len(known)} rollouts came {median} months late or more; {on_time} came on their day or the day after.",
        description=(
            "One row a rollout, longest delay on top: a circle for the go-live that was planned, a square for the one that "
            "came. Year-only dates are drawn at the start of the year. A choice below the chart keeps one kind of system."
        ),
        chart=(line + points).add_params(choose).properties(width="container", height=26 * len(known)),
        table=Table(
            "Planned and actual go-live",
            ("Rollout", "Planned", "Actual", "Delay in months", "How the delay was obtained"),
            tuple(
                (
                    str(row.label),
                    str(row.planned_go_live_text),
                    str(row.go_live_text),
                    str(row.delay_months),
                    str(row.delay_basis),
                )
                for row in known.itertuples()
            ),
        ),
    )


def cost_over_plan() -> Figure:
    """Final over planned cost for like-for-like pairs only, on a log scale."""
    pairs = cases().query("cost_comparable").copy()
    pairs["ratio"] = pairs["cost_ratio"]
    pairs = pairs.sort_values("ratio", ascending=False)
    pairs["label"] = _label(pairs)
    shown = pairs[["label", "ratio", "group"]].assign(words=pairs["ratio"].map("× {:.1f}".format))
    y = alt.Y("label:N", title=None, sort=list(pairs["label"]), axis=alt.Axis(ticks=False))
    x = alt.X(
        "ratio:Q",
        title="Final cost as a multiple of planned cost (log scale)",
        scale=alt.Scale(type="log", domain=[1, 16], nice=False),
        axis=alt.Axis(values=[1, 2, 4, 8, 16], format="~s"),
    )
    base = alt.Chart(shown).transform_filter(_chosen("costkind", "group"))
    bars = base.mark_bar(height=10).encode(x=x, x2=alt.datum(1), y=y)
    words = base.mark_text(align="left", dx=6, fontSize=12).encode(x=x, y=y, text="words:N")
    low, high, median = pairs["ratio"].min(), pairs["ratio"].max(), pairs["ratio"].median()
    return Figure(
        finding=(
            f"In the {len(pairs)} rollouts whose two costs can be compared, the final cost was {low:.1f} to {high:.1f} times "
            f"the planned one; the middle is {median:.1f}."
        ),
        description=(
            "One bar a rollout on a logarithmic scale, from the planned cost at 1 to the final cost, the multiple written at its end. "
            "Only pairs that our sources state like for like. Famous trouble: no rate can be taken from it."
        ),
        chart=(bars + words)
        .add_params(_choose("costkind", "Kind of system", sorted(pairs["group"].unique())))
        .properties(width="container", height=26 * len(pairs)),
        table=Table(
            "Final and planned cost, like for like",
            ("Rollout", "Planned (millions)", "Final (millions)", "Currency", "Multiple"),
            tuple(
                (
                    str(row.label),
                    f"{row.planned_cost_millions:g}",
                    f"{row.final_cost_millions:g}",
                    str(row.currency),
                    f"{row.ratio:.1f}",
                )
                for row in pairs.itertuples()
            ),
        ),
    )


def factors_together() -> Figure:
    """Which user-side factors are coded in the same rollout."""
    names = {factor.id: factor.name for factor in library.factors().values() if factor.user_side}
    by_case = case_factors().query("factor in @names").groupby("case")["factor"].agg(set)
    single = pd.Series({name: sum(name in found for found in by_case) for name in names}).sort_values(ascending=False)
    order = [names[str(name)] for name in single.index]
    counts = {(a, b): sum(a in found and b in found for found in by_case) for a, b in combinations(single.index, 2)}
    cells = pd.DataFrame(
        [
            {"first": names[a], "second": names[b], "rollouts": n}
            for pair, n in counts.items()
            for a, b in (pair, pair[::-1])
        ]
        + [{"first": names[a], "second": names[a], "rollouts": int(single[a])} for a in map(str, single.index)]
    )
    (top_a, top_b), most = max(counts.items(), key=lambda item: item[1])
    return _heat_map(
        cells,
        ("first", order),
        ("second", order),
        finding=(
            f"{names[top_a]} and {names[top_b].lower()} go together most often: in {most} of {len(by_case)} rollouts "
            "with a user-side factor."
        ),
        description=(
            "A grid of user-side factors against each other. Each cell holds the number of rollouts in which both were coded, "
            "on the diagonal the number with that factor. Our coding of what the sources name."
        ),
        caption="Rollouts with both user-side factors",
    )


def factors_by_kind() -> Figure:
    """User-side factors by kind of system, as counts of rollouts."""
    names = {factor.id: factor.name for factor in library.factors().values() if factor.user_side}
    groups = cases().set_index("id")["group"]
    found = case_factors().query("factor in @names").assign(
        group=lambda d: d["case"].map(groups), name=lambda d: d["factor"].map(names)
    )  # fmt: skip
    sizes = groups.value_counts()
    labels = {group: f"{group} ({size})" for group, size in sizes.items()}
    order = list(found["name"].value_counts().index)
    table = (
        found.groupby(["group", "name"])
        .size()
        .unstack(fill_value=0)
        .reindex(index=sizes.index, columns=order, fill_value=0)
    )
    cells = pd.DataFrame(
        {"group": str(group), "kind": labels[group], "name": str(name), "rollouts": int(table.loc[group, name])}
        for group in table.index
        for name in order
    )
    top = max(cells.to_dict("records"), key=lambda cell: cell["rollouts"])
    return _heat_map(
        cells[["kind", "name", "rollouts"]],
        ("name", order),
        ("kind", [labels[group] for group in sizes.index]),
        finding=(
            f"“{top['name']}” in {str(top['group']).lower()} is the fullest cell: {top['rollouts']} of {sizes[top['group']]} rollouts."
        ),
        description=(
            "A grid of user-side factors by kind of system, the number of rollouts of that kind in brackets. Each cell holds how many "
            "of them were coded with the factor. The groups are small; compare within a row."
        ),
        caption="User-side factors by kind of system",
    )


def uk_slip() -> Figure:
    """Slip of the stated end date between two annual returns, every UK major project a dot."""
    projects = uk_projects().assign(months=lambda d: (d["slip_days"] / 30.44).round(1))
    projects["lane"] = projects.groupby("category", observed=True).cumcount() % 15
    moved = {
        name: ((group["slip_days"] > 0).sum(), len(group))
        for name, group in projects.groupby("category", observed=True)
    }
    later, total = int((projects["slip_days"] > 0).sum()), len(projects)
    ict_later, ict = moved["ICT"]
    x = alt.X(
        "months:Q",
        title="Slip of the end date between the returns of 2022 and 2023, in months",
        scale=alt.Scale(nice=False),
    )
    y = alt.Y("category:N", title=None, axis=alt.Axis(ticks=False, domain=False))
    points = (
        alt.Chart(projects[["project", "category", "months", "lane"]])
        .transform_filter(_chosen("cat", "category", ALL_CATEGORIES))
        .mark_circle(size=40, opacity=0.6)
        .encode(x=x, y=y, yOffset=alt.YOffset("lane:O"))
    )
    return Figure(
        finding=f"Within one year the stated end of {later} of {total} UK major projects moved later; in ICT, of {ict_later} of {ict}.",
        description=(
            "Every project is a dot: how many months its stated end date moved between two annual returns, by category. Dots at zero "
            "did not move, dots to the left came nearer. All kinds of project, and their dates are re-planned, so this understates the "
            "slip from the first plan. Contains public sector information under the Open Government Licence v3.0."
        ),
        chart=points.add_params(_choose("cat", "Category", sorted(map(str, moved)), ALL_CATEGORIES)).properties(
            width="container", height=300
        ),
        table=Table(
            "Projects by category",
            ("Category", "Projects", "Later", "Unchanged", "Earlier", "Median slip of those later, in months"),
            tuple(
                (
                    str(name),
                    str(len(group)),
                    str((group["slip_days"] > 0).sum()),
                    str((group["slip_days"] == 0).sum()),
                    str((group["slip_days"] < 0).sum()),
                    f"{group.loc[group['slip_days'] > 0, 'months'].median():.0f}",
                )
                for name, group in projects.groupby("category", observed=True)
            ),
        ),
    )


def case_table() -> HTML:
    """All cases as a table that a reader can search, sort and filter in the page, and download."""
    groups = sorted(cases()["group"].unique())
    frame = cases().set_index("id")
    options = "".join(f"<option>{escape(group)}</option>" for group in groups)
    head = ("Rollout", "Country", "Kind", "Where it stands", "Delay in months", "User-side factors", "What happened")
    rows = []
    factors = library.factors()
    for case in library.cases().values():
        named = ", ".join(factors[name].name.lower() for name in case.factors if factors[name].user_side)
        delay = "" if case.delay_months is None else str(case.delay_months)
        weak = " <abbr title='weak source'>(weak source)</abbr>" if case.source_strength == "weak" else ""
        cells = (case.country, str(frame.loc[case.id, "group"]), case.status, delay, named, case.summary)
        rows.append(
            f'<tr><th scope="row">{escape(case.organisation)}: {escape(case.system)}{weak}</th>'
            + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
            + "</tr>"
        )
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    return HTML(
        '<div class="case-table"><p class="case-tools" hidden>'
        '<label>Search the table <input type="search" class="case-search"></label> '
        f'<label>Kind of system <select class="case-kind"><option value="">{EVERYONE}</option>{options}</select></label> '
        '<span class="case-count" role="status"></span></p>'
        '<p><a download href="../_static/data/cases.csv">Download all cases (CSV)</a> · '
        '<a download href="../_static/data/case_sources.csv">their sources (CSV)</a> · '
        '<a download href="../_static/data/uk_major_projects.csv">the UK projects (CSV)</a></p>'
        '<div class="table-frame" role="region" aria-label="All cases" tabindex="0">'
        f'<table class="sortable"><caption>All {len(rows)} cases</caption><thead><tr>{columns}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div></div>"
    )


def _label(frame: pd.DataFrame) -> pd.Series[str]:
    """The system and who rolled it out, short enough for an axis; unique over the cases."""
    system = frame["system"].str.split(r" \(|,|;", regex=True).str[0]
    return system + " (" + frame["organisation"] + ")"


def _choose(name: str, label: str, options: list[str], everyone: str = EVERYONE) -> alt.Parameter:
    choices = alt.binding_select(options=[everyone, *options], name=f"{label} ")
    return alt.param(name=name, bind=choices, value=everyone)


def _chosen(name: str, field: str, everyone: str = EVERYONE) -> str:
    return f"{name} == '{everyone}' || datum.{field} == {name}"


def _kinds(field: str, kinds: list[str], shape: bool = False) -> alt.Shape | alt.Color:
    if shape:
        scale = alt.Scale(domain=kinds, range=["circle", "square"])
        return alt.Shape(f"{field}:N", title=None, scale=scale, legend=alt.Legend(orient="top"))
    return alt.Color(f"{field}:N", title=None, scale=alt.Scale(domain=kinds))


def _heat_map(
    cells: pd.DataFrame,
    across: tuple[str, list[str]],
    down: tuple[str, list[str]],
    *,
    finding: str,
    description: str,
    caption: str,
) -> Figure:
    """A grid whose cells carry their number as text, so that no fact lies in a colour alone."""
    x = alt.X(
        f"{across[0]}:N",
        title=None,
        sort=across[1],
        axis=alt.Axis(orient="top", labelAngle=-40, ticks=False),
    )
    y = alt.Y(f"{down[0]}:N", title=None, sort=down[1], axis=alt.Axis(ticks=False))
    base = alt.Chart(cells).encode(x=x, y=y)
    most = int(cells["rollouts"].max())
    colour = alt.Color("rollouts:Q", legend=None, scale=alt.Scale(domain=[0, most], scheme="blues"))
    squares = base.mark_rect(stroke="white", strokeWidth=1).encode(color=colour)
    ink = alt.condition(f"datum.rollouts > {most * 0.55}", alt.value("white"), alt.value("#10242b"))
    numbers = base.mark_text(fontSize=12).encode(text="rollouts:Q", color=ink)
    wide = cells.pivot(index=down[0], columns=across[0], values="rollouts").reindex(index=down[1], columns=across[1])
    return Figure(
        finding=finding,
        description=description,
        chart=(squares + numbers).properties(width="container", height=30 * len(down[1]), padding=ROOM_FOR_HEADINGS),
        table=Table(
            caption,
            ("", *map(str, wide.columns)),
            tuple(
                (str(index), *(str(int(value)) for value in row))
                for index, row in zip(wide.index, wide.to_numpy(), strict=True)
            ),
        ),
    )


def claims() -> str:
    """What the chapter on delayed rollouts says in words; its notebook stores and compares it."""
    frame = cases()
    dated = frame.dropna(subset=["delay_months", "planned_go_live", "go_live"])
    later = uk_projects()["slip_days"]
    user_side = sum(factor.user_side for factor in library.factors().values())
    return "\n".join(
        (
            f"{len(frame)} cases, {len(dated)} with both dates, {int((dated['delay_months'] == 0).sum())} of these on their day or the day after",
            f"{int(frame['cost_comparable'].sum())} pairs of costs like for like",
            f"{user_side} user-side factors",
            f"{len(later)} UK projects: {int((later > 0).sum())} later, {int((later == 0).sum())} unchanged, {int((later < 0).sum())} earlier",
        )
    )
