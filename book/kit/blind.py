"""Blind scoring of the two pitch tasks: number the texts in a shuffled order, then compare two filled sheets.

`python -m book.kit.blind number FOLDER --seed 7` reads the dossiers in a folder and writes the numbered texts, an
empty sheet for each of two scorers, and the key; `python -m book.kit.blind compare FOLDER` reads the filled sheets.
It counts and tests nothing: with a handful of texts there is nothing to test.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import mean

from exercises import library
from exercises.dossier.store import DossierError, read_foreign
from exercises.library.tasks import pitch_tasks
from exercises.sheet import harmless, sheet

TEXTS, KEY, SHEETS = "texts.md", "key.csv", ("sheet-1.csv", "sheet-2.csv")
HIGHEST = 3
WHENS = ("before", "after")

_KEY_HEAD = ("Text", "File", "Task", "When")

Marks = dict[tuple[int, str], int]
"""The level that a scorer gave, by number of the text and criterion."""


class BlindError(ValueError):
    """A folder or a sheet cannot be used; the message says which file and row, and what to do."""


@dataclass(frozen=True, slots=True)
class Text:
    """What one learner wrote in one task; `when` is empty where the learner did not say."""

    learner: str
    task: str
    when: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """What two scorers gave for one criterion.

    Attributes:
        criterion: its id, or `all`.
        pairs: texts that both have marked.
        same: how many of these got the same level from both.
        near: how many differ by one level at most.
        before, after: means of both scorers over learners with both tasks marked; None where there are none.
        learners: how many learners these are.
    """

    criterion: str
    pairs: int
    same: int
    near: int
    before: float | None
    after: float | None
    learners: int


def collect(folder: Path) -> tuple[list[Text], list[str]]:
    """The texts in the dossiers of a folder, and a sentence for each file or text that is left out."""
    texts, left = [], []
    for path in sorted(folder.glob("*.json")):
        try:
            kept = read_foreign(path.read_bytes())
        except (DossierError, OSError) as error:
            left.append(f"{path.name}: {error}")
            continue
        found = []
        for task in pitch_tasks():
            answers = kept.get(f"pitch-task-{task}", {})
            words = " ".join(str(answers.get("text", "")).split())
            when = str(answers.get("when", ""))
            if words:
                found.append(Text(path.name, task, when if when in WHENS else "", words))
        if not found:
            left.append(f"{path.name}: neither task was written.")
        elif len(found) == 2 and sorted(one.when for one in found) != sorted(WHENS):
            left.append(f"{path.name}: which task came first was not said; its texts are scored and not compared.")
            found = [Text(one.learner, one.task, "", one.words) for one in found]
        texts += found
    return texts, left


def shuffled(texts: Sequence[Text], seed: int) -> list[Text]:
    """The texts in an order that depends on the seed and on nothing else; a text's number is its place from 1."""
    order = sorted(texts, key=lambda one: (one.learner, one.task))
    Random(seed).shuffle(order)
    return order


def write(texts: Sequence[Text], seed: int, out: Path) -> list[Path]:
    """Write texts, sheets and key.

    Raises:
        BlindError: there is no text, or the folder holds sheets already.
    """
    if not texts:
        raise BlindError("No dossier with a pitch task was found. Ask the learners for the JSON file of “My dossier”.")
    there = [name for name in (TEXTS, KEY, *SHEETS) if (out / name).exists()]
    if there:
        raise BlindError(f"{out} holds {', '.join(there)} already, perhaps with marks in them. Choose another folder.")
    out.mkdir(parents=True, exist_ok=True)
    order = shuffled(texts, seed)
    (out / TEXTS).write_text(_texts(order), encoding="utf-8")
    rows = [(number, one.learner, one.task, one.when) for number, one in enumerate(order, 1)]
    (out / KEY).write_bytes(sheet(_KEY_HEAD, rows))
    for name in SHEETS:
        empty = [(number, *("" for _ in library.rubric())) for number in range(1, len(order) + 1)]
        (out / name).write_bytes(sheet(("Text", *library.rubric()), empty))
    return [out / name for name in (TEXTS, *SHEETS, KEY)]


def _texts(order: Sequence[Text]) -> str:
    """The numbered texts, each with its sheet of facts named and nothing else; texts are quoted, never run."""
    facts = "\n\n".join(task.sheet for task in pitch_tasks().values())
    quoted = "\n\n".join(
        f"## Text {number} (sheet {one.task.upper()})\n\n> {one.words}" for number, one in enumerate(order, 1)
    )
    return f"# Texts to score\n\n{facts}\n\n{quoted}\n"


def compare(folder: Path) -> list[Row]:
    """A row for each criterion, then one for all together.

    Raises:
        BlindError: a file is missing, or a row holds something that is no level.
    """
    key = _key(folder)
    first, second = (_marks(folder / name, set(key)) for name in SHEETS)
    if not first.keys() & second.keys():
        raise BlindError(
            f"No text has a mark by both scorers yet. Fill {' and '.join(SHEETS)} with levels from 0 to 3."
        )
    return [_row(one, (one,), key, first, second) for one in library.rubric()] + [
        _row("all", tuple(library.rubric()), key, first, second)
    ]


