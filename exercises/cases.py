"""The rollouts and the UK's major projects as pandas frames, ready for charts. Host only.

Dates are datetimes at the start of what is known of them: `2014-11` becomes 1 November
2014. Beside each stand its text as the data have it (`go_live_text`) and how precise it
is (`go_live_precision`: year, month or day).
"""

from __future__ import annotations

from dataclasses import asdict

import pandas as pd

from exercises import library

DATES = ("started", "planned_go_live", "go_live", "stopped")
PRECISIONS = {4: "year", 7: "month", 10: "day"}
RATINGS = ("Green", "Amber", "Red")

_CATEGORIES = (
    "country",
    "sector",
    "system_kind",
    "kind",
    "group",
    "technology",
    "go_live_of",
    "stop_event",
    "status",
    "currency",
    "delay_basis",
    "source_strength",
)


def cases() -> pd.DataFrame:
    """All cases, one a row, in the order of the file.

    Beside the columns of data/cases.csv: `kind`, `group` and `technology` of the
    system, text and precision of each date, `factor_count`, and `cost_ratio`, final
    over planned cost, where both cover the same thing.
    """
    kinds = library.system_kinds()
    frame = pd.DataFrame(
        {
            **asdict(case),
            "kind": kinds[case.system_kind].name,
            "group": kinds[case.system_kind].group,
            "technology": kinds[case.system_kind].technology,
            "factor_count": len(case.factors),
        }
        for case in library.cases().values()
    )
    for name in DATES:
        frame[f"{name}_text"] = _known(frame[name]).astype("string")
        frame[f"{name}_precision"] = pd.Categorical(
            frame[name].str.len().map(PRECISIONS), categories=list(PRECISIONS.values()), ordered=True
        )
        frame[name] = pd.to_datetime(_known(frame[name]), format="ISO8601")
    for name in _CATEGORIES:
        frame[name] = _known(frame[name]).astype("category")
    for name in ("users", "delay_months", "factor_count"):
        frame[name] = frame[name].astype("Int64")
    for name in ("planned_cost_millions", "final_cost_millions"):
        frame[name] = frame[name].astype("Float64")
    frame["cost_comparable"] = frame["cost_comparable"].astype("boolean")
    ratio = frame["final_cost_millions"] / frame["planned_cost_millions"]
    frame["cost_ratio"] = ratio.where(frame["cost_comparable"])
    return frame


def case_factors() -> pd.DataFrame:
    """Every factor of every case, one a row: `case`, `factor`, its `name`, whether it is `user_side`."""
    factors = library.factors()
    frame = pd.DataFrame(
        {"case": case.id, "factor": factor, "name": factors[factor].name, "user_side": factors[factor].user_side}
        for case in library.cases().values()
        for factor in case.factors
    )
    return frame.astype({"factor": "category", "name": "category", "user_side": "boolean"})


def uk_projects() -> pd.DataFrame:
    """The UK's major projects with an end date in both annual returns, one a row.

    Ratings are ordered from Green over Amber to Red.
    """
    frame = pd.DataFrame(asdict(project) for project in library.uk_projects().values())
    for name in ("end_2022", "end_2023"):
        frame[name] = pd.to_datetime(frame[name], format="ISO8601")
    for name in ("rating_2022", "rating_2023"):
        frame[name] = pd.Categorical(_known(frame[name]), categories=RATINGS, ordered=True)
    return frame.astype({"slip_days": "Int64", "category": "category", "department": "category"})


def _known(column: pd.Series[str]) -> pd.Series[str]:
    """A column of texts with nothing in place of empty ones."""
    return column.mask(column == "")
