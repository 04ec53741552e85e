"""The strip below maps on paper."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxdesigner.layout import theme
from cxdesigner.layout.pages import EDGE, Clip, Page, Setup, View, quiet
from cxdesigner.layout.paging.footer import Footer, with_footer
from cxdesigner.layout.scene import GlyphRun, Path, Picture, Scene
from cxdesigner.paper import POINT, paper_of
from tests.layout.builders import pen
from tests.layout.test_properties import CASES, TEXTS

PAGE = Page(595.0, 842.0, ())
STRIP = Clip(28.0, 790.0, 539.0, 20.0)


def drawn(footer: Footer, strip: Clip = STRIP, number: str = "") -> tuple[list[GlyphRun], list[object]]:
    (view,) = with_footer(PAGE, pen(), footer, strip, number).views
    assert (view.x, view.y) == strip[:2]
    (group,) = view.scene.bands[0].groups
    return [item for item in group.items if isinstance(item, GlyphRun)], list(group.items)


def test_what_stands_where() -> None:
    runs, _ = drawn(Footer("Project · Map", "Review 2", "Agency"), number="2 / 5")
    at = {run.line.text: run for run in runs}
    assert at["Project · Map"].x == 0
    assert at["2 / 5"].x + at["2 / 5"].line.width == pytest.approx(539)
    middle = at["Review 2"]
    assert middle.x + middle.line.width / 2 == pytest.approx(539 / 2)
    assert middle.x < at["Agency"].x < at["2 / 5"].x


def test_a_logo_stands_at_the_left_and_keeps_its_shape() -> None:
    runs, items = drawn(Footer("Project", logo="logo", aspect=0.25))
    (logo,) = (item for item in items if isinstance(item, Picture))
    assert logo.height / logo.width == pytest.approx(0.25)
    assert runs[0].x > logo.width


def test_in_a_language_from_the_right_it_begins_there() -> None:
    footer = Footer("Project", "Review 2", logo="logo", aspect=0.25)
    view = with_footer(PAGE, pen("ar"), footer, STRIP, "2 / 5").views[-1]
    items = view.scene.bands[0].groups[0].items
    at = {item.line.text: (item.x, item.x + item.line.width) for item in items if isinstance(item, GlyphRun)}
    (logo,) = (item for item in items if isinstance(item, Picture))
    assert logo.x + logo.width == pytest.approx(539)
    assert at["Project"][1] < logo.x
    assert at["Review 2"][1] < at["Project"][0]
    assert at["2 / 5"][0] == pytest.approx(0)


@pytest.mark.parametrize(("color", "seen"), [("#d97a2b", "#d97a2b"), ("", theme.HAIRLINE)])
def test_the_line_has_the_colour_of_the_brand(color: str, seen: str) -> None:
    _, items = drawn(Footer("Project", color=color))
    (rule,) = (item for item in items if isinstance(item, Path))
    assert rule.stroke is not None
    assert rule.stroke.color == seen


def test_a_text_that_is_too_long_is_cut_short() -> None:
    runs, _ = drawn(Footer("A long title of a map " * 9, "Review 2"), number="10 / 12")
    assert runs[1].line.text.endswith("…")
    assert len(runs) == 3


def test_a_footer_is_larger_on_larger_paper_and_lies_above_the_margin() -> None:
    for name, high in (("A4", 20.0), ("A0", 52.6)):
        width, height = (side / POINT for side in paper_of(name)[1:])
        setup = Setup(paper_of(name), footer=True)
        strip, inside = setup.strip(width, height), setup.inside(width, height)
        assert strip.height == pytest.approx(high, abs=0.1)
        assert strip.y == pytest.approx(inside.y + inside.height)
        assert strip.y + strip.height == pytest.approx(height - 10 / POINT)


@pytest.mark.parametrize(("scale", "words"), [(1.0, 7.5), (0.6, 0.6 * theme.CARD.size), (0.2, 5.0)])
def test_its_words_are_not_larger_than_those_of_the_map_while_they_can_be_read(scale: float, words: float) -> None:
    page = PAGE._replace(views=(View(Scene(800, 600, ()), scale),))
    strip = quiet(page, STRIP)
    assert strip.y + strip.height == pytest.approx(STRIP.y + STRIP.height)
    view = with_footer(page, pen(), Footer("Project"), strip).views[-1]
    (run,) = (item for item in view.scene.bands[0].groups[0].items if isinstance(item, GlyphRun))
    assert run.line.size * view.scale == pytest.approx(words, rel=0.02)


def test_below_a_sheet_it_is_as_wide_as_the_map() -> None:
    strip = Setup(footer=True).strip(500, 400)
    assert (strip.x, strip.x + strip.width) == (theme.MARGIN, 500 - theme.MARGIN)
    assert theme.MARGIN == EDGE
    assert strip.y + strip.height < 400


FOOTERS = st.builds(Footer, TEXTS, TEXTS, TEXTS, st.sampled_from(["", "logo"]), st.floats(0.1, 4))


@given(FOOTERS, st.floats(60, 900), st.sampled_from(["", "2 / 5", "123 / 456"]))
@settings(CASES, max_examples=100)
def test_whatever_it_says_it_stays_in_the_strip_and_nothing_lies_on_anything(footer, width, number):
    runs, _ = drawn(footer, Clip(0.0, 0.0, width, 20.0), number)
    assert all(run.x >= -0.01 and run.x + run.line.width <= width + 9 for run in runs)
    if width > 200:
        for one, other in combinations(sorted(runs, key=lambda run: run.x), 2):
            assert one.x + one.line.width <= other.x + 0.01
