"""A block of many cards, put in by and by, so that the canvas stays alive, as one edit in the history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.stacks import Block, Cell, add_stacks, check_room, make_steps, spread_out
from cxdesigner.model.limits import LimitReachedError
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.words import said

AT_ONCE, AT_MOST = 250, 600
"""Cards of the first slices, and of later ones: what is there already is stacked again with each."""


class Slices(QObject):
    """Puts a block into a cell, `AT_ONCE` cards at a time.

    Unless it is cancelled, which takes back what was put in, exactly one of `put_in(list[str])`, with the ids of the
    cards, and `stopped()` follows: when something else is edited meanwhile, or all is refused.
    """

    put_in = Signal(list)
    stopped = Signal()

    def __init__(self, session: Session, cell: Cell, block: Block, name: str, join: str, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._cell, self._block = cell, block
        self._name, self._join = name, join
        self.count = sum(len(stack) for row in block for stack in row)
        self._added: list[str] = []
        self._left: Iterator[dict[Cell, list[str]]] = iter(())
        self._more: dict[Cell, int] = {}
        self._expected: Document | None = None
        self._next = QTimer(self)
        self._next.timeout.connect(self._go_on)

    @property
    def done(self) -> int:
        """How many cards are there."""
        return len(self._added)

    def start(self) -> None:
        """Begin; what is past a limit is told, and nothing is added then."""
        session, map_id = self._session, self._session.map_id
        steps = partial(make_steps, map_id=map_id, cell=self._cell, block=self._block)
        try:
            check_room(session.document, map_id, self._block)
            missing = steps(session.document)
        except LimitReachedError as refusal:
            session.told.emit(said(refusal))
            self.stopped.emit()
            return
        if missing is not None:
            session.perform(self._name, steps, join=self._join)
        stacks = spread_out(session.document, map_id, self._cell, self._block)
        self._left = _slices(stacks)
        self._more = {cell: len(texts) for cell, texts in stacks.items()}
        self._map = map_id
        self._expected = session.document
        self._go_on()
        self._next.start()

    def cancel(self) -> None:
        """Stop, and take back what was put in."""
        self._next.stop()
        self._session.undo_quietly(self._join)

    def _go_on(self) -> None:
        session = self._session
        stacks = next(self._left, None)
        if stacks is None:
            self._next.stop()
            self.put_in.emit(self._added)
            return
        change = self._add(stacks) if session.document is self._expected else None
        if change is None:
            self._next.stop()
            self.stopped.emit()
            return
        self._added += [record.id for record in change.added()]
        self._expected = session.document

    def _add(self, stacks: dict[Cell, list[str]]) -> Change | None:
        for cell, texts in stacks.items():
            self._more[cell] -= len(texts)
        edit: Callable[[Document], Change | None] = partial(
            add_stacks, map_id=self._map, stacks=stacks, more=self._more
        )
        return self._session.perform(self._name, edit, join=self._join)


def _slices(stacks: dict[Cell, list[str]]) -> Iterator[dict[Cell, list[str]]]:
    """Cut stacks into parts of `AT_ONCE` to `AT_MOST` cards, in their order."""
    part: dict[Cell, list[str]] = {}
    room, done = AT_ONCE, 0
    for cell, texts in stacks.items():
        left = texts
        while left:
            part[cell], left = left[:room], left[room:]
            room -= len(part[cell])
            done += len(part[cell])
            if not room:
                yield part
                part, room = {}, max(AT_ONCE, min(AT_MOST, done // 8))
    if part:
        yield part
