"""Pledge converter: turn a pledge into an if-then plan with cue, action, owner and date.

Plans of the form "when X happens, I do Y" close part of the gap between a sincere
yes and doing it (`E24`). Their effect shrinks in stricter studies and they help
people who want the goal; a plan written for somebody else is an order.
"""

from __future__ import annotations

import re
from datetime import date

from exercises.exercise import Answers, Example, Exercise, Feedback, Field, Finding, Mistake, Table
from exercises.text import cue, shortened, words
from exercises.text.days import only_a_date, read_day
from exercises.text.owner import about_owner

_VAGUE_CUE = cue(
    "soon", "later", "asap", "as soon as possible", "in due course", "when (?:we|they) (?:are|is) ready",
    "when ready", "when (?:there is|there's|we have|they have) time", "when things (?:calm|settle|quiet)\\w*(?: down)?",
    "at some point", "some day", "eventually", "when (?:it is|it's) stable", "when possible", "in time",
)  # fmt: skip
_VAGUE_ACTION = cue(
    "support\\w*", "commit\\w*", "engag\\w*", "embrac\\w*", "think\\w*", "consider\\w*", "discuss\\w*", "(?:be|get|have|has)(?: \\w+)? trained", "drive\\w*", "promot\\w*", "champion\\w*",
    "be (?:ready|involved|part|there|on board)", "get (?:ready|involved|going|started)", "look into",
    "work on", "align\\w*", "adopt\\w*", "start(?: with)? (?:it|using|the (?:tool|system|project))",
    "use (?:it|the (?:tool|system|crm))(?: more)?", "move forward", "go ahead", "begin",
)  # fmt: skip
_TWO_ACTIONS = cue("and then", "and also", "as well as", "afterwards")
_COUNTED = re.compile(r"\d|\b(?:the|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|first|a|an)\b", re.I)


def written(answers: Answers) -> tuple[str | Table, ...]:
    """The pledge, and the plan that came of it."""
    pledge = _plain(str(answers["pledge"]))
    return tuple(part for part in (f"Pledged: “{pledge}”" if pledge else "", compose(answers)) if part)


def compose(answers: Answers) -> str:
    """The plan as one or two sentences; parts not answered yet stand as [what is missing]."""
    part = {name: _plain(str(answers[name])) for name in ("cue", "action", "owner", "date")}
    if not any(part.values()):
        return ""
    day = re.sub(r"^(?:on|starting|until|before|from)\s+", "", part["date"], flags=re.IGNORECASE)
    action = re.sub(r"^to\s+", "", part["action"], flags=re.IGNORECASE)
    plan = (
        f"{_opened(part['cue'])}, {part['owner'] or '[who]'} will {action or '[do what]'}, by {day or '[which day]'}."
    )
    obstacle, detour = _plain(str(answers["obstacle"])), _plain(str(answers["detour"]))
    if obstacle or detour:
        plan += f" If {obstacle or '[what gets in the way]'}, then {detour or '[what instead]'}."
    return plan


def _opened(given: str) -> str:
    """The cue as the opening of a sentence: a clause after “When”, a day after “On”, anything else after “After”."""
    if not given:
        return "When [what happens]"
    if not _OPENING.match(given):
        if read_day(" ".join(given.split()[:2]))[0]:
            given = f"on {given}"
        elif _CLAUSE.search(given):
            given = f"when {given}"
        else:
            given = f"after {given}"
    return f"{given[:1].upper()}{given[1:]}"


_OPENING = cue(
    "when",
    "whenever",
    "after",
    "once",
    "as soon as",
    "the day",
    "the morning",
    "on",
    "at",
    "before",
    "every",
    "in",
    "right after",
)
_CLAUSE = re.compile(
    r"^\S+(?:\s+\S+)*?\s+(?:is|are|has|have|comes|starts|ends|opens|closes|begins|arrives|reminds|rings|goes|leaves|\w+ed)\b",
    re.I,
)


def _plain(part: str) -> str:
    part = " ".join(part.split()).rstrip(".,; ")
    return re.sub(r"^(?:by|will|if|then)(?:\s+|$)", "", part, flags=re.IGNORECASE)


