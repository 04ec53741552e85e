"""The question whether files may be written over: about these very files, with what is set when it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.export.options import ExportOptions


class Going(NamedTuple):
    """What would be written: options, the ids of maps, and the files."""

    options: ExportOptions
    map_ids: tuple[str, ...]
    files: tuple[Path, ...]


class Question:
    """Knows what was asked, and forgets it as soon as anything else is set. `sentence`: the question, "" for none."""

    def __init__(self) -> None:
        self._about: Going | None = None
        self.sentence = ""

    def ask(self, going: Going, there: Sequence[Path]) -> None:
        """Ask whether the files that are there already may be replaced."""
        self._about = going
        if len(there) == 1:
            self.sentence = tr("{name} is there already: replace it, or choose another name.", name=there[0].name)
        else:
            n = len(there)
            self.sentence = tr("{n} of these files are there already: replace them, or choose another name.", n=n)

    def take_answer(self, going: Going) -> None:
        """Take it that somebody has said elsewhere that these files may be replaced."""
        self._about, self.sentence = going, ""

    def allows(self, going: Going) -> bool:
        """Tell whether just this may be written, since it was asked, or said, and nothing else was set since then."""
        return self._about == going

    def follow(self, going: Going | None) -> None:
        """Forget what was asked unless it was about this."""
        if going is None or self._about != going:
            self.forget()

    def forget(self) -> None:
        """Let nothing be replaced any more."""
        self._about, self.sentence = None, ""
