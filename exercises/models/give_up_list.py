"""Give-up list: what one role gives up for a system, and what is done about each loss.

People tend to keep what they have. That losses weigh more than gains as a general law
is disputed, so the list counts losses and weighs none by a fixed ratio (`E14`). For
each loss there are four honest answers: keep it, replace it, compensate for it, or
admit it to those who bear it.
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
    Mistake,
    Table,
    read_rows,
    rows,
)
from exercises.models import who
from exercises.text import candour, cue, in_a_sentence, reads_english, shortened, words
from exercises.text.days import read_day
from exercises.text.owner import about_owner

MOST = 6

DECISIONS = (
    ("", "Choose …"), ("keep", "Keep: they need not give it up"), ("replace", "Replace: something does the same for them"),
    ("compensate", "Compensate: they lose it and get something else"), ("admit", "Admit: it is lost, and we say so"),
)  # fmt: skip

_ROW = (
    Field("what", "What do they give up?", help="A thing, a skill, a freedom, a moment.", placeholder="the wall calendar where all see who is away"),
    Field("whom", "For whom does it matter most?", help="A role, no name.", placeholder="shift leads, on the morning of a gap"),
    Field("decision", "Keep, replace, compensate or admit?", "choice", options=DECISIONS),
    Field("how", "How exactly?", "text", rows=2, help="Keep: where does it stay? Replace: with what? Compensate: with what, granted by whom? Admit: the sentence that you say to them.",
          placeholder="It stays on the wall beside the board; the system prints it every Monday."),
    Field("owner", "Who sees to it? One role, no name", placeholder="the plant manager"),
    Field("date", "By which day?", placeholder="3 March"),
)  # fmt: skip

_RATIO = cue(
    "(?:twice|two times|2\\s?x|2[.,]25 times|two and a half times|double) (?:as|more|the)?\\s*\\w*", "(?:two|2)\\s?(?:to|:)\\s?(?:one|1)", "(?:losses|a loss) (?:always )?(?:weighs?|looms?|counts?|hurts?) (?:\\w+ )?(?:more|larger|double|twice)",
)  # fmt: skip
_ABOUT_LOSS = cue("loss(?:es)?", "gains?", "hurts?", "weighs?", "looms?", "strong", "pain\\w*", "bad")
_BELITTLES = cue(
    "loss aversion", "irrational\\w*", "emotional\\w*", "nostalgi\\w+", "comfort zone", "fear of change", "afraid of change", "resist\\w*", "stubborn\\w*", "just (?:a )?habits?", "bad habits?", "bias(?:ed)?",
    "(?:their|in) old ways?", "(?:set|stuck) in (?:their|the) ways?", "old-fashioned", "dinosaurs?", "laz\\w+", "they (?:just )?(?:do not|don't) like",
)  # fmt: skip
_NOTHING = cue("nothing(?: really| at all)?", "none", "no(?:thing)? loss(?:es)?", "n/a", "not much")
_THE_SYSTEM = cue(
    "(?:the|our|a) new (?:system|tool|platform|software|solution|app)",
    "the (?:system|tool|platform|software|app)(?: itself)?",
    "a better (?:system|tool|process)",
)
_MERITS = cue(
    "benefits? of",
    "advantages? of",
    "efficien\\w+",
    "long run",
    "progress",
    "transparency",
    "a modern \\w+",
    "better (?:system|tool|process|data)",
)
_WHERE = cue(
    "in",
    "on",
    "at",
    "beside",
    "next to",
    "as",
    "where",
    "with",
    "under",
    "inside",
    "stays?",
    "remains?",
    "until",
    "printed?",
    "copy",
    "for",
)
_TO_THEM = cue("you", "your", "yours", "we", "I", "this", "it")
_IT = re.compile(
    r"\b(?:IT|PMO|[Pp]roject (?:lead|manager|team|office)|[Dd]evelopers?|[Aa]dmin(?:istrator)?s?|[Vv]endor)\b"
)
_MONEY = cue(
    "pay",
    "paid",
    "salary",
    "bonus\\w*",
    "commissions?",
    "targets?",
    "jobs?",
    "posts?",
    "grades?",
    "money",
    "overtime",
    "days? off",
    "time off",
)
_EVERYBODY = cue(
    "everyone", "everybody", "all(?: of them| users| staff| employees)?", "users", "the users", "staff", "people"
)

_ASKS = {
    "keep": "Keep it where? Name the place, and until when it may stay.",
    "replace": "Replace it with what? Name what does the same for them, in the same moment.",
    "compensate": "Compensate with what, and who grants it?",
    "admit": "Write the sentence that you will say to them: that it goes, why, and that you know what it was worth.",
}


def check(answers: Answers) -> Feedback:
    """Look at each loss: is it a thing, is it decided, and does the decision say what it needs?"""
    listed = _listed(answers)
    hint = _from_the_library(answers)
    if not listed:
        says = "Write the first thing that they can do today and cannot do then."
        return Feedback("The list is empty.", (Finding("list-empty", "ask", says, field="loss_1_what"), hint))
    found: list[Finding] = []
    for number, row in listed:
        found += _row(number, row)
    found += _all(listed)
    whole = sum(
        not any(one.verdict == "change" and one.field.startswith(f"loss_{n}_") for one in found) for n, _ in listed
    )
    found.sort(key=lambda one: ("change", "ask", "note", "good").index(one.verdict))
    counted = "1 loss" if len(listed) == 1 else f"{len(listed)} losses"
    return Feedback(
        f"{counted}, {whole} with a decision that somebody can keep.", (*found, hint), tables=(_table(listed, 160),)
    )


def _listed(answers: Answers) -> list[tuple[int, dict[str, str]]]:
    found = read_rows(answers, "loss", MOST, _ROW)
    return [(number, {name: " ".join(str(value).split()) for name, value in row.items()}) for number, row in found]


def _from_the_library(answers: Answers) -> Finding:
    pair, system = who.pair(answers), who.technology(answers)
    if pair:
        says = f"The library says how {in_a_sentence(who.technology_name(answers))} may threaten the {who.role_name(answers)}: “{pair.how_it_threatens}”. Is that on your list? If not, ask whether they see it."
    elif system:
        says = f"The library has no card for this role. Of this kind of system it says: “{system.honest_downside}” Is that on your list?"
    else:
        says = "The library knows neither this role nor this system. One person of the role will give you the list in ten minutes: “What will you miss?”"
    return Finding("library-loss", "note", says)


def _row(number: int, row: dict[str, str]) -> list[Finding]:
    name = f"loss_{number}_"
    found = [*_habits(number, name, row), *_what(number, name, row)]
    if not row["decision"]:
        says = f"Loss {number} is not decided. Keep, replace, compensate or admit: which is honest here?"
        found.append(Finding("decision-missing", "change", says, field=f"{name}decision"))
    elif len(words(row["how"])) < 3:
        found.append(
            Finding(f"{row['decision']}-how", "change", f"Loss {number}: {_ASKS[row['decision']]}", field=f"{name}how")
        )
    elif reads_english(row["how"]):
        found += {"keep": _keep, "replace": _replace, "compensate": _compensate, "admit": _admit}[row["decision"]](
            number, name, row
        )
    owner = about_owner(row["owner"], field=f"{name}owner")
    if owner.verdict != "good":
        found.append(
            Finding(owner.id, owner.verdict, f"Loss {number}: {owner.says}", owner.why, owner.source, owner.field)
        )
    if not read_day(row["date"])[0] and candour.when(row["date"]):
        says = f"Loss {number}: “{shortened(row['date'])}” is a span. Write the day itself, so that it stands in a calendar."
        found.append(Finding("date-span", "ask", says, field=f"{name}date"))
    elif not read_day(row["date"])[0]:
        quoted = f"“{shortened(row['date'])}” is no day in the calendar. " if row["date"] else ""
        says = f"Loss {number}: {quoted}By which day is it done, or said?"
        found.append(Finding("date-missing", "change", says, field=f"{name}date"))
    return found


def _habits(number: int, name: str, row: dict[str, str]) -> list[Finding]:
    text = " ".join((row["what"], row["whom"], row["how"]))
    found = []
    ratio = _RATIO.search(text)
    if ratio and _ABOUT_LOSS.search(text):
        says = f"Loss {number} says “{shortened(ratio.group().strip())}”. No fixed ratio: write what is lost and ask how much it matters to them."
        why = "That losses weigh more than gains as a general law is disputed; “twice as strong” is not a constant."
        found.append(Finding("fixed-ratio", "change", says, why, "E14", f"{name}what"))
    if seen := _BELITTLES.search(text):
        says = f"Loss {number} says “{seen.group()}”, which is a word about people. What do they have today that is gone then?"
        found.append(
            Finding(
                "belittles",
                "change",
                says,
                "Habit, and what was put into the old tool, are real costs of the move.",
                "E07",
                f"{name}what",
            )
        )
    return found


def _what(number: int, name: str, row: dict[str, str]) -> list[Finding]:
    if not row["what"]:
        return [Finding("what-missing", "change", f"Loss {number}: what do they give up?", field=f"{name}what")]
    if _NOTHING.fullmatch(row["what"].strip(" .")):
        says = "“Nothing” may be true, and is worth checking: what did they build themselves, and what do they do there that has no name in the process?"
        return [Finding("nothing-lost", "ask", says, field=f"{name}what")]
    if not row["whom"]:
        return [
            Finding(
                "whom-missing",
                "ask",
                f"Loss {number}: for whom does it matter most? It is seldom all.",
                field=f"{name}whom",
            )
        ]
    if _EVERYBODY.fullmatch(row["whom"].strip(" .")):
        says = f"Loss {number}: “{row['whom']}” share it unequally. Which role, shift or site loses most?"
        return [Finding("whom-everybody", "ask", says, field=f"{name}whom")]
    return []


def _keep(number: int, name: str, row: dict[str, str]) -> list[Finding]:
    if not _WHERE.search(row["how"]):
        return [Finding("keep-where", "ask", f"Loss {number}: {_ASKS['keep']}", field=f"{name}how")]
    return [Finding("kept", "good", f"Loss {number} stays: one loss less to talk about.", field=f"{name}how")]


def _replace(number: int, name: str, row: dict[str, str]) -> list[Finding]:
    rest = words(_THE_SYSTEM.sub(" ", row["how"]))
    if _THE_SYSTEM.search(row["how"]) and len(rest) < 5:
        says = f"Loss {number}: the system as a whole replaces nothing. Which part of it does the same for them, in the same moment?"
        return [Finding("replaced-by-system", "change", says, field=f"{name}how")]
    says = f"Loss {number}: has one of them tried “{shortened(row['how'])}” in the moment in which they need it?"
    return [
        Finding(
            "replacement-tried",
            "ask",
            says,
            "Inertia makes a new tool look worse than it is, so let them try and not only hear of it.",
            "E07",
            f"{name}how",
        )
    ]


def _compensate(number: int, name: str, row: dict[str, str]) -> list[Finding]:
    if seen := _MERITS.search(row["how"]):
        says = f"Loss {number}: “{seen.group()}” is why the system comes, not what they get for what they lose."
        return [Finding("merit-as-pay", "change", says, "More benefit does not cancel a threat.", "E08", f"{name}how")]
    bound = candour.not_mine(row["how"]) or (found.group() if (found := _MONEY.search(row["how"])) else "")
    if bound and (_IT.search(row["owner"]) or not candour.a_role(f"{row['how']} {row['owner']}")):
        says = f"Loss {number}: “{shortened(bound)}” is not IT's to grant. Name the role that can, and ask before you write it down."
        return [Finding("compensation-not-yours", "change", says, field=f"{name}owner")]
    if not candour.a_role(f"{row['how']} {row['owner']}"):
        return [Finding("who-grants", "ask", f"Loss {number}: who grants it?", field=f"{name}owner")]
    return [
        Finding(
            "compensated",
            "good",
            f"Loss {number}: the role that would grant it is named. Has it said so?",
            field=f"{name}how",
        )
    ]


def _admit(number: int, name: str, row: dict[str, str]) -> list[Finding]:
    how = row["how"]
    if seen := candour.comfort(how) or candour.denial(how):
        says = f"Loss {number}: “{shortened(seen)}” takes the loss away with words. Say that it goes."
        return [Finding("admit-comfort", "change", says, field=f"{name}how")]
    taken = candour.cancelled(how)
    if taken and taken.plainly:
        says = f"Loss {number}: after “{taken.joins}” the admission is gone. Stop before it."
        return [Finding("admit-cancelled", "change", says, field=f"{name}how")]
    if not _TO_THEM.search(how) or len(words(how)) < 5:
        return [Finding("admit-sentence", "ask", f"Loss {number}: {_ASKS['admit']}", field=f"{name}how")]
    return [
        Finding(
            "admitted",
            "good",
            f"Loss {number}: the sentence says that it goes, and takes nothing back.",
            field=f"{name}how",
        )
    ]


def _all(listed: list[tuple[int, dict[str, str]]]) -> list[Finding]:
    decisions = [row["decision"] for _, row in listed if row["decision"]]
    if len(decisions) >= 3 and set(decisions) == {"admit"}:
        says = (
            "Everything is admitted and nothing is kept. Honest, and dear: is there truly nothing that they could keep?"
        )
        return [Finding("only-admitted", "ask", says)]
    if len(decisions) >= 3 and "admit" not in decisions:
        says = (
            "Nothing is simply lost? The loss that they would name first is often the one for which there is no remedy."
        )
        return [Finding("nothing-admitted", "ask", says)]
    return []


def _table(listed: list[tuple[int, dict[str, str]]], most: int = 10_000) -> Table:
    """The list, each text cut at so many characters."""
    decided = {name: label.partition(":")[0] for name, label in DECISIONS}
    return Table(
        "What they give up", ("What, for whom", "Decision", "How", "Who, by when"),
        tuple((shortened(_joined(row["what"], row["whom"]), most), decided[row["decision"]] if row["decision"] else "open",
               shortened(row["how"], most), shortened(_joined(row["owner"], row["date"]), most))
              for _, row in listed),
    )  # fmt: skip


def _joined(one: str, other: str) -> str:
    return "; ".join(part for part in (one, other) if part)


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The list as one table."""
    listed = _listed(answers)
    return (_table(listed),) if listed else ()


