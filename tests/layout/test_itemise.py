from __future__ import annotations

from typing import NamedTuple

import pytest

from cxdesigner.layout.families import EMOJI
from cxdesigner.layout.itemise import Itemiser


class Stub(NamedTuple):
    """As much of a face as choosing one takes."""

    name: str
    coverage: frozenset[int]
    scripts: frozenset[str] = frozenset()


def stub(name: str, characters: str, *scripts: str) -> Stub:
    return Stub(name, frozenset(map(ord, characters)), frozenset(scripts))


SANS = stub("sans", "abcé \u00a0123()ж\u0301क☎")
THAI = stub("thai", "กขa ", "Thai")
MARKS = stub("marks", "x\u0301\u0302")
PICTURES = stub("emoji", "😀👩☎⌚1 ", EMOJI)
INDIC = stub("indic", "कa", "Deva")
TEXTUAL = stub("textual", "⌚")
SIMPLE = stub("sc", "骨汉、", "Hans")
OLD = stub("tc", "骨漢、", "Hant")
KOREAN = stub("kr", "한骨、", "Kore", "Hang")


@pytest.fixture
def itemiser() -> Itemiser:
    return Itemiser((SANS, THAI, MARKS, PICTURES, INDIC, TEXTUAL, SIMPLE, OLD, KOREAN))


def items(itemiser: Itemiser, text: str, form: str = "Hans") -> list[tuple[str, str, str]]:
    return [(text[i.start : i.end], i.face.name, i.script) for i in itemiser.items(text, None, form)]


def test_text_of_one_kind_is_one_item(itemiser):
    assert items(itemiser, "abc (123)") == [("abc (123)", "sans", "Latn")]
    assert items(itemiser, "123") == [("123", "sans", "Latn")]


def test_what_scripts_share_is_of_the_one_before_or_else_the_first(itemiser):
    assert items(itemiser, "(ж) a1") == [("(ж) ", "sans", "Cyrl"), ("a1", "sans", "Latn")]


def test_another_face_is_tried_for_what_the_first_has_not(itemiser):
    assert items(itemiser, "aกขb") == [("a", "sans", "Latn"), ("กข", "thai", "Thai"), ("b", "sans", "Latn")]


def test_a_face_made_for_a_script_comes_before_the_first(itemiser):
    assert items(itemiser, "a क") == [("a ", "sans", "Latn"), ("क", "indic", "Deva")]


def test_spaces_are_of_the_face_around_them_but_never_of_that_for_emoji(itemiser):
    assert items(itemiser, "ก ข") == [("ก ข", "thai", "Thai")]
    assert items(itemiser, "骨 汉") == [("骨", "sc", "Hani"), (" ", "sans", "Hani"), ("汉", "sc", "Hani")]
    assert items(itemiser, "😀 \u00a0")[1:] == [(" \u00a0", "sans", "Latn")]


def test_a_bracket_closes_in_the_script_in_which_it_was_opened(itemiser):
    assert items(itemiser, "a(ก)ก") == [
        ("a(", "sans", "Latn"),
        ("ก", "thai", "Thai"),
        (")", "sans", "Latn"),
        ("ก", "thai", "Thai"),
    ]
    assert items(itemiser, "ก)")[1:] == [(")", "sans", "Thai")]


def test_a_base_and_its_marks_stay_in_one_face(itemiser):
    assert items(itemiser, "é\u0301") == [("é\u0301", "sans", "Latn")]
    assert items(itemiser, "ax\u0302") == [("a", "sans", "Latn"), ("x\u0302", "marks", "Latn")]


def test_where_no_face_has_all_of_it_the_base_decides(itemiser):
    assert items(itemiser, "aก\u0302") == [("a", "sans", "Latn"), ("ก\u0302", "thai", "Thai")]


def test_what_no_face_has_is_a_box_of_the_first(itemiser):
    assert items(itemiser, "a語") == [("a", "sans", "Latn"), ("語", "sans", "Hani")]


def test_emoji_are_of_the_face_for_emoji(itemiser):
    assert items(itemiser, "a😀b")[1] == ("😀", "emoji", "Latn")
    assert items(itemiser, "👩\u200d👩") == [("👩\u200d👩", "emoji", "Latn")]
    assert items(itemiser, "☎") == [("☎", "sans", "Latn")]
    assert items(itemiser, "☎\ufe0f") == [("☎\ufe0f", "emoji", "Latn")]
    assert items(itemiser, "ក😀ก") == [("ក", "sans", "Khmr"), ("😀", "emoji", "Latn"), ("ก", "thai", "Thai")]
    assert items(itemiser, "1\ufe0f\u20e3 1")[-1] == (" 1", "sans", "Latn")


def test_what_is_not_seen_needs_no_glyph(itemiser):
    assert items(itemiser, "ก\u200bข\u00ad") == [("ก\u200bข\u00ad", "thai", "Thai")]
    assert items(itemiser, "\u200bกa")[0] == ("\u200b", "sans", "Thai")
    assert items(itemiser, "\u200b") == [("\u200b", "sans", "Latn")]
    assert items(itemiser, "a\u200b") == [("a\u200b", "sans", "Latn")]


def test_levels_divide(itemiser):
    found = list(itemiser.items("abc", [0, 0, 1]))
    assert [(item.start, item.end, item.level) for item in found] == [(0, 2, 0), (2, 3, 1)]


def test_both_kana_are_shaped_together(itemiser):
    assert [script for _, _, script in items(itemiser, "テす語")] == ["Kana", "Hani"]


@pytest.mark.parametrize(("form", "name"), [("Hans", "sc"), ("Hant", "tc"), ("Kore", "kr"), ("Jpan", "sc")])
def test_han_characters_and_their_punctuation_are_of_the_face_of_their_form(itemiser, form, name):
    assert items(itemiser, "骨、", form) == [("骨、", name, "Hani")]


def test_a_character_that_the_form_lacks_is_of_another_face(itemiser):
    assert items(itemiser, "骨漢", "Hans") == [("骨", "sc", "Hani"), ("漢", "tc", "Hani")]


def test_a_character_can_be_had_composed(itemiser):
    assert items(itemiser, "\u1112\u1161\u11ab") == [("\u1112\u1161\u11ab", "kr", "Hang")]


def test_an_emoji_can_be_asked_to_be_text(itemiser):
    assert items(itemiser, "⌚") == [("⌚", "emoji", "Latn")]
    assert items(itemiser, "⌚\ufe0e") == [("⌚\ufe0e", "textual", "Latn")]
    assert items(itemiser, "😀\ufe0e") == [("😀\ufe0e", "emoji", "Latn")]
