"""Two meters, pull and threat, and what a sentence does to each, by rules of ours.

What blocks use is not the opposite of what enables it; more benefit does not cancel a
threat (`E08`). So a gain moves one meter only. The rules are a simplification, printed
in the feedback: no study measured these numbers. Their directions lean on `E08`, `E13`
and, for a fear that is answered or left hanging, `E20`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from exercises.exercise import Answers, Meter, Table
from exercises.text import candour, cue, shortened

PULL_STARTS, THREAT_STARTS, TOP = 2, 6, 10
"""Before you speak they have heard of the system, and mostly the bad half. Both meters run from 0 to 10."""

LONGEST = 800
"""Characters of a part that move the meters: they follow every key, and a part is a sentence or two."""

PARTS = {"fear": "Fear", "true_part": "True part", "safeguard": "Safeguard", "open_point": "Open point", "pull": "Pull"}

_TO_THEM = cue("you", "your", "yours", "yourself")
COMPANY = cue(
    "transparency", "efficienc\\w+", "productivity", "the (?:company|firm|business|organi[sz]ation|management)(?: can| will)?", "synerg\\w+", "roi", "costs? savings?", "saves? costs?", "strateg\\w+", "competitive\\w*",
    "digital\\w*", "single source of truth",
)  # fmt: skip


NO_GAIN = cue(
    "nothing (?:\\w+ ){0,2}(?:gets?|is|will (?:be|get)|becomes?|changes?) (?:\\w+ )?(?:better|easier|faster|for the better)", "(?:there is |there's )?nothing in it for (?:you|them)",
    "(?:no|not any|not a) (?:gain|benefit|advantage)s? for (?:you|them)", "you (?:gain|get|win) nothing", "nothing gained", "it (?:will )?(?:does|do)?(?: not|n't) (?:make|get) (?:\\w+ ){0,3}(?:better|easier)",
)  # fmt: skip
"""The speaker says that nothing gets better for them."""


class Rule(NamedTuple):
    """What is said, and how many points it moves pull and threat."""

    says: str
    pull: int
    threat: int


RULES = {
    "said": Rule("the fear is said: it is in the room now", 0, 1),
    "granted": Rule("the true part is granted: they need not prove it", 0, -1),
    "taken_back": Rule("admitted, then taken back", 0, 1),
    "denied": Rule("a denial", 0, 2),
    "soothed": Rule("empty comfort", 0, 2),
    "not_mine": Rule("not yours to promise", 0, 2),
    "stands": Rule("a safeguard: somebody stands behind it, and it says until when", 0, -4),
    "no_end": Rule("a safeguard: somebody stands behind it; until when is not said", 0, -2),
    "nobody": Rule("a safeguard with a day, and nobody stands behind it", 0, -1),
    "words": Rule("a safeguard of words: nobody stands behind it, and no day", 0, 0),
    "not_agreed": Rule("a safeguard said as if agreed, and it is not", 0, 1),
    "open": Rule("an open point with a role and a day: it can be checked", 0, -1),
    "adrift": Rule("an open point, and nobody knows whose or how long", 0, 1),
    "gain": Rule("a gain, said to them: the threat stays where it is", 4, 0),
    "mixed": Rule("a gain for them, mixed with the firm's: the threat stays where it is", 2, 0),
    "no_gain": Rule("no gain, and said so: nothing moves", 0, 0),
    "gain_unsaid": Rule("a gain, not said to them: the threat stays where it is", 2, 0),
    "firm": Rule("a gain for the firm: nothing moves", 0, 0),
}
"""All rules, ours and simple. No gain moves the threat, and nothing that is said of the fear moves the pull."""


class Move(NamedTuple):
    """A rule that applied to one part of the pitch, and the words that it saw there."""

    part: str
    rule: str
    seen: str = ""


def moves(answers: Answers) -> tuple[Move, ...]:
    """Every move of the meters, part by part, by our rules."""
    given = {name: text[:LONGEST] for name, text in given_in(answers).items()}
    found = [Move(name, rule) for name, rule in _parts(given, str(answers.get("agreed", ""))) if given[name]]
    for name, text in given.items():
        own = own_words(name, text)
        if seen := denied(name, text):
            found.append(Move(name, "denied", seen))
        if seen := candour.comfort(own):
            found.append(Move(name, "soothed", seen))
        if (seen := candour.not_mine(text)) and not (name == "safeguard" and stands(given, answers)):
            found.append(Move(name, "not_mine", seen))
    if (taken := candour.cancelled(given["true_part"])) and taken.plainly:
        found.append(Move("true_part", "taken_back", taken.joins))
    order = tuple(PARTS)
    return tuple(sorted(found, key=lambda one: order.index(one.part)))


def _parts(given: dict[str, str], agreed: str) -> list[tuple[str, str]]:
    """The rule for each part as such."""
    truth = given["true_part"]
    taken = candour.cancelled(truth)
    lost = candour.denial(truth) or candour.comfort(truth) or (taken and taken.plainly)
    open_point, pull = given["open_point"], given["pull"]
    checkable = candour.a_role(open_point) and candour.when(open_point)
    gain = "no_gain" if NO_GAIN.search(pull) else "gain" if _TO_THEM.search(pull) else "gain_unsaid"
    if COMPANY.search(pull) and gain != "no_gain":
        gain = "mixed" if for_them_too(pull) else "firm"
    return [
        ("fear", "said"), *([] if lost else [("true_part", "granted")]), ("safeguard", _safeguard(given["safeguard"], agreed)),
        ("open_point", "open" if checkable else "adrift"), ("pull", gain),
    ]  # fmt: skip


def for_them_too(pull: str) -> bool:
    """Whether a clause of the pull speaks to them, beside one that speaks of the firm."""
    return any(_TO_THEM.search(part) and not COMPANY.search(part) for part in re.split(r"[.,;:]|\band\b", pull))


def _safeguard(text: str, agreed: str) -> str:
    if agreed in ("asked", "none"):
        return "not_agreed"
    if candour.signer(text):
        return "stands" if candour.when(text) else "no_end"
    return "nobody" if candour.when(text) else "words"


def given_in(answers: Answers) -> dict[str, str]:
    """The five sentences by part, each on one line."""
    return {name: " ".join(str(answers.get(name, "")).split()) for name in PARTS}


def denied(name: str, text: str) -> str:
    """A denial; a rule that somebody has signed denies nothing."""
    return "" if name == "safeguard" and candour.signer(text) else candour.denial(own_words(name, text))


def own_words(name: str, text: str) -> str:
    """What the speaker says; a fear in quotation marks is said by those who have it, in any words they like."""
    return candour.unquoted(text) if name == "fear" else text


def stands(given: dict[str, str], answers: Answers) -> bool:
    """Whether the safeguard has been agreed, by somebody who is named."""
    return bool(candour.signer(given["safeguard"])) and answers.get("agreed") == "signed"


def levels(answers: Answers) -> tuple[int, int]:
    """Pull and threat after all moves, each held between 0 and 10."""
    made = [RULES[one.rule] for one in moves(answers)]
    pull = PULL_STARTS + sum(one.pull for one in made)
    threat = THREAT_STARTS + sum(one.threat for one in made)
    return max(0, min(TOP, pull)), max(0, min(TOP, threat))


def meters(answers: Answers) -> tuple[Meter, ...]:
    """Both meters, with where they started."""
    pull, threat = levels(answers)
    return (
        Meter("Pull", pull, 0, TOP, f"{pull} of {TOP}, began at {PULL_STARTS}"),
        Meter("Threat", threat, 0, TOP, f"{threat} of {TOP}, began at {THREAT_STARTS}"),
    )


def moves_table(answers: Answers) -> Table:
    """What moved the meters so far: their text twin."""
    rows = []
    for one in moves(answers):
        seen = f": “{shortened(one.seen, 30)}”" if one.seen else ""
        rows.append((PARTS[one.part], _signed(RULES[one.rule]), f"{RULES[one.rule].says}{seen}"))
    return Table("What moved the meters", ("Part", "Moves", "Because"), tuple(rows))


def rules_table() -> Table:
    """All rules in full."""
    return Table(
        f"All our rules; pull begins at {PULL_STARTS}, threat at {THREAT_STARTS}, both end at 0 and {TOP}",
        ("What is said", "Moves"),
        tuple((one.says, _signed(one)) for one in RULES.values()),
    )


def _signed(rule: Rule) -> str:
    parts = [f"{name} {value:+d}" for name, value in (("pull", rule.pull), ("threat", rule.threat)) if value]
    return ", ".join(parts) or "none"
