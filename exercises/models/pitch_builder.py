"""Pitch builder: nine guided blocks become one pitch for one role and one system, and the pitch is reviewed.

The review (`exercises.pitch`) suggests levels; the learner has the last word. A mark
that is overruled is kept beside the suggestion, with its reason.
"""

from __future__ import annotations

from functools import lru_cache

from exercises import library
from exercises.exercise import (
    Answer,
    Answers,
    Example,
    Exercise,
    Feedback,
    Field,
    Finding,
    Mark,
    Meter,
    Mistake,
    Table,
    Verdict,
    read_rows,
    rows,
)
from exercises.models import who
from exercises.pitch import BLOCKS, Review, Sign, compose, review
from exercises.text import shortened

FEWEST, MOST, TOO_MANY = 90, 130, 150
"""Words: the aim, and where the note becomes a request to cut."""

WORD = {
    "C1": "role", "C2": "gain", "C3": "concrete", "C4": "fear", "C5": "proof",
    "C6": "cost", "C7": "choice", "C8": "step", "C9": "truth",
}  # fmt: skip
"""What stands beside a mark in the text, by criterion."""

BANDS = {
    "not ready": "not ready: do not send it yet",
    "rough": "rough: for a colleague's eyes",
    "usable": "usable: for one person of the role, in a talk",
    "strong": "strong: for one person of the role, who will find what we cannot see",
}

MOST_MARKS = 9

_MARK = (
    Field("criterion", "Which mark do you overrule?", "choice", options=(("", "Choose …"), *((c, f"{c} {word}") for c, word in WORD.items()))),
    Field("level", "Your mark", "choice", options=(("", "Choose …"), ("0", "0"), ("1", "1"), ("2", "2"), ("3", "3"))),
    Field("reason", "Your reason", placeholder="The moment is in the first line; the rules do not know the word."),
)  # fmt: skip


def brief(role: str, technology: str) -> tuple[tuple[str, str], ...]:
    """What the library says about this role and this technology, as (heading, text).

    Where the pair is not in the library, the role's pains and the technology's own
    entries stand in, and the first line says so.
    """
    roles, technologies = library.roles(), library.technologies()
    if role not in roles or technology not in technologies:
        return ()
    person, system = roles[role], technologies[technology]
    pair = library.role_technology().get((role, technology))
    if pair is None:
        threats = library.threats()
        fears = "; ".join(threats[t].name.lower() for t in system.typical_threats[:3])
        return (
            ("No entry for this pair", "The library has none, so ask a person of the role. Until then:"),
            ("Their pains", "; ".join(person.pains)),
            ("Fears that are typical of this system", fears),
            ("Honestly bad about it", system.honest_downside),
        )
    return (
        ("How it may threaten them", pair.how_it_threatens),
        ("What they could gain", pair.personal_benefit),
        ("How they would measure it", pair.personal_measure),
        ("Proof they believe", "; ".join(person.proof_they_believe)),
        ("Do not claim", pair.do_not_claim),
    )


def check(answers: Answers) -> Feedback:
    """Compose the pitch, review it, and offer one next change."""
    pitch = compose(answers)
    if not pitch:
        finding = Finding(
            "pitch-empty", "ask", "Start with the moment: where is the person, and what are they doing?", field="moment"
        )
        return Feedback("There is no pitch to read yet.", (finding,))
    found = _review(pitch, answers)
    if found.unread:
        says = f"{found.unread} Read it aloud to one person of the role; the rules have nothing to add."
        return Feedback(
            "The review cannot read this.", (Finding("pitch-unread", "note", says), _human(answers)), composed=pitch
        )
    own = _own_marks(answers)
    findings = [
        *_next(found),
        *_overruled(found, own),
        *_length(found.count),
        *_empty(answers),
        *_questions(found),
        _band(found, own),
        _human(answers),
    ]
    return Feedback(
        f"{_counted(found.count)}. Nine suggestions, read from the words by rules; you have the last word.",
        tuple(findings),
        tables=(_profile(found, own),),
        meters=_meters(found, own),
        composed=pitch,
    )


def grow(answers: Answers) -> str | Feedback:
    """The pitch while it is written, with the signs in it."""
    pitch = compose(answers)
    if not pitch:
        return ""
    found = _review(pitch, answers)
    return Feedback(f"{_counted(found.count)} so far; the aim is {FEWEST} to {MOST}.", marked=(pitch, _marks(found)))


def _review(pitch: str, answers: Answers) -> Review:
    role = str(answers["role_words"] if answers["role"] == who.OTHER else answers["role"])
    technology = str(answers["technology_words"] if answers["technology"] == who.OTHER else answers["technology"])
    return _read(pitch, role, technology)


@lru_cache(maxsize=2)
def _read(pitch: str, role: str, technology: str) -> Review:
    """The review; the check asks for the one that has just been shown while typing."""
    return review(pitch, role, technology)


def _marks(found: Review) -> tuple[Mark, ...]:
    return tuple(Mark(sign.start, sign.end, WORD[sign.criterion], sign.helps) for sign in found.signs)


