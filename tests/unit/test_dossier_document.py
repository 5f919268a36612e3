"""What a dossier says and what can be taken away: the same words in every form, and nothing in it runs."""

from __future__ import annotations

import io
import json
import re
import zipfile
from html.parser import HTMLParser
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from exercises import EXERCISES, load
from exercises.dossier import Dossier, DossierError
from exercises.dossier.document import Document, document
from exercises.dossier.markdown import markdown
from exercises.dossier.page import page
from exercises.dossier.store import KEPT, LARGEST, MOST_KEPT, merge, migrate, read, read_foreign
from exercises.dossier.word import word
from exercises.exercise import PARTS, Table
from tests.unit.strategies import FEW, TEXTS, answers_to

HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) | # = * `a` &amp; \x00\x0b\ud800 ]]> \u202e"


def filled() -> Dossier:
    """A dossier in which every worked example was typed."""
    store = Dossier()
    for name in EXERCISES:
        for field, answer in load(name).example.answers.items():
            store.put(name, field, answer)
    return store


def texts(given: Document) -> list[str]:
    """All texts of a document, in order."""
    found = [given.title, given.note]
    for section in given.sections:
        found.append(section.heading)
        for block in section.blocks:
            found += (
                [cell for row in (block.head, *block.rows) for cell in row] if isinstance(block, Table) else [block]
            )
    return [one for one in (*found, *given.missing) if one.strip()]


def words(text: str) -> str:
    """A text without white space, so that line breaks and indents do not count."""
    return re.sub(r"\s+", "", text)


