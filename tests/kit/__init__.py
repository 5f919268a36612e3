"""Tests of the workshop kit: slides, handouts, packages for learning platforms."""
