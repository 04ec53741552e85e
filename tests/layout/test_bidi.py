from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxdesigner.layout import bidi

CONFORMANCE = Path(__file__).parents[3] / "shared" / "corpus" / "unicode" / "BidiCharacterTest.txt"

ALEF, BET = "א", "ב"
LRE, RLE, PDF, LRO, RLO = "\u202a", "\u202b", "\u202c", "\u202d", "\u202e"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"


def shown(text: str, base: int | None = None) -> str:
    levels, _ = bidi.levels(text, base)
    return "".join(text[index] for index in bidi.visual_order(levels))


@pytest.mark.skipif(not CONFORMANCE.is_file(), reason="the Unicode conformance data is not there")
def test_conformance():
    """Unicode 15's BidiCharacterTest: every seventh of its 91,707 cases, or all where `ALL_CASES` is set.

    All of them pass with the classes of Unicode 14 in Python 3.11: they have no newer characters.
    """
    lines = [line for line in CONFORMANCE.read_text("utf-8").splitlines() if line and line[0] != "#"]
    assert len(lines) == 91707
    for line in lines[:: 1 if os.environ.get("ALL_CASES") else 7]:
        points, direction, base, levels, order = line.split(";")
        text = "".join(chr(int(point, 16)) for point in points.split())
        found, found_base = bidi.levels(text, None if direction == "2" else int(direction))
        kept = {index: int(level) for index, level in enumerate(levels.split()) if level != "x"}
        assert found_base == int(base), line
        assert {index: found[index] for index in kept} == kept, line
        assert [i for i in bidi.visual_order(found) if i in kept] == [*map(int, order.split())], line


@pytest.mark.parametrize(
    ("text", "levels", "base"),
    [
        ("", [], 0),
        ("abc", [0, 0, 0], 0),
        (f"{ALEF}{BET}", [1, 1], 1),
        (f"a {ALEF} 1", [0, 0, 1, 1, 2], 0),
        (f"{ALEF} a", [1, 1, 2], 1),
        ("12", [0, 0], 0),
        (f"a{ALEF}  ", [0, 1, 0, 0], 0),  # L1: spaces at the end
        (f"{ALEF}a\tb", [1, 2, 1, 2], 1),  # L1: a separator
        (f"{ALEF}\u2029{ALEF}", [1, 1, 1], 1),
        (f"\u0627 1+2 {ALEF}", [1, 1, 2, 1, 2, 1, 1], 1),  # W2, W4
        (f"{ALEF}1+2", [1, 2, 2, 2], 1),  # W4
        (f"{ALEF}\u0661,\u0662", [1, 2, 2, 2], 1),
        (f"{ALEF}$1%", [1, 2, 2, 2], 1),  # W5
        (f"{ALEF}$", [1, 1], 1),
        ("a$1", [0, 0, 0], 0),  # W7
        (f"{ALEF}\u0301a\u0301", [1, 1, 2, 2], 1),  # W1
        (f"a{RLI}{ALEF}{PDI}\u0301{ALEF}", [0, 0, 1, 0, 0, 1], 0),
    ],
)
def test_levels(text, levels, base):
    assert bidi.levels(text) == (levels, base)


@pytest.mark.parametrize(
    ("text", "visual"),
    [
        (f"a({ALEF}{BET})b", f"a({BET}{ALEF})b"),
        (f"{ALEF}({BET})c", f"c){BET}({ALEF}"),
        (f"{ALEF} (b)", f")b( {ALEF}"),
        (f"a {ALEF}[b", f"a {ALEF}[b"),
        (f"{ALEF}] b", f"b ]{ALEF}"),
    ],
)
def test_what_is_shown_from_left_to_right(text, visual):
    """As strings of characters: that a bracket is drawn mirrored is HarfBuzz's part."""
    assert shown(text) == visual


def test_brackets_take_the_direction_of_what_they_hold():
    assert bidi.levels(f"a({ALEF})", 0)[0] == [0, 0, 1, 0]
    assert bidi.levels(f"{ALEF}({BET})c", 0)[0] == [1, 1, 1, 1, 0]
    assert bidi.levels(f"({BET})c", 0)[0] == [0, 1, 0, 0]
    assert bidi.levels(f"({BET})c", 1)[0] == [1, 1, 1, 2]
    assert bidi.levels(f"{ALEF}(c)", 1)[0] == [1, 1, 2, 1]
    assert bidi.levels("a()", 1)[0] == [2, 1, 1]
    assert bidi.levels(f"a(b)\u0301\u0301{ALEF}", 1)[0] == [2, 2, 2, 2, 2, 2, 1]


def test_angle_brackets_of_both_blocks_are_the_same():
    assert bidi.levels(f"a\u2329{ALEF}b\u3009", 1) == bidi.levels(f"a\u3008{ALEF}b\u232a", 1)


