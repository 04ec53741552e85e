"""The program running inside a measurement, driven by events as a person's mouse and keys make them."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from cxdesigner.ui.application import Application
from cxdesigner.ui.canvas.view import CanvasView
from cxdesigner.ui.launch import prepare
from cxdesigner.ui.style.dress import dress
from cxdesigner.ui.style.tokens import LIGHT

PATIENCE = 30.0
"""Seconds after which something that should have been painted will never be."""


class Painted(QObject):
    """Knows when a widget was painted and the frame was handed over; `at` is None until then."""

    _OUT = QEvent.Type(QEvent.registerEventType())

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.at: float | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QCoreApplication.postEvent(self, QEvent(self._OUT), Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == self._OUT:
            self.at = time.perf_counter()
            return True
        return super().event(event)


class Running:
    """The program, with nothing open yet."""

    def __init__(self, folder: Path) -> None:
        self.qt = QApplication(sys.argv[:1])
        prepare(self.qt)
        dress(self.qt, LIGHT)
        self.application = Application(self.qt, folder=folder)

    def open(self, path: Path) -> tuple[CanvasView, float]:
        """Open a file in a window of its own; gives its canvas, and the milliseconds until it was painted."""
        begin = time.perf_counter()
        self.application.projects.open_files([path])
        canvas = self.application.windows[-1].bench.canvas
        painted = Painted(canvas.viewport())
        self.until(lambda: painted.at is not None)
        assert painted.at is not None
        return canvas, (painted.at - begin) * 1000

    def close(self) -> None:
        """Close the window opened last."""
        self.application.windows[-1].close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.rest(0.05)

    def until(self, happened: Callable[[], bool]) -> None:
        """Let events come until something happened."""
        give_up = time.perf_counter() + PATIENCE
        while not happened():
            self.qt.processEvents()
            if time.perf_counter() > give_up:
                raise TimeoutError("nothing was painted")

    def rest(self, seconds: float) -> None:
        """Let events come for a while, also those that are put off until nothing happens."""
        end = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() >= end)


def frame(window: QWidget, act: Callable[[], object]) -> float:
    """Give the milliseconds from an act to the painted frame that follows it."""
    begin = time.perf_counter()
    act()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest.value)
    return (time.perf_counter() - begin) * 1000


def mouse(
    canvas: CanvasView,
    kind: QEvent.Type,
    x: float,
    y: float,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Send what a mouse whose left button is down sends, in pixels of the view."""
    moving = kind == QEvent.Type.MouseMove
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    held = none if kind == QEvent.Type.MouseButtonRelease else left
    at = QPointF(x, y)
    place = QPointF(canvas.viewport().mapToGlobal(at))
    event = QMouseEvent(kind, at, place, none if moving else left, held, modifiers)
    QCoreApplication.sendEvent(canvas.viewport(), event)
