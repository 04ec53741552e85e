from __future__ import annotations

import gc
import shutil
from math import inf
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxdesigner.layout import breaks
from cxdesigner.layout.families import Family
from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.typeset import LONGEST, TextStyle, Typesetter, collector_paused
from cxdesigner.resources import resource
from tests.layout.builders import can_be_cut
from tests.layout.made_fonts import make_font

if TYPE_CHECKING:
    from cxdesigner.layout.glyphs import Line, Paragraph

STYLE = TextStyle("regular", 9.0, 12.0)
BOLD = TextStyle("bold", 9.0, 12.0)

RTL = "אבגדה"
ALPHABETS = [
    "abcAVTé .,-'!",
    "abc \t\n",
    "жяЁ क्षि ",
    f"{RTL}1 (a)\u05b8\t",
    "سلام ١٢,\u0651 b",
    "語テす。「」\u3000",
    "กขสวัดี ក្រុម",
    "😀👩\u200d👧🇳🇱1\ufe0f\u20e3 ",
    "x\u0301\u0323 \u0301",
    "\u2066\u2067\u202e\u2069\u202c\u200f\u00ada\u200b",
    "\u2028\u2029\ud800\u00a0 a",
]
TEXTS = st.lists(st.one_of([st.text(alphabet, max_size=12) for alphabet in ALPHABETS]), max_size=5).map("".join)
WIDTHS = st.one_of(st.sampled_from([0.0, 1.0, inf]), st.floats(5, 200))
CASES = settings(max_examples=300)


@pytest.fixture(scope="module")
def setter(tmp_path_factory) -> Typesetter:
    """The bundled family, then faces of another em for Hebrew and for emoji, in one style."""
    folder = tmp_path_factory.mktemp("fonts")
    for style in ("regular", "bold"):
        shutil.copy(resource("fonts", f"cx-sans-{style}.ttf"), folder)
    make_font(folder / "rtl-regular.ttf", f"{RTL}\u05b8")
    make_font(folder / "emoji-regular.ttf", "😀👩👧\u200d 1", upem=512, advance=500)
    families = [
        Family("cx-sans", frozenset({"Latn"})),
        Family("rtl", frozenset({"Hebr"})),
        Family("emoji", frozenset({"Zsye"})),
    ]
    return Typesetter(Fonts.load(folder, families))


def texts(paragraph: Paragraph) -> list[str]:
    return [line.text for line in paragraph.lines]


def logical(line: Line) -> str:
    """The text that the pieces of a line stand for, put in the order in which it was typed."""
    starts = line.starts or range(len(line.pieces))
    pieces = sorted(zip(starts, line.pieces, strict=True))
    return "".join(piece.text for _, (_, piece) in pieces)


def flat(paragraph: Paragraph) -> list[tuple[object, ...]]:
    """Everything that is drawn."""
    return [
        (line.text, line.start, line.x, line.width, [(x, piece.text, piece.clusters) for x, piece in line.pieces])
        for line in paragraph.lines
    ]


def test_an_empty_text_is_one_empty_line(setter):
    paragraph = setter.paragraph("", STYLE, 100)
    (line,) = paragraph.lines
    assert (line.text, line.start, line.pieces, line.width) == ("", 0, (), 0)
    assert (paragraph.width, paragraph.height) == (0, 12)


def test_newlines_end_lines(setter):
    paragraph = setter.paragraph("one\n\ntwo three\n", STYLE)
    assert texts(paragraph) == ["one", "", "two three", ""]
    assert [line.start for line in paragraph.lines] == [0, 4, 5, 15]
    assert paragraph.height == 4 * 12


def test_a_paragraph_knows_where_its_baselines_are(setter):
    paragraph = setter.paragraph("one", STYLE)
    assert paragraph.leading == 12
    assert paragraph.ascent == pytest.approx((12 - 9 * 1.362) / 2 + 9 * 1.069)


def test_words_wrap(setter):
    room = setter.width("The customer", STYLE)
    paragraph = setter.paragraph("The customer walks in", STYLE, room)
    assert texts(paragraph) == ["The customer", "walks in"]
    assert [line.start for line in paragraph.lines] == [0, 13]
    assert paragraph.width == room == paragraph.lines[0].width
    assert [piece.text for _, piece in paragraph.lines[0].pieces] == ["The ", "customer"]


def test_a_weight_has_its_own_widths(setter):
    assert setter.width("customer", BOLD) > setter.width("customer", STYLE)
    assert setter.paragraph("a", BOLD).lines[0].pieces[0][1].face.name == "CX Sans Bold"


def test_width_scales_with_size_and_is_of_the_widest_line(setter):
    double = STYLE._replace(size=18.0)
    assert setter.width("customer", double) == pytest.approx(2 * setter.width("customer", STYLE))
    assert setter.width("a\ncustomer\nb", STYLE) == setter.width("customer", STYLE)
    face = setter.paragraph("a", STYLE).lines[0].pieces[0][1].face
    assert setter.width("ab", STYLE) == pytest.approx(9 * face.shape("ab").advance / 1000)


