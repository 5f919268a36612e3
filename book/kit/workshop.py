"""What the facilitator's guide of a chapter adds to its slides: notes for the room, and parts that no page shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from book._ext.workshop import FOLDER, Guide, Part
from book._ext.workshop import read as read_guide

TOGETHER = {"pairs": "In pairs", "plenary": "All together"}

_GROUPS = re.compile(r"\b(threes|fours|fives|groups?)\b", re.IGNORECASE)
_PAIRS = re.compile(r"\b(in pairs|two of you|partner|neighbour)\b", re.IGNORECASE)
_ALONE = re.compile(r"\b(alone|by yourself|on your own)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Workshop:
    """Notes for the room; empty where a chapter has no guide."""

    guide: Guide | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the session, in their order."""
        return self.guide.parts if self.guide else ()

    @property
    def opening(self) -> tuple[str, ...]:
        """What the session is for, what to have ready, what changes on a call."""
        if not self.guide:
            return ()
        before = (f"Before: {one}" for one in self.guide.before)
        return (f"Purpose: {self.guide.purpose}", *before, f"At a distance: {self.guide.remote}")

    @property
    def closing(self) -> tuple[str, ...]:
        """Questions for the debrief."""
        return tuple(f"Debrief: {one}" for one in self.guide.debrief) if self.guide else ()

    def part(self, *names: str) -> Part | None:
        """The part about an exercise, quiz or play of this id, or about a section of this title."""
        return next((part for part in self.parts if any(is_about(part, name) for name in names)), None)

    def notes(self, *names: str) -> tuple[str, ...]:
        """What to say, what to watch for, likely answers, stalls and what can go; or nothing."""
        part = self.part(*names)
        return self.notes_of(part) if part else ()

    def notes_of(self, part: Part) -> tuple[str, ...]:
        """The notes of one part."""
        assert self.guide is not None  # parts come from it
        answers = [one for one in self.guide.answers if one.part == part.id]
        stalls = [one for one in self.guide.stalls if one.part == part.id]
        cuts = [one for one in self.guide.cuts if one.part == part.id]
        return (
            f"{part.minutes} minutes in the room.",
            f"Say: {part.say}",
            f"Watch for: {part.watch}",
            *(f"A likely answer: {one.says} Reply: {one.reply}" for one in answers),
            *(f"If it stalls: {one.when} Way out: {one.out}" for one in stalls),
            *(f"When time is short{f', in {one.to} minutes' if one.to else ''}: {one.instead}" for one in cuts),
        )


def read(chapter: str) -> Workshop:
    """What there is for a chapter.

    Raises:
        LibraryError: its file does not say what it should.
    """
    path = FOLDER / f"{chapter}.toml"
    return Workshop(read_guide(path) if path.exists() else None)


def is_about(part: Part, name: str) -> bool:
    """Whether a part is about this exercise, quiz or play, or takes its title from this heading."""
    if name in (part.exercise, part.quiz, part.play, part.id):
        return bool(name)
    return part.title == name or part.title.startswith(f"{name}, ")


def who(part: Part | None) -> str:
    """Who works with whom, as the guide has it or as the room is told; nothing where neither says it."""
    if part is None:
        return ""
    alone, pairs = _ALONE.search(part.say), _PAIRS.search(part.say)
    if part.kind == "pairs" and _GROUPS.search(f"{part.title} {part.say}"):
        return "In small groups"
    if part.kind in TOGETHER:
        return TOGETHER[part.kind]
    if alone and pairs:
        return "Alone, then in pairs"
    return "Alone" if alone else "In pairs" if pairs else ""
