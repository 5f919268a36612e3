"""The group at a glance as an instructor meets it: two hundred files, progress, figures, files to take away."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Download, Locator, expect

from exercises.group import read_file
from exercises.group.summary import Part, parts
from exercises.group.take_away import read_in_words, take_away
from exercises.group_charts import GroupOfFiles, of_folder
from exercises.widgets.group import PARTS, SHOWN
from tests.browser.axe import violations
from tests.browser.conftest import START_MS, NewReader, Reader
from tests.group_files import broken_files, sound_files, two_hundred

PAGE = "book/group.html"

LISTEN = """() => {
  window.said = [];
  window.longest = 0;
  let last = performance.now();
  const tick = () => {
    window.longest = Math.max(window.longest, performance.now() - last);
    last = performance.now();
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  new MutationObserver(() => window.said.push(document.querySelector('.live .feedback').textContent))
    .observe(document.querySelector('.live .feedback'), {childList: true, subtree: true});
}"""

DROP = """([texts]) => {
  const dropped = new DataTransfer();
  for (const [name, text] of texts) dropped.items.add(new File([text], name, {type: 'application/json'}));
  const zone = document.querySelector('.drop-files');
  for (const type of ['dragover', 'drop']) {
    zone.dispatchEvent(new DragEvent(type, {dataTransfer: dropped, bubbles: true, cancelable: true}));
  }
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two hundred files on disk."""
    place = tmp_path_factory.mktemp("dossiers")
    for name, content in two_hundred():
        (place / name).write_bytes(content)
    return place


@pytest.fixture(scope="module")
def expected(folder: Path) -> GroupOfFiles:
    """The same files as JupyterLab reads them."""
    return of_folder(str(folder))


def choose(one: Reader, paths: list[Path]) -> None:
    """Hand files to the page by its button."""
    with one.page.expect_file_chooser() as waiting:
        one.page.get_by_role("button", name="Choose dossiers").click()
    assert waiting.value.is_multiple()
    waiting.value.set_files(paths)


def told(one: Reader, text: str) -> None:
    """Wait until the page says this of the files."""
    expect(one.page.locator(".live .feedback")).to_contain_text(text, timeout=START_MS)


def cells(table: Locator) -> tuple[tuple[str, ...], ...]:
    """The text of a table, row by row, its head first."""
    found = table.evaluate("(e) => [...e.rows].map((row) => [...row.cells].map((cell) => cell.textContent))")
    return tuple(tuple(row) for row in found)


def assert_shows(one: Reader, wanted: tuple[Part, ...]) -> int:
    """The page shows the words and tables of these parts; returns how many cells were compared."""
    compared = 0
    for part in wanted:
        head = one.page.locator(f".group-{part.id}")
        assert head.locator("h3").inner_text() == part.heading
        assert tuple(head.locator("p").all_inner_texts()) == part.says
        tables = one.page.locator(f".group-{part.id}-tables table")
        assert tables.locator("caption").all_text_contents() == [table.caption for table in part.tables]
        for number, table in enumerate(part.tables):
            assert cells(tables.nth(number)) == (table.head, *table.rows)
            compared += len(table.head) * len(table.rows)
    return compared


def taken(one: Reader, label: str) -> bytes:
    """The bytes of a file that a link hands over."""
    with one.page.expect_download() as waiting:
        one.page.get_by_role("link", name=label).click()
    download: Download = waiting.value
    return Path(download.path()).read_bytes()


@pytest.fixture
def filled(reader: NewReader, folder: Path) -> Reader:
    """An instructor whose page has read all two hundred."""
    one = reader().open(PAGE).ready()
    one.page.evaluate(LISTEN)
    asked: list[tuple[str, str | None, str]] = []
    one.page.on("request", lambda request: asked.append((request.method, request.post_data, request.url)))
    choose(one, sorted(folder.iterdir()))
    told(one, "200 files were looked at")
    # All that is fetched meanwhile is the script that draws.
    sends = [one for one in asked if one[0] != "GET" or one[1] or "?" in one[2]]
    assert sends == [], "reading files told the network something"
    assert len(asked) <= 1
    return one


def test_two_hundred_files_are_read_with_progress_and_shown_as_jupyterlab_counts_them(
    filled: Reader, expected: GroupOfFiles
) -> None:
    one = filled
    assert one.page.locator(".live .feedback").inner_text() == read_in_words(expected.group)
    assert "181 learners counted, 17 not counted, 1 found twice, 1 taken for an earlier version, 1 counted in part" in read_in_words(expected.group)  # fmt: skip
    steps = [text for text in one.page.evaluate("() => window.said") if text.startswith("Reading:")]
    assert len(set(steps)) >= 15, "progress was said in slices"
    assert one.page.evaluate("() => window.longest") < 2000, "the page stood still while files were read"
    # Every figure of the page is that of JupyterLab.
    assert assert_shows(one, parts(expected.figures, most=SHOWN)) >= 300
    # Every file with a remark is listed with its reason.
    one.page.locator(".group-files summary").click()
    listed = cells(one.page.locator(".group-files table"))[1:]
    assert [(row[0], row[2]) for row in listed] == [(item.name, item.reason) for item in expected.group.listed]
    assert {row[0] for row in listed} == {item.name for item in broken_files()}
    assert one.page.locator(".group-files table").is_visible()
    # Drawings: one frame each, described.
    expect(one.page.locator(".drawing [role=img]")).to_have_count(5)
    # What was typed is text, nothing runs, and nothing is kept.
    one.page.get_by_label("Show what learners wrote").check()
    expect(one.page.locator(".group-open-tables")).to_contain_text("onerror=")
    assert_shows(one, parts(expected.figures, words=True, most=SHOWN))
    assert one.page.evaluate("() => [window.attacked, {}.polluted]") == [None, None]
    assert one.page.evaluate("() => Object.keys(localStorage).filter((key) => key.startsWith('selling-it'))") == []
    # The files to take away are the same bytes as in JupyterLab.
    for file, label in zip(
        take_away(expected.group, expected.figures, words=True), ("Markdown", "CSV", "JSON"), strict=True
    ):
        assert taken(one, label) == file.content
    assert violations(one.page) == [], "in the light"
    one.page.emulate_media(color_scheme="dark")
    expect(one.page.locator("html")).to_have_attribute("data-theme", "dark")
    assert violations(one.page) == [], "in the dark"
    one.page.set_viewport_size({"width": 360, "height": 900})
    wide = one.page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"the page is {wide} px wider than a phone"
    small = one.page.evaluate(
        "() => [...document.querySelectorAll('.live :is(button, input, summary, .files a)')].map((e) => e.getBoundingClientRect()).filter((b) => b.width && (b.width < 24 || b.height < 24)).length"
    )
    assert small == 0
    one.page.get_by_role("button", name="Forget all files").click()
    told(one, "No file is held here.")
    expect(one.page.locator(".live table")).to_have_count(0)
    expect(one.page.locator(".drawing [role=img]")).to_have_count(0)


def test_files_that_are_dropped_are_added_and_counted_once(reader: NewReader) -> None:
    one = reader().open(PAGE).ready()
    expect(one.page.locator(".drop-hint")).to_have_text("Drop the files here, or choose them.")
    texts = [[name, content.decode()] for name, content in sound_files()[:4]]
    one.page.evaluate(DROP, [texts])
    told(one, "4 files were looked at: 4 learners counted.")
    expect(one.page.locator(".group-threats")).to_contain_text(
        "With fewer than 5 learners nothing is broken down by role"
    )
    one.page.evaluate(DROP, [[*texts[:1], *([n, c.decode()] for n, c in sound_files()[4:6])]])
    told(one, "7 files were looked at: 6 learners counted, 1 found twice.")


def test_files_chosen_before_python_is_there_are_read_when_it_is(reader: NewReader, folder: Path) -> None:
    one = reader().open(PAGE).shown()
    paths = sorted(path for path in folder.iterdir() if path.name.startswith("dossier-"))[:3]
    choose(one, paths)
    told(one, "3 files were looked at: 3 learners counted.")
    assert all(read_file(path.name, path.read_bytes()).learner for path in paths)


def test_a_made_up_group_shows_what_one_would_see(reader: NewReader) -> None:
    one = reader().open(PAGE).ready()
    one.page.get_by_role("button", name="Try it with a made-up group").click()
    told(one, "They are made up and mean nothing.")
    assert [one.page.locator(f".group-{part} h3").count() for part in PARTS] == [1] * 5
