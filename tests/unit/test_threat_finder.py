"""Threat finder: where the likely threats come from, and what is made of the evidence for each."""

from __future__ import annotations

import pytest

from exercises import library
from exercises.exercise import Answer, Feedback, Table
from exercises.models.likely_threats import MOST, likely
from exercises.models.threat_finder import EXERCISE, check, chosen, suggested, written

ASKS = "Which number in here would be unfair to you?"


def answers(**given: Answer) -> dict[str, Answer]:
    """Answers to the exercise, at their start where nothing is given."""
    return EXERCISE.answers(given)


def first(**given: Answer) -> dict[str, Answer]:
    """Answers to the first threat."""
    return answers(**{f"threat_1_{name}": value for name, value in given.items()})


def ids(of: dict[str, Answer]) -> set[str]:
    """Ids of all findings."""
    return set(check(of).ids)


def test_the_pair_comes_first_and_the_system_fills_up() -> None:
    found, _ = likely(answers(role="nurse", technology="mfa"))
    assert found[:2] == library.role_technology()["nurse", "mfa"].threats
    assert found[2] in library.technologies()["mfa"].typical_threats
    assert len(set(found)) == MOST


def test_without_a_pair_the_threats_of_the_system_are_likely() -> None:
    assert ("nurse", "rpa") not in library.role_technology()
    found, says = likely(answers(role="nurse", technology="rpa"))
    assert found == library.technologies()["rpa"].typical_threats[:MOST]
    assert "no card" in says


def test_without_a_system_those_of_the_role_are_likely() -> None:
    found, says = likely(answers(role="nurse", technology="other"))
    assert len(found) == MOST
    assert set(found) <= {
        t for (role, _), one in library.role_technology().items() if role == "nurse" for t in one.threats
    }
    assert "does not know the system" in says


def test_where_the_library_knows_neither_it_says_so_and_asks_to_choose() -> None:
    unknown = {"role": "other", "technology": "other"}
    assert likely(answers(**unknown))[0] == ()
    assert suggested(answers(**unknown)).findings == ()
    assert "threat-open" in ids(answers(**unknown, threat_1_mark="ask"))
    assert "threat-open" not in ids(answers(**unknown, threat_1_threat="TH03", threat_1_mark="ask"))


def test_every_role_with_every_system_has_three_likely_threats() -> None:
    looked_at = 0
    for role in library.roles():
        for system in library.technologies():
            found, _ = likely(answers(role=role, technology=system))
            assert len(set(found)) == MOST, (role, system)
            looked_at += 1
    assert looked_at >= 200


def test_the_panel_follows_the_choice_and_gives_an_innocent_reading_each() -> None:
    shown = suggested(answers(threat_2_threat="TH16"))
    assert isinstance(shown, Feedback)
    assert len(shown.findings) == MOST
    assert "Nobody asked us" in shown.findings[1].says
    assert all("innocent reading" in one.why for one in shown.findings)


def test_a_threat_that_was_replaced_is_the_one_that_is_looked_at() -> None:
    assert chosen(answers(threat_1_threat="TH11"), 1) == "TH11"
    assert check(first(threat="TH11", mark="ask")).findings[0].says.startswith("Hurting the people served")


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("I think they feel it.", "evidence-guess"),
        ("Everybody knows that they would lose by it", "evidence-guess"),
        ("They are old school and resist it.", "evidence-label"),
        ("Enters data late and in bulk just before reports", "evidence-copied"),
        ("bad mood", "evidence-short"),
    ],
)
def test_what_is_no_evidence_yet_is_told(text: str, finding: str) -> None:
    of = first(
        **{
            "threat": "TH02",
            "for": text,
            "against": "One asked to see the list in the team meeting.",
            "mark": "for",
            "question": ASKS,
        }
    )
    assert finding in ids(of)
    assert "both-sides" not in ids(of)
    assert "0 rest on evidence" in check(of).summary


