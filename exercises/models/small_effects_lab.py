"""Small-effects lab: guess how often one form of a message loses, draw new studies, count, and promise less.

The arithmetic and the picture stand in new_studies.py; here is the talk about it.
"""

from __future__ import annotations

from exercises import library
from exercises.exercise import Answers, Example, Exercise, Feedback, Field, Finding, Meter, Mistake, Table
from exercises.models.new_studies import Effect, draw, effects, picture, signed
from exercises.text import cue, reads_english, shortened, words

FEWEST, MOST = 5, 200

_GUESSES = {
    "0": "Never", "5": "About 5 of 100 times", "10": "About 10 of 100 times", "25": "About 25 of 100 times",
    "40": "About 40 of 100 times", "50": "About 50 of 100 times", "75": "About 75 of 100 times",
}  # fmt: skip
_INTERVAL = (
    ("", "Choose …"),
    ("mean", "Its interval says where the mean lies, not where the next study falls"),
    ("small", "The effect is too small to draw"),
    ("metric", "It is a g and not an r"),
    ("studies", "It rests on too few studies"),
)
_PROMISES = cue(
    "will (?:\\w+ )?(?:work|persuade|convince|win|raise|increase|improve|help|boost|do better|perform|make|get|move|like|love|prefer|accept|adopt|believe|listen|trust|agree|understand|respond|react|use|win over)\\w*", "works?", "guarantee\\w*",
    "proven", "definitely", "certainly", "always", "is better", "is more persuasive", "more effective", "beats", "\\d+ ?(?:%|percent) more", "for sure",
)  # fmt: skip
_TAKES_BACK = cue(
    "not", "no", "nothing", "cannot", "can't", "won't", "doesn't", "isn't", "never", "neither", "nobody", "none", "may", "might", "could", "perhaps", "either",
    "both ways", "as often", "half the time", "toss", "coin", "little", "hardly", "unlikely", "barely", "depends", "unsure", "instead", "rather than", "don't know", "whether",
)  # fmt: skip
_TESTS = cue(
    "try",
    "test\\w*",
    "readers?",
    "ask",
    "pilot",
    "show(?: it)? to",
    "read(?: it)? to",
    "five (?:users|people)",
    "see whether",
    "check",
)


def arithmetic(answers: Answers) -> str:
    """What is drawn from, before anything is drawn."""
    effect = effects()[str(answers["finding"])]
    return (
        f"Mean {signed(effect.mean)}. 95 of 100 new studies are expected between {signed(effect.low)} and {signed(effect.high)}. "
        f"Spread: half of that width is {(effect.high - effect.low) / 2:.3f}, divided by 1.96 is {effect.spread:.3f}. "
        f"Above zero “{effect.first}” wins, below zero it loses. An approximation: the true curve is not quite even, and real studies scatter more."
    )


def check(answers: Answers) -> Feedback:
    """Draw the studies, compare them with the guess, and read the promise."""
    effect = effects()[str(answers["finding"])]
    guess = str(answers["guess"])
    if guess not in _GUESSES:
        says = "Guess first, then draw: how often does the first form lose? A wrong guess is remembered longer than a number that was read."
        return Feedback("Your guess is missing.", (Finding("guess-open", "ask", says, field="guess"),))
    count = int(answers["studies"])
    drawn = draw(effect, count, int(answers["seed"]))
    lost = sum(one < 0 for one in drawn)
    findings = (
        _about_guess(int(guess), effect),
        *_about_draw(effect, count, lost),
        *_about_finding(effect),
        _about_promise(str(answers["promise"]).strip()),
        _about_interval(str(answers["interval"])),
    )
    return Feedback(
        f"{count} new studies: “{effect.first}” lost {lost} and won {count - lost}.",
        findings,
        tables=(_result(effect, drawn, lost),),
        drawing=picture(effect, drawn, lost),
        meters=(
            Meter("Lost, your guess", int(guess), 0, 100, f"{guess} of 100"),
            Meter("Lost, your draw", 100 * lost / count, 0, 100, f"{100 * lost / count:.0f} of 100"),
            Meter("Lost, long run", 100 * effect.share_lost, 0, 100, f"{100 * effect.share_lost:.0f} of 100"),
        ),
    )


