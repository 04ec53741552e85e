"""The collector of garbage, in the thread of the windows only.

Left to itself it runs in whichever thread makes objects, and takes apart there what of windows is garbage: Qt ends with
a crash then. So it is off, and asked here how much there is, a few times a second.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY: Final = 150
"""Milliseconds."""
_MANY: Final = 20_000
"""New objects that come at once are those of a project that was opened or laid out, and are no garbage."""


class Collector(QObject):
    """Collects garbage from `start` on, as often as Python would."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Take over from Python."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again; before this goes itself, lest it collects what it belongs to."""
        self._timer.stop()
        gc.enable()

    def _look(self) -> None:
        """Collect the oldest generation that is due: Python does that too, and with it those that are younger."""
        fresh, *older = gc.get_count()
        if fresh > _MANY:
            gc.freeze()  # see `collector_paused` in `layout`
            return
        first, *others = gc.get_threshold()
        if fresh <= first:
            return
        due = [number for number, (count, most) in enumerate(zip(older, others, strict=True), 1) if count > most]
        gc.collect(max(due, default=0))
