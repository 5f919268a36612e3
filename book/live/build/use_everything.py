"""Use every packed exercise once, as a reader could; runs inside Pyodide in Node (see check.mjs)."""

import os
import sys
from importlib import import_module

sys.path.insert(0, "/site")
import live_bridge

import exercises

modules = [
    os.path.relpath(os.path.join(place, file), "/site").removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")
    for place, _, files in os.walk("/site/exercises")
    for file in files
    if file.endswith(".pyc")
]
for module in modules:
    import_module(module)

checks = 0
for number, name in enumerate(exercises.EXERCISES):
    declared = exercises.load(name)
    for answers in (declared.example.answers, *(mistake.answers for mistake in declared.mistakes)):
        declared.check(declared.answers(answers))
        checks += 1
    live_bridge.run(
        number,
        f"""
from exercises.widgets import show
def press(widget):
    for child in getattr(widget, "children", ()):
        press(child)
    if hasattr(widget, "click"):
        widget.click()
root = show("{name}")
press(root)
root
""",
    )

f"{len(modules)} modules imported, {len(exercises.EXERCISES)} exercises shown and pressed, {checks} checks run"
