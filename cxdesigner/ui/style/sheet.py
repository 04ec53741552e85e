"""The style sheet of the interface, written from the tokens."""

from __future__ import annotations

from cxdesigner.ui.style.tokens import Tokens


def style_sheet(t: Tokens) -> str:
    """Write the Qt style sheet of a theme."""
    return f"""
* {{ font-family: "{t.regular}"; font-size: {t.font_size}px; }}
QMainWindow, QDialog, QMenuBar, QStatusBar {{ background: {t.window}; color: {t.ink}; }}
QWidget {{ color: {t.ink}; }}
QMenuBar {{ border-bottom: 1px solid {t.hairline}; padding: 2px 8px; }}
QMenuBar::item {{ padding: 4px 10px; border-radius: {t.radius}px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.hover}; }}
QMenu {{ background: {t.panel}; border: 1px solid {t.hairline}; padding: 5px; }}
QMenu::item {{ padding: 5px 26px 5px 14px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.accent_soft}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::separator {{ height: 1px; background: {t.hairline}; margin: 4px 6px; }}
QToolTip {{ background: {t.ink}; color: {t.window}; border: none; padding: 4px 6px; }}
#bar, #library, #inspector {{ background: {t.panel}; }}
#bar {{ border-bottom: 1px solid {t.hairline}; }}
#library {{ border-right: 1px solid {t.hairline}; }}
#inspector {{ border-left: 1px solid {t.hairline}; }}
QStatusBar {{ border-top: 1px solid {t.hairline}; color: {t.muted}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {t.muted}; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QPushButton, QToolButton#plain {{ background: {t.field}; border: 1px solid {t.field_border};
  border-radius: {t.radius}px; padding: 5px 12px; }}
QPushButton:hover, QToolButton#plain:hover {{ background: {t.hover}; }}
QPushButton:pressed {{ background: {t.pressed}; }}
QPushButton:disabled {{ color: {t.faint}; }}
QPushButton:focus {{ border-color: {t.accent}; }}
QPushButton#primary {{ background: {t.accent}; color: {t.accent_ink}; border-color: {t.accent};
  font-family: "{t.semibold}"; }}
QPushButton#primary:hover {{ background: {t.accent_hover}; }}
QPushButton#link {{ border: none; background: transparent; color: {t.accent}; padding: 2px 4px; }}
QPushButton#link:hover {{ text-decoration: underline; }}
QPushButton#link:focus {{ border: 1px solid {t.accent}; padding: 1px 3px; }}
QPushButton#expander, QPushButton#group {{ border: none; background: transparent; color: {t.muted};
  font-size: {t.small_size}px; min-height: 22px; max-height: 22px; padding: 0; }}
QPushButton#group {{ font-family: "{t.semibold}"; }}
QPushButton#quiet, QToolButton#quiet, QPushButton#attention {{ border: 1px solid transparent; background: transparent;
  border-radius: 4px; color: {t.muted}; font-size: {t.small_size}px; padding: 2px 6px; min-height: 16px; }}
QToolButton#quiet {{ padding: 1px; }}
QPushButton#quiet:hover, QToolButton#quiet:hover, QPushButton#attention:hover {{ background: {t.hover};
  color: {t.ink}; }}
QPushButton#quiet:pressed, QToolButton#quiet:pressed, QPushButton#attention:pressed {{ background: {t.pressed}; }}
QPushButton#quiet:focus, QToolButton#quiet:focus, QPushButton#attention:focus {{ border-color: {t.accent}; }}
QPushButton#attention {{ color: {t.warning}; }}
#status {{ min-height: 28px; }}
#status QPushButton#link {{ font-size: {t.small_size}px; }}
#message {{ color: {t.ink}; font-size: {t.small_size}px; }}
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDoubleSpinBox {{ background: {t.field}; color: {t.ink};
  border: 1px solid {t.field_border}; border-radius: {t.radius}px; padding: 4px 8px;
  selection-background-color: {t.accent}; selection-color: {t.accent_ink}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {{ border-color: {t.accent}; }}
QLineEdit[refused="true"], QPlainTextEdit[refused="true"] {{ border: 1px solid {t.warning}; }}
QLineEdit {{ padding: 4px 6px; }}
QLineEdit#search {{ padding-left: 2px; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBoxPrivateContainer {{ background: {t.panel}; border: 1px solid {t.field_border}; }}
QComboBox QAbstractItemView {{ background: {t.panel}; border: none; outline: none; padding: 3px;
  selection-background-color: {t.accent_soft}; selection-color: {t.ink}; }}
QComboBox QAbstractItemView::item {{ min-height: 24px; padding: 0 6px; border-radius: 4px; }}
QComboBox QAbstractItemView::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QLabel#heading {{ color: {t.muted}; font-size: {t.heading_size}px; font-family: "{t.bold}"; }}
QLabel#muted, QLabel#label {{ color: {t.muted}; font-size: {t.small_size}px; }}
QLabel#title, QAbstractButton#title {{ font-size: {t.title_size}px; font-family: "{t.bold}"; }}
QLabel#strong {{ font-family: "{t.semibold}"; }}
#palette {{ background: {t.panel}; border: 1px solid {t.field_border}; border-radius: {t.radius}px; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; padding: 6px 2px; margin-right: 10px;
  border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {t.ink}; font-family: "{t.semibold}"; border-bottom-color: {t.accent}; }}
QScrollBar:vertical {{ width: 11px; background: transparent; margin: 0; }}
QScrollBar:horizontal {{ height: 11px; background: transparent; margin: 0; }}
QScrollBar::handle {{ background: {t.track}; border-radius: 3px; min-width: 30px; min-height: 30px;
  margin: 2px; }}
QScrollBar::handle:vertical {{ margin-left: 3px; }}
QScrollBar::handle:horizontal {{ margin-top: 3px; }}
QScrollBar::handle:hover {{ background: {t.track_hover}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; }}
QSlider::groove:horizontal {{ height: 2px; background: {t.track}; }}
QSlider::handle:horizontal {{ width: 10px; height: 10px; margin: -4px 0; border-radius: 5px; background: {t.muted}; }}
QCheckBox::indicator {{ width: 14px; height: 14px; }}
"""
