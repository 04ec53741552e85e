"""Pages of maps as text: what stands on each, where and how large. `pytest --update-golden` writes them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cxdesigner.layout.pages import Page, Setup, Sheets
from cxdesigner.layout.paging.footer import Footer, with_footer
from cxdesigner.layout.paging.paged import paged
from cxdesigner.layout.paging.poster import poster_pages
from cxdesigner.layout.scene import GlyphRun, Group
from cxdesigner.paper import paper_of
from tests.layout.test_paged import example

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent


def handout() -> tuple[Page, ...]:
    laid = example("saas-subscription")
    setup = Setup(paper_of("A4"), "landscape", fit=1.0, footer=True)
    pages = paged(laid, setup)
    strip = setup.strip(pages[0].width, pages[0].height)
    footer = Footer("Weekwright · From spreadsheet to second year", "Review 2")
    return tuple(
        with_footer(page, laid.pen, footer, strip, f"{number} / {len(pages)}") for number, page in enumerate(pages, 1)
    )


def poster() -> tuple[Page, ...]:
    laid = example("kapot-apparaat-verzekering")
    (page,) = paged(laid, Setup(paper_of("A1")))
    return poster_pages(page, laid.pen, laid.scene.title, Sheets(paper_of("A3")))


def written(pages: tuple[Page, ...]) -> Iterator[str]:
    for number, page in enumerate(pages, 1):
        yield f"page {number} {page.label!r} {page.width:.2f} × {page.height:.2f}"
        for view in page.views:
            clip = " ".join(f"{side:.1f}" for side in view.clip) if view.clip is not None else "none"
            again = " repeated" if view.repeated else ""
            yield f" view {view.scale:.4f} at {view.x:.1f} {view.y:.1f} clip {clip}{again}"
            nodes = [group for band in view.scene.bands for group in band.groups]
            nodes += [node for node in view.scene.over if isinstance(node, Group)]
            for group in nodes:
                words = " ".join(item.line.text for item in group.items if isinstance(item, GlyphRun))
                yield f"  {group.part} {words!r}" if words else f"  {group.part}"


@pytest.mark.parametrize("made", [handout, poster], ids=lambda made: made.__name__)
def test_pages_are_as_they_were(made, request):
    path = FOLDER / f"{made.__name__}.pages.txt"
    text = "\n".join(written(made())) + "\n"
    if request.config.getoption("--update-golden"):
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text
