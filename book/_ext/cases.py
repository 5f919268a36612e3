"""Cases in the book: a box of facts, the sources, and figures in the prose that come from the data.

`` {case}`ctclink.delay` `` prints one fact of data/cases.csv, `` {case}`ctclink.colleges` `` one figure of
data/case_figures.csv, so that no figure is typed. Written with a capital, `` {case}`ctclink.Pilots` ``,
it begins a sentence: “Three”. A figure is the number alone, in words up to ten; money carries its currency.
"""

from __future__ import annotations

from collections.abc import Callable

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective, SphinxRole

from exercises import library
from exercises.library import Case, CaseFigure

MONTHS = "January February March April May June July August September October November December".split()
NUMBER_WORDS = "zero one two three four five six seven eight nine ten".split()
CURRENCY_NAMES = {"USD": "US$", "GBP": "£", "EUR": "€", "AUD": "A$", "CAD": "C$", "NZD": "NZ$"}


def day(text: str) -> str:
    """A date in words, as precise as it is known: `2014-11-12` is “12 November 2014”."""
    parts = text.split("-")
    if len(parts) == 1:
        return text
    month = f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"


def money(amount: float | None, currency: str) -> str:
    """An amount in millions in words: “US$145 million”, “£2.7 billion”."""
    if amount is None:
        return ""
    sign = CURRENCY_NAMES.get(currency, f"{currency} ")
    if amount >= 1000:
        return f"{sign}{amount / 1000:.3g} billion"
    return f"{sign}{amount:.4g} million"


def number(count: int | None) -> str:
    """A count with commas, or nothing."""
    return "" if count is None else f"{count:,}"


def months(count: int | None) -> str:
    """A delay in words, or nothing."""
    if count is None:
        return ""
    if count == 0:
        return "no delay"
    return f"{count} month" if count == 1 else f"{count} months"


FACTS: dict[str, Callable[[Case], str]] = {
    "users": lambda c: number(c.users),
    "started": lambda c: day(c.started),
    "planned_go_live": lambda c: day(c.planned_go_live),
    "go_live": lambda c: day(c.go_live),
    "stopped": lambda c: day(c.stopped),
    "planned_cost": lambda c: money(c.planned_cost_millions, c.currency),
    "final_cost": lambda c: money(c.final_cost_millions, c.currency),
    "delay": lambda c: months(c.delay_months),
}


def figure(one: CaseFigure) -> str:
    """A figure as it stands in a sentence: “three”, “900,000”, “£482 million”, “August 2015”."""
    if one.unit == "date":
        return day(one.value)
    currency, _, scale = one.unit.partition(" ")
    if scale == "million":
        return money(float(one.value), currency)
    if "." in one.value:
        return one.value
    count = int(one.value)
    return NUMBER_WORDS[count] if count < len(NUMBER_WORDS) else number(count)


def sayable(case: Case) -> dict[str, str]:
    """Every fact and figure of a case that a page can print, by its name."""
    facts_of_it = {name: words for name, read in FACTS.items() if (words := read(case))}
    figures = library.case_figures().get(case.id, {})
    return facts_of_it | {name: figure(one) for name, one in figures.items()}


class CaseRole(SphinxRole):
    """Print one fact or figure of a case: `` {case}`id.fact` ``, `` {case}`id.Fact` `` where a sentence begins."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the fact in words, or an error that says what there is."""
        name, _, fact = self.text.partition(".")
        case = library.cases().get(name)
        if case is None:
            return [], [self._error(f"No case '{name}'. See data/cases.csv.")]
        there = sayable(case)
        wanted = fact[:1].lower() + fact[1:]
        if wanted not in there:
            files = "data/cases.csv and data/case_figures.csv"
            return [], [self._error(f"Case '{name}' has no '{wanted}' in {files}. There are: {', '.join(there)}.")]
        words = there[wanted]
        return [nodes.Text(words if wanted == fact else words[:1].upper() + words[1:])], []

    def _error(self, text: str) -> nodes.system_message:
        return self.inliner.reporter.error(text, line=self.lineno)


