"""The course as its pages speak of it: chapters, reading paths, and the scenes of the placement check."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter; its id is the stem of its notebook."""

    id: str
    title: str
    gives: str

    @property
    def number(self) -> str:
        """`2`, or `1b`."""
        return self.id.partition("-")[0].lstrip("0")

    @property
    def called(self) -> str:
        """The chapter in a sentence: `chapter 2`."""
        return f"chapter {self.number}"

    @property
    def name(self) -> str:
        """Number and title, as over the chapter: `2 · How does it threaten the user?`."""
        return f"{self.number} · {self.title}"


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene at work that asks for a decision; `chapters` teach it."""

    id: str
    says: str
    chapters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """What one may do in a scene: the chapters to read first, and those that may be skimmed."""

    id: str
    scene: str
    says: str
    because: str
    first: tuple[str, ...] = ()
    skim: tuple[str, ...] = ()
    why: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class ReadingPath:
    """A way through the book for one role in IT.

    `steps` are chapters in their order, each with the reason why this role reads it.
    """

    id: str
    role: str
    why: str
    exercise: str
    exercise_why: str
    play: str
    play_why: str
    steps: dict[str, str]
