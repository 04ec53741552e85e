"""Scrolling while something is dragged near an edge of the view, or past it; it goes on while the mouse rests."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

MARGIN = 36.0
"""Pixels from the edge at which scrolling begins."""
AT_EDGE, FASTEST = 900.0, 6_000.0
"""Pixels a second with the pointer on the edge, and at most."""
TICK = 16
"""Milliseconds from one step to the next."""
LATE = 0.05
"""Seconds that count for a step at most: after a frame that took long the sheet does not jump."""


def speed(depth: float) -> float:
    """Give the pixels a second at a depth in the margin, in pixels: the edge is at `MARGIN`, more is past it."""
    return min(FASTEST, AT_EDGE * (max(0.0, depth) / MARGIN) ** 2)


class AutoScroll(QObject):
    """Scrolls an area, and calls `scrolled` after each step.

    A drag that begins in the margin scrolls only when it comes nearer to the edge than where it began.
    """

    def __init__(self, area: QAbstractScrollArea, scrolled: Callable[[], object]) -> None:
        super().__init__(area)
        self._area = area
        self._scrolled = scrolled
        self._axes = (False, False)
        self._margins = [0.0] * 4
        self._speeds = (0.0, 0.0)
        self._rest = [0.0, 0.0]
        self._at = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._step)

    def begin(self, axes: tuple[bool, bool], pointer: QPoint) -> None:
        """Watch over a drag that begins at a point of the view; `axes`: whether it scrolls across, and down."""
        self._axes = axes
        self._margins = [0.0] * 4
        self._rest = [0.0, 0.0]
        self.follow(pointer)

    def follow(self, pointer: QPoint) -> None:
        """Scroll as the pointer asks for from now on."""
        distances = _to_edges(pointer, self._area.viewport().rect())
        for side, distance in enumerate(distances):
            self._margins[side] = max(self._margins[side], min(MARGIN, distance))
        left, right, top, bottom = (
            speed(margin - distance) for margin, distance in zip(self._margins, distances, strict=True)
        )
        self._speeds = ((right - left) * self._axes[0], (bottom - top) * self._axes[1])
        if self._speeds == (0.0, 0.0):
            self._timer.stop()
        elif not self._timer.isActive():
            self._at = time.monotonic()
            self._timer.start(TICK)

    def stop(self) -> None:
        """Scroll no more."""
        self._timer.stop()

    def _step(self) -> None:
        now = time.monotonic()
        passed, self._at = min(LATE, now - self._at), now
        bars = self._area.horizontalScrollBar(), self._area.verticalScrollBar()
        moved = [self._scroll(axis, bar, self._speeds[axis] * passed) for axis, bar in enumerate(bars)]
        if any(moved):
            self._scrolled()

    def _scroll(self, axis: int, bar: QScrollBar, way: float) -> bool:
        way += self._rest[axis]
        whole = int(way)
        self._rest[axis] = way - whole
        before = bar.value()
        bar.setValue(before + whole)
        return bar.value() != before


def _to_edges(at: QPoint, view: QRect) -> tuple[float, float, float, float]:
    """Give how far inside the left, right, upper and lower edge a point is; less than 0 is past it."""
    return (at.x() - view.left(), view.right() - at.x(), at.y() - view.top(), view.bottom() - at.y())
