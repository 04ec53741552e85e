"""The outline as Qt's views ask for it: rows made when they are first looked into, in step with the project."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cxdesigner.model.change import Change
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.records import Card, Emotion, Lane, Map, Persona, Record, Stage, Step
from cxdesigner.ui.describing import described
from cxdesigner.ui.panels import outline_tree as tree
from cxdesigner.ui.panels.outline_tree import ROOT, Cells, Item, children, way_to
from cxdesigner.ui.session import Edit, Session
from cxdesigner.ui.style.labels import CARDS, label, lane_title
from cxdesigner.ui.style.words import mark, tr

AnyIndex = QModelIndex | QPersistentModelIndex
KEYS = "application/x-cxdesigner-outline"
FIELDS = {Card: "text", Stage: "title", Step: "title", Lane: "title", Persona: "name"}
NAMES = {
    Card: mark("Edit text"),
    Stage: mark("Rename stage"),
    Step: mark("Rename step"),
    Lane: mark("Rename lane"),
    Persona: mark("Rename persona"),
}
_LONGEST = 160
"""Letters of a text that a row shows."""


class Node:
    """A row: `children` is None until somebody looks into it."""

    __slots__ = ("children", "item", "number", "parent", "row")

    def __init__(self, item: Item, parent: Node | None, row: int, number: int) -> None:
        self.item, self.parent, self.row, self.number = item, parent, row, number
        self.children: list[Node] | None = None


class OutlineModel(QAbstractItemModel):
    """Reads from the session, by ids. Signal: `dropped(ids, Item, row)`, what was dropped on what; row -1 is on it."""

    dropped = Signal(list, object, int)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cells = Cells()
        self._numbers = count(1)
        self._nodes: dict[int, Node] = {}
        self._root = Node(ROOT, None, 0, 0)
        self._by_key: dict[str, Node] = {}
        session.document_changed.connect(self._follow)
        session.map_changed.connect(self.start_anew)

    # Structure

    def start_anew(self) -> None:
        """Forget every row, for another map is shown."""
        self.beginResetModel()
        self._cells, self._nodes, self._by_key = Cells(), {}, {}
        self._root = Node(ROOT, None, 0, 0)
        self.endResetModel()

    def _node(self, index: AnyIndex) -> Node:
        return self._nodes[index.internalId()] if index.isValid() else self._root

    def item(self, index: AnyIndex) -> Item:
        """Give what a row is."""
        return self._node(index).item

    def _below(self, node: Node) -> list[Node]:
        if node.children is None:
            node.children = [self._made(item, node, row) for row, item in enumerate(self._wanted(node))]
        return node.children

    def _wanted(self, node: Node) -> list[Item]:
        session = self._session
        return children(session.document, session.map_id, self._cells, node.item) if session.map_id else []

    def _made(self, item: Item, parent: Node, row: int) -> Node:
        node = Node(item, parent, row, next(self._numbers))
        self._nodes[node.number] = node
        if item.kind != tree.CELL and item.key:
            self._by_key[item.key] = node
        return node

    def _forget(self, node: Node) -> None:
        for below in node.children or ():
            self._forget(below)
        del self._nodes[node.number]
        if self._by_key.get(node.item.key) is node:
            del self._by_key[node.item.key]

    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:  # noqa: B008 - as Qt has it
        below = self._below(self._node(parent))
        return self.createIndex(row, 0, below[row].number) if 0 <= row < len(below) and column == 0 else QModelIndex()

    def index_of(self, node: Node) -> QModelIndex:
        """Give the index of a row."""
        return QModelIndex() if node is self._root else self.createIndex(node.row, 0, node.number)

    def find(self, key: str) -> QModelIndex:
        """Give the row that shows a record, making those above it; an invalid index if it is not in the outline."""
        node = self._root
        for item in way_to(self._session.document, self._session.map_id, key):
            found = next((one for one in self._below(node) if one.item == item), None)
            if found is None:
                return QModelIndex()
            node = found
        return self.index_of(node)

    def index_at(self, item: Item, parent: AnyIndex) -> QModelIndex:
        """Give the row of an item under another; an invalid index if it is not there."""
        found = next((one for one in self._below(self._node(parent)) if one.item == item), None)
        return self.index_of(found) if found is not None else QModelIndex()

    def parent(self, index: AnyIndex) -> QModelIndex:  # type: ignore[override]
        above = self._node(index).parent
        return QModelIndex() if above is None else self.index_of(above)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return len(self._below(self._node(parent)))

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 1

    def hasChildren(self, parent: AnyIndex = QModelIndex()) -> bool:  # noqa: B008 - as Qt has it
        node = self._node(parent)
        if node.children is not None:
            return bool(node.children)
        if node.item.kind == tree.STEP:
            return bool(self._wanted(node))
        return node.item.kind not in (tree.CARD, tree.EMOTION, tree.LANE, tree.PERSONA)

    # Following the project

    def _follow(self, change: Change | None) -> None:
        if change is None or self._session.map_id not in self._session.document:
            self.start_anew()
            return
        kinds = {type(record) for record in change.records()}
        if kinds & {Lane, Persona, Map, Stage, Step}:
            self._refresh(self._root, deep=True)
        elif kinds & {Card, Emotion}:
            self._refresh_steps(change)
        for key in change.ids():
            node = self._by_key.get(key)
            if node is not None:
                self._say_changed(node)
                if isinstance(self._session.document.get(key, Record), Lane):
                    self._say_cells_changed(key)

    def _refresh_steps(self, change: Change) -> None:
        """Look anew into the steps whose cards or emotions changed."""
        places = {getattr(record, "step", None) for record in change.records()}
        parking = self._below(self._root)[-1]
        self._refresh(parking, deep=False)
        self._say_changed(parking)
        for place in places:
            node = self._by_key.get(place or "")
            if node is not None and node.item.kind == tree.STEP:
                self._refresh(node, deep=True)

    def _refresh(self, node: Node, *, deep: bool) -> None:
        """Make the rows under a node what they should be, as far as they were looked into."""
        if node.children is None:
            return
        wanted = self._wanted(node)
        if [one.item for one in node.children] != wanted:
            self._arrange(node, wanted)
            self._say_changed(node)
        if deep:
            for below in node.children:
                self._refresh(below, deep=True)

    def _arrange(self, node: Node, wanted: Sequence[Item]) -> None:
        rows = node.children
        assert rows is not None
        index, stays = self.index_of(node), set(wanted)
        for row in range(len(rows) - 1, -1, -1):
            if rows[row].item not in stays:
                self.beginRemoveRows(index, row, row)
                gone = rows.pop(row)
                self._number(rows)
                self.endRemoveRows()
                self._forget(gone)
        there = {one.item: one for one in rows}
        order = [there[item] for item in wanted if item in there]
        if order != rows:
            self._reorder(rows, order)
        for row, item in enumerate(wanted):
            if row >= len(rows) or rows[row].item != item:
                self.beginInsertRows(index, row, row)
                rows.insert(row, self._made(item, node, row))
                self._number(rows)
                self.endInsertRows()

    def _reorder(self, rows: list[Node], order: list[Node]) -> None:
        self.layoutAboutToBeChanged.emit()
        rows[:] = order
        before = self.persistentIndexList()
        self._number(rows)
        after = [self.index_of(self._node(index)) for index in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    @staticmethod
    def _number(rows: list[Node]) -> None:
        for row, node in enumerate(rows):
            node.row = row

    def _say_changed(self, node: Node) -> None:
        index = self.index_of(node)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def _say_cells_changed(self, lane: str) -> None:
        for node in list(self._nodes.values()):
            if node.item.lane == lane:
                self._say_changed(node)

    # What rows say

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item, document = self.item(index), self._session.document
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(item)
        if role == Qt.ItemDataRole.EditRole:
            record = document.get(item.key, Record)
            return _text_of(record)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return described(document, item.key) if item.kind not in (tree.CELL, *tree.TOPS) else self._words(item)
        if role == Qt.ItemDataRole.CheckStateRole and item.kind == tree.LANE:
            lane = document.get(item.key, Lane)
            shown = lane is not None and not lane.hidden
            return Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked
        return None

    def _words(self, item: Item) -> str:
        document = self._session.document
        record = document.get(item.lane or item.key, Record)
        if item.kind == tree.CELL:
            below = children(document, self._session.map_id, self._cells, item)
            title = lane_title(record.title, record.kind) if isinstance(record, Lane) else ""
            return tr("{title} · {n}", title=title, n=len(below))
        if item.kind in tree.TOPS:
            count = len(children(document, self._session.map_id, self._cells, item))
            names = {tree.LANES: tr("Lanes"), tree.PERSONAS: tr("Personas"), tree.PARKING: tr("Parking lot")}
            return tr("{title} · {n}", title=names[item.kind], n=count)
        if isinstance(record, Emotion):
            return self._feeling(record)
        if isinstance(record, Lane):
            return lane_title(record.title, record.kind)
        words = " ".join(_text_of(record).split())[:_LONGEST]
        if words:
            return words
        return label(CARDS, record.kind) if isinstance(record, Card) and record.kind else tr("Untitled")

    def _feeling(self, emotion: Emotion) -> str:
        persona = self._session.document.get(emotion.persona, Persona)
        score = tr("not rated") if emotion.score is None else f"{emotion.score:+g}"
        words = tr("{name}: {score}", name=persona.name if persona is not None else "?", score=score)
        return " · ".join(filter(None, [words, emotion.feeling, " ".join(emotion.note.split())]))[:_LONGEST]

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        item, flags = self.item(index), Qt.ItemFlag.ItemIsEnabled
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if item.kind not in (tree.CELL, *tree.TOPS):
            flags |= Qt.ItemFlag.ItemIsSelectable
        else:
            flags |= Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
        if item.kind in (tree.STAGE, tree.STEP, tree.CARD, tree.LANE, tree.PERSONA):
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsUserCheckable if item.kind == tree.LANE else flags

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        key = self.item(index).key
        record = self._session.document.get(key, Record)
        if role == Qt.ItemDataRole.CheckStateRole and isinstance(record, Lane):
            hidden = Qt.CheckState(value) != Qt.CheckState.Checked
            name = tr("Hide lane") if hidden else tr("Show lane")
            return self._session.perform(name, lambda document: set_fields(document, key, hidden=hidden)) is not None
        edit = self.renaming(index, str(value)) if role == Qt.ItemDataRole.EditRole else None
        if record is None or edit is None:
            return False
        return self._session.perform(tr(NAMES[type(record)]), edit) is not None

    def renaming(self, index: AnyIndex, text: str) -> Edit | None:
        """Give the edit by which a row gets a text; None for a row that has none."""
        record = self._session.document.get(self.item(index).key, Record)
        field = FIELDS.get(type(record)) if record is not None else None
        if record is None or field is None:
            return None
        return lambda document: set_fields(document, record.id, **{field: text})

    # Dragging

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [KEYS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(KEYS, "\n".join(self.item(index).key for index in indexes).encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex) -> bool:
        keys = bytes(data.data(KEYS).data()).decode().split("\n")
        self.dropped.emit(keys, self.item(parent), row)
        return False  # the edit moves the rows, not the view


def _text_of(record: Record | None) -> str:
    """Give the text by which a record is known, "" if it has none."""
    field = FIELDS.get(type(record)) if record is not None else None
    return str(getattr(record, field)) if field is not None else ""
