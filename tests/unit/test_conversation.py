"""The conversation trainer: its people, the rules of a talk, and what is seen in own words."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.conversation import Moment, State, play, read_own_words
from exercises.conversation.rules import OPEN_FROM, START, order
from exercises.library import Opponent, objections, opponents
from exercises.talk import OWN
from exercises.text import words
from tests.unit.strategies import FEW, TEXTS

KINDS = ("best", "weak", "harmful")
PEOPLE = sorted(opponents().values(), key=lambda who: who.id)

everybody = pytest.mark.parametrize("who", PEOPLE, ids=[who.id for who in PEOPLE])


def all_talks(who: Opponent) -> list[State]:
    """Every talk to its end by the prepared answers."""
    return [play(who, moves) for moves in product(KINDS, repeat=len(who.objections) + 3)]


def moments(who: Opponent) -> list[Moment]:
    """All moments of a talk in which the worry comes out."""
    return [said.moment for said in play(who, ["best"] * (len(who.objections) + 3)).said]


def test_every_objection_is_said_by_somebody_of_its_role() -> None:
    said = [objection for who in PEOPLE for objection in who.objections]
    assert sorted(said) == sorted(objections())
    assert len(said) == 30
    assert all(objections()[one].role == who.role for who in PEOPLE for one in who.objections)
    assert len({who.role for who in PEOPLE}) == len(PEOPLE) == 20


@everybody
def test_a_talk_can_end_in_each_of_the_three_ways(who: Opponent) -> None:
    assert {talk.ending for talk in all_talks(who)} == {"takes", "polite", "leaves"}


@everybody
def test_the_worry_is_told_only_to_a_good_question_with_trust(who: Opponent) -> None:
    for talk in all_talks(who):
        asked = [said for said in talk.said if said.moment.name == "ask"]
        earned = bool(asked) and asked[0].kind == "best" and asked[0].trust >= OPEN_FROM
        assert talk.worry_told == earned
        words = [line.words for line in talk.lines]
        assert (who.worry_says in words) == earned
        assert any(said.moment.name == "worry" for said in talk.said) <= earned


@everybody
def test_a_fair_line_in_own_words_keeps_the_talk_going(who: Opponent) -> None:
    talk = play(who, [OWN + "Fair enough."])
    assert (talk.said[0].kind, talk.trust, talk.ending) == ("fair", START + 1, "")


def test_saying_the_objection_back_counts_in_the_talk() -> None:
    talk = play(opponents()["nurse"], [OWN + "You look after people, and screens come second."])
    assert talk.said[0].kind == "unseen", "the opposite of what was said, or half of it, grants nothing"
    talk = play(opponents()["nurse"], [OWN + "You look after people, not screens."])
    assert talk.said[0].kind == "fair"


def test_the_same_words_twice_do_nothing_the_second_time() -> None:
    line = OWN + "I hear you. What happened the last time you tried it?"
    talk = play(opponents()["nurse"], [line, line, line])
    assert [said.kind for said in talk.said] == ["best", "repeated", "repeated"]
    assert talk.trust == START + 2


def test_a_worry_that_was_told_must_be_taken_up_before_anything_is_offered() -> None:
    to_the_worry = ["best", "best", "best"]
    offer = play(opponents()["nurse"], [*to_the_worry, OWN + "Would you try it for one shift on Thursday?"])
    heard = play(opponents()["nurse"], [*to_the_worry, OWN + "Thank you for telling me. That was our fault."])
    assert (offer.said[-1].moment.name, offer.said[-1].kind) == ("worry", "weak")
    assert heard.said[-1].kind in ("best", "fair")


def test_a_question_that_is_not_open_does_not_open_them() -> None:
    talk = play(opponents()["nurse"], ["best", "best", OWN + "I am sorry that nobody asked you."])
    assert talk.said[-1].kind == "fair"
    assert not talk.worry_told


@everybody
def test_the_closing_never_gives_the_worry_away(who: Opponent) -> None:
    # The step comes also where the worry was never told. Long words of the worry may stand there only if they were said before.
    telling = {word for word in words(who.worry_says) if len(word) > 6}
    known = " ".join((who.scene, *(objections()[one].says + objections()[one].best for one in who.objections))).lower()
    closing = " ".join((who.step["best"], who.takes, who.polite, who.guarded)).lower()
    nothing_hidden = {"brewery"} if who.id == "field-engineer" else set()
    assert {word for word in telling if word in closing and word not in known} <= nothing_hidden


def by_length(moment: Moment) -> list[str]:
    """The three kinds, that of the shortest answer first."""
    return sorted(KINDS, key=lambda kind: len(moment.answers[kind]))


def test_the_best_answer_is_seldom_the_longest_and_not_mostly_the_shortest() -> None:
    found = [moment for who in PEOPLE for moment in moments(who)]
    authored = [moment for moment in found if moment.name != "objection"]
    # When this was written: longest in 14 of 60 and in 27 of 90, shortest in 20 of 60.
    assert (len(authored), len(found)) == (60, 90)
    assert [by_length(moment)[-1] for moment in authored].count("best") <= 15
    assert [by_length(moment)[-1] for moment in found].count("best") <= 30
    assert 10 <= [by_length(moment)[0] for moment in authored].count("best") <= 30


@pytest.mark.parametrize("name", ["ask", "worry", "step"])
def test_the_length_gives_no_kind_away_in_any_sort_of_moment(name: str) -> None:
    found = [moment for who in PEOPLE for moment in moments(who) if moment.name == name]
    for place in range(3):
        assert [by_length(moment)[place] for moment in found].count("best") <= 15, "of 20"


@pytest.mark.parametrize("kind", KINDS)
def test_answers_are_mixed(kind: str) -> None:
    places = [[one for one, _ in order(who, moment)].index(kind) for who in PEOPLE for moment in moments(who)]
    for place in range(3):
        assert 0.20 <= places.count(place) / len(places) <= 0.47


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_order_is_the_same_in_every_process(seed: str) -> None:
    program = "from tests.unit.test_conversation import orders; print(orders())"
    found = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).parents[2], env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert found.stdout.strip() == orders()


def orders() -> str:
    """The order of all answers, for comparing."""
    return " ".join(kind for who in PEOPLE for moment in moments(who) for kind, _ in order(who, moment))


MOVES = st.one_of(st.sampled_from(KINDS), TEXTS, TEXTS.map(lambda text: OWN + text))


@everybody
def test_trust_stays_in_its_bounds_in_every_prepared_talk(who: Opponent) -> None:
    reached = {said.trust for talk in all_talks(who) for said in talk.said}
    assert (min(reached), max(reached)) == (0, 10)


@FEW
@given(who=st.sampled_from(PEOPLE), moves=st.lists(MOVES, max_size=12))
def test_trust_stays_in_its_bounds_for_any_moves(who: Opponent, moves: list[str]) -> None:
    talk = play(who, moves)
    assert all(0 <= said.trust <= 10 for said in talk.said)
    assert talk.trust == (talk.said[-1].trust if talk.said else START)
    assert (talk.moment is None) == bool(talk.ending)
    assert (talk.ending == "leaves") == (talk.trust == 0)
    assert len(talk.said) <= len(who.objections) + 3


# --- own words: (kind expected, what is said, what was heard before)

ON_AN_OBJECTION = [
    ("best", "That must be hard. What would help you most?", ""),
    ("best", "You're right, nobody asked you. Can I come on Monday?", ""),
    ("best", "Fair point. Where does it get in your way?", ""),
    ("best", "I do not know what happens to posts. I will ask the director to answer that in writing.", ""),
    ("best", "So for you it feels like one more screen. When did it last take you from the bed?", ""),
    ("best", "Some will. What would you mark differently?", ""),
    ("best", "I'm sorry, that was our mistake. I'll come to your shift on Thursday and count.", ""),
    ("best", "You know the ward and I don't. Would you walk me through one medication round?", ""),
    (
        "best",
        "You look after people, not screens. Where is the screen in the way?",
        "I look after people, not screens.",
    ),
    (
        "best",
        "No signal in the cellar: then I will bring a key on Friday that works offline.",
        "In the cellar there is no signal.",
    ),
    ("fair", "You don't have to decide today. Let's try it with two accounts, and you choose which.", ""),
    ("fair", "Agreed.", ""),
    ("fair", "Thank you for telling me that.", ""),
    ("fair", "Which day would hurt least?", ""),
    ("fair", "What would have to be true for you to try it?", ""),
    ("fair", "How often do you have to log in?", ""),
    ("fair", "What is blocking you?", ""),
    ("fair", "It has to work with gloves first, otherwise we don't switch.", ""),
    ("fair", "It is not mandatory, and it is not your fault. I will come on Tuesday.", ""),
    ("fair", "You must be tired. I can see that.", ""),
    ("fair", "I don't know whether your job is safe.", ""),
    ("fair", "You deploy ten times a day.", "Bureaucracy, we deploy ten times a day."),
    ("fair", "So it would be cookbook medicine for you.", "Cookbook medicine."),
    ("fair", "You're here for your patients, not for the screen.", ""),
    ("fair", "Would it be okay if I watched you chart for one patient?", ""),
    ("fair", "What if we turned it off on your ward for a week and counted?", ""),
    ("fair", "You don't have to use it today. I just want to listen.", ""),
    ("fair", "So the last system nearly hurt someone. Thank you for trusting me with that.", ""),
    ("unseen", "We all have to follow the law on records, you too.", ""),
    ("weak", "It will save you a lot of time.", ""),
    ("weak", "Don't worry, it's really easy, you'll love it.", ""),
    ("unseen", "The system has a large free-text box on every record.", ""),
    ("unseen", "We need your ward in the pilot by Friday.", ""),
    ("fair", "I had no idea.", ""),
    ("weak", "Don't you think that good records protect patients?", ""),
    ("weak", "It saves time, right?", ""),
    ("weak", "Yes, but it is the policy.", ""),
    ("weak", "Other wards manage.", ""),
    ("weak", "What if you just gave it a chance?", ""),
    ("unseen", "Your figures are not fine in a notebook.", "My figures are fine, I keep them in my notebook."),
    (
        "unseen",
        "You can put your clients in boxes, it is a flexible system.",
        "Selling is an art, you cannot put my clients in boxes.",
    ),
    ("harmful", "You have to use it, everybody does.", ""),
    ("harmful", "No, you have to enter it.", ""),
    ("harmful", "The board has decided.", ""),
    ("harmful", "If you have nothing to hide, you have nothing to fear.", ""),
    ("harmful", "I promise that nobody will lose their job.", ""),
    ("harmful", "You are just blocking the project.", ""),
    ("harmful", "You must be ready by Monday.", ""),
    ("harmful", "I will report this to your manager.", ""),
    ("unread", "Was würde es für Sie in der Schicht leichter machen?", ""),
    ("unread", "Je comprends, vous avez raison.", ""),
    ("unread", "שלום", ""),
    ("unread", "", ""),
    ("unread", " \n…", ""),
    ("fair", "<b>Where</b> does it hurt most?", ""),
    ("harmful", "<script>alert('x')</script> You have to use it.", ""),
]

AS_A_QUESTION = [
    ("best", "Tell me about the last time."),
    ("best", "What would you have lost after a year?"),
    ("best", "Could you show me how you do it today?"),
    ("best", "And if it went wrong, who would they come to?"),
    ("best", "How do other wards manage?"),
    ("fair", "I see that. Do you want a coffee?"),
    ("unseen", "Is there anything else for my list?"),
    ("weak", "But you do agree that good records protect patients?"),
    ("unseen", "When you have time, can you look at the video?"),
    ("harmful", "Why are you resisting? You have no choice."),
]


@pytest.mark.parametrize(("kind", "text", "heard"), ON_AN_OBJECTION)
def test_own_words(kind: str, text: str, heard: str) -> None:
    found = read_own_words(text, heard=heard)
    assert (found.kind, bool(found.because)) == (kind, True), found.because


@pytest.mark.parametrize(("kind", "text"), AS_A_QUESTION)
def test_own_words_as_a_question(kind: str, text: str) -> None:
    found = read_own_words(text, asking=True)
    assert (found.kind, bool(found.because)) == (kind, True), found.because


def test_the_kind_of_apostrophe_does_not_matter() -> None:
    for kind, text, heard in ON_AN_OBJECTION:
        assert read_own_words(text.replace("'", "’"), heard=heard).kind == kind, text


def test_most_prepared_best_answers_are_recognised_and_none_is_called_harmful() -> None:
    read = [
        read_own_words(moment.answers["best"], asking=moment.name == "ask", heard=moment.says).kind
        for who in PEOPLE
        for moment in moments(who)
    ]
    assert "harmful" not in read
    assert "unread" not in read
    assert read.count("weak") <= 5, "of 90"


def test_a_speech_is_too_long_whatever_it_says() -> None:
    found = read_own_words("You are right. What would help you? I will come on Monday. " * 6)
    assert (found.kind, "72 words" in found.because) == ("weak", True)


@pytest.mark.parametrize(
    "word",
    ["word ", "never you must ", "not true ", "what ", "must not, ", "I see. ", "tell me: ", "was ", "? ", "you "],
)
def test_ten_thousand_words_are_read_in_bounded_time(word: str) -> None:
    text = word * 10_000
    start = time.perf_counter()
    read_own_words(text, heard="I look after people, not screens. " * 20)
    assert time.perf_counter() - start < 1


@FEW
@given(text=TEXTS, heard=TEXTS, asking=st.booleans())
def test_any_own_words_get_a_kind_and_a_reason(text: str, heard: str, asking: bool) -> None:
    found = read_own_words(text, asking=asking, heard=heard)
    assert found.kind in ("best", "fair", "weak", "harmful", "unseen", "unread")
    assert found.because
