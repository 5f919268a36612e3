"""User-risk register: user reaction as lines beside continuity, security, deadline and budget.

A line says what may happen, by which stated and unstated signs it would show, what
else those signs could mean, how likely it is as a range, what it would do, who owns
it, and on which sign and day it is looked at again. It never names who resists: a
register is read by many and kept for years. In one sample of large IT projects the gap
in benefits was larger than those in cost and in time; it says nothing of users' reasons
(`E43`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from exercises.exercise import (
    Answer,
    Answers,
    Example,
    Exercise,
    Feedback,
    Field,
    File,
    Finding,
    Mistake,
    Table,
    read_rows,
    rows,
)
from exercises.sheet import sheet
from exercises.text import cue, denied, find, sentences, shortened, words
from exercises.text.days import read_day
from exercises.text.names import names_in
from exercises.text.owner import about_owner

MOST = 6
"""Lines in one register; more are not read at a meeting."""

KINDS = (
    ("user", "User reaction"), ("continuity", "Continuity"), ("security", "Security"),
    ("deadline", "Deadline"), ("budget", "Budget"),
)  # fmt: skip
RESPONSES = (
    ("", "Choose …"), ("ask", "Ask: we do not know enough yet"), ("reduce", "Reduce: change something for the users"),
    ("accept", "Accept, and watch the trigger"), ("stop", "Stop or postpone until something is settled"),
)  # fmt: skip

_LINE = (
    Field("kind", "What kind of risk?", "choice", options=KINDS),
    Field("risk", "What may happen?", "text", rows=2, help="What a role does or does not do, and what follows. No names.",
          placeholder="Units keep their own lists after go-live, so the forecast stays wrong."),
    Field("stated", "Stated sign", help="What people would say.", placeholder="“We are fully committed, we are just last in line.”",
          only_if=("kind", "user")),
    Field("unstated", "Unstated sign", help="What you would see, or not see.", placeholder="no owner, no test users four weeks after the pledge",
          only_if=("kind", "user")),
    Field("innocent", "Innocent reading", help="What else could the signs mean?", placeholder="The audit really takes everybody until May.",
          only_if=("kind", "user")),
    Field("low", "At least how likely, in percent?", "number", lowest=0, highest=100),
    Field("high", "At most how likely, in percent?", "number", lowest=0, highest=100),
    Field("effect", "What would it cost, and whom?", placeholder="two more closes with both systems"),
    Field("owner", "Owner: one role, no name", placeholder="the sales operations lead"),
    Field("response", "What do you do?", "choice", options=RESPONSES),
    Field("trigger", "Trigger: which sign makes you act?", placeholder="three of eleven units without two test users"),
    Field("date", "On which day do you look?", placeholder="2 February"),
)  # fmt: skip

FIELDS = rows("risk", "Line", MOST, _LINE)

_HEAD = (
    "Kind", "What may happen", "Stated sign", "Unstated sign", "Innocent reading", "Likelihood at least (%)",
    "Likelihood at most (%)", "Effect", "Owner", "Response", "Trigger", "Looked at on",
)  # fmt: skip

_BLAMES = cue(
    "resist(?:s|ed|ing|ance|ers?|ant)?", "blockers?(?! (?:bugs?|defects?|issues?|tickets?|faults?|in the (?:test|list|backlog)))", "refusers?", "troublemakers?", "laggards?", "naysayers?", "dinosaurs?", "stubborn", "lazy", "unwilling",
    "the usual suspects", "old guard", "sabotag\\w+", "boycott\\w*", "digital immigrants?", "boomers?", "the old ones",
    "(?:old|older|elderly) (?:staff|colleagues?|users?|employees?|workers?|people|nurses?|generation)",
)  # fmt: skip
_WORDS_ABOUT_MOOD = cue(
    "mood",
    "acceptance(?! (?:tests?|testing|criteria|protocols?))",
    "low adoption",
    "poor adoption",
    "change fatigue",
    "buy-in",
    "negative attitudes?",
    "lack of engagement",
)


_COUNTED = re.compile(
    r"\d|\b(?:no|none|not|nobody|never|without|missing|one|two|three|four|five|six|seven|eight|nine|ten|half|any|first|all|every|more than|fewer than)\b", re.I
)  # fmt: skip


def check(answers: Answers) -> Feedback:
    """Look at every line that was begun: what may not stand there first, then what is missing."""
    lines = read_rows(answers, "risk", MOST, _LINE)
    if not lines:
        says = "Write one line: what may people of one role do or not do, and what follows from it?"
        return Feedback("The register is empty.", (Finding("register-empty", "ask", says, field="risk_1_risk"),))
    found: list[Finding] = []
    for number, line in lines:
        found += _line(number, {name: str(value).strip() for name, value in line.items()})
    if not any(line["kind"] == "user" for _, line in lines):
        says = "No line speaks of users. What may they do on the day after go-live, other than what the plan says?"
        found.append(
            Finding(
                "no-user-line",
                "change",
                says,
                "In one sample of large IT projects the gap in benefits was larger than those in cost and in time. The sample is a firm's and not public, and it does not say why.",
                "E43",
            )
        )
    if len(lines) == 1:
        says = "One line so far. For the second, take another role, or something that nobody has said aloud yet."
        found.append(Finding("one-line", "ask", says, field="risk_2_risk"))
    whole = sum(
        not any(one.verdict == "change" for one in found if one.field.startswith(f"risk_{n}_")) for n, _ in lines
    )
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    found.append(
        Finding(
            "ask-the-owner", "ask", "Show each line to its owner before it goes into the register: would they sign it?"
        )
    )
    cells = [_cells(line) for _, line in lines]
    table = Table(
        "The register in short",
        ("What may happen", "Likelihood", "Owner", "Response", "Looked at"),
        tuple(
            (shortened(one[1], 80), f"{one[5]} to {one[6]} %", shortened(one[8], 40), one[9], shortened(one[11], 30))
            for one in cells
        ),
    )
    return Feedback(
        f"{_counted(len(lines))}; in {whole} the check sees nothing to change.",
        tuple(found), tables=(table,),
        files=(File("user-risk-register.csv", "text/csv", sheet(_HEAD, cells), "Take the register away as a table (CSV)"),),
    )  # fmt: skip


def _counted(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"


def _line(number: int, line: dict[str, str]) -> list[Finding]:
    name = f"risk_{number}_"
    texts = [line[part] for part in ("risk", "stated", "unstated", "innocent", "effect", "owner", "trigger")]
    return [
        *_who(number, name, texts),
        *_what(number, name, line),
        *(_signs(number, name, line) if line["kind"] == "user" else []),
        *_range(number, name, int(line["low"]), int(line["high"])),
        *_about_the_owner(number, name, line["owner"]),
        *_response(number, name, line),
    ]


def _who(number: int, name: str, texts: list[str]) -> list[Finding]:
    found = []
    if about_owner(texts[5]).id == "owner-name":
        texts = texts[:5] + texts[6:]  # said of the owner already
    people = [one for text in texts for one in names_in(text)]
    if people:
        says = f"Line {number} names “{people[0]}”. A register is read by many and kept for years: write the role."
        found.append(Finding("names-person", "change", says, field=f"{name}risk"))
    if blame := next(filter(None, map(_blame, texts)), ""):
        says = f"Line {number} says “{blame}”, which is a verdict on people. Write what would be seen, and what else it could mean."
        why = "Resistance may be a correct report about the system."
        found.append(Finding("blames", "change", says, why, "E05", f"{name}risk"))
    return found


def _blame(text: str) -> str:
    """A word that judges people, unless it is denied (“they do not resist”); else empty."""
    return next((cue.words for part in sentences(text) for cue in find(_BLAMES, part) if not denied(part, cue)), "")


def _what(number: int, name: str, line: dict[str, str]) -> list[Finding]:
    if not line["risk"]:
        return [Finding("risk-missing", "change", f"Line {number} does not say what may happen.", field=f"{name}risk")]
    counted = any(sign.isdigit() for sign in line["risk"])
    mood = line["kind"] == "user" and not counted and _WORDS_ABOUT_MOOD.search(line["risk"])
    if len(words(line["risk"])) < 3 or mood:
        says = f"Line {number}: “{shortened(line['risk'])}” cannot be seen to happen. Who does what, or leaves what undone, and what follows?"
        return [Finding("risk-vague", "change", says, field=f"{name}risk")]
    if not line["effect"]:
        return [
            Finding("effect-missing", "ask", f"Line {number}: what would it cost, and whom?", field=f"{name}effect")
        ]
    return []


def _signs(number: int, name: str, line: dict[str, str]) -> list[Finding]:
    found = []
    if not line["stated"] and not line["unstated"]:
        says = f"Line {number} has no sign. What would people say, and what would you see or not see?"
        found.append(
            Finding(
                "signs-missing",
                "change",
                says,
                "In one rollout resistance could look like friendly agreement; look at what is done, and not.",
                "E11",
                f"{name}stated",
            )
        )
    elif not line["unstated"]:
        says = f"Line {number} waits for words. What would you see, or not see, that nobody says?"
        found.append(
            Finding(
                "unstated-missing",
                "change",
                says,
                "In one rollout resistance could look like friendly agreement; look at what is done, and not.",
                "E11",
                f"{name}unstated",
            )
        )
    elif mood := _WORDS_ABOUT_MOOD.search(line["unstated"]):
        says = f"Line {number}: “{mood.group()}” is a reading and not a sign. What would a visitor see, or miss?"
        found.append(Finding("sign-mood", "ask", says, field=f"{name}unstated"))
    if not line["innocent"]:
        says = f"Line {number}: what else could the sign mean? Without that, a register becomes a list of suspects."
        found.append(Finding("innocent-missing", "change", says, field=f"{name}innocent"))
    return found


def _range(number: int, name: str, low: int, high: int) -> list[Finding]:
    if high == 0:
        says = f"Line {number}: give the likelihood as a range; at most 0 percent is no risk."
        return [Finding("range-missing", "change", says, field=f"{name}high")]
    if low > high:
        says = f"Line {number}: at least {low} and at most {high} percent cannot both hold."
        return [Finding("range-turned", "change", says, field=f"{name}low")]
    if high - low < 5:
        says = f"Line {number}: {low} to {high} percent claims to know it almost exactly. Between which two figures would you bet?"
        return [Finding("range-narrow", "ask", says, field=f"{name}low")]
    if high - low > 80:
        says = f"Line {number}: {low} to {high} percent says that you do not know. Whom could you ask by Friday?"
        return [Finding("range-wide", "ask", says, field=f"{name}low")]
    return []


def _about_the_owner(number: int, name: str, given: str) -> list[Finding]:
    one = about_owner(given, f"{name}owner")
    return (
        []
        if one.verdict == "good"
        else [Finding(one.id, one.verdict, f"Line {number}: {one.says}", one.why, one.source, one.field)]
    )


def _response(number: int, name: str, line: dict[str, str]) -> list[Finding]:
    found = []
    if not line["response"]:
        found.append(
            Finding(
                "response-missing", "change", f"Line {number}: ask, reduce, accept or stop?", field=f"{name}response"
            )
        )
    if not line["trigger"]:
        says = f"Line {number}: which sign would make you act? “Three of eleven units without test users” can be seen."
        found.append(Finding("trigger-missing", "change", says, field=f"{name}trigger"))
    elif not _COUNTED.search(line["trigger"]):
        says = f"Line {number}: “{shortened(line['trigger'])}” can be argued about on the day. How many of how many, or what is not there?"
        found.append(Finding("trigger-uncounted", "ask", says, field=f"{name}trigger"))
    if line["response"] == "accept" and int(line["high"]) > 50:
        says = f"Line {number}: you accept what may be likelier than not. Who pays for it, and have they agreed?"
        found.append(Finding("accept-likely", "ask", says, field=f"{name}response"))
    if not line["date"]:
        says = f"Line {number}: on which day do you look? A trigger that nobody looks at is a decoration."
        found.append(Finding("date-missing", "change", says, field=f"{name}date"))
    elif not read_day(line["date"])[0]:
        says = f"Line {number}: “{shortened(line['date'])}”: from which day do you count? Write it as a day of the calendar."
        found.append(Finding("date-vague", "ask", says, field=f"{name}date"))
    return found


def _cells(line: Mapping[str, Answer]) -> tuple[str, ...]:
    kinds, responses = dict(KINDS), dict(RESPONSES)
    of = {name: str(value).strip() for name, value in line.items()}
    of["kind"] = kinds[of["kind"]]
    of["response"] = responses[of["response"]].partition(":")[0].partition(",")[0] if of["response"] else ""
    return tuple(of[one.name] for one in _LINE)


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The register as it stands in the dossier: one small table a line, since twelve columns fit no page."""
    tables = []
    for number, line in read_rows(answers, "risk", MOST, _LINE):
        cells = zip(_HEAD, _cells(line), strict=True)
        tables.append(
            Table(
                f"Line {number}",
                ("", "What stands in the register"),
                tuple((head, cell) for head, cell in cells if cell),
            )
        )
    return tuple(tables)


