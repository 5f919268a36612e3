"""A dossier as a page to print: one HTML file that needs nothing else and runs nothing."""

from __future__ import annotations

from html import escape

from exercises.dossier.document import Document
from exercises.exercise import Table

_HEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body{{font:11pt/1.5 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}}
h1,h2,h3{{font-family:system-ui,sans-serif;line-height:1.25;break-after:avoid}}
h2{{margin-top:2rem;border-bottom:1px solid #888}}
table{{border-collapse:collapse;width:100%;margin:.5rem 0 1rem;break-inside:avoid}}
caption{{text-align:left;font-weight:bold;padding:.25rem 0}}
th,td{{border:1px solid #888;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}}
tr>:first-child{{width:30%}}
@page{{margin:2cm}}
</style></head><body>
"""


def page(given: Document) -> str:
    """The document as a whole HTML page."""
    return (
        _HEAD.format(title=escape(given.title)) + f"<h1>{escape(given.title)}</h1>" + body(given) + "</body></html>\n"
    )


def body(given: Document, below: int = 1) -> str:
    """The document as HTML without its title, its headings below one of the level `below`."""
    parts = [f"<p><em>{escape(given.note)}</em></p>"]
    for section in given.sections:
        level = section.level + below - 1
        parts.append(f"<h{level}>{escape(section.heading)}</h{level}>")
        parts += [_table(block) if isinstance(block, Table) else _paragraphs(block) for block in section.blocks]
    if given.missing:
        items = "".join(f"<li>{escape(one)}</li>" for one in given.missing)
        parts.append(f"<h{below + 1}>Still missing</h{below + 1}><ul>{items}</ul>")
    return "".join(parts)


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


def _table(given: Table) -> str:
    caption = f"<caption>{escape(given.caption)}</caption>" if given.caption else ""
    head = "".join(f'<th scope="col">{_cell(cell)}</th>' for cell in given.head)
    rows = "".join(
        "<tr>"
        + "".join(f'<th scope="row">{_cell(c)}</th>' if n == 0 else f"<td>{_cell(c)}</td>" for n, c in enumerate(row))
        + "</tr>"
        for row in given.rows
    )
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cell(text: str) -> str:
    return "<br>".join(escape(line) for line in text.splitlines())
