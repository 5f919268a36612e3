"""Times a live page against the bare start of the same Pyodide, in one run, and prints a table.

    python -m benchmarks.live_page [--runs 5] [--write]

Headless Chromium, cold cache for every visit, a local server that compresses as a
static host does. Absolute times depend on the machine; the ratios are what to keep.
The reader's dossier holds all exercises, answered as in their worked examples.
`--write` keeps the table in benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from exercises import EXERCISES, load
from exercises.dossier import Dossier
from tests.browser.chromium import ARGUMENTS, find
from tests.browser.server import Served, serve

PROJECT = Path(__file__).resolve().parents[1]
SITE = PROJECT / "_build" / "html"
PYODIDE = PROJECT / "book" / "live" / "node_modules" / "pyodide"
README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- live_page begin -->", "<!-- live_page end -->"

BARE_PAGE = """<!doctype html><title>bare</title><script type="module">
const { loadPyodide } = await import('./pyodide.mjs');
const python = await loadPyodide({ indexURL: new URL('./', location.href).href });
python.runPython('1 + 1');
window.answered = performance.now();
</script>"""


def filled_dossier() -> str:
    """A dossier in which every exercise is answered as its worked example: what a reader has near the end."""
    store = Dossier()
    for name in EXERCISES:
        for field, answer in load(name).example.answers.items():
            store.put(name, field, answer)
    return store.text()


# Acts as a quick reader: types and clicks as soon as the exercise shows, then waits for the answer.
READER = """
const seen = (window.seen = {});
const observer = new MutationObserver(() => {
  const view = document.querySelector('.live[data-exercise="pitch-builder"]');
  if (!view) return;
  const field = view.querySelector('.widget-textarea textarea');
  const button = view.querySelector('.jupyter-button.mod-primary');
  if (!seen.usable && field && button && document.documentElement.classList.contains('live-shown')) {
    field.value = 'On your round you log in nine times.';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    button.click();
    seen.usable = performance.now();
  }
  if (!seen.answer && view.querySelector('.feedback .feedback-summary')) {
    seen.answer = performance.now();
    observer.disconnect();
  }
});
observer.observe(document, { childList: true, subtree: true, attributes: true });
"""

ROUND_TRIP = """() => new Promise((resolve) => {
  const feedback = document.querySelector('[data-exercise="pitch-builder"] .feedback');
  const button = document.querySelector('[data-exercise="pitch-builder"] .jupyter-button.mod-primary');
  const field = document.querySelector('[data-exercise="pitch-builder"] .widget-textarea textarea');
  const begin = performance.now();
  const observer = new MutationObserver(() => { observer.disconnect(); resolve(performance.now() - begin); });
  observer.observe(feedback, { childList: true, subtree: true, characterData: true });
  field.value += ' x';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  button.click();
})"""


@contextmanager
def bare_site() -> Iterator[Served]:
    """A site with one blank page that starts the same Pyodide as it comes, whole standard library and all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"):
            shutil.copy(PYODIDE / file, folder / file)
        (folder / "index.html").write_text(BARE_PAGE)
        with serve(folder) as served:
            yield served


def visit_bare(browser: Browser, served: Served) -> float:
    """Milliseconds from navigation until a bare Pyodide has answered."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(f"{served.address}/index.html")
    page.wait_for_function("window.answered", timeout=120_000)
    answered = float(page.evaluate("window.answered"))
    context.close()
    return answered


def visit_page(browser: Browser, served: Served, path: str) -> dict[str, float]:
    """One cold visit: when the exercise could be used, when it answered, what was sent, a round trip (ms)."""
    served.sent.clear()
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.add_init_script(f"localStorage.setItem('selling-it/dossier', {json.dumps(filled_dossier())})")
    page.add_init_script(READER)
    page.goto(f"{served.address}/{path}")
    page.wait_for_function("window.seen.answer", timeout=120_000)
    seen = page.evaluate("window.seen")
    sent = list(served.sent)
    page.wait_for_timeout(500)
    trips = [float(page.evaluate(ROUND_TRIP)) for _ in range(11)]
    context.close()
    return {
        "usable": seen["usable"],
        "answer": seen["answer"],
        "bytes": float(sum(size for _, size in sent)),
        "requests": float(len(sent)),
        "trip": median(trips),
    }


def measure(path: str, runs: int) -> dict[str, float]:
    """Medians over `runs` cold visits, bare and live in turn."""
    with sync_playwright() as playwright, serve(SITE) as site, bare_site() as bare:
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        visit_bare(browser, bare)  # the first visit warms the machine, not the cache
        visit_page(browser, site, path)
        bares, visits = [], []
        for _ in range(runs):
            bares.append(visit_bare(browser, bare))
            visits.append(visit_page(browser, site, path))
        browser.close()
    found = {name: median(visit[name] for visit in visits) for name in visits[0]}
    return {**found, "bare": median(bares)}


def table(path: str, runs: int, m: dict[str, float]) -> str:
    """The measured figures beside what was to be reached, as a Markdown table."""
    rows = (
        ("exercise usable (fields, buttons), s", m["usable"] / 1000, "1.0", "2f"),
        ("first Python answer to a click made at once, s", m["answer"] / 1000, "", "2f"),
        ("bare loadPyodide() on a blank page, s", m["bare"] / 1000, "", "2f"),
        ("first answer ÷ bare start", m["answer"] / m["bare"], "1.40", "2f"),
        ("sent, MB", m["bytes"] / 1e6, "6.5", "2f"),
        ("requests", m["requests"], "", "0f"),
        ("round trip once live, ms", m["trip"], "30", "0f"),
    )
    lines = [
        f"`{path}`, cold cache, dossier with all exercises filled, median of {runs}.",
        "",
        "| what | measured | at most |",
        "|---|---:|---:|",
    ]
    lines += [f"| {what} | {value:.{form}} | {most} |" for what, value, most, form in rows]
    return "\n".join(lines)


def write(text: str) -> None:
    """Put the table between its marks in benchmarks/README.md."""
    page = README.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    README.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def main() -> None:
    """Measure, print, and keep the table where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", default="notebooks/05-value-pitch.html")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    text = table(given.page, given.runs, measure(given.page, given.runs))
    print(text)
    if given.write:
        write(text)


if __name__ == "__main__":
    main()