_GOOD: dict[str, Answer] = {
    "role": "middle_manager", "technology": "hris",
    "loss_1_what": "the wall calendar where all see who is away", "loss_1_whom": "shift leads, on the morning of a gap", "loss_1_decision": "keep",
    "loss_1_how": "It stays on the wall beside the board; the system prints it every Monday.", "loss_1_owner": "the plant manager", "loss_1_date": "3 March",
    "loss_2_what": "a clerk in HR who knows everybody's special case", "loss_2_whom": "managers with part-time staff", "loss_2_decision": "admit",
    "loss_2_how": "“The clerk who knew your special cases will not be there from April. A form does not know them, and for some weeks it will be slower.”",
    "loss_2_owner": "the head of HR", "loss_2_date": "17 March",
    "loss_3_what": "a word in the corridor instead of a request", "loss_3_whom": "leads of small teams", "loss_3_decision": "compensate",
    "loss_3_how": "The monthly absence report is dropped for teams under ten; the head of HR has agreed.", "loss_3_owner": "the head of HR", "loss_3_date": "17 March",
}  # fmt: skip


def _but(number: int = 1, **changes: Answer) -> dict[str, Answer]:
    """The example with one row of it alone, some answers of which are changed."""
    row = {name.split("_", 2)[2]: value for name, value in _GOOD.items() if name.startswith(f"loss_{number}_")}
    return {
        "role": "middle_manager",
        "technology": "hris",
        **{f"loss_1_{name}": value for name, value in {**row, **changes}.items()},
    }


