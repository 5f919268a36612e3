"""Signs: what was said, what was done, and what is no sign at all; and for three of them an innocent reading.

A sign is a reason to ask. What else it could mean comes before what it seems to mean:
to call something resistance is partly a label (`E34`).
"""

from __future__ import annotations

from exercises import cards
from exercises.exercise import Answers, Example, Exercise, Feedback, Field, Finding, Mistake
from exercises.models.threat_words import LABELS
from exercises.text import Span, cue, denied, reads_english, shortened, words

DECK = cards.deck("signs")

READINGS = {
    "friday_five": "Friday at five is the first time in the week that they sit at a desk, and the meeting on Monday needs the list.",
    "no_test_users": "Nobody told them how much time it takes, so the head of the unit does not know whom to spare, and waits to be asked again.",
    "new_face": "The rota decides who is free at ten on Thursdays, and nobody said that the seat needs a mandate.",
}
"""Our innocent readings, by card; told once the learner has written one."""

_SUSPECTS = cue(
    "afraid", "fears?", "scared", "hid(?:e|es|ing)", "resist\\w*", "(?:do not|don't|doesn't|does not) (?:want|care|like|trust)", "avoid\\w*", "(?:is|are|was|were|being|fights?|works?) against", "against (?:us|you|it|the (?:new )?(?:system|tool|project|change))", "dislik\\w+", "hat(?:e|es|ing)",
    "boycott\\w*", "sabotag\\w*", "protest\\w*", "cheat\\w*", "fak(?:e|es|ed|ing)", "pretend\\w*", "lying", "manipulat\\w*", "threat\\w*", "punish\\w*", "on purpose", "deliberate\\w*", "unwilling",
)  # fmt: skip
_NO_IDEA = cue(
    "none",
    "nothing",
    "no idea",
    "don't know",
    "do not know",
    "i don't know",
    "i do not know",
    "n/a",
    "no",
    "yes",
    "-",
    "\\?",
)


