"""Capstone: the dossier is read by somebody else, scored by a peer, and changed because of it.

The rules to pass are those of the course: no level 0 for truth (C9), at least level 2
for the gain (C2), the fear (C4) and the choice (C7) by a peer, and one change that can
be traced to somebody of the role. A peer is a colleague, no expert; two peers will differ.
"""

from __future__ import annotations

from exercises import library
from exercises.exercise import Answers, Example, Exercise, Feedback, Field, Finding, Mistake, Table
from exercises.text import cue, shortened, words
from exercises.text.days import read_day
from exercises.text.names import names_in

SCORED = {"c2": 2, "c4": 2, "c7": 2, "c9": 1}
"""Criteria that a peer scores, by field, and the level that each must reach."""

_NOBODY = cue("nobody", "no one", "none", "n/a", "me", "myself", "i did", "not yet")
_NOTHING = cue("nothing", "none", "no", "n/a", "all fine", "it was fine", "they liked it", "nothing yet")
_POLITE = cue(
    "liked it",
    "was positive",
    "thought it was (?:good|great|nice)",
    "great",
    "nice",
    "interesting",
    "good idea",
    "happy",
    "supportive",
    "well received",
)
_ACTS = cue(
    "would",
    "will",
    "wants? to",
    "going to",
    "is to",
    "asks?",
    "asked (?:for|to|whether)",
    "offers?",
    "tr(?:y|ies)",
    "\\w+'(?:ll|d)",
)


def check(answers: Answers) -> Feedback:
    """Go through the rules to pass, and say what is left to do."""
    given = {name: " ".join(str(value).split()) for name, value in answers.items()}
    if not any(given[name] for name in ("reader", "next", "changed", *SCORED)):
        says = "Show the dossier to one person of the role, really or played, and one colleague. Then write here what happened."
        return Feedback("Nobody has read it yet.", (Finding("capstone-empty", "ask", says, field="reader"),))
    found = [*_reader(given), *_change(given), *_scores(given), *_look_back(given["again"])]
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    left = sum(one.verdict == "change" for one in found)
    open_ = sum(one.verdict == "ask" for one in found)
    passed = (
        "By the rules of this course it is done."
        if not left and not open_
        else f"No rule of this course speaks against it; {open_} {'question is' if open_ == 1 else 'questions are'} left."
        if not left
        else f"{left} of the rules are not met yet."
        if left > 1
        else "One of the rules is not met yet."
    )
    return Feedback(
        f"{passed} Whether it moves anybody, you will see at the table.", tuple(found), tables=(_table(given),)
    )


def _reader(given: dict[str, str]) -> list[Finding]:
    if not given["reader"] or _NOBODY.fullmatch(given["reader"].strip(" .")):
        return [
            Finding("reader-missing", "change", "Which role did the person have who read or heard it?", field="reader")
        ]
    found = []
    if people := names_in(given["reader"]):
        says = f"“{people[0]}” looks like a name. Write the role: the dossier is read by others."
        found.append(Finding("names-person", "ask", says, field="reader"))
    if given["how"] == "played":
        says = "It was played. That trains you; it tells you little about them. Who of the role could you ask for ten minutes?"
        found.append(Finding("reader-played", "ask", says, field="how"))
    if not given["next"]:
        says = "What did they say that they would do next? Ask for that, not for an opinion."
        found.append(
            Finding(
                "next-missing",
                "change",
                says,
                "A friendly word costs nothing; intention moves action only partly.",
                "E24",
                "next",
            )
        )
    elif len(words(given["next"])) < 3:
        says = f"“{shortened(given['next'])}” is short. What would they do, with what, and when?"
        found.append(Finding("next-short", "ask", says, field="next"))
    elif _POLITE.search(given["next"]) and not _ACTS.search(given["next"]):
        says = f"“{shortened(given['next'])}” is an opinion. What did they say that they would do, and when?"
        found.append(
            Finding(
                "next-polite",
                "change",
                says,
                "A friendly word costs nothing; intention moves action only partly.",
                "E24",
                "next",
            )
        )
    return found


def _change(given: dict[str, str]) -> list[Finding]:
    if not given["changed"] or _NOTHING.fullmatch(given["changed"].strip(" .")):
        says = "What is different in the dossier because of what they said? One line that can be traced to them is the rule."
        return [Finding("change-missing", "change", says, field="changed")]
    if len(words(given["changed"])) < 6:
        says = "Write both: what they said, and what stands there now instead."
        return [Finding("change-short", "ask", says, field="changed")]
    says = (
        "One change goes back to a colleague who played the role. Would somebody of the role ask for it as well?"
        if given["how"] == "played"
        else "One change goes back to somebody of the role."
    )
    return [Finding("change-traced", "good", says, field="changed")]


