"""The nine guided blocks of a value pitch, in the order in which a listener needs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a pitch: what to write and which criterion it serves."""

    name: str
    label: str
    help: str
    placeholder: str
    criterion: str


BLOCKS = (
    Block("moment", "The moment", "A moment of this person's day, in their words. Begin the pitch in it.",
          "Ten minutes before the visit, in the car, …", "C1"),
    Block("before", "Before", "How that moment goes today. A range that you counted beats an adjective.",
          "… you ring the office and wait.", "C3"),
    Block("after", "After", "The same moment with the new system: what will be different for them?",
          "… one page shows open offers and service calls.", "C2"),
    Block("fear", "The fear", "What may they lose, or fear to lose? Say it as they would, and grant what is true.",
          "Yes, it also shows deals that stand still, and that can feel like being checked.", "C4"),
    Block("safeguard", "The safeguard", "What has really been agreed against it: by whom, until when? If nothing has, say so.",
          "For eight weeks only you see your own list; the sales director has signed that.", "C4"),
    Block("proof", "The proof", "Who in the same job has tried it, and what do they still dislike?",
          "A seller in the northern team has used it since May and still finds the search slow.", "C5"),
    Block("cost", "The cost", "What will it take from them, for how long, who helps, and what is dropped for it?",
          "Expect ten minutes of typing a day; the Friday status mail is dropped for it.", "C6"),
    Block("choice", "The choice", "What is fixed, and what is truly theirs to decide?",
          "The change is fixed because the old contract ends; the week is your call.", "C7"),
    Block("step", "The next step", "One small step: what, when, how long, and a way out.",
          "Thursday 8:30, 20 minutes, with two of your own deals. If it is worse than your notebook, we write that down.", "C8"),
)  # fmt: skip
"""Order matters: their day first, the fear before the proof, the step last."""


def compose(blocks: Mapping[str, object]) -> str:
    """Put the filled blocks together, in the order of `BLOCKS`, as one paragraph.

    Args:
        blocks: text by block name; anything else in it is left out.

    Returns:
        The pitch, or an empty text where no block is filled. Each block ends with a
        full stop unless it trails into the next one with an ellipsis or a comma.
    """
    parts: list[str] = []
    for block in BLOCKS:
        part = " ".join(str(blocks.get(block.name, "")).split())
        if not part.strip("… "):
            continue
        if part[-1] not in ".!?…,;:—\"')”’":
            part += "."
        if parts and parts[-1][-1] in "…,;" and part[:1] == "…":
            part = part[1:].lstrip()
        if parts and parts[-1].endswith("…") and not part.startswith("…"):
            parts[-1] = parts[-1].rstrip("…").rstrip()
        parts.append(part)
    return " ".join(parts)
