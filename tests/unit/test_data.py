"""The data package: valid for frictionless and for our own checks, and every kind of fault is told with its place."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from frictionless import Package

from exercises import data_checks, library
from exercises.data_checks import Fault

DATA = Path(__file__).parents[2] / "data"
DESCRIPTOR = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
TABLES = {one["path"]: one for one in DESCRIPTOR["resources"] if "schema" in one}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the data that a test may break."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    return folder


def line_of(name: str, begins: str) -> int:
    """The line of a file that begins so."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(begins))


def test_the_package_is_valid_for_frictionless() -> None:
    report = Package(str(DATA / "datapackage.json")).validate()
    assert report.flatten(["title", "rowNumber", "fieldName", "message"]) == []
    assert report.stats["tasks"] == len(DESCRIPTOR["resources"]) >= 17
    print(f"frictionless has read {report.stats['tasks']} resources, {len(TABLES)} of them tables.")


def test_our_own_checks_find_nothing() -> None:
    assert list(map(str, data_checks.faults())) == []


def test_there_is_as_much_as_the_course_says() -> None:
    counts = data_checks.counts()
    print(counts)
    assert counts["cases"] >= 77
    assert counts["uk_major_projects"] >= 170
    assert counts["case_sources"] >= 2 * 70
    assert counts["case_figures"] >= 40
    least = {"evidence": 45, "objection": 30, "technique": 22, "threat": 16, "criterion": 9, "grey_case": 10}
    assert {name: counts[name] for name in least} == least


def test_every_field_says_what_it_is_and_every_number_its_unit() -> None:
    fields = [(name, field) for name, one in TABLES.items() for field in one["schema"]["fields"]]
    assert len(fields) >= 70
    assert [(name, field["name"]) for name, field in fields if len(field["description"]) < 5] == []
    counted = {"number", "place", "year"}
    bare = [
        (name, field["name"])
        for name, field in fields
        if field["type"] in {"integer", "number"} and "unit" not in field and field["name"] not in counted
    ]
    assert bare == []
    assert all(one["schema"]["missingValues"] == [""] for one in TABLES.values())


def test_every_cell_that_may_be_empty_says_what_that_means() -> None:
    silent = [
        (name, field["name"])
        for name, one in TABLES.items()
        for field in one["schema"]["fields"]
        if not field.get("constraints", {}).get("required")
        and "Empty:" not in field["description"]
        and not field["name"].endswith("_note")
    ]
    assert silent == []


def test_the_origin_and_licence_of_the_uk_table_stand_with_it() -> None:
    table = TABLES["uk_major_projects.csv"]
    assert [one["name"] for one in table["licenses"]] == ["OGL-UK-3.0"]
    assert "Infrastructure and Projects Authority" in table["sources"][0]["title"]
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    assert "Contains public sector information licensed under the Open Government Licence v3.0" in " ".join(
        readme.split()
    )


def test_the_readme_counts_what_is_there() -> None:
    readme, counts = (DATA / "README.md").read_text(encoding="utf-8"), data_checks.counts()
    assert f"| {counts['cases']} rollouts" in readme
    assert f"| {counts['uk_major_projects']} UK government major projects" in readme
    assert f"the ledger: {counts['evidence']} entries" in readme


def test_records_and_descriptor_name_the_same_fields() -> None:
    records: dict[str, type] = {
        "cases.csv": library.Case,
        "case_figures.csv": library.CaseFigure,
        "case_sources.csv": library.CaseSource,
        "factors.csv": library.Factor,
        "system_kinds.csv": library.SystemKind,
        "uk_major_projects.csv": library.UkProject,
        "effect_sizes.csv": library.EffectSize,
        "crm_failure_rates.csv": library.FailureRate,
        "role_technology.csv": library.RoleTechnology,
        "last_in_line.csv": library.Unit,
        "training_and_month_six.csv": library.TrainedUnit,
    }
    # Those of the pitch review are no records: it reads them itself.
    assert set(records) == {name for name in TABLES if not name.startswith("pitch_")}
    for name, record in records.items():
        assert list(record.__slots__) == [field["name"] for field in TABLES[name]["schema"]["fields"]]  # type: ignore[attr-defined]


def test_every_case_has_a_source_that_can_be_followed() -> None:
    sources = library.case_sources()
    assert set(sources) == set(library.cases())
    for found in sources.values():
        assert [one.number for one in found] == list(range(1, len(found) + 1))
        assert all(one.title and one.publisher and one.url.startswith("http") for one in found)
    assert sum(len(found) >= 2 for found in sources.values()) >= 70
    # These three rest on pages that bear no date.
    undated = {case for case, found in sources.items() if not any(one.year for one in found)}
    assert undated == {"cisco-erp-1995", "monster-crm-1998", "telco-crm-silent"}