class Parsed(HTMLParser):
    """The text and the tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text, self.tags = "", set[str]()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ARG002  the parser gives both
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def text_of_word(content: bytes) -> str:
    """All text of a Word document, as python-docx reads it."""
    read_back = docx.Document(io.BytesIO(content))
    body = [paragraph.text for paragraph in read_back.paragraphs]
    body += [cell.text for table in read_back.tables for row in table.rows for cell in row.cells]
    return words("".join(body))


def test_an_empty_dossier_says_what_is_missing() -> None:
    empty = document(Dossier())
    assert empty.sections == ()
    with_part = [name for name in EXERCISES if load(name).part]
    assert len(empty.missing) == len(with_part) >= 3


def test_a_full_dossier_has_its_parts_in_order_and_asks_for_no_change() -> None:
    full = document(filled())
    headings = [section.heading for section in full.sections if section.level == 2]
    expected = [heading for part, heading in PARTS.items() if any(load(name).part == part for name in EXERCISES)]
    assert [one for one in headings if one != "Practice"] == expected
    assert [one for one in full.missing if "not begun" in one] == []
    assert [one for one in full.missing if "suggested" in one] == [], "a worked example asks for no change"


def test_what_an_exercise_still_asks_for_is_told() -> None:
    store = Dossier()
    store.put("user-risk-register", "risk_1_risk", "Low acceptance")
    assert any("suggested in “User-risk register”" in one for one in document(store).missing)


def test_answers_set_aside_are_no_part_of_it() -> None:
    store = Dossier()
    store.put("my-rollout", KEPT, json.dumps([{"system": "old"}]))
    assert document(store).sections == ()


def test_every_form_holds_every_word() -> None:
    full = document(filled())
    said = texts(full)
    in_page, in_word = words(Parsed(page(full)).text), text_of_word(word(full))
    in_markdown = words(Parsed(MarkdownIt("commonmark").enable("table").render(markdown(full))).text)
    assert len(said) >= 40
    for text in said:
        for form in (in_page, in_word, in_markdown):
            assert words(text) in form, text


def test_nothing_typed_is_markup_in_any_form() -> None:
    store = filled()
    for name in EXERCISES:
        for field in load(name).fields:
            if field.kind in ("line", "text"):
                store.put(name, field.name, HOSTILE)
    given = document(store)
    assert any("<script>" in text for text in texts(given))
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown(given).replace("\ud800", ""))
    for form in (page(given), rendered):
        tags = Parsed(form).tags
        assert tags & {"script", "a", "img", "code"} == set()
    with zipfile.ZipFile(io.BytesIO(word(given))) as whole:
        assert whole.testzip() is None
    assert "alert" in text_of_word(word(given))


def test_the_word_document_has_headings_tables_and_a_language() -> None:
    read_back = docx.Document(io.BytesIO(word(document(filled()))))
    styles = [paragraph.style.name for paragraph in read_back.paragraphs if paragraph.style]
    assert styles[0] == "Title"
    assert styles.count("Heading 1") >= 3
    assert styles.count("Heading 2") >= 3
    assert len(read_back.tables) >= 2
    assert read_back.core_properties.title == "Dossier of a rollout"
    assert (
        'w:lang w:val="en-GB"' in zipfile.ZipFile(io.BytesIO(word(document(filled())))).read("word/styles.xml").decode()
    )


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert word(document(filled())) == word(document(filled()))


@FEW
@given(data=st.data())
def test_any_answers_can_be_taken_away(data: st.DataObject) -> None:
    store = Dossier()
    name = data.draw(st.sampled_from(list(EXERCISES)))
    for field, answer in data.draw(answers_to(load(name))).items():
        store.put(name, field, answer)
    given = document(store)
    docx.Document(io.BytesIO(word(given)))
    assert markdown(given).startswith("# Dossier")
    assert page(given).endswith("</html>\n")


def test_a_saved_copy_gives_the_same_dossier_back() -> None:
    store = filled()
    assert read_foreign(store.text().encode()) == store.everything()
    merged, aside = merge({}, read_foreign(store.text().encode()))
    assert merged == store.everything()
    assert aside == []


def test_a_dossier_with_everything_filled_is_far_from_the_limit() -> None:
    assert len(filled().text().encode()) * 5 < LARGEST


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(b"", "complete JSON", id="empty"),
        pytest.param(b"PK\x03\x04\xff\xfe", "not a text file", id="a Word document"),
        pytest.param(b'{"format": "selling-it dossier", "ver', "complete JSON", id="cut"),
        pytest.param(b'{"format": "another course", "version": 1}', "not a dossier", id="foreign"),
        pytest.param(b'{"format": "selling-it dossier", "version": 99, "exercises": {}}', "newer", id="newer"),
        pytest.param(b"[" * 200_000, "complete JSON", id="too deep"),
        pytest.param(b" " * (LARGEST + 1), "at most", id="too large"),
    ],
)
def test_a_file_that_cannot_be_read_in_says_why(content: bytes, why: str) -> None:
    with pytest.raises(DossierError, match=why):
        read_foreign(content)


def test_names_that_no_exercise_could_have_are_left_out() -> None:
    exercises = {
        "__proto__": {"x": 1},
        "my-rollout": {"system": "x", "__proto__": "y", "constructor()": 1, "deep": {"a": 1}},
        "../etc": {"a": "b"},
    }
    content = json.dumps({"format": "selling-it dossier", "version": 1, "exercises": exercises}).encode()
    assert read_foreign(content) == {"my-rollout": {"system": "x"}}


def test_reading_in_loses_no_answer_of_either_side() -> None:
    mine: dict[str, Any] = {"a": {"x": "mine", "y": 1}, "b": {"x": "same"}, "d": {"x": "only mine"}}
    theirs: dict[str, Any] = {"a": {"x": "theirs"}, "b": {"x": "same"}, "c": {"x": "new"}}
    merged, aside = merge(mine, theirs)
    assert aside == ["a"]
    assert merged["a"]["x"] == "theirs"
    assert json.loads(str(merged["a"][KEPT])) == [{"x": "mine", "y": 1}]
    assert merged["b"] == {"x": "same"}
    assert merged["c"] == {"x": "new"}
    assert merged["d"] == {"x": "only mine"}
    assert mine["a"] == {"x": "mine", "y": 1}


@FEW
@given(
    mine=st.dictionaries(st.sampled_from("abc"), st.dictionaries(st.sampled_from(["x", "y", KEPT]), TEXTS, min_size=1)),
    theirs=st.dictionaries(
        st.sampled_from("abc"), st.dictionaries(st.sampled_from(["x", "y", KEPT]), TEXTS, min_size=1)
    ),
)
def test_merging_keeps_everything_and_can_be_repeated(mine: Any, theirs: Any) -> None:
    merged, _ = merge(mine, theirs)
    for exercise, answers in mine.items():
        own = {name: answer for name, answer in answers.items() if name != KEPT}
        shown = {name: answer for name, answer in merged[exercise].items() if name != KEPT}
        kept = json.loads(str(merged[exercise].get(KEPT) or "[]")) if exercise in theirs else []
        assert own.items() <= shown.items() or own in kept
        assert len(kept) <= MOST_KEPT
    assert merge(merged, theirs)[0] == merged


def test_an_older_format_is_brought_up_step_by_step() -> None:
    steps = (lambda whole: {**whole, "exercises": whole["answers"]}, lambda whole: {**whole, "third": True})
    assert migrate({"answers": {"a": {}}}, 1, steps) == {"answers": {"a": {}}, "exercises": {"a": {}}, "third": True}
    assert migrate({"exercises": {}}, 3, steps) == {"exercises": {}}


def test_a_carried_answer_starts_where_the_other_exercise_left_off() -> None:
    carrying = [(load(name), field) for name in EXERCISES for field in load(name).fields if field.carries]
    for exercise, field in carrying:
        source, _, name = field.carries.partition("/")
        (origin,) = [one for one in load(source).fields if one.name == name]
        assert origin.options == field.options, f"{exercise.id}: {field.name}"
        assert origin.kind == field.kind or {origin.kind, field.kind} == {"line", "text"}, (
            f"{exercise.id}: {field.name}"
        )
        store = Dossier()
        value = origin.options[-1][0] if origin.options else "carried"
        store.put(source, name, value)
        assert store.filled(exercise)[field.name] == value
        store.put(exercise.id, field.name, own := field.options[0][0] if field.options else "own")
        assert store.filled(exercise)[field.name] == own
    assert read(Dossier().text()) == {}