class CaseDirective(SphinxDirective):
    """A directive that takes one or more case ids."""

    required_arguments = 1
    optional_arguments = 3
    has_content = False

    def cases(self) -> list[Case]:
        """The cases that are named."""
        unknown = [name for name in self.arguments if name not in library.cases()]
        if unknown:
            raise self.error(f"No case {', '.join(unknown)}. See data/cases.csv.")
        return [library.cases()[name] for name in self.arguments]


class CaseFacts(CaseDirective):
    """The box of facts of a case."""

    def run(self) -> list[nodes.Node]:
        """Return one box a case."""
        return [self._box(case) for case in self.cases()]

    def _box(self, case: Case) -> nodes.Node:
        box = nodes.container(classes=["case-facts"])
        title = nodes.paragraph(classes=["case-name"])
        title += nodes.strong(text=case.organisation)
        title += nodes.Text(f", {case.country}: {case.system}")
        box += title
        listing = nodes.definition_list()
        for label, text in facts(case):
            item = nodes.definition_list_item()
            item += nodes.term(text=label)
            item += nodes.definition("", nodes.paragraph(text=text))
            listing += item
        box += listing
        return box


def facts(case: Case) -> list[tuple[str, str]]:
    """What the box of a case says, as (label, words); what is not known is left out."""
    factors = library.factors()
    kind = library.system_kinds()[case.system_kind].name
    rows = [
        ("Kind of system", kind),
        ("Asked to change", ", ".join(case.roles)),
        ("Users", number(case.users)),
        ("Started", day(case.started)),
        ("Planned go-live", _with_event(day(case.planned_go_live), case.go_live_of)),
        ("Go-live", _with_event(day(case.go_live), case.go_live_of)),
        ("Stopped", f"{day(case.stopped)}, {case.stop_event}" if case.stopped else ""),
        ("Delay", f"{months(case.delay_months)} ({case.delay_basis})" if case.delay_months is not None else ""),
        ("Cost", _cost(case)),
        ("Where it stands", case.status),
        ("Our coding of the sources", ", ".join(factors[name].name.lower() for name in case.factors)),
    ]
    if case.source_strength == "weak":
        rows.append(("Sources", "weak: read with care"))
    return [(label, text) for label, text in rows if text]


def _with_event(words: str, event: str) -> str:
    return f"{words}, {event}" if words and event else words


def _cost(case: Case) -> str:
    planned, final = money(case.planned_cost_millions, case.currency), money(case.final_cost_millions, case.currency)
    if not planned and not final:
        return ""
    text = (
        f"planned {planned}, in the end {final}"
        if planned and final
        else (f"in the end {final}" if final else f"planned {planned}")
    )
    if planned and final and not case.cost_comparable:
        text += " (not like for like)"
    return f"{text}. {case.cost_note}" if case.cost_note else text


class CaseSources(CaseDirective):
    """The sources of one or more cases, and what they support."""

    def run(self) -> list[nodes.Node]:
        """Return a list of the sources and a paragraph on what rests on them."""
        made: list[nodes.Node] = [nodes.rubric(text="Sources")]
        for case in self.cases():
            listing = nodes.bullet_list()
            for source in library.case_sources()[case.id]:
                paragraph = nodes.paragraph()
                paragraph += nodes.reference("", source.title, refuri=source.url)
                year = f", {source.year}" if source.year else ""
                paragraph += nodes.Text(f". {source.publisher}{year}.")
                listing += nodes.list_item("", paragraph)
            made.append(listing)
            made.append(nodes.paragraph("", f"What they support: {case.basis}", classes=["case-basis"]))
        return made


def setup(app: Sphinx) -> None:
    """Register the role and the directives."""
    app.add_role("case", CaseRole())
    app.add_directive("case-facts", CaseFacts)
    app.add_directive("case-sources", CaseSources)
