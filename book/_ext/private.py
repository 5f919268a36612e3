"""The site asks no other host for anything, and tells the browser not to.

Sphinx-Thebe has no switch: its configuration and scripts are taken out of each page.
The content security policy then makes the browser refuse what a mistake might add.
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

_THEBE = re.compile(r'<script type="text/x-thebe-config">.*?</script>', re.DOTALL)


def _clean(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document) -> None:  # noqa: ARG001
    if "body" in context:
        context["body"] = _THEBE.sub("", context["body"])
    for key in ("script_files", "css_files"):
        context[key] = [file for file in context.get(key, []) if not _is_thebe(file)]
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
    context["metatags"] = policy + context.get("metatags", "")


def _is_thebe(file: Any) -> bool:
    body = dict(getattr(file, "attributes", {})).get("body") or ""
    return "thebe" in str(getattr(file, "filename", "") or "").lower() or "thebe" in str(body).lower()


def setup(app: Sphinx) -> None:
    """Clean every page, after the other extensions."""
    app.connect("html-page-context", _clean, priority=900)
