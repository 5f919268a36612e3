"""Pitch builder: nine guided blocks become one pitch for one role and one technology."""

from __future__ import annotations

from exercises import library
from exercises.exercise import (
    Answer,
    Answers,
    Example,
    Exercise,
    Feedback,
    Field,
    Finding,
    Mistake,
    Table,
)
from exercises.pitch import BLOCKS, Block, Review, Sign, compose, review

FEWEST, MOST, TOO_MANY = 90, 130, 150
"""Words: the aim, and where the note becomes a request to cut."""


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
    """Compose the pitch, find the first signs in it and offer the next change, most useful first."""
    role, technology = str(answers["role"]), str(answers["technology"])
    pitch = compose(answers)
    empty = [block for block in BLOCKS if not str(answers[block.name]).strip()]
    if len(empty) == len(BLOCKS):
        finding = Finding(
            "pitch-empty", "ask", "Start with the moment: where is the person, and what are they doing?", field="moment"
        )
        return Feedback("There is no pitch to read yet.", (finding,))
    found = review(pitch, role, technology)
    findings = [*_about_signs(found), *_about_blocks(empty), *_about_length(found.count)]
    findings += [
        Finding("read-aloud", "ask", question, "No program can tell whether it is true or wanted.")
        for question in found.questions
    ]
    helped = {sign.criterion for sign in found.signs if sign.helps}
    names = library.rubric()
    missing = [names[c].name.lower() for c in found.missing()]
    none = f" None found for: {', '.join(missing)}; read those parts aloud." if missing else ""
    return Feedback(
        f"{_counted(found.count)}. Signs found for {len(helped)} criteria.{none} A sign is not a proof: overrule it where you know better.",
        tuple(findings),
        tables=(_profile(found),),
        composed=pitch,
    )


def _about_signs(found: Review) -> list[Finding]:
    names = library.rubric()
    against: dict[str, list[Sign]] = {}
    for sign in found.against():
        against.setdefault(sign.criterion, []).append(sign)
    return [
        Finding(
            f"against-{criterion.lower()}", "change",
            f"{names[criterion].name}: {_quoted(signs)}. {signs[0].why}", names[criterion].question)
        for criterion, signs in against.items()
    ]  # fmt: skip


def _about_blocks(empty: list[Block]) -> list[Finding]:
    return [
        Finding(f"empty-{block.name}", "ask", f"{block.label} is still empty. {block.help}",
                _WHY.get(block.name, ""), _SOURCES.get(block.name, ""), block.name)
        for block in empty
    ]  # fmt: skip


def _about_length(count: int) -> list[Finding]:
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


def _counted(count: int) -> str:
    return "1 word" if count == 1 else f"{count} words"


def _profile(found: Review) -> Table:
    rows = []
    for criterion in library.rubric().values():
        signs = [sign for sign in found.signs if sign.criterion == criterion.id]
        rows.append((
            f"{criterion.id} {criterion.name}",
            _quoted([sign for sign in signs if sign.helps]) or "no sign found",
            _quoted([sign for sign in signs if not sign.helps]) or "none",
        ))  # fmt: skip
    return Table("First signs found", ("Criterion", "Speaks for it", "Speaks against it"), tuple(rows))


def _quoted(signs: list[Sign]) -> str:
    seen = list(dict.fromkeys(sign.words for sign in signs))
    more = f" and {len(seen) - 4} more" if len(seen) > 4 else ""
    return ", ".join(f"“{words}”" for words in seen[:4]) + more


_SOURCES = {"after": "E01", "fear": "E08", "safeguard": "E20", "proof": "E38", "choice": "E27"}
_WHY = {
    "fear": "A benefit does not cancel a threat; they move apart.",
    "safeguard": "A fear that is raised and left without an answer may lower support.",
    "after": "Whether it helps with their own job tracks use more closely than whether it looks easy.",
    "choice": "Pressure can make people want the old way more.",
    "proof": "Salespeople, at least, follow their own manager and colleagues.",
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
        Field(
            "role", "Who listens?", "choice", group="One role, one system",
            options=tuple((r.id, r.name) for r in library.roles().values()), default="field_salesperson",
        ),
        Field(
            "technology", "Which system?", "choice", group="One role, one system",
            options=tuple((t.id, t.name) for t in library.technologies().values()), default="crm",
        ),
        *(
            Field(b.name, b.label, "text", help=b.help, placeholder=b.placeholder, rows=2, group="Nine blocks")
            for b in BLOCKS
        ),
    ),
    hints=(
        "Start in their day, not in your system: where does the person stand, what is in their hands?",
        "Write the fear next, as they would say it over coffee. Then ask yourself what has really been agreed about it.",
        "If a block has no honest content yet, leave it empty: an empty block is a question to take to a real person.",
        "Worked solution: load the worked example, read it aloud, and mark the two sentences that cost the writer most.",
    ),
    example=Example(_example(), ("pitch-length", "read-aloud", "read-aloud")),
    mistakes=(
        Mistake("nothing written", {}, ("pitch-empty",)),
        Mistake(
            "the company's announcement",
            {
                "after": "Our powerful, seamless platform gives full transparency to management.",
                "step": "All users must be onboarded soon. No training needed!",
            },
            ("against-c3", "against-c2", "against-c1", "against-c7", "against-c8", "against-c6", "empty-moment", "empty-before",
             "empty-fear", "empty-safeguard", "empty-proof", "empty-cost", "empty-choice", "pitch-short", "read-aloud", "read-aloud"),
        ),
        Mistake(
            "comfort instead of an answer",
            {"moment": "On your round you log in nine times.", "fear": "There is nothing to worry about.", "safeguard": "Nobody will lose a job, guaranteed."},
            ("against-c9", "against-c4", "empty-before", "empty-after", "empty-proof", "empty-cost", "empty-choice", "empty-step",
             "pitch-short", "read-aloud", "read-aloud"),
        ),
        Mistake(
            "an honest denial is no absolute",
            {"safeguard": "It is not guaranteed that your territory stays the same; only the director can say."},
            ("empty-moment", "empty-before", "empty-after", "empty-fear", "empty-proof", "empty-cost", "empty-choice", "empty-step",
             "pitch-short", "read-aloud", "read-aloud"),
        ),
    ),
    check=check,
    live=compose,
    live_label="Your pitch so far",
)  # fmt: skip
