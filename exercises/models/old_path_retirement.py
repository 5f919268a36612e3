"""Old-path retirement: what happens to the list, the sheet, the paper and the old tool, said openly.

What was put into an old way makes a new one look worse than it is, even to people who
concede its advantages (`E07`); and people value what they had a hand in (`E15`). So an
old path is neither stubbornness nor sacred: it is kept, bridged or ended, by somebody,
on a day, with its loss admitted.
"""

from __future__ import annotations

import re
from collections.abc import Callable

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
    Verdict,
    read_rows,
    rows,
)
from exercises.text import cue, shortened
from exercises.text.days import read_day
from exercises.text.names import names_in
from exercises.text.owner import about_owner

MOST = 4

DECISIONS = (
    ("", "Choose …"), ("keep", "Keep it, for what it does better"), ("bridge", "Bridge: both for a time, with an end"),
    ("end", "End it"),
)  # fmt: skip

_PATH = (
    Field("what", "Which old path? A list, a sheet, paper, the old tool", placeholder="the paper notebook at the press"),
    Field("does", "What does it do that the new way does not?", "text", rows=2, help="Ask the person who uses it.",
          placeholder="It works with gloves on, and the night shift reads it at a glance."),
    Field("needs", "Who still needs it? A role", placeholder="the night-shift fitter"),
    Field("decision", "What do you propose?", "choice", options=DECISIONS),
    Field("instead", "What takes its place, and what is lost?", "text", rows=2,
          placeholder="A wall tablet with large keys. Sketches are lost; nothing replaces them yet."),
    Field("before", "What must be true before that?", placeholder="two night shifts without a line in the notebook"),
    Field("date", "On which day does it end, or is it looked at again?", placeholder="30 April"),
    Field("owner", "Who decides? One role, no name", placeholder="the maintenance lead"),
    Field("said", "What is said to those who use it?", "text", rows=2,
          placeholder="The notebook stays readable in the office. You lose the sketches, and we have no answer to that yet."),
)  # fmt: skip

_HEAD = ("Old path", "What it does that the new way does not", "Who needs it", "Decision", "Instead, and what is lost", "Before that", "Day", "Who decides", "What is said")  # fmt: skip

_NOTHING = cue("nothing", "none", "no", "n/a", "nil", "not needed", "-", "–", "nothing (?:at all|really)")
_LOSS = cue(
    "lost", "los(?:es?|ing)", "loss(?:es)?", "no longer", "gives? up", "given up", "gone", "slower", "worse", "missing", "not yet",
    "no answer", "cannot", "can't", "won't", "(?:no|any) ?more", "without", "nothing (?:replaces|takes)", "no replacement", "goes away", "disappears?",
)  # fmt: skip
_REASON = cue(
    "because",
    "so",
    "since",
    "as",
    "therefore",
    "law",
    "by law",
    "data",
    "reason",
    "why",
    "contract",
    "audit\\w*",
    "security",
)
_NEARLY = re.compile(r"\bQ[1-4]\b|\b20\d\d\b|(?<!\d )\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\b(?:month|quarter|year|spring|summer|autumn|winter|weeks?|months?)\b", re.IGNORECASE)  # fmt: skip
_ORDERS = cue("must", "have to", "no exceptions?", "forbidden", "banned", "not allowed", "stop using", "no longer tolerated", "with immediate effect", "mandatory")  # fmt: skip


def check(answers: Answers) -> Feedback:
    """Look at every path: no end without a replacement or an admitted loss; an owner, a day, an open word."""
    paths = read_rows(answers, "path", MOST, _PATH)
    if not paths:
        says = "Name one old path that people still use: what lies on the desk on the morning after go-live?"
        return Feedback("There is no old path yet.", (Finding("paths-empty", "ask", says, field="path_1_what"),))
    found: list[Finding] = []
    for number, path in paths:
        found += _path(number, {name: " ".join(str(value).split()) for name, value in path.items()})
    decisions = [path["decision"] for _, path in paths]
    if len(paths) > 1 and set(decisions) == {"end"}:
        says = "You end all of them. Which one would those who use it keep, and what would it cost you to let them?"
        found.append(
            Finding("all-end", "ask", says, "People value what they had a hand in making, if it is finished.", "E15")
        )
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    open_ = {one.field.rpartition("_")[0] for one in found if one.verdict == "change"}
    ready = sum(f"path_{number}" not in open_ for number, _ in paths)
    table = Table(
        "The old paths in short", ("Old path", "Decision", "Day", "Who decides"),
        tuple((shortened(str(p["what"]) or f"Path {n}", 40), str(p["decision"] or "open"), str(p["date"]), str(p["owner"])) for n, p in paths),
    )  # fmt: skip
    return Feedback(
        f"1 old path; the check sees {'nothing' if ready else 'something'} to change."
        if len(paths) == 1
        else f"{len(paths)} old paths; in {ready or 'none'} of them the check sees nothing to change.",
        tuple(found), tables=(table,),
    )  # fmt: skip


