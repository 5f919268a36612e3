"""Whether a claim is really made: a claim that is denied, asked or only reported does not count.

“It is not guaranteed”, “Is it 100% safe? No.” and “They told you that it never
fails. I cannot sign that.” claim nothing. “Never”, “nobody” and “no” do not deny a
claim, since they are how absolutes are made (“nobody will lose a job, guaranteed”).
"""

from __future__ import annotations

from collections.abc import Sequence

from exercises.pitch.tokens import Sentence

_DENIES = frozenset(
    "not cannot can't cant isn't isnt aren't wasn't don't dont doesn't doesnt didn't didnt won't wont wouldn't couldn't "
    "shouldn't hardly ain't nor neither".split()
)
_SAYING = frozenset("promise promises say claim guarantee pretend believe tell swear assure sign".split())
_NO_SPEAKER = frozenset("never nobody no-one no none".split())
_DOUBTS = frozenset("doubt doubts nonsense rubbish untrue myth lie lies exaggerated disbelieve beware forget".split())
_OTHERS_SAY = frozenset(
    "told tell tells said say says saying claim claims claimed promised promises called calls reads brochure leaflet "
    "poster slides slide read vendor vendor's supplier supplier's salesman seller advert advertised marketing heard wrote quote".split()
)
_BREAKS = frozenset(",;:–—-")
_POINTS_BACK = frozenset(
    "that that's this it it's those these any them so either which none i we he she they not no but".split()
)


def is_made(sentences: Sequence[Sentence], index: int, first: int) -> bool:
    """Whether the writer makes the claim that begins at word `first` of a sentence."""
    sentence = sentences[index]
    words = sentence.words
    if sentence.asks:
        return False
    start = words[first].start
    clause = max((mark.start for mark in sentence.marks if mark.start < start and mark.word in _BREAKS), default=-1)
    before = _same_clause([word.word for word in words[:first] if word.start > clause][-8:])
    following = [*before[1:], words[first].word][: len(before)]
    if not _DENIES.isdisjoint(before):
        return False
    if any(a in _NO_SPEAKER and not _SAYING.isdisjoint(before[i + 1 : i + 4]) for i, a in enumerate(before)):
        return False
    if any(a in _NO_SPEAKER and b == "can" for a, b in zip(before, following, strict=True)):
        return False
    if not _DOUBTS.isdisjoint(word.word for word in words):
        return False
    reported = not _OTHERS_SAY.isdisjoint(word.word for word in words[:first])
    if reported and not _CONTRASTS.isdisjoint(word.word for word in words[first + 1 :]):
        return False
    return not any(_takes_back(later, reported) for later in sentences[index + 1 : index + 2 + reported])


def _same_clause(words: list[str]) -> list[str]:
    """The words after the last “but”, or after an “and” that opens a clause of its own."""
    for at in range(len(words) - 1, -1, -1):
        following = words[at + 1 : at + 2]
        if words[at] == "but" or (words[at] == "and" and (not following or not _SUBJECTS.isdisjoint(following))):
            return words[at + 1 :]
    return words


_SUBJECTS = frozenset("it it's you you'll we we'll this they everything i it'll".split())
_CONTRASTS = frozenset(
    "but counted measured actually however though yet nobody not isn't wasn't didn't doesn't don't can't".split()
)


def _takes_back(sentence: Sentence, reported: bool) -> bool:
    """Whether a sentence denies what was claimed just before it."""
    opening = [word.word for word in sentence.words[:8]]
    if not _DOUBTS.isdisjoint(opening):
        return True
    denies = (
        (reported and not _NO_SPEAKER.isdisjoint(opening[:2]))
        or not _DENIES.isdisjoint(opening)
        or (opening[:1] == ["no"] and len(sentence.words) < 3)
    )
    if reported:
        return (
            denies or "wrong" in opening or (len(opening) < 4 and not {"does", "did", "is", "do"}.isdisjoint(opening))
        )
    return denies and not _POINTS_BACK.isdisjoint(opening[:1]) and not _BELIEF.isdisjoint(opening)


_BELIEF = frozenset(
    "true so promise say sign believe claim know guarantee case correct sure buy accurate possible".split()
)
