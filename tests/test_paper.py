"""Names and sizes of paper."""

from __future__ import annotations

import pytest

from cxdesigner.paper import SIZES, Paper, paper_of


@pytest.mark.parametrize("text", ["A4", "a4", " A4 "])
def test_a_name_is_read_in_whatever_case(text: str) -> None:
    assert paper_of(text) == Paper("A4", 210.0, 297.0)


@pytest.mark.parametrize("text", ["ANSI C", "ansi-c", "ansic", "ANSI_C"])
def test_names_of_two_words_are_read_however_they_are_joined(text: str) -> None:
    assert paper_of(text) == Paper("ANSI C", 431.8, 558.8)


@pytest.mark.parametrize(
    ("text", "size"),
    [("500x900mm", (500, 900)), ("20x30in", (508, 762)), ('11 × 17"', (279.4, 431.8)), ("50,5x90cm", (505, 900))],
)
def test_a_size_of_ones_own_is_taken_as_it_is(text: str, size: tuple[float, float]) -> None:
    paper = paper_of(text)
    assert (paper.width, paper.height) == pytest.approx(size)
    assert paper.is_free


@pytest.mark.parametrize("text", ["", "A7", "500x900", "x", "1x1mm", "49x100mm", "60000x100mm", "-5x9cm", "²x²mm"])
def test_what_is_no_paper_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"^(There is no paper “|A page of ).*\.$"):
        paper_of(text)


def test_the_names_are_not_free() -> None:
    assert not any(paper_of(name).is_free for name in SIZES)
