"""ipywidgets imports this name; nothing in a page calls it."""


class InteractiveShell:
    """Stands for the shell class that a page does not have."""
