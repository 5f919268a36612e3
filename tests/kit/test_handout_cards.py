"""Cards, sheets and the printing itself: everything of the data is on them, and nothing comes from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from book.kit.handouts import cards, documents
from book.kit.handouts.document import Document, HandoutError, css_string
from book.kit.handouts.printing import ADDRESS, Printing
from book.kit.handouts.sheets import READ_BACK, WATCH
from exercises import library
from exercises.library.playbook import plays
from exercises.library.tasks import pitch_tasks
from tests.kit.printed import SITE, made, paper, printed, squeezed


@pytest.fixture(scope="module")
def printing(browser: Browser) -> Iterator[Printing]:
    context = browser.new_context(java_script_enabled=False)
    yield Printing(context, SITE)
    context.close()


def test_every_threat_has_a_front_and_its_back_behind_it() -> None:
    threats = list(library.threats().values())
    pages = printed("threat-cards").pages
    for number, threat in enumerate(threats):
        front = pages[number // cards.PER_SHEET * 2]
        back = pages[number // cards.PER_SHEET * 2 + 1]
        assert squeezed(threat.name + threat.definition) in front.words
        told = [*threat.stated, *threat.unstated, threat.innocent_reading, *threat.questions]
        assert [one for one in told if squeezed(one) not in back.words] == []
    assert len(paper("threat-cards").select(".front")) == len(paper("threat-cards").select(".back")) == len(threats)


def test_backs_run_the_other_way_so_that_they_meet_their_fronts() -> None:
    fronts = [str(one["aria-label"]) for one in paper("threat-cards").select(".front")]
    backs = [str(one["aria-label"]).removesuffix(", back") for one in paper("threat-cards").select(".back")]
    for start in range(0, len(fronts), cards.ACROSS):
        row = slice(start, start + cards.ACROSS)
        assert backs[row] == fronts[row][::-1]


def test_a_last_sheet_that_is_not_full_keeps_its_places() -> None:
    three = list(library.threats().values())[:3]
    (sheet,) = cards.sheets(three)
    assert cards.mirrored(sheet) == [three[1], three[0], None, three[2]]


def test_every_play_is_a_card_with_all_its_steps() -> None:
    pages = printed("play-cards").pages
    for number, play in enumerate(plays().values()):
        page = pages[number // 2].words
        told = [play.title, play.purpose, play.good, play.remote, *play.when, *play.when_not, *play.fails]
        told += [part for step in play.steps for part in (step.head, step.do, step.say) if part]
        assert [one for one in told if squeezed(one) not in page] == []
    assert len(paper("play-cards").select(".card")) == len(plays())


def test_the_observation_sheet_asks_what_the_play_asks() -> None:
    day = plays()["day-beside-the-user"]
    assert "Note waits" in day.steps[WATCH].do
    assert "strike" in day.steps[READ_BACK].do
    sheet = paper("observation-sheet")
    questions = [one.get_text().strip("“”") for one in sheet.select(".day .question")]
    assert len(questions) == 3
    assert " ".join(questions) in {step.say for step in day.steps}
    columns = [one.get_text() for one in sheet.select(".log th")]
    assert {"Wait, minutes", "Entered twice", "Way round", "Proud of", "Struck"} < set(columns)
    for play in (day, plays()["three-listening-chats"]):
        assert all(squeezed(step.head) in printed("observation-sheet").words for step in play.steps)


def test_the_rubric_is_one_page_with_four_levels_of_nine_criteria() -> None:
    (page,) = printed("rubric-sheet").pages
    assert page.size[0] > page.size[1]
    levels = [level for one in library.rubric().values() for level in one.levels]
    assert len(levels) == 36
    assert [one for one in levels if squeezed(one) not in page.words] == []


def test_each_pitch_task_is_a_page_that_does_not_say_when() -> None:
    for page, task in zip(printed("pitch-tasks").pages, pitch_tasks().values(), strict=True):
        assert squeezed(task.role) in page.words
        assert "beforethecourse" not in page.words
        assert squeezed(task.role) not in printed("workbook").words


def test_printing_asks_no_other_host(printing: Printing, tmp_path: Path) -> None:
    printing.pdf(made()["rubric-sheet"], tmp_path / "rubric.pdf")
    assert len(printing.asked) >= 5
    assert [one for one in printing.asked if not one.startswith(ADDRESS)] == []


@pytest.mark.parametrize("address", ["https://fonts.example.org/a.css", "_static/no-such.css", "../../etc/passwd.css"])
def test_what_is_not_in_the_site_is_refused(printing: Printing, tmp_path: Path, address: str) -> None:
    one = made()["rubric-sheet"]
    html = one.html.replace("</head>", f'<link rel="stylesheet" href="{address}"></head>')
    with pytest.raises(HandoutError, match="asked for what is not in the site"):
        printing.pdf(Document("probe", "Probe", html), tmp_path / "probe.pdf")


def test_a_text_that_does_not_fit_its_card_is_named(printing: Printing, tmp_path: Path) -> None:
    one = made()["play-cards"]
    html = one.html.replace("Threat walk</h1>", f"Threat walk</h1>{'Much more to say about it. ' * 400}")
    with pytest.raises(HandoutError, match="does not fit its card, shorten it: Threat walk"):
        printing.pdf(Document("probe", "Probe", html), tmp_path / "probe.pdf")


def test_a_site_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(HandoutError, match=r"index\.html: not found.*make book"):
        documents(tmp_path)


def test_the_name_of_a_chapter_is_safe_in_a_footer() -> None:
    html = str(css_string('“Why?” "quoted" </style> back\\slash'))
    assert html == '"“Why?” \\22 quoted\\22  \\3c /style> back\\5c slash"'
