"""A made-up group: dossiers that nobody wrote, to see the view before a workshop, and to test it with.

Everything is drawn by lot from what the exercises declare, so the figures mean nothing. The same
number always gives the same files.
"""

from __future__ import annotations

import json
from random import Random

from exercises import EXERCISES, library, load
from exercises.dossier.store import FORMAT, VERSION, Kept
from exercises.exercise import Answer
from exercises.models.likely_threats import MOST, likely
from exercises.pitch import compose
from exercises.quiz import quiz, quizzes

OWN = ("my-rollout", "first-line", "last-in-line", "pledge-converter", "threat-finder", "pitch-builder")
"""Exercises whose answers are made here; the others take a worked example with gaps, or an expected mistake."""

_PLACES = "north south east west harbour airport main-street old-town hill river".split()
_PAIRS = (("field_salesperson", "crm"), ("nurse", "ehr"), ("warehouse_supervisor", "erp"))


def made_up_files(count: int = 12, first: int = 1) -> tuple[tuple[str, bytes], ...]:
    """Files as learners would hand them in: names and bytes."""
    return tuple(
        (f"dossier-{number:03}.json", as_file(made_up_dossier(number))) for number in range(first, first + count)
    )


def as_file(kept: Kept) -> bytes:
    """A dossier as the page saves it."""
    return json.dumps({"format": FORMAT, "version": VERSION, "exercises": kept}).encode()


def made_up_dossier(number: int) -> Kept:
    """The answers of one made-up learner."""
    lot = Random(number)
    role, technology = lot.choice(_PAIRS)
    listener: dict[str, Answer] = {"role": role, "technology": technology}
    where = f"{lot.choice(_PLACES)} {number}"
    kept: Kept = {
        "my-rollout": {**listener, "system": f"the new system for site {where}", "open": f"The week in which site {where} starts."},
        "first-line": {"line": str(lot.choice(load("first-line").mistakes[1:-2]).answers["line"])},
        "last-in-line": _queue(lot, where),
        "pledge-converter": _plan(lot, where),
        "threat-finder": {**listener, **_threats(lot, listener, where)},
        "pitch-builder": {**listener, **_pitch(lot, where)},
    }  # fmt: skip
    if lot.random() < 0.8:
        order = lot.choice((("before", "after"), ("after", "before")))
        for letter, when in zip("ab", order, strict=True):
            kept[f"pitch-task-{letter}"] = {"text": compose(_pitch(lot, where)), "when": when}
    for name in EXERCISES:
        if name not in OWN and not name.startswith("pitch-task") and lot.random() < 0.5:
            kept[name] = _answers(lot, name)
    for name in quizzes():
        if lot.random() < 0.6:
            kept[f"quiz-{name}"] = _quiz(lot, name)
    return kept


def _queue(lot: Random, where: str) -> dict[str, Answer]:
    lines = []
    for unit in range(1, lot.randint(3, 8)):
        ready = [lot.random() < 0.35 for _ in range(4)]
        pledge = lot.choice((4, 6, 8, 8, 9, 10, 10))
        yes = ["yes" if one else "no" for one in ready]
        lines.append(f"Unit {unit} {where}; {pledge}; {unit}; {yes[0]}; {2 if ready[1] else 0}; {yes[2]}; {yes[3]}")
    asked = f"What would unit 1 of site {where} need to start with {lot.randint(2, 9)} users?"
    return {"queue": "own", "own_queue": "\n".join(lines), "guess": 3, "unit": "Unit 1", "question": asked}


def _plan(lot: Random, where: str) -> dict[str, Answer]:
    whole: dict[str, Answer] = {
        "pledge": f"Site {where} is fully committed.", "cue": f"After the close of month {lot.randint(1, 12)}",
        "action": f"load the first {lot.randint(3, 20)} records of site {where}", "owner": "the team lead", "date": "14 May",
    }  # fmt: skip
    return {name: answer for name, answer in whole.items() if lot.random() < 0.8}


def _threats(lot: Random, listener: dict[str, Answer], where: str) -> dict[str, Answer]:
    made: dict[str, Answer] = {}
    found = [*likely(listener)[0], *library.threats()]
    for number in range(1, lot.randint(1, MOST) + 1):
        threat = library.threats()[found[number - 1] if lot.random() < 0.7 else lot.choice(found)]
        row = f"threat_{number}_"
        made[f"{row}threat"] = threat.id
        made[f"{row}mark"] = lot.choice(("for", "against", "ask", "ask", ""))
        made[f"{row}for"] = f"At site {where}, {lot.randint(1, 5)} of {lot.randint(6, 12)} said so last week."
        made[f"{row}against"] = f"Somebody at site {where} asked for it in month {lot.randint(1, 12)}."
        made[f"{row}question"] = lot.choice(threat.questions)
    return made


def _pitch(lot: Random, where: str) -> dict[str, Answer]:
    blocks = ("moment", "before", "after", "fear", "safeguard", "proof", "cost", "choice", "step")
    example = load("pitch-builder").example.answers
    keep = 0.3 + 0.7 * lot.random()
    made: dict[str, Answer] = {name: example[name] for name in blocks if lot.random() < keep}
    made["moment"] = (
        f"On your round through site {where} you stop {lot.randint(2, 9)} times to write a number on paper."
    )
    return made


def _answers(lot: Random, name: str) -> dict[str, Answer]:
    declared = load(name)
    if lot.random() < 0.4:
        return dict(lot.choice(declared.mistakes).answers)
    return {field: answer for field, answer in declared.example.answers.items() if lot.random() < 0.8}


def _quiz(lot: Random, name: str) -> dict[str, Answer]:
    made: dict[str, Answer] = {}
    for item in quiz(name).items:
        right = [option.id for option in item.options if option.right]
        hard = 0.15 + len(item.id) % 5 / 8  # so that some items are harder than others
        if item.options:
            made[item.id] = " ".join(right) if lot.random() > hard else lot.choice(item.options).id
    return made
