"""Undo and redo: a list of named changes and a position in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.placement import rank_all


@dataclass(frozen=True, slots=True)
class Entry:
    """A change with the name that the menu shows; `join` names what later changes may be joined to it."""

    name: str
    change: Change
    join: str = ""


class _Cut(NamedTuple):
    """What a commit forgot: the changes that were undone, and which states were saved and being written.

    `at` is the commit's place.
    """

    at: int
    entries: tuple[Entry, ...]
    saved: int | None
    writing: int | None


class History:
    """The document of now and the changes that led to it.

    `document` is what stands; commit, undo and redo replace it and give the change that they applied.
    """

    def __init__(self, document: Document) -> None:
        self._opened = document
        ranks = rank_all(document)
        self.document = document.apply(ranks) if ranks else document
        self._entries: list[Entry] = []
        self._position = 0
        self._saved: int | None = 0
        self._writing: int | None = None
        self._is_writing = False
        self._cut: _Cut | None = None

    @property
    def to_save(self) -> Document:
        """What a file should hold: a project that nobody edited is written as it was read, with or without ranks."""
        return self.document if self._position else self._opened

    @property
    def undo_name(self) -> str:
        """The name of what undo takes back, "" if there is nothing."""
        return self._entries[self._position - 1].name if self._position else ""

    @property
    def redo_name(self) -> str:
        """The name of what redo brings back, "" if there is nothing."""
        return self._entries[self._position].name if self._position < len(self._entries) else ""

    @property
    def is_saved(self) -> bool:
        """Whether the document is the one that was saved last (or the one that was opened)."""
        return self._position == self._saved

    @property
    def is_writing(self) -> bool:
        """Whether it is not known yet what became of the document that `mark_writing` saw."""
        return self._is_writing

    @property
    def is_being_saved(self) -> bool:
        """Whether the document is the one that is being written."""
        return self._is_writing and self._position == self._writing

    def mark_writing(self) -> None:
        """Remember the document as it stands: it is being written, and may be edited before that is done."""
        self._writing, self._is_writing = self._position, True

    def drop_writing(self) -> None:
        """Forget what was being written: it did not get to the disk."""
        self._writing, self._is_writing = None, False
        if self._cut is not None:
            self._cut = self._cut._replace(writing=None)

    def mark_saved(self) -> None:
        """Remember that the document that was being written is on disk; the one of now, if none was."""
        if not self._is_writing:
            self._saved, self._cut = self._position, None
            return
        self._saved = self._writing
        if self._cut is not None:
            self._cut = self._cut._replace(saved=self._cut.writing)
        self.drop_writing()

    def mark_unsaved(self) -> None:
        """Forget that any state of the document is on disk."""
        self._saved, self._cut = None, None

    def commit(self, name: str, change: Change, join: str = "") -> Change:
        """Apply a change and put it into the history; what was undone is forgotten.

        A change with the same non-empty `join` as the one before becomes part of it (typing, a held key).
        """
        cut = _Cut(self._position, tuple(self._entries[self._position :]), self._saved, self._writing)
        if self._saved is not None and self._saved > self._position:
            self._saved = None
        if self._writing is not None and self._writing > self._position:
            self._writing = None
        del self._entries[self._position :]
        self.document = self.document.apply(change)
        last = self._entries[-1] if self._entries else None
        if join and last is not None and last.join == join and self._position not in (self._saved, self._writing):
            self._replace_last(last, change)
            self._cut = None if cut.entries else self._cut
        else:
            self._entries.append(Entry(name, change, join))
            self._cut = cut
        self._position = len(self._entries)
        return change

    def _replace_last(self, last: Entry, change: Change) -> None:
        joined = last.change.then(change)
        self._entries.pop()
        if joined is not None:
            self._entries.append(Entry(last.name, joined, last.join))

    def retract(self, join: str) -> Change | None:
        """Take back the last change for good if it was committed under this `join`: it leaves no trace to redo.

        What could be redone before it can be redone again.
        """
        last = self._entries[self._position - 1] if self._position else None
        if not join or last is None or last.join != join:
            return None
        change = self.undo()
        del self._entries[self._position :]
        if self._cut is not None and self._cut.at == self._position:
            self._entries += self._cut.entries
            self._saved, self._writing = self._cut.saved, self._cut.writing
        return change

    def undo(self) -> Change | None:
        """Take back the last change; None if there is none."""
        if not self._position:
            return None
        self._position -= 1
        change = self._entries[self._position].change.inverse()
        self.document = self.document.apply(change)
        return change

    def redo(self) -> Change | None:
        """Bring back what was undone last; None if there is nothing."""
        if self._position == len(self._entries):
            return None
        change = self._entries[self._position].change
        self._position += 1
        self.document = self.document.apply(change)
        return change
