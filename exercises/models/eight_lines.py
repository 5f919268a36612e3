"""Eight lines: how a fear is answered, and one of the lines said honestly in the learner's own words."""

from __future__ import annotations

from exercises import cards
from exercises.exercise import Answers, Example, Exercise, Feedback, Field, Finding, Mistake
from exercises.text import candour, reads_english, shortened, words

DECK = cards.deck("eight-lines")


def check(answers: Answers) -> Feedback:
    """Compare each sorted line with our choice, and read the learner's own line."""
    found, agree, answered = cards.findings(DECK, answers)
    own = _own(" ".join(str(answers.get("own", "")).split()))
    if not answered and own.id == "own-missing":
        says = "Sort the first line: does it deny, soothe, take back, or admit?"
        return Feedback("No line is sorted yet.", (Finding("lines-empty", "ask", says, field=DECK.cards[0].id),))
    findings = sorted((*found, own), key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    summary = f"{answered} of {len(DECK.cards)} lines sorted, {agree} as we would."
    if not answered:
        summary = "No line is sorted yet; your own line has been read."
    elif agree < answered:
        summary += " Where we differ, read the reason and keep yours if it is better."
    return Feedback(summary, tuple(findings))


def _own(line: str) -> Finding:
    if not line:
        return Finding(
            "own-missing", "ask", "Take one of the lines that admit nothing, and say it honestly.", field="own"
        )
    if not reads_english(line):
        return Finding(
            "own-unread",
            "note",
            "The check reads English sentences. Judge your line yourself: what does it grant, and who decides the rest?",
            field="own",
        )
    taken = candour.cancelled(line)
    for wrong, name, says in (
        (candour.not_mine(line), "own-not-mine", "is not yours to promise. Who can put it in writing?"),
        (candour.denial(line), "own-denial", "still denies. What does the system really record, cost or change?"),
        (candour.comfort(line), "own-comfort", "still soothes. What can be granted, and what has been agreed?"),
        (taken.joins if taken and taken.plainly else "", "own-cancelled", "takes it back again. Stop before it."),
    ):
        if wrong:
            return Finding(name, "change", f"“{shortened(wrong)}” {says}", field="own")
    if len(words(line)) < 5:
        return Finding(
            "own-short",
            "ask",
            f"“{shortened(line)}”: what is true about the fear, and who decides the rest?",
            field="own",
        )
    if candour.a_role(line) or candour.when(line):
        return Finding(
            "own-whole",
            "good",
            "Your line grants something, and says who or when. Is each word of it true in your rollout?",
            field="own",
        )
    return Finding(
        "own-who",
        "ask",
        "Your line takes nothing back. Could it also say whose answer the rest is, and by which day?",
        field="own",
    )


_RIGHT = {card.id: card.right[0] for card in DECK.cards}
_LINE = "“It does record where your van is. The service director decides by 14 May who may see it.”"
_AGREE = tuple(f"{card.id}-agrees" for card in DECK.cards)


EXERCISE = Exercise(
    id="eight-lines",
    title="Eight lines about a fear",
    task="Sort eight lines into denial, empty comfort, cancelled admission and honest admission, and say one of them again, honestly.",
    minutes=6,
    fields=(
        *cards.fields(DECK),
        Field("own", "One of these lines, said honestly", "text", rows=2, help="Take one that admits nothing. Your words, your rollout if you like.",
              placeholder="It does record where your van is. …"),
    ),
    hints=(
        "Ask of each line: after it, does the listener know more about what will happen to them?",
        "Denial says that there is no ground for the fear. Comfort leaves the ground alone and strokes.",
        "Not every “but” takes back. Read what follows it: a gain, or a further admission?",
        "Worked solution: load the worked example. Two lines are honest, and neither of them is pleasant to hear.",
    ),
    example=Example({**_RIGHT, "own": _LINE}, (*_AGREE, "own-whole")),
    mistakes=(
        Mistake("nothing sorted", {}, ("lines-empty",)),
        Mistake("every but takes back", {"minutes": "cancelled", "posts": "cancelled"}, ("posts-differs", "own-missing", "minutes-agrees")),
        Mistake("calm words are honest", {"headcount": "honest", "worry": "honest", "change": "honest"},
                ("worry-differs", "headcount-differs", "change-differs", "own-missing")),
        Mistake("no but, so honest", {"ranking": "honest"}, ("ranking-differs", "own-missing")),
        Mistake("an unpleasant line is a denial", {"stops": "denial", "posts": "denial"}, ("stops-differs", "posts-differs", "own-missing")),
        Mistake("the own line denies again", {"van": "denial", "own": "We will not track you, that is a rumour."}, ("own-denial", "van-agrees")),
        Mistake("the own line takes back", {"minutes": "cancelled", "own": "It costs you ten minutes, but it is worth it in the long run."}, ("own-cancelled", "minutes-agrees")),
        Mistake("the own line promises", {"own": "Nobody will lose their job because of this."}, ("own-not-mine",)),
        Mistake("the own line soothes", {"own": "Trust me, you will get used to it."}, ("own-comfort",)),
    ),
    check=check,
    check_label="Compare",
)  # fmt: skip
