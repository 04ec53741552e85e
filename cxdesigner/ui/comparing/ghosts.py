"""What stands elsewhere in the other version or only there, drawn faintly where; it is over the sheet, in no export."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from cxdesigner.layout import theme
from cxdesigner.layout.card import card_group
from cxdesigner.layout.columns import Column
from cxdesigner.layout.context import Context, context_of
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.pen import Pen
from cxdesigner.layout.scene import Band, Group
from cxdesigner.layout.words import Words
from cxdesigner.model.records import Card
from cxdesigner.ui.canvas.camera import READABLE
from cxdesigner.ui.comparing.sorts import RADIUS, Signs, color_of, pen_of

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView
    from cxdesigner.ui.comparing.plan import Cell, Plan

FAINT, FAINTER = 0.5, 0.3
"""How much of a ghost's own drawing is seen, and of that of a card that is somewhere else."""
MANY = 60
"""From how many cells in view on ghosts are only counted."""
_LEAST = 90.0
"""How wide a card is at least that is shown over a narrow column, in points."""
KEPT = 200
"""How many pictures of ghosts are kept."""
CHIP = 18.0
"""Height of a chip that counts, in pixels."""


class Ghost(NamedTuple):
    """A card where it would stand on the sheet, in points."""

    card: Card
    box: QRectF
    group: Group
    is_elsewhere: bool = False
    """Whether this side has it too, in another cell."""


class Cellful(NamedTuple):
    """The ghosts of a cell for which there is room below its cards, and what is gone for which there is none."""

    shown: tuple[Ghost, ...]
    rest: tuple[Card, ...]
    corner: QPointF
    """The lower right corner of the cell, in points."""


