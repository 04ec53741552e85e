"""Having back what was not saved when the program ended: what there is, what differs, and what can be done about it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from cxdesigner.model.diff import compare
from cxdesigner.model.edits.become import become
from cxdesigner.model.limits import LimitReachedError
from cxdesigner.model.merge import CannotMergeError, merge
from cxdesigner.model.telling_changes import summary
from cxdesigner.storage.journal import CannotRecoverError
from cxdesigner.storage.recovery import Found, Recovered
from cxdesigner.ui.application import raise_window
from cxdesigner.ui.names import is_same
from cxdesigner.ui.opening import LEFT_OUT
from cxdesigner.ui.panels.notices import Notice
from cxdesigner.ui.session import Session
from cxdesigner.ui.sharing_words import moment
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.model.document import Document
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.main_window import MainWindow

OWN, OTHERS = "recovery", "recovery-others"
"""The keys of the notices about unsaved changes to what a window shows, and to other projects."""


class Recovering(QObject):
    """Offers unsaved changes of a program that has ended, and has them back."""

    def __init__(self, application: Application) -> None:
        super().__init__(application)
        self._application = application
        self._recovery = application.keeping.recovery
        self._taken: set[Path] = set()
        application.keeping.do(self._recovery.clear_up)

    def found(self) -> list[Found]:
        """Give what can be recovered, the newest first; what is being recovered is not among it."""
        return [found for found in self._recovery.found() if found.file not in self._taken]

    def look(self, found: Found) -> Recovered | None:
        """Read what can be recovered; None, and it goes, where the file holds all of it.

        Raises:
            CannotRecoverError: it is no longer there, or cannot be read.
        """
        recovered = self._recovery.read(found)
        if recovered.is_needed:
            return recovered
        self._drop(found)
        return None

    def recover(self, recovered: Recovered, window: MainWindow | None = None) -> None:
        """Have unsaved changes back, as an edit of what they began from; in the window that has the file open, if one
        has. They stay where they are kept until they are kept anew, or saved.
        """
        found = recovered.found
        open_already = self._application.projects.window_of(found.path) if found.path is not None else None
        if open_already is not None:
            raise_window(open_already)
            if not self._take_in(open_already, recovered):
                return
            shown = open_already
        else:
            session = Session(recovered.base, found.path, read_only=recovered.read_only, on_disk=recovered.on_disk)
            session.setProperty(LEFT_OUT, recovered.left_out)
            self._taken.add(found.file)
            shown = self._application.projects.show_session(session, window)
            session.perform(tr("Recover unsaved changes"), partial(become, other=recovered.document))
        self._application.keeping.keep(shown)
        self._drop(found)
        self._application.tell(_done(recovered), shown)
        self.offer(shown)

    def discard(self, found: Found) -> None:
        """Let unsaved changes go; for a week `bring_back` has them again."""
        self._recovery.discard(found)

    def bring_back(self, found: Found) -> None:
        """Have what was discarded offered again."""
        self._recovery.bring_back(found)

    def offer_discarded(self, window: MainWindow) -> None:
        """Have all that was discarded within a week offered again on the start page."""
        discarded = self._recovery.discarded()
        for found in discarded:
            try:
                self.bring_back(found)
            except OSError as error:
                self._application.tell(tr("It could not be brought back: {reason}.", reason=error.strerror), window)
                return
            self._taken.discard(found.file)
        if discarded:
            self._application.show_start()
        else:
            self._application.tell(tr("No unsaved changes were discarded within the last week."), window)

    def offer(self, window: MainWindow) -> None:
        """Offer in the quiet bar what was not saved of the project that a window shows, and to look at the rest."""
        if not self._recovery.is_empty:
            QTimer.singleShot(0, window, partial(self._offer, window))

    def _offer(self, window: MainWindow) -> None:
        session = window.session
        if session is None:
            return
        window.bench.notices.take_away(OWN)
        path, rest = session.path, []
        for found in self.found():
            if path is None or found.path is None or not is_same(found.path, path):
                rest.append(found)
            elif OWN not in window.bench.notices.shown:
                self._offer_own(window, found)
        if rest and not any(OTHERS in one.bench.notices.shown for one in self._application.windows if one.session):
            self._offer_others(window, rest)

    def _offer_own(self, window: MainWindow, found: Found) -> None:
        try:
            recovered = self.look(found)
        except CannotRecoverError:
            return  # the start page says so
        if recovered is None:
            return
        bar = window.bench.notices

        def recover() -> None:
            bar.take_away(OWN)
            self.recover(recovered, window)

        def discard() -> None:
            try:
                self.discard(found)
            except OSError as error:
                self._application.tell(tr("It could not be discarded: {reason}.", reason=error.strerror), window)
                return
            bar.put(Notice(OWN, tr("The unsaved changes were discarded."), ((tr("Bring back"), bring_back),)))

        def bring_back() -> None:
            try:
                self.bring_back(found)
            except OSError as error:
                self._application.tell(tr("It could not be brought back: {reason}.", reason=error.strerror), window)
            else:
                self._offer(window)

        sentence = tr(
            "When the program ended, changes of {when} were not saved: {changes}.",
            when=moment(found.when),
            changes=differs(recovered),
        )
        offers = ((tr("Recover"), recover), (tr("Discard"), discard))
        bar.put(Notice(OWN, f"{sentence} {since(recovered)}".strip(), offers))

    def _offer_others(self, window: MainWindow, rest: list[Found]) -> None:
        only = tr("When the program ended, changes of “{name}” were not saved.", name=called(rest[0]))
        several = tr("When the program ended, changes of {n} other projects were not saved.", n=len(rest))
        bar = window.bench.notices

        def show() -> None:
            bar.take_away(OTHERS)
            self._application.show_start()

        bar.put(Notice(OTHERS, only if len(rest) == 1 else several, ((tr("Show"), show),)))

    def _take_in(self, window: MainWindow, recovered: Recovered) -> bool:
        """Join unsaved changes with what a window shows, as one edit."""
        window.take_what_is_typed()
        session = window.project
        try:
            merged = merge(recovered.base, session.document, recovered.document)
        except (CannotMergeError, LimitReachedError) as error:
            self._application.tell(said(error), window)
            return False
        session.perform(tr("Recover unsaved changes"), partial(become, other=merged.document))
        return True

    def _drop(self, found: Found) -> None:
        self._taken.add(found.file)
        self._application.keeping.drop(found)


def called(found: Found) -> str:
    """Name a project that can be recovered: its file, or its title while it has none."""
    return found.path.name if found.path is not None else " ".join(found.title.split()) or tr("Untitled")


def differs(recovered: Recovered) -> str:
    """Say in a few words what differs from the file, or from how the project began."""
    before: Document = recovered.base if recovered.now is None else recovered.now
    return said(summary(compare(before, recovered.document)))


def since(recovered: Recovered) -> str:
    """Say what has become of the file since; "" if nothing has."""
    if not recovered.is_changed:
        return ""
    if recovered.now is None:
        return tr("The file cannot be read or is no longer there: Save writes it anew.")
    return tr("The file was changed since: both can be merged.")


def _done(recovered: Recovered) -> str:
    when = moment(recovered.found.when)
    if recovered.on_disk is None:
        return tr("Recovered as of {when}. It is in no file yet: Save asks for one.", when=when)
    return tr("Recovered as of {when}. Save puts it into the file.", when=when)
