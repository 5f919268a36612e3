"""What ipywidgets imports from IPython.core."""
