"""What happens to exceptions that nobody caught, and to what Qt complains of: a sentence, a log, and on it goes."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from cxdesigner.mishaps import record, write_down
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.ui.application import Application

UNAVAILABLE = 69

_SAME = 2.0
"""Seconds within which the same exception counts as one."""

_CHATTER = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


class Hooks:
    """Catches everything that would otherwise end the program or show on a console.

    `log_folder` is where the log is, by default the user's state folder.
    """

    def __init__(self, log_folder: Path | None = None) -> None:
        self._application: Application | None = None
        self._log_folder = log_folder
        self._last = ("", 0.0)
        self._pending: list[str] | None = []
        self._last_message = ""
        self._before: tuple[Any, Any, Any] | None = None

    def install(self) -> None:
        """Catch from now on. Before there is a QApplication, since Qt may fail to make one."""
        qt = qInstallMessageHandler(self._qt_message)
        self._before = (sys.excepthook, threading.excepthook, qt)
        sys.excepthook = self._exception
        threading.excepthook = self._thread_exception

    def tell(self, application: Application) -> None:
        """Show sentences in the windows of an application."""
        self._application = application

    def flush(self) -> None:
        """Write down what Qt complained of so far, and from now on at once; before the first frame that takes long."""
        pending, self._pending = self._pending, None
        if pending:
            write_down("\n".join(pending), self._log_folder)

    def remove(self) -> None:
        """Have everything as it was before `install`."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, qt = self._before
            qInstallMessageHandler(qt)
            self._before = None

    def _thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            self._exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _exception(self, _kind: type[BaseException], error: BaseException, _traceback: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            return
        # A mistake in what is painted comes back with every frame: it is written down once.
        last, self._last = self._last, (repr(error), time.monotonic())
        if last[0] == self._last[0] and self._last[1] - last[1] < _SAME:
            return
        where = record(error, self._log_folder)
        sentence = tr("Something went wrong in the program and the last thing you did may not be done;")
        if self._application is not None:
            self._application.mishap_told.emit(f"{sentence} {said(where)}")

    def _qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        category = context.category or "qt"
        message = f"{kind.name} {category}: {text}"
        if kind in _CHATTER or message == self._last_message:
            return
        self._last_message = message
        if self._pending is not None:
            self._pending.append(message)
        else:
            write_down(message, self._log_folder)
        if kind == QtMsgType.QtFatalMsg:
            self.flush()
            # Qt would abort now, with a core dump. It does that where it cannot reach a display.
            if sys.stderr is not None:
                print(f"Qt cannot go on: {' '.join(text.split())[:300]}", file=sys.stderr)
            os._exit(UNAVAILABLE)
