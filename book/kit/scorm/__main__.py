"""Make the packages: `python -m book.kit.scorm [--site FOLDER] [--out FOLDER]`."""

from __future__ import annotations

import argparse
import sys
import time
import zipfile
from pathlib import Path

from book.kit.scorm import PackError, pack
from book.kit.scorm.course import PROJECT


def main() -> None:
    """Write both packages, and say where they are and how large."""
    given = argparse.ArgumentParser(description="Packs the built site for learning platforms.")
    given.add_argument("--site", type=Path, default=PROJECT / "_build" / "html")
    given.add_argument("--out", type=Path, default=PROJECT / "_build" / "kit")
    options = given.parse_args()
    start = time.monotonic()
    try:
        made = pack(options.site, options.out)
    except PackError as error:
        sys.exit(str(error))
    for path in made:
        with zipfile.ZipFile(path) as archive:
            count = len(archive.namelist())
        print(f"Packed: {path} ({path.stat().st_size / 1e6:.1f} MB, {count} files)")
    print(f"In {time.monotonic() - start:.1f} s.")


if __name__ == "__main__":
    main()
