"""The timer in the bar: large enough to be read across a table, and out of the way while there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from cxdesigner.ui.countdown import Countdown, time_text
from cxdesigner.ui.style.text import set_tip
from cxdesigner.ui.style.words import tr

_LAST = 30
"""Seconds from the end from which on it stands out."""


class TimerButton(QPushButton):
    """Shows the time that is left; a click holds it or lets it go on, the other button has more."""

    def __init__(self, countdown: Countdown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._countdown = countdown
        self.setObjectName("timer")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_tip(self, tr("Click to hold the time, or to let it go on; right-click for more or less"))
        self.clicked.connect(countdown.pause_or_go_on)
        countdown.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        time = self._countdown
        self.setVisible(time.is_set)
        shown = time_text(time.left)
        self.setText(shown if time.is_running else tr("{time} held", time=shown))
        self.setAccessibleName(tr("Timer: {time}", time=shown))
        level = "over" if time.left <= 0 else "last" if time.left <= _LAST else ""
        if level != self.property("level"):
            self.setProperty("level", level)
            self.style().polish(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("One more minute"), lambda: self._countdown.add(60))
        menu.addAction(tr("Five more minutes"), lambda: self._countdown.add(300))
        menu.addAction(tr("Stop the timer"), self._countdown.stop)
        menu.popup(event.globalPos())
