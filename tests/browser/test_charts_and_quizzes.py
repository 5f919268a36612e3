"""Charts in the page's colours with a table; quizzes with and without scripts; the printed worksheet."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from exercises import library
from exercises.models.rollout_queue import made_up_queue
from exercises.quiz import quiz, quizzes
from tests.browser.conftest import NO_PYTHON, NewReader
from tests.course import page_of

CHAPTER_1 = "notebooks/01-last-in-line.html"
PAGE_OF_QUIZ = page_of("quiz")


def test_the_chart_has_its_marks_a_description_and_a_table(reader: NewReader) -> None:
    one = reader(script=NO_PYTHON).open(CHAPTER_1)
    chart = one.page.locator("figure.chart").first
    units = len(made_up_queue())
    expect(chart.locator("svg .mark-symbol.role-mark path")).to_have_count(2 * units)
    expect(chart.get_by_role("img", name=chart.locator("figcaption span").inner_text())).to_be_visible()
    chart.get_by_text("The data as a table").click()
    expect(chart.locator("tbody tr")).to_have_count(units)


def test_the_chart_takes_its_colours_from_the_theme_and_follows_it(reader: NewReader) -> None:
    one = reader(script=NO_PYTHON).open(CHAPTER_1)
    label = one.page.locator("figure.chart svg .role-axis-label text").first
    before = label.get_attribute("fill")
    assert before == "#22333a"
    one.page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }")
    expect(label).to_have_attribute("fill", "#dfe8eb")


def test_the_drawing_of_an_exercise_has_a_text_twin(reader: NewReader) -> None:
    one = reader().open(CHAPTER_1).ready()
    one.field("last-in-line", "Your guess").fill("3")
    one.press("last-in-line", "Check")
    frame = one.exercise("last-in-line")
    units = len(made_up_queue())
    expect(frame.locator(".drawing svg .mark-symbol.role-mark path")).to_have_count(2 * units)
    expect(frame.locator(".feedback tbody tr")).to_have_count(units)


def test_every_quiz_has_a_page() -> None:
    assert set(PAGE_OF_QUIZ) == set(quizzes())
    assert len(PAGE_OF_QUIZ) >= 3


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts on", "scripts off"])
@pytest.mark.parametrize("name", list(PAGE_OF_QUIZ))
def test_a_chosen_option_shows_its_reason(name: str, javascript: bool, reader: NewReader) -> None:
    one = reader(javascript=javascript, script=NO_PYTHON).open(PAGE_OF_QUIZ[name])
    form = one.page.locator(f'form.quiz[data-quiz="{name}"]')
    looked_at = 0
    for item in quiz(name).items:
        for option in item.options:
            place = f"{name}--{item.id}--{option.id}"
            reason = form.locator(f'[id="{place}--why"]')
            expect(reason).to_be_hidden()
            form.locator(f'[id="{place}"]').check()
            expect(reason).to_be_visible()
            expect(reason).to_contain_text(option.why)
            if javascript:
                expect(form.locator(f'[id="{place}"]')).to_have_attribute("aria-describedby", f"{place}--why")
            looked_at += 1
    assert looked_at >= 6


def test_own_words_are_kept_beside_what_the_reader_compared(reader: NewReader) -> None:
    name, item = next((name, item) for name in PAGE_OF_QUIZ for item in quiz(name).items if item.model)
    one = reader(script=NO_PYTHON).open(PAGE_OF_QUIZ[name])
    one.page.wait_for_load_state("networkidle")
    place = one.page.locator(f'fieldset[data-item="{item.id}"]')
    expect(place.get_by_text(item.model)).to_be_hidden()
    place.get_by_role("textbox").fill("<b>My own words.</b>")
    place.get_by_text("Compare with a model answer").click()
    expect(place.get_by_text(item.model)).to_be_visible()
    place.get_by_role("checkbox").first.check()
    one.page.reload()
    expect(place.get_by_role("textbox")).to_have_value("<b>My own words.</b>")
    place.get_by_text("Compare with a model answer").click()
    expect(place.get_by_role("checkbox").first).to_be_checked()


def test_a_quiz_counts_what_is_right(reader: NewReader) -> None:
    one = reader(script=NO_PYTHON).open(CHAPTER_1)
    one.page.wait_for_load_state("networkidle")
    form = one.page.locator('form.quiz[data-quiz="01-ten-statements"]')
    for number, item in enumerate(quiz("01-ten-statements").items, 1):
        right = next(option for option in item.options if option.right)
        form.locator(f'[id="01-ten-statements--{item.id}--{right.id}"]').check()
        expect(form.locator(".quiz-tally")).to_have_text(f"Right so far: {number} of 10.")
    form.locator('[id="01-ten-statements--go-last--plan"]').check()
    expect(form.locator(".quiz-tally")).to_have_text("Right so far: 9 of 10.")


def test_quiz_answers_survive_a_reload(reader: NewReader) -> None:
    one = reader(script=NO_PYTHON).open(CHAPTER_1)
    one.page.wait_for_load_state("networkidle")
    radio = one.page.locator('[id="01-last-in-line--nine-last--eight"]')
    radio.check()
    boxes = [one.page.locator(f'[id="01-last-in-line--two-facts--{option}"]') for option in ("owner", "users")]
    for box in boxes:
        box.check()
    one.page.reload()
    for choice in (radio, *boxes):
        expect(choice).to_be_checked()


def test_the_printed_worksheet_carries_what_was_typed(reader: NewReader) -> None:
    one = reader().open(CHAPTER_1).ready()
    one.field("pledge-converter", "When?").fill("After the harvest")
    one.page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    one.page.emulate_media(media="print")
    sheet = one.exercise("pledge-converter").locator(".worksheet")
    expect(sheet).to_be_visible()
    expect(sheet.locator('[data-field="cue"]')).to_have_text("After the harvest")
    expect(sheet.locator('[data-field="owner"]')).to_have_text("")
    expect(one.exercise("pledge-converter").locator(".live-view")).to_be_hidden()


CASES = "notebooks/01b-delayed-rollouts.html"


def test_every_chart_of_the_cases_has_marks_a_description_and_a_table(reader: NewReader) -> None:
    one = reader(script=NO_PYTHON).open(CASES)
    charts = one.page.locator("figure.chart")
    expect(charts).to_have_count(5)
    for index in range(5):
        chart = charts.nth(index)
        expect(chart.locator("svg .role-mark path").first).to_be_attached()
        marks = chart.locator("svg .role-mark path").count()
        rows = chart.locator(".chart-data tbody tr").count()
        assert marks >= rows >= 4
        expect(chart.get_by_role("img", name=chart.locator("figcaption span").inner_text())).to_be_attached()
    projects = charts.nth(4).locator("svg .role-mark path").count()
    assert projects == len(library.uk_projects()) >= 170


def test_a_filter_of_a_chart_works_without_python(reader: NewReader) -> None:
    one = reader(script=NO_PYTHON).open(CASES)
    chart = one.page.locator("figure.chart").first
    marks = chart.locator("svg .mark-symbol.role-mark path")
    expect(marks).to_have_count(2 * 16)
    chart.get_by_role("combobox", name="Kind of system").select_option("Health records")
    expect(marks).not_to_have_count(2 * 16)
    assert marks.count() >= 2


@pytest.mark.parametrize(
    ("index", "label", "option", "rows"),
    [(2, "Kind of system", "Health records", 9), (3, "Sources", "only good sources", 10)],
)
def test_a_heat_map_can_be_filtered_and_keeps_its_cells(
    index: int, label: str, option: str, rows: int, reader: NewReader
) -> None:
    one = reader(script=NO_PYTHON).open(CASES)
    chart = one.page.locator("figure.chart").nth(index)
    squares, numbers = chart.locator("svg .mark-rect.role-mark path"), chart.locator("svg .mark-text.role-mark text")
    table = chart.locator(".chart-data tbody")
    expect(squares).to_have_count(rows * 9)
    # Unfiltered, the cells are those of the table.
    whole = sum(int(cell) for cell in numbers.all_text_contents())
    assert whole == sum(int(cell) for cell in table.locator("td").all_text_contents()) > 100
    chart.get_by_role("combobox", name=label).select_option(option)
    expect(squares).to_have_count(rows * 9)
    expect(numbers).to_have_count(rows * 9)
    kept = sum(int(cell) for cell in numbers.all_text_contents())
    assert 0 < kept < whole
    assert len(table.locator("tr").all()) == rows, "the table keeps the whole"


def test_the_case_table_can_be_searched_filtered_sorted_and_downloaded(reader: NewReader) -> None:
    one = reader().open(CASES)
    table = one.page.locator(".case-table")
    rows = table.locator("tbody tr:visible")
    expect(rows).to_have_count(len(library.cases()))
    table.get_by_label("Search the table").fill("payroll")
    expect(table.get_by_role("status")).to_contain_text(f"of {len(library.cases())} cases")
    found = rows.count()
    assert 1 <= found < len(library.cases())
    table.get_by_label("Search the table").fill("")
    table.get_by_label("Kind of system").select_option("Schools")
    expect(rows).to_have_count(
        sum(library.system_kinds()[c.system_kind].group == "Schools" for c in library.cases().values())
    )
    table.get_by_label("Kind of system").select_option("all kinds of system")
    table.get_by_role("button", name="Country").press("Enter")
    expect(table.locator("thead th").nth(1)).to_have_attribute("aria-sort", re.compile("ascending|descending"))
    countries = table.locator("tbody tr td:nth-child(2)").all_inner_texts()
    assert countries in (sorted(countries), sorted(countries, reverse=True))
    with one.page.expect_download() as download:
        table.get_by_role("link", name="Download all cases").click()
    assert download.value.suggested_filename == "cases.csv"
