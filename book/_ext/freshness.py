"""A change in the exercises, the data or this extension makes every notebook page stale.

Sphinx and the execution cache look at the notebooks only; the pages also depend on
what the notebooks import.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

PROJECT = Path(__file__).resolve().parents[2]
SOURCES = ("exercises/**/*.py", "data/**/*", "book/_ext/*.py")


def fingerprint() -> str:
    """A hash over everything that the notebooks import or read."""
    hashed = hashlib.sha256()
    for pattern in SOURCES:
        for path in sorted(PROJECT.glob(pattern)):
            if path.is_file() and "__pycache__" not in path.parts:
                hashed.update(str(path.relative_to(PROJECT)).encode())
                hashed.update(path.read_bytes())
    return hashed.hexdigest()


def _forget_runs(app: Sphinx) -> None:
    """Drop the stored runs of the notebooks when what they ran on has changed."""
    stamp = Path(app.outdir).parent / "fingerprint.txt"
    now = fingerprint()
    app.env.selling_it_stale = not stamp.exists() or stamp.read_text() != now  # type: ignore[attr-defined]
    if app.env.selling_it_stale:  # type: ignore[attr-defined]
        shutil.rmtree(str(app.config.nb_execution_cache_path), ignore_errors=True)


def _outdated(
    app: Sphinx,
    env: BuildEnvironment,
    added: set[str],
    changed: set[str],
    removed: set[str],
) -> list[str]:
    return list(env.found_docs) if env.selling_it_stale else []  # type: ignore[attr-defined]


def _remember(app: Sphinx, error: Exception | None) -> None:
    if error is None:
        (Path(app.outdir).parent / "fingerprint.txt").write_text(fingerprint())


def setup(app: Sphinx) -> None:
    """Watch the sources."""
    app.connect("builder-inited", _forget_runs, priority=1)
    app.connect("env-get-outdated", _outdated)
    app.connect("build-finished", _remember)
