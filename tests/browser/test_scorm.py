"""The packages in a learning platform: scorm-again plays the platform, the built package is served as a platform would."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, FrameLocator, Page, expect

from book.kit.scorm import EDITIONS
from book.kit.scorm.bundle import LIVE
from book.kit.scorm.course import course
from book.kit.scorm.package import common_files, own_files
from tests.browser import server
from tests.browser.axe import violations
from tests.browser.conftest import SITE, Reader
from tests.browser.server import Served, serve

CHAPTER = "notebooks/01-last-in-line.html"
QUIZ, OPTION = "01-last-in-line", "eight"
EXERCISE, FIELD, TEXT = "last-in-line", "question", "Which two facts would change the order?"
BOTH = pytest.mark.parametrize("edition", list(EDITIONS))
PLACE = {"1.2": "cmi.core.lesson_location", "2004": "cmi.location"}
STATUS = {"1.2": "cmi.core.lesson_status", "2004": "cmi.completion_status"}
RAW = {"1.2": "cmi.core.score.raw", "2004": "cmi.score.raw"}
EXIT = {"1.2": "cmi.core.exit", "2004": "cmi.exit"}


@pytest.fixture(scope="module")
def served_package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Both packages, unpacked, each with the platform's page beside it."""
    if not (SITE / "index.html").exists():
        pytest.fail("The book has not been built. Run: make book")
    root = tmp_path_factory.mktemp("platform")
    shared = common_files(SITE)
    for edition in EDITIONS.values():
        for name, data in (shared | own_files(edition, shared)).items():
            path = root / edition.id / "package" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for script in ("scorm12.min.js", "scorm2004.min.js"):
            shutil.copy(LIVE / "node_modules" / "scorm-again" / "dist" / script, root / edition.id)
        shutil.copy(Path(__file__).parent / "platform" / "platform.html", root / edition.id)
    with serve(root) as served:
        yield served


@dataclass
class Session:
    """A learner in the platform."""

    reader: Reader
    edition: str

    @property
    def page(self) -> Page:
        return self.reader.page

    @property
    def shell(self) -> FrameLocator:
        """The page that the platform opened."""
        return self.page.frame_locator("#sco")

    @property
    def book(self) -> FrameLocator:
        return self.shell.frame_locator("#book")

    def frame(self) -> Frame:
        """The frame of the book, for its address and its storage."""
        return next(frame for frame in self.page.frames if "/package/site/" in frame.url)

    def launch(self, kept: dict[str, Any] | None = None, learner: str = "learner-1") -> Session:
        """Start the course, with what the platform had written down."""
        self.page.goto(f"{self.reader.address}/{self.edition}/platform.html")
        self.page.evaluate(
            "([edition, kept, learner]) => launch(edition, kept, learner)", [self.edition, kept or {}, learner]
        )
        expect(self.shell.locator("#saved")).to_contain_text("Chapters done")
        expect(self.book.locator("h1").first).to_be_attached()
        return self

    def open(self, path: str) -> Session:
        self.frame().goto(f"{self.reader.address}/{self.edition}/package/site/{path}")
        return self

    def kept(self) -> dict[str, Any]:
        kept: dict[str, Any] = self.page.evaluate("() => kept")
        return kept

    def waits_for(self, condition: str) -> None:
        """Until the platform's page says so."""
        self.page.wait_for_function(condition)

    def dossier(self) -> dict[str, Any]:
        return self.reader.dossier()

    def store(self, answers: dict[str, dict[str, Any]]) -> None:
        """Keep answers as a page of the book does, from inside its frame."""
        self.frame().evaluate(
            """(answers) => {
              const key = 'selling-it/dossier';
              const whole = JSON.parse(localStorage.getItem(key)) ?? { format: 'selling-it dossier', version: 1, exercises: {} };
              for (const [name, fields] of Object.entries(answers)) whole.exercises[name] = { ...whole.exercises[name], ...fields };
              localStorage.setItem(key, JSON.stringify(whole));
            }""",
            answers,
        )

    def leave(self) -> dict[str, Any]:
        """Leave by the button; returns what the platform has written down."""
        self.shell.get_by_role("button", name="Save and leave").click()
        expect(self.shell.get_by_role("heading", name="You have left the course")).to_be_focused()
        assert self.page.evaluate("() => ended")
        return self.kept()


