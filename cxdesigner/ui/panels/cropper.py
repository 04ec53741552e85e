"""Choosing the part of a photo that is shown: a square frame, the photo moved and enlarged behind it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from cxdesigner.pictures import Crop
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.words import tr

SIDE = 200
LARGEST = 5.0
"""How many times a photo can be enlarged."""
_STEP = 0.02
"""How far an arrow key moves the photo, in sides of the frame."""


class Frame(QWidget):
    """A photo behind a round window: dragged, or moved with the arrow keys; the wheel, + and − enlarge it.

    Signal: `zoomed(float)`, 1 is as small as fills the frame.
    """

    zoomed = Signal(float)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._image = QImage()
        self._zoom = 1.0
        self._middle = QPointF()
        self._grip: QPointF | None = None
        self.setFixedSize(SIDE, SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(tr("Part of the photo that is shown"))

    def show_image(self, image: QImage) -> None:
        """Begin with the middle of a photo."""
        self._image = image
        self._middle = QPointF(image.width() / 2, image.height() / 2)
        self.set_zoom(1.0)

    def _side(self) -> float:
        """Give the side of the part that is shown, in pixels of the photo."""
        return min(self._image.width(), self._image.height()) / self._zoom

    def crop(self) -> Crop:
        """Give the part that is shown, in pixels of the photo."""
        side = self._side()
        return Crop(self._middle.x() - side / 2, self._middle.y() - side / 2, side, side)

    def set_zoom(self, zoom: float) -> None:
        """Enlarge the photo about the middle of the frame."""
        zoom = max(1.0, min(LARGEST, zoom))
        changed, self._zoom = zoom != self._zoom, zoom
        self._move(QPointF())
        if changed:
            self.zoomed.emit(zoom)

    def _move(self, by: QPointF) -> None:
        """Show another part, as far as the photo reaches; `by` in its pixels."""
        half, middle = self._side() / 2, self._middle + by
        self._middle = QPointF(
            max(half, min(self._image.width() - half, middle.x())),
            max(half, min(self._image.height() - half, middle.y())),
        )
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._move((self._grip - event.position()) * (self._side() / SIDE))
            self._grip = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.set_zoom(self._zoom * 1.001 ** event.angleDelta().y())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._side() * _STEP
        moves = {
            Qt.Key.Key_Left: QPointF(-step, 0),
            Qt.Key.Key_Right: QPointF(step, 0),
            Qt.Key.Key_Up: QPointF(0, -step),
            Qt.Key.Key_Down: QPointF(0, step),
        }
        if event.key() in moves:
            self._move(moves[Qt.Key(event.key())])
        elif event.text() in ("+", "="):
            self.set_zoom(self._zoom * 1.1)
        elif event.text() in ("-", "−"):
            self.set_zoom(self._zoom / 1.1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            whole, crop = QRectF(self.rect()), self.crop()
            painter.drawImage(whole, self._image, QRectF(*crop))
            veil = QPainterPath()
            veil.addRect(whole)
            veil.addEllipse(whole)
            shade = QColor(self._look.tokens.panel)
            shade.setAlpha(190)
            painter.fillPath(veil, shade)
            if self.hasFocus():
                painter.setPen(QColor(self._look.tokens.accent))
                painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))


class Cropper(QWidget):
    """The frame, how much it is enlarged, and two buttons. Signals: `chosen(Crop)`; `cancelled()`."""

    chosen = Signal(object)
    cancelled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.frame = Frame(look)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(100, round(100 * LARGEST))
        self._slider.setAccessibleName(tr("Enlarge the photo"))
        self._slider.valueChanged.connect(lambda value: self.frame.set_zoom(value / 100))
        self.frame.zoomed.connect(self._follow_zoom)
        self.use, cancel = QPushButton(tr("Use this part")), QPushButton(tr("Cancel"))
        self.use.clicked.connect(self._choose)
        cancel.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.addWidget(self.use)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.frame)
        column.addWidget(self._slider)
        column.addLayout(buttons)

    def begin(self, image: QImage) -> None:
        """Show a photo and take the keyboard."""
        self.frame.show_image(image)
        self._follow_zoom(1.0)
        self.show()
        self.frame.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_zoom(self, zoom: float) -> None:
        self._slider.setValue(round(100 * zoom))

    def _choose(self) -> None:
        self.chosen.emit(self.frame.crop())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)
