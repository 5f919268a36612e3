"""Five-reader test: two honest versions of one text, five readers of the role, and what that cannot show.

Five readers find what is unclear. They cannot find out which version moves people more:
the arithmetic below shows how often one of two equal versions looks better by chance.
"""

from __future__ import annotations

from collections import Counter
from math import comb

from exercises.exercise import Answers, Example, Exercise, Feedback, Field, Finding, Meter, Mistake, Table
from exercises.text import cue, reads_english, shortened, words

FIRST_GROUP, SECOND_GROUP = 3, 2
"""How five readers split when each sees one version."""

_READERS = (
    ("", "Choose …"), ("role", "Five people of the role"), ("it", "Five colleagues from IT"), ("friends", "The five who like the project"),
    ("bosses", "Five managers of the role"),
)  # fmt: skip
_SEES = (
    ("", "Choose …"), ("lot", "Each sees one version, drawn by lot"), ("both", "Each sees both and compares"),
    ("mine", "I choose who sees which"), ("best", "All see the version that I like better"),
)  # fmt: skip
_GUESSES = {"5": "About 5", "25": "About 25", "50": "About 50", "75": "About 75", "95": "About 95"}

_LEADS = cue(
    "(?:do|did|would) you (?:like|love|agree|prefer|enjoy)", "don't you", "isn't it", "which (?:one )?(?:do you|would you|is|was|version|text)(?: \\w+){0,2} (?:prefer|like|better|best)",
    "(?:is|was) (?:it|this|the text) (?:good|clear|convincing|nice|ok|okay)", "are you convinced", "does it convince you", "how much do you like", "what do you like", "how convincing",
)  # fmt: skip
_ASKS = {
    "what they would do next": cue("do next", "next step", "would you do", "do now", "do after", "happen\\w*", "change(?:s)? for you", "tomorrow", "on (?:mon|tues|wednes|thurs|fri)day", "would you (?:say|tell|ask|need|try)", "do (?:on|with|about)", "first thing"),
    "what is unclear": cue("unclear", "not clear", "understand\\w*", "confus\\w+", "own words", "tell me what", "what (?:does|do) (?:it|this|they|we|i) (?:say|mean)\\w*", "mean(?:s|t)?", "missing", "left out", "leave out", "odd", "strange", "stumbl\\w+", "puzzl\\w+", "tell (?:a|your) colleagues?", "questions? (?:do you|are left|remain\\w*)"),
    "what they do not believe": cue("believe\\w*", "trust\\w*", "doubt\\w*", "true", "honest\\w*", "sceptical", "skeptical", "suspicio\\w+", "fishy", "too good", "buy"),
}  # fmt: skip
_LIMITS = cue(
    "which (?:one |version |text |of (?:them|the two) )?(?:\\w+ ){0,2}(?:works|persuades|convinces|better|stronger|wins|moves)", "(?:more|better) (?:persuasive|convincing|effective)", "persua\\w+", "convinc\\w+",
    "(?:other|all|most|the rest of the) (?:\\w+ )?(?:users|readers|people|colleagues|units|depots|wards|teams|departments|sites|offices|sellers|staff|roles?)", "everyone", "everybody", "how many", "(?:will|would) (?:really |actually )?(?:use|do|act|come|adopt|start)", "adoption", "behaviou?r",
    "proof", "prove\\w*", "statistic\\w*", "by chance", "luck", "too few", "only five", "generalis\\w+", "generaliz\\w+", "representative", "effect", "better",
)  # fmt: skip


def looks_better(first: int, second: int) -> float:
    """Share of tests in which one of two equal versions gets the larger share of yes, by chance alone.

    Each reader says yes as a coin falls; `first` readers see one version, `second` the other.
    """
    alike = sum(
        comb(first, a) * comb(second, b) for a in range(first + 1) for b in range(second + 1) if a * second == b * first
    )
    return 1.0 - alike / float(2 ** (first + second))


def check(answers: Answers) -> Feedback:
    """Look at the plan of the test, then at what the learner expects of it."""
    given = {name: str(value).strip() for name, value in answers.items()}
    if not any(given.values()):
        says = "Put in two versions of one sentence from your pitch, both true."
        return Feedback("There is no test yet.", (Finding("test-empty", "ask", says, field="first"),))
    chance = 100 * looks_better(FIRST_GROUP, SECOND_GROUP)
    found = [
        *_about_versions(given["first"], given["second"]), *_about_readers(given["readers"]), *_about_sees(given["sees"]),
        *_about_questions(given["questions"]), *_about_guess(given["guess"], chance), *_about_limits(given["cannot"]),
    ]  # fmt: skip
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    good = sum(one.verdict == "good" for one in found)
    guessed = given["guess"] in _GUESSES
    bars = (Meter("Your guess", int(given["guess"]), 0, 100, f"{given['guess']} of 100"),) if guessed else ()
    return Feedback(
        f"{good} of 6 parts of the test stand.",
        tuple(found),
        tables=(_outcomes(),) if guessed else (),
        meters=(*bars, Meter("One of two equal versions looks better", chance, 0, 100, f"{chance:.0f} of 100 tests"))
        if guessed
        else (),
    )


