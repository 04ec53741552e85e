"""A report of maps: which of its parts, on which paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cxdesigner.layout.flow.pages import Paper
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.pen import Pen
from cxdesigner.layout.report.about import About, about
from cxdesigner.layout.report.book import Report, report
from cxdesigner.layout.words import Words
from cxdesigner.paper import POINT, SHEET, paper_of

if TYPE_CHECKING:
    from cxdesigner.export.options import ExportOptions
    from cxdesigner.layout.scene import Scene
    from cxdesigner.layout.showing import Showing
    from cxdesigner.layout.typeset import Typesetter
    from cxdesigner.model.document import Document

MARGIN = 20 / POINT
"""White on each side of a page of a report, in points; less on small paper."""


def report_of(
    document: Document, sheets: Sequence[tuple[str, Scene, Showing]], options: ExportOptions, typesetter: Typesetter
) -> Report:
    """Make a report of maps, given by id with the sheet that shows each."""
    pen = Pen(typesetter, Icons(), Words(document.project.language))
    found: list[About] = [about(document, key, pen, scene, showing) for key, scene, showing in sheets]
    titles = [document.project.title, found[0].shown.title]
    title = next(filter(None, titles if len(found) > 1 else reversed(titles)), pen.words["untitled"])
    return report(found, options.parts, paper_for(options), title)


def paper_for(options: ExportOptions) -> Paper:
    """Give the paper of a report: A4 unless another one is chosen, standing unless it is one's own size."""
    paper = paper_of("A4" if options.page == SHEET else options.page)
    width, height = paper.width / POINT, paper.height / POINT
    if not paper.is_free or options.orientation != "auto":
        width, height = sorted((width, height), reverse=options.orientation == "landscape")
    return Paper(width, height, min(MARGIN, 0.12 * min(width, height)))
