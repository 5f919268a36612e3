"""Every exercise keeps what it declares: its example, its mistakes, and a check that answers anything."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import EXERCISES, load
from exercises.exercise import Example, Exercise, ExerciseError, Feedback, Field, Mistake
from exercises.library import evidence
from tests.unit.strategies import FEW, answers_to

ALL = tuple(load(exercise_id) for exercise_id in EXERCISES)
MISTAKES = [(exercise, mistake) for exercise in ALL for mistake in exercise.mistakes]

each_exercise = pytest.mark.parametrize("exercise", ALL, ids=lambda exercise: exercise.id)
each_mistake = pytest.mark.parametrize(
    ("exercise", "mistake"), MISTAKES, ids=[f"{exercise.id}: {mistake.name}" for exercise, mistake in MISTAKES]
)


def test_there_are_at_least_four_exercises() -> None:
    assert len(ALL) >= 4


def test_at_least_twenty_mistakes_are_anticipated() -> None:
    assert len(MISTAKES) >= 20


def test_an_unknown_exercise_is_refused_with_the_ids_there_are() -> None:
    with pytest.raises(KeyError, match=r"no-such-thing.*first-line"):
        load("no-such-thing")


@each_exercise
def test_the_id_in_the_register_is_the_declared_one(exercise: Exercise) -> None:
    assert load(exercise.id) is exercise


@each_exercise
def test_the_worked_example_gives_its_declared_findings(exercise: Exercise) -> None:
    assert exercise.check(exercise.answers(exercise.example.answers)).ids == exercise.example.finds


@each_exercise
def test_the_worked_example_is_never_asked_to_change(exercise: Exercise) -> None:
    given = exercise.check(exercise.answers(exercise.example.answers))
    assert [finding for finding in given.findings if finding.verdict == "change"] == []


@each_mistake
def test_an_anticipated_mistake_gives_its_declared_findings(exercise: Exercise, mistake: Mistake) -> None:
    assert exercise.check(exercise.answers(mistake.answers)).ids == mistake.finds


@each_exercise
def test_declared_answers_fit_their_fields(exercise: Exercise) -> None:
    # `answers` replaces an answer that does not fit by the start answer, without a word.
    fields = {field.name: field for field in exercise.fields}
    for declared in (exercise.example.answers, *(mistake.answers for mistake in exercise.mistakes)):
        misfits = {name: answer for name, answer in declared.items() if not fields[name].accepts(answer)}
        assert misfits == {}


@each_exercise
def test_the_last_hint_is_the_worked_solution(exercise: Exercise) -> None:
    assert exercise.hints[-1].startswith("Worked solution:")


@each_exercise
def test_sources_and_fields_of_findings_exist(exercise: Exercise) -> None:
    for declared in (exercise.example.answers, *(mistake.answers for mistake in exercise.mistakes)):
        assert_feedback_holds(exercise, exercise.check(exercise.answers(declared)))


@each_exercise
@FEW
@given(data=st.data())
def test_the_check_answers_anything(exercise: Exercise, data: st.DataObject) -> None:
    given = exercise.check(exercise.answers(data.draw(answers_to(exercise))))
    assert_feedback_holds(exercise, given)


@pytest.mark.parametrize("exercise", [e for e in ALL if e.live], ids=lambda exercise: exercise.id)
@FEW
@given(data=st.data())
def test_what_grows_while_typing_answers_anything(exercise: Exercise, data: st.DataObject) -> None:
    assert exercise.live is not None
    grown = exercise.live(exercise.answers(data.draw(answers_to(exercise))))
    if isinstance(grown, Feedback):
        assert_feedback_holds(exercise, grown)
    else:
        assert isinstance(grown, str)


def assert_feedback_holds(exercise: Exercise, given: Feedback) -> None:
    """What is true of every feedback, whatever was answered."""
    assert isinstance(given, Feedback)
    assert given.summary.strip()
    names = {field.name for field in exercise.fields}
    for finding in given.findings:
        assert finding.says.strip()
        assert finding.field in names | {""}
        assert finding.source in evidence().keys() | {""}
        # The view shows a source behind its reason only.
        assert finding.why or not finding.source, f"{finding.id} has a source but no reason to show it with"


REAL = load("pledge-converter")
LINE = REAL.fields[0]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"id": "Pledge Converter"}, "kebab-case"),
        ({"title": " "}, "title"),
        ({"task": ""}, "one sentence"),
        ({"task": "Write a plan. Read it aloud."}, "one sentence"),
        ({"task": "Write a plan"}, "one sentence"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 61}, "minutes"),
        ({"fields": ()}, "no fields"),
        ({"fields": (*REAL.fields, LINE)}, "share a name"),
        ({"fields": (*REAL.fields, Field("Cue-2", "Label"))}, "snake_case"),
        ({"fields": (*REAL.fields, Field("cue_2", " "))}, "label"),
        ({"hints": ()}, "hints"),
        ({"hints": REAL.hints[:1]}, "hints"),
        ({"mistakes": ()}, "mistake"),
        ({"live_label": ""}, "live"),
        ({"live": None}, "live"),
        ({"live_after": "nowhere"}, "live_after"),
        ({"live_after": "cue", "live": None, "live_label": ""}, "live_after"),
        ({"example": Example({"nowhere": "x"}, ())}, "the example"),
        ({"mistakes": (Mistake("a slip", {"nowhere": "x"}, ()),)}, "a slip"),
    ],
)
def test_an_exercise_cannot_be_declared_incomplete(change: dict[str, Any], fault: str) -> None:
    with pytest.raises(ExerciseError) as refused:
        replace(REAL, **change)
    assert f"'{change.get('id', REAL.id)}'" in str(refused.value)
    assert fault in str(refused.value)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        (Field("a", "A", "number", highest=9), 10),
        (Field("a", "A", "number", highest=9), -1),
        (Field("a", "A", "number", highest=9), True),
        (Field("a", "A", "number", highest=9), "3"),
        (Field("a", "A", "yes"), 1),
        (Field("a", "A", "choice", options=(("x", "X"),)), "y"),
        (Field("a", "A", "line"), 3),
        (Field("a", "A", "text"), None),
        (Field("a", "A", "text"), ["x"]),
    ],
)
def test_an_answer_that_does_not_fit_leaves_the_field_at_its_start(field: Field, wrong: object) -> None:
    exercise = replace(REAL, fields=(field,), example=Example({}, ()), mistakes=(Mistake("none", {}, ()),))
    assert exercise.answers({"a": wrong}) == {"a": field.start}
