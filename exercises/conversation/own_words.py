"""What the trainer sees in a learner's own words: five signs, each with its reason.

A sign is words that can be pointed at. It is no judgement of tone or of truth, and the
trainer says so: the learner gets the signs, and questions to ask themselves.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from exercises.text import cue, denied, find, reads_english, sentences, words

Kind = Literal["best", "fair", "weak", "harmful", "unread"]

_GRANTS = cue(
    "you(?:'re| are) right", "that(?:'s| is) (?:true|right|fair|a fair point)", "fair (?:point|enough|question)", "agreed", "true", "yes,?",
    "I (?:see|hear|understand|get) (?:that|why|what|you)", "that sounds", "that must", "I would (?:too|also|be)", "no wonder",
    "some (?:will|do|did)", "we (?:did not|didn't|never) ask", "that was (?:wrong|our)", "I(?:'m| am) sorry", "thank you for (?:telling|saying)",
    "may be", "it (?:may|might|will|does)", "I (?:do not|don't) know", "so you", "you mean", "what I hear",
)  # fmt: skip
_OFFERS = cue(
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day", "tomorrow", "this week", "next (?:week|month|shift)", r"\d+ (?:minutes?|days?|weeks?|months?|deals?|cases|files|accounts?|orders)",
    "(?:two|three|four|five|ten|twenty|thirty) (?:minutes?|days?|weeks?|deals?|cases|files|accounts?|people|users)", "stop rule", "you (?:may|can) (?:stop|say no|decide|choose|change)",
    "you (?:decide|choose|hold|sign|define|tell)", "we (?:stop|switch it off|take it back|change it)", "in writing", "signed?", "written", "let(?:'s| us) (?:try|test|count|list|look|take|put|freeze|keep|start)",
    "I (?:will|can|could) (?:come|count|sit|stand|watch|take|bring|ask|write|find out)", "can I (?:come|sit|watch|stand|test)", "show me", "not (?:shown|used) (?:per|for|in)", "until then",
)  # fmt: skip
_OPENS = cue("what", "how", "which", "who", "where", "when", "tell me", "show me", "in what way")
_LEADS = cue(
    "don't you (?:think|agree|want|see)", "do you not", "wouldn't you", "would you not", "isn't it", "aren't you", "won't you", "surely you",
    "you (?:do )?agree", "right\\?", "but you",
)  # fmt: skip
_BRUSHES_OFF = cue(
    "nothing to (?:worry|fear)", "don't worry", "do not worry", "no need to worry", "it(?:'s| is) (?:really )?(?:easy|simple|only|just)", "only (?:five|two|a few) (?:minutes|clicks)",
    "you(?:'ll| will) (?:see|get used|love|like)", "trust me", "believe me", "no problem", "everyone (?:else )?(?:likes|loves|manages|does)", "(?:other|all) (?:teams|wards|units|departments|companies) (?:manage|do|use|have)",
    "will be fine", "at least", "to be honest,? you",
)  # fmt: skip
_PRESSES = cue(
    "must", "have to", "has to", "no choice", "mandatory", "the (?:board|director|management|boss) (?:has|have|wants?|decided|will)", "report (?:you|this)", "block(?:er|ing)", "resist\\w*",
    "stalling", "your attitude", "your fault", "excuses?", "nothing to hide", "progress", "against the project", "or else", "consequences", "lazy", "old-fashioned", "dinosaurs?",
)  # fmt: skip
_OVERPROMISES = cue(
    "I promise", "we promise", "guarantee\\w*", "nobody will (?:lose|be|ever)", "no (?:jobs?|posts?) will", "your job is safe", "will never", "100 ?%", "I swear", "absolutely not",
)  # fmt: skip

LONG = 70
"""Words: more than this in one breath is a speech."""


class OwnWords(NamedTuple):
    """What was seen in own words.

    Attributes:
        kind: how the other person takes it; `fair` stands between best and weak,
            `unread` for a text that the trainer cannot read.
        because: the reason, in one or two sentences that quote what was seen.
    """

    kind: Kind
    because: str


def read_own_words(text: str, *, asking: bool = False) -> OwnWords:
    """Look for the signs.

    Args:
        text: what the learner says, English.
        asking: whether this is the moment to ask, in which an open question counts most.
    """
    if not reads_english(text):
        return OwnWords(
            "unread",
            "The trainer reads English sentences, and this does not look like one. Read it aloud and judge it yourself.",
        )
    for pattern, why in (
        (_PRESSES, "uses rank or blame. Whoever is pressed goes quiet and stays where they are."),
        (_OVERPROMISES, "promises what you cannot keep alone. If it turns out wrong, the trust is gone with it."),
    ):
        if seen := _seen(pattern, text):
            return OwnWords("harmful", f"“{seen}” {why}")
    if seen := _seen(_LEADS, text):
        return OwnWords("weak", f"“{seen}” carries its answer inside. Ask so that a no is as easy as a yes.")
    if seen := _seen(_BRUSHES_OFF, text):
        return OwnWords("weak", f"“{seen}” talks the worry away. It will be heard as: you did not listen.")
    if len(words(text)) > LONG:
        return OwnWords(
            "weak", f"{len(words(text))} words in one breath is a speech. Say the half of it, and then ask."
        )
    return _helpful(text, asking)


def _helpful(text: str, asking: bool) -> OwnWords:
    opens = any(
        sentence.words.rstrip('"”’)').endswith("?") and _OPENS.search(sentence.words) for sentence in sentences(text)
    )
    signs = {
        "grants something": _seen(_GRANTS, text),
        "asks an open question": "?" if opens else "",
        "offers something that can be checked": _seen(_OFFERS, text),
    }
    found = [name if words_ == "?" else f"{name} (“{words_}”)" for name, words_ in signs.items() if words_]
    if asking:
        if opens:
            return OwnWords("best", "It asks an open question: the answer can be one that you do not like.")
        return OwnWords(
            "fair" if found else "weak", "No open question was seen. Begin with what, how, who or which, and then wait."
        )
    if len(found) >= 2:
        return OwnWords("best", f"It {' and '.join(found)}.")
    if found:
        missing = next(name for name, words_ in signs.items() if not words_)
        return OwnWords("fair", f"It {found[0]}. It would be stronger if it also {missing}.")
    return OwnWords("weak", "It neither grants what is true, nor asks, nor offers anything that can be checked.")


def _seen(pattern: object, text: str) -> str:
    """The first words that match and are not denied just before, or nothing."""
    for sentence in sentences(text):
        for span in find(pattern, sentence):  # type: ignore[arg-type]
            if not denied(sentence, span):
                return span.words
    return ""
