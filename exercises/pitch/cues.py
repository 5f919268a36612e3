"""Cues: words in a pitch that a careful reader would underline, and what they are a sign of.

One row a cue. `helps` says whether it speaks for the pitch or against it; `why`
is what the learner is told. A cue is only a sign: the words may lie, and words we
do not know may say it better. `unless_denied` cues do not count where a denying
word stands just before ("not guaranteed").
"""

from __future__ import annotations

import re
from typing import NamedTuple

from exercises.text import cue


class Cue(NamedTuple):
    """One kind of cue."""

    criterion: str
    helps: bool
    pattern: re.Pattern[str]
    why: str
    unless_denied: bool = False


_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_NUMBER = r"(?:\d+(?:[.,:]\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half an?|a quarter of an)"
_UNIT = (
    "seconds?|minutes?|hours?|days?|weeks?|months?|shifts?|calls?|clicks?|mails?|e-mails?|visits?|tickets?|"
    "lines?|pages?|forms?|errors?|records?|deals?|windows?|steps?|logins?|screens?|times|percent|%|per cent"
)

CUES = (
    Cue("C1", False, cue("all (?:users|staff|employees|colleagues)", "every(?:one|body)", "dear all", "(?:the )?end users?", "employees"),
        "This could be sent to anybody. Name one role and one moment of its day."),
    Cue("C1", True, cue(r"at \d{1,2}[:.]\d{2}", "(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: morning| afternoon)?", "when you \\w+", "before you \\w+", "before (?:the|your|a) \\w+", "at (?:six|seven|eight|month end|shift start|hand-?over)",
                        "in the (?:car|ward|hall|office|cellar|shop|classroom)", "on (?:the|your) (?:phone|ward|line|shift|round|route|floor)"),
        "A moment or a place of their day: the listener can see it."),
    Cue("C2", True, cue("you (?:\\w+ )?(?:see|get|leave|keep|find|know|need|open|save|spend|decide|can|no longer|go|finish|start|walk|skip)",
                        "your own", "for you", "yours"),
        "It speaks of what the listener gets or keeps."),
    Cue("C2", False, cue("full transparency", "transparency", "efficienc\\w+", "productivity", "synerg\\w+", "roi", "cost savings?",
                         "competitive\\w*", "strateg\\w+", "digital transformation", "single source of truth", "management (?:can|will|gets|sees)", "your (?:manager|boss|director|lead) (?:can|will)(?: now)? see",
                         "the company(?: will)? (?:saves?|gains?|benefits?)"),
        "This is the company's gain. Put it last, or leave it out for this role."),
    Cue("C3", False, cue("modern", "seamless\\w*", "powerful", "state-of-the-art", "cutting[- ]edge", "innovative", "user[- ]friendly",
                         "intuitive", "best[- ]in[- ]class", "next[- ]generation", "world[- ]class", "robust", "exciting", "game[- ]chang\\w+"),
        "A quality that nobody can check. What will be different on Monday?"),
    Cue("C3", True, cue(r"(?!100)\d+(?:[.,]\d+)?%", f"{_NUMBER}(?: (?:to|or|and) {_NUMBER})? (?:\\w+ )?(?:{_UNIT})"),
        "A number with a unit: it can come true or not."),
    Cue("C3", True, cue("instead of", "no longer", "used to", "until now", "so far you", "from now on", "in place of", "rather than"),
        "Before and after stand side by side."),
    Cue("C4", False, cue("nothing to (?:worry|fear)(?: about)?", "no need to worry", "don't worry", "do not worry", "no reason to worry",
                         "rest assured", "unfounded"),
        "This denies a fear instead of answering it. It will be heard as: we did not listen."),
    Cue("C4", False, cue("we (?:know|understand) (?:that )?change is (?:hard|difficult|never easy)"),
        "Soft words without an answer. Name the fear and what was agreed about it."),
    Cue("C4", True, cue("yes,", "it is true", "that is true", "can feel like", "may feel like", "i will not pretend", "honestly", "we do not know yet",
                        "not settled", "(?:is|are|still) open", "nothing (?:has been |is )?agreed", "will decide by", "we don't know", "fair point", "will be visible", "others will see", "you (?:will|may) lose", "being checked",
                        "being watched"),
        "It grants something true. That is where trust begins."),
    Cue("C4", True, cue("(?:has|have|is|was|are) signed", "in writing", "works council", "only you (?:can )?see\\w*", "agreed with",
                        "will not be used", "is not used", "never used", "privacy officer", "safety rep", "union", "holds that stop", "stop rule"),
        "A safeguard. Make sure that it exists, and say who stands behind it."),
    Cue("C5", False, cue("studies show", "research shows", "experts (?:say|agree)", "leading companies", "market leaders?", "proven",
                         "industry standard", "many (?:companies|hospitals|organisations|organizations)", "customers love it"),
        "Proof from far away. Who in the same job has tried it?"),
    Cue("C5", True, cue("(?:has|have) (?:used|run|tried|worked with) (?:it|this)", "ask (?:her|him|them)", "in the \\w+ team", "on ward \\w+",
                        "pilot", "still (?:hates?|finds?|dislikes?|annoys?|slow)", "we counted", "measured (?:over|in|on)", "you can (?:call|ring|ask)"),
        "Someone near, or something counted, stands behind it."),
    Cue("C6", False, cue("no training (?:is )?(?:needed|required|necessary)", "effortless\\w*", "no effort(?: at all)?", "without any effort", "self-explanatory",
                         "it takes no time", "zero effort", "in no time"),
        "Effort denied. The first slow week will prove you wrong."),
    Cue("C6", True, cue("expect (?:\\w+ ){0,3}(?:minutes|hours|days|weeks|shifts)", "slow(?:er)? (?:days?|weeks?|shifts?|at first)", "it (?:costs|takes) (?:you )?(?!no\\b|nothing\\b)\\w+",
                        "takes getting used to", "double work", "extra work", "you will have to"),
        "The cost is said. That makes the rest believable."),
    Cue("C6", True, cue("(?:is|are|will be|gets?) (?:dropped|lowered|paid|paused|cut|cancelled)", "on the floor", "sits? with you", "beside you",
                        "help(?:s|ed)? (?:you|is|on)", "help line", "in work time", "as overtime"),
        "Help or relief is named."),
    Cue("C7", False, cue("must", "mandatory", "compulsory", "no exceptions?", "those who (?:do not|don't|refuse)", "will be reported",
                         "non-compliance", "will be blocked", "locked out", "or (?:your|you) \\w+ will", "resist\\w+", "required to", "have no choice"),
        "This presses. What is fixed can be said with its reason and without a threat."),
    Cue("C7", True, cue("your call", "you (?:choose|decide|pick)", "up to you", "which (?:week|day|list|months?|team)", "is fixed because", "if you (?:would rather|prefer)",
                        "you can (?:stop|say no|opt)", "tell (?:me|us|her|him)"),
        "A real choice, or a reason for what is fixed."),
    Cue("C8", False, cue("stay tuned", "more information will follow", "further (?:information|details) (?:will )?follow\\w*", "soon", "coming weeks"),
        "No step to take. What can the listener do this week, in twenty minutes?"),
    Cue("C8", True, cue(f"(?:on )?(?:{_DAYS})(?: (?:at )?\\d{{1,2}}(?:[:.]\\d{{2}})?)?", f"\\d{{1,2}} (?:{_MONTHS})", "for twenty minutes", "15 minutes", "20 minutes", "half an hour"),
        "A day or a short time: the step can be put into a calendar."),
    Cue("C9", False, cue("guarantee\\w*", "always", "never", "100(?: )?(?:%|percent)", "zero errors?", "nobody will (?:lose|be)", "no jobs?(?: will)?(?: ever)?(?: be)? (?:lost|cut)",
                         "will (?:solve|eliminate) all", "completely safe", "no risks?"),
        "An absolute. Can you keep it, and is it yours to promise?", unless_denied=True),
    Cue("C9", True, cue("we do not know", "we don't know", "i don't know", "not (?:yet )?(?:known|decided|settled)", "cannot promise", "can't promise", "i do not know", "depends on", "few (?:data|cases|closes)", "may not"),
        "A limit is said openly."),
)  # fmt: skip
