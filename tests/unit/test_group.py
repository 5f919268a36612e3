"""The group at a glance: every file is read or refused with a reason, and the figures are those of the learners."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import EXERCISES, load
from exercises.dossier.store import FORMAT, VERSION, Kept
from exercises.group import Entry, Group, figures, put_together, read_file
from exercises.group.counts import FEW, FEWEST, OTHER_ROLES, PAIRS
from exercises.group.made_up import as_file, made_up_dossier, made_up_files
from exercises.group.texts import mixed, without_names
from exercises.quiz import quiz
from tests.group_files import SOUND, broken_files, partly_sound, two_hundred, whole
from tests.unit.strategies import FEW as RUNS
from tests.unit.strategies import TEXTS, answers_to


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    return [read_file(name, content) for name, content in two_hundred()]


@pytest.fixture(scope="module")
def group(entries: list[Entry]) -> Group:
    return put_together(entries)


def of(*dossiers: Kept) -> Group:
    """A group of these dossiers."""
    return put_together(read_file(f"{at}.json", as_file(one)) for at, one in enumerate(dossiers))


def test_there_are_two_hundred_files_and_twenty_are_broken() -> None:
    names = [name for name, _ in two_hundred()]
    assert len(names) == len(set(names)) == 200
    assert len(broken_files()) == 20
    assert len({one.name for one in broken_files()}) == 20


def test_each_broken_file_is_listed_with_its_reason_and_nothing_else_is(group: Group) -> None:
    listed = {one.name: one for one in group.listed}
    assert set(listed) == {one.name for one in broken_files()}
    for one in broken_files():
        assert listed[one.name].kind == one.kind, one.name
        assert one.why in listed[one.name].reason
    assert group.files == 200
    kinds = Counter(one.kind for one in broken_files())
    assert kinds == {"refused": 17, "part": 1, "twice": 1, "older": 1}


def test_every_sound_file_counts_as_one_learner(group: Group) -> None:
    # 180, and the one that was counted in part.
    assert len(group.learners) == SOUND + 1
    assert figures(group.learners).learners == SOUND + 1


def test_broken_files_change_no_figure(entries: list[Entry], group: Group) -> None:
    kinds = {one.name: one.kind for one in broken_files()}
    alone = put_together(one for one in entries if one.name not in kinds)
    assert len(alone.learners) == SOUND
    assert alone.listed == ()
    with_part = put_together(one for one in entries if kinds.get(one.name, "part") == "part")
    assert figures(with_part.learners) == figures(group.learners)


@RUNS
@given(order=st.permutations(range(24)))
def test_the_order_of_files_changes_nothing(order: list[int]) -> None:
    files = _TWENTY_FOUR
    there, mixed = put_together(files), put_together(files[at] for at in order)
    assert mixed == there
    assert len(there.learners) == 20


def _some() -> list[Entry]:
    files = list(made_up_files(20))
    files += [("again.json", files[3][1]), ("again-2.json", files[3][1]), ("no.json", b"no"), ("no-2.json", b"{}")]
    return [read_file(*one) for one in files]


_TWENTY_FOUR = _some()


@RUNS
@given(content=st.one_of(st.binary(max_size=200), TEXTS.map(lambda text: text.encode("utf-8", "replace"))), name=TEXTS)
def test_any_bytes_are_refused_and_never_crash(content: bytes, name: str) -> None:
    found = read_file(name, content)
    assert found.learner is None
    assert found.reason.endswith((".", "?"))


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@RUNS
@given(data=st.data())
def test_any_answers_are_read_or_left_out(data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from([*EXERCISES, "quiz-02-threats", "__proto__"]), max_size=3))
    given_ = {
        name: data.draw(
            st.one_of(ANY_JSON, answers_to(load(name)) if name in EXERCISES else st.dictionaries(TEXTS, TEXTS, max_size=2))
        )
        for name in names
    }  # fmt: skip
    found = read_file("a.json", json.dumps({"format": FORMAT, "version": VERSION, "exercises": given_}).encode())
    told = put_together([found])
    assert figures(told.learners).learners == (found.learner is not None)
    assert bool(found.learner) != bool(found.reason)
    assert "report" not in found.reason, "a rule failed"


def test_what_another_version_of_the_course_has_is_left_out_and_said() -> None:
    found = read_file(*partly_sound())
    assert found.learner is not None
    assert found.notes == (
        "1 exercise that this course does not know was left out.",
        "1 answer that no field of the course can hold was left out.",
    )


def test_a_file_that_the_browser_could_not_open_is_listed() -> None:
    assert "could not open" in read_file("folder", b"", 4096).reason


def test_a_file_of_which_only_the_beginning_came_is_too_large() -> None:
    assert "50,000,000 bytes" in read_file("large.json", b"[" * 4_000_000, 50_000_000).reason


def test_the_same_file_twice_is_one_learner() -> None:
    one = made_up_dossier(1)
    told = of(one, dict(reversed(one.items())), made_up_dossier(2))
    assert len(told.learners) == 2
    assert [(item.name, item.kind) for item in told.listed] == [("1.json", "twice")]
    assert figures(told.learners) == figures(of(one, made_up_dossier(2)).learners)


def test_of_two_versions_the_fuller_one_counts() -> None:
    full = made_up_dossier(7)
    early = {name: full[name] for name in ("pledge-converter", "threat-finder", "pitch-builder")}
    early["pledge-converter"] = {**early["pledge-converter"], "owner": "somebody else by now"}
    told = of(early, full, made_up_dossier(8))
    assert figures(told.learners) == figures(of(full, made_up_dossier(8)).learners)
    assert [(item.name, item.kind) for item in told.listed] == [("0.json", "older")]
    apart = put_together([read_file(str(at), as_file(one)) for at, one in enumerate((early, full))], versions=False)
    assert len(apart.learners) == 2


def test_learners_who_share_a_rollout_and_its_announcement_stay_two() -> None:
    shared: Kept = {
        "my-rollout": {"system": "the new stock system", "fixed": "The contract ends in June.", "open": "Which week we start.", "date": "1 March"},
        "first-line": {"line": "We are excited to introduce the new stock system to all of you."},
    }  # fmt: skip
    one, other = (
        {**shared, "pledge-converter": {"cue": f"After the close of {where}", "action": f"load ten records of {where}"}}
        for where in ("the north", "the south")
    )
    assert len(of(one, other).learners) == 2  # type: ignore[arg-type]


def test_a_worked_example_is_not_the_learners() -> None:
    example = dict(load("pledge-converter").example.answers)
    told = of({"pledge-converter": example, "quiz-02-threats": {}, "first-line": {"line": "We introduce a new tool."}})
    assert set(told.learners[0].exercises) == {"first-line"}
    assert told.learners[0].plan is None


def _threatened(role: str, at: int) -> Kept:
    rows: dict[str, Any] = {
        "role": role,
        "technology": "crm",
        "threat_1_mark": "ask",
        "threat_1_for": f"Seen on {at} days.",
    }
    return {"threat-finder": rows}  # fmt: skip


def test_under_five_learners_nothing_is_broken_down_by_role() -> None:
    for many in range(1, FEW + 2):
        told = figures(of(*(_threatened("nurse", at) for at in range(many))).learners)
        assert bool(told.roles) == (many >= FEW), many
        assert told.threats[0].learners == many


@RUNS
@given(roles=st.lists(st.sampled_from(["nurse", "teacher", "buyer", "controller", "other"]), max_size=14))
def test_nobody_can_be_told_from_a_role_not_even_by_subtraction(roles: list[str]) -> None:
    told = figures(of(*(_threatened(role, at) for at, role in enumerate(roles))).learners)
    if not told.roles:
        return
    assert sum(one.learners for one in told.roles) == len(roles) >= FEW
    assert all(one.learners >= FEWEST for one in told.roles)
    assert [one.name for one in told.roles if one.name == OTHER_ROLES] in ([], [OTHER_ROLES])


PLAIN = "We introduce a new system for everybody and we are excited about it."


def _tasks(first: str, second: str, whens: tuple[str, str], at: int) -> Kept:
    texts = {"a": (first, whens[0]), "b": (second, whens[1])}
    return {f"pitch-task-{x}": {"text": f"{text} ({at})", "when": when} for x, (text, when) in texts.items()}


def test_before_and_after_follow_what_the_learner_said_and_not_the_letter() -> None:
    good = (
        "On your round you write nine numbers on paper. From Monday the list is on your phone, and you need no paper."
    )
    told = figures(
        of(
            *(_tasks(PLAIN, good, ("before", "after"), at) for at in range(2)),
            *(_tasks(good, PLAIN, ("after", "before"), at) for at in range(2, 5)),
        ).learners
    )
    (moved,) = told.moved
    assert (moved.pair, moved.learners, told.began) == ("tasks", 5, (2, 3, 0))
    assert moved.criteria["C1"][2:] == (5, 0, 0)
    assert moved.criteria["C3"][2:] == (5, 0, 0)


@pytest.mark.parametrize(
    ("whens", "began"),
    [(("before", ""), (3, 0, 0)), (("", "after"), (3, 0, 0)), (("after", ""), (0, 3, 0)), (("", "before"), (0, 3, 0)),
     (("", ""), (0, 0, 3)), (("before", "before"), (0, 0, 3)), (("after", "after"), (0, 0, 3))],
)  # fmt: skip
def test_an_order_that_is_not_said_is_not_guessed(whens: tuple[str, str], began: tuple[int, int, int]) -> None:
    told = figures(of(*(_tasks(PLAIN, PLAIN, whens, at) for at in range(3))).learners)
    assert told.began == began
    assert bool(told.moved) == (began[2] == 0)


def test_an_earlier_pitch_that_was_set_aside_is_laid_beside_the_present_one() -> None:
    dossiers: list[Kept] = []
    for at in range(FEWEST):
        now = {
            **load("pitch-builder").example.answers,
            "moment": f"Before visit {at} you sit in the car and ring the office.",
        }
        dossiers.append(
            {"pitch-builder": {**now, "kept": json.dumps([{"after": f"Our platform {at} gives full transparency."}])}}
        )
    told = figures(of(*dossiers).learners)
    assert [one.pair for one in told.moved] == ["versions"]
    assert set(PAIRS) == {"tasks", "versions", "announcement"}


def test_quizzes_are_counted_by_their_right_options() -> None:
    item = next(one for one in quiz("01-last-in-line").items if one.pick == 2)
    right = [option.id for option in item.options if option.right]
    answers = [" ".join(right), " ".join(reversed(right)), right[0], "no-such-option", ""]
    given_: list[Kept] = [
        {"quiz-01-last-in-line": {item.id: one}, **_threatened("nurse", at)} for at, one in enumerate(answers)
    ]
    told = figures(of(*given_).learners)
    assert [(one.item, one.answered, one.wrong) for one in told.items] == [(item.id, 3, 1)]


def test_a_day_that_has_passed_since_is_no_change_and_a_part_of_the_plan() -> None:
    plan: Kept = {
        "pledge-converter": {
            "cue": "after the audit",
            "action": "check ten records",
            "owner": "stock clerk",
            "date": "2019-05-14",
        }
    }
    told = figures(of(plan).learners)
    assert told.plans == (0, 0, 0, 0, 1)
    assert told.exercises[0].changed == 0


def test_names_that_a_rule_sees_are_replaced() -> None:
    text = "Ask Ms Okafor and Anna, Peter, Paul, Maria, Laura, Julia and Eva; keep Annatto."
    assert without_names(text) == (
        "Ask [a name] and [a name], [a name], [a name], [a name], [a name], [a name] and [a name]; keep Annatto."
    )


def test_half_an_emoji_is_read_like_any_text() -> None:
    content = whole({"two-meter-pitch": {"open_point": "Who sees it \\ud83d is open."}}).replace(
        b"\\\\ud83d", b"\\ud83d"
    )
    assert b"\\ud83d" in content
    told = put_together([read_file("half.json", content)])
    assert figures(told.learners).questions["open"][0][0].startswith("Who sees it")


def test_neither_learners_nor_words_stand_in_the_order_of_the_names_of_files() -> None:
    files = made_up_files(12)
    there = put_together(read_file(*one) for one in files)
    renamed = put_together(read_file(f"{chr(122 - at)}.json", content) for at, (_, content) in enumerate(files))
    assert renamed == there
    texts = [text for one in there.learners for _, text in one.questions]
    assert len(set(texts)) >= 20
    assert mixed(texts) == mixed(texts[::-1])
    assert sorted(mixed(texts)) == sorted(texts)
    assert mixed(texts) != tuple(sorted(texts))
