"""A pitch as tokens: words, numbers and marks with their place, their sentence and their kinds.

A kind is a small class of words that cues may ask for, such as `<day>` or `<you>`.
Offsets are character positions in the text that was given.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"[£$€]?\d[\d.,:]*(?:st\b|nd\b|rd\b|th\b|[ \u00a0]?%|k\b)?|[^\W\d_]+(?:['’\-.&/][^\W\d_]+)*['’]?|[.!?…]+|[^\w\s]|_+",
)
_SENTENCE_END = re.compile(r"^[.!?…]+$")

_KINDS = {
    "you": "you you'd you'll you've you're u ur your yours yourself yourselves ye yer yr ya y'all",
    "i": "i i'm i'd i'll i've im ive my me mine myself ill",
    "we": "we we'd we'll we've we're our ours us let's lets",
    "he": "he she he's she's he'd she'd they they're they've they'd him her them their",
    "not": "not no never cannot can't cant won't wont don't dont doesn't doesnt didn't didnt isn't isnt aren't arent "
    "wasn't weren't hasn't haven't couldn't wouldn't shouldn't needn't nor neither hardly nobody nothing none "
    "doesnae cannae isnae ain't without mustn't",
    "day": "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays "
    "saturdays sundays mon tue tues wed weds thu thur thurs fri tomorrow today tonight",
    "month": "january february april june july august september october november december jan feb apr jun "
    "jul aug sept sep oct nov dec march may easter christmas spring summer autumn winter",
    "part": "morning afternoon evening night noon lunch midnight lunchtime nights mornings evenings afternoons",
    "unit": "second seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks fortnight month "
    "months year years shift shifts call calls click clicks mail mails visit visits ticket tickets line lines page "
    "pages form forms error errors record records deal deals window windows step steps login logins screen screens "
    "times metres metre meters m km kilometres miles mile percent % per-cent lines invoices orders cases items "
    "trips nights mornings evenings lists copies reports loads patients bundles rows entries searches",
    "span": "second seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks fortnight month months "
    "shift shifts morning afternoon evening year years",
    "short": "second seconds sec secs minute minutes min mins",
    "number": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen "
    "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand half dozen quarter couple twice",
    "be": "is are was were be been being am 's it's its that's isn't aren't wasn't weren't",
    "have": "has have had has've having got 've",
    "past": "was were had did went took came made got ran found saw said told gave wrote kept left lost spent sat stood "
    "knew thought felt rang began bought brought built caught chose drew drove fell forgot held hit hurt led let met "
    "paid put read sent set shut slept spoke stuck swore taught threw understood won broke did done gone heard meant "
    "typed counted tried asked used looked worked checked measured tested compared watched walked missed moved called "
    "needed wanted stopped started turned showed helped cost",
    "place": "room office desk hall car van truck cab dock bay aisle shop store ward bench lab classroom staffroom canteen "
    "kitchen corridor depot yard gate gatehouse garage plant site line floor quay boat bridge cutter tower station "
    "warehouse reception counter theatre clinic workshop container trolley bed table drawer stand studio library "
    "school branch meeting field barn parlour greenhouse cellar roof mast lift street road tearoom crew-room cupboard "
    "wall board door pinboard hangar platform track ramp pit pool court chamber registry vault church parish farm",
}
KINDS: dict[str, frozenset[str]] = {name: frozenset(words.split()) for name, words in _KINDS.items()}
_OF_WORD: dict[str, frozenset[str]] = {}
for _name, _words in KINDS.items():
    for _word in _words:
        _OF_WORD[_word] = _OF_WORD.get(_word, frozenset()) | {_name}

_NO_NAMES = frozenset(
    "i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december english excel dear hi hello yes no the a an it you we if and but so this that there what "
    "when who how why ok okay mr mrs ms dr christmas easter internet".split()
)
_CLOCK = re.compile(r"^(?:[01]?\d|2[0-3])[:.][0-5]\d$")
_NO_KIND: frozenset[str] = frozenset()


class Token(NamedTuple):
    """One word, number or mark.

    Attributes:
        start, end: offsets in the text, end not included.
        word: lower case, with straight apostrophes.
        raw: as it stands in the text.
        kinds: classes the word belongs to.
    """

    start: int
    end: int
    word: str
    raw: str
    kinds: frozenset[str]


class Sentence(NamedTuple):
    """The words of one sentence (marks left out) and how it ends."""

    words: tuple[Token, ...]
    marks: tuple[Token, ...]
    start: int
    end: int

    @property
    def asks(self) -> bool:
        """Whether the sentence ends as a question."""
        return bool(self.marks) and "?" in self.marks[-1].word


def _kinds(raw: str, word: str, first: bool) -> frozenset[str]:
    if raw[0] in "£$€" or raw[0].isdigit():
        kinds = {"number", "digit"}
        if _CLOCK.match(word):
            kinds.add("clock")
        if word.endswith(("st", "nd", "rd", "th")):
            kinds.add("date")
        if raw[0] in "£$€" or word.endswith("k"):
            kinds.add("money")
        if word.endswith("%"):
            kinds |= {"unit", "percent"}
        return frozenset(kinds)
    known = _OF_WORD.get(word, _NO_KIND)
    if not first and raw[0].isupper() and not raw.isupper() and word not in _NO_NAMES and not known:
        return known | {"name"}
    if word.endswith("ed") and len(word) > 4:
        return known | {"past"}
    return known


@lru_cache(maxsize=4096)
def _known(raw: str, first: bool) -> tuple[str, frozenset[str]]:
    word = raw.lower().replace("’", "'").replace(" ", "").replace("\u00a0", "")
    return word, _kinds(raw, word, first)


def word_token(raw: str, start: int, first: bool) -> Token:
    """A word or number as a token; `first` in its sentence it may be capital and no name."""
    word, kinds = _known(raw, first)
    return Token(start, start + len(raw), word, raw, kinds)


def read(text: str) -> list[Sentence]:
    """Split a text into sentences of tokens. A line break, a full stop, `!`, `?` or `•` ends one."""
    found: list[Sentence] = []
    words: list[Token] = []
    marks: list[Token] = []
    last = 0

    def close() -> None:
        nonlocal words, marks
        if words:
            both = sorted((*words, *marks))
            found.append(Sentence(tuple(words), tuple(marks), both[0].start, both[-1].end))
        words, marks = [], []

    for match in _TOKEN.finditer(text):
        raw, start = match.group(), match.start()
        if "\n" in text[last:start]:
            close()
        last = match.end()
        if raw[0].isalnum() or (raw[0] in "£$€" and len(raw) > 1):
            if raw[-1] in ".,:’'":  # a stop or a quotation mark that follows a number or a word
                bare = raw.rstrip(".,:’'")
                ends, raw = raw[-1] == ".", bare
            else:
                ends = False
            words.append(word_token(raw, start, not words))
            if (ends and start + len(raw) + 1 >= len(text.rstrip())) or (ends and text[last : last + 1].isspace()):
                marks.append(Token(start + len(raw), last, ".", ".", _NO_KIND))
                close()
            continue
        marks.append(Token(start, last, raw, raw, _NO_KIND))
        if (_SENTENCE_END.match(raw) and (last >= len(text) or text[last] in " \t\"'”’)]\r\n\u00a0")) or raw == "•":
            close()
    close()
    return found
