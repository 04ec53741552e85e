"""The timer of a workshop: how long a round still lasts."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

_TICK = 200
"""Milliseconds: a fifth of a second, so that no second is ever left out."""


class Countdown(QObject):
    """Counts seconds down and, past the end, on.

    `clock` gives seconds that only ever grow. Signals: `changed()` when something else is to be shown; `ended()` once,
    when the time is up.
    """

    changed = Signal()
    ended = Signal()

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._left = 0.0
        self._since: float | None = None
        self._is_set = False
        self._has_ended = False
        self._shown = 0
        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK)
        self._ticking.timeout.connect(self._tick)

    @property
    def is_set(self) -> bool:
        """Whether there is a time at all, running or not."""
        return self._is_set

    @property
    def is_running(self) -> bool:
        """Whether the time runs."""
        return self._since is not None

    @property
    def left(self) -> float:
        """Seconds that are left, negative once the time is up."""
        return self._left - (self._clock() - self._since if self._since is not None else 0.0)

    def start(self, seconds: float) -> None:
        """Begin to count down from here, whatever was counted before."""
        self._left, self._since, self._is_set, self._has_ended = seconds, self._clock(), True, False
        self._ticking.start()
        self.changed.emit()

    def pause_or_go_on(self) -> None:
        """Hold the time, or let it run on."""
        if self._is_set:
            self._left, self._since = self.left, None if self.is_running else self._clock()
            self.changed.emit()

    def add(self, seconds: float) -> None:
        """Give more time; where there is none yet it begins."""
        if not self._is_set:
            self.start(seconds)
            return
        self._left = max(self.left, 0.0) + seconds
        self._since = self._clock() if self.is_running else None
        self._has_ended = False
        self.changed.emit()

    def stop(self) -> None:
        """Take the time away."""
        self._is_set, self._since, self._left = False, None, 0.0
        self._ticking.stop()
        self.changed.emit()

    def _tick(self) -> None:
        if self.left <= 0 and not self._has_ended:
            self._has_ended = True
            self.ended.emit()
        if time_text(self.left) != time_text(self._shown):
            self._shown = round(self.left)
            self.changed.emit()


def time_text(seconds: float) -> str:
    """Write seconds as minutes and seconds, those past the end with a plus: "4:05", "+0:12"."""
    whole = -int(-seconds // 1) if seconds > 0 else int(-seconds)
    return f"{'' if seconds > 0 else '+'}{whole // 60}:{whole % 60:02}"
