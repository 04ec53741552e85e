"""Being ended by somebody else: the session of the user ends, or a signal asks the program to. Nobody is there to be
asked then, so that all is kept as it is for the next start.
"""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSocketNotifier

if TYPE_CHECKING:
    from types import FrameType

    from cxdesigner.ui.application import Application

_PATIENCE: Final = 5.0
"""Seconds for which a program that is asked to end goes on writing files: whoever asked has not much more."""
_NAMES: Final = ("SIGTERM", "SIGHUP")


class Ending(QObject):
    """Keeps what is unsaved in an application when it is ended. `remove` has signals do what they did before.

    Windows sends none of these signals; there, as on other systems, Qt tells when the session ends.
    """

    def __init__(self, application: Application) -> None:
        super().__init__()
        self._application = application
        self._before: dict[int, object] = {}
        self._pipe: tuple[int, int] | None = None
        application.qt.commitDataRequest.connect(self._keep)
        if hasattr(signal, "SIGHUP"):
            self._follow_signals()

    def _follow_signals(self) -> None:
        # Python runs a handler once Qt gives it a turn, which may be never: the pipe is what wakes Qt up.
        self._pipe = reading, writing = os.pipe()
        os.set_blocking(reading, False)
        os.set_blocking(writing, False)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        for name in _NAMES:
            number = getattr(signal, name)
            if signal.getsignal(number) != signal.SIG_IGN:  # as under nohup
                self._before[number] = signal.signal(number, _wait_for_qt)

    def remove(self) -> None:
        """Hear no longer."""
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
        self._before.clear()
        if self._pipe is not None:
            signal.set_wakeup_fd(-1)
            self._notifier.setEnabled(False)
            for end in self._pipe:
                os.close(end)
            self._pipe = None

    def _hear(self) -> None:
        assert self._pipe is not None
        number = next((one for one in os.read(self._pipe[0], 64) if one in self._before), None)
        if number is not None:
            self._end(128 + number)  # as shells count it

    def _keep(self) -> None:
        """Keep what is unsaved: the session may end, or somebody calls that off."""
        self._application.keeping.keep_all()

    def _end(self, code: int) -> None:
        application = self._application
        self._keep()
        application.saving.wait(_PATIENCE)
        for window in application.windows:
            application.sharing.leave(window)
        application.qt.exit(code)


def _wait_for_qt(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: what is to be done is done in the turn of Qt."""
