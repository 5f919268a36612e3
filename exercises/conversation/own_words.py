"""What the trainer sees in a learner's own words: a few signs, each with its reason.

A sign is words that can be pointed at, and no judgement of tone or truth. The trainer says so.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from exercises.text import Span, cue, denied, find, reads_english, sentences, shortened, words

Kind = Literal["best", "fair", "weak", "harmful", "unseen", "unread"]

_GRANTS = cue(
    "you(?:'re| are)(?: \\w+)? right", "you have a point", "you (?:seem|sound)", "without you", "that(?:'s| is)(?: \\w+)? (?:true|right|fair|a fair point|hard)", "makes sense", "a (?:real|serious|good) (?:problem|reason|point)", "sorry(?=[,.])", "(?:fair|good) (?:point|enough|question)", "agreed(?=[,.:;!]|$| that)",
    r"(?<![a-z,]\s)(?:yes|true|right|correct)(?=[,.:])(?!,? but)", "I (?:can )?(?:see|hear|understand|get) (?:that|why|how|what|you|it(?=[,.]))", "understandable", "(?:that|it) must (?:be|feel|have)", "(?:that|it|this)? ?sounds (?:like|as|hard|fair|right)", "no wonder",
    "I(?:'d| would) (?:too|also|feel|be (?:careful|angry|worried|afraid|annoyed))", "some (?:will|do|did|of it)", "(?:we|I|nobody) (?:did not|didn't|never|had not|hadn't)? ?(?:ask(?:ed)?|know|known|listen(?:ed)?|promised|failed)", "(?:we|I) (?:was|were|got (?:that|it)) wrong", "(?:we|I)(?: had| have|'d|'ve)? ?(?:not|hadn't|haven't) (?:thought|seen|known|asked)",
    "that was (?:wrong|our)", "(?:my|our) (?:mistake|fault)", "I(?:'m| am) sorry", "thank(?:s| you) for \\w+ing", "(?:I|we) had no idea", "(?:that|this|it) (?:must|should) (?:not|never)", "(?:that|this)(?:'s| is| was) (?:bad|serious|terrible|awful|not (?:ok|okay|right|safe))", "you(?:'re| are) here for", "so the (?:last|old)", "may be", "it (?:may|might) (?:not )?(?:be|cost|take|go|fail)", "it (?:will|does) (?:cost|take|show|slow|record)",
    "I (?:do not|don't|cannot|can't) (?:know|decide|promise|say|have an answer)", "I (?:do not|don't|cannot|can't)(?=[,.])", "not mine", "overdue", "(?:is|are|stays?) yours", "that stays", "so (?:for you|you(?:'re| are| feel| fear| think| expect| lose| carry| would))", "you mean", "what I hear",
)  # fmt: skip
_OFFERS = cue(
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day", "tomorrow", "this week", "next (?:week|month|shift)", "(?:half|for|give me) an hour", "one (?:hour|morning|afternoon)", "until then", "in writing", "signs? (?:it|that|first)", "signed (?:rule|charter|by)", "written (?:rule|answer|down)", "(?:in|by|from) (?:january|february|march|april|may|june|july|august|september|october|november|december)", "first of the month",
    r"(?:\d+|two|three|four|five|ten|twenty|thirty) (?:\w+ )?(?:minutes?|hours?|days?|weeks?|months?|deals?|cases|files|forms|calls|records|accounts?|orders|people|users)", "stop rule", "if (?:it|that|this) (?:fails|happens|breaks|does not|doesn't)", "(?:it|that|badge|screen|tool) (?:must|has to) work", "not (?:shown|used) (?:per|for|in)",
    r"(?<!could\s)(?<!would\s)(?<!can\s)(?<!if\s)you (?:may |can |could |will )?(?:always )?(?:stop|say (?:no|who|which)|decide|choose|change|pick|hold|sign|define|keep|take it back|write the|tell me|see (?:it|that|them|this) first|strike)", "we (?:may |can |could |will |would )?(?:leave|look at|stop|switch|turn it off|take it back|pause|try|test|count|compare|write)",
    "I (?:watched|came|sat|counted|tested|listened)", "(?:turn(?:ed)?|switch(?:ed)?) (?:it )?off", "for (?:a|one) (?:day|week|shift|month)", "I (?:just |only )?want to listen", "let(?:'s| us) (?:try|test|count|list|look|take|put|freeze|keep|start|sit|write)", "(?:can|may|could|shall) (?:I|we) (?:come|sit|watch|stand|test|try|take|look|count|bring|write(?! that)|start|use|copy)", "would you (?:test|try|show|pick|choose|look)",
    "I(?:'ll| will|'d| would| can| could)(?: \\w+)? (?:come|count|sit|stand|watch|bring|ask|write|find out|check|stop|take (?:it|that|this|your|them) (?:to|back|off))", "I (?:count|come|bring|listen|write it|run them|carry)", "will you (?:test|try|look|check)", "show me", "nobody has to", "only you (?:see|can|will)",
)  # fmt: skip
# “Why” is left out: it asks for a defence. “When you …” and “what if …” are no questions about the other person.
_OPENS = re.compile(
    r"(?:^|[^\w\s'’-]|\b(?:and|but|so|then|or)\b)\W*(?:\w+\s+)?\b(?:what(?!\s+(?:if|about|is your problem))|how(?!\s+(?:about|come|dare|can you|could you))|which|who(?!\s+cares)|whose|where(?!\s+(?:you|we|it|they|the|there)\b)|"
    r"when\s+(?:do|does|did|is|was|were|would|will|has|have|had|could|can|should))\b",
    re.IGNORECASE,
)
_INVITES = cue("(?:tell|show|walk|take) me(?: through| about| how| what| where| which| the| one| your)", "describe", "give me an example", "help me (?:see|understand)", "is there (?:anything|something) (?:that|you)(?! (?:we|I|else))", "I(?:'d| would) like to (?:know|hear|see|understand)", "I wonder")  # fmt: skip
_LEADS = cue("(?:don't|do not|wouldn't|would not|won't|can't|aren't|surely) you", "(?:do|would) you not(?=\\?| (?:agree|want|rather|think|say))", "isn't it", "aren't you", "you (?:do|must) (?:agree|want|know|see|like|trust|realise)", r"(?<=,\s)right(?=\?)", "(?:do|would|surely) you agree(?! to)")  # fmt: skip
_BRUSHES_OFF = cue(
    "nothing to (?:worry|fear)", "don't worry", "do not worry", "no need to worry", "(?:it|that)(?:'s| is) (?:really |so |very |quite )?(?:easy|simple)", "(?:only|just) (?:takes? )?(?:five|two|a few|a couple of|\\d+) (?:minutes|clicks)(?! (?:of|with))",
    "you(?:'ll| will) (?:soon )?(?:get used|love|like it|thank|see(?=[,.!]|$))", "(?:trust|believe) me(?=[,.!]|$)", "no problem", "every(?:one|body) (?:else )?(?:likes|loves|manages|does)", "every other \\w+ (?:does|has|manages)",
    "(?:other|all) (?:\\w+ )?(?:teams|wards|units|departments|companies|schools|hospitals) (?:manage|do|use|have|like)", "(?:will|'ll) (?:all )?be fine", "to be honest,? you", "calm down", "not (?:as|so|that) (?:bad|hard|difficult)", "g[ia]ve it a (?:try|chance)", "yes,? but", "it(?:'s| is) (?:just|only) an?", "it will save", "will learn to",
)  # fmt: skip
_OBLIGES = cue("(?:you|your \\w+|they|we all(?! have to follow the law)|every(?:one|body)|people|all of you)(?: all| just| simply| really| still| will)? (?:must(?! (?:be (?:tired|angry|worried|busy|sick|fed|exhausted|annoyed)|have|feel))|ha(?:ve|s) to|(?:are|is) (?:required|expected|obliged) to)", "it (?:must|has to) be")  # fmt: skip
_WANTS = re.compile(r"\b(?:we|I) (?:need|want|expect) you\w*\b", re.IGNORECASE)
"""What asks for something is no offer, even with a day in it (“we need your ward by Friday”)."""
_ASKED = re.compile(r"\b(?:what|how|when|whenever|where|which|who|if|whether|before|after)\b[^,;:]*$", re.IGNORECASE)
_PRESSES = cue(
    "(?:have|has|is|leaves you) no choice", "mandatory", "not optional", "(?:board|director|management|boss|manager|lead|head office|minister|chief) (?:has |have )?(?:already )?(?:decided|wants?|expects?|insists?)", "the (?:board|director|boss) will (?:hear|know|not like|be told|want)",
    "report you", "report (?:this|that|it) to (?:your|the) (?:boss|manager|lead|director|board|chief)", "blockers?", "(?:you|you're|you are|keep|stop) (?:just |only )?(?:block|resist|stall|complain)(?:ing)?", "your (?:resistance|attitude|fault|excuses?)", "(?:just|only|more) (?:an )?excuses?",
    "nothing to hide", "(?:cannot stop|can't stop|against|in the way of) progress", "against the project", "or else", "(?:will|has|have|face|be) consequences", "lazy", "old-fashioned", "dinosaurs?", "your age", "like it or not", "nobody is indispensable", "this is happening", "sooner or later", "you people", "you should be glad", "what is your problem",
)  # fmt: skip
_OVERPROMISES = cue(
    "I promise", "we promise", "I (?:can )?guarantee", "guaranteed", "nobody will (?:ever )?(?:lose|be|see|use|know)", "no (?:jobs?|posts?) will", "(?:your|all) (?:jobs?|posts?|pay) (?:is|are) safe", "will never", "100 ?%", "I swear", "absolutely not",
)  # fmt: skip
_ELSEWHERE = frozenset("der das und ist nicht ich sie wir es mit für ein eine auf le les des est pas je vous nous et pour que el los una por para het een niet ik wat di che non è sono".split())  # fmt: skip
_COMMON = frozenset("i you we they it he she my your our a an the and or but is are was were am be do does did have has had not no of to in on at by for with from as that this so me them us when what who how if will would can could then there here too very just any some all".split())  # fmt: skip
_DENIES = frozenset("not no never cannot nothing nobody none without".split())

LONG, READ = 70, 2_000
"""Words in one breath, more is a speech; characters that are looked at, of the rest the words are only counted."""


class OwnWords(NamedTuple):
    """What was seen in own words.

    Attributes:
        kind: how the other person takes it; `fair` is between best and weak. `unseen` has no
            sign, for or against; `unread` is no English.
        because: the reason, in one or two sentences that quote what was seen.
    """

    kind: Kind
    because: str


def read_own_words(text: str, *, asking: bool = False, trusted: bool = False, heard: str = "") -> OwnWords:
    """Look for the signs.

    Args:
        text: what the learner says, English.
        asking: whether this is the moment to ask, in which an open question counts most.
        trusted: whether the other person has just told a worry; then something must be granted first.
        heard: what the other person said last; to say it back is to grant it.
    """
    count, text = len(words(text)), text[:READ]
    if not _readable(text):
        return OwnWords("unread", "The trainer found no English sentence here that it can read. Read it aloud and judge it yourself.")  # fmt: skip
    if seen := _seen(_PRESSES, text) or _seen(_OBLIGES, text, unless=_ASKED):
        return OwnWords("harmful", f"“{seen}” uses rank or blame. Whoever is pressed goes quiet and stays where they are.")  # fmt: skip
    if seen := _seen(_OVERPROMISES, text):
        return OwnWords("harmful", f"“{seen}” promises what you cannot keep alone. If it turns out wrong, the trust is gone with it.")  # fmt: skip
    if seen := _seen(_LEADS, " ".join(one.words for one in sentences(text) if "?" in one.words)):
        return OwnWords("weak", f"“{seen}” carries its answer inside. Ask so that a no is as easy as a yes.")
    if seen := _seen(_BRUSHES_OFF, " ".join(one.words for one in sentences(text) if not _opens(one))):
        return OwnWords("weak", f"“{seen}” talks the worry away. It will be heard as: you did not listen.")
    if count > LONG:
        return OwnWords("weak", f"{count} words in one breath is a speech. Say the half of it, and then ask.")
    return _helpful(text, asking, trusted, heard)


def _helpful(text: str, asking: bool, trusted: bool, heard: str) -> OwnWords:
    opens = any(_opens(sentence) for sentence in sentences(text))
    signs = {"grants something": _seen(_GRANTS, text) or _said_back(text, heard), "asks an open question": "?" if opens else "", "offers something that can be checked": _seen(_OFFERS, text, unless=_WANTS)}  # fmt: skip
    found = [name if words_ == "?" else f"{name} (“{words_}”)" for name, words_ in signs.items() if words_]
    if asking:
        if opens:
            return OwnWords("best", "It asks an open question: the answer can be one that you do not like.")
        return OwnWords("fair" if found else "unseen", "No open question was seen. Begin with what, how, who or which, and then wait.")  # fmt: skip
    if trusted and not signs["grants something"]:
        return OwnWords("weak", "They have just told you something hard, and no words were seen that take it up.")
    if len(found) >= 2:
        return OwnWords("best", f"It {' and '.join(found)}.")
    if found:
        missing = next(name for name, words_ in signs.items() if not words_)
        return OwnWords("fair", f"It {found[0]}. It would be stronger if it also {missing}.")
    return OwnWords("unseen", "The trainer saw no words that grant, ask, or offer something that can be checked. Read it aloud and judge it yourself.")  # fmt: skip


def _readable(text: str) -> bool:
    """English by its small words, or by a cue that can stand alone (“Agreed.”), and not more of another language."""
    elsewhere, here = (sum(word in known for word in words(text)) for known in (_ELSEWHERE, _COMMON))
    if elsewhere and elsewhere >= here:
        return False
    return reads_english(text) or any(pattern.search(text) for pattern in (_GRANTS, _OFFERS, _BRUSHES_OFF, _PRESSES))


def _opens(sentence: Span) -> bool:
    """Whether a sentence asks what can be answered in many ways, or invites to tell."""
    return bool(("?" in sentence.words and _OPENS.search(sentence.words)) or _INVITES.search(sentence.words))


def _said_back(text: str, heard: str) -> str:
    """The sentence that says a heard one back: half of its telling words (two to three are enough), and not its opposite."""
    for said in sentences(text):
        for one in sentences(heard):
            telling = set(words(one.words)) - _COMMON - _DENIES
            same = len(telling & set(words(said.words)))
            if same >= max(2, min(3, len(telling) // 2)) and _denies(said) == _denies(one):
                return shortened(said.words)
    return ""


def _denies(sentence: Span) -> bool:
    return any(word in _DENIES or word.endswith(("n't", "n’t")) for word in words(sentence.words))


def _seen(pattern: re.Pattern[str], text: str, unless: re.Pattern[str] | None = None) -> str:
    """The first words that match and are not denied just before in their clause, or nothing."""
    for sentence in sentences(text):
        for span in find(pattern, sentence):
            before = sentence.words[: span.start - sentence.start]
            clause = sentence.start + max(before.rfind(sign) for sign in ",;:") + 1
            if not denied(Span(clause, sentence.end, sentence.words[clause - sentence.start :]), span) and not (
                unless and unless.search(before)
            ):
                return span.words.strip()
    return ""
