"""Caret, selection and what is being composed, painted over an open text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from cxdesigner.layout import theme
from cxdesigner.layout.caret import Spot
from cxdesigner.layout.pen import runs
from cxdesigner.layout.theme import luminance
from cxdesigner.ui.canvas.camera import Camera

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.editing import Place
    from cxdesigner.ui.canvas.text_editor import TextEditor
    from cxdesigner.ui.canvas.view import CanvasView

HINT_ON_DARK = 0.8
"""How strong what stands in for a text is on a dark ground; on a light one it is grey, and full, to be read."""
LIGHT_INK = 0.5
"""Letters that are lighter than this stand on a dark ground."""
SELECTED = 74
SELECTED_ON_DARK = 96
"""How much the colour of a selection covers, of 255: the letters below have to be read through it."""
BOX_WIDTH = 96.0
"""Of the ground of an empty text, in points."""


def caret_rect(camera: Camera, spot: Spot) -> QRectF:
    """Give the rectangle of a caret in the view, on whole pixels so that it is sharp at every zoom."""
    left, top = camera.to_view(spot.x, spot.top)
    width = max(1, round(1.3 * camera.scale))
    inset = spot.height * 0.06 * camera.scale
    height = max(4.0, spot.height * camera.scale - 2 * inset)
    return QRectF(round(left - width / 2), round(top + inset), width, round(height))


def paint_text_marks(painter: QPainter, camera: Camera, editor: TextEditor, ink: str, accent: QColor) -> None:
    """Paint the selection, a line under what is being composed, and the caret, if it is on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    on_dark = luminance(ink) > LIGHT_INK
    cover = QColor(ink) if on_dark else QColor(accent)
    cover.setAlpha(SELECTED_ON_DARK if on_dark else SELECTED)
    start, end = editor.composed
    if start == end:
        for box in editor.block.boxes(*editor.buffer.selection):
            painter.fillRect(_rect(camera, box.x, box.top, box.width, box.height), cover)
    else:
        for box in editor.block.boxes(start, end):
            line = _rect(camera, box.x, box.top + box.height * 0.9, box.width, 0)
            painter.fillRect(line.adjusted(0, 0, 0, max(1, round(0.7 * camera.scale))), QColor(ink))
    if editor.is_caret_seen:
        painter.fillRect(caret_rect(camera, editor.block.spot(editor.caret)), QColor(ink))
    painter.restore()


def paint_box(painter: QPainter, camera: Camera, spot: Spot) -> None:
    """Give an empty text that nothing holds a ground, so that its caret is not taken for a line of the drawing."""
    box = _rect(camera, spot.x - 5, spot.top - 3, BOX_WIDTH, spot.height + 6)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.RULE), 1))
    painter.setBrush(QColor(theme.PAPER))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.restore()


def paint_hint(painter: QPainter, view: CanvasView, place: Place) -> None:
    """Write in the place of an empty text what would be typed there."""
    row = place.block.rows[0]
    paragraph = view.typesetter.paragraph(place.hint, place.style, max(1.0, place.holder[2] - 12))
    painter.save()
    is_light = luminance(place.ink) > LIGHT_INK
    painter.setOpacity(HINT_ON_DARK if is_light else 1.0)
    painter.translate(view.camera.left, view.camera.top)
    painter.scale(view.camera.scale, view.camera.scale)
    for run in runs(paragraph, row.x, row.top, place.ink if is_light else theme.MUTED)[:1]:
        view.pens.draw_text(painter, run, 0.0, 0.0)
    painter.restore()


def _rect(camera: Camera, x: float, y: float, width: float, height: float) -> QRectF:
    left, top = camera.to_view(x, y)
    right, bottom = camera.to_view(x + width, y + height)
    return QRectF(round(left), round(top), round(right) - round(left), round(bottom) - round(top))
