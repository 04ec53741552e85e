"""What versions of a project began from, as far as is known on this computer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from cxdesigner.model.beginnings import common_snapshot, has_what_was_done, nearest
from cxdesigner.model.document import Document
from cxdesigner.sentences import SentenceError
from cxdesigner.storage.backups import Backups
from cxdesigner.storage.project_file import load
from cxdesigner.storage.snapshots import CannotReadSnapshotError, document_of

_MOST: Final = 60
"""How many backups are looked at: all of a day of work."""


class Beginning(NamedTuple):
    """A state that versions began from: a version kept under a name, or what a file held until that time, None for
    what it was when it was read or written last.
    """

    document: Document
    name: str = ""
    until: datetime | None = None


class FileHistory(NamedTuple):
    """The states of the file of a project, as far as they are kept: backups, and what it held last."""

    path: Path | None
    backups: Backups
    held: Document | None

    def beginning(self, ours: Document, versions: Sequence[Document]) -> Beginning | None:
        """Give what the project and versions of it began from; None where that is not known for certain.

        That is the state of the file that differs least from the versions, if they have all that was done to the file
        from the state before on: else one between the two is not kept, and it is the one before. With a later state
        than what they began from, what was done here since would count as taken out there; so of the oldest state that
        is known nothing is certain. A named version that all of them keep is, and is taken where nothing is nearer.
        Reads files, so not for the main thread.
        """
        named = self._named(ours, versions)
        states = self._states(ours.root)
        at = nearest([state.document for state in states], versions)
        if not at:
            return named
        before, found = states[at - 1], states[at]
        if not all(has_what_was_done(version, before.document, found.document) for version in versions):
            found = before
        return named if named and nearest([named.document, found.document], versions) == 0 else found

    def _states(self, root: str) -> list[Beginning]:
        """Give what the file has held, the oldest first."""
        states = []
        for backup in reversed(self.backups.of(self.path)[:_MOST] if self.path is not None else []):
            try:
                document = load(backup.path).document
            except SentenceError:
                continue
            if document.root == root:
                states.append(Beginning(document, until=backup.when))
        return [*states, Beginning(self.held)] if self.held is not None else states

    def _named(self, ours: Document, versions: Sequence[Document]) -> Beginning | None:
        snapshot = common_snapshot(ours, *versions)
        try:
            return Beginning(document_of(ours, snapshot), snapshot.name) if snapshot is not None else None
        except CannotReadSnapshotError:
            return None
