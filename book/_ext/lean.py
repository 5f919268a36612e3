"""Pages that ask no other host for anything and load no script that they do not use.

Jupyter Book has no switch for Sphinx-Thebe, nor for the scripts that copy or fold code,
of which this book shows none: they are taken out of each page. The content security
policy then makes the browser refuse what a mistake might add.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'self'; object-src 'none'"
)
"""'unsafe-inline': the theme writes small scripts and styles into the page."""

UNUSED = re.compile("thebe|copybutton|clipboard|toggle(?:button|Hint|Open)|design-tabs", re.IGNORECASE)
_THEBE = re.compile(r'<script type="text/x-thebe-config">.*?</script>', re.DOTALL)
_ICON_SCRIPT = re.compile(r'<script defer src="[^"]*fontawesome\.js[^"]*"></script>')


def _clean(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document) -> None:
    if "body" in context:
        context["body"] = _THEBE.sub("", context["body"])
    for key in ("script_files", "css_files"):
        context[key] = [file for file in context.get(key, []) if not _is_unused(file)]
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
    context["metatags"] = policy + context.get("metatags", "")


def _is_unused(file: Any) -> bool:
    body = dict(getattr(file, "attributes", {})).get("body") or ""
    return bool(UNUSED.search(f"{getattr(file, 'filename', '') or ''} {body}"))


def without_icon_script(head: str) -> str:
    """The head of a page without the theme's icon script.

    Raises:
        ValueError: the script is not there any more; the template book/_templates/layout.html can go.
    """
    lean, found = _ICON_SCRIPT.subn("", head)
    if not found:
        raise ValueError("The theme no longer loads its icon script: remove book/_templates/layout.html.")
    return lean


def _add_filter(app: Sphinx) -> None:
    environment = getattr(getattr(app.builder, "templates", None), "environment", None)
    if environment is not None:
        environment.filters["without_icon_script"] = without_icon_script


def setup(app: Sphinx) -> None:
    """Clean every page, after the other extensions."""
    app.connect("builder-inited", _add_filter)
    app.connect("html-page-context", _clean, priority=900)
