"""The words of the book, read from their sources: shape of a chapter, reading grade, ids, no sentence twice."""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
import textstat

from exercises import EXERCISES, library
from tests.course import PROJECT, code_cells, shown

CHAPTERS = sorted((PROJECT / "notebooks").glob("*.ipynb"))
PAGES = sorted([*(PROJECT / "book").glob("*.ipynb"), *(PROJECT / "book").rglob("*.md")])
PAGES = [path for path in PAGES if "node_modules" not in path.parts]
PLAYS = sorted((PROJECT / "data" / "plays").glob("*.toml"))
WORKSHOP = sorted((PROJECT / "data" / "workshop").glob("*.toml"))

SHORTEST_SENTENCE = 6
"""Words: shorter ones come back by nature (“Scene and figures are made up.”)."""

RUN_IN = re.compile(r"(?m)^\*\*([^*]+)\*\*")
"""A label in bold with which a paragraph begins; pages of a kind share them."""

NOT_FOR_US = re.compile(
    r"\b(delv\w+|leverag\w+|seamless\w*|crucial\w*|pivotal|game-?chang\w+|landscape|tapestry|unlock\w*|empower\w*"
    r"|synerg\w+|cutting-edge|in today's|it is important to note|at the end of the day)\b",
    re.IGNORECASE,
)
PLACEHOLDER = re.compile(r"\b(TODO|TBD|FIXME|XXX|lorem ipsum|coming soon|being written|to be written)\b", re.IGNORECASE)


@cache
def source(path: Path) -> str:
    """The prose of a page as it is typed: Markdown, or the texts of a data file."""
    if path.suffix == ".ipynb":
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    if path.suffix == ".toml":
        texts = _texts(tomllib.loads(path.read_text(encoding="utf-8")))
        return "\n\n".join(text for text in texts if " " in text)  # the others are ids
    return path.read_text(encoding="utf-8")


def _texts(node: object) -> list[str]:
    if isinstance(node, str):
        return [node]
    if isinstance(node, dict):
        return [text for value in node.values() for text in _texts(value)]
    if isinstance(node, list):
        return [text for value in node for text in _texts(value)]
    return []