class Ghosts:
    """Places and paints ghosts; lays out only those in view, and keeps them as long as their cell is the same."""

    def __init__(self, view: CanvasView, signs: Signs) -> None:
        self._view, self._signs = view, signs
        self._plan: Plan | None = None
        self._chips: dict[int, QPixmap] = {}
        self._pictures: tuple[tuple[float, float], dict[str, QPixmap]] = ((0.0, 0.0), {})
        self._pen: tuple[Pen, Context] | None = None
        self._groups: dict[tuple[str, float], Group] = {}
        self._known: dict[Cell, tuple[tuple[object, ...], Cellful]] = {}

    def follow(self, plan: Plan | None) -> None:
        """Take another plan."""
        self._plan, self._pen = plan, None
        self._groups, self._known = {}, {}
        self._pictures, self._chips = ((0.0, 0.0), {}), {}

    def cells(self, seen: QRectF) -> Iterator[tuple[Band, Column, Cell]]:
        """Give the cells in view in which there are ghosts."""
        plan, view = self._plan, self._view
        if plan is None or not (plan.gone or plan.left):
            return
        columns = [one for one in view.columns.columns if one.x < seen.right() and seen.left() < one.x + one.width]
        for band in view.scene.bands:
            if not band.is_lane or band.top > seen.bottom() or band.top + band.height < seen.top():
                continue
            for column in columns:
                for step in column.steps:
                    if (band.key, step) in plan.gone or (band.key, step) in plan.left:
                        yield band, column, (band.key, step)

    def in_cell(self, band: Band, column: Column, cell: Cell) -> Cellful:
        """Place the ghosts of a cell."""
        assert self._plan is not None
        given = (band.groups, band.top, band.height, column)
        known = self._known.get(cell)
        if known is None or any(one is not other and one != other for one, other in zip(known[0], given, strict=True)):
            gone, away = self._plan.gone.get(cell, ()), self._plan.left.get(cell, ())
            known = self._known[cell] = given, self._placed(band, column, gone, away)
        return known[1]

    def _placed(self, band: Band, column: Column, gone: tuple[Card, ...], away: tuple[Card, ...]) -> Cellful:
        gap = theme.CELL_GAP
        left, right = column.x, column.x + column.width
        bottoms = [
            group.y + group.height
            for group in band.groups
            if group.part in ("card", "count", "bar") and group.x < right and left < group.x + group.width
        ]
        y = max(bottoms) + gap if bottoms else theme.LANE_PADDING
        shown = []
        for place, card in enumerate((*gone, *away) if not column.collapsed else ()):
            group = self._group(card, column.width - gap)
            if y + group.height > band.height - 1:
                break
            box = QRectF(left + gap / 2, band.top + y, group.width, group.height)
            shown.append(Ghost(card, box, group, place >= len(gone)))
            y += group.height + gap
        return Cellful(tuple(shown), gone[len(shown) :], QPointF(right - gap / 2, band.top + band.height))

    def _group(self, card: Card, width: float) -> Group:
        found = self._groups.get((card.id, width))
        if found is None:
            pen, context = self._drawing()
            found = self._groups[card.id, width] = card_group(pen, card, width, context)
        return found

    def _drawing(self) -> tuple[Pen, Context]:
        if self._pen is None:
            assert self._plan is not None
            other = self._plan.other
            words = Words(other.project.language)
            map_id = other.maps[0].id if other.maps else ""
            self._pen = Pen(self._view.typesetter, Icons(), words), context_of(other, map_id)
        return self._pen

    def place_of(self, card: Card) -> QRectF | None:
        """Give where a card would stand: as a ghost, or else the corner of its cell; None if there is no such cell."""
        plan, view = self._plan, self._view
        column = view.columns.of(plan.cell_of(card)[1]) if plan is not None else None
        if plan is None or column is None:
            return None
        cell = plan.cell_of(card)
        band = next((one for one in view.scene.bands if one.key == cell[0]), None)
        if band is None:
            return None
        placed = self.in_cell(band, column, cell)
        found = next((ghost.box for ghost in placed.shown if ghost.card.id == card.id), None)
        return found if found is not None else QRectF(placed.corner, placed.corner)

    def paint(self, painter: QPainter, seen: QRectF, current: str) -> None:
        """Paint what is in view; `current` is the id of the one that is looked at."""
        cells = list(self.cells(seen))
        from_afar = self._view.camera.zoom < READABLE or len(cells) > MANY
        for band, column, cell in cells:
            if from_afar:
                assert self._plan is not None
                corner = QPointF(column.x + column.width - theme.CELL_GAP / 2, band.top + band.height)
                count = len(self._plan.gone.get(cell, ()))
                if count:
                    self._chip(painter, corner, count, small=self._view.camera.zoom < READABLE)
                continue
            placed = self.in_cell(band, column, cell)
            for ghost in placed.shown:
                self._ghost(painter, ghost, ghost.card.id == current)
            if placed.rest:
                self._chip(painter, placed.corner, len(placed.rest))
            self._over_others(painter, column, placed, current)

    def _over_others(self, painter: QPainter, column: Column, placed: Cellful, current: str) -> None:
        """Paint the card that is looked at over what stands in its cell, if there is no room for it."""
        card = next((card for card in placed.rest if card.id == current), None)
        if card is None:
            return
        group = self._group(card, max(column.width - theme.CELL_GAP, _LEAST))
        box = QRectF(placed.corner.x() - group.width, placed.corner.y() - group.height, group.width, group.height)
        self._ghost(painter, Ghost(card, box, group), True)

    def _ghost(self, painter: QPainter, ghost: Ghost, current: bool) -> None:
        assert self._plan is not None
        view, camera, tokens = self._view, self._view.camera, self._view.tokens
        sort = "moved" if ghost.is_elsewhere else self._plan.absent
        painter.save()
        painter.setOpacity((FAINT if current else FAINTER) if ghost.is_elsewhere else 1.0 if current else FAINT)
        painter.drawPixmap(QPointF(*camera.to_view(ghost.box.x(), ghost.box.y())), self._picture(ghost.group))
        painter.restore()
        box = view.overlay.rect((ghost.box.x(), ghost.box.y(), ghost.box.width(), ghost.box.height()))
        painter.setPen(
            pen_of(sort, tokens, (1.6 if current else 1.0) if ghost.is_elsewhere else 2.6 if current else 1.6)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        if not ghost.is_elsewhere:  # else an arrow leads from it
            self._signs.paint(painter, sort, box.topLeft() + QPointF(2, 2))

    def _picture(self, group: Group) -> QPixmap:
        """Give how a ghost looks at the zoom of now; painting its text anew for every frame would take too long."""
        scale, ratio = self._view.camera.scale, self._view.devicePixelRatioF()
        if self._pictures[0] != (scale, ratio) or len(self._pictures[1]) > KEPT:
            self._pictures = (scale, ratio), {}
        found = self._pictures[1].get(group.id)
        if found is None:
            size = QSize(ceil(group.width * scale) + 1, ceil(group.height * scale) + 1)
            found = QPixmap(size * ratio)
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            with QPainter(found) as own:
                own.scale(scale, scale)
                self._view.pens.paint(own, group)
            self._pictures[1][group.id] = found
        return found

    def _chip(self, painter: QPainter, corner: QPointF, count: int, *, small: bool = False) -> None:
        """Count the ghosts that have no room, on the lower right corner of their cell."""
        assert self._plan is not None
        at = QPointF(*self._view.camera.to_view(corner.x(), corner.y()))
        if small:
            self._signs.paint(painter, self._plan.absent, at - QPointF(4, 4), 4.5)
            return
        picture = self._chips.get(count)
        if picture is None:
            picture = self._chips[count] = self._chip_picture(painter, count)
        size = picture.deviceIndependentSize()
        painter.drawPixmap(round(at.x() - size.width()), round(at.y() - size.height() - 1), picture)

    def _chip_picture(self, painter: QPainter, count: int) -> QPixmap:
        assert self._plan is not None
        tokens, ratio = self._view.tokens, self._view.devicePixelRatioF()
        color, words = color_of(self._plan.absent, tokens), str(count)
        box = QRectF(0.5, 0.5, CHIP + painter.fontMetrics().horizontalAdvance(words) + 8, CHIP)
        picture = QPixmap(QSize(ceil(box.width()) + 1, ceil(CHIP) + 1) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as own:
            own.setFont(painter.font())
            own.setRenderHint(QPainter.RenderHint.Antialiasing)
            own.setPen(QPen(color, 1))
            own.setBrush(QColor(tokens.window))
            own.drawRoundedRect(box, CHIP / 2, CHIP / 2)
            self._signs.paint(own, self._plan.absent, QPointF(box.left() + CHIP / 2, box.center().y()), RADIUS - 1)
            own.setPen(color)
            own.drawText(box.adjusted(CHIP, 0, -4, 0), Qt.AlignmentFlag.AlignCenter, words)
        return picture

    def at(self, x: float, y: float, seen: QRectF) -> Card | None:
        """Give the card whose ghost is at a point of the sheet, of a chip the first; None for none."""
        if self._view.camera.zoom < READABLE:
            return None
        reach = CHIP / self._view.camera.scale
        for band, column, cell in self.cells(seen):
            placed = self.in_cell(band, column, cell)
            over = (ghost for ghost in placed.shown if ghost.box.contains(x, y) and not ghost.is_elsewhere)
            found = next((ghost.card for ghost in over), None)
            if found is not None:
                return found
            corner = placed.corner
            if placed.rest and corner.x() - 2 * reach <= x <= corner.x() and corner.y() - reach <= y <= corner.y():
                return placed.rest[0]
        return None
