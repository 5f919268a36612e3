"""The two pitch tasks: alike in all that can be counted, and silent about what was written."""

from __future__ import annotations

from dataclasses import asdict

import pytest
import textstat
from hypothesis import given
from hypothesis import strategies as st

from exercises import load
from exercises.exercise import Exercise
from exercises.library.tasks import LABELS, pitch_tasks
from exercises.text import words

TASKS = [load("pitch-task-a"), load("pitch-task-b")]
A, B = pitch_tasks().values()

each_task = pytest.mark.parametrize("task", TASKS, ids=lambda task: task.id)

GOOD = "Before each round you ring the works office. On the phone you send it from the spot; ask the caretaker of the North School."
BAD = "Our powerful platform is guaranteed to give management full transparency, and all users must comply or they are reported by this Friday at once."


def test_both_sheets_hold_the_same_kinds_of_facts_at_the_same_length() -> None:
    assert [label for label, _ in A.facts] == [label for label, _ in B.facts] == list(LABELS.values())
    assert len(A.facts) == 13
    texts = [" ".join(text for _, text in task.facts) for task in (A, B)]
    lengths = [len(text.split()) for text in texts]
    grades = [textstat.flesch_kincaid_grade(text) for text in texts]
    print(f"words {lengths}, reading grades {[round(grade, 1) for grade in grades]}")
    assert abs(lengths[0] - lengths[1]) <= 0.05 * lengths[0]
    assert abs(grades[0] - grades[1]) <= 1
    for (label, a), (_, b) in zip(A.facts, B.facts, strict=True):
        assert abs(len(a.split()) - len(b.split())) <= 8, label


def test_the_sheets_share_no_fact() -> None:
    assert set(asdict(A).values()) & set(asdict(B).values()) == set()
    assert A.sheet.startswith("**Sheet A** (made up)")
    assert all(text in A.sheet for _, text in A.facts)


def test_both_exercises_are_alike_but_for_their_letter() -> None:
    a, b = ({**vars_of(task)} for task in TASKS)
    assert a == b
    assert TASKS[0].minutes == TASKS[1].minutes == 15


def vars_of(task: Exercise) -> dict[str, object]:
    """What a learner sees of a task, with the letter taken out."""
    letter = task.id[-1].upper()
    shown = (task.title, task.task, *task.hints, *(f"{f.name} {f.label} {f.help}" for f in task.fields))
    return {
        str(n): text.replace(f"task {letter}", "task").replace(f"sheet {letter}", "sheet")
        for n, text in enumerate(shown)
    }


@each_task
def test_it_keeps_its_text_in_the_field_that_the_group_view_reads(task: Exercise) -> None:
    assert [field.name for field in task.fields] == ["text", "when"]
    assert task.part == "", "the text belongs to no document that others read"


@each_task
def test_a_good_and_a_bad_pitch_of_one_length_are_told_the_same(task: Exercise) -> None:
    assert len(words(GOOD)) == len(words(BAD)) >= 20
    good, bad = (task.check(task.answers({"text": text, "when": "before"})) for text in (GOOD, BAD))
    assert good == bad
    assert good.ids == ("task-kept", "task-length")


@each_task
@given(text=st.text(max_size=400), when=st.sampled_from(["", "before", "after"]))
def test_feedback_depends_on_the_number_of_words_alone(task: Exercise, text: str, when: str) -> None:
    count = len(words(text))
    said = task.check(task.answers({"text": text, "when": when}))
    assert said == task.check(task.answers({"text": "word " * count, "when": when}))
    assert not said.tables
    assert not said.meters
    assert not said.marked
    assert {finding.verdict for finding in said.findings} <= {"note", "ask"}


@each_task
def test_words_are_counted_while_typing(task: Exercise) -> None:
    assert task.live is not None
    assert task.live(task.answers({"text": "three little words"})) == "3 words; the task asks for 90 to 130."
    assert task.live(task.answers({})) == ""


def test_the_example_is_no_pitch() -> None:
    text = str(TASKS[0].example.answers["text"])
    assert 90 <= len(words(text)) <= 130
    assert "It is no pitch" in text
    facts = {word for _, fact in (*A.facts, *B.facts) for word in words(fact) if len(word) > 7}
    assert not facts & set(words(text)) - {"anything", "somebody"}
