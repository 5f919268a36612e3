"""What the pages say of the course itself: chapters, minutes, reading paths, counts, grades, citation."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from book._ext import back_matter, course
from exercises import library, load
from exercises.models.placement import WHOLE
from tests.course import PROJECT, shown

CHAPTERS = library.chapters()
PATHS = library.reading_paths()
GLOSSARY = PROJECT / "book" / "glossary.md"


def heading(chapter: str) -> str:
    cells = json.loads((PROJECT / "notebooks" / f"{chapter}.ipynb").read_text(encoding="utf-8"))["cells"]
    found = re.match(r"# (.+)", "".join(cells[0]["source"]))
    assert found, chapter
    return found[1]


def test_the_list_of_chapters_is_that_of_the_notebooks_and_has_their_titles() -> None:
    assert list(CHAPTERS) == sorted(path.stem for path in (PROJECT / "notebooks").glob("*.ipynb"))
    for chapter in CHAPTERS.values():
        assert heading(chapter.id).removeprefix(f"{chapter.number} · ") == chapter.title
    assert len(CHAPTERS) == 14


@pytest.mark.parametrize(("chapter", "number"), [("01b-delayed-rollouts", "1b"), ("10-when-they-are-right", "10")])
def test_a_chapter_has_its_number_from_its_file(chapter: str, number: str) -> None:
    assert CHAPTERS[chapter].name.startswith(f"{number} · ")


def test_minutes_are_those_that_the_notebook_states(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "x.ipynb").write_text('{"cells": [{"source": ["*47 minutes, 12 of them in exercises and quizzes."]}]}')
    (tmp_path / "y.ipynb").write_text('{"cells": []}')
    monkeypatch.setattr(course, "NOTEBOOKS", tmp_path)
    assert course.minutes("x") == 47
    with pytest.raises(ValueError, match=r"y\.ipynb states no minutes"):
        course.minutes("y")


@pytest.mark.parametrize(
    ("total", "words"), [(50, "50 minutes"), (60, "1 hour"), (75, "1 hour 15 minutes"), (400, "6 hours 40 minutes")]
)
def test_minutes_in_words(total: int, words: str) -> None:
    assert course.hours(total) == words


@pytest.mark.parametrize("name", PATHS)
def test_a_path_leads_through_chapters_with_an_exercise_and_a_play(name: str) -> None:
    path = PATHS[name]
    assert set(path.steps) <= set(CHAPTERS)
    assert set(WHOLE) <= set(path.steps), "the honesty chapters stand in every path"
    assert 6 <= len(path.steps) <= 7, "the page says six or seven"
    assert course.of_path(path) == sum(course.minutes(one) for one in path.steps) >= 240
    assert path.exercise in shown("exercise", PROJECT / "notebooks" / f"{course.chapter_of(path.exercise)}.ipynb")
    assert load(path.exercise).minutes > 0
    assert course.chapter_of(path.exercise) in path.steps, "the exercise stands in a chapter of the path"
    assert (PROJECT / f"{course.play(path.play).page}.md").is_file()
    assert not re.search(r"\d+ (?:minutes|hours)", " ".join([path.why, *path.steps.values()])), "minutes are not typed"


def test_there_is_a_path_for_each_role_and_each_has_its_own_exercise_and_play() -> None:
    page = (PROJECT / "book" / "reading-paths.md").read_text(encoding="utf-8")
    assert re.findall(r"\{path\} (\S+)", page) == list(PATHS)
    assert len(PATHS) == 6
    assert len({path.exercise for path in PATHS.values()}) == len({path.play for path in PATHS.values()}) == 6


def test_an_exercise_that_no_chapter_shows_is_refused() -> None:
    with pytest.raises(ValueError, match="placement"):
        course.chapter_of("placement")


def test_everything_that_can_be_counted_is_there() -> None:
    found = {name: count() for name, count in course.COUNTED.items()}
    print(found)
    assert all(count > 0 for count in found.values())
    assert found["chapters"] == 12
    assert found["evidence"] == found["verified"] + found["partly"] + 2


def test_no_count_of_our_data_is_typed_on_the_pages_about_it() -> None:
    looked_at = 0
    for name in ("about-data", "evidence", "how-to-use", "glossary"):
        text = (PROJECT / "book" / f"{name}.md").read_text(encoding="utf-8")
        prose = re.sub(r"\{[a-z-]+\}`[^`]+`|\]\([^)]*\)|\bE\d\d\b|[Cc]hapters? \d+", "", text)
        counts = {str(count()) for key, count in course.COUNTED.items() if count() > 12 and key != "chapters"}
        typed = [word for word in re.findall(r"(?<![.\d])\d+(?![.\d]*\d)", prose) if word in counts]
        assert typed == [], name
        looked_at += len(re.findall(r"\{(?:count|minutes)\}`", text))
    print(f"{looked_at} figures printed from data.")
    assert looked_at >= 18


def test_the_ledger_lists_every_entry_under_one_grade_and_what_is_from_memory_apart() -> None:
    groups = back_matter.graded()
    listed = [entry.id for entries in groups.values() for entry in entries]
    assert sorted(listed) == sorted(library.evidence())
    assert [entry.id for entry in groups[back_matter.NOT_CITED]] == ["E17", "E39"]
    assert len(groups) >= 5


def test_no_page_and_no_path_cites_what_is_from_memory() -> None:
    memory = {entry.id for entry in library.evidence().values() if entry.status == "from memory"}
    looked_at = 0
    for path in [*(PROJECT / "book").rglob("*.md"), *(PROJECT / "notebooks").glob("*.ipynb")]:
        if "node_modules" in path.parts:
            continue
        cited = set(re.findall(r"\{e\}`(E\d+)`", path.read_text(encoding="utf-8")))
        assert cited & memory == set(), path.name
        looked_at += len(cited)
    cited = {way.source for way in library.ways().values()}
    assert cited & memory == set()
    assert looked_at >= 60


def test_the_page_on_persuasion_counts_its_tests_and_lines_rightly() -> None:
    page = (PROJECT / "book" / "about-persuasion.md").read_text(encoding="utf-8")
    ethics = library.ethics()
    assert "## Ten tests" in page
    assert len(ethics.tests) == 10
    assert "## Five red lines" in page
    assert len(ethics.red_lines) == 5
    for part in ("line", "tests", "red-lines"):
        assert f"{{persuasion}} {part}" in page


def test_the_citation_says_what_the_file_says() -> None:
    whole = yaml.safe_load((PROJECT / "CITATION.cff").read_text(encoding="utf-8"))
    given = back_matter.cited()
    assert given["title"] == whole["title"]
    assert given["version"] == whole["version"]
    assert given["year"] == str(whole["date-released"])[:4]
    entry = back_matter.bibtex(given)
    for value in given.values():
        assert value in entry or value == given["licences"]
    assert entry.count("{") == entry.count("}")


def glossary() -> dict[str, str]:
    body = GLOSSARY.read_text(encoding="utf-8").split("```{glossary}\n")[1].split("```")[0]
    return dict(re.findall(r"^(\S.*)\n  (.+)$", body, re.MULTILINE))


def test_the_glossary_has_its_terms_in_order_and_each_leads_to_a_chapter() -> None:
    terms = glossary()
    print(f"{len(terms)} terms.")
    assert 25 <= len(terms) <= 45
    assert list(terms) == sorted(terms, key=str.lower)
    for term, means in terms.items():
        targets = re.findall(r"\(\.\./(notebooks/[^)]+\.ipynb)\)", means)
        assert targets, f"{term} leads to no chapter"
        assert all((PROJECT / target).is_file() for target in targets), term
        sentences = re.split(r"(?<=[.?!])\s+(?=[A-Z])", re.sub(r"\([^()]*\([^)]*\)[^()]*\)", "", means))
        assert 1 <= len(sentences) <= 3, f"{term}: {sentences}"


@pytest.mark.parametrize(
    "term",
    ["rollout", "go-live", "adoption", "stakeholder", "champion", "resistance", "workaround", "value pitch", "objection", "threat", "role", "unit", "pledge", "readiness", "innocent reading", "safeguard", "charter", "reactance", "equity", "switching cost", "prediction interval"],
)  # fmt: skip
def test_the_words_of_the_field_are_explained(term: str) -> None:
    assert term in glossary()


def test_the_changelog_is_included_and_not_typed_twice() -> None:
    page = (PROJECT / "book" / "changelog.md").read_text(encoding="utf-8")
    assert "```{include} ../CHANGELOG.md" in page
    first = next(line for line in (PROJECT / "CHANGELOG.md").read_text().splitlines() if line.startswith("- "))
    assert first not in page


def test_downloads_are_files_that_are_described() -> None:
    described = {one["path"] for one in json.loads((library.DATA / "datapackage.json").read_bytes())["resources"]}
    for name in back_matter.DOWNLOADS:
        assert (library.DATA / name).is_file()
        assert name in described or name == "datapackage.json"
    assert len(back_matter.DOWNLOADS) >= 8
