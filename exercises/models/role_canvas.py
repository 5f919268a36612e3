"""Role canvas: one role in six lines, each with where it comes from, and the share of guesses.

The roles of the library are composites. What a person of the role told you, or what
you saw, is worth more than any of them, so the library's card comes last, to compare.
"""

from __future__ import annotations

import re

from exercises.exercise import (
    Answer,
    Answers,
    Example,
    Exercise,
    Feedback,
    Field,
    Finding,
    Meter,
    Mistake,
    Table,
    Verdict,
)
from exercises.library import Role
from exercises.models import who
from exercises.models.threat_words import LABELS
from exercises.text import cue, reads_english, shortened, words
from exercises.text.copied import copied

FACTS = 4
"""Lines that must be told or seen."""

FROM = (("", "Choose …"), ("told", "Told by a person of the role"), ("seen", "Seen by me"), ("guess", "My guess"))

_LINES = (
    ("job", "What do they do before ten in the morning?", "The job: what you would see, not the title.", "Opens the van, checks the parts list against the first three jobs."),
    ("measure", "On which figure are they measured?", "The one that is on somebody's sheet.", "Jobs closed at the first visit, per week."),
    ("pain", "What costs them most time or nerves?", "In their day, with or without your system.", "Drives back to the depot for a part that was booked out yesterday."),
    ("identity", "How would they finish: “I am the one who …”?", "What they are proud of, in their words.", "I hear what is wrong before I open the lid."),
    ("voices", "Whom do they believe?", "Roles near them, no names.", "The oldest engineer of the depot, and the dispatcher."),
    ("proof", "What would convince them?", "Something they could see or count themselves.", "Two weeks without one wrong part in a van like theirs."),
)  # fmt: skip

_HEAD = {
    "job": "Job", "measure": "Measured on", "pain": "Pain", "identity": "Identity line", "voices": "Voices they trust", "proof": "Proof they believe",
}  # fmt: skip


def _fields() -> tuple[Field, ...]:
    made: list[Field] = []
    for name, label, help_, example in _LINES:
        made.append(Field(name, label, "text", rows=2, help=help_, placeholder=example, group=_HEAD[name]))
        made.append(Field(f"{name}_from", "How do you know?", "choice", options=FROM, group=_HEAD[name]))
    return tuple(made)


_GROUP_TALK = cue(
    "millennials?", "gen(?:eration)?[- ][xyz]", "boomers?", "digital natives?", "(?:older|younger|old|young) (?:people|staff|employees|colleagues|users|workers|ones)",
    "(?:women|men) (?:like|love|hate|are|want|prefer|tend)", "(?:they|these people) are all", "people like (?:that|them)",
)  # fmt: skip
_SOLUTION = cue(
    "(?:lack|absence) of (?:an? )?(?:\\w+ )?(?:tool|system|app|software|crm|platform|solution|dashboard|automation|integration)",
    "no (?:\\w+ )?(?:crm|tool|system|app|software|platform|dashboard|automation)", "(?:need|needs|want|wants) (?:an?|the|our) (?:\\w+ )?(?:tool|system|app|software|crm|platform|solution|dashboard)",
    "(?:not|isn't|is not) digital", "missing (?:tool|system|app|software)",
)  # fmt: skip
_GENERAL = {
    "job": cue("uses? the (?:system|tool|crm|erp|app)", "works? with (?:the )?(?:system|customers|data|people)", "manages? (?:things|processes|tasks)", "daily business", "various tasks", "their job", "the usual"),
    "measure": cue("performance", "kpis?", "efficiency", "productivity", "success", "results?", "quality", "output", "targets?", "goals?"),
    "pain": cue("stress", "too much work", "workload", "bad (?:tools|systems|software|it)", "inefficien\\w+", "time pressure", "complexity", "bureaucracy", "manual (?:work|processes)", "everything"),
    "voices": cue("management", "the (?:company|board|it department|project team|consultants?)", "(?-i:IT)", "the ceo", "experts?", "vendors?", "nobody", "everyone"),
    "proof": cue("roi", "business case", "(?:a )?(?:demo|presentation|slides|white ?paper|brochure)", "gartner", "studies", "references?", "best practices?", "benchmarks?", "facts", "numbers", "data", "training"),
}  # fmt: skip
_ASKS = {
    "job": "What would you see at half past eight?",
    "measure": "Which figure, on whose sheet, how often?",
    "pain": "On which day did it last happen, and what did it cost?",
    "voices": "Who of those who do the same work is asked when something is unclear?",
    "proof": "That is what convinces us. What could they see or count on their own work?",
}
_FIRST_PERSON = cue("i", "i'm", "my", "me", "we", "our", "with me", "without me", "us")
_THEY = cue("she", "he", "they", "her", "his", "their", "them", "him")
_OF_THEM = re.compile(r"(?:is|are|has|likes|loves)\b", re.IGNORECASE)
_OWN_WORDS = re.compile(r"\w")


