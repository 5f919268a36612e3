"""Pictures of the slides: charts as the book's own pages draw them, and drawings, as SVG and as PNG.

A chart is computed here, as the notebook does it; Chromium draws it with the book's
scripts and colours, so that a slide shows what the page shows.
"""

from __future__ import annotations

import ast
import mimetypes
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, Route, sync_playwright

from book._ext.charts import figure
from book.kit.chapter import PROJECT, Chapter
from book.kit.slide import Picture
from exercises.drawing import VEGA_LITE
from tests.browser.chromium import ARGUMENTS, find

HOST = "http://kit.invalid"
"""A host that does not exist: what the page asks of it is answered from the project, and nothing else is."""

CHART_WIDTH = 760
"""Pixels of the page; the slide shows it about half as large again, so that labels can be read from the back."""

SHARPNESS = 3
"""Pixels of a PNG for each pixel of the page."""

_FOLDERS = {"static": PROJECT / "book" / "assets", "live": PROJECT / "book" / "live" / "dist" / "live"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture, drawn: as SVG and PNG, with its size in pixels of the page."""

    svg: str
    png: bytes
    width: float
    height: float


def charts_of(chapters: Iterable[Chapter]) -> dict[str, dict[str, Any]]:
    """The charts that cells show, by the code of the cell."""
    found = {}
    for chapter in chapters:
        for code in chapter.codes:
            bundle = getattr(_value(code), "_repr_mimebundle_", None)
            shown: Mapping[str, Any] = bundle() if bundle else {}
            if VEGA_LITE in shown:
                found[code] = shown[VEGA_LITE]
    return found


def _value(code: str) -> object:
    """What the last line of a cell evaluates to; a notebook shows just that."""
    tree = ast.parse(code)
    last = tree.body.pop()
    if not isinstance(last, ast.Expr):
        return None
    names: dict[str, Any] = {}
    exec(compile(tree, "<cell>", "exec"), names)
    return eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)


def draw(pictures: Iterable[Picture]) -> dict[str, Drawn]:
    """Draw all pictures in one go, by name.

    Raises:
        RuntimeError: there is no Chromium, the runtime has not been built, or a chart was not drawn.
    """
    wanted = list(pictures)
    with _page() as page:
        page.set_content(_html(wanted))
        page.wait_for_function(
            "() => [...document.querySelectorAll('.chart-drawing')].every((one) => one.querySelector('svg') || one.textContent)"
        )
        page.evaluate("() => Promise.all([...document.images].map((one) => one.decode()))")
        return {picture.name: _drawn(picture, page.locator(f'[data-name="{picture.name}"]')) for picture in wanted}


@contextmanager
def _page() -> Iterator[Page]:
    program = find()
    if program is None:
        raise RuntimeError("No Chromium found. Run: make browser")
    if not (_FOLDERS["live"] / "charts.js").exists():
        raise RuntimeError("The scripts that draw charts have not been built. Run: make runtime")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1000, "height": 800}, device_scale_factor=SHARPNESS)
        page.route("**/*", _answer)
        page.goto(f"{HOST}/")
        yield page
        browser.close()


def _answer(route: Route) -> None:
    """Serve a file of the book; everything else is not there."""
    folder, _, name = route.request.url.removeprefix(f"{HOST}/").partition("/")
    if folder == "":
        route.fulfill(body="<!doctype html><title>Pictures</title>", content_type="text/html")
    elif folder in _FOLDERS and (path := _FOLDERS[folder] / name).is_file():
        route.fulfill(body=path.read_bytes(), content_type=mimetypes.guess_type(name)[0] or "text/plain")
    else:
        route.abort()


def _html(pictures: Iterable[Picture]) -> str:
    shown = "".join(
        f'<div data-name="{one.name}">{figure(one.chart) if one.chart else _image(one)}</div>' for one in pictures
    )
    return (
        f"<!doctype html><html lang=en data-theme=light><head><link rel=stylesheet href={HOST}/static/book.css>"
        "<style>body{margin:0;background:#fff;font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif}"
        f".chart-drawing{{width:{CHART_WIDTH}px;display:block}}figure{{margin:0}}</style></head>"
        f"<body>{shown}<script type=module src={HOST}/live/charts.js></script></body></html>"
    )


def _image(picture: Picture) -> str:
    name = picture.drawing.removeprefix("book/assets/")
    return f'<img alt="" src="{HOST}/static/{name}">'


def _drawn(picture: Picture, place: Locator) -> Drawn:
    if picture.drawing:
        shown = place.locator("img")
        svg = (PROJECT / picture.drawing).read_text(encoding="utf-8")
    else:
        shown = place.locator(".chart-drawing svg").first
        if not shown.count():
            raise RuntimeError(
                f"The chart '{picture.name}' was not drawn: {place.locator('.chart-drawing').inner_text()}"
            )
        svg = shown.evaluate("(one) => new XMLSerializer().serializeToString(one)")
    box = shown.bounding_box()
    assert box is not None  # it is shown
    return Drawn(svg, shown.screenshot(), box["width"], box["height"])
