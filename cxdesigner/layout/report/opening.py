"""The second page of a report: what is in it and how it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cxdesigner.layout import theme
from cxdesigner.layout.flow.blocks import Row, Table
from cxdesigner.layout.flow.cells import Text
from cxdesigner.layout.flow.strips import Block
from cxdesigner.layout.pen import Pen
from cxdesigner.layout.publication import Bookmark, Target
from cxdesigner.layout.report import style
from cxdesigner.layout.report.style import chapter, heading, paragraph

CONTENTS, GUIDE = "\x1fcontents", "\x1fguide"
GUIDES = ("guide_columns", "guide_curve", "guide_marks", "guide_pages")


def contents(pen: Pen, bookmarks: Sequence[Bookmark], pages: Mapping[Target, int]) -> tuple[Block, ...]:
    """List what is in a report, with the pages that are known."""
    rows = []
    for mark in bookmarks:
        outer = mark.level == 0
        look = style.BODY_BOLD if outer else style.BODY
        title = Text(mark.title, look, theme.INK, part="toc", indent=14.0 * mark.level, to=mark.target)
        number = Text(str(pages.get(mark.target, "")), look, theme.MUTED, part="toc", align="end")
        rows.append(Row(((title,), (number,)), mark.level))
    return chapter(pen.words["contents"], CONTENTS), Table((7, 1), tuple(rows), above=10.0, pad=2.4, reads="contents")


def guide(pen: Pen) -> tuple[Block, ...]:
    """Say how a map is read."""
    return (
        heading(pen.words["guide"], GUIDE),
        *(paragraph(pen.words[key], style.BODY, above=6.0) for key in GUIDES),
    )
