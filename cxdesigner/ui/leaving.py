"""Closing windows and quitting: what is unsaved is asked about, and what is being written is waited for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import QObject

from cxdesigner.ui.application import raise_window
from cxdesigner.ui.names import name_of
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.session import Session

_AT_ONCE = 0.3
"""Seconds for which a window that is being closed waits without a word."""


class Leaving(QObject):
    """Closes windows of an application, those whose projects are being written once that is done."""

    def __init__(self, application: Application) -> None:
        super().__init__(application)
        self._application = application
        self._saving = application.saving
        self._closing: list[MainWindow] = []
        self._lost: WeakSet[Session] = WeakSet()
        self._quits = False
        self._saving.ended.connect(self._go_on)

    def may_close(self, window: MainWindow) -> bool:
        """Tell whether a window may close now; asks what becomes of unsaved changes, and waits for what is written."""
        self._forget(window)
        self._look(window)
        if not self._agrees(window):
            return False
        if self._is_busy(window):
            self._closing.append(window)
            self._say(window)
            return False
        return self._is_kept(window)  # else a save has failed, and told why

    def quit(self) -> bool:
        """Close all windows, once all agree to it; False if one of them is to stay, or has to wait."""
        windows = tuple(self._application.windows)
        for window in windows:
            window.take_what_is_typed()
            self._forget(window)
            self._look(window)
        return self._quit(windows)

    def _quit(self, windows: Sequence[MainWindow]) -> bool:
        self._quits = False
        if not all(self._agrees(window) for window in windows):
            return False
        waiting = [window for window in windows if self._is_busy(window)]
        if not all(self._is_kept(window) for window in windows if window not in waiting):
            return False
        self._quits = bool(waiting)
        for window in waiting:
            self._say(window)
        if not waiting:
            for window in windows:
                self._application.close_window(window)
        return not waiting

    def _forget(self, window: MainWindow) -> None:
        """Forget what was answered before."""
        self._closing = [one for one in self._closing if one is not window]
        if window.session is not None:
            self._lost.discard(window.session)

    def _look(self, window: MainWindow) -> None:
        """Look whether the file is still there that has what a window shows."""
        file = self._application.sharing.file_of(window)
        if file is not None:
            file.look_for_file()

    def _agrees(self, window: MainWindow) -> bool:
        """Tell whether what is unsaved in a window is on its way into a file, or may be lost."""
        session = window.session
        if self._is_kept(window) or session is None or (session.is_being_saved and not window.drafts()):
            return True
        raise_window(window)
        dialogs = self._application.dialogs
        ask = dialogs.ask_draft if session.is_saved else dialogs.ask_unsaved
        answer = ask(window, name_of(session))
        if answer == "discard":
            self._lost.add(session)
        elif answer == "save":
            for draft in window.drafts():
                draft.take_draft()
            return self._application.save(window)
        return answer == "discard"

    def _is_kept(self, window: MainWindow) -> bool:
        """Tell whether nothing is in a window that somebody wants and no file has."""
        session = window.session
        if window not in self._application.windows or session is None:
            return True
        return (session.is_saved and not window.drafts()) or session in self._lost

    def _is_busy(self, window: MainWindow) -> bool:
        session = window.session
        if session is None or not self._saving.is_busy(session):
            return False
        self._saving.wait(_AT_ONCE)
        return self._saving.is_busy(session)

    def _say(self, window: MainWindow) -> None:
        session = window.session
        assert session is not None
        self._application.tell(_closes_then(session), window)

    def _go_on(self, session: Session, is_in_file: bool) -> None:
        """Close what waited for a project to be written; where that failed the window stays, and nothing quits."""
        waiting = [window for window in self._closing if window.session is session]
        self._closing = [window for window in self._closing if window not in waiting]
        if not is_in_file and session not in self._lost:
            self._quits = False
            for window in waiting:
                window.untell(_closes_then(session))
            return
        for window in waiting:
            if self._is_kept(window):
                self._application.close_window(window)
            else:
                window.close()  # it was edited meanwhile
        if self._quits:
            self._quit(tuple(self._application.windows))


def _closes_then(session: Session) -> str:
    return tr("Saving {name}: the window closes then.", name=name_of(session))
