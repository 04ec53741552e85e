"""A report as a PDF: what is in it, on which paper, and which parts."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from cxdesigner.export import ExportError, ExportOptions, export_maps
from cxdesigner.export.compose import publication_of
from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.scene import FOOT, GlyphRun
from cxdesigner.layout.typeset import Typesetter
from cxdesigner.paper import POINT
from cxdesigner.resources import resource
from cxdesigner.storage.project_file import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxdesigner.layout.pages import Page, View
    from cxdesigner.model.document import Document

EXAMPLES = sorted(resource("examples").glob("*.cxd"))


def opened(path: Path) -> Document:
    return load(path).document


def report(document: Document, *parts: str, maps: int = 1, **fields: Any) -> PdfReader:
    options = ExportOptions(report=True, parts=parts, **fields)
    return PdfReader(io.BytesIO(export_maps(document, [one.id for one in document.maps[:maps]], options)))


def words(reader: PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_stage_and_persona_has_a_page(path: Path) -> None:
    document = opened(path)
    reader = report(document)
    first = [page.extract_text() for page in reader.pages]
    shown = document.maps[0]
    for stage in document.stages(shown.id):
        assert any(stage.title in text and stage.goal in text for text in first)
    for persona in document.personas_of(shown.id):
        assert any(persona.name in text and persona.goals[0] in text for text in first)


@pytest.mark.parametrize(("page", "size"), [("sheet", (210, 297)), ("Letter", (215.9, 279.4)), ("A5", (148, 210))])
def test_a_report_is_on_a4_unless_other_paper_is_chosen(page: str, size: tuple[float, float]) -> None:
    reader = report(opened(EXAMPLES[-1]), "cover", page=page)
    assert (float(reader.pages[0].mediabox.width) * POINT, float(reader.pages[0].mediabox.height) * POINT) == (
        pytest.approx(size, abs=0.01)
    )


@pytest.mark.parametrize(
    ("fields", "size", "map_size"),
    [
        ({"page": "A5"}, (148, 210), (210, 148)),
        ({"page": "A5", "orientation": "portrait"}, (148, 210), (148, 210)),
        ({"page": "Letter", "orientation": "landscape"}, (279.4, 215.9), (279.4, 215.9)),
        ({"page": "Letter", "orientation": "landscape", "margin": 0}, (279.4, 215.9), (279.4, 215.9)),
        ({"margin": 25}, (210, 297), (297, 210)),
        ({"page": "300x200mm", "footer": "off", "margin": 3}, (300, 200), (300, 200)),
    ],
    ids=["A5", "portrait", "Letter", "no margin", "margin", "own"],
)
def test_pages_are_as_large_as_was_said_and_nothing_runs_out_of_them(
    fields: dict[str, Any], size: tuple[float, float], map_size: tuple[float, float]
) -> None:
    document = opened(EXAMPLES[-1])
    sheet = next(at for at, page in enumerate(pages_of(document, fields)) if any(view.scale < 1 for view in page.views))
    margin = fields.get("margin", min(20, 0.12 * min(size))) / POINT
    for at, page in enumerate(pages_of(document, fields)):
        wanted = map_size if at == sheet else size
        assert (page.width * POINT, page.height * POINT) == pytest.approx(wanted, abs=0.01)
        for view in page.views:
            for left, top, right, bottom in boxes(view):
                assert left >= margin - 0.01
                assert right <= page.width - margin + 0.01
                assert top >= 0
                assert bottom <= page.height
                if not view.repeated:
                    assert top >= margin - 1
                    assert bottom <= page.height - margin + 1
    below = [any(view.scene.bands[0].key == FOOT for view in page.views) for page in pages_of(document, fields)[1:]]
    assert below == [fields.get("footer") != "off"] * len(below)


def pages_of(document: Document, fields: dict[str, Any]) -> Sequence[Page]:
    options = ExportOptions(report=True, **fields)
    return publication_of(document, [document.maps[0].id], options, Typesetter(Fonts.load())).pages


def boxes(view: View) -> Iterator[tuple[float, float, float, float]]:
    """Where the words of a view stand, or all of one that shows a part of a sheet: left, top, right and bottom."""
    if view.clip is not None:
        yield view.clip.x, view.clip.y, view.clip.x + view.clip.width, view.clip.y + view.clip.height
        return
    for band in view.scene.bands:
        for group in band.groups:
            for run in (item for item in group.items if isinstance(item, GlyphRun)):
                x, y = view.x + (group.x + run.x) * view.scale, view.y + (band.top + group.y + run.y) * view.scale
                yield x, y - run.line.size * view.scale * 0.75, x + run.line.width * view.scale, y


def test_the_footer_of_a_report_says_what_that_of_its_map_does() -> None:
    document = opened(EXAMPLES[-1])
    sheet = PdfReader(io.BytesIO(export_maps(document, [document.maps[0].id], ExportOptions(page="A4"))))
    for page in (*sheet.pages, *report(document, "pains").pages):
        assert "Vivan los Tacos · Friday dinner at Vivan los Tacos" in page.extract_text()


def test_a_part_that_there_is_not_is_named_with_those_that_are() -> None:
    with pytest.raises(ExportError, match="A report has no part “index”; it has cover, guide"):
        ExportOptions(report=True, parts=("index",))