Device = Callable[..., Session]


@pytest.fixture
def device(browser: Browser, served_package: Served) -> Iterator[Device]:
    """Make devices, each with a storage of its own; no page may cause trouble or ask another host."""
    made: list[Reader] = []

    def new(edition: str) -> Session:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        reader = Reader(context.new_page(), context, served_package.address)
        reader.watch(reader.page)
        made.append(reader)
        return Session(reader, edition)

    yield new
    for reader in made:
        reader.context.close()
    for reader in made:
        assert reader.elsewhere == []
        assert reader.trouble == []


def _all_right() -> dict[str, dict[str, str]]:
    quizzes = course(EDITIONS["1.2"])["quizzes"]
    return {name: {item: " ".join(right) for item, right in one["items"].items()} for name, one in quizzes.items()}


@BOTH
def test_launch_answer_leave_resume_finish(edition: str, device: Device) -> None:
    first = device(edition).launch()
    expect(first.shell.get_by_role("status")).to_contain_text("with your account")
    assert first.kept()[STATUS[edition]] == "incomplete"
    first.open(CHAPTER)
    option = f'form.quiz[data-quiz="{QUIZ}"] input[value="{OPTION}"]'
    field = f".answer--{EXERCISE}--{FIELD} :is(textarea, input)"
    first.book.locator(option).check()
    expect(first.book.locator("html.live-shown")).to_be_attached()
    first.book.locator(field).first.fill(TEXT)
    first.waits_for(f"() => kept['{PLACE[edition]}'].startsWith('{CHAPTER}') && commits > 1")
    dossier = first.dossier()
    kept = first.leave()
    assert len(kept["cmi.suspend_data"]) <= EDITIONS[edition].limit
    assert "\n" not in kept["cmi.suspend_data"]
    assert kept[EXIT[edition]] == "suspend"
    assert kept[STATUS[edition]] == "incomplete"
    items = sum(len(one["items"]) for one in course(EDITIONS[edition])["quizzes"].values())
    assert int(kept[RAW[edition]]) == round(100 / items)

    second = device(edition).launch(kept)
    expect(second.shell.get_by_role("status")).to_contain_text("Welcome back. 2 answers have come back")
    assert second.frame().url.split("/site/")[1].startswith(CHAPTER)
    assert second.dossier() == dossier
    expect(second.book.locator(option)).to_be_checked()
    expect(second.book.locator(field).first).to_have_value(TEXT)

    second.store(_all_right())
    second.waits_for(f"() => kept['{STATUS[edition]}'] === 'completed'")
    done = second.leave()
    assert done[RAW[edition]] == "100"
    if edition == "2004":
        assert (done["cmi.score.scaled"], done["cmi.progress_measure"]) == ("1", "1")
        assert done["cmi.success_status"] == "unknown"
    third = device(edition).launch(done)
    assert third.kept()[STATUS[edition]] == "completed", "a course that was completed stays so"
    assert third.dossier() == _with_all_quizzes(dossier)


def _with_all_quizzes(before: dict[str, Any]) -> dict[str, Any]:
    """The dossier after all quizzes: each keeps its result in words."""
    quizzes = course(EDITIONS["1.2"])["quizzes"]
    whole = {**before, **{name: dict(items) for name, items in _all_right().items()}}
    for name, one in quizzes.items():
        count = len(one["items"])
        whole[name] = {**before.get(name, {}), **whole[name]}
        whole[name]["result"] = f"{one['heading']}, “{one['title']}”: {count} of {count} right"
    return whole


