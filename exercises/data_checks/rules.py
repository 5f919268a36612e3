"""What no descriptor can say of the data: order of dates, delays, ids that exist, records that are whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from exercises.data_checks.rows import Fault, Row, Tables
from exercises.library import Case, plays, records

REFERENCES = (
    ("role_technology", "role", "role"),
    ("role_technology", "technology", "technology"),
    ("role_technology", "threats", "threat"),
    ("technology", "typical_threats", "threat"),
    ("threat", "sources", "source"),
    ("technique", "sources", "source"),
    ("objection", "role", "role"),
    ("objection", "technology", "technology"),
    ("objection", "threats", "threat"),
    ("opponent", "role", "role"),
    ("opponent", "technology", "technology"),
    ("opponent", "objections", "objection"),
    ("opponent", "worry", "threat"),
    ("grey_case", "tests", "test"),
    ("effect_sizes", "evidence", "evidence"),
    ("factors", "threats", "threat"),
    ("system_kinds", "technology", "technology"),
    ("cases", "factors", "factors"),
    ("scene", "chapters", "chapter"),
    ("way", "scene", "scene"),
    ("way", "first", "chapter"),
    ("way", "skim", "chapter"),
    ("way", "source", "evidence"),
    ("path", "steps", "chapter"),
    ("path", "play", "play"),
    ("play", "chapter", "chapter"),
    ("play", "cases", "cases"),
    ("play", "occasions", "occasion"),
    ("play", "phases", "phase"),
    ("play", "roles", "path"),
    ("play", "evidence", "evidence"),
)
"""Table, field, and the table whose ids the field names; one id, or a list of them."""


def broken(resources: Iterable[Mapping[str, Any]], rows: Tables) -> Iterator[Fault]:
    """Every rule that the rows break."""
    yield from _foreign_keys(resources, rows)
    for rule in (
        _references,
        _evidence,
        _rubric,
        _rated,
        _opponents,
        _grey_cases,
        _cases,
        _sources,
        _figures,
        _uk_projects,
    ):
        yield from rule(rows)


def _foreign_keys(resources: Iterable[Mapping[str, Any]], rows: Tables) -> Iterator[Fault]:
    for resource in resources:
        for key in resource.get("schema", {}).get("foreignKeys", []):
            target = key["reference"]["resource"]
            fields, names = _several(key["fields"]), _several(key["reference"]["fields"])
            known = {tuple(row.cells[name] for name in names) for row in rows.get(target, [])}
            expected = (
                f"an id of {target}.csv" if len(names) == 1 else f"{' and '.join(names)} of one row of {target}.csv"
            )
            for row in rows.get(resource["name"], []):
                if known and tuple(row.cells[field] for field in fields) not in known:
                    yield row.fault(fields[-1], expected)


def _several(fields: str | list[str]) -> list[str]:
    """The fields of a key, of which a descriptor may name one or a list."""
    return [fields] if isinstance(fields, str) else fields


def _references(rows: Tables) -> Iterator[Fault]:
    known = {table: {str(row.cells.get("id", "")) for row in of} for table, of in rows.items()}
    known["source"] = known.get("evidence", set()) | known.get("seed", set())
    for table, field, target in REFERENCES:
        if not known.get(target):
            continue  # its file could not be read, which is a fault of its own
        for row in rows.get(table, []):
            for one in row.ids(field):
                if one not in known[target]:
                    yield row.fault(field, f"an id of {target}", one)


def _evidence(rows: Tables) -> Iterator[Fault]:
    for row in rows.get("evidence", []):
        status = row.cells.get("status")
        if status not in records.STATUSES:
            yield row.fault("status", f"one of {', '.join(records.STATUSES)}")
        elif status != "verified" and not row.cells.get("unconfirmed"):
            yield row.fault("unconfirmed", "what was not read, since the status is not 'verified'")
        if row.cells.get("strength") not in records.STRENGTHS:
            yield row.fault("strength", f"one of {', '.join(records.STRENGTHS)}")
        if not re.fullmatch(r"(10\.[0-9]{4,}/[^ ]+)?", str(row.cells.get("doi", ""))):
            yield row.fault("doi", "a DOI such as 10.2307/249008, or none")


def _rubric(rows: Tables) -> Iterator[Fault]:
    for row in rows.get("criterion", []):
        levels = row.cells.get("levels")
        if isinstance(levels, list) and len(levels) != 4:
            yield row.fault("levels", "four levels, 0 to 3", len(levels))


def _rated(rows: Tables) -> Iterator[Fault]:
    """Whether every rated pitch has all criteria, and each median is one."""
    criteria = {str(row.cells.get("id")) for row in rows.get("criterion", [])}
    for row in rows.get("item", []) if criteria else []:
        for field in ("ratings", "medians", "because"):
            given = row.cells.get(field)
            if isinstance(given, dict) and set(given) != criteria:
                yield row.fault(field, f"the criteria {', '.join(sorted(criteria))}", ", ".join(sorted(given)))
        ratings, medians = row.cells.get("ratings"), row.cells.get("medians")
        if not isinstance(ratings, dict) or not isinstance(medians, dict):
            continue  # a fault of its own
        for criterion, levels in ratings.items():
            if isinstance(levels, list) and levels and sorted(levels)[len(levels) // 2] != medians.get(criterion):
                yield row.fault("medians", f"the median of {levels} for {criterion}", medians.get(criterion))


def _opponents(rows: Tables) -> Iterator[Fault]:
    """Whether every moment has its answers, every tone two lines, and every objection somebody to say it."""
    answers = {"best", "weak", "harmful", "why_best", "why_weak", "why_harmful"}
    said: set[str] = set()
    for row in rows.get("opponent", []):
        said |= set(row.ids("objections"))
        for moment in ("ask", "worry_answers", "step"):
            given = row.cells.get(moment)
            if isinstance(given, dict) and set(given) != answers:
                yield row.fault(moment, f"the keys {', '.join(sorted(answers))}", ", ".join(sorted(given)))
        for tone in ("warm", "cool", "cold"):
            lines = row.cells.get(tone)
            if isinstance(lines, list) and len(lines) != 2:
                yield row.fault(tone, "two lines", len(lines))
    for row in rows.get("objection", []) if said else []:
        if row.cells.get("id") not in said:
            yield row.fault("id", "an objection that somebody in opponents.toml says")


def _grey_cases(rows: Tables) -> Iterator[Fault]:
    for row in rows.get("grey_case", []):
        if row.cells.get("ruling") not in plays.RULINGS:
            yield row.fault("ruling", f"one of {', '.join(plays.RULINGS)}")
        tests, why = row.cells.get("tests"), row.cells.get("why")
        if not isinstance(tests, list) or len(tests) < 2:
            yield row.fault("tests", "two tests or more")
        elif not isinstance(why, dict) or list(why) != tests:
            yield row.fault("why", "a reason for each of its tests, in their order")


def _cases(rows: Tables) -> Iterator[Fault]:
    for row in rows.get("cases", []):
        yield from _dates(row)
        yield from _delay(row)
        cells = row.cells
        if bool(cells["go_live_of"]) != bool(cells["planned_go_live"] or cells["go_live"] or cells["delay_months"]):
            yield row.fault("go_live_of", "a value where a date of go-live or a delay is given, and only there")
        if cells["stopped"] and not cells["stop_event"]:
            yield row.fault("stop_event", "what happened on the date it was stopped")
        costs = cells["planned_cost_millions"], cells["final_cost_millions"]
        if bool(cells["currency"]) != any(costs):
            yield row.fault("currency", "a currency where a cost is given, and only there")
        if cells["cost_comparable"] == "yes" and not all(costs):
            yield row.fault("cost_comparable", "no, since one of the two costs is not given")
        for field in ("roles", "factors"):
            if len(row.ids(field)) != len(set(row.ids(field))):
                yield row.fault(field, "nothing twice")


def _dates(row: Row) -> Iterator[Fault]:
    """Whether the dates exist and are in order, as far as they are known."""
    for field in ("started", "planned_go_live", "go_live", "stopped"):
        if row.cells[field] and not _months(row.cells[field]):
            yield row.fault(field, "a date that exists: YYYY, YYYY-MM or YYYY-MM-DD")
    for first, then in _IN_ORDER:
        before, after = row.cells[first], row.cells[then]
        known = min(len(before), len(after))
        if _months(before) and _months(after) and before[:known] > after[:known]:
            yield row.fault(then, f"a date not before {first}, {before}")


_IN_ORDER = (("started", "planned_go_live"), ("started", "go_live"), ("started", "stopped"), ("go_live", "stopped"))


def _months(value: str) -> tuple[int, int] | None:
    """The first and the last month that a date may mean, counted from year 0; None if there is none."""
    parts = value.split("-")
    try:
        first = date(*(int(part) for part in (*parts, "1", "1")[:3]))
    except ValueError:
        return None
    least = 12 * first.year + first.month
    return (least, least + 11) if len(parts) == 1 else (least, least)


def _delay(row: Row) -> Iterator[Fault]:
    """Whether the delay agrees with its dates, within a month, and says where it comes from."""
    delay, basis = row.cells["delay_months"], row.cells["delay_basis"]
    planned, actual = _months(row.cells["planned_go_live"]), _months(row.cells["go_live"])
    if bool(delay) != bool(basis):
        yield row.fault("delay_basis", "a basis where a delay is given, and only there")
    if basis in ("computed", "approximate") and not (planned and actual):
        yield row.fault("delay_basis", "stated or announced, since one of the two dates is not given")
    if not planned or not actual:
        return
    least, most = actual[0] - planned[1], actual[1] - planned[0]
    if basis == "computed" and least != most:
        yield row.fault("delay_basis", "approximate, since one of the two dates is known only to the year")
    if not delay:
        yield row.fault("delay_months", f"the months from {row.cells['planned_go_live']} to {row.cells['go_live']}")
    elif delay.isdigit() and not least - 1 <= int(delay) <= most + 1:
        between = str(least) if least == most else f"{least} to {most}"
        yield row.fault("delay_months", f"{between} months, as its dates say")


def _sources(rows: Tables) -> Iterator[Fault]:
    numbers: dict[str, list[int]] = {}
    for row in rows.get("case_sources", []):
        if str(row.cells["number"]).isdigit():
            numbers.setdefault(row.cells["case"], []).append(int(row.cells["number"]))
    for row in rows.get("cases", []) if numbers else []:
        given = sorted(numbers.get(row.cells["id"], []))
        if not given:
            yield row.fault("id", "at least one source in case_sources.csv")
        elif given != list(range(1, len(given) + 1)):
            yield row.fault("id", "sources numbered from 1 without a gap in case_sources.csv", given)


def _figures(rows: Tables) -> Iterator[Fault]:
    """Whether a figure is what its unit says, and its name is not taken by a column of the cases."""
    for row in rows.get("case_figures", []):
        value, unit = row.cells["value"], row.cells["unit"]
        if unit == "date" and not (re.match("(19|20)[0-9]{2}", value) and _months(value)):
            yield row.fault("value", "a date that exists: YYYY, YYYY-MM or YYYY-MM-DD")
        if unit != "date" and not re.fullmatch(r"[0-9]+(\.[0-9]+)?", value):
            yield row.fault("value", f"a number of {unit}")
        if row.cells["id"] in Case.__slots__:
            yield row.fault("id", "a name that is no column of cases.csv")


def _uk_projects(rows: Tables) -> Iterator[Fault]:
    for row in rows.get("uk_major_projects", []):
        try:
            slip = (date.fromisoformat(row.cells["end_2023"]) - date.fromisoformat(row.cells["end_2022"])).days
        except ValueError:
            continue  # the cell itself is a fault already
        if row.cells["slip_days"] != str(slip):
            yield row.fault("slip_days", f"{slip} days, as its dates say")
