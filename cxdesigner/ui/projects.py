"""Opening projects and starting new ones, each in a window of its own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from cxdesigner.ui.application import raise_window
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.model.document import Document
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.session import Session


class Projects:
    """Opens and starts projects for an application."""

    def __init__(self, application: Application) -> None:
        self._application = application

    def ask_open(self, window: MainWindow) -> None:
        """Let somebody choose files, and open them."""
        session = window.session
        beside = session.path.parent if session is not None and session.path is not None else None
        paths = self._application.dialogs.ask_open_paths(window, self._application.folder_for("projects", beside))
        if paths:
            self._application.memory.set_folder("projects", paths[0].parent)
            self.open_files(paths, window)

    def open_files(self, paths: Iterable[Path], window: MainWindow | None = None) -> None:
        """Open files, each in a window of its own; one that is open already is raised.

        `window` is used if nothing was done in it yet. Of those that cannot be opened it is told why, and nothing else
        changes.
        """
        from cxdesigner.ui.opening import CannotOpenError, open_session

        failures = []
        for path in map(Path, paths):
            open_already = self.window_of(path)
            if open_already is not None:
                raise_window(open_already)
                continue
            if is_example(path):
                self.open_example(path.stem)  # as one's own: what ships stays as it is
                continue
            try:
                session, remark = open_session(path)
            except CannotOpenError as error:
                failures.append(str(error))
                continue
            window = self._show(session, window)
            self._application.memory.add(path)
            self._application.tell(remark, window)
        if failures:
            if window is not None and window.session is None:
                window.show_start()
            self._application.tell(" ".join(failures), window)

    def new_project(self, window: MainWindow | None = None, template: str = "blank") -> None:
        """Start a project from a template, in a new window unless there is nothing in this one."""
        from cxdesigner.templates import from_template
        from cxdesigner.ui.session import Session

        empty = window if window is not None and window.session is None else None
        self._show(Session(self._signed(from_template(template))), empty)

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
        self._show(Session(self._signed(document)), window if window is not None and window.session is None else None)

    def _signed(self, document: Document) -> Document:
        from cxdesigner.model.edits.maps import sign_maps

        change = sign_maps(document, self._application.preferences.author)
        return document.apply(change) if change is not None else document

    def open_example(self, name: str) -> None:
        """Open an example as a project of one's own, which is in no file yet."""
        from cxdesigner.templates import from_example
        from cxdesigner.ui.session import Session

        self._show(Session(from_example(name)), self._application.front())

    def _show(self, session: Session, window: MainWindow | None) -> MainWindow:
        shown = window if window is not None and is_untouched(window) else self._application.new_window()
        self._application.close_export(shown)  # it is about what was shown before
        shown.show_project(session)
        self._application.sharing.follow(shown)
        self._application.keeping.follow(shown, session)
        return shown

    def open_copy(self, document: Document, name: str) -> None:
        """Open a version of a project as one that is in no file yet; `name` is that of the file that it is from."""
        from cxdesigner.ui.session import Session

        window = self._show(Session(document), None)
        self._application.tell(
            tr("This is a copy of {name}. It is in no file yet: Save asks for one.", name=name), window
        )

    def window_of(self, path: Path) -> MainWindow | None:
        """Give the window in which a file is open, if it is."""
        from cxdesigner.ui.names import is_same

        for window in self._application.windows:
            session = window.session
            if session is not None and session.path is not None and is_same(session.path, path):
                return window
        return None


def is_untouched(window: MainWindow) -> bool:
    """Tell whether there is nothing in a window that anybody made or opened."""
    session = window.session
    return session is None or (
        session.path is None and session.is_saved and not session.undo_name and not session.redo_name
    )


def is_example(path: Path) -> bool:
    """Tell whether a file is one of the examples that come with the program."""
    from cxdesigner.resources import resource

    return path.suffix == ".cxd" and path.absolute().parent == resource("examples")
