"""The overview map: the whole sheet, small, in a corner of the canvas."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from cxdesigner.layout.scene import Scene
from cxdesigner.painters.qt import QtPainter
from cxdesigner.painters.qt.specks import SPECKS, draw_specks
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import set_tip
from cxdesigner.ui.style.words import tr

LARGEST = QSize(176, 112)
_MOST_TAKEN = 0.24
"""The share of the width of its parent, and of its height, that it takes at most."""
_PADDING = 6
_MARGIN = 12
_EVERY = 150
_SHARE = 8
_MOST_SEEN = 0.7
"""The share of a sheet in view from which on there is nothing to look for: then nothing needs to be covered."""


class Overview(QWidget):
    """Shows the sheet and the part of it that is in view; stays in the lower right corner of its parent.

    It shows itself only while a good part of the sheet is out of view, and unless somebody wants none. Signal:
    `view_requested(QPointF)`, the point of the sheet that should be in the middle of the view, in points.
    """

    view_requested = Signal(QPointF)

    def __init__(self, parent: QWidget, pens: QtPainter, look: Look | None = None) -> None:
        super().__init__(parent)
        self._pens = pens
        self._look = look or Look()
        self._scene: Scene | None = None
        self._drawn: Scene | None = None
        self._view = QRectF()
        self._is_allowed = True
        self._fitted = self._room()
        self._picture = QPixmap()
        self.setObjectName("overview")
        self.setAccessibleName(tr("Overview of the map"))
        set_tip(self, tr("Click or drag to move the view"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(_EVERY)
        self._drawing.timeout.connect(self._render)
        parent.installEventFilter(self)
        self.hide()

    def set_scene(self, scene: Scene) -> None:
        """Show another scene; it is drawn a moment later, since scenes follow each other while something is dragged."""
        before, self._scene = self._scene, scene
        if before is None or (before.width, before.height) != (scene.width, scene.height):
            self._fit()
        if not self._drawing.isActive():
            self._drawing.start()
        self._decide()

    def set_view(self, view: QRectF) -> None:
        """Show what is in view, in points on the sheet; most of it hides the overview."""
        if view != self._view:
            self._view = QRectF(view)
            self._decide()
            self._repaint()

    def _repaint(self) -> None:
        # Of the parent: if both are out of date, Qt paints the parent again below this.
        parent = self.parentWidget()
        if parent is not None:
            parent.update(self.geometry())

    def allow(self, *, allowed: bool) -> None:
        """Let it show itself, or not."""
        self._is_allowed = allowed
        self._decide()

    def place(self) -> None:
        """Stand in the lower right corner of the parent."""
        parent = self.parentWidget()
        if parent is not None:
            self.move(parent.width() - self.width() - _MARGIN, parent.height() - self.height() - _MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            if self._room() != self._fitted:
                self._fit()
                self._drawn = None
                self._drawing.start()
            self.place()
        return False

    def _room(self) -> QSize:
        """Give the most that it may take, without its padding."""
        parent = self.parentWidget()
        most = LARGEST.boundedTo(parent.size() * _MOST_TAKEN) if parent is not None else LARGEST
        return most - QSize(2 * _PADDING, 2 * _PADDING)

    def _fit(self) -> None:
        self._fitted = self._room()
        scale = self._scale()
        if self._scene is not None and scale:
            width, height = self._scene.width * scale, self._scene.height * scale
            # A cell of thousands of cards makes a sheet so tall that nothing would be left of its width.
            self.resize(max(1, round(width)) + 2 * _PADDING, max(1, round(height)) + 2 * _PADDING)
            self.place()

    def _scale(self) -> float:
        scene = self._scene
        if scene is None or scene.width <= 0 or scene.height <= 0:
            return 0.0
        room = self._fitted
        return max(0.0, min(room.width() / scene.width, room.height() / scene.height))

    def _decide(self) -> None:
        scene = self._scene
        whole = QRectF(0, 0, scene.width, scene.height) if scene is not None else QRectF()
        seen = self._view.intersected(whole)
        is_part = seen.width() * seen.height() < _MOST_SEEN * whole.width() * whole.height()
        wanted = self._is_allowed and bool(self._scale()) and not self._view.isEmpty() and is_part
        if wanted != (not self.isHidden()):
            self.setVisible(wanted)
            self.raise_()
            if wanted and self._drawn is not scene:
                self._render()

    def _render(self) -> None:
        scene, scale = self._scene, self._scale()
        if scene is None or not scale or self.isHidden() or self._drawn is scene:
            return
        self._drawn = scene
        start = perf_counter()
        ratio = self.devicePixelRatioF()
        inner = self.size() - QSize(2 * _PADDING, 2 * _PADDING)
        picture = QPixmap(inner * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self._look.tokens.panel))
        with QPainter(picture) as painter:  # one left open on a picture that goes would end the program
            painter.scale(scale, scale)
            if scale < SPECKS:
                draw_specks(self._pens, painter, scene)
            else:
                self._pens.draw_scene(painter, scene, coarse=True)
        self._picture = picture
        # A large map takes long to draw: then it is drawn less often, so that editing stays quick.
        self._drawing.setInterval(max(_EVERY, round(_SHARE * 1000 * (perf_counter() - start))))
        self._repaint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(t.shadow), 1))
        painter.setBrush(QColor(t.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), t.radius, t.radius)
        inner = QRectF(self.rect()).adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        painter.drawPixmap(inner.topLeft(), self._picture)
        scale = self._scale()
        view = QRectF(self._view.topLeft() * scale, self._view.size() * scale).translated(inner.topLeft())
        edge = inner.adjusted(-2, -2, 2, 2)
        tint = QColor(t.accent)
        tint.setAlpha(20)
        painter.setPen(QPen(QColor(t.accent), 1.5))
        painter.setBrush(tint)
        painter.drawRoundedRect(view.intersected(edge), 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._ask(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event.position())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _ask(self, point: QPointF) -> None:
        scene, scale = self._scene, self._scale()
        if scene is None or not scale:
            return
        at = (point - QPointF(_PADDING, _PADDING)) / scale
        self.view_requested.emit(QPointF(min(max(at.x(), 0.0), scene.width), min(max(at.y(), 0.0), scene.height)))
