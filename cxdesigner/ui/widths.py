"""How wide the panels beside the canvas are: as the window has room for, or as somebody has dragged them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from cxdesigner.ui.style.text import set_tip
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.style.tokens import Tokens

Side = Literal["library", "inspector"]

LEAST: Final[dict[Side, int]] = {"library": 132, "inspector": 240}
MOST: Final[dict[Side, int]] = {"library": 420, "inspector": 560}
"""At 100 %."""
ROOMY, NARROW = 1260, 960
"""Widths of a window, at 100 %: from the first on panels are as wide as the theme has them, at the second narrowest."""
NARROWEST: Final[dict[Side, int]] = {"library": 150, "inspector": 250}
_GRIP = 6


def width_of(side: Side, window: int, tokens: Tokens, wanted: int = 0) -> int:
    """Give the width of a panel in a window of a width; `wanted` is what it was dragged to at 100 %, 0 for never."""
    scale = tokens.scale
    most = max(LEAST[side], min(MOST[side], round(window / scale * 0.4)))
    if wanted:
        return round(max(LEAST[side], min(most, wanted)) * scale)
    full = round((tokens.library_width if side == "library" else tokens.inspector_width) / scale)
    share = (min(max(window / scale, NARROW), ROOMY) - NARROW) / (ROOMY - NARROW)
    return round((NARROWEST[side] + (full - NARROWEST[side]) * share) * scale)


class Edge(QWidget):
    """The edge of a panel, to be dragged. Signals: `dragged(int)`, a width; `reset()` by a double click."""

    dragged = Signal(int)
    reset = Signal()

    def __init__(self, panel: QWidget, side: Side) -> None:
        super().__init__(panel.parentWidget())
        self._panel, self._side = panel, side
        self._grab: int | None = None
        self.setObjectName("edge")
        self.setCursor(Qt.CursorShape.SplitHCursor)
        set_tip(self, tr("Drag to make the panel wider or narrower; double click for its own width"))
        panel.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._panel and event.type() in (
            QEvent.Type.Resize,
            QEvent.Type.Move,
            QEvent.Type.Show,
            QEvent.Type.Hide,
        ):
            self._place()
        return False

    def _place(self) -> None:
        panel = self._panel.geometry()
        x = panel.right() + 1 if self._side == "library" else panel.left()
        self.setGeometry(x - _GRIP // 2, panel.top(), _GRIP, panel.height())
        self.setVisible(not self._panel.isHidden())
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grab = round(event.globalPosition().x()) * self._sign - self._panel.width()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grab is not None:
            self.dragged.emit(round(event.globalPosition().x()) * self._sign - self._grab)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._grab = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        del event
        self.reset.emit()

    @property
    def _sign(self) -> int:
        return 1 if self._side == "library" else -1
