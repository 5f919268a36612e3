"""Tests of the book: unit, site and browser; the notebooks are run by nbval."""
