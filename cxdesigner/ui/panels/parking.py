"""The drawer with the cards that have no place on the map, and the tab at the edge of the canvas that opens it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from cxdesigner.layout.parking import WIDTH
from cxdesigner.ui.canvas.camera import POINT
from cxdesigner.ui.canvas.gestures.bringing import DropCards
from cxdesigner.ui.panels.dragging import PanelDrag
from cxdesigner.ui.panels.parking_list import ParkingList
from cxdesigner.ui.panels.parking_view import MARGIN
from cxdesigner.ui.style.text import plain_label, set_tip
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.workbench import Workbench


def make(bench: Workbench) -> Parking:
    """Make the drawer of a workbench."""
    return Parking(bench)


class Parking(QWidget):
    """The drawer: its title with the count, and the cards, which are dragged onto the map and back."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._canvas = bench.canvas
        look = bench.look
        self.setObjectName("parking")
        self.setAccessibleName(tr("Parking lot"))
        self.list = ParkingList(bench.session, bench.canvas, look)
        bar = self.list.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(round(WIDTH * POINT) + 2 * MARGIN + bar)
        self._count = plain_label("", "muted")
        self._build(look.tokens.px(10))
        self.list.counted.connect(self._show_count)
        self.list.left.connect(bench.canvas.setFocus)
        self.list.menu_asked.connect(self._open_menu)
        self._drag = PanelDrag(self)
        self.list.pulled.connect(self._drag.start)
        self._drag.started.connect(self._began)
        self._drag.moved.connect(self._moved)
        self._drag.dropped.connect(self._dropped)
        self._drag.cancelled.connect(self._cancelled)
        bench.canvas.mouse.handing.receivers.insert(0, self.list)
        self.destroyed.connect(lambda _=None, gone=self.list: _let_go(bench, gone))
        self.setFocusProxy(self.list)

    def _build(self, margin: int) -> None:
        close = QToolButton()
        close.setIcon(self._bench.look.icons.icon("close", self._bench.look.tokens.muted))
        close.setAutoRaise(True)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.setAccessibleName(tr("Close"))
        set_tip(close, tr("Close the parking lot (Ctrl+Shift+P)"))
        close.clicked.connect(lambda: self._bench.hide_panel("parking"))
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, margin, 6, margin // 2)
        head.addWidget(plain_label(tr("Parking lot").upper(), "heading"))
        head.addSpacing(4)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def take_what_is_typed(self) -> None:
        """Take the text of a card that is open into the project."""
        self.list.finish_text()

    def _show_count(self, count: int) -> None:
        self._count.setText(f"{count:,}" if count else "")

    def _open_menu(self, at: QPoint) -> None:
        window = cast("MainWindow", self._bench.window())
        menu = window.commands.context_menu("card")
        if menu is not None:
            menu.popup(at)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._bench.parking_tab.follow(is_open=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._bench.parking_tab.follow(is_open=False)

    # Dragging cards out

    def _began(self, keys: Sequence[str]) -> None:
        picture, held = self.list.picture_of_drag()
        view = self._canvas.viewport()
        beside = QPoint(view.width() + self.width(), view.height() // 2)
        self._canvas.mouse.bring(DropCards(self._canvas, keys, picture, held), beside)
        self._keys = tuple(keys)

    def _moved(self, at: QPoint) -> None:
        self.list.cards_over(self._keys, at)
        self._canvas.mouse.entry_dragged(at)

    def _dropped(self, at: QPoint) -> None:
        if self.list.cards_over(self._keys, at):
            self._canvas.cancel_gesture()
            self.list.cards_dropped(self._keys, at)
        else:
            self._canvas.mouse.entry_dropped(at)
        self.list.cards_over((), at)

    def _cancelled(self) -> None:
        self._canvas.cancel_gesture()
        self.list.cards_over((), QPoint(-1, -1))


def _let_go(bench: Workbench, gone: ParkingList) -> None:
    receivers = bench.canvas.mouse.handing.receivers
    if gone in receivers:
        receivers.remove(gone)
