"""What the program remembers from one start to the next: the files that were open, and where files were put."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from cxdesigner.ui.names import is_there

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

MOST = 12
_FILES = "recent/files"
_FOLDERS = "folders"
_COMMANDS = "recent/commands"
_LEFT_COPIES = "recent/left_copies"
_MOST_LEFT = 60


class Recent:
    """Recent files, the last one first, and the last folder for each purpose; kept in the settings."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def files(self, is_kept: Callable[[Path], bool] = lambda _path: False) -> list[Path]:
        """Give the files that are still there, and those of which something `is_kept` elsewhere."""
        return [path for path in self._all() if is_there(path) or is_kept(path)]

    def add(self, path: Path) -> None:
        """Put a file first."""
        path = path.absolute()
        # Files that are gone stay in the list: a stick may be put in again.
        files = [path, *(other for other in self._all() if other != path)]
        self._settings.setValue(_FILES, [str(other) for other in files[:MOST]])

    def clear(self) -> None:
        """Forget all files."""
        self._settings.remove(_FILES)

    def folder(self, purpose: str) -> Path | None:
        """Give the folder that was last used for a purpose, None if there is none or it is gone."""
        found = self._settings.value(f"{_FOLDERS}/{purpose}")
        folder = Path(found) if isinstance(found, str) and found else None
        return folder if folder is not None and folder.is_dir() else None

    def set_folder(self, purpose: str, folder: Path) -> None:
        """Remember the folder of a purpose."""
        self._settings.setValue(f"{_FOLDERS}/{purpose}", str(folder.absolute()))

    def _all(self) -> list[Path]:
        return [Path(name) for name in self._list(_FILES)]

    def left_copies(self) -> list[str]:
        """Give the digests of conflicted copies that somebody left as they are, the last one first."""
        return self._list(_LEFT_COPIES)

    def leave_copy(self, digest: str) -> None:
        """Remember that a conflicted copy is to stay as it is."""
        digests = [digest, *(other for other in self.left_copies() if other != digest)]
        self._settings.setValue(_LEFT_COPIES, digests[:_MOST_LEFT])

    def commands(self) -> list[str]:
        """Give the ids of the actions that were chosen in the command palette, the last one first."""
        return self._list(_COMMANDS)

    def add_command(self, key: str) -> None:
        """Put an action of the command palette first."""
        keys = [key, *(other for other in self.commands() if other != key)]
        self._settings.setValue(_COMMANDS, keys[:MOST])

    def _list(self, key: str) -> list[str]:
        found = self._settings.value(key)
        # An INI file cannot tell a list of one from a text.
        texts = [found] if isinstance(found, str) else found if isinstance(found, list) else []
        return [text for text in texts if isinstance(text, str) and text]


def documents_folder() -> Path:
    """Give the folder in which this user's documents are."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
