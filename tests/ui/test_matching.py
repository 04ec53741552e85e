"""Finding by a few letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesigner.ui.matching import folded, places, rank


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("", "Duplicate step", ()),
        ("dup", "Duplicate step", (0, 1, 2)),
        ("ds", "Duplicate step", (0, 10)),
        ("dust", "Duplicate step", (0, 1, 10, 11)),
        ("du st", "Duplicate step", (0, 1, 10, 11)),
        ("sd", "Duplicate step", None),
        ("up", "Duplicate step", None),
        ("lic", "Duplicate step", (3, 4, 5)),
        ("emo", "Set emotion: very positive", (4, 5, 6)),
        ("SVP", "Set emotion: very positive", (0, 13, 18)),
        ("cafe", "Open café", (5, 6, 7, 8)),
        ("aab", "aa ab aab", (6, 7, 8)),
        ("%", "100 %", (4,)),
        ("zz", "", None),
    ],
)
def test_letters_are_found_from_the_starts_of_words(query: str, text: str, found: tuple[int, ...] | None) -> None:
    assert places(query, text) == found


def test_few_pieces_early_and_short_names_come_first() -> None:
    names = ["Go to step in five stages", "Insert step", "Step", "Select all steps"]
    found = [(rank(hit, name), name) for name in names if (hit := places("step", name)) is not None]
    assert [name for _, name in sorted(found)] == [
        "Step",
        "Go to step in five stages",
        "Insert step",
        "Select all steps",
    ]


@given(st.text(max_size=30), st.text(max_size=8))
def test_what_is_found_is_there_in_order(text: str, query: str) -> None:
    found = places(query, text)
    if found is not None:
        assert list(found) == sorted(set(found))
        wanted = folded(query).replace(" ", "")
        assert "".join(folded(text)[place] for place in found) == wanted


def test_a_long_query_of_one_letter_ends() -> None:
    assert places("a" * 200, "a " * 200) is not None
    assert places("a" * 39 + "b", "a " * 200) is None
