"""Drawings of a group's figures as Vega-Lite specifications; the tables of the same part hold every value."""

from __future__ import annotations

from typing import Any

from exercises import library
from exercises.group.counts import PAIRS, Figures, title_of
from exercises.group.summary import TEXTS, learners
from exercises.text import shortened

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"

STANDS = ("evidence that it is felt", "evidence that it is not", "must ask", "not marked")

MOST = 10
"""Rows of a drawing; the tables go on."""

Spec = dict[str, Any]


def drawings(given: Figures) -> dict[str, tuple[Spec, ...]]:
    """The drawings by the id of their part, in order."""
    made = {
        "pledge": (_units(given),) if given.units else (),
        "threats": (*((_threats(given),) if given.threats else ()), *((_roles(given),) if given.roles else ())),
        "pitches": (_moved(given),) if given.moved else (),
        "hardest": (_exercises(given),) if any(one.changed for one in given.exercises) else (),
    }
    return {part: specs for part, specs in made.items() if specs}


def _spec(description: str, values: list[Spec], height: int, **rest: Any) -> Spec:
    return {
        "$schema": SCHEMA, "description": description, "width": "container", "height": height,
        "data": {"values": values}, **rest,
    }  # fmt: skip


def _counted(x: Spec, y: Spec, what: str) -> Spec:
    """Circles by size, each with its number: a matrix in which no figure hangs on an area alone."""
    size = {"field": "many", "type": "quantitative", "legend": None, "scale": {"range": [250, 1100], "zero": True}}
    return {
        "encoding": {"x": x, "y": y},
        "layer": [
            {"mark": {"type": "circle", "opacity": 0.3}, "encoding": {"size": size}},
            {"mark": {"type": "text", "fontSize": 13}, "encoding": {"text": {"field": "many", "type": "quantitative"}}},
        ],
        "usermeta": {"counts": what},
    }


def _units(given: Figures) -> Spec:
    values = [{"pledge": p, "ready": r, "many": n} for (p, r), n in given.units.items()]
    axis = {"grid": True, "labelAngle": 0}
    x = {
        "field": "pledge",
        "type": "ordinal",
        "title": "Pledge of 10",
        "axis": axis,
        "scale": {"domain": list(range(11))},
    }
    y = {"field": "ready", "type": "ordinal", "title": "Things ready of 4", "sort": "descending",
         "axis": {"grid": True}, "scale": {"domain": [4, 3, 2, 1, 0]}}  # fmt: skip
    says = f"{sum(given.units.values())} units by their pledge, from left to right, and by how many of four things are ready, from the bottom up. Each circle has its number of units."
    return _spec(says, values, 230, **_counted(x, y, "units"))


def _threats(given: Figures) -> Spec:
    names = {threat.id: threat.name for threat in library.threats().values()}
    shown = given.threats[:MOST]
    values = [
        {"threat": names[one.id], "stand": stand, "many": many, "at": at}
        for one in shown
        for at, (stand, many) in enumerate(zip(STANDS, one.stands, strict=True))
        if many
    ]
    y = {"field": "threat", "type": "nominal", "title": None, "sort": [names[one.id] for one in shown]}
    x = {"field": "many", "type": "quantitative", "title": "Learners", "axis": {"tickMinStep": 1, "format": "d"}}
    colour = {"field": "stand", "type": "nominal", "title": None, "scale": {"domain": list(STANDS)},
              "legend": {"orient": "top", "columns": 2, "labelLimit": 260}}  # fmt: skip
    says = f"One bar for each of the {len(shown)} threats looked at most often, in up to four stretches: {', '.join(STANDS)}."
    return _spec(says, values, 26 * len(shown), mark={"type": "bar"},
                 encoding={"y": y, "x": x, "color": colour, "order": {"field": "at", "type": "quantitative"}})  # fmt: skip


