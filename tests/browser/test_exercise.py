"""An exercise as a reader meets it: early, late, twice, by keyboard, with odd text, after a reload."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from exercises import EXERCISES, load
from exercises.exercise import Exercise
from exercises.talk import OWN, read_moves, write_moves
from tests.browser.conftest import START_MS, NewReader, Reader
from tests.course import page_of

INDEX = "book/index.html"
CHAPTER_1 = "notebooks/01-last-in-line.html"
CHAPTER_5 = "notebooks/05-value-pitch.html"
PAGE_OF = page_of("exercise")


# Remembers the field, and every time that a script puts less into it than the reader had typed.
WATCH_FIELD = """(field) => {
  window.firstField = field;
  window.taken = [];
  const real = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
  Object.defineProperty(field, 'value', {
    get() { return real.get.call(this); },
    set(text) {
      if (text.length < real.get.call(this).length) window.taken.push(text);
      real.set.call(this, text);
    },
  });
}"""


def test_every_exercise_has_a_page() -> None:
    assert set(PAGE_OF) == set(EXERCISES)
    assert len(PAGE_OF) >= 6


def test_typing_before_python_is_ready_keeps_field_focus_and_text(reader: NewReader) -> None:
    one = reader().open(CHAPTER_5).shown()
    field = one.field("pitch-builder", "The moment")
    field.click()
    field.evaluate(WATCH_FIELD)
    typed = ""
    while one.page.locator("html.live-ready").count() == 0:
        one.page.keyboard.type("ab ")
        typed += "ab "
        one.page.wait_for_timeout(100)
    one.page.keyboard.type("end")
    assert len(typed) > 3, "Python was ready before anything could be typed"
    assert field.input_value() == f"{typed}end"
    assert field.evaluate("(e) => e === window.firstField && document.activeElement === e")
    assert one.page.evaluate("() => window.taken") == [], "text was taken out of the field under the reader's hands"
    expect(one.exercise("pitch-builder").locator(".composed")).to_contain_text(f"{typed}end")


def test_a_click_before_python_is_ready_is_noted_and_answered(reader: NewReader) -> None:
    one = reader().open(INDEX).shown()
    one.field("first-line", "The sentence").fill("We introduce our powerful platform.")
    one.press("first-line", "Read my sentence")
    expect(one.exercise("first-line").locator(".live-status")).to_contain_text("Noted.")
    one.answer("first-line", "It speaks of the sender.")


def test_the_start_is_visible_and_says_when_feedback_is_ready(reader: NewReader) -> None:
    one = reader().open(INDEX).shown()
    status = one.exercise("first-line").locator(".live-status")
    expect(status).to_contain_text("You can answer already.")
    expect(status.get_by_role("progressbar")).to_be_attached()
    one.ready()
    expect(status).to_contain_text("Feedback is ready.")
    expect(status.get_by_role("progressbar")).to_have_count(0)


def test_answers_survive_a_reload_and_python_knows_them(reader: NewReader) -> None:
    one = reader().open(CHAPTER_1).ready()
    one.field("pledge-converter", "When?").fill("After the harvest")
    one.field("last-in-line", "Whose queue?").select_option("My own rollout")
    one.field("last-in-line", "Your guess").fill("4")
    one.page.keyboard.press("Tab")
    expect(one.exercise("pledge-converter").locator(".composed")).to_contain_text("After the harvest")
    assert one.dossier()["last-in-line"]["queue"] == "own", "a choice is kept by its permanent id"
    one.page.reload()
    one.shown()
    assert one.field("pledge-converter", "When?").input_value() == "After the harvest"
    assert one.field("last-in-line", "Your guess").input_value() == "4"
    expect(one.field("last-in-line", "Whose queue?")).to_have_value("My own rollout")
    one.ready()
    expect(one.exercise("pledge-converter").locator(".composed")).to_contain_text("After the harvest")


def test_text_typed_before_python_is_ready_survives_a_reload_in_the_middle(reader: NewReader) -> None:
    one = reader().open(CHAPTER_5).shown()
    one.field("pitch-builder", "The fear").fill("They count my clicks.")
    one.page.reload()
    one.shown()
    assert one.field("pitch-builder", "The fear").input_value() == "They count my clicks."
    one.ready()
    expect(one.exercise("pitch-builder").locator(".composed")).to_contain_text("They count my clicks.")


def test_starting_over_clears_and_can_be_taken_back(reader: NewReader) -> None:
    one = reader().open(INDEX).ready()
    field = one.field("first-line", "The sentence")
    field.fill("My own words.")
    one.press("first-line", "Start over")
    expect(field).to_have_value("")
    one.page.reload()
    one.ready()
    expect(field).to_have_value("")
    one.press("first-line", "Bring my answers back")
    expect(field).to_have_value("My own words.")


def test_the_worked_example_sets_own_answers_aside(reader: NewReader) -> None:
    one = reader().open(INDEX).ready()
    field = one.field("first-line", "The sentence")
    field.fill("My own words.")
    one.press("first-line", "Worked example")
    expect(field).not_to_have_value("My own words.")
    one.press("first-line", "Bring my answers back")
    expect(field).to_have_value("My own words.")


def test_hints_come_one_at_a_time(reader: NewReader) -> None:
    one = reader().open(CHAPTER_1).ready()
    ladder = load("last-in-line").hints
    for shown in range(1, len(ladder) + 1):
        one.press("last-in-line", "Hint")
        expect(one.exercise("last-in-line").locator(".hint")).to_have_count(shown)
    one.press("last-in-line", "Hint")
    expect(one.exercise("last-in-line").locator(".hint")).to_have_count(len(ladder))


def test_two_exercises_on_a_page_answer_for_themselves(reader: NewReader) -> None:
    one = reader().open(CHAPTER_1).ready()
    one.field("last-in-line", "Your guess").fill("3")
    one.press("last-in-line", "Check")
    one.answer("last-in-line", "11 units, 11 places")
    expect(one.exercise("pledge-converter").locator(".feedback")).not_to_contain_text("11 units")
    one.press("pledge-converter", "Check")
    one.answer("pledge-converter", "There is no plan to check yet.")


@pytest.mark.parametrize("early", [True, False], ids=["before Python", "with Python"])
@pytest.mark.parametrize("name", list(EXERCISES))
def test_the_keyboard_alone_is_enough(name: str, early: bool, reader: NewReader) -> None:
    """Fill every field of the worked example by Tab and typing, then press Check with Enter."""
    declared = load(name)
    one = reader().open(PAGE_OF[name])
    if early:
        one.shown()
    else:
        one.ready()
    _type_the_example(one, declared)
    one.answer(name, declared.check(declared.answers(declared.example.answers)).summary)


def _type_the_example(one: Reader, declared: Exercise) -> None:
    keyboard = one.page.keyboard
    frame = one.exercise(declared.id)
    answers = declared.answers(declared.example.answers)
    for field in declared.fields:
        if not declared.asked(field.name, answers):
            continue
        if field.kind == "moves":
            _talk(one, declared, read_moves(answers[field.name]))
            continue
        if answers[field.name] == field.start:
            continue
        place = frame.locator(f".answer--{declared.id}--{field.name} :is(input, textarea, select)")
        if field.row > 1 and not place.is_visible():
            _tab_to(one, frame.get_by_role("button", name=f"Add another {field.group.rpartition(' ')[0].lower()}"))
            keyboard.press("Enter")
        expect(place).to_be_visible(timeout=START_MS)  # adding a row, or choosing what it hangs on, takes Python
        _tab_to(one, place)
        answer = answers[field.name]
        if field.kind == "choice":
            words = dict(field.options)[str(answer)]
            if words[0].isalnum():
                keyboard.type(words)
            else:  # no key writes a curly quotation mark: such an option is reached by the arrows
                keyboard.press("Home")
                for _ in range(list(dict(field.options)).index(str(answer))):
                    keyboard.press("ArrowDown")
        elif field.kind == "yes":
            keyboard.press("Space")
        elif field.kind == "number":
            keyboard.press("Control+a")
            keyboard.type(str(answer))
        else:
            keyboard.insert_text(str(answer))
    _tab_to(one, frame.get_by_role("button", name=declared.check_label, exact=True))
    keyboard.press("Enter")


def _talk(one: Reader, declared: Exercise, moves: list[str]) -> None:
    """Make the moves of a talk: choose a line by keyboard, and say it."""
    assert declared.turn is not None
    frame = one.exercise(declared.id)
    answers = declared.answers(declared.example.answers)
    start = declared.turn(declared.answers({**answers, "moves": ""})).begins
    moves, before = (moves[1:], [start]) if start else (moves, [])
    for number, move in enumerate(moves):
        assert not move.startswith(OWN), "the worked example speaks in given lines"
        now = declared.turn({**answers, "moves": write_moves([*before, *moves[:number]])})
        words = dict(now.options)[move]
        choice = frame.get_by_role("radio", name=words, exact=True)
        expect(choice).to_be_visible(timeout=START_MS)
        _choose(one, frame.get_by_role("radio"), choice)
        _tab_to(one, frame.get_by_role("button", name=now.say, exact=True))
        one.page.keyboard.press("Enter")
        expect(frame.locator(".talk .talk-you")).to_have_count(number + 1, timeout=START_MS)


def _choose(one: Reader, group: Locator, choice: Locator) -> None:
    """Reach one radio button of a group by Tab, arrows and Space, as browsers have it."""
    for _ in range(200):
        if group.evaluate_all("(all) => all.includes(document.activeElement)"):
            break
        one.page.keyboard.press("Tab")
    one.page.keyboard.press("Space")
    for _ in range(group.count()):
        if choice.is_checked():
            return
        one.page.keyboard.press("ArrowDown")
    assert choice.is_checked(), f"no key chose {choice}"


def _tab_to(one: Reader, place: object, most: int = 200) -> None:
    for _ in range(most):
        if place.evaluate("(e) => document.activeElement === e"):  # type: ignore[attr-defined]
            return
        one.page.keyboard.press("Tab")
    pytest.fail(f"{most} times Tab did not reach {place}")


ODD = {
    "markup": "<script>window.attacked = 1</script><img src=x onerror='window.attacked = 1'>",
    "emoji": "👩🏽‍⚕️ opens the list at 7:00 🙂",
    "right to left": "אני פותח את הרשימה לפני הביקור",
    "very long": "word " * 4000,
    "control characters": "a\u0000b\u0007c\u2028d",
}


@pytest.mark.parametrize("kind", list(ODD))
def test_odd_text_is_kept_and_harms_nothing(kind: str, reader: NewReader) -> None:
    one = reader().open(CHAPTER_5).ready()
    field = one.field("pitch-builder", "The moment")
    field.fill(ODD[kind])
    one.press("pitch-builder", "Check")
    declared = load("pitch-builder")
    one.answer("pitch-builder", declared.check(declared.answers({"moment": field.input_value()})).summary)
    assert one.page.evaluate("() => window.attacked") is None
    assert one.exercise("pitch-builder").locator(".composed img, .feedback img, .composed script").count() == 0
    kept = field.input_value()
    one.page.reload()
    one.shown()
    assert field.input_value() == kept
    assert len(kept) >= len(ODD[kind]) - 1


def test_a_second_tab_shows_what_the_first_one_wrote(reader: NewReader) -> None:
    one = reader().open(INDEX).ready()
    page = one.context.new_page()
    one.watch(page)
    page.goto(f"{one.address}/{INDEX}")
    page.locator("html.live-ready").wait_for(state="attached", timeout=90_000)
    page.get_by_label("The sentence").fill("Written in the second tab.")
    expect(one.field("first-line", "The sentence")).to_have_value("Written in the second tab.")
    one.press("first-line", "Read my sentence")
    one.answer("first-line", "It speaks of")


def test_feedback_is_announced_and_its_sources_lead_to_the_ledger(reader: NewReader) -> None:
    one = reader().open(INDEX).ready()
    one.field("first-line", "The sentence").fill("We launch a tool.")
    one.press("first-line", "Read my sentence")
    one.answer("first-line", "It speaks of")
    expect(one.exercise("first-line").locator(".feedback")).to_have_attribute("aria-live", "polite")
    one.exercise("first-line").get_by_role("link", name="E08").click()
    expect(one.page.locator("#e08")).to_be_in_viewport()


def test_an_own_queue_with_a_wrong_line_says_which(reader: NewReader) -> None:
    one = reader().open(CHAPTER_1).ready()
    one.field("last-in-line", "Whose queue?").select_option("My own rollout")
    text = "Ward 3; 9; 3; no; 0; no; no\nWard 4; twelve; 3; no; 0; no; no\nWard 5; 8; 3; yes; 2; yes; no"
    one.field("last-in-line", "Your own queue").fill(text)
    one.field("last-in-line", "Your guess").fill("1")
    one.press("last-in-line", "Check")
    one.answer("last-in-line", "Line 2 (Ward 4): pledge is 'twelve', expected a whole number from 0 to 10.")
    one.answer("last-in-line", "2 units are read, 1 line is not.")
    assert one.field("last-in-line", "Your own queue").input_value() == text


def test_focus_can_be_seen_on_every_kind_of_field(reader: NewReader) -> None:
    one = reader().open(CHAPTER_1).ready()
    looked_at = 0
    for kind in ("input[type=text]", "input[type=number]", "select", "textarea:visible", "button"):
        place = one.page.locator(f".live {kind}").first
        place.focus()
        one.page.keyboard.press("Shift+Tab")
        one.page.keyboard.press("Tab")
        width = place.evaluate("(e) => getComputedStyle(e).outlineStyle + ' ' + getComputedStyle(e).outlineWidth")
        assert width == "solid 3px", f"{kind}: {width}"
        looked_at += 1
    assert looked_at == 5


def test_a_word_without_end_does_not_widen_a_phone_page(reader: NewReader) -> None:
    one = reader(width=360).open(CHAPTER_1).ready()
    one.field("pledge-converter", "What?").fill("x" * 400)
    one.press("pledge-converter", "Check")
    one.answer("pledge-converter", "cannot be seen")
    assert one.page.evaluate("() => document.documentElement.scrollWidth") <= 360
