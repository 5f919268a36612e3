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
ALL_SOURCES = "all sources"
GOOD_SOURCES = "only good sources"
ALL_CATEGORIES = "all categories"
NARROW = "containerSize()[0] < 480"
"""Whether a grid is drawn on a phone: headings stand upright there, and the cells get the room that slanted ones take."""

ROOM_FOR_HEADINGS = f"{{left: 5, top: 5, right: {NARROW} ? 5 : 45, bottom: 5}}"
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
    order = [str(name) for name in single.index]
    groups = cases().set_index("id")["group"]
    kinds = sorted(groups[by_case.index].unique())

    def counted(kind: str) -> pd.DataFrame:
        """The rollouts with both factors, for every two factors and every factor with itself."""
        chosen = by_case if kind == EVERYONE else by_case[groups[by_case.index].to_numpy() == kind]
        return pd.DataFrame(
            {"first": names[a], "second": names[b], "rollouts": sum(a in found and b in found for found in chosen)}
            for a in order
            for b in order
        )

    counts = {(a, b): sum(a in found and b in found for found in by_case) for a, b in combinations(order, 2)}
    most = max(counts.values())
    fullest = [f"{names[a].lower()} with {names[b].lower()}" for (a, b), count in counts.items() if count == most]
    labels = [names[name] for name in order]
    return _heat_map(
        {kind: counted(kind) for kind in (EVERYONE, *kinds)},
        ("first", labels),
        ("second", labels),
        choose=("pairkind", "Kind of system"),
        finding=(
            f"Most often together: {_listed(fullest)}, {'each ' if len(fullest) > 1 else ''}in {most} of {len(by_case)} "
            "rollouts with a user-side factor."
        ),
        description=(
            "A grid of user-side factors against each other. Each cell holds the number of rollouts in which both were coded, "
            "on the diagonal the number with that factor. Our coding of what the sources name. A choice below the chart keeps "
            "one kind of system, in the same colours."
        ),
        caption="Rollouts with both user-side factors",
    )


def factors_by_kind() -> Figure:
    """User-side factors by kind of system, as counts of rollouts."""
    names = {factor.id: factor.name for factor in library.factors().values() if factor.user_side}
    frame = cases().set_index("id")
    found = case_factors().query("factor in @names").assign(
        group=lambda d: d["case"].map(frame["group"]), name=lambda d: d["factor"].map(names)
    )  # fmt: skip
    sizes = frame["group"].value_counts()
    order = list(found["name"].value_counts().index)

    def counted(sources: str) -> pd.DataFrame:
        """The rollouts of every kind with every factor; the label of a kind says how many rollouts it has."""
        kept = frame if sources == ALL_SOURCES else frame[frame["source_strength"] == "good"]
        table = (
            found[found["case"].isin(kept.index)]
            .groupby(["group", "name"], observed=False)
            .size()
            .unstack(fill_value=0)
            .reindex(index=sizes.index, columns=order, fill_value=0)
        )
        size = kept["group"].value_counts()
        return pd.DataFrame(
            {"kind": f"{group} ({size[group]})", "name": str(name), "rollouts": int(table.loc[group, name])}
            for group in sizes.index
            for name in order
        )

    grids = {sources: counted(sources) for sources in (ALL_SOURCES, GOOD_SOURCES)}
    # Rows keep their place when their label does not keep its number.
    down = [kind for pair in zip(*(grid["kind"].unique() for grid in grids.values()), strict=True) for kind in pair]
    whole = grids[ALL_SOURCES]
    most = int(whole["rollouts"].max())
    fullest = [
        f"“{cell['name'].lower()}” in {kind.lower()} ({most} of {size.rstrip(')')} rollouts)"
        for cell in whole[whole["rollouts"] == most].to_dict("records")
        for kind, _, size in [str(cell["kind"]).partition(" (")]
    ]
    return _heat_map(
        grids,
        ("name", order),
        ("kind", list(dict.fromkeys(down))),
        choose=("strength", "Sources"),
        finding=f"The fullest cells: {_listed(fullest)}." if len(fullest) > 1 else f"The fullest cell: {fullest[0]}.",
        description=(
            "A grid of user-side factors by kind of system, the number of rollouts of that kind in brackets. Each cell holds how many "
            "of them were coded with the factor. The groups are small; compare within a row. A choice below the chart leaves out "
            "the rollouts with weak sources."
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


def _listed(parts: list[str]) -> str:
    """One thing, or several with an “and” before the last."""
    return f"{', '.join(parts[:-1])}, and {parts[-1]}" if len(parts) > 1 else parts[0]


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
    grids: dict[str, pd.DataFrame],
    across: tuple[str, list[str]],
    down: tuple[str, list[str]],
    *,
    choose: tuple[str, str],
    finding: str,
    description: str,
    caption: str,
) -> Figure:
    """A grid whose cells carry their number as text, so that no fact lies in a colour alone.

    `grids` holds the cells by the option that shows them, the whole first; `choose` names
    the parameter and its label. Colours mean the same number whatever is chosen.
    """
    (everything, whole), *_ = grids.items()
    x = alt.X(
        f"{across[0]}:N",
        title=None,
        sort=across[1],
        axis=alt.Axis(orient="top", labelAngle=alt.ExprRef(f"{NARROW} ? -90 : -40"), ticks=False),
    )
    y = alt.Y(f"{down[0]}:N", title=None, sort=down[1], axis=alt.Axis(ticks=False))
    cells = pd.concat(grid.assign(shown=option) for option, grid in grids.items())
    base = alt.Chart(cells).transform_filter(f"datum.shown == {choose[0]}").encode(x=x, y=y)
    most = int(whole["rollouts"].max())
    colour = alt.Color("rollouts:Q", legend=None, scale=alt.Scale(domain=[0, most], scheme="blues"))
    squares = base.mark_rect(stroke="white", strokeWidth=1).encode(color=colour)
    ink = alt.condition(f"datum.rollouts > {most * 0.55}", alt.value("white"), alt.value("#10242b"))
    numbers = base.mark_text(fontSize=12).encode(text="rollouts:Q", color=ink)
    rows = list(whole[down[0]].unique())
    wide = whole.pivot(index=down[0], columns=across[0], values="rollouts").reindex(index=rows, columns=across[1])
    options = [option for option in grids if option != everything]
    return Figure(
        finding=finding,
        description=description,
        chart=(squares + numbers)
        .add_params(_choose(*choose, options, everything))
        .properties(width="container", height=30 * len(rows), padding=alt.ExprRef(ROOM_FOR_HEADINGS)),
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
    coded = case_factors().query("user_side")
    named = coded["factor"].value_counts()
    met = coded["case"].map(frame.set_index("id")["group"]).nunique()
    return "\n".join(
        (
            f"{len(frame)} cases, {len(dated)} with both dates, {int((dated['delay_months'] == 0).sum())} of these on their day or the day after",
            f"{int(frame['cost_comparable'].sum())} pairs of costs like for like",
            f"{user_side} user-side factors, coded in {met} of {frame['group'].nunique()} kinds of system",
            f"poor fit in {named['poor_fit_to_work']} cases, less say in {named['threat_to_autonomy']}, being watched in {named['surveillance']}",
            f"{len(later)} UK projects: {int((later > 0).sum())} later, {int((later == 0).sum())} unchanged, {int((later < 0).sum())} earlier",
        )
    )
