"""The program: its windows, its settings, and everything that concerns files. Light: reading and writing projects,
and the windows themselves, are imported when they are first asked for.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from cxdesigner.export.options import ExportOptions, Kind
    from cxdesigner.model.document import Document
    from cxdesigner.storage.folders import Folders
    from cxdesigner.ui.collector import Collector
    from cxdesigner.ui.dialogs.files import Dialogs
    from cxdesigner.ui.exporting import Exporting
    from cxdesigner.ui.keeping import Keeping
    from cxdesigner.ui.leaving import Leaving
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.own_templates import OwnTemplates
    from cxdesigner.ui.preferences import Preferences
    from cxdesigner.ui.projects import Projects
    from cxdesigner.ui.recent import Recent
    from cxdesigner.ui.recovering import Recovering
    from cxdesigner.ui.remembered import Remembered
    from cxdesigner.ui.saving import Saving
    from cxdesigner.ui.session import Session
    from cxdesigner.ui.sharing import Sharing
    from cxdesigner.ui.style.tokens import Tokens


_LOWER = 24
"""Pixels by which a window stands below the one before, and to its right."""


class Application(QObject):
    """Owns the windows. What a window's actions ask of files comes here.

    `folder` holds the settings, by default the user's own; `dialogs` asks the questions; `make_window` makes a window.
    Signals: `ended()` when the last window is closed and neither an export nor a save is under way;
    `mishap_told(str)`, from whatever thread, has a sentence shown.
    """

    ended = Signal()
    mishap_told = Signal(str)

    def __init__(
        self,
        qt: QApplication,
        *,
        folder: Path | None = None,
        dialogs: Dialogs | None = None,
        make_window: Callable[[Application], MainWindow] | None = None,
    ) -> None:
        super().__init__()
        self.qt = qt
        self.windows: list[MainWindow] = []
        self._folder = folder
        self._dialogs = dialogs
        self._make_window = make_window
        self.mishap_told.connect(self.tell)

    # Made when they are first needed, which is after the first frame.

    @cached_property
    def settings(self) -> QSettings:
        """What is remembered from one start to the next, in a file in the user's configuration folder."""
        folder = self._folder
        if folder is None:  # by Qt, since what else knows takes too long to import before the first frame
            folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))
            folder /= "cxdesigner"
        return QSettings(str(folder / "cxdesigner.ini"), QSettings.Format.IniFormat)

    @cached_property
    def dialogs(self) -> Dialogs:
        """Whoever asks the questions."""
        if self._dialogs is None:
            from cxdesigner.ui.dialogs.files import Dialogs

            self._dialogs = Dialogs()
        return self._dialogs

    @cached_property
    def memory(self) -> Recent:
        """Recent files, and the last folders."""
        from cxdesigner.ui.recent import Recent

        return Recent(self.settings)

    @cached_property
    def preferences(self) -> Preferences:
        """What somebody has set for good."""
        from cxdesigner.ui.preferences import Preferences

        return Preferences(self.settings)

    @cached_property
    def folders(self) -> Folders:
        """Where backups, templates and what can be recovered are kept."""
        from cxdesigner.storage.folders import Folders

        return Folders.of_user() if self._folder is None else Folders.below(self._folder)

    @property
    def config_folder(self) -> Path | None:
        """The folder of the settings; None for the user's own."""
        return self._folder

    @cached_property
    def own_templates(self) -> OwnTemplates:
        """The templates that this user has made."""
        from cxdesigner.ui.own_templates import OwnTemplates

        return OwnTemplates(self.folders.data / "templates")

    @cached_property
    def remembered(self) -> Remembered:
        """What is remembered of windows, and of how projects were looked at."""
        from cxdesigner.ui.remembered import Remembered

        return Remembered(self.settings)

    @cached_property
    def collector(self) -> Collector:
        """What collects garbage, in this thread only."""
        from cxdesigner.ui.collector import Collector

        collector = Collector(self)
        self.ended.connect(collector.stop)
        return collector

    @cached_property
    def projects(self) -> Projects:
        """What opens and starts projects, and knows which are open."""
        from cxdesigner.ui.projects import Projects

        return Projects(self)

    @cached_property
    def saving(self) -> Saving:
        """What writes projects into their files."""
        from cxdesigner.ui.saving import Saving

        saving = Saving(self)
        saving.ended.connect(self.end_if_idle)
        return saving

    @cached_property
    def sharing(self) -> Sharing:
        """What minds that others may work on the same files."""
        from cxdesigner.ui.sharing import Sharing

        return Sharing(self)

    @cached_property
    def keeping(self) -> Keeping:
        """What keeps unsaved changes against a crash, and what saves replace."""
        from cxdesigner.ui.keeping import Keeping

        return Keeping(self)

    @cached_property
    def recovering(self) -> Recovering:
        """What has unsaved changes back after a crash."""
        from cxdesigner.ui.recovering import Recovering

        return Recovering(self)

    @cached_property
    def leaving(self) -> Leaving:
        """What closes windows, and waits until their projects are written."""
        from cxdesigner.ui.leaving import Leaving

        return Leaving(self)

    @cached_property
    def _exporting(self) -> Exporting:
        from cxdesigner.ui.exporting import Exporting

        exporting = Exporting(self)
        exporting.ended.connect(self.end_if_idle)
        return exporting

    # Windows

    def new_window(self) -> MainWindow:
        """Show one more window, with nothing in it yet."""
        if self._make_window is None:
            from cxdesigner.ui.main_window import MainWindow

            self._make_window = MainWindow
        window = self._make_window(self)
        before = self.windows[-1] if self.windows else None
        self.windows.append(window)
        if before is not None:
            window.move(*beside(before))
        window.show()
        return window

    def may_close(self, window: MainWindow) -> bool:
        """Tell whether a window may close now; asks what becomes of unsaved changes, if there are any.

        While its project is being written it closes once that is done.
        """
        return self.leaving.may_close(window)

    def close_window(self, window: MainWindow) -> None:
        """Let go of a window, which closes if it has not yet; asks nothing."""
        if window not in self.windows:
            return
        self.windows.remove(window)
        self.projects.give_up(window)
        self.close_export(window)
        self.let_go(window)
        window.close()
        window.deleteLater()
        if self.windows and window.session is not None:
            QTimer.singleShot(0, self, _let_go)
        self.end_if_idle()

    def let_go(self, window: MainWindow) -> None:
        """Mind the file of a window no longer, nor what is unsaved in it."""
        self.sharing.leave(window)
        self.keeping.leave(window)

    def quit(self) -> bool:
        """Close all windows; False if that is not to be, or not yet since projects are being written."""
        return self.leaving.quit()

    def end_if_idle(self) -> None:
        """End the program if there is no window and nothing under way."""
        saving: Saving | None = vars(self).get("saving")
        if not (self.windows or self._exporting.is_busy or (saving is not None and saving.is_busy())):
            self.ended.emit()

    def tell(self, sentence: str, window: MainWindow | None = None) -> None:
        """Say a sentence in a window, or in the one that is in front."""
        window = window if window in self.windows else self.front()
        if window is not None and sentence:
            window.tell(sentence, stays=True)

    def front(self) -> MainWindow | None:
        """Give the window that is in front, or else the newest one."""
        active = self.qt.activeWindow()
        newest = self.windows[-1] if self.windows else None
        return next((window for window in self.windows if window is active), newest)

    def assets(self, document: Document) -> Mapping[str, bytes]:
        """Give the pictures of a project as files, by key."""
        from cxdesigner.export import assets_of

        return assets_of(document)

    def sign(self, author: str) -> None:
        """Remember who works here, and tell those who see the locks of what is open."""
        self.preferences.set_author(author)
        self.sharing.rename()

    # The look

    @property
    def tokens(self) -> Tokens:
        """The theme at the size that is set."""
        from cxdesigner.ui.style.tokens import LIGHT

        return LIGHT.scaled(self.preferences.scale)

    def set_scale(self, scale: float) -> None:
        """Show the interface at another size, now and from now on; see `preferences.SCALES`."""
        if scale != self.preferences.scale:
            self.preferences.set_scale(scale)
            self.wear(self.tokens)

    def wear(self, tokens: Tokens) -> None:
        """Show the interface in a theme."""
        from cxdesigner.ui.style.dress import dress

        dress(self.qt, tokens)
        for window in self.windows:
            window.show_again()

    # Starting

    def show_start(self) -> None:
        """Show what one can start from, in a new window unless one shows it already."""
        window = next((one for one in self.windows if one.session is None), None) or self.new_window()
        window.show_start()
        raise_window(window)

    def recent(self) -> list[Path]:
        """Give the files that were open lately, the last one first: those that are there, and those with backups."""
        return self.memory.files(lambda gone: bool(self.keeping.backups.of(gone)))

    def clear_recent(self) -> None:
        """Forget which files were open lately."""
        self.memory.clear()

    # Saving

    def save(self, window: MainWindow) -> bool:
        """Save a window's project, asking where if it has no file that may be written; False if that is not to be.

        Work goes on while it is written.
        """
        return window.session is not None and self.saving.save(window, window.session)

    def save_as(self, window: MainWindow) -> bool:
        """Save a window's project where somebody chooses; False if it is not going to be saved."""
        return window.session is not None and self.saving.save_as(window, window.session)

    def save_template(self, window: MainWindow) -> None:
        """Keep a window's project as a template."""
        self.saving.save_template(window, window.project)

    def folder_for(self, purpose: str, beside: Path | None = None) -> Path:
        """Give the folder to begin in: the last one of this purpose, else `beside`, else the documents."""
        from cxdesigner.ui.recent import documents_folder

        return self.memory.folder(purpose) or beside or documents_folder()

    # Exporting

    def ask_export(self, window: MainWindow, kind: Kind) -> None:
        """Show the export dialog for what a window shows; the window stays free for work."""
        self._exporting.ask(window, kind)

    def export_again(self, window: MainWindow) -> None:
        """Export as the last time, or show the dialog if there was none."""
        self._exporting.again(window)

    def printed_last(self, session: Session) -> tuple[list[str], ExportOptions]:
        """Give the maps and the options of the PDF of a project that was printed or exported last."""
        return self._exporting.printed_last(session)

    def close_export(self, window: MainWindow) -> None:
        """Close the export dialog of a window, if it has one."""
        if "_exporting" in vars(self):
            self._exporting.close_dialog(window)

    def show_path(self, path: Path) -> None:
        """Open a file or folder with the program that the system has for it."""
        self.dialogs.show_path(path)


def _let_go() -> None:
    """Have the memory of a closed window back: what was laid out is kept from the garbage collector, see `layout`."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def beside(window: MainWindow) -> tuple[int, int]:
    """Give where the next window stands: a little lower and to the right, or where its screen begins if that is too far
    for it to be seen whole.
    """
    room, frame = window.screen().availableGeometry(), window.frameGeometry()
    left, top = frame.x() + _LOWER, frame.y() + _LOWER
    if left + frame.width() > room.x() + room.width() or top + frame.height() > room.y() + room.height():
        return room.x(), room.y()
    return left, top


def raise_window(window: MainWindow) -> None:
    """Bring a window to the front, unless it is there."""
    if window.isMinimized():
        window.showNormal()
    if window.isActiveWindow():
        return
    window.raise_()
    window.activateWindow()