def _told(answers: Answers) -> tuple[int, int, int]:
    """How many lines are written, how many of those are told or seen, how many are guesses."""
    written = [name for name, *_ in _LINES if _OWN_WORDS.search(str(answers[name]))]
    sources = [str(answers[f"{name}_from"]) for name in written]
    return len(written), sum(one in ("told", "seen") for one in sources), sources.count("guess")


def shares(answers: Answers) -> str | Feedback:
    """Where the lines come from, as it stands while the learner writes."""
    written, facts, guesses = _told(answers)
    if not written:
        return ""
    untold = written - facts - guesses
    says = f"{written} of {len(_LINES)} lines written."
    if untold:
        says += f" {untold} {'does' if untold == 1 else 'do'} not say yet how you know."
    return Feedback(
        says,
        meters=(
            Meter("Share of guesses", guesses, 0, written, f"{guesses} of {written} lines"),
            Meter("Told or seen", min(facts, FACTS), 0, FACTS, f"{facts}, and {FACTS} are needed"),
        ),
    )


def check(answers: Answers) -> Feedback:
    """Read each line for what makes it general, count the facts, then offer the library's card to compare."""
    written, facts, guesses = _told(answers)
    if not written:
        says = "Write one line that a person of the role has told you, or that you have seen."
        return Feedback("The canvas is empty.", (Finding("canvas-empty", "ask", says, field="job"),))
    role = who.role(answers)
    found: list[Finding] = []
    for name, *_ in _LINES:
        found += _line(name, " ".join(str(answers[name]).split()), str(answers[f"{name}_from"]), role)
    found += _facts(answers, facts, guesses)
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    tables: tuple[Table, ...] = ()
    if role is not None and written >= FACTS:
        tables = (_beside(answers, role),)
        says = "Your lines stand beside the library's card below. It is a composite: where the two differ and yours was told or seen, keep yours."
        found.append(Finding("compare", "note", says))
    elif role is None:
        says = f"The library has no card for {who.role_name(answers)}. Yours will be the only one, so read it back to somebody who holds the role."
        found.append(Finding("no-card", "note", says))
    share = (
        f"{guesses} of {written} lines {'is a guess' if guesses == 1 else 'are guesses'}"
        if guesses
        else "no line is marked as a guess"
    )
    return Feedback(
        f"{facts} {'line' if facts == 1 else 'lines'} told or seen ({FACTS} are needed); {share}.",
        tuple(found),
        tables=tables,
    )


