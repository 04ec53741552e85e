"""Where on the canvas what a merge left open is: a frame with a sign around each such thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cxdesigner.model.conflict_paths import spot_of
from cxdesigner.model.records import Conflict
from cxdesigner.ui.canvas.overlay import FRAMED
from cxdesigner.ui.comparing.sorts import RADIUS, sign_box

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView
    from cxdesigner.ui.comparing.conflicts_panel import ConflictsPanel


class ConflictMarks:
    """Paints a "?" at what is open; a press on it has it asked."""

    def __init__(self, view: CanvasView, panel: ConflictsPanel) -> None:
        self._view, self._panel = view, panel
        self._known: tuple[tuple[Conflict, ...], dict[str, int]] = ((), {})

    def _numbers(self) -> dict[str, int]:
        """Give the number of the first conflict about each record."""
        conflicts = self._panel.conflicts
        if self._known[0] is not conflicts:
            numbers: dict[str, int] = {}
            for number, conflict in enumerate(conflicts):
                spot = spot_of(conflict.path)
                if spot is not None:
                    numbers.setdefault(spot.key, number)
            self._known = conflicts, numbers
        return self._known[1]

    def _places(self, seen: QRectF) -> list[tuple[int, QRectF]]:
        view, numbers = self._view, self._numbers()
        hits = view.index.find(view.scene, numbers.keys(), seen.top(), seen.bottom())
        return [(numbers[hit.group.id], view.overlay.framed(hit)) for hit in hits if hit.group.part in FRAMED]

    def hides_frames(self) -> bool:
        """Tell whether what is selected is not to be framed: nobody works on the map while conflicts are settled."""
        return not self._view.hasFocus()

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Paint what is in view."""
        tokens = self._view.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, rect in self._places(seen):
            current = number == self._panel.current
            painter.setPen(QPen(QColor(tokens.warning), 3 if current else 2, Qt.PenStyle.DashDotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 4, 4)
            middle = rect.topLeft() + QPointF(2, 1)
            painter.setPen(QPen(QColor(tokens.window), 1.5))
            painter.setBrush(QColor(tokens.warning))
            painter.drawEllipse(middle, RADIUS, RADIUS)
            painter.setPen(QColor(tokens.window))
            font = painter.font()
            painter.save()
            font.setPixelSize(11)
            font.setBold(True)
            painter.setFont(font)
            painter.drawText(sign_box(middle), Qt.AlignmentFlag.AlignCenter, "?")
            painter.restore()
        painter.restore()

    def press(self, at: QPoint) -> bool:
        """Have the conflict asked whose sign is at a point of the view; False if none is."""
        for number, rect in self._places(self._view.seen()):
            if sign_box(rect.topLeft() + QPointF(2, 1)).contains(QPointF(at)):
                self._panel.walk(number - self._panel.current)
                return True
        return False