EXERCISE = Exercise(
    id="give-up-list",
    title="Give-up list",
    task="List what one role gives up for your system, and decide for each loss whether it is kept, replaced, compensated or admitted.",
    minutes=10,
    fields=(*who.fields(), *rows("loss", "Loss", MOST, _ROW)),
    hints=(
        "Walk through one of their days: which paper, which list, which word in the corridor is gone afterwards?",
        "Look for what they built themselves. Nobody wrote it into a requirement.",
        "Try “keep” first. Many losses are not needed by the system; nobody asked whether it could stay.",
        "Worked solution: load the worked example. One loss is kept and says where, one is admitted in a sentence with no “but”, one is paid for by somebody who can grant it.",
    ),
    example=Example(_GOOD, ("kept", "admitted", "compensated", "library-loss")),
    mistakes=(
        Mistake("nothing written", {}, ("list-empty", "library-loss")),
        Mistake("they just dislike change", _but(what="their comfort zone and old ways"), ("belittles", "kept", "library-loss")),
        Mistake("losses count twice", _but(2, how="We tell you openly that losses weigh twice as much as gains."), ("fixed-ratio", "admitted", "library-loss")),
        Mistake("the system replaces it", _but(decision="replace", how="With the new system"), ("replaced-by-system", "library-loss")),
        Mistake("the merits as pay", _but(3, how="They get the benefits of a modern platform."), ("merit-as-pay", "library-loss")),
        Mistake("IT grants time off", _but(3, how="Two days off in the first month.", owner="the project lead"), ("compensation-not-yours", "library-loss")),
        Mistake("an admission with a but", _but(2, how="You will lose your clerk, but the new portal is much better."), ("admit-cancelled", "library-loss")),
        Mistake("comfort as admission", _but(2, how="There is nothing to worry about, you will get used to it."), ("admit-comfort", "library-loss")),
        Mistake("decided by nobody, for everyone", _but(whom="everyone", decision="", owner="the team", date="later"),
                ("decision-missing", "owner-group", "date-missing", "whom-everybody", "library-loss")),
        Mistake("nothing is lost", _but(what="Nothing", whom="", decision="keep"), ("nothing-lost", "kept", "library-loss")),
        Mistake("how is left out", _but(how=""), ("keep-how", "library-loss")),
    ),
    check=check,
    check_label="Look at the list",
    part="deal",
    written=written,
)  # fmt: skip