@cache
def prose(path: Path) -> str:
    """What a reader reads: no directives, no roles, no marks of Markdown; a list item ends as a sentence."""
    text = re.sub(r"\A---\n.*?\n---\n", "", source(path), flags=re.DOTALL)
    text = re.sub(r"^(`{3,}|:{3,}).*$|^:[a-z-]+:.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"^(?:E\d{2} ?)+$|^\*\d+ minutes, .*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\{[a-z-]+\}`([^`<]+?)(?: <[^`]*>)?`", r"\1", text)
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"^#.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"[*_>`|]", "", text)
    return re.sub(r"(?m)^(\s*(?:-|\d+\.) .*[^.!?;:,])$", r"\1.", text)


def sentences(path: Path) -> list[str]:
    """The sentences of a page, without case, quotes and spaces that differ."""
    flat = re.sub(r"\n{2,}", "\0", prose(path))
    heads = {" ".join(re.sub(r"[^\w' ]", "", head.lower()).split()) for head in RUN_IN.findall(source(path))}
    found = []
    for block in flat.split("\0"):
        block = " ".join(re.sub(r"(?m)^\s*(?:-|\d+\.)\s", "\0", block).split())
        for one in re.split(r"\0|(?<=[.!?])[”’\"]?\s+", block):
            words = re.sub(r"[^\w' ]", "", one.lower()).split()
            if len(words) >= SHORTEST_SENTENCE and " ".join(words) not in heads:
                found.append(" ".join(words))
    return found


def test_there_is_a_book_to_read() -> None:
    assert len(CHAPTERS) == 14
    assert len(PAGES) >= 30
    assert len(PLAYS) >= 16
    assert len(WORKSHOP) >= 17


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_chapter_has_its_shape(path: Path) -> None:
    text = source(path)
    number = path.stem.partition("-")[0].lstrip("0")
    assert text.startswith(f"# {number} · "), f"{path.name} begins {text[:30]!r}"
    assert "**After this chapter you can**" in text
    assert re.search(r"\*\d+ minutes, \d+ of them in exercises and quizzes[^*\n]*[.;] For your own rollout: .+\*", text)
    assert 1200 <= len(text.split()) <= 2500, f"{len(text.split())} words"
    for part in (":class: should-you", "## Take-aways", "## Sources and further reading", "```{play-card} "):
        assert part in text, f"{path.name} has no {part}"
    assert shown("quiz", path), "no quiz"
    takeaways = re.findall(r"(?m)^- ", text.split("## Take-aways")[1].split("##")[0])
    assert 3 <= len(takeaways) <= 5, f"{len(takeaways)} take-aways"
    drawn = [cell for cell in code_cells(path) if re.search(r"charts\b", "".join(cell["source"]))]
    pictures = len(re.findall(r"\{figure\}", text)) + len(drawn)
    assert pictures >= 1, "no picture"


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_chapter_lists_what_it_cites_and_cites_what_it_lists(path: Path) -> None:
    text = source(path)
    cited = set(re.findall(r"\{e\}`(E\d{2})`", text))
    listed = set(re.findall(r"E\d{2}", text.split("```{evidence}")[1].split("```")[0]))
    assert cited == listed, f"cited, not listed: {cited - listed}; listed, not cited: {listed - cited}"
    assert len(cited) >= 2 or path.stem.startswith(("01b", "13"))


NO_KEY_LINE = ("Should you?", "Play: ", "Take-aways", "Sources and further reading")


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_section_has_one_key_line_at_most(path: Path) -> None:
    sections = re.split(r"(?m)^## ", source(path))[2:]  # the first one is the scene
    with_line = 0
    for section in sections:
        title, _, body = section.partition("\n")
        if title.startswith(NO_KEY_LINE):
            continue
        body = re.sub(r"(?ms)^:{3,}.*?^:{3,}", "", body)
        lines = [line for line in re.findall(r"\*\*(.+?)\*\*", body, re.DOTALL) if len(line.split()) >= 5]
        assert len(lines) <= 1, f"{title}: {lines}"
        assert all(len(line.split()) <= 20 for line in lines), f"{title}: {lines}"
        with_line += len(lines)
    assert with_line >= 2 or path.stem.startswith(("01b", "13")), f"{path.name}: {with_line} key lines"


@pytest.mark.parametrize(
    "path", [*CHAPTERS, *PAGES, *PLAYS, *WORKSHOP], ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_words_are_plain(path: Path) -> None:
    text = prose(path)
    assert PLACEHOLDER.findall(text) == []
    bad = [found[0] for found in NOT_FOR_US.finditer(text)]
    quoted = [
        word for word in bad if re.search(rf"[“>*].*{word}", source(path))
    ]  # bad mails are quoted and picked apart
    assert [word for word in bad if word not in quoted] == []
    if len(text.split()) >= 100:
        assert textstat.flesch_kincaid_grade(text) <= 10, f"reading grade {textstat.flesch_kincaid_grade(text)}"


def test_no_sentence_stands_twice_in_the_book() -> None:
    where = defaultdict(list)
    pages = [path for path in (*CHAPTERS, *PAGES, *PLAYS, *WORKSHOP) if path.stem != "changelog"]
    for path in pages:
        for one in sentences(path):
            where[one].append(path.stem)
    twice = {one: places for one, places in where.items() if len(set(places)) > 1}  # a page may quote itself
    print(f"{sum(map(len, where.values()))} sentences of {len(pages)} pages.")
    assert twice == {}, "\n".join(f"{one}: {', '.join(places)}" for one, places in twice.items())
    assert len(where) >= 2000


def test_every_id_leads_somewhere() -> None:
    text = "\n".join(source(path) for path in (*CHAPTERS, *PAGES))
    plays = {path.stem for path in PLAYS}
    named = {
        "evidence": (set(re.findall(r"\{e\}`(E\d+)`", text)), set(library.evidence())),
        "case": (
            {name.partition(".")[0].lower() for name in re.findall(r"\{case\}`([^`]+)`", text)},
            {name.lower() for name in library.cases()},
        ),
        "play": (set(re.findall(r"\{play(?:-card)?\} (\S+)", text)), plays),
        "exercise": ({name for path in CHAPTERS for name in shown("exercise", path)}, set(EXERCISES)),
    }
    for kind, (used, known) in named.items():
        assert used <= known, f"{kind}: {used - known}"
        assert len(used) >= 15, f"{kind}: {len(used)}"


def test_what_was_never_read_is_not_cited() -> None:
    from_memory = {entry.id for entry in library.evidence().values() if entry.status == "from memory"}
    assert len(from_memory) >= 1
    looked_at = 0
    for path in (*CHAPTERS, *PAGES, *PLAYS, *WORKSHOP):
        cited = set(re.findall(r"\bE\d{2}\b", source(path)))
        looked_at += len(cited)
        if path.stem != "evidence":
            assert not cited & from_memory, f"{path.name} cites {cited & from_memory}"
    assert looked_at >= 100


def test_a_contested_finding_carries_its_warning() -> None:
    contested = {entry.id for entry in library.evidence().values() if entry.strength == "contested"}
    looked_at, bare = 0, []
    for path in (*CHAPTERS, *PAGES):
        for paragraph in re.split(r"(?m)\n{2,}|^- ", source(path)) if path.stem != "evidence" else ():
            for name in sorted(set(re.findall(r"\{e\}`(E\d+)`", paragraph)) & contested):
                looked_at += 1
                if not re.search(r"contested|disputed|warning|failed|shrinks", paragraph):
                    bare.append(f"{path.stem}: {name}: {paragraph[:80]}")
    assert bare == []
    assert looked_at >= 8
