"""A report of maps: which of its parts, and what is below each of its pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cxdesigner.export.sheets import footer_of
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.pen import Pen
from cxdesigner.layout.report.about import About, Earlier, about
from cxdesigner.layout.report.book import Report, report
from cxdesigner.layout.words import Words

if TYPE_CHECKING:
    from cxdesigner.export.options import ExportOptions
    from cxdesigner.layout.scene import Scene
    from cxdesigner.layout.showing import Showing
    from cxdesigner.layout.typeset import Typesetter
    from cxdesigner.model.document import Document


def report_of(
    document: Document,
    sheets: Sequence[tuple[str, Scene, Showing]],
    options: ExportOptions,
    typesetter: Typesetter,
    earlier: Earlier | None = None,
) -> Report:
    """Make a report of maps, given by id with the sheet that shows each; `earlier`: see `publication_of`."""
    pen = Pen(typesetter, Icons(), Words(document.project.language))
    found: list[About] = [about(document, key, pen, scene, showing, earlier) for key, scene, showing in sheets]
    titles = [document.project.title, found[0].shown.title]
    title = next(filter(None, titles if len(found) > 1 else reversed(titles)), pen.words["untitled"])
    footer = footer_of(document, sheets[0][0], found[0].context)
    if len(found) > 1:
        footer = footer._replace(left=title, middle="")
    return report(found, options.parts, options.setup(), title, footer)
