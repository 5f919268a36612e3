"""What the facilitator's file of a chapter adds to its slides: data/workshop/<chapter>.toml, where there is one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Workshop:
    """Notes for the room; empty where no file says anything."""

    opening: tuple[str, ...] = ()

    def of(self, part: str, name: str = "") -> tuple[str, ...]:
        """What to say and what to watch for in a part."""
        return ()

    def how(self, exercise: str) -> str:
        """Whether people work alone or in pairs, or nothing."""
        return ""
