"""Where the sheet stands in the view, and how large."""

from __future__ import annotations

from dataclasses import dataclass

POINT = 96 / 72
"""Device-independent pixels to the point at 100 %."""
DESK = 26.0
"""Desk that stays around the sheet, in pixels."""
MIN_ZOOM, MAX_ZOOM = 0.05, 8.0
READABLE = 0.35
"""Below this zoom, words are drawn as lines."""


@dataclass(frozen=True, slots=True)
class Camera:
    """A zoom (1 = 100 %) and the place of the sheet's corner in the view, in pixels."""

    zoom: float = 1.0
    left: float = DESK
    top: float = DESK

    @property
    def scale(self) -> float:
        """Pixels to the point."""
        return self.zoom * POINT

    def to_sheet(self, x: float, y: float) -> tuple[float, float]:
        """Turn a point of the view into one of the sheet."""
        return (x - self.left) / self.scale, (y - self.top) / self.scale

    def to_view(self, x: float, y: float) -> tuple[float, float]:
        """Turn a point of the sheet into one of the view."""
        return x * self.scale + self.left, y * self.scale + self.top


def fitting(sheet: tuple[float, float], view: tuple[float, float]) -> float:
    """Give the zoom at which a sheet (points) fits into a view (pixels), at most 100 %."""
    width, height = sheet
    if width <= 0 or height <= 0:
        return 1.0
    across, down = (view[0] - 2 * DESK) / (width * POINT), (view[1] - 2 * DESK) / (height * POINT)
    return max(MIN_ZOOM, min(across, down, 1.0))


def first_zoom(sheet: tuple[float, float], view: tuple[float, float]) -> float:
    """Give the zoom at which a sheet is opened: all of it, else all its width, unless that could not be read."""
    whole = fitting(sheet, view)
    if whole >= 0.6:
        return whole
    wide = fitting((sheet[0], 1.0), view)
    return wide if wide >= 0.5 else 0.8
