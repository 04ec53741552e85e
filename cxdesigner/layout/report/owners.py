"""What departments hand over to each other."""

from __future__ import annotations

from collections.abc import Sequence

from cxdesigner.insight.handovers import HandOver, drawn_handovers, owner_changes
from cxdesigner.layout import theme
from cxdesigner.layout.flow.blocks import Row, Table
from cxdesigner.layout.flow.cells import Text
from cxdesigner.layout.flow.strips import Block
from cxdesigner.layout.pen import dot
from cxdesigner.layout.report import style
from cxdesigner.layout.report.about import About
from cxdesigner.layout.report.style import DOT, cell, head, subheading
from cxdesigner.model.records import Card, Record, Stage, Step


def handovers(about: About) -> tuple[Block, ...]:
    """List the hand-overs that are drawn, then where the department of touchpoints changes."""
    words = about.words
    drawn = drawn_handovers(about.document, about.shown.id, about.cards)
    changes = owner_changes(about.cards)
    blocks: list[Block] = []
    if drawn:
        titles = head(words["from"], words["to"], words["handed"])
        rows = [Row((_end(about, one.start), _end(about, one.end), (cell(one.label or "–"),))) for one in drawn]
        blocks += [
            subheading(words["drawn_handovers"], above=10.0),
            Table((3, 3, 2), tuple(rows), titles, above=4.0, named=-1),
        ]
    if changes:
        blocks += [subheading(words["owner_changes"], above=14.0 if drawn else 10.0), _changes(about, changes)]
    return tuple(blocks)


def _changes(about: About, changes: Sequence[HandOver]) -> Table:
    titles = head(about.words["from"], about.words["to"])
    rows = [Row((_end(about, one.start), _end(about, one.end))) for one in changes]
    return Table((1, 1), tuple(rows), titles, above=4.0, named=-1)


def _end(about: About, end: Record) -> tuple[Text, ...]:
    if isinstance(end, Card):
        found = [about.card(end, style.BODY)._replace(part="td")]
        if end.department in about.context.departments:
            color = about.context.department_colors.get(end.department) or theme.MUTED
            mark = dot(1, (style.SMALL.leading - DOT) / 2, DOT, color)
            name = about.context.departments[end.department]
            found.append(Text(name, style.SMALL, theme.MUTED, end.department, "td", 0.0, 14.0, (mark,)))
        return tuple(found)
    assert isinstance(end, Step | Stage)
    return (cell(end.title or about.words["untitled_stage"]),)
