"""Who listens and which system: the two choices with which most exercises begin, carried from exercise to exercise."""

from __future__ import annotations

from exercises import library
from exercises.exercise import Answers, Field
from exercises.library import Role, RoleTechnology, Technology
from exercises.text import in_a_sentence

OTHER = "other"
"""The option for a role or a system that the library does not have; the learner's own words stand for it."""


def fields(group: str = "One role, one system", *, first: bool = False) -> tuple[Field, ...]:
    """Role and system, each with room for own words.

    Args:
        group: heading of the four fields.
        first: whether the learner answers here for the first time; anywhere else the
            fields start from what was said in `my-rollout`.
    """
    roles = tuple((r.id, r.name) for r in library.roles().values())
    systems = tuple((t.id, t.name) for t in library.technologies().values())
    return (
        Field("role", "Which role do you want to reach?", "choice", options=(*roles, (OTHER, "Another role")),
              default="field_salesperson", group=group, carries="" if first else "my-rollout/role"),
        Field("role_words", "Which one? A role, no name", only_if=("role", OTHER), placeholder="theatre stage manager",
              group=group, carries="" if first else "my-rollout/role_words"),
        Field("technology", "Which kind of system?", "choice", options=(*systems, (OTHER, "Another kind")),
              default="crm", group=group, carries="" if first else "my-rollout/technology"),
        Field("technology_words", "Which one?", only_if=("technology", OTHER), placeholder="show reports on a shared page",
              group=group, carries="" if first else "my-rollout/technology_words"),
    )  # fmt: skip


def role(answers: Answers) -> Role | None:
    """The chosen role, or None where it is the learner's own."""
    return library.roles().get(str(answers.get("role", "")))


def technology(answers: Answers) -> Technology | None:
    """The chosen kind of system, or None where it is the learner's own."""
    return library.technologies().get(str(answers.get("technology", "")))


def pair(answers: Answers) -> RoleTechnology | None:
    """What the library says of this role with this system, or None where it says nothing."""
    return library.role_technology().get((str(answers.get("role", "")), str(answers.get("technology", ""))))


def role_name(answers: Answers) -> str:
    """The role in words, lower case as in a sentence; “this role” where it is not said."""
    chosen = role(answers)
    name = chosen.name if chosen else " ".join(str(answers.get("role_words", "")).split())
    return in_a_sentence(name) if name else "this role"


def technology_name(answers: Answers) -> str:
    """The system in words; “this system” where it is not said."""
    chosen = technology(answers)
    return chosen.name if chosen else " ".join(str(answers.get("technology_words", "")).split()) or "this system"
