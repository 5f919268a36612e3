"""The workshop in the book: the guide of a chapter, and agendas with their clock.

`{facilitate} 05-value-pitch` is the whole of a page in book/workshop/, `{agenda} half-day` an agenda,
with `:script:` followed by all that is said in it, `{guides}` and `{agendas}` list them.
All words come from data/workshop/, all minutes and times are computed.
"""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from exercises import library, load
from exercises.library import playbook
from exercises.quiz import quiz

from .agendas import Agenda, Session, Slot, agendas
from .course import hours, to_chapter, to_page
from .plays import exercise_pages
from .printed import block, bullets, facts, labelled, section, table
from .workshop import FRAME, KINDS, Guide, Part, frame, guides

PAGES = "book/workshop"


class Facilitate(SphinxDirective):
    """The guide of a chapter, or of `frame`, whole."""

    required_arguments = 1
    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return purpose, what to have ready, the parts at a glance and one by one, and the end."""
        name = self.arguments[0]
        known = {**guides(), FRAME: frame()}
        if name not in known:
            raise self.error(f"No guide '{name}'. There are: {', '.join(known)}.")
        guide = known[name]
        made: list[nodes.Node] = [nodes.paragraph(text=guide.purpose, classes=["guide-purpose"])]
        if name != FRAME:
            made += [_of_chapter(guide)]
        made += [
            section("ready", "Have ready", bullets(guide.before)),
            section("glance", "At a glance", *_glance(guide)),
            section("parts", "Part by part", *(_part(self, guide, one) for one in guide.parts)),
            section("debrief", "To talk about at the end", bullets(guide.debrief)),
            section("remote", "On a call", nodes.paragraph(text=guide.remote)),
        ]
        return made


class AgendaDirective(SphinxDirective):
    """An agenda with its clock; with `:script:` also what to say and to watch for in each part."""

    required_arguments = 1
    has_content = False
    option_spec: ClassVar = {"script": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Return the facts, a table a session, and the script."""
        name = self.arguments[0]
        if name not in agendas():
            raise self.error(f"No agenda '{name}'. There are: {', '.join(agendas())}.")
        agenda = agendas()[name]
        told = (("People", agenda.people), ("You need", "; ".join(agenda.needs)), ("On a call", agenda.remote))
        made: list[nodes.Node] = [nodes.paragraph(text=agenda.result, classes=["guide-purpose"]), facts(told)]
        made += [section(f"session-{n}", one.title, *_session(one)) for n, one in enumerate(agenda.sessions, 1)]
        if "script" in self.options:
            made += [
                section(f"script-{n}", f"{one.title}: the script", *(self._scripted(slot) for slot in one.slots))
                for n, one in enumerate(agenda.sessions, 1)
            ]
        return made

    def _scripted(self, slot: Slot) -> nodes.Node:
        if slot.part is None:
            return block(f"{slot.begins} · {slot.title}", f"{slot.minutes} min")
        guide = frame() if slot.chapter == FRAME else guides()[slot.chapter]
        return _part(self, guide, slot.part, slot)


class Guides(SphinxDirective):
    """All guides, each with its minutes and with what stays when every cut is made."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return one list."""
        listing = nodes.bullet_list(classes=["guide-list"])
        for guide in guides().values():
            line = nodes.paragraph()
            line += to_page(f"{PAGES}/{guide.id}", library.chapters()[guide.id].name)
            line += nodes.Text(f": {hours(guide.minutes)}, or {hours(guide.shortest)} with all cuts.")
            listing += nodes.list_item("", line)
        return [listing]


class Agendas(SphinxDirective):
    """All agendas, each with its clock, for whom it is and what comes of it."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return one list."""
        listing = nodes.bullet_list(classes=["guide-list"])
        for one in agendas().values():
            line = nodes.paragraph()
            line += to_page(f"{PAGES}/{one.id}", one.title)
            line += nodes.Text(f". {_taken(one)} {one.result}")
            listing += nodes.list_item("", line)
        return [listing]


def _taken(agenda: Agenda) -> str:
    """How long it takes, in words."""
    times = [session.minutes for session in agenda.sessions]
    if len(times) == 1:
        return f"{hours(times[0])} of {hours(agenda.sessions[0].clock)}, pauses included."
    return f"{len(times)} times at most {hours(max(times))}."


