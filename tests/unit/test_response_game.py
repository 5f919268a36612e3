"""Response game: eight weeks whatever is chosen, meters in range, every ending reached, rules as shown."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import library
from exercises.exercise import Answer
from exercises.library import LibraryError
from exercises.models import response_rules as rules
from exercises.models.response_game import _ENDINGS, EXERCISE, NAMES, check, rules_table, rules_text, turn
from exercises.models.response_rules import EFFECT, HIGHEST, HOURS, KINDS, RESPONSES, WEEKS, play
from exercises.talk import write_moves
from tests.unit.strategies import FEW, TEXTS

GUESSED: dict[str, Answer] = {f"predict_{one}": "same" for one in RESPONSES}
MOVES = st.lists(st.one_of(st.sampled_from(RESPONSES), TEXTS), max_size=14)


def answers(*moves: str) -> dict[str, Answer]:
    """Answers with guesses and these moves."""
    return EXERCISE.answers({**GUESSED, "moves": write_moves(list(moves))})


@cache
def every_path() -> dict[tuple[str, ...], str]:
    """Every sequence of responses that can be chosen to the end, and its ending."""
    found: dict[tuple[str, ...], str] = {}

    def walk(path: tuple[str, ...]) -> None:
        state = play(path)
        if state.now is None:
            found[path] = state.ending
            return
        for one in RESPONSES:
            if one != "act" or state.can_act:
                walk((*path, one))

    walk(())
    return found


def test_every_path_ends_after_eight_weeks_and_every_ending_is_reached() -> None:
    assert {len(path) for path in every_path()} == {WEEKS}
    endings = Counter(every_path().values())
    assert set(endings) == set(_ENDINGS)
    assert sum(endings.values()) > 50_000
    assert min(endings.values()) > 1_000, endings


@FEW
@given(moves=MOVES)
def test_any_moves_leave_the_meters_in_range(moves: list[str]) -> None:
    for end in range(len(moves) + 1):
        shown = turn(answers(*moves[:end]))
        for meter in shown.meters:
            assert meter.lowest <= meter.value <= meter.highest
        state = play(moves[:end])
        assert len(state.weeks) <= WEEKS
        assert bool(shown.options) == (state.now is not None)
        assert 0 <= state.lying <= len(state.weeks)


@FEW
@given(moves=MOVES)
def test_taking_back_the_last_response_leads_to_where_it_was(moves: list[str]) -> None:
    whole, before = play(moves), play(moves[:-1])
    assert whole.weeks[: len(before.weeks)] == before.weeks


def test_what_is_offered_can_be_done_and_moves_the_game_on() -> None:
    looked_at = 0
    for path in list(every_path())[::997]:
        for end in range(WEEKS):
            for move, _ in turn(answers(*path[:end])).options:
                assert len(play([*path[:end], move]).weeks) == end + 1
                looked_at += 1
    assert looked_at > 1_000


def test_the_game_waits_for_the_four_guesses() -> None:
    assert turn(EXERCISE.answers({})).options == ()
    assert len(turn(EXERCISE.answers(GUESSED)).options) == len(RESPONSES)


def test_a_fault_that_is_pressed_on_comes_back_the_next_week_and_bigger() -> None:
    first, second = play(["press", "act"]).weeks
    assert (first.open.report.id, second.open.report.id) == ("split", "split")
    assert second.open.hours == 12 > first.open.hours
    assert rules.effect(second.open, "press") > rules.effect(first.open, "press")


@pytest.mark.parametrize(("response", "week"), [("press", 2), ("ignore", 3), ("acknowledge", 4)])
def test_a_fault_comes_back_when_the_rules_say_so(response: str, week: int) -> None:
    state = play([response, "acknowledge", "acknowledge", "acknowledge"])
    assert [one.number for one in state.weeks if one.open.report.id == "split"][1] == week


def test_a_fault_comes_back_twice_and_then_no_more() -> None:
    times = Counter(week.open.report.id for week in play(["press"] * WEEKS).weeks)
    assert times["split"] == 1 + rules.RETURNS


def test_what_was_fixed_does_not_come_back() -> None:
    for path in list(every_path())[::499]:
        fixed: set[str] = set()
        for week in play(path).weeks:
            assert week.open.report.id not in fixed
            if week.response == "act":
                fixed.add(week.open.report.id)


def test_a_reasonable_path_ends_well_in_more_than_one_way() -> None:
    wise = play(["act", "acknowledge", "act", "act", "act", "act", "acknowledge", "act"])
    busy = play(["act"] * 7 + ["acknowledge"])
    assert (wise.ending, wise.fixed) == ("together", rules.faults())
    assert (busy.ending, busy.fixed) == ("together", rules.faults() - 1)
    assert not play(["act"] * 7).can_act


def test_different_paths_read_differently() -> None:
    words = {one: " ".join(line.words for line in turn(answers(*[one] * WEEKS)).lines) for one in RESPONSES}
    assert len(set(words.values())) == len(RESPONSES)
    assert "works council" in words["press"]
    assert "works council" not in words["acknowledge"]


def test_the_rules_that_are_shown_are_those_that_are_played() -> None:
    table = rules_table()
    for row, response in zip(table.rows, RESPONSES, strict=True):
        assert row[0] == NAMES[response]
        assert [int(cell.replace("−", "-")) for cell in row[1:4]] == [EFFECT[kind][response] for kind in KINDS]
        assert (row[4] == "no") == (response not in rules.RETURNS_AFTER)
        if response in rules.RETURNS_AFTER:
            assert row[4].startswith(f"after {rules.RETURNS_AFTER[response]} week")
    text = rules_text()
    for figure in (HIGHEST, rules.START, HOURS, rules.RETURNS, rules.MORE_HOURS, rules.LOUD_FROM, rules.TOGETHER_FROM):
        assert f" {figure}" in text
    assert rules_text() in EXERCISE.hints
    assert table in check(answers("act")).tables


@pytest.mark.parametrize(
    ("guess", "says"),
    [({}, "guess-differs"), ({"predict_ignore": "more", "predict_act": "less", "predict_press": "more"}, "guess-same")],
)
def test_the_guesses_are_compared_and_no_effect_is_claimed(guess: dict[str, Answer], says: str) -> None:
    given = check(EXERCISE.answers({**GUESSED, **guess, "moves": write_moves(["act"])}))
    (finding,) = [one for one in given.findings if one.id.startswith("guess-")]
    assert finding.id == says
    assert finding.source == "E05"
    assert "could not confirm" in finding.why
    assert library.evidence()["E05"].unconfirmed


def test_thanking_without_the_hours_is_not_held_against_anybody() -> None:
    assert "acknowledge-right" not in check(answers(*["act"] * 7, "acknowledge")).ids


@pytest.mark.parametrize(
    ("from_", "to", "expected"),
    [
        ('kind = "fault"', 'kind = "bug"', "'kind'"),
        ("hours = 8", "hours = 0", "'kind'"),
        ("hours = 8", 'hours = "many"', "'hours'"),
        ("hours = 8", "hours = -8", "'hours'"),
        ("hours = 8", "hours = true", "'hours'"),
        ('id = "position"', 'id = "split"', "own id"),
        ('matter = "Split', 'matters = "Split', "'matters'"),
    ],
)
def test_a_broken_file_is_refused(
    from_: str, to: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = (library.DATA / "games" / "response_game.toml").read_text(encoding="utf-8")
    assert from_ in whole
    (tmp_path / "games").mkdir()
    (tmp_path / "games" / "response_game.toml").write_text(whole.replace(from_, to, 1), encoding="utf-8")
    monkeypatch.setattr(library, "DATA", tmp_path)
    with pytest.raises(LibraryError, match=expected):
        rules.reports.__wrapped__()


def test_what_was_wrong_is_told_once() -> None:
    given = check(answers("act", "act", "ignore", "act", "press", "acknowledge", "act", "act"))
    right = [one for one in given.findings if one.id in ("press-right", "ignore-right", "acknowledge-right")]
    assert len(right) == 3
    assert sum("The same one again." in one.says for one in right) == 2
