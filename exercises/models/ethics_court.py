"""Ethics court: ten grey cases and ten tests, then the same tests on the own pitch, and its limits in words.

Cases, tests and verdicts are ours (`data/ethics.toml`). A verdict that differs is asked
about, never marked wrong: each case comes with what can be said against our ruling.
"""

from __future__ import annotations

from exercises import cards, library
from exercises.exercise import Answer, Answers, Example, Exercise, Feedback, Field, Finding, Mistake, Table
from exercises.library import EthicsTest, GreyCase
from exercises.text.limits import about_limits

RULINGS = (("fine", "Fine as it is"), ("changed", "Fine if it is changed"), ("not", "Not fine"))
SAYS = (("", "Choose …"), ("yes", "Yes"), ("no", "No"), ("unsure", "Not sure"))
_CHOOSE = ("", "Choose …")
REASONED = (1, 2)


def _tests() -> dict[str, EthicsTest]:
    return library.ethics().tests


def _cases() -> dict[str, GreyCase]:
    return library.ethics().grey_cases


def _deck() -> cards.Deck:
    made = (
        cards.Card(one.id.lower(), f"{one.name}. {one.case}", (one.ruling,), f"{one.verdict} {one.defence}", {}, "")
        for one in _cases().values()
    )
    return cards.Deck(RULINGS, tuple(made))


def check(answers: Answers) -> Feedback:
    """Hear the verdicts, the quoted tests, the own pitch and its limits, each as far as it is there."""
    findings, agree, ruled = cards.findings(_deck(), answers)
    differ = [one for one in findings if one.verdict == "ask"]
    tested = [key for key in _tests() if answers[_own(key)]]
    quoted = any(answers[f"case_{number}"] for number in REASONED)
    if not ruled and not tested and not quoted and not str(answers["limits"]).strip():
        says = "Begin with one case: is it fine, fine if it is changed, or not fine?"
        return Feedback("The court has not heard anything yet.", (Finding("court-empty", "ask", says, field="g01"),))
    own = [*_own_pitch(answers, tested), *about_limits(str(answers["limits"]), "limits")]
    quotes = [one for number in REASONED for one in _quoted(answers, number)] if ruled or quoted else []
    quotes = list({(one.id, one.says): one for one in quotes}.values())
    if _both(answers):
        quotes.append(
            Finding("case-twice", "change", "You gave reasons for one case twice. Take another one.", field="case_2")
        )
    # Who has only sat in court is told of the cases first; who has come to the own pitch, of that.
    at_own = tested or str(answers["limits"]).strip()
    found = [*own, *quotes, *_ruled(ruled), *differ] if at_own else [*differ, *quotes, *_ruled(ruled), *own]
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    tables = (_table(answers),) if ruled else ()
    return Feedback(
        f"{ruled} of {len(_cases())} cases ruled{f', {agree} as we would' if ruled else ''}; {len(tested)} of {len(_tests())} tests answered for your own pitch.",
        tuple(found), tables=tables,
    )  # fmt: skip


def _ruled(ruled: int) -> list[Finding]:
    left = len(_cases()) - ruled
    if not left:
        return []
    says = f"{left} {'case is' if left == 1 else 'cases are'} still to be heard. Ours are in the table only for those that you have ruled."
    return [Finding("cases-left", "note", says)] if ruled else []


def _both(answers: Answers) -> bool:
    return bool(answers["case_1"]) and answers["case_1"] == answers["case_2"]


def _quoted(answers: Answers, number: int) -> list[Finding]:
    """The two tests that the learner quotes for a case, beside those by which we decide it."""
    case = _cases().get(str(answers[f"case_{number}"]))
    field = f"case_{number}"
    if case is None:
        says = (
            "Choose two cases and quote, for each, the two tests that decide it. A verdict without a reason is a taste."
        )
        return [Finding("quotes-missing", "ask", says, field=field)]
    given = [str(answers[f"test_{number}_{which}"]) for which in ("a", "b")]
    named = [one for one in given if one]
    if len(named) < 2:
        says = f"“{case.name}”: two tests are to be quoted. Which question would the person concerned ask first?"
        return [Finding("quote-missing", "ask", says, field=f"test_{number}_{'b' if given[0] else 'a'}")]
    if given[0] == given[1]:
        return [Finding("quote-twice", "change", f"“{case.name}”: you quote one test twice.", field=f"test_{number}_b")]
    reasons = " ".join(f"{_tests()[key].name}: {why}" for key, why in case.why.items())
    shared = [key for key in given if key in case.tests]
    if len(shared) == 2:
        return [Finding("quotes-ours", "good", f"“{case.name}”: you quote what we would quote.", reasons, field=field)]
    others = " and ".join(_tests()[key].name for key in given if key not in case.tests)
    says = f"“{case.name}”: you quote {others}, we would not. Can you say in one sentence what fails there? Then it stands."
    return [Finding("quotes-others", "ask", says, f"By ours: {reasons}", field=field)]