def test_every_kind_and_every_factor_is_used_and_charts_have_few_groups() -> None:
    cases = library.cases().values()
    assert {case.system_kind for case in cases} == set(library.system_kinds())
    assert {factor for case in cases for factor in case.factors} == set(library.factors())
    assert len({kind.group for kind in library.system_kinds().values()}) <= 10


def test_words_of_the_cases_are_no_working_notes() -> None:
    for case in library.cases().values():
        words = f"{case.summary} {case.basis} {case.cost_note} {case.delay_note}".lower()
        for note in ("from memory", "source strength", "left blank", "inferred", "retrieved", "todo"):
            assert note not in words, f"{case.id}: {note}"
        assert 60 <= len(case.summary) <= 420, case.id
        assert case.summary.endswith(".")


def test_the_best_answer_to_an_objection_is_not_betrayed_by_its_length() -> None:
    objections = library.objections().values()
    longest = [max(("best", "weak", "harmful"), key=lambda kind: len(getattr(one, kind))) for one in objections]
    print({kind: longest.count(kind) for kind in set(longest)})
    assert longest.count("best") <= len(longest) / 2


def test_no_figure_of_the_ledger_rests_on_memory() -> None:
    for entry in library.evidence().values():
        assert "from memory" not in f"{entry.finding} {entry.figures} {entry.limits}"
        if entry.status == "from memory":
            assert not any(character.isdigit() for character in entry.figures)


def cell(name: str, key: str, field: str, value: str) -> Callable[[Path], None]:
    """Set one cell of the row whose first cell is `key`."""

    def change(folder: Path) -> None:
        path = folder / name
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
        row = next(row for row in rows if row[0] == key)
        assert row[rows[0].index(field)] != value
        row[rows[0].index(field)] = value
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    return change