def _row(name: str, criteria: tuple[str, ...], key: Mapping[int, Text], first: Marks, second: Marks) -> Row:
    both = [at for at in first if at in second and at[1] in criteria]
    apart = [abs(first[at] - second[at]) for at in both]
    of: dict[str, dict[str, list[float]]] = {}
    for number, criterion in both:
        text = key[number]
        if text.when:
            level = (first[number, criterion] + second[number, criterion]) / 2
            of.setdefault(text.learner, {}).setdefault(text.when, []).append(level)
    paired = [one for one in of.values() if len(one) == len(WHENS)]
    means = [mean(mean(one[when]) for one in paired) if paired else None for when in WHENS]
    return Row(name, len(both), apart.count(0), sum(d <= 1 for d in apart), means[0], means[1], len(paired))


def _key(folder: Path) -> dict[int, Text]:
    found = {}
    for where, row in _rows(folder / KEY, _KEY_HEAD):
        number = _number(where, "Text", row["Text"], lambda n: n >= 1, "a whole number from 1")
        found[number] = Text(row["File"], row["Task"], row["When"], "")
    return found


def _marks(path: Path, numbers: set[int]) -> Marks:
    found: Marks = {}
    for where, row in _rows(path, ("Text", *library.rubric())):
        number = _number(where, "Text", row["Text"], lambda n: n in numbers, "the number of a text in key.csv")
        for criterion in library.rubric():
            if given := row[criterion].strip():
                level = _number(where, criterion, given, lambda n: 0 <= n <= HIGHEST, f"a level from 0 to {HIGHEST}")
                found[number, criterion] = level
    return found


def _rows(path: Path, head: Iterable[str]) -> list[tuple[str, dict[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BlindError(f"{path} is not there. Write the sheets first: python -m book.kit.blind number …") from None
    except UnicodeDecodeError:
        raise BlindError(f"{path.name} is not UTF-8. Save it from the spreadsheet as “CSV UTF-8”.") from None
    # Some spreadsheets save with semicolons.
    reader = csv.DictReader(io.StringIO(text), delimiter=";" if ";" in text.partition("\n")[0] else ",")
    missing = [name for name in head if name not in (reader.fieldnames or ())]
    if missing:
        raise BlindError(f"{path.name}, first row: {', '.join(missing)} missing; expected {', '.join(head)}.")
    return [
        (f"{path.name}, row {number}", {name: row[name] or "" for name in head}) for number, row in enumerate(reader, 2)
    ]


def _number(where: str, field: str, given: str, fits: Callable[[int], bool], expected: str) -> int:
    given = given.strip()
    if not (given.isascii() and given.isdigit() and fits(int(given))):
        raise BlindError(f"{where}, column {field}: got “{harmless(given)[:40]}”, expected {expected}.")
    return int(given)


def in_words(rows: Sequence[Row]) -> str:
    """The comparison as a table of plain text, with what it cannot say."""
    lines = [f"{'':6}{'marks':>7}{'same':>7}{'near':>7}{'before':>9}{'after':>9}{'change':>9}"]
    for row in rows:
        means = f"{'-':>9}{'-':>9}{'-':>9}"
        if row.before is not None and row.after is not None:
            means = f"{row.before:9.2f}{row.after:9.2f}{row.after - row.before:+9.2f}"
        lines.append(f"{row.criterion:6}{row.pairs:7}{row.same:7}{row.near:7}{means}")
    lines.append(
        f"\nsame, near: marks on which both scorers agree, or differ by one level at most.\n"
        f"before, after: means over {rows[-1].learners} learners with both texts marked. There is no control group:\n"
        "practice, the order, the scorers and chance are in the change as well."
    )
    return "\n".join(lines)


def main() -> None:
    """Number the texts of a folder, or compare the filled sheets in one."""
    given = argparse.ArgumentParser(
        prog="python -m book.kit.blind", description="Blind scoring of the two pitch tasks."
    )
    commands = given.add_subparsers(dest="command", required=True)
    number = commands.add_parser("number", help="number the texts of a folder of dossiers, in a shuffled order")
    number.add_argument("dossiers", type=Path)
    number.add_argument("--seed", type=int, required=True, help="any whole number; write it down")
    number.add_argument("--out", type=Path, default=Path("_build/kit/blind"))
    compared = commands.add_parser("compare", help="compare the two filled sheets")
    compared.add_argument("folder", type=Path, nargs="?", default=Path("_build/kit/blind"))
    options = given.parse_args()
    try:
        if options.command == "compare":
            print(in_words(compare(options.folder)))
            return
        texts, left = collect(options.dossiers)
        made = write(texts, options.seed, options.out)
    except BlindError as error:
        sys.exit(str(error))
    print("\n".join([*(f"Left out. {one}" for one in left), f"{len(texts)} texts.", *map(str, made)]))
    print(f"Give {TEXTS} and one sheet to each scorer, and keep {KEY} to yourself.")


if __name__ == "__main__":
    main()
