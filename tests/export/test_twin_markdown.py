"""Markdown shows what was typed, as a reader of CommonMark finds, and has backslashes only where it would not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cxdesigner.export.twin.escaping import Place, escaped
from cxdesigner.export.twin.markdown import markdown_of
from cxdesigner.export.twin.tree import Bullets, Entry, Facts, Heading, Node, Paragraph, Picture, Table, Text
from tests.export.test_twin import OWN, naughty, told, with_texts

HOSTILE = (
    *OWN, "**bold** and __bold__", "***", "* * *", "_ _ _", "- - -", "--", "- -", "+ plus", "10) ten",
    "1234567890. long", "#",
    "####### x", "a #", "a ###  ", "[a]: /url", "[a][b]", "![x](y)", "[ ] to do", "[x] done", "[^1]: foot", "~~~",
    "```", "``a`` `", "~~gone~~", "~5 and 6~", "5~6", "a~", "*", "_", "a_", "_a", "snake_case_name", "2 * 3 * 4",
    "2*3*4", "(*a*)", "\\*a\\*", "\\\\", "a\\", "\\<br>", "&copy; &#x41; & &x", "a&b;", "<http://example.com>",
    "<me@example.com>", "</p>", "<?php ?>", "5 < 6 > 4", "<5", "|", "| a | b |", "|---|", "===", "    code", "\tcode",
    "a  \nb", "a\n# b\n1. c\n- d", "a\n\nb #", "\u00a0x\u00a0", "]( ]: ][", "[a](", "](b)", "[a [b](c) d](e)",
    "[a]\n(b)", ":smile: @you #12", "$5 and $6", "“quoted” – don’t", "<!DOCTYPE x>", "<![CDATA[x]]>", "**", "a**b**c",
    "__a__b", "_a_b",
)  # fmt: skip
"""What Markdown would read otherwise, or nearly."""
PLAIN = (
    "Waits 20 minutes (or more).", "Doesn't know: is it open?", "R&D & sales", "5 < 6, 7 > 6", "a - b, a+b",
    "1.5 hours", "Version 2. Next", "#1 of 3", "-5 °C", "~5 minutes, about ~6", "snake_case", "[sic]", "array[0]",
    "2 * 3", "me@example.com", "$5 = €4.60", "https://example.com/a-b?c=d&e=f#g", "C:\\Users", "“So what!”",
    "{x} ^ y", "50 % – “yes”", "a_b and c_d", "Hello!", "(1) one", "!important",
)  # fmt: skip
"""What Markdown reads as it stands."""
READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def typed(token: Token) -> str:
    """Give the letters of a text as they are shown; only breaks and labels may be more than letters."""
    shown = ""
    for child in token.children or ():
        assert child.type in (
            "text",
            "text_special",
            "html_inline",
            "em_open",
            "em_close",
            "strong_open",
            "strong_close",
        )
        assert child.type != "html_inline" or child.content == "<br>"
        shown += "\n" if child.type == "html_inline" else child.content
    return shown


def lines(text: str) -> str:
    """Two characters end a line as a newline does."""
    return re.sub("[\u2028\u2029]", "\n", text)


def parsed(*nodes: Node) -> list[Token]:
    return READER.parse(markdown_of(Text("", "en", nodes)))


def texts(tokens: Sequence[Token]) -> Iterator[str]:
    return (typed(token) for token in tokens if token.type == "inline")


def kinds(tokens: Sequence[Token]) -> list[str]:
    return [token.type for token in tokens if token.type.endswith("_open") or not token.type.endswith("_close")]


def check(text: str) -> None:
    """Have a text read wherever one may stand."""
    wanted = lines(text)
    tokens = parsed(Heading(2, text), Paragraph(text), Picture("", text), Facts((("Label", text), (text, "v"))))
    assert kinds(tokens) == [
        *("heading_open", "inline"),
        *("paragraph_open", "inline") * 2,
        "bullet_list_open",
        *("list_item_open", "paragraph_open", "inline") * 2,
    ]
    assert list(texts(tokens)) == [wanted, wanted, wanted, f"Label: {wanted}", f"{wanted}: v"]
    tokens = parsed(Bullets("Title", (text, text)))
    assert [name for name in kinds(tokens) if name != "list_item_open"] == [
        *("paragraph_open", "inline", "bullet_list_open"),
        *("paragraph_open", "inline") * 2,
    ]
    assert list(texts(tokens)) == ["Title", wanted, wanted]
    cell = (Entry(text, (("Owner", text),)), Entry(text))
    tokens = parsed(Table("", ("", text), ((cell, (Entry(text),)),)))
    assert list(texts(tokens)) == ["", wanted, f"{wanted}\nOwner: {wanted}\n\n{wanted}", wanted]
    ems = [child.type for token in tokens for child in token.children or () if child.type in ("em_open", "strong_open")]
    assert ems == ["em_open"]


@pytest.mark.parametrize("text", [text for text in (*HOSTILE, *PLAIN) if text.strip()])
def test_what_was_typed_is_what_is_read(text: str) -> None:
    check(text)


@given(st.text(st.sampled_from("ab1 \n\\`*_{}[]()<>#+-.!|~&:;é“”\u3000"), min_size=1, max_size=14).filter(str.strip))
def test_whatever_was_typed_is_what_is_read(text: str) -> None:
    check(text)


def test_naughty_texts_are_read_as_they_were_typed() -> None:
    for text in naughty():
        check(text)


@pytest.mark.parametrize("text", PLAIN)
@pytest.mark.parametrize("place", ["line", "block", "heading", "cell"])
def test_no_backslash_where_none_is_needed(text: str, place: Place) -> None:
    assert escaped(text, place) == text


@pytest.mark.parametrize(
    ("text", "place", "written"),
    [
        ("# one", "block", "\\# one"),
        ("# one", "cell", "# one"),
        ("1. one", "block", "1\\. one"),
        ("1. one", "line", "1. one"),
        ("- one", "block", "\\- one"),
        ("a | b", "cell", "a \\| b"),
        ("a | b", "block", "a | b"),
        ("[a](b)", "line", "[a\\](b)"),
        ("*a*", "line", "\\*a\\*"),
        ("<b>", "line", "\\<b>"),
        ("&amp;", "line", "\\&amp;"),
        ("C:\\*", "line", "C:\\\\\\*"),
        ("one #", "heading", "one \\#"),
        ("one #\ntwo #", "heading", "one \\#<br>two \\#"),
        (" a  b", "line", "&#32;a &#32;b"),
    ],
)
def test_a_backslash_where_markdown_would_read_a_mark(text: str, place: Place, written: str) -> None:
    assert escaped(text, place) == written


@pytest.mark.parametrize("own", [True, False], ids=["own", "naughty"])
def test_a_whole_map_is_read_as_it_was_typed(own: bool) -> None:
    wanted = list(OWN) if own else naughty()
    tokens = READER.parse(told(with_texts(wanted), "md"))
    found = "\n".join(texts(tokens))
    assert [text for text in wanted if lines(text) not in found] == []
    rows = re.sub(r"t[hd]_open", "cell", " ".join(kinds(tokens))).split("tr_open")[1:]
    assert {row.count("cell") for row in rows} == {2}  # of the stages, a lane beside a step, and of nothing else
