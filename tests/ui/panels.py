"""The example project in a session, and panels on a screen, for the tests of the panels."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cxdesigner.resources import resource
from cxdesigner.storage.codec import read
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.fonts import use_bundled_fonts
from cxdesigner.ui.style.sheet import style_sheet
from cxdesigner.ui.style.tokens import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)


def tacos() -> Session:
    """Give a session with the first example, as it was read from its file."""
    path = resource("examples", "vivan-los-tacos.cxd")
    return Session(read(path.read_bytes()).document, path)


def on_screen(qtbot: QtBot, widget: W, width: int = 0, height: int = 900) -> W:
    """Show a widget in the program's fonts and style, with the keyboard."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    use_bundled_fonts(application, LIGHT)
    widget.setStyleSheet(style_sheet(LIGHT))
    widget.resize(width or widget.width(), height)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    QTest.qWait(1)
    return widget


def middle(widget: QWidget) -> QPoint:
    """Give the middle of a widget in its own coordinates."""
    return widget.rect().center()
