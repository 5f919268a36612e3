"""Builds the workshop kit: `python -m book.kit`, or some of its steps: `python -m book.kit slides`.

`--site` names the built site, `--out` the folder to write into.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from book.kit import handouts, slides
from book.kit.handouts.document import HandoutError

SITE = Path("_build") / "html"
OUT = Path("_build") / "kit"

STEPS: dict[str, Callable[[Path, Path], str]] = {
    "slides": lambda _, out: slides.build(out),
    "handouts": handouts.build,
}
"""Each step takes the built site and the folder `OUT`, writes into a folder of its own in it, and returns what it made, in a sentence."""


def main(wanted: list[str], site: Path = SITE, out: Path = OUT) -> None:
    """Run the steps that are named, or all."""
    unknown = [name for name in wanted if name not in STEPS]
    if unknown:
        sys.exit(f"No step {', '.join(unknown)}. There are: {', '.join(STEPS)}.")
    for name in wanted or STEPS:
        try:
            print(f"{name}: {STEPS[name](site, out)}", flush=True)
        except HandoutError as error:
            sys.exit(f"{name}: {error}")


if __name__ == "__main__":
    options = argparse.ArgumentParser(prog="python -m book.kit", description="Build the workshop kit.")
    options.add_argument("wanted", nargs="*", help=f"steps: {', '.join(STEPS)}; all of them if none is named")
    options.add_argument("--site", type=Path, default=SITE, help="folder of the built site")
    options.add_argument("--out", type=Path, default=OUT, help="folder to write into")
    given = options.parse_args()
    main(given.wanted, given.site, given.out)
