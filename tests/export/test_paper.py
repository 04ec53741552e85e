"""A map on a page of paper."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from cxdesigner.export import ExportOptions, export_maps
from cxdesigner.layout.pages import Setup, pages_of
from cxdesigner.layout.scene import Scene
from cxdesigner.paper import PAGES, SIZES, paper_of
from cxdesigner.resources import resource
from cxdesigner.storage.project_file import load

MM = 72 / 25.4


def test_the_american_sizes_are_in_inches() -> None:
    inches = {name: tuple(round(side / 25.4, 4) for side in SIZES[name]) for name in ("Letter", "Legal", "Tabloid")}
    assert inches == {"Letter": (8.5, 11), "Legal": (8.5, 14), "Tabloid": (11, 17)}


@pytest.mark.parametrize("name", SIZES)
@pytest.mark.parametrize("size", [(1000.0, 400.0), (400.0, 1000.0), (3000.0, 2121.0)])
def test_the_map_is_as_large_as_it_fits_in_the_middle(name: str, size: tuple[float, float]) -> None:
    (page,) = pages_of(Scene(*size, ()), Setup(paper_of(name), margin=10 * MM))
    (view,) = page.views
    assert sorted((page.width / MM, page.height / MM)) == pytest.approx(sorted(SIZES[name]))
    assert (page.width > page.height) is (size[0] > size[1])
    left, top = view.x, view.y
    right, bottom = page.width - left - size[0] * view.scale, page.height - top - size[1] * view.scale
    assert (left, top) == pytest.approx((right, bottom))
    assert min(left, top) == pytest.approx(10 * MM)


def test_a_page_of_the_pdf_is_as_large_as_the_paper() -> None:
    document = load(resource("examples", "vivan-los-tacos.cxd")).document
    map_id = document.maps[0].id
    for name in PAGES:
        reader = PdfReader(io.BytesIO(export_maps(document, [map_id], ExportOptions("pdf", name))))
        box = reader.pages[0].mediabox
        if name in SIZES:
            found = sorted((float(box.width) / MM, float(box.height) / MM))
            assert found == pytest.approx(sorted(SIZES[name]), abs=0.01)
        assert "Waiter takes the" in reader.pages[0].extract_text()