def test_a_newer_answer_on_the_device_stays(device: Device) -> None:
    one = device("1.2").launch()
    one.store({"first-line": {"line": "older", "other": "same"}})
    one.waits_for("() => kept['cmi.suspend_data'].length > 60")
    kept = one.leave()
    # Later on the same device, in sessions that the platform never heard of.
    one.page.goto(f"{one.reader.address}/1.2/platform.html")
    one.page.evaluate(
        """() => {
          const notes = JSON.parse(localStorage.getItem('selling-it/scorm'));
          notes.times['first-line/line'] += 2;
          notes.times['first-line/other'] -= 2;
          localStorage.setItem('selling-it/scorm', JSON.stringify(notes));
          const whole = JSON.parse(localStorage.getItem('selling-it/dossier'));
          Object.assign(whole.exercises['first-line'], { line: 'newer', other: 'stale' });
          localStorage.setItem('selling-it/dossier', JSON.stringify(whole));
        }"""
    )
    one.launch(kept)
    assert one.dossier()["first-line"] == {"line": "newer", "other": "same"}


def test_learners_on_one_device_do_not_see_each_others_answers(device: Device) -> None:
    one = device("1.2").launch(learner="a")
    one.store({"first-line": {"line": "of a"}})
    kept = one.leave()
    one.launch(learner="b")
    assert one.dossier() == {}
    one.store({"first-line": {"line": "of b"}})
    assert one.leave()["cmi.suspend_data"] != kept["cmi.suspend_data"]
    one.launch(learner="a")
    assert one.dossier() == {"first-line": {"line": "of a"}}


def test_what_does_not_fit_is_said(device: Device) -> None:
    one = device("1.2").launch()
    texts = {
        f"risk_{i}_sign": "".join(chr(0x4E00 + (i * 7919 + j * j * 31) % 8000) for j in range(250)) for i in range(1, 9)
    }
    one.store({"user-risk-register": texts, **_all_right()})
    left = one.shell.locator("#left")
    expect(left).to_be_visible()
    left.locator("summary").click()
    expect(left).to_contain_text("on this device only")
    expect(left.locator("li")).to_have_count(1)
    assert len(one.kept()["cmi.suspend_data"]) <= 4096
    left.get_by_role("button", name="Open My dossier").click()
    expect(one.book.locator("h1").first).to_contain_text("dossier")


def test_python_runs_where_the_platform_does_not_know_its_files(
    device: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Moodle, for one, knows neither .wasm nor .mjs."""
    monkeypatch.setitem(server.TYPES, ".wasm", "document/unknown")
    monkeypatch.setitem(server.TYPES, ".mjs", "document/unknown")
    one = device("1.2").launch().open(CHAPTER)
    expect(one.book.locator("html.live-ready")).to_be_attached(timeout=90_000)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_without_a_platform_the_book_opens_and_says_so(dark: bool, browser: Browser, served_package: Served) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme="dark" if dark else "light")
    page = context.new_page()
    page.goto(f"{served_package.address}/1.2/package/shell.html")
    expect(page.get_by_role("status")).to_contain_text("No learning platform was found")
    expect(page.get_by_role("button", name="Save and leave")).to_be_hidden()
    expect(page.frame_locator("#book").locator("h1").first).to_be_attached()
    expect(page.locator("#book")).to_have_attribute("title", page.frames[1].title())
    page.evaluate("() => { document.getElementById('leave').hidden = document.getElementById('left').hidden = false; }")
    page.evaluate("() => { document.querySelector('#left summary').textContent = 'Two answers'; }")
    page.locator("#left summary").click()
    assert violations(page) == []
    small = page.evaluate(
        "() => [...document.querySelectorAll('button, summary')].map((one) => one.getBoundingClientRect())"
        ".filter((box) => box.width < 24 || box.height < 24).length"
    )
    assert small == 0
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
    context.close()


@pytest.mark.parametrize(
    ("refuses", "said"),
    [("Commit", "did not accept"), ("Initialize", "did not open the course")],
    ids=["save", "start"],
)
def test_a_platform_that_refuses_is_said(refuses: str, said: str, device: Device) -> None:
    one = device("2004")
    one.page.goto(f"{one.reader.address}/2004/platform.html")
    one.page.evaluate("(refuses) => { launch('2004', {}); api[refuses] = () => 'false'; }", refuses)
    expect(one.shell.get_by_role("status")).to_contain_text(said)
    expect(one.shell.get_by_role("status")).to_contain_text("in this browser on this device")
    expect(one.book.locator("h1").first).to_be_attached()
