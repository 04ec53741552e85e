"""The style sheet of the interface, written from the tokens."""

from __future__ import annotations

from cxdesigner.ui.style.tokens import Tokens


def style_sheet(t: Tokens) -> str:
    """Write the Qt style sheet of a theme."""
    px = t.px
    return f"""
* {{ font-family: "{t.regular}"; font-size: {t.font_size}px; }}
QMainWindow, QDialog, QMenuBar, QStatusBar {{ background: {t.window}; color: {t.ink}; }}
QWidget {{ color: {t.ink}; }}
QMenuBar {{ border-bottom: 1px solid {t.hairline}; padding: 2px {px(8)}px; }}
QMenuBar::item {{ padding: {px(4)}px {px(10)}px; border-radius: {t.radius}px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.hover}; }}
QMenu {{ background: {t.panel}; border: 1px solid {t.hairline}; padding: {px(5)}px; }}
QMenu::item {{ padding: {px(5)}px {px(26)}px {px(5)}px {px(14)}px; border-radius: {px(4)}px; }}
QMenu::item:selected {{ background: {t.accent_soft}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::separator {{ height: 1px; background: {t.hairline}; margin: {px(4)}px {px(6)}px; }}
QToolTip {{ background: {t.ink}; color: {t.window}; border: none; padding: {px(4)}px {px(6)}px; }}
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
  border-radius: {t.radius}px; padding: {px(5)}px {px(12)}px; }}
QPushButton {{ icon-size: {px(16)}px; qproperty-autoDefault: true; }}
QToolButton {{ qproperty-iconSize: {px(16)}px; }}
QPushButton:hover, QToolButton#plain:hover {{ background: {t.hover}; }}
QPushButton:pressed {{ background: {t.pressed}; }}
QPushButton:disabled {{ color: {t.faint}; }}
QPushButton:focus {{ border-color: {t.accent}; }}
QPushButton#primary {{ background: {t.accent}; color: {t.accent_ink}; border-color: {t.accent};
  font-family: "{t.semibold}"; }}
QPushButton#primary:focus {{ border: 2px solid {t.ink}; padding: {px(5) - 1}px {px(12) - 1}px; }}
QPushButton#primary:hover {{ background: {t.accent_hover}; }}
QPushButton#primary:disabled {{ background: {t.hover}; color: {t.faint}; border-color: {t.field_border}; }}
QPushButton#tight {{ min-height: {px(18)}px; padding-left: {px(6)}px; padding-right: {px(6)}px; }}
QPushButton#link {{ border: none; background: transparent; color: {t.accent}; padding: 2px {px(4)}px; }}
QPushButton#link:hover {{ text-decoration: underline; }}
QPushButton#link:focus {{ border: 1px solid {t.accent}; padding: 1px {px(3)}px; }}
QPushButton#expander, QPushButton#group {{ border: none; background: transparent; color: {t.muted};
  font-size: {t.small_size}px; min-height: {px(22)}px; max-height: {px(22)}px; padding: 0; }}
QPushButton#group {{ font-family: "{t.semibold}"; }}
QPushButton#quiet, QToolButton#quiet, QPushButton#attention {{ border: 1px solid transparent; background: transparent;
  border-radius: {px(4)}px; color: {t.muted}; font-size: {t.small_size}px; padding: 2px {px(6)}px;
  min-height: {px(16)}px; }}
QToolButton#quiet {{ padding: 1px; }}
QPushButton#quiet:hover, QToolButton#quiet:hover, QPushButton#attention:hover {{ background: {t.hover};
  color: {t.ink}; }}
QPushButton#quiet:pressed, QToolButton#quiet:pressed, QPushButton#attention:pressed {{ background: {t.pressed}; }}
QPushButton#quiet:focus, QToolButton#quiet:focus, QPushButton#attention:focus {{ border-color: {t.accent}; }}
QPushButton#attention {{ color: {t.warning}; }}
#status {{ min-height: {px(28)}px; }}
#status QPushButton#link {{ font-size: {t.small_size}px; }}
#message {{ color: {t.ink}; font-size: {t.small_size}px; }}
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDoubleSpinBox {{ background: {t.field}; color: {t.ink};
  border: 1px solid {t.field_border}; border-radius: {t.radius}px; padding: {px(4)}px {px(8)}px;
  selection-background-color: {t.accent}; selection-color: {t.accent_ink}; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {t.muted}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {{ border-color: {t.accent}; }}
QLineEdit[refused="true"], QPlainTextEdit[refused="true"] {{ border: 1px solid {t.warning}; }}
QLineEdit[chosen="true"] {{ background: {t.accent_soft}; border-color: {t.accent}; }}
QLineEdit {{ padding: {px(4)}px {px(6)}px; }}
QLineEdit#search {{ padding-left: 2px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{ border: none; width: {px(20)}px; }}
QComboBoxPrivateContainer {{ background: {t.panel}; border: none; }}
QComboBox QAbstractItemView {{ background: {t.panel}; border: 1px solid {t.field_border}; outline: none;
  padding: {px(3)}px; selection-background-color: {t.accent_soft}; selection-color: {t.ink}; }}
QComboBox QAbstractItemView::item {{ min-height: {px(24)}px; padding: 0 {px(6)}px; border-radius: {px(4)}px; }}
QComboBox QAbstractItemView::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QLabel#heading {{ color: {t.muted}; font-size: {t.heading_size}px; font-family: "{t.bold}"; }}
QLabel#muted, QLabel#label {{ color: {t.muted}; font-size: {t.small_size}px; }}
QLabel#title, QAbstractButton#title {{ font-size: {t.title_size}px; font-family: "{t.bold}"; }}
QLabel#strong {{ font-family: "{t.semibold}"; }}
#palette {{ background: {t.panel}; border: 1px solid {t.field_border}; border-radius: {t.radius}px; }}
#commands {{ background: {t.panel}; border: 1px solid {t.field_border}; border-radius: {px(8)}px; }}
#commands QListView {{ background: transparent; border: none; outline: none; }}
#commands QLineEdit {{ font-size: {t.title_size}px; padding: {px(6)}px {px(8)}px; }}
#page {{ background: {t.panel}; }}
#notice {{ background: {t.accent_soft}; border-bottom: 1px solid {t.hairline}; }}
#notice-warning {{ background: {t.warning_soft}; border-bottom: 1px solid {t.warning}; }}
#notice-below {{ background: {t.warning_soft}; }}
#notice QPushButton, #notice-warning QPushButton, #notice-below QPushButton {{ padding: {px(3)}px {px(10)}px; }}
#settings {{ background: {t.panel}; border-left: 1px solid {t.hairline}; }}
QLabel#pagetitle {{ font-size: {px(21)}px; font-family: "{t.bold}"; }}
QLabel#grouptitle {{ font-size: {t.title_size}px; font-family: "{t.bold}"; color: {t.accent}; }}
QLabel#large {{ font-size: {t.title_size}px; }}
QLabel#keys {{ font-size: {t.title_size}px; font-family: "{t.semibold}"; color: {t.muted}; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; padding: {px(6)}px 2px; margin-right: {px(10)}px;
  border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {t.ink}; font-family: "{t.semibold}"; border-bottom-color: {t.accent}; }}
QTabBar::tab:selected:focus {{ background: {t.accent_soft}; }}
QPushButton#timer {{ font-family: "{t.semibold}"; font-size: {t.title_size}px; border-color: transparent; }}
QPushButton#timer[level="last"] {{ color: {t.danger}; border-color: {t.danger}; }}
QPushButton#timer[level="over"] {{ color: {t.accent_ink}; background: {t.danger}; border-color: {t.danger}; }}
QPushButton#timer:focus {{ border: 2px solid {t.ink}; padding: {px(5) - 1}px {px(12) - 1}px; }}
#exportside {{ border-right: 1px solid {t.hairline}; }}
#exportfoot, #findings {{ border-top: 1px solid {t.hairline}; }}
#exportfoot {{ background: {t.panel}; }}
QLabel#wrong {{ color: {t.danger}; font-size: {t.small_size}px; }}
QLabel#found, QPushButton#found, QLabel#foundtext {{ font-size: {t.small_size}px; }}
QLabel#found {{ padding: {px(2)}px {px(5)}px; }}
QPushButton#found {{ border: 1px solid transparent; background: transparent; text-align: left;
  padding: 0; min-height: 0; }}
QPushButton#found:hover {{ background: {t.hover}; }}
QPushButton#found:focus {{ border-color: {t.accent}; }}
QPushButton#remedy {{ font-size: {t.small_size}px; color: {t.accent}; border-radius: {px(4)}px;
  padding: {px(1)}px {px(7)}px; }}
QLabel#news {{ font-size: {t.small_size}px; }}
#exportfoot QPushButton#link {{ font-size: {t.small_size}px; }}
#exporttext {{ border: none; border-radius: 0; }}
QListWidget#pages {{ border: none; border-right: 1px solid {t.hairline}; background: {t.panel}; outline: none;
  font-size: {t.small_size}px; color: {t.muted}; }}
QListWidget#pages::item {{ border: 1px solid transparent; border-radius: {t.radius}px; padding: {px(4)}px; }}
QListWidget#pages::item:hover {{ background: {t.hover}; }}
QListWidget#pages::item:selected {{ background: {t.accent_soft}; border-color: {t.accent}; color: {t.ink}; }}
#start {{ background: {t.window}; }}
#opening {{ background: {t.desk}; }}
QProgressBar {{ background: {t.hairline}; border: none; border-radius: {px(3)}px; min-height: {px(6)}px;
  max-height: {px(6)}px; }}
#opening QProgressBar {{ background: {t.field_border}; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: {px(3)}px; }}
#recoverable-row {{ background: {t.field}; border: 1px solid {t.hairline}; border-radius: {px(6)}px; }}
QListWidget#tiles, QListWidget#files {{ border: none; background: transparent; outline: none; }}
QListWidget#tiles::item, QListWidget#files::item {{ border: 1px solid transparent; border-radius: {t.radius}px;
  padding: 6px; color: {t.ink}; }}
QListWidget#tiles::item:hover, QListWidget#files::item:hover {{ background: {t.hover}; }}
QListWidget#tiles::item:selected, QListWidget#files::item:selected {{ background: {t.accent_soft};
  border-color: {t.accent}; color: {t.ink}; }}
QListWidget#files::item:disabled {{ color: {t.muted}; background: transparent; border-color: transparent; }}
#capture {{ background: {t.panel}; border-top: 1px solid {t.hairline}; }}
#versions {{ background: {t.panel}; border-left: 1px solid {t.hairline}; }}
#versions-list {{ border: 1px solid transparent; background: transparent; outline: none; }}
#versions-list:focus {{ border-color: {t.accent}; border-radius: {t.radius}px; }}
#parking {{ background: {t.panel}; border-left: 1px solid {t.hairline}; }}
#capture-field {{ font-size: {t.title_size}px; padding: {px(5)}px {px(8)}px; }}
#landing {{ font-family: "{t.semibold}"; color: {t.accent}; }}
#capture QLabel[lost="true"] {{ color: {t.warning}; }}
#offers {{ background: {t.panel}; border: 1px solid {t.field_border}; border-radius: {t.radius}px; outline: none; }}
#offers::item {{ padding: {px(5)}px {px(10)}px; border: none; color: {t.ink}; }}
#offers::item:hover {{ background: {t.hover}; }}
#offers::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
#find, #filters, #outline {{ background: {t.panel}; border-right: 1px solid {t.hairline}; }}
#filters {{ border-right: none; border-bottom: 1px solid {t.hairline}; }}
QListView#hits, QTreeView#tree {{ border: 1px solid transparent; background: transparent; outline: none; }}
QListView#hits:focus, QTreeView#tree:focus {{ border-color: {t.accent}; }}
QToolButton#toggle {{ border: 1px solid transparent; background: transparent; border-radius: {px(4)}px;
  color: {t.muted}; font-size: {t.small_size}px; padding: {px(3)}px {px(6)}px; }}
QToolButton#toggle:hover {{ background: {t.hover}; color: {t.ink}; }}
QToolButton#toggle:checked {{ background: {t.accent_soft}; border-color: {t.accent}; color: {t.ink}; }}
QToolButton#toggle:focus {{ border-color: {t.accent}; }}
QToolButton#toggle:checked:focus {{ border: 2px solid {t.accent}; padding: {px(3) - 1}px {px(6) - 1}px; }}
QToolButton#sort {{ border: 1px solid transparent; background: transparent; border-radius: {px(4)}px;
  color: {t.faint}; font-size: {t.small_size}px; padding: {px(2)}px {px(4)}px; }}
QToolButton#sort:hover {{ background: {t.hover}; }}
QToolButton#sort:checked {{ border-color: {t.field_border}; color: {t.ink}; }}
QToolButton#sort:focus {{ border-color: {t.accent}; }}
QToolButton#facet {{ border: 1px solid {t.field_border}; background: {t.field}; border-radius: {t.radius}px;
  padding: {px(3)}px {px(18)}px {px(3)}px {px(8)}px; font-size: {t.small_size}px; }}
QToolButton#facet::menu-indicator {{ subcontrol-origin: padding; subcontrol-position: right center;
  right: {px(5)}px; }}
QTreeView#tree {{ selection-background-color: {t.accent_soft}; selection-color: {t.ink}; }}
#filters QLabel#muted {{ padding: 0 {px(6)}px 0 {px(8)}px; }}
QToolButton#facet:hover {{ background: {t.hover}; }}
QToolButton#facet:focus {{ border-color: {t.accent}; }}
QToolButton#facet[on="true"] {{ background: {t.accent_soft}; border-color: {t.accent}; }}
#filters QCheckBox, #filters QPushButton#link {{ font-size: {t.small_size}px; }}
#suggestions {{ background: {t.panel}; border: 1px solid {t.field_border}; padding: {px(3)}px; outline: none; }}
#suggestions::item {{ min-height: {px(24)}px; padding: 0 {px(6)}px; border-radius: {px(4)}px; }}
#suggestions::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
#ballot {{ background: {t.panel}; border-top: 1px solid {t.hairline}; }}
#ballot QLabel#count {{ font-family: "{t.bold}"; font-size: {px(30)}px; }}
QPushButton#disputed {{ border: 1px solid transparent; background: transparent; border-radius: {px(4)}px;
  padding: {px(1)}px {px(6)}px; text-align: left; }}
QPushButton#disputed:hover {{ background: {t.hover}; }}
QPushButton#disputed:focus {{ border-color: {t.accent}; }}
#maps {{ background: {t.panel}; border-bottom: 1px solid {t.hairline}; }}
#maps QTabBar::tab {{ padding: {px(3)}px {px(8)}px {px(3)}px {px(4)}px; margin-right: {px(3)}px;
  border: 1px solid transparent;
  border-radius: {t.radius}px; }}
#maps QTabBar::tab:hover {{ background: {t.hover}; }}
#maps QTabBar::tab:selected {{ background: {t.accent_soft}; border-color: {t.accent}; }}
#maps QTabBar::tab:selected:focus {{ border: 2px solid {t.accent}; padding: {px(3) - 1}px {px(8) - 1}px {px(3) - 1}px
  {px(4) - 1}px; }}
QScrollBar:vertical {{ width: {px(11)}px; background: transparent; margin: 0; }}
QScrollBar:horizontal {{ height: {px(11)}px; background: transparent; margin: 0; }}
QScrollBar::handle {{ background: {t.track}; border-radius: {px(3)}px; min-width: {px(30)}px; min-height: {px(30)}px;
  margin: 2px; }}
QScrollBar::handle:vertical {{ margin-left: {px(3)}px; }}
QScrollBar::handle:horizontal {{ margin-top: {px(3)}px; }}
QScrollBar::handle:hover {{ background: {t.track_hover}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; }}
QSlider {{ min-height: {px(18)}px; }}
QSlider::groove:horizontal {{ height: 2px; background: {t.track}; }}
QSlider::handle:horizontal {{ width: {2 * px(5)}px; height: {2 * px(5)}px; margin: {1 - px(5)}px 0;
  border-radius: {px(5)}px; background: {t.muted}; }}
QSlider::handle:horizontal:focus {{ background: {t.accent}; }}
QCheckBox::indicator {{ width: {px(14)}px; height: {px(14)}px; }}
"""
