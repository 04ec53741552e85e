"""The foot of a sheet: what its marks and colours mean, and which version it is."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.columns import Columns
from cxdesigner.layout.context import Context
from cxdesigner.layout.curve_legend import INDENT, CurvesShown, curve_samples
from cxdesigner.layout.link_shapes import arrow
from cxdesigner.layout.linked import LinksUsed
from cxdesigner.layout.pen import Pen, dot, line, runs
from cxdesigner.layout.scene import FOOT, Band, Group, Node, Stroke
from cxdesigner.layout.words import Words
from cxdesigner.model.records import Card, Map

GAP = 16.0
ROW = 16.0
"""Least height of a row."""


class Entry(NamedTuple):
    """A mark and what it means: the record that it stands for, its size in points and what is drawn."""

    key: str
    width: float
    height: float
    items: tuple[Node, ...]


class Used(NamedTuple):
    """Which marks the cards of a lane or a map carry."""

    channels: frozenset[str] = frozenset()
    moment_of_truth: bool = False
    support_moment: bool = False

    def both(self, other: Used) -> Used:
        """Join two."""
        return Used(
            self.channels | other.channels,
            self.moment_of_truth or other.moment_of_truth,
            self.support_moment or other.support_moment,
        )


class LegendInput(NamedTuple):
    """All that the foot depends on. `curves`: what the emotion lane shows, None where there is none."""

    shown: Map
    columns: Columns
    context: Context
    used: Used
    curves: CurvesShown | None
    language: str
    links: LinksUsed = LinksUsed()


def marks_of(cards: tuple[Card, ...]) -> Used:
    """Collect the marks of cards."""
    return Used(
        frozenset(card.channel for card in cards if card.channel),
        any(card.moment_of_truth for card in cards),
        any(card.support_moment for card in cards),
    )


def legend_band(pen: Pen, given: LegendInput) -> Band:
    """Lay out the foot; it is empty (but for the margin) where there is nothing to explain."""
    entries = _entries(pen, given)
    edition = edition_of(given.shown, pen.words)
    top = 14.0
    if not entries and not edition:
        return Band(FOOT, 0.0, top, ())
    left, right = theme.MARGIN, given.columns.sheet_width - theme.MARGIN
    groups: list[Group] = []
    x, y, height = left, top, ROW
    for entry in entries:
        if x > left and x + entry.width > right:
            x, y, height = left, y + height, ROW
        groups.append(Group(entry.key, "legend", x, y, entry.width, entry.height, entry.items))
        x += entry.width + GAP
        height = max(height, entry.height)
    if edition:
        text = pen.fitted(edition, theme.LABEL, right - left)
        if x > left and x + text.width > right:
            y, height = y + height, ROW
        at = right - text.width
        words = runs(text, 0, 0, theme.MUTED)
        groups.append(Group(given.shown.id, "edition", at, y + 2, text.width, text.height, words))
        height = max(height, text.height + 4)
    rule = Group(
        given.shown.id, "rule", left, 4, right - left, 1, (line(0, 0, right - left, 0, Stroke(theme.HAIRLINE)),)
    )
    return Band(FOOT, 0.0, y + height + theme.MARGIN - 4, (rule, *groups))


def edition_of(shown: Map, words: Words) -> str:
    """Say which version of a map it is, of when and by whom."""
    author = f"{words['author']} {shown.author}" if shown.author else ""
    # A bare number says nothing; "Review 2" or "Spring" speaks for itself.
    release = f"{words['version']} {shown.release}" if shown.release[:1].isdigit() else shown.release
    return " · ".join(part for part in (release, shown.date, author) if part)


def _entries(pen: Pen, given: LegendInput) -> list[Entry]:
    entries = []
    if given.curves is not None:
        for key, words, items in curve_samples(given.context.shown, given.curves, pen.words):
            entries.append(_entry(pen, given, key or given.shown.id, words, items, INDENT))
    for kind in given.links.kinds:
        mark = arrow([(0.0, 8.0), (24.0, 8.0)], kind)
        entries.append(_entry(pen, given, given.shown.id, pen.words[kind], mark, 29))
    for key in given.links.departments:
        color = given.context.department_colors.get(key) or theme.MUTED
        entries.append(_entry(pen, given, key, given.context.departments.get(key, ""), (dot(0, 5.5, 5, color),), 9))
    if given.used.moment_of_truth:
        mark = pen.icons.placed("mark-moment-of-truth", 0, 3, 10, theme.GOLD)
        entries.append(_entry(pen, given, given.shown.id, pen.words["moment_of_truth"], mark, 13))
    if given.used.support_moment:
        mark = pen.icons.placed("mark-support", 0, 3, 10, theme.SUPPORT_INK)
        entries.append(_entry(pen, given, given.shown.id, pen.words["support_moment"], mark, 13))
    for channel, color in theme.CHANNEL_COLOR.items():
        if channel in given.used.channels:
            mark = pen.icons.placed(f"channel-{channel}", 0, 3, 10, color)
            entries.append(_entry(pen, given, given.shown.id, pen.words[channel], mark, 13))
    return entries


def _entry(pen: Pen, given: LegendInput, key: str, words: str, mark: tuple[Node, ...], indent: float) -> Entry:
    room = max(20.0, given.columns.sheet_width - 2 * theme.MARGIN - indent)
    text = pen.fitted(" ".join(words.split()), theme.LABEL, room)
    height = max(ROW, text.height + 4)
    return Entry(key, indent + text.width, height, (*mark, *runs(text, indent, 2, theme.MUTED)))
