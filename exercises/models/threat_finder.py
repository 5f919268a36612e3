"""Threat finder: for one role and one system, three threats with what speaks for them, what against, and what to ask.

A likely threat is a guess of the library about a role it does not know. It becomes a
finding only by evidence, and evidence that was looked for on one side only proves what
was believed before. Where there is none, the honest mark is “must ask”.
"""

from __future__ import annotations

from dataclasses import replace

from exercises import library
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
    read_rows,
    rows,
)
from exercises.models import who
from exercises.models.likely_threats import MOST, likely
from exercises.models.threat_words import LABELS, names_threat
from exercises.text import cue, reads_english, shortened, words
from exercises.text.copied import copied
from exercises.text.questions import about_question

LIKELY = "likely"
_PLACES = ("first", "second", "third")
MARKS = (
    ("", "Choose …"), ("for", "Evidence that it is felt"), ("against", "Evidence that it is not felt"),
    ("ask", "I do not know: must ask"),
)  # fmt: skip

_ROW = (
    Field("threat", "Which threat?", "choice", options=((LIKELY, "The likely one"), *((t.id, t.name) for t in library.threats().values()))),
    Field("for", "What speaks for it?", "text", rows=2, help="What was said, seen or counted, by which role. Leave it empty if you know nothing.",
          placeholder="Two sellers enter their deals on Friday at five, all at once."),
    Field("against", "What speaks against it?", "text", rows=2, help="What would it look like if they did not feel this? Have you looked?",
          placeholder="One of them asked for the list to be shown in the team meeting."),
    Field("mark", "So, where do you stand?", "choice", options=MARKS),
    Field("question", "What would you ask them?", help="Open, and without the name of the threat.",
          placeholder="Which number in here would be unfair to you?"),
)  # fmt: skip


def _rows() -> tuple[Field, ...]:
    """Three rows; the likely threat of each is called by its place."""
    made = []
    for one in rows("threat", "Threat", MOST, _ROW):
        if one.name.endswith("_threat"):
            place = _PLACES[int(one.name.split("_")[1]) - 1]
            one = replace(one, options=((LIKELY, f"The {place} likely one, as above"), *one.options[1:]))
        made.append(one)
    return tuple(made)


_GUESS = cue(
    "i (?:think|guess|believe|suppose|assume|imagine|feel|suspect)", "we (?:think|assume|believe|suspect)", "probably", "maybe", "perhaps", "presumably",
    "obviously", "of course", "clearly", "everyone knows", "everybody knows", "(?:they|it) must (?:be|feel|have|fear|think|see)", "as (?:usual|always)", "typical(?:ly)?", "i am sure", "no doubt",
)  # fmt: skip
_SEEN = cue(
    "said", "says", "told", "asked", "asks", "wrote", "heard", "saw", "seen", "noticed", "watched", "counted", "showed", "shows?", "reported", "called", "mentioned",
    "when i", "last (?:week|month|year)", "yesterday", "on (?:mon|tues|wednes|thurs|fri)day",
)  # fmt: skip
_NUMBER = cue("\\d+", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "most of")
_QUOTED = ("“", "”", '"', "«", "„")
_NOTHING = cue(
    "nothing(?: yet| so far| seen| heard| known)?",
    "none(?: yet| so far| seen| known)?",
    "not yet",
    "(?:i |we )?(?:have not|haven't) (?:looked|asked|checked|heard|seen)(?: \\w+)?(?: yet)?",
    "dunno",
    "no",
    "n/a",
    "nope",
    "not much",
    "no idea",
    "don't know",
    "do not know",
    "i don't know",
    "i do not know",
    "unknown",
    "-",
    "\\?",
)


def chosen(answers: Answers, number: int) -> str:
    """Id of the threat in one of the rows, numbered from 1; empty where “likely” has none."""
    given = str(answers.get(f"threat_{number}_threat", LIKELY))
    if given in library.threats():
        return given
    found = likely(answers)[0]
    return found[number - 1] if number <= len(found) else ""