def _scores(given: dict[str, str]) -> list[Finding]:
    found, rubric = [], library.rubric()
    open_ = [name.upper() for name in SCORED if given[name] == ""]
    if open_:
        says = f"A peer has not scored {', '.join(open_)} yet. Let them score before they see your own marks."
        found.append(Finding("scores-open", "change", says, field=open_[0].lower()))
    for name, least in SCORED.items():
        if given[name] != "" and int(given[name]) < least:
            criterion = rubric[name.upper()]
            says = f"{criterion.id} {criterion.name} stands at {given[name]}. Level {least} looks like this: {criterion.levels[least]}"
            found.append(Finding(f"{name}-low", "change", says, field=name))
    if given["disputed"]:
        found.append(
            Finding(
                "disputed",
                "note",
                "You dispute a mark. Talk it through with the peer; the dossier keeps both.",
                field="disputed",
            )
        )
    return found


def _look_back(again: str) -> list[Finding]:
    if not again:
        return [
            Finding(
                "again-missing",
                "ask",
                "On which day do you compare what you promised with what came true? Six weeks is a good distance.",
                field="again",
            )
        ]
    if not read_day(again)[0]:
        return [
            Finding("again-vague", "ask", f"“{shortened(again)}” is no day yet. Put it into a calendar.", field="again")
        ]
    return [Finding("again", "good", "The promise has a day on which it is checked.", field="again")]


def _table(given: dict[str, str]) -> Table:
    rubric = library.rubric()
    rows = [
        (f"{name.upper()} {rubric[name.upper()].name}", given[name] or "not scored", f"at least {least}")
        for name, least in SCORED.items()
    ]
    return Table("A peer's marks", ("Criterion", "Level", "Rule"), tuple(rows))


def _levels(name: str) -> tuple[tuple[str, str], ...]:
    criterion = library.rubric()[name.upper()]
    return (
        ("", "Not scored yet"),
        *((str(level), f"{level}: {words_}") for level, words_ in enumerate(criterion.levels)),
    )


_GOOD = {
    "reader": "a seller with twelve years in the field", "how": "real",
    "next": "She would load two accounts on Thursday, if the prices are right.",
    "changed": "She said that prices in the office list are a week old. The pitch now says so, and who mends it by when.",
    "c2": "2", "c4": "3", "c7": "2", "c9": "2", "again": "14 March",
}  # fmt: skip

EXERCISE = Exercise(
    id="capstone",
    title="Read by others",
    task="Show your dossier to one person of the role and one colleague, and write down what they said and what you changed.",
    minutes=30,
    fields=(
        Field("reader", "Who read or heard it? A role, no name", placeholder="a seller with twelve years in the field"),
        Field("how", "Was it a real talk?", "choice", options=(("real", "Yes, with a person of the role"), ("played", "No, a colleague played the role"))),
        Field("next", "What did they say that they would do next?", "text", rows=2, placeholder="She would load two accounts on Thursday, if …"),
        Field("changed", "What did you change because of them?", "text", rows=2, placeholder="She said …, so now …"),
        *(
            Field(name, f"A peer's mark for {name.upper()} {library.rubric()[name.upper()].name}: {library.rubric()[name.upper()].question}", "choice",
                  options=_levels(name), group="One peer scores, blind")
            for name in SCORED
        ),
        Field("disputed", "A mark that you dispute, and why", "text", rows=2, group="One peer scores, blind"),
        Field("again", "On which day do you compare promise and truth?", placeholder="14 March", group="Afterwards"),
    ),
    hints=(
        "Ask the person of the role two things only: what would you do next, and what is missing?",
        "Give the peer the pitch and the rubric, and not your own marks.",
        "Worked solution: load the worked example. The talk ended in a condition, the condition changed one line, and a day is set to look again.",
    ),
    example=Example(_GOOD, ("change-traced", "again")),
    mistakes=(
        Mistake("nobody asked", {}, ("capstone-empty",)),
        Mistake("they liked it", {**_GOOD, "next": "They liked it and were very positive."}, ("next-polite", "change-traced", "again")),
        Mistake("nothing changed", {**_GOOD, "changed": "Nothing."}, ("change-missing", "again")),
        Mistake("played by a colleague", {**_GOOD, "how": "played"}, ("reader-played", "change-traced", "again")),
        Mistake("a promise that is not true", {**_GOOD, "c9": "0"}, ("c9-low", "change-traced", "again")),
        Mistake("a fear that nobody answered", {**_GOOD, "c4": "1", "disputed": "C4: the fear is in the first line."}, ("c4-low", "disputed", "change-traced", "again")),
        Mistake("not scored", {**_GOOD, "c2": "", "c7": ""}, ("scores-open", "change-traced", "again")),
    ),
    check=check,
    part="readers",
)  # fmt: skip
