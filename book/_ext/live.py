"""Live exercises: code cells tagged `live` become exercises of the page.

The cell's code is not shown. It travels in the page, so that the browser runtime
(book/live) can run it; the widgets' state, left by the build, is shown at once.
Task, time and printed worksheet come from the exercise's declaration.
"""

from __future__ import annotations

import json
import re
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from exercises import EXERCISES, load
from exercises.exercise import Exercise, Field

MANIFEST = Path(__file__).resolve().parent.parent / "live" / "dist" / "manifest.json"
LEDGER = "book/evidence.html"

_SCRIPTED = "<script>document.documentElement.classList.add('scripted')</script>"
"""Hides the worksheets before the page is drawn; without scripts they stay."""

_SHOWN = re.compile(r"""\bshow\(\s*["']([a-z0-9-]+)["']\s*\)""")


class live_exercise(nodes.General, nodes.Element):
    """An exercise of the page: attributes `exercise` (id or empty), `code`, `number`."""


def setup(app: Sphinx) -> None:
    """Register the node and the steps that make and dress it."""
    app.add_node(live_exercise, html=(_open, _close), latex=(_skip, _pass), text=(_skip, _pass))
    # Every page names the runtime's version: another runtime, and Sphinx writes them all anew.
    app.add_config_value("live_version", _manifest()["version"], "html", [str])
    app.connect("doctree-read", _find)
    app.connect("html-page-context", _dress)
    app.connect("build-finished", _sweep)


def _find(app: Sphinx, doctree: nodes.document) -> None:
    """Replace every tagged code cell by an exercise that holds the cell's outputs."""
    cells = [
        node
        for node in doctree.findall(nodes.container)
        if node.get("nb_element") == "cell_code" and "live" in _tags(node)
    ]
    if not cells:
        return
    sources = _sources(Path(app.env.doc2path(app.env.docname)))
    if len(sources) != len(cells):
        raise ExtensionError(
            f"{app.env.docname}: {len(sources)} cells are tagged live, {len(cells)} of them are in the page. "
            "Tag live cells with `live` only, not with a tag that removes them."
        )
    for number, (cell, code) in enumerate(zip(cells, sources, strict=True)):
        outputs = [part for part in cell.children if _is_output(part)]
        cell.replace_self(live_exercise("", *outputs, exercise=_shown(code), code=code, number=number))


def _tags(cell: nodes.Element) -> list[str]:
    tags: list[str] = (cell.get("cell_metadata") or {}).get("tags", [])
    return tags


def _sources(notebook: Path) -> list[str]:
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if "live" in cell["metadata"].get("tags", [])]


def _is_output(part: nodes.Node) -> bool:
    return isinstance(part, nodes.Element) and part.get("nb_element") == "cell_code_output"


def _shown(code: str) -> str:
    found = _SHOWN.search(code)
    if found is None:
        return ""
    if found[1] not in EXERCISES:
        raise ExtensionError(
            f"A live cell shows '{found[1]}', which is no exercise. There are: {', '.join(EXERCISES)}."
        )
    return found[1]


def _open(self: Any, node: live_exercise) -> None:
    declared = load(node["exercise"]) if node["exercise"] else None
    name = declared.id if declared else f"cell-{node['number']}"
    title = f"exercise-{name}"
    choices = {f.name: f.options for f in declared.fields if f.options} if declared else {}
    label = f'aria-labelledby="{title}"' if declared else 'aria-label="Exercise"'
    self.body.append(
        f'<section class="live" data-exercise="{name}" data-choices="{escape(json.dumps(choices))}" {label}>'
        f"{_head(declared, title) if declared else ''}"
        '<p class="live-plain">This exercise answers in the page when JavaScript is on. Here is its worksheet.</p>'
        '<div class="live-view"></div><div class="live-outputs">'
    )


def _close(self: Any, node: live_exercise) -> None:
    declared = load(node["exercise"]) if node["exercise"] else None
    code = json.dumps(node["code"]).replace("<", "\\u003c")
    self.body.append(
        '</div><div class="live-errors"></div><div class="live-status"></div>'
        f'<script class="live-code" type="application/json">{code}</script>'
        f"{_worksheet(declared) if declared else ''}</section>\n"
    )


def _skip(self: Any, node: live_exercise) -> None:
    raise nodes.SkipNode


