"""What the reader sees when Python cannot start: one sentence, the text kept, a way on."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import START_MS, NewReader, Reader
from tests.browser.server import Served

INDEX = "book/index.html"
NO_WEBASSEMBLY = "delete window.WebAssembly;"
NO_MEMORY = """
const RealWorker = window.Worker;
window.Worker = class extends RealWorker {
  postMessage(message, ...rest) {
    if (message.type !== 'boot') return super.postMessage(message, ...rest);
    const data = { type: 'failed', name: 'RangeError', error: 'WebAssembly.Memory(): could not allocate memory' };
    setTimeout(() => this.onmessage({ data }), 50);
  }
};
"""


def _fails_with(one: Reader, sentence: str) -> None:
    status = one.exercise("first-line").locator(".live-status")
    expect(status).to_contain_text(sentence, timeout=START_MS)
    expect(status).to_contain_text("What you typed is kept.")
    expect(status.get_by_role("button", name="Try again")).to_be_visible()
    expect(status.get_by_role("button", name="Print the worksheet")).to_be_visible()
    assert one.field("first-line", "The sentence").input_value() == "Typed before it failed."


def _typed(one: Reader) -> Reader:
    one.open(INDEX).shown()
    one.field("first-line", "The sentence").fill("Typed before it failed.")
    return one


@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "stdlib.pack", "base.pack", "pyodide.asm.mjs"])
def test_a_blocked_file_is_named(name: str, reader: NewReader, book: Served) -> None:
    book.missing.add(name)
    one = _typed(reader(allow_trouble=True))
    _fails_with(one, f"The file {name} could not be loaded.")


def test_a_blocked_worker_is_said(reader: NewReader, book: Served) -> None:
    book.missing.add("worker.js")
    _fails_with(_typed(reader(allow_trouble=True)), "could not be loaded")


@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "stdlib.pack", "base.pack"])
def test_a_damaged_file_is_named(name: str, reader: NewReader, book: Served) -> None:
    book.damaged.add(name)
    _fails_with(_typed(reader(allow_trouble=True)), "arrived damaged")


def test_without_webassembly_the_reader_is_told(reader: NewReader) -> None:
    one = _typed(reader(script=NO_WEBASSEMBLY))
    _fails_with(one, "This browser has WebAssembly switched off")


def test_out_of_memory_is_told(reader: NewReader) -> None:
    _fails_with(_typed(reader(script=NO_MEMORY)), "ran out of memory")


def test_trying_again_works_once_the_network_does(reader: NewReader, book: Served) -> None:
    book.missing.add("base.pack")
    one = _typed(reader(allow_trouble=True))
    _fails_with(one, "could not be loaded")
    one.press("first-line", "Read my sentence")
    book.missing.clear()
    one.exercise("first-line").get_by_role("button", name="Try again").click()
    # The click made meanwhile is answered too.
    one.answer("first-line", "It speaks of")


def test_without_javascript_there_is_the_text_and_a_worksheet(reader: NewReader) -> None:
    one = reader(javascript=False).open(INDEX)
    frame = one.exercise("first-line")
    expect(frame).to_contain_text("Paste the sentence that announced your last system")
    expect(frame).to_contain_text("Here is its worksheet.")
    expect(frame.locator(".worksheet")).to_be_visible()
    expect(frame.locator(".worksheet .blank")).to_have_count(1)


def test_a_browser_that_keeps_nothing_says_so(reader: NewReader) -> None:
    blocked = "Storage.prototype.setItem = () => { throw new DOMException('blocked', 'SecurityError'); };"
    one = reader(script=blocked, allow_trouble=True).open(INDEX).ready()
    one.field("first-line", "The sentence").fill("Not kept.")
    expect(one.exercise("first-line").locator(".live-status")).to_contain_text(
        "does not let the page keep your answers"
    )


def test_what_a_newer_course_has_stored_is_left_alone(reader: NewReader) -> None:
    newer = '{"format":"selling-it dossier","version":99,"exercises":{"first-line":{"line":"from the future"}}}'
    one = reader(script=f"localStorage.getItem('seen') || localStorage.setItem('selling-it/dossier', '{newer}');")
    one.open(INDEX).ready()
    one.field("first-line", "The sentence").fill("From today.")
    assert "from the future" in one.page.evaluate("() => localStorage.getItem('selling-it/dossier')")
