"""The exercises of the course: rules, views and the learner's dossier.

Floors, each importing only from those below it::

    exercises.widgets     views (the only place that knows ipywidgets)
    exercises.charts      charts for the pages (host only: pandas, Altair)
    exercises.<models>    rules and arithmetic, standard library only
    exercises.library     typed records read from data/

Public: `EXERCISES`, the exercises by id in the order in which the course meets
them, and `load(id)`, which loads one.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exercises.exercise import Exercise

EXERCISES: dict[str, str] = {
    "placement": "exercises.models.placement",
    "my-rollout": "exercises.models.my_rollout",
    "first-line": "exercises.models.first_line",
    "last-in-line": "exercises.models.last_in_line",
    "queue-simulator": "exercises.models.queue_simulator",
    "pledge-converter": "exercises.models.pledge_converter",
    "threat-finder": "exercises.models.threat_finder",
    "signs": "exercises.models.signs",
    "classify-threats": "exercises.models.classify_threats",
    "role-canvas": "exercises.models.role_canvas",
    "swap-test": "exercises.models.swap_test",
    "equity-ledger": "exercises.models.equity_ledger",
    "give-up-list": "exercises.models.give_up_list",
    "pitch-builder": "exercises.models.pitch_builder",
    "score-two": "exercises.models.score_two",
    "two-meter-pitch": "exercises.models.two_meter_pitch",
    "eight-lines": "exercises.models.eight_lines",
    "charter-maker": "exercises.models.charter_maker",
    "messenger-casting": "exercises.models.messenger_casting",
    "proof-picker": "exercises.models.proof_picker",
    "small-effects-lab": "exercises.models.small_effects_lab",
    "statistic-autopsy": "exercises.models.statistic_autopsy",
    "five-reader-test": "exercises.models.five_reader_test",
    "question-ladder": "exercises.models.question_ladder",
    "reflect-a-no": "exercises.models.reflect_a_no",
    "conversation": "exercises.conversation.trainer",
    "response-game": "exercises.models.response_game",
    "sell-fix-or-stop": "exercises.models.sell_fix_or_stop",
    "smile-sheet-trap": "exercises.models.smile_sheet_trap",
    "dip-and-window": "exercises.models.dip_and_window",
    "old-path-retirement": "exercises.models.old_path_retirement",
    "user-risk-register": "exercises.models.user_risk_register",
    "fat-tail-dice": "exercises.models.fat_tail_dice",
    "ethics-court": "exercises.models.ethics_court",
    "capstone": "exercises.models.capstone",
    "pitch-task-a": "exercises.models.pitch_task_a",
    "pitch-task-b": "exercises.models.pitch_task_b",
}
"""Exercise id to the module that declares it (as `EXERCISE`)."""


def load(exercise_id: str) -> Exercise:
    """Return the declaration of one exercise.

    Raises:
        KeyError: no exercise has this id; the message lists those there are.
    """
    if exercise_id not in EXERCISES:
        raise KeyError(f"No exercise '{exercise_id}'. There are: {', '.join(EXERCISES)}.")
    declared: Exercise = import_module(EXERCISES[exercise_id]).EXERCISE
    return declared


__all__ = ["EXERCISES", "load"]