def text(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Put other words in the place of some."""

    def change(folder: Path) -> None:
        whole = (folder / name).read_text(encoding="utf-8")
        assert old in whole
        (folder / name).write_text(whole.replace(old, new, 1), encoding="utf-8")

    return change


def column(name: str, field: str) -> Callable[[Path], None]:
    """Take a column away."""

    def change(folder: Path) -> None:
        rows = list(csv.reader(io.StringIO((folder / name).read_text(encoding="utf-8"), newline="")))
        place = rows[0].index(field)
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(row[:place] + row[place + 1 :] for row in rows)

    return change


def latin(name: str) -> Callable[[Path], None]:
    """Store a file in Latin-1."""

    def change(folder: Path) -> None:
        whole = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_bytes(whole.encode("latin-1", errors="replace"))

    return change


def cut(name: str, after: str) -> Callable[[Path], None]:
    """End a file in the middle of a row."""

    def change(folder: Path) -> None:
        whole = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(whole[: whole.rindex(after) + len(after)], encoding="utf-8")

    return change


CASES = "cases.csv"
ATHENS = line_of(CASES, "athens-cerner,")
APOTTI = line_of(CASES, "apotti-hus,")
FIGURE_VGR = line_of("case_figures.csv", "vgr-millennium,")
FAULTY = [
    ("a wrong date", cell(CASES, "athens-cerner", "go_live", "4 May 2014"), (CASES, ATHENS, "go_live"), "YYYY"),
    ("a day that does not exist", cell(CASES, "athens-cerner", "go_live", "2014-02-30"), (CASES, ATHENS, "go_live"), "exists"),
    ("dates out of order", cell(CASES, "athens-cerner", "started", "2015"), (CASES, ATHENS, "go_live"), "not before"),
    ("an unknown factor", cell(CASES, "athens-cerner", "factors", "big_bang;magic"), (CASES, ATHENS, "factors"), "factors"),
    ("an unknown status", cell(CASES, "athens-cerner", "status", "fine"), (CASES, ATHENS, "status"), "troubled"),
    ("a duplicate id", cell(CASES, "athens-cerner", "id", "apotti-hus"), (CASES, ATHENS, "id"), f"line {APOTTI}"),
    ("a broken reference to a kind", cell(CASES, "athens-cerner", "system_kind", "toaster"), (CASES, ATHENS, "system_kind"), "system_kinds.csv"),
    ("a source of no case", cell("case_sources.csv", "apotti-hus", "case", "apotti"), ("case_sources.csv", 2, "case"), "cases.csv"),
    ("a case without its first source", cell("case_sources.csv", "apotti-hus", "case", "athens-cerner"), (CASES, APOTTI, "id"), "numbered from 1"),
    ("a figure of no case", cell("case_figures.csv", "athens-cerner", "case", "athens"), ("case_figures.csv", 2, "case"), "cases.csv"),
    ("a figure of no source", cell("case_figures.csv", "athens-cerner", "source", "9"), ("case_figures.csv", 2, "source"), "case and number of one row"),
    ("a figure that is no number", cell("case_figures.csv", "athens-cerner", "value", "three"), ("case_figures.csv", 2, "value"), "a number of weeks"),
    ("a date for a number", cell("case_figures.csv", "athens-cerner", "value", "2014-05"), ("case_figures.csv", 2, "value"), "a number of weeks"),
    ("a number for a date", cell("case_figures.csv", "vgr-millennium", "unit", "date"), ("case_figures.csv", FIGURE_VGR, "value"), "exists"),
    ("a figure twice", cell("case_figures.csv", "athens-cerner", "id", "votes"), ("case_figures.csv", 3, "case,id"), "line 2"),
    ("a figure with the name of a column", cell("case_figures.csv", "athens-cerner", "id", "users"), ("case_figures.csv", 2, "id"), "no column"),
    ("a figure of an unknown unit", cell("case_figures.csv", "athens-cerner", "unit", "fortnights"), ("case_figures.csv", 2, "unit"), "weeks"),
    ("a formula", cell(CASES, "athens-cerner", "system", "=cmd()"), (CASES, ATHENS, "system"), "spreadsheet"),
    ("another formula", cell(CASES, "athens-cerner", "summary", "@SUM(A1)"), (CASES, ATHENS, "summary"), "spreadsheet"),
    ("a Latin-1 file", latin(CASES), (CASES, APOTTI, "basis"), "UTF-8"),
    ("a Latin-1 library", latin("evidence.toml"), ("evidence.toml", 0, ""), "UTF-8"),
    ("a missing column", column(CASES, "delay_basis"), (CASES, 1, "delay_basis"), "this column"),
    ("an unknown column", text(CASES, ",summary,", ",tale,"), (CASES, 1, "tale"), "no other columns"),
    ("a file cut in the middle of a row", cut(CASES, "vgr-millennium,Region"), (CASES, line_of(CASES, "vgr-millennium,"), "country"), "27 cells"),
    ("a file cut in its last cell", cut(CASES, "Computer Sweden: contract"), (CASES, line_of(CASES, "vgr-millennium,"), ""), "cut"),
    ("a delay that contradicts its dates", cell(CASES, "ontario-sams", "delay_months", "2"), (CASES, line_of(CASES, "ontario-sams,"), "delay_months"), "20 months"),
    ("a delay without its basis", cell(CASES, "ontario-sams", "delay_basis", ""), (CASES, line_of(CASES, "ontario-sams,"), "delay_basis"), "basis"),
    ("a computed delay of a year", cell(CASES, "ontario-sams", "go_live", "2014"), (CASES, line_of(CASES, "ontario-sams,"), "delay_basis"), "approximate"),
    ("a wrong number", cell(CASES, "athens-cerner", "planned_cost_millions", "31 million"), (CASES, ATHENS, "planned_cost_millions"), "number"),
    ("a negative cost", cell(CASES, "athens-cerner", "planned_cost_millions", "-31"), (CASES, ATHENS, "planned_cost_millions"), "at least 0"),
    ("a pair that cannot be compared", cell(CASES, "athens-cerner", "cost_comparable", "yes"), (CASES, ATHENS, "cost_comparable"), "one of the two costs"),
    ("a cost without currency", cell(CASES, "athens-cerner", "currency", ""), (CASES, ATHENS, "currency"), "currency"),
    ("a maybe", cell(CASES, "athens-cerner", "cost_comparable", "maybe"), (CASES, ATHENS, "cost_comparable"), "yes or no"),
    ("a cell of two lines", cell(CASES, "athens-cerner", "summary", "One.\nTwo."), (CASES, ATHENS, "summary"), "one line"),
    ("nothing where a value is needed", cell(CASES, "athens-cerner", "summary", ""), (CASES, ATHENS, "summary"), "a value"),
    ("a slip that contradicts its dates", cell("uk_major_projects.csv", "BEIS_0001_2122-Q2", "slip_days", "7"), ("uk_major_projects.csv", 2, "slip_days"), "0 days"),
    ("a threat that there is not", cell("factors.csv", "training_gap", "threats", "TH99"), ("factors.csv", 2, "threats"), "threat"),
    ("an effect of no entry", cell("effect_sizes.csv", "E18", "evidence", "E99"), ("effect_sizes.csv", 2, "evidence"), "evidence"),
    ("a technique of no entry", text("techniques.toml", '"E32"', '"E99"'), ("techniques.toml", 3, "sources"), "source"),
    ("an objection of no role", text("objections.toml", '"middle_manager"', '"nobody"'), ("objections.toml", 5, "role"), "role"),
    ("an objection without an answer", text("objections.toml", "\nweak = ", "\nweaker = "), ("objections.toml", 5, "weak"), "text"),
    ("an unknown strength", text("evidence.toml", 'strength = "strong"', 'strength = "solid"'), ("evidence.toml", 8, "strength"), "practitioner"),
    ("three levels", text("rubric.toml", '  "The role is named; the rest is general.",\n', ""), ("rubric.toml", 7, "levels"), "four levels"),
    ("a ruling there is not", text("ethics.toml", 'ruling = "changed"', 'ruling = "perhaps"'), ("ethics.toml", 0, "ruling"), "changed"),
    ("a test without its reason", text("ethics.toml", 'why = {K02 = "Nothing', 'why = {K04 = "Nothing'), ("ethics.toml", 0, "why"), "each of its tests"),
    ("a TOML file cut in a record", cut("ethics.toml", 'tests = ["K01", "K07"'), ("ethics.toml", 0, ""), "cut"),
    ("a file that is not described", lambda folder: (folder / "more.csv").write_text("a\n1\n") and None, ("more.csv", 0, ""), "datapackage.json"),
    ("a file that is not there", lambda folder: (folder / "roles.toml").unlink(), ("roles.toml", 0, ""), "described"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "place", "says"), [pytest.param(*rest, id=name) for name, *rest in FAULTY])
def test_a_fault_is_told_with_file_row_and_field(
    copy: Path, change: Callable[[Path], None], place: tuple[str, int, str], says: str
) -> None:
    change(copy)
    found = data_checks.faults(copy)
    file, line, field = place
    told = [one for one in found if one.file == file and (not line or one.line == line) and one.field == field]
    assert any(says in str(one) for one in told), "\n".join(map(str, found))


def test_all_faults_of_a_file_are_told_at_once(copy: Path) -> None:
    cell(CASES, "athens-cerner", "go_live", "soon")(copy)
    cell(CASES, "ctclink", "factors", "magic")(copy)
    cell(CASES, "ontario-sams", "delay_months", "2")(copy)
    found = {(one.line, one.field) for one in data_checks.faults(copy)}
    lines = [line_of(CASES, f"{name},") for name in ("athens-cerner", "ctclink", "ontario-sams")]
    assert found == set(zip(lines, ("go_live", "factors", "delay_months"), strict=True))


def test_a_fault_names_file_line_field_value_and_what_was_expected() -> None:
    told = str(Fault("cases.csv", 3, "users", "'many'", "a value of type integer"))
    assert told == "cases.csv, line 3, field 'users': got 'many', expected a value of type integer."


def test_a_descriptor_that_cannot_be_read_is_a_fault(copy: Path) -> None:
    (copy / "datapackage.json").write_text("{", encoding="utf-8")
    assert [one.file for one in data_checks.faults(copy)] == ["datapackage.json"]


@pytest.mark.parametrize(
    ("name", "key", "field", "value", "kind"),
    [
        (CASES, "athens-cerner", "go_live", "4 May 2014", "constraint-error"),
        (CASES, "athens-cerner", "id", "apotti-hus", "unique-error"),
        (CASES, "athens-cerner", "users", "many", "type-error"),
        (CASES, "athens-cerner", "system_kind", "toaster", "foreign-key"),
        ("case_sources.csv", "apotti-hus", "case", "apotti", "foreign-key"),
        ("case_figures.csv", "athens-cerner", "source", "9", "foreign-key"),
    ],
)
def test_frictionless_refuses_it_too(copy: Path, name: str, key: str, field: str, value: str, kind: str) -> None:
    cell(name, key, field, value)(copy)
    report = Package(str(copy / "datapackage.json")).validate()
    assert kind in {error for (error,) in report.flatten(["type"])}


def test_the_command_says_what_there_is() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "exercises.data_checks"], capture_output=True, text=True, check=False, cwd=DATA.parent
    )
    assert run.returncode == 0, run.stdout
    assert "77 cases" in run.stdout


def test_the_command_tells_every_fault_and_fails(copy: Path) -> None:
    cell(CASES, "athens-cerner", "go_live", "soon")(copy)
    cell(CASES, "ctclink", "factors", "magic")(copy)
    code = (
        "import runpy, pathlib; from exercises import library; "
        f"library.DATA = pathlib.Path({str(copy)!r}); runpy.run_module('exercises.data_checks', run_name='__main__')"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=DATA.parent)
    assert run.returncode == 1, run.stdout + run.stderr
    assert f"cases.csv, line {ATHENS}, field 'go_live': got 'soon'" in run.stdout
    assert "'magic'" in run.stdout
