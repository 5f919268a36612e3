"""The shell's memory (book/kit/scorm/shell/memory.js) as Python functions, for tests of its properties."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from book.kit.scorm.bundle import bundle

HERE = Path(__file__).parent


class Memory:
    """A Node process that packs and unpacks."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def _ask(self, **question: Any) -> dict[str, Any]:
        sent, came = self._process.stdin, self._process.stdout
        assert sent is not None
        assert came is not None
        sent.write(json.dumps(question) + "\n")
        sent.flush()
        answer: dict[str, Any] = json.loads(came.readline())
        return answer

    def pack(self, kept: dict[str, Any], limit: int, names: list[str]) -> tuple[str, set[str]]:
        """The line, and the names of answers that did not fit."""
        packed = self._ask(kept=kept, limit=limit, names=names)["answer"]
        return packed["text"], set(packed["left"])

    def unpack(self, text: str, names: list[str]) -> dict[str, Any] | None:
        """What stands in a line, or None where it cannot be read."""
        found: dict[str, Any] | None = self._ask(text=text, names=names)["answer"]
        return found

    def codes(self, names: list[str]) -> int:
        """How many of the names have a short code."""
        return int(self._ask(text="", names=names)["codes"])


@contextmanager
def memory(folder: Path) -> Iterator[Memory]:
    """Bundle the script into a folder, and run it for as long as the block runs."""
    script = folder / "memory.mjs"
    script.write_bytes(bundle(HERE / "memory_lines.mjs", "--format=esm", "--platform=node"))
    node = Path(sys.executable).with_name("node")
    with subprocess.Popen(
        [str(node), str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Memory(process)
        assert process.stdin is not None
        process.stdin.close()
