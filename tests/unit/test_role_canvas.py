"""Role canvas: the share of guesses, what makes a line general, and the library's card beside one's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import library
from exercises.exercise import Answer, Feedback, Table
from exercises.models.role_canvas import EXERCISE, FACTS, check, shares, written
from tests.unit.strategies import FEW

LINES = ("job", "measure", "pain", "identity", "voices", "proof")
GOOD = EXERCISE.answers(EXERCISE.example.answers)


def answers(**given: Answer) -> dict[str, Answer]:
    """Answers to the exercise, at their start where nothing is given."""
    return EXERCISE.answers(given)


def about(field: str, text: str, source: str = "told", **given: Answer) -> list[str]:
    """Ids of what is said about one line."""
    found = check(answers(**{field: text, f"{field}_from": source, **given})).findings
    return [one.id for one in found if one.field in (field, f"{field}_from") and one.id != "facts-few"]


@FEW
@given(
    sources=st.lists(st.sampled_from(["", "told", "seen", "guess"]), min_size=6, max_size=6),
    lines=st.lists(st.booleans(), min_size=6, max_size=6),
)
def test_guesses_and_facts_are_counted_over_the_lines_that_are_written(sources: list[str], lines: list[bool]) -> None:
    given = {f"{name}_from": source for name, source in zip(LINES, sources, strict=True)}
    given |= {name: "What one of them said on Monday." for name, there in zip(LINES, lines, strict=True) if there}
    of = EXERCISE.answers(given)
    shown = shares(of)
    counted = [source for source, there in zip(sources, lines, strict=True) if there]
    if not counted:
        assert shown == ""
        return
    assert isinstance(shown, Feedback)
    guesses, facts = shown.meters
    assert (guesses.value, guesses.highest) == (counted.count("guess"), len(counted))
    told = counted.count("told") + counted.count("seen")
    assert facts.value == min(told, FACTS)
    assert ("facts-enough" in check(of).ids) == (told >= FACTS)
    assert ("facts-few" in check(of).ids) == (told < FACTS)


def test_a_line_that_does_not_say_how_it_is_known_is_asked_for_it() -> None:
    assert about("job", "Counts the tablets with a second nurse.", "") == ["from-missing"]


@pytest.mark.parametrize(
    ("field", "text", "finding"),
    [
        ("pain", "They have no modern tool", "pain-is-solution"),
        ("pain", "They need our platform", "pain-is-solution"),
        ("pain", "Too much work", "line-general"),
        ("measure", "KPIs", "line-general"),
        ("job", "Works with customers", "line-general"),
        ("voices", "Management", "line-general"),
        ("proof", "A demo", "line-general"),
        ("identity", "Is proud of the team", "identity-about"),
        ("identity", "stubborn, old school", "label"),
        ("job", "Older staff do it on paper", "group-talk"),
        ("proof", "Digital natives believe videos", "group-talk"),
    ],
)
def test_a_line_that_fits_many_roles_is_seen(field: str, text: str, finding: str) -> None:
    assert about(field, text) == [finding]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("pain", "On Friday she types the same four visits into two lists."),
        ("pain", "She needs two logins for one patient, and the second one fails in gloves."),
        ("measure", "Open items older than thirty days; the list goes out on Mondays."),
        ("measure", "Quality: returns per thousand bottles, on the board at the gate."),
        ("job", "Walks the line with a torch."),
        ("identity", "I hear it before the lamp goes on."),
        ("identity", "“With me nobody waits.”"),
        ("voices", "The fitter who has been there longest, and the safety rep of the night shift."),
        ("proof", "One close in parallel, and every figure the same."),
        ("job", "Zählt am Morgen die Tabletten mit der Kollegin von der Nachtschicht."),
    ],
)
def test_a_line_of_ones_own_is_left_alone(field: str, text: str) -> None:
    assert about(field, text) == []


def test_every_line_of_the_librarys_cards_is_known_as_copied() -> None:
    looked_at = 0
    for role in library.roles().values():
        for field, phrases in (
            ("pain", role.pains),
            ("proof", role.proof_they_believe),
            ("voices", role.trusted_messengers),
        ):
            text = ", ".join(phrases)
            assert about(field, text, "guess", role=role.id) == ["copied"], (role.id, field)
            assert about(field, text, "told", role=role.id) == ["copied-told"], (role.id, field)
            looked_at += 1
    assert looked_at >= 60


def test_the_librarys_card_comes_after_four_lines_of_ones_own_and_not_before() -> None:
    given: dict[str, Answer] = {"role": "nurse"}
    for number, name in enumerate(LINES, 1):
        given |= {name: f"Line {number} from the ward.", f"{name}_from": "told"}
        found = check(EXERCISE.answers(given))
        assert bool(found.tables) == (number >= 4)
        assert ("compare" in found.ids) == (number >= 4)
    assert "night-shift colleague" in found.tables[0].rows[4][2]


def test_a_role_of_ones_own_has_no_card_to_compare_with() -> None:
    found = check({**GOOD, "role": "other", "role_words": "Theatre stage manager"})
    assert found.tables == ()
    assert "no-card" in found.ids
    assert "theatre stage manager" in " ".join(one.says for one in found.findings)


def test_the_dossier_gets_every_line_with_where_it_comes_from() -> None:
    (table,) = written(GOOD)
    assert isinstance(table, Table)
    assert table.caption == "Field salesperson"
    assert ("Voices they trust", "The colleague who had the district before her.", "My guess") in table.rows
    assert written(answers()) == ()


def verdicts(field: str, text: str, source: str = "told") -> list[tuple[str, str]]:
    found = check(answers(**{field: text, f"{field}_from": source})).findings
    return [(one.id, one.verdict) for one in found if one.field == field and one.id != "facts-few"]


@pytest.mark.parametrize(
    "line", ["notices it before the monitor does", "The one who keeps the floor moving", "knows each lift by its sound"]
)
def test_a_told_line_that_finishes_the_sentence_of_the_field_is_theirs(line: str) -> None:
    assert verdicts("identity", line) == []
    assert verdicts("identity", line, "guess") == [("identity-about", "ask")]
    assert verdicts("identity", f"She {line}") == [("identity-about", "ask")]


def test_a_wish_for_a_tool_that_they_said_themselves_is_asked_about() -> None:
    assert verdicts("pain", "Lack of a proper tool, she says", "told") == [("pain-is-solution", "ask")]
    assert verdicts("pain", "Lack of a proper tool", "guess") == [("pain-is-solution", "change")]


def test_people_of_an_age_may_be_whom_they_serve_or_believe() -> None:
    assert verdicts("job", "Explains the form to older people at the counter") == [("group-talk", "ask")]
    assert verdicts("voices", "Older colleagues, above all the two oldest drivers") == []


def test_one_general_word_in_a_line_of_its_own_is_not_general() -> None:
    assert verdicts("proof", "Seeing the numbers on their own calls") == []
    assert verdicts("voices", "Whoever has done it longest") == []
    assert verdicts("proof", "the numbers") == [("line-general", "ask")]
