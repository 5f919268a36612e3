"""JSON of another hand: read as deep as a dossier goes, refused before it can end Python in the page."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.text.nested import DEEPEST, read_json
from tests.unit.strategies import FEW, TEXTS


@pytest.mark.parametrize("opens", ["[", '{"a":', '["[",{"]}":', '[\n"\\"",'])
def test_json_is_read_as_deep_as_a_dossier_goes_and_no_deeper(opens: str) -> None:
    closes = {"[": "]", "{": "}"}
    signs = [sign for sign in re.sub(r'"(\\.|[^"])*"', "", opens) if sign in closes]
    for levels, read in ((3, True), (DEEPEST // len(signs), True), (DEEPEST + 1, False), (100_000, False)):
        text = opens * levels + "1" + "".join(closes[sign] for sign in reversed(signs * levels))
        if read:
            assert read_json(text) == json.loads(text)
        else:
            with pytest.raises(ValueError, match="nested deeper"):
                read_json(text)


@pytest.mark.parametrize("text", ["", "[", '"' * 99_999, "]" * 100_000, '{"a": "\\', "[" * 49])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"Expecting|Unterminated|Extra data|Invalid"):
        read_json(text)


@FEW
@given(
    st.recursive(
        st.none() | st.integers() | TEXTS, lambda one: st.lists(one) | st.dictionaries(TEXTS, one), max_leaves=20
    )
)
def test_any_json_of_ours_is_read_as_it_is(whole: object) -> None:
    assert read_json(json.dumps(whole)) == whole
