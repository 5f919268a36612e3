"""The floors of exercises/: who may import whom, read from the source without running it."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

from exercises import EXERCISES
from exercises.widgets import VIEWS

HOUSE = Path(__file__).parents[2] / "exercises"
MODULES = {path.relative_to(HOUSE.parent).as_posix(): path for path in sorted(HOUSE.rglob("*.py"))}

# Used at build time only; they never reach the reader's browser.
HOST_ONLY = {"exercises/cases.py", "exercises/charts.py", "exercises/case_charts.py", "exercises/group_charts.py"}
RULES = [name for name in MODULES if not name.startswith("exercises/widgets/") and name not in HOST_ONLY]

# Run from the command line, so they may print.
COMMANDS = {"exercises/data_checks/__main__.py"}

each_module = pytest.mark.parametrize("name", MODULES)
each_rule = pytest.mark.parametrize("name", RULES)


def tree(name: str) -> ast.Module:
    """The syntax tree of one module."""
    return ast.parse(MODULES[name].read_text(encoding="utf-8"))


def imports(name: str) -> set[str]:
    """Full names of all that a module imports, wherever in it the import stands."""
    found: set[str] = set()
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relatively; full names show the floor"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def is_of(imported: str, package: str) -> bool:
    """Whether an imported name is a package or lies in it."""
    return imported == package or imported.startswith(f"{package}.")


def of_the_host(imported: str) -> bool:
    """Whether an imported name is a module that only the host has, or lies in one."""
    return any(is_of(imported, name.removesuffix(".py").replace("/", ".")) for name in HOST_ONLY)


def test_all_modules_are_looked_at() -> None:
    # Were the walk to find nothing, every other test here would pass.
    print(f"{len(MODULES)} modules looked at, {len(RULES)} of them rules.")
    assert len(MODULES) >= 12
    assert len(RULES) >= 12
    assert set(MODULES) >= HOST_ONLY | COMMANDS


@each_rule
def test_rules_import_the_standard_library_and_exercises_only(name: str) -> None:
    roots = {imported.split(".")[0] for imported in imports(name)}
    assert roots - sys.stdlib_module_names - {"exercises"} == set()


@each_rule
def test_rules_know_neither_views_nor_what_the_host_draws(name: str) -> None:
    above = [one for one in imports(name) if is_of(one, "exercises.widgets") or of_the_host(one)]
    assert above == []


@each_module
def test_only_views_know_widgets(name: str) -> None:
    if not name.startswith("exercises/widgets/"):
        assert [one for one in imports(name) if is_of(one, "ipywidgets")] == []


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("exercises/widgets/")])
def test_views_know_nothing_of_the_host(name: str) -> None:
    # Charts and frames bring pandas and Altair, which the reader's browser does not have.
    assert {one.split(".")[0] for one in imports(name)} & {"pandas", "altair"} == set()
    assert [one for one in imports(name) if of_the_host(one)] == []


GROUND = ("exercises.exercise", "exercises.fields", "exercises.feedback", "exercises.talk", "exercises.text")
"""What every exercise is made of; it knows no exercise and no data."""


def test_the_ground_floor_stands_on_itself_only() -> None:
    modules = [name for name in MODULES if name.removesuffix(".py").replace("/", ".").startswith(GROUND)]
    assert len(modules) >= 8
    for name in modules:
        own = [one for one in imports(name) if is_of(one, "exercises")]
        assert [one for one in own if not one.startswith(GROUND)] == [], name


def test_the_library_stands_on_itself_only() -> None:
    modules = [name for name in MODULES if name.startswith("exercises/library/")]
    assert len(modules) >= 5
    for name in modules:
        own = [one for one in imports(name) if is_of(one, "exercises")]
        assert [one for one in own if not is_of(one, "exercises.library")] == []


def test_the_checks_of_the_data_know_the_library_only() -> None:
    for name in (one for one in MODULES if one.startswith("exercises/data_checks/")):
        own = [one for one in imports(name) if is_of(one, "exercises") and one != "exercises.library"]
        assert [one for one in own if not one.startswith(("exercises.library.", "exercises.data_checks."))] == []


def test_the_pitch_knows_no_exercise() -> None:
    for name in (one for one in MODULES if one.startswith("exercises/pitch/")):
        below = ("exercises.pitch", "exercises.library", "exercises.text")
        own = [one for one in imports(name) if is_of(one, "exercises")]
        assert [one for one in own if one != "exercises.library" and not one.startswith(below)] == []


@pytest.mark.parametrize("name", [name for name in MODULES if name not in COMMANDS])
def test_nothing_prints(name: str) -> None:
    calls = [node.func for node in ast.walk(tree(name)) if isinstance(node, ast.Call)]
    assert [call.lineno for call in calls if isinstance(call, ast.Name) and call.id == "print"] == []


@each_module
def test_dates_are_written_as_every_system_can(name: str) -> None:
    # "%-d" is known to Linux and macOS; on Windows it raises "Invalid format string".
    texts = [node for node in ast.walk(tree(name)) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert [text.lineno for text in texts if re.search(r"%[-#][a-zA-Z]", str(text.value))] == []


def test_registers_name_modules_that_exist() -> None:
    for module in (*EXERCISES.values(), *VIEWS.values()):
        assert f"{module.replace('.', '/')}.py" in MODULES
    assert set(VIEWS) <= set(EXERCISES)


def test_every_package_is_installed() -> None:
    said = tomllib.loads((HOUSE.parent / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"][
        "packages"
    ]
    there = {path.parent.relative_to(HOUSE.parent).as_posix().replace("/", ".") for path in HOUSE.rglob("__init__.py")}
    assert set(said) == there | {"selling_it_book"}
    assert len(there) >= 9