def _path(number: int, path: dict[str, str]) -> list[Finding]:
    """What there is to say about one path; every finding names it."""
    said: list[Finding] = []
    name = f"“{shortened(path['what'], 40)}”" if path["what"] else f"Path {number}"

    def say(id_: str, verdict: Verdict, says: str, field: str, why: str = "", source: str = "") -> None:
        said.append(Finding(id_, verdict, f"{name}: {says}", why, source, f"path_{number}_{field}"))

    if not path["what"]:
        say("path-missing", "change", "which list, sheet, paper or tool is it?", "what")
    if people := [one for text in path.values() for one in names_in(text)]:
        say("names-person", "change", f"“{people[0]}” looks like a name. Write the role.", "needs")
    does = "" if _NOTHING.fullmatch(path["does"].strip(" .")) else path["does"]
    if not does:
        say("does-missing", "ask",
            "it does nothing that the new way does not? Has the person who uses it said so? What survives a go-live usually does something.", "does",
            "What people have put into an old way makes the new one look worse than it is. That is one reading; the other is that the old one does more.", "E07")  # fmt: skip
    elif not path["needs"]:
        say("needs-missing", "ask", "which role would notice on the first morning without it?", "needs")
    if not path["decision"]:
        say(
            "decision-missing",
            "change",
            "keep, bridge or end? An old path that nobody decides on stays, and nobody looks after it.",
            "decision",
        )
        return said
    does = shortened(does.rstrip(" ."), 60)
    {"keep": _keep, "bridge": _bridge, "end": _end}[path["decision"]](path, does, say)
    owner = about_owner(path["owner"], f"path_{number}_owner")
    if owner.verdict != "good":
        say(owner.id, owner.verdict, owner.says, "owner")
    _said(path, say)
    return said


def _keep(path: dict[str, str], does: str, say: Callable[..., None]) -> None:
    if does:
        say("keep-reasoned", "good", f"it stays because it does something: “{does}”. Keeping can be right.", "decision",
            "Check one thing: habit feels like a reason too, and so does having made it oneself.", "E07")  # fmt: skip
    if not read_day(path["date"])[0]:
        say(
            "keep-no-look",
            "ask",
            "on which day do you look again? Kept for good and kept for now are different things to say.",
            "date",
        )


def _bridge(path: dict[str, str], does: str, say: Callable[..., None]) -> None:
    del does
    if _NEARLY.search(path["date"]) and not read_day(path["date"])[0]:
        say("day-vague", "ask", f"“{shortened(path['date'])}” is near a day. Which one goes into the calendar?", "date")
    elif not read_day(path["date"])[0]:
        say(
            "bridge-no-end",
            "change",
            "a bridge without a day is a second system, and everybody types twice. Until when?",
            "date",
        )
    if not path["before"]:
        say(
            "before-missing",
            "change",
            "what must be true before the bridge can go? Name something that can be seen.",
            "before",
        )


def _end(path: dict[str, str], does: str, say: Callable[..., None]) -> None:
    instead = path["instead"]
    if not instead or _NOTHING.fullmatch(instead.strip(" .")):
        say("end-bare", "change", "you end it, and say neither what takes its place nor what is lost. One of the two is owed.", "instead",
            "Broken agreements, thin explanations and silence about the downsides help to make the resistance.", "E34")  # fmt: skip
    elif _LOSS.search(instead):
        say("end-honest", "good", "the loss is said, and not only the replacement.", "instead")
    elif does:
        say(
            "end-covers",
            "ask",
            f"it did this: “{does}”. Does “{shortened(instead.rstrip(' .'))}” do all of it? If not, what is lost?",
            "instead",
        )
    if _NEARLY.search(path["date"]) and not read_day(path["date"])[0]:
        say("day-vague", "ask", f"“{shortened(path['date'])}” is near a day. Which one goes into the calendar?", "date")
    elif not read_day(path["date"])[0]:
        say(
            "end-no-day",
            "change",
            "on which day does it end? Without one it ends on the day when somebody cannot open it.",
            "date",
        )
    if not path["before"]:
        say(
            "before-missing",
            "change",
            "what must be true before it ends? A day alone will come whether or not the new way works.",
            "before",
        )


