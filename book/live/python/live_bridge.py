"""Python's side of a live page: runs cells and carries widget messages to and from the page.

It stands in for the parts of a Jupyter kernel that a page with exercises needs:
comms, `display`, `print`, errors. It runs in Pyodide, in a worker; `live_page` is
the JavaScript module that the worker registers.
"""

from __future__ import annotations

import ast
import gc
import json
import sys
import traceback
from typing import Any

import comm
import IPython
import live_page
from comm.base_comm import BaseComm
from IPython import display as ipython_display

gc.disable()  # a search for garbage takes as long as an answer; it waits until nobody does, see `tidy`

_cell: int | None = None
"""The cell whose code runs, or whose widget is being answered."""

_cell_of_comm: dict[str, int | None] = {}
_namespace: dict[str, Any] = {"__name__": "__main__"}


def _post(message: dict[str, Any], buffers: Any = None) -> None:
    live_page.post(json.dumps(message), buffers or None)


class PageComm(BaseComm):
    """A comm whose other end is a widget model in the page."""

    def publish_msg(
        self, msg_type: str, data: Any = None, metadata: Any = None, buffers: Any = None, **keys: Any
    ) -> None:
        """Send one message to the page."""
        if msg_type == "comm_open":
            _cell_of_comm[self.comm_id] = _cell
        _post(
            {"type": msg_type, "cell": _cell, "comm_id": self.comm_id, "data": data, "metadata": metadata},
            buffers,
        )


comm.create_comm = PageComm

from ipywidgets import Output  # noqa: E402  it asks for a comm while it is imported

_outputs: list[Output] = []


def _emit(output: dict[str, Any]) -> None:
    """Put an output into the Output widget that is open, or else under the exercise."""
    if _outputs:
        _outputs[-1].outputs += (output,)
    else:
        _post({"type": "output", "cell": _cell, "output": output})


def _enter(self: Output) -> Output:
    _outputs.append(self)
    return self


def _exit(self: Output, etype: Any, error: BaseException | None, tb: Any) -> bool:
    if error is not None:
        report(error)
    _outputs.remove(self)
    return error is not None


Output.__enter__ = _enter  # type: ignore[method-assign]
Output.__exit__ = _exit  # type: ignore[method-assign]


class _Stream:
    """stdout or stderr, line by line into the page."""

    encoding = "utf-8"

    def __init__(self, name: str) -> None:
        self.name = name

    def write(self, text: str) -> int:
        if text:
            _emit({"output_type": "stream", "name": self.name, "text": text})
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""

    def isatty(self) -> bool:
        return False


def report(error: BaseException) -> None:
    """Tell the page of an error: what it was, and the traceback for those who ask."""
    _post(
        {
            "type": "error",
            "cell": _cell,
            "name": type(error).__name__,
            "says": str(error),
            "details": "".join(traceback.format_exception(error)),
        }
    )


def _display(*objects: Any, raw: bool = False, **_: Any) -> None:
    for thing in objects:
        _emit({"output_type": "display_data", "data": thing if raw else _bundle(thing), "metadata": {}})


def _bundle(thing: Any) -> dict[str, Any]:
    for name in ("_repr_mimebundle_", "_repr_html_"):
        method = getattr(thing, name, None)
        if method is None:
            continue
        made = method()
        made = made[0] if isinstance(made, tuple) else made
        if made is not None:
            return made if isinstance(made, dict) else {"text/html": made, "text/plain": repr(thing)}
    return {"text/plain": repr(thing)}


def _clear(wait: bool = False) -> None:
    if _outputs:
        _outputs[-1].outputs = ()
    else:
        _post({"type": "clear", "cell": _cell})


ipython_display.connect(_display, _clear)
IPython.connect(report)
sys.stdout, sys.stderr = _Stream("stdout"), _Stream("stderr")


def run(cell: int, code: str) -> None:
    """Run the code of a cell and show the value of its last line."""
    global _cell
    _cell = cell
    try:
        tree = ast.parse(code)
        last = None
        if tree.body and isinstance(tree.body[-1], ast.Expr):
            last = ast.Expression(tree.body.pop().value)  # type: ignore[attr-defined]
        exec(compile(tree, f"<cell {cell}>", "exec"), _namespace)
        if last is not None:
            value = eval(compile(last, f"<cell {cell}>", "eval"), _namespace)
            if value is not None:
                _display(value)
    except Exception as error:
        report(error)
    finally:
        _cell = None
        gc.freeze()  # what a cell has made stays; no search need look at it


_MESSAGES_BETWEEN_SEARCHES = 50
_messages = 0


def tidy() -> None:
    """Search for garbage while nobody waits: among what is new after every message, among everything now and then."""
    global _messages
    _messages += 1
    gc.collect(2 if _messages % _MESSAGES_BETWEEN_SEARCHES == 0 else 0)


def receive(comm_id: str, data: str, buffers: Any) -> None:
    """Hand a message from the page to the widget it is for."""
    global _cell
    _cell = _cell_of_comm.get(comm_id)
    message = {
        "content": {"comm_id": comm_id, "data": json.loads(data)},
        "buffers": [buffer.to_memoryview() for buffer in buffers],
    }
    try:
        comm.get_comm_manager().comm_msg(None, None, message)
    finally:
        _cell = None
