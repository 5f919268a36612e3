"""Pitch task B; see pitch_task.py."""

from __future__ import annotations

from exercises.models.pitch_task import exercise

EXERCISE = exercise("b")
