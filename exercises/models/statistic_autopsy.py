"""Statistic autopsy: eight published failure rates of CRM projects, and what may be said with each.

The rates stand in data/crm_failure_rates.csv. A figure is seldom good or bad by
itself; the sentence in which it stands is. So each card is a sentence that somebody
wants to use. The eight answer different questions and may not be averaged (`E40`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from exercises import cards, library
from exercises.exercise import Answers, Example, Exercise, Feedback, Field, Finding, Meter, Mistake, Table
from exercises.text import cue, reads_english, shortened, words

if TYPE_CHECKING:
    from exercises.library import FailureRate

_AVERAGES = (
    ("", "Choose …"),
    ("mean", "Yes: add up, divide by eight"),
    ("sourced", "Yes, without the one whose source is lost"),
    ("median", "Only the median"),
    ("none", "No, none of these"),
)
_ANOTHER_QUESTION = cue(
    "different (?:things?|questions?|definitions?|meanings?|surveys?|groups?|people|samples?|projects?|kinds?|ways?|methods?)", "definitions?", "defin\\w+", "questions?",
    "what (?:they )?(?:was |is |were )?count\\w*", "counts? as", "counted", "what (?:is )?(?:meant|failure|failed)", "mean(?:s|t)?(?: by)? (?:something|different)\\w*",
    "who was asked", "asked", "samples?", "apples", "oranges", "pears", "bananas", "yardsticks?", "(?:its|their|his|her)? ?(?:own|other|another|various|separate) (?:idea|notion|view|meaning|understanding|way|yardstick|thing|question)s?", "mean of nothing", "comparable", "compared?", "same (?:thing|question|way)", "measur\\w+", "not the same", "criteria", "criterion",
)  # fmt: skip
_ONLY_THE_SOURCE = cue(
    "old", "outdated", "source", "sources", "small", "too few", "years?", "bias\\w*", "unreliable", "wrong"
)
_BASE = re.compile(
    r"\b(?:of|out of|from|among)\s+(?:the\s+|our\s+|all\s+)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b",
    re.I,
)
_COUNTER = cue(
    "counted",
    "asked",
    "survey\\w*",
    "audit\\w*",
    "according to",
    "report\\w*",
    "source",
    "published",
    "measured",
    "by (?:us|our|the)",
    "took",
    "taken from",
    "logs?",
    "records",
    "protocols?",
    "minutes of",
    "we (?:looked|checked|counted|went)",
)
_MEANS = cue(
    "means?",
    "meaning",
    "meant",
    "that is",
    "i\\.e\\.",
    "defined as",
    "counts? as",
    "counted as",
    "cancelled",
    "not used",
    "late",
    "over budget",
    "switched off",
    "failure (?:was|is)",
    "still use\\w*",
    "more than",
    "at least",
    "within",
    "missed",
    "resets?",
    "stopped",
)


def card_id(year: int, source: str) -> str:
    """The id of the card of one rate: first word of its source, and year."""
    return f"{source.split()[0].lower()}_{year}"


@cache
def deck() -> cards.Deck:
    """The deck with its figures filled in from the table, in the order of the table."""
    rows = {card_id(row.year, row.source): row for row in library.crm_failure_rates()}
    rates = {name: f"{row.reported_percent:g}" for name, row in rows.items()}
    of = cards.deck("statistic-autopsy")
    filled = []
    for card in of.cards:
        row = rows[card.id]
        figures = {**rates, "rate": rates[card.id], "year": row.year}
        filled.append(card._replace(says=card.says.format(**figures), because=card.because.format(**figures)))
    return cards.Deck(of.options, tuple(sorted(filled, key=lambda one: list(rows).index(one.id))))


def _fields() -> tuple[Field, ...]:
    """A choice a card; under each sentence, who published the figure and what is known of it."""
    rows = {card_id(row.year, row.source): row for row in library.crm_failure_rates()}
    made = cards.fields(deck(), "Eight sentences that somebody wants to use")
    return tuple(replace(one, help=_known(rows[one.name])) for one in made)


def _known(row: FailureRate) -> str:
    note = f"{row.note[:1].upper()}{row.note[1:]}" if row.note else "Nothing more is known from our list"
    return f"{row.source}, {row.year}: {row.reported_percent:g}%. {note}."


def check(answers: Answers) -> Feedback:
    """Compare each verdict with ours, then look at the average and at the learner's own figure."""
    found, agree, answered = cards.findings(deck(), answers)
    average = _about_average(str(answers["average"]), str(answers["why"]).strip())
    own = _about_own(str(answers["own"]).strip())
    if not answered and not answers["average"] and not answers["own"]:
        says = "Choose for one of the eight: would you say this sentence to a controller?"
        return Feedback("No verdict yet.", (Finding("autopsy-empty", "ask", says, field=deck().cards[0].id),))
    differs = [one for one in found if one.verdict != "good"]
    open_cards = []
    if answered < len(deck().cards):
        says = f"{len(deck().cards) - answered} of the eight are still open."
        open_cards = [Finding("cards-open", "ask", says)]
    agrees = [one for one in found if one.verdict == "good"]
    judged = f"{answered} of {len(deck().cards)} judged, {agree} of them as we would."
    return Feedback(
        (judged if answered else "None of the eight is judged yet; what you wrote is looked at below.")
        + (" The others can be argued: the reasons stand below." if agree < answered else ""),
        (*open_cards, *differs, *average, *own, *agrees),
        tables=(_table(),),
        meters=(Meter("Verdicts like ours", agree, 0, len(deck().cards), f"{agree} of {len(deck().cards)}"),),
    )