def _said(path: dict[str, str], say: Callable[..., None]) -> None:
    if path["decision"] == "keep" and not path["said"]:
        say(
            "keep-unsaid",
            "ask",
            "do those who use it know that they may? A kept path that nobody mentions is used in secret.",
            "said",
        )
    elif not path["said"]:
        say("said-missing", "change", "nothing is said to those who use it. A silent switch-off is found out at the worst moment.", "said",
            "Broken agreements, thin explanations and silence about the downsides help to make the resistance.", "E34")  # fmt: skip
    elif (order := _ORDERS.search(path["said"])) and not _REASON.search(path["said"][: order.start()]):
        say("said-orders", "ask", f"“{order.group()}” may be true. Say the reason first, and what is still theirs to choose.", "said",
            "Controlling wording makes people argue back, and may make them want the old way more.", "E27")  # fmt: skip


def written(answers: Answers) -> tuple[str | Table, ...]:
    """Each old path as a small table."""
    words = dict(DECISIONS)
    tables = []
    for number, path in read_rows(answers, "path", MOST, _PATH):
        cells = [str(path[one.name]).strip() for one in _PATH]
        cells[3] = words[cells[3]] if cells[3] else ""
        tables.append(
            Table(
                cells[0] or f"Old path {number}",
                ("", "What was decided"),
                tuple((h, c) for h, c in zip(_HEAD[1:], cells[1:], strict=True) if c),
            )
        )
    return tuple(tables)  # fmt: skip


_END: dict[str, Answer] = {
    "path_1_what": "the paper notebook at the press",
    "path_1_does": "It works with gloves on, holds sketches, and the night shift reads it at a glance.",
    "path_1_needs": "the night-shift fitter",
    "path_1_decision": "end",
    "path_1_instead": "A wall tablet with large keys and photos. Sketches are lost; photos replace some of them.",
    "path_1_before": "Ten night shifts in a row without a line in the notebook.",
    "path_1_date": "30 April",
    "path_1_owner": "the maintenance lead",
    "path_1_said": "The notebook stays readable in the office for two years. You lose the sketches, and we have no full answer to that.",
}
_KEEP: dict[str, Answer] = {
    "path_2_what": "the tool board with the painted outlines",
    "path_2_does": "Anybody sees from the door which tool is out.",
    "path_2_needs": "every fitter on shift",
    "path_2_decision": "keep",
    "path_2_date": "1 October",
    "path_2_owner": "the workshop supervisor",
    "path_2_said": "The board stays. Nobody enters tools into the tablet.",
}


def _but(**changes: Answer) -> dict[str, Answer]:
    return {**_END, **{f"path_1_{name}": value for name, value in changes.items()}}


EXERCISE = Exercise(
    id="old-path-retirement",
    title="Old-path retirement",
    task="Decide for up to four old paths whether they are kept, bridged or ended, with a day, an owner and what is lost.",
    minutes=10,
    fields=rows("path", "Old path", MOST, _PATH),
    hints=(
        "Walk past three desks: what hangs on the wall, lies under the keyboard, or opens before the new system does?",
        "Ask the one who made it what it does. If the answer takes longer than a minute, you have found a missing feature.",
        "If nothing takes its place, say so. An admitted loss can be carried; a denied one is collected.",
        "Worked solution: load the worked example. The notebook ends on a day, with its loss said; the tool board stays, because it does something better.",
    ),
    example=Example({**_END, **_KEEP}, ("end-honest", "keep-reasoned")),
    mistakes=(
        Mistake("nothing written", {}, ("paths-empty",)),
        Mistake("switched off, and nobody told", _but(instead="", said=""), ("end-bare", "said-missing")),
        Mistake("an end without a day, owned by a group", _but(date="soon", owner="the IT team"), ("end-no-day", "owner-group", "end-honest")),
        Mistake("a bridge for ever", _but(decision="bridge", date="until further notice", before=""), ("bridge-no-end", "before-missing")),
        Mistake("an old habit, they say", _but(does="Nothing.", instead="The tablet."), ("does-missing",)),
        Mistake("the replacement is trusted to do it all", _but(instead="The tablet with large keys."), ("end-covers",)),
        Mistake("ordered away", _but(said="From May everybody must use the tablet, no exceptions."), ("said-orders", "end-honest")),
        Mistake("named, and not decided", {"path_1_what": "the spreadsheet of the scheduler", "path_1_needs": "Sabine"},
                ("names-person", "decision-missing", "does-missing")),
        Mistake("everything ends", {**_END, **{name.replace("_1_", "_2_"): value for name, value in _END.items()}},
                ("all-end", "end-honest", "end-honest")),
    ),
    check=check,
    part="after",
    written=written,
)  # fmt: skip
