"""Reflect a no: what takes up a line, and what argues, solves, soothes or judges."""

from __future__ import annotations

import pytest

from exercises.models.reflect_a_no import EXERCISE, LINES, check


def found(line: str, text: str) -> list[str]:
    """Kinds of what is said about one answer."""
    given = check(EXERCISE.answers({line: text})).findings
    return [one.id.removeprefix(f"{line}-") for one in given if one.field == line]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("decided", "You feel that you were not heard."),
        ("decided", "It seems we are asking you after the fact."),
        ("decided", "You would have liked to be asked earlier."),
        ("decided", "You feel the meeting is theatre."),
        ("time", "So it's the timing that is the problem?"),
        ("decided", "You would rather not, but you see no way to stop it."),
        ("decided", "I can see that for you it's done."),
        ("before", "You expect the same to happen to this one."),
        ("before", "You got burned."),
        ("before", "You worked with it, it was taken away, and you never heard why."),
        ("time", "You're four doing the work of six, and payday is near."),
        ("time", "It's too much right now."),
        ("time", "You are wondering how this is supposed to fit in."),
    ],
)
def test_own_words_that_take_it_up_are_seen(line: str, text: str) -> None:
    assert found(line, text) == ["takes-up"]


@pytest.mark.parametrize(
    ("line", "text", "kind"),
    [
        ("decided", "You have decided anyway.", "parrots"),
        ("time", "I have four people for the work of six.", "parrots"),
        ("decided", "It feels settled, but we did ask you.", "argues"),
        ("decided", "Actually nothing is decided yet.", "argues"),
        ("time", "You are short, so we can send two temps.", "solves"),
        ("time", "Let's look for an hour on Friday.", "solves"),
        ("before", "Don't worry, it won't happen again.", "soothes"),
        ("before", "You should not be so negative about the last one.", "judges"),
        ("decided", "Why do you think that it is settled?", "why"),
        ("time", "I completely understand.", "says-so"),
        ("time", "You must be exhausted.", "feeling"),
        ("time", "Then when would suit you?", "asks-first"),
        ("time", "yes but when?", "asks-first"),
        ("before", "The vendor is another one this year.", "elsewhere"),
        ("before", "כן", "unread"),
    ],
)
def test_something_else_is_named(line: str, text: str, kind: str) -> None:
    assert kind in found(line, text)
    assert "takes-up" not in found(line, text)


def test_every_way_that_we_show_passes_our_own_check() -> None:
    assert [found(line.id, line.back) for line in LINES] == [["takes-up"]] * 3


def test_a_way_is_shown_only_for_a_line_that_was_tried() -> None:
    (table,) = check(EXERCISE.answers({"time": "You have no time."})).tables
    assert [row[0] for row in table.rows] == [LINES[2].says]
    assert check(EXERCISE.answers({})).tables == ()


def test_what_is_quoted_is_theirs_and_judges_nobody() -> None:
    assert found("before", "“Don't worry”, they said the last time, and then it was gone.") == ["takes-up"]