def suggested(answers: Answers) -> Feedback:
    """The three threats of the rows as the library has them, each with an innocent reading."""
    findings = []
    for number in range(1, MOST + 1):
        threat = library.threats().get(chosen(answers, number))
        if threat is None:
            continue
        says = f"{number}. {threat.name}. {threat.definition}"
        why = (
            f"It might sound like “{threat.stated[0]}” or look like this: {_small(threat.unstated[0])}. "
            f"The innocent reading: {_small(threat.innocent_reading)}"
        )
        findings.append(Finding(f"likely-{number}", "note", says, why))
    name = who.role_name(answers)
    head = f"{name[:1].upper()}{name[1:]}, {who.technology_name(answers)}: {_small(likely(answers)[1])}"
    return Feedback(head, tuple(findings))


def _small(text: str) -> str:
    return text if text[1:2].isupper() or text[:2] == "I " else text[:1].lower() + text[1:]


def check(answers: Answers) -> Feedback:
    """Look at each threat that was begun: is there evidence both ways, or an honest question?"""
    begun = read_rows(answers, "threat", MOST, _ROW)
    if not begun:
        says = "Take the first likely threat. What have you seen or heard that speaks for it, and what against it?"
        return Feedback(
            "No threat has been looked at yet.", (Finding("finder-empty", "ask", says, field="threat_1_for"),)
        )
    found: list[Finding] = []
    stands: list[str] = []
    asked: list[str] = []
    for number, row in begun:
        threat = chosen(answers, number)
        given = {name: " ".join(str(value).split()) for name, value in row.items()}
        if not threat:
            says = f"Threat {number}: the library has none for you here. Choose one of the sixteen."
            found.append(Finding("threat-open", "change", says, field=f"threat_{number}_threat"))
            continue
        about, stand = _evidence(number, threat, given)
        question = _question(number, threat, given)
        found += [*about, *question]
        stands.append(stand)
        if given["question"] and not question:
            asked.append(given["question"])
    found += _between(answers, [number for number, _ in begun], asked)
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    rest, ask = stands.count("evidence"), stands.count("ask")
    still = len(begun) - rest - ask
    parts = [f"{rest} {'rests' if rest == 1 else 'rest'} on evidence", f"{ask} you have to ask"]
    return Feedback(
        f"Of {_threats(len(begun))}, {', '.join(parts)}{f', {still} still open' if still else ''}.",
        tuple(found),
        meters=(Meter("Rests on evidence", rest, 0, MOST, f"{rest} of {MOST} threats"),),
    )


def _threats(count: int) -> str:
    return "1 threat" if count == 1 else f"{count} threats"


def _evidence(number: int, threat: str, given: dict[str, str]) -> tuple[list[Finding], str]:
    """What there is to say about the evidence in one row, and where the threat stands: evidence, ask or open."""
    name, mark = library.threats()[threat].name, given["mark"]
    where = f"threat_{number}_"
    if not mark:
        says = f"{name}: is there evidence that it is felt, evidence that it is not, or must you ask?"
        return [Finding("mark-missing", "change", says, field=f"{where}mark")], "open"
    weak = [one for side in ("for", "against") if (one := _weak(name, threat, given[side], f"{where}{side}"))]
    if mark == "ask":
        if weak:
            return weak, "ask"
        says = f"{name}: you say that you do not know. That is worth more than a guess, as long as somebody asks."
        return [Finding("ask-honest", "good", says, field=f"{where}mark")], "ask"
    here, there = ("for", "against") if mark == "for" else ("against", "for")
    if not given[here] or _NOTHING.fullmatch(given[here].strip(" .")):
        claim = "felt" if mark == "for" else "not felt"
        says = f"{name}: you mark evidence that it is {claim}, and give none. What was said, seen or counted? If nothing, mark that you must ask."
        return [Finding("evidence-missing", "change", says, field=where + here)], "open"
    if not given[there] or _NOTHING.fullmatch(given[there].strip(" .")):
        says = f"{name}: only one side. What would speak {there} it, and where have you looked?"
        why, source = "Whoever looks on one side only finds what they believed before.", ""
        if mark == "against":
            why, source = "Resistance may look like friendly agreement, so agreement alone shows little.", "E11"
        return [*weak, Finding("one-sided", "change", says, why, source, where + there)], "open"
    if any(one.field == where + here for one in weak):
        return weak, "open"
    says = f"{name}: you have looked on both sides. Could somebody else check what you wrote?"
    return [*weak, *([] if weak else [Finding("both-sides", "good", says, field=where + here)])], "evidence"


