"""The list of versions, with its keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.words import tr
from cxdesigner.ui.versions import words
from cxdesigner.ui.versions.entries import Version
from cxdesigner.ui.versions.job import Facts
from cxdesigner.ui.versions.rows import ABOUT, HEADING, IS_ODD, KEY, NAME, PICTURE, SINCE, TITLE, Rows

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OWN: Final = frozenset((*_ENTER, *_DELETE, Qt.Key.Key_F2, Qt.Key.Key_Escape))
"""Keys that mean something here, and something else on the map."""


class VersionList(QListWidget):
    """Lists versions, each with a picture and a few lines; above the first of each sort, and of each day, is a heading.

    Signals: `chosen()` when another one is selected; `restore_asked()`, `delete_asked()`, `left()`; `renamed(str,
    str)`, the key of a version and what it is to be called.
    """

    chosen = Signal()
    restore_asked = Signal()
    delete_asked = Signal()
    left = Signal()
    renamed = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("versions-list")
        self.setAccessibleName(tr("Versions"))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._rows = Rows(look, self)
        self._rows.renamed.connect(self.renamed)
        self.setItemDelegate(self._rows)
        self._versions: list[Version] = []
        self._alike: frozenset[str] = frozenset()
        self.currentItemChanged.connect(lambda _now, _before: self.chosen.emit())
        self.itemDoubleClicked.connect(lambda _item: self.restore_asked.emit())

    @property
    def current(self) -> Version | None:
        """The version that is selected."""
        row = self.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    @property
    def is_editing(self) -> bool:
        """Whether a name is being edited."""
        return self._rows.editor is not None

    @property
    def seen(self) -> list[Version]:
        """The versions that can be seen, the one that is selected first."""
        area = self.viewport().rect()
        rows = [row for row in range(self.count()) if self.visualItemRect(self.item(row)).intersects(area)]
        rows.sort(key=lambda row: row != self.currentRow())
        return [self._versions[row] for row in rows]

    def fill(self, versions: Sequence[Version], facts: Mapping[str, Facts]) -> None:
        """List versions; what was selected stays so, or what stands in its place then."""
        kept, row = self.current, self.currentRow()
        self._versions = list(versions)
        named = Counter(map(_place, versions))
        self._alike = frozenset(version.key for version in versions if named[_place(version)] > 1)
        self.blockSignals(True)  # selected is what will be, and nothing meanwhile
        self.clear()
        before = ""
        for version in versions:
            item = QListWidgetItem()
            item.setData(KEY, version.key)
            heading = words.above(version)
            item.setData(HEADING, heading if heading != before else "")
            before = heading
            if version.kind == "named":
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.addItem(item)
            self._say(item, version, facts.get(version.key))
        keys = [version.key for version in versions]
        self.setCurrentRow(keys.index(kept.key) if kept is not None and kept.key in keys else min(row, len(keys) - 1))
        self.blockSignals(False)
        self.chosen.emit()

    def show_facts(self, key: str, facts: Facts) -> None:
        """Show what is known of a version now."""
        for row, version in enumerate(self._versions):
            if version.key == key:
                self._say(self.item(row), version, facts)

    def select(self, key: str) -> None:
        """Select a version."""
        for row, version in enumerate(self._versions):
            if version.key == key:
                self.setCurrentRow(row)

    def edit_name(self) -> None:
        """Open the name of the version that is selected, if it has one."""
        item, version = self.currentItem(), self.current
        if item is not None and version is not None and version.kind == "named":
            self.scrollToItem(item)
            self.editItem(item)

    def finish_name(self) -> None:
        """Take a name that is being edited."""
        editor = self._rows.editor
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, Rows.EndEditHint.NoHint)

    def closeEditor(self, editor: QWidget, hint: Rows.EndEditHint) -> None:
        self._rows.editor = None
        super().closeEditor(editor, hint)

    def _say(self, item: QListWidgetItem, version: Version, facts: Facts | None) -> None:
        lines = {
            TITLE: words.in_its_row(version, exactly=version.key in self._alike),
            ABOUT: words.about(version),
            SINCE: words.changed(facts),
        }
        for role, text in lines.items():
            item.setData(role, text)
        item.setData(NAME, version.name)
        item.setData(PICTURE, facts.picture if facts is not None else None)
        item.setData(IS_ODD, facts is not None and bool(facts.refusal))
        spoken = (words.above(version), *lines.values())
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(filter(None, spoken)))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ENTER:
            self.restore_asked.emit()
        elif key in _DELETE:
            self.delete_asked.emit()
        elif key == Qt.Key.Key_F2:
            self.edit_name()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _place(version: Version) -> tuple[str, str]:
    """Give what tells one version from another in the list."""
    return words.above(version), words.in_its_row(version)
