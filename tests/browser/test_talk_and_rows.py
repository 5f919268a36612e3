"""Talks, rows and what a form says beside its feedback, as a reader meets them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import expect

from exercises import load
from tests.browser.conftest import START_MS, NewReader, Reader
from tests.course import page_of

PAGE_OF = page_of("exercise")


def say(one: Reader, number: int) -> None:
    """Choose the line at this place and say it."""
    frame = one.exercise("conversation")
    frame.get_by_role("radio").nth(number).check()
    one.press("conversation", "Say it")


def test_a_talk_goes_on_where_it_was_after_a_reload_and_can_be_taken_back(reader: NewReader) -> None:
    one = reader().open(PAGE_OF["conversation"]).ready()
    frame = one.exercise("conversation")
    say(one, 0)
    expect(frame.locator(".talk-you")).to_have_count(1)
    frame.get_by_role("radio", name="In my own words").check()
    one.field("conversation", "In your own words").fill("That sounds hard. <b>What</b> happened the last time?")
    one.press("conversation", "Say it")
    expect(frame.locator(".talk-you")).to_have_count(2)
    expect(frame.locator(".talk-you b")).to_have_count(2)  # the names of the speakers, and no markup of the reader's
    one.page.reload()
    one.ready()
    expect(frame.locator(".talk-you")).to_have_count(2)
    one.press("conversation", "Take back my last line")
    expect(frame.locator(".talk-you")).to_have_count(1)
    expect(one.field("conversation", "In your own words")).to_have_value(
        "That sounds hard. <b>What</b> happened the last time?"
    )


def test_the_reply_is_in_view_on_a_phone_and_is_announced(reader: NewReader) -> None:
    one = reader(width=360).open(PAGE_OF["conversation"]).ready()
    one.page.set_viewport_size({"width": 360, "height": 700})
    say(one, 0)
    frame = one.exercise("conversation")
    expect(frame.locator(".talk-you")).to_have_count(1)
    expect(frame.locator(".talk-you").last).to_be_focused()
    expect(frame.locator(".talk-you").last).to_be_in_viewport()
    expect(frame.locator(".talk-they").last).to_be_in_viewport()
    expect(frame.locator(".talk-status")).to_contain_text("Trust")
    expect(frame.locator(".talk-status")).to_contain_text("They:")


# Quicker than Python reads a pitch: each a moment after the one before, or so soon that no timer of the page comes between.
IN_A_HURRY = """async ([frame, text, pause]) => {
  const soon = () => pause ? new Promise((go) => setTimeout(go, pause)) : Promise.resolve();
  const field = frame.querySelector('textarea');
  const words = text.split(' ');
  for (let end = 1; end <= words.length; end += 1) {
    field.value = words.slice(0, end).join(' ');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await soon();
  }
  [...frame.querySelectorAll('button')].find((button) => button.textContent === 'Check').click();
}"""


@pytest.mark.parametrize("pause", [1, 0], ids=["a moment between", "no timer between"])
def test_a_quick_hand_gets_an_answer_to_what_it_typed_last(pause: int, reader: NewReader) -> None:
    one = reader().open(PAGE_OF["pitch-builder"]).ready()
    text = "Before each visit you ring the office for open offers, one to three times. I counted."
    one.page.evaluate(IN_A_HURRY, [one.exercise("pitch-builder").element_handle(), text, pause])
    declared = load("pitch-builder")
    one.answer("pitch-builder", declared.check(declared.answers({"moment": text})).summary)


def test_nothing_is_said_without_a_choice(reader: NewReader) -> None:
    one = reader().open(PAGE_OF["conversation"]).ready()
    one.press("conversation", "Say it")
    expect(one.exercise("conversation").locator(".talk-trouble")).to_contain_text("Choose one of them first.")
    expect(one.exercise("conversation").locator(".talk-you")).to_have_count(0)


def test_a_talk_with_somebody_else_begins_anew_and_the_first_one_is_kept(reader: NewReader) -> None:
    one = reader().open(PAGE_OF["conversation"]).ready()
    frame = one.exercise("conversation")
    say(one, 0)
    expect(frame.locator(".talk-you")).to_have_count(1)
    person = one.field("conversation", "With whom do you talk?")
    first = person.input_value()
    person.select_option(index=3)
    expect(frame.locator(".talk-you")).to_have_count(0)
    say(one, 1)
    expect(frame.locator(".talk-you")).to_have_count(1)
    one.press("conversation", "Bring my answers back")
    expect(person).to_have_value(first)
    expect(frame.locator(".talk-you")).to_have_count(1)


def test_the_printed_worksheet_has_the_lines_of_the_talk_and_no_ids(reader: NewReader) -> None:
    one = reader().open(PAGE_OF["conversation"]).ready()
    say(one, 0)
    expect(one.exercise("conversation").locator(".talk-you")).to_have_count(1)
    one.page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    sheet = one.exercise("conversation").locator('.worksheet [data-field="moves"]')
    expect(sheet).to_contain_text("You:")
    expect(sheet).not_to_contain_text('["')


def test_rows_are_added_and_leave_as_a_table_that_runs_nothing(reader: NewReader) -> None:
    one = reader().open(PAGE_OF["user-risk-register"]).ready()
    frame = one.exercise("user-risk-register")
    expect(frame.locator(".field-row:visible")).to_have_count(1)
    frame.get_by_label("What may happen?").first.fill("=HYPERLINK(1) units keep their own lists")
    one.press("user-risk-register", "Add another line")
    expect(frame.locator(".field-row:visible")).to_have_count(2)
    second = frame.get_by_role("group", name="Line 2").get_by_label("What may happen?")
    second.fill("Nobody opens the new form.")
    frame.get_by_label("What may happen?").first.fill("")
    frame.get_by_label("What may happen?").first.fill("=HYPERLINK(1) units keep their own lists")
    expect(second).to_be_visible()
    one.press("user-risk-register", "Check")
    one.answer("user-risk-register", "2 lines")
    with one.page.expect_download() as waiting:
        frame.get_by_role("link", name="Take the register away").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) == 3
    assert rows[1][1].startswith("'=HYPERLINK")


def test_a_finding_leads_to_its_field_and_old_feedback_says_so(reader: NewReader) -> None:
    one = reader().open(PAGE_OF["pledge-converter"]).ready()
    frame = one.exercise("pledge-converter")
    one.field("pledge-converter", "What?").fill("support the rollout")
    one.press("pledge-converter", "Check")
    one.answer("pledge-converter", "cannot be seen")
    expect(frame.locator(".old-note")).to_have_text("")
    frame.locator(".finding", has_text="cannot be seen").get_by_role("link", name="To the field").click()
    expect(one.field("pledge-converter", "What?")).to_be_focused()
    one.field("pledge-converter", "What?").fill("load the first ten customers")
    one.page.keyboard.press("Tab")
    expect(frame.locator(".old-note")).to_contain_text("before your last change")
    one.press("pledge-converter", "Check")
    expect(frame.locator(".old-note")).to_have_text("")


def test_a_persons_name_is_asked_about(reader: NewReader) -> None:
    one = reader().open(PAGE_OF["pledge-converter"]).ready()
    one.field("pledge-converter", "Who?").fill("Peter")
    one.page.keyboard.press("Tab")
    note = one.exercise("pledge-converter").locator(".names-note")
    expect(note).to_contain_text("“Peter”", timeout=START_MS)
    one.field("pledge-converter", "Who?").fill("the accounts lead")
    one.page.keyboard.press("Tab")
    expect(note).to_have_text("")


def test_focus_stays_in_the_exercise_when_a_button_hides_itself(reader: NewReader) -> None:
    one = reader().open(PAGE_OF["pledge-converter"]).ready()
    one.field("pledge-converter", "When?").fill("After the harvest")
    one.press("pledge-converter", "Start over")
    one.press("pledge-converter", "Bring my answers back")
    expect(one.exercise("pledge-converter").get_by_role("button", name="Bring my answers back")).to_be_hidden()
    expect(one.exercise("pledge-converter").locator(".feedback")).to_be_focused()


def test_signs_stand_in_the_pitch_with_a_word_each(reader: NewReader) -> None:
    one = reader().open(PAGE_OF["pitch-builder"]).ready()
    one.field("pitch-builder", "The fear").fill("There is nothing to worry about, guaranteed.")
    one.page.keyboard.press("Tab")
    marks = one.exercise("pitch-builder").locator(".growing mark.hinders")
    expect(marks).to_have_count(2)
    for mark in marks.all():
        expect(mark.locator("small")).to_contain_text("–")
    one.press("pitch-builder", "Check")
    one.answer("pitch-builder", "The one next change")
    assert one.exercise("pitch-builder").locator(".finding", has_text="The one next change").count() == 1
    expect(one.exercise("pitch-builder").locator(".feedback .meters li")).to_have_count(9)
    expect(one.exercise("pitch-builder").locator(".finding").last).to_contain_text("read it to one")
