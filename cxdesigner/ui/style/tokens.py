"""The colours and sizes of the interface. Widgets name a token, never a colour."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Tokens:
    """A theme at a size. Lengths in device-independent pixels; `scale` is by how much they are larger than at 100 %."""

    window: str = "#ffffff"
    desk: str = "#eceef2"
    panel: str = "#ffffff"
    ink: str = "#1f2430"
    muted: str = "#5b6270"
    hairline: str = "#e3e6eb"
    field: str = "#ffffff"
    field_border: str = "#d5d9e1"
    hover: str = "#f3f5f9"
    pressed: str = "#e6eaf2"
    accent: str = "#2f5bd7"
    accent_hover: str = "#2650c4"
    accent_ink: str = "#ffffff"
    accent_soft: str = "#e8eefc"
    danger: str = "#b3372a"
    good: str = "#1d7a4e"
    warning: str = "#8f6a00"
    warning_soft: str = "#fdf1d0"
    shadow: str = "#d4d8e0"
    faint: str = "#9aa1ad"
    lit: str = "#ffe38a"
    lit_strong: str = "#f5a524"
    track: str = "#c4c9d3"
    track_hover: str = "#a9b0bd"
    radius: int = 5
    font_size: int = 13
    small_size: int = 12
    heading_size: int = 11
    title_size: int = 14
    regular: str = "CX Sans Regular"
    semibold: str = "CX Sans SemiBold"
    bold: str = "CX Sans Bold"
    library_width: int = 232
    inspector_width: int = 290
    margin: int = 12
    scale: float = 1.0

    def px(self, length: float) -> int:
        """Give a length that is meant for 100 % at this size."""
        return round(length * self.scale)

    def scaled(self, scale: float) -> Tokens:
        """Give the theme, which is at 100 %, at another size."""
        larger: dict[str, Any] = {}
        for one in fields(self):
            value = getattr(self, one.name)
            if isinstance(value, int):
                larger[one.name] = round(value * scale)
        return replace(self, **larger, scale=scale)


LIGHT = Tokens()

SWATCHES = (
    "#d97a2b", "#3a7d55", "#3e6fd9", "#8a4fbf", "#b3261e", "#0b776c", "#8f6a00", "#5b6270",
    "#fdebdc", "#e1f3e8", "#dde7fb", "#f1ecf8", "#fbe7e2", "#dff2f4", "#fff3d1", "#eef1f6",
)  # fmt: skip
"""Colours offered for what is on the sheet: strong ones as of personas, and the light ones of cards."""
