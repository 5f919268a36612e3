"""A paragraph of limits: what a pitch does not claim, what is open and with whom, what is not promised.

English cues, meant to be read. What the rules do not find may still be there in other
words, so a missing part is asked about; a promise is not.
"""

from __future__ import annotations

import re

from exercises.feedback import Finding
from exercises.text import Span, cue, denied, find, reads_english, sentences, words
from exercises.text.names import names_in
from exercises.text.owner import ROLE_WORD

_LIMIT = cue(
    "(?:does|do|will|can|is|are|has|have) not", "(?:doesn|don|won|can|isn|aren|hasn|haven)'t", "cannot", "no (?:gain|proof|effect|evidence|claim|figures?)",
    "nothing", "only", "not yet", "at most", "limits?", "limited to", "except", "nor",
)  # fmt: skip
_OPEN = cue(
    "open", "undecided", "not (?:yet )?(?:been )?(?:decided|settled|signed|agreed|known|clear)", "unclear", "still to be", "to be decided", "we do not know",
    "i do not know", "we don't know", "i don't know", "nobody (?:has|knows)", "pending", "waits? for", "settles?", "being (?:negotiated|discussed|decided|settled)", "negotiat\\w+", "depends on",
)  # fmt: skip
_NO_PROMISE = cue(
    "(?:no|not|never|cannot|can't|won't|don't|nor)(?: \\w+){0,3} promis\\w+", "(?:no|not|cannot|can't|won't|don't)(?: \\w+){0,2} guarante\\w+", "without promis\\w+",
    "promis\\w+ (?:nothing|no\\w*)", "not (?:mine|ours)(?: to \\w+)?", "not (?:my|our) (?:call|decision|place|promise)", "(?:cannot|can't|won't|will not|do not|don't) (?:swear|vouch|answer for|speak for)",
)  # fmt: skip
_PROMISES = cue("guarante\\w+", "(?:i|we) promise", "(?:nobody|no one) will (?:lose|be (?:checked|watched|measured|controlled|let go|fired|dismissed))", "your (?:jobs?|posts?) (?:is|are) safe", "never be (?:used|seen|checked)")  # fmt: skip


def about_limits(given: str, field: str) -> list[Finding]:
    """One limit, one open point with its owner, one thing that is not promised; no promise."""
    given = given.strip()
    if not given:
        says = "Write three sentences: what your pitch does not claim, what is still open and who decides it, and what you will not promise."
        return [Finding("limits-missing", "ask", says, field=field)]
    found = []
    if people := names_in(given):
        found.append(
            Finding(
                "names-person",
                "change",
                f"“{people[0]}” looks like a name. Write the role that decides.",
                field=field,
            )
        )
    if not reads_english(given):
        says = "The check reads English and cannot judge this. Look yourself: one limit, one open point with its owner, one thing you will not promise?"
        return [*found, Finding("limits-unread", "note", says, field=field)]
    parts = sentences(given.replace(";", "."))
    if promise := next((one.words for part in parts for one in find(_PROMISES, part) if not _withheld(part, one)), ""):
        says = f"“{promise}” promises, in the paragraph that should say what you cannot. Who has put it in writing?"
        found.append(
            Finding(
                "limits-promise",
                "change",
                says,
                "No promise about posts, pay, law or health that its owner has not put in writing.",
                field=field,
            )
        )
    promised = [part for part in parts if _NO_PROMISE.search(part.words)]
    open_ = [part for part in parts if _OPEN.search(part.words) and part not in promised]
    limit = [part for part in parts if _LIMIT.search(part.words) and part not in promised and part not in open_]
    missing = [
        words_
        for there, words_ in (
            (limit, "a limit (“it does not …”)"),
            ([part for part in open_ if _owned(part, parts)], "an open point with the role that decides it"),
            (promised, "one thing that you will not promise"),
        )
        if not there
    ]  # fmt: skip
    if missing:
        says = f"The check does not find {', nor '.join(missing)}. If it is there in other words, leave it; if not, it is what they will ask."
        found.append(Finding("limits-part", "ask", says, field=field))
    elif len(words(given)) > 120:
        found.append(
            Finding(
                "limits-long",
                "ask",
                "All three are there, and much more. Three sentences are read; a page is signed.",
                field=field,
            )
        )
    else:
        found.append(
            Finding(
                "limits-whole",
                "good",
                "A limit, an open point with its owner, and what you will not promise: all three are there.",
                field=field,
            )
        )
    return found


_WHO = re.compile(
    r"\b(?:council|board|committee|(?:decided|settled|signed|known) by|decides|settles|(?:asked|ask|with) the)\b", re.I
)


def _owned(part: Span, parts: list[Span]) -> bool:
    """Whether a role that decides stands in this sentence or in the next one."""
    here = parts.index(part)
    return any(ROLE_WORD.search(one.words) or _WHO.search(one.words) for one in parts[here : here + 2])


def _withheld(part: Span, promise: Span) -> bool:
    """Whether a promise is denied in its sentence (“I cannot promise that nobody will lose …”)."""
    return denied(part, promise) or bool(_NO_PROMISE.search(part.words))