def check(answers: Answers) -> Feedback:
    """Compare the sorting with ours, then lay the learner's readings beside ours."""
    found, agree, sorted_ = cards.findings(DECK, answers)
    readings = [_reading(card, str(answers.get(f"reading_{card}", "")).strip()) for card in READINGS]
    written = [one for one in readings if one is not None]
    if not sorted_ and not written:
        says = "Sort the first card: is it said, is it done or left undone, or is it ordinary work?"
        return Feedback("No card is sorted yet.", (Finding("signs-empty", "ask", says, field=DECK.cards[0].id),))
    missing = [card for card, one in zip(READINGS, readings, strict=True) if one is None]
    rest = []
    if missing:
        says = f"{len(missing)} of {len(READINGS)} innocent readings are still to be written. What would an honest, busy person do who likes the system?"
        rest.append(
            Finding(
                "reading-missing",
                "ask",
                says,
                "A sign with one reading only is a suspicion.",
                field=f"reading_{missing[0]}",
            )
        )
    of_readings = sorted((*written, *rest), key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    differ = [one for one in found if one.verdict != "good"]
    same = [one for one in found if one.verdict == "good"]
    return Feedback(
        f"{sorted_} of {len(DECK.cards)} cards sorted, {agree} as we would; {len(written)} of {len(READINGS)} innocent readings written.",
        (*differ, *of_readings, *same),
    )


def _reading(card: str, given: str) -> Finding | None:
    """One reading laid beside ours, or None where there is none yet."""
    field, ours = f"reading_{card}", f" Ours: {READINGS[card]}"
    if not words(given) or _NO_IDEA.fullmatch(given.strip(" .!")):
        return None
    quoted = f"“{shortened(' '.join(given.split()), 90)}”"
    if not reads_english(given) and len(words(given)) > 3:
        return Finding(
            "reading-unread", "note", f"{quoted}: the check reads English and cannot judge this.{ours}", field=field
        )
    if match := LABELS.search(given):
        says = f"{quoted}: “{match.group()}” is a verdict on people, so it is the same accusation once more.{ours}"
        why = "“Resistance” is partly a label that those who bring the change give."
        return Finding("reading-label", "change", says, why, "E34", field)
    if motive := _suspicion(given):
        says = f"{quoted}: “{motive}” may keep a motive in it. Is there a reading in which they have none against you?{ours}"
        return Finding("reading-suspects", "ask", says, field=field)
    if len(words(given)) < 4:
        return Finding(
            "reading-short", "ask", f"{quoted}: say enough that somebody could go and check it.{ours}", field=field
        )
    says = f"{quoted} leaves them a good name.{ours} Which of the two could you check by Friday, and with whom?"
    return Finding("reading-good", "good", says, field=field)


def _suspicion(given: str) -> str:
    """Words that suspect a motive, unless they are denied (“they hide nothing”, “not that they avoid it”)."""
    whole = Span(0, len(given), given)
    for match in _SUSPECTS.finditer(given):
        after = words(given[match.end() :])[:1]
        if not denied(whole, Span(match.start(), match.end(), match.group())) and after != ["nothing"]:
            return match.group()
    return ""


_SAYS = {card.id: card.says for card in DECK.cards}

_SORTED = {card.id: card.right[0] for card in DECK.cards}
_AGREES = tuple(f"{card.id}-agrees" for card in DECK.cards)

EXERCISE = Exercise(
    id="signs",
    title="Stated, unstated, or no sign at all",
    task="Sort sixteen observations from made-up rollouts, and write for three of them what else they could mean.",
    minutes=9,
    numbers="made up",
    fields=(
        *cards.fields(DECK),
        *(
            Field(f"reading_{card}", _SAYS[card], "text", rows=2, group="What else could it mean?",
                  help="An innocent reading: one in which nobody has anything against you.")
            for card in READINGS
        ),
    ),
    hints=(
        "Stated: somebody said it, about the system and themselves. Unstated: you see it in what is done, or not done, and nobody says it.",
        "Some cards are neither. Somebody who reports a fault is working with the system.",
        "For an innocent reading, think of somebody who likes the system and has too much to do. Would you see the same thing?",
        "Worked solution: load the worked example. Two cards have two right answers there, so yours may differ and be right.",
    ),
    example=Example(
        {
            **_SORTED,
            "reading_friday_five": "They are on the road until Friday afternoon and type everything up in one go.",
            "reading_no_test_users": "The two people they had in mind are in the year-end close until March.",
            "reading_new_face": "The department lost two posts, and whoever can be spared that morning goes.",
        },
        ("reading-good", "reading-good", "reading-good", *_AGREES),
    ),
    mistakes=(
        Mistake("nothing sorted", {}, ("signs-empty",)),
        Mistake("takes a fault report for a mood", {"no_signal": "stated"}, ("no_signal-differs", "reading-missing")),
        Mistake("takes every question for a sign", {"print_button": "stated", "parental_leave": "unstated"},
                ("print_button-differs", "parental_leave-differs", "reading-missing")),
        Mistake("hears only what is said", {"two_seconds": "none", "printed_marks": "none", "twice_before": "stated"},
                ("printed_marks-differs", "two_seconds-differs", "reading-missing", "twice_before-agrees")),
        Mistake("an innocent reading that accuses", {"reading_friday_five": "They are too lazy to do it every day."}, ("reading-label", "reading-missing")),
        Mistake("an innocent reading with a motive in it",
                {"reading_no_test_users": "They do not want to spend time on it.", "reading_new_face": "They are afraid of being nailed down."},
                ("reading-suspects", "reading-suspects", "reading-missing")),
        Mistake("one word", {"reading_friday_five": "busy", "reading_no_test_users": "no idea", "reading_new_face": "holidays"},
                ("reading-short", "reading-short", "reading-missing")),
    ),
    check=check,
)  # fmt: skip