def _roles(given: Figures) -> Spec:
    names = {threat.id: threat.name for threat in library.threats().values()}
    shown = given.threats[:MOST]
    columns = [f"{shortened(one.name, 28)} ({one.learners})" for one in given.roles]
    values = [
        {"threat": names[one.id], "role": column, "many": role.threats[one.id]}
        for one in shown
        for column, role in zip(columns, given.roles, strict=True)
        if role.threats.get(one.id)
    ]
    x = {"field": "role", "type": "nominal", "title": None, "sort": columns, "scale": {"domain": columns},
         "axis": {"labelAngle": -20, "labelLimit": 200, "grid": True}}  # fmt: skip
    y = {
        "field": "threat",
        "type": "nominal",
        "title": None,
        "sort": [names[one.id] for one in shown],
        "axis": {"grid": True},
    }
    says = f"A matrix of {len(shown)} threats and {len(columns)} roles; a circle says how many learners of the role looked at the threat."
    return _spec(says, values, 36 * len(shown), **_counted(x, y, "learners"))


def _moved(given: Figures) -> Spec:
    one = given.moved[0]
    rubric = library.rubric()
    before, after = (TEXTS[kind] for kind in PAIRS[one.pair])
    values = [
        {"criterion": f"{c} {rubric[c].name}", "what": what, "share": many / one.learners}
        for c, of in one.criteria.items()
        for what, many in (("before", of[0]), ("after", of[1]))
    ]
    share = {"field": "share", "type": "quantitative", "title": "Share of learners at level 2 or 3",
             "scale": {"domain": [0, 1]}, "axis": {"format": ".0%", "tickCount": 4}}  # fmt: skip
    y = {
        "field": "criterion",
        "type": "nominal",
        "title": None,
        "axis": {"ticks": False, "domain": False, "offset": 10},
    }
    kinds = {"domain": ["before", "after"]}
    point = {
        "x": share,
        "shape": {"field": "what", "type": "nominal", "title": None, "scale": {**kinds, "range": ["circle", "square"]},
                  "legend": {"orient": "top"}},
        "color": {"field": "what", "type": "nominal", "title": None, "scale": kinds},
    }  # fmt: skip
    says = f"One row a criterion. A circle marks the share of {learners(one.learners)} at level 2 or 3 before ({before[:1].lower()}{before[1:]}), a square after ({after[:1].lower()}{after[1:]})."
    return _spec(says, values, 26 * len(one.criteria), encoding={"y": y}, layer=[
        {"mark": {"type": "line", "strokeWidth": 2, "opacity": 0.5}, "encoding": {"x": share, "detail": {"field": "criterion", "type": "nominal"}}},
        # Where both are the same, the circle stands around the square.
        *({"transform": [{"filter": {"field": "what", "equal": what}}], "encoding": point,
           "mark": {"type": "point", "filled": False, "size": size, "strokeWidth": 2.5, "opacity": 1}}
          for what, size in (("before", 260), ("after", 70))),
    ])  # fmt: skip


def _exercises(given: Figures) -> Spec:
    shown = [one for one in given.exercises if one.changed][:MOST]
    titles = [title_of(one.id) for one in shown]
    values = [
        {"exercise": title, "share": one.changed / one.begun, "says": f"{one.changed} of {one.begun}"}
        for title, one in zip(titles, shown, strict=True)
    ]
    y = {"field": "exercise", "type": "nominal", "title": None, "sort": titles}
    x = {"field": "share", "type": "quantitative", "title": "Share of those who began it", "scale": {"domain": [0, 1.12]},
         "axis": {"format": ".0%", "values": [0, 0.25, 0.5, 0.75, 1]}}  # fmt: skip
    label = {
        "mark": {"type": "text", "align": "left", "dx": 5},
        "encoding": {"text": {"field": "says", "type": "nominal"}},
    }
    says = f"One bar for each of {len(shown)} exercises: the share of its learners to whom a change is still suggested, with the numbers at its end."
    return _spec(says, values, 26 * len(shown), encoding={"y": y, "x": x}, layer=[{"mark": "bar"}, label])
