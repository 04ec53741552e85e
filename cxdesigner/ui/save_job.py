"""A save under way: in a thread of its own, on a project that does not change, so that editing goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from cxdesigner.files import read_pieces
from cxdesigner.model.document import Document
from cxdesigner.storage.on_disk import OnDisk
from cxdesigner.storage.project_file import save
from cxdesigner.storage.writing import Writer
from cxdesigner.ui.background import Background
from cxdesigner.ui.session import Session
from cxdesigner.ui.turns import turn


class Replacing:
    """What a save is about to do: the new content of `path` is on the disk beside it, and takes its place next.

    `base`: what the file held when the session last read or wrote it; None where this is another file, or a new one.
    """

    def __init__(self, session: Session, path: Path, document: Document, base: OnDisk | None) -> None:
        self.session, self.path, self.document, self.base = session, path, document, base

    @cached_property
    def held(self) -> list[bytes] | None:
        """The bytes of the file now in pieces, None if there is none; read when they are first asked for.

        Raises:
            OSError: it cannot be read. That calls the save off.
        """
        try:
            return read_pieces(self.path)
        except FileNotFoundError:
            return None


Asked = Callable[[Replacing], None]
"""Is asked in the thread that saves; raises a `SentenceError` where the file is not to be written over."""


class SaveJob(Background):
    """Writes a project into a file; its result is an `OnDisk`: what the file holds.

    `turns`: the folder in which saves of one file wait for each other.
    """

    def __init__(self, session: Session, path: Path, base: OnDisk | None, asked: Sequence[Asked], turns: Path) -> None:
        super().__init__(self._save, f"save {path.name}")
        self.session, self.path = session, path
        self._asked = tuple(asked)
        self._base = base
        self._turns = turns
        self._writer: Writer = session.writer
        self._document = session.begin_saving()

    def _save(self) -> OnDisk:
        with turn(self._turns, self.path):
            digest = save(self._document, self.path, self._writer, self._ask)
        return OnDisk(digest, self._document)

    def _ask(self, target: Path) -> None:
        replacing = Replacing(self.session, target, self._document, self._base)
        for asked in self._asked:
            asked(replacing)
