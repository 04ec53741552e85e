"""The window: assembles canvas and panels, and connects them. Until a project is shown it is an empty frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QCloseEvent, QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QMainWindow

from cxdesigner.ui.names import name_of
from cxdesigner.ui.style.tokens import LIGHT

if TYPE_CHECKING:
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.commands import Commands
    from cxdesigner.ui.session import Session
    from cxdesigner.ui.workbench import Workbench


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
        self.setAcceptDrops(True)
        self.setWindowTitle("cxdesigner")
        room = self.screen().availableSize()
        self.resize(min(1760, int(room.width() * 0.96)), min(1120, int(room.height() * 0.93)))
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
        from cxdesigner.ui.commands import Commands
        from cxdesigner.ui.workbench import Workbench

        if self._commands is None:
            self._commands = Commands(self)
        self.session = session
        self._bench = Workbench(session, self.actions_by_id, self.application)
        self.setCentralWidget(self._bench)
        self._bench.canvas.viewport().setAcceptDrops(False)
        session.file_changed.connect(self._show_title)
        self._show_title()
        self.commands.follow(session)
        self._bench.canvas.setFocus()

    def tell(self, sentence: str, *, links: Sequence[tuple[str, Callable[[], None]]] = (), stays: bool = False) -> None:
        """Say a sentence quietly in the status bar, with words that can be clicked; see `Status.tell`."""
        if self._bench is not None:
            self._bench.status.tell(sentence, links, stays=stays)

    # What actions ask of the window

    def insert(self, kind: str) -> None:
        """Put a thing of the library in at the selection."""
        from cxdesigner.ui.entries import Entry

        self.bench.put_in(Entry(kind))

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

    # The window itself

    def _show_title(self) -> None:
        session = self.project
        name = name_of(session)
        self.setWindowTitle(f"{name}[*] — cxdesigner")
        self.setWindowModified(not session.is_saved)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._bench is not None:
            self._bench.take_what_is_typed()
        if self.application.may_close(self):
            event.accept()
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
        self.application.open_files(_files(event), self)


def _files(event: Any) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