def _line(name: str, text: str, source: str, role: Role | None) -> list[Finding]:
    """What there is to say about one line."""
    if not _OWN_WORDS.search(text):
        return []
    head, quoted = _HEAD[name], f"“{shortened(text, 70)}”"
    if not source:
        says = f"{head}: how do you know? If nobody told you and you have not seen it, it is a guess, and may stand as one."
        return [Finding("from-missing", "change", says, field=f"{name}_from")]
    if (match := _GROUP_TALK.search(text)) and name != "voices":
        says = f"{head}: “{match.group()}” speaks of a crowd. If that is whom they serve, leave it; if it stands for this role, what does the role do on a Tuesday?"
        return [Finding("group-talk", "ask", says, field=name)]
    if (match := LABELS.search(text)) and name != "voices":
        says = f"{head}: “{match.group()}” is what others say about them. What would they say themselves?"
        why = "How readily people take to change explained only about a fifth of what HR staff believed about a mandatory system."
        return [Finding("label", "change", says, why, "E09", name)]
    if role is not None and (phrase := copied(text, _phrases(role))):
        if source == "guess":
            says = f"{head}: {quoted} stands in the library's card in these words. A card that repeats the library tells you nothing new."
            return [Finding("copied", "change", says, field=name)]
        says = f"{head}: “{phrase}” stands in the library's card in these words. Did your person say it like that, or did the card?"
        return [Finding("copied-told", "ask", says, field=name)]
    if name == "pain" and (match := _SOLUTION.search(text)):
        told = source in ("told", "seen")
        says = f"Pain: “{match.group()}” is {'a wish for an answer' if told else 'your answer, turned into their trouble'}. What happens to them without it, on which day?"
        return [
            Finding(
                "pain-is-solution",
                "ask" if told else "change",
                says,
                "Start from their jobs and pains, and say what changes before you name a feature.",
                "E33",
                name,
            )
        ]
    if not reads_english(text) and len(words(text)) > 5:
        return []
    if name == "identity":
        if _FIRST_PERSON.search(text) or any(mark in text for mark in '“”"„«'):
            return []
        if source != "guess" and not _THEY.search(text) and not _OF_THEM.match(text) and len(words(text)) > 2:
            return []  # “notices it before the monitor does” finishes the line that the field begins
        says = f"Identity line: {quoted} is said about them, or could be. How would one of them say it to somebody new: “I am the one who …”?"
        why = "A system can threaten who people believe they are at work."
        return [Finding("identity-about", "ask", says, why, "E12", name)]
    general = sum(len(words(one.group())) for one in _GENERAL[name].finditer(text))
    if general * 3 >= len(words(text)) and general:
        verdict: Verdict = "change" if name in ("measure", "pain", "job") and len(words(text)) <= 3 else "ask"
        return [Finding("line-general", verdict, f"{head}: {quoted} would fit many roles. {_ASKS[name]}", field=name)]
    return []


def _phrases(role: Role) -> tuple[str, ...]:
    return (
        *role.goals,
        *role.measured_on,
        *role.pains,
        role.identity_line,
        *role.trusted_messengers,
        *role.proof_they_believe,
    )


def _facts(answers: Answers, facts: int, guesses: int) -> list[Finding]:
    found = []
    if facts >= FACTS:
        why = "Whether people think that a system helps them do their own job tracks use more closely than whether it looks easy; and they know that job."
        found.append(
            Finding("facts-enough", "good", f"{facts} lines come from a person or from your own eyes.", why, "E01")
        )
    else:
        guessed = [
            _HEAD[name].lower()
            for name, *_ in _LINES
            if answers[f"{name}_from"] == "guess" and _OWN_WORDS.search(str(answers[name]))
        ]
        ask_for = (
            f" A talk of twenty minutes is enough for two of the guesses: {', '.join(guessed[:2])}."
            if len(guessed) > 1
            else f" A talk of twenty minutes would settle the guess: {guessed[0]}."
            if guessed
            else " A talk of twenty minutes brings the rest."
        )
        says = f"{'1 line is' if facts == 1 else f'{facts} lines are'} told or seen; you need {FACTS}.{ask_for}"
        found.append(Finding("facts-few", "change", says, field="job"))
    empty = [_HEAD[name].lower() for name, *_ in _LINES if not _OWN_WORDS.search(str(answers[name]))]
    if empty:
        says = f"Still empty: {', '.join(empty)}. An empty line is a question for your next talk."
        found.append(Finding("lines-left", "note", says))
    says = "Read the lines back to a person of the role. What would they strike, and what do they call it?"
    found.append(Finding("read-back", "ask", says))
    if facts >= FACTS and guesses:
        found.append(
            Finding(
                "guess-marked",
                "good",
                f"You say of {'one line' if guesses == 1 else f'{guesses} lines'} that it is a guess. That keeps it from turning into a fact in the next meeting.",
            )
        )
    return found


