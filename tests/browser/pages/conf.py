"""Sphinx configuration of the test pages: the extension of the book, and nothing of its content."""

from pathlib import Path

project = "Test pages of the runtime"
extensions = ["myst_nb", "sphinx_design", "selling_it_book"]
html_theme = "basic"
html_static_path = [str(Path(__file__).resolve().parents[3] / "book" / place) for place in ("assets", "live/dist")]
html_favicon = str(Path(__file__).resolve().parents[3] / "book" / "assets" / "logo.svg")
html_css_files = ["book.css"]
nb_execution_mode = "force"
nb_execution_in_temp = True
nb_ipywidgets_js: dict[str, dict[str, str]] = {}
root_doc = "index"
exclude_patterns = ["conf.py"]
