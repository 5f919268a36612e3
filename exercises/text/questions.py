"""Questions that a learner would ask a person: open, cheap to answer honestly, without blame.

The rules see how a question begins and a few cues inside it. A question that passes
may still be a bad one; the first thing that is wrong with it is told, and no more.
"""

from __future__ import annotations

import re

from exercises.feedback import Finding, Verdict
from exercises.text import cue, reads_english, shortened, words

LONGEST = 1000
"""Characters of a question that are read."""

OPENS = ("what", "which", "when", "who", "whom", "whose", "how", "where")
"""Words that open a question which cannot be answered with yes or no."""

INVITES = cue(
    "show (?:me|us)", "(?:walk|take|talk|lead) (?:me|us) through", "tell (?:me|us)", "describe", "explain to (?:me|us)",
    "give (?:me|us) (?:an?|one|two|three) (?:\\w+ )?examples?", "help me (?:to )?understand",
)  # fmt: skip
"""Requests that ask for a story or a thing: as open as a question, with or without its sign."""

_POLITELY = cue("(?:(?:can|could|would|will) you )?please", "(?:can|could|would|will) you(?: mind)?")
_INVITING = cue(
    "(?:showing|telling|giving) (?:me|us)", "(?:walking|taking|talking) (?:me|us) through", "describing", "explaining"
)

BLAMES = cue(
    "why (?:are|is|do|does|did|have|has|haven't|hasn't|don't|didn't|aren't) (?:you|your|the|they)(?: \\w+)* (?:not|never|against|late|last|slow|behind|refus\\w*|resist\\w*)",
    "why (?:haven't|don't|didn't|can't|won't|aren't) (?:you|they)",
    "what(?:'s| is) your (?:excuse|problem)",
    "what(?:'s| is) wrong with (?:you|your|them|people)",
    "excuses?",
    "when will you finally",
    "(?:you|your|they|their) (?:\\w+ )?resist\\w*",
    "(?:you|they) (?:are )?(?:just |simply |still )?(?:refus\\w+|hiding|against)",
    "have (?:you |they )?(?:got )?against",
    "(?:have|got|trying) to hide",
    "you people",
    "admit (?:it|that)",
)
"""The question blames before it asks."""

LEADS = cue(
    "don't you (?:think|agree|want|find)", "wouldn't (?:you|it)", "isn't (?:it|that|this)", "surely", "you do want", "(?<=,\\s)(?:right|no|yes|correct)\\?", "aren't you",
    "you(?: would| will|'d)? agree", "how much (?:better|easier|faster|time will you save)",
)  # fmt: skip
"""The question carries its own answer."""

_YES_OR_NO = frozenset(
    "do does did is are was were am can could will would shall should may might must have has had".split()
)
_ASKS_WITHOUT_SIGN = re.compile(
    rf"\W*(?:(?:what|who|how|where)['’]s\b|(?:what|who|how|where|when|which) (?:{'|'.join(sorted(_YES_OR_NO))})|(?:what|how|which|whose)(?: \w+){{1,3}} (?:do|does|did|would|will|could|can|should|have) (?:you|they|we|it|your))\b",
    re.IGNORECASE,
)
"""A question that has only lost its sign."""
_INDIRECT = re.compile(
    r"\b(?:I (?:was |am )?wonder(?:ed|ing)?|I(?:['’]m| am) curious|I(?:['’]d| would) (?:like|love) to (?:know|hear|see|understand|learn))\b[^.!?]{0,60}\b(?:what|which|who|how|where|when)\b",
    re.IGNORECASE,
)
"""A question put as a statement (“I was wondering how …”)."""
_OR = cue("or")
_OR_NOT = cue("or not", "or no")


def about_question(given: str, field: str = "question", prefix: str = "question", name: str = "") -> Finding | None:
    """The first thing that is wrong with a question as a question, or None where we see nothing.

    Args:
        given: the question, not empty.
        field: name of the field it was typed into.
        prefix: what the ids of the findings begin with.
        name: what the sentences call it, where there are several (“Losing pay: ”).
    """
    question = given.strip()[:LONGEST]

    def found(kind: str, verdict: Verdict, says: str, why: str = "", source: str = "") -> Finding:
        return Finding(f"{prefix}-{kind}", verdict, f"{name}{says}", why, source, field)

    if match := BLAMES.search(question):
        says = f"“{shortened(match.group(), 40)}” asks for a defence: it blames before it asks."
        return found(
            "blames",
            "change",
            says,
            "Bad news travels when it is safe to tell. Ask what would have to be true instead.",
            "E44",
        )
    if match := LEADS.search(question):
        says = f"“{shortened(match.group(), 40)}” carries its own answer. They can only agree or fight."
        return found("leads", "change", says, "A polite yes costs nothing and may be a way to keep a distance.", "E11")
    if not reads_english(question) and 0 < len(words(question)) < 3 and question.isascii():
        return found(
            "short",
            "ask",
            f"“{question}” is short. How would you say it aloud, to somebody who does not know what you are after?",
        )
    if not reads_english(question):
        says = "The check reads English and cannot judge this question. Read it aloud: is it open, and cheap to answer honestly?"
        return found("unread", "note", says)
    opening = words(question)[0]
    if opening == "why":
        says = "“Why” may call for a defence. Ask what would have to be in place, or who could take a first step."
        return found("why", "ask", says)
    if _invites(question) or _INDIRECT.search(question):
        return None
    if opening in _YES_OR_NO:
        if _OR.search(question) and not _OR_NOT.search(question):
            says = "You offer the answers yourself. Is the one that they would give among them?"
            return found("choice", "ask", says)
        return found("closed", "change", "This can be answered with yes or no. Begin with what, which, who or how.")
    if "?" not in question and not _ASKS_WITHOUT_SIGN.match(question):
        says = "This is no question yet. Put it as one that begins with what, which, who or how, or say “show me …”."
        return found("request", "change", says)
    return None


def _invites(question: str) -> bool:
    """Whether a request asks for a story or a thing, plainly or politely (“could you show me …?”)."""
    polite = _POLITELY.match(question)
    rest = question[polite.end() :].lstrip(" ,") if polite else question
    return bool(INVITES.match(rest) or _INVITING.match(rest))


def opens(question: str) -> bool:
    """Whether a question begins openly, or has an open part inside."""
    inside = f" {question.lower()} "
    return bool(INVITES.match(question.strip())) or any(f" {word} " in inside for word in OPENS)
