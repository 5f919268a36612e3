"""The look of the .pptx files: python-pptx's own template, made wide, in the book's colours."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, NamedTuple

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu

WIDTH, HEIGHT = 1280, 720
ACCENT = RGBColor(0x0B, 0x5F, 0x73)
CHANGE = RGBColor(0xA8, 0x50, 0x0A)
TEXT = RGBColor(0x1B, 0x26, 0x2B)
MUTED = RGBColor(0x4C, 0x5C, 0x63)
PANEL = RGBColor(0xF3, 0xF7, 0xF8)
WHITE = RGBColor(0xFF, 0xFF, 0xFF)
SANS, SERIF = "Calibri", "Georgia"
"""Fonts that office programs bring with them; those of the site would have to be installed."""

BODY_SIZE = 38
"""Pixels."""

_THEME = {
    "dk1": TEXT, "lt1": WHITE, "dk2": ACCENT, "lt2": PANEL, "accent1": ACCENT, "accent2": CHANGE,
    "hlink": ACCENT, "folHlink": CHANGE,
}  # fmt: skip
_KEPT = {"Title Slide": "title", "Title and Content": "content"}


class Box(NamedTuple):
    """A place on the slide, in pixels of 1280 by 720."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        """The same in the units of the file."""
        return tuple(px(one) for one in self)

    def fit(self, width: float, height: float) -> Box:
        """The largest box of these proportions in the middle of this one."""
        scale = min(self.width / width, self.height / height)
        wide, high = width * scale, height * scale
        return Box(self.left + (self.width - wide) / 2, self.top + (self.height - high) / 2, wide, high)


def px(pixels: float) -> Emu:
    """Pixels of a slide of 1280 by 720 in the units of the file."""
    return Emu(round(pixels * 9525))


def design(made: Any) -> dict[str, Any]:
    """Make a new presentation wide and give it the book's colours; return its layouts: `title`, `content`."""
    made.slide_width, made.slide_height = px(WIDTH), px(HEIGHT)
    _colour_theme(made.slide_master)
    kept = {}
    for layout in list(made.slide_layouts):
        if layout.name in _KEPT:
            kept[_KEPT[layout.name]] = layout
        else:
            made.slide_layouts.remove(layout)
    _place(made.slide_master, Box(80, 44, 1120, 100), Box(80, 150, 1120, 500), 40, ACCENT)
    _strip(made.slide_master)
    _place(kept["content"], Box(80, 44, 1120, 100), Box(80, 150, 1120, 500), 40, ACCENT)
    _place(kept["title"], Box(80, 130, 1120, 250), Box(80, 410, 1120, 240), 76, WHITE)
    kept["title"].placeholders[0].text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    kept["title"].background.fill.solid()
    kept["title"].background.fill.fore_color.rgb = ACCENT
    return kept


def _colour_theme(master: Any) -> None:
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = parse_xml(part.blob)
    for name, colour in _THEME.items():
        for slot in theme.iter(qn(f"a:{name}")):
            slot[:] = [parse_xml(f'<a:srgbClr {nsdecls("a")} val="{colour}"/>')]
    part._blob = serialize_part_xml(theme)


def _place(on: Any, title: Box, body: Box, size: int, colour: RGBColor) -> None:
    """Put title and body of a master or layout where they belong; take date and footer away, leave the number."""
    for shape in list(on.placeholders):
        kind = shape.placeholder_format.type.name
        if kind in ("TITLE", "CENTER_TITLE"):
            shape.left, shape.top, shape.width, shape.height = title.emu
            shape.text_frame.vertical_anchor = MSO_ANCHOR.TOP
            shape.text_frame.auto_size = MSO_AUTO_SIZE.NONE
            _style(shape, size, colour, bold=True)
        elif kind in ("BODY", "OBJECT", "SUBTITLE"):
            shape.left, shape.top, shape.width, shape.height = body.emu
            _style(shape, BODY_SIZE, TEXT, bold=False)
        elif kind == "SLIDE_NUMBER":
            shape.left, shape.top, shape.width, shape.height = Box(1120, 672, 130, 36).emu
            _style(shape, 18, WHITE if colour == WHITE else MUTED, bold=False, align="r")
        else:
            shape._element.getparent().remove(shape._element)


def _style(shape: Any, size: int, colour: RGBColor, bold: bool, align: str = "l") -> None:
    """How text looks in a placeholder: its size, colour and side, and no bullet."""
    styles = shape.text_frame._txBody.find(qn("a:lstStyle"))
    styles[:] = [
        parse_xml(
            f'<a:lvl1pPr {nsdecls("a")} marL="0" indent="0" algn="{align}"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:buNone/>'
            f'<a:defRPr sz="{round(size * 75)}" b="{int(bold)}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
            f'<a:latin typeface="{SANS}"/></a:defRPr></a:lvl1pPr>'
        )
    ]


def _strip(master: Any) -> None:
    """The strip of colour on the left edge, as decoration that a screen reader passes over."""
    x, y, width, height = Box(0, 0, 14, HEIGHT).emu
    master.shapes._spTree.insert(
        2,
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="99" name="Strip"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{ACCENT}"/></a:solidFill></p:spPr></p:sp>'
        ),
    )


_MARKS = {
    "bullets": '<a:buFont typeface="Arial"/><a:buChar char="&#8226;"/>',
    "numbers": '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>',
    "letters": '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="alphaUcPeriod"/>',
}


def list_like(paragraph: Any, listing: str) -> None:
    """Make a paragraph an item of a list: `bullets`, `numbers` or `letters`."""
    indent(paragraph, 56, hanging=56)
    marks = parse_xml(f'<a:pPr {nsdecls("a")}><a:buClr><a:srgbClr val="{ACCENT}"/></a:buClr>{_MARKS[listing]}</a:pPr>')
    paragraph._p.get_or_add_pPr().extend(list(marks))


def indent(paragraph: Any, by: int, hanging: int = 0) -> None:
    """Move a paragraph to the right by so many pixels, its first line by fewer."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(px(by)))
    properties.set("indent", str(-px(hanging)))


def number_slide(slide: Any) -> None:
    """Show the number of the slide: a new slide does not take this placeholder from its layout by itself."""
    for shape in slide.slide_layout.placeholders:
        if shape.placeholder_format.type.name == "SLIDE_NUMBER":
            own = deepcopy(shape._element)
            own.nvSpPr.cNvPr.set("id", str(1 + max(one.shape_id for one in slide.shapes)))
            slide.shapes._spTree.append(own)
