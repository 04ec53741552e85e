"""What is drawn over the sheet for the editor only: selection, drop targets, labels."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cxdesigner.layout.hit import Hit, cell_of
from cxdesigner.layout.scene import Scene
from cxdesigner.ui.canvas.landing import Rect
from cxdesigner.ui.style.tokens import Tokens

EMPTY_HINT = "Drag a stage here, or press Insert ▸ Stage"


class Overlay:
    """Paints in the view, in pixels; takes rectangles on the sheet, in points."""

    def __init__(self, view, tokens: Tokens) -> None:
        self._view = view
        self._accent = QColor(tokens.accent)
        self._ink = QColor(tokens.ink)
        self._paper = QColor(tokens.window)
        self._muted = QColor(tokens.muted)
        self._frames: tuple[Scene, tuple[str, ...], list[Hit]] | None = None

    def _framed(self, scene: Scene, keys: tuple[str, ...]) -> list[Hit]:
        """Give what is framed, found anew only where something else is drawn or selected: there are thousands."""
        if self._frames is None or self._frames[0] is not scene or self._frames[1] != keys:
            self._frames = (scene, keys, frames(scene, *keys) if keys else [])
        return self._frames[2]

    def _soft(self, alpha: int) -> QColor:
        color = QColor(self._accent)
        color.setAlpha(alpha)
        return color

    def rect(self, rect: Rect, grow: float = 0.0) -> QRectF:
        """Turn a rectangle on the sheet into one of the view, `grow` pixels larger on each side."""
        left, top = self._view.camera.to_view(rect[0], rect[1])
        scale = self._view.camera.scale
        return QRectF(left, top, rect[2] * scale, rect[3] * scale).adjusted(-grow, -grow, grow, grow)

    def paint(self, painter: QPainter) -> None:
        """Paint the selection, the cell of the keyboard and what is under the pointer."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = self._view
        selection = view.session.selection
        if selection.cell is not None and view.shows_cell and view.writing.editor is None:
            cell = cell_of(view.scene, view.columns, *selection.cell)
            if cell is not None:
                self._cell(painter, (cell.x, cell.y, cell.width, cell.height))
        if view.hover is not None and view.gesture is None:
            self._hover(painter, view.hover)
        for hit in self._framed(view.scene, selection.ids):
            self._frame(painter, hit, single=len(selection.ids) == 1)
        if not view.columns.columns:
            self._hint(painter, EMPTY_HINT)

    def _cell(self, painter: QPainter, rect: Rect) -> None:
        painter.setPen(QPen(self._soft(150), 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(self._soft(12))
        painter.drawRoundedRect(self.rect(rect, -1.5), 3, 3)

    def _hover(self, painter: QPainter, hit: Hit) -> None:
        painter.setPen(QPen(self._soft(110), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect((hit.x, hit.y, hit.group.width, hit.group.height), 1.5), 4, 4)

    def _frame(self, painter: QPainter, hit: Hit, *, single: bool) -> None:
        rect = self.rect((hit.x, hit.y, hit.group.width, hit.group.height), 1.5)
        painter.setPen(QPen(self._accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if hit.group.part == "point":
            painter.drawEllipse(rect.adjusted(-2, -2, 2, 2))
            return
        painter.drawRoundedRect(rect, 3, 3)
        if single and hit.group.part == "card":
            painter.setBrush(self._paper)
            painter.setPen(QPen(self._accent, 1.4))
            for x in (rect.left(), rect.right()):
                painter.drawRoundedRect(QRectF(x - 3.5, rect.center().y() - 7, 7, 14), 3, 3)

    def target(self, painter: QPainter, rect: Rect) -> None:
        """Light up where something would land."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._accent, 1.6))
        painter.setBrush(self._soft(26))
        painter.drawRoundedRect(self.rect(rect, -1), 4, 4)

    def lifted(self, painter: QPainter, rect: Rect) -> None:
        """Shade what is being moved."""
        painter.setPen(QPen(self._soft(160), 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(self._soft(34))
        painter.drawRoundedRect(self.rect(rect), 4, 4)

    def mark(self, painter: QPainter, line: Rect) -> None:
        """Draw the line at which something will be put in; one of its lengths is 0."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect(line)
        painter.setPen(QPen(self._accent, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(rect.topLeft(), rect.bottomRight())
        painter.setBrush(self._paper)
        painter.setPen(QPen(self._accent, 2))
        for end in (rect.topLeft(), rect.bottomRight()):
            painter.drawEllipse(end, 3.5, 3.5)

    def rubber(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the rubber band; in pixels of the view."""
        painter.setPen(QPen(self._accent, 1))
        painter.setBrush(self._soft(22))
        painter.drawRect(rect)

    def label(self, painter: QPainter, x: float, y: float, text: str) -> None:
        """Write a short text on a dark ground beside the pointer or a point."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = painter.fontMetrics().horizontalAdvance(text) + 16
        height = painter.fontMetrics().height() + 8
        limit = self._view.viewport().rect()
        x = max(4.0, min(x, limit.width() - width - 4))
        y = max(4.0, min(y - height / 2, limit.height() - height - 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink)
        box = QRectF(x, y, width, height)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self._paper)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def badge(self, painter: QPainter, at: QPoint, text: str) -> None:
        """Write a number in a disc at the pointer."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._accent)
        disc = QRectF(at.x() + 8, at.y() - 26, 22, 22)
        painter.drawEllipse(disc)
        painter.setPen(self._paper)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, text)

    def _hint(self, painter: QPainter, text: str) -> None:
        rect = self.rect((0, 0, self._view.scene.width, self._view.scene.height))
        painter.setPen(self._muted)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def frames(scene: Scene, *keys: str) -> list[Hit]:
    """Give what of records is framed when they are selected."""
    parts = ("card", "point", "stage", "step", "lane-title", "persona", "title")
    wanted = frozenset(keys)
    return [
        Hit(group, group.x, group.y + band.top, band)
        for band in scene.bands
        for group in band.groups
        if group.id in wanted and group.part in parts
    ]
