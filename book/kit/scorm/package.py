"""Puts a package together: the site, the shell, the schemas, the manifest, in one zip that is the same each time."""

from __future__ import annotations

import html
import json
import re
import tomllib
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Template

from book.kit.scorm.bundle import LIVE, PackError, bundle
from book.kit.scorm.course import PROJECT, course, title
from book.kit.scorm.edition import EDITIONS, Edition
from book.kit.scorm.manifest import LAUNCHED, manifest

SHELL = Path(__file__).parent / "shell"
LIBRARIES = ("@szenadam/scorm-api-wrapper", "fflate")

NEEDLESS = re.compile(r"\.map$|^objects\.inv$|^_static/[^/]+\.zip$|^\.|/\.")
"""Files of the site that no page asks for: source maps, Sphinx's inventory, archives of which pages fetch the packed twin."""

_STAMP = (1980, 1, 1, 0, 0, 0)
_MODULE = ("_static/live/pyodide.asm.mjs", "_static/live/pyodide.asm.js")


def pack(site: Path, out: Path, editions: Mapping[str, Edition] = EDITIONS) -> list[Path]:
    """Write one zip for each edition into `out`.

    Raises:
        PackError: the site has not been built, or the shell cannot be bundled.
    """
    out.mkdir(parents=True, exist_ok=True)
    shared = common_files(site)
    made = []
    for edition in editions.values():
        path = out / f"selling-it-scorm-{edition.id}.zip"
        write_zip(path, shared | own_files(edition, shared))
        made.append(path)
    return made


def common_files(site: Path) -> dict[str, bytes]:
    """What the packages of both editions hold, by path in the package: the site and the shell."""
    files = {f"site/{name}": data for name, data in site_files(site).items()}
    return files | {f"shell/{name}": data for name, data in shell_files().items()}


def own_files(edition: Edition, shared: Iterable[str]) -> dict[str, bytes]:
    """What an edition adds: schemas, the page that is opened, and the manifest, which names everything."""
    files = {path.name: path.read_bytes() for path in edition.schemas} | {LAUNCHED: shell_page(edition)}
    files["imsmanifest.xml"] = manifest(edition, title(), _version(), [*shared, *files])
    return files


def site_files(site: Path) -> dict[str, bytes]:
    """The files of the site, by path with `/`, without those that no page asks for.

    One name changes: platforms that do not know the ending .mjs (Moodle is one) send such a
    file as data, and browsers refuse to run it.
    """
    if not (site / "index.html").exists():
        raise PackError(f"{site}: the book is not there. Build it first: make book")
    found = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    files = {name: path.read_bytes() for name, path in found.items() if not NEEDLESS.search(name)}
    before, after = _MODULE
    if before not in files:
        raise PackError(f"{site / before}: not there. Has the runtime of the pages been built? Run: make book")
    files[after] = files.pop(before)
    worker = files["_static/live/worker.js"]
    old, new = (Path(name).name.encode() for name in _MODULE)
    if old not in worker:
        raise PackError(f"worker.js does not name {old.decode()} any more: look at _MODULE in {Path(__file__).name}.")
    files["_static/live/worker.js"] = worker.replace(old, new)
    return files


def shell_files() -> dict[str, bytes]:
    """Script, style and licences of the shell."""
    script = bundle(SHELL / "shell.js", "--format=iife", "--target=es2022", "--minify", "--legal-comments=none")
    return {"shell.js": script, "shell.css": (SHELL / "shell.css").read_bytes(), "licences.txt": _licences()}


def shell_page(edition: Edition) -> bytes:
    """The page that the platform opens, with what the shell knows of the course."""
    known = json.dumps(course(edition), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return (
        Template((SHELL / LAUNCHED).read_text(encoding="utf-8"))
        .substitute(title=html.escape(title()), course=known.replace("<", "\\u003c"), limit=f"{edition.limit:,}")
        .encode()
    )


def write_zip(path: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a zip; the same files give the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        # The manifest comes first: some platforms look no further than they must.
        for name in sorted(files, key=lambda one: (one != "imsmanifest.xml", one)):
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])


def _version() -> str:
    return str(tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def _licences() -> bytes:
    parts = []
    for name in LIBRARIES:
        folder = LIVE / "node_modules" / name
        about = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        text = next(path for path in sorted(folder.iterdir()) if path.name.lower().startswith("licen"))
        parts.append(
            f"== {name} {about['version']} ({about['license']})\n\n{text.read_text(encoding='utf-8').strip()}\n"
        )
    return "\n".join(parts).encode()
