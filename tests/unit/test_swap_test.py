"""Swap test: which words tie a text to a role, what the swap makes of it, and what the learner saw break."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import library
from exercises.exercise import Answer, Feedback
from exercises.models.role_words import KINDS, role_words, swapped, ties
from exercises.models.swap_test import EXERCISE, LONGEST, both, check, samples
from tests.unit.strategies import FEW, TEXTS

ROLES = st.sampled_from(sorted(role_words()))


def answers(**given: Answer) -> dict[str, Answer]:
    """Answers to the exercise, at their start where nothing is given."""
    return EXERCISE.answers(given)


def own(text: str, role: str = "nurse", other: str = "teacher", breaks: str = "nothing") -> Feedback:
    """What is said about a text of one's own."""
    return check(answers(sample="own", own_text=text, role=role, other=other, breaks=breaks))


def test_every_role_of_the_library_has_words_of_every_kind() -> None:
    assert list(role_words()) == list(library.roles())
    for one in role_words().values():
        assert one.names
        assert all(len(getattr(one, kind)) >= 2 for kind in KINDS), one.id
        assert len(one.world) >= 12


@FEW
@given(text=TEXTS, role=ROLES, other=ROLES)
def test_ties_stand_where_they_say_in_order_and_apart(text: str, role: str, other: str) -> None:
    end = 0
    for tie in ties(text, role, other):
        assert text[tie.start : tie.end] == tie.words
        assert tie.start >= end
        end = tie.end
    if role == other:
        assert ties(text, role, other) == ()


@FEW
@given(role=ROLES, other=ROLES, data=st.data())
def test_a_word_that_both_roles_have_does_not_break(role: str, other: str, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from([word for _, word in role_words()[role].world]))
    shared = word in {one for _, one in role_words()[other].world}
    assert not (shared and any(tie.words == word for tie in ties(f"You see the {word} there.", role, other)))


def test_words_that_a_nurse_shares_with_a_physician_break_for_a_teacher_only() -> None:
    text = "On the ward, before the round, you see the patient and the chart."
    assert [tie.words for tie in ties(text, "nurse", "physician")] == ["chart"]
    assert [tie.words for tie in ties(text, "nurse", "teacher")] == ["ward", "round", "patient", "chart"]


def test_every_word_of_a_role_ties_a_text_to_it() -> None:
    looked_at = 0
    for role in role_words().values():
        other = "teacher" if role.id != "teacher" else "buyer"
        theirs = {word for _, word in role_words()[other].world}
        for _, word in role.world:
            if word in theirs or word in role.names:
                continue
            assert ties(f"Look at the {word.upper()} first.", role.id, other), (role.id, word)
            looked_at += 1
    assert looked_at >= 400


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Nurses on the ward", "[Teachers] on the [classroom]"),
        ("the ward's bell, two wards", "the [classroom]'s bell, two [classrooms]"),
        ("a forward-ward plan, wardrobe, reward", "a forward-ward plan, wardrobe, reward"),
        ("at the medication\nroom", "at the [classroom]"),
        ("", ""),
    ],
)
def test_words_are_swapped_whole_and_in_their_number(text: str, becomes: str) -> None:
    assert swapped(text, ties(text, "nurse", "teacher")).lower() == becomes.lower()


def test_the_three_samples_are_general_half_and_tied() -> None:
    found = {name: check(answers(sample=name, breaks="nothing")) for name in samples()}
    assert [one.findings[0].id for one in found.values()] == ["nothing-breaks", "half-tied", "breaks-nothing"]
    assert [one.meters[0].value for one in found.values()] == [0, 1, 5]
    assert "tied" in found["tied"].ids


def test_the_samples_keep_their_kind_whatever_the_other_role() -> None:
    for other in library.roles():
        if other == "plant_operator":
            continue
        values = [check(answers(sample=name, other=other)).meters[0] for name in samples()]
        shares = [one.value / one.highest for one in values]
        assert shares[0] == 0, other
        assert 0 < shares[1] < 0.5 < shares[2], other


def test_a_name_alone_is_no_tie() -> None:
    assert (
        own("Dear nurses, the platform is there. You will like it. Have a look at it this week.").findings[0].id
        == "name-only"
    )


def test_words_that_the_learner_names_count_where_they_stand_in_the_text() -> None:
    text = "Before the bell you write the figures on the back of your glove. Then you type them in."
    assert own(text).findings[0].id == "nothing-breaks"
    found = own(text, breaks="the back of your glove\nunicorn")
    assert {"tied-by-you", "breaks-own"} <= set(found.ids)
    assert found.meters[0].value == 1
    assert "unicorn" not in found.summary


@pytest.mark.parametrize("breaks", ["the\nit\nand", "unicorn", "…", "<script>"])
def test_small_words_and_words_from_elsewhere_do_not_count(breaks: str) -> None:
    found = own("You look at it and then you close the thing and it is done for the day.", breaks=breaks)
    assert found.meters[0].value == 0
    assert found.findings[0].id == "nothing-breaks"


def test_an_own_role_needs_its_own_words() -> None:
    found = check(
        answers(
            sample="own", role="other", own_text="You call the first cue from the desk at eight.", breaks="first cue"
        )
    )
    assert {"no-list", "tied-by-you"} <= set(found.ids)


def test_another_language_is_read_by_the_learner() -> None:
    found = own(
        "Vor der Übergabe schreibst du die Werte auf den Handschuh, und am Bett liegt nichts mehr.", breaks="Handschuh"
    )
    assert "text-unread" in found.ids
    assert found.meters[0].value == 1


def test_the_panel_shows_the_text_twice() -> None:
    shown = both(answers(sample="half"))
    assert isinstance(shown, Feedback)
    as_it_is, then = shown.tables[0].rows
    assert "Dear operators" in as_it_is[1]
    assert "Dear [teachers]" in then[1]
    assert both(answers(sample="own")) == ""


def test_a_long_text_is_swapped_within_the_time_of_a_keystroke() -> None:
    given = answers(
        sample="own",
        role="nurse",
        own_text="Before the handover you walk from bed to bed with the chart. " * (LONGEST // 40),
    )
    both(given)
    began = time.perf_counter()
    both(given)
    assert time.perf_counter() - began < 0.03


def test_the_fields_of_an_own_text_are_asked_for_an_own_text_only() -> None:
    sample = answers(role="other")
    assert not any(EXERCISE.asked(name, sample) for name in ("role", "role_words", "own_text"))
    own_text = answers(sample="own", role="other")
    assert all(EXERCISE.asked(name, own_text) for name in ("role", "role_words", "own_text"))


def test_a_sentence_about_the_text_names_the_words_of_ours_that_it_holds() -> None:
    found = check(
        answers(sample="half", breaks="I think the line would be odd in a school, the rest could go anywhere")
    )
    assert "breaks-agree" in found.ids
    assert "breaks-not-there" not in found.ids


def test_general_words_that_the_learner_names_are_counted_as_theirs_and_not_praised() -> None:
    found = check(answers(sample="general", breaks="reporting, departments"))
    assert "all of them named by you" in found.summary
    assert [one.verdict for one in found.findings if one.id == "breaks-own"] == ["note"]


def test_a_contract_does_not_tell_hr_from_sales() -> None:
    assert ties("A contract ends tomorrow.", "hr_partner", "sales_manager") == ()
    assert [one.words for one in ties("A contract ends tomorrow.", "hr_partner", "nurse")] == ["contract"]
