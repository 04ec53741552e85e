"""Pasted text as cards, and cards as text for other programs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesigner.interchange.blocks import limited, read_block, write_block
from cxdesigner.interchange.html_table import read_table
from cxdesigner.model.limits import MAX_CARDS, MAX_STEPS, MAX_TEXT, LimitReachedError


def lines(text: str) -> list[str]:
    ((stack,),) = read_block(text)
    return list(stack)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Waits long\r\n\n  No reply \nLeaves", ["Waits long", "No reply", "Leaves"]),
        (
            "- one\n* two\n• three\n– four\n☐ five\n[ ] six\n- [x] seven",
            ["one", "two", "three", "four", "five", "six", "seven"],
        ),
        ("1. one\n2) two\n(3) three", ["one", "two", "three"]),
        ("a) one\nb. two", ["one", "two"]),
        ("Heading\n1. one\n2. two", ["Heading", "one", "two"]),
        ("10. May is too late", ["10. May is too late"]),
        ("-5 degrees\n*starred*", ["-5 degrees", "*starred*"]),
        ("-\n• \n- x", ["x"]),
        ("•\tone\n•\ttwo\nplain", ["one", "two", "plain"]),
        ("1.\tone\n2.\ttwo", ["one", "two"]),
        ("one\x0btwo\u2028three", ["one", "two", "three"]),
        ("a\x00b\x07\n\x1b", ["ab"]),
        ("a\ud800b", ["a\ufffdb"]),
        ('"one\n""two"""\nthree', ['one\n"two"', "three"]),
        ('"Where is it?"\n"Why so long?"', ['"Where is it?"', '"Why so long?"']),
        ('"open\nend', ['"open', "end"]),
        ('x\n"y" z\nw', ["x", '"y" z', "w"]),
        ('"a b\n" and', ['"a b', '" and']),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_lines_are_cards_without_their_bullets(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a\tb\t\nc\t"d\n""e"""\tf\r\n', [[("a",), ("b",)], [("c",), ('d\n"e"',), ("f",)]]),
        ("\ta\n\n\tb", [[(), ("a",)], [], [(), ("b",)]]),
        ('5" pipe\tb', [[('5" pipe',), ("b",)]]),
        ('"a" b\tc\nd', [[('"a" b',), ("c",)], [("d",)]]),
        ('"a\tb', [[('"a',), ("b",)]]),
        ('"• a\n• b\n  c"\t- d', [[("a", "b\nc"), ("d",)]]),
        ('"1. a\n2. b"\tx', [[("a", "b"), ("x",)]]),
        ('"a\n- b"\tx', [[("a\n- b",), ("x",)]]),
        ("• a\tb", [[("a",), ("b",)]]),
    ],
)
def test_a_table_is_cells(text: str, expected: object) -> None:
    assert read_block(text) == expected


_TEXTS = (
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=8)
    | st.sampled_from(["- a", '"', '"a"', "• x", "1. a", "[ ] a", "a\nb", "1. a\n2. b", "- a\n  b", "a\n• b", "x\ty"])
).filter(lambda text: text == text.strip() and "\t" not in text)
_STACKS = st.lists(_TEXTS, max_size=3).map(tuple)


@given(st.lists(st.lists(_STACKS, min_size=2, max_size=4), min_size=1, max_size=4))
def test_what_is_written_is_read_again(block: list[list[tuple[str, ...]]]) -> None:
    block[0] = [("corner",), ("beside",), *block[0]]
    read = read_block(write_block(block))
    width = max(map(len, block))
    assert [[*row, *[()] * (width - len(row))] for row in read] == [
        [*row, *[()] * (width - len(row))] for row in block[: len(read)]
    ]
    assert not any(stack for row in block[len(read) :] for stack in row)


@given(st.lists(_TEXTS.filter(lambda text: not text[0].isalnum() or "." not in text), min_size=1, max_size=4))
def test_a_column_is_lines(texts: list[str]) -> None:
    written = write_block([[(text,)] for text in texts])
    if all("\n" not in text for text in texts):
        assert written == "\n".join(texts)
    else:
        assert lines(written) == texts


def test_what_is_empty_at_the_ends_of_a_table_is_left_out() -> None:
    assert limited([["a", "", " "], ["", ""], ["b"], [" "], []]) == [[("a",)], [], [("b",)]]


def test_no_block_is_no_text() -> None:
    assert write_block([]) == ""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x\n" * (MAX_CARDS + 1), "cards"),
        ("x\t" * 1000 + "\n", "steps"),
        ("x\t" * 1_000_000, "steps"),
        (("x\t" * 40 + "x\n") * 25_000, "cards"),
        ("\t" * 3 + "\n" + "\n" * (20 * MAX_CARDS) + "a\tb", "cards"),
        ("a\n" + "\n" * (20 * MAX_CARDS) + "b", "cards"),
        ("x" * (MAX_TEXT + 1), "characters"),
        ("x" * (9 * MAX_TEXT) + "\ty", "characters"),
        ("\x00" * 5_000_000 + "x", "characters"),
        ('"' + "x\n" * (MAX_CARDS * 2), "cards"),
        ('"a\nb"\n' * (MAX_CARDS + 1), "cards"),
        ("a\t" + "e\u0301" * MAX_TEXT, "characters"),
    ],
)
def test_what_is_past_a_limit_is_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(LimitReachedError, match=sentence):
        read_block(text)


def test_as_many_as_a_map_can_hold_are_read() -> None:
    assert len(lines("x\n" * MAX_CARDS)) == MAX_CARDS
    assert len(read_block("x\t" * MAX_STEPS)[0]) == MAX_STEPS


@given(st.text(max_size=60) | st.text('"\t\n\r-•1. a', max_size=40))
def test_nothing_breaks_it(text: str) -> None:
    for row in read_block(text):
        for stack in row:
            assert all(one and one == one.strip() for one in stack)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<table><tr><td>a</td><td>b<br>c</td></tr><tr><td> d  e </table>", [["a", "b\nc"], ["d e"]]),
        (
            "<html><head><style>td {}</style></head><body>\n<table><tr><th colspan=2>a</th><td>b</td></tr></table>",
            [["a", "", "b"]],
        ),
        (
            "<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e</table>",
            [["a", "b"], ["", "c"], ["d", "e"]],
        ),
        ("<table><tr><td><ul><li>a</li><li>b &amp; c</li></ul></table>", [["• a\n• b & c"]]),
        ("<table><tr><td colspan=x rowspan=-1>a</table>", [["a"]]),
        ("<p>Text</p><table><tr><td>a</table>", None),
        ("<table><tr><td>a</table><table><tr><td>a</table>", None),
        ("<p>Text</p>", None),
        ("", None),
        ("<td>a</td>", None),
        ("</style><br>", None),
    ],
)
def test_a_table_in_html(html: str, expected: object) -> None:
    assert read_table(html) == expected


@given(st.text(max_size=80) | st.text("<>/tdrablesyl =\"'&", max_size=80))
def test_no_html_breaks_it(html: str) -> None:
    rows = read_table(html)
    assert rows is None or (rows and all(isinstance(cell, str) for row in rows for cell in row))
