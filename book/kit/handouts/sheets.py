"""Single sheets: what one sees beside a user, a listening chat, the rubric on one page, the two pitch tasks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from book.kit.handouts import pages
from book.kit.handouts.document import Document, render
from book.kit.handouts.worksheet import worksheet
from exercises import library
from exercises.library import playbook
from exercises.library.playbook import Play, Step

WATCH = 1
"""Place of the step of “Day beside the user” in which one watches: it gets a table in place of lines."""
READ_BACK = 4
"""Place of the step in which the notes are read back."""
LINES = {"day-beside-the-user": (0, 0, 3, 3, 2, 2), "three-listening-chats": (0, 3, 2, 2, 1)}
"""Lines to write on for each step, or for each question that is asked in it."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A step on paper: what is asked one by one, where it asks more than once, and lines for each."""

    step: Step
    questions: tuple[str, ...]
    lines: int


def prompts(play: Play) -> tuple[Prompt, ...]:
    """The steps of a play with room to write.

    Raises:
        ValueError: the play has another number of steps than this sheet has room for.
    """
    rooms = LINES[play.id]
    if len(rooms) != len(play.steps):
        raise ValueError(f"plays/{play.id}.toml: got {len(play.steps)} steps, the sheet has room for {len(rooms)}.")
    return tuple(Prompt(step, _questions(step), lines) for step, lines in zip(play.steps, rooms, strict=True))


def _questions(step: Step) -> tuple[str, ...]:
    parts = tuple(re.split(r"(?<=\?)\s+", step.say)) if step.say else ()
    return parts if len(parts) > 1 and all(part.endswith("?") for part in parts) else ()


def observation() -> Document:
    """The observation sheet: a day beside a user, then a listening chat."""
    day, chat = (playbook.plays()[one] for one in LINES)
    return render(
        "observation-sheet", "Observation sheet", day=day, day_prompts=prompts(day), watch=WATCH,
        read_back=READ_BACK, chat=chat, chat_prompts=prompts(chat),
    )  # fmt: skip


def rubric() -> Document:
    """The nine criteria with their levels."""
    return render("rubric-sheet", "Rubric sheet", criteria=tuple(library.rubric().values()))


def tasks(site: Path) -> Document:
    """The pitch tasks before and after, a page each. Nothing on them says which was written first."""
    found = [
        (worksheet(part.body), Markup("").join(Markup(str(one)) for one in part.lead)) for part in pages.tasks(site)
    ]
    return render("pitch-tasks", "Pitch tasks", tasks=found)