def _own_marks(answers: Answers) -> dict[str, tuple[int, str]]:
    """The learner's own marks with their reasons; the last one counts where there are several."""
    return {
        str(row["criterion"]): (int(row["level"]), " ".join(str(row["reason"]).split()))
        for _, row in read_rows(answers, "mark", MOST_MARKS, _MARK)
        if row["criterion"] and row["level"] != ""
    }


def _in_words(level: int, certainty: str) -> str:
    """A suggested level, with what it is worth."""
    if certainty == "high":
        return f"{level} of 3"
    return f"up to {level} of 3, if you confirm" if certainty == "medium" else f"{level} of 3? You can tell, we cannot"


def _meters(found: Review, own: dict[str, tuple[int, str]]) -> tuple[Meter, ...]:
    made = []
    for criterion in library.rubric().values():
        level = found.profile[criterion.id]
        says = _in_words(level.value, level.certainty)
        value = level.value
        if criterion.id in own:
            value = own[criterion.id][0]
            says = f"{value} of 3, by you; suggested was {level.value}"
        made.append(Meter(f"{criterion.id} {criterion.name}", value, 0, 3, says))
    return tuple(made)


def _next(found: Review) -> list[Finding]:
    change = found.next_change
    if change is None:
        return [
            Finding("no-change", "good", "The rules have no next change to propose. The next one comes from a person.")
        ]
    criterion = library.rubric()[change.criterion]
    against = _quoted([sign for sign in found.signs_of(change.criterion) if not sign.helps])
    seen = f" ({against} speaks against it.)" if against else ""
    says = f"The one next change, {criterion.id} {criterion.name}: {change.do}{seen}"
    verdict: Verdict = "change" if change.level < 2 else "ask"
    return [
        Finding(
            f"next-{change.criterion.lower()}",
            verdict,
            says,
            _WHY.get(change.criterion, ""),
            _SOURCES.get(change.criterion, ""),
        )
    ]


def _overruled(found: Review, own: dict[str, tuple[int, str]]) -> list[Finding]:
    made = []
    for criterion, (level, reason) in own.items():
        suggested = found.levels[criterion]
        if reason:
            says = f"{criterion} {WORD[criterion]}: suggested {suggested}, you say {level}, because “{shortened(reason, 120)}”. The dossier keeps both."
            made.append(Finding("overruled", "note", says))
        else:
            says = f"{criterion} {WORD[criterion]}: suggested {suggested}, you say {level}. What is your reason? A colleague will ask."
            made.append(Finding("overruled-why", "ask", says))
    return made


def _empty(answers: Answers) -> list[Finding]:
    empty = [block.label.lower() for block in BLOCKS if not str(answers[block.name]).strip()]
    if not empty:
        return []
    says = f"Still empty: {', '.join(empty)}. What has no honest content yet is a question to take to somebody, not a gap to fill."
    return [Finding("empty-blocks", "ask", says)]


def _length(count: int) -> list[Finding]:
    if FEWEST <= count <= MOST:
        return [Finding("pitch-length", "good", f"{_counted(count)}: short enough to be read aloud in a minute.")]
    if count > TOO_MANY:
        says = f"{_counted(count)} are too many for one breath. Aim at {FEWEST} to {MOST}; cut what the listener would not miss."
        return [Finding("pitch-long", "change", says)]
    if count > MOST:
        return [
            Finding("pitch-longish", "note", f"{_counted(count)}. The aim is {FEWEST} to {MOST}; cut one sentence.")
        ]
    return [Finding("pitch-short", "note", f"{_counted(count)} so far; a whole pitch has {FEWEST} to {MOST}.")]


def _questions(found: Review) -> list[Finding]:
    return [
        Finding("claims", "ask", question, "No program can tell whether it is true or wanted.")
        for question in found.questions[:-1]
    ]


def _band(found: Review, own: dict[str, tuple[int, str]]) -> Finding:
    says = f"Taken together, the suggestions are {BANDS[found.band]}."
    if own:
        says += " Your own marks are not counted in; a peer's would be worth more."
    why = "The suggestions were fitted to marks by language-model raters that followed the same rubric. They are no experts and no users."
    return Finding("band", "note", says, why)


def _human(answers: Answers) -> Finding:
    says = f"Now read it to one {who.role_name(answers)}. Ask two things: what would you do next, and what did I leave out?"
    return Finding("read-to-one", "ask", says)


def _counted(count: int) -> str:
    return "1 word" if count == 1 else f"{count} words"


def _profile(found: Review, own: dict[str, tuple[int, str]]) -> Table:
    made = []
    for criterion in library.rubric().values():
        level = found.profile[criterion.id]
        mark = str(level.value) if criterion.id not in own else f"{own[criterion.id][0]} (suggested {level.value})"
        signs = found.signs_of(criterion.id)
        made.append((
            f"{criterion.id} {criterion.name}", mark,
            _quoted([sign for sign in signs if sign.helps]) or "no sign found",
            _quoted([sign for sign in signs if not sign.helps]) or "none",
        ))  # fmt: skip
    return Table(
        "What the suggestions rest on", ("Criterion", "Mark", "Speaks for it", "Speaks against it"), tuple(made)
    )


