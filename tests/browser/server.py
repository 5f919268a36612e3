"""A static server on this machine that behaves as a static host does: it compresses, and answers 404.

It counts what it sends, and can be told to fail for a file, so that tests see what a
reader sees when the network misbehaves.
"""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = {".js", ".mjs", ".wasm", ".json", ".html", ".css", ".svg", ".txt", ".xml"}
TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm"}


@dataclass
class Served:
    """A running server.

    Attributes:
        address: where it listens, such as `http://127.0.0.1:40001`.
        sent: path and bytes of every answer so far, headers left out.
        missing: parts of paths that answer 404.
        damaged: parts of paths whose answer is cut to its first half.
    """

    address: str
    sent: list[tuple[str, int]] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)
    damaged: set[str] = field(default_factory=set)

    def behave(self) -> None:
        """Stop failing, and forget what was sent."""
        self.missing.clear()
        self.damaged.clear()
        self.sent.clear()


@lru_cache(maxsize=512)
def _packed(path: Path, stamp: float) -> bytes:  # noqa: ARG001  a changed file is packed anew
    return gzip.compress(path.read_bytes(), 6)


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """Serve a folder on a free port of the loopback address for as long as the block runs."""
    folder = folder.resolve()
    served = Served("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            file = (folder / path.lstrip("/")).resolve()
            if file.is_dir():
                file /= "index.html"
            if not file.is_relative_to(folder) or not file.is_file() or any(m in path for m in served.missing):
                self._answer(path, 404, b"not here", "text/plain", "")
                return
            packed = file.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
            body = _packed(file, file.stat().st_mtime) if packed else file.read_bytes()
            if any(d in path for d in served.damaged):
                whole = file.read_bytes()
                body, packed = whole[: len(whole) // 2], False
            kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            self._answer(path, 200, body, kind, "gzip" if packed else "")

        def _answer(self, path: str, status: int, body: bytes, kind: str, encoding: str) -> None:
            served.sent.append((path, len(body)))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            if encoding:
                self.send_header("Content-Encoding", encoding)
            self.end_headers()
            with suppress(BrokenPipeError, ConnectionResetError):
                self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