def test_paragraphs_and_words_are_kept(setter):
    first = setter.paragraph("Hello there", STYLE, 300)
    assert setter.paragraph("Hello there", STYLE, 300) is first
    other = setter.paragraph("Hello friend, hello there", STYLE, 300)
    assert other.lines[0].pieces[0][1] is first.lines[0].pieces[0][1]
    assert setter.paragraph("語 there", STYLE).lines[0].pieces[-1][1] is other.lines[0].pieces[-1][1]


def test_alignment(setter):
    text = "wide enough\nab"
    widest = setter.width(text, STYLE)
    short = setter.width("ab", STYLE)
    for align, x in (("start", 0.0), ("center", (widest - short) / 2), ("end", widest - short)):
        assert setter.paragraph(text, STYLE, align=align).lines[1].x == pytest.approx(x)
    for align, x in (("start", 0.0), ("center", (100 - short) / 2), ("end", 100 - short)):
        paragraph = setter.paragraph("ab", STYLE, 100, align)
        assert paragraph.lines[0].x == pytest.approx(x)
        assert paragraph.width == short


def test_text_from_the_right_starts_at_the_right(setter):
    text = f"{RTL}\nab"
    width = setter.width(RTL, STYLE)
    start = setter.paragraph(text, STYLE, 100)
    end = setter.paragraph(text, STYLE, 100, "end")
    assert [line.x for line in start.lines] == pytest.approx([100 - width, 0])
    assert [line.x for line in end.lines] == pytest.approx([0, 100 - setter.width("ab", STYLE)])
    assert [line.rtl for line in start.lines] == [True, False]


def test_a_line_of_two_directions_is_in_visual_order(setter):
    (line,) = setter.paragraph("אב ab גד", STYLE).lines
    assert [piece.text for _, piece in line.pieces] == ["גד", " ", "ab", " ", "אב"]
    assert [piece.rtl for _, piece in line.pieces] == [True, True, False, True, True]
    assert line.starts == (6, 5, 3, 2, 0)
    assert [cluster.text for cluster in line.pieces[0][1].clusters] == ["ד", "ג"]
    assert line.rtl


def test_a_line_is_cut_before_it_is_reordered(setter):
    paragraph = setter.paragraph("אב גד הא", STYLE, setter.width("אב גד", STYLE))
    assert texts(paragraph) == ["אב גד", "הא"]
    assert [piece.text for _, piece in paragraph.lines[0].pieces] == ["גד", " ", "אב"]
    assert paragraph.lines[1].starts == (0,)


def test_a_word_from_the_right_that_is_too_long_is_cut_in_the_order_it_is_read(setter):
    paragraph = setter.paragraph(RTL, STYLE, setter.width(RTL[:2], STYLE))
    assert texts(paragraph) == [RTL[:2], RTL[2:4], RTL[4:]]
    assert [c.text for c in paragraph.lines[1].pieces[0][1].clusters] == [RTL[3], RTL[2]]


def test_a_space_after_a_word_from_the_right_is_at_its_left(setter):
    (line,) = setter.paragraph("\u202eab cd", STYLE).lines
    assert [piece.text for _, piece in line.pieces] == ["\u202e", "cd", "ab "]
    assert [cluster.text for cluster in line.pieces[2][1].clusters] == [" ", "b", "a"]


def test_tabs_are_drawn_as_spaces_and_kept_in_the_text(setter):
    (line,) = setter.paragraph("a\tb", STYLE).lines
    assert line.text == "a\tb"
    assert logical(line) == "a b"
    assert line.width == setter.width("a b", STYLE)


def test_spaces_are_kept_but_where_a_line_wraps(setter):
    paragraph = setter.paragraph("one   two  ", STYLE, setter.width("two ", STYLE) + 0.5)
    assert texts(paragraph) == ["one", "two "]
    assert texts(setter.paragraph("  a  b  ", STYLE)) == ["  a  b  "]


def test_faces_of_different_ems_add_up(setter):
    (line,) = setter.paragraph("a😀 b", STYLE).lines
    assert [piece.text for _, piece in line.pieces] == ["a", "😀", " ", "b"]
    emoji = 9 * 1500 / 1536
    letters = setter.width("a", STYLE) + setter.width(" b", STYLE)
    assert line.width == pytest.approx(emoji + letters)
    assert line.pieces[2][0] == pytest.approx(setter.width("a", STYLE) + emoji)


def test_a_missing_character_is_a_box_and_keeps_its_text(setter):
    ((_, piece),) = setter.paragraph("ข", STYLE).lines[0].pieces
    assert piece.clusters[0].glyphs[0][0] == 0
    assert piece.text == "ข"


