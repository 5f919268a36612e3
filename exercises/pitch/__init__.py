"""The value pitch: its blocks, how they become a text, and the review of a text.

Public: `BLOCKS` and `compose` (the guided blocks and the text put together from
them), `review` and what it returns (`Review`, `Level`, `Sign`, `Change`).
"""

from exercises.pitch.advice import Change
from exercises.pitch.blocks import BLOCKS, Block, compose
from exercises.pitch.review import Level, Review, Sign, review

__all__ = ["BLOCKS", "Block", "Change", "Level", "Review", "Sign", "compose", "review"]
