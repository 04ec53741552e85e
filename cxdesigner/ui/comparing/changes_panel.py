"""The panel "Changes": with what is compared, a switch between the two, and a list of what differs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from cxdesigner.ui.comparing.changes_list import ChangesModel, list_of
from cxdesigner.ui.comparing.comparing import PANEL
from cxdesigner.ui.comparing.sorts import SORTS, WORDS, Sort, paint_sign
from cxdesigner.ui.panels.flow import Flow
from cxdesigner.ui.style.text import elided, no_mnemonic, plain_label, set_tip
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.ui.workbench import Workbench

WIDTH = 288
_TITLE = 178
"""How wide the title of a version may be on its button, in pixels."""


def make(bench: Workbench) -> ChangesPanel:
    """Make the panel of a workbench."""
    return ChangesPanel(bench)


class ChangesPanel(QWidget):
    """Follows what the workbench compares. Clicks and arrows go to a difference; Esc closes."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench, self._comparing, self._look = bench, bench.comparing, bench.look
        self.setObjectName("find")
        self.setAccessibleName(tr("Changes"))
        self.setFixedWidth(self._look.tokens.px(WIDTH))
        self._build()
        self.setFocusProxy(self.list)
        self._comparing.changed.connect(self.refresh)
        self._comparing.current_changed.connect(self._show_current)
        self.refresh()

    def _build(self) -> None:
        t = self._look.tokens
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, t.margin, 0, 0)
        column.setSpacing(t.px(8))
        head.addWidget(plain_label(tr("Changes").upper(), "heading"), 1)
        close = QToolButton()
        close.setObjectName("quiet")
        close.setIcon(self._look.icons.icon("close", t.muted))
        close.setAccessibleName(tr("Close"))
        set_tip(close, tr("Close (Esc)"))
        close.clicked.connect(self._comparing.close)
        head.addWidget(close)
        self.about = plain_label("", "", wrap=True)
        self.before, self.after = self._side("before"), self._side("after")
        sides = QHBoxLayout()
        sides.setSpacing(t.px(4))
        group = QButtonGroup(self)
        for button in (self.before, self.after):
            group.addButton(button)
            sides.addWidget(button)
        self.sorts: dict[Sort, QToolButton] = {sort: self._sort(sort) for sort in SORTS}
        self.chips = QWidget()
        flow = Flow(self.chips, t.px(4))
        for chip in self.sorts.values():
            flow.addWidget(chip)
        self.model = ChangesModel(self)
        self.list = list_of(self.model, self._look, self._comparing.fold)
        self.list.clicked.connect(self._choose)
        self.list.installEventFilter(self)
        inset = QVBoxLayout()
        inset.setContentsMargins(t.margin, 0, t.margin, 0)
        inset.setSpacing(t.px(8))
        inset.addLayout(head)
        inset.addWidget(self.about)
        sides.addStretch(1)
        inset.addLayout(sides)
        inset.addWidget(self.chips)
        column.addLayout(inset)
        column.addWidget(self.list, 1)
        column.addStretch()

    def _side(self, side: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("toggle")
        button.setCheckable(True)
        button.setFixedHeight(self._look.tokens.px(26))
        button.clicked.connect(lambda _checked=False: self._show_side(side))
        return button

    def _sort(self, sort: Sort) -> QToolButton:
        button, t = QToolButton(), self._look.tokens
        button.setObjectName("sort")
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        side = t.px(16)
        picture = QPixmap(2 * side, 2 * side)
        picture.setDevicePixelRatio(2.0)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            paint_sign(painter, sort, QPointF(side / 2, side / 2), t, side / 2 - 1)
        button.setIcon(QIcon(picture))
        button.setIconSize(QSize(side, side))
        button.toggled.connect(self._choose_sorts)
        return button

    # What is shown

    def refresh(self) -> None:
        """Show what is compared now."""
        comparing = self._comparing
        comparison, asked = comparing.comparison, comparing.asked
        if comparison is None or asked is None:
            self.model.show(None, comparing.listing)
            return
        self.about.setText(self._about())
        for side, button in (("before", self.before), ("after", self.after)):
            title = comparing.title_of_side(side)
            words = title[:1].upper() + title[1:]
            button.setText(no_mnemonic(elided(button, words, self._look.tokens.px(_TITLE))))
            button.setAccessibleName(tr("Show {title}", title=title))
            set_tip(button, tr("Show {title} on the canvas (F12 switches)", title=title))
            button.setChecked(comparing.side_shown == side)
        for sort, chip in self.sorts.items():
            with QSignalBlocker(chip):
                chip.setChecked(sort not in comparing.hidden)
            count = comparing.counts.get(sort, 0)
            chip.setVisible(count > 0)
            chip.setText(f"{count:,}")
            words = tr("{sort}: {n:,}", sort=tr(WORDS[sort]), n=count)
            chip.setAccessibleName(words)
            set_tip(chip, words)
        self._fit()
        self.model.show(comparison, comparing.listing)
        self.list.setVisible(bool(comparison.entries))
        self.setFocusProxy(self.list if comparison.entries else self.after)
        self._show_current()

    def _fit(self) -> None:
        """Give what is above the list the height that it needs: a layout asks for that with the texts of before."""
        width = self._look.tokens.px(WIDTH) - 2 * self._look.tokens.margin
        self.about.setFixedHeight(self.about.heightForWidth(width))
        flow = self.chips.layout()
        assert flow is not None
        self.chips.setFixedHeight(flow.heightForWidth(width))

    def _about(self) -> str:
        comparing = self._comparing
        assert comparing.asked is not None
        words = said(comparing.summary)
        if comparing.asked.maps is not None:
            return tr("Compared with “{title}”: {summary}", title=comparing.asked.title, summary=words)
        if comparing.asked.is_newer:
            return tr("In {title}: {summary}", title=comparing.asked.title, summary=words)
        return tr("Since {title}: {summary}", title=comparing.asked.title, summary=words)

    def _show_current(self) -> None:
        if self._comparing.current is None:
            return
        row = self.model.row_of(self._comparing.current)
        self.model.reach(row)
        index = self.model.index(row)
        with QSignalBlocker(self.list):
            self.list.setCurrentIndex(index)
        self.list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    # What is done

    def _choose_sorts(self, _checked: bool) -> None:
        self._comparing.leave_out(frozenset(sort for sort, chip in self.sorts.items() if not chip.isChecked()))

    def _show_side(self, side: str) -> None:
        if self._comparing.side_shown != side:
            self._comparing.switch()
        self.refresh()

    def _choose(self, index: QModelIndex) -> None:
        number = self.model.number_of(index.row())
        if number is not None:
            self._comparing.go(number)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        QTimer.singleShot(0, self, self._close_if_hidden)  # it may only make way for itself in another size

    def _close_if_hidden(self) -> None:
        if self.isHidden() and self._bench.panel(PANEL) is self:
            self._comparing.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event.key()):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event.key())
        return False

    def _key(self, key: int) -> bool:
        walks: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Down: partial(self._comparing.walk, 1),
            Qt.Key.Key_Up: partial(self._comparing.walk, -1),
            Qt.Key.Key_Home: lambda: self._go_to(0),
            Qt.Key.Key_End: lambda: self._go_to(-1),
            Qt.Key.Key_Right: partial(self._fold, unfold=True),
            Qt.Key.Key_Left: partial(self._fold, unfold=False),
            Qt.Key.Key_Escape: self._close,
            Qt.Key.Key_Space: self._comparing.switch,
        }
        act = walks.get(Qt.Key(key))
        if act is not None:
            act()
        return act is not None

    def _go_to(self, place: int) -> None:
        listed = self._comparing.listing.listed
        if listed:
            self._comparing.go(listed[place])

    def _fold(self, *, unfold: bool) -> None:
        if self._comparing.current is not None:
            self._comparing.fold(self._comparing.current, unfold=unfold)

    def _close(self) -> None:
        self._comparing.close()
        self._bench.canvas.setFocus()
