"""Packages for learning platforms: manifest against the schemas, files, zip, and what fits into the platform's memory."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from book.kit.scorm import EDITIONS, Edition, PackError
from book.kit.scorm.course import course
from book.kit.scorm.manifest import manifest
from book.kit.scorm.package import NEEDLESS, common_files, own_files, site_files, write_zip
from exercises import EXERCISES, load
from exercises.quiz import quiz, quizzes
from tests.course import page_of
from tests.kit.scorm_memory import Memory, memory

SITE = Path(__file__).resolve().parents[2] / "_build" / "html"
XML_SPACE = b'xmlns="http://www.w3.org/XML/1998/namespace"'
BOTH = pytest.mark.parametrize("edition", EDITIONS.values(), ids=list(EDITIONS))


class _Mended(etree.Resolver):  # type: ignore[misc]
    """ims_xml.xsd of 2001 names the xml namespace as the default one, which parsers have refused since."""

    def resolve(self, system_url: str, public_id: str, context: Any) -> Any:  # noqa: ARG002  lxml's signature
        if system_url and system_url.endswith("ims_xml.xsd"):
            text = Path(system_url).read_bytes()
            assert text.count(XML_SPACE) == 1
            return self.resolve_string(text.replace(XML_SPACE, b""), context, base_url=system_url)
        return None


def _schema(edition: Edition) -> Any:
    """All schemas of an edition as one."""
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Mended())
    tops = [
        path
        for path in edition.schemas
        if re.search(r"^(imscp|adlcp|adlseq|adlnav|imsss)_(root)?v[\dp]+\.xsd$", path.name)
    ]
    assert len(tops) == {"1.2": 2, "2004": 5}[edition.id]
    lines = [
        f'<xs:import namespace="{etree.parse(str(path)).getroot().get("targetNamespace")}" schemaLocation="{path.name}"/>'
        for path in tops
    ]
    whole = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{"".join(lines)}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(whole, parser, base_url=str(tops[0].parent / "all.xsd")).getroottree())


@pytest.fixture(scope="module")
def shared() -> dict[str, bytes]:
    if not (SITE / "index.html").exists():
        pytest.fail("The book has not been built. Run: make book")
    return common_files(SITE)


@BOTH
def test_the_manifest_is_valid_and_names_every_file(edition: Edition, shared: dict[str, bytes]) -> None:
    own = own_files(edition, shared)
    tree = etree.fromstring(own["imsmanifest.xml"])
    schema = _schema(edition)
    assert schema.validate(tree), schema.error_log
    named = [unquote(one.get("href")) for one in tree.iter(f"{{{edition.core}}}file")]
    assert sorted([*named, "imsmanifest.xml"]) == sorted([*shared, *own])
    assert len(named) > 200
    [resource] = tree.iter(f"{{{edition.core}}}resource")
    assert resource.get("href") in own
    assert resource.get(f"{{{edition.adlcp}}}{edition.sco_type}") == "sco"
    for place in tree.get("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation").split()[1::2]:
        assert place in own, "a schema that the manifest names stands beside it"


@BOTH
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'identifierref="site"', b'identifier_ref="site"'),
        (b"<schemaversion>", b"<schemaVersion>"),
        (b'"sco"', b'"scorm"'),
        (b'<file href="a.html" />', b"<file />"),
    ],
)
def test_the_schemas_notice_a_wrong_manifest(edition: Edition, right: bytes, wrong: bytes) -> None:
    text = manifest(edition, "Title & <more>", "1.0", ["a.html", "b c.html"])
    schema = _schema(edition)
    assert schema.validate(etree.fromstring(text)), schema.error_log
    assert right in text
    broken = text.replace(right, wrong).replace(right.replace(b"<", b"</"), wrong.replace(b"<", b"</"))
    assert not schema.validate(etree.fromstring(broken))


def test_the_package_holds_what_pages_ask_for(shared: dict[str, bytes]) -> None:
    published = {path.relative_to(SITE).as_posix() for path in SITE.rglob("*") if path.is_file()}
    left_out = {name for name in published if NEEDLESS.search(name)}
    packed = {name.removeprefix("site/") for name in shared if name.startswith("site/")}
    assert packed == (published - left_out - {"_static/live/pyodide.asm.mjs"}) | {"_static/live/pyodide.asm.js"}
    assert not [name for name in shared if name.endswith(".mjs")], "Moodle sends .mjs as data"
    assert b"pyodide.asm.mjs" not in shared["site/_static/live/worker.js"]
    text = b"".join(data for name, data in shared.items() if name.endswith((".html", ".css", ".js")))
    for name in left_out:
        ending = name.rsplit("/", 1)[-1].encode()
        maps = b"sourceMappingURL=" + ending  # asked for by developer tools only
        assert text.replace(maps, b"").count(b"/" + ending) == 0, f"{name} is left out, but a page asks for it"
    assert "licences.txt" in str(sorted(shared))


def test_the_same_files_give_the_same_zip(tmp_path: Path) -> None:
    files = {"imsmanifest.xml": b"<m/>", "b/ü.txt": b"two" * 500, "a.txt": b"one"}
    write_zip(tmp_path / "one.zip", files)
    write_zip(tmp_path / "two.zip", dict(reversed(files.items())))
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["imsmanifest.xml", "a.txt", "b/ü.txt"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}, "not when it was packed"
        assert {name: archive.read(name) for name in archive.namelist()} == files


def test_without_a_site_the_error_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="make book"):
        site_files(tmp_path)


@BOTH
def test_the_shell_knows_the_course(edition: Edition) -> None:
    known = course(edition)
    assert {f"quiz-{name}" for name in quizzes()} == set(known["quizzes"])
    assert {chapter["page"] for chapter in known["chapters"]} >= set(page_of("quiz").values())
    for name, one in known["quizzes"].items():
        for item in quiz(name.removeprefix("quiz-")).items:
            right = sorted(option.id for option in item.options if option.right)
            assert one["items"].get(item.id, []) == right
    assert sum(len(one["items"]) for one in known["quizzes"].values()) >= 40
    assert set(EXERCISES) <= set(known["titles"])


# --- the platform's memory ---


@pytest.fixture(scope="module")
def packer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Memory]:
    with memory(tmp_path_factory.mktemp("memory")) as running:
        yield running


NAMES: list[str] = course(EDITIONS["1.2"])["names"]
_PAGES = [name for name in NAMES if name.endswith(".html")]
_FIELDS = [name for name in NAMES if not name.endswith(".html")]


def _name(answer: dict[str, Any]) -> str:
    return str(answer["name"])


_VALUES = st.one_of(
    st.text(max_size=40), st.text(min_size=200, max_size=900), st.integers(-(2**31), 2**31), st.booleans()
)
_KEPT: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "place": st.sampled_from(_PAGES),
        "ends": st.lists(st.sampled_from(_PAGES), unique=True),
        "answers": st.lists(
            st.fixed_dictionaries(
                {
                    "name": st.sampled_from([*_FIELDS, "unknown-exercise/some_field"]),
                    "at": st.integers(29_000_000, 31_000_000),
                    "value": _VALUES,
                    "first": st.booleans(),
                }
            ),
            unique_by=_name,
            max_size=60,
        ),
    }
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(kept=_KEPT, limit=st.sampled_from([400, 4096, 64000]))
def test_memory_never_exceeds_the_limit_and_comes_back(packer: Memory, kept: dict[str, Any], limit: int) -> None:
    text, left = packer.pack(kept, limit, NAMES)
    assert len(text) <= limit
    assert re.fullmatch(r"s1\.[A-Za-z0-9+/]+", text), "one line of plain letters"
    back = packer.unpack(text, NAMES)
    assert back is not None
    assert back["place"] == kept["place"]
    assert back["ends"] == kept["ends"]
    given_ = {answer["name"]: (answer["at"], answer["value"]) for answer in kept["answers"]}
    came = {answer["name"]: (answer["at"], answer["value"]) for answer in back["answers"]}
    assert came == {name: one for name, one in given_.items() if name not in left}
    assert left <= set(given_)
    if limit == 64000:
        assert not left


@settings(max_examples=60, deadline=None)
@given(
    text=st.one_of(
        st.text(max_size=80),
        st.text(max_size=80).map(lambda one: f"s1.{one}"),
        st.from_regex(r"s1\.[A-Za-z0-9+/]{0,60}", fullmatch=True),
    )
)
def test_a_foreign_or_damaged_memory_is_nothing(packer: Memory, text: str) -> None:
    assert packer.unpack(text, NAMES) is None


def _answer(name: str, at: int, value: str, first: bool = False) -> dict[str, Any]:
    return {"name": name, "at": at, "value": value, "first": first}


def _noise(length: int, seed: int) -> str:
    """Text that cannot be compressed much."""
    letters = []
    for _ in range(length):
        seed = (seed * 1103515245 + 12345) % 2**31
        letters.append(chr(0x4E00 + (seed >> 8) % 8000))
    return "".join(letters)


def test_what_is_kept_first(packer: Memory) -> None:
    old_quiz = _answer("quiz-a/item", 1, _noise(60, 1), first=True)
    short = [_answer(f"short/f{i}", 100 + i, _noise(60, 10 + i)) for i in range(20)]
    long = [_answer(f"long/f{i}", 1000 + i, _noise(400, 50 + i)) for i in range(4)]
    kept = {"place": "index.html", "ends": [], "answers": [*long, *short, old_quiz]}
    text, left = packer.pack(kept, 3000, [])
    assert text
    assert "quiz-a/item" not in left, "a quiz goes before all, even the oldest"
    assert {answer["name"] for answer in long} <= left, "a long text does not push out many short ones"
    kept_short = [int(answer["name"][7:]) for answer in short if answer["name"] not in left]
    assert 3 < len(kept_short) < 20
    assert min(kept_short) >= 20 - len(kept_short) - 1, "of the short ones the latest"


def test_the_room_is_used_and_never_exceeded(packer: Memory) -> None:
    answers = [_answer(f"short/f{i}", 100 + i, _noise(8, i)) for i in range(80)]
    kept = {"place": "index.html", "ends": [], "answers": answers}
    for limit in range(400, 1600, 16):
        text, left = packer.pack(kept, limit, [])
        assert limit - 48 < len(text) <= limit
        assert left


def test_nearly_every_known_name_has_a_code(packer: Memory) -> None:
    assert len(NAMES) > 500
    assert packer.codes(NAMES) >= len(NAMES) - 8, "names that share a code are written out whole, which costs room"


def test_a_whole_course_of_short_answers_fits(packer: Memory) -> None:
    """All quiz items and every worked example: how much of it SCORM 1.2 takes is a promise of the page for uploaders."""
    answers = [
        _answer(f"quiz-{name}/{item.id}", 29_900_000, " ".join(o.id for o in item.options if o.right), first=True)
        for name in quizzes()
        for item in quiz(name).items
        if item.options
    ]
    quiz_names = {answer["name"] for answer in answers}
    for index, name in enumerate(EXERCISES):
        for field, value in load(name).example.answers.items():
            answers.append({**_answer(f"{name}/{field}", 29_900_000 + 30 * index, ""), "value": value})
    kept = {"place": _PAGES[-1], "ends": _PAGES, "answers": answers}
    text, left = packer.pack(kept, EDITIONS["1.2"].limit, NAMES)
    assert not left & quiz_names
    share = 1 - len(left) / len(answers)
    assert share >= 0.4, f"only {share:.0%} of {len(answers)} answers fit into SCORM 1.2"
    text, left = packer.pack(kept, EDITIONS["2004"].limit, NAMES)
    assert not left
    print(json.dumps({"answers": len(answers), "share in 1.2": round(share, 2), "characters in 2004": len(text)}))
