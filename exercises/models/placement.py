"""Where to start: where the rollout stands, eight situations at work, and the chapters to begin with.

It places nobody above the book: chapters may be skimmed where the answer shows their practice,
and those on fear and on honest limits are read whole by everyone.
"""

from __future__ import annotations

from collections import Counter

from exercises import library
from exercises.exercise import Answers, Example, Exercise, Feedback, Field, Finding, Mistake, Page, Table
from exercises.library import Chapter, Way
from exercises.text import shortened

WHOLE = ("06-say-the-fear", "12-user-risk")
"""The honesty chapters: whatever was answered, they are read whole."""

MOST_FIRST = 3
"""Chapters to start with; more would be no start."""

MANY_SKIMMED = 5
"""From so many chapters on, the learner is asked whether the answers are what they do."""

STAGE = "stage"
"""The situation that says where the rollout stands; it shows no practice, only what is urgent."""

WISH = "wish"
"""The field for the learner's own aim; no program places anybody by it."""

NEW = "new"
"""The option for a situation that the learner has not met."""

_FIRST_OF_ALL = "01-last-in-line"
_LAST_OF_ALL = "13-capstone"

_WHOLE_BECAUSE = {
    "06-say-the-fear": ("Here a benefit may not drown a fear.", "More benefit does not cancel a threat.", "E08"),
    "12-user-risk": ("Whoever persuades well needs it most: it asks where your persuading ends.", "", ""),
}


def ways_of(scene: str) -> list[Way]:
    """What one may do in a situation, in the order of the file."""
    return [way for way in library.ways().values() if way.scene == scene]


def chosen(answers: Answers) -> list[Way]:
    """The ways that were chosen, in the order of the situations; a situation not met is a way of its own."""
    found = []
    for scene in library.scenes().values():
        answer = str(answers.get(scene.id, ""))
        if answer == NEW:
            says = "I have not met this"
            because = "You have not met this yet. The chapter begins with a scene of that kind."
            found.append(Way(NEW, scene.id, says, because, scene.chapters))
        else:
            found += [way for way in ways_of(scene.id) if way.id == answer]
    return found


def weights(ways: list[Way]) -> Counter[str]:
    """How much speaks for reading each chapter first: two for the chapter that a way names first, one for its others."""
    found: Counter[str] = Counter()
    for way in ways:
        for place, chapter in enumerate(way.first):
            # What is not known yet can wait for its turn; what is done otherwise is done this week.
            found[chapter] += 2 if place == 0 and way.id != NEW else 1
    return found


def path(answers: Answers) -> dict[str, str]:
    """How to read each chapter, in the order suggested: `first`, `whole`, `skim` or `read`."""
    ways = chosen(answers)
    weight = weights(ways)
    order = list(library.chapters())
    able = {one for way in ways for one in way.skim} - {one for way in ways if way.scene != STAGE for one in way.first}
    ranked = sorted(weight, key=lambda one: (one in able, -weight[one], order.index(one)))
    # Where the rollout stands makes a chapter urgent, but not for somebody who does it already; one has to be the first.
    first = [one for one in ranked if one not in able][:MOST_FIRST] or ranked[:1] or [_FIRST_OF_ALL]
    done = able - set(first)
    found = dict.fromkeys(first, "first")
    for one in order:
        if one not in found:
            found[one] = "whole" if one in WHOLE else "skim" if one in done else "read"
    return found


def check(answers: Answers) -> Feedback:
    """A path with its reasons: where to start, what to read whole, what may be skimmed."""
    ways = chosen(answers)
    chapters = library.chapters()
    if not ways:
        one = chapters[_FIRST_OF_ALL]
        says = "Choose what you would most likely do on a busy day. Or begin at the beginning: everything builds on it."
        return Feedback(
            f"Nothing is chosen yet. Without an answer, start with chapter {one.number}.",
            (Finding("placement-empty", "ask", says, field=next(iter(library.scenes())), page=_page(one)),),
        )
    suggested = path(answers)
    by = {how: [chapters[one] for one, given in suggested.items() if given == how] for how in ("first", "whole", "skim", "read")}  # fmt: skip
    findings = [_first(one, ways) for one in by["first"]]
    findings += [_whole(chapters[one]) for one in WHOLE if suggested[one] != "first"]
    if len(by["skim"]) >= MANY_SKIMMED:
        says = "The fine answer is easy to find on a page. For each chapter that you may skim: when did you last do it, and who saw it?"
        findings.append(Finding("placement-fine", "ask", says))
    findings += [_skim(one, ways) for one in by["skim"]]
    if suggested[_FIRST_OF_ALL] != "first":
        says = "Name your rollout before you start: “My rollout” in chapter 1 takes a few minutes, and later exercises begin from what it holds."
        findings.append(Finding("placement-rollout", "note", says, page=_page(chapters[_FIRST_OF_ALL])))
    if wish := " ".join(str(answers.get(WISH, "")).split()):
        says = f"You want help with “{shortened(wish)}”. Does the first chapter of this path serve it? If another one does, follow yourself."
        findings.append(Finding("placement-wish", "ask", says, field=WISH))
    left = len(library.scenes()) - len(ways)
    if left:
        more = "One question is" if left == 1 else f"{left} questions are"
        findings.append(Finding("placement-open", "ask", f"{more} still open; the path may change with them."))
    return Feedback(_summary(by["first"], by["skim"], suggested), tuple(findings), tables=(_table(suggested),))


