"""The program's line icons as Qt draws them: on any painter, and as QIcon and QPixmap."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from cxdesigner.layout.icons import GRID, Icons

if TYPE_CHECKING:
    from cxdesigner.layout.scene import Command, Path

_RATIOS = (1.0, 1.5, 2.0, 3.0)


class UiIcons:
    """Draws icons by name, as large as the interface is; raises KeyError where there is no such icon."""

    def __init__(self, icons: Icons | None = None, scale: float = 1.0) -> None:
        self._icons = icons or Icons()
        self._scale = scale
        self._shapes = lru_cache(512)(self._shapes_of)

    def draw(self, painter: QPainter, name: str, rect: QRectF, color: str) -> None:
        """Draw an icon into a square in one colour."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.topLeft())
        painter.scale(rect.width() / GRID, rect.height() / GRID)
        for path, width in self._shapes(name):
            if width is None:
                painter.fillPath(path, QColor(color))
            else:
                painter.strokePath(path, QPen(QColor(color), width, c=Qt.PenCapStyle.RoundCap, j=_ROUND))
        painter.restore()

    def pixmap(self, name: str, size: int, color: str, ratio: float = 1.0) -> QPixmap:
        """Give an icon as a picture of `size` device-independent pixels a side."""
        side = max(1, round(size * ratio))
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.draw(painter, name, QRectF(0, 0, side, side), color)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def icon(self, name: str, color: str, disabled: str = "", size: int = 16) -> QIcon:
        """Give an icon for buttons and menus, sharp on every screen; `disabled` is the colour of one that is off.

        `size` is that at 100 % of the interface.
        """
        icon, size = QIcon(), round(size * self._scale)
        for ratio in _RATIOS:
            icon.addPixmap(self.pixmap(name, size, color, ratio))
            if disabled:
                icon.addPixmap(self.pixmap(name, size, disabled, ratio), QIcon.Mode.Disabled)
        return icon

    def _shapes_of(self, name: str) -> tuple[tuple[QPainterPath, float | None], ...]:
        return tuple((_path(shape.commands), shape.width) for shape in self._icons.paths(name))


_ROUND = Qt.PenJoinStyle.RoundJoin


def draw_path(painter: QPainter, path: Path) -> None:
    """Draw a path of the layout, such as a face, where it stands."""
    shape = _path(path.commands)
    if path.fill is not None:
        painter.fillPath(shape, QColor(path.fill))
    if path.stroke is not None:
        painter.strokePath(shape, QPen(QColor(path.stroke.color), path.stroke.width))


def _path(commands: tuple[Command, ...]) -> QPainterPath:
    path = QPainterPath()
    for letter, *given in commands:
        numbers = cast("list[float]", given)
        if letter == "M":
            path.moveTo(*numbers)
        elif letter == "L":
            path.lineTo(*numbers)
        elif letter == "C":
            path.cubicTo(*numbers)
        else:
            path.closeSubpath()
    return path
