"""Proof picker: three proofs for one role, ranked by nearness, and a true story of at most 90 words.

Salespeople followed colleagues and their own manager (`E38`). That people do what near
peers do was found in two hotel experiments and not found again in Germany (`E26`, contested),
so a share of users is used with care: a low one advertises not using. True stories of peers
move people a little (`E22`). How near and how checkable a proof is, is our judgement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from exercises import library
from exercises.exercise import Answer, Answers, Example, Exercise, Feedback, Field, Finding, Meter, Mistake, Table
from exercises.library.reading import LibraryError, by_id, load_toml
from exercises.models import who
from exercises.text import cue, reads_english, words
from exercises.text.owner import ROLE_WORD

LONGEST = 90
"""Words of the story."""

PLACES = ("first", "second", "third")
_COST = {"far": 2, "norm": 2}
"""Points of nearness that a far logo and an embarrassing share cost the whole."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One proof. `near` and `checkable` run from 0 to 3; `percent` is the share that a norm states."""

    id: str
    says: str
    near: int
    checkable: int
    kind: str
    remark: str
    source: str = ""
    percent: int = 0


@cache
def proofs() -> dict[str, Proof]:
    """The ten proofs by id.

    Raises:
        LibraryError: the file, the field and what was expected.
    """
    try:
        found = by_id("proofs.toml", [Proof(**row) for row in load_toml(library.DATA / "proofs.toml")["proof"]])
    except (KeyError, TypeError) as error:
        raise LibraryError(f"proofs.toml: {error}; expected [[proof]] with {', '.join(Proof.__slots__)}.") from None
    for one in found.values():
        for field, good, expected in (
            ("near", one.near in range(4), "0 to 3"), ("checkable", one.checkable in range(4), "0 to 3"),
            ("kind", one.kind in ("sound", "weak", "far", "norm"), "sound, weak, far or norm"),
            ("source", one.source in {"", *library.evidence()}, "an id of the ledger, or nothing"),
        ):  # fmt: skip
            if not good:
                got = getattr(one, field)
                raise LibraryError(f"proofs.toml, '{one.id}', field '{field}': got {got!r}, expected {expected}.")
    return found


_TRUTH = (
    ("", "Choose …"), ("mine", "I saw or lived it myself"), ("told", "Somebody who was there told me"),
    ("mixed", "I put it together from several people"), ("invented", "I made it up as an example"),
)  # fmt: skip
_PERMISSION = (
    ("", "Choose …"), ("yes", "They read this text and agreed"), ("general", "They agreed in general"),
    ("no", "Not asked yet"), ("declined", "They declined"),
)  # fmt: skip

