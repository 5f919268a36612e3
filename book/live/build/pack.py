"""Pack what Python needs in the page; runs inside Pyodide in Node (see python.mjs).

base.zip holds what every exercise needs: ipywidgets, the form, the library with its data,
and the bridge to the page, as byte code without docstrings. x-<exercise>.zip holds what
that exercise needs beside it, and everything.zip all that is not in base.zip, for pages
that show the whole dossier.

stdlib.zip holds the standard-library modules that are needed and no others. Which
ones is found by use: everything that is packed is imported, every exercise is shown
and every worked example and mistake is checked, and what has been loaded by then,
plus what any packed module imports anywhere in its source, is kept.
"""

import ast
import os
import py_compile
import sys
import types
import zipfile

sys.path.insert(0, "/project/book/live/build")
from needs import Source

LIBRARIES = ("ipywidgets", "traitlets", "comm")
ALLOWED = {*sys.stdlib_module_names, *LIBRARIES, "IPython", "exercises", "live_page", "live_bridge"}
"""A module of ours that imports anything else (pandas, Altair) belongs to the host and stays there."""

HOST_PACKAGES = ("data_checks/", "library/playbook.py", "library/tasks.py")
"""Packages and modules that only the build needs: a play in the page is HTML, and so is the sheet of a pitch task."""

KEPT_ANYWAY = (
    # Python itself asks for these when it starts, reads a path or prints a traceback.
    "encodings/__init__", "encodings/aliases", "encodings/utf_8", "encodings/ascii", "encodings/latin_1",
    "encodings/cp437", "encodings/idna", "_pyodide/", "pyodide/", "webbrowser", "_sysconfigdata",
)  # fmt: skip


def sources(root, folder):
    """(name in the archive, path) of every Python file below root/folder."""
    for place, folders, files in os.walk(os.path.join(root, folder)):
        folders[:] = sorted(f for f in folders if f not in ("tests", "__pycache__"))
        for file in sorted(files):
            if file.endswith(".py"):
                path = os.path.join(place, file)
                yield os.path.relpath(path, root), path


def imported(path):
    """Names of the top-level and dotted modules that a file imports anywhere."""
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def for_page(path):
    """Whether a module of the exercises can run in the page."""
    return all(name.split(".")[0] in ALLOWED for name in imported(path))


def compiled(name, path, optimize=2):
    """Byte code of one file; by default without docstrings and asserts."""
    py_compile.compile(
        path, "/tmp/one.pyc", dfile=name, doraise=True, optimize=optimize,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )  # fmt: skip
    with open("/tmp/one.pyc", "rb") as file:
        return file.read()


def write(archive, items):
    """Write a zip whose bytes depend on nothing but its contents; build.mjs compresses it as a whole."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as file:
        for name, data in sorted(items):
            file.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_STORED)


libraries = [item for name in LIBRARIES for item in sources("/site-packages", name)]
ours = [
    item for item in sources("/project", "exercises")
    if not item[0].startswith(tuple(f"exercises/{name}" for name in HOST_PACKAGES)) and for_page(item[1])
]  # fmt: skip
bridge = list(sources("/bridge", "."))
packed = [(os.path.normpath(name), path) for name, path in (*libraries, *bridge)]
source = Source("/project", ours)
of_base = source.closure("exercises.widgets.form", "exercises.widgets.talk")


def parts(modules, files):
    """Items of an archive: these modules of ours as byte code, these data files as they are."""
    named = {path: name for name, path in ours}
    code = [(f"{named[path]}c", compiled(named[path], path)) for path in (source.path[one] for one in modules)]
    return code + [(name, open(f"/project/{name}", "rb").read()) for name in files]


def shipped(modules):
    """The data files of modules, less those that only the build reads."""
    return {name for name in source.files(modules) if name.endswith((".toml", ".csv"))}


sys.dont_write_bytecode = True
sys.path[:0] = ["/bridge", "/project", "/site-packages"]
os.environ["SELLING_IT_DOSSIER"] = ""
sys.modules["live_page"] = types.SimpleNamespace(post=lambda *_: None)
out, err = sys.stdout, sys.stderr
import live_bridge

from exercises import EXERCISES, load
from exercises.widgets import VIEWS, show

base_data = shipped(of_base)
write("/out/base.zip", [(f"{name}c", compiled(name, path)) for name, path in packed] + parts(of_base, base_data))
every, every_data = set(), set()
for name, module in EXERCISES.items():
    modules = source.closure(module, *([VIEWS[name]] if name in VIEWS else []))
    write(f"/out/x-{name}.zip", parts(modules - of_base, shipped(modules) - base_data))
    every |= modules
    every_data |= shipped(modules)
every |= source.closure("exercises.widgets.my_dossier", "exercises.widgets.group")
# The view of a group counts what was answered in every quiz; on any other page a quiz is HTML.
every_data |= {f"data/quizzes/{name}" for name in sorted(os.listdir("/project/data/quizzes"))} | shipped(every)
write("/out/everything.zip", parts(every - of_base, every_data - base_data))

# Use everything once.
for number, name in enumerate(EXERCISES):
    declared = load(name)
    for answers in (declared.example.answers, *(m.answers for m in declared.mistakes)):
        declared.check(declared.answers(answers))
    show(name)
    live_bridge.run(number, "1 / 0")  # a traceback, too, needs its modules
sys.stdout, sys.stderr = out, err

for _, path in (*ours, *bridge):
    for module in imported(path):
        if module.split(".")[0] in sys.stdlib_module_names:
            __import__(module)

zipped = next(entry for entry in sys.path if entry.endswith(".zip"))
used = {
    os.path.splitext(file[len(zipped) + 1 :])[0]
    for module in list(sys.modules.values())
    if (file := getattr(module, "__file__", None) or "").startswith(zipped)
}
with zipfile.ZipFile(zipped) as whole:
    names = whole.namelist()
    kept = [
        name for name in names
        if os.path.splitext(name)[0] in used or name.startswith(KEPT_ANYWAY)
    ]  # fmt: skip
    whole.extractall("/tmp/stdlib")

# As byte code the modules need not be compiled at every start.
# Pyodide's own modules read their docstrings.
write(
    "/out/stdlib.zip",
    [
        (f"{name}c", compiled(f"{zipped}/{name}", f"/tmp/stdlib/{name}", 0 if "pyodide" in name.split("/")[0] else 2))
        if name.endswith(".py")
        else (name, open(f"/tmp/stdlib/{name}", "rb").read())
        for name in kept
        if not name.endswith("/")
    ],
)
left = set(source.path) - of_base - every - {"exercises.models"}
assert not left, f"No exercise needs these modules, so no page gets them: {', '.join(sorted(left))}"
print(
    f"stdlib.zip: {len(kept)} of {len(names)} modules; base.zip: {len(of_base)} modules of ours, {len(base_data)} data files; {len(EXERCISES)} exercises"
)
