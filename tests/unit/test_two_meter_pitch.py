"""Two meters that move apart: a gain moves one, a safeguard the other, by rules that are shown."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import load
from exercises.models.two_meter_pitch import check, live, written
from exercises.models.two_meters import PARTS, PULL_STARTS, RULES, THREAT_STARTS, TOP, levels, moves
from tests.unit.strategies import FEW, TEXTS, answers_to

EXERCISE = load("two-meter-pitch")
SIGNED = "After 30 days it is deleted; the service director has signed that until 30 June."


def answers(**given: Any) -> dict[str, Any]:
    return EXERCISE.answers(given)


def test_before_a_word_is_said_the_meters_stand_where_they_begin() -> None:
    assert levels(answers()) == (PULL_STARTS, THREAT_STARTS)
    assert live(answers()) == ""


@FEW
@given(pull=st.one_of(TEXTS, st.sampled_from(["You see it first.", "It saves you an hour.", "It boosts efficiency."])))
def test_a_gain_alone_never_lowers_the_threat(pull: str) -> None:
    assert levels(answers(pull=pull))[1] >= THREAT_STARTS


@pytest.mark.parametrize("part", [name for name in PARTS if name != "pull"])
@FEW
@given(text=TEXTS)
def test_what_is_said_of_the_fear_never_moves_the_pull(part: str, text: str) -> None:
    assert levels(answers(**{part: text}))[0] == PULL_STARTS


@FEW
@given(data=st.data())
def test_meters_stay_in_range_and_every_move_says_why(data: st.DataObject) -> None:
    whole = answers(**data.draw(answers_to(EXERCISE)))
    assert all(0 <= value <= TOP for value in levels(whole))
    assert all(one.rule in RULES and one.part in PARTS for one in moves(whole))


@pytest.mark.parametrize(
    ("safeguard", "agreed", "threat"),
    [
        (SIGNED, "signed", -4),
        ("The service director has signed that it is deleted.", "signed", -2),
        ("After 30 days it is deleted, until 30 June.", "signed", -1),
        ("It is deleted.", "signed", 0),
        (SIGNED, "asked", 1),
        (SIGNED, "none", 1),
        ("There is nothing to worry about.", "", 2),
        ("Nobody will lose a job.", "", 2),
    ],
)
def test_a_safeguard_weighs_what_stands_behind_it(safeguard: str, agreed: str, threat: int) -> None:
    assert levels(answers(safeguard=safeguard, agreed=agreed)) == (PULL_STARTS, THREAT_STARTS + threat)


def test_a_rule_that_is_signed_is_no_denial() -> None:
    text = "Nobody will look at single vans; the director has signed that until 30 June."
    assert "denial" not in check(answers(fear="They see my van.", safeguard=text, agreed="signed")).ids
    assert "denial" in check(answers(fear="They see my van.", true_part="Nobody will look at single vans.")).ids


def test_a_fear_in_quotation_marks_may_use_any_words() -> None:
    assert not {"denial", "empty-comfort"} & set(
        check(answers(fear="“Nothing to worry about”, they said last time.")).ids
    )


def test_the_owner_of_a_promise_may_give_it() -> None:
    text = "No posts will be cut; the director has put that in writing until 31 December."
    assert "not-mine" not in check(answers(fear="My job goes.", safeguard=text, agreed="signed")).ids
    assert "not-mine" in check(answers(fear="My job goes.", safeguard=text, agreed="asked")).ids


def test_where_there_is_no_safeguard_an_open_point_that_is_whole_is_asked_about_only() -> None:
    fear = {"fear": "My job goes with the bot.", "true_part": "It does take the easy calls."}
    whole = "What happens to posts is open; the director says by 2 December."
    verdicts = {
        open_point: next(one.verdict for one in check(answers(**fear, open_point=open_point)).findings if one.id == "safeguard-missing")
        for open_point in (whole, "We will see.")
    }  # fmt: skip
    assert verdicts == {whole: "ask", "We will see.": "change"}


def test_a_but_that_admits_more_passes_and_an_unclear_one_is_asked_about() -> None:
    fear = {"fear": "It takes my evening."}
    assert "cancelled" not in check(answers(**fear, true_part="It is slower, but we do not know for how long.")).ids
    (found,) = [
        one
        for one in check(answers(**fear, true_part="The list is gone, but blue suits it.")).findings
        if one.id == "cancelled"
    ]
    assert found.verdict == "ask"


def test_evidence_stands_where_it_belongs() -> None:
    given = check(EXERCISE.answers(EXERCISE.example.answers))
    of = {one.id: one for one in given.findings}
    assert of["watched"].source == "E13"
    assert of["pull-apart"].source == "E08"
    assert of["answered"].source == "E20"
    assert "Outside advertising" in of["answered"].why
    assert "watched" not in check(answers(fear="It will be slower at first.")).ids


def test_the_rules_stand_in_the_feedback_and_what_applied_beside_the_meters() -> None:
    example = EXERCISE.answers(EXERCISE.example.answers)
    given = check(example)
    (all_rules,) = given.tables
    assert [cells[0] for cells in all_rules.rows] == [rule.says for rule in RULES.values()]
    assert "rules of ours" in given.summary
    grown = live(example)
    assert not isinstance(grown, str)
    assert [meter.label for meter in grown.meters] == ["Pull", "Threat"]
    assert [cells[:2] for cells in grown.tables[0].rows] == [
        ("Fear", "threat +1"), ("True part", "threat -1"), ("Safeguard", "threat -4"), ("Open point", "threat -1"), ("Pull", "pull +4"),
    ]  # fmt: skip


def test_no_rule_moves_both_meters() -> None:
    assert [rule for rule in RULES.values() if rule.pull and rule.threat] == []
    assert len(RULES) >= 12


def test_every_rule_can_apply() -> None:
    said = (
        EXERCISE.example.answers,
        *(mistake.answers for mistake in EXERCISE.mistakes),
        {"fear": "They see it.", "safeguard": "It ends on 30 June."},
        {"fear": "They see it.", "safeguard": "The director has signed that."},
        {"pull": "It is faster."},
        {"pull": "The firm gets better data, and you type it once."},
        {"pull": "Nothing gets better for you."},
    )
    assert {one.rule for given in said for one in moves(EXERCISE.answers(given))} == set(RULES)


def test_what_denies_or_soothes_grants_nothing() -> None:
    for text in (
        "Nobody is interested in where you are.",
        "You will get used to it.",
        "It is slow, but it is worth it.",
    ):
        assert "granted" not in [one.rule for one in moves(answers(true_part=text))]
        assert levels(answers(true_part=text))[1] > THREAT_STARTS


def test_the_dossier_does_not_call_agreed_what_is_only_asked() -> None:
    example = EXERCISE.example.answers
    assert written(EXERCISE.answers({**example, "agreed": "asked"}))[-1] == "Safeguard agreed: asked, no answer yet."
    assert written(EXERCISE.answers({})) == ()


def test_who_says_that_nothing_gets_better_gains_no_pull() -> None:
    given = answers(pull="Nothing gets better for you in the first month, honestly.")
    assert levels(given)[0] == PULL_STARTS
    assert "pull-none" in check(given).ids


def test_a_gain_of_theirs_beside_one_of_the_firm_is_asked_about() -> None:
    found = check(answers(pull="The company gets better data, and you type it once."))
    assert [one.verdict for one in found.findings if one.id == "pull-mixed"] == ["ask"]
    assert "pull-company" in check(answers(pull="It gives management full transparency.")).ids


def test_what_is_not_agreed_answers_no_fear() -> None:
    given = {"fear": "They see each stop.", "safeguard": "The director has signed that until 30 June."}
    assert "answered" in check(answers(**given, agreed="signed")).ids
    for agreed in ("asked", "none"):
        found = check(answers(**given, agreed=agreed)).ids
        assert "answered" not in found
        assert {"not-agreed", "unanswered"} <= set(found)
    # Whoever is told to take it out is not asked who signs it.
    assert "signer-missing" not in check(answers(fear="They see it.", safeguard="Only you see it.", agreed="none")).ids


@pytest.mark.parametrize(
    "said",
    [
        "How long they are kept has not been decided; the director answers on 3 June.",
        "The CFO has been asked; she tells us on 12 May.",
    ],
)
def test_an_open_point_is_seen_in_other_words(said: str) -> None:
    assert "open-good" in check(answers(open_point=said)).ids
