"""Feedback and tables as HTML. Everything that a learner typed passes through `escape`."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING

from exercises import library
from exercises.exercise import Exercise, Feedback, File, Finding, Mark, Meter, Page, Table

if TYPE_CHECKING:
    from exercises.talk import Turn

MARKS = {"good": ("✓", "Keep"), "change": ("↻", "Change"), "ask": ("?", "Ask"), "note": ("•", "Note")}
"""A sign and a word for each verdict: never colour alone."""


def head(exercise: Exercise) -> str:
    """Title, task, minutes and kind of numbers, for JupyterLab; the page prints its own."""
    numbers = "" if exercise.numbers == "none" else f" Numbers: {exercise.numbers}."
    return (
        f"<h3>{escape(exercise.title)}</h3><p>{escape(exercise.task)} "
        f"<small>{exercise.minutes} minutes.{numbers}</small></p>"
    )


def feedback(given: Feedback) -> str:
    """The whole feedback, its drawing left out."""
    parts = [f'<p class="feedback-summary"><strong>{escape(given.summary)}</strong></p>']
    parts.append(meters(given.meters))
    if given.marked:
        parts.append(marked(*given.marked))
    if given.findings:
        items = "".join(_finding(finding) for finding in given.findings)
        parts.append(f'<ul class="findings">{items}</ul>')
    parts += [table(one) for one in given.tables]
    parts.append(files(given.files))
    return "".join(parts)


def meters(given: tuple[Meter, ...]) -> str:
    """Bars with their labels and their values in words."""
    rows = "".join(
        f'<li><span class="meter-label">{escape(one.label)}</span> '
        f'<meter min="{one.lowest}" max="{one.highest}" value="{one.value}" aria-hidden="true"></meter> '
        f'<span class="meter-says">{escape(one.says)}</span></li>'
        for one in given
    )
    return f'<ul class="meters">{rows}</ul>' if given else ""


def marked(text: str, marks: tuple[Mark, ...]) -> str:
    """A text with its marks: a frame, and a word with a sign behind it. Marks that overlap share one frame."""
    parts, at = [], 0
    for start, end, together in _joined(marks):
        # One word for what helps, all for what hinders: a text full of words beside it cannot be read.
        helping = [f"{one.word} +" for one in together if one.helps][:1]
        words = ", ".join(dict.fromkeys([*helping, *(f"{one.word} –" for one in together if not one.helps)]))
        kind = "helps" if all(one.helps for one in together) else "hinders"
        parts.append(escape(text[at:start]))
        parts.append(f'<mark class="sign {kind}">{escape(text[start:end])}<small> [{escape(words)}]</small></mark>')
        at = end
    parts.append(escape(text[at:]))
    return f'<p class="marked">{"".join(parts)}</p>'


def _joined(marks: tuple[Mark, ...]) -> list[tuple[int, int, list[Mark]]]:
    """Marks that overlap, put together: start, end and the marks."""
    joined: list[tuple[int, int, list[Mark]]] = []
    for one in sorted(marks):
        if joined and one.start < joined[-1][1]:
            start, end, together = joined[-1]
            joined[-1] = (start, max(end, one.end), [*together, one])
        else:
            joined.append((one.start, one.end, [one]))
    return joined


def files(given: tuple[File, ...]) -> str:
    """Links that hand over a file; its bytes stand in the link, nothing is asked of any server."""
    links = "".join(
        f'<li><a download="{escape(one.name)}" href="data:{escape(one.media)};base64,{b64encode(one.content).decode()}">'
        f"{escape(one.label)}</a> <small>{escape(one.name)}</small></li>"
        for one in given
    )
    return f'<ul class="files">{links}</ul>' if given else ""


_SPEAKERS = {"you": "You", "they": "They", "note": ""}


def talk(turn: Turn) -> str:
    """A talk so far: who said what, and where it stands."""
    lines = "".join(
        f'<p class="talk-{line.who}">{f"<b>{_SPEAKERS[line.who]}:</b> " if _SPEAKERS[line.who] else ""}'
        f"{escape(line.words)}</p>"
        for line in turn.lines
    )
    return f'<div class="talk-lines">{lines}</div>{meters(turn.meters)}'


def _finding(finding: Finding) -> str:
    mark, word = MARKS[finding.verdict]
    at = f' data-field="{escape(finding.field)}"' if finding.field else ""
    why = f' <span class="why">{escape(finding.why)}{_source(finding.source)}</span>' if finding.why else ""
    return (
        f'<li class="finding finding-{finding.verdict}"{at}><span class="verdict-mark" aria-hidden="true">{mark}</span> '
        f"<b>{word}.</b> {escape(finding.says)}{why}{_page(finding.page)}</li>"
    )


def _page(given: Page | None) -> str:
    """The words of a page; the page that shows them turns its `data-page` into a link."""
    return f' <span class="to-page" data-page="{escape(given.path)}">{escape(given.words)}</span>' if given else ""


def _source(evidence_id: str) -> str:
    """The source in words; the page turns its `data-evidence` into a link to the ledger."""
    if not evidence_id:
        return ""
    entry = library.evidence()[evidence_id]
    return f' <cite data-evidence="{escape(evidence_id)}">{escape(entry.short)}, {escape(evidence_id)}</cite>'


LONG_CELL = 40
"""Characters: with a longer cell, a table stands cell under cell on a narrow screen."""


def table(given: Table) -> str:
    """A table with its caption; it may scroll sideways on its own, reachable by keyboard.

    Roles are written out, since a narrow screen shows long cells one under the other, by
    which browsers forget that it is a table.
    """
    head = "".join(f'<th scope="col" role="columnheader">{escape(cell)}</th>' for cell in given.head)
    rows = "".join(f'<tr role="row">{_cells(given.head, row)}</tr>' for row in given.rows)
    caption = escape(given.caption)
    stack = ' class="stack"' if any(len(cell) > LONG_CELL for row in given.rows for cell in row) else ""
    return (
        f'<div class="table-frame" role="region" aria-label="{caption}" tabindex="0"><table role="table"{stack}>'
        f'<caption>{caption}</caption><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table></div>'
    )


def _cells(head: tuple[str, ...], row: tuple[str, ...]) -> str:
    first = f'<th scope="row" role="rowheader">{escape(row[0])}</th>'
    return first + "".join(
        f'<td role="cell" data-head="{escape(name)}">{escape(cell)}</td>'
        for name, cell in zip(head[1:], row[1:], strict=True)
    )


def composed(label: str, given: str | Feedback, empty: str) -> str:
    """What grows while the learner types: a text or feedback, or what to do while it is empty."""
    if isinstance(given, Feedback):
        return f'<div class="composed"><p class="composed-label">{escape(label)}</p>{feedback(given)}</div>'
    body = escape(given) if given else f"<em>{escape(empty)}</em>"
    return f'<div class="composed"><p class="composed-label">{escape(label)}</p><p>{body}</p></div>'


def pairs(rows: tuple[tuple[str, str], ...]) -> str:
    """A short list of (heading, text)."""
    return "<dl>" + "".join(f"<dt>{escape(a)}</dt><dd>{escape(b)}</dd>" for a, b in rows) + "</dl>"


def note(text: str) -> str:
    """A sentence that the learner must not miss; empty where there is none."""
    return f'<p role="alert"><b>Please note.</b> {escape(text)}</p>' if text else ""


def names(found: tuple[str, ...]) -> str:
    """A question about words that look like a person's name; empty where there are none."""
    if not found:
        return ""
    words = ", ".join(f"“{escape(name)}”" for name in found)
    return f"<p><b>A person's name?</b> {words}: write the role instead. This course keeps roles, not names.</p>"


def hint(number: int, of: int, text: str) -> str:
    """One step of the ladder of hints."""
    return f'<p class="hint"><b>Hint {number} of {of}.</b> {escape(text)}</p>'
