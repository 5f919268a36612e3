"""Sell, fix or stop: is persuasion the right tool for a complaint? Ten cards, and one complaint of one's own.

A complaint may be a correct report (`E05`, `E45`), and the project may have had its part in
how it came about (`E34`).
"""

from __future__ import annotations

from exercises import cards
from exercises.exercise import Answer, Answers, Example, Exercise, Feedback, Field, Finding, Mistake, Table
from exercises.text import cue, reads_english, shortened, words

DECK = cards.deck("sell-fix-or-stop")

_OWN = "One complaint from your own rollout"

_LOOKED = cue(
    "look(?:ed|ing)?", "show(?:ed|n|s) (?:me|us|it)", "stopwatch", "observ\\w+", "noticed", "filmed", "demonstrated", "checked", "count(?:ed|ing)?", "measured", "timed", "tested", "tried", "saw", "seen", "watched", "compared", "asked", "sat (?:with|beside)", "stood", "walked", "opened", "read", "went", "rang", "found", "reproduced", "traced", "screenshots?", "logs?", "sample", "\\d+ (?:of|out of) \\d+",
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:of|out of) \\w+",
)  # fmt: skip
_NOTHING = cue("nothing(?: (?:at all|much|really|special))?", "no", "none", "n/a", "-", "we did nothing", "don't know", "do not know", "no idea", "not known", "unknown")  # fmt: skip
_US = cue("we", "i", "our", "us", "the project", "the project (?:team|lead|office)", "(?-i:IT)", "the (?:team|sponsor|vendor|board|steering group|trainers?|lead|supplier|administrators?)", "my", "management")  # fmt: skip
_THEM = cue(
    "they (?:did not|didn't|never|refused|ignored|would not|wouldn't|kept|complain\\w*|resist\\w*|were (?:not|against))",
    "(?:the )?(?:users|staff|people|nurses|doctors|physicians|sellers|clerks|teachers|agents|drivers|units|teams|departments|works council|union)(?: \\w+)? (?:did not|didn't|never|refused|ignored|would not|wouldn't|kept|complain\\w*|resist\\w*|were (?:not|against))",
)  # fmt: skip


def check(answers: Answers) -> Feedback:
    """The own complaint first, then the cards that differ from ours, then those that agree."""
    found, agree, placed = cards.findings(DECK, answers)
    own = _own(answers)
    if not placed and not own:
        says = "Take the first complaint. If you changed nothing and only talked better, would it be gone?"
        return Feedback("Nothing is decided yet.", (Finding("sell-empty", "ask", says, field=DECK.cards[0].id),))
    if not own:
        says = "And your own rollout? One complaint, in their words, and what you do about it."
        found = (*found, Finding("own-missing", "ask", says, field="own_says"))
    left = len(DECK.cards) - placed
    rest = f", {left} still open" if left else ""
    own.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    return Feedback(
        f"{placed} of {len(DECK.cards)} complaints decided{rest}: {agree} as we would, {placed - agree} otherwise."
        if placed
        else f"Your own complaint is looked at below; the {len(DECK.cards)} of the course are still open.",
        (*own, *found),
    )


def _own(answers: Answers) -> list[Finding]:
    """What there is to say about the learner's own complaint; nothing where it was not begun."""
    says, reason, before = (" ".join(str(answers[name]).split()) for name in ("own_says", "own_reason", "own_before"))
    decided = str(answers["own_decision"])
    if not (words(says) or words(reason) or words(before) or decided):
        return []
    found = []
    if not words(says):
        found.append(
            Finding("own-says-missing", "change", "What do they complain of? In their words.", field="own_says")
        )
    if not decided:
        found.append(Finding("own-undecided", "ask", "Persuade, fix or stop? Not deciding is an answer, too; they will notice it.", field="own_decision"))  # fmt: skip
    found += _reason(decided, reason)
    found.append(_before(before))
    return found


def _reason(decided: str, reason: str) -> list[Finding]:
    why = "A complaint can be a useful signal of a real problem."
    if not words(reason):
        says = "How do you know? Who has looked, and at what?"
        return [Finding("own-reason-missing", "ask", says, why, "E05", "own_reason")]
    if len(words(reason)) > 4 and not reads_english(reason):
        says = "The check reads English and cannot judge your reason. Does it say who has looked, and at what?"
        return [Finding("own-reason-unread", "note", says, field="own_reason")]
    if match := _LOOKED.search(reason):
        return [Finding("own-looked", "good", f"“{match.group()}”: somebody has looked before you decided.", field="own_reason")]  # fmt: skip
    says = "We see no sign that somebody looked, counted or asked. Has it happened?"
    if decided == "persuade":
        says += " Before you persuade, it should have: perhaps they are right."
    return [Finding("own-not-looked", "ask", says, why, "E05", "own_reason")]