def _about_versions(first: str, second: str) -> list[Finding]:
    if not first or not second:
        says = "A test needs two versions, both true. Which sentence of your pitch are you least sure of?"
        return [Finding("versions-missing", "ask", says, field="second" if first else "first")]
    one, other = Counter(words(first)), Counter(words(second))
    if one == other:
        says = "The two versions have the same words. What is the one thing that you want to try?"
        return [Finding("versions-same", "change", says, field="second")]
    shared = sum((one & other).values()) / max(sum(one.values()), sum(other.values()), 1)
    if shared < 0.25:
        says = "The two versions share hardly a word. If readers take one better, you will not know why. Could you change one thing only?"
        return [Finding("versions-far", "ask", says, field="second")]
    if shared < 0.6:
        says = "Two versions of one idea. The fewer words differ, the better you will know what made the difference. Both have to be true."
        return [Finding("versions-good", "good", says, field="second")]
    says = "Two versions that differ in one place. Both have to be true: a reader will act on the one they see."
    return [Finding("versions-good", "good", says, field="second")]


def _about_readers(readers: str) -> list[Finding]:
    if readers == "role":
        return [
            Finding(
                "readers-good", "good", "People of the role read as the others of the role will read.", field="readers"
            )
        ]
    says = {
        "it": "Colleagues from IT know what you mean. What would somebody stumble over who does not?",
        "friends": "Those who like the project forgive a bad sentence. Whom would it lose?",
        "bosses": "Managers of the role read for the role. Could the people who type read it themselves?",
    }.get(readers, "Who are the five?")
    return [Finding("readers-other" if readers else "readers-open", "ask", says, field="readers")]


def _about_sees(sees: str) -> list[Finding]:
    if sees == "lot":
        return [
            Finding(
                "sees-good", "good", "By lot: then neither your hopes nor theirs choose who reads what.", field="sees"
            )
        ]
    if sees == "both":
        says = "Whoever sees both becomes a judge of style. A user meets one version, once, between two other mails."
        return [Finding("sees-both", "ask", says, field="sees")]
    if sees in ("mine", "best"):
        says = "Then you test your choice of reader, or nothing. Toss a coin for each of the five."
        return [Finding("sees-chosen", "change", says, field="sees")]
    return [Finding("sees-open", "ask", "Who sees which version?", field="sees")]


def _about_questions(questions: str) -> list[Finding]:
    if not questions:
        says = "What will you ask them? Ask for what they would do, not for what they like."
        return [Finding("questions-open", "ask", says, field="questions")]
    if match := _LEADS.search(questions):
        says = f"“{shortened(match.group())}”: a polite reader says yes. Ask what they would do next, what is unclear, what they do not believe."
        return [Finding("questions-lead", "change", says, field="questions")]
    if len(words(questions)) > 5 and not reads_english(questions):
        says = "The check reads English and cannot judge these questions. Can each be answered without politeness?"
        return [Finding("questions-unread", "note", says, field="questions")]
    missing = [what for what, sign in _ASKS.items() if not sign.search(questions)]
    if missing:
        says = f"You might also ask {' and '.join(filter(None, (', '.join(missing[:-1]), missing[-1])))}."
        return [Finding("questions-more", "ask", says, field="questions")]
    says = "The questions ask for a next step, for what is unclear and for what is not believed. None of them asks for applause."
    return [Finding("questions-good", "good", says, field="questions")]


def _about_guess(guess: str, chance: float) -> list[Finding]:
    if guess not in _GUESSES:
        says = "Guess how often chance alone makes one of two equal versions look better."
        return [Finding("guess-open", "ask", says, field="guess")]
    says = f"It happens in {chance:.0f} of 100 tests: three and two readers can hardly come out even. A “winner” of five readers is no news."
    if guess == "95":
        return [Finding("guess-near", "good", says, field="guess")]
    return [Finding("guess-off", "note", f"You guessed {guess}. {says}", field="guess")]


def _about_limits(cannot: str) -> list[Finding]:
    why = (
        "Over 30 kinds of message choice the better one helped a little on average, and not reliably in the next study."
    )
    if not cannot:
        return [
            Finding(
                "limits-open",
                "ask",
                "What can this test not show? One sentence, for the one who will quote it.",
                field="cannot",
            )
        ]
    if len(words(cannot)) > 5 and not reads_english(cannot):
        return [
            Finding("limits-unread", "note", "The check reads English and cannot judge this sentence.", field="cannot")
        ]
    if len(words(cannot)) >= 4 and _LIMITS.search(cannot):
        says = "You have said where the test ends. Put this sentence under the result."
        return [Finding("limits-good", "good", says, why, "E18", "cannot")]
    says = (
        f"“{shortened(cannot)}”: does it tell a manager that five readers cannot say which version moves more people?"
    )
    return [Finding("limits-other", "ask", says, why, "E18", "cannot")]