_UNIT = "days?|weeks?|months?|years?|shifts?|closes?|orders?|calls?|visits?|cases?|tickets?|rounds?|people|users|times|records?|minutes|hours"
_NUMBER_WORD = (
    "\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|half|both"
)
_NUMBER = re.compile(rf"\d|\b(?:{_NUMBER_WORD})\b", re.I)
_BASE = re.compile(
    rf"\b(?:of|out of|from|on|over|in|per|a|each|every|counted|during|across)\s+(?:\w+\s+){{0,2}}?(?:{_NUMBER_WORD}|{_UNIT})\b|\b(?:{_NUMBER_WORD})\s+(?:{_UNIT})\b.*\b(?:{_NUMBER_WORD})\s+(?:{_UNIT})\b",
    re.I | re.S,
)
_PERCENT = re.compile(r"\d\s*(?:%|percent|per cent)", re.I)
_WHEN = cue(
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "spring", "summer", "autumn", "winter",
    "(?:19|20)\\d\\d", "since", "last (?:week|month|year|quarter|summer|winter|spring|autumn)", "yesterday", "(?:\\w+ )?(?:days|weeks|months|years) (?:ago|in)", "this (?:week|month|year|spring|summer|autumn|winter)",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "at the (?:\\w+ )?close",
)  # fmt: skip
_WHERE = cue(
    "(?:in|at|on|from|of) (?:the |our |a |her |his |their )?(?:\\w+ ){0,2}(?:ward|branch|office|site|plant|store|warehouse|depot|team|unit|district|hospital|school|department|desk|line|shift|region|city|town|hall|floor|station|subsidiary|north|south|east|west)",
    "up (?:north|south)", "upstairs", "next door", "down the (?:hall|corridor)",
)  # fmt: skip
_WHO = cue(
    "nurse\\w*", "seller\\w*", "salespeople", "buyers?", "clerks?", "engineers?", "teachers?", "colleagues?", "pickers?", "drivers?", "agents?", "caseworkers?", "accountants?",
    "operators?", "planners?", "supervisors?", "assistants?", "technicians?", "doctors?", "physicians?", "i", "we",
)  # fmt: skip
_BAD = cue(
    "still", "slow\\w*", "annoy\\w*", "dislikes?", "disliked", "hates?", "hated", "misses", "missed", "worse", "does not work", "doesn't work", "not yet", "fails?", "failed", "crash\\w*", "breaks?",
    "freez\\w+", "froze", "drops?", "longer", "lost", "loses", "complain\\w*", "grumbl\\w*", "wrong", "trouble\\w*", "tiresome", "awkward", "clumsy", "unhappy", "costs?", "extra",
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
    return {
        "who": bool(_WHO.search(story) or ROLE_WORD.search(story)),
        "where": bool(_WHERE.search(story)),
        "when": bool(_WHEN.search(story)),
        "bad": bool(_BAD.search(story)),
        "number": bool(_NUMBER.search(story)),
        "base": bool(_BASE.search(story)) and bool(_NUMBER.search(story)),
    }


def picked(answers: Answers) -> tuple[Proof, ...]:
    """The chosen proofs in their order, each once."""
    chosen = [str(answers[place]) for place in PLACES]
    return tuple(proofs()[one] for one in dict.fromkeys(chosen) if one in proofs())


def meters(answers: Answers) -> Feedback:
    """Nearness and what can be checked, while the learner chooses and writes."""
    of = picked(answers)
    story = str(answers["story"])
    count = len(words(story))
    bars = []
    if of:
        near, check_ = nearness(of), sum(one.checkable for one in of)
        bars = [
            Meter("Near to them", near, 0, 9, f"{near} of 9, {_level(near)}"),
            Meter("Can be checked by them", check_, 0, 9, f"{check_} of 9, {_level(check_)}"),
        ]
    if count:
        seen = reading(story)
        there = sum(seen.values())
        bars += [
            Meter("Words of the story", min(count, LONGEST), 0, LONGEST, f"{count} of at most {LONGEST}"),
            Meter("Can be checked in the story", there, 0, len(seen), f"{there} of {len(seen)} seen"),
        ]
    return Feedback("Three proofs and one story" if bars else "Choose a proof, or begin the story.", meters=tuple(bars))


def nearness(of: tuple[Proof, ...]) -> int:
    """Points of nearness, 0 to 9; a far logo and a share of users cost two each."""
    return max(0, sum(one.near for one in of) - sum(_COST.get(one.kind, 0) for one in of))


def _level(points: int) -> str:
    return "far" if points <= 3 else "half-way" if points <= 6 else "near"


def check(answers: Answers) -> Feedback:
    """Look at the three proofs and their order, then at the story."""
    story = str(answers["story"]).strip()
    of = picked(answers)
    if not of and not story:
        says = "Choose the proof that lies nearest to their own desk, or begin with a story that you know."
        return Feedback("There is no proof yet.", (Finding("proof-empty", "ask", says, field="first"),))
    found = [*_about_picks(answers, of), *_about_story(answers, story)]
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    table = Table(
        "The proofs that you chose",
        ("Proof", "Near", "Can be checked", "Our remark"),
        tuple((one.says, f"{one.near} of 3", f"{one.checkable} of 3", one.remark) for one in of),
    )
    return Feedback(
        f"{_counted(len(of), 'proof')} chosen for the role of {who.role_name(answers)}; the story has {_counted(len(words(story)), 'word')}.",
        tuple(found),
        tables=(table,) if of else (),
        meters=meters(answers).meters,
    )


def _counted(count: int, what: str) -> str:
    return f"{count or 'no'} {what}{'' if count == 1 else 's'}"


def _about_picks(answers: Answers, of: tuple[Proof, ...]) -> list[Finding]:
    chosen = [str(answers[place]) for place in PLACES if answers[place]]
    found = []
    if len(chosen) < 3:
        says = f"{_counted(len(chosen), 'proof')} chosen. Which three could you really get for this role?"
        found.append(Finding("picks-open", "ask", says, field=PLACES[len(chosen)]))
    if len(chosen) != len(set(chosen)):
        says = "The same proof stands twice. Two different ones that agree are worth more than one repeated."
        found.append(Finding("picks-twice", "change", says, field="second"))
    found += [one for proof in of for one in _about_pick(proof)]
    if any(later.near > earlier.near for earlier, later in zip(of, of[1:], strict=False)):
        says = "A nearer proof stands behind a farther one. Is there a reason for this order? Listeners may stop at the first."
        found.append(Finding("picks-order", "ask", says, field="first"))
    if len(of) == 3 and all(one.kind == "sound" for one in of):
        says = f"Nearness {nearness(of)} of 9: three proofs that somebody in the role can look at."
        role = who.role(answers)
        if role:
            says += f" Our library expects this role to believe: {', '.join(role.proof_they_believe)}. Ask one of them."
        found.append(Finding("picks-sound", "good", says, field="first"))
    return found


def _about_pick(one: Proof) -> list[Finding]:
    field = "first"
    if one.kind == "far":
        says = f"“{one.says}”: nobody there does this job in this place. It costs nearness. Which colleague could you ask instead?"
        why = "Salespeople followed their own manager and colleagues. Sales forces only."
        return [Finding("pick-far", "ask", says, why, "E38", field)]
    if one.kind == "norm":
        says = f"{one.says} also says that {100 - one.percent} percent do not. Leave the share out until it helps, and let one of the {one.percent} speak."
        why = "Contested: two hotel experiments found that guests follow near peers, a German replication found no advantage. A low share may advertise not using."
        return [Finding("pick-norm", "ask", says, why, "E26", field)]
    if one.kind == "weak":
        return [Finding("pick-weak", "ask", f"“{one.says}”: {one.remark[:1].lower()}{one.remark[1:]}", field=field)]
    return []


_ASKS = {
    "who": "Whose story is it? We do not see a role.",
    "where": "Where did it happen? We do not see a place that the listener could ring.",
    "when": "When was it? We do not see a month, a day or a “since”.",
    "number": "Is there one number in it that somebody counted?",
    "base": "A number stands in it, and we do not see its base: of how many, on how many days?",
}


def _about_story(answers: Answers, story: str) -> list[Finding]:
    if not story:
        says = (
            "Now a story of your own: one person of the role, one place, one time, one number, and what is still bad."
        )
        return [Finding("story-open", "ask", says, field="story")]
    found = _about_truth(str(answers["truth"]), story)
    found += _about_permission(str(answers["permission"]))
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
        says = "What is still bad? This is the detail that may not be left out: the listener will find it, and then the rest is in doubt."
        found.append(Finding("story-bad", "ask", says, field="story"))
    found += [
        Finding(f"story-{part}", "ask", says, field="story")
        for part, says in _ASKS.items()
        if not seen[part] and not (part == "base" and not seen["number"])
    ]
    if seen["number"] and _PERCENT.search(story) and not seen["base"]:
        found = [one for one in found if one.id != "story-base"]
        found.append(
            Finding("story-base", "ask", "A percentage stands in it: of how many, counted by whom?", field="story")
        )
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


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The proofs and the story for the dossier."""
    parts: list[str | Table] = []
    of = picked(answers)
    if of:
        rows = tuple((one.says, f"{one.near} of 3", f"{one.checkable} of 3") for one in of)
        parts.append(
            Table(
                f"Proofs for the role of {who.role_name(answers)}, nearest first",
                ("Proof", "Near", "Can be checked"),
                rows,
            )
        )
    if story := " ".join(str(answers["story"]).split()):
        permission = dict(_PERMISSION)[str(answers["permission"])] if answers["permission"] else "not asked yet"
        parts += [story, f"Permission: {permission[:1].lower()}{permission[1:]}."]
    return tuple(parts)


_STORY = (
    "An accounts clerk in the Graz branch has closed with it since March. She counted: on six closes before it took her 9 to 12 hours, on the three since then 6 to 9. "
    "She still exports the accruals by hand, and the first close was the worst of all. She will show it on Thursday."
)
_GOOD: dict[str, Answer] = {
    "role": "finance_clerk", "first": "own_trial", "second": "peer_story", "third": "sister_site", "story": _STORY, "truth": "told", "permission": "yes",
}  # fmt: skip

EXERCISE = Exercise(
    id="proof-picker",
    title="Proof picker",
    task="Choose three of ten proofs for your role, the nearest first, and write one true story of at most 90 words.",
    minutes=12,
    numbers="made up",
    fields=(
        *who.fields("One role")[:2],
        *(
            Field(place, f"{label} proof", "choice", options=(("", "Choose …"), *((one.id, one.says) for one in proofs().values())),
                  group="Three of ten proofs, nearest first")
            for place, label in zip(PLACES, ("First, the nearest", "Second", "Third"), strict=True)
        ),
        Field("story", "A true story, at most 90 words", "text", rows=5, group="One true story",
              help="Who (a role, no name), where, when, one number with its base, and what is still bad.",
              placeholder="A … in … has used it since …. She counted …. She still …"),
        Field("truth", "How do you know it?", "choice", options=_TRUTH, group="One true story"),
        Field("permission", "Has the person agreed?", "choice", options=_PERMISSION, group="One true story"),
    ),
    hints=(
        "Near means: same job, same constraint, recent. Whom of these ten could your listener ring up this afternoon?",
        "Take each percentage and say its other half aloud.",
        "In the story, begin with what is still bad. If you cannot name it, you have not asked the person yet.",
        "Worked solution: a trial on their own cases first, then a colleague who shows one task, then the unit of another site. The story names a role, a place "
        "and a month, counts hours on six closes and three, says what is still done by hand, and was read by its owner.",
    ),
    example=Example(_GOOD, ("picks-sound", "story-whole")),
    mistakes=(
        Mistake("nothing chosen", {}, ("proof-empty",)),
        Mistake(
            "the slide with logo, study and share",
            {"first": "far_logo", "second": "vendor_study", "third": "low_share"},
            ("pick-far", "pick-weak", "pick-norm", "picks-order", "story-open"),
        ),
        Mistake("one proof twice", {**_GOOD, "third": "peer_story"}, ("picks-twice", "story-whole")),
        Mistake("only the bright side", {**_GOOD, "story": _STORY.partition("She still")[0]}, ("story-bad", "picks-sound")),
        Mistake("a story that was made up", {**_GOOD, "truth": "invented"}, ("story-invented", "picks-sound")),
        Mistake("told over a no", {**_GOOD, "permission": "declined"}, ("permission-declined", "picks-sound")),
        Mistake(
            "an advertisement",
            {**_GOOD, "story": "Everyone loves it and it saves 40% of the effort.", "truth": "", "permission": "no"},
            ("story-source", "permission-open", "story-hype", "story-bad", "story-who", "story-where", "story-when", "story-base", "picks-sound"),
        ),
        Mistake("too long to be told", {**_GOOD, "story": f"{_STORY} {_STORY}"}, ("story-long", "picks-sound")),
    ),
    check=check,
    live=meters,
    live_label="How near, and what can be checked",
    part="voices",
    written=written,
)  # fmt: skip