def _before(before: str) -> Finding:
    why = "Those who bring change help to cause resistance: by agreements they break, thin explanations, and silence about the downsides."
    if not words(before):
        says = "What did the project do in the four weeks before? A mail, a date, a promise, a silence."
        return Finding("before-missing", "ask", says, why, "E34", "own_before")
    if _NOTHING.fullmatch(before.strip(" .")):
        says = f"“{shortened(before)}”: four weeks of silence are something, too. What had they been told to expect?"
        return Finding("before-nothing", "ask", says, why, "E34", "own_before")
    if _THEM.search(before) and not _US.search(before):
        says = f"“{shortened(before.rstrip(' .'), 70)}” is what they did. What had you done, or left undone, before?"
        return Finding("before-them", "ask", says, why, "E34", "own_before")
    return Finding("before-said", "good", f"Your part: “{shortened(before.rstrip(' .'), 90)}”. Would you say this sentence to them?", field="own_before")  # fmt: skip


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The own complaint, for the dossier; the cards are practice."""
    decided = dict(DECK.options).get(str(answers["own_decision"]), "")
    rows = (
        ("They say", str(answers["own_says"])), ("What we do", decided), ("Because", str(answers["own_reason"])),
        ("What the project had done before", str(answers["own_before"])),
    )  # fmt: skip
    rows = tuple((head, " ".join(text.split())) for head, text in rows if text.strip())  # type: ignore[assignment]
    return (Table("One complaint, and what we do", ("", "Our answer"), rows),) if rows else ()


_ALL: dict[str, Answer] = {card.id: card.right[0] for card in DECK.cards}
_AGREES = tuple(f"{card.id}-agrees" for card in DECK.cards)
_OWN_GOOD: dict[str, Answer] = {
    "own_says": "“The parts list needs four searches for one part.”", "own_decision": "fix",
    "own_reason": "I sat beside two field engineers for a morning and counted: three to five searches a part.",
    "own_before": "We had removed the old shortcut in the update of 3 May and not told anybody.",
}  # fmt: skip


def _but(**changes: Answer) -> dict[str, Answer]:
    return {**_OWN_GOOD, **changes}


EXERCISE = Exercise(
    id="sell-fix-or-stop",
    title="Sell, fix or stop",
    task="Decide for ten complaints whether to persuade, to fix or to stop, and then for one of your own.",
    minutes=10,
    numbers="made up",
    fields=(
        *cards.fields(DECK, "Ten complaints"),
        Field("own_says", "What do they complain of?", "text", rows=2, help="In their words. A role, no name.", group=_OWN),
        Field("own_decision", "What do you do?", "choice", options=(cards.UNANSWERED, *DECK.options), group=_OWN),
        Field("own_reason", "How do you know?", "text", rows=2, help="Who has looked, and at what?", group=_OWN),
        Field("own_before", "One thing that the project did in the four weeks before", "text", rows=2, group=_OWN,
              help="What you did, or left undone. A broken date counts, and so does a silence."),
    ),
    hints=(
        "Ask first: is it so? Where nobody has looked, none of the three is right yet.",
        "If it is so, talking better does not help. If somebody can come to harm, or an agreement is broken, fixing is too slow.",
        "If it is not so, ask why they could believe it. Often nobody had told them.",
        "Worked solution: load the worked example. Usability of 46, gloves and December are fixed; the dose, the posts and the ranking are stopped; the phone, the suppliers and the archive are shown as they are; for the slow weeks there are two answers.",
    ),
    example=Example({**_ALL, **_OWN_GOOD}, ("own-looked", "before-said", *_AGREES)),
    mistakes=(
        Mistake("nothing decided", {}, ("sell-empty",)),
        Mistake("a better pitch for a bad screen", {"order_screen": "persuade"}, ("order_screen-differs", "own-missing")),
        Mistake("fixes while somebody is at risk", {"double_dose": "fix"}, ("double_dose-differs", "own-missing")),
        Mistake("talks the cuts away", {"posts": "persuade", "phone_key": "persuade"}, ("posts-differs", "phone_key-agrees", "own-missing")),
        Mistake("stops what could be shown", {"old_archive": "stop"}, ("old_archive-differs", "own-missing")),
        Mistake("persuades without a look", _but(own_decision="persuade", own_reason="They will come round."), ("own-not-looked", "before-said")),
        Mistake("it was them", _but(own_before="The users never came to the training."), ("before-them", "own-looked")),
        Mistake("nothing had happened", _but(own_before="Nothing."), ("before-nothing", "own-looked")),
        Mistake("a decision without a complaint", {"own_decision": "fix"}, ("own-says-missing", "own-reason-missing", "before-missing")),
        Mistake("undecided", _but(own_decision="", own_before=""), ("own-undecided", "before-missing", "own-looked")),
    ),
    check=check,
    part="fixes",
    written=written,
)  # fmt: skip
