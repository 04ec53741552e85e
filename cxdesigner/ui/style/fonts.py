"""The bundled fonts as the fonts of the interface."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QPainter
from PySide6.QtWidgets import QApplication

from cxdesigner.resources import resource
from cxdesigner.ui.style.tokens import Tokens

_FILES = ("cx-sans-regular.ttf", "cx-sans-semibold.ttf", "cx-sans-bold.ttf", "cx-sans-italic.ttf")


def use_bundled_fonts(app: QApplication, tokens: Tokens) -> None:
    """Load the fonts that came with the program, unless that has happened, and make them those of the interface.

    A weight is a family of its own: asking for a weight would thicken the regular one.
    """
    known = set(QFontDatabase.families())
    if tokens.regular not in known or tokens.bold not in known:
        for name in _FILES:
            QFontDatabase.addApplicationFontFromData(resource("fonts", name).read_bytes())
    font = QFont(tokens.regular)
    font.setPixelSize(tokens.font_size)
    app.setFont(font)


def set_font(painter: QPainter, family: str, size: float) -> None:
    """Draw text from now on in a family, at a size in pixels."""
    font = QFont(family)
    font.setPixelSize(max(1, round(size)))
    painter.setFont(font)
