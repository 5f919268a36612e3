"""Slides that come from the libraries and not from prose: questions, plays, sources."""

from __future__ import annotations

from collections.abc import Iterator

from book.kit.chapter import Block
from book.kit.notes import evidence, play_notes, question_notes
from book.kit.slide import LIMIT, Slide, numbered, paged
from exercises.library import evidence as ledger
from exercises.library.playbook import Step, plays
from exercises.quiz import Item, Quiz, quiz

OWN_WORDS = "In your own words"


def of_quiz(name: str, in_the_room: tuple[str, ...]) -> Iterator[Slide]:
    """One slide a question, its answer and reasons in the notes; questions that share their options go together."""
    whole = quiz(name)
    opening = (f"{whole.title}. {whole.task} {whole.minutes} minutes.", *in_the_room)
    options = {tuple(option.says for option in item.options) for item in whole.items}
    if len(whole.items) > 1 and len(options) == 1:
        yield from _statements(whole, options.pop(), opening)
        return
    for place, item in enumerate(whole.items, 1):
        yield Slide(
            "quiz",
            f"Question {place} of {len(whole.items)}",
            about=name,
            lead=item.asks + (f" Choose {item.pick}." if item.pick > 1 else ""),
            items=tuple(option.says for option in item.options),
            listing="letters",
            facts=() if item.options else (OWN_WORDS,),
            notes=(*opening, *question_notes(item)),
        )


def _statements(whole: Quiz, options: tuple[str, ...], opening: tuple[str, ...]) -> Iterator[Slide]:
    shared = "? ".join(options) + "?"
    pages = paged([item.asks for item in whole.items], LIMIT - len(f"{whole.title} {shared}".split()) - 3)
    left: list[Item] = list(whole.items)
    for title, page in zip(numbered(whole.title, pages), pages, strict=True):
        of_page, left = left[: len(page)], left[len(page) :]
        answers = (line for item in of_page for line in (item.asks, *question_notes(item)))
        yield Slide(
            "quiz", title, about=whole.id, lead=shared, items=page, listing="bullets", notes=(*opening, *answers)
        )


def of_play(name: str, before: tuple[str, ...]) -> Iterator[Slide]:
    """Two slides: what the play is for, and its steps; what to do and say in each stands in the notes."""
    play = plays()[name]
    title = f"Play: {play.title}"
    notes = (*before, *play_notes(play))
    yield Slide("play", title, about=name, lead=play.purpose, facts=(play.time,), notes=notes)
    yield Slide(
        "play",
        f"{title}, step by step",
        about=name,
        items=tuple(step.head for step in play.steps),
        listing="numbers",
        notes=tuple(_step(place, step) for place, step in enumerate(play.steps, 1)),
    )


def _step(place: int, step: Step) -> str:
    minutes = f"{step.minutes} minutes." if step.minutes else ""
    said = f"“{step.say}”" if step.say else ""
    return " ".join(part for part in (f"{place}. {step.head}.", minutes, step.do, said) if part)


def of_sources(title: str, listed: tuple[Block, ...], reading: tuple[str, ...]) -> Iterator[Slide]:
    """The entries of the ledger that a chapter rests on; what each found and its limits stand in the notes."""
    entries = [ledger()[one] for block in listed for one in block.cites]
    pages = paged([f"{entry.id} {entry.short}" for entry in entries], LIMIT - 8)
    for place, (name, page) in enumerate(zip(numbered(title, pages), pages, strict=True)):
        cited = evidence([one.split()[0] for one in page])
        yield Slide("sources", name, items=page, listing="bullets", notes=(*(() if place else reading), *cited))