def _quoted(signs: list[Sign]) -> str:
    seen = list(dict.fromkeys(sign.words for sign in signs))
    more = f" and {len(seen) - 4} more" if len(seen) > 4 else ""
    return ", ".join(f"“{shortened(words, 60)}”" for words in seen[:4]) + more


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The pitch with its marks, those of the rules and those of the learner."""
    pitch = compose(answers)
    if not pitch:
        return ()
    found, own = _review(pitch, answers), _own_marks(answers)
    marks = tuple(
        (f"{c.id} {c.name}", str(found.levels[c.id]), *(map(str, own[c.id]) if c.id in own else ("", "")))
        for c in library.rubric().values()
    )
    return (
        f"For: {who.role_name(answers)}. About: {who.technology_name(answers)}. {_counted(found.count)}.",
        pitch,
        Table("Marks", ("Criterion", "Suggested by rules", "Own mark", "Reason"), marks),
    )  # fmt: skip


_SOURCES = {"C2": "E01", "C4": "E08", "C5": "E38", "C7": "E27"}
_WHY = {
    "C2": "Whether it helps with their own job tracks use more closely than whether it looks easy.",
    "C4": "A benefit does not cancel a threat; they move apart.",
    "C5": "Salespeople, at least, follow their own manager and colleagues.",
    "C7": "Pressure can make people want the old way more.",
}


def _example() -> dict[str, Answer]:
    return {
        "role": "field_salesperson",
        "technology": "crm",
        "moment": "Before each visit you sit in the car and ring the office for open offers.",
        "before": "In March we counted one to three calls a visit.",
        "after": "On the phone, one page now shows offers and service calls, so you do not walk into a complaint.",
        "fear": "Yes, it also shows deals that stand still, and that can feel like being checked.",
        "safeguard": "For eight weeks only you see your list; the director has signed that.",
        "proof": "A seller up north has used it since May and still finds the search slow; ask her.",
        "cost": "Expect ten minutes of typing a day; the Friday status mail is dropped.",
        "choice": "The change is fixed because the old contract ends; which week is your call.",
        "step": "Thursday 8:30, 20 minutes, your deals; if your notebook wins, we note it.",
    }


EXERCISE = Exercise(
    id="pitch-builder",
    title="Pitch builder",
    task="Write a pitch of 90 to 130 words that tells one role why one system is good for them, block by block.",
    minutes=30,
    fields=(
        *who.fields(),
        *(
            Field(b.name, b.label, "text", help=b.help, placeholder=b.placeholder, rows=2, group="Nine blocks")
            for b in BLOCKS
        ),
        *rows("mark", "Own mark", MOST_MARKS, _MARK),
    ),
    hints=(
        "Start in their day, not in your system: where does the person stand, what is in their hands?",
        "Write the fear next, as they would say it over coffee. Then ask yourself what has really been agreed about it.",
        "If a block has no honest content yet, leave it empty: an empty block is a question to take to a real person.",
        "Worked solution: load the worked example, read it aloud, and mark the two sentences that cost the writer most.",
    ),
    example=Example(_example(), ("next-c7", "pitch-length", "claims", "band", "read-to-one")),
    mistakes=(
        Mistake("nothing written", {}, ("pitch-empty",)),
        Mistake(
            "the company's announcement",
            {
                "after": "Our powerful, seamless platform gives full transparency to management.",
                "step": "All users must be onboarded soon. No training needed!",
            },
            ("next-c4", "pitch-short", "empty-blocks", "claims", "band", "read-to-one"),
        ),
        Mistake(
            "comfort instead of an answer",
            {"moment": "On your round you log in nine times.", "fear": "There is nothing to worry about.", "safeguard": "Nobody will lose a job, guaranteed."},
            ("next-c9", "pitch-short", "empty-blocks", "claims", "band", "read-to-one"),
        ),
        Mistake(
            "an honest denial is no absolute",
            {"safeguard": "It is not guaranteed that your territory stays the same; only the director can say."},
            ("next-c4", "pitch-short", "empty-blocks", "claims", "band", "read-to-one"),
        ),
        Mistake("another language", {"moment": "Vor jedem Besuch sitzen Sie im Auto und rufen das Büro an."}, ("pitch-unread", "read-to-one")),
        Mistake("a mark overruled without a reason", {**_example(), "mark_1_criterion": "C6", "mark_1_level": "3"}, ("next-c7", "overruled-why", "pitch-length", "claims", "band", "read-to-one")),
        Mistake("a mark overruled with a reason", {**_example(), "mark_1_criterion": "C8", "mark_1_level": "3", "mark_1_reason": "The step is in the sellers' own calendar."}, ("next-c7", "overruled", "pitch-length", "claims", "band", "read-to-one")),
    ),
    check=check,
    live=grow,
    live_label="Your pitch so far",
    live_after="step",
    part="pitch",
    written=written,
)  # fmt: skip