_GOOD: dict[str, Answer] = {
    "risk_1_kind": "user",
    "risk_1_risk": "Sales units keep their own lists after go-live, so the forecast stays wrong and the old tool cannot be switched off.",
    "risk_1_stated": "“We are fully committed, we are just last in line.”",
    "risk_1_unstated": "Four weeks after the pledge no owner and no test users are named.",
    "risk_1_innocent": "The audit really takes everybody until May.",
    "risk_1_low": 30,
    "risk_1_high": 60,
    "risk_1_effect": "Two more quarters with both systems; sellers type everything twice.",
    "risk_1_owner": "the sales operations lead",
    "risk_1_response": "ask",
    "risk_1_trigger": "three of eleven units without two test users",
    "risk_1_date": "2 February",
    "risk_2_kind": "user",
    "risk_2_risk": "Sales managers run Monday's meeting from their own spreadsheet, so sellers fill in the CRM for nobody.",
    "risk_2_stated": "“Bring me your numbers as usual.”",
    "risk_2_unstated": "Two weeks after go-live the CRM is on no screen in the meeting.",
    "risk_2_innocent": "The report that they need is not built yet.",
    "risk_2_low": 20,
    "risk_2_high": 50,
    "risk_2_effect": "Sellers type for nothing and stop after the first month.",
    "risk_2_owner": "the sales director",
    "risk_2_response": "reduce",
    "risk_2_trigger": "two of six Monday meetings without the CRM on the screen",
    "risk_2_date": "9 February",
}