def _own(key: str) -> str:
    """The field in which a test is put to the own pitch."""
    return f"own_{key.lower()}"


def _own_pitch(answers: Answers, tested: list[str]) -> list[Finding]:
    found = []
    note = " ".join(str(answers["note"]).split())
    by = {says: [key for key in tested if answers[_own(key)] == says] for says in ("yes", "no", "unsure")}
    if not tested:
        says = "Put the ten tests to your own pitch, too. It is easier to be strict with others."
        return [Finding("own-missing", "ask", says, field=_own("K01"))]
    if by["no"] and not note:
        names = ", ".join(f"{_tests()[key].name} (“{_tests()[key].ask}”)" for key in by["no"][:2])
        says = f"No to {names}. What do you change, or whom do you ask? Write it into the note."
        found.append(Finding("no-without-note", "change", says, field="note"))
    elif by["no"]:
        says = (
            f"You say no to {len(by['no'])} of your own tests and write what follows. That is what the tests are for."
        )
        found.append(Finding("no-with-note", "good", says, field="note"))
    if by["unsure"]:
        names = ", ".join(_tests()[key].name for key in by["unsure"])
        says = f"Not sure: {names}. Who of those concerned could tell you this week?"
        found.append(Finding("own-unsure", "ask", says, field="note"))
    if len(by["yes"]) == len(_tests()):
        says = "Ten times yes, by the one who wrote the pitch. Which of the ten would a user contest? Ask one."
        found.append(Finding("all-yes", "ask", says))
    elif len(tested) < len(_tests()):
        left = ", ".join(one.name for key, one in _tests().items() if key not in tested)
        found.append(Finding("own-left", "ask", f"Not answered yet: {left}."))
    return found


