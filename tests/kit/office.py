"""Finds a LibreOffice that opens presentations, or installs one and says so.

Run as a program it makes sure that there is one: `python -m tests.kit.office`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PLACES = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
PACKAGE = "libreoffice-impress-nogui"


def find() -> str | None:
    """Path of a LibreOffice with Impress: $SOFFICE, or one on this machine."""
    for name in (os.environ.get("SOFFICE", ""), *PLACES):
        if name and (path := shutil.which(name)) and _opens_presentations(Path(path).resolve()):
            return path
    return None


def _opens_presentations(program: Path) -> bool:
    """Debian packs each part of LibreOffice by itself; this library is that of presentations."""
    folders = (program.parent, program.parent.parent / "Frameworks")
    return any(list(folder.glob("libsdlo.*")) for folder in folders)


def install() -> None:
    """Install Impress from Debian's packages, where apt-get may be used.

    Raises:
        SystemExit: it may not; the message says what to install.
    """
    if not (shutil.which("apt-get") and os.geteuid() == 0):
        sys.exit("No LibreOffice with Impress found. Install LibreOffice, or set SOFFICE to the path of its soffice.")
    print(f"No LibreOffice with Impress found: installing {PACKAGE} with apt-get.", flush=True)
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", PACKAGE], check=True)


def to_pdf(files: list[Path], folder: Path) -> list[Path]:
    """Open files with LibreOffice and print each as a PDF into a folder; return the paths.

    Raises:
        RuntimeError: there is no LibreOffice, or it could not open a file.
    """
    program = find()
    if program is None:
        raise RuntimeError("No LibreOffice with Impress found. Run: make office")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"  # a profile of its own: runs do not meet
    ran = subprocess.run(
        [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)],
        capture_output=True, text=True, timeout=180, check=False,
    )  # fmt: skip
    made = [folder / f"{path.stem}.pdf" for path in files]
    missing = [path.name for path in made if not path.exists()]
    if missing:
        raise RuntimeError(f"LibreOffice did not make {', '.join(missing)}: {ran.stdout}{ran.stderr}")
    return made


def main() -> None:
    """Make sure that there is a LibreOffice, and say which."""
    if find() is None:
        install()
    path = find()
    if path is None:
        sys.exit("LibreOffice is still not found. Install it, or set SOFFICE to the path of its soffice.")
    print(f"LibreOffice: {path}")


if __name__ == "__main__":
    main()
