"""Write the list of links that leave the site (book/outside-links.txt), or follow them.

    python -m scripts.outside_links --write
    python -m scripts.outside_links --check

The second one asks other hosts and belongs into a scheduled job, not into the tests. A link that answers neither with
success nor with “ask somebody else” (401, 403, 429) is printed, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import re
import sys
from html import unescape
from pathlib import Path

import requests

PROJECT = Path(__file__).resolve().parents[1]
SITE = PROJECT / "_build" / "html"
LIST = PROJECT / "book" / "outside-links.txt"
HEAD = "# Links that leave the site. Written by `make links-list`, followed by `make links`.\n"

_LINK = re.compile(r'<a [^>]*href="(https?://[^"]+)"')
_CANNOT_TELL = {401, 403, 405, 429}
"""Answers of hosts that do not talk to scripts: nothing is known about the page."""


def outside_links(site: Path = SITE) -> list[str]:
    """All addresses of other sites to which a page of the built book links, in order."""
    pages = [path for path in site.rglob("*.html") if "_static" not in path.parts]
    return sorted({unescape(link) for path in pages for link in _LINK.findall(path.read_text(encoding="utf-8"))})


def listed(path: Path = LIST) -> list[str]:
    """The addresses in the list."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def trouble(link: str) -> str:
    """What is wrong with a link, or nothing."""
    try:
        answer = requests.get(link, timeout=30, stream=True, headers={"User-Agent": "Mozilla/5.0 (link check)"})
    except requests.RequestException as error:
        return f"{link}: {type(error).__name__}"
    return "" if answer.ok or answer.status_code in _CANNOT_TELL else f"{link}: answers {answer.status_code}"


def main() -> int:
    """Write the list or follow it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", action="store_true", help="write the list from the built site")
    what.add_argument("--check", action="store_true", help="follow every link of the list")
    if parser.parse_args().write:
        links = outside_links()
        LIST.write_text(HEAD + "\n".join(links) + "\n", encoding="utf-8")
        print(f"{len(links)} links in {LIST.name}.")
        return 0
    found = [said for link in listed() if (said := trouble(link))]
    print("\n".join([*found, f"{len(found)} of {len(listed())} links need a look."]))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
