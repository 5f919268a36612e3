"""The libraries in data/ as typed, frozen records.

Each function returns a tuple of records, or a dict of them by id, and reads its
file once, when it is first asked. A bad file raises `LibraryError`, which names
the file, the row, the field, the value and what was expected. All faults of all
files at once: `python -m exercises.data_checks`.

Records that no exercise needs at its start are defined in `plays`, `figures` and
`rollouts`, and imported when they are first read: a record class costs the
reader's browser about two milliseconds.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exercises.library.reading import LibraryError, by_id, from_tables, load_toml, read_csv, read_toml
from exercises.library.records import (
    Criterion,
    Evidence,
    Role,
    RoleTechnology,
    Technology,
    Threat,
    Unit,
)

if TYPE_CHECKING:
    from exercises.library.course import Chapter, ReadingPath, Scene, Way
    from exercises.library.figures import EffectSize, FailureRate, TrainedUnit
    from exercises.library.people import Opponent
    from exercises.library.pitches import RatedPitch
    from exercises.library.plays import Ethics, EthicsTest, GreyCase, Objection, RedLine, Seed, Technique
    from exercises.library.rollouts import Case, CaseFigure, CaseSource, Factor, SystemKind, UkProject

DATA = Path(__file__).resolve().parents[2] / "data"

_READ_LATER = {
    **dict.fromkeys(("Chapter", "ReadingPath", "Scene", "Way"), "course"),
    **dict.fromkeys(("EffectSize", "FailureRate", "TrainedUnit"), "figures"),
    "Opponent": "people",
    "RatedPitch": "pitches",
    **dict.fromkeys(("Ethics", "EthicsTest", "GreyCase", "Objection", "RedLine", "Seed", "Technique"), "plays"),
    **dict.fromkeys(("Case", "CaseFigure", "CaseSource", "Factor", "SystemKind", "UkProject"), "rollouts"),
}


def __getattr__(name: str) -> Any:
    """A record class that is defined in one of the modules that are imported later."""
    if name not in _READ_LATER:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.{_READ_LATER[name]}"), name)


@cache
def roles() -> dict[str, Role]:
    """All roles by id."""
    return by_id("roles.toml", read_toml(DATA / "roles.toml", "role", Role))


@cache
def technologies() -> dict[str, Technology]:
    """All kinds of system by id."""
    return by_id("technologies.toml", read_toml(DATA / "technologies.toml", "technology", Technology))


@cache
def threats() -> dict[str, Threat]:
    """All threats by id."""
    return by_id("threats.toml", read_toml(DATA / "threats.toml", "threat", Threat))


@cache
def seed() -> Seed:
    """The article from which the course grew, which some sources name beside the ledger."""
    from exercises.library.plays import Seed

    return read_toml(DATA / "threats.toml", "seed", Seed)[0]


@cache
def rubric() -> dict[str, Criterion]:
    """The nine criteria of the rubric by id (`C1` to `C9`), in their order."""
    return by_id("rubric.toml", read_toml(DATA / "rubric.toml", "criterion", Criterion))


@cache
def evidence() -> dict[str, Evidence]:
    """All entries of the evidence ledger by id (`E24`)."""
    return by_id("evidence.toml", read_toml(DATA / "evidence.toml", "evidence", Evidence))


@cache
def role_technology() -> dict[tuple[str, str], RoleTechnology]:
    """What a technology means to a role, by (role id, technology id); not every pair is there."""
    records = read_csv(DATA / "role_technology.csv", RoleTechnology)
    return {(record.role, record.technology): record for record in records}


@cache
def last_in_line() -> tuple[Unit, ...]:
    """The made-up rollout queue of eleven units, in the order of the file."""
    return read_csv(DATA / "last_in_line.csv", Unit)


@cache
def techniques() -> dict[str, Technique]:
    """All techniques by id (`T03`)."""
    from exercises.library.plays import Technique

    return by_id("techniques.toml", read_toml(DATA / "techniques.toml", "technique", Technique))


@cache
def objections() -> dict[str, Objection]:
    """All objections by id (`O01`), each with its three answers."""
    from exercises.library.plays import Objection

    return by_id("objections.toml", read_toml(DATA / "objections.toml", "objection", Objection))


@cache
def opponents() -> dict[str, Opponent]:
    """The people of the conversation trainer by id."""
    from exercises.library.people import Opponent

    return by_id("opponents.toml", read_toml(DATA / "opponents.toml", "opponent", Opponent))


@cache
def rated_pitches() -> dict[str, RatedPitch]:
    """The pitches of “score two” by id, in the order of the file."""
    from exercises.library.pitches import RatedPitch

    return by_id("score_two.toml", read_toml(DATA / "score_two.toml", "item", RatedPitch))


@cache
def ethics() -> Ethics:
    """The line between persuasion and manipulation, with tests, red lines and grey cases."""
    from exercises.library.plays import Ethics, EthicsTest, GreyCase, RedLine

    name = "ethics.toml"
    whole = load_toml(DATA / name)
    if not isinstance(whole.get("line"), str):
        raise LibraryError(f"{name}, field 'line': got {whole.get('line')!r}, expected text.")
    return Ethics(
        line=whole["line"],
        tests=by_id(name, from_tables(name, whole, "test", EthicsTest)),
        red_lines=by_id(name, from_tables(name, whole, "red_line", RedLine)),
        grey_cases=by_id(name, from_tables(name, whole, "grey_case", GreyCase)),
    )


@cache
def chapters() -> dict[str, Chapter]:
    """All chapters by id, which is the stem of the notebook, in their order."""
    from exercises.library.course import Chapter

    return by_id("chapters.toml", read_toml(DATA / "chapters.toml", "chapter", Chapter))


@cache
def scenes() -> dict[str, Scene]:
    """The scenes of the placement check by id."""
    from exercises.library.course import Scene

    return by_id("placement.toml", read_toml(DATA / "placement.toml", "scene", Scene))


@cache
def ways() -> dict[str, Way]:
    """What one may do in the scenes of the placement check, by id."""
    from exercises.library.course import Way

    return by_id("placement.toml", read_toml(DATA / "placement.toml", "way", Way))


@cache
def reading_paths() -> dict[str, ReadingPath]:
    """The ways through the book by role in IT, by id."""
    from exercises.library.course import ReadingPath

    return by_id("paths.toml", read_toml(DATA / "paths.toml", "path", ReadingPath))


@cache
def effect_sizes() -> tuple[EffectSize, ...]:
    """Pooled effects, in the order of the file."""
    from exercises.library.figures import EffectSize

    return read_csv(DATA / "effect_sizes.csv", EffectSize)


@cache
def crm_failure_rates() -> tuple[FailureRate, ...]:
    """Published failure rates of CRM projects, oldest first."""
    from exercises.library.figures import FailureRate

    return read_csv(DATA / "crm_failure_rates.csv", FailureRate)


@cache
def training_and_month_six() -> tuple[TrainedUnit, ...]:
    """The made-up units of chapter 11, highest training score first."""
    from exercises.library.figures import TrainedUnit

    return read_csv(DATA / "training_and_month_six.csv", TrainedUnit)


@cache
def cases() -> dict[str, Case]:
    """All rollout cases by id."""
    from exercises.library.rollouts import Case

    return by_id("cases.csv", read_csv(DATA / "cases.csv", Case))


@cache
def case_sources() -> dict[str, tuple[CaseSource, ...]]:
    """The sources of every case, by case id, the main one first."""
    from exercises.library.rollouts import CaseSource

    found: dict[str, tuple[CaseSource, ...]] = {}
    for source in sorted(read_csv(DATA / "case_sources.csv", CaseSource), key=lambda one: one.number):
        found[source.case] = (*found.get(source.case, ()), source)
    return found


@cache
def case_figures() -> dict[str, dict[str, CaseFigure]]:
    """The figures of every case that has some beside its columns: by case id, then by the id of the figure."""
    from exercises.library.rollouts import CaseFigure

    found: dict[str, dict[str, CaseFigure]] = {}
    for figure in read_csv(DATA / "case_figures.csv", CaseFigure):
        found.setdefault(figure.case, {})[figure.id] = figure
    return found


@cache
def factors() -> dict[str, Factor]:
    """The factors in which the cases are coded, by id."""
    from exercises.library.rollouts import Factor

    return by_id("factors.csv", read_csv(DATA / "factors.csv", Factor))


@cache
def system_kinds() -> dict[str, SystemKind]:
    """The kinds of system in the cases, by id."""
    from exercises.library.rollouts import SystemKind

    return by_id("system_kinds.csv", read_csv(DATA / "system_kinds.csv", SystemKind))


@cache
def uk_projects() -> dict[str, UkProject]:
    """The UK government's major projects that stand in both annual returns, by id."""
    from exercises.library.rollouts import UkProject

    return by_id("uk_major_projects.csv", read_csv(DATA / "uk_major_projects.csv", UkProject))


__all__ = [
    "DATA",
    "Case",
    "CaseFigure",
    "CaseSource",
    "Chapter",
    "Criterion",
    "EffectSize",
    "Ethics",
    "EthicsTest",
    "Evidence",
    "Factor",
    "FailureRate",
    "GreyCase",
    "LibraryError",
    "Objection",
    "Opponent",
    "RatedPitch",
    "ReadingPath",
    "RedLine",
    "Role",
    "RoleTechnology",
    "Scene",
    "Seed",
    "SystemKind",
    "Technique",
    "Technology",
    "Threat",
    "TrainedUnit",
    "UkProject",
    "Unit",
    "Way",
    "case_figures",
    "case_sources",
    "cases",
    "chapters",
    "crm_failure_rates",
    "effect_sizes",
    "ethics",
    "evidence",
    "factors",
    "last_in_line",
    "objections",
    "opponents",
    "rated_pitches",
    "reading_paths",
    "role_technology",
    "roles",
    "rubric",
    "scenes",
    "seed",
    "system_kinds",
    "techniques",
    "technologies",
    "threats",
    "training_and_month_six",
    "uk_projects",
    "ways",
]
