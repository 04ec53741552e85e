"""The outline: the map as a tree, in step with the canvas, from which everything can be done with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QKeyEvent, QPainter, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from cxdesigner.layout import theme
from cxdesigner.model.records import Card, Persona, Stage
from cxdesigner.ui.panels import outline_tree as tree
from cxdesigner.ui.panels.left_tabs import LeftTabs
from cxdesigner.ui.panels.outline_edits import Named, adding, dropping, moving
from cxdesigner.ui.panels.outline_model import FIELDS, OutlineModel
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.session import Edit, Session
    from cxdesigner.ui.workbench import Workbench

_ROW = 26
_INDENT = 14
_MANY = 300
"""Selected things of which more than this are not selected one by one in the tree too."""
_MOVES = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
_PARTS = {
    tree.STAGE: "stage",
    tree.STEP: "step",
    tree.CARD: "card",
    tree.LANE: "lane-title",
    tree.PERSONA: "persona",
    tree.EMOTION: "point",
    tree.CELL: "cell",
}
"""The part of the drawing whose context menu a row has."""


def make(bench: Workbench) -> Outline:
    """Make the panel of a workbench."""
    return Outline(bench)


class Outline(QWidget):
    """The tree in its column."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.setObjectName("outline")
        self.setAccessibleName(tr("Outline"))
        self._bench = bench
        self.model = OutlineModel(bench.session, self)
        self.tree = OutlineTree(bench, self.model)
        self.setFocusProxy(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(LeftTabs(bench, "outline"))
        column.addWidget(self.tree, 1)

    def take_what_is_typed(self) -> None:
        """Take the text of a row that is open into the project."""
        self.tree.finish_text()

    def what_is_typed(self) -> list[Edit]:
        """Give what taking that text would do, without doing it."""
        return self.tree.what_is_typed()

    def showEvent(self, event: QShowEvent) -> None:
        self.setFixedWidth(self._bench.library.width())  # of which it stands in the place
        super().showEvent(event)


class OutlineTree(QTreeView):
    """Selects what is selected on the canvas and the other way round; keeps open what was opened, map by map."""

    def __init__(self, bench: Workbench, model: OutlineModel) -> None:
        super().__init__()
        self._bench = bench
        self._session: Session = bench.session
        self._model = model
        self._open: set[tree.Item] = set()
        self._following = False
        t = bench.look.tokens
        self.setObjectName("tree")
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Highlight, QColor(t.accent_soft))
        colors.setColor(QPalette.ColorRole.HighlightedText, QColor(t.ink))
        self.setPalette(colors)
        self.setAccessibleName(tr("Outline of the map"))
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(t.px(_INDENT))
        self.setItemDelegate(_Delegate(model, self._session, bench.look, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.expanded.connect(self._remember)
        self.collapsed.connect(self._forget)
        model.modelReset.connect(self._start_anew)
        model.rowsInserted.connect(self._reopen)
        model.dropped.connect(self._drop, Qt.ConnectionType.QueuedConnection)
        self.selectionModel().selectionChanged.connect(self._select)
        self._session.selection_changed.connect(self.follow)
        self._start_anew()

    # In step with the canvas

    def follow(self) -> None:
        """Select what is selected in the session, and show it."""
        if self._following or not self.isVisible():
            return
        self._following = True
        ids = self._session.selection.ids
        found = QItemSelection()
        last = QModelIndex()
        for key in ids[:_MANY]:
            index = self._model.find(key)
            if index.isValid():
                found.select(index, index)
                last = index
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(found, flags.ClearAndSelect)
        if last.isValid():
            self.selectionModel().setCurrentIndex(last, flags.NoUpdate)
            self.scrollTo(last)
        self._following = False

    def _select(self, _new: object, _old: object) -> None:
        if self._following:
            return
        items = [self._model.item(index) for index in self.selectionModel().selectedIndexes()]
        keys = [item.key for item in items if item.kind not in (tree.CELL, *tree.TOPS)]
        self._following = True
        self._session.select(keys, self._cell(items))
        self._following = False

    def _cell(self, items: list[tree.Item]) -> tuple[str | None, str | None] | None:
        """Give the cell in which the keyboard is when these rows are selected; None to leave it."""
        if len(items) != 1:
            return None
        card = self._session.document.get(items[0].key, Card)
        if card is not None:
            return card.lane, card.step
        return (items[0].lane, items[0].key) if items[0].kind == tree.CELL else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follow()

    # What is open

    def _start_anew(self) -> None:
        """Open what was open before; at first the stages."""
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            item = self._model.item(index)
            if item.kind == tree.STAGE:
                self._open.add(item)
            self._open_again(index)
        if self.isVisible():
            self.follow()

    def _reopen(self, parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            self._open_again(self._model.index(row, 0, parent))

    def _open_again(self, index: QModelIndex) -> None:
        if self._model.item(index) in self._open:
            self.setExpanded(index, True)
            self._reopen(index, 0, self._model.rowCount(index) - 1)

    def _remember(self, index: QModelIndex) -> None:
        self._open.add(self._model.item(index))

    def _forget(self, index: QModelIndex) -> None:
        self._open.discard(self._model.item(index))

    # What is done from here

    def _do(self, named: Named | None, *, keep: bool = True, join: str = "") -> Any:
        """Do an edit; what was selected stays so, wherever its rows went. `join` as for `Session.perform`."""
        if named is None:
            return None
        ids = self._session.selection.ids
        change = self._session.perform(named.name, named.edit, join=join)
        if change is not None and keep:
            self._session.select(ids)
            self.follow()
        return change

    def add(self) -> None:
        """Add one more of what the current row is, and name it."""
        index = self.currentIndex()
        item = self._model.item(index) if index.isValid() else tree.ROOT
        if item.kind == tree.ROOT.kind:
            return
        change = self._do(adding(self._session.document, self._session.map_id, item), keep=False)
        added = [record for record in change.added() if type(record) in FIELDS] if change is not None else []
        if added:
            self._session.select(added[0].id)
            self.follow()
            self.edit(self._model.find(added[0].id))

    def finish_text(self) -> None:
        """Take what is typed, if a row is open."""
        editor = self._editor
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def what_is_typed(self) -> list[Edit]:
        """Give what `finish_text` would do, without doing it."""
        editor = self._editor
        edit = self._model.renaming(self.currentIndex(), editor.text()) if isinstance(editor, QLineEdit) else None
        return [edit] if edit is not None else []

    @property
    def _editor(self) -> QWidget | None:
        editor = self.focusWidget()
        return editor if self.state() == self.State.EditingState and editor is not self else None

    def shift(self, across: int, down: int) -> None:
        """Move what is selected up or down, in or out."""
        keys = [key for key in self._session.selection.ids if self._model.find(key).isValid()]
        token = self._bench.canvas.next_token()
        for key in reversed(keys) if down > 0 or across > 0 else keys:
            self._do(moving(self._session.document, self._session.map_id, key, across, down), join=token)

    def _drop(self, keys: list[str], onto: tree.Item, row: int) -> None:
        self._do(dropping(self._session.document, self._session.map_id, keys, onto, row))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    @staticmethod
    def _is_own(event: QKeyEvent) -> bool:
        moves = event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in _MOVES
        return moves or event.key() in (Qt.Key.Key_Insert, Qt.Key.Key_F2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _MOVES:
            self.shift(*_MOVES[Qt.Key(key)])
        elif key == Qt.Key.Key_Insert:
            self.add()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Escape and self.state() != self.State.EditingState:
            self._bench.canvas.setFocus()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid() and not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
        part = _PARTS.get(self._model.item(index).kind, "sheet") if index.isValid() else "sheet"
        window: Any = self.window()
        menu = window.commands.context_menu(part)
        if menu is not None:
            where = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            menu.popup(event.globalPos() if event.reason() == QContextMenuEvent.Reason.Mouse else where)


class _Delegate(QStyledItemDelegate):
    """Draws a row: a mark in the colour of what it is on the sheet, and its words."""

    def __init__(self, model: OutlineModel, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._session, self._look = model, session, look
        t = look.tokens
        self._plain, self._strong = QFont(t.regular), QFont(t.semibold)
        self._plain.setPixelSize(t.font_size)
        self._strong.setPixelSize(t.font_size)

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> Any:
        size = super().sizeHint(option, index)
        size.setHeight(self._look.tokens.px(_ROW))
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        if self._model.item(index).kind == tree.LANE:
            super().paint(painter, option, index)
            return
        t, item = self._look.tokens, self._model.item(index)
        self.initStyleOption(option, index)
        painter.save()
        selected = bool(option.state & option.state.State_Selected)
        rect = QRect(option.rect)
        if selected:
            painter.fillRect(rect, QColor(t.accent_soft))
        painter.setPen(Qt.PenStyle.NoPen)
        color = self._color(item)
        if color:
            side = t.px(9)
            box = QRect(rect.x() + 2, rect.center().y() - side // 2, side, side)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(color))
            painter.setPen(QColor(t.field_border))
            painter.drawRoundedRect(box, 2, 2)
            rect.setLeft(box.right() + t.px(7))
        strong = item.kind in (tree.STAGE, *tree.TOPS)
        painter.setFont(self._strong if strong else self._plain)
        painter.setPen(QColor(t.muted if item.kind == tree.CELL and not selected else t.ink))
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, rect.width() - 6)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()

    def _color(self, item: tree.Item) -> str:
        record = self._session.document.records.get(item.key)
        if isinstance(record, Card):
            if record.kind == "touchpoint":
                return theme.CHANNEL_COLOR.get(record.channel, theme.PLAIN_CHANNEL)
            return theme.card_colors(record.kind, record.color).fill
        if isinstance(record, Stage):
            return record.color or theme.PHASE_COLOR.get(record.phase, theme.PLAIN_PHASE)
        return (record.color or theme.MUTED) if isinstance(record, Persona) else ""
