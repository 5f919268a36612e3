"""Reflect a no: say back what somebody said, before any answer to it.

Reflecting what was heard, the no included, belongs to a way of talking whose evidence is
clinical (`E30`). The check sees words: whether those of the other person, or their sense,
come back, and a few signs of arguing, solving, soothing or judging. Tone it cannot hear.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from exercises.exercise import Answer, Answers, Example, Exercise, Feedback, Field, Finding, Mistake, Table, Verdict
from exercises.text import cue, reads_english, sentences, shortened, words
from exercises.text.candour import comfort

LONGEST = 1000
"""Characters of an answer that are read; who says more does not say it back."""


class No(NamedTuple):
    """One line that somebody says: who and where, the words, words of its sense, and a way to say it back."""

    id: str
    who: str
    says: str
    sense: re.Pattern[str]
    back: str


LINES = (
    No(
        "decided", "A team lead, at the end of your introduction:", "Fine. You have decided anyway.",
        cue("deci[ds]\\w*", "settled", "made up", "fixed", "done deal", "signed", "over (?:your|their|my) heads?", "(?:no|any|a|much) (?:real )?(?:say|voice|choice|influence|difference)", "nobody asked", "not (?:been )?(?:asked|heard|consulted)", "without (?:you|asking)", "pointless", "no (?:use|point|sense)", "too late", "(?:not|n't|never) (?:\\w+ )?(?:matter|count|change)\\w*", "change (?:nothing|anything)", "asked too late", "for show", "theat(?:re|er)", "sham", "charade", "token", "box-ticking", "rubber[- ]stamp\\w*", "going through the motions", "left out", "(?:not|n't|never) (?:been )?involv\\w*", "a formality", "give up", "given up", "resign\\w*", "asked earlier", "after the fact", "(?:it|that)(?:'s| is) (?:over|done)", "waste of", "rather not", "no way", "stop it"),
        "It sounds settled to you, and what you say now would change nothing. Have I got that right?",
    ),
    No(
        "before", "A ward nurse, beside the new trolley:", "We had one of these before. Three months later it stood in the cellar, and nobody ever said a word about it.",
        cue("before", "last time", "once already", "already", "again", "the last one", "earlier", "previous\\w*", "been (?:through|here|there)", "cellar", "basement", "three months", "dropped", "abandon\\w*", "disappear\\w*", "vanish\\w*", "forgotten", "no(?:body|-one| one) (?:ever )?(?:said|explain\\w*|told|apologi[sz]\\w*|spoke|talk\\w*)", "without (?:a|any) (?:word|explanation)", "(?:not|never) (?:\\w+ )?(?:told|explained|said)", "silence", "let down", "left alone", "wasted", "for nothing", "burn(?:ed|t)", "taken away", "trust", "the same", "stays?", "won't last", "(?:will|would) (?:not )?last", "same thing"),
        "You put work into one of these, it was gone after three months, and nobody told you why. Now here is the next one.",
    ),
    No(
        "time", "A payroll lead, two days before payday:", "And when? I have four people for the work of six.",
        cue("time", "timing", "wrong moment", "payday", "hours?", "when", "four", "six", "two (?:people )?(?:short|missing|too few)", "short(?:-| )?(?:staffed|handed)?", "staff\\w*", "too few", "not enough", "stretched", "overload\\w*", "workload", "load", "full", "capacity", "under(?:staffed|manned)", "people", "hands?", "on top", "extra", "add\\w*", "more work", "no room", "limit", "busy", "swamped", "drowning", "behind", "fit (?:(?:it|this|that) )?in", "too much", "squeeze\\w*"),
        "Two people are missing already, and I come with something on top. You do not see which hour it should come from.",
    ),
)  # fmt: skip

_SEES = "(?:see|hear|understand|imagine|get|notice|tell|feel|sense|gather|take it)"
_ARGUES = cue(
    "however", "actually", "in fact", "as a matter of fact", "on the other hand", "that(?:'s| is) not (?:true|right|so|quite|correct|how)", "not (?:quite )?true", "let me explain", "you have to (?:understand|see)", "to be (?:fair|honest)", "the reason (?:is|why|for|we)", "(?:we|I) (?:did|have|do) (?:ask|consult|inform|involve|tell|test)(?:ed)?", "nevertheless",
    "but (?:we|I|it|it's|the|this|that|there|our|my|management|now|in the end|you (?:have to|must|need to|should|will|can))",
)  # fmt: skip
_SOLVES = cue(
    f"(?:we|I)(?: can|'ll| will| could|'d| would)(?! (?:\\w+ )?{_SEES})(?: \\w+)+", "let(?:'s| us)(?: \\w+)+", "how about", "what about", "why don't (?:we|you)", "what if", "have you (?:tried|considered|thought)", "you (?:could|should|might want|can (?:always|still|just|simply))", "if you (?:just|only|simply)", "the (?:solution|answer) is", "there (?:is|are|will be) (?:a |an )?(?:training|guide|help ?desk|support|video|course)\\w*", "(?:my|our) (?:plan|idea|offer|suggestion)",
)  # fmt: skip
_JUDGES = cue(
    "negativ\\w*", "pessimis\\w*", "overreact\\w*", "exaggerat\\w*", "emotional", "dramatic", "unfair of you", "your (?:attitude|resistance|tone|problem|fault)", "resist\\w*", "calm down", "don't be", "do not be", "you(?:'re| are) (?:wrong|mistaken|(?:just |only )?being (?:negative|difficult|unfair|silly|stubborn|too \\w+)|too (?:negative|sensitive|critical|impatient))", "you (?:always|never) (?:want|listen|like|do|give|let|try|say|complain)", "you (?:shouldn't|should not|need to (?:be|stop)|must(?:n't| not)?(?! (?:be|feel|have)\\b))", "(?:that|it)(?:'s| is) (?:just |only )?(?:an excuse|silly|nonsense|no reason|not fair)", "cynical", "childish", "get over it", "move on", "others (?:manage|cope|are fine|can)", "everyone (?:else )?(?:is|has|manages)", "at least",
)  # fmt: skip
_SAYS_SO = cue("I (?:fully |completely |totally |really |can |do )*(?:understand|hear you|get it|see|know)", "understood", "got it", "noted", "I feel you", "fair enough", "point taken")  # fmt: skip
_BEGINS = re.compile(r"\W*(?:so|you|it|that)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"(?:\W*(?:and|so|then|ok|okay|well|yes|yeah|no|but|sure|right)\b)*\W*(?:what|how|which|who|where|when|why)\b[^?.!]*\?\W*$",
    re.IGNORECASE,
)
_FEELING = cue("angry", "anger", "frustrat\\w*", "annoy\\w*", "tired", "exhaust\\w*", "disappoint\\w*", "fed up", "sad", "upset", "worr(?:y|ied|ies)", "afraid", "helpless\\w*", "stress\\w*", "hard", "difficult", "tough", "unhappy", "hurt")  # fmt: skip
_SMALL = frozenset(
    "a an the and or of to in on at by for with from as is are was were be been it its that this those these i you we they he she me us my your our "
    "their have has had do does did will would can could not no so if then than too very just ever about one".split()
)


def check(answers: Answers) -> Feedback:
    """Look at each line that was said back; show one way for those only."""
    said = {one.id: " ".join(str(answers[one.id])[:LONGEST].split()) for one in LINES}
    said = {line: text for line, text in said.items() if words(text)}
    if not said:
        says = "Take the first line. What did they say, in your words, without an answer to it?"
        return Feedback(
            "You have not said anything back yet.", (Finding("reflect-empty", "ask", says, field="decided"),)
        )
    found = [finding for one in LINES if one.id in said for finding in _about(one, said[one.id])]
    found += [
        Finding(f"{one.id}-missing", "note", f"Still open: “{shortened(one.says, 60)}”", field=one.id)
        for one in LINES
        if one.id not in said
    ]
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    back = sum(one.id.endswith("-takes-up") for one in found)
    rows = tuple((one.says, one.back) for one in LINES if one.id in said)
    return Feedback(
        f"{len(said)} of {len(LINES)} tried; in {back or 'none'} we see what they said, and no answer to it yet.",
        tuple(found), (Table("One way to say each back; yours may be as good", ("They said", "One way"), rows),),
    )  # fmt: skip


def _about(line: No, text: str) -> list[Finding]:
    """The signs in one answer, at most two of what is something else than saying it back."""
    if not reads_english(text) and not line.sense.search(text) and not _BEGINS.match(text):
        says = f"The check cannot read “{shortened(text)}”. Say it aloud: would they answer “yes, exactly”?"
        return [Finding(f"{line.id}-unread", "note", says, field=line.id)]
    if instead := _instead(line.id, text):
        return instead[:2]
    kind, verdict, says = _heard(line, text)
    return [Finding(f"{line.id}-{kind}", verdict, says, field=line.id)]


def _heard(line: No, text: str) -> tuple[str, Verdict, str]:
    """Kind, verdict and words about a text that tries to say it back."""
    if _parrots(line, text):
        says = f"“{shortened(text, 80)}” is their sentence again. Say what you understood, in your own words."
        return "parrots", "change", says
    taken = _taken_up(line, text)
    if taken and not _ASKS.match(text):
        return "takes-up", "good", f"“{taken}” takes up what they said. Now wait for their “yes” or their “no”."
    if (match := _SAYS_SO.search(text)) and len(words(text)) <= 6:
        return (
            "says-so",
            "change",
            f"“{match.group()}” says that you have understood. Say what, and they can correct you.",
        )
    if match := _FEELING.search(text):
        says = f"“{match.group()}” names a feeling. About what? With that in the sentence they can say “yes, exactly”."
        return "feeling", "ask", says
    if "?" in text:
        says = f"“{shortened(text, 70)}” asks before it shows what was heard. A fair question, one breath too early?"
        return "asks-first", "ask", says
    says = f"We find neither their words nor their sense in “{shortened(text, 70)}”. Would they answer “yes, exactly”?"
    return "elsewhere", "ask", says


def _instead(line: str, text: str) -> list[Finding]:
    """Signs of something else than saying it back. What stands in quotation marks is theirs."""
    own = re.sub(r"[“\"][^”\"]*[”\"]", " ", text)
    made = []

    def found(kind: str, says: str, why: str = "", source: str = "") -> None:
        made.append(Finding(f"{line}-{kind}", "change", says, why, source, line))

    if match := _JUDGES.search(own):
        found("judges", f"“{match.group()}” judges. They will defend themselves, or say no more.")
    if match := _ARGUES.search(own):
        says = (
            f"“{match.group()}” begins an argument. It may be a good one; it comes after they have said “yes, exactly”."
        )
        found("argues", says, "Those who feel pushed argue back.", "E27")
    if soothing := comfort(own):
        found("soothes", f"“{shortened(soothing)}” soothes. It tells them that the worry should be over.")
    if match := _SOLVES.search(own):
        says = f"“{shortened(match.group(), 50)}” solves already. Keep it for your second sentence, after their answer."
        found("solves", says)
    if not made and re.search(r"\bwhy\b[^?]*\?", own, re.IGNORECASE):
        found("why", "“Why” asks for a defence, before you have shown what you heard.")
    return made


def _content(text: str) -> list[str]:
    return [word for word in words(text) if word not in _SMALL]


def _parrots(line: No, text: str) -> bool:
    """Whether little else than one of their sentences comes back, word for word."""
    said = words(text)
    for sentence in (line.says, *(one.words for one in sentences(line.says))):
        theirs = words(sentence)
        if (
            len(theirs) >= 4
            and len(said) <= len(theirs) + 3
            and sum(word in said for word in theirs) >= 0.8 * len(theirs)
        ):
            return True
    return False


def _taken_up(line: No, text: str) -> str:
    """The words by which it takes up theirs, or their sense."""
    if match := line.sense.search(text):
        return match.group()
    theirs = {word[:5] for word in _content(line.says)}
    return next((word for word in _content(text) if word[:5] in theirs), "")


_GOOD: dict[str, Answer] = {
    "decided": "So for you this is settled, and your opinion would only be for show?",
    "before": "You have been through this once. It vanished, and you were left without a word.",
    "time": "You are two people short as it is, and you cannot see where the hours should come from.",
}


EXERCISE = Exercise(
    id="reflect-a-no",
    title="Say the no back",
    task="Say each of these three lines back in your own words, before you answer anything.",
    minutes=6,
    numbers="made up",
    fields=tuple(
        Field(one.id, f"{one.who} “{one.says}”", "text", rows=2, help="Say back what you heard. No answer yet.")
        for one in LINES
    ),
    hints=(
        "What have they said, if you leave out how it sounds? Begin with “you” or “so for you”.",
        "Take up the no as well. “You would rather not” is easier to talk about than a no that nobody has said.",
        "One sentence, then a stop. If the next word is “but”, the sentence was the wrong one or it is over.",
        "Worked solution: load the worked example. Each line takes up their sense in other words, and none of them explains, offers or comforts.",
    ),
    example=Example(_GOOD, ("decided-takes-up", "before-takes-up", "time-takes-up")),
    mistakes=(
        Mistake("nothing said", {}, ("reflect-empty",)),
        Mistake("argues", {**_GOOD, "decided": "I see that it feels settled to you, but we did ask all team leads in March."}, ("decided-argues", "before-takes-up", "time-takes-up")),
        Mistake("solves", {**_GOOD, "time": "You are short of people. We can give you two temps for the week."}, ("time-solves", "decided-takes-up", "before-takes-up")),
        Mistake("judges", {**_GOOD, "before": "You are just being negative because of the last time."}, ("before-judges", "decided-takes-up", "time-takes-up")),
        Mistake("soothes", {**_GOOD, "before": "Don't worry, this one is here to stay."}, ("before-soothes", "decided-takes-up", "time-takes-up")),
        Mistake("parrots", {**_GOOD, "decided": "So you say, fine, you have decided anyway."}, ("decided-parrots", "before-takes-up", "time-takes-up")),
        Mistake("says that it has understood", {**_GOOD, "time": "I completely understand you."}, ("time-says-so", "decided-takes-up", "before-takes-up")),
        Mistake("asks first", {"decided": "What would you like to do about the training on Monday?"}, ("decided-asks-first", "before-missing", "time-missing")),
    ),
    check=check,
)  # fmt: skip
