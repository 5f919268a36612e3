"""Reading texts: sentences with their offsets, words, cues, and what is denied."""

from __future__ import annotations

import pytest
from hypothesis import given

from exercises.text import cue, denied, find, reads_english, sentences, words
from tests.unit.strategies import FEW, TEXTS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" \n ", []),
        ("… !? .", []),
        ("One.", ["One."]),
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("No stop at the end", ["No stop at the end"]),
        ("A line\nAnother line", ["A line", "Another line"]),
        ("Really?! Yes... no", ["Really?!", "Yes...", "no"]),
        ("At 8.30 you start. Then go.", ["At 8.30 you start.", "Then go."]),
        # A closing quote or bracket belongs to the sentence that it closes.
        ('He said "stop." Then he left.', ['He said "stop."', "Then he left."]),
        ("(It helps.) It costs.", ["(It helps.)", "It costs."]),
    ],
)
def test_a_text_is_split_into_sentences(text: str, found: list[str]) -> None:
    assert [sentence.words for sentence in sentences(text)] == found


@FEW
@given(text=TEXTS)
def test_sentences_stand_where_they_say_and_in_order(text: str) -> None:
    end = 0
    for sentence in sentences(text):
        assert text[sentence.start : sentence.end] == sentence.words
        assert sentence.start >= end
        end = sentence.end


@FEW
@given(text=TEXTS)
def test_no_word_is_lost_between_sentences(text: str) -> None:
    assert [word for sentence in sentences(text) for word in words(sentence.words)] == words(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("… , — !", []),
        ("You ring, You wait.", ["you", "ring", "you", "wait"]),
        ("hand-over don't can’t", ["hand-over", "don't", "can’t"]),
        ("snake_case 20 8:30", ["snake", "case", "20", "8", "30"]),
        ("Über שלום ٣", ["über", "שלום", "٣"]),
    ],
)
def test_words_are_found_in_lower_case(text: str, found: list[str]) -> None:
    assert words(text) == found


def is_denied(text: str, phrase: str = "guaranteed") -> bool:
    """Whether the first place of a cue in a one-sentence text is denied."""
    sentence = sentences(text)[0]
    return denied(sentence, next(find(cue(phrase), sentence)))


@pytest.mark.parametrize(
    "text",
    [
        "It is not guaranteed.", "It cannot be guaranteed.", "It is never, ever guaranteed.", "NOT guaranteed",
        "It won't be guaranteed.", "It won’t be guaranteed.", "It isn’t guaranteed.", "Nobody has it guaranteed.",
        "Not one two three guaranteed.", "Open instead of guaranteed.", "A trial, rather than guaranteed gains.",
    ],
)  # fmt: skip
def test_a_denying_word_shortly_before_denies(text: str) -> None:
    assert is_denied(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is guaranteed.", "Guaranteed, not promised.", "Not one two three four guaranteed.",
        "It is noted and guaranteed.", "A knot is guaranteed.",
    ],
)  # fmt: skip
def test_nothing_else_denies(text: str) -> None:
    assert not is_denied(text)


def test_a_cue_is_found_with_its_offsets_in_the_whole_text() -> None:
    text = "One. The team is late; the TEAM waits."
    found = [span for sentence in sentences(text) for span in find(cue("team"), sentence)]
    assert [text[span.start : span.end] for span in found] == ["team", "TEAM"]
    assert [span.words for span in found] == ["team", "TEAM"]


def test_a_cue_is_a_whole_word_with_any_white_space() -> None:
    assert cue("on the ward").search("ON\u00a0the\n ward")
    assert not cue("ward").search("forward wards hard-ward ward-round")


def test_one_cue_has_several_phrases() -> None:
    assert cue("a b", "c").findall("a  b, c, ab") == ["a  b", "c"]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Was it so in May?", True),
        ("The list is a mess", True),
        ("Was müsste passieren, damit ihr früher anfangen könnt?", False),
        ("In der Liste, so wie sie ist", False),
        ("What does “wie immer” mean to the ward?", True),
        ("", False),
    ],
)
def test_words_that_two_languages_share_do_not_make_a_text_english(text: str, english: bool) -> None:
    assert reads_english(text) is english
