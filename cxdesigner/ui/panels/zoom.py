"""The zoom control: fit, smaller, a slider, larger, and the zoom in per cent."""

from __future__ import annotations

from math import log

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QToolButton, QWidget

from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import set_tip
from cxdesigner.ui.style.words import tr

LEAST, MOST = 0.05, 4.0
_STOPS = 400
_LEVELS = (0.05, 0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class ZoomControl(QWidget):
    """Asks for a zoom and shows the one there is. Signals: `zoom_requested(float)`, 1.0 is 100 %; `fit_requested()`."""

    zoom_requested = Signal(float)
    fit_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._zoom = 1.0
        self.fit = self._text_button(tr("Fit"), tr("Fit the whole map into the window"))
        self.smaller = self._icon_button("zoom-out", tr("Zoom out"))
        self.larger = self._icon_button("zoom-in", tr("Zoom in"))
        self.percent = self._text_button("", tr("Zoom to 100 %"))
        self.percent.setMinimumWidth(look.tokens.px(52))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STOPS)
        self.slider.setFixedWidth(look.tokens.px(96))
        self.slider.setPageStep(_STOPS // 10)
        self.slider.setAccessibleName(tr("Zoom"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (self.fit, self.smaller, self.slider, self.larger, self.percent):
            row.addWidget(widget)
        row.insertSpacing(1, look.tokens.px(8))
        self.fit.clicked.connect(self.fit_requested)
        self.smaller.clicked.connect(lambda: self.zoom_requested.emit(self._next_level(-1)))
        self.larger.clicked.connect(lambda: self.zoom_requested.emit(self._next_level(1)))
        self.percent.clicked.connect(lambda: self.zoom_requested.emit(1.0))
        self.slider.valueChanged.connect(lambda stop: self.zoom_requested.emit(_factor(stop)))
        self.set_zoom(1.0)

    def set_zoom(self, zoom: float) -> None:
        """Show a zoom, without asking for it."""
        self._zoom = zoom
        with QSignalBlocker(self.slider):
            self.slider.setValue(_stop(zoom))
        text = tr("{n} %", n=round(zoom * 100))
        if self.percent.text() != text:
            self.percent.setText(text)
            self.percent.setAccessibleName(tr("Zoom {n}", n=text))

    def _next_level(self, direction: int) -> float:
        if direction > 0:
            return next((level for level in _LEVELS if level > self._zoom * 1.01), MOST)
        return next((level for level in reversed(_LEVELS) if level < self._zoom * 0.99), LEAST)

    def _text_button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName("quiet")
        set_tip(button, tip)
        return button

    def _icon_button(self, icon: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setIcon(self._look.icons.icon(icon, self._look.tokens.muted, self._look.tokens.faint))
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAutoRepeat(True)
        set_tip(button, tip)
        return button


def _stop(zoom: float) -> int:
    return round(_STOPS * log(min(max(zoom, LEAST), MOST) / LEAST) / log(MOST / LEAST))


def _factor(stop: int) -> float:
    factor = LEAST * (MOST / LEAST) ** (stop / _STOPS)
    # The slider sticks to 100 %, which is hard to hit and often wanted.
    return 1.0 if abs(factor - 1.0) < 0.02 else factor
