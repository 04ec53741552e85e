"""Where the chips stand that lead to linked things out of view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

CHIP_HEIGHT, CHIP_WIDTH = 24.0, 190.0
"""Pixels of a chip, and how wide one is at most."""
MOST_CHIPS = 8
GAP = 4.0


def chip_box(room: QRectF, at: QPointF, width: float, chips: Sequence[QRectF], read: Sequence[QRectF]) -> QRectF:
    """Give the place of a chip at the edge of `room` that is nearest to a point, in pixels of the view.

    It is beside the other chips, and above or below what is to be `read` as long as there is room for it.
    """
    left = min(max(at.x() - width / 2, room.left()), room.right() - width)
    top = min(max(at.y() - CHIP_HEIGHT / 2, room.top()), room.bottom() - CHIP_HEIGHT)
    chip = QRectF(left, top, width, CHIP_HEIGHT)
    for _ in range(MOST_CHIPS):
        under = next((other for other in (*read, *chips) if other.intersects(chip)), None)
        if under is None:
            break
        below, above = under.bottom() + GAP, under.top() - CHIP_HEIGHT - GAP
        if below + CHIP_HEIGHT < room.bottom():
            chip.moveTop(below)
        elif above > room.top() or under in chips:
            chip.moveTop(above)
        else:
            break
    return chip
