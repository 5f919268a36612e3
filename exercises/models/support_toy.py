"""Twenty-six weeks after go-live as a toy: what support hours do while a window for change closes.

The rules, all of them ours and none fitted to data:

- At go-live there are 40 irritations. To fix one takes 3 hours while the window is wide
  open, and 3 hours divided by its width later: what has become practice is dearer to change.
- The window is wide open in week 1 and half as wide after every half-life. A re-opening
  makes it seven tenths wide, from where it closes again. That windows close, and open
  again when something disturbs them, was seen in three organisations (`E36`); the shape
  and the speed are made up.
- Work done in a week, in percent of a usual week, is 100 minus the dip. Half of the dip
  goes by itself, half of what is left every two weeks; the other half stays with the
  irritations that are not fixed.
"""

from __future__ import annotations

from typing import NamedTuple

WEEKS = 26
PLANNED = 12
"""Weeks over which the budget is spread; the re-opening may come later."""

IRRITATIONS = 40
HOURS_A_FIX = 3.0
REOPENED = 0.7
LEARNING = 2.0
"""Weeks in which half of what is left to learn is learned."""

BLOCKS = (("Week 1", 1, 1), ("Week 2", 2, 2), ("Weeks 3 and 4", 3, 4), ("Weeks 5 to 8", 5, 8), ("Weeks 9 to 12", 9, 12))
"""The weeks in which the learner plans: name, first week, last week."""

PATTERNS = {
    "flat": (1 / 12, 1 / 12, 2 / 12, 4 / 12, 4 / 12),
    "front": (0.25, 0.20, 0.25, 0.20, 0.10),
    "late": (0.03, 0.03, 0.09, 0.35, 0.50),
}
"""Shares of the budget by block."""


class Course(NamedTuple):
    """What the toy makes of one plan, week by week: 26 values each.

    Attributes:
        hours: support in the week.
        width: of the window, 0 to 1.
        fixed: irritations fixed by the end of the week.
        work: done in the week, in percent of a usual one.
    """

    hours: tuple[float, ...]
    width: tuple[float, ...]
    fixed: tuple[float, ...]
    work: tuple[float, ...]

    @property
    def lost(self) -> float:
        """Work lost in the whole time, in weeks of one person for each user."""
        return sum(100 - one for one in self.work) / 100

    def share_fixed(self, week: int) -> float:
        """Share of the irritations that are fixed by the end of a week, 0 to 1."""
        return self.fixed[week - 1] / IRRITATIONS


def by_block(pattern: str, total: float) -> tuple[float, ...]:
    """The hours of a pattern in the five blocks."""
    return tuple(share * total for share in PATTERNS[pattern])


def course(blocks: tuple[float, ...], dip: float, half_life: float, reopen: int = 0, reopen_hours: float = 0) -> Course:
    """Run the toy.

    Args:
        blocks: hours in each of the five blocks, spread evenly over its weeks.
        dip: depth of the first dip, in percent of a usual week.
        half_life: weeks after which the window is half as wide.
        reopen: week of the re-opening, 0 for none.
        reopen_hours: hours for it, all in that week.
    """
    hours, width, fixed, work = [], [], [], []
    done, open_, left_to_learn = 0.0, 1.0, 1.0
    for week in range(1, WEEKS + 1):
        if week > 1:
            open_ *= 0.5 ** (1 / half_life)
            left_to_learn *= 0.5 ** (1 / LEARNING)
        given = next(
            (h / (last - first + 1) for h, (_, first, last) in zip(blocks, BLOCKS, strict=True) if first <= week <= last), 0.0
        )  # fmt: skip
        if week == reopen:
            open_ = max(open_, REOPENED)
            given += reopen_hours
        done = min(float(IRRITATIONS), done + given * open_ / HOURS_A_FIX)
        hours.append(given)
        width.append(open_)
        fixed.append(done)
        work.append(100 - dip * (0.5 * left_to_learn + 0.5 * (1 - done / IRRITATIONS)))
    return Course(tuple(hours), tuple(width), tuple(fixed), tuple(work))
