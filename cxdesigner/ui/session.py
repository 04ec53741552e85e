"""One open project: its history, what is selected, where it is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from cxdesigner.layout.showing import PLAIN, Showing
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.comments import subject
from cxdesigner.model.edits.links import SOLVES_KEY, link_of
from cxdesigner.model.history import History
from cxdesigner.model.limits import InvalidValueError, LimitReachedError
from cxdesigner.model.records import Card, Comment, Lane, Link, Map, Persona, Record, Stage, Step
from cxdesigner.ui.style.words import said

if TYPE_CHECKING:
    from cxdesigner.storage.on_disk import OnDisk
    from cxdesigner.storage.writing import Writer

Edit = Callable[[Document], Change | None]


class Doing(NamedTuple):
    """An edit under its name for the history; `join`: see `History.commit`."""

    name: str
    edit: Edit
    join: str = ""


_FIRST = (Map, Stage, Lane, Step, Persona, Card)
"""Of what came back or went, the first of these is what somebody means by it; the rest belongs to it."""
_MOST_SELECTED = 50
"""Records that are selected after undo; more of them nobody has looked at one by one."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected: records by id in the order of selecting, and the cell in which the keyboard is."""

    ids: tuple[str, ...] = ()
    lane: str | None = None
    step: str | None = None

    @property
    def cell(self) -> tuple[str, str] | None:
        """The cell as (lane, step), None if there is none."""
        return (self.lane, self.step) if self.lane is not None and self.step is not None else None


