"""The runtime itself, on notebooks made for it: outputs, order, trees that differ, errors."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import START_MS, NewReader

FIRST, SECOND = ".live >> nth=0", ".live >> nth=1"


def test_print_html_and_charts_appear_in_an_output(visitor: NewReader) -> None:
    one = visitor().open("outputs.html").ready()
    page = one.page
    expect(page.locator(".live-outputs")).to_have_text("said by the cell\n")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("b.made")).to_have_text("made 1")
    expect(page.locator("pre", has_text="printed 1")).to_be_visible()
    bars = page.locator(".live .chart-drawing svg .mark-rect path")
    expect(bars).to_have_count(3)
    page.get_by_role("button", name="Show").click()
    expect(page.locator("b.made")).to_have_count(2)
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("b.made")).to_have_count(0)


def test_an_error_is_a_plain_sentence_with_details_folded(visitor: NewReader) -> None:
    one = visitor().open("outputs.html").ready()
    for button, message in (
        ("Fail", "the callback failed on purpose"),
        ("Fail inside", "inside the output on purpose"),
    ):
        one.page.get_by_role("button", name=button, exact=True).click()
        alert = one.page.get_by_role("alert").last
        expect(alert).to_contain_text("Something in this exercise went wrong. What you typed is kept")
        details = alert.locator("pre")
        expect(details).to_be_hidden()
        alert.get_by_text("Details for a report").click()
        expect(details).to_contain_text(f"ValueError: {message}")
    one.page.get_by_role("button", name="Show").click()
    expect(one.page.locator("b.made")).to_have_text("made 1")


def test_a_slider_has_a_name_and_works_before_and_after(visitor: NewReader) -> None:
    one = visitor().open("outputs.html").shown()
    slider = one.page.get_by_role("slider", name="How many")
    slider.focus()
    one.page.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuenow", "4.0")
    one.ready()
    expect(one.page.locator(".widget-label", has_text="4").last).to_be_visible()


def test_what_was_done_before_is_replayed_in_its_true_order_over_all_exercises(visitor: NewReader) -> None:
    one = visitor().open("order.html").shown()
    page = one.page
    first, second = page.get_by_label("First"), page.get_by_label("Second")
    first.fill("a")
    page.get_by_role("button", name="Press").click()
    second.fill("x")
    page.get_by_role("button", name="Stop").click()
    first.fill("ab")
    page.get_by_role("button", name="Press").click()
    assert page.locator("html.live-ready").count() == 0, "Python was ready before the clicks: nothing was replayed"
    one.ready()
    expect(page.locator(".log p")).to_have_text(
        ["first=a", "go with a/", "second=x", "stop with a/x", "first=ab", "go with ab/x"]
    )


def test_trees_that_differ_between_build_and_page_show_correctly(visitor: NewReader) -> None:
    one = visitor().open("differ.html").shown()
    page = one.page
    expect(page.get_by_text("only in the build")).to_be_visible()
    page.get_by_label("Kept").fill("mine")
    page.get_by_role("button", name="Press").click()
    one.ready()
    expect(page.get_by_text("only in the browser")).to_be_visible()
    expect(page.get_by_text("only in the build")).to_have_count(0)
    expect(page.get_by_label("New")).to_have_value("new")
    assert page.get_by_label("Kept").input_value() == "mine", "typed text must stay in its own field"
    assert page.get_by_label("Other").input_value() == ""
    expect(page.locator(".said")).to_have_text("kept mine, other")
    labels = page.locator(FIRST).locator(".widget-text .widget-label").all_inner_texts()
    assert labels == ["New", "Other", "Kept"], "Python's order of the fields"
    expect(page.get_by_text("a row now")).to_be_visible()
    expect(page.get_by_text("a column before")).to_have_count(0)


def test_an_exercise_that_fails_does_not_stop_the_next(visitor: NewReader) -> None:
    one = visitor().open("fails.html").ready()
    page = one.page
    expect(page.locator(FIRST).get_by_role("alert")).to_contain_text("Something in this exercise went wrong.")
    page.locator(SECOND).get_by_role("button", name="Press").click()
    expect(page.locator(SECOND).get_by_text("the second one works")).to_be_visible(timeout=START_MS)
    expect(page.locator(SECOND).get_by_role("alert")).to_have_count(0)
