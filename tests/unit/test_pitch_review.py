"""The review of a pitch: levels that agree with raters, signs that stand where they say, and texts made to fool it."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.pitch_review import BASELINES, Agreement, compared, kept_back, writers_left_out
from exercises import library
from exercises.pitch import Review, review
from exercises.pitch.advice import next_change
from exercises.pitch.cues import CUES
from exercises.pitch.measures import MEASURES
from exercises.pitch.model import CRITERIA, model
from exercises.pitch.phrases import Phrases
from exercises.pitch.reading import LONGEST
from exercises.pitch.rules import band
from exercises.pitch.tokens import read
from exercises.pitch.trades import trade_words, trades, trades_of
from scripts.fit_pitch_weights import KEPT_BACK, Rated, fit_all, rated_pitches
from tests.unit.strategies import FEW, TEXTS

HONEST = (
    "At handover you write the list by hand. With the tablet the list is there when you come in. It is slow with wounds, "
    "and I don't know yet whether it helps at night. Come on Tuesday at two and try it with me."
)

# The twelve fixtures of the rubric: id, role, technology, text, C1 to C9 as its author scored them.
FIXTURES = (
    ("P01", "field_salesperson", "crm", "Our new CRM is a powerful, seamless platform that gives management full transparency and boosts ROI. All users must be onboarded by Friday. No training needed!", "000000111"),
    ("P02", "field_salesperson", "crm", "Before your next visit you open one page on the phone and see open offers and service calls, so you do not walk into a complaint. Yes, it also shows stalled deals, and that can feel like being checked. For the first eight weeks only you see your own list; Dana as sales director has signed that. Expect about ten minutes of typing a day; the Friday status mail is dropped for it. Tom in the North team has used it since May and still finds the search slow, ask him. Thursday 08:30, 20 minutes, bring two of your deals; if it is worse than your notebook, we note why and you can stop. The change itself is fixed because the old contract ends; which week your team starts is your call.", "332333332"),
    ("P03", "nurse", "ehr", "Nurse ward handover medication shift bed charting patient you save you gain minutes 12 minutes 5 minutes before after because choice works council signed Tuesday 14:00 20 minutes Mira Ward 3 override.", "000000002"),
    ("P04", "plant_operator", "erp", "You know how at six you stand there waiting for the right drawing. With this the order hangs on the screen when you come in. Stops get logged, and I will not pretend that nobody upstairs looks at that. Kalle and the safety rep went through who may see what; it is on the board at the line. Try it Wednesday on line 2 for one hour with Kalle. You say what is rubbish.", "322221223"),
    ("P05", "service_agent", "ai", "Do not worry, the assistant will never replace anyone. It is guaranteed to make your life easier and customers love it. Studies show that 80% of agents are happier.", "010010100"),
    ("P06", "controller", "bi", "Month end took your team four days of matching versions last quarter. With agreed definitions the pilot entity needed two to three, measured over two closes, which is few. You keep the pen on definitions. In return others will build charts without asking, and some will be wrong at first. Could we take your three most disputed figures on 9 May, 30 minutes, and see whether they hold?", "333221223"),
    ("P07", "physician", "mfa", "Hackers will steal patient data and it will be your fault. Use MFA now. No exceptions.", "100000001"),
    ("P08", "teacher", "collab", "We know that change is hard. Please join our exciting journey! More information will follow. You are free to choose, but the old drive will be deleted on Monday.", "000100001"),
    ("P09", "payroll_clerk", "hris", "Changes reach you before cut-off, with a warning to the manager and not to you. We run three months side by side and do not switch unless they match to the cent; Ines in payroll holds that stop. The parallel runs mean double work, about six hours each, paid as overtime. Which months you do not want is open, tell me by Thursday.", "322213323"),
    ("P10", "executive_sponsor", "crm", "All eleven units report green and full commitment. Eleven of eleven also told us that others go first. Four named an owner, two gave test data. I would like 15 minutes on Monday to choose one unit that could start in six weeks and what it would need from you.", "323121233"),
    ("P11", "it_support", "itsm", "Tickets will arrive with device, user and last change attached, so you stop asking the same three questions. You will have to set a category, which costs half a minute, and categories are visible to your lead. If a category does not fit, use 'other' and we rework the list every second Friday with two of you.", "332102212"),
    ("P12", "field_salesperson", "crm", "It is not guaranteed that you will like it, and I can never promise your territory stays the same; only Dana can.", "100200203"),
)  # fmt: skip


@cache
def fixture(name: str) -> Review:
    """The review of one fixture."""
    return next(review(text, role, technology) for id, role, technology, text, _ in FIXTURES if id == name)


def total(found: Review) -> int:
    """The sum of all levels."""
    return sum(found.levels.values())


@cache
def pitches() -> tuple[Rated, ...]:
    """All rated pitches."""
    return tuple(rated_pitches())


@cache
def figures(who: str) -> dict[str, Agreement]:
    """Agreement with the raters of the review and of the baselines, for a new writer or with three writers left out at a time."""
    if who == "a writer kept back":
        return compared(pitches(), kept_back(pitches()))
    seen = [pitch for pitch in pitches() if pitch.writer != KEPT_BACK]
    return compared(seen, writers_left_out(seen))


# --- agreement with raters -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "mean", "lowest", "spearman"),
    [("a writer kept back", 0.79, 0.65, 0.86), ("three writers left out", 0.76, 0.66, 0.88)],
)
def test_it_agrees_with_the_raters(who: str, mean: float, lowest: float, spearman: float) -> None:
    found = figures(who)["the review"]
    print(
        f"{who}: {len(pitches())} pitches: mean {found.mean:.3f}, lowest {min(found.kappa):.2f}, "
        f"Spearman {found.spearman:.3f}."
    )
    assert len(pitches()) >= 1000
    assert found.mean >= mean
    assert min(found.kappa) >= lowest
    assert found.spearman >= spearman


@pytest.mark.parametrize("name", BASELINES)
def test_it_agrees_better_than_each_baseline_with_three_writers_left_out(name: str) -> None:
    of_ours, of_theirs = figures("three writers left out")["the review"], figures("three writers left out")[name]
    worse = [c for c, a, b in zip(CRITERIA, of_ours.kappa, of_theirs.kappa, strict=True) if a <= b]
    # C1: letters know a trade from any of its words; the review must also see whose trade it is.
    assert worse == (["C1"] if name == "word and letter n-grams" else [])
    assert of_ours.mean > of_theirs.mean
    assert of_ours.spearman > of_theirs.spearman


def test_the_shipped_tables_are_what_a_fit_gives() -> None:
    shipped, fitted = model(), fit_all()
    assert list(shipped.words) == list(fitted.words)
    assert len(shipped.words) > 1500
    for stem, row in fitted.words.items():
        assert shipped.words[stem] == pytest.approx(row, abs=2e-3), stem
    assert list(shipped.weights) == list(fitted.weights) == list(MEASURES)
    for name, weights in fitted.weights.items():
        assert shipped.weights[name] == pytest.approx(weights, abs=2e-4), name
        assert shipped.means[name] == pytest.approx(fitted.means[name], abs=2e-4), name
    assert shipped.starts == pytest.approx(fitted.starts, abs=2e-4)
    for shipped_cuts, fitted_cuts in zip(shipped.from_level, fitted.from_level, strict=True):
        assert shipped_cuts == pytest.approx(fitted_cuts, abs=2e-3)


# --- the fixtures of the rubric --------------------------------------------------------------------------------------


def test_the_fixtures_are_near_their_authors_scores() -> None:
    off = []
    for id, _, _, _, scores in FIXTURES:
        levels = fixture(id).levels
        off += [abs(levels[criterion] - int(score)) for criterion, score in zip(CRITERIA, scores, strict=True)]
    print(
        f"{len(off)} levels, off by {sum(off) / len(off):.2f} on average, {sum(one > 1 for one in off)} by more than one."
    )
    assert sum(off) / len(off) <= 0.55
    assert sum(one > 1 for one in off) <= 8


def test_keywords_do_not_pass_for_plain_speech() -> None:
    assert total(fixture("P03")) == 0
    assert total(fixture("P04")) >= 15


@pytest.mark.parametrize("id", ["P01", "P05", "P07", "P08"])
def test_weak_fixtures_are_not_ready(id: str) -> None:
    assert fixture(id).band == "not ready"


@pytest.mark.parametrize("id", ["P02", "P04", "P06", "P09"])
def test_good_fixtures_are_usable_or_strong(id: str) -> None:
    assert fixture(id).band in ("usable", "strong")


def test_a_dated_order_is_no_step_of_ones_own() -> None:
    assert fixture("P01").levels["C8"] <= 1


def test_a_false_choice_is_none() -> None:
    assert fixture("P08").levels["C7"] <= 1


# --- texts made to fool it -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Ward, handover, charting, 20 minutes instead of 40, counted in March, works council signed, only you see, Mira on Ward 3 has used it, still slow, two slow shifts, help on the ward, audit dropped, your call, Tuesday 14:00, 20 minutes, we do not know yet.",
        "nurse ward handover 12 minutes 5 minutes before after because choice works council signed Tuesday 14:00 20 minutes Mira Ward 3 ask her slow at first training help on the ward your call if it is worse we stop we do not know yet",
        "Nurse nurse nurse! Ward ward! Handover Tuesday 14:00! Signed! Your choice! 12 minutes not 20 minutes! Ask Mira! No more typing! If worse we stop! We don't know yet!",
        "Your benefit: less stress, time saved, fear addressed, proof provided, pilot available, honest downside, next step Monday. Evidence: peer, data, trial, colleague, measured before and after. Your concern is understood: job, control, surveillance, quality. You decide. You can opt out.",
        "must " * 2_000,
    ],
)  # fmt: skip
def test_no_list_of_keywords_stands_above_an_honest_pitch(text: str) -> None:
    assert total(review(text, "nurse", "ehr")) < total(review(HONEST, "nurse", "ehr"))


def test_saying_it_ten_times_is_not_saying_it_better() -> None:
    once = "You must start soon. It takes two hours."
    assert total(review(once * 10)) <= total(review(once)) + 3


@pytest.mark.parametrize(
    "text",
    [
        "It is not guaranteed that you will like it.",
        "The vendor says it never fails. I do not believe that.",
        "They told you that nobody will lose a job. I cannot promise that.",
        "“Zero errors” says the poster. That is not true: we had nine last week.",
        "Is it 100% safe? No.",
        "Nobody can guarantee that no job will be lost.",
        "I won't tell you that errors will be zero.",
        "Don’t believe anyone who says it's guaranteed.",
        "The brochure promises zero errors; we counted nine.",
        "Some say it never fails. It does.",
        "You may have read “guaranteed to save an hour”. Nobody here measured that.",
        "It would be a lie to say nobody will lose a job.",
    ],
)
def test_a_claim_that_is_denied_does_not_fire_the_gate(text: str) -> None:
    found = review(text)
    assert found.levels["C9"] > 0
    assert [sign.words for sign in found.against() if sign.criterion == "C9"] == []


@pytest.mark.parametrize(
    "text",
    [
        "It is guaranteed to work.",
        "Nobody will lose a job.",
        "We do not lose data, guaranteed.",
        "It isn't hard and it's guaranteed to save time.",
        "Do not worry, zero errors from day one.",
        "Not one person will lose their job, I promise you.",
        "You will never type again. Guaranteed!",
    ],
)
def test_a_claim_that_nobody_can_keep_fires_the_gate(text: str) -> None:
    honest_else = f"{HONEST} {text}"
    assert review(honest_else, "nurse", "ehr").levels["C9"] == 0
    assert review(honest_else, "nurse", "ehr").band == "not ready"
    assert review(HONEST, "nurse", "ehr").levels["C9"] > 0


def good_for_their_role() -> list[Rated]:
    """Rated pitches that fit their role, for roles whose trade is known."""
    return [pitch for pitch in pitches() if pitch.ratings[0] >= 2 and trades_of(pitch.role)]


def test_a_pitch_that_is_read_for_another_role_loses_c1() -> None:
    lower = tried = 0
    for pitch in good_for_their_role():
        if pitch.role in library.roles():
            own = review(pitch.text, pitch.role).levels["C1"]
            for role in ("nurse", "controller", "developer", "teacher"):
                if not trades_of(role) & trades_of(pitch.role):
                    tried += 1
                    lower += review(pitch.text, role).levels["C1"] < own
    print(f"{lower} of {tried} are lower.")
    assert tried >= 1000
    assert lower / tried >= 0.75


def test_a_pitch_whose_role_words_are_swapped_loses_c1() -> None:
    chance = random.Random(3)
    lower = tried = 0
    for pitch in good_for_their_role():
        other, many = swapped(pitch, chance)
        if many >= 3:  # fewer known words are no trade that a text could lose
            tried += 1
            lower += review(other, pitch.role).levels["C1"] < review(pitch.text, pitch.role).levels["C1"]
    print(f"{lower} of {tried} are lower.")
    assert tried >= 400
    assert lower / tried >= 0.9


def test_a_pitch_in_the_words_of_another_trade_is_told_so() -> None:
    text = next(text for id, _, _, text, _ in FIXTURES if id == "P06")
    for_a_nurse = review(text, "nurse", "bi").profile["C1"]
    assert for_a_nurse.value == 0
    assert "another trade" in for_a_nurse.because[0]
    assert review(text, "controller", "bi").levels["C1"] >= 2


def test_a_role_that_nobody_knows_costs_nothing() -> None:
    assert trades_of("wizard") == frozenset()
    assert review(HONEST, "wizard").levels["C1"] >= 2


def swapped(pitch: Rated, chance: random.Random) -> tuple[str, int]:
    """The pitch with each word of its listener's trade replaced by one of another trade, and how many they are."""
    words = [word for sentence in read(pitch.text) for word in sentence.words]
    own = trade_words([word.word for word in words], pitch.role).own_words
    mine = frozenset(word for trade in trades_of(pitch.role) for word in trades()[trade].words)
    other = chance.choice(sorted(set(trades()) - trades_of(pitch.role)))
    pool, instead, text = sorted(trades()[other].words - mine), dict[str, str](), pitch.text
    for word in reversed(words):
        if word.word in own:
            text = text[: word.start] + instead.setdefault(word.word, chance.choice(pool)) + text[word.end :]
    return text, len(instead)


