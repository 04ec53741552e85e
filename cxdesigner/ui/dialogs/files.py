"""The questions about files, in one object so that a test can answer them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QFile, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Answer = Literal["save", "discard", "cancel"]


class Dialogs:
    """Asks with the dialogs of the system."""

    def ask_open_paths(self, parent: QWidget | None, caption: str, folder: Path, *, several: bool = True) -> list[Path]:
        """Let somebody choose projects, or one; nothing chosen is an empty list."""
        filters = ";;".join([tr("Projects (*.cxd *.json *.pdf)"), tr("All files (*)")])
        if several:
            names, _ = QFileDialog.getOpenFileNames(parent, caption, str(folder), filters)
        else:
            name, _ = QFileDialog.getOpenFileName(parent, caption, str(folder), filters)
            names = [name] if name else []
        return [Path(name) for name in names]

    def ask_table_path(self, parent: QWidget | None, folder: Path) -> Path | None:
        """Let somebody choose a table; None for nothing."""
        filters = ";;".join([tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")])
        name, _ = QFileDialog.getOpenFileName(parent, tr("Import table"), str(folder), filters)
        return Path(name) if name else None

    def ask_save_path(self, parent: QWidget | None, caption: str, suggestion: Path, kinds: str) -> Path | None:
        """Let somebody choose where to write, None for nowhere; writing over a file is confirmed in the dialog.

        `kinds` is a filter as Qt writes it, such as "Projects (*.cxd)"; the extension of the suggestion is given to a
        name that has none.
        """
        dialog = QFileDialog(parent, caption, str(suggestion.parent), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggestion.suffix.removeprefix("."))
        dialog.selectFile(suggestion.name)
        chosen = dialog.exec() and dialog.selectedFiles()
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def ask_print(self, parent: QWidget | None, printer: QPrinter) -> bool:
        """Let somebody set up a printer, on what and how it prints; False for not at all."""
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(printer, parent)
        chosen = bool(dialog.exec())
        dialog.deleteLater()
        return chosen

    def ask_unsaved(self, parent: QWidget | None, name: str) -> Answer:
        """Ask what becomes of changes that are in no file yet."""
        question = tr("Save the changes to “{name}”?", name=name)
        return _asked(parent, question, tr("Without saving they are lost."), tr("&Save"), tr("&Don’t save"))

    def ask_draft(self, parent: QWidget | None, name: str) -> Answer:
        """Ask what becomes of a comment or note that was typed, and not sent."""
        question = tr("Add what you were typing to “{name}”, and save it?", name=name)
        note = tr("A comment or note was begun and not added yet. Without that it is lost.")
        return _asked(parent, question, note, tr("&Add and save"), tr("&Don’t add"))

    def show_path(self, path: Path) -> None:
        """Open a file or a folder with the program that the system has for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def move_to_trash(self, path: Path) -> bool:
        """Move a file to where the system keeps what is thrown away; False if that could not be done."""
        return bool(QFile.moveToTrash(str(path)))


def _asked(parent: QWidget | None, question: str, note: str, save_word: str, discard_word: str) -> Answer:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowModality(Qt.WindowModality.WindowModal)
    box.setTextFormat(Qt.TextFormat.PlainText)  # a file may be named like markup
    box.setWindowTitle("cxdesigner")
    box.setText(question)
    box.setInformativeText(note)
    save = box.addButton(save_word, QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(discard_word, QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(cancel)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return "save" if clicked is save else "discard" if clicked is discard else "cancel"
