"""What a cue is: phrases that a careful reader would underline, and what they are a sign of."""

from __future__ import annotations

from typing import NamedTuple


class Cue(NamedTuple):
    """One kind of cue.

    Attributes:
        id: names its row in the table of weights.
        criteria: the criteria for which it is shown as a sign.
        helps: whether it speaks for the pitch or against it.
        why: what the learner is told.
        phrases: in the language of `phrases`, separated by semicolons.
        denied: `keep` counts it anyway, `drop` not where a denying word stands just before
            ("no relief"), `gate` not where the whole claim is denied or reported ("they told you").
        quiet: whether it is only counted and not shown: words too small to point at.
    """

    id: str
    criteria: str
    helps: bool
    why: str
    phrases: str
    denied: str = "keep"
    quiet: bool = False
