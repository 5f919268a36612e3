"""How a fear is lost while it is being said: denied, comforted away, taken back, or promised away.

Each function returns the words it saw, or an empty text. A sign is words that can be
pointed at; whether a sentence is true, no rule can see. English only.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from exercises.text import cue, denied, find, sentences, words
from exercises.text.days import read_day
from exercises.text.owner import ROLE_WORD

_QUOTED = re.compile(r"[“\"„«][^”\"“»]{0,300}[”\"»]")

_COMFORT = cue(
    "nothing to (?:worry|fear|be afraid of)(?: about)?", "no need to (?:worry|fear|be afraid|panic)", "no (?:reason|cause) (?:to (?:worry|fear|be afraid)|for (?:concern|alarm|worry))",
    "(?:don't|do not|please don't|never) (?:you )?(?:worry|panic|be afraid)", "rest assured", "be assured", "trust (?:me|us)", "believe (?:me|us)", "no worries", "no problem at all",
    "(?:it|all|everything|you)(?:'ll| will) (?:all )?be (?:fine|ok|okay|all right|alright|great)", "you(?:'ll| will) (?:soon )?(?:get used to it|love it|like it|see|wonder how you)",
    "(?:we|I) (?:know|understand) (?:that )?change is (?:hard|difficult|never easy|not easy)", "(?:we|I) (?:take|hear) (?:your|all|these|those) (?:concerns|worries|fears)(?: very)?(?: seriously)?",
    "(?:we|I) (?:fully |completely )?understand your (?:concerns?|worr(?:y|ies)|fears?)", "(?:it's|it is) (?:really )?(?:just|only) a (?:tool|system|click)", "everybody (?:loves|likes) it", "everyone (?:loves|likes) it",
)  # fmt: skip
_WATCH = "(?:watch\\w*|track\\w*|monitor\\w*|spy\\w*|control(?:s|led|ling)?|check(?:s|ed|ing)? (?:up )?on|surveill\\w+)"
_DENIAL = cue(
    f"(?:nobody|no one|no-one) (?:here )?(?:is|will|would|wants to|intends to|looks|reads|checks|watches|tracks|is going to)(?: be)?(?: ever)? ?(?:interested|{_WATCH}|looking|look|judg\\w+|misus\\w+|check\\w*|at (?:it|that))",
    f"(?:is|are|was|will|does|do)(?: not|n't) (?:meant |there |intended |designed |going )?(?:to |be |about )?(?:{_WATCH}|jobs?|posts?|headcount|cuts?)",
    f"won't (?:be )?{_WATCH}",
    "nothing to do with (?:\\w+ ){0,3}\\w+", "no (?:effect|impact|influence|bearing) on (?:\\w+ ){0,2}\\w+", "there is no (?:threat|risk|danger|surveillance|monitoring|control|downside|catch)",
    "(?:not true|a myth|a rumou?r|only rumou?rs|nonsense|unfounded|groundless|imagin\\w+|exaggerat\\w+|a misunderstanding|mistaken|irrational)", "(?:nothing|not much) (?:will )?(?:really )?chang(?:e|es|ed) for you",
)  # fmt: skip
_BUT = cue(
    "but",
    "however",
    "nevertheless",
    "nonetheless",
    "that said",
    "on the other hand",
    "at the same time",
    "although",
    "even though",
    "then again",
)
_GAIN = cue(
    "better", "best", "benefits?", "gains?", "sav(?:e|es|ed|ing)", "worth", "easier", "faster", "quicker", "improv\\w+", "advantages?", "need\\w*", "have to", "has to", "must", "necessary", "required", "the (?:firm|company|business|organi[sz]ation|management|customers?|competition)", "you(?:'ll| will)", "everyone(?: else)?", "everybody(?: else)?", "all (?:other )?(?:teams|units|colleagues|users|wards)", "every (?:team|unit|ward|user|company|firm|hospital|other \\w+)", "others do", "elsewhere", "normal", "standard", "anyway", "the same (?:rules?|way|for)", "alike", "long run", "in the end", "only", "just", "small", "minor", "worse", "fair", "modern", "progress", "look at", "think of",
)  # fmt: skip
_ADMITS_MORE = cue(
    "not", "cannot", "can't", "no", "nobody", "open", "unknown", "(?:will )?decides?", "(?:has|have) been asked", "is asked", "can (?:say|answer|decide|tell)", "signed", "agreed", "until", "by", "ask",
    "also", "worse", "slower", "still", "lose", "loses", "nothing", "never",
)  # fmt: skip
_NOT_MINE = cue(
    "(?:nobody|no one|no-one|none of you) will (?:ever )?(?:lose|be (?:laid off|dismissed|sacked|fired|made redundant|let go|replaced|cut|demoted|moved))(?: (?:a|their|his|her|your|the))?(?: jobs?| posts?| work)?",
    "no (?:jobs?|posts?|positions?|roles?)(?: will)?(?: ever)?(?: be)? (?:lost|cut|go|goes|disappear\\w*|at risk)", "(?:your|all|every) (?:jobs?|posts?|positions?|roles?) (?:is|are|will be|stays?|remains?|will stay)(?: \\w+)? ?(?:safe|secure|guaranteed|protected|untouched)?",
    "(?:your|the) (?:pay|salary|salaries|wages?|bonus(?:es)?|commissions?|targets?|grades?|pensions?) (?:will not|won't|cannot|can't|will never|does not|will|stays?|remains?|is|are)(?: \\w+){1,3}", "nobody will (?:ever )?(?:be paid|earn) less",
    "(?:fully |completely |100\\s?% )?(?:legal|lawful|compliant|in line with (?:the|all) laws?|gdpr[- ]compliant|complies with (?:\\w+ )?(?:law|laws|gdpr))", "no legal risks?", "you (?:will not|won't|cannot|can't) be (?:held )?(?:liable|sued|responsible)",
    "guarantee(?:s|d)?", "I promise", "we promise", "100\\s?(?:%|per\\s?cent)", "no harm to (?:your|patients'?) health",
)  # fmt: skip
_WATCHED = cue(
    "watch(?:es|ed|ing)?", "track(?:s|ed|ing|er|ers)?", "monitor(?:s|ed|ing)?", "surveill\\w+", "spy(?:ing)?", "spied", "snoop\\w*", "big brother", "locations?", "gps", "where (?:I|we|you|my|your|the) (?:am|are|is|van|car|\\w+ (?:is|are|was|were|stood|stands?))",
    "timestamps?", "time stamps?", "time-stamp\\w*", "log(?:s|ged|ging)? (?:every|each|all|my|your|the|who|when|where)", "(?:is|are|be|gets?) (?:logged|recorded|counted|timed)", "every (?:click|call|stop|step|minute|break|move)\\w*", "being checked", "check(?:s|ed)? (?:up )?on (?:me|us|you)",
    "visible to", "(?:see|sees|knows?) (?:when|where|how (?:long|often|many)|what|who)", "keystrokes?",
)  # fmt: skip
_COMMITS = cue(
    "sign(?:s|ed|ing)?", "signature", "in writing", "written", "agree(?:s|d)?", "agreement", "approv(?:es|ed|al)", "decid(?:es|ed)", "confirm(?:s|ed)", "ordered", "ruled", "guarante(?:es|ed)",
    "promis(?:es|ed)", "okayed", "ok'd", "oked", "committed", "undertakes?", "undertook", "mandated?", "stands behind", "accept(?:s|ed)", "has said", "have said", "grant(?:s|ed)", "authori[sz](?:es|ed)", "gave (?:his|her|their) word", "allow(?:s|ed)", "forbids?", "forbade", "banned", "paid by", "pays",
)  # fmt: skip
_POWERS = cue(
    "works council", "staff council", "board", "council", "sponsor", "union", "ceo", "cfo", "cio", "coo", "cto", "md", "vp", "svp", "president", "chair(?:man|woman|person)?", "executive", "boss", "principal", "superintendent",
    "matron", "dean", "rector", "mayor", "ministry", "minister", "committee", "shop steward", "commissioner", "head (?:of )?\\w+", "data protection officer", "privacy officer", "dpo", "registrar", "governor", "governance",
    "management", "legal", "hr", "finance", "facilities",
)  # fmt: skip
_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_UNTIL = cue(
    f"(?:until|till|by|before|through|up to|from|after|to|since|in|end of|start of|beginning of)(?: the)?(?: (?:end|start|beginning|middle) of)?(?: the)? {_MONTH}",
    "(?:for|within|in|after|over|first|next|until) (?:the )?(?:first |next )?(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a|an|half a) (?:working )?(?:days?|weeks?|months?|years?|shifts?|hours?|closes|payrolls?)",
    "(?:\\d+|two|three|four|six|eight|nine|twelve|a|one) (?:days?|weeks?|months?|hours?|years?) (?:after|from|later)", "(?:until|till|by|before|through|end of)(?: the)?(?: end of)? (?:20\\d\\d|easter|christmas|whitsun|summer|the holidays|go-live)", f"{_MONTH} \\d{{4}}", "end of (?:(?:the|this|next) )?(?:week|month|quarter|year|term)", "(?:easter|christmas|whitsun|new year|summer|autumn|winter|spring) 20\\d\\d", "(?:runs?|lasts?|holds?|(?:is )?valid)(?: for)? (?:\\d+|one|two|three|four|five|six|a) (?:days?|weeks?|months?|years?)", "month[- ]end", "year[- ]end",
)  # fmt: skip


class Cancelled(NamedTuple):
    """An admission that is taken back: the joining word, and whether what follows is plainly a gain, a duty or a smaller word."""

    joins: str
    plainly: bool


def unquoted(text: str) -> str:
    """A text without what stands in quotation marks: those are somebody else's words."""
    return _QUOTED.sub(" ", text)


