"""Reading a true story: does it say who, where, when, what is bad, a number and its base?

Plain rules over English words. They see signs and no truth, so whoever uses them asks
and does not forbid.
"""

from __future__ import annotations

import re

from exercises.feedback import Finding
from exercises.text import cue, reads_english, words
from exercises.text.owner import ROLE_WORD

LONGEST_READ = 3000
"""Characters of a story that are read."""

LONGEST = 90
"""Words that a story may have."""

TRUTH = (
    ("", "Choose …"), ("mine", "I lived it myself"), ("told", "I saw it, or somebody who was there told me"),
    ("mixed", "I put it together from several people"), ("invented", "I made it up as an example"),
)  # fmt: skip
PERMISSION = (
    ("", "Choose …"), ("yes", "They read this text and agreed"), ("general", "They agreed in general"),
    ("no", "Not asked yet"), ("declined", "They declined"),
)  # fmt: skip

_UNIT = "days?|weeks?|months?|years?|shifts?|closes?|orders?|calls?|visits?|cases?|tickets?|rounds?|people|users|times|fortnights?|records?|minutes|hours"
_COUNT = "\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred"
_NUMBER = re.compile(rf"\d|\b(?:{_COUNT})\b", re.I)
_BASE = re.compile(
    rf"\b(?:of|out of|from|on|over|in|per|a|each|every|during|across)\s+(?:\w+\s+){{0,2}}?(?:{_COUNT}|one|{_UNIT}|which|them|whom)\b",
    re.I,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WHEN = cue(
    "january", "february", "march", "april", "(?:in|since|until|by|last|of|early|late|mid) may", "june", "july", "august", "september", "october", "november", "december", "spring", "summer", "autumn", "winter",
    "(?:19|20)\\d\\d", "since", "last (?:week|month|year|quarter|summer|winter|spring|autumn)", "yesterday", "(?:\\w+ )?(?:days|weeks|months|years) (?:ago|in)", "this (?:week|month|year|spring|summer|autumn|winter)",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "at the (?:\\w+ )?close",
)  # fmt: skip
_WHERE = cue(
    "(?:in|at|on|from|of) (?:the |our |a |her |his |their )?(?:\\w+ ){0,2}(?:ward|branch|office|site|plant|store|warehouse|depot|team|unit|district|hospital|school|department|desk|line|shift|region|city|town|hall|floor|station|subsidiary|north|south|east|west)",
    "up (?:north|south)", "upstairs", "next door", "down the (?:hall|corridor)",
)  # fmt: skip
# A place by its name: “in Linz”, “at our Porto plant”, and no month or day.
_NAMED_PLACE = re.compile(
    r"\b(?:in|at|from|near)\s+(?:the\s+|our\s+)?(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Spring|Summer|Autumn|Winter|Easter|Christmas|Week|Q[1-4]|SAP|IT|I)\w*\b)[A-ZÀ-ÖØ-Þ][\w-]+"
)
_WHO = cue(
    "nurse\\w*", "seller\\w*", "salespeople", "buyers?", "clerks?", "engineers?", "teachers?", "colleagues?", "pickers?", "drivers?", "agents?", "caseworkers?", "accountants?",
    "operators?", "planners?", "supervisors?", "lads?", "members? of staff", "assistants?", "technicians?", "doctors?", "physicians?", "i", "we",
)  # fmt: skip
_BAD = cue(
    "still", "slow\\w*", "annoy\\w*", "dislikes?", "disliked", "hates?", "hated", "misses", "missed", "worse", "does not work", "doesn't work", "not yet", "fails?", "failed", "crash\\w*", "breaks?",
    "freez\\w+", "froze", "drops?", "longer", "lost", "loses", "complain\\w*", "grumbl\\w*", "wrong", "trouble\\w*", "tiresome", "awkward", "clumsy", "unhappy", "costs?", "extra", "(?:cannot|can't|can not) stand", "too \\w+", "bounc\\w+", "out of date", "had to be", "errors?", "bugs?", "nuisance", "pain", "irritat\\w+", "confus\\w+",
)  # fmt: skip
_INVENTED = cue(
    "imagine",
    "let's say",
    "let us say",
    "suppose",
    "for example, a",
    "a typical",
    "picture this",
    "could have",
    "would have saved",
)
_HYPE = cue(
    "everyone",
    "everybody",
    "always",
    "never again",
    "revolution\\w*",
    "amazing\\w*",
    "game.?changer",
    "loves? it",
    "love it",
    "seamless\\w*",
    "best decision",
)


def reading(story: str) -> dict[str, bool]:
    """What a story says, as far as plain rules can see it: who, where, when, what is bad, a number, its base."""
    story = story[:LONGEST_READ]
    counted = _YEAR.sub(" ", story)
    return {
        "who": bool(_WHO.search(story) or ROLE_WORD.search(story)),
        "where": bool(_WHERE.search(story) or _NAMED_PLACE.search(story)),
        "when": bool(_WHEN.search(story)),
        "bad": bool(_BAD.search(story)),
        "number": bool(_NUMBER.search(counted)),
        "base": bool(_BASE.search(counted)) and bool(_NUMBER.search(counted)),
    }


_GAPS = {
    "who": "a role", "where": "a place that the listener could ring", "when": "a month, a day or a “since”",
    "number": "one number that somebody counted", "base": "the base of the number: of how many, on how many days",
}  # fmt: skip


def review(story: str, truth: str, permission: str) -> list[Finding]:
    """What there is to say about a story, where it comes from, and whether it may be told."""
    if not story:
        says = (
            "Now a story of your own: one person of the role, one place, one time, one number, and what is still bad."
        )
        return [Finding("story-open", "ask", says, field="story")]
    found = _about_truth(truth, story)
    found += _about_permission(permission) if truth != "mine" or permission == "declined" else []
    count = len(words(story))
    if count > LONGEST:
        says = f"{count} words; at most {LONGEST}. What could be told when they ask?"
        found.append(Finding("story-long", "change", says, field="story"))
    if len(words(story)) > 5 and not reads_english(story):
        says = "The check reads English and cannot judge this story. Does it have a role, a place, a time, a number with its base, and what is still bad?"
        return [*found, Finding("story-unread", "note", says, field="story")]
    if match := _HYPE.search(story):
        says = f"“{match.group()}”: would the person whose story it is say it like this?"
        found.append(Finding("story-hype", "ask", says, field="story"))
    seen = reading(story)
    if not seen["bad"]:
        says = "What is still bad? We do not see it. If it is there in other words, leave it; if not, the listener will find it, and then the rest is in doubt."
        found.append(Finding("story-bad", "ask", says, field="story"))
    gaps = [gap for part, gap in _GAPS.items() if not seen[part] and not (part == "base" and not seen["number"])]
    if gaps:
        says = f"We do not see: {'; '.join(gaps)}. What is there can be checked by whoever hears the story."
        found.append(Finding("story-gaps", "ask", says, field="story"))
    if all(seen.values()) and not any(one.verdict in ("change", "ask") for one in found):
        says = (
            "Role, place, time, a number with its base, and what is still bad: whoever hears this story can check it."
        )
        why = "Stories move people a little, compared mostly with no story at all. Nearness and truth are the reason to tell one."
        found.append(Finding("story-whole", "good", says, why, "E22", "story"))
    return found


def _about_truth(truth: str, story: str) -> list[Finding]:
    if truth == "invented":
        says = "A story that was made up is no proof. Say “imagine” and call it an example, or find the person who has lived it."
        return [Finding("story-invented", "change", says, "An invented story is not a fair tool.", "E22", "truth")]
    if truth == "mixed":
        says = "Put together from several people, it happened to none of them. Which one of them could tell it alone?"
        return [Finding("story-mixed", "ask", says, field="truth")]
    if match := _INVENTED.search(story):
        says = f"“{match.group()}” sounds like an example and not like something that happened. Did it?"
        return [Finding("story-imagined", "ask", says, field="story")]
    if not truth:
        return [Finding("story-source", "ask", "How do you know the story?", field="truth")]
    return []


def _about_permission(permission: str) -> list[Finding]:
    if permission == "declined":
        says = "They declined. Then the story is not told, with or without a name."
        return [Finding("permission-declined", "change", says, field="permission")]
    if permission == "general":
        says = "They agreed in general. Show them these words: people recognise a colleague by a place and a month."
        return [Finding("permission-general", "ask", says, field="permission")]
    if permission != "yes":
        says = "Has the person agreed to this text? Without a name they can still be recognised."
        return [Finding("permission-open", "ask", says, field="permission")]
    return []
