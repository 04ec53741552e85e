"""The window: assembles canvas and panels, and connects them. Until a project is shown it is an empty frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QCloseEvent, QContextMenuEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QMainWindow, QMenu

from cxdesigner.ui.names import name_of
from cxdesigner.ui.style.text import no_mnemonic, set_tip
from cxdesigner.ui.style.tokens import LIGHT

if TYPE_CHECKING:
    from cxdesigner.ui.application import Application
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
        self.actions_by_id: dict[str, QAction] = {}
        self._bench: Workbench | None = None
        self._recent = QMenu(self)
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

    def show_project(self, session: Session) -> None:
        """Show a project in the place of the one before."""
        from cxdesigner.ui.workbench import Workbench

        if not self.actions_by_id:
            self._build_actions()
        self.session = session
        self._bench = Workbench(session, self.actions_by_id, self.application)
        self.setCentralWidget(self._bench)
        self._bench.canvas.viewport().setAcceptDrops(False)
        session.file_changed.connect(self._show_title)
        for signal in (
            session.selection_changed,
            session.document_changed,
            session.map_changed,
            session.showing_changed,
        ):
            signal.connect(self._refresh_actions)
        self._show_title()
        self._refresh_actions()
        self._bench.canvas.setFocus()

    def tell(self, sentence: str, *, links: Sequence[tuple[str, Callable[[], None]]] = (), stays: bool = False) -> None:
        """Say a sentence quietly in the status bar, with words that can be clicked; see `Status.tell`."""
        if self._bench is not None:
            self._bench.status.tell(sentence, links, stays=stays)

    # Actions

    def _build_actions(self) -> None:
        from cxdesigner.ui.actions.table import ACTIONS

        menus: dict[str, QMenu] = {}
        for spec in ACTIONS:
            text = QCoreApplication.translate("Action", spec.text)
            menu = self._menu(menus, spec.menu)
            action = QAction(text, self)
            action.setCheckable(spec.checked is not None)
            if spec.keys:
                action.setShortcuts([QKeySequence(keys) for keys in spec.keys.split(", ")])
            action.triggered.connect(partial(self._run, spec.id))
            if spec.separated:
                menu.addSeparator()
            menu.addAction(action)
            if spec.id == "file.open":
                self._recent.setTitle(QCoreApplication.translate("Menu", "Open &recent"))
                self._recent.setToolTipsVisible(True)
                self._recent.aboutToShow.connect(self._fill_recent)
                menu.addMenu(self._recent)
            self.actions_by_id[spec.id] = action

    def _menu(self, menus: dict[str, QMenu], path: str) -> QMenu:
        if path not in menus:
            outer, _, name = path.rpartition("|")
            home = self._menu(menus, outer) if outer else self.menuBar()
            menus[path] = home.addMenu(QCoreApplication.translate("Menu", name))
            menus[path].aboutToShow.connect(self._refresh_actions)
        return menus[path]

    def _run(self, key: str, _checked: bool = False) -> None:
        from cxdesigner.ui.actions.table import BY_ID

        spec = BY_ID[key]
        if not key.startswith("view."):  # whoever looks around goes on typing, or dragging
            self.bench.canvas.cancel_gesture()
            self.bench.take_what_is_typed()
        if spec.applies(self):
            spec.run(self)
        if self._bench is not None:
            self._refresh_actions()

    def _refresh_actions(self, _change: object = None) -> None:
        from cxdesigner.ui.actions.table import ACTIONS

        session = self.project
        for spec in ACTIONS:
            action = self.actions_by_id[spec.id]
            action.setEnabled(spec.applies(self))
            if spec.checked is not None:
                action.setChecked(spec.checked(self))
        for key, verb, name in (("edit.undo", "&Undo", session.undo_name), ("edit.redo", "&Redo", session.redo_name)):
            words = f"{verb} {name[:1].lower()}{name[1:]}" if name else verb
            self.actions_by_id[key].setText(QCoreApplication.translate("Action", words))

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self.application.recent():
            action = self._recent.addAction(no_mnemonic(path.name), partial(self.application.open_files, [path], self))
            set_tip(action, str(path))
        if self._recent.isEmpty():
            self._recent.addAction(QCoreApplication.translate("Menu", "No files yet")).setEnabled(False)
            return
        self._recent.addSeparator()
        self._recent.addAction(QCoreApplication.translate("Menu", "Clear list"), self.application.clear_recent)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from cxdesigner.ui.actions.table import on

        canvas = self._bench.canvas if self._bench is not None else None
        if canvas is None or not canvas.rect().contains(canvas.mapFromGlobal(event.globalPos())):
            return
        self._refresh_actions()
        menu = QMenu(self)
        before = ""
        for spec in on(canvas.part_at(canvas.viewport().mapFromGlobal(event.globalPos()))):
            if before not in ("", spec.menu):
                menu.addSeparator()
            before = spec.menu
            menu.addAction(self.actions_by_id[spec.id])
        menu.exec(event.globalPos())

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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.application.open_files(_files(event), self)


def _files(event: Any) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
