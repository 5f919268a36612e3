"""Score two: mark two pitches blind with the rubric, then compare with three raters and the reasons.

The raters are language-model raters that followed the rubric independently. They are no
experts and no users; where you differ, you may be right, and the reason tells you how they
read the words.
"""

from __future__ import annotations

from exercises import library
from exercises.exercise import Answers, Example, Exercise, Feedback, Field, Finding, Mistake, Table, Verdict
from exercises.library import RatedPitch
from exercises.text import words

BOTH = ("a", "b")
"""The two pitches that are scored, by the beginning of their fields."""

AIM = 6
"""Marks of nine within one level of the raters' median: the aim of the chapter."""


def show(answers: Answers) -> Feedback:
    """The two pitches to score."""
    texts = []
    for number, name in enumerate(BOTH, 1):
        pitch = library.rated_pitches()[str(answers[f"{name}_pitch"])]
        texts.append((f"Pitch {number}, {_channel(pitch)}", pitch.text))
    return Feedback(
        "Read each one twice before you mark it.", tables=(Table("What is said", ("Pitch", "Words"), tuple(texts)),)
    )


def check(answers: Answers) -> Feedback:
    """Compare the marks of every pitch that is marked whole; the others stay closed."""
    if answers["a_pitch"] == answers["b_pitch"]:
        says = "Both are the same pitch. Choose another one for the second."
        return Feedback("Choose two.", (Finding("score-same", "change", says, field="b_pitch"),))
    findings: list[Finding] = []
    tables: list[Table] = []
    near = marked = 0
    for number, name in enumerate(BOTH, 1):
        pitch = library.rated_pitches()[str(answers[f"{name}_pitch"])]
        own = {c: str(answers[f"{name}_{c.lower()}"]) for c in library.rubric()}
        left = [c for c, mark in own.items() if mark == ""]
        if left:
            says = f"Pitch {number}: {', '.join(left)} {'is' if len(left) == 1 else 'are'} not marked yet. The comparison comes when all nine are."
            findings.append(Finding(f"{name}-open", "ask", says, field=f"{name}_{left[0].lower()}"))
            continue
        within = _compare(number, name, pitch, {c: int(mark) for c, mark in own.items()}, findings, tables)
        near, marked = near + within, marked + 1
    if not marked:
        return Feedback("Mark all nine of at least one pitch, blind.", tuple(findings))
    findings.append(_where_you_differ(str(answers["differ"])))
    return Feedback(
        f"{near} of {9 * marked} marks are within one level of the raters. The raters are language models that followed the rubric: no experts, no users.",
        tuple(findings), tables=tuple(tables),
    )  # fmt: skip


def _compare(
    number: int, name: str, pitch: RatedPitch, own: dict[str, int], findings: list[Finding], tables: list[Table]
) -> int:
    """Add what there is to say about one pitch; returns how many marks are within one level."""
    rubric = library.rubric()
    far = [c for c, mark in own.items() if abs(mark - pitch.medians[c]) > 1]
    within = len(own) - len(far)
    verdict: Verdict = "good" if within >= AIM else "note"
    findings.append(
        Finding(f"{name}-near", verdict, f"Pitch {number}: {within} of 9 within one level. In a line: {pitch.title}")
    )
    for c in far:
        says = f"Pitch {number}, {c} {rubric[c].name}: you {own[c]}, the raters {pitch.medians[c]}. {pitch.because[c]} Level {own[c]} would look like this: {rubric[c].levels[own[c]]}"
        findings.append(Finding(f"{name}-far", "ask", says, field=f"{name}_{c.lower()}"))
    rows = tuple(
        (f"{c} {rubric[c].name}", str(own[c]), " ".join(map(str, pitch.ratings[c])), pitch.because[c]) for c in rubric
    )
    tables.append(Table(f"Pitch {number}", ("Criterion", "You", "Three raters", "Why, in our words"), rows))
    return within


def _where_you_differ(said: str) -> Finding:
    if len(words(said)) < 5:
        says = "Take one mark in which you differ. What did you see that they did not, or they that you did not?"
        return Finding("differ-open", "ask", says, field="differ")
    return Finding(
        "differ",
        "note",
        "Keep that sentence: it is what you will hear from a colleague who scores your pitch.",
        field="differ",
    )


def _channel(pitch: RatedPitch) -> str:
    roles, technologies = library.roles(), library.technologies()
    role = roles[pitch.role].name if pitch.role in roles else pitch.role
    technology = technologies[pitch.technology].name if pitch.technology in technologies else pitch.technology
    return f"to: {role}; about: {technology}; {pitch.channel}"


def _fields(number: int, name: str) -> tuple[Field, ...]:
    made = []
    for criterion in library.rubric().values():
        options = (("", "Not marked yet"), *((str(n), f"{n}: {level}") for n, level in enumerate(criterion.levels)))
        made.append(
            Field(f"{name}_{criterion.id.lower()}", f"{criterion.id} {criterion.name}", "choice", help=criterion.question,
                  options=options, group=f"Your marks for pitch {number}")
        )  # fmt: skip
    return tuple(made)


_PITCHES = tuple(
    (one.id, f"{number}: {_channel(one)}") for number, one in enumerate(library.rated_pitches().values(), 1)
)


def _marks(name: str, pitch: str) -> dict[str, str]:
    """The raters' medians as answers."""
    return {
        f"{name}_pitch": pitch,
        **{f"{name}_{c.lower()}": str(n) for c, n in library.rated_pitches()[pitch].medians.items()},
    }


_FIRST, _SECOND = _PITCHES[0][0], _PITCHES[1][0]
_WHOLE = {
    **_marks("a", _FIRST),
    **_marks("b", _SECOND),
    "differ": "I took a deadline for a step; they saw that nobody can choose.",
}

EXERCISE = Exercise(
    id="score-two",
    title="Score two",
    task="Mark two pitches with the rubric before you see what three raters gave, then compare.",
    minutes=15,
    numbers="real",
    fields=(
        Field("a_pitch", "Pitch 1", "choice", options=_PITCHES, default=_FIRST, group="Which two?"),
        Field("b_pitch", "Pitch 2", "choice", options=_PITCHES, default=_SECOND, group="Which two?"),
        *_fields(1, "a"),
        *_fields(2, "b"),
        Field("differ", "One mark in which you differ: what did you see, or miss?", "text", rows=2, group="Afterwards"),
    ),
    hints=(
        "Mark what stands there, not what the writer may have meant.",
        "Take the criteria one by one, and read the four levels before you choose.",
        "Worked solution: load the worked example; it has the raters' marks. Read the reasons, then choose two other pitches.",
    ),
    example=Example(_WHOLE, ("a-near", "b-near", "differ")),
    mistakes=(
        Mistake("nothing marked", {}, ("a-open", "b-open")),
        Mistake("the same pitch twice", {"a_pitch": _FIRST, "b_pitch": _FIRST}, ("score-same",)),
        Mistake("one pitch only", {k: v for k, v in _WHOLE.items() if k.startswith("a_")}, ("a-near", "b-open", "differ-open")),
        Mistake("one mark left out", {**_WHOLE, "b_c9": ""}, ("a-near", "b-open", "differ")),
        Mistake("full marks for an announcement", {**_WHOLE, "a_c2": "3", "a_c4": "3", "a_c5": "3"}, ("a-near", "a-far", "a-far", "a-far", "b-near", "differ")),
    ),
    check=check,
    check_label="Compare with the raters",
    live=show,
    live_label="The two pitches",
    live_after="b_pitch",
)  # fmt: skip
