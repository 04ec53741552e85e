"""Comments on a sheet, for those who ask for them: a number at each thing, and below the foot what it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.columns import Columns
from cxdesigner.layout.link_shapes import mark_place
from cxdesigner.layout.pen import Pen, circle, line, runs
from cxdesigner.layout.scene import COMMENTS, Band, GlyphRun, Group, Node, Path, Stroke
from cxdesigner.layout.words import Words
from cxdesigner.model.document import Document
from cxdesigner.model.edits.comments import subject
from cxdesigner.model.records import Card, Comment, Department, Project, Record, Round

RADIUS = 6.0
STEP = 2 * RADIUS + 1.0
INDENT = 2 * RADIUS + 6.0
COLUMN, GAP = 250.0, 20.0
"""Least width of a column of the list, with the space between two."""
PARTS = ("card", "bar", "stage", "step", "lane-title", "title", "persona", "point", "steps", "legend")
"""The parts of the drawing that comments stand at, besides links; departments are in the legend alone."""
LONGEST = 60
"""Characters of a name in the list."""
MARK, DONE_MARK = "#a85a00", theme.QUIET


class CommentsInput(NamedTuple):
    """All that the list of comments depends on.

    `names`: for each comment what it is on, where that is nothing that the sheet shows; else "".
    """

    comments: tuple[Comment, ...]
    columns: Columns
    language: str
    names: tuple[str, ...]


def names_of(document: Document, words: Words, comments: Iterable[Comment]) -> tuple[str, ...]:
    """Name what comments are on that a sheet does not show as a thing of its own: "Department Kitchen"."""
    return tuple(_name(document.records.get(comment.on), words) for comment in comments)


def _name(record: Record | None, words: Words) -> str:
    if isinstance(record, Department):
        return f"{words['on_department']} {record.name}".strip()
    if isinstance(record, Project):
        return f"{words['on_project']} {record.title}".strip()
    if isinstance(record, Round):
        return f"{words['on_round']} {record.title}".strip()
    if isinstance(record, Card) and record.step is None:
        return f"{words['on_parked']} {record.text}".strip()
    return ""


def places_of(bands: Sequence[Band], keys: set[str], over: Iterable[Node] = ()) -> dict[str, tuple[float, float]]:
    """Give the upper right corners of things on the sheet, in points; what is not shown is left out.

    `over`: what is drawn over the bands, among it the links.
    """
    found: dict[str, tuple[float, float]] = {}
    for band in bands:
        for group in band.groups:
            if group.id in keys and group.part in PARTS:
                beside = RADIUS if group.part == "legend" else 0.0  # no corner, but the end of words
                found.setdefault(group.id, (group.x + _reach(group) + beside, group.y + band.top))
    for node in over:
        if isinstance(node, Group) and node.id in keys and node.part == "link":
            found[node.id] = mark_place(node)
    return found


def _reach(group: Group) -> float:
    """Give how far a thing reaches to the right: what is only words, as far as these."""
    if group.part not in ("title", "step", "steps", "lane-title", "persona"):
        return group.width
    ends = [item.x + item.line.width for item in group.items if isinstance(item, GlyphRun)]
    return min(group.width, max(ends, default=0.0) + 2 * RADIUS)


def comment_marks(
    pen: Pen, comments: Sequence[Comment], bands: Sequence[Band], over: Sequence[Node]
) -> tuple[Group, ...]:
    """Draw the number of each comment at the corner of what it is on, several side by side: within what has corners,
    away from the words of a link.
    """
    places = places_of(bands, {subject(comment) for comment in comments}, over)
    links = {node.id for node in over if isinstance(node, Group)}
    used: dict[str, int] = {}
    marks = []
    for number, comment in enumerate(comments, 1):
        key = subject(comment)
        if key in places:
            x, y = places[key]
            before = used.get(key, 0)
            used[key] = before + 1
            items = _mark(pen, number, comment)
            beside = before * STEP if key in links else -before * STEP
            left, top = x - RADIUS + beside - RADIUS / 2, y - RADIUS - RADIUS / 2
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
    for number, (comment, name) in enumerate(zip(given.comments, given.names, strict=True), 1):
        at = bottoms.index(min(bottoms))
        head = pen.fitted(_about(pen, comment, name), theme.LABEL, room - INDENT)
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


def _about(pen: Pen, comment: Comment, name: str) -> str:
    when, short = comment.date.replace("T", " "), " ".join(name.split())
    short = f"{short[: LONGEST - 1]}…" if len(short) > LONGEST else short
    done = pen.words["done"] if comment.done else ""
    return " · ".join(part for part in (short, comment.author, when, done) if part)


def _mark(pen: Pen, number: int, comment: Comment) -> tuple[Node, ...]:
    fill = DONE_MARK if comment.done else MARK
    text = pen.text(str(number), theme.LABEL_BOLD)
    disc = Path(tuple(circle(RADIUS, RADIUS, RADIUS)), fill, Stroke(theme.PAPER, 1.0))
    return disc, *runs(text, RADIUS - text.width / 2, RADIUS - text.height / 2, theme.ink_on(fill))
