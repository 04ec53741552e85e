"""A theme put on the whole program: colours, fonts and style sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from cxdesigner.ui.style.fonts import use_bundled_fonts
from cxdesigner.ui.style.sheet import style_sheet
from cxdesigner.ui.style.tokens import Tokens


def dress(qt: QApplication, tokens: Tokens) -> None:
    """Show every window in a theme, at its size."""
    dark = QColor(tokens.window).lightnessF() < 0.5
    qt.styleHints().setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    qt.setPalette(palette(tokens))
    use_bundled_fonts(qt, tokens)
    # After the fonts: a sheet that names a font that is not there has Qt look through all of the system's.
    qt.setStyleSheet(style_sheet(tokens))


def palette(t: Tokens) -> QPalette:
    """Give a theme as Qt's own palette, for what the style sheet does not reach."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    colors = {
        role.Window: t.window,
        role.WindowText: t.ink,
        role.Base: t.field,
        role.AlternateBase: t.hover,
        role.Text: t.ink,
        role.Button: t.panel,
        role.ButtonText: t.ink,
        role.ToolTipBase: t.ink,
        role.ToolTipText: t.window,
        role.PlaceholderText: t.muted,
        role.Highlight: t.accent,
        role.HighlightedText: t.accent_ink,
        role.Link: t.accent,
        role.LinkVisited: t.accent,
    }
    made = QPalette(QColor(t.window))
    for each, color in colors.items():
        made.setColor(each, QColor(color))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, each, QColor(t.faint))
    return made