def _table(answers: Answers) -> Table:
    """The cases that were ruled: the learner's verdict, ours, the tests, what we would do."""
    short = {"fine": "fine", "changed": "if changed", "not": "not fine"}
    return Table(
        "The cases that you have ruled",
        ("Case", "You / we", "Decided by", "What we would do"),
        tuple(
            (
                one.name,
                f"{short[ruling]} / {short[one.ruling]}",
                ", ".join(_tests()[key].name for key in one.tests),
                one.verdict,
            )
            for one in _cases().values()
            if (ruling := str(answers[one.id.lower()])) in short
        ),
    )


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The limits first, then the tests as they stand for the own pitch."""
    parts: list[str | Table] = []
    if limits := str(answers["limits"]).strip():
        parts.append(limits)
    said = dict(SAYS)
    rows = tuple(
        (f"{one.name}: {one.ask}", said[str(answers[_own(key)])]) for key, one in _tests().items() if answers[_own(key)]
    )
    if rows:
        parts.append(Table("Ten tests, put to the pitch", ("Test", "Answer"), rows))
    if note := str(answers["note"]).strip():
        parts.append(note)
    return tuple(parts)


def _fields() -> tuple[Field, ...]:
    named = (_CHOOSE, *((one.id, one.name) for one in _cases().values()))
    tests = (_CHOOSE, *((key, f"{one.name}: {one.ask}") for key, one in _tests().items()))
    reasons = []
    for number in REASONED:
        which = ("For which case do you give reasons?", "And a second case?")[number - 1]
        reasons += [
            Field(f"case_{number}", which, "choice", options=named, group="Two cases with reasons"),
            Field(
                f"test_{number}_a",
                "Which test decides it first?",
                "choice",
                options=tests,
                group="Two cases with reasons",
            ),
            Field(f"test_{number}_b", "Which second test?", "choice", options=tests, group="Two cases with reasons"),
        ]
    own = [
        Field(_own(key), one.ask, "choice", options=SAYS, help=f"Failing looks like this: {one.fail}", group="Your own pitch before the court")
        for key, one in _tests().items()
    ]  # fmt: skip
    return (
        *cards.fields(_deck(), "Ten grey cases"), *reasons, *own,
        Field("note", "One note: what do you change, or whom do you ask?", "text", rows=2, group="Your own pitch before the court",
              placeholder="The private view is not signed yet; I leave it out until it is."),
        Field("limits", "The limits of your pitch, in three sentences", "text", rows=4, group="Its limits",
              help="What it does not claim; what is open, and which role decides it; what you will not promise."),
    )  # fmt: skip


_VERDICTS: dict[str, Answer] = {one.id.lower(): one.ruling for one in _cases().values()}
_OWN_YES: dict[str, Answer] = {_own(key): "yes" for key in _tests()}
_LIMITS = (
    "This pitch does not say that the CRM brings more deals; it saves calls before a visit, in two of six units that we watched. "
    "Whether deal notes count towards bonuses is open, and the sales director decides it by 15 May. "
    "I will not promise anything about posts or pay."
)
_GOOD: dict[str, Answer] = {
    **_VERDICTS, **_OWN_YES, "case_1": "G02", "test_1_a": "K01", "test_1_b": "K02", "case_2": "G05", "test_2_a": "K09", "test_2_b": "K06",
    "own_k03": "no", "own_k10": "unsure",
    "note": "The ten minutes of typing are missing from my pitch; I put them in before Thursday.", "limits": _LIMITS,
}  # fmt: skip

EXERCISE = Exercise(
    id="ethics-court",
    title="Ethics court",
    task="Rule on ten grey cases, quote the tests that decide two of them, then put the ten tests to your own pitch and write down its limits.",
    minutes=25,
    fields=_fields(),
    hints=(
        "Ask of each case: what would have to stay unknown for it to work?",
        "“Fine if it is changed” needs the change. What is the one sentence that would have to be said beforehand?",
        "Limits are concrete: the unit in which nobody has tried it, the point that somebody else decides by a day, the promise that is not yours.",
        "Worked solution: load the worked example. Its own pitch fails one test and says what follows, and its limits name an open point with the role that decides.",
    ),
    example=Example(_GOOD, ("own-unsure", "no-with-note", "limits-whole", "quotes-ours", "quotes-ours")),
    mistakes=(
        Mistake("says nothing", {}, ("court-empty",)),
        Mistake("everything is fine, if only one talks nicely", dict.fromkeys(_VERDICTS, "changed"),
                ("g01-differs", "g03-differs", "g08-differs", "g09-differs", "g10-differs", "quotes-missing", "own-missing", "limits-missing")),
        Mistake("ten times yes", {**_GOOD, "own_k03": "yes", "own_k10": "yes"}, ("all-yes", "limits-whole", "quotes-ours", "quotes-ours")),
        Mistake("a no without a consequence", {**_GOOD, "note": ""}, ("no-without-note", "own-unsure", "limits-whole", "quotes-ours", "quotes-ours")),
        Mistake("a promise for a limit",
                {**_GOOD, "limits": "We promise that the data will never be used to check on you. Your jobs are safe."},
                ("limits-promise", "own-unsure", "limits-part", "no-with-note", "quotes-ours", "quotes-ours")),
        Mistake("one test twice, one case twice", {**_GOOD, "test_1_b": "K01", "case_2": "G02", "test_2_a": "K01", "test_2_b": "K08"},
                ("quote-twice", "case-twice", "own-unsure", "quotes-others", "no-with-note", "limits-whole")),
        Mistake("limits in general", {**_GOOD, "limits": "Every system has its limits, and we ask for your understanding."},
                ("own-unsure", "limits-part", "no-with-note", "quotes-ours", "quotes-ours")),
        Mistake("one case, three tests, and enough", {"g03": "fine", "own_k01": "yes", "own_k02": "yes", "own_k03": "unsure"},
                ("own-unsure", "own-left", "limits-missing", "quotes-missing", "g03-differs", "cases-left")),
    ),
    check=check,
    part="limits",
    written=written,
)  # fmt: skip
