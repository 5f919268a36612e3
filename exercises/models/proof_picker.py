"""Proof picker: three proofs for one role, ranked by nearness, and a true story of at most 90 words.

Salespeople followed colleagues and their own manager (`E38`). That people do what near
peers do was found in two hotel experiments and not found again in Germany (`E26`, contested),
so a share of users is used with care: a low one advertises not using. True stories of peers
move people a little (`E22`). How near and how checkable a proof is, is our judgement.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from exercises import library
from exercises.exercise import Answer, Answers, Example, Exercise, Feedback, Field, Finding, Meter, Mistake, Table
from exercises.library.reading import LibraryError, by_id, read_toml
from exercises.models import who
from exercises.models.peer_story import LONGEST, PERMISSION, TRUTH, reading, review
from exercises.text import words

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
    found = by_id("games/proofs.toml", read_toml(library.DATA / "games" / "proofs.toml", "proof", Proof))
    for one in found.values():
        for field, good, expected in (
            ("near", one.near in range(4), "0 to 3"), ("checkable", one.checkable in range(4), "0 to 3"),
            ("kind", one.kind in ("sound", "weak", "far", "norm"), "sound, weak, far or norm"),
            ("source", one.source in {"", *library.evidence()}, "an id of the ledger, or nothing"),
        ):  # fmt: skip
            if not good:
                got = getattr(one, field)
                raise LibraryError(f"games/proofs.toml, '{one.id}', field '{field}': got {got!r}, expected {expected}.")
    return found


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
            Meter("Near", near, 0, 9, f"{near} of 9, {_level(near)}"),
            Meter("Checkable", check_, 0, 9, f"{check_} of 9, {_level(check_)}"),
        ]
    if count:
        seen = reading(story)
        there = sum(seen.values())
        bars += [
            Meter("Words", min(count, LONGEST), 0, LONGEST, f"{count} of at most {LONGEST}"),
            Meter("Signs in the story", there, 0, len(seen), f"{there} of {len(seen)} seen"),
        ]
    says = f"{_counted(len(of), 'proof')}, {_counted(count, 'word')} of a story"
    return Feedback(f"{says[:1].upper()}{says[1:]}.", meters=tuple(bars))


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
    found = [*_about_picks(answers, of), *review(story, str(answers["truth"]), str(answers["permission"]))]
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    table = Table(
        "The proofs that you chose",
        ("Proof", "Near, checkable (of 3)", "Our remark"),
        tuple((one.says, f"{one.near}, {one.checkable}", one.remark) for one in of),
    )
    return Feedback(
        f"{_counted(len(of), 'proof')} chosen for the role of {who.role_name(answers)}; the story has {_counted(len(words(story)), 'word')}.",
        tuple(found),
        tables=(table,) if of else (),
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
    found += [one for place in PLACES for one in _about_pick(proofs().get(str(answers[place])), place)]
    if any(later.near > earlier.near for earlier, later in pairwise(of)):
        says = "A nearer proof stands behind a farther one. Is there a reason for this order? Listeners may stop at the first."
        found.append(Finding("picks-order", "ask", says, field="first"))
    if len(of) == 3 and all(one.kind == "sound" for one in of):
        says = f"Nearness {nearness(of)} of 9: three proofs that somebody in the role can look at."
        role = who.role(answers)
        if role:
            says += f" Our library expects this role to believe: {', '.join(role.proof_they_believe)}. Ask one of them."
        found.append(Finding("picks-sound", "good", says, field="first"))
    return found


def _about_pick(one: Proof | None, field: str) -> list[Finding]:
    if one is None:
        return []
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


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The proofs and the story for the dossier."""
    parts: list[str | Table] = []
    of = picked(answers)
    if of:
        rows = tuple((one.says, str(one.near), str(one.checkable)) for one in of)
        parts.append(
            Table(
                f"Proofs for the role of {who.role_name(answers)}, nearest first",
                ("Proof", "Near (of 3)", "Checkable (of 3)"),
                rows,
            )
        )
    if story := " ".join(str(answers["story"]).split()):
        permission = dict(PERMISSION)[str(answers["permission"])] if answers["permission"] else "not asked yet"
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
        Field("truth", "How do you know it?", "choice", options=TRUTH, group="One true story"),
        Field("permission", "Has the person agreed?", "choice", options=PERMISSION, group="One true story"),
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
            ("story-source", "permission-open", "story-hype", "story-bad", "story-gaps", "picks-sound"),
        ),
        Mistake("too long to be told", {**_GOOD, "story": f"{_STORY} {_STORY}"}, ("story-long", "picks-sound")),
    ),
    check=check,
    live=meters,
    live_label="How near, and what can be checked",
    part="voices",
    written=written,
)  # fmt: skip