def _about_guess(guess: int, effect: Effect) -> Finding:
    long_run = 100 * effect.share_lost
    nearest = min((int(one) for one in _GUESSES), key=lambda one: abs(one - long_run))
    says = f"In the long run “{effect.first}” loses {long_run:.0f} of 100 times; you guessed {guess}."
    if guess == nearest:
        return Finding("guess-near", "good", says, field="guess")
    why = (
        "The mean is one point; the range for a new study reaches far to both sides of zero. Most of these studies are "
        "about health, charity and consumer messages, not about work systems."
    )
    return Finding("guess-off", "note", says, why, effect.source, "guess")


def _about_draw(effect: Effect, count: int, lost: int) -> list[Finding]:
    found = []
    if effect.low < 0 < effect.high:
        says = (
            f"The range for a new study runs from {signed(effect.low)} to {signed(effect.high)}. It holds wins and losses, "
            f"and nothing in the mean of {signed(effect.mean)} tells you which one yours will be."
        )
        found.append(Finding("both-signs", "note", says))
    off = abs(lost / count - effect.share_lost)
    if count <= 20:
        says = f"{count} studies are few. Change the draw number and look again: how far does the share of losses jump?"
        if off >= 0.15:
            says = f"Your {count} studies missed the long run by {100 * off:.0f} of 100, by chance alone. Change the draw number and look again."
        found.append(Finding("few-studies", "ask", says, field="studies"))
    return found


_REMARKS = {
    "two-sided": (
        "All kinds are pooled here. Outside advertising, raising an objection and answering it did better; raising it without an answer did worse.",
        "The two kinds cancel out in the mean. Both effects are small.", "E20",
    ),
    "gain": (
        "“Loss framing works better” is a belief, not a finding: the mean is next to nothing, and on the side of the gain.",
        "The best-known reviews looked mostly at health messages.", "E21",
    ),
    "statistics": (
        "Stories help a little against no story at all. Against statistics they differ little, as you see.",
        "Use a story because it is true and near, not because stories win.", "E22",
    ),
}  # fmt: skip
"""What else is known of a finding, with the warning that belongs to it: what, why, source."""


def _about_finding(effect: Effect) -> list[Finding]:
    known = _REMARKS.get(effect.id)
    return [Finding("about-finding", "note", *known)] if known else []


def _about_promise(promise: str) -> Finding:
    if not promise:
        says = "What would you promise your sponsor about this choice of wording? One sentence."
        return Finding("promise-open", "ask", says, field="promise")
    if len(words(promise)) > 5 and not reads_english(promise):
        says = "The check reads English and cannot judge this sentence. Does it promise a win, or a try?"
        return Finding("promise-unread", "note", says, field="promise")
    if _PROMISES.search(promise) and not _TAKES_BACK.search(promise):
        says = f"“{shortened(promise)}” sounds like a promise. Could you still say it after the next draw goes the other way?"
        why = "Over 30 kinds of message choice the better one helped a little on average and could not be counted on."
        return Finding("promise-too-much", "ask", says, why, "E18", "promise")
    if _TESTS.search(promise):
        says = "Your sentence promises a try with readers, and that can be kept."
        return Finding("promise-test", "good", says, field="promise")
    if not _TAKES_BACK.search(promise):
        says = f"Would your sponsor hear a promise in “{shortened(promise)}”? Say what you can keep, and what you would try."
        return Finding("promise-unclear", "ask", says, field="promise")
    says = (
        "Your sentence leaves the outcome open. If it does not say so already: where will you put the effort instead?"
    )
    why = "What is offered, the safeguards, who says it and what happens afterwards are where we would put the effort."
    return Finding("promise-modest", "note", says, why, "E18", "promise")


def _about_interval(chosen: str) -> Finding:
    row = next(one for one in library.effect_sizes() if one.evidence == "E23")
    why = f"Tailored messages: {row.metric} = {row.value:.2f}, {row.interval} interval {row.low:.2f} to {row.high:.2f}, over {row.k} health programmes."
    if chosen == "mean":
        says = "Right: a confidence interval narrows with every further study. A prediction interval stays as wide as the studies differ."
        return Finding("interval-mean", "good", says, why, "E23", "interval")
    if not chosen:
        says = "One question is open: why can the finding on tailored messages not be drawn here?"
        return Finding("interval-open", "ask", says, field="interval")
    says = (
        "We left it out for another reason: its printed interval says where the mean lies. The next study may fall far outside it, "
        "and how far we have not read."
    )
    return Finding("interval-other", "ask", says, why, "E23", "interval")


