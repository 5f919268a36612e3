"""Words that name a threat: a question that holds one gets an answer to the word."""

from __future__ import annotations

import re

from exercises.text import cue

_LOSE = "(?:los(?:e|es|ing|s of)|give up|take away|afraid for) (?:\\w+ )?"

_FEAR = cue(
    "(?:are|feel|were|be|is) (?:\\w+ )?(?:afraid|scared|threatened|worried|anxious|frightened|insecure)", "(?:your|their) (?:fears?|worries|anxiet\\w+)",
    "fear (?:that|of|most|about)", "afraid (?:of|that)", "scared (?:of|that)", "feel threatened", "threat(?:en\\w*)?", "do you fear", "what do you fear",
)  # fmt: skip

_NAMES: dict[str, re.Pattern[str]] = {
    "TH01": cue("replac(?:e|ed|es|ing) (?:you|by|your|people|jobs?|staff|posts?)", "redundan\\w+", "expendable", "dispensable", "head ?count", "lay-?offs?",
                "laid off", "job (?:cuts?|loss\\w*|security)", "jobs? (?:is |are )?(?:safe|go(?:es|ing)?|gone)", f"{_LOSE}(?:jobs?|posts?|position)",
                "(?:not|no longer|less) (?:be )?needed", "let you go", "superfluous", "needs? fewer people"),
    "TH02": cue("expos(?:e|ed|es|ing|ure)", "look(?:ing|s)? bad", "weak(?:er|ness\\w*)", "shown? up", "found out", "poor (?:numbers|figures|results|performance)"),
    "TH03": cue("watch(?:ed|ing) (?:you|over)?", "being watched", "watched", "(?<!on\\s)track(?:ed|ing|s)?(?: you)?(?! of)", "monitor\\w*", "surveil\\w*", "spied", "spying", "spy on",
                "supervised", "big brother", "checked (?:up )?on", "being checked"),
    "TH04": cue("craft", "de-?skill\\w*", f"{_LOSE}(?:skills?|touch|feel|judge?ment|expertise|art)"),
    "TH05": cue(f"{_LOSE}(?:control|power|influence)", "your (?:power|influence)", "gate-?keep\\w*"),
    "TH06": cue(f"{_LOSE}(?:freedom|discretion|autonomy|say)", "autonomy", "discretion", "too rigid", "told what to do", "dictat\\w+"),
    "TH07": cue("foolish", "stupid", "embarrass\\w*", "asham\\w*", "silly", "cannot cope", "can't cope", "not cope", "computer skills", "too old", "clumsy",
                "incompeten\\w+", "make a fool"),
    "TH08": cue("(?:somebody|someone) else's (?:gain|benefit|report)", "for (?:others|management|your boss)", "nothing in it for you", "extra work",
                "more admin", "unpaid work"),
    "TH09": cue(f"{_LOSE}(?:time|shortcuts?|speed|productivity)", "the dip", "disrupt\\w*", "slow (?:you|down)", "slower"),
    "TH10": cue(f"{_LOSE}(?:pay|money|commission|bonus|income|overtime|earnings)", "earn(?:ing)? less", "pay cuts?", "less (?:pay|money|commission)"),
    "TH11": cue("(?:hurt|harm)\\w* (?:\\w+ )?(?:patients?|customers?|clients?|pupils?|citizens?|people)", "worse (?:care|service|results)",
                "less (?:time|care|attention) (?:for|to)"),
    "TH12": cue("blam\\w+", "liab\\w+", "your fault", "held (?:responsible|liable)", "get sued", "in trouble", "legal risk"),
    "TH13": cue("cynic\\w*", "seen (?:it|this|that)(?: all)? before", "(?:don't|do not|stopped) believ\\w+", "fail again", "another flop", "scepti\\w*", "skepti\\w*",
                "lost trust"),
    "TH14": cue(f"{_LOSE}(?:standing|status|rank|seniority|respect|colleagues|company)", "your (?:standing|status|rank|seniority)"),
    "TH15": cue("bad data", "wrong data", "garbage", "(?:do not|don't|not) trust (?:the|our|this) (?:data|system|numbers|figures|tool)", "data quality"),
    "TH16": cue("nobody asked", "(?:not|never) (?:been )?(?:asked|consulted|involved)", "passed over", "left out", "over your heads?", "offended", "ignored"),
}  # fmt: skip

LABELS = cue(
    "stubborn", "lazy", "old[- ]school", "dinosaurs?", "resist\\w*", "unwilling", "blockers?", "difficult people", "hates? change", "afraid of change",
    "set in their ways", "technophob\\w+", "negative attitudes?", "troublemakers?", "comfort zone", "digital natives?", "boomers?", "millennials?",
)  # fmt: skip
"""Words that judge people where something seen or said should stand."""


def names_threat(text: str, threat: str) -> str:
    """The words of a text that name this threat, or fear itself; empty where there are none."""
    for pattern in (_NAMES.get(threat), _FEAR):
        if pattern is not None and (match := pattern.search(text)):
            return match.group()
    return ""
