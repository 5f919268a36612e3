"""Unit tests: no browser, no kernel, no built book."""