def test_only_so_many_brackets_nest():
    deep = "(" * bidi.BRACKETS + f"{ALEF}a" + ")" * bidi.BRACKETS
    assert set(bidi.levels(deep, 0)[0]) == {0, 1}
    assert bidi.levels(deep, 0)[0].count(1) == 1
    assert bidi.levels(deep, 1)[0].count(1) == 2 * bidi.BRACKETS + 1
    deeper = f"{ALEF}(" * (bidi.BRACKETS + 1)
    assert bidi.levels(deeper + ")", 0)[0][-1] == 0


def test_embeddings_and_overrides():
    assert bidi.levels(f"a{RLE}b{PDF}c")[0] == [0, 0, 2, 2, 0]
    assert bidi.levels(f"a{RLO}b{PDF}c")[0] == [0, 0, 1, 1, 0]
    assert bidi.levels(f"{ALEF}{LRO}{BET}{PDF}")[0] == [1, 1, 2, 1]
    assert bidi.levels(f"{ALEF}{LRE}{BET}{PDF}{BET}")[0] == [1, 1, 3, 3, 1]
    assert bidi.levels(f"{PDF}{PDI}{ALEF}", 0)[0] == [0, 0, 1]


def test_isolates():
    assert bidi.levels(f"a{RLI}b{PDI}c")[0] == [0, 0, 2, 0, 0]
    assert bidi.levels(f"a{FSI}{ALEF}b{PDI}c")[0] == [0, 0, 1, 2, 0, 0]
    assert bidi.levels(f"a{FSI}b{ALEF}{PDI}c")[0] == [0, 0, 2, 3, 0, 0]
    assert bidi.levels(f"{FSI}{RLI}{ALEF}{PDI}b{PDI}{ALEF}")[1] == 1
    assert bidi.levels(f"{LRI}{ALEF}")[1] == 0
    assert bidi.levels(f"a{RLI}{LRE}{PDI}b{PDF}")[0][-2:] == [0, 0]
    assert bidi.levels(f"{RLO}a{LRI}b{PDF}{PDI}a", 0)[0][1:] == [1, 1, 2, 2, 1, 1]


def test_nesting_is_limited():
    for opening, closing in ((RLE, PDF), (RLI, PDI), (LRE + RLE, PDF * 2)):
        text = opening * 130 + "a" + closing * 130 + ALEF
        levels, base = bidi.levels(text, 0)
        assert base == 0
        assert max(levels) <= bidi.DEEPEST + 1
        assert levels[-1] == 1
    mixed = RLE * 130 + RLI + LRE + "a" + PDF + PDI + PDF * 130 + ALEF
    assert bidi.levels(mixed, 0)[0][-1] == 1


def test_visual_order_reverses_from_the_deepest_level_up():
    assert bidi.visual_order([]) == []
    assert bidi.visual_order([0, 0]) == [0, 1]
    assert bidi.visual_order([2, 2]) == [0, 1]
    assert bidi.visual_order([1, 1, 2, 2, 1]) == [4, 2, 3, 1, 0]
    assert bidi.visual_order([0, 1, 2, 1, 0, 1]) == [0, 3, 2, 1, 4, 5]


def test_has_rtl_sees_whatever_could_change_the_order():
    for point in range(sys.maxunicode + 1):
        char = chr(point)
        if unicodedata.bidirectional(char) in {"R", "AL", "AN", "RLE", "RLO", "RLI"}:
            assert bidi.has_rtl(char), hex(point)
    assert not bidi.has_rtl("Tür & 1–2 語 ก 😀 \u200b\u2066\u2069")


@pytest.mark.parametrize(
    ("char", "level"),
    [("\u0378", 0), ("\u05ff", 1), ("\U0001eeff", 1), ("\U0001e8ff", 1), ("\ufdd0", 0), ("\uffff", 0), ("\u0870", 1)],
)
def test_unassigned_characters_have_the_class_of_their_block(char, level):
    assert bidi.levels(char)[1] == level


@settings(max_examples=300)
@given(st.text(alphabet=f"ab1,$% \t()[]\u0301{ALEF}{BET}\u0627\u0661{LRE}{RLE}{PDF}{LRO}{RLO}{LRI}{RLI}{FSI}{PDI}"))
def test_every_character_is_shown_once(text):
    levels, base = bidi.levels(text)
    assert len(levels) == len(text)
    assert base in {0, 1}
    assert sorted(bidi.visual_order(levels)) == list(range(len(text)))
    if not bidi.has_rtl(text):
        assert bidi.visual_order(levels) == list(range(len(text)))


@pytest.mark.parametrize("unit", ["(א", "\u2068", "\u0301", "(א)", "\u2067a\u2069", "1,", "()"])
def test_long_texts_are_read(unit):
    levels, _ = bidi.levels(unit * 5000 + ALEF)
    assert len(bidi.visual_order(levels)) == 5000 * len(unit) + 1
