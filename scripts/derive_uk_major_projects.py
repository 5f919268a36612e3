"""Derive data/uk_major_projects.csv from two annual returns of the UK's major projects.

    python scripts/derive_uk_major_projects.py RETURN_OF_MARCH_2022.csv RETURN_OF_MARCH_2023.csv

Where to get them: GOV.UK, Infrastructure and Projects Authority, "annual report" of
2021-22 and of 2022-23, the file "Government Major Projects Portfolio (GMPP) data" of
each (March 2022, March 2023), as CSV for all departments together. They are Crown
copyright under the Open Government Licence v3.0; data/README.md names them as the
licence asks. The returns themselves stay out of this project.

A project is kept if both returns give an end date for it. Name, department and category
are those of the later return. The rating is the Authority's where it gave one, else
that of the project's Senior Responsible Owner: no project has both.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from datetime import date
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "data" / "uk_major_projects.csv"

COLUMNS = {
    "id": "GMPP ID Number",
    "project": "Project Name",
    "department": "Department",
    "category": "Annual Report Category",
    "end": "Project - End Date",
    "rating of the Authority": "IPA Delivery Confidence Assessment",
    "rating of the owner": "SRO Delivery Confidence Assessment",
}
"""Our name of a column, and the first line of its heading in a return."""

RATINGS = ("Green", "Amber", "Red")

HEAD = ("id", "project", "department", "category", "end_2022", "end_2023", "slip_days", "rating_2022", "rating_2023")


class ReturnError(ValueError):
    """A file is not a return of the major projects; the message says what is missing."""


def read(path: Path) -> dict[str, dict[str, str]]:
    """The projects of one return by id, with our names for the columns.

    Raises:
        ReturnError: a column is missing, or two projects share an id.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    places = {}
    headings = [heading.split("\n")[0].strip() for heading in rows[0]]
    for name, wanted in COLUMNS.items():
        if headings.count(wanted) != 1:
            raise ReturnError(f"{path.name}: {headings.count(wanted)} columns are headed '{wanted}', expected one.")
        places[name] = headings.index(wanted)
    projects: dict[str, dict[str, str]] = {}
    for row in rows[1:]:
        project = {name: " ".join(row[place].split()) for name, place in places.items()}
        if project["id"] in projects:
            raise ReturnError(f"{path.name}: two projects have the id '{project['id']}'.")
        projects[project["id"]] = project
    return projects


def end(project: dict[str, str]) -> date | None:
    """The end date that a return states, or None where it gives a reason instead."""
    try:
        return date.fromisoformat(project["end"])
    except ValueError:
        return None


def rating(project: dict[str, str]) -> str:
    """Green, Amber or Red, or nothing where the return withholds it."""
    given = [project[f"rating of the {who}"] for who in ("Authority", "owner")]
    return next((one for one in given if one in RATINGS), "")


def derive(
    earlier: dict[str, dict[str, str]], later: dict[str, dict[str, str]]
) -> tuple[list[tuple[object, ...]], Counter[str]]:
    """The rows of the table by id, and how many projects were left out for which reason."""
    rows: list[tuple[object, ...]] = []
    left: Counter[str] = Counter()
    for key in sorted(earlier.keys() | later.keys()):
        if key not in later:
            left["only in the earlier return"] += 1
        elif key not in earlier:
            left["only in the later return"] += 1
        else:
            before, after = earlier[key], later[key]
            then, now = end(before), end(after)
            if then is None or now is None:
                which = "both returns" if then is now else "the earlier return" if then is None else "the later return"
                left[f"no end date in {which}"] += 1
                continue
            named = (after["project"], after["department"], after["category"])
            rows.append((key, *named, then, now, (now - then).days, rating(before), rating(after)))
    return rows, left


def main(arguments: list[str]) -> int:
    """Read both returns, write the table, and say what became of every project."""
    parser = argparse.ArgumentParser(description="Derive data/uk_major_projects.csv from two annual returns.")
    parser.add_argument("earlier", type=Path, help="return of March 2022, CSV")
    parser.add_argument("later", type=Path, help="return of March 2023, CSV")
    parser.add_argument("--target", type=Path, default=TARGET, help="file to write (default: the one in data/)")
    given = parser.parse_args(arguments)
    try:
        earlier, later = read(given.earlier), read(given.later)
    except (OSError, ReturnError) as error:
        print(error, file=sys.stderr)
        return 1
    rows, left = derive(earlier, later)
    with given.target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEAD)
        writer.writerows(rows)
    print(f"{len(earlier)} projects in the earlier return, {len(later)} in the later one; {len(rows)} rows written.")
    for reason, count in left.most_common():
        print(f"left out, {reason}: {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