@pytest.mark.parametrize(
    "text",
    [
        "Two sellers enter everything on Friday at five.",
        "A seller said: “I think they want my contacts.”",
        "“These people are just stubborn”, said their own lead, and two of them heard it.",
        "Last week three of nine asked who sees the list.",
        "Drei von neun haben gefragt, wer die Liste sieht.",
        "3 of 9",
        "I think so, because their lead told me at lunch.",
        "the lead said",
    ],
)
def test_what_was_said_seen_or_counted_is_evidence(text: str) -> None:
    of = first(
        **{"for": text, "against": "One asked to see the list in the team meeting.", "mark": "for", "question": ASKS}
    )
    assert "both-sides" in ids(of)
    assert check(of).meters[0].value == 1


@pytest.mark.parametrize("mark", ["for", "against"])
@pytest.mark.parametrize("other", ["", "nothing", "No idea.", "n/a"])
def test_one_side_alone_is_not_enough(mark: str, other: str) -> None:
    there = "against" if mark == "for" else "for"
    of = first(**{mark: "Two of nine asked who sees the list.", there: other, "mark": mark, "question": ASKS})
    assert "one-sided" in ids(of)
    assert check(of).meters[0].value == 0


@pytest.mark.parametrize("given", ["", "nothing", "I do not know."])
def test_a_mark_without_evidence_is_told(given: str) -> None:
    assert "evidence-missing" in ids(first(**{"for": given, "mark": "for"}))


def test_not_to_know_is_honest_and_needs_a_question() -> None:
    assert {"ask-honest", "questions-good"} <= ids(first(mark="ask", question=ASKS))
    assert {"ask-honest", "question-missing"} <= ids(first(mark="ask"))
    assert "1 you have to ask" in check(first(mark="ask")).summary


def test_the_same_question_twice_is_seen() -> None:
    of = answers(threat_1_mark="ask", threat_1_question=ASKS, threat_2_mark="ask", threat_2_question=ASKS.lower())
    assert "question-same" in ids(of)


def test_one_threat_twice_is_seen_also_where_one_of_them_is_the_likely_one() -> None:
    likely_first = likely(answers())[0][0]
    assert "threat-twice" in ids(answers(threat_1_mark="ask", threat_2_threat=likely_first, threat_2_mark="ask"))


def test_what_asks_for_a_change_comes_first() -> None:
    verdicts = [
        one.verdict for mistake in EXERCISE.mistakes for one in check(EXERCISE.answers(mistake.answers)).findings[:1]
    ]
    assert verdicts.count("change") >= 8


def test_the_dossier_gets_a_table_for_each_threat_begun() -> None:
    tables = written(EXERCISE.answers(EXERCISE.example.answers))
    assert all(isinstance(one, Table) for one in tables)
    assert [one.caption for one in tables if isinstance(one, Table)] == [
        "Losing the craft",
        "Being exposed",
        "Doing the work for someone else's gain",
    ]
    assert written(answers()) == ()


@pytest.mark.parametrize(
    "nothing", ["None so far", "Haven't looked yet", "Not yet.", "dunno", "I have not asked anyone yet"]
)
def test_not_looked_yet_is_no_weak_evidence_where_one_must_ask(nothing: str) -> None:
    of = first(**{"for": nothing, "against": nothing, "mark": "ask", "question": "What takes longest on a Friday?"})
    assert "evidence-short" not in ids(of)
    assert "ask-honest" in ids(of)


def test_must_as_a_duty_is_no_guess() -> None:
    assert "evidence-guess" not in ids(first(**{"for": "They must type every note into both systems.", "mark": "for"}))
    assert "evidence-guess" in ids(first(**{"for": "They must feel quite proud of their notes.", "mark": "for"}))


def test_a_label_beside_what_was_seen_is_asked_about_and_alone_it_is_to_change() -> None:
    def verdicts(text: str) -> list[str]:
        found = check(first(**{"for": text, "mark": "for"})).findings
        return [one.verdict for one in found if one.id == "evidence-label"]

    assert verdicts("There was resistance: two of them said that they would keep the notebook.") == ["ask"]
    assert verdicts("They are stubborn and resist everything new.") == ["change"]


def test_friendly_agreement_is_cited_only_where_it_is_what_was_seen() -> None:
    sources = {}
    for mark, here in (("for", "for"), ("against", "against")):
        found = check(first(**{here: "Two sellers said so on Monday.", "mark": mark})).findings
        sources[mark] = [one.source for one in found if one.id == "one-sided"]
    assert sources == {"for": [""], "against": ["E11"]}
