"""Somebody at the export dialog, with the mouse or without."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cxdesigner.paper import POINT
from cxdesigner.ui.dialogs.export_controls import ChoiceControl
from cxdesigner.ui.dialogs.export_dialog import ExportDialog
from tests.ui.hand import CTRL, Answers, Hand, Key


class Chosen(Answers):
    """Chooses a path wherever one is asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def ask_save_path(self, parent: Any, caption: str, suggestion: Path, kinds: str) -> Path | None:
        return self.path


class Asker:
    """Somebody at the dialog of a window."""

    def __init__(self, hand: Hand, qtbot: QtBot) -> None:
        self.hand, self._qtbot = hand, qtbot

    def open(self) -> ExportDialog:
        """Press Ctrl+E and wait for the pages."""
        self.hand.key(Key.Key_E, CTRL)
        self._qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ExportDialog))
        self.pages()
        return self.dialog

    def leave(self) -> None:
        """Press Escape, and go back to the window."""
        QTest.keyClick(self.dialog, Key.Key_Escape)
        self._qtbot.waitUntil(lambda: not self.hand.window.application._exporting._dialogs)
        self._qtbot.waitUntil(lambda: self.hand.window.activateWindow() or self.hand.window.isActiveWindow())

    @property
    def dialog(self) -> ExportDialog:
        dialog = QApplication.activeWindow()
        assert isinstance(dialog, ExportDialog)
        return dialog

    def pages(self) -> None:
        """Wait until the pages are as they are set."""
        dialog = self.dialog
        self._qtbot.waitUntil(lambda: self.is_settled(dialog), timeout=60_000)

    @staticmethod
    def is_settled(dialog: ExportDialog) -> bool:
        return bool(dialog.job.pages) and not dialog._soon.isActive() and not dialog.job.is_composing

    def choose(self, field: str, value: Any) -> None:
        """Choose from a list with the keys, as from the list that is open."""
        control = self.dialog.form.controls[field]
        assert isinstance(control, ChoiceControl)
        box = control.box
        box.setFocus()
        wanted = box.findData(value)
        while box.currentIndex() != wanted:
            QTest.keyClick(box, Key.Key_Down if box.currentIndex() < wanted else Key.Key_Up)

    def take(self, preset: str) -> None:
        """Choose a preset by its name."""
        box = self.dialog.presets.box
        box.setCurrentIndex(box.findText(preset))
        box.activated.emit(box.currentIndex())

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def written(self, path: Path) -> None:
        """Wait for a file."""
        self._qtbot.waitUntil(
            lambda: path.exists() and not self.hand.window.application._exporting.is_busy, timeout=60_000
        )

    def exported(self, path: Path) -> None:
        """Wait for a file, and close the dialog if it is open."""
        self.written(path)
        if self.hand.window.application._exporting._dialogs:
            self._qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ExportDialog))
            self.leave()


def sizes(asker: Asker) -> list[tuple[int, int]]:
    return [(round(page.width * POINT), round(page.height * POINT)) for page in asker.dialog.job.pages]
