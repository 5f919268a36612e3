"""First line: whom does the sentence that announces a system speak to?"""

from __future__ import annotations

from exercises.exercise import Answers, Example, Exercise, Feedback, Field, Finding, Mistake
from exercises.pitch import Sign, review
from exercises.text import cue, reads_english

_LISTENER = cue("you", "your", "yours", "yourself")
_SENDER = cue(
    "i", "my", "we", "our", "us", "the company", "management", "the organisation", "the organization", "the business"
)
_OFFERS = cue(
    "introduc\\w+", "roll(?:ing)? out", "launch\\w*", "implement\\w*", "deploy\\w*", "go(?:ing|es)? live", "migrat\\w+",
    "upgrad\\w+", "platform", "solution", "system", "tool", "software",
)  # fmt: skip


def check(answers: Answers) -> Feedback:
    """Count whom the sentence speaks to and look for the first signs in it."""
    line = " ".join(str(answers["line"]).split())
    if not line:
        says = "Paste or write the sentence with which your system was announced."
        return Feedback("There is nothing to read yet.", (Finding("line-empty", "ask", says, field="line"),))
    if not reads_english(line):
        says = "The check reads English sentences, and this does not look like one. Judge it yourself: whom does it speak to, and how does it threaten them?"
        return Feedback("The check cannot read this.", (Finding("line-unread", "note", says, field="line"),))
    listener, sender = len(_LISTENER.findall(line)), len(_SENDER.findall(line))
    found = review(line)
    findings = [_whom(listener, sender, bool(_OFFERS.search(line)))]
    findings += [
        Finding(f"against-{sign.criterion.lower()}", "change", f"“{sign.words}”: {sign.why}")
        for sign in _first_of_each(found.against())[:3]
    ]
    helps = [sign for sign in found.signs if sign.helps and sign.criterion in ("C1", "C3")]
    if helps:
        says = f"“{helps[0].words}”: {helps[0].why}"
        findings.append(Finding("line-concrete", "good", says))
    else:
        says = "The check found no moment of the reader's day and no before and after. Is there one? If not, name one and what changes in it."
        findings.append(Finding("line-general", "ask", says))
    says = "Now the question this course starts from: how does it threaten the person who reads this sentence?"
    findings.append(Finding("line-threat", "ask", says, "A benefit does not cancel a threat.", "E08"))
    return Feedback(
        f"It speaks of the listener {_times(listener)} and of the sender {_times(sender)}.", tuple(findings)
    )


def _first_of_each(signs: tuple[Sign, ...]) -> list[Sign]:
    """One sign a criterion: a reader needs to be told once."""
    return list({sign.criterion: sign for sign in reversed(signs)}.values())[::-1]


def _whom(listener: int, sender: int, offers: bool) -> Finding:
    if listener > sender:
        says = f"It says “you” {_times(listener)}. Whether that is a gain for the reader, the next lines ask."
        return Finding("line-listener", "note", says)
    why = "Whether a system helps people do their own job tracks use more closely than whether it looks easy."
    if sender and listener == sender:
        return Finding(
            "line-even", "note", "It speaks of you as often as of us. What is the first thing that the reader learns?"
        )
    if sender:
        says = "It speaks of the sender. Who reads it learns what you do, not what changes for them."
        return Finding("line-sender", "change", says, why, "E01")
    if offers:
        says = "It speaks of the system. Nobody works in a system; they work in a day."
        return Finding("line-system", "change", says, why, "E01")
    return Finding(
        "line-nobody",
        "ask",
        "It says neither “you” nor “we”. If it names a role, would you say it to them as “you”?",
        why,
        "E01",
    )


def _times(count: int) -> str:
    return {0: "not once", 1: "once", 2: "twice"}.get(count, f"{count} times")


EXERCISE = Exercise(
    id="first-line",
    title="Whom does your first line speak to?",
    task="Paste the sentence that announced your last system, and see whom it speaks to.",
    minutes=2,
    fields=(
        Field(
            "line", "The sentence", "text", rows=3,
            placeholder="We are excited to introduce our new platform …",
        ),
    ),
    hints=(
        "Count: how often does it say “you”, how often “we”, how often “the system”?",
        "Worked solution: “From Monday the parts list for your first job is on the van's screen before you start the "
        "engine; you no longer ring the depot.” It names one moment, one change and no company benefit.",
    ),
    example=Example(
        {"line": "From Monday the parts list for your first job is on the van's screen before you start the engine; you no longer ring the depot."},
        ("line-listener", "line-concrete", "line-threat"),
    ),
    mistakes=(
        Mistake("nothing pasted", {}, ("line-empty",)),
        Mistake(
            "the usual announcement",
            {"line": "We are excited to introduce our powerful new platform, which gives management full transparency."},
            ("line-sender", "against-c3", "against-c2", "line-general", "line-threat"),
        ),
        Mistake(
            "a system without people",
            {"line": "The new ticket system goes live next quarter."},
            ("line-system", "line-general", "line-threat"),
        ),
        Mistake(
            "a threat that says you",
            {"line": "You must complete the training by Friday or your access will be blocked."},
            ("line-listener", "against-c7", "line-general", "line-threat"),
        ),
        Mistake(
            "a gain for somebody else",
            {"line": "Your manager can now see all your deals at a glance."},
            ("line-listener", "against-c2", "line-general", "line-threat"),
        ),
        Mistake("another language", {"line": "Ab Montag sehen Sie im Auto die offenen Angebote."}, ("line-unread",)),
        Mistake(
            "a guarantee",
            {"line": "You will never lose a file again, guaranteed."},
            ("line-listener", "against-c9", "line-general", "line-threat"),
        ),
    ),
    check=check,
    check_label="Read my sentence",
)  # fmt: skip