def _pass(self: Any, node: live_exercise) -> None:
    """Nothing to close: the node was skipped."""


def _head(declared: Exercise, title: str) -> str:
    numbers = "" if declared.numbers == "none" else f" · numbers {declared.numbers}"
    return (
        f'<div class="live-head"><h3 class="live-title" id="{title}">{escape(declared.title)}</h3>'
        f'<p class="live-task">{escape(declared.task)}</p>'
        f'<p class="live-facts">Exercise · {declared.minutes} minutes{numbers}</p></div>'
    )


ROWS_ON_PAPER = 2
"""Blank rows on a worksheet; somebody who needs more copies the page."""


def _worksheet(declared: Exercise) -> str:
    """Every field with room to write; the page fills in what was typed before it prints."""
    parts = []
    for group, of_group in groupby(declared.fields, key=lambda field: field.group):
        fields = list(of_group)
        head = f"<h4>{escape(group)}</h4>" if group else ""
        spare = " spare" if fields[0].row > ROWS_ON_PAPER else ""
        parts.append(f'<div class="worksheet-group{spare}">{head}{"".join(_blank(f) for f in fields)}</div>')
    return f'<div class="worksheet">{"".join(parts)}</div>'


def _blank(field: Field) -> str:
    label = f"<b>{escape(field.label)}</b>"
    if field.help:
        label += f" {escape(field.help)}"
    if field.options and len(field.options) <= 6:
        label += " (" + " / ".join(escape(words) for option, words in field.options if option) + ")"
    tall = " tall" if field.kind in ("text", "moves") else ""
    tag = "div" if field.kind == "moves" else "span"
    return f'<p>{label}</p><{tag} class="blank{tall}" data-field="{field.name}" data-kind="{field.kind}"></{tag}>'


def _dress(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document) -> None:
    """Load the runtime on pages with an exercise, and the small scripts where they are needed."""
    body = context.get("body", "")
    root = "../" * pagename.count("/")
    static = f"{root}_static/live/"
    head = []
    live = 'class="live"' in body
    if live or '<figure class="chart"' in body or '<form class="quiz"' in body:
        manifest = _manifest()
        version = manifest["version"]
        head.append(f'<link rel="stylesheet" href="{static}live.css?v={version}">')
        if live:
            config = {
                "base": static,
                "ledger": f"{root}{LEDGER}",
                **{key: manifest[key] for key in ("version", "pyodide")},
                "files": [*manifest["files"], *_packs(body, manifest["packs"])],
            }
            head += [f'<link rel="modulepreload" href="{static}{name}">' for name in manifest["preload"]]
            head.append(f'<script id="live-config" type="application/json">{json.dumps(config)}</script>')
            head.append(_SCRIPTED)
            head.append(
                f'<script type="module" src="{static}live.js?v={version}" '
                "onerror=\"document.documentElement.classList.remove('scripted')\"></script>"
            )
        if '<figure class="chart"' in body:
            head.append(f'<script type="module" src="{static}charts.js?v={version}"></script>')
        if '<form class="quiz"' in body:
            head.append(f'<script type="module" src="{static}quiz.js?v={version}"></script>')
        if '<div class="case-table"' in body:
            head.append(f'<script type="module" src="{static}cases.js?v={version}"></script>')
    context["metatags"] = context.get("metatags", "") + "\n".join(head)


def _sweep(app: Sphinx, exception: Exception | None) -> None:
    """Take away what an earlier runtime left in the site."""
    built = {file.name for file in (MANIFEST.parent / "live").iterdir()}
    for file in (Path(app.outdir) / "_static" / "live").glob("*"):
        if file.name not in built:
            file.unlink()


def _packs(body: str, packs: dict[str, Any]) -> list[Any]:
    """What the exercises of a page need beside the base; a cell of another kind may need everything."""
    shown = [f"x-{name}" for name in re.findall(r'<section class="live" data-exercise="([a-z0-9-]+)"', body)]
    return [packs[name] for name in shown] if set(shown) <= packs.keys() else [packs["everything"]]


def _manifest() -> dict[str, Any]:
    if not MANIFEST.exists():
        raise ExtensionError("The browser runtime has not been built. Run: make runtime")
    manifest: dict[str, Any] = json.loads(MANIFEST.read_text(encoding="utf-8"))
    return manifest