def check(answers: Answers, today: date | None = None) -> Feedback:
    """Look for the four parts of a plan: cue, action, owner, date; then for the obstacle.

    Args:
        answers: the fields of the exercise.
        today: the day against which a date is past; the real one where left out.
    """
    given = {name: " ".join(str(answers[name]).split()) for name in answers}
    if not any(given[name] for name in ("cue", "action", "owner", "date")):
        finding = Finding(
            "plan-empty", "ask", "Fill in the four parts: when, what, who, by which day. Then check again.",
            field="cue",
        )  # fmt: skip
        return Feedback("There is no plan to check yet.", (finding,))
    parts = (
        _about_cue(given["cue"]),
        _about_action(given["action"]),
        about_owner(given["owner"]),
        _about_date(given["date"], today or date.today()),
    )
    good = sum(part.verdict == "good" for part in parts)
    findings = sorted(parts, key=lambda part: part.verdict == "good")
    findings += _about_obstacle(given["obstacle"], given["detour"])
    summary = (
        "All four parts are there: this is a plan that somebody can keep or miss."
        if good == 4
        else f"{good} of 4 parts of a plan are there. A plan needs all four."
    )
    return Feedback(summary, tuple(findings), composed=compose(answers))


def _about_cue(given: str) -> Finding:
    if not given:
        says = "When does it start? Name something that will happen anyway: a close, a shift change, a delivery."
        return Finding("cue-missing", "change", says, field="cue")
    if not re.search(r"[^\W\d_]{2}", given):
        says = f"“{shortened(given)}” is no event. Name something that will happen anyway: a close, a shift change, a delivery."
        return Finding("cue-vague", "change", says, field="cue")
    if only_a_date(given):
        says = f"“{shortened(given)}” is the day. What happens on it anyway, that will remind the person?"
        return Finding("cue-date", "change", says, "The plan works because the cue does the remembering.", "E24", "cue")
    if _VAGUE_CUE.search(given):
        says = f"“{shortened(given)}” cannot ring a bell. Name an event that the person will notice."
        why = "The plan works because the cue does the remembering."
        return Finding("cue-vague", "change", says, why, "E24", "cue")
    return Finding("cue-good", "good", "The cue is something that will be noticed.", field="cue")


def _about_action(given: str) -> Finding:
    if not given:
        says = "What will be done? One action that fits into half an hour."
        return Finding("action-missing", "change", says, field="action")
    if _VAGUE_ACTION.search(given) or len(words(given)) < 3:
        says = f"“{shortened(given)}” cannot be seen. What would a camera film? Name the thing and how many."
        return Finding("action-vague", "change", says, field="action")
    if _TWO_ACTIONS.search(given) or given.count(",") + len(cue("and").findall(given)) > 1:
        says = "This is more than one action. Keep the first one; the next gets its own plan."
        return Finding("action-many", "change", says, field="action")
    if not _COUNTED.search(given):
        says = "You could see this happen. Say how many, so that both sides know when it is done."
        return Finding("action-uncounted", "change", says, field="action")
    return Finding("action-good", "good", "The action can be seen and counted.", field="action")


def _about_date(given: str, today: date) -> Finding:
    if not given:
        return Finding("date-missing", "change", "By which day? A plan without a day is a wish.", field="date")
    named, day = read_day(given)
    if not named:
        says = f"“{shortened(given)}” is not a day in the calendar. Pick one, such as 14 May."
        return Finding("date-vague", "change", says, field="date")
    if day is not None and day < today:
        says = f"{day.day} {day:%B} {day.year} is past. Pick a day that is still to come."
        return Finding("date-past", "change", says, field="date")
    return Finding("date-good", "good", "The plan names a day.", field="date")


_LATER = cue("later", "try again", "do it later", "some other time")


