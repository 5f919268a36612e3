"""Every link that leaves the site is in a list, so that a scheduled check can follow them. Nothing is fetched here."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from scripts.outside_links import listed, outside_links, trouble


def test_the_list_of_outside_links_is_complete() -> None:
    there, known = outside_links(), listed()
    assert known == there, (
        f"new: {sorted(set(there) - set(known))}; gone: {sorted(set(known) - set(there))}. Write it anew: make links-list"
    )
    assert len(there) >= 80


def test_a_link_that_is_gone_is_told_and_one_behind_a_wall_is_not() -> None:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(int(self.path.strip("/")))
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    here = f"http://127.0.0.1:{server.server_port}"
    told = {code: trouble(f"{here}/{code}") for code in (200, 403, 404, 500)}
    server.shutdown()
    assert told == {200: "", 403: "", 404: f"{here}/404: answers 404", 500: f"{here}/500: answers 500"}
