"""Views of the exercises as ipywidgets: the only floor that knows a widget.

Public: `show(exercise_id)`, the one line of a chapter's exercise cell, `show_dossier()`,
that of the page “My dossier”, and `show_group()`, that of the page for a group.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from exercises import load

if TYPE_CHECKING:
    from ipywidgets import VBox

VIEWS = {"pitch-builder": "exercises.widgets.pitch_builder"}
"""Exercises with a view of their own; every other one is drawn by `Form`."""


def show(exercise_id: str) -> VBox:
    """Return the view of one exercise, filled with what the learner answered before."""
    from exercises.widgets.form import Form

    declared = load(exercise_id)
    view: type[Form] = import_module(VIEWS[exercise_id]).View if exercise_id in VIEWS else Form
    return view(declared).root


def show_dossier() -> VBox:
    """Return the view of the whole dossier."""
    from exercises.widgets.my_dossier import MyDossier

    return MyDossier().root


def show_group() -> VBox:
    """Return the view of a group: many dossiers, read from files that stay on this device."""
    from exercises.widgets.group import GroupView

    return GroupView().root


__all__ = ["VIEWS", "show", "show_dossier", "show_group"]
