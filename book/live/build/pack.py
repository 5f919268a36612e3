"""Pack exercises.zip and stdlib.zip; runs inside Pyodide in Node (see python.mjs).

exercises.zip holds the exercises, the data they read, ipywidgets and what it needs,
and the bridge to the page, as byte code without docstrings.

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

LIBRARIES = ("ipywidgets", "traitlets", "comm")
ALLOWED = {*sys.stdlib_module_names, *LIBRARIES, "IPython", "exercises", "live_page", "live_bridge"}
"""A module of ours that imports anything else (pandas, Altair) belongs to the host and stays there."""

HOST_DATA = ("case_figures", "case_sources", "cases", "uk_major_projects")
"""Tables that only the build reads."""

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
ours = [item for item in sources("/project", "exercises") if "data_checks" not in item[0] and for_page(item[1])]
bridge = list(sources("/bridge", "."))
packed = [(os.path.normpath(name), path) for name, path in (*libraries, *ours, *bridge)]
data = [
    (os.path.relpath(os.path.join(place, file), "/project"), os.path.join(place, file))
    for place, _, files in os.walk("/project/data")
    for file in files
    if file.endswith((".toml", ".csv")) and "/quizzes" not in place and not file.startswith(HOST_DATA)
]
write(
    "/out/exercises.zip",
    [(f"{name}c", compiled(name, path)) for name, path in packed]
    + [(name, open(path, "rb").read()) for name, path in data],
)

# Use everything once.
sys.modules["live_page"] = types.SimpleNamespace(post=lambda *_: None)
os.environ["SELLING_IT_DOSSIER"] = ""
sys.dont_write_bytecode = True
out, err = sys.stdout, sys.stderr
sys.path[:0] = ["/bridge", "/project", "/site-packages"]
import live_bridge

from exercises import EXERCISES, load
from exercises.widgets import show

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
print(f"stdlib.zip: {len(kept)} of {len(names)} modules; exercises.zip: {len(packed)} modules, {len(data)} data files")
