"""The workshop kit, built from the chapters and data: slides, handouts. Host only: `python -m book.kit`."""
