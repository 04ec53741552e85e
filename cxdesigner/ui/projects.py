"""Opening projects and starting new ones, each in a window of its own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cxdesigner.ui.application import raise_window
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.model.document import Document
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.importing import Importing
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.opening_slowly import OpeningSlowly
    from cxdesigner.ui.rescue import Rescue
    from cxdesigner.ui.session import Session

_SLOW = 4 * 2**20
"""Bytes: 10,000 cards without pictures have fewer, and are there within half a second."""

TABLES = frozenset((".csv", ".tsv", ".xlsx", ".xls", ".ods"))
"""Extensions of tables, of which a project is made; of workbooks it is told how."""


class Projects:
    """Opens and starts projects for an application."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self.slow_from = _SLOW
        """Bytes from which a file is opened while work goes on, with a way out."""

    def ask_open(self, window: MainWindow) -> None:
        """Let somebody choose files, and open them."""
        session = window.session
        beside = session.path.parent if session is not None and session.path is not None else None
        folder = self._application.folder_for("projects", beside)
        paths = self._application.dialogs.ask_open_paths(window, tr("Open"), folder)
        if paths:
            self._application.memory.set_folder("projects", paths[0].parent)
            self.open_files(paths, window)

    def open_files(self, paths: Iterable[Path], window: MainWindow | None = None) -> None:
        """Open files, each in a window of its own; one that is open already is raised.

        `window` is used if nothing was done in it yet. Of those that cannot be opened it is told why, and nothing else
        changes.
        """
        failures = []
        for path in map(Path, paths):
            open_already = self.window_of(path)
            if open_already is not None:
                raise_window(open_already)
            elif path.suffix.lower() in TABLES:
                window, sentence = self.importing.open(path, window)
                failures += [sentence] if sentence else []
            elif is_example(path):
                self.open_example(path.stem)  # as one's own: what ships stays as it is
            elif size_of(path) >= self.slow_from:
                self.slowly.open(path, window)
            else:
                window, failure = self._open(path, window)
                failures += failure
        if failures:
            show_start_in(window)
            self._application.tell(" ".join(failures), window)
        if "rescue" in vars(self):
            self.rescue.offer(window)

    def _open(self, path: Path, window: MainWindow | None) -> tuple[MainWindow | None, list[str]]:
        """Open a file at once; gives the window that can be used, and why it could not be opened."""
        from cxdesigner.ui.names import is_there
        from cxdesigner.ui.opening import CannotOpenError, DamagedFileError, open_session

        try:
            session, remark = open_session(path)
        except DamagedFileError as error:
            return self.rescue.of(error, self.rescue.find(error.path), window)
        except CannotOpenError as error:
            if is_there(path):
                return window, [str(error)]
            gone = DamagedFileError(str(error), path.absolute(), is_project=False)
            return self.rescue.of(gone, self.rescue.find(gone.path), window)
        return self.show(path, session, remark, window), []

    def show(self, path: Path, session: Session, remark: str, window: MainWindow | None) -> MainWindow:
        """Show what was opened from a file, and say what the reader should know of it."""
        window = self.show_session(session, window)
        self._application.memory.add(path)
        self._application.tell(remark, window)
        return window

    @cached_property
    def rescue(self) -> Rescue:
        """What has of damaged files what can be had."""
        from cxdesigner.ui.rescue import Rescue

        return Rescue(self._application, self)

    @cached_property
    def importing(self) -> Importing:
        """What makes projects of tables."""
        from cxdesigner.ui.importing import Importing

        return Importing(self._application, self)

    @cached_property
    def slowly(self) -> OpeningSlowly:
        """What opens large files while work goes on."""
        from cxdesigner.ui.opening_slowly import OpeningSlowly

        return OpeningSlowly(self._application, self)

    def give_up(self, window: MainWindow) -> None:
        """Stop opening what is being opened in a window, which is about to close."""
        if "slowly" in vars(self):
            self.slowly.give_up(window)

    def new_project(self, window: MainWindow | None = None, template: str = "blank") -> None:
        """Start a project from a template, in a new window unless there is nothing in this one."""
        from cxdesigner.templates import from_template
        from cxdesigner.ui.session import Session

        empty = window if window is not None and window.session is None else None
        self.show_session(Session(self._signed(from_template(template))), empty)

    def start_from(self, path: Path, window: MainWindow | None = None) -> None:
        """Start a project from a template of one's own, as `new_project` does."""
        from cxdesigner.ui.opening import CannotOpenError
        from cxdesigner.ui.own_templates import from_own
        from cxdesigner.ui.session import Session

        try:
            document = from_own(path)
        except CannotOpenError as error:
            self._application.tell(str(error), window)
            return
        empty = window if window is not None and window.session is None else None
        self.show_session(Session(self._signed(document)), empty)

    def _signed(self, document: Document) -> Document:
        from cxdesigner.model.edits.maps import sign_maps

        change = sign_maps(document, self._application.preferences.author)
        return document.apply(change) if change is not None else document

    def open_example(self, name: str) -> None:
        """Open an example as a project of one's own, which is in no file yet."""
        from cxdesigner.templates import from_example
        from cxdesigner.ui.session import Session

        self.show_session(Session(from_example(name)), self._application.front())

    def show_session(self, session: Session, window: MainWindow | None = None) -> MainWindow:
        """Show a project, in a new window unless nothing was done in this one yet; gives its window."""
        shown = window if window is not None and is_untouched(window) else self._application.new_window()
        self._application.close_export(shown)  # it is about what was shown before
        shown.show_project(session)
        if session.document.project.conflicts:
            shown.bench.comparing.offer_conflicts()
        self._application.sharing.follow(shown)
        self._application.keeping.follow(shown, session)
        if not self._application.keeping.recovery.is_empty:
            self._application.recovering.offer(shown)
        return shown

    def open_copy(self, document: Document, name: str) -> None:
        """Open a version of a project as one that is in no file yet; `name` is that of the file that it is from."""
        from cxdesigner.ui.session import Session

        window = self.show_unsaved(Session(document), None)
        self._application.tell(
            tr("This is a copy of {name}. It is in no file yet: Save asks for one.", name=name), window
        )

    def show_unsaved(self, session: Session, window: MainWindow | None) -> MainWindow:
        """Show a project that is in no file yet, in a window if nothing was done in it, else in a new one."""
        session.mark_unsaved()
        return self.show_session(session, window)

    def window_of(self, path: Path) -> MainWindow | None:
        """Give the window in which a file is open, if it is."""
        from cxdesigner.ui.names import is_same

        for window in self._application.windows:
            session = window.session
            if session is not None and session.path is not None and is_same(session.path, path):
                return window
        return self.slowly.window_of(path) if "slowly" in vars(self) else None


def show_start_in(window: MainWindow | None) -> None:
    """Show what one can start from in a window, if there is nothing in it."""
    if window is not None and window.session is None and not window.is_opening:
        window.show_start()


def is_untouched(window: MainWindow) -> bool:
    """Tell whether there is nothing in a window that anybody made or opened."""
    session = window.session
    if session is None:
        return not window.is_opening
    return session.path is None and session.is_saved and not session.undo_name and not session.redo_name


def is_example(path: Path) -> bool:
    """Tell whether a file is one of the examples that come with the program."""
    from cxdesigner.resources import resource

    return path.suffix == ".cxd" and path.absolute().parent == resource("examples")


def size_of(path: Path) -> int:
    """Give the size of a file in bytes; 0 for one that is not there: opening it says so."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