def _mean() -> float:
    rates = [row.reported_percent for row in library.crm_failure_rates()]
    return sum(rates) / len(rates)


def _about_average(chosen: str, why: str) -> list[Finding]:
    if not chosen:
        return [Finding("average-open", "ask", "May the eight be averaged? One answer is open.", field="average")]
    reason = "Rates for CRM answer different questions, and no arithmetic makes them one."
    if chosen != "none":
        says = (
            f"The average of the eight would be {_mean():.1f} percent. Of what? No survey asked the question to which that is the answer. "
            "Leaving one out, or taking the middle one, keeps the trouble."
        )
        return [Finding("average-taken", "change", says, reason, "E40", "average")]
    if not why:
        says = "No, we agree. Why not? Say it in one sentence, as you would to a sponsor who wants one number."
        return [Finding("average-reason-open", "ask", says, field="why")]
    if len(words(why)) > 5 and not reads_english(why):
        says = "The check reads English and cannot judge your reason. Does it speak of what was counted, and of whom?"
        return [Finding("average-reason-unread", "note", says, field="why")]
    if _ANOTHER_QUESTION.search(why):
        says = f"“{shortened(why)}” goes to the root: the rates do not measure one thing."
        return [Finding("average-reason", "good", says, reason, "E40", "why")]
    if _ONLY_THE_SOURCE.search(why):
        says = f"“{shortened(why)}”: true of some of them. Suppose that all eight were recent and well sourced: could you average them then?"
        return [Finding("average-reason-source", "ask", says, reason, "E40", "why")]
    says = f"“{shortened(why)}”: does your reason speak of what was counted as failure, and who was asked?"
    return [Finding("average-reason-other", "ask", says, reason, "E40", "why")]


