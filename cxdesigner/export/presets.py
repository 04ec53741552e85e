"""Options of exports kept under names: some that come with the program, and those that somebody made."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from cxdesigner.files import write_atomically
from cxdesigner.sentences import SentenceError, say

FILE: Final = "presets.json"
OURS: Final[dict[str, tuple[str, ...]]] = {
    "Phone": (),
    "A4 handout": ("--page=A4",),
    "A3 for the meeting": ("--page=A3",),
    "A0 poster": ("--page=A0",),
    "A0 poster on A4 sheets": ("--poster=A0", "--on=A4"),
    "Report": ("--report", "--page=A4"),
    "For the client": ("--without=quotes,names,photos,notes,votes,authors",),
}
"""Those that come with the program, as flags; a person's own of the same name stands before them."""


class PresetError(SentenceError):
    """There is no preset of this name; the text is a sentence for the reader."""


class Presets:
    """Reads and writes presets in a file of JSON, name → flags, in `folder` (the user's own for settings if None).

    A file that cannot be read, or is something else, counts as none.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    @property
    def path(self) -> Path:
        """Where a person's own are kept."""
        if self._folder is None:
            from platformdirs import user_config_path

            self._folder = user_config_path("cxdesigner", appauthor=False)
        return self._folder / FILE

    def own(self) -> dict[str, tuple[str, ...]]:
        """Give a person's own, by name."""
        try:
            found = json.loads(self.path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        items = found.items() if isinstance(found, dict) else ()
        return {name: tuple(flags) for name, flags in items if _are_flags(flags)}

    def all(self) -> dict[str, tuple[str, ...]]:
        """Give all of them, by name: those of the program, then a person's own."""
        return OURS | self.own()

    def arguments(self, name: str) -> tuple[str, ...]:
        """Give the flags of a preset, by its name in whatever case.

        Raises:
            PresetError: there is none of this name.
        """
        known = self.all()
        for one, flags in reversed(known.items()):
            if one.casefold() == name.strip().casefold():
                return flags
        names = ", ".join(f"“{one[:40]}”" for one in known)
        raise PresetError(say("There is no preset “{name}”: there are {names}.", name=name[:40], names=names))

    def save(self, name: str, flags: Sequence[str]) -> None:
        """Keep flags under a name.

        Raises:
            CannotWriteError: the file could not be written.
        """
        self._write(self.own() | {name.strip(): tuple(flags)})

    def remove(self, name: str) -> None:
        """Forget one of a person's own; raises as `save` does."""
        self._write({one: flags for one, flags in self.own().items() if one != name})

    def _write(self, presets: dict[str, tuple[str, ...]]) -> None:
        with contextlib.suppress(OSError):  # writing says what is wrong with the folder
            self.path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(self.path, json.dumps(presets, indent=2, ensure_ascii=False).encode())


def _are_flags(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one.startswith("--") for one in value)
