"""Two hundred files as an instructor may drop them: 180 sound dossiers, and 20 that are broken, each in another way."""

from __future__ import annotations

import json
from typing import NamedTuple

from exercises import EXERCISES, load
from exercises.dossier.store import FORMAT, VERSION
from exercises.exercise import Answer
from exercises.group.made_up import as_file, made_up_dossier, made_up_files
from exercises.group.together import Kind

SOUND = 180

HOSTILE = "<img src=x onerror='window.attacked = 1'><script>window.attacked = 1</script>"


class Broken(NamedTuple):
    """A broken file: its name, what is in it, what becomes of it, and words of the reason."""

    name: str
    content: bytes
    kind: Kind
    why: str


def whole(exercises: object, version: object = VERSION, named: str = FORMAT) -> bytes:
    """A file of the dossier's shape, good or bad."""
    return json.dumps({"format": named, "version": version, "exercises": exercises}).encode()


def sound_files() -> list[tuple[str, bytes]]:
    """180 dossiers; the last one holds markup and formulas, which are text like any other."""
    files = list(made_up_files(SOUND))
    hostile = made_up_dossier(SOUND)
    hostile["last-in-line"]["question"] = f"What would {HOSTILE} need to start?"
    hostile["two-meter-pitch"] = {"open_point": "=HYPERLINK(1+1)", "fear": "+cmd|' /C calc'!A0"}
    hostile["my-rollout"]["open"] = "@SUM(A1)"
    files[-1] = (files[-1][0], as_file(hostile))
    return files


def broken_files() -> list[Broken]:
    """The twenty."""
    first, second, third = (made_up_dossier(number) for number in (1, 2, 3))
    earlier = {
        name: answers
        for name, answers in second.items()
        if name in ("pledge-converter", "threat-finder", "pitch-builder")
    }
    examples = {name: dict(load(name).example.answers) for name in EXERCISES}
    wrong: dict[str, object] = {
        "pledge-converter": {"cue": 5, "date": None, "owner": ["a"], "action": {"x": 1}, "pledge": 1.5}
    }
    long: dict[str, dict[str, Answer]] = {**made_up_dossier(500), "two-meter-pitch": {"fear": "a " * 900_000}}
    return [
        Broken("broken-01-empty.json", b"", "refused", "not a complete JSON file"),
        Broken("broken-02-half.json", as_file(third)[:900], "refused", "not a complete JSON file"),
        Broken("broken-03-foreign.json", b'{"name": "holiday", "days": 3}', "refused", "not a dossier of this course"),
        Broken("broken-04-list.json", b"[1, 2, 3]", "refused", "not a dossier of this course"),
        Broken("broken-05-newer.json", whole(third, version=VERSION + 1), "refused", "newer version"),
        Broken("broken-06-version.json", whole(third, version="1"), "refused", "expected a whole number"),
        Broken("broken-07-no-exercises.json", whole(None), "refused", "holds no exercises"),
        Broken("broken-08-another-format.json", whole(third, named="some other dossier"), "refused", "not a dossier of this course"),
        Broken("broken-09-report.docx.json", b"PK\x03\x04\xff\xfe\x00\x01", "refused", "not a text file"),
        Broken("broken-10-utf-16.json", as_file(third).decode().encode("utf-16"), "refused", "not a text file"),
        Broken("broken-11-deep.json", b"[" * 200_000, "refused", "not a complete JSON file"),
        Broken("broken-12-deep-inside.json", whole({}).replace(b"{}", b'{"a":' * 100_000 + b"1" + b"}" * 100_000), "refused", "not a complete JSON file"),
        Broken("broken-13-fifty-megabytes.json", b" " * 50_000_000, "refused", "50,000,000 bytes"),
        Broken("broken-14-wrong-types.json", whole(wrong), "refused", "5 answers that no field of the course can hold"),
        Broken("broken-15-proto.json", b'{"format": "selling-it dossier", "version": 1, "exercises": {"__proto__": {"polluted": "yes"}, "constructor": {"x": 1}}}', "refused", "2 exercises that this course does not know"),
        Broken("broken-16-<img src=x onerror='window.attacked = 1'>.json", whole({HOSTILE: {HOSTILE: HOSTILE}}), "refused", "no answers of a learner's own"),
        Broken("broken-17-only-examples.json", whole(examples), "refused", "no answers of a learner's own"),
        Broken("broken-18-long.json", as_file(long), "part", "1 answer of more than 5,000 characters was left out"),
        Broken("broken-19-again.json", json.dumps(json.loads(as_file(first)), indent=2, sort_keys=True).encode(), "twice", "the same answers as"),
        Broken("broken-20-earlier.json", as_file(earlier), "older", "dossier-002.json"),
    ]  # fmt: skip


def partly_sound() -> tuple[str, bytes]:
    """A dossier of a learner who used another version of the course: counted, less what is not known here."""
    partly: dict[str, dict[str, Answer]] = {**made_up_dossier(501), "lines-of-another-year": {"x": 1}}
    partly["pledge-converter"] = {**partly["pledge-converter"], "colour": "blue"}
    return "another-version.json", as_file(partly)


def two_hundred() -> list[tuple[str, bytes]]:
    """All of them, the broken ones among the others."""
    files, broken = sound_files(), [(one.name, one.content) for one in broken_files()]
    for number, one in enumerate(broken):
        files.insert(number * 9, one)
    return files
