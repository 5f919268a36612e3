"""The value pitch: how its blocks become a text, and which signs the review finds in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import load
from exercises.library import rubric
from exercises.pitch import BLOCKS, Review, compose, review
from tests.unit.strategies import FEW, TEXTS

EXAMPLE = compose(load("pitch-builder").example.answers)


def against(text: str, criterion: str) -> list[str]:
    """The words in a text that speak against one criterion."""
    return [sign.words for sign in review(text).against() if sign.criterion == criterion]


def test_blocks_stand_in_the_order_in_which_a_listener_needs_them() -> None:
    backwards = {block.name: f"{block.name.title()} here" for block in reversed(BLOCKS)}
    assert compose(backwards) == " ".join(f"{block.name.title()} here." for block in BLOCKS)


def test_every_block_serves_a_criterion_of_the_rubric() -> None:
    assert {block.criterion for block in BLOCKS} <= set(rubric())
    assert len({block.name for block in BLOCKS}) == len(BLOCKS) == 9


def test_empty_blocks_and_other_answers_are_left_out() -> None:
    assert compose({"moment": " ", "role": "nurse", "step": "Thursday at 8:30"}) == "Thursday at 8:30."
    assert compose({}) == ""


@pytest.mark.parametrize(
    ("moment", "before", "composed"),
    [
        ("You ring", "You wait", "You ring. You wait."),
        ("You ring.", "You wait!", "You ring. You wait!"),
        ("You ring,", "and wait", "You ring, and wait."),
        ("You ring …", "… and wait", "You ring and wait."),
        ("You ring …", "and wait", "You ring and wait."),
        ("You ring,", "… and wait", "You ring, and wait."),
        ("“You ring.”", "  You\n wait ", "“You ring.” You wait."),
    ],
)
def test_a_block_ends_with_a_stop_or_trails_into_the_next(moment: str, before: str, composed: str) -> None:
    assert compose({"moment": moment, "before": before}) == composed


@pytest.mark.parametrize("first", ["You ring,", "You ring …", "…", ""])
def test_an_ellipsis_alone_is_no_block(first: str) -> None:
    # Somebody who begins as the grey example does has typed just this.
    composed = compose({"moment": first, "before": "…", "after": "You see one page"})
    assert composed.endswith("You see one page.")
    assert composed == composed.strip()


@FEW
@given(blocks=st.dictionaries(st.sampled_from([block.name for block in BLOCKS]), TEXTS))
def test_any_blocks_compose_to_one_tidy_paragraph(blocks: dict[str, str]) -> None:
    composed = compose(blocks)
    assert composed == " ".join(composed.split())


def assert_signs_hold(text: str, found: Review) -> None:
    """What is true of every review: each sign stands where it says, and has a reason."""
    for sign in found.signs:
        assert text[sign.start : sign.end] == sign.words
        assert sign.criterion in rubric()
        assert sign.why
    assert [sign.start for sign in found.signs] == sorted(sign.start for sign in found.signs)


def test_signs_of_the_worked_example_stand_where_they_say() -> None:
    assert_signs_hold(EXAMPLE, review(EXAMPLE, "field_salesperson", "crm"))


@FEW
@given(text=TEXTS, role=st.sampled_from(("", "field_salesperson", "no such role")))
def test_signs_of_any_text_stand_where_they_say(text: str, role: str) -> None:
    assert_signs_hold(text, review(text, role, "crm"))


@FEW
@given(before=TEXTS, after=TEXTS)
def test_signs_keep_their_place_among_anything(before: str, after: str) -> None:
    text = f"{before}\nYou must start soon, guaranteed.\n{after}"
    assert_signs_hold(text, review(text))
    assert {"must", "soon", "guaranteed"} <= {sign.words for sign in review(text).against()}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\t ", id="blank"),
        pytest.param("…", id="an ellipsis"),
        pytest.param("word " * 10_000, id="10,000 words"),
        pytest.param("must " * 2_000, id="2,000 signs"),
        pytest.param("<b onclick='x'>must</b> &amp; <!--", id="markup"),
        pytest.param("\x00\x07\x1b[31m must\x7f", id="control characters"),
    ],
)
def test_any_text_gets_a_review(text: str) -> None:
    found = review(text, "nurse", "ehr")
    assert isinstance(found, Review)
    assert_signs_hold(text, found)


def test_all_words_are_counted_also_those_not_read() -> None:
    assert review("You wait.").count == 2
    assert review("word " * 10_000).count == 10_000


def test_a_guarantee_speaks_against_the_pitch() -> None:
    assert against("It is guaranteed that you will like it.", "C9") == ["guaranteed"]


@pytest.mark.parametrize(
    "text",
    [
        "It is not guaranteed that you will like it.",
        "It isn't guaranteed that you will like it.",
        # As phones and word processors write it.
        "It isn’t guaranteed that you will like it.",
    ],
)
def test_a_denied_guarantee_does_not_speak_against_the_pitch(text: str) -> None:
    assert against(text, "C9") == []


def test_a_denial_in_another_sentence_denies_nothing() -> None:
    assert against("We do not. Guaranteed.", "C9") == ["Guaranteed"]
    assert against("She said “we do not.” Guaranteed.", "C9") == ["Guaranteed"]


@pytest.mark.parametrize("apostrophe", ["'", "’"], ids=["straight", "typographic"])
def test_the_kind_of_apostrophe_does_not_matter(apostrophe: str) -> None:
    assert len(against(f"Don{apostrophe}t worry about it.", "C4")) == 1


@pytest.mark.parametrize("text", ["It is 100% safe.", "It is 100 % safe.", "It is 100 percent safe."])
def test_a_hundred_percent_is_an_absolute(text: str) -> None:
    assert len(against(text, "C9")) == 1


@pytest.mark.parametrize("number", ["20%", "20 %", "20 percent", "2 to 3 minutes", "ten clicks"])
def test_a_number_with_its_unit_speaks_for_a_visible_change(number: str) -> None:
    found = review(f"It took {number} of each day.")
    assert number in {sign.words for sign in found.signs if sign.criterion == "C3" if sign.helps}


def test_the_worked_example_has_signs_for_seven_criteria_or_more() -> None:
    found = review(EXAMPLE, "field_salesperson", "crm")
    assert len({sign.criterion for sign in found.signs if sign.helps}) >= 7
    assert found.against() == ()


def test_missing_names_the_criteria_without_a_sign_but_never_the_truth_gate() -> None:
    # A pitch that claims nothing needs no limit, so C9 is never missing.
    assert review("").missing() == tuple(c for c in rubric() if c != "C9")
    missing = review("Only you see it; expect ten minutes of typing.").missing()
    assert "C5" in missing
    assert "C4" not in missing
    assert "C9" not in missing


def test_against_begins_with_the_truth_gate() -> None:
    found = review("Everyone must use our powerful platform. It never fails. Guaranteed!").against()
    assert [sign.criterion for sign in found[:2]] == ["C9", "C9"]
    assert [sign.words for sign in found[:2]] == ["never fails", "Guaranteed"]
    assert [sign.start for sign in found[2:]] == sorted(sign.start for sign in found[2:])
    assert not any(sign.helps for sign in found)


def test_a_known_pair_asks_for_the_claim_that_must_not_be_made() -> None:
    known, unknown = review("x", "field_salesperson", "crm"), review("x", "a clown", "a horse")
    assert "That it sells for you" in known.questions[0]
    assert len(unknown.questions) == len(known.questions) - 1 == 1


def test_words_of_the_own_trade_speak_for_the_role() -> None:
    own = {sign.words for sign in review("No more evening reporting.", "field_salesperson").signs if sign.helps}
    assert {"evening", "reporting"} <= own
    assert "reporting" not in {sign.words for sign in review("No more evening reporting.", "").signs}
