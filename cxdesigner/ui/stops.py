"""Widgets of the workbench: the places kept for panels, where the Tab key stops, and what happens after a frame."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

PASSING: Final = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
"""Why the keyboard leaves for a moment: whoever looks something up in another window goes on typing."""


def blank(name: str, *, shown: bool) -> QWidget:
    """Make a panel with nothing in it."""
    room = QWidget()
    room.setObjectName(name)
    room.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if not shown:  # one without a parent that is shown would be a window
        room.hide()
    return room


def is_off(widget: QWidget) -> bool:
    """Tell whether somebody has hidden a widget; to Qt one that has not been shown yet is hidden too."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def has_keyboard(widget: QWidget) -> bool:
    """Tell whether the keyboard is in a widget or in something within it."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))


def stops(panel: QWidget) -> list[QWidget]:
    """Give the widgets of a panel at which the Tab key stops, in order."""
    within = [widget for widget in panel.findChildren(QWidget) if widget.window() == panel.window()]
    return [widget for widget in within if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]


def stop_before(widget: QWidget) -> QWidget:
    """Give the widget at which the Tab key stops before it comes to another."""
    before = widget.previousInFocusChain()
    while before is not None and before is not widget and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
        before = before.previousInFocusChain()
    return before or widget


class AfterPaint(QObject):
    """Calls `act` once, when a widget has been painted and the frame is out."""

    def __init__(self, widget: QWidget, act: Callable[[], None]) -> None:
        super().__init__(widget)
        self._act = act
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._act)
        return False
