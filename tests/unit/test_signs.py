"""The two decks of chapter 2: signs with their innocent readings, and twelve statements with their threats."""

from __future__ import annotations

from collections import Counter

import pytest

from exercises import cards, library
from exercises.models import classify_threats, signs

DECKS = {"signs": signs.DECK, "classify-threats": classify_threats.DECK}


@pytest.mark.parametrize("name", DECKS)
def test_no_option_is_right_for_more_than_half_of_the_cards(name: str) -> None:
    deck = DECKS[name]
    count = Counter(option for card in deck.cards for option in card.right)
    print(f"{name}: {len(deck.cards)} cards, {dict(count)}")
    assert len(deck.cards) >= 12
    assert max(count.values()) <= len(deck.cards) / 2


def test_every_kind_of_sign_is_right_for_some_cards() -> None:
    assert {option for card in signs.DECK.cards for option in card.right} == {"stated", "unstated", "none"}


def test_the_statements_are_sorted_into_the_sixteen_of_the_library() -> None:
    assert classify_threats.DECK.options == tuple((one.id, one.name) for one in library.threats().values())
    assert len(classify_threats.DECK.options) == 16
    assert len({card.right[0] for card in classify_threats.DECK.cards}) == 12


def test_the_statements_are_not_those_of_the_library() -> None:
    library_says = [said.lower() for threat in library.threats().values() for said in threat.stated]
    assert [
        card.id for card in classify_threats.DECK.cards if any(said in card.says.lower() for said in library_says)
    ] == []


def test_the_minutes_and_numbers_in_the_tasks_are_those_of_the_decks() -> None:
    assert len(signs.DECK.cards) == 16
    assert len(classify_threats.DECK.cards) == 12
    two = sum(len(card.right) > 1 for card in classify_threats.DECK.cards)
    assert two == 4  # the worked solution says “four statements have two answers”
    assert sum(len(card.right) > 1 for card in signs.DECK.cards) == 2


@pytest.mark.parametrize(
    ("given", "finding"),
    [
        ("They are at a desk on Friday only.", "reading-good"),
        ("The old system still has to be fed by law, so they type twice.", "reading-good"),
        ("They are lazy, all of them.", "reading-label"),
        ("They want to hide how bad the month is.", "reading-suspects"),
        ("They don’t trust us with it.", "reading-suspects"),
        ("busy", "reading-short"),
        ("Sie sitzen nur freitags am Schreibtisch.", "reading-unread"),
        ("no idea", "reading-missing"),
        ("???", "reading-missing"),
        ("", "reading-missing"),
    ],
)
def test_an_innocent_reading_is_read(given: str, finding: str) -> None:
    found = signs.check(signs.EXERCISE.answers({"stops_line": "stated", "reading_friday_five": given}))
    about = [one for one in found.findings if one.id.startswith("reading")]
    assert finding in [one.id for one in about]
    told = any(signs.READINGS["friday_five"] in one.says for one in about)
    assert told == (finding != "reading-missing"), "ours is told once theirs is there, and not before"


def test_our_readings_stand_on_no_card() -> None:
    for card in signs.DECK.cards:
        assert signs.READINGS.get(card.id, "no such words") not in card.because


def placed(agree: int, reason: str = "") -> dict[str, object]:
    """All statements placed, so many as we do, the rest under a threat that is not ours; a reason for the last."""
    deck = classify_threats.DECK.cards
    given: dict[str, object] = {}
    for number, card in enumerate(deck):
        wrong = next(option for option, _ in classify_threats.DECK.options if option not in card.right)
        given[card.id] = card.right[0] if number < agree else wrong
    if reason:
        given |= {"other_card": deck[-1].id, "other_reason": reason}
    return given


REASON = "In that company it was about who is paid for the extra hour."


@pytest.mark.parametrize(
    ("agree", "reason", "enough"),
    [
        (12, "", True),
        (9, "", True),
        (8, "", False),
        (8, REASON, True),
        (7, REASON, False),
        (8, "I just think so.", False),
        (8, "because", False),
    ],
)
def test_nine_are_enough_and_one_reason_counts_as_one(agree: int, reason: str, enough: bool) -> None:
    found = classify_threats.check(classify_threats.EXERCISE.answers(placed(agree, reason)))
    assert ("enough" in found.ids) == enough
    assert ("below-nine" in found.ids) == (not enough)
    assert f"{agree} as we would" in found.summary


def test_a_reason_for_a_statement_on_which_we_agree_counts_for_nothing() -> None:
    given = placed(8, REASON) | {"other_card": classify_threats.DECK.cards[0].id}
    found = classify_threats.check(classify_threats.EXERCISE.answers(given))
    assert "reason-open" in found.ids
    assert "reason-counts" not in found.ids


def test_a_deck_with_the_options_of_the_threats_refuses_a_threat_that_is_not_there(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "cards").mkdir()
    good = '[[card]]\nid = "a"\nsays = "A"\nright = ["TH01"]\nbecause = "B"\n'
    (tmp_path / "cards" / "good.toml").write_text('options_from = "threats"\n' + good)
    (tmp_path / "cards" / "bad.toml").write_text('options_from = "threats"\n' + good.replace("TH01", "TH99"))
    threats = library.threats()
    monkeypatch.setattr(library, "DATA", tmp_path)
    monkeypatch.setattr(library, "threats", lambda: threats)
    assert len(cards.deck("good").options) == 16
    with pytest.raises(library.LibraryError, match=r"bad\.toml, card 1, field 'right'"):
        cards.deck("bad")


@pytest.mark.parametrize(
    ("reading", "finding"),
    [
        ("It is not that they avoid it, they are out with clients all week.", "reading-good"),
        ("They hide nothing, their team lead has left.", "reading-good"),
        ("The accountants lock entries against changes until Friday.", "reading-good"),
        ("They avoid it because it is slow for them.", "reading-suspects"),
        ("They are against it and wait for us to leave.", "reading-suspects"),
    ],
)
def test_a_motive_that_is_denied_is_no_motive(reading: str, finding: str) -> None:
    found = signs.check(signs.EXERCISE.answers({"reading_friday_five": reading})).ids
    assert finding in found


def test_one_that_differs_with_a_reason_is_said_in_the_singular() -> None:
    given = {
        "phone_rings": "TH03",
        "other_card": "phone_rings",
        "other_reason": "Every change of a rate is kept with a name.",
    }
    of = classify_threats.check(classify_threats.EXERCISE.answers(given))
    assert of.summary == "1 of 12 statements placed: 0 as we would, 1 otherwise, with a reason that counts."
