"""Classify threats: twelve statements, sixteen threats; another choice counts where it has a reason."""

from __future__ import annotations

from exercises import cards
from exercises.exercise import Answers, Example, Exercise, Feedback, Field, Finding, Mistake
from exercises.text import cue, shortened, words

DECK = cards.deck("classify-threats")

ENOUGH = 9
"""Statements to place as we do, or otherwise with a reason."""

_NO_REASON = cue(
    "i (?:just )?(?:think|feel|believe|disagree)(?: so| that| not)?",
    "because",
    "it is",
    "it fits(?: better)?",
    "just because",
    "not sure",
    "gut feeling",
    "why not",
)


def check(answers: Answers) -> Feedback:
    """Compare with ours, and count one other choice that comes with a reason."""
    found, agree, placed = cards.findings(DECK, answers)
    if not placed:
        says = "Place the first statement. What would this person lose, if they are right?"
        return Feedback(
            "No statement is placed yet.", (Finding("classify-empty", "ask", says, field=DECK.cards[0].id),)
        )
    differ = {one.field: one for one in found if one.verdict != "good"}
    about, counted = _reason(
        str(answers.get("other_card", "")), " ".join(str(answers.get("other_reason", "")).split()), differ
    )
    whole = agree + counted
    left = len(DECK.cards) - placed
    if whole >= ENOUGH:
        says = f"{whole} of {len(DECK.cards)}: enough to go on. In a real talk one statement is never enough; ask for the next one."
        end = [Finding("enough", "good", says)]
    elif left:
        end = [
            Finding(
                "statements-left",
                "note",
                f"{left} {'statement is' if left == 1 else 'statements are'} still to be placed.",
            )
        ]
    else:
        says = f"{whole} of {len(DECK.cards)}; {ENOUGH} was the aim. Read the reasons above and place those again that convince you."
        end = [Finding("below-nine", "ask", says)]
    others = f", {len(differ)} otherwise" if differ else ""
    reasoned = (", with" if len(differ) == 1 else ", one of them with") + " a reason that counts" if counted else ""
    return Feedback(
        f"{placed} of {len(DECK.cards)} statements placed: {agree} as we would{others}{reasoned}.",
        (*differ.values(), *about, *end, *(one for one in found if one.verdict == "good")),
    )


def _reason(card: str, reason: str, differ: dict[str, Finding]) -> tuple[list[Finding], int]:
    """What there is to say about the learner's disagreement, and whether it counts (0 or 1)."""
    if not differ:
        return [], 0
    if card not in differ:
        says = "You see one or more differently. Choose one of them at the end and write why: with a reason, your choice counts."
        return [Finding("reason-open", "ask", says, field="other_card")], 0
    if len(words(reason)) < 5 or _NO_REASON.fullmatch(reason.strip(" .!")):
        says = "What in the words of the statement, or in what you know of the role, makes you choose otherwise?"
        return [Finding("reason-thin", "ask", says, field="other_reason")], 0
    says = f"“{shortened(reason, 110)}” is a reason, so this choice counts. We cannot judge it: the person who said it could. What would you ask them to find out?"
    return [
        Finding("reason-counts", "good", says, "One statement can come from several threats.", field="other_reason")
    ], 1


_ALL = {card.id: card.right[0] for card in DECK.cards}
_AGREES = tuple(f"{card.id}-agrees" for card in DECK.cards)


def _but(**changes: str) -> dict[str, str]:
    return {**_ALL, **changes}


def _agrees(*without: str) -> tuple[str, ...]:
    return tuple(one for one in _AGREES if one.removesuffix("-agrees") not in without)


_CHART_REASON = (
    "She says that the chart goes to planning, and planning decides who drives where: she fears to lose a say."
)

EXERCISE = Exercise(
    id="classify-threats",
    title="Twelve statements, sixteen threats",
    task="Say for each of twelve statements which threat may speak from it, and give your reason for one that you see differently from us.",
    minutes=8,
    numbers="made up",
    fields=(
        *cards.fields(DECK),
        Field(
            "other_card", "After the first check: one that you see differently", "choice", group="Where you see it differently",
            options=(("", "None, or not yet"), *((card.id, shortened(card.says, 60)) for card in DECK.cards)),
        ),
        Field("other_reason", "Why?", "text", rows=2, placeholder="In our plants the clock counts towards the bonus, so for them this is about pay."),
    ),
    hints=(
        "Ask of each statement: if this person is right, what do they lose?",
        "Watched and exposed are neighbours: in one the looking hurts, in the other what is seen.",
        "Where two threats fit, take the one that you would ask about first.",
        "Worked solution: load the worked example. Four statements have two answers that we count; it shows the first.",
    ),
    example=Example(_ALL, ("enough", *_AGREES)),
    mistakes=(
        Mistake("nothing placed", {}, ("classify-empty",)),
        Mistake("takes watching for exposure", {"badge_clock": "TH02"}, ("badge_clock-differs", "reason-open", "statements-left")),
        Mistake("hears an excuse in a season", {"not_december": "TH13", "phone_rings": "TH12"},
                ("not_december-differs", "reason-open", "statements-left", "phone_rings-agrees")),
        Mistake("one threat for all of them", {card.id: "TH01" for card in DECK.cards} | {"other_card": "odd_line", "other_reason": "I just think so."},
                (*(f"{card.id}-differs" for card in DECK.cards if "TH01" not in card.right), "reason-thin", "below-nine", "through_us-agrees", "counts_heads-agrees")),
        Mistake("four otherwise, one with a reason",
                _but(badge_clock="TH02", not_december="TH13", odd_line="TH15", van_typing="TH05", other_card="van_typing", other_reason=_CHART_REASON),
                ("badge_clock-differs", "not_december-differs", "van_typing-differs", "odd_line-differs", "reason-counts", "enough",
                 *_agrees("badge_clock", "not_december", "odd_line", "van_typing"))),
    ),
    check=check,
)  # fmt: skip
