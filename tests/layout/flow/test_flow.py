"""Blocks on pages: what is kept together, what is repeated, what is broken and where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cxdesigner.layout.flow.blocks import Paragraph, Picture, Row, Rule, Space, Table
from cxdesigner.layout.flow.cells import Bar, Drawn, Text
from cxdesigner.layout.flow.excerpts import Lanes, Whole
from cxdesigner.layout.flow.pages import Section, flow, numbers_of, sheets_of
from cxdesigner.layout.flow.strips import DECORATION
from cxdesigner.layout.pages import Setup
from cxdesigner.layout.paging.footer import Footer
from cxdesigner.layout.publication import Link, Target
from cxdesigner.layout.report.style import fact
from cxdesigner.layout.scene import STAGES, Band, Box, GlyphRun, Group, Scene
from cxdesigner.layout.theme import CARD, MARGIN
from cxdesigner.paper import POINT, Paper, paper_of
from tests.layout.builders import a_map, pen, scene_of
from tests.layout.report.reports import lines, own, runs, squeezed

if TYPE_CHECKING:
    from cxdesigner.layout.flow.pages import Flowed
    from cxdesigner.layout.flow.strips import Block
    from cxdesigner.layout.structure import Element

SMALL = Setup(Paper("", 200 * POINT, 220 * POINT), margin=20, footer=True)
"""Paper with room for eleven lines, between white of 30 points above and below."""


def flowed(*blocks: Block, title: str = "Head", foot: str = "Foot", bare: bool = False, language: str = "en") -> Flowed:
    sheets = sheets_of(Section(tuple(blocks), title, bare=bare), pen(language), SMALL)
    return flow(sheets, pen(language), SMALL, Footer(foot), language)


def text(words: str, **fields: object) -> Text:
    return Text(words, CARD, **fields)  # type: ignore[arg-type]


def numbered(count: int) -> str:
    return "\n".join(f"line {number}" for number in range(count))


def test_what_has_no_room_stands_on_the_next_page():
    made = flowed(*(Paragraph(text(f"line {number}")) for number in range(30)))
    assert [len(lines(page)) for page in made.pages] == [11, 11, 8]


def test_no_line_of_a_paragraph_stands_alone():
    first = flowed(Paragraph(text(numbered(10))), Paragraph(text("one\ntwo\nthree\nfour")))
    assert lines(first.pages[0]) == [" ".join(f"line {number}" for number in range(10))]
    last = flowed(Paragraph(text(numbered(12))))
    assert [page.split()[-1] for made in last.pages for page in lines(made)] == ["9", "11"]


def test_a_heading_stands_with_what_follows():
    made = flowed(*(Paragraph(text(f"line {number}")) for number in range(10)), Paragraph(text("H"), keep=True),
                  Paragraph(text("below")))  # fmt: skip
    assert lines(made.pages[1]) == ["H", "below"]


def test_white_is_left_out_at_the_head_of_a_page_and_lines_of_a_paragraph_are_one_group():
    made = flowed(Paragraph(text(numbered(10)), 30.0), Space(40.0), Paragraph(text("next", key="k"), 50.0))
    group = next(group for group in own(made.pages[1]).bands[0].groups if group.id == "k")
    assert group.y == 30
    first = own(made.pages[0]).bands[0].groups[0]
    assert len(list(runs(first))) == 10
    assert first.y == 30


def test_what_cannot_be_kept_together_is_broken():
    made = flowed(*(Paragraph(text(f"line {number}"), keep=True) for number in range(30)))
    assert [len(lines(page)) for page in made.pages] == [11, 11, 8]


def test_the_head_of_a_table_stands_on_each_page_and_is_passed_over_by_those_who_hear_it():
    rows = tuple(Row(((text(f"a {number}"),), (text(f"b {number}"),))) for number in range(20))
    made = flowed(Table((1, 2), rows, (text("A"), text("B")), above=5.0))
    assert len(made.pages) == 4
    assert lines(made.pages[0])[:4] == ["A", "B", "a 0", "b 0"]
    for page in made.pages[1:]:
        assert lines(page)[0].startswith("a ")
        again = [group for view in page.views if view.repeated for group in view.scene.bands[0].groups]
        assert {"A", "B", "Head", "Foot"} <= {words for group in again for words in runs(group)}


def test_a_row_that_is_too_high_is_broken_and_nothing_of_it_is_lost():
    long = numbered(40)
    made = flowed(Table((1, 1), (Row(((text(long), text("end")), (text("short"),))),), (text("A"), text("B"))))
    said = squeezed("".join(words for page in made.pages for words in lines(page)))
    assert len(made.pages) > 3
    assert all(f"line{number}" in said for number in range(40))
    assert "end" in said


def shape(elements: tuple[Element, ...]) -> list[object]:
    """Elements as their roles, or scopes, with what is in them: further elements, or how many groups."""
    return [(one.scope or one.alt or one.role, shape(one.children) or len(one.groups)) for one in elements]


def test_a_table_over_pages_is_read_as_one_and_so_are_its_rows_and_texts():
    rows = (Row(((text(numbered(40)),), ())), Row(((text("last"),), (text("a", part="h3"),))))
    made = flowed(Paragraph(text("above", part="h2")), Table((1, 1), rows, (text("A"), text(""))))
    assert len(made.pages) > 3
    (told,) = made.told
    paragraphs = [("P", 1)]
    assert shape(told.elements) == [
        ("H2", 1),
        ("Table", [
            ("TR", [("Column", paragraphs), ("TD", [("P", 0)])]),
            ("TR", [("Row", [("P", len(made.pages))]), ("TD", 0)]),
            ("TR", [("Row", paragraphs), ("TD", paragraphs)]),
        ]),
    ]  # fmt: skip


def test_columns_are_read_as_what_they_are():
    entries = (text("one", part="li"), text("more", part="more"), text("two", part="li"), text("end"))
    rows = (
        Row(((text("title", part="h3"), *entries), (Drawn(9, 9, (), alt="Face"), Drawn(9, 9, (), part=DECORATION)))),
    )
    (texts,) = flowed(Table((1, 1), rows, reads="texts")).told
    entry, paragraph = ("LI", [("LBody", [("P", 1)])]), ("P", 1)
    assert shape(texts.elements) == [
        ("H3", 1),
        ("L", [("LI", [("LBody", [paragraph, paragraph])]), entry]),
        paragraph,
        ("Face", 0),
    ]
    pairs = (Row(((text("a"),), (text("b"),))), Row(((text("c"),), (text(""),))))
    (listed,) = flowed(Table((1, 1), pairs, reads="list")).told
    assert shape(listed.elements) == [("L", [entry] * 3 + [("LI", [("LBody", [("P", 0)])])])]
    (none,) = flowed(Table((1, 1), pairs[:1], named=-1)).told
    assert shape(none.elements) == [("Table", [("TR", [("TD", [paragraph])] * 2)])]


def test_contents_are_lists_within_each_other():
    rows = tuple(Row(((text(f"{number}"),), (text("9"),)), level) for number, level in enumerate((0, 1, 1, 0)))
    (told,) = flowed(Table((3, 1), rows, reads="contents")).told
    deep = ("TOCI", [("P", 1), ("P", 1)])
    assert shape(told.elements) == [("TOC", [("TOCI", [("P", 1), ("P", 1), ("TOC", [deep, deep])]), deep])]


def test_what_stands_below_a_sheet_is_read_after_it():
    made = flowed(Paragraph(text("above")), Whole(scene_of(a_map(), "map")), Paragraph(text("below")))
    assert [[one.role for one in told.elements] for told in made.told] == [["P"], ["P"]]
    scenes = [view.scene for page in made.pages for view in page.views]
    first, last = (scenes.index(told.scenes[0]) for told in made.told)
    assert first < next(at for at, scene in enumerate(scenes) if len(scene.bands) > 1) < last


def test_an_empty_table_is_nothing():
    assert lines(flowed(Table((1,), ())).pages[0]) == []


def test_what_leads_elsewhere_has_an_id_of_its_own_also_where_it_is_broken():
    made = flowed(
        Paragraph(text(numbered(9))),
        Paragraph(text(numbered(12), to="https://example.com")),
        Table((1, 1), (Row(((text("row", to=Target("x")),), (text("other"),))),)),
    )
    assert list(made.links.values()) == [(Link("https://example.com"),)] * 2 + [(Link(Target("x")),)]
    ids = [group.id for page in made.pages for group in own(page).bands[0].groups if group.part == "link"]
    assert ids == [target.id for target in made.links]


def test_pages_say_their_number_of_all_unless_they_are_bare():
    page = flowed(Paragraph(text("x"))).pages[0]
    said = [
        words for view in page.views if view.repeated for group in view.scene.bands[0].groups for words in runs(group)
    ]
    assert said == ["Head", "1 / 1", "Foot"]
    plain = flowed(Paragraph(text("x")), title="", foot="").pages[0]
    assert [words for group in plain.views[-1].scene.bands[0].groups for words in runs(group)] == ["1 / 1"]
    assert len(flowed(Paragraph(text("x")), bare=True).pages[0].views) == 1


def test_what_runs_at_the_head_is_one_line():
    short = pen().in_one_line("Friday dinner\nfor two at the corner", CARD, 80)
    assert len(short.lines) == 1
    assert short.width <= 80
    assert short.lines[0].text.endswith("…")


def test_pictures_and_rules_are_as_wide_as_they_say():
    drawn = Drawn(60, 30, (Box(0, 0, 60, 30, "#ff0000"),), "k")
    made = flowed(Picture(drawn, centered=True), Rule(4.0), Picture(drawn))
    boxes = [(group.x, group.width) for group in own(made.pages[0]).bands[0].groups]
    assert [side for box in boxes for side in box] == pytest.approx([70, 60, 20, 160, 20, 60])


def test_a_bar_shows_its_share_and_the_point_it_starts_from():
    ground, bar = Bar(0.0, 0.5, "#ff0000").drawn(100)
    assert (ground.width, bar.x, bar.width) == (100, 0, 50)
    assert len(Bar(0.0, 0.0, "#ff0000").drawn(100)) == 1
    _, below, tick = Bar(0.5, 0.25, "#ff0000").drawn(100)
    assert (below.x, below.width, tick.x + tick.width / 2) == (25, 25, 50)
    table = flowed(Table((1,), (Row(((text("x"), Bar(0, 1, "#ff0000", key="bar")),)),)))
    assert [group.width for group in own(table.pages[0]).bands[0].groups if group.id == "bar"] == pytest.approx([160])


@pytest.mark.parametrize("lies", [False, True])
def test_a_whole_map_fits_on_a_page_that_stands_or_lies(lies):
    scene = scene_of(a_map())
    upright = Setup(paper_of("A5"), margin=20)
    sheets = sheets_of(Section((Whole(scene),), lies=lies), pen(), upright)
    (page,) = flow(sheets, pen(), upright, Footer(), "en").pages
    assert (page.width > page.height) is lies
    (clip,) = (view.clip for view in page.views if view.clip is not None)
    assert clip.x >= 20
    assert clip.x + clip.width == pytest.approx(page.width - clip.x)
    assert numbers_of(sheets)[Target("map", "title")] == 1


def test_a_mark_stands_where_a_text_begins_that_reads_from_the_right():
    mark = (Box(0, 0, 8, 8, "#ff0000"),)
    made = flowed(
        Paragraph(text("الطلب", key="a", indent=14, mark=mark)),
        Paragraph(text("الطلب", key="b", indent=60, mark=mark, turns=False)),
        Paragraph(text("الطلب", key="c", indent=14)),
    )
    turned, kept, bare = own(made.pages[0]).bands[0].groups
    moved, run = turned.items
    assert (moved.x, run.x + run.line.width) == (pytest.approx(151), pytest.approx(146))
    assert (kept.items[0].x, kept.items[1].x + kept.items[1].line.width) == (0, pytest.approx(160))
    assert len(bare.items) == 1


def ink(made: Flowed) -> dict[str, tuple[float, float]]:
    """From where to where each line of text on the first page reaches."""
    found = {}
    for group in own(made.pages[0]).bands[0].groups:
        for node in group.items:
            inner = [(node.x, one) for one in node.items] if isinstance(node, Group) else [(0.0, node)]
            for x, one in inner:
                if isinstance(one, GlyphRun):
                    left = group.x + x + one.x
                    found[one.line.text] = (left, left + one.line.width)
    return found


def test_in_a_language_from_the_right_columns_and_texts_begin_there():
    cells = (text("الأول"), text("2nd")), (text("38"), text("n", align="end"))
    at = ink(flowed(Table((1, 1), (Row(cells),), gap=20), language="ar"))
    assert [at["الأول"][1], at["2nd"][1]] == pytest.approx([180, 180])
    assert at["38"][1] == pytest.approx(90)
    assert at["n"][0] == pytest.approx(20)
    at = ink(flowed(Table((1, 1), (Row(cells),), gap=20)))
    assert at["38"][0] == pytest.approx(110)


def test_in_a_language_from_the_right_drawings_and_marks_stand_there():
    drawn = Drawn(60, 30, (Box(0, 0, 60, 30, "#ff0000"),), "k")
    made = flowed(
        Picture(drawn), Table((1,), (Row(((drawn, text("a", indent=20.0, mark=drawn.items)),)),)), language="ar"
    )
    first, *others = (group for group in own(made.pages[0]).bands[0].groups if group.part != DECORATION)
    assert (first.x, first.width) == pytest.approx((120, 60))
    (moved,), (mark, run) = (group.items for group in others)
    assert isinstance(moved, Group)
    assert isinstance(mark, Group)
    assert isinstance(run, GlyphRun)
    assert moved.x == pytest.approx(100)
    assert mark.x == pytest.approx(145)
    assert run.x + run.line.width == pytest.approx(140)


def test_in_a_language_from_the_right_bars_grow_from_there():
    _, bar, tick = Bar(0.25, 0.5, "#ff0000").drawn(100, from_right=True)
    assert (bar.x, bar.width, tick.x + tick.width / 2) == (50, 25, 75)


def test_labels_of_facts_stand_before_their_values():
    for language, order in (("en", ["Age", "38"]), ("ar", ["38", "Age"])):
        at = ink(flowed(Table((1,), (Row(((fact(pen(language), "Age", "38"),),)),)), language=language))
        assert sorted(at, key=lambda word: at[word][0]) == order
        assert all(left >= 20 and right <= 180.01 for left, right in at.values())


def lanes(high: float, below: int, taken: float = 0.0) -> tuple[float, int]:
    """At which scale a sheet of one lane, that high, is drawn over so many lines, and on how many pages all is."""

    def make(width: float) -> Scene:
        steps = Group("t", "step", MARGIN, 0.0, width, 10.0, ())
        lane = Group("l", "lane", MARGIN, 0.0, width, high - 10.0, ())
        bands = (Band(STAGES, 0.0, 10.0, (steps,)), Band("l", 10.0, high - 10.0, (lane,)))
        return Scene(width + 2 * MARGIN, high, bands)

    after = (Paragraph(text(numbered(below))),) if below else ()
    made = flowed(Lanes(make, 50.0, taken, 0.0, after), *after)
    scales = [view.scale for page in made.pages for view in page.views if view.scene.bands[:1] and view.clip]
    return round(scales[0], 2), len(made.pages)


@pytest.mark.parametrize(
    ("high", "below", "found"),
    [
        (100, 0, (1.0, 1)),
        (100, 3, (1.0, 1)),
        (140, 3, (0.8, 1)),
        (140, 9, (1.0, 2)),
        (170, 0, (0.9, 1)),
        (170, 2, (0.72, 1)),
        (170, 6, (0.9, 2)),
        (200, 0, (0.8, 1)),
    ],
)
def test_lanes_are_made_smaller_to_fit_and_for_what_stands_below_them(high, below, found):
    assert lanes(high, below) == found


def test_the_running_title_stands_where_lines_begin():
    for language, side in (("en", 0.0), ("ar", 1.0)):
        (page,) = flowed(Paragraph(text("a")), language=language).pages
        groups = [group for view in page.views for band in view.scene.bands for group in band.groups]
        (title,) = (group for group in groups if group.part == "running")
        (run,) = title.items
        assert isinstance(run, GlyphRun)
        assert run.x == pytest.approx(side * (title.width - run.line.width))


def in_rows(count: int, before: int = 0, **fields: object) -> list[list[str]]:
    """Give what is on each page of so many rows, each a line high, below so many lines."""
    above = [Paragraph(text(f"line {number}")) for number in range(before)]
    rows = tuple(Row(((text(f"row {number}"),),)) for number in range(count))
    made = flowed(*above, Table((1,), rows, pad=0.0, ruled=False, **fields))  # type: ignore[arg-type]
    return [lines(page) for page in made.pages]


def test_no_row_of_a_table_stands_alone():
    assert in_rows(12)[1] == ["row 10", "row 11"]
    assert in_rows(3, before=10)[0] == [f"line {number}" for number in range(10)]
    assert in_rows(1, before=11)[1] == ["row 0"]


def test_a_table_that_belongs_together_stands_on_a_page_if_it_can():
    assert in_rows(5, before=8, whole=True)[1] == [f"row {number}" for number in range(5)]
    assert [len(page) for page in in_rows(13, whole=True)] == [11, 2]
