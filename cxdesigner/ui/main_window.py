"""The window: assembles canvas and panels, and connects them. Until a project is shown it is an empty frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QAction, QCloseEvent, QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QMainWindow

from cxdesigner.ui.names import name_of
from cxdesigner.ui.style.tokens import LIGHT

if TYPE_CHECKING:
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.commands import Commands
    from cxdesigner.ui.opening_page import OpeningPage
    from cxdesigner.ui.panels.notices import Notices
    from cxdesigner.ui.remembered import View
    from cxdesigner.ui.rooms import Drafts
    from cxdesigner.ui.session import Edit, Session
    from cxdesigner.ui.start_page import StartPage
    from cxdesigner.ui.workbench import Workbench
_TITLE = 32
"""Pixels of a screen that the bar with a window's title takes, which is no part of its size."""


class MainWindow(QMainWindow):
    """A window on one project.

    Light until `show_project`: what the canvas and the panels need is imported then, so that the frame can be painted
    first.
    """

    def __init__(self, application: Application) -> None:
        super().__init__()
        self.application = application
        self.session: Session | None = None
        self._bench: Workbench | None = None
        self._commands: Commands | None = None
        self._start: StartPage | None = None
        self._opening: OpeningPage | None = None
        self.setAcceptDrops(True)
        self.setWindowTitle("cxdesigner")
        self._stand()
        frame = QFrame()
        frame.setStyleSheet(f"background: {LIGHT.desk};")
        self.setCentralWidget(frame)

    @property
    def project(self) -> Session:
        """The session that is shown; a window without one has no actions that ask for it."""
        assert self.session is not None
        return self.session

    @property
    def bench(self) -> Workbench:
        """Canvas and panels."""
        assert self._bench is not None
        return self._bench

    @property
    def page(self) -> Workbench | StartPage | None:
        """What the window shows: canvas and panels, or what one can start from; None for neither."""
        return self._bench or self._start

    @property
    def commands(self) -> Commands:
        """The actions of this window."""
        assert self._commands is not None
        return self._commands

    @property
    def actions_by_id(self) -> Mapping[str, QAction]:
        """The actions by their ids."""
        return self.commands.actions

    def show_project(self, session: Session) -> None:
        """Show a project in the place of the one before."""
        from cxdesigner.ui.workbench import Workbench

        self._need_commands()
        self._start = self._opening = None
        self._remember()
        self.session = session
        view = self._view_before(session)
        if session.path is None and not session.selection.ids:
            session.select(session.map_id)  # what is new has no name yet: typing gives it one
        room = self.size() - QSize(0, self.menuBar().sizeHint().height())
        self._bench = Workbench(session, self.actions_by_id, self.application, room)
        self.setCentralWidget(self._bench)
        session.file_changed.connect(self._show_title)
        self._show_title()
        self.commands.follow(session)
        if view is not None:
            self._bench.canvas.start_at(view.zoom, view.x, view.y)
        self._bench.canvas.setFocus()

    def show_again(self) -> None:
        """Show all panels anew, after the size of the interface was set."""
        if self._bench is not None:
            self._bench.show_again()
            self.commands.follow_bench()
        elif self._start is not None:
            settings = self._start.has_preferences
            self.show_start()
            if settings:
                self._start.open_preferences()

    @property
    def is_empty(self) -> bool:
        """Whether it shows neither a project, nor one that is being opened, nor what one can start from."""
        return self.session is None and self._start is None and not self.is_opening

    @property
    def is_opening(self) -> bool:
        """Whether it shows that a file is being opened in it."""
        return self._opening is not None and not self._opening.is_over

    @property
    def notices(self) -> Notices | None:
        """The quiet bar above the canvas or the start page; None while neither is there."""
        shown = self._bench or self._start
        return shown.notices if shown is not None else None

    def show_opening(self, page: OpeningPage) -> None:
        """Show that a file is being opened, in the place of what was shown."""
        self._remember()
        self.session = self._bench = self._start = None
        self._opening = page
        self.setCentralWidget(page)
        self.setWindowTitle(f"{page.name} — cxdesigner")
        self.setWindowModified(False)
        if self._commands is not None:
            self.commands.follow_bench()
            self.commands.refresh()
        page.setFocus()

    def show_start(self) -> None:
        """Show what one can start from, in the place of what was shown."""
        from cxdesigner.ui.start_page import StartPage

        self._need_commands()
        if self._bench is not None:
            self.application.let_go(self)
        self.session = self._bench = self._opening = None
        self._start = StartPage(self, self.application)
        self.setCentralWidget(self._start)
        self.setWindowTitle("cxdesigner")
        self.setWindowModified(False)
        self.commands.follow_bench()
        self.commands.refresh()
        self._start.setFocus()

    def _need_commands(self) -> None:
        from cxdesigner.ui.commands import Commands

        if self._commands is None:
            self._commands = Commands(self)

    def tell(self, sentence: str, *, links: Sequence[tuple[str, Callable[[], None]]] = (), stays: bool = False) -> None:
        """Say a sentence quietly in the status bar, with words that can be clicked; see `Status.tell`."""
        if self._bench is not None:
            self._bench.status.tell(sentence, links, stays=stays)
        elif self._start is not None:
            self._start.tell(sentence)

    def untell(self, sentence: str) -> None:
        """Take back what was said, if it is still there: it holds no longer."""
        if self._bench is not None:
            self._bench.status.untell(sentence)

    def take_what_is_typed(self) -> None:
        """Take the text of an open field into the project."""
        if self._bench is not None:
            self._bench.take_what_is_typed()

    def what_is_typed(self) -> list[Edit]:
        """Give what taking the texts of open fields into the project would do, without doing it; see the workbench."""
        return self._bench.what_is_typed() if self._bench is not None else []

    def drafts(self) -> list[Drafts]:
        """Give the panels with a text that is no part of the project until somebody says so."""
        return self._bench.rooms.drafts() if self._bench is not None else []

    # What actions ask of the window

    def open_shortcuts(self) -> None:
        """Show the page of shortcuts over what is shown, or close it."""
        if self.page is not None:
            self.page.shortcuts.open()

    def open_preferences(self) -> None:
        """Show the preferences beside what is shown, and put the keyboard into them."""
        if self.page is not None:
            self.page.open_preferences()

    def insert(self, kind: str, *, before: bool = False) -> None:
        """Put a thing of the library in at the selection, behind it or before it."""
        from cxdesigner.ui.entries import Entry

        self.bench.put_in(Entry(kind), before=before)

    def edit_selected_text(self) -> None:
        """Open the text of what is selected."""
        if self.project.selection.ids:
            self.bench.canvas.edit_text(self.project.selection.ids[0])

    def zoom_by(self, factor: float) -> None:
        """Zoom about the middle of the view."""
        self.bench.canvas.zoom_to(self.bench.canvas.camera.zoom * factor)

    def zoom_to(self, zoom: float) -> None:
        """Zoom to a scale, 1 being 100 %."""
        self.bench.canvas.zoom_to(zoom)

    def fit(self) -> None:
        """Show the whole sheet."""
        self.bench.canvas.fit()

    # What is remembered

    def _stand(self) -> None:
        """Stand where the last window stood, or as large as the screen has room for."""
        from cxdesigner.ui.remembered import on_screens

        room, place = self.screen().availableSize(), self.application.remembered.place()
        self.resize(min(1760, int(room.width() * 0.96)), min(1120, int(room.height() * 0.93)))
        if place is not None:
            screens = [_box(one.availableGeometry().adjusted(0, 0, 0, -_TITLE)) for one in QGuiApplication.screens()]
            left, top, width, height = on_screens(place.box, screens)
            self.resize(width, height)
            self.move(left, top)
            if place.is_maximized:
                from PySide6.QtCore import Qt

                self.setWindowState(Qt.WindowState.WindowMaximized)

    def _remember(self) -> None:
        """Remember where the window is, and how the project is looked at."""
        from cxdesigner.ui.remembered import Place, View

        remembered = self.application.remembered
        if self.isVisible() and not self.isMinimized() and not self.isFullScreen():
            box = _box(self.normalGeometry()) if self.isMaximized() else (*self.pos().toTuple(), *self.size().toTuple())
            remembered.set_place(Place(box, self.isMaximized()))
        if self._bench is not None and self.project.path is not None:
            canvas = self._bench.canvas
            corner = canvas.camera.to_sheet(0, 0)
            remembered.set_view(self.project.path, View(self.project.map_id, canvas.camera.zoom, *corner))

    def _view_before(self, session: Session) -> View | None:
        """Show the map of a project that was shown last; gives how it was looked at, None if that is not known."""
        view = self.application.remembered.view(session.path) if session.path is not None else None
        if view is None or view.map_id not in session.document:
            return None
        session.show_map(view.map_id)
        return view if session.map_id == view.map_id else None

    # The window itself

    def _show_title(self) -> None:
        session = self.project
        name = name_of(session)
        self.setWindowTitle(f"{name}[*] — cxdesigner")
        if self.isWindowModified() == session.is_saved:  # else every edit would send it to all panels
            self.setWindowModified(not session.is_saved)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.take_what_is_typed()
        if self.application.may_close(self):
            event.accept()
            self._remember()
            self.application.close_window(self)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._commands is not None:
            self._commands.catch_up(event)
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._bench is not None:
            self.commands.open_context_menu(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.application.projects.open_files(_files(event), self)


def _box(rect: QRect) -> tuple[int, int, int, int]:
    return rect.x(), rect.y(), rect.width(), rect.height()


def _files(event: Any) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
