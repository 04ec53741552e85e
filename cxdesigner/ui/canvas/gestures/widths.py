"""Dragging edges: of a card, so that it covers more steps or fewer; of a step, so that it is wider or narrower."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from cxdesigner.layout import theme
from cxdesigner.layout.columns import Column
from cxdesigner.model.document import Document
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.spans import set_span
from cxdesigner.model.limits import MAX_STEP_WIDTH, MIN_STEP_WIDTH
from cxdesigner.model.records import Card, Step
from cxdesigner.ui.canvas.gestures.base import Gesture, Press
from cxdesigner.ui.session import Edit, Session
from cxdesigner.ui.style.words import tr

PULL = 7.0
"""Pixels within which a width is drawn to that of another step, or to the automatic one."""


class SpanCard(Gesture):
    """Drags an edge of a card."""

    cursor = Qt.CursorShape.SizeHorCursor
    frames = False

    def __init__(self, view, press: Press, *, right: bool) -> None:
        super().__init__(view, press)
        assert press.hit is not None
        self._key = press.hit.group.id
        card = view.session.document.get(self._key, Card)
        assert card is not None
        self._fixed = (card.step if right else card.to or card.step) or ""
        self._last: str | None = None
        view.session.select(self._key)

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        column = self.view.columns.at(x)
        step = self._end_in(column) if column is not None else None
        if step is not None and step != self._last:
            self._last = step
            self.view.hold(y, lambda: self.view.session.preview(self._edit()))
        self.view.viewport().update()

    def _end_in(self, column: Column) -> str:
        """Give the step of a column to which the card reaches: of a collapsed stage it covers all."""
        fixed = self.view.columns.position.get(self._fixed, 0)
        return column.steps[-1] if self.view.columns.position[column.step] > fixed else column.step

    def _edit(self) -> Edit:
        return partial(set_span, card_id=self._key, first=self._fixed, last=self._last or self._fixed)

    def release(self) -> None:
        self.view.session.perform(tr("Change span"), self._edit())

    def paint(self, painter: QPainter) -> None:
        view = self.view
        for hit in view.find(self._key, "card"):
            view.overlay.target(painter, (hit.x, hit.y, hit.group.width, hit.group.height))
        span = view.columns.span(self._fixed, self._last or self._fixed)
        if span is None:
            return
        first, last = (view.columns.columns[index] for index in span)
        view.overlay.guides(painter, (first.x, last.x + last.width))
        document, map_id = view.session.document, view.session.map_id
        names = [step_name(document, map_id, column.step) for column in (first, last)]
        text = names[0] if span[0] == span[1] else f"{names[0]} – {names[1]}"
        view.overlay.label(painter, view.pointer.x() + 14, view.pointer.y() + 22, text)


def step_name(document: Document, map_id: str, key: str) -> str:
    """Name a step for the reader: by its title, else by its number."""
    steps = document.steps(map_id)
    index = next((index for index, step in enumerate(steps) if step.id == key), 0)
    title = steps[index].title if steps else ""
    return " ".join(title.split()) or tr("Step {number}", number=index + 1)


class Width(NamedTuple):
    """A width in points, None for automatic, and the step that has the same, "" for none."""

    points: float | None
    like: str = ""


def width_at(points: float, others: Sequence[tuple[str, float]], pull: float) -> Width:
    """Draw a width to the automatic one or to that of another step, if one of them is within `pull`.

    `others` are steps with their widths, the nearest ones first: of equal ones the first is meant.
    """
    points = float(max(MIN_STEP_WIDTH, min(MAX_STEP_WIDTH, round(points))))
    found = [(abs(points - width), width, key) for key, width in others]
    distance, width, key = min(found, key=lambda one: one[0], default=(pull + 1, 0.0, ""))
    if abs(points - theme.STEP_WIDTH) <= min(pull, distance):
        return Width(None)
    return Width(width, key) if distance <= pull else Width(points)


class StepWidth(Gesture):
    """Drags the right edge of a step, in whole points; Shift lets go of the widths of others."""

    cursor = Qt.CursorShape.SplitHCursor
    scrolls = (True, False)
    frames = False

    def __init__(self, view, press: Press) -> None:
        super().__init__(view, press)
        assert press.hit is not None
        self._key = press.hit.group.id
        column = view.columns.columns[view.columns.position[self._key]]
        self._grip = press.x - (column.x + column.width)
        self._others = _nearest_first(view.columns.columns, column)
        self._width: Width | None = None
        view.session.select(self._key)

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        free = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        pull = 0.0 if free else PULL / self.view.camera.scale
        width = width_at(x - self._grip - self._column().x, self._others, pull)
        if width != self._width:
            self._width = width
            self.view.hold(y, lambda: self.view.session.preview(self._edit()))
        self.view.viewport().update()

    def _column(self) -> Column:
        return self.view.columns.columns[self.view.columns.position[self._key]]

    def _edit(self) -> Edit:
        return partial(set_fields, keys=self._key, width=self._width.points if self._width is not None else None)

    def release(self) -> None:
        if self._width is not None:
            self.view.session.perform(tr("Change width"), self._edit())

    def paint(self, painter: QPainter) -> None:
        view, column, width = self.view, self._column(), self._width
        if width is None:
            return
        view.overlay.guides(painter, (column.x, column.x + column.width))
        if width.like and (other := view.columns.of(width.like)) is not None:
            view.overlay.guides(painter, (other.x, other.x + other.width), faint=True)
        view.overlay.label(painter, view.pointer.x() + 14, view.pointer.y() + 22, self._text(width, column))

    def _text(self, width: Width, column: Column) -> str:
        points = tr("{points} pt", points=round(column.width))
        if width.points is None:
            return tr("{points}, automatic", points=points)
        if width.like:
            session = self.view.session
            name = step_name(session.document, session.map_id, width.like)
            return tr("{points}, as {step}", points=points, step=name)
        return points


def _nearest_first(columns: Sequence[Column], column: Column) -> list[tuple[str, float]]:
    """Give the steps beside one, then those farther away, each with its width."""
    here = columns.index(column)
    order = sorted(range(len(columns)), key=lambda index: abs(index - here))
    return [
        (columns[index].step, columns[index].width) for index in order if index != here and not columns[index].collapsed
    ]


def automatic_width(session: Session, key: str) -> None:
    """Give a step its automatic width back; if it is selected, all steps that are."""
    ids = session.selection.ids if key in session.selection.ids else (key,)
    steps = [one for one in ids if session.document.get(one, Step) is not None]
    session.perform(tr("Automatic width"), partial(set_fields, keys=steps, width=None))
