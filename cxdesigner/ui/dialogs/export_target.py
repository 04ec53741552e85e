"""Where an export goes: the name that is proposed for its file, one's own, and what is wrong with either."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from cxdesigner.export.naming import file_name, titles_of
from cxdesigner.export.options import KINDS, ExportOptions, Kind
from cxdesigner.model.records import Map
from cxdesigner.model.secrecy import SECRETS
from cxdesigner.paper import SHEET
from cxdesigner.ui.dialogs.export_presets import NAMES, PresetBar
from cxdesigner.ui.exporting import options_of
from cxdesigner.ui.names import with_extension
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.model.document import Document
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.remembered import Export
    from cxdesigner.ui.session import Session


class Target:
    """The file that a field names: the one that is proposed, which follows what is set, or somebody's own."""

    def __init__(self, field: QLineEdit, session: Session, application: Application, presets: PresetBar) -> None:
        self._field, self._session, self._application, self._presets = field, session, application, presets
        self._kind: Kind = "pdf"
        self._folder = self._proposed = Path()
        self._is_named = self._is_emptied = False
        self._known: tuple[Document, tuple[str, ...], Mapping[str, str]] | None = None

    def begin(self, kind: Kind, last: Export | None) -> None:
        """Take the folder of the last export, and its name if that was somebody's own."""
        self._kind = kind
        self._folder = last.out.parent if last is not None and _is_folder(last.out.parent) else self._own_folder()
        self._is_named = last is not None and not self._was_proposed(last)
        if last is not None and self._is_named:
            self._field.setText(str(last.out.with_suffix(f".{kind}")))

    def take_kind(self, kind: Kind) -> None:
        """Be for another kind of file: one's own name keeps its stem."""
        self._kind = kind
        if self._is_named:
            path = Path(self._field.text())
            stem = path.with_suffix("") if path.suffix.lower().removeprefix(".") in KINDS else path
            self._field.setText(f"{stem}.{kind}")

    def take_name(self) -> None:
        """Keep what somebody has typed; a field that is emptied is typed into, or takes what is proposed."""
        self._is_emptied = not self._field.text().strip()
        self._is_named = not self._is_emptied

    def settle(self) -> None:
        """Show where the file goes, whole, since nobody is typing any more."""
        self._is_emptied = False
        if not self.problem() and self._field.text() != str(self.path):
            self._field.setText(str(self.path))

    def keep_folder(self) -> None:
        """Propose the folder of the file from now on."""
        self._folder = self.path.parent

    @property
    def path(self) -> Path:
        """The file, whole."""
        text = self._field.text().strip()
        path = self._whole(text)
        return with_extension(path, (self._kind,)) if text and path.name else self._proposed

    def problem(self) -> str:
        """Say in a sentence why nothing can be written there, "" if it can."""
        if self._session.document.get(self._session.map_id, Map) is None:
            return tr("There is no map to export yet: add one first.")
        text = self._field.text().strip()
        if text and (not Path(text).name or _is_folder(self._whole(text))):
            return tr("Say what the file is to be called.")
        if not _is_folder(self.path.parent):
            return tr("There is no folder “{folder}”.", folder=self.path.parent)
        return ""

    def propose(self, options: ExportOptions, maps: str) -> None:
        """Name the file by what is set, so that it says what is in it; one's own name stays.

        `maps`: as in `Export.maps`.
        """
        preset = self._presets
        word = preset.word if preset.box.currentIndex() >= 0 else _word_of(options)
        self._proposed = self._folder / file_name(self._title(options, maps), self._kind, word)
        self._field.setPlaceholderText(str(self._proposed))
        if not self._is_named and not self._is_emptied and self._field.text() != str(self._proposed):
            self._field.setText(str(self._proposed))

    def browse(self, parent: QWidget) -> Path | None:
        """Let somebody choose a file in the dialog of the system, which asks whether it may be replaced."""
        kind = self._kind
        path = self._application.dialogs.ask_save_path(
            parent, tr("Export {kind}", kind=kind.upper()), self.path, f"{kind.upper()} (*.{kind})"
        )
        if path is not None:
            self._field.setText(str(with_extension(path, (kind,))))
            self.take_name()
        return path

    def _whole(self, text: str) -> Path:
        path = Path(text)
        with suppress(RuntimeError):  # "~" may stand before the name of nobody
            path = path.expanduser()
        path = self._folder / path
        if ".." not in path.parts:
            return path
        try:
            return path.resolve() if path.name == ".." else path.parent.resolve() / path.name
        except (OSError, RuntimeError):  # it is too long, or links lead in a circle
            return path

    def _own_folder(self) -> Path:
        """Give that of the project, or else of any other export."""
        path = self._session.path
        if path is not None and _is_folder(path.parent) and os.access(path.parent, os.W_OK):
            return path.parent
        folder = self._application.folder_for("exports")
        return folder if _is_folder(folder) else Path.home()

    def _titles(self, options: ExportOptions) -> Mapping[str, str]:
        """Give the titles that the file may say, found out once for each edition of the project."""
        document, known = self._session.document, self._known
        if known is None or known[0] is not document or known[1] != options.without:
            known = self._known = document, options.without, titles_of(document, options)
        return known[2]

    def _title(self, options: ExportOptions, maps: str) -> str:
        titles, path = self._titles(options), self._session.path
        of_map = titles.get(maps if maps in titles else self._session.map_id, "")
        of_project = titles[self._session.document.project.id]
        stem = path.stem if path is not None else ""
        found = (of_project, stem, of_map) if maps == "all" else (of_map, of_project, stem)
        return next(filter(None, found), "")

    def _was_proposed(self, last: Export) -> bool:
        """Tell whether a name was proposed, for whatever preset and map, or is somebody's own."""
        options = options_of(last.flags, last.kind)
        titles = {self._title(options, maps) for maps in ("this", "all", *self._titles(options))}
        words = ("", _word_of(options), *self._presets.words())
        return any(last.out.stem == Path(file_name(title, "x", word)).stem for title in titles for word in words)


def is_there(path: Path) -> bool:
    """Tell whether there is such a file already, as far as one may see."""
    try:
        return path.exists()
    except OSError:  # the name is too long, or one may not look into the folder
        return False


def _word_of(options: ExportOptions) -> str:
    """Say in the name of a file what no preset has a name for: the paper, and that nothing secret is in it."""
    words = []
    if options.kind == "pdf":
        size = options.page if options.report or not options.poster else options.poster
        words += [tr(NAMES["Report"])] if options.report else []
        words += [size] if size != SHEET else []
    if set(options.without) == set(SECRETS):
        words.append(tr(NAMES["For the client"]))
    return ", ".join(words)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # as in `is_there`
        return False