def _weak(name: str, threat: str, text: str, field: str) -> Finding | None:
    """Why a text is no evidence yet, or None."""
    if not text or _NOTHING.fullmatch(text.strip(" .")):
        return None
    of = library.threats()[threat]
    if match := LABELS.search(text):
        if any(mark in text for mark in _QUOTED):
            return None
        why = "“Resistance” is partly a label that those who bring the change give."
        if _SEEN.search(text) or _NUMBER.search(text):
            says = f"{name}: “{match.group()}” is a verdict on people. What they did or said stands without it: could you strike the word?"
            return Finding("evidence-label", "ask", says, why, "E34", field)
        says = f"{name}: “{match.group()}” is a verdict on people. What did they do or say, on which day?"
        return Finding("evidence-label", "change", says, why, "E34", field)
    if copied(
        text,
        (
            *of.stated,
            *of.unstated,
            of.definition,
            *(p.how_it_threatens for p in library.role_technology().values() if threat in p.threats),
        ),
    ):
        says = (
            f"{name}: “{shortened(text)}” stands in the library in these words. Who of your people has said or done it?"
        )
        return Finding("evidence-copied", "ask", says, field=field)
    if not reads_english(text) and len(words(text)) > 3:
        return None
    seen = _SEEN.search(text) or _NUMBER.search(text) or any(mark in text for mark in _QUOTED)
    if (match := _GUESS.search(text)) and not seen:
        says = f"{name}: “{match.group()}” marks a guess. Who could tell you? Until then, the honest mark is that you must ask."
        return Finding("evidence-guess", "change", says, field=field)
    if len(words(text)) < 4 and not seen:
        says = f"{name}: “{shortened(text)}” is too short for somebody else to check. Who, when, how often?"
        return Finding("evidence-short", "ask", says, field=field)
    return None


def _question(number: int, threat: str, given: dict[str, str]) -> list[Finding]:
    name, question, field = library.threats()[threat].name, given["question"], f"threat_{number}_question"
    if not words(question):
        if given["mark"] == "ask":
            says = f"{name}: you must ask, so write the question. Begin with what, which or how."
            return [Finding("question-missing", "change", says, field=field)]
        return [Finding("question-missing", "ask", f"{name}: what would you ask to be surer?", field=field)]
    if wrong := about_question(question, field, name=f"{name}: "):
        return [wrong]
    if word := names_threat(question, threat):
        says = f"{name}: “{word}” names the threat. They can only confirm or deny your word; ask about the day on which it would show."
        why = "To say a fear aloud has its place in the pitch, once you know it. A question is there to find out."
        return [Finding("question-names", "change", says, why, field=field)]
    return []


