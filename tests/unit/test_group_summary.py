"""What is shown of a group and taken away: words, tables, drawings, files, and the view that holds them."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import altair as alt
import pytest

from exercises.group import Entry, Figures, Group, figures, put_together, read_file
from exercises.group.drawings import drawings
from exercises.group.made_up import made_up_files
from exercises.group.summary import parts
from exercises.group.take_away import read_in_words, take_away
from exercises.widgets.group import PARTS, GroupView
from tests.group_files import HOSTILE, broken_files, sound_files


@pytest.fixture(scope="module")
def group() -> Group:
    hostile = sound_files()[-1]
    return put_together(read_file(*one) for one in [*made_up_files(30), hostile])


@pytest.fixture(scope="module")
def told(group: Group) -> Figures:
    return figures(group.learners)


def cells(given: Figures, **how: Any) -> list[str]:
    """Every cell of every table."""
    return [cell for part in parts(given, **how) for table in part.tables for row in table.rows for cell in row]


def test_the_parts_stand_in_their_order_with_tables(told: Figures) -> None:
    found = parts(told)
    assert tuple(part.id for part in found) == PARTS
    assert all(part.says and part.tables for part in found)
    for part in found:
        for table in part.tables:
            assert {len(row) for row in table.rows} == {len(table.head)}, table.caption


def test_an_empty_group_says_what_is_not_there() -> None:
    found = parts(figures(()))
    assert all(part.says for part in found)
    assert [part.id for part in found if part.tables] == []
    assert drawings(figures(())) == {}


def test_what_learners_wrote_is_shown_only_when_it_is_asked_for(told: Figures) -> None:
    written = [text for of in (*told.questions.values(), told.pitches) for text, _ in of]
    assert len(written) >= 60
    assert not set(written) & set(cells(told))
    assert set(written) <= set(cells(told, words=True))


def test_names_of_units_and_words_of_roles_are_never_shown(told: Figures) -> None:
    assert not any("Unit 1" in cell for cell in cells(told))
    assert not any("site" in cell for cell in cells(told))


def test_every_drawing_is_valid_and_its_values_stand_in_the_tables(told: Figures) -> None:
    found = drawings(told)
    assert set(found) == {"pledge", "threats", "pitches", "hardest"}
    assert [len(found[part]) for part in ("pledge", "threats", "pitches", "hardest")] == [1, 2, 1, 1]
    tables = {part.id: [row for table in part.tables for row in table.rows] for part in parts(told)}
    for part, specs in found.items():
        shown = {cell for row in tables[part] for cell in row}
        for spec in specs:
            alt.Chart.from_dict({name: of for name, of in spec.items() if name != "description"})
            assert len(spec["description"]) > 40
            values = spec["data"]["values"]
            assert len(values) >= 5
            for value in values:
                assert {
                    str(value[name]) for name in ("many", "threat", "exercise", "criterion", "says") if name in value
                } <= shown


def test_the_shares_that_are_drawn_are_those_of_the_table(told: Figures) -> None:
    (spec,) = drawings(told)["pitches"]
    moved = told.moved[0]
    drawn = [(value["what"], round(value["share"] * moved.learners)) for value in spec["data"]["values"]]
    assert drawn == [pair for of in moved.criteria.values() for pair in (("before", of[0]), ("after", of[1]))]


def test_no_cell_of_the_table_to_take_away_runs(group: Group, told: Figures) -> None:
    markdown, sheet, data = take_away(group, told, words=True)
    rows = list(csv.reader(io.StringIO(sheet.content.decode("utf-8-sig"))))
    assert {len(row) for row in rows} == {5}
    assert len(rows) >= 300
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    said = {cell for row in rows for cell in row}
    assert {"'=HYPERLINK(1+1)", "'@SUM(A1)"} <= said
    assert "<script" not in re.sub(r"\\(.)", "", markdown.content.decode())
    assert json.loads(data.content)["figures"]["questions"]["choice"]


def test_the_summary_holds_no_name_of_a_file_and_no_words_unless_asked() -> None:
    broken = [read_file(one.name, one.content) for one in broken_files()]
    group = put_together([*(read_file(*one) for one in made_up_files(6)), *broken])
    told = figures(group.learners)
    assert len(group.listed) >= 17
    for file in take_away(group, told):
        text = file.content.decode("utf-8-sig")
        assert "broken-" not in text
        assert "dossier-0" not in text
        assert told.pitches[0][0][:40] not in text
    assert json.loads(take_away(group, told)[2].content)["files"]["not counted"] == 17


def test_how_many_files_were_read_is_said_in_one_sentence(group: Group) -> None:
    assert read_in_words(group) == "31 files were looked at: 31 learners counted."
    assert (
        read_in_words(put_together([Entry("a", "", None, "No.")]))
        == "1 file was looked at: 0 learners counted, 1 not counted."
    )


def view_of(files: list[tuple[str, bytes]]) -> GroupView:
    """A view that has read these files."""
    view = GroupView()
    view.read([(name, content, len(content)) for name, content in files])
    return view


def text_of(view: GroupView) -> str:
    """All HTML that a view shows."""
    widgets = [view._says, view._listed, *view._heads.values(), *view._tables.values()]
    return "".join(widget.value for widget in widgets)


def test_the_view_says_how_far_it_is_and_then_what_was_read() -> None:
    view, said = GroupView(), []
    view._says.observe(lambda change: said.append(change["new"]), "value")
    view.read([(name, content, len(content)) for name, content in made_up_files(35)])
    assert [re.search(r"Reading: (\d+) of 35", one)[1] for one in said[:-1]] == ["0", "10", "20", "30"]  # type: ignore[index]
    assert "35 files were looked at: 35 learners counted." in said[-1]


def test_the_view_escapes_what_files_hold_and_are_called() -> None:
    view = view_of([sound_files()[-1], *((one.name, one.content) for one in broken_files() if "16" in one.name)])
    view._words.value = True
    shown = text_of(view)
    assert "onerror=" in shown
    assert "<img" not in shown
    assert "<script" not in shown
    assert HOSTILE not in shown


def test_the_view_counts_two_versions_apart_when_asked() -> None:
    early = next(one for one in broken_files() if one.kind == "older")
    view = view_of([*made_up_files(3), (early.name, early.content)])
    assert "3 learners counted, 1 taken for an earlier version" in text_of(view)
    view._apart.value = True
    assert "4 learners counted." in text_of(view)


def test_the_view_forgets() -> None:
    view = view_of(list(made_up_files(6)))
    assert "6 learners" in text_of(view)
    view._forget()
    assert text_of(view) == "<p>No file is held here.</p>"
    assert all(one.outputs == () for one in view._drawings.values())
    assert view._files.value == ""
    assert view._entries == []


def test_real_files_take_the_place_of_the_made_up_group() -> None:
    view = GroupView()
    view._show_made_up()
    assert "They are made up and mean nothing." in text_of(view)
    name, content = made_up_files(1, first=77)[0]
    file = {"name": name, "type": "", "size": len(content), "last_modified": 0, "content": memoryview(content)}
    view._upload.set_state({"value": [file]})
    assert "1 file was looked at: 1 learner counted." in text_of(view)
    assert "made up" not in text_of(view)
    assert view._upload.value == ()


def test_no_widget_of_the_view_holds_an_answer_of_a_dossier() -> None:
    def classes(widget: Any) -> list[str]:
        return [*widget._dom_classes, *(name for child in getattr(widget, "children", ()) for name in classes(child))]

    found = classes(GroupView().root)
    assert len(found) >= 15
    assert [name for name in found if name.startswith(("answer--", "dossier--"))] == []
