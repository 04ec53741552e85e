"""The colours and sizes of the interface. Widgets name a token, never a colour."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """A theme. Lengths in device-independent pixels."""

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
    shadow: str = "#d4d8e0"
    radius: int = 5
    font_size: int = 13
    small_size: int = 12


LIGHT = Tokens()
