"""The value pitch: its blocks, how they become a text, and the review of a text.

Public: `BLOCKS` and `compose` (the guided blocks and the text put together from
them), `review` and what it returns (`Review`, `Sign`).
"""

from exercises.pitch.blocks import BLOCKS, Block, compose
from exercises.pitch.review import Review, Sign, review

__all__ = ["BLOCKS", "Block", "Review", "Sign", "compose", "review"]
