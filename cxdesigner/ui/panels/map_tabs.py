"""The maps of a project as tabs, each with its picture."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTabBar, QToolButton, QWidget

from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.maps import move_map
from cxdesigner.model.records import Map
from cxdesigner.ui.names import title_of_map
from cxdesigner.ui.session import Edit, Session
from cxdesigner.ui.style.labels import STATES, label
from cxdesigner.ui.style.text import no_mnemonic, set_tip
from cxdesigner.ui.style.words import tr
from cxdesigner.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.workbench import Workbench

PICTURE = QSize(46, 30)
SHORTEST, LONGEST, ALL = 16, 48, 128
"""Characters of a title that a tab shows at least, and at most, and that all tabs together show if they can."""


def shortened(title: str, count: int) -> str:
    """Give what the tab of one of so many maps shows of its title; the tooltip has it whole."""
    most = min(LONGEST, max(SHORTEST, ALL // max(1, count)))
    return title if len(title) <= most else f"{title[: most - 1].rstrip()}…"


def make(bench: Workbench) -> MapTabs:
    """Make the tabs of a workbench."""
    frame = bench.look.tokens.hairline
    thumbnails = Thumbnails(bench.session, bench.make_sheet, bench.pens, PICTURE, bench.devicePixelRatioF(), frame)
    tabs = MapTabs(bench.session, thumbnails)
    tabs.menu_requested.connect(partial(_open_menu, bench))
    tabs.set_add(partial(bench.act, "map.add"), bench.look.icons.icon("add", bench.look.tokens.muted))
    return tabs


def _open_menu(bench: Workbench, at: QPoint) -> None:
    menu = cast("MainWindow", bench.window()).commands.context_menu("title")
    if menu is not None:
        menu.popup(at)


class MapTabs(QWidget):
    """A tab for each map, in their order; dragging one moves the map, a double click renames it.

    Signal: `menu_requested(QPoint)`, a point of the screen, for the map that is shown.
    """

    menu_requested = Signal(QPoint)

    def __init__(self, session: Session, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._session = session
        self._thumbnails = thumbnails
        self._editor: QLineEdit | None = None
        self._renames = ""
        self._following = False
        self.setObjectName("maps")
        self.setAccessibleName(tr("Maps"))
        self.bar = QTabBar()
        self.bar.setMovable(True)
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setIconSize(PICTURE)
        self.bar.setAccessibleName(tr("Maps"))
        self.bar.installEventFilter(self)
        self.bar.currentChanged.connect(self._choose)
        self.bar.tabBarDoubleClicked.connect(self.rename)
        self.bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.bar.customContextMenuRequested.connect(self._ask_menu)
        self.add = QToolButton()
        self.add.setObjectName("quiet")
        set_tip(self.add, tr("New map"))
        self.add.setAccessibleName(tr("New map"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 3)
        row.setSpacing(4)
        row.addWidget(self.bar)
        row.addWidget(self.add)
        row.addStretch(1)
        thumbnails.drawn.connect(self._show_picture)
        session.document_changed.connect(self.follow)
        session.map_changed.connect(self.follow)
        self.follow()

    def set_add(self, act, icon: QIcon) -> None:
        """Set what the button at the end does, and its icon."""
        self.add.setIcon(icon)
        self.add.clicked.connect(act)

    def follow(self, _change: object = None) -> None:
        """Show the maps as they are."""
        maps = self._session.document.maps
        self._following = True
        while self.bar.count() > len(maps):
            self.bar.removeTab(self.bar.count() - 1)
        for index, one in enumerate(maps):
            title = title_of_map(one)
            if index == self.bar.count():
                self.bar.addTab("")
            self.bar.setTabText(index, no_mnemonic(shortened(title, len(maps))))
            self.bar.setTabData(index, one.id)
            self.bar.setTabToolTip(index, "")
            self.bar.setAccessibleTabName(index, f"{title}, {label(STATES, one.state)}")
            picture = self._thumbnails.picture(one.id)
            self.bar.setTabIcon(index, QIcon(picture) if picture is not None else QIcon())
            if one.id == self._session.map_id:
                self.bar.setCurrentIndex(index)
        self._following = False

    def _show_picture(self, map_id: str) -> None:
        index = self._index(map_id)
        picture = self._thumbnails.picture(map_id)
        if index is not None and picture is not None:
            self.bar.setTabIcon(index, QIcon(picture))

    def _index(self, map_id: str) -> int | None:
        return next((index for index in range(self.bar.count()) if self.bar.tabData(index) == map_id), None)

    def _choose(self, index: int) -> None:
        if not self._following and index >= 0:
            self._session.show_map(self.bar.tabData(index))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self._take_order()
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell_title(event.pos())
        return super().eventFilter(watched, event)

    def _tell_title(self, at: QPoint) -> None:
        index = self.bar.tabAt(at)
        one = self._session.document.get(self.bar.tabData(index), Map) if index >= 0 else None
        if one is not None:
            set_tip(self.bar, f"{title_of_map(one)}\n{label(STATES, one.state)}")

    def _take_order(self) -> None:
        """Move the map whose tab was dragged; Qt has moved the tab already."""
        shown = [self.bar.tabData(index) for index in range(self.bar.count())]
        order = [one.id for one in self._session.document.maps]
        moved = self._session.map_id
        if shown != order and moved in shown:
            self._session.perform(tr("Move map"), partial(move_map, map_id=moved, index=shown.index(moved)))
            self.follow()

    def rename(self, index: int) -> None:
        """Open the title of a tab for typing."""
        one = self._session.document.get(self.bar.tabData(index), Map) if index >= 0 else None
        if one is None:
            return
        editor = QLineEdit(one.title, self.bar)
        editor.setAccessibleName(tr("Title of the map"))
        editor.setGeometry(self.bar.tabRect(index).adjusted(PICTURE.width() + 10, 3, -4, -3))
        editor.editingFinished.connect(self.take_what_is_typed)
        editor.installEventFilter(_Escape(editor, self._close_editor))
        self._editor, self._renames = editor, one.id
        editor.selectAll()
        editor.show()
        editor.setFocus()

    def take_what_is_typed(self) -> None:
        """Rename the map whose title is open."""
        edits = self.what_is_typed()
        self._close_editor()
        for edit in edits:
            self._session.perform(tr("Rename map"), edit)

    def what_is_typed(self) -> list[Edit]:
        """Give what taking that title would do, without doing it."""
        editor = self._editor
        return [partial(set_fields, keys=self._renames, title=editor.text())] if editor is not None else []

    def _close_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.hide()
            editor.deleteLater()
            self.bar.setFocus()

    def _ask_menu(self, at: QPoint) -> None:
        index = self.bar.tabAt(at)
        if index >= 0:
            self.bar.setCurrentIndex(index)
            self.menu_requested.emit(self.bar.mapToGlobal(at))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), PICTURE.height() + 14)


class _Escape(QObject):
    """Calls `act` when Esc is pressed in a widget."""

    def __init__(self, widget: QWidget, act) -> None:
        super().__init__(widget)
        self._act = act

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._act()
            return True
        return super().eventFilter(watched, event)
