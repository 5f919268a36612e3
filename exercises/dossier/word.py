"""A dossier as a Word document (.docx).

The usual library (python-docx) needs lxml, which is machine code and does not run in
the reader's browser. What is needed here is small: headings, paragraphs, tables. The
tests open the result with that library, so that a second reader agrees.
"""

from __future__ import annotations

import io
import re
import zipfile
from html import escape

from exercises.dossier.document import Document
from exercises.exercise import Table

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)
_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_DOCUMENT_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)


def _style(name: str, shown: str, based: str, paragraph: str, run: str) -> str:
    based = f'<w:basedOn w:val="{based}"/><w:next w:val="Normal"/>' if based else ""
    default = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"{default}><w:name w:val="{shown}"/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _heading(level: int, size: int, before: int) -> str:
    paragraph = f'<w:keepNext/><w:spacing w:before="{before}" w:after="80"/><w:outlineLvl w:val="{level - 1}"/>'
    return _style(f"Heading{level}", f"heading {level}", "Normal", paragraph, f'<w:b/><w:sz w:val="{size}"/>')


_STYLES = (
    f'{_XML}<w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-GB"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    + _style("Normal", "Normal", "", '<w:spacing w:after="120"/>', "")
    + _style("Title", "Title", "Normal", '<w:spacing w:after="200"/>', '<w:b/><w:sz w:val="40"/>')
    + _heading(1, 32, 360) + _heading(2, 28, 320) + _heading(3, 24, 240)
    + _style("Caption", "caption", "Normal", "<w:keepNext/>", "<w:b/>")
    + '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>'
    + "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="888888"/>'
              for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    + "</w:tblBorders></w:tblPr></w:style></w:styles>"
)  # fmt: skip

_WIDTH = 9638
"""Width of the text on an A4 page with margins of 2 cm, in twentieths of a point."""


def word(given: Document) -> bytes:
    """The document as the bytes of a .docx file, the same for the same document."""
    body = [_paragraph(given.title, "Title"), _paragraph(given.note)]
    for section in given.sections:
        body.append(_paragraph(section.heading, f"Heading{section.level - 1}"))
        for block in section.blocks:
            body.append(_table(block) if isinstance(block, Table) else _paragraph(block))
    if given.missing:
        body.append(_paragraph("Still missing", "Heading1"))
        body += [_paragraph(f"– {one}") for one in given.missing]
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    document = f'{_XML}<w:document xmlns:w="{_MAIN}"><w:body>{"".join(body)}{page}</w:body></w:document>'
    core = (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{_text(given.title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in (
            ("[Content_Types].xml", _TYPES), ("_rels/.rels", _RELATIONS), ("word/document.xml", document),
            ("word/_rels/document.xml.rels", _DOCUMENT_RELATIONS), ("word/styles.xml", _STYLES), ("docProps/core.xml", core),
        ):  # fmt: skip
            file.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", text))


def _runs(text: str, properties: str = "") -> str:
    lines = text.splitlines() or [""]
    inner = "<w:br/>".join(f'<w:t xml:space="preserve">{_text(line)}</w:t>' for line in lines)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def _paragraph(text: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{_runs(text)}</w:p>"


def _table(given: Table) -> str:
    caption = _paragraph(given.caption, "Caption") if given.caption else ""
    columns = len(given.head)
    first = _WIDTH * 3 // 10 if columns == 2 else _WIDTH // columns
    widths = [first, *[(_WIDTH - first) // max(1, columns - 1)] * (columns - 1)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(row, widths, head=number == 0) for number, row in enumerate((given.head, *given.rows)))
    return (
        f'{caption}<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{_WIDTH}" w:type="dxa"/>'
        f'</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>'
    )  # fmt: skip


def _row(row: tuple[str, ...], widths: list[int], *, head: bool) -> str:
    marked = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if head else "<w:trPr><w:cantSplit/></w:trPr>"
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{_runs(cell, "<w:b/>" if head else "")}</w:p></w:tc>'
        for cell, width in zip(row, widths, strict=True)
    )
    return f"<w:tr>{marked}{cells}</w:tr>"
