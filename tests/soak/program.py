"""One of the programs of a soak: the real one, without a screen, and somebody who edits, saves, merges and reloads.

`python -m tests.soak.program NAME FOLDER START`.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.records import Card, Vote
from cxdesigner.ui.application import Application
from cxdesigner.ui.launch import start
from cxdesigner.ui.session import Session
from cxdesigner.ui.shared_file import FILE, LOCK
from tests.soak.ledger import Ledger
from tests.soak.project import LANES, SHARED, STEPS
from tests.ui.hand import Answers

SHORTEST, LONGEST = 5, 120
"""Milliseconds between two things that somebody does."""


class Person:
    """Works in the window of a program. What the quiet bar offers is taken as soon as it is there."""

    def __init__(self, name: str, folder: Path, number: int) -> None:
        self._name, self._folder = name, folder
        self._start = number
        self._dice = random.Random(f"{name} {number}")
        self._ledger = Ledger(folder, name, number)
        self._count = 0
        self._written: int | None = None
        self._own: list[str] = []
        self.application = Application(QApplication(sys.argv[:1]), folder=folder / "settings", dialogs=Answers())
        self.application.ended.connect(QApplication.quit)
        self.application.saving.ended.connect(self._saved)
        start(self.application.qt, [folder / "plan.cxd"], self.application)
        self._soon()

    def _soon(self) -> None:
        QTimer.singleShot(self._dice.randint(SHORTEST, LONGEST), self._go_on)

    def _go_on(self) -> None:
        window = self.application.front()
        session = window.session if window is not None else None
        if window is None:
            return
        if session is None or self.application.sharing.file_of(window) is None:
            self._soon()
            return
        if not self._takes_an_offer(FILE, ("Merge", "Reload")) and not self._takes_an_offer(
            LOCK, ("Edit all the same", "Edit")
        ):
            if (self._folder / f"{self._name}.end").exists():
                if self._ends(session):
                    return
            elif self._dice.random() < 0.25:
                self._save()
            else:
                self._edit(session)
        self._soon()

    def _takes_an_offer(self, key: str, wanted: tuple[str, ...]) -> bool:
        window = self.application.front()
        assert window is not None
        for button in window.bench.notices.buttons(key):
            if button.text() in wanted:
                self._ledger.note(event=button.text().lower())
                button.click()
                return True
        return False

    def _ends(self, session: Session) -> bool:
        """Save until all is in the file, and close then."""
        if not session.is_saved or self.application.saving.is_busy():
            self._save()
            return False
        for window in tuple(self.application.windows):
            self.application.close_window(window)
        return True

    def _save(self) -> None:
        window = self.application.front()
        if window is not None and not self.application.saving.is_busy() and not window.project.read_only:
            self._written = self._count
            self.application.save(window)

    def _saved(self, _session: Session, is_written: bool) -> None:
        if is_written and self._written is not None:
            self._ledger.note(event="saves", saved=self._written)
        elif not is_written:
            self._ledger.note(event="saves held back")

    # What is edited

    def _edit(self, session: Session) -> None:
        which = self._dice.random()
        if which < 0.4 or not self._own:
            self._perform(session, self._add)
        elif which < 0.7:
            self._perform(session, partial(self._reword, session.document, self._dice.choice(self._own)))
        elif which < 0.8:
            self._perform(session, partial(self._reword, session.document, self._dice.choice(SHARED)))
        elif which < 0.95:
            self._perform(session, partial(self._vote, session.document))
        else:
            session.undo()
            session.redo()

    def _perform(self, session: Session, make: Callable[[], Callable[[Document], Change | None] | None]) -> None:
        self._count += 1
        edit = make()
        if edit is not None:
            session.perform("Edit", edit)

    def _add(self) -> Callable[[Document], Change | None]:
        lane, step, text = self._dice.choice(LANES), self._dice.choice(STEPS), self._word()

        def edit(document: Document) -> Change | None:
            change = add_card(document, "map", lane, step, self._dice.randint(0, 3) or None, text=text)
            assert change is not None
            (card,) = (record for record in change.added() if isinstance(record, Card))
            self._ledger.note(do=self._count, kind="add", card=card.id)
            self._own.append(card.id)
            return change

        return edit

    def _reword(self, document: Document, key: str) -> Callable[[Document], Change | None] | None:
        card, text = document.get(key, Card), self._word()
        if card is None:
            return None
        self._ledger.note(do=self._count, kind="reword", card=key, text=text, replaced=card.text)
        return partial(set_fields, keys=[key], text=text)

    def _vote(self, document: Document) -> Callable[[Document], Change | None] | None:
        cards = [record for record in document.records.values() if isinstance(record, Card)]
        card, vote = self._dice.choice(cards), Vote.new(id=self._word(), by=self._name)
        self._ledger.note(do=self._count, kind="vote", card=card.id, vote=vote.id)
        return lambda _: Change.of({card.id: (card, card.with_(votes=(*card.votes, vote)))})

    def _word(self) -> str:
        return f"{self._name}-{self._start}-{self._count}"


if __name__ == "__main__":
    person = Person(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
    sys.exit(person.application.qt.exec())
