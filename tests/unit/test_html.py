"""Feedback, tables and hints as HTML: whatever a learner typed comes out as text."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import get_args

import pytest
from hypothesis import given

from exercises import html, load
from exercises.exercise import Feedback, File, Finding, Mark, Meter, Table, Verdict
from exercises.library import evidence
from tests.unit.strategies import FEW, TEXTS

BAD = '<b onclick="x()">&\'"'
SAFE = "&lt;b onclick=&quot;x()&quot;&gt;&amp;&#x27;&quot;"


def tags(text: str) -> set[str]:
    """The names of all tags in a text."""
    return set(re.findall(r"</?([a-zA-Z][\w-]*)", text))


def test_feedback_is_escaped() -> None:
    given = Feedback(BAD, (Finding("id", "note", BAD, BAD, "E24"),), (Table(BAD, (BAD,), ((BAD,),)),))
    drawn = html.feedback(given)
    assert BAD not in drawn
    # Summary, finding, reason; caption (twice), head and cell of the table.
    assert drawn.count(SAFE) == 7


def test_a_table_is_escaped() -> None:
    drawn = html.table(Table(BAD, (BAD, "b"), ((BAD, BAD), ("c", "d"))))
    assert BAD not in drawn
    assert drawn.count(SAFE) == 5


def test_a_table_names_its_rows_and_columns_and_can_be_scrolled_by_keyboard() -> None:
    drawn = html.table(Table("Caption", ("A", "B"), (("1", "2"), ("3", "4"))))
    assert drawn.count('<th scope="col" role="columnheader">') == 2
    assert drawn.count('<th scope="row" role="rowheader">') == 2
    assert drawn.count('<td role="cell" data-head="B">') == 2
    assert "stack" not in drawn
    assert 'class="stack"' in html.table(Table("Caption", ("A", "B"), (("1", "x" * 41),)))
    assert "<caption>Caption</caption>" in drawn
    assert 'role="region" aria-label="Caption" tabindex="0"' in drawn


def test_a_composed_text_is_escaped() -> None:
    drawn = html.composed(BAD, BAD, BAD)
    assert BAD not in drawn
    assert drawn.count(SAFE) == 2


def test_an_empty_composed_text_says_what_to_do() -> None:
    drawn = html.composed("Your plan", "", BAD)
    assert f"<em>{SAFE}</em>" in drawn
    assert BAD not in drawn


def test_a_hint_is_escaped_and_numbered() -> None:
    drawn = html.hint(2, 4, BAD)
    assert "Hint 2 of 4." in drawn
    assert SAFE in drawn
    assert BAD not in drawn


def test_pairs_are_escaped() -> None:
    assert html.pairs(((BAD, BAD),)) == f"<dl><dt>{SAFE}</dt><dd>{SAFE}</dd></dl>"


def test_the_head_says_title_task_minutes_and_kind_of_numbers() -> None:
    drawn = html.head(replace(load("last-in-line"), title=BAD))
    assert SAFE in drawn
    assert BAD not in drawn
    assert "10 minutes." in drawn
    assert "Numbers: made up." in drawn
    assert "Numbers" not in html.head(load("pledge-converter"))


def test_a_source_is_cited_in_words_with_its_id() -> None:
    drawn = html.feedback(Feedback("x", (Finding("id", "ask", "says", "why", "E24"),)))
    assert f'<cite data-evidence="E24">{evidence()["E24"].short}, E24</cite>' in drawn


def test_no_source_is_no_citation() -> None:
    assert "<cite" not in html.feedback(Feedback("x", (Finding("id", "ask", "says", "why"),)))


@pytest.mark.parametrize("verdict", get_args(Verdict))
def test_a_verdict_is_a_sign_and_a_word(verdict: Verdict) -> None:
    # Never colour alone; the sign is hidden from screen readers, which read the word.
    mark, word = html.MARKS[verdict]
    drawn = html.feedback(Feedback("x", (Finding("id", verdict, "says"),)))
    assert f'aria-hidden="true">{mark}</span> <b>{word}.</b> says' in drawn
    assert f"finding-{verdict}" in drawn


@FEW
@given(text=TEXTS)
def test_no_text_adds_a_tag(text: str) -> None:
    def drawn(words: str) -> str:
        given = Feedback(words, (Finding("id", "ask", words, words, "E24"),), (Table(words, (words,), ((words,),)),))
        return html.feedback(given) + html.composed(words, words or "x", "") + html.hint(1, 2, words)

    # A reason that is empty is left out with its source, so both sides have one.
    assert tags(drawn(text or "x")) == tags(drawn("plain words"))


def test_marks_frame_their_words_and_overlapping_ones_share_a_frame() -> None:
    text = "<b>Yes</b>, at eight you see it, guaranteed."
    marks = (Mark(11, 19, "role", True), Mark(14, 27, "gain", True), Mark(30, 40, "truth", False))
    drawn = html.marked(text, marks)
    assert drawn.count("<mark") == 2
    assert "<small> [role +]</small>" in drawn
    assert 'class="sign hinders">' in drawn
    assert "[truth –]" in drawn
    assert "<b>" not in drawn
    plain = re.sub(r"<small>.*?</small>|<[^>]*>", "", drawn)
    assert unescape(plain) == text


def test_a_meter_says_its_value_in_words_and_a_file_is_a_link_that_asks_nobody() -> None:
    drawn = html.meters((Meter(BAD, 3, 0, 10, "3 of 10"),))
    assert BAD not in drawn
    assert "3 of 10" in drawn
    assert '<meter min="0" max="10" value="3" aria-hidden="true">' in drawn
    drawn = html.files((File("a.csv", "text/csv", b"a,b", BAD),))
    assert BAD not in drawn
    assert 'download="a.csv" href="data:text/csv;base64,YSxi"' in drawn


def test_words_that_look_like_a_name_are_asked_about_and_escaped() -> None:
    assert html.names(()) == ""
    assert SAFE in html.names((BAD,))
