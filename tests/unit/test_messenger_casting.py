"""Messenger casting: the deck, the speakers of the learner's own lines, and the plan in the dossier."""

from __future__ import annotations

import pytest

from exercises.exercise import Answer, Table
from exercises.models.messenger_casting import DECK, EXERCISE, MOST, check, written

SPEAKERS = {option for option, _ in DECK.options}


def answers(**given: Answer) -> dict[str, Answer]:
    """Answers to the exercise, at their start where nothing is given."""
    return EXERCISE.answers(given)


def own(says: str, who: str = "peer", stake: str = "lives", asked: str = "yes") -> tuple[str, ...]:
    """Ids of the findings for one own line."""
    given = check(answers(line_1_says=says, line_1_who=who, line_1_stake=stake, line_1_asked=asked))
    return tuple(one.id for one in given.findings if one.field.startswith("line_1_"))


def test_the_deck_has_nine_to_twelve_lines_and_every_speaker_has_one() -> None:
    assert 9 <= len(DECK.cards) <= 12
    for speaker in SPEAKERS:
        assert 1 <= sum(speaker in card.right for card in DECK.cards) <= len(DECK.cards) / 2, speaker


@pytest.mark.parametrize(
    ("says", "who", "stake", "asked", "finds"),
    [
        ("I close the ticket on the train.", "peer", "lives", "yes", ("line-good",)),
        ("I close the ticket on the train.", "manager", "lives", "yes", ("line-good",)),
        ("I close the ticket on the train.", "it", "lives", "yes", ("line-borrowed",)),
        ("My week is shorter by a report.", "sponsor", "lives", "yes", ("line-borrowed",)),
        ("Your targets are lower until June.", "sponsor", "lives", "yes", ("line-good",)),
        ("Your targets are lower until June.", "it", "lives", "yes", ("line-promise",)),
        ("No jobs are at risk.", "peer", "lives", "yes", ("line-promise",)),
        ("You get the device in week 12.", "it", "lives", "yes", ("line-good",)),
        # IT need not use the tool to name a date, nor the sponsor to sign.
        ("You get the device in week 12.", "it", "not", "yes", ("line-good",)),
        ("It finds the part in one search.", "peer", "not", "yes", ("line-not-user",)),
        ("It finds the part in one search.", "manager", "not", "yes", ("line-not-user",)),
        ("It finds the part in one search.", "peer", "bonus", "yes", ("line-bonus",)),
        ("It finds the part in one search.", "peer", "unsure", "yes", ("line-stake-open",)),
        ("It finds the part in one search.", "peer", "", "yes", ("line-stake-open",)),
        ("It finds the part in one search.", "peer", "lives", "no", ("line-unasked",)),
        ("It finds the part in one search.", "peer", "lives", "", ("line-unasked",)),
        ("It finds the part in one search.", "peer", "lives", "declined", ("line-declined",)),
        ("Everybody likes it.", "peer", "lives", "yes", ("line-everybody",)),
        ("It finds the part in one search.", "", "", "", ("line-voiceless",)),
        ("It finds the part in one search.", "nobody", "", "", ("line-nobody",)),
        ("", "peer", "", "", ("line-empty",)),
        ("Das Teil ist mit einer Suche da.", "peer", "lives", "yes", ("line-good",)),
    ],
)
def test_an_own_line_is_asked_for_its_speaker(
    says: str, who: str, stake: str, asked: str, finds: tuple[str, ...]
) -> None:
    assert own(says, who, stake, asked) == finds


def test_a_speaker_is_asked_about_and_never_refused() -> None:
    for stake in ("not", "bonus", "unsure"):
        given = check(answers(line_1_says="It finds the part.", line_1_who="peer", line_1_stake=stake))
        assert [one.id for one in given.findings if one.verdict == "change"] == []


def test_the_dossier_holds_own_lines_and_nothing_of_the_deck() -> None:
    assert written(answers(**{card.id: card.right[0] for card in DECK.cards})) == ()
    (plan,) = written(EXERCISE.answers(EXERCISE.example.answers))
    assert isinstance(plan, Table)
    assert len(plan.rows) == MOST
    assert plan.rows[0] == (
        "I close the ticket on the train now. On Mondays it is slow.",
        "A near peer in the role",
        "Yes",
    )


def test_cards_left_open_are_counted() -> None:
    given = check(answers(targets_drop="sponsor"))
    assert f"{len(DECK.cards) - 1} of the {len(DECK.cards)} lines" in given.findings[0].says
    assert "cards-open" not in check(EXERCISE.answers(EXERCISE.example.answers)).ids


@pytest.mark.parametrize(
    "says",
    [
        "We will watch the error queue with you for two weeks.",
        "The dashboard is reviewed by us every morning.",
        "The position of the buttons changes in March.",
    ],
)
def test_what_only_sounds_like_a_promise_is_none(says: str) -> None:
    assert own(says, "it") == ("line-good",)


@pytest.mark.parametrize(
    "says",
    [
        "Nobody will track where you are on the road.",
        "You are not measured by it at all.",
        "It is not used in your reviews.",
    ],
)
def test_a_promise_about_being_watched_is_seen(says: str) -> None:
    assert own(says, "it") == ("line-promise",)


def test_it_need_not_ask_itself_and_three_words_are_thin() -> None:
    assert own("You get the device in week 12.", "it", asked="no") == ("line-good",)
    assert own("it's good") == ("line-thin",)


def test_the_summary_counts_what_was_done() -> None:
    one = check(
        answers(line_1_says="I close it on the train now.", line_1_who="peer", line_1_stake="lives", line_1_asked="yes")
    )
    assert one.summary == "1 own line, 1 with a voice."
    assert check(answers(sundays="peer")).summary == f"1 of {len(DECK.cards)} lines cast, 1 as we would."
