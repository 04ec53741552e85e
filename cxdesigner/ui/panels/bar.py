"""The bar at the top: what is open and whether it is saved, which map is shown, and what is used most."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from cxdesigner.model.records import Map
from cxdesigner.ui.names import title_of_map
from cxdesigner.ui.panels.bar_buttons import ActionButton, TitleButton
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.labels import STATES, label
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import ElidedLabel, no_mnemonic
from cxdesigner.ui.style.words import tr

_HEIGHT = 46
_STATE_ROOM = 180


BUTTONS = ("edit.undo", "edit.redo", "edit.find", "workshop.present", "file.export_pdf")
"""The actions that have a button, from left to right; the last is what a session is for."""

ICONS = dict(zip(BUTTONS, ("undo", "redo", "find", "present", "export"), strict=True))


def _words(action_id: str) -> str:
    words = {
        "edit.undo": tr("Undo"),
        "edit.redo": tr("Redo"),
        "edit.find": tr("Find"),
        "workshop.present": tr("Present"),
        "file.export_pdf": tr("Export PDF"),
    }
    return words[action_id]


class Bar(QWidget):
    """Shows the title and the save state; its buttons are the given actions, those that are not given are left out."""

    def __init__(self, session: Session, actions: Mapping[str, QAction], look: Look | None = None) -> None:
        super().__init__()
        self._session = session
        self._look = look or Look()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(self._look.tokens.px(_HEIGHT))
        self.setAccessibleName(tr("Bar"))
        self.title = TitleButton(self._look)
        self.title.clicked.connect(self._choose_map)
        self.state = ElidedLabel("", "muted")
        self.state.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(self._look.tokens.px(6), 0, self._look.tokens.margin, 0)
        row.setSpacing(self._look.tokens.px(8))
        row.addWidget(self.title)
        row.addWidget(self.state, 1)
        self.buttons = {key: self._button(key, actions[key]) for key in BUTTONS if key in actions}
        for button in self.buttons.values():
            row.addWidget(button)
        session.document_changed.connect(self._follow)
        session.map_changed.connect(self._follow)
        session.file_changed.connect(self._follow)
        self._follow()

    def add_timer(self, timer: QWidget) -> None:
        """Put the timer before the buttons."""
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(2, timer)

    def _button(self, key: str, action: QAction) -> ActionButton:
        t = self._look.tokens
        primary = key == "file.export_pdf"
        button = ActionButton(action, _words(key))
        icon = ICONS[key]
        color = t.accent_ink if primary else t.ink
        button.setIcon(self._look.icons.icon(icon, color, t.accent_ink if primary else t.faint))
        button.setObjectName("primary" if primary else "plain")
        return button

    def _follow(self, *_: object) -> None:
        maps = self._session.document.maps
        self.title.set_switching(len(maps) > 1)
        self.title.set_title(*self._title(maps))
        self.state.setText(self._save_state())
        self.state.setMinimumWidth(min(self.state.sizeHint().width(), self._look.tokens.px(_STATE_ROOM)))

    def _title(self, maps: tuple[Map, ...]) -> tuple[str, str]:
        project, shown = self._session.document.project.title, self._session.map
        if shown is None:
            return project or tr("Untitled"), ""
        alike = sum(one.state == shown.state for one in maps)
        name = shown.title if alike > 1 and shown.title else label(STATES, shown.state).lower()
        first = project or (shown.title if name != shown.title else "")
        if name.casefold() in first.casefold() and first != name:
            name = ""  # such as "Dinner – future state"
        return first or tr("Untitled"), name

    def _save_state(self) -> str:
        session = self._session
        if session.is_saving:
            return tr("Saving …")
        if session.read_only:
            return tr("Read-only")
        if session.path is None:
            return tr("Not saved yet")
        return f"{tr('Saved') if session.is_saved else tr('Edited')} · {session.path.name}"

    def _choose_map(self) -> None:
        maps = self._session.document.maps
        if len(maps) < 2:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in maps:
            words = f"{title_of_map(one)} · {label(STATES, one.state)}"
            action = menu.addAction(no_mnemonic(words))
            action.setCheckable(True)
            action.setChecked(one.id == self._session.map_id)
            action.triggered.connect(partial(self._show_map, one.id))
        menu.popup(self.title.mapToGlobal(self.title.rect().bottomLeft()))

    def _show_map(self, map_id: str, *_: object) -> None:
        self._session.show_map(map_id)