def _but(**changes: Answer) -> dict[str, Answer]:
    return {**_GOOD, **{f"risk_1_{name}": value for name, value in changes.items()}}


EXERCISE = Exercise(
    id="user-risk-register",
    title="User-risk register",
    task="Write two lines on what users may do, in the form in which you write continuity, security, deadline and budget.",
    minutes=15,
    fields=FIELDS,
    hints=(
        "Begin with what you would see on a Tuesday after go-live: who opens which list instead?",
        "For each sign, ask: what would an honest, busy person who likes the system do? If it is the same, the sign says little.",
        "A trigger is a number and a day: how many of how many, looked at when, by whom?",
        "Worked solution: load the worked example. Its sign is what is not there (an owner, test users), its range is wide and says so, and its response is to ask.",
    ),
    example=Example(_GOOD, ("ask-the-owner",)),
    mistakes=(
        Mistake("nothing written", {}, ("register-empty",)),
        Mistake("a mood", _but(risk="Low acceptance among users"), ("risk-vague", "ask-the-owner")),
        Mistake("one line, and it will do", {name: value for name, value in _GOOD.items() if name.startswith("risk_1")}, ("one-line", "ask-the-owner")),
        Mistake("a trigger to argue about, and a risk nobody has agreed to bear",
                _but(trigger="when things get out of hand", response="accept"), ("trigger-uncounted", "accept-likely", "ask-the-owner")),
        Mistake("a feeling for a sign", _but(unstated="The mood in the units is bad."), ("sign-mood", "ask-the-owner")),
        Mistake("an age for a reason", _but(risk="Older colleagues will keep their own lists after go-live."), ("blames", "ask-the-owner")),
        Mistake("a list of resisters", _but(risk="Sales North is a known blocker and will resist the rollout."), ("blames", "ask-the-owner")),
        Mistake("a person", _but(risk="Peter will keep his own lists after go-live and tell others to."), ("names-person", "ask-the-owner")),
        Mistake("only words are signs", _but(unstated=""), ("unstated-missing", "ask-the-owner")),
        Mistake("no other reading", _but(innocent=""), ("innocent-missing", "ask-the-owner")),
        Mistake("a range the wrong way round", _but(low=60, high=30), ("range-turned", "ask-the-owner")),
        Mistake("one exact number", _but(low=42, high=42), ("range-narrow", "ask-the-owner")),
        Mistake("a group owns it", _but(owner="the sales team"), ("owner-group", "ask-the-owner")),
        Mistake("no trigger, no day", _but(trigger="", date="regularly"), ("trigger-missing", "date-vague", "ask-the-owner")),
        Mistake(
            "the register as it usually is",
            {"risk_1_kind": "deadline", "risk_1_risk": "The interface to finance comes two weeks late.", "risk_1_low": 20, "risk_1_high": 50,
             "risk_1_effect": "The parallel month starts late.", "risk_1_owner": "the integration lead", "risk_1_response": "reduce",
             "risk_1_trigger": "no test file on the day", "risk_1_date": "12 January"},
            ("no-user-line", "one-line", "ask-the-owner"),
        ),
    ),
    check=check,
    part="risks",
    written=written,
)  # fmt: skip
