"""Use what one archive holds, as a reader could; runs inside Pyodide in Node (see check.mjs)."""

import os
import sys
from importlib import import_module

PRESS_EVERYTHING = """
from exercises.widgets import show
def press(widget):
    for child in getattr(widget, "children", ()):
        press(child)
    if hasattr(widget, "click"):
        widget.click()
root = {shown}
press(root)
root
"""


def use(place, archive):
    """Import all modules below `place`, and show, press and check the exercise of the archive (`x-<id>`), or all."""
    ours = ("exercises", "live_bridge")
    for name in [name for name in sys.modules if name.split(".")[0] in ours]:
        del sys.modules[name]
    sys.path[:] = [place, *(path for path in sys.path if not path.startswith("/run/"))]
    live_bridge = import_module("live_bridge")
    exercises = import_module("exercises")
    modules = [
        os.path.relpath(os.path.join(folder, file), place)
        .removesuffix(".pyc")
        .removesuffix("/__init__")
        .replace("/", ".")
        for folder, _, files in os.walk(f"{place}/exercises")
        for file in files
        if file.endswith(".pyc")
    ]
    for module in modules:
        import_module(module)
    whole = archive == "everything"
    names = list(exercises.EXERCISES) if whole else [archive.removeprefix("x-")]
    checks = 0
    for number, name in enumerate(names):
        declared = exercises.load(name)
        for answers in (declared.example.answers, *(mistake.answers for mistake in declared.mistakes)):
            declared.check(declared.answers(answers))
            checks += 1
        live_bridge.run(number, PRESS_EVERYTHING.format(shown=f"show({name!r})"))
    if whole:
        live_bridge.run(len(names), "from exercises.widgets import show_dossier\nshow_dossier()")
        live_bridge.run(len(names) + 1, PRESS_EVERYTHING.format(shown="show_group()").replace("show\n", "show_group\n"))
    return f"{archive}: {len(modules)} modules imported, {len(names)} exercises shown and pressed, {checks} checks run"


use  # noqa: B018  the value that check.mjs gets