def _about_own(own: str) -> list[Finding]:
    if not own:
        says = "Take one figure from a slide of your own house. What was counted, who counted, of how many?"
        return [Finding("own-open", "ask", says, field="own")]
    if len(words(own)) > 5 and not reads_english(own):
        return [Finding("own-unread", "note", "The check reads English and cannot judge your own figure.", field="own")]
    missing = [
        what
        for there, what in (
            (re.search(r"\d", own) or (len(words(own)) > 4 and _BASE.search(own)), "the figure itself"),
            (_BASE.search(own), "of how many"),
            (_COUNTER.search(own), "who counted"),
            (_MEANS.search(own), "what counted as failure, late or used"),
        )
        if not there
    ]
    if missing:
        says = (
            f"In your own figure we do not see: {', '.join(missing)}. If you do not know it either, that is the caveat."
        )
        return [Finding("own-gaps", "ask", says, field="own")]
    says = "Your own figure says what was counted, by whom and of how many. Such a figure can be argued with."
    return [Finding("own-whole", "good", says, field="own")]


def _table() -> Table:
    return Table(
        "The eight rates, and all that our list knows of them",
        ("Who published it", "Rate", "What is known"),
        tuple(
            (f"{row.source}, {row.year}", f"{row.reported_percent:g}%", row.note or "nothing more")
            for row in library.crm_failure_rates()
        ),
    )


_SOLUTION = {
    "gartner_2001": "caveat", "butler_2002": "drop", "selling_2002": "drop", "amr_2005": "cite", "amr_2006": "cite",
    "amr_2007": "drop", "economist_2007": "cite", "forrester_2009": "caveat",
}  # fmt: skip
_AGREES = tuple(f"{one}-agrees" for one in _SOLUTION)

EXERCISE = Exercise(
    id="statistic-autopsy",
    title="Statistic autopsy",
    task="For each of eight published failure rates, decide whether the sentence around it may be used, needs a caveat or has to go.",
    minutes=10,
    numbers="real",
    fields=(
        *_fields(),
        Field("average", "May the eight rates be averaged?", "choice", options=_AVERAGES, group="One number for the board"),
        Field("why", "Why, or why not?", "text", rows=2, group="One number for the board"),
        Field("own", "A figure from a slide of your own house", "text", rows=2, group="One number for the board",
              help="What was counted, who counted it, of how many? Leave out what gives away a person.",
              placeholder="Our own audit counted 4 of 11 units as late, that is, live after the planned month."),
    ),
    hints=(
        "Read the sentence, not the number: what does it claim that the number does not say?",
        "For each ask: who was asked, and what counted as failure? Where you cannot know, say so, or leave it.",
        "Imagine the eight as eight lengths, measured from eight different places. What is their mean the length of?",
        "Worked solution: drop the three that have no source, a false decimal or a trend of two points; use the three that speak of what was "
        "published and say what is not known; the forecast and the business case need their caveat. Do not average: different people were asked about different things.",
    ),
    example=Example(
        {
            **_SOLUTION, "average": "none", "why": "Each one counts something different as failure and asked different people.",
            "own": "Our own audit counted 4 of 11 units as late, that is, live after the planned month.",
        },
        ("average-reason", "own-whole", *_AGREES),
    ),
    mistakes=(
        Mistake("nothing judged", {}, ("autopsy-empty",)),
        Mistake(
            "one number for the board",
            {**_SOLUTION, "average": "mean", "own": "CRM fails in 70% of cases."},
            ("average-taken", "own-gaps", *_AGREES),
        ),
        Mistake(
            "takes the famous number and the decimal",
            {"butler_2002": "cite", "selling_2002": "cite", "average": "sourced"},
            ("cards-open", "butler_2002-differs", "selling_2002-differs", "average-taken", "own-open"),
        ),
        Mistake(
            "reads a trend into two points",
            {"amr_2007": "cite", "average": "none"},
            ("cards-open", "amr_2007-differs", "average-reason-open", "own-open"),
        ),
        Mistake(
            "drops every figure there is",
            {**dict.fromkeys(_SOLUTION, "drop"), "average": "none", "why": "They are too old."},
            ("amr_2005-differs", "amr_2006-differs", "economist_2007-differs", "forrester_2009-differs", "average-reason-source", "own-open",
             "gartner_2001-agrees", "butler_2002-agrees", "selling_2002-agrees", "amr_2007-agrees"),
        ),
    ),
    check=check,
)  # fmt: skip
