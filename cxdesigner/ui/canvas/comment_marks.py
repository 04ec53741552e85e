"""The marks of comments on the canvas: small, at the corner of what they are on, and in no export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from cxdesigner.layout.comments import places_of
from cxdesigner.model.edits.comments import open_comments, subject
from cxdesigner.ui.canvas.camera import READABLE
from cxdesigner.ui.style.tokens import Tokens

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView

SIZE = 15.0
"""Width of a mark, in pixels."""
DOT = 3.0
"""Radius of a mark from afar, in pixels."""


class CommentMarks:
    """Paints a bubble for the open comments on each thing, with their number if there are several."""

    def __init__(self, view: CanvasView, tokens: Tokens) -> None:
        self._view = view
        self._fill = QColor(tokens.warning)
        self._paper = QColor(tokens.window)
        self._known: tuple[object, object, dict[str, int], dict[str, tuple[float, float]]] | None = None

    def _places(self) -> tuple[dict[str, int], dict[str, tuple[float, float]]]:
        view = self._view
        document, scene = view.session.shown, view.scene
        if self._known is None or self._known[0] is not document or self._known[1] is not scene:
            counts: dict[str, int] = {}
            if document.comments(view.session.map_id) and not view.session.showing.comments:
                for comment in open_comments(document, view.session.map_id):
                    counts[subject(comment)] = counts.get(subject(comment), 0) + 1
            places = places_of(scene.bands, set(counts), scene.over) if counts else {}
            self._known = document, scene, counts, places
        return self._known[2], self._known[3]

    def paint(self, painter: QPainter) -> None:
        """Paint the marks that are in view."""
        counts, places = self._places()
        room = QRectF(self._view.viewport().rect()).adjusted(-SIZE, -SIZE, SIZE, SIZE)
        for key, place in places.items():
            at = QPointF(*self._view.camera.to_view(*place))
            if not room.contains(at):
                continue
            if self._view.camera.zoom < READABLE:
                painter.setPen(QPen(self._paper, 1.0))
                painter.setBrush(self._fill)
                painter.drawEllipse(at, DOT, DOT)
            else:
                self._bubble(painter, _box(at), counts[key])

    def _bubble(self, painter: QPainter, box: QRectF, count: int) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(box, 4, 4)
        tail = QPainterPath(QPointF(box.left() + 3, box.bottom() - 1))
        tail.lineTo(box.left() + 3, box.bottom() + 4)
        tail.lineTo(box.left() + 8, box.bottom() - 1)
        painter.setPen(QPen(self._paper, 1.2))
        painter.setBrush(self._fill)
        painter.drawPath(shape.united(tail))
        painter.setPen(self._paper)
        if count > 1:
            font = painter.font()
            painter.save()
            font.setPixelSize(9)
            painter.setFont(font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(min(count, 99)))
            painter.restore()
        else:
            for down in (4.0, 7.0):
                y = box.top() + down
                painter.drawLine(QPointF(box.left() + 3.5, y), QPointF(box.right() - 3.5, y))

    def at(self, point: QPoint) -> str:
        """Give the id of the thing whose mark is at a point of the view, "" for none."""
        for key, place in self._places()[1].items():
            if _box(QPointF(*self._view.camera.to_view(*place))).contains(point):
                return key
        return ""

    def press(self, at: QPoint) -> bool:
        """Ask for the comments of the thing whose mark is at a point of the view; False if none is."""
        key = self.at(at)
        if key:
            self._view.comments_asked.emit(key)
        return bool(key)


def _box(corner: QPointF) -> QRectF:
    return QRectF(corner.x() - SIZE * 0.7, corner.y() - SIZE * 0.55, SIZE, SIZE * 0.75)
