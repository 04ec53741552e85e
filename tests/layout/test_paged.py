"""Maps broken into pages: titles again on each, everything whole on one of them, nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxdesigner.layout.pages import Setup, View, in_scene
from cxdesigner.layout.paging.paged import paged
from cxdesigner.layout.paging.parts import GROUND
from cxdesigner.layout.paging.plan import plan_of
from cxdesigner.layout.scene import GlyphRun, Group
from cxdesigner.layout.sheet import lay_out_for_pages
from cxdesigner.layout.showing import Showing
from cxdesigner.paper import paper_of
from cxdesigner.resources import resource
from cxdesigner.storage.project_file import load
from tests.layout.builders import MAP, icons, typesetter
from tests.layout.test_properties import CASES, maps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxdesigner.layout.laid_out import LaidOut
    from cxdesigner.layout.pages import Fit, Page
    from cxdesigner.model.document import Document

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


def parts(pages: tuple[Page, ...], *, repeated: bool | None = None) -> list[list[tuple[str, str]]]:
    return [
        [(group.part, group.id) for view in page.views if repeated in (None, view.repeated) for group, _ in shown(view)]
        for page in pages
    ]


def check(laid: LaidOut, given: Setup) -> None:
    pages = paged(laid, given)
    plan = plan_of(laid, given, pages[0].width, pages[0].height)
    wide = plan.inside.width / plan.scale - plan.labels
    wholes: set[tuple[str, str]] = set()
    words: set[str] = set()
    for page in pages:
        assert (page.width, page.height) == (pages[0].width, pages[0].height)
        for view in page.views:
            if view.clip is not None:
                assert view.clip.x >= plan.inside.x - NEAR
                assert view.clip.y >= plan.inside.y - NEAR
                assert view.clip.x + view.clip.width <= plan.inside.x + plan.inside.width + NEAR
                assert view.clip.y + view.clip.height <= plan.inside.y + plan.inside.height + NEAR
            for group, top in shown(view):
                words |= {item.line.text for item in group.items if isinstance(item, GlyphRun)}
                if is_whole(view, group, top):
                    wholes.add((group.part, group.id))
    for band in laid.scene.bands:
        if band.is_lane:
            for group in band.groups:
                fits = group.width <= wide - NEAR and group.height <= plan.room - NEAR
                if group.part not in GROUND and fits:
                    assert (group.part, group.id) in wholes, (group.part, group.id)
                for item in group.items:
                    if isinstance(item, GlyphRun):
                        assert item.line.text in words, item.line.text


@given(maps(), st.sampled_from(["A5", "A4", "Letter", "80x60mm"]), st.sampled_from(["width", 0.4, 1.0, 2.5]))
@settings(CASES, max_examples=200)
def test_everything_is_whole_on_a_page(document, name, fit):
    check(laid_out(document), setup(name, fit))


@pytest.mark.parametrize("name", ["vivan-los-tacos", "saas-subscription", "kapot-apparaat-verzekering"])
@pytest.mark.parametrize("fit", ["width", 1.0])
@pytest.mark.parametrize("paper", ["A5", "A4", "A3"])
def test_the_examples_are_whole_on_pages(name: str, fit: Fit, paper: str) -> None:
    check(example(name), setup(paper, fit))
