"""The made-up rollouts of the two pitch tasks: data/workshop/pitch_tasks.toml.

Read by the page that prints them and by tests; no exercise reads them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from exercises import library
from exercises.library.reading import by_id, read_toml

LABELS = {
    "role": "Role",
    "system": "System",
    "now": "Their day now",
    "change": "What changes",
    "fear": "What they fear",
    "agreed": "What has been agreed",
    "undecided": "What is open",
    "proof": "Who has tried it",
    "cost": "What it costs them",
    "fixed": "Fixed, and free to choose",
    "employer": "What the employer gains",
    "vendor": "What the vendor says",
    "step": "A possible step",
}
"""The kinds of facts, in the order in which the sheet has them."""


@dataclass(frozen=True, slots=True)
class PitchTask:
    """A made-up rollout as a sheet of facts, one field a kind of fact (see `LABELS`)."""

    id: str
    role: str
    system: str
    now: str
    change: str
    fear: str
    agreed: str
    undecided: str
    proof: str
    cost: str
    fixed: str
    employer: str
    vendor: str
    step: str

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """The facts as (kind, text)."""
        return tuple((label, getattr(self, name)) for name, label in LABELS.items())

    @property
    def sheet(self) -> str:
        """The sheet as Markdown; it says that it is made up."""
        lines = "\n".join(f"- **{label}.** {text}" for label, text in self.facts)
        return f"**Sheet {self.id.upper()}** (made up)\n\n{lines}"


@cache
def pitch_tasks() -> dict[str, PitchTask]:
    """Both tasks by id, `a` and `b`."""
    name = "pitch_tasks.toml"
    return by_id(name, read_toml(library.DATA / "workshop" / name, "task", PitchTask))
