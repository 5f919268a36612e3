"""Questions to a person: what is told of a bad one, and that a good one passes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from exercises import library
from exercises.models.threat_words import LABELS, names_threat
from exercises.text.copied import copied
from exercises.text.questions import LONGEST, about_question, opens
from tests.unit.strategies import FEW, TEXTS

OURS = [(threat.id, question) for threat in library.threats().values() for question in threat.questions]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Why are you always against it?", "blames"),
        ("Why don’t you enter your visits?", "blames"),
        ("What have you got to hide?", "blames"),
        ("What is your problem with it?", "blames"),
        ("How can we get past your resistance?", "blames"),
        ("When will you finally start?", "blames"),
        ("Don't you think it is better?", "leads"),
        ("It saves you time, right?", "leads"),
        ("How much time will you save with it?", "leads"),
        ("Surely you want fewer calls?", "leads"),
        ("Wovor haben Sie Angst bei der neuen Software?", "unread"),
        ("Why do the lists come back?", "why"),
        ("Do you like it?", "closed"),
        ("Is the form too long or not?", "closed"),
        ("Would you rather try it alone or with a colleague?", "choice"),
        ("We want to know what you need.", "request"),
        ("What we need is your list.", "request"),
        ("problems?", "short"),
    ],
)
def test_the_first_thing_that_is_wrong_is_told(question: str, kind: str) -> None:
    found = about_question(question, "ask", "ask", "Here: ")
    assert found is not None
    assert (found.id, found.field) == (f"ask-{kind}", "ask")
    assert found.says.startswith("Here: ")


@pytest.mark.parametrize(
    "question",
    [
        "Which number in here would be unfair to you?",
        "What would have to be in place for two of you to try it?",
        "If it went wrong, whose phone would ring?",
        "Show me three records that you would check by hand.",
        "Tell me about the last time it cost you an evening",
        "what would you need from us",
        "which two tasks would you try first",
        "I was wondering how a normal Monday goes for you.",
        "I'd love to understand what the evening costs you",
        "What if this one were right?",
    ],
)
def test_an_open_question_passes(question: str) -> None:
    assert about_question(question) is None
    assert opens(question) or question.startswith("What if")


@pytest.mark.parametrize(("threat", "question"), OURS)
def test_no_question_of_the_library_has_to_be_changed(threat: str, question: str) -> None:
    found = about_question(question)
    assert found is None or found.verdict == "ask"
    assert names_threat(question, threat) == ""


def test_all_questions_of_the_library_were_looked_at() -> None:
    print(f"{len(OURS)} questions looked at.")
    assert len(OURS) >= 25


@FEW
@given(text=TEXTS)
def test_any_text_can_be_read_as_a_question(text: str) -> None:
    if any(word.isalnum() for word in text):
        about_question(text)
    opens(text)


def test_a_very_long_question_is_read_in_time() -> None:
    began = time.perf_counter()
    about_question("why are you " + "very " * LONGEST + "late?")
    assert time.perf_counter() - began < 0.5


@pytest.mark.parametrize(
    ("threat", "text", "word"),
    [
        ("TH03", "How do you feel about being watched?", "being watched"),
        ("TH02", "What would expose you most?", "expose"),
        ("TH01", "Which jobs go when it works?", "jobs go"),
        ("TH10", "How would you lose commission?", "lose commission"),
        ("TH12", "Who gets the blame?", "blame"),
        ("TH16", "What bothers you more: that nobody asked, or the tool?", "nobody asked"),
        # Fear itself is named whatever the threat.
        ("TH09", "What are you afraid of?", "are you afraid"),
        ("TH04", "How does it threaten you?", "threaten"),
        # What names one threat does not name another.
        ("TH09", "Who gets the blame?", ""),
        ("TH03", "What does your job look like on Friday?", ""),
        ("no such threat", "Which week would hurt least?", ""),
    ],
)
def test_a_question_that_names_the_threat_is_seen(threat: str, text: str, word: str) -> None:
    assert names_threat(text, threat) == word


def test_every_threat_has_words_that_name_it() -> None:
    said = "jobs go expose watched craft your power autonomy foolish extra work slower earn less worse care blame cynical your rank bad data nobody asked"
    assert [threat for threat in library.threats() if not names_threat(said, threat)] == []


def test_what_people_did_is_no_verdict_on_them() -> None:
    assert LABELS.search("They are stubborn and hate change.")
    assert not LABELS.search("Two of them refused to switch the location on, and said so.")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("evening reporting", "evening reporting"),
        ("Evening reporting!", "evening reporting"),
        ("the evening reporting", "evening reporting"),
        ("margin", "margin"),
        ("closed revenue and margin", "closed revenue"),
        ("On Friday she types the evening reporting into two lists", ""),
        ("the margin of the contracts in the north", ""),
        ("", ""),
        ("… ?", ""),
    ],
)
def test_a_copied_line_is_told_by_its_longest_phrase(text: str, phrase: str) -> None:
    assert copied(text, ("margin", "evening reporting", "closed revenue", "")) == phrase


@pytest.mark.parametrize(
    "question",
    [
        "Could you walk me through the last hour of your shift?", "Can you please show me how you prepare a visit?",
        "Would you mind showing me your list?", "Could you describe your Friday", "What's the first thing you check on Monday",
    ],
)  # fmt: skip
def test_a_polite_request_for_a_story_is_open(question: str) -> None:
    assert about_question(question) is None


@pytest.mark.parametrize(
    "question", ["Could you imagine using it?", "Can you show up on Monday?", "Would you like it?"]
)
def test_a_polite_question_for_a_yes_is_still_closed(question: str) -> None:
    found = about_question(question)
    assert found is not None
    assert found.id == "question-closed"


def test_to_keep_track_names_no_watching() -> None:
    assert names_threat("How do you keep track of a patient at night?", "TH03") == ""
    assert names_threat("Do they track you on the road?", "TH03") == "track you"
