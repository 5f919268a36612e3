"""The two pitch tasks, one before a course and one after it: what they share.

They give no feedback on purpose. Whatever the page said about the first text would
be in the second one, and nobody could tell what the course has done. So the check
counts words and says that the text is kept; a test holds that it says no more.
The page prints the made-up rollouts (`exercises.library.tasks`); no exercise reads them.
"""

from __future__ import annotations

from exercises.exercise import Answers, Example, Exercise, Feedback, Field, Finding, Mistake
from exercises.text import words

FEWEST, MOST = 90, 130
"""Words, as in the pitch builder."""

MINUTES = 15

_FILLER = (
    "This text shows how long a hundred words are, and nothing else. It is no pitch, and it holds no advice, because "
    "advice would spoil what you are about to do. Write for one person of the role on the sheet, as you would today, "
    "in your own words and in any order. Use of the facts what you need, and leave the rest. Do not look anything up. "
    "When the time is over, say whether this is your first or your second task, and press the button. Your text stays "
    "where it is, on this device. By now you have read about one hundred words."
)


def check(answers: Answers) -> Feedback:
    """Count the words and say that they are kept; nothing depends on which words they are."""
    count = len(words(str(answers["text"])))
    if not count:
        says = "Write to one person of the role. Nothing is marked here, so nothing can be wrong."
        return Feedback("There is nothing to keep yet.", (Finding("task-empty", "ask", says, field="text"),))
    says = "It is kept on this device. The page says nothing else about it, so that two people can mark it later without knowing more than you wrote."
    findings = [Finding("task-kept", "note", says)]
    if not FEWEST <= count <= MOST:
        says = (
            f"The task asks for {FEWEST} to {MOST} words. Change it if there is time left; otherwise leave it as it is."
        )
        findings.append(Finding("task-length", "note", says, field="text"))
    if not answers["when"]:
        says = "Choose whether this is your first or your second task. Without it nobody can tell before from after."
        findings.append(Finding("task-when", "ask", says, field="when"))
    return Feedback(f"{_counted(count)}, kept.", tuple(findings))


def grow(answers: Answers) -> str:
    """The number of words while they are typed."""
    count = len(words(str(answers["text"])))
    return f"{_counted(count)}; the task asks for {FEWEST} to {MOST}." if count else ""


def exercise(letter: str) -> Exercise:
    """The task of this letter, `a` or `b`; both are alike in everything but their sheet."""
    return Exercise(
        id=f"pitch-task-{letter}",
        title=f"Pitch task {letter.upper()}",
        task=f"Write {FEWEST} to {MOST} words to one person of the role on sheet {letter.upper()}, in {MINUTES} minutes and without help.",
        minutes=MINUTES,
        fields=(
            Field("text", "Your pitch", "text", help="As you would say it to that person.", rows=9),
            Field(
                "when",
                "Which of the two tasks is this for you?",
                "choice",
                options=(
                    ("", "Choose …"),
                    ("before", "My first, before the course or the session"),
                    ("after", "My second, at the end"),
                ),
            ),
        ),
        hints=(
            f"{MINUTES} minutes are enough for one text that is not perfect. Spend the first three on reading the sheet.",
            "Worked solution: there is none here, on purpose. The example shows only how long a hundred words are.",
        ),
        example=Example({"text": _FILLER, "when": "before"}, ("task-kept",)),
        mistakes=(
            Mistake("nothing written", {}, ("task-empty",)),
            Mistake("does not say which task it is", {"text": _FILLER}, ("task-kept", "task-when")),
            Mistake("one sentence", {"text": "It will help you a lot.", "when": "after"}, ("task-kept", "task-length")),
            Mistake("a whole page", {"text": _FILLER + " " + _FILLER, "when": "after"}, ("task-kept", "task-length")),
            Mistake("another language", {"text": "Ab Montag sehen Sie die Aufträge schon im Auto. " * 12, "when": "before"}, ("task-kept",)),
        ),
        check=check,
        live=grow,
        live_label="Words so far",
        check_label="Keep it",
    )  # fmt: skip


def _counted(count: int) -> str:
    return "1 word" if count == 1 else f"{count} words"
