"""Choosing a colour: a swatch that opens a palette."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cxdesigner.ui.panels.controls import focus_ring
from cxdesigner.ui.panels.editors import Editor
from cxdesigner.ui.panels.field_access import MIXED
from cxdesigner.ui.style.fonts import set_font
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.tokens import SWATCHES
from cxdesigner.ui.style.words import tr

_HEX = re.compile("#?[0-9a-fA-F]{6}")


class Swatch(QAbstractButton):
    """A colour as a button; "" is none."""

    def __init__(self, look: Look, color: str, *, wide: bool = False) -> None:
        super().__init__()
        self._look = look
        self._wide = wide
        self.mixed = False
        self.set_color(color)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(look.tokens.px(30 if wide else 24))
        if wide:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        else:
            self.setFixedWidth(look.tokens.px(24))

    def set_color(self, color: str) -> None:
        """Show a colour."""
        self.color = color
        self.setAccessibleName(color or tr("None"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.tokens.px(80 if self._wide else 24), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        chip = frame
        if self._wide:
            painter.setPen(QPen(QColor(t.field_border), 1))
            painter.setBrush(QColor(t.hover if self.underMouse() else t.field))
            painter.drawRoundedRect(frame, t.radius, t.radius)
            side = t.px(14)
            chip = QRectF(t.px(8), (self.height() - side) / 2, side, side)
            set_font(painter, t.regular, t.font_size)
            painter.setPen(QColor(t.ink if self.color else t.muted))
            words = "—" if self.mixed else self.color or tr("None")
            painter.drawText(self.rect().adjusted(t.px(30), 0, -4, 0), int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.setPen(QPen(QColor(t.field_border), 1))
        painter.setBrush(QColor(self.color) if self.color else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(chip, 4, 4)
        if not self.color:
            painter.setPen(QPen(QColor(t.faint), 1.2))
            painter.drawLine(chip.bottomLeft() + QPoint(2, -2), chip.topRight() + QPoint(-2, 2))
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), t.radius, t.accent)


class Palette(QFrame):
    """The colours to choose from, over everything else until one is chosen. Signal: `chosen(str)`, "" for none."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, look: Look, color: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("palette")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, one in enumerate(SWATCHES):
            swatch = Swatch(look, one)
            swatch.clicked.connect(partial(self._choose, one))
            grid.addWidget(swatch, place // 8, place % 8)
        column.addLayout(grid)
        self.line = QLineEdit(color)
        self.line.setPlaceholderText("#rrggbb")
        self.line.setAccessibleName(tr("Colour as #rrggbb"))
        self.line.returnPressed.connect(self._take_line)
        column.addWidget(self.line)
        none = QPushButton(tr("None"))
        none.clicked.connect(partial(self._choose, ""))
        column.addWidget(none)

    def _choose(self, color: str, *_: object) -> None:
        self.chosen.emit(color)
        self.close()

    def _take_line(self) -> None:
        text = self.line.text().strip()
        if _HEX.fullmatch(text):
            self._choose("#" + text.removeprefix("#").lower())
        elif not text:
            self._choose("")


class ColorEditor(Editor):
    """A colour, or none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.swatch = Swatch(look, "", wide=True)
        self.hold(self.swatch)
        self.palette_shown: Palette | None = None
        self.swatch.clicked.connect(self._open)

    def show_value(self, value: Any, hint: str = "", *, again: bool = False) -> None:
        del hint, again
        self.swatch.mixed = value is MIXED
        self.swatch.set_color("" if value is MIXED else value)

    def _open(self) -> None:
        palette = Palette(self, self._look, self.swatch.color)
        palette.chosen.connect(self._take)
        palette.destroyed.connect(self._forget)
        palette.adjustSize()
        corner = self.swatch.mapToGlobal(self.swatch.rect().bottomRight() + QPoint(1, 4))
        palette.move(corner - QPoint(palette.width(), 0))
        self.palette_shown = palette
        palette.show()

    def _take(self, color: str) -> None:
        self.edited.emit(color)

    def _forget(self) -> None:
        self.palette_shown = None
