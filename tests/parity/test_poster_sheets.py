"""The sheets of a poster, each drawn where it belongs: pixel for pixel the poster."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image, ImageChops

from cxdesigner.layout.pages import Clip, Page, Setup, Sheets
from cxdesigner.layout.paging.paged import paged
from cxdesigner.layout.paging.poster import poster_pages
from cxdesigner.layout.paging.tiling import tiling_of
from cxdesigner.layout.publication import Publication
from cxdesigner.painters.pdf import write_pdf
from cxdesigner.paper import paper_of
from tests.layout.test_paged import example


def drawn(pages: list[Page]) -> list[Image.Image]:
    out = io.BytesIO()
    write_pdf(Publication(tuple(pages)), out)
    document = pypdfium2.PdfDocument(out.getvalue())
    try:
        return [page.render(scale=1).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


@pytest.mark.parametrize(("name", "size", "on"), [("vivan-los-tacos", "A2", "A4"), ("saas-subscription", "A1", "A3")])
def test_the_sheets_put_together_are_the_poster(name: str, size: str, on: str) -> None:
    laid = example(name)
    (poster,) = paged(laid, Setup(paper_of(size)))
    sheets = Sheets(paper_of(on))
    tiling = tiling_of(poster, sheets)
    _, *pages = poster_pages(poster, laid.pen, laid.scene.title, sheets)
    places = [tiling.shown(column, row) for row in range(tiling.rows) for column in range(tiling.columns)]
    back = []
    for page, place in zip(pages, places, strict=True):
        by_x, by_y = place.left - tiling.margin, place.top - tiling.margin
        views = [
            view._replace(x=view.x + by_x, y=view.y + by_y, clip=Clip(place.left, place.top, *view.clip[2:]))
            for view in page.views[:-1]
            if view.clip is not None
        ]
        back.append(Page(poster.width, poster.height, tuple(views)))
    whole, *parts = drawn([poster, *back])
    put_together = Image.new("RGB", whole.size, "white")
    for part, place in zip(parts, places, strict=True):
        inside = int(place.left) + 1, int(place.top) + 1, int(place.right), int(place.bottom)
        assert ImageChops.difference(whole.crop(inside), part.crop(inside)).getbbox() is None
        put_together.paste(part.crop(inside), inside[:2])
    # A sheet's outermost pixel is cut through by its edge: the sheet before shows it, but for what is white anyhow.
    assert ImageChops.difference(whole, put_together).getbbox() is None