def _between(answers: Answers, begun: list[int], asked: list[str]) -> list[Finding]:
    """What concerns more than one row."""
    found = []
    threats = [one for number in begun if (one := chosen(answers, number))]
    if twice := next((one for one in threats if threats.count(one) > 1), ""):
        says = f"{library.threats()[twice].name} stands there twice. Choose another one of the sixteen."
        found.append(Finding("threat-twice", "change", says, field=f"threat_{begun[-1]}_threat"))
    if len({one.lower().strip(" ?") for one in asked}) < len(asked):
        says = "Two threats have the same question. How would you know from the answer which of them it is?"
        found.append(Finding("question-same", "ask", says, field=f"threat_{begun[-1]}_question"))
    elif asked:
        says = f"{'1 question' if len(asked) == 1 else f'{len(asked)} questions'} can be asked without naming a threat, such as: “{shortened(asked[0], 120)}”"
        found.append(Finding("questions-good", "good", says))
    if len(begun) < MOST:
        left = next((one for n in range(1, MOST + 1) if n not in begun and (one := chosen(answers, n))), "")
        rest = MOST - len(begun)
        says = f"{rest} of {MOST} threats {'is' if rest == 1 else 'are'} still to be looked at" + (
            f", next {library.threats()[left].name.lower()}." if left else "."
        )
        found.append(Finding("threats-left", "note", says))
    says = "Put one of the questions to one person of the role this week, and write the answer under for or against."
    why = "What people object to moves over time, from the system to what it means for them and to those who push it. An old answer goes stale."
    found.append(Finding("ask-one", "ask", says, why, "E04"))
    return found


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The threats as they stand in the dossier, one small table each."""
    marks, tables = dict(MARKS), []
    for number, row in read_rows(answers, "threat", MOST, _ROW):
        threat = library.threats().get(chosen(answers, number))
        cells = (
            ("What speaks for it", str(row["for"])), ("What speaks against it", str(row["against"])),
            ("Where we stand", marks[str(row["mark"])] if row["mark"] else "Open"), ("Question to ask", str(row["question"])),
        )  # fmt: skip
        name = threat.name if threat else f"Threat {number}"
        tables.append(Table(name, ("", "What we know"), tuple((a, " ".join(b.split())) for a, b in cells if b.strip())))
    return tuple(tables)


_SLOT: dict[str, Answer] = {
    "threat_1_for": "Two sellers, asked what the form leaves out, talked for twenty minutes about how a buyer says no.",
    "threat_1_against": "One of them wanted the form shorter, not gone.",
    "threat_1_mark": "for",
    "threat_1_question": "What do you notice in a first meeting that the form does not ask?",
}


def _but(**changes: Answer) -> dict[str, Answer]:
    return {**_SLOT, **{f"threat_1_{name}": value for name, value in changes.items()}}


EXERCISE = Exercise(
    id="threat-finder",
    title="Threat finder",
    task="Take three threats that your system may hold for one role, and write for each what speaks for it, what against it, and what you would ask.",
    minutes=14,
    fields=(*who.fields(), *_rows()),
    hints=(
        "Start with what you have really heard or seen. If that is nothing for all three, you have learned something.",
        "To find what speaks against a threat, ask what this role would do if they did not feel it. Has anybody done that?",
        "A question that does not name the threat asks about a day: which number, which week, which three cases, who sees it first?",
        "Worked solution: load the worked example. One threat rests on two talks, one is left open with a question, and one likely threat was replaced because something else was heard.",
    ),
    example=Example(
        {
            "role": "field_salesperson", "technology": "crm", **_SLOT,
            "threat_2_mark": "ask", "threat_2_question": "Which number on the new list would be unfair to you, and who should see it first?",
            "threat_3_threat": "TH08", "threat_3_for": "A seller in the north asked what she gets for her ten minutes.",
            "threat_3_against": "Of five whom we rang, four named the visit brief as something they would use.",
            "threat_3_mark": "against", "threat_3_question": "Which of your Friday lists could stop if this one were right?",
        },
        ("ask-one", "both-sides", "ask-honest", "both-sides", "questions-good"),
    ),
    mistakes=(
        Mistake("nothing looked at", {"role": "nurse", "technology": "ehr"}, ("finder-empty",)),
        Mistake("a verdict on people for evidence", _but(**{"for": "They are just stubborn and resist everything new."}),
                ("evidence-label", "ask-one", "threats-left", "questions-good")),
        Mistake("a guess for evidence", _but(**{"for": "I think they are probably proud of their way of selling."}),
                ("evidence-guess", "ask-one", "threats-left", "questions-good")),
        Mistake("looks on one side only", _but(against=""), ("one-sided", "ask-one", "threats-left", "questions-good")),
        Mistake("marks evidence and has none", {"threat_1_mark": "for", "threat_1_question": "What do you notice that the form does not ask?"},
                ("evidence-missing", "ask-one", "threats-left", "questions-good")),
        Mistake("asks by the name of the threat", {"threat_2_mark": "ask", "threat_2_question": "How do you feel about being exposed by it?"},
                ("question-names", "ask-one", "threats-left", "ask-honest")),
        Mistake("asks for a yes", {"threat_1_mark": "ask", "threat_1_question": "Do you like the new form?"},
                ("question-closed", "ask-one", "threats-left", "ask-honest")),
        Mistake("accuses", {"threat_1_mark": "ask", "threat_1_question": "What have you got to hide in your notebook?"},
                ("question-blames", "ask-one", "threats-left", "ask-honest")),
        Mistake("must ask, and has no question", {"threat_1_mark": "ask"}, ("question-missing", "ask-one", "threats-left", "ask-honest")),
        Mistake("copies the library", _but(**{"for": "Tells stories of cases the system would have missed"}),
                ("evidence-copied", "ask-one", "threats-left", "questions-good")),
        Mistake("the same threat twice, unmarked", {**_SLOT, "threat_2_threat": "TH04"},
                ("mark-missing", "threat-twice", "question-missing", "ask-one", "threats-left", "both-sides", "questions-good")),
    ),
    check=check,
    live=suggested,
    live_label="What the library thinks likely",
    live_after="technology",
    part="threats",
    written=written,
)  # fmt: skip