def _beside(answers: Answers, role: Role) -> Table:
    library = {
        "job": "; ".join(role.goals), "measure": "; ".join(role.measured_on), "pain": "; ".join(role.pains), "identity": role.identity_line,
        "voices": "; ".join(role.trusted_messengers), "proof": "; ".join(role.proof_they_believe),
    }  # fmt: skip
    return Table(
        f"Yours beside the library's: {role.name.lower() if not role.name[1:2].isupper() else role.name}",
        ("", "Yours", "The library's"),
        tuple((_HEAD[name], " ".join(str(answers[name]).split()) or "–", library[name]) for name, *_ in _LINES),
    )


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The card as it stands in the dossier."""
    sources = {**dict(FROM), "": "Not said"}
    lines = tuple(
        (_HEAD[name], " ".join(str(answers[name]).split()), sources[str(answers[f"{name}_from"])])
        for name, *_ in _LINES
        if _OWN_WORDS.search(str(answers[name]))
    )
    name = who.role_name(answers)
    return (Table(f"{name[:1].upper()}{name[1:]}", ("", "What we know", "From"), lines),) if lines else ()


_GOOD: dict[str, Answer] = {
    "role": "field_salesperson", "technology": "crm",
    "job": "Rings the office from the car park to ask which offers are open at this customer.", "job_from": "seen",
    "measure": "Contracts signed a quarter; the list hangs in the kitchen of the branch.", "measure_from": "told",
    "pain": "On Friday she types the same four visits into two lists.", "pain_from": "told",
    "identity": "I know who will say no before they know it.", "identity_from": "told",
    "voices": "The colleague who had the district before her.", "voices_from": "guess",
    "proof": "Her own five customers in it, with nothing missing.", "proof_from": "told",
}  # fmt: skip


def _but(**changes: Answer) -> dict[str, Answer]:
    return {**_GOOD, **changes}


_AFTER = ("read-back", "facts-enough", "guess-marked", "compare")

EXERCISE = Exercise(
    id="role-canvas",
    title="Role canvas",
    task="Describe one role in six lines, say of each how you know it, and have at least four of them from a person or from your own eyes.",
    minutes=12,
    fields=(*who.fields(), *_fields()),
    hints=(
        "Start with the line you are surest of. Who told you?",
        "No talk yet? Mark what you have as guesses, check it, and take the three weakest lines to a talk of twenty minutes.",
        "Ask for the last time, not for the usual: when did it last cost you an evening? Who helped?",
        "Worked solution: load the worked example. Four lines were told, one was seen, and the one that is a guess says so.",
    ),
    example=Example(_GOOD, _AFTER),
    mistakes=(
        Mistake("nothing written", {}, ("canvas-empty",)),
        Mistake("all from the desk", _but(job_from="guess", measure_from="guess", pain_from="guess", identity_from="guess", proof_from="guess"),
                ("facts-few", "read-back", "compare")),
        Mistake("does not say how they know", _but(measure_from=""), ("from-missing", *_AFTER)),
        Mistake("the solution for a pain", _but(pain="Lack of a modern CRM"), ("pain-is-solution", *_AFTER)),
        Mistake("a measure for everybody", _but(measure="Performance and KPIs"), ("line-general", *_AFTER)),
        Mistake("a crowd for a role", _but(identity="Millennials love apps, the rest does not."), ("group-talk", *_AFTER)),
        Mistake("what others say about them", _but(identity="Old-school and set in their ways"), ("label", *_AFTER)),
        Mistake("copies the library", _but(voices="respected peer with full quota", voices_from="guess"), ("copied", *_AFTER)),
        Mistake("the library's words as told", _but(pain="evening reporting"), ("copied-told", *_AFTER)),
        Mistake("proof that convinces IT", _but(proof="A demo and the business case"), ("line-general", *_AFTER)),
        Mistake("two lines and a title", {"job": "Uses the system", "job_from": "guess", "identity": "Closes deals and likes people", "identity_from": "guess"},
                ("line-general", "facts-few", "identity-about", "read-back", "lines-left")),
    ),
    check=check,
    live=shares,
    live_label="Where your lines come from",
    part="role",
    written=written,
)  # fmt: skip
