"""Canvas and panels around one session, and how they hear of each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.sheet import Sheet
from cxdesigner.layout.typeset import Typesetter
from cxdesigner.painters.qt import QtPainter
from cxdesigner.ui.canvas.view import CanvasView
from cxdesigner.ui.entries import Entry
from cxdesigner.ui.inserting import insertion
from cxdesigner.ui.panels.bar import Bar
from cxdesigner.ui.panels.inspector import Inspector
from cxdesigner.ui.panels.library import Library
from cxdesigner.ui.panels.overview import Overview
from cxdesigner.ui.panels.status import Status
from cxdesigner.ui.style.look import Look

if TYPE_CHECKING:
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.session import Session

PANELS = ("library", "canvas", "inspector")


class Workbench(QWidget):
    """The inside of a window."""

    def __init__(self, session: Session, actions: Mapping[str, QAction], application: Application) -> None:
        super().__init__()
        self.session = session
        self.look = Look()
        fonts = Fonts.load()
        self.pens = QtPainter(fonts, application.assets(session.document))
        self.canvas = CanvasView(session, Sheet(Typesetter(fonts), Icons()), self.pens, self.look.tokens)
        self.library = Library(session, self.look)
        self.inspector = Inspector(session, self.look)
        self.bar = Bar(session, actions, self.look)
        self.status = Status(session, self.look)
        self.overview = Overview(self.canvas.viewport(), self.pens, self.look)
        self._application = application
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.library)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self.inspector)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addLayout(middle, 1)
        whole.addWidget(self.status)

    def _connect(self) -> None:
        canvas, session = self.canvas, self.session
        self.library.drag_started.connect(canvas.entry_drag_began)
        self.library.drag_moved.connect(canvas.entry_dragged)
        self.library.drag_dropped.connect(canvas.entry_dropped)
        self.library.drag_cancelled.connect(canvas.cancel_gesture)
        self.library.entry_activated.connect(self.put_in)
        self.status.zoom_requested.connect(canvas.zoom_to)
        self.status.fit_requested.connect(canvas.fit)
        self.overview.view_requested.connect(self._look_at)
        canvas.view_changed.connect(self._follow_view)
        canvas.scene_changed.connect(self._follow_scene)
        session.document_changed.connect(self._follow_assets)
        session.selection_changed.connect(self._reveal)
        self._assets = session.document.assets
        self._follow_scene()
        self._follow_view()

    def put_in(self, entry: Entry) -> None:
        """Put an entry of the library in at the selection, and open its text."""
        found = insertion(self.session, entry)
        if found is None:
            self.status.tell("There is no place for this: select a cell on the map first.")
            return
        name, edit, opens = found
        token = self.canvas.next_token()
        change = self.session.perform(name, edit, join=token if opens else "")
        if change is None:
            return
        added = [record for record in change.added() if opens is not None and isinstance(record, opens)]
        if added:
            self.session.select(added[0].id)
            self.canvas.edit_text(added[0].id, join=token)

    def take_what_is_typed(self) -> None:
        """Take the text of an open field, on the sheet or in the inspector, into the project."""
        self.canvas.writing.finish()
        self.inspector.commit()

    def toggle(self, panel: str) -> None:
        """Hide or show a panel."""
        widget = getattr(self, panel)
        widget.setVisible(not widget.isVisible())

    def next_panel(self) -> None:
        """Put the keyboard into the next panel that is shown: library, canvas, inspector."""
        panels = [getattr(self, name) for name in PANELS if getattr(self, name).isVisible()]
        focus = self.focusWidget()
        current = next(
            (index for index, panel in enumerate(panels) if focus and (panel is focus or panel.isAncestorOf(focus))), -1
        )
        target = panels[(current + 1) % len(panels)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if target is not self.canvas:
            target.focusNextChild()

    def _look_at(self, point: QPointF) -> None:
        self.canvas.look_at(point.x(), point.y())

    def _follow_view(self) -> None:
        self.overview.set_view(self.canvas.seen())
        self.status.set_zoom(self.canvas.camera.zoom)

    def _follow_scene(self) -> None:
        self.overview.set_scene(self.canvas.scene)
        self.overview.set_view(self.canvas.seen())

    def _follow_assets(self, _change: object) -> None:
        if self.session.document.assets is not self._assets:
            self._assets = self.session.document.assets
            self.pens.set_assets(self._application.assets(self.session.document))

    def _reveal(self) -> None:
        if len(self.session.selection.ids) == 1 and self.canvas.gesture is None:
            self.canvas.reveal(self.session.selection.ids[0])
