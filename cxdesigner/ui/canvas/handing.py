"""Cards that are dragged off the canvas onto something beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPoint

from cxdesigner.ui.canvas.gestures.base import Gesture
from cxdesigner.ui.canvas.gestures.cards import MoveCards

_NOWHERE = QPoint(-1_000_000, -1_000_000)


class Receiver(Protocol):
    """Something beside the canvas, or on it, that takes cards. Points are on the screen."""

    def cards_over(self, keys: Sequence[str], at: QPoint) -> bool:
        """Show where cards would go; False if they are not over it, and then it shows nothing."""

    def cards_dropped(self, keys: Sequence[str], at: QPoint) -> None:
        """Take the cards."""


class Handing:
    """Knows what takes cards beside the canvas. `over` is what those that are dragged are above, None if nothing."""

    def __init__(self) -> None:
        self.receivers: list[Receiver] = []
        self.over: Receiver | None = None

    def follow(self, gesture: Gesture, at: QPoint) -> bool:
        """Tell whether what is dragged is over a receiver; the canvas forgets where it would land then."""
        if not isinstance(gesture, MoveCards):
            return False
        over = [receiver for receiver in self.receivers if receiver.cards_over(gesture.keys, at)]
        self.over = over[0] if over else None
        if over:
            gesture.leave()
        return bool(over)

    def forget(self) -> None:
        """Have the receivers show nothing: the drag is over."""
        self.over = None
        for receiver in self.receivers:
            receiver.cards_over((), _NOWHERE)