def _result(effect: Effect, drawn: tuple[float, ...], lost: int) -> Table:
    won = len(drawn) - lost
    return Table(
        f"The draw: {len(drawn)} made-up studies of a real finding",
        ("What", "Value"),
        (
            (f"“{effect.first}” lost", f"{lost} ({100 * lost / len(drawn):.0f}%)"),
            (f"“{effect.first}” won", f"{won} ({100 * won / len(drawn):.0f}%)"),
            ("Average of the draw", signed(sum(drawn) / len(drawn))),
            ("Lowest to highest", f"{signed(min(drawn))} to {signed(max(drawn))}"),
            (f"Printed mean ({effect.metric})", signed(effect.mean)),
            ("Printed 95% prediction interval", f"{signed(effect.low)} to {signed(effect.high)}"),
            ("Spread = half-width / 1.96", f"{effect.spread:.3f}"),
        ),
    )


EXERCISE = Exercise(
    id="small-effects-lab",
    title="Small-effects lab",
    task="Guess how often one form of a message loses to the other in new studies, then draw the studies and count.",
    minutes=10,
    numbers="derived",
    fields=(
        Field(
            "finding", "Which finding?", "choice",
            options=tuple((one.id, f"{one.first[:1].upper()}{one.first[1:]} against {one.second} ({one.source})") for one in effects().values()),
            help="The first form is the one that we watch.",
        ),
        Field("guess", "Your guess: in 100 new studies, how often does the first form lose?", "choice", options=(("", "Choose …"), *_GUESSES.items())),
        Field("studies", "How many new studies do you draw?", "number", lowest=FEWEST, highest=MOST, default=40),
        Field("seed", "Number of the draw", "number", lowest=1, highest=9999, default=1, help="Another number draws other studies."),
        Field("promise", "What do you promise your sponsor about this choice of wording?", "text", rows=2, placeholder="If we put it this way, …"),
        Field("interval", "Tailored messages do a little better on average (E23), yet they are not in the list above. Why?", "choice", options=_INTERVAL),
    ),
    hints=(
        "The mean is where the middle of the pile lies. How far is it from zero, compared with the width of the pile?",
        "Draw 10 studies three times, with three numbers of the draw. Then draw 200. What settles, and what does not?",
        "A confidence interval says how well the mean is known. A prediction interval says where the next study may fall. Yours is the next study.",
        "Worked solution: gain against loss frame has a mean of nearly zero and a spread five times as wide, so the gain frame loses about "
        "40 of 100 times. To the sponsor: “The wording may help or hurt, and I cannot tell you which; we try both with five users.” Tailored messages are "
        "left out because their printed interval is one for the mean.",
    ),
    example=Example(
        {
            "finding": "gain", "guess": "40", "studies": 100, "seed": 1,
            "promise": "The wording may help or hurt and I cannot say which; we will try both with five users.", "interval": "mean",
        },
        ("guess-near", "both-signs", "about-finding", "promise-test", "interval-mean"),
    ),
    mistakes=(
        Mistake("draws before guessing", {"finding": "gain"}, ("guess-open",)),
        Mistake("the better form never loses", {"guess": "0"}, ("guess-off", "both-signs", "about-finding", "promise-open", "interval-open")),
        Mistake(
            "five studies taken for the truth",
            {"finding": "statistics", "guess": "25", "studies": 5, "promise": "Statistics work better than stories."},
            ("guess-off", "both-signs", "few-studies", "about-finding", "promise-too-much", "interval-open"),
        ),
        Mistake(
            "a promise with a percentage",
            {"finding": "gain", "guess": "25", "promise": "We will convince 20% more users with the gain frame.", "interval": "metric"},
            ("guess-off", "both-signs", "about-finding", "promise-too-much", "interval-other"),
        ),
        Mistake(
            "modest, and nothing to do about it",
            {"finding": "two-sided", "guess": "50", "promise": "It may go either way.", "interval": "studies"},
            ("guess-near", "both-signs", "about-finding", "promise-modest", "interval-other"),
        ),
    ),
    check=check,
    check_label="Draw",
    live=arithmetic,
    live_label="What is drawn from",
)  # fmt: skip
