"""The dossier as a reader meets it: from chapter to chapter, taken away, read in again, deleted."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Download, expect

from exercises import EXERCISES, load
from tests.browser.conftest import START_MS, NewReader, Reader
from tests.course import page_of

PAGE = "book/my-dossier.html"
PAGE_OF = page_of("exercise")


def filled() -> dict[str, dict[str, object]]:
    """Every worked example as answers."""
    return {name: dict(load(name).example.answers) for name in EXERCISES}


def with_answers(answers: object, version: int = 1) -> str:
    """A script that puts a dossier into the browser before the page loads, once."""
    text = json.dumps({"format": "selling-it dossier", "version": version, "exercises": answers})
    return f"sessionStorage.getItem('put') || (sessionStorage.setItem('put', 1), localStorage.setItem('selling-it/dossier', {json.dumps(text)}))"


def taken(one: Reader, label: str) -> bytes:
    """The bytes of a file that a link or button hands over."""
    with one.page.expect_download() as waiting:
        one.page.get_by_text(label, exact=True).click()
    download: Download = waiting.value
    return Path(download.path()).read_bytes()


def read_in(one: Reader, name: str, content: bytes) -> None:
    """Hand the page a saved file."""
    with one.page.expect_file_chooser() as waiting:
        one.page.get_by_role("button", name="Read a saved dossier in").click()
    waiting.value.set_files({"name": name, "mimeType": "application/json", "buffer": content})
    expect(one.page.locator(".live .feedback")).to_contain_text(name, timeout=START_MS)


def test_what_was_named_in_chapter_1_is_where_a_later_chapter_begins(reader: NewReader) -> None:
    one = reader().open(PAGE_OF["my-rollout"]).ready()
    one.field("my-rollout", "Which role do you want to reach?").select_option("Payroll clerk")
    one.field("my-rollout", "Which kind of system?").select_option("Another kind")
    one.field("my-rollout", "Which one?").last.fill("time clocks")
    expect(one.exercise("my-rollout").get_by_label("Which one?").last).to_have_value("time clocks")
    one.page.keyboard.press("Tab")
    one.open(PAGE_OF["equity-ledger"]).ready()
    expect(one.field("equity-ledger", "Which role do you want to reach?")).to_have_value("Payroll clerk")
    expect(one.field("equity-ledger", "Which one?").last).to_have_value("time clocks")
    one.field("equity-ledger", "Which role do you want to reach?").select_option(index=5)
    chosen = one.field("equity-ledger", "Which role do you want to reach?").input_value()
    assert chosen != "Payroll clerk"
    one.page.reload()
    one.ready()
    expect(one.field("equity-ledger", "Which role do you want to reach?")).to_have_value(chosen)


def test_a_whole_dossier_is_shown_and_taken_away_in_four_forms(reader: NewReader) -> None:
    one = reader(script=with_answers(filled())).open(PAGE).ready()
    shown = one.page.locator(".dossier-document")
    expect(shown.locator("h4")).not_to_have_count(0)
    assert shown.locator("h4").count() >= 10
    word = docx.Document(io.BytesIO(taken(one, "Take it away as a Word document")))
    assert len(word.tables) >= 10
    assert b"<script" not in taken(one, "Take it away as a page to print")
    assert taken(one, "Take it away as Markdown").startswith(b"# Dossier of a rollout")
    saved = json.loads(taken(one, "Save a copy that can be read in again (JSON)"))
    assert {name: answers for name, answers in saved["exercises"].items() if answers} == json.loads(
        json.dumps(filled())
    )


def test_a_saved_copy_is_deleted_here_and_read_in_again(reader: NewReader) -> None:
    one = reader(script=with_answers(filled())).open(PAGE).ready()
    saved = taken(one, "Save a copy (JSON)")
    one.page.get_by_role("button", name="Delete all my answers on this device").click()
    one.page.get_by_role("button", name="No, keep them").click()
    assert one.dossier()["my-rollout"]["users"] == 340
    one.page.get_by_role("button", name="Delete all my answers on this device").click()
    one.page.get_by_role("button", name="Yes, delete everything").click()
    one.page.wait_for_load_state("load")
    one.ready()
    assert one.page.evaluate("() => Object.keys(localStorage).filter((key) => key.startsWith('selling-it'))") == []
    expect(one.page.locator(".dossier-document")).to_contain_text("Nothing has been answered yet.")
    read_in(one, "my-dossier.json", saved)
    expect(one.page.locator(".live .feedback")).to_contain_text("was read in")
    assert one.dossier() == json.loads(json.dumps(filled()))
    one.open(PAGE_OF["my-rollout"]).shown()
    expect(one.field("my-rollout", "About how many people")).to_have_value("340")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("holiday.json", b'{"format": "another"}', "not a dossier of this course"),
        ("half.json", b'{"format": "selling-it dos', "not a complete JSON file"),
        ("new.json", b'{"format": "selling-it dossier", "version": 9, "exercises": {}}', "newer version"),
        ("report.docx", b"PK\x03\x04\xff\xff", "not a text file"),
    ],
)
def test_a_file_that_is_no_dossier_changes_nothing(name: str, content: bytes, why: str, reader: NewReader) -> None:
    mine = {"pledge-converter": {"cue": "After the harvest"}}
    one = reader(script=with_answers(mine)).open(PAGE).ready()
    read_in(one, name, content)
    expect(one.page.locator(".live .feedback")).to_contain_text(why)
    assert one.dossier() == mine


def test_a_hostile_file_is_text_and_sets_own_answers_aside(reader: NewReader) -> None:
    hostile = "<img src=x onerror='window.attacked = 1'><script>window.attacked = 1</script>"
    content = json.dumps(
        {
            "format": "selling-it dossier",
            "version": 1,
            "exercises": {"pledge-converter": {"cue": hostile, "__proto__": "x"}, "__proto__": {"polluted": "yes"}},
        }
    ).encode()
    one = reader(script=with_answers({"pledge-converter": {"cue": "After the harvest"}})).open(PAGE).ready()
    read_in(one, "hostile.json", content)
    expect(one.page.locator(".live .feedback")).to_contain_text("Bring my answers back")
    expect(one.page.locator(".dossier-document")).to_contain_text("onerror")
    assert one.page.evaluate("() => [window.attacked, {}.polluted]") == [None, None]
    assert set(one.dossier()) == {"pledge-converter"}
    one.open(PAGE_OF["pledge-converter"]).ready()
    one.press("pledge-converter", "Bring my answers back")
    expect(one.field("pledge-converter", "When?")).to_have_value("After the harvest")


def test_deleting_works_where_python_cannot_start(reader: NewReader) -> None:
    mine = {"pledge-converter": {"cue": "After the harvest"}}
    script = f"{with_answers(mine)}; delete window.WebAssembly"
    one = reader(script=script, allow_trouble=True).open(PAGE)
    one.page.get_by_role("button", name="Delete all my answers on this device").click()
    one.page.get_by_role("button", name="Yes, delete everything").click()
    one.page.wait_for_load_state("load")
    assert one.dossier() == {}


@pytest.mark.parametrize("press", ["Start over", "Worked example"])
def test_a_second_tab_follows_and_writes_nothing_back(press: str, reader: NewReader) -> None:
    one = reader().open(PAGE_OF["pledge-converter"]).ready()
    cue = one.field("pledge-converter", "When?")
    cue.fill("After the harvest")
    one.page.keyboard.press("Tab")
    page = one.context.new_page()
    one.watch(page)
    page.goto(f"{one.address}/{PAGE_OF['pledge-converter']}")
    page.locator("html.live-ready").wait_for(state="attached", timeout=START_MS)
    other = page.locator('.live[data-exercise="pledge-converter"]')
    expect(other.get_by_label("When?")).to_have_value("After the harvest")
    other.get_by_role("button", name=press, exact=True).click()
    expected = "" if press == "Start over" else str(load("pledge-converter").example.answers["cue"])
    expect(other.get_by_label("When?")).to_have_value(expected)
    expect(cue).to_have_value(expected)
    page.wait_for_timeout(500)
    assert one.dossier()["pledge-converter"]["cue"] == expected
    expect(other.get_by_label("When?")).to_have_value(expected)
