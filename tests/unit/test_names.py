"""Does a text name a person? Common names are seen, roles and units are not."""

from __future__ import annotations

import pytest

from exercises import EXERCISES, library, load
from exercises.text.names import names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ask Peter about it.", ("Peter",)),
        ("Ms Okafor and Dr. Weber will sign", ("Ms Okafor", "Dr. Weber")),
        ("Frau Müller, the accounts lead", ("Frau Müller",)),
        ("Peter and Anna, and Peter again", ("Peter", "Anna")),
        ("Anna-Lena's list", ()),
        ("", ()),
    ],
)
def test_names_are_seen(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Sales North loads the first ten customers in March", "The HR partner and the ward sister", "mark the will in May",
        "Service Desk; 8; 3; yes; 2; yes; yes", "On Friday, in the Hague office", "MARTIN", "the peter principle",
    ],
)  # fmt: skip
def test_roles_units_and_months_are_no_names(text: str) -> None:
    assert names_in(text) == ()


def test_no_worked_example_and_no_placeholder_names_a_person() -> None:
    looked_at = 0
    for name in EXERCISES:
        declared = load(name)
        texts = [str(answer) for answer in declared.example.answers.values()]
        texts += [text for field in declared.fields for text in (field.placeholder, field.label, field.help)]
        texts += [words for field in declared.fields for _, words in field.options]
        for text in texts:
            looked_at += 1
            assert names_in(text) == (), f"{name}: {text}"
    assert looked_at >= 200


def test_the_library_names_nobody() -> None:
    said = [text for one in library.opponents().values() for text in (one.scene, one.worry_says, one.takes, one.polite)]
    said += [one.name for one in library.roles().values()]
    assert len(said) >= 40
    assert [text for text in said if names_in(text)] == []