def _outcomes() -> Table:
    rows = []
    whole = 2 ** (FIRST_GROUP + SECOND_GROUP)
    for name, wanted in (("the first looks better", 1), ("the second looks better", -1), ("both come out even", 0)):
        ways = sum(
            comb(FIRST_GROUP, a) * comb(SECOND_GROUP, b)
            for a in range(FIRST_GROUP + 1)
            for b in range(SECOND_GROUP + 1)
            if ((a * SECOND_GROUP > b * FIRST_GROUP) - (a * SECOND_GROUP < b * FIRST_GROUP)) == wanted
        )
        rows.append((name, f"{ways} of {whole}"))
    return Table(
        "Five coins, three for one version and two for the other",
        ("What is seen", "Ways in which the coins can fall"),
        tuple(rows),
    )


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The plan of the test for the dossier."""
    of = {name: " ".join(str(value).split()) for name, value in answers.items()}
    rows = [
        ("First version", of["first"]), ("Second version", of["second"]),
        ("Readers", dict(_READERS)[of["readers"]] if of["readers"] else ""), ("Who sees what", dict(_SEES)[of["sees"]] if of["sees"] else ""),
        ("Questions", of["questions"]), ("What it cannot show", of["cannot"]),
    ]  # fmt: skip
    there = tuple((head, text) for head, text in rows if text)
    return (Table("A test with five readers", ("", "Plan"), there),) if there else ()


_GOOD = {
    "first": "Thursday at half past eight I have twenty minutes and your own deals on a screen.",
    "second": "Thursday at half past eight I have twenty minutes. Bring two of your own deals.",
    "readers": "role", "sees": "lot", "guess": "95",
    "questions": "What would you do next?\nWhat is unclear?\nWhat do you not believe?",
    "cannot": "It cannot show which version persuades more of the other sellers.",
}  # fmt: skip

EXERCISE = Exercise(
    id="five-reader-test",
    title="Five-reader test",
    task="Plan a test of two versions of one sentence of your pitch with five readers, and say what it cannot show.",
    minutes=8,
    numbers="derived",
    fields=(
        Field("first", "First version", "text", rows=2, placeholder="One sentence of your pitch, true as it stands."),
        Field("second", "Second version, different in one place", "text", rows=2),
        Field("readers", "Who are the five readers?", "choice", options=_READERS),
        Field("sees", "Who sees which version?", "choice", options=_SEES),
        Field("questions", "What will you ask each of them?", "text", rows=3, help="Three questions, one a line."),
        Field(
            "guess", "Suppose that the versions are equal, and every answer falls like a coin: in how many of 100 such tests does one of them look better?",
            "choice", options=(("", "Choose …"), *_GUESSES.items()), help="Three readers see one version, two see the other.",
        ),
        Field("cannot", "What can this test not show?", "text", rows=2),
    ),
    hints=(
        "Change one thing only: the order, one verb, the step. Otherwise you learn that two texts are two texts.",
        "A reader is polite. “Do you like it?” measures politeness; “what would you do next?” measures the text.",
        "Three readers can say yes 0, 1, 2 or 3 times, two readers 0, 1 or 2. In how many of these pairs are the two shares equal?",
        "Worked solution: five people of the role, one version each by lot, three questions (next step, unclear, not believed). You keep the clearer "
        "version and write under it that five readers cannot show which one moves more people.",
    ),
    example=Example(_GOOD, ("versions-good", "readers-good", "sees-good", "questions-good", "guess-near", "limits-good")),
    mistakes=(
        Mistake("nothing planned", {}, ("test-empty",)),
        Mistake(
            "a vote for the nicer text",
            {**_GOOD, "sees": "both", "questions": "Which version do you like better?"},
            ("questions-lead", "sees-both", "versions-good", "readers-good", "guess-near", "limits-good"),
        ),
        Mistake(
            "five friends in IT",
            {**_GOOD, "readers": "it", "sees": "mine"},
            ("sees-chosen", "readers-other", "versions-good", "questions-good", "guess-near", "limits-good"),
        ),
        Mistake(
            "the same text twice",
            {**_GOOD, "second": _GOOD["first"], "guess": "5"},
            ("versions-same", "guess-off", "readers-good", "sees-good", "questions-good", "limits-good"),
        ),
        Mistake(
            "two texts that share nothing, and a winner",
            {**_GOOD, "second": "Everything changes for field sales next spring!", "guess": "25", "cannot": "Nothing."},
            ("versions-far", "limits-other", "guess-off", "readers-good", "sees-good", "questions-good"),
        ),
    ),
    check=check,
    part="pitch",
    written=written,
)  # fmt: skip
