"""The libraries in data/: how much there is, that it fits together, and what a broken file says."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from exercises import library
from exercises.library import LibraryError

READERS: dict[str, Callable[[], object]] = {
    "roles.toml": library.roles,
    "technologies.toml": library.technologies,
    "threats.toml": library.threats,
    "rubric.toml": library.rubric,
    "evidence.toml": library.evidence,
    "role_technology.csv": library.role_technology,
    "last_in_line.csv": library.last_in_line,
    "techniques.toml": library.techniques,
    "objections.toml": library.objections,
    "ethics.toml": library.ethics,
    "effect_sizes.csv": library.effect_sizes,
    "crm_failure_rates.csv": library.crm_failure_rates,
    "training_and_month_six.csv": library.training_and_month_six,
    "cases.csv": library.cases,
    "case_figures.csv": library.case_figures,
    "case_sources.csv": library.case_sources,
    "factors.csv": library.factors,
    "system_kinds.csv": library.system_kinds,
    "uk_major_projects.csv": library.uk_projects,
}


def forget() -> None:
    """Make every reader read its file again."""
    for reader in (*READERS.values(), library.seed):
        reader.cache_clear()  # type: ignore[attr-defined]


def original(name: str) -> str:
    """The text of a file as it lies in data/."""
    return (Path(__file__).parents[2] / "data" / name).read_text(encoding="utf-8")


@pytest.fixture
def read_as(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str | bytes], object]]:
    """Read one file of data/ as if it had another content."""

    def read(name: str, content: str | bytes) -> object:
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return READERS[name]()

    forget()
    monkeypatch.setattr(library, "DATA", tmp_path)
    yield read
    forget()


@pytest.mark.parametrize(
    ("name", "table", "count"),
    [
        ("roles.toml", "role", 20),
        ("technologies.toml", "technology", 11),
        ("threats.toml", "threat", 16),
        ("rubric.toml", "criterion", 9),
        ("techniques.toml", "technique", 22),
        ("objections.toml", "objection", 30),
        ("evidence.toml", "evidence", 45),
    ],
)
def test_toml_libraries_hold_what_the_course_says(name: str, table: str, count: int) -> None:
    records = READERS[name]()
    assert isinstance(records, dict)
    # Two records of one id would leave fewer records than tables.
    assert len(records) == original(name).count(f"\n[[{table}]]") == count


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("cases.csv", 77),
        ("case_figures.csv", 15),
        ("case_sources.csv", 77),
        ("factors.csv", 14),
        ("system_kinds.csv", 25),
        ("uk_major_projects.csv", 179),
        ("effect_sizes.csv", 19),
        ("crm_failure_rates.csv", 8),
        ("training_and_month_six.csv", 8),
    ],
)
def test_csv_libraries_hold_what_their_files_hold(name: str, count: int) -> None:
    records = READERS[name]()
    assert isinstance(records, (dict, tuple))
    assert len(records) == count


def test_ethics_are_tests_red_lines_and_grey_cases() -> None:
    ethics = library.ethics()
    assert (len(ethics.tests), len(ethics.red_lines), len(ethics.grey_cases)) == (10, 5, 10)
    assert ethics.line.startswith("Persuasion")


def test_a_case_carries_numbers_where_it_has_them_and_none_where_not() -> None:
    case = library.cases()["ctclink"]
    assert (case.planned_cost_millions, case.final_cost_millions, case.currency) == (100.0, 145.0, "USD")
    assert case.cost_comparable is True
    assert (case.delay_months, case.go_live) == (60, "2022-05-09")
    assert "last_in_line" in case.factors
    assert case.roles[0] == "registrars"
    unknown = library.cases()["telco-crm-silent"]
    assert (unknown.users, unknown.delay_months, unknown.planned_cost_millions) == (None, None, None)


def test_a_figure_carries_its_unit_and_its_source() -> None:
    figures = library.case_figures()["ctclink"]
    assert (figures["colleges"].value, figures["colleges"].unit) == ("34", "colleges")
    assert figures["pilot_go_live"].unit == "date"
    assert library.case_sources()["ctclink"][figures["postponements"].source - 1].year == 2015


def test_a_project_may_end_earlier_than_it_was_to() -> None:
    assert any(project.slip_days < 0 for project in library.uk_projects().values())


def test_records_that_no_exercise_starts_with_are_imported_when_they_are_asked_for() -> None:
    code = "import sys; from exercises import library; library.roles(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "exercises.library.records" in loaded
    assert {"exercises.library.rollouts", "exercises.library.plays", "exercises.library.figures"} & set(loaded) == set()
    assert library.Case.__module__ == "exercises.library.rollouts"
    with pytest.raises(AttributeError, match="no attribute 'Nobody'"):
        _ = library.Nobody


def test_every_public_name_of_the_library_is_there() -> None:
    assert [name for name in library.__all__ if not hasattr(library, name)] == []


def test_every_row_of_the_role_and_technology_file_is_a_pair() -> None:
    rows = list(csv.DictReader(original("role_technology.csv").splitlines()))
    assert len(library.role_technology()) == len(rows) == 77


def test_the_made_up_queue_has_eleven_units() -> None:
    units = library.last_in_line()
    assert len({unit.unit for unit in units}) == len(units) == 11
    assert all(0 <= unit.pledge <= 10 for unit in units)
    assert all(1 <= unit.place <= 11 for unit in units)


def test_ids_run_as_the_course_cites_them() -> None:
    assert list(library.rubric()) == [f"C{n}" for n in range(1, 10)]
    assert list(library.threats()) == [f"TH{n:02}" for n in range(1, 17)]


def test_pairs_name_roles_technologies_and_threats_that_exist() -> None:
    for (role, technology), pair in library.role_technology().items():
        assert role in library.roles()
        assert technology in library.technologies()
        assert pair.threats
        assert set(pair.threats) <= set(library.threats())


def test_technologies_name_threats_that_exist() -> None:
    for technology in library.technologies().values():
        assert technology.typical_threats
        assert set(technology.typical_threats) <= set(library.threats())


def test_every_role_and_every_technology_is_in_a_pair() -> None:
    assert {role for role, _ in library.role_technology()} == set(library.roles())
    assert {technology for _, technology in library.role_technology()} == set(library.technologies())


def test_every_entry_of_the_ledger_says_what_was_read_for_it() -> None:
    for entry in library.evidence().values():
        assert entry.status in {"verified", "partly", "from memory"}
        assert entry.cite.strip()
        assert entry.finding.strip()
        assert entry.short.strip()
        # What was read only in part says what was not.
        assert entry.unconfirmed or entry.status == "verified"
    assert [one.id for one in library.evidence().values() if one.status == "from memory"] == ["E17", "E39"]


ROLE = original("roles.toml")
QUEUE = original("last_in_line.csv")
IDENTITY = 'identity_line = "I read people and know my accounts."\n'


def role(old: str, new: str) -> str:
    """The file of roles with one change."""
    return ROLE.replace(old, new, 1)


def queue(old: str, new: str) -> str:
    """The file of the queue with one change."""
    return QUEUE.replace(old, new, 1)


ROLES: list[tuple[str, str | bytes, tuple[str, ...]]] = [
    ("a field is missing", role(IDENTITY, ""), ("row 1", "'identity_line'", "missing")),
    ("a field is unknown", role(IDENTITY, f'{IDENTITY}colour = "red"\n'), ("row 1", "'colour'", "unknown")),
    ("a text is a number", role(IDENTITY, "identity_line = 3\n"), ("row 1", "'identity_line'", "3", "text")),
    ("a list holds a number", role('"coach"', "7"), ("row 2", "'goals'", "7", "list of texts")),
    ("two records share an id", role('"sales_manager"', '"field_salesperson"'), ("field_salesperson",)),
    ("the TOML is broken", role("[[role]]", "[[role"), ("TOML",)),
    ("the TOML is empty", "", ("[[role]]", "at least one")),
    ("the table has another name", ROLE.replace("[[role]]", "[[person]]"), ("[[role]]", "at least one")),
    ("the table is a number", "role = 3\n", ("role",)),
    ("the file is no UTF-8", ROLE.encode().replace(b"people", b"p\xe9ople", 1), ("UTF-8",)),
]
UNITS: list[tuple[str, str | bytes, tuple[str, ...]]] = [
    ("yes or no is a maybe", queue("11,30,no", "11,30,maybe"), ("row 1", "'owner_named'", "'maybe'", "yes or no")),
    ("a number is a text", queue("North,10", "North,ten"), ("row 1", "'pledge'", "'ten'", "whole number")),
    ("a number is negative", queue("South,9", "South,-9"), ("row 2", "'pledge'", "'-9'", "whole number")),
    # str.isdigit says yes to it, int() says no.
    ("a number is a raised two", queue("North,10", "North,²"), ("row 1", "'pledge'", "'²'", "whole number")),
    ("a row is short", queue(",waiting for the others", ""), ("row 1", "'reason'", "missing")),
    ("a row is long", queue("waiting for", "waiting, for"), ("row 1",)),
    ("the file is no UTF-8", QUEUE.encode().replace(b"waiting", b"w\xe4iting", 1), ("UTF-8",)),
    ("a column is unknown", queue("reason", "excuse"), ("row 1", "'excuse'", "unknown")),
]
CASES = original("cases.csv")
ETHICS = original("ethics.toml")
SLIPS = original("uk_major_projects.csv")
ROLLOUTS: list[tuple[str, str | bytes, tuple[str, ...]]] = [
    ("two rows share an id", CASES.replace("\nathens-cerner,", "\napotti-hus,", 1), ("row 2", "'id'", "'apotti-hus'")),
    (
        "a cost is a word",
        CASES.replace(",774,EUR", ",much,EUR", 1),
        ("row 1", "'final_cost_millions'", "'much'", "number"),
    ),
]
LINE: list[tuple[str, str | bytes, tuple[str, ...]]] = [
    ("the line is missing", ETHICS.replace("\nline = ", "\nlines = ", 1), ("'line'", "text")),
    ("a table is missing", ETHICS.replace("[[red_line]]", "[[redline]]"), ("[[red_line]]", "at least one")),
]
PROJECTS: list[tuple[str, str | bytes, tuple[str, ...]]] = [
    (
        "a slip is a fraction",
        SLIPS.replace(",0,Amber", ",0.5,Amber", 1),
        ("'slip_days'", "'0.5'", "whole number of days"),
    ),
]
BROKEN = [
    pytest.param(name, content, named, id=case)
    for name, cases in (
        ("roles.toml", ROLES),
        ("last_in_line.csv", UNITS),
        ("cases.csv", ROLLOUTS),
        ("ethics.toml", LINE),
        ("uk_major_projects.csv", PROJECTS),
    )
    for case, content, named in cases
]


@pytest.mark.parametrize(("name", "content", "named"), BROKEN)
def test_a_broken_file_says_where_and_what(
    read_as: Callable[[str, str | bytes], object], name: str, content: str | bytes, named: tuple[str, ...]
) -> None:
    assert content != original(name)
    with pytest.raises(LibraryError) as refused:
        read_as(name, content)
    assert [part for part in (name, *named) if part not in str(refused.value)] == []


@pytest.mark.parametrize("name", READERS)
def test_a_file_is_read_from_where_the_library_is_told(
    read_as: Callable[[str, str | bytes], object], name: str
) -> None:
    assert read_as(name, original(name))