def _of_chapter(guide: Guide) -> nodes.Node:
    line = nodes.paragraph()
    line += nodes.Text("The chapter: ")
    line += to_chapter(library.chapters()[guide.id])
    line += nodes.Text(f". In a room {hours(guide.minutes)}, with all cuts {hours(guide.shortest)}.")
    return line


def _glance(guide: Guide) -> list[nodes.Node]:
    cuts = {cut.part: cut for cut in guide.cuts}
    order = {cut.part: number for number, cut in enumerate(guide.cuts, 1)}
    rows = []
    for one in guide.parts:
        short = f"{order[one.id]}: {f'to {cuts[one.id].to}' if cuts[one.id].to else 'out'}" if one.id in cuts else ""
        rows.append((one.title, KINDS[one.kind], str(one.minutes), short))
    total = (f"All parts, or {guide.shortest} minutes with all cuts", "", str(guide.minutes), "")
    head = ("Part", "How", "Minutes", "When time is short")
    note = "The numbers say in which order to cut; what is done instead stands with each part." if cuts else ""
    return [table(head, [*rows, total], "guide-glance"), *([nodes.paragraph(text=note)] if note else [])]


def _part(page: SphinxDirective, guide: Guide, one: Part, slot: Slot | None = None) -> nodes.Node:
    """A part with all that belongs to it; in a script with its time, and with what is left out."""
    title = f"{slot.begins} · {one.title}" if slot else one.title
    made = block(title, f"{slot.minutes if slot else one.minutes} min · {KINDS[one.kind]}", *_does(page, one))
    if slot and slot.leaves:
        made += labelled("Shorter than in the guide", slot.leaves)
    made += nodes.block_quote("", nodes.paragraph(text=one.say), classes=["guide-say"])
    made += labelled("Watch for", one.watch)
    for answer in (answer for answer in guide.answers if answer.part == one.id):
        made += labelled("Likely", answer.says)
        made += labelled("You might reply", answer.reply)
    for stall in (stall for stall in guide.stalls if stall.part == one.id):
        made += labelled("If it stalls", f"{stall.when} {stall.out}")
    for cut in (cut for cut in guide.cuts if cut.part == one.id and not slot):
        made += labelled(f"Cut to {cut.to} minutes" if cut.to else "Cut", cut.instead)
    return made


def _does(page: SphinxDirective, one: Part) -> list[nodes.Node]:
    """Links to what is done in a part."""
    up = "../" * page.env.docname.count("/")
    line = nodes.paragraph(classes=["guide-does"])
    if one.exercise:
        line += nodes.Text("Exercise: ")
        target = f"{up}{exercise_pages()[one.exercise]}#exercise-{one.exercise}"
        line += nodes.reference("", load(one.exercise).title, refuri=target, internal=True)
    if one.quiz:
        line += nodes.Text(f"Quiz: {quiz(one.quiz).title}")
    if one.play:
        line += nodes.Text("Play: ")
        line += to_page(f"book/playbook/{one.play}", playbook.plays()[one.play].title)
    return [line] if line.children else []


def _session(one: Session) -> list[nodes.Node]:
    rows = [(slot.begins, str(slot.minutes), _called(slot), _where(slot)) for slot in one.slots]
    left = one.clock - one.minutes
    spare = f", {left} in hand" if left else ""
    made: list[nodes.Node] = [
        table(("Begins", "Min", "What", "Chapter"), rows, "agenda"),
        nodes.paragraph(
            text=f"Ends at {one.end}: {one.minutes} of {one.clock} minutes{spare}.", classes=["agenda-sum"]
        ),
    ]
    if one.home:
        names = ", ".join(f"“{load(name).title}”" for name in one.home_exercises)
        more = f" Exercises: {names}, {hours(one.home_minutes)}." if names else ""
        made += [labelled("Until next time", f"{one.home}{more}")]
    return made


def _called(slot: Slot) -> str:
    return f"{slot.title} (shorter)" if slot.leaves else slot.title


def _where(slot: Slot) -> str:
    """The number of its chapter; nothing for a pause and for the parts around the chapters."""
    return library.chapters()[slot.chapter].number if slot.chapter in library.chapters() else ""


def setup(app: Sphinx) -> None:
    """Register the directives."""
    for name, directive in (
        ("facilitate", Facilitate),
        ("agenda", AgendaDirective),
        ("guides", Guides),
        ("agendas", Agendas),
    ):
        app.add_directive(name, directive)
