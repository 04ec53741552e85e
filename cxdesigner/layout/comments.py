"""Comments on a sheet, for those who ask for them: a number at each thing, and below the foot what it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.columns import Columns
from cxdesigner.layout.pen import Pen, circle, line, runs
from cxdesigner.layout.scene import COMMENTS, Band, GlyphRun, Group, Node, Path, Stroke
from cxdesigner.model.edits.comments import subject
from cxdesigner.model.records import Comment

RADIUS = 6.0
STEP = 2 * RADIUS + 1.0
INDENT = 2 * RADIUS + 6.0
COLUMN, GAP = 250.0, 20.0
"""Least width of a column of the list, with the space between two."""
PARTS = ("card", "bar", "stage", "step", "lane-title", "title", "persona", "point", "steps")
"""The parts of the drawing that comments stand at."""
MARK, DONE_MARK = "#a85a00", theme.QUIET


class CommentsInput(NamedTuple):
    """All that the list of comments depends on."""

    comments: tuple[Comment, ...]
    columns: Columns
    language: str


def places_of(bands: Sequence[Band], keys: set[str]) -> dict[str, tuple[float, float]]:
    """Give the upper right corners of things on the sheet, in points; what is not shown is left out."""
    found: dict[str, tuple[float, float]] = {}
    for band in bands:
        for group in band.groups:
            if group.id in keys and group.part in PARTS:
                found.setdefault(group.id, (group.x + _reach(group), group.y + band.top))
    return found


def _reach(group: Group) -> float:
    """Give how far a thing reaches to the right: what is only words, as far as these."""
    if group.part not in ("title", "step", "steps", "lane-title", "persona"):
        return group.width
    ends = [item.x + item.line.width for item in group.items if isinstance(item, GlyphRun)]
    return min(group.width, max(ends, default=0.0) + 2 * RADIUS)


def comment_marks(pen: Pen, comments: Sequence[Comment], bands: Sequence[Band]) -> tuple[Group, ...]:
    """Draw the number of each comment at the corner of what it is on, several side by side."""
    places = places_of(bands, {subject(comment) for comment in comments})
    used: dict[str, int] = {}
    marks = []
    for number, comment in enumerate(comments, 1):
        key = subject(comment)
        if key in places:
            x, y = places[key]
            before = used.get(key, 0)
            used[key] = before + 1
            items = _mark(pen, number, comment)
            left, top = x - RADIUS - before * STEP - RADIUS / 2, y - RADIUS - RADIUS / 2
            marks.append(Group(comment.id, "comment", left, top, 2 * RADIUS, 2 * RADIUS, items))
    return tuple(marks)


def comments_band(pen: Pen, given: CommentsInput) -> Band:
    """List the comments: number, who and when, what they say; those that are done in a quieter colour."""
    left, width = theme.MARGIN, given.columns.sheet_width - 2 * theme.MARGIN
    title = pen.text(pen.words["comments"], theme.LANE)
    rule = line(0, 0, width, 0, Stroke(theme.HAIRLINE))
    groups = [Group(COMMENTS, "comments", left, 0, width, title.height + 8, (rule, *runs(title, 0, 8, theme.INK)))]
    count = max(1, int((width + GAP) // COLUMN))
    room = (width - (count - 1) * GAP) / count
    bottoms = [title.height + 14] * min(count, max(1, len(given.comments)))
    for number, comment in enumerate(given.comments, 1):
        at = bottoms.index(min(bottoms))
        head = pen.fitted(_about(pen, comment), theme.LABEL, room - INDENT)
        text = pen.fitted(comment.text, theme.CARD, room - INDENT)
        ink = theme.MUTED if comment.done else theme.INK
        items = (
            *_mark(pen, number, comment),
            *runs(head, INDENT, 0, theme.MUTED),
            *runs(text, INDENT, head.height, ink),
        )
        height = max(2 * RADIUS, head.height + text.height)
        groups.append(Group(comment.id, "comment-text", left + at * (room + GAP), bottoms[at], room, height, items))
        bottoms[at] += height + 6
    return Band(COMMENTS, 0.0, max(bottoms) + theme.MARGIN / 2, tuple(groups))


def _about(pen: Pen, comment: Comment) -> str:
    when = comment.date.replace("T", " ")
    return " · ".join(part for part in (comment.author, when, pen.words["done"] if comment.done else "") if part)


def _mark(pen: Pen, number: int, comment: Comment) -> tuple[Node, ...]:
    fill = DONE_MARK if comment.done else MARK
    text = pen.text(str(number), theme.LABEL_BOLD)
    disc = Path(tuple(circle(RADIUS, RADIUS, RADIUS)), fill, Stroke(theme.PAPER, 1.0))
    return disc, *runs(text, RADIUS - text.width / 2, RADIUS - text.height / 2, theme.ink_on(fill))