def _summary(first: list[Chapter], skim: list[Chapter], suggested: dict[str, str]) -> str:
    start, *then = [one.number for one in first]
    says = f"Start with chapter {start}" + (f", then {_and(then)}." if then else ".")
    if skim:
        says += f" You may skim {_and([one.number for one in skim])}."
    whole = [library.chapters()[one].number for one in WHOLE if suggested[one] != "first"]
    return says + (f" Read {_and(whole)} whole." if whole else "")


def _and(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _first(one: Chapter, ways: list[Way]) -> Finding:
    """The reasons for a chapter: the answers that name it, those that name it first before the others."""
    if not any(one.id in way.first for way in ways):
        says = f"Read first: {one.gives}. What you chose asks for no chapter before the others, and this one is where your rollout gets its name."
        return Finding(f"first-{one.number}", "note", says, page=_page(one))
    naming = sorted((way for way in ways if one.id in way.first), key=lambda way: way.first.index(one.id))
    says = f"Read first: {one.gives}. " + " ".join(
        f"“{way.says.strip('“”').rstrip('.')}”: {way.because}" for way in naming[:2]
    )
    reason = next((way for way in naming if way.why), None)
    return Finding(f"first-{one.number}", "note", says, reason.why if reason else "", reason.source if reason else "", naming[0].scene, _page(one))  # fmt: skip


def _whole(one: Chapter) -> Finding:
    says, why, source = _WHOLE_BECAUSE[one.id]
    return Finding(f"whole-{one.number}", "note", f"Read whole, whatever you know: {one.gives}. {says}", why, source, page=_page(one))  # fmt: skip


def _skim(one: Chapter, ways: list[Way]) -> Finding:
    way = next(way for way in ways if one.id in way.skim)
    says = f"Chapter {one.number} may be skimmed ({one.gives}). {way.because}"
    return Finding(f"skim-{one.number}", "good", says, field=way.scene, page=_page(one))


def _page(one: Chapter) -> Page:
    return Page(f"notebooks/{one.id}", f"Go to {one.name}")


_HOW = {"first": "first", "whole": "whole", "skim": "skim", "read": "in its turn"}


def _table(suggested: dict[str, str]) -> Table:
    rows = tuple((library.chapters()[one].name, _HOW[how]) for one, how in suggested.items())
    return Table("Your path through the book", ("Chapter", "How"), rows)


def _fields() -> tuple[Field, ...]:
    scenes = [
        Field(
            one.id,
            one.says,
            "choice",
            options=(("", "Choose …"), *((way.id, way.says) for way in ways_of(one.id)), *_new(one.id)),
        )
        for one in library.scenes().values()
    ]
    wish = Field(
        WISH,
        "And in a sentence: what should this book help you with next week?",
        help="If you like. It stays here, and you can hold the path against it.",
        placeholder="the meeting with the night shift on Tuesday",
    )
    return (*scenes, wish)


def _new(scene: str) -> tuple[tuple[str, str], ...]:
    # Everybody stands somewhere with a rollout; the first situation has its own answer for those who have none.
    return () if scene == STAGE else ((NEW, "I have not met this, or I would do something else"),)


EXERCISE = Exercise(
    id="placement",
    title="One rollout and eight situations",
    task="Say where your rollout stands and what you would most likely do in eight situations, and get a path through the book.",
    minutes=5,
    fields=_fields(),
    hints=(
        "Nobody counts points, and nobody sees it. An honest answer saves you hours; a fine one costs you the chapter that you need.",
        "Leave open what you do not want to answer. The path is made from the rest.",
        "Worked solution: a rollout that is live, a green report, and teams that print their tours although “they need "
        "another training” leads to chapter 11 for the weeks after go-live, to 1 for the pledges and to 2 for the paper.",
    ),
    example=Example(
        {
            "stage": "live", "report": "report_green", "paper": "paper_train", "morning": "morning_sat",
            "receipts": "receipts_drop", "mail": "mail_monday", "seventy": "seventy_own", "quarter": "quarter_ask",
            "week_six": "week_six_try",
        },
        ("first-1", "first-2", "first-11", "whole-6", "whole-12", "placement-fine", "skim-3", "skim-4", "skim-5", "skim-8", "skim-9", "skim-10"),
    ),
    mistakes=(
        Mistake("nothing chosen", {}, ("placement-empty",)),
        Mistake(
            "the fine answer each time",
            {
                "stage": "none", "report": "report_has", "paper": "paper_look", "morning": "morning_sat",
                "receipts": "receipts_drop", "mail": "mail_monday", "seventy": "seventy_own", "quarter": "quarter_ask",
                "week_six": "week_six_try",
            },
            ("first-1", "whole-6", "whole-12", "placement-fine", "skim-2", "skim-3", "skim-4", "skim-5", "skim-8", "skim-9", "skim-10"),
        ),
        Mistake(
            "one situation only",
            {"seventy": "seventy_in"},
            ("first-8", "first-1b", "whole-6", "whole-12", "placement-rollout", "placement-open"),
        ),
        Mistake(
            "the fear may come first of all",
            {"stage": "weeks"},
            ("first-6", "first-5", "whole-12", "placement-rollout", "placement-open"),
        ),
        Mistake(
            "able in one thing, not in the next",
            {"paper": "paper_look", "week_six": "week_six_smile", "stage": "before", "wish": "the meeting with the night shift"},
            ("first-11", "first-3", "first-10", "whole-6", "whole-12", "skim-2", "placement-rollout", "placement-wish", "placement-open"),
        ),
        Mistake(
            "has met none of it",
            {"stage": "none", **dict.fromkeys(("report", "paper", "morning", "receipts", "mail", "seventy", "quarter", "week_six"), NEW)},
            ("first-1", "first-2", "first-3", "whole-6", "whole-12"),
        ),
    ),
    check=check,
    check_label="Suggest a path",
)  # fmt: skip