@pytest.mark.parametrize(
    "text",
    [
        "Ab Montag sehen Sie im Auto die offenen Angebote. Am Dienstag um 14 Uhr zeigen wir es in Raum 3.",
        "Vous ne devez plus appeler le bureau. Mardi à 14 heures, vingt minutes dans la salle 3, avec deux dossiers.",
        "U hoeft niet meer te bellen. Dinsdag om 14 uur laten we het zien in kamer 3, neem twee dossiers mee.",
        "Non devi più chiamare. Martedì alle 14, venti minuti nella stanza 3, porta due casi.",
        "Вам больше не нужно звонить. Во вторник в 14:00, двадцать минут.",
        "您不再需要打电话。星期二14:00。",
    ],
    ids=["German", "French", "Dutch", "Italian", "Russian", "Chinese"],
)
def test_another_language_is_not_judged(text: str) -> None:
    found = review(text, "nurse", "ehr")
    assert set(found.levels.values()) == {0}
    assert "English" in found.unread
    assert found.next_change is None


@pytest.mark.parametrize("text", ["", " \n\t", "…", "?!", "🙂🙂"], ids=["empty", "blank", "ellipsis", "marks", "emoji"])
def test_nothing_is_not_judged(text: str) -> None:
    found = review(text)
    assert found.unread
    assert set(found.levels.values()) == {0}
    assert found.band == "not ready"


