"""Posters on sheets: cut through as little as can be, each with its name and marks, all of the map on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from cxdesigner.layout.pages import Page, Setup, Sheets, View, in_scene, strip_below
from cxdesigner.layout.paging.footer import Footer, with_footer
from cxdesigner.layout.paging.obstacles import Obstacle, obstacles_of
from cxdesigner.layout.paging.paged import paged
from cxdesigner.layout.paging.poster import poster_pages
from cxdesigner.layout.paging.tiling import MORE, Tiling, least_sheets, name_of, tiling_of
from cxdesigner.layout.scene import GlyphRun
from cxdesigner.paper import POINT, paper_of
from tests.layout.test_cutting import naive_cuts
from tests.layout.test_paged import example, laid_out, shown
from tests.layout.test_properties import CASES, maps

if TYPE_CHECKING:
    from cxdesigner.layout.laid_out import LaidOut

EXAMPLES = ["vivan-los-tacos", "saas-subscription", "kapot-apparaat-verzekering"]


def poster_of(laid: LaidOut, size: str = "A0") -> Page:
    (page,) = paged(laid, Setup(paper_of(size)))
    return page


def cut(xs: tuple[float, ...], ys: tuple[float, ...], things: tuple[Obstacle, ...], *kinds: str) -> int:
    """Count the things that cuts go through; a hair on the edge is not through."""
    return sum(
        any(one.rect.left + 0.1 < x < one.rect.right - 0.1 for x in xs)
        or any(one.rect.top + 0.1 < y < one.rect.bottom - 0.1 for y in ys)
        for one in things
        if one.kind in kinds
    )


def naive(tiling: Tiling) -> tuple[tuple[float, ...], tuple[float, ...]]:
    inner = tiling.width - 2 * tiling.margin, tiling.height - 2 * tiling.margin
    xs = tuple(tiling.area.x + at for at in naive_cuts(tiling.area.width, inner[0], tiling.overlap))
    ys = tuple(tiling.area.y + at for at in naive_cuts(tiling.area.height, inner[1], tiling.overlap))
    return xs, ys


def words_on(page: Page) -> set[str]:
    return {
        item.line.text
        for view in page.views
        for group, _ in shown(view)
        for item in group.items
        if isinstance(item, GlyphRun)
    }


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize(("size", "on"), [("A0", "A4"), ("A1", "A3"), ("A0", "Letter"), ("A2", "A4")])
def test_cuts_go_through_fewer_cards_and_words_than_a_naive_grid(name: str, size: str, on: str) -> None:
    poster = poster_of(example(name), size)
    tiling = tiling_of(poster, Sheets(paper_of(on)))
    least = least_sheets(poster, Sheets(paper_of(on)))
    assert least <= tiling.columns * tiling.rows <= MORE * least
    things = obstacles_of(poster)
    for kinds in (("card", "note", "point"), ("word",)):
        ours = cut(tiling.x[1:-1], tiling.y[1:-1], things, *kinds)
        theirs = cut(*naive(tiling), things, *kinds)
        assert ours < theirs, (kinds, ours, theirs)


@given(maps())
@settings(CASES, max_examples=60)
def test_on_random_maps_cuts_are_worth_no_more_than_those_of_a_naive_grid(document):
    poster = poster_of(laid_out(document), "A1")
    tiling = tiling_of(poster, Sheets(paper_of("A4")))
    things = obstacles_of(poster)
    xs, ys = naive(tiling)
    ours = cut(tiling.x[1:-1], tiling.y[1:-1], things, "card", "note", "point")
    # What is beside a cut or far from even is avoided too: now and then at the price of one thing more.
    assert ours <= cut(xs, ys, things, "card", "note", "point", "word") + len(xs) + len(ys)


def test_sheets_are_named_in_letters_across_and_numbers_down() -> None:
    assert [name_of(0, 0), name_of(1, 2), name_of(25, 0), name_of(26, 0), name_of(701, 9)] == [
        "A1", "B3", "Z1", "AA1", "ZZ10",
    ]  # fmt: skip


def test_a_plan_lies_on_the_sheets_of_a_poster() -> None:
    laid = example("vivan-los-tacos")
    plan, *sheets = poster_pages(poster_of(laid), laid.pen, laid.scene.title, Sheets(paper_of("A4")))
    tiling = tiling_of(poster_of(laid), Sheets(paper_of("A4")))
    assert [page.label for page in sheets[: tiling.columns]] == [name_of(at, 0) for at in range(tiling.columns)]
    assert len(sheets) == tiling.columns * tiling.rows
    words = words_on(plan)
    assert {page.label for page in sheets} <= words
    assert any("sheets of A4" in one for one in words)
    assert [view.repeated for view in plan.views] == [True, False]
    sizes = {tuple(sorted((page.width * POINT, page.height * POINT))) for page in (plan, *sheets)}
    assert [pytest.approx(size, abs=0.01) for size in sizes] == [(210, 297)]


def test_the_plan_speaks_the_language_of_the_map() -> None:
    laid = example("kapot-apparaat-verzekering")
    plan, *_ = poster_pages(poster_of(laid), laid.pen, laid.scene.title, Sheets(paper_of("A3")))
    assert any("vellen A3" in one for one in words_on(plan))


def test_neighbours_carry_the_same_names_at_their_cut() -> None:
    laid = example("saas-subscription")
    _, *sheets = poster_pages(poster_of(laid), laid.pen, laid.scene.title, Sheets(paper_of("A4")))
    marks = {page.label: words_on(page._replace(views=page.views[-1:])) for page in sheets}
    assert {"A1", "B1", "A2"} <= marks["A1"]
    assert {"A1", "B1", "C1", "B2"} <= marks["B1"]
    assert {"B1", "A2", "B2", "C2", "B3"} <= marks["B2"]
    assert "A1" not in marks["B2"]


def test_every_word_stands_whole_on_a_sheet_where_the_overlap_is_as_wide() -> None:
    laid = example("saas-subscription")
    poster = poster_of(laid)
    tiling = tiling_of(poster, Sheets(paper_of("A4"), overlap=30 / POINT))
    shown_at = [tiling.shown(column, row) for row in range(tiling.rows) for column in range(tiling.columns)]
    for one in obstacles_of(poster):
        width, height = one.rect.right - one.rect.left, one.rect.bottom - one.rect.top
        if one.kind == "word" and max(width, height) <= tiling.overlap:
            assert any(
                rect.left <= one.rect.left + 0.01
                and one.rect.right <= rect.right + 0.01
                and rect.top <= one.rect.top + 0.01
                and one.rect.bottom <= rect.bottom + 0.01
                for rect in shown_at
            )


def test_a_sheet_holds_only_the_words_that_are_seen_on_it() -> None:
    laid = example("saas-subscription")
    _, *sheets = poster_pages(poster_of(laid), laid.pen, laid.scene.title, Sheets(paper_of("A4")))
    first, last = words_on(sheets[0]), words_on(sheets[-1])
    assert "Feel the problem" in first
    assert "Feel the problem" not in last


def test_a_poster_that_fits_on_a_sheet_is_one_without_a_plan() -> None:
    laid = example("vivan-los-tacos")
    (page,) = poster_pages(poster_of(laid, "A4"), laid.pen, laid.scene.title, Sheets(paper_of("A3")))
    assert page.label == "A1"


def test_paper_of_ones_own_is_not_turned_and_small_paper_has_room_for_something() -> None:
    poster = poster_of(example("vivan-los-tacos"), "A3")
    assert (tiling_of(poster, Sheets(paper_of("100x300mm"))).width * POINT) == pytest.approx(100)
    tiny = tiling_of(poster, Sheets(paper_of("50x50mm"), margin=200.0, overlap=100.0))
    assert tiny.columns > 1
    assert min(tiny.shown(0, 0).right - tiny.shown(0, 0).left, tiny.overlap) > 0


def test_a_title_of_any_length_stays_on_its_sheet() -> None:
    laid = example("vivan-los-tacos")
    plan, sheet, *_ = poster_pages(poster_of(laid), laid.pen, "Long " * 2000, Sheets(paper_of("A4")))
    for page in (plan, sheet):
        runs = [item for group, _ in shown(page.views[-1]) for item in group.items if isinstance(item, GlyphRun)]
        assert all(run.x + run.line.width <= page.width for run in runs)
        assert all(0 < run.y < page.height for run in runs)


def test_what_a_view_shows_of_a_poster_is_in_its_clip() -> None:
    laid = example("vivan-los-tacos")
    _, *sheets = poster_pages(poster_of(laid), laid.pen, laid.scene.title, Sheets(paper_of("A4")))
    for page in sheets:
        view = page.views[0]
        assert isinstance(view, View)
        assert view.clip is not None
        seen = in_scene(view.clip, view)
        assert all(
            band.top < seen.y + seen.height + 9 and band.top + band.height > seen.y - 9 for band in view.scene.bands
        )


def test_a_footer_is_on_the_sheets_on_which_it_is_seen() -> None:
    laid = example("vivan-los-tacos")
    (page,) = paged(laid, Setup(paper_of("A0"), footer=True))
    poster = with_footer(page, laid.pen, Footer("Project · Map"), strip_below(page))
    tiling = tiling_of(poster, Sheets(paper_of("A4")))
    _, *sheets = poster_pages(poster, laid.pen, laid.scene.title, Sheets(paper_of("A4")))
    assert "Project · Map" not in words_on(sheets[0])
    assert "Project · Map" in words_on(sheets[tiling.columns * (tiling.rows - 1)])
