"""The cutter of the slides, without a build: how it divides, what it refuses, what a guide adds."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from book._ext.workshop import Guide, Part, Stall
from book.kit.chapter import Block, Chapter, ChapterError, Section, read
from book.kit.deck import cut, spoken
from book.kit.slide import Picture, numbered, paged
from book.kit.workshop import Workshop, who

SCENE = (
    Block("paragraph", "“We are committed,” said the head. “It is about time.”"),
    Block("paragraph", "“When do you start?”"),
    Block("paragraph", "She wrote it down, “just for safety”."),
    Block("paragraph", "“Soon. The others go first, of course, and we come when it is stable.”"),
)


def notebook(folder: Path, *cells: str) -> Path:
    book = nbformat.v4.new_notebook()
    book.cells = [nbformat.v4.new_markdown_cell(cell) for cell in cells]
    path = folder / "made-up.ipynb"
    nbformat.write(book, path)
    return path


@given(st.lists(st.integers(1, 30), min_size=1, max_size=8), st.integers(10, 60))
def test_items_are_paged_in_order_and_within_the_room(sizes: list[int], room: int) -> None:
    items = [" ".join(["word"] * size) for size in sizes]
    pages = paged(items, room)
    assert [one for page in pages for one in page] == items
    for page in pages:
        assert len(page) == 1 or sum(len(one.split()) for one in page) <= room


def test_pages_are_even_and_numbered() -> None:
    assert paged(["a b c"] * 4, 9) == [("a b c",) * 2] * 2
    assert numbered("Take-aways", [1]) == ["Take-aways"]
    assert numbered("Take-aways", [1, 2]) == ["Take-aways (1 of 2)", "Take-aways (2 of 2)"]


def test_the_scene_shows_how_the_talk_begins() -> None:
    assert spoken(Section("scene", "A meeting", SCENE)) == (
        "“We are committed. It is about time.”",
        "“When do you start?”",
        "“Soon. The others go first, of course, and we come when it is stable.”",
    )


def test_a_notebook_is_taken_apart(tmp_path: Path) -> None:
    path = notebook(
        tmp_path,
        "# 7 · Proof\n\n- aim {e}`E24`;",
        "## A scene\n\nText of `code`\nand *more*.",
        "## Three\n\n| a | b |\n|---|---|\n| **one two three four five** | {e}`E05` |\n\n```{figure} ../book/x.svg\n:alt: A box.\n\nA caption.\n```",
        ":::{admonition} Should you?\n:class: should-you\n\n- **No.** Never.\n:::",
    )
    chapter = read(path)
    assert (chapter.number, chapter.title) == ("7", "Proof")
    assert [section.kind for section in chapter.sections] == ["opening", "scene", "concept", "should-you"]
    opening, scene, concept, should = chapter.sections
    assert opening.cites == ("E24",)
    assert scene.blocks[0].text == "Text of code and more."
    assert [block.text for block in concept.of("row")] == ["a | b", "one two three four five | E05"]
    assert concept.of("figure")[0] == Block("figure", "A caption.", target="../book/x.svg", alt="A box.")
    assert should.of("item")[0].strong == ("No.",)


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("```{video} x.mp4\n```", "the directive {video} is new to the kit"),
        ("See {doc}`here`.", "the role {doc} is new to the kit"),
        ("{case}`nowhere.delay`", "{case}`nowhere.delay` names nothing"),
    ],
)
def test_what_the_kit_does_not_know_is_an_error_with_a_place(tmp_path: Path, cell: str, says: str) -> None:
    path = notebook(tmp_path, "# 7 · Proof", cell)
    with pytest.raises(ChapterError, match=r"^notebooks/made-up\.ipynb: ") as error:
        read(path)
    assert says in str(error.value)


def test_a_notebook_without_a_title_or_minutes_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ChapterError, match="expected to begin with a heading"):
        read(notebook(tmp_path, "No heading."))
    with pytest.raises(ChapterError, match="states no minutes"):
        cut(read(notebook(tmp_path, "# 7 · Proof\n\nText.")), {}, Workshop())


def test_a_picture_needs_a_description() -> None:
    with pytest.raises(ValueError, match="'queue' has no description"):
        Picture("queue", " ", drawing="x.svg")


def chapter_with(*sections: Section) -> Chapter:
    opening = Section(
        "opening",
        "1 · A",
        (
            Block("paragraph", "After this chapter you can"),
            Block("item", "do it"),
            Block("paragraph", "5 minutes, 2 of them in exercises and quizzes. For your own rollout: a name."),
        ),
    )
    return Chapter("01-a", "1", "A", (opening, *sections))


def test_a_guide_adds_notes_and_what_no_page_shows() -> None:
    exercise = Section(
        "concept",
        "Own",
        (Block("paragraph", "Do it.", ("Work on one of your own.",)), Block("exercise", target="my-rollout")),
    )
    parts = (
        Part("line-up", "Line up", "plenary", "In fours. Take a card with a unit on it.", "The far end.", minutes=10),
        Part("own", "Mine", "exercise", "Alone, please. Then ask your neighbour.", "Names.", minutes=3, exercise="my-rollout"),
    )  # fmt: skip
    guide = Guide(
        "01-a",
        "To begin.",
        ("Cards.",),
        ("Who?",),
        "By chat.",
        parts=parts,
        stalls=(Stall("own", "None.", "Take ours."),),
    )
    plain = cut(chapter_with(exercise), {}, Workshop()).slides
    deck = cut(chapter_with(exercise), {}, Workshop(guide)).slides
    assert [slide.kind for slide in plain] == ["title", "aims", "concept", "exercise"]
    assert [slide.kind for slide in deck] == ["title", "aims", "concept", "activity", "exercise"]
    assert deck[3].lead == "In fours. Take a card with a unit on it."
    assert deck[3].facts == ("10 minutes", "All together")
    assert deck[4].facts == ("3 minutes", "Alone, then in pairs", "Chapter 1, “Own”")
    assert "If it stalls: None. Way out: Take ours." in deck[4].notes
    assert not any(note.startswith("Say: ") for note in plain[3].notes)
    assert "Purpose: To begin." in deck[0].notes


@pytest.mark.parametrize(
    ("kind", "say", "together"),
    [
        ("plenary", "Alone first.", "All together"),
        ("pairs", "Turn round.", "In pairs"),
        ("pairs", "Work in threes.", "In small groups"),
        ("exercise", "Two of you, one screen.", "In pairs"),
        ("quiz", "Three questions, alone.", "Alone"),
        ("exercise", "Write.", ""),
    ],
)
def test_who_works_with_whom_is_what_the_room_is_told(kind: str, say: str, together: str) -> None:
    assert who(Part("one", "One", kind, say, "Nothing.", minutes=1)) == together
