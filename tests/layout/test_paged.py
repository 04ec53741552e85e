"""Maps broken into pages: titles again on each, everything whole on one of them, nothing lost."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxdesigner.layout.pages import Setup, View, in_scene
from cxdesigner.layout.paging.paged import least_pages, paged, paired, turned
from cxdesigner.layout.paging.parts import GROUND
from cxdesigner.layout.paging.plan import Plan, plan_of
from cxdesigner.layout.scene import GlyphRun, Group
from cxdesigner.layout.sheet import lay_out_for_pages
from cxdesigner.layout.showing import Showing
from cxdesigner.model.document import Document
from cxdesigner.model.records import Comment
from cxdesigner.paper import paper_of
from cxdesigner.resources import resource
from cxdesigner.storage.project_file import load
from tests.layout.builders import MAP, a_map, icons, typesetter
from tests.layout.test_properties import CASES, maps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxdesigner.layout.laid_out import LaidOut
    from cxdesigner.layout.pages import Fit, Page

NEAR = 0.6


def laid_out(document: Document, map_id: str = MAP, *, comments: bool = False) -> LaidOut:
    return lay_out_for_pages(document, map_id, typesetter(), icons(), Showing(comments=comments))


def example(name: str, number: int = 0) -> LaidOut:
    document = load(resource("examples", f"{name}.cxd")).document
    return laid_out(document, document.maps[number].id)


def setup(name: str, fit: Fit, orientation: str = "auto") -> Setup:
    return Setup(paper_of(name), orientation, fit=fit)  # type: ignore[arg-type]


def shown(view: View) -> Iterator[tuple[Group, float]]:
    """Give what a view shows, with the tops of the bands."""
    for band in view.scene.bands:
        for group in band.groups:
            yield group, band.top


def is_whole(view: View, group: Group, top: float) -> bool:
    if view.clip is None:
        return True
    seen = in_scene(view.clip, view)
    y = top + group.y
    return (
        seen.x - NEAR <= group.x
        and group.x + group.width <= seen.x + seen.width + NEAR
        and seen.y - NEAR <= y
        and y + group.height <= seen.y + seen.height + NEAR
    )


def texts(group: Group) -> str:
    return "".join("".join(item.line.text.split()) for item in group.items if isinstance(item, GlyphRun))


def check(laid: LaidOut, given: Setup) -> None:
    """Everything that fits on a page is whole on one, inside its margins, and no text is lost."""
    given = turned(laid, given)
    pages = paged(laid, given)
    plan = plan_of(laid, given, pages[0].width, pages[0].height)
    inside = plan.inside
    wholes: set[tuple[str, str]] = set()
    said: dict[tuple[str, str], str] = {}
    for page in pages:
        assert (page.width, page.height) == (pages[0].width, pages[0].height)
        for view in page.views:
            if view.clip is not None:
                assert view.clip.x >= inside.x - NEAR
                assert view.clip.y >= inside.y - NEAR
                assert view.clip.x + view.clip.width <= inside.x + inside.width + NEAR
                assert view.clip.y + view.clip.height <= inside.y + inside.height + NEAR
            for group, top in shown(view):
                said[group.part, group.id] = said.get((group.part, group.id), "") + texts(group)
                if is_whole(view, group, top):
                    wholes.add((group.part, group.id))
                if view.clip is not None and group.part not in GROUND:
                    check_words(view, group, plan)
                if view.clip is None:
                    y = view.y + (top + group.y) * view.scale
                    assert inside.y - NEAR <= y
                    assert y + group.height * view.scale <= inside.y + inside.height + NEAR
    for band in laid.scene.bands:
        for group in band.groups:
            assert texts(group) in said.get((group.part, group.id), ""), (group.part, texts(group))
            if band.is_lane and group.part not in GROUND and fits(group, laid, plan):
                assert (group.part, group.id) in wholes, (group.part, group.id)
    check_breaks(plan)


def check_words(view: View, group: Group, plan: Plan) -> None:
    """No word is cut at the side of a page if it is whole on another."""
    assert view.clip is not None
    seen_part = in_scene(view.clip, view)
    for item in group.items:
        if isinstance(item, GlyphRun):
            left, right = group.x + item.x, group.x + item.x + item.line.width
            inside = seen_part.x - NEAR <= left and right <= seen_part.x + seen_part.width + NEAR
            elsewhere = any(one.start <= left and right <= one.end for one in plan.across)
            whole_elsewhere = any(one.start <= group.x and group.x + group.width <= one.end for one in plan.across)
            assert inside or not elsewhere or not whole_elsewhere, item.line.text


def fits(group: Group, laid: LaidOut, plan: Plan) -> bool:
    """Tell whether a page has room for something, with all of the columns that it lies in."""
    wide = plan.inside.width / plan.scale - plan.labels
    edges = [*(column.x for column in laid.columns.columns), laid.columns.right]
    left = max([edge for edge in edges if edge <= group.x + NEAR], default=group.x)
    right = min([edge for edge in edges if edge >= group.x + group.width - NEAR], default=group.x + group.width)
    is_in_one = sum(left <= edge < right for edge in edges) < 2
    width = group.width if is_in_one else right - left
    return width <= wide - NEAR and group.height <= plan.room - NEAR


def check_breaks(plan: Plan) -> None:
    """The stretches of the sheet follow each other without a gap: a curve that leaves a page goes on on the next."""
    assert plan.across[0].start == plan.drawn.x
    assert plan.across[-1].end == pytest.approx(plan.drawn.x + plan.drawn.width)
    for stretches in (plan.across, plan.down):
        for one, other in pairwise(stretches):
            assert other.start <= one.end + 0.02
            assert other.end > one.end
    if plan.body:
        assert plan.down[0].start == plan.body[0].top
        assert plan.down[-1].end == pytest.approx(plan.body[-1].top + plan.body[-1].height)


@given(
    maps(),
    st.sampled_from(["A5", "A4", "Letter", "80x60mm"]),
    st.sampled_from(["width", 0.4, 1.0, 2.5]),
    st.booleans(),
)
@settings(CASES, max_examples=200)
def test_everything_is_whole_on_a_page(document, name, fit, footer):
    check(laid_out(document), setup(name, fit)._replace(footer=footer))


def test_the_name_of_a_blueprint_line_is_repeated_as_high_as_it_is():
    # A lane that goes on below the page: its line's name stood in a box of the whole lane's height.
    document = a_map(lanes=[{"kind": "frontstage", "title": "Frontstage"}])
    check(laid_out(document), setup("80x60mm", 2.5))


@pytest.mark.parametrize("name", ["vivan-los-tacos", "saas-subscription", "kapot-apparaat-verzekering"])
@pytest.mark.parametrize("fit", ["width", 1.0])
@pytest.mark.parametrize("paper", ["A5", "A4", "A3"])
def test_the_examples_are_whole_on_pages(name: str, fit: Fit, paper: str) -> None:
    check(example(name), setup(paper, fit))


def seen(pages: tuple[Page, ...], part: str, *, repeated: bool) -> list[list[str]]:
    """Give the texts of a part on each page, from views that are repeated or are not."""
    return [
        [
            " ".join(item.line.text for item in group.items if isinstance(item, GlyphRun))
            for view in page.views
            if view.repeated is repeated
            for group, _ in shown(view)
            if group.part == part
        ]
        for page in pages
    ]


BLUEPRINT = a_map(
    [{"title": "Decide", "steps": 3, "phase": "before"}, {"title": "Choose", "steps": 3, "phase": "before"}],
    [{"kind": "actions", "title": "What they do"}, {"kind": "divider", "title": "Behind"}, {"kind": "backstage"}],
    [{"lane": "l0", "step": "s0", "text": "Looks"}, {"lane": "l2", "step": "s5", "text": "Packs"}],
    [{"persona": "p0", "step": "s0", "score": 1}],
    [{"name": "Ann"}],
    title="Parcel",
)


def test_titles_are_repeated_on_pages_across() -> None:
    first, second = paged(laid_out(BLUEPRINT), setup("180x290mm", 1.0))
    pages = (first, second)
    assert seen(pages, "stage", repeated=False) == [["Decide"], ["Choose"]]
    assert seen(pages, "lane-title", repeated=False)[0] == ["What they do", "Behind", "Backstage"]
    assert sorted(seen(pages, "lane-title", repeated=True)[1]) == ["Backstage", "Behind", "What they do"]
    assert seen(pages, "title", repeated=False) == [["Parcel"], []]
    assert seen(pages, "title", repeated=True) == [[], ["Parcel"]]
    assert seen(pages, "phase", repeated=False) == [["BEFORE PURCHASE"], ["BEFORE PURCHASE"]]
    lines = [seen(pages, "lane", repeated=again) for again in (True, False)]
    assert ["line of visibility"] in (one for texts in lines for one in [list(filter(None, texts[0]))])
    assert "line of visibility" in lines[1][1]


def test_the_name_of_a_phase_is_not_written_over_the_next_one() -> None:
    document = a_map(
        [{"title": "A", "steps": 4, "phase": "before"}, {"title": "B", "steps": 4, "phase": "during"}],
        [{"kind": "actions"}],
    )
    pages = paged(laid_out(document), setup("90x290mm", 1.0))
    for page in pages:
        phases = [group for view in page.views for group, _ in shown(view) if group.part == "phase"]
        phases.sort(key=lambda group: group.x)
        assert all(one.x + one.width <= other.x for one, other in pairwise(phases))


def test_titles_of_stages_and_running_lanes_are_repeated_on_pages_down() -> None:
    cards = [{"lane": "l0", "step": "s0", "text": f"Card {number} " + "words " * 9} for number in range(20)]
    document = a_map([{"title": "Decide", "steps": 2}], [{"kind": "actions", "title": "Do"}], cards)
    pages = paged(laid_out(document), setup("A5", 1.0))
    assert len(pages) > 2
    assert all(one == ["Decide"] for one in seen(pages, "stage", repeated=True)[1:])
    assert seen(pages, "stage", repeated=False)[0] == ["Decide"]
    assert all(one == ["Do"] for one in seen(pages, "lane-title", repeated=True)[1:])
    once = [text for texts in seen(pages, "card", repeated=False) for text in texts]
    assert sorted(once) == sorted(set(once))
    assert len(once) == 20


def test_a_divider_stays_with_what_stands_below_it() -> None:
    lanes = [{"kind": "actions"}, {"kind": "divider", "title": "Behind"}, {"kind": "notes"}]
    cards = [{"lane": lane, "step": "s0", "text": "words " * 50} for lane in ("l0", "l2")]
    pages = paged(laid_out(a_map([{"steps": 2}], lanes, cards)), setup("150x200mm", 1.0))
    assert len(pages) == 2
    once, again = (seen(pages, "lane-title", repeated=repeated) for repeated in (False, True))
    titles = [[*one, *other] for one, other in zip(once, again, strict=True)]
    (with_divider,) = (one for one in titles if "Behind" in one)
    assert "Notes" in with_divider


def test_comments_are_listed_behind_the_map_on_as_many_pages_as_they_take() -> None:
    document = load(resource("examples", "vivan-los-tacos.cxd")).document
    shown_map = document.maps[0]
    comments = [
        Comment.new(id=f"k{number}", parent=shown_map.id, on=shown_map.id, text=f"Says {number} " + "so " * 60)
        for number in range(40)
    ]
    laid = laid_out(Document([*document.records.values(), *comments]), shown_map.id, comments=True)
    given = setup("A4", 1.0)
    check(laid, given)
    texts = [text for page in seen(paged(laid, given), "comment-text", repeated=False) for text in page]
    assert sum("Says 7 " in text for text in texts) == 1
    assert len(texts) == 40


def test_there_is_no_page_for_the_white_beside_a_map_of_few_steps() -> None:
    document = a_map([{"steps": 1}], [{"kind": "backstage", "title": "Behind"}] * 2, title="A")
    (page,) = paged(laid_out(document), setup("120x150mm", 1.0))
    assert seen((page,), "lane", repeated=True) == [["line of visibility"]]


def test_a_map_that_fits_is_whole_in_the_middle_of_one_page() -> None:
    laid = example("vivan-los-tacos")
    (page,) = paged(laid, setup("A2", 1.0))
    (view,) = page.views
    assert (view.scale, view.clip, view.scene) == (1.0, None, laid.scene)
    assert least_pages(laid, setup("A2", 1.0)) == least_pages(laid, setup("A5", "page")) == 1


@pytest.mark.parametrize("fit", ["width", 1.0, 3.0])
def test_how_many_pages_a_map_takes_is_known_before(fit: Fit) -> None:
    laid = example("vivan-los-tacos")
    count = least_pages(laid, setup("A5", fit))
    assert 1 < count <= len(paged(laid, setup("A5", fit))) <= 1.1 * count


def test_two_maps_are_as_large_and_as_high_on_pages_that_are_turned_alike() -> None:
    one, other = example("vivan-los-tacos"), example("vivan-los-tacos", 1)
    (first,), (second,) = paired(one, other, setup("A4", "page"))
    assert (first.width, first.height) == (second.width, second.height)
    assert first.views[0][1:4:2] == second.views[0][1:4:2]
    pages, others = paired(one, other, setup("A4", 1.0))
    assert len(pages) == len(others) > 1
    assert {page.width for page in (*pages, *others)} == {pages[0].width}
    (sheet,), (beside,) = paired(one, other, Setup())
    assert (sheet.width, beside.width) == (one.scene.width, other.scene.width)


def test_paper_of_a_given_scale_is_turned_to_have_fewer_pages() -> None:
    high = a_map([{"steps": 2}], [{"kind": "notes"}] * 9)
    wide = a_map([{"steps": 12}], [{"kind": "notes"}])
    for document in (high, wide):
        laid = laid_out(document)
        counts = {way: len(paged(laid, setup("A5", 1.0, way))) for way in ("portrait", "landscape", "auto")}
        assert counts["auto"] == min(counts.values())
    assert turned(laid_out(high), setup("100x200mm", 1.0)).orientation == "auto"


@pytest.mark.parametrize("steps", [2, 8])
def test_a_lane_that_does_not_fit_below_the_header_begins_the_next_page(steps: int) -> None:
    cards = [{"lane": "l0", "step": "s0", "text": "\n".join(map(str, range(27)))}]
    document = a_map([{"steps": steps}], [{"kind": "notes"}], cards, title="Long title " * 12, goal="Goal " * 90)
    given = setup("120x200mm", 1.0)
    laid = laid_out(document)
    check(laid, given)
    pages = paged(laid, given)
    assert seen(pages, "title", repeated=False)[0]
    assert not seen(pages, "card", repeated=False)[0]
    assert not seen(pages, "stage", repeated=False)[0]
    assert seen(pages, "card", repeated=False)[1]
    assert all(page.views[1:] for page in pages[1:])


def test_a_high_header_has_pages_for_itself() -> None:
    document = a_map([{"steps": 2}], [{"kind": "notes"}], title="Long title " * 40, goal="Goal " * 90)
    given = setup("100x100mm", 1.0)
    laid = laid_out(document)
    check(laid, given)
    assert seen(paged(laid, given), "title", repeated=True)[1]