def _about_obstacle(obstacle: str, detour: str) -> list[Finding]:
    if obstacle and detour:
        if len(words(detour)) < 3 or _VAGUE_ACTION.search(detour) or _LATER.search(detour):
            says = f"“{shortened(detour)}” is no way round yet. What exactly will the person do instead?"
            return [Finding("obstacle-vague", "change", says, field="detour")]
        says = "You also planned for what gets in the way."
        return [Finding("obstacle-good", "good", says, field="obstacle")]
    says = "What is most likely to get in the way, and what then? Ask the person who will do it: they know."
    why = (
        "If-then plans help people who want the goal, and the effect shrinks in stricter studies. "
        "A plan that you wrote for somebody is an order."
    )
    return [Finding("obstacle-open", "ask", says, why, "E24", "obstacle")]


EXERCISE = Exercise(
    id="pledge-converter",
    title="Pledge converter",
    task="Turn one pledge into an if-then plan with a cue, an action, an owner and a day.",
    minutes=8,
    numbers="none",
    fields=(
        Field(
            "pledge", "The pledge, as you heard it", help="Use one from your own rollout, or the one in grey.",
            placeholder="We are fully committed and start soon after the audit.",
        ),
        Field("cue", "When? An event that will happen anyway", placeholder="After the month-end close"),
        Field("action", "What? One action that can be seen and counted", placeholder="load the first ten customers"),
        Field("owner", "Who? One role, no name", placeholder="the accounts lead"),
        Field("date", "By which day?", placeholder="14 May"),
        Field("obstacle", "What may get in the way? (If …)", placeholder="the close runs late"),
        Field("detour", "And then? (then …)", placeholder="she loads five on the 16th"),
    ),
    hints=(
        "Begin with the cue: what happens in their work anyway, on a day they can name?",
        "Shrink the action until it fits into half an hour: not “clean the data”, but “check ten records”.",
        "If “the team” owns it, nobody does. Which one role would you phone?",
        "Worked solution: “After the April close, the accounts lead will load the first ten customers, by 14 May. "
        "If the close runs late, then she loads five on the 16th.”",
    ),
    example=Example(
        {
            "pledge": "We are fully committed and start soon after the audit.",
            "cue": "After the April close", "action": "load the first ten customers",
            "owner": "the accounts lead", "date": "14 May",
            "obstacle": "the close runs late", "detour": "she loads five on the 16th",
        },
        ("cue-good", "action-good", "owner-good", "date-good", "obstacle-good"),
    ),
    mistakes=(
        Mistake("nothing filled in", {"pledge": "We are all for it."}, ("plan-empty",)),
        Mistake(
            "a pledge in other words",
            {"cue": "soon", "action": "fully support the project", "owner": "the team", "date": "Q3"},
            ("cue-vague", "action-vague", "owner-group", "date-vague", "obstacle-open"),
        ),
        Mistake(
            "a chain of actions and a name",
            {"cue": "after the audit", "action": "clean the data, train two users and then go live", "owner": "Ana", "date": "3 June"},
            ("action-many", "owner-name", "cue-good", "date-good", "obstacle-open"),
        ),
        Mistake(
            "a day that is past",
            {"cue": "after the audit", "action": "check ten records", "owner": "stock clerk", "date": "2019-05-14"},
            ("date-past", "cue-good", "action-good", "owner-good", "obstacle-open"),
        ),
        Mistake(
            "an action nobody can count",
            {"cue": "after the audit", "action": "check customer records", "owner": "stock clerk", "date": "Tuesday"},
            ("action-uncounted", "cue-good", "owner-good", "date-good", "obstacle-open"),
        ),
        Mistake(
            "a date for a cue, two owners, a way round that is none",
            {"cue": "14 May", "action": "open the fault list", "owner": "sales lead and IT", "date": "14 May",
             "obstacle": "no time", "detour": "do it later"},
            ("cue-date", "owner-two", "action-good", "date-good", "obstacle-vague"),
        ),
        Mistake(
            "a thought for an action, and oneself for an owner",
            {"cue": "after the audit", "action": "think about the data", "owner": "me", "date": "Tuesday"},
            ("action-vague", "owner-me", "cue-good", "date-good", "obstacle-open"),
        ),
        Mistake(
            "only a date",
            {"date": "31 June"},
            ("cue-missing", "action-missing", "owner-missing", "date-vague", "obstacle-open"),
        ),
    ),
    check=check,
    live=compose,
    live_label="Your plan",
    part="queue",
    written=written,
)  # fmt: skip
