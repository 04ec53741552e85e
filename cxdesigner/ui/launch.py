"""The start: a window that is painted at once, and only then what takes longer."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from cxdesigner.ui import features
from cxdesigner.ui.application import Application
from cxdesigner.ui.ending import Ending
from cxdesigner.ui.hooks import Hooks

_AT_LATEST = 1_000
"""Milliseconds after which the rest follows also where no frame is ever painted, as in a window that starts hidden."""

_TURN = 0.0005
"""Seconds for which one thread may keep others from going on, where it can be interrupted at all."""


class QtApplication(QApplication):
    """Hears of files that the system hands to the program. Signals: `file_dropped(str)`, its path."""

    file_dropped = Signal(str)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_dropped.emit(event.file())
            return True
        return super().event(event)


def run(files: Sequence[Path], after_first_frame: Callable[[], None] | None = None) -> int:
    """Open files in windows, or a blank map; returns the exit code when the last window is closed.

    `after_first_frame` is called once the first frame is painted, before anything else is imported or read.
    """
    features.choose_none()
    hooks = Hooks()
    hooks.install()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python's own handler waits for an event

    def first_frame_is_out() -> None:
        if after_first_frame is not None:
            after_first_frame()
        hooks.flush()

    ending: Ending | None = None
    try:
        qt = QtApplication(sys.argv[:1])
        application = start(qt, files, after_first_frame=first_frame_is_out)
        ending = Ending(application)
        hooks.tell(application)
        application.ended.connect(qt.quit)
        qt.file_dropped.connect(lambda name: application.projects.open_files([Path(name)], application.front()))
        return qt.exec()
    finally:
        if ending is not None:
            ending.remove()
        hooks.remove()


def start(
    qt: QApplication,
    files: Sequence[Path] = (),
    application: Application | None = None,
    after_first_frame: Callable[[], None] | None = None,
) -> Application:
    """Show a first window; what is in the files follows once it is painted."""
    prepare(qt)
    application = application or Application(qt)
    window = application.new_window()

    def go_on() -> None:
        if after_first_frame is not None:
            after_first_frame()
        try:
            wear(application)
            application.projects.open_files(files, window)
            if window in application.windows and window.is_empty:
                window.show_start()
        except Exception:
            if window in application.windows:
                window.show_start()  # rather than nothing: there the sentence about the mistake is read
            raise
        finally:
            application.collector.start()

    FirstFrame(window, go_on)
    return application


def prepare(qt: QApplication) -> None:
    """Set what the first frame needs: names, style, colours."""
    # Nothing here may touch PySide6.QtCore.Qt, nor make a QColor, which does: its enumerations take 15 ms, and a bare
    # window starts in 110. The first frame has its colour from the window's own style sheet.
    qt.setApplicationName("cxdesigner")
    qt.setOrganizationName("cxdesigner")
    qt.setDesktopFileName("cxdesigner")
    qt.setQuitOnLastWindowClosed(False)  # an export may be under way
    qt.setStyle("Fusion")
    # Files are read and written in threads. A frame asks for its turn many times, and gets it at once.
    sys.setswitchinterval(_TURN)


def wear(application: Application) -> None:
    """Set what shows in panels only: colours, fonts and style sheet, and the language."""
    from cxdesigner.ui.style.dress import dress
    from cxdesigner.ui.style.language import speak

    speak(application.qt)
    dress(application.qt, application.tokens)


class FirstFrame(QWidget):
    """Lies over a window, draws nothing, and calls `act` once when the window has been painted for the first time."""

    def __init__(self, window: QMainWindow, act: Callable[[], None]) -> None:
        super().__init__(window)
        self._act: Callable[[], None] | None = act
        self.resize(window.size())
        self.show()
        QTimer.singleShot(_AT_LATEST, self, self._call)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        # When the timer fires, the frame that is being painted is out.
        QTimer.singleShot(0, self, self._call)

    def _call(self) -> None:
        act, self._act = self._act, None
        if act is not None:
            self.hide()
            self.deleteLater()
            act()
