"""A deck as a .pptx file: real titles, bodies in reading order, described pictures, notes."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from book.kit.pictures import Drawn
from book.kit.pptx_design import (
    ACCENT,
    BODY_SIZE,
    CHANGE,
    PANEL,
    SERIF,
    WHITE,
    Box,
    design,
    indent,
    list_like,
    number_slide,
    px,
)
from book.kit.reveal import place
from book.kit.slide import LIMIT, Deck, Slide

BELOW = Box(80, 196, 1136, 464)
"""Where a wide picture stands, in pixels of a slide of 1280 by 720."""

BESIDE = Box(640, 60, 590, 600)
"""Where any other picture stands."""

_LEADS = {"exercise": 46, "play": 46, "quiz": 40, "title": 36}
"""Sizes of the sentence that stands out, in pixels; 54 elsewhere."""

_ITEMS = {"should-you": 46, "scene": 42}


def write(deck: Deck, drawn: Mapping[str, Drawn], folder: Path) -> Path:
    """Write the file of a deck; return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Presentation()
    layouts = design(made)
    made.core_properties.title = deck.title
    made.core_properties.author = "The Art of Selling IT contributors"
    made.core_properties.language = "en-GB"
    for slide in deck.slides:
        _add(made, layouts["title" if slide.kind == "title" else "content"], slide, drawn)
    path = folder / f"{deck.chapter}.pptx"
    made.save(str(path))
    return path


def _add(made: Any, layout: Any, slide: Slide, drawn: Mapping[str, Drawn]) -> None:
    one = made.slides.add_slide(layout)
    title, body = one.shapes.title, one.placeholders[1]
    _say(title.text_frame.paragraphs[0], slide.title, color=CHANGE if slide.kind == "should-you" else None)
    if slide.kind in ("exercise", "activity"):
        one.background.fill.solid()
        one.background.fill.fore_color.rgb = PANEL
    picture = drawn[slide.picture.name] if slide.picture else None
    where = place(picture) if picture else ""
    _words(body, slide, where)
    if picture and slide.picture:
        box = (BELOW if where == "below" else BESIDE).fit(picture.width, picture.height)
        shape = one.shapes.add_picture(BytesIO(picture.png), *box.emu)
        properties = shape._element.nvPicPr.cNvPr
        properties.set("descr", slide.picture.alt)
        if where == "below":
            title.left, title.top, title.width, title.height = Box(80, 30, 1120, 60).emu
            body.left, body.top, body.width, body.height = Box(80, 92, 1120, 92).emu
        else:
            title.left, title.top, title.width, title.height = Box(80, 40, 550, 110).emu
            body.left, body.top, body.width, body.height = Box(80, 160, 530, 480).emu
    number_slide(one)
    one.notes_slide.notes_text_frame.text = "\n".join(slide.notes)


def _words(body: Any, slide: Slide, picture: str) -> None:
    """Fill the body, one paragraph each: the line that stands out, the list, the facts."""
    frame = body.text_frame
    frame.vertical_anchor = MSO_ANCHOR.TOP if slide.kind == "title" or picture == "below" else MSO_ANCHOR.MIDDLE
    long = slide.words > LIMIT
    paragraphs = iter(_paragraphs(frame))
    light = slide.kind == "title"
    if slide.lead:
        wide = 32 if len(slide.lead.split()) <= 18 else 26  # two lines at most
        size = {"below": wide, "beside": 40}.get(picture, 34 if long else _LEADS.get(slide.kind, 54))
        paragraph = next(paragraphs)
        paragraph.space_after = px(0 if picture == "below" else 24)
        _say(paragraph, slide.lead, size, font=SERIF, bold=not light, color=WHITE if light else None)
    for number, item in enumerate(slide.items):
        paragraph = next(paragraphs)
        talk = slide.listing == "talk"
        _say(paragraph, item, 30 if long else _ITEMS.get(slide.kind, BODY_SIZE), font=SERIF if talk else None)
        paragraph.space_after = px(12 if long else 18)
        if not talk:
            list_like(paragraph, slide.listing)
        elif number % 2:
            indent(paragraph, 90)
    if slide.facts:
        paragraph = next(paragraphs)
        paragraph.space_before = px(24)
        _say(paragraph, " · ".join(slide.facts), 28, color=WHITE if light else ACCENT)


def _paragraphs(frame: Any) -> Any:
    """The paragraph that a frame has, then new ones."""
    yield frame.paragraphs[0]
    while True:
        yield frame.add_paragraph()


def _say(
    paragraph: Any, text: str, size: int = 0, font: str | None = None, bold: bool | None = None, color: Any = None
) -> None:
    run = paragraph.add_run()
    run.text = text
    run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
    if size:
        run.font.size = Pt(size * 0.75)
    if font:
        run.font.name = font
    if bold is not None:
        run.font.bold = bold
    if color is not None:
        run.font.color.rgb = color
