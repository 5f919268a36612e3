"""Fixtures of the browser tests: the built book, served; a reader who watches for trouble."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, expect

from tests.browser.server import Served, serve

PROJECT = Path(__file__).resolve().parents[2]
SITE = PROJECT / "_build" / "html"
PAGES = Path(__file__).parent / "pages"

START_MS = 90_000
"""How long Python may take to start; generous, since machines differ. Nothing here is a speed test."""

NO_PYTHON = "window.Worker = class extends EventTarget { postMessage() {} terminate() {} };"
"""For pages whose charts and quizzes must work while Python never comes."""

expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def served_book() -> Iterator[Served]:
    if not (SITE / "index.html").exists():
        pytest.fail("The book has not been built. Run: make book")
    with serve(SITE) as served:
        yield served


@pytest.fixture(scope="session")
def served_pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A second, small book whose notebooks exercise the runtime in ways that the chapters do not."""
    out = tmp_path_factory.mktemp("pages")
    built = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", str(PAGES), str(out)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if built.returncode:
        pytest.fail(f"The test pages could not be built:\n{built.stderr}")
    with serve(out) as served:
        yield served


@pytest.fixture
def book(served_book: Served) -> Iterator[Served]:
    """The built book, well-behaved at the start of every test."""
    served_book.behave()
    yield served_book
    served_book.behave()


@pytest.fixture
def test_pages(served_pages: Served) -> Iterator[Served]:
    """The test pages, well-behaved at the start of every test."""
    served_pages.behave()
    yield served_pages
    served_pages.behave()


@dataclass
class Reader:
    """A reader with a page open: acts by labels and buttons, and notes what went wrong meanwhile.

    Attributes:
        trouble: console errors and warnings, page errors, failed requests, answers of 400 and more.
        elsewhere: requests to another host.
        asked: addresses of all requests.
    """

    page: Page
    context: BrowserContext
    address: str
    scripts: bool = True
    trouble: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Note everything of this page that a reader should never cause."""
        page.on("console", lambda m: self._note(m.type in ("error", "warning"), f"console {m.type}: {m.text}"))
        page.on("pageerror", lambda error: self._note(True, f"page error: {error}"))
        page.on("requestfailed", lambda r: self._note(self._is_trouble(r), f"request failed: {r.url}"))
        page.on("response", lambda r: self._note(r.status >= 400, f"{r.status}: {r.url}"))
        page.on("request", lambda r: self._leaves(r.url))

    def _note(self, wrong: bool, text: str) -> None:
        if wrong:
            self.trouble.append(text)

    def _is_trouble(self, request: Request) -> bool:
        # Leaving a page cuts its requests short, and without scripts none is loaded.
        left = request.failure == "net::ERR_ABORTED"
        return not left and (self.scripts or request.resource_type != "script")

    def _leaves(self, url: str) -> None:
        self.asked.append(url)
        if not url.startswith((self.address, "data:", "blob:")):
            self.elsewhere.append(url)

    def open(self, path: str) -> Reader:
        """Go to a page of the site."""
        self.page.goto(f"{self.address}/{path}")
        return self

    def shown(self) -> Reader:
        """Wait until the exercises can be used."""
        self.page.locator("html.live-shown").wait_for(state="attached")
        return self

    def ready(self) -> Reader:
        """Wait until Python answers."""
        self.page.locator("html.live-ready").wait_for(state="attached", timeout=START_MS)
        return self

    def exercise(self, name: str) -> Locator:
        """The frame of one exercise."""
        return self.page.locator(f'.live[data-exercise="{name}"]')

    def press(self, name: str, button: str) -> None:
        """Press a button of an exercise."""
        self.exercise(name).get_by_role("button", name=button, exact=True).click()

    def field(self, name: str, label: str) -> Locator:
        """A field of an exercise by its label."""
        return self.exercise(name).get_by_label(label)

    def answer(self, name: str, text: str) -> None:
        """Wait until the feedback of an exercise says this."""
        expect(self.exercise(name).locator(".feedback")).to_contain_text(text, timeout=START_MS)

    def dossier(self) -> dict[str, Any]:
        """What the browser keeps for this reader."""
        kept: dict[str, Any] = self.page.evaluate(
            "() => JSON.parse(localStorage.getItem('selling-it/dossier') ?? '{}')"
        )
        return kept.get("exercises", {})  # type: ignore[no-any-return]


NewReader = Callable[..., Reader]


@pytest.fixture
def reader(browser: Browser, book: Served) -> Iterator[NewReader]:
    """Make readers of the book; at the end none of them may have met trouble they did not allow for."""
    yield from _readers(browser, book)


@pytest.fixture
def visitor(browser: Browser, test_pages: Served) -> Iterator[NewReader]:
    """Make readers of the test pages."""
    yield from _readers(browser, test_pages)


def _readers(browser: Browser, served: Served) -> Iterator[NewReader]:
    made: list[tuple[Reader, bool]] = []

    def new(
        *, width: int = 1280, dark: bool = False, javascript: bool = True, allow_trouble: bool = False, script: str = ""
    ) -> Reader:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        page = context.new_page()
        if script:
            page.add_init_script(script)
        one = Reader(page, context, served.address, scripts=javascript)
        one.watch(page)
        made.append((one, allow_trouble))
        return one

    yield new
    for one, _ in made:
        one.context.close()
    for one, allowed in made:
        assert one.elsewhere == [], "a page asked another host"
        assert allowed or one.trouble == [], "a page caused trouble"
