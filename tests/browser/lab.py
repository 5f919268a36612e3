"""Open chapter 1 in JupyterLab as a learner would: run it, type, press Check, read. `make lab-check` runs it.

It is no test of the suite: JupyterLab is a hundred megabytes that CI does not need otherwise, and it takes half a
minute to come up. It prints what it saw and ends with an error where something is missing.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.chromium import ARGUMENTS, find

PROJECT = Path(__file__).resolve().parents[2]
CHAPTER = "notebooks/01-last-in-line.ipynb"
SCREENSHOT = PROJECT / "_build" / "lab.png"
QUESTION = "Which two of your people could try it with ten real customers by 14 May?"
PATIENCE = 90_000
"""Milliseconds."""


def main() -> None:
    """Start JupyterLab with a place of its own for settings and answers, use it, and stop it."""
    with tempfile.TemporaryDirectory() as place:
        answers = Path(place) / "dossier.json"
        port = _free_port()
        server = _start(port, Path(place), answers)
        try:
            _wait(f"http://127.0.0.1:{port}/api/status", server)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
                _use(browser.new_page(viewport={"width": 1300, "height": 1500}), port)
                browser.close()
        finally:
            server.terminate()
            server.wait(20)
        kept = json.loads(answers.read_text(encoding="utf-8"))["exercises"]["last-in-line"]
        if kept != {"guess": 3, "unit": "Sales Export", "question": QUESTION}:
            sys.exit(f"The answers were not kept as typed: {kept}")
    print(f"JupyterLab: widgets, feedback, chart and kept answers are there. Screenshot: {SCREENSHOT}")


def _use(page: Page, port: int) -> None:
    page.set_default_timeout(PATIENCE)
    page.goto(f"http://127.0.0.1:{port}/lab/tree/{CHAPTER}")
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    # Running all goes to the end of the notebook; only what is near the window is drawn.
    expect(page.get_by_text("Three questions before you go on")).to_be_visible(timeout=PATIENCE)
    page.locator(".jp-WindowedPanel-outer").evaluate("(panel) => { panel.scrollTop = 1100; }")
    for name, kind, words in (
        ("guess", "input", "3"),
        ("unit", "input", "Sales Export"),
        ("question", "textarea", QUESTION),
    ):
        field = page.locator(f".answer--last-in-line--{name} {kind}")
        field.fill(words)
        field.press("Tab")
    page.locator(".exercise", has=page.locator(".answer--last-in-line--guess")).get_by_role(
        "button", name="Check"
    ).click()
    expect(page.get_by_text("Your guess was right: 3.")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".exercise .vega-embed :is(svg, canvas)").first).to_be_attached(timeout=PATIENCE)
    SCREENSHOT.parent.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOT)


def _start(port: int, place: Path, answers: Path) -> subprocess.Popen[bytes]:
    own = {
        name: str(place / name)
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR")
    }
    command = [
        sys.executable, "-m", "jupyter", "lab", "--no-browser", "--ip=127.0.0.1", f"--port={port}", "--port-retries=0",
        "--IdentityProvider.token=", "--allow-root", f"--ServerApp.root_dir={PROJECT}",
    ]  # fmt: skip
    environment = {**os.environ, **own, "SELLING_IT_DOSSIER": str(answers), "PYTHONPATH": str(PROJECT)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        if server.poll() is not None:
            sys.exit("JupyterLab did not start. Run: make lab")
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.3)
        else:
            return
    sys.exit(f"JupyterLab does not answer at {address}.")


if __name__ == "__main__":
    main()