class Session(QObject):
    """Owns a project while it is open. Widgets read from it and ask through it.

    Signals: `document_changed(Change | None)`, None when it is another document altogether; `preview_changed()` while
    a gesture shows what it would do; `selection_changed()`; `map_changed()` when another map is shown;
    `showing_changed()` when maps are looked at otherwise; `file_changed()` when the path, or whether it is saved,
    changed; `told(str)`: a sentence for the reader, also when an edit was refused.
    """

    document_changed = Signal(object)
    preview_changed = Signal()
    selection_changed = Signal()
    map_changed = Signal()
    showing_changed = Signal()
    file_changed = Signal()
    told = Signal(str)

    def __init__(
        self, document: Document, path: Path | None = None, *, read_only: bool = False, on_disk: OnDisk | None = None
    ) -> None:
        super().__init__()
        self._history = History(document)
        self._preview: Document | None = None
        self._is_typing = False
        self._selection = Selection()
        self._chosen: tuple[Document, tuple[str, ...], tuple[Record, ...]] = document, (), ()
        self._map_id = document.maps[0].id if document.maps else ""
        self._path = path
        self._showing = PLAIN
        self.read_only = read_only
        self.held_for = ""
        """Why it is read-only for now, as a part of a sentence; "" for good, since a newer release made the file."""
        self.on_disk = on_disk
        """What the file held when it was last read or written here; None while there is no file."""

    @property
    def document(self) -> Document:
        """The project as it stands."""
        return self._history.document

    @property
    def shown(self) -> Document:
        """The project as the canvas shows it: with what a gesture under way would do."""
        return self._preview or self._history.document

    @property
    def is_previewing(self) -> bool:
        """Whether what a gesture would do is shown."""
        return self._preview is not None

    @property
    def to_keep(self) -> Document:
        """The project with what is being typed, and without what a gesture would do: what a crash must not cost."""
        return self._preview if self._is_typing and self._preview is not None else self.document

    @property
    def to_save(self) -> Document:
        """The project as a file should hold it."""
        return self._history.to_save

    @property
    def map_id(self) -> str:
        """The id of the map that is shown, "" if the project has none."""
        return self._map_id

    @property
    def map(self) -> Map | None:
        """The map that is shown."""
        return self.document.get(self._map_id, Map)

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self._selection

    @property
    def showing(self) -> Showing:
        """How maps are looked at."""
        return self._showing

    @property
    def path(self) -> Path | None:
        """The file, None for a project that was never saved."""
        return self._path

    @cached_property
    def writer(self) -> Writer:
        """What writes the project; it keeps what it wrote of records that stay the same."""
        from cxdesigner.storage.writing import Writer

        return Writer()

    @property
    def is_saved(self) -> bool:
        """Whether the file holds the project as it stands."""
        return self._history.is_saved

    @property
    def undo_name(self) -> str:
        """What undo takes back, "" for nothing."""
        return self._history.undo_name

    @property
    def redo_name(self) -> str:
        """What redo brings back, "" for nothing."""
        return self._history.redo_name

    def try_edit(self, edit: Edit) -> Change | None:
        """Give what an edit would do now, without doing it; a refusal is told."""
        try:
            return edit(self.document)
        except (LimitReachedError, InvalidValueError) as refusal:
            self.told.emit(said(refusal))
            return None

    def perform(self, name: str, edit: Edit, *, join: str = "") -> Change | None:
        """Do an edit under a name for the history; None if it does not apply.

        `join`: see `History.commit`.
        """
        return self.perform_all([Doing(name, edit, join)])[0]

    def perform_all(self, doings: Iterable[Doing]) -> list[Change | None]:
        """Do edits one after another, each undone by itself; gives what each did. What they changed is told once.

        So that what shows the project follows once where a key means two edits.
        """
        was_shown, self._preview = self._preview is not None, None
        changes, whole = list[Change | None](), None
        for name, edit, join in doings:
            change = self.try_edit(edit)
            changes.append(change)
            if change is not None:
                self._history.commit(name, change, join)
                whole = change if whole is None else whole.then(change) or Change({})
        if whole is not None:
            self._follow(whole)
        elif was_shown:
            self.preview_changed.emit()
        return changes

    def undo(self) -> None:
        """Take back the last edit, and show where."""
        self._walk(self._history.undo)

    def redo(self) -> None:
        """Bring back what was undone last, and show where."""
        self._walk(self._history.redo)

    def undo_quietly(self, join: str) -> None:
        """Take back for good what was performed last under this `join`: what was begun and left empty."""
        self.drop_preview()
        change = self._history.retract(join)
        if change is not None:
            self._follow(change)

    def _walk(self, move: Callable[[], Change | None]) -> None:
        self.drop_preview()
        before = self.document
        change = move()
        if change is None:
            return
        touched = [key for key, (_, after) in change.pairs.items() if after is not None]
        gone = [key for key, (_, after) in change.pairs.items() if after is None]
        found = [*map(self.document.map_of, touched), *map(before.map_of, gone)]
        maps = {key for key in found if key is not None and key in self.document}
        if maps and self._map_id not in maps:
            self.show_map(min(maps))
        self._follow(change)
        self.select(self._looked_at(change, touched))

    def _looked_at(self, change: Change, touched: Sequence[str]) -> list[str]:
        """Give what somebody would select of what was undone: a stage without what stands under it, of a map nothing.

        One Delete must not take what only came along.
        """
        back = change.added()
        moved = back or change.inverse().added()
        kind = next((kind for kind in _FIRST if any(isinstance(record, kind) for record in moved)), None)
        if kind is Map:
            touched = ()
        elif kind is not None:
            meant = {record.id for record in back} or set(touched)
            touched = [key for key in touched if key in meant and isinstance(self.document[key], kind)]
        else:  # a comment is shown at what it is on
            about = [subject(record) for record in change.records() if isinstance(record, Comment)]
            others = [key for key in touched if not isinstance(self.document[key], Comment)]
            touched = [key for key in dict.fromkeys([*about, *others]) if key in self.document]
        here = [key for key in touched if self.document.map_of(key) in (self._map_id, None)]
        return here if len(here) <= _MOST_SELECTED else []

    def _follow(self, change: Change) -> None:
        if self._map_id not in self.document:
            self._map_id = self.document.maps[0].id if self.document.maps else ""
            self.map_changed.emit()
        there = {record.id for record in self.selected()}
        gone = [key for key in self._selection.ids if key not in there]
        self.document_changed.emit(change)
        if gone:
            self.select(now for key in self._selection.ids if (now := key if key in there else _now(change, key)))
        self.file_changed.emit()

    def preview(self, edit: Edit, *, typing: bool = False) -> Change | None:
        """Show what an edit would do, until `perform` or `drop_preview`; None if it does not apply.

        `typing`: that is a text as it is being typed, which is meant whether or not it is finished.
        """
        self._is_typing = typing
        change = self.try_edit(edit)
        before = self._preview
        self._preview = self.document.apply(change) if change is not None else None
        if before is not None or self._preview is not None:
            self.preview_changed.emit()
        return change

    def drop_preview(self) -> None:
        """Show the project as it stands."""
        if self._preview is not None:
            self._preview = None
            self.preview_changed.emit()

    def select(self, ids: Iterable[str] | str = (), cell: tuple[str | None, str | None] | None = None) -> None:
        """Select records, and put the keyboard into a cell: the one given, else that of the card selected last.

        Where no card is selected it stays where it is.
        """
        chosen = (ids,) if isinstance(ids, str) else tuple(dict.fromkeys(ids))
        last = self.document.get(chosen[-1], Card) if chosen else None
        if cell is None and last is not None and last.lane is not None and last.step is not None:
            cell = last.lane, last.step
        lane, step = cell if cell is not None else (self._selection.lane, self._selection.step)
        fresh = Selection(chosen, lane, step)
        if fresh != self._selection:
            self._selection = fresh
            self.selection_changed.emit()

    def toggle(self, key: str) -> None:
        """Select a record too, or no longer."""
        ids = self._selection.ids
        self.select([other for other in ids if other != key] if key in ids else [*ids, key])

    def selected(self) -> tuple[Record, ...]:
        """Give the selected records that are there; what a card solves is a link like others."""
        document, ids = self.document, self._selection.ids
        # Every action asks for it, and thousands may be selected.
        if self._chosen[0] is not document or self._chosen[1] is not ids:
            found = (document.records.get(key) or link_of(document, key) for key in ids)
            self._chosen = document, ids, tuple(record for record in found if record is not None)
        return self._chosen[2]

    def show_map(self, map_id: str) -> None:
        """Show another map."""
        if map_id != self._map_id and self.document.get(map_id, Map) is not None:
            self._map_id = map_id
            self._selection = Selection()
            self.map_changed.emit()
            self.selection_changed.emit()

    def show(self, **fields: Any) -> None:
        """Look at maps otherwise: fields of `Showing`."""
        fresh = replace(self._showing, **fields)
        if fresh != self._showing:
            self._showing = fresh
            self.showing_changed.emit()

    @property
    def is_saving(self) -> bool:
        """Whether the project, as it stands or as it stood before, is being written."""
        return self._history.is_writing

    @property
    def is_being_saved(self) -> bool:
        """Whether it is being written just as it stands."""
        return self._history.is_being_saved

    def begin_saving(self) -> Document:
        """Remember the project as it stands, and give what a file should hold: edits may follow while it is written.

        `mark_saved` or `drop_saving` says what became of it.
        """
        self._history.mark_writing()
        self.file_changed.emit()
        return self.to_save

    def drop_saving(self) -> None:
        """Remember that what was being written is in no file."""
        self._history.drop_writing()
        self.file_changed.emit()

    def mark_saved(self, path: Path, on_disk: OnDisk | None = None) -> None:
        """Remember that a file now holds the project as it stood at `begin_saving`; as it stands without that."""
        self._history.mark_saved()
        self._path, self.on_disk = path, on_disk
        self.allow_saving()

    def take_in(self, on_disk: OnDisk, *, is_saved: bool) -> None:
        """Remember what the file holds now, by somebody else's hand; `is_saved`: that is the project as it stands."""
        self._history.mark_unsaved()
        if is_saved:
            self._history.mark_saved()
        self.on_disk = on_disk
        self.file_changed.emit()

    def mark_unsaved(self) -> None:
        """Remember that no file holds the project any more."""
        self._history.mark_unsaved()
        self.file_changed.emit()

    def keep_from_saving(self, reason: str) -> None:
        """Have it read-only for now; see `held_for`."""
        self.read_only, self.held_for = True, reason
        self.file_changed.emit()

    def allow_saving(self) -> None:
        """Have it read-only no longer."""
        self.read_only, self.held_for = False, ""
        self.file_changed.emit()


def _now(change: Change, key: str) -> str:
    """Give the id of the link that a change has made of what a card solved; "" for all else that is gone."""
    from_, _, to = key.partition(SOLVES_KEY)
    if not to:
        return ""
    links = (record for record in change.added() if isinstance(record, Link))
    return next((link.id for link in links if (link.from_, link.to) == (from_, to)), "")
