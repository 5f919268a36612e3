"""What an exercise needs in the page: modules and data files, read from the source without running it.

A module needs what it imports, anywhere in it. A data file is needed by the module that
names it (`deck("signs")`, `DATA / "roles.toml"`), and, where the library names it in a
function, by whoever uses that function.
"""

import ast
import os

OPAQUE = ("exercises", "exercises.widgets")
"""Registers: they name every exercise and view, and need none of them."""

HOST_DATA = ("data/plays/", "data/playbook.toml", "data/quizzes/", "data/workshop/")
"""Data that only the build reads. A play may have the name of an exercise, a quiz or a guide that of a chapter."""


class Source:
    """The modules of a tree: where they are, what they import, which texts and names they hold."""

    def __init__(self, root, files):
        self.path = {}
        for name, path in files:
            dotted = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            self.path[dotted] = path
        self.tree = {}
        for dotted, path in self.path.items():
            with open(path, encoding="utf-8") as file:
                self.tree[dotted] = ast.parse(file.read())
        self.data = {}
        for place, _, names in os.walk(os.path.join(root, "data")):
            for name in names:
                path = os.path.relpath(os.path.join(place, name), root).replace(os.sep, "/")
                if not path.startswith(HOST_DATA):
                    self.data[path] = os.path.splitext(name)[0]

    def imports(self, dotted):
        """Modules of this tree that a module imports anywhere."""
        if dotted in OPAQUE:
            return
        for node in ast.walk(self.tree[dotted]):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                names = [f"{dotted}.{node.value}"]  # a module of this package that is named, to be imported later
            else:
                continue
            yield from (name for name in names if name in self.path)

    def closure(self, *start):
        """These modules, all that they import, and the packages in which those lie."""
        found, todo = set(), list(start)
        while todo:
            dotted = todo.pop()
            if dotted in found or dotted not in self.path:
                continue
            found.add(dotted)
            todo += self.imports(dotted)
            if "." in dotted:
                todo.append(dotted.rpartition(".")[0])
        return found

    def files(self, modules, reader="exercises.library"):
        """Data files that these modules need."""
        by_function = {
            node.name: self._named(node) for node in self.tree[reader].body if isinstance(node, ast.FunctionDef)
        }
        found = set()
        for dotted in modules - {reader, *OPAQUE}:
            tree = self.tree[dotted]
            found |= self._named(tree)
            used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
            used |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
            for name in used & by_function.keys():
                found |= by_function[name]
        return found

    def _named(self, tree):
        texts = {
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        return {path for path, stem in self.data.items() if stem in texts or os.path.basename(path) in texts}
