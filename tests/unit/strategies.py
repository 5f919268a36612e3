"""What learners may type: strategies for hypothesis that several test modules share."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from exercises.exercise import Answer, Exercise, Field

FEW = settings(max_examples=60, deadline=None, database=None)
"""Enough to meet the odd cases, few enough for a short run."""

# Pure chance seldom types what our rules look for, nor what breaks programs.
FRAGMENTS = (
    "", " ", "\n", "…", ",", ".", ";", "?", "“", "'", "<script>alert(1)</script>", "&amp;", "\x00", "\x1b[31m",
    "\u202e", "שלום", "مرحبا ٣", "²", "😀", "👩‍⚕️", "we must", "It is guaranteed", "not", "If", "then", "by",
    "14 May", "31 June", "99.99.2027", "0000-00-00", "the team", "Why are you late?", "Don't you think", "100%",
    "A; 9; 1; yes; 2; no; no\nB; 9; 1; no; 0; no; no",
)  # fmt: skip

TEXTS: st.SearchStrategy[str] = st.one_of(
    st.text(max_size=60),
    st.sampled_from(FRAGMENTS),
    st.lists(st.sampled_from(FRAGMENTS), max_size=8).map(" ".join),
)
"""Any text: noise, one fragment, or a few fragments in a row."""


def answer_to(field: Field) -> st.SearchStrategy[Answer]:
    """Any answer that the view lets a learner give to one field."""
    if field.kind == "yes":
        return st.booleans()
    if field.kind == "number":
        return st.integers(field.lowest, field.highest)
    if field.kind == "choice" and field.options:
        return st.sampled_from([option for option, _ in field.options])
    return TEXTS


def answers_to(exercise: Exercise) -> st.SearchStrategy[dict[str, Answer]]:
    """Any answers to the fields of one exercise, some fields left out."""
    return st.fixed_dictionaries({}, optional={field.name: answer_to(field) for field in exercise.fields})
