"""Where the program keeps what is not anybody's file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one user: `state` for what can be lost (the log, what can be recovered after a crash), `data` for
    what is to be kept (templates, backups). They may not be there yet.
    """

    state: Path
    data: Path

    @classmethod
    def of_user(cls) -> Folders:
        """Give the folders that the system has for this user."""
        from platformdirs import user_data_path, user_state_path  # needed after the first frame only

        return cls(user_state_path("cxdesigner", appauthor=False), user_data_path("cxdesigner", appauthor=False))

    @classmethod
    def below(cls, folder: Path) -> Folders:
        """Give folders below one, as for a program that is carried about on a stick, or a test."""
        return cls(folder / "state", folder)
