"""A report as a PDF: what is in it, on which paper, and which parts."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from cxdesigner.export import ExportError, ExportOptions, export_maps
from cxdesigner.paper import POINT
from cxdesigner.resources import resource
from cxdesigner.storage.project_file import load

if TYPE_CHECKING:
    from cxdesigner.model.document import Document

EXAMPLES = sorted(resource("examples").glob("*.cxd"))


def opened(path: Path) -> Document:
    return load(path).document


def report(document: Document, *parts: str, page: str = "sheet", maps: int = 1) -> PdfReader:
    options = ExportOptions(report=True, parts=parts, page=page)
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


def test_a_part_that_there_is_not_is_named_with_those_that_are() -> None:
    with pytest.raises(ExportError, match="A report has no part “index”; it has cover, guide"):
        ExportOptions(report=True, parts=("index",))
