"""The presets of the export dialog: chosen from a list, kept under a name and forgotten in the same line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from cxdesigner.export.options import KINDS, Kind
from cxdesigner.export.presets import Presets
from cxdesigner.files import CannotWriteError
from cxdesigner.ui.exporting import flags_kept, options_of
from cxdesigner.ui.panels.controls import Choice
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import plain_label, set_tip
from cxdesigner.ui.style.words import mark, said, tr

NAMES: Final[dict[str, str]] = {
    "Phone": mark("Phone: one page to zoom into"),
    "A4 handout": mark("A4 handout"),
    "A3 for the meeting": mark("A3 for the meeting"),
    "A0 poster": mark("A0 poster"),
    "A0 poster on A4 sheets": mark("A0 poster on A4 sheets"),
    "Report": mark("Report"),
    "For the client": mark("For the client"),
}
"""What those that come with the program are called; others as they are written."""

_KIND: Final = "--kind="
"""The flag for what is no PDF."""


class PresetBar(QWidget):
    """Signals: `chosen(tuple)`, the flags of a preset; `listed()` when one was kept or forgotten."""

    chosen = Signal(tuple)
    listed = Signal()

    def __init__(self, presets: Presets, look: Look) -> None:
        super().__init__()
        self._presets, self._look = presets, look
        self._flags: tuple[str, ...] = ()
        px = look.tokens.px
        self.box = Choice(look)
        self.box.setAccessibleName(tr("Preset"))
        self.box.setMaxVisibleItems(20)
        self.box.activated.connect(self._choose)
        self.save = QPushButton(tr("Save as preset …"))
        self.save.setObjectName("link")
        self.save.clicked.connect(self._ask_name)
        self.remove = self._tool("delete", tr("Remove this preset"))
        self.remove.clicked.connect(self._remove)
        self.name = QLineEdit()
        self.name.setMaxLength(60)
        self.name.setPlaceholderText(tr("Name of the preset"))
        self.name.setAccessibleName(tr("Name of the preset"))
        self.name.installEventFilter(self)
        self.keep = QPushButton(tr("Save"))
        self.keep.clicked.connect(self._save)
        listing, naming = QWidget(), QWidget()
        for parent, widgets in ((listing, (self.box, self.remove)), (naming, (self.name, self.keep))):
            row = QHBoxLayout(parent)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(px(4))
            for at, widget in enumerate(widgets):
                row.addWidget(widget, 1 - at)
        self._stack = QStackedWidget()
        self._stack.addWidget(listing)
        self._stack.addWidget(naming)
        head = QHBoxLayout()
        head.addWidget(plain_label(tr("Preset"), "heading"), 1)
        head.addWidget(self.save)
        self._wrong = plain_label("", "wrong", wrap=True)
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(10), px(14), px(6))
        column.setSpacing(px(3))
        column.addLayout(head)
        column.addWidget(self._stack)
        column.addWidget(self._wrong)

    def _tool(self, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setIcon(self._look.icons.icon(icon, self._look.tokens.muted))
        button.setAccessibleName(name)
        set_tip(button, name)
        return button

    def follow(self, flags: Sequence[str], kind: Kind) -> None:
        """Show which preset has these flags and is for this kind of file, if one is."""
        now = tuple(flags) if kind == "pdf" else (f"{_KIND}{kind}", *flags)
        if now != self._flags or not self.box.count():
            self._flags = now
            self._list()

    def _list(self) -> None:
        known = self._presets.all()
        self.box.clear()
        for name, own in known.items():
            self.box.addItem(tr(NAMES[name]) if name in NAMES and name not in self._presets.own() else name, own)
            self.box.setItemData(self.box.count() - 1, name, Qt.ItemDataRole.UserRole + 1)
        names = list(known)
        at = next((names.index(name) for name in reversed(names) if _same(known[name], self._flags)), -1)
        self.box.setCurrentIndex(at)
        self.box.setPlaceholderText(tr("Own options"))
        self.remove.setVisible(at >= 0 and names[at] in self._presets.own())

    @property
    def word(self) -> str:
        """What the name of a file says of the preset that is shown: "" for none, and for the map as it is."""
        return self.box.currentText() if self.box.currentData() else ""

    def words(self) -> list[str]:
        """Give what names of files may say of presets."""
        return [self.box.itemText(at) for at in range(self.box.count()) if self.box.itemData(at)]

    def _choose(self, index: int) -> None:
        self.chosen.emit(self.box.itemData(index))

    def _ask_name(self) -> None:
        self._stack.setCurrentIndex(1)
        self.name.clear()
        self.name.setFocus()

    def _close_name(self) -> None:
        self._stack.setCurrentIndex(0)
        self._wrong.hide()
        self.box.setFocus()

    def _save(self) -> None:
        name = " ".join(self.name.text().split())
        if not name:
            self._refuse(tr("A preset needs a name."))
            return
        try:
            self._presets.save(name, self._flags)
        except (CannotWriteError, OSError) as error:
            self._refuse(said(error))
            return
        self._close_name()
        self._list()
        self.listed.emit()

    def _remove(self) -> None:
        try:
            self._presets.remove(str(self.box.currentData(Qt.ItemDataRole.UserRole + 1)))
        except (CannotWriteError, OSError) as error:
            self._refuse(said(error))
            return
        self.box.setFocus()
        self._list()
        self.listed.emit()

    def _refuse(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.name and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._save()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close_name()
                return True
        return super().eventFilter(watched, event)


def kind_of_preset(flags: Sequence[str]) -> Kind:
    """Give the kind of file that a preset is for."""
    named = [flag.removeprefix(_KIND) for flag in flags if flag.startswith(_KIND)]
    return next((kind for kind in KINDS if kind in named), "pdf")


def _same(flags: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether a preset says the same as flags that leave out what is so by itself."""
    kind = kind_of_preset(flags)
    if kind != kind_of_preset(other):
        return False
    return set(flags_kept(options_of(flags, kind))) == {flag for flag in other if not flag.startswith(_KIND)}