def _own(text: str) -> str:
    """The speaker's own words: without quotations, unless the whole of it stands in quotation marks."""
    rest = unquoted(text)
    return rest if words(rest) else text


def comfort(text: str) -> str:
    """Words that soothe and say nothing (“nothing to worry about”)."""
    return _first(_COMFORT, _own(text))


def denial(text: str) -> str:
    """Words that say that the fear has no ground."""
    return _first(_DENIAL, _own(text))


def cancelled(text: str) -> Cancelled | None:
    """An admission with a “but” after it, or None. What follows it may be a second admission; then it is none."""
    for sentence in sentences(_own(text)):
        joins = _BUT.search(sentence.words)
        if joins is None:
            continue
        before, after = sentence.words[: joins.start()], sentence.words[joins.end() :]
        if len(words(after)) < 2 or (
            len(words(before)) < 2 and not joins.group().lower().startswith(("but", "however"))
        ):
            # “Although it is slower, …” takes back after its comma.
            before, _, after = after.partition(",")
        if len(words(after)) < 2:
            continue
        plainly = bool(_GAIN.search(after))
        if not plainly and (_ADMITS_MORE.search(after) or a_role(after)):
            continue
        return Cancelled(joins.group(), plainly)
    return None


def not_mine(text: str) -> str:
    """A promise about posts, pay, law or health, or a guarantee, which only its owner can give."""
    for sentence in sentences(text):
        for span in find(_NOT_MINE, sentence):
            if not denied(sentence, span):
                return span.words
    return ""


def watching(text: str) -> str:
    """Words of a fear of being watched."""
    return _first(_WATCHED, text)


def signer(text: str) -> str:
    """Who stands behind a safeguard: a role and a word of commitment, in one text; else an empty text."""
    role = ROLE_WORD.search(text) or _POWERS.search(text)
    return role.group() if role and _COMMITS.search(text) else ""


def a_role(text: str) -> str:
    """A role that is named in a text."""
    found = ROLE_WORD.search(text) or _POWERS.search(text)
    return found.group() if found else ""


def when(text: str) -> bool:
    """Whether a day or a span of time is named: until when a safeguard holds, by when a point is settled."""
    return read_day(text)[0] or bool(_UNTIL.search(text))


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found.group() if found else ""


__all__ = [
    "Cancelled",
    "a_role",
    "cancelled",
    "comfort",
    "denial",
    "not_mine",
    "signer",
    "unquoted",
    "watching",
    "when",
]
