"""Where an export goes: the name that is proposed for its file, one's own, and what is wrong with either."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from cxdesigner.export.naming import file_name
from cxdesigner.export.options import KINDS, Kind
from cxdesigner.model.records import Map
from cxdesigner.ui.dialogs.export_presets import PresetBar
from cxdesigner.ui.names import with_extension
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.session import Session


class Target:
    """The file that a field names. `kind` is that of the file, `replaces` the path that may be written over."""

    def __init__(self, field: QLineEdit, session: Session, application: Application, presets: PresetBar) -> None:
        self._field, self._session, self._application, self._presets = field, session, application, presets
        self.kind: Kind = "pdf"
        self.replaces: Path | None = None
        self._preset = ""
        self._is_named = False

    def begin(self, kind: Kind, last: Path | None) -> None:
        """Take the name of the last export, or propose one."""
        self.kind = kind
        self._field.setText(str((last or self._beside()).with_suffix(f".{kind}")))
        if last is not None:
            self._read_name(last)

    def take_kind(self, kind: Kind) -> None:
        """Be for another kind of file: one's own name keeps its stem."""
        self.kind = kind
        if self._is_named:
            path = Path(self._field.text())
            stem = path.with_suffix("") if path.suffix.lower().removeprefix(".") in KINDS else path
            self._field.setText(f"{stem}.{kind}")

    def take_preset(self) -> None:
        """Have the name say which preset was chosen, also when options of it are changed then."""
        self._preset = self._presets.word

    def take_name(self) -> None:
        """Keep the name, since it is somebody's own."""
        self._is_named = True

    @property
    def path(self) -> Path:
        """The file, whole."""
        path = Path(self._field.text().strip())
        with suppress(RuntimeError):  # "~" may stand before the name of nobody
            path = path.expanduser()
        path = path if path.is_absolute() else self._beside().parent / path
        return with_extension(path, (self.kind,)) if path.name else self._beside()

    @property
    def is_there(self) -> bool:
        """Whether there is such a file already, as far as one may see."""
        try:
            return self.path.exists()
        except OSError:  # the name is too long, or one may not look into the folder
            return False

    @property
    def may_replace(self) -> bool:
        """Whether somebody has said that this file may be written over."""
        return self.replaces == self.path

    def problem(self) -> str:
        """Say in a sentence why nothing can be written there, "" if it can."""
        if self._session.document.get(self._session.map_id, Map) is None:
            return tr("There is no map to export yet: add one first.")
        text = self._field.text().strip()
        path = Path(text)
        if not text or not path.name or _is_folder(path):
            return tr("Say what the file is to be called.")
        if not _is_folder(self.path.parent):
            return tr("There is no folder “{folder}”.", folder=self.path.parent)
        return ""

    def propose(self) -> None:
        """Name the file by the map and its preset, so that two presets do not write the same; one's own name stays."""
        shown = self._session.map
        if self._is_named or shown is None:
            return
        word = self._presets.word if self._presets.box.currentIndex() >= 0 else self._preset
        path = self.path.parent / file_name(self._title(shown.title), self.kind, word)
        if self._field.text() != str(path):
            self._field.setText(str(path))

    def browse(self, parent: QWidget) -> bool:
        """Let somebody choose a file in the dialog of the system; False for none."""
        kind = self.kind
        path = self._application.dialogs.ask_save_path(
            parent, tr("Export {kind}", kind=kind.upper()), self.path, f"{kind.upper()} (*.{kind})"
        )
        if path is None:
            return False
        self._field.setText(str(with_extension(path, (kind,))))
        self._is_named = True
        # Else the question whether it may be replaced was about another file.
        self.replaces = path if path == self.path else None
        return True

    def _beside(self) -> Path:
        session = self._session
        beside = session.path.parent if session.path is not None else None
        shown = session.map
        folder = self._application.folder_for("exports", beside)
        title = self._title(shown.title if shown is not None else "")
        return (folder if folder.is_dir() else Path.home()) / file_name(title, self.kind)

    def _title(self, of_map: str) -> str:
        session = self._session
        titles = (of_map, session.document.project.title, session.path.stem if session.path is not None else "")
        return next(filter(None, titles), "")

    def _read_name(self, out: Path) -> None:
        """Find whether a name was proposed, and for which preset, or is somebody's own."""
        stem, titles = out.stem, {self._title(one.title) for one in self._session.document.maps}
        for word in ("", *self._presets.words()):
            if stem in {Path(file_name(title, self.kind, word)).stem for title in titles}:
                self._preset = word
                return
        self._is_named = True


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # as in `Target.is_there`
        return False