def test_a_name_in_another_language_does_not_make_the_text_foreign() -> None:
    assert review("Łukasz and Zoë at the Café Müller have had it since May, and they still find it slow.").unread == ""


LONG = {
    "ten thousand words": " ".join([HONEST] * 250),
    "one word": "word " * 10_000,
    "no blank": "a" * 100_000,
    "full stops": ".!?" * 20_000,
    "quotation marks": "\"'“" * 20_000,
    "digits": "1," * 50_000,
    "you not you": "you not " * 10_000,
    "a gap of words": "from 3 to " * 10_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_long_text_is_read_in_bounded_time(text: str) -> None:
    review("Warm up.")
    start = time.perf_counter()
    found = review(text, "nurse", "ehr")
    assert time.perf_counter() - start < 5
    assert_in_range(found)
    assert all(sign.end <= LONGEST for sign in found.signs)


# --- what is true of every review ------------------------------------------------------------------------------------


def assert_in_range(found: Review) -> None:
    assert list(found.levels) == list(CRITERIA)
    assert all(0 <= level <= 3 for level in found.levels.values())
    assert found.band in ("not ready", "rough", "usable", "strong")
    assert set(found.certain) == set(CRITERIA)
    assert found.questions


@FEW
@given(text=st.one_of(TEXTS, st.text(max_size=400)), role=st.sampled_from(("", "nurse", "lighthouse keeper")))
def test_any_text_gets_levels_and_signs_that_stand_where_they_say(text: str, role: str) -> None:
    found = review(text, role, "crm")
    assert_in_range(found)
    for sign in found.signs:
        assert text[sign.start : sign.end] == sign.words
        assert sign.why


@FEW
@given(
    words=st.lists(
        st.sampled_from(sorted({w for cue in CUES.values() for w in cue.phrases.split() if w.isalpha()})), max_size=60
    )
)
def test_any_words_of_cues_get_levels_and_signs(words: list[str]) -> None:
    text = " ".join(words)
    found = review(text)
    assert_in_range(found)
    assert all(text[sign.start : sign.end] == sign.words for sign in found.signs)


def test_a_level_above_0_can_show_why() -> None:
    shown = 0
    for pitch in pitches():
        found = review(pitch.text, pitch.role)
        for criterion, level in found.profile.items():
            assert level.because or found.signs_of(criterion), (pitch.id, criterion)
            shown += level.value >= 2 and bool([sign for sign in found.signs_of(criterion) if sign.helps])
    print(f"{shown} levels of 2 and 3 show a helping sign.")
    assert shown > 500


def test_only_what_the_rubric_calls_high_is_certain() -> None:
    for pitch in pitches()[:40]:
        certain = {criterion for criterion, sure in review(pitch.text, pitch.role).certain.items() if sure}
        assert certain <= {"C3", "C6", "C8"}


# --- band and next change --------------------------------------------------------------------------------------------


def profile(levels: str) -> dict[str, int]:
    """Levels by criterion, from nine digits."""
    return {criterion: int(level) for criterion, level in zip(CRITERIA, levels, strict=True)}


@pytest.mark.parametrize(
    ("levels", "is_"),
    [
        ("333333330", "not ready"),
        ("111111101", "not ready"),
        ("111111111", "rough"),
        ("222222110", "not ready"),
        ("333033333", "rough"),
        ("222222111", "usable"),
        ("333133332", "usable"),
        ("333233332", "strong"),
        ("333222222", "strong"),
        ("322222222", "usable"),
    ],
)
def test_the_band_follows_the_rubric(levels: str, is_: str) -> None:
    assert band(profile(levels)) == is_


@pytest.mark.parametrize(
    ("levels", "first"),
    [("000000000", "C9"), ("202222222", "C2"), ("222022222", "C4"), ("333323333", "C5"), ("112222222", "C2"), ("222222212", "C8")],
)  # fmt: skip
def test_one_change_comes_first(levels: str, first: str) -> None:
    change = next_change(profile(levels))
    assert change is not None
    assert change.criterion == first
    assert change.level == profile(levels)[first]
    assert change.do
    assert change.because


def test_a_pitch_with_nothing_to_mend_gets_no_change() -> None:
    assert next_change(profile("333333333")) is None


@given(st.lists(st.integers(0, 3), min_size=9, max_size=9))
def test_every_profile_below_the_top_gets_a_change(levels: list[int]) -> None:
    of: Mapping[str, int] = dict(zip(CRITERIA, levels, strict=True))
    assert (next_change(of) is None) == (set(levels) == {3})


# --- phrases ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("no more _", "There is no more typing here.", "no more typing"),
        ("typi*", "She typed it.", ""),
        ("typ*", "She typed it.", "typed"),
        ("ask|ring <name>", "Please ask Mira now.", "ask Mira"),
        ("from .. to", "It went from nine long days to five.", "from nine long days to"),
        ("from .. to", "It went from one very long week there to five.", ""),
        ("used it? since", "She has used since May.", "used since"),
        ("^ yes", "Yes, it does.", "Yes"),
        ("^ yes", "Oh yes, it does.", ""),
    ],
)
def test_a_phrase_finds_what_it_says(phrase: str, text: str, words: str) -> None:
    tokens = read(text)[0].words
    found = [text[tokens[first].start : tokens[end - 1].end] for _, first, end in Phrases([("x", phrase)]).find(tokens)]
    assert found == ([words] if words else [])


def test_a_phrase_that_begins_with_nearly_anything_is_refused() -> None:
    with pytest.raises(ValueError, match="fewer than three letters"):
        Phrases([("x", "_ more")])


def test_every_cue_can_be_found_and_says_why() -> None:
    phrases = [phrase.strip() for cue in CUES.values() for phrase in cue.phrases.split(";")]
    print(f"{len(CUES)} kinds of cue, {len(phrases)} phrases.")
    assert len(phrases) > 2_000
    assert all(phrases)
    for cue in CUES.values():
        assert cue.why
        assert set(cue.criteria.split()) <= set(CRITERIA)