def test_thai_breaks_between_words_even_without_a_font(setter):
    paragraph = setter.paragraph("สวัสดีชาวโลก", STYLE, setter.width("สวัสดีชาว", STYLE))
    assert texts(paragraph) == ["สวัสดีชาว", "โลก"]


def test_a_lone_surrogate_becomes_a_replacement_character(setter):
    (line,) = setter.paragraph("a\ud800b", STYLE).lines
    assert line.text == "a\ufffdb"


def test_a_space_with_a_mark_is_a_letter(setter):
    (line,) = setter.paragraph("a \u0301b", STYLE).lines
    assert [piece.text for _, piece in line.pieces] == ["a \u0301b"]


def test_a_hyphenated_word_breaks_at_its_hyphen(setter):
    assert texts(setter.paragraph("The check-in", STYLE, setter.width("The check-", STYLE))) == ["The check-", "in"]


def test_negative_width_gives_a_grapheme_a_line(setter):
    assert texts(setter.paragraph("abc", STYLE, -5)) == ["a", "b", "c"]


def test_long_words_are_set_but_not_kept(setter):
    word = "a" * (LONGEST + 1)
    one, other = (setter.paragraph(word, STYLE, width).lines[0].pieces[0][1] for width in (1000, 1001))
    assert one.clusters == other.clusters


@CASES
@given(TEXTS, WIDTHS)
def test_no_character_is_lost(setter, text, width):
    paragraph = setter.paragraph(text, STYLE, width)
    drawn = text.replace("\ud800", "\ufffd")
    end = 0
    for line in paragraph.lines:
        gap = drawn[end : line.start]
        assert set(gap) <= set(breaks.SPACES + "\t\n\u2028\u2029")
        assert drawn[line.start : line.start + len(line.text)] == line.text
        assert logical(line) == line.text.replace("\t", " ")
        for _, piece in line.pieces:
            clusters = reversed(piece.clusters) if piece.rtl else piece.clusters
            assert "".join(cluster.text for cluster in clusters) == piece.text
            assert piece.advance == sum(cluster.advance for cluster in piece.clusters)
        end = line.start + len(line.text)
    assert set(drawn[end:]) <= set(breaks.SPACES + "\t")


@CASES
@given(TEXTS, WIDTHS)
def test_no_line_is_too_wide(setter, text, width):
    paragraph = setter.paragraph(text, STYLE, width)
    for line in paragraph.lines:
        assert line.width <= width or line.width == 0 or not can_be_cut(line)
    assert paragraph.width == max(line.width for line in paragraph.lines)


@CASES
@given(TEXTS, WIDTHS)
def test_pieces_stand_side_by_side(setter, text, width):
    for line in setter.paragraph(text, STYLE, width).lines:
        x = 0.0
        for left, piece in line.pieces:
            assert left == pytest.approx(x)
            x += piece.advance * 9 / piece.face.upem
        assert line.width == pytest.approx(x)


@CASES
@given(TEXTS, st.floats(3, 40))
def test_a_text_fits_in_the_width_that_was_measured_for_it(setter, text, size):
    style = TextStyle("regular", size, size)
    free = setter.paragraph(text, style)
    assert texts(setter.paragraph(text, style, setter.width(text, style))) == texts(free)


@CASES
@given(
    st.lists(st.text("abAVTo1é-,.'’&()/%", min_size=1, max_size=9), min_size=1, max_size=8).map(" ".join),
    st.floats(1, 120),
)
def test_the_short_way_gives_what_the_long_one_gives(setter, text, width):
    if not breaks.is_simple(text):
        return
    longer = Typesetter(setter._fonts)
    longer._style("regular").simple = lambda *_: None
    assert flat(setter.paragraph(text, STYLE, width)) == flat(longer.paragraph(text, STYLE, width))


@pytest.mark.parametrize("unit", ["a", "\u0301", "语", "ก", " ", "א", "א ", "a\n", "😀", "a-", "word ", "\u200d"])
@pytest.mark.parametrize("width", [1.0, 40.0, inf])
def test_long_texts_are_set(setter, unit, width):
    text = unit * (10000 // len(unit))
    lines = setter.paragraph(text, STYLE, width).lines
    assert "".join("".join(line.text for line in lines).split()) == "".join(text.split())


def test_the_collector_pauses_and_goes_on():
    assert gc.isenabled()
    with collector_paused():
        assert not gc.isenabled()
        with collector_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_goes_on_after_an_error():
    with pytest.raises(ZeroDivisionError), collector_paused():
        _ = 1 / 0
    assert gc.isenabled()


def test_the_collector_does_not_look_at_what_was_laid_out():
    before = gc.get_freeze_count()
    with collector_paused():
        made = [[number] for number in range(2_000)]
    try:
        assert gc.get_freeze_count() >= before + len(made)
    finally:
        gc.unfreeze()
