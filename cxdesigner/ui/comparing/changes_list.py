"""What differs, as a list: under a row for each map, each with its sign and a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cxdesigner.model.diff import Comparison, Entry
from cxdesigner.model.records import Map
from cxdesigner.model.telling_changes import sentence_of
from cxdesigner.ui.comparing.sorts import RADIUS, SORT_OF, WORDS, paint_sign
from cxdesigner.ui.names import title_of_map
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.words import said, tr

AnyIndex = QModelIndex | QPersistentModelIndex
_AT_ONCE = 100
"""Rows that the list lays out at first, more than a screen holds."""
_PAD = 6
_INDENT = 24
"""Pixels at 100 % above and below a sentence, and where it begins behind its sign."""


class ChangesModel(QAbstractListModel):
    """The entries of a comparison; has sentences made only of those that are seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._entries: Sequence[Entry] = ()
        self._homes: list[str] = []
        self._heads: list[int] = []
        self._reach = 0

    def show(self, comparison: Comparison | None, entries: Sequence[Entry]) -> None:
        """Show other entries, which come map by map."""
        self.beginResetModel()
        self._comparison, self._entries = comparison, entries
        groups = [(home, len(list(group))) for home, group in groupby(entries, self._home)]
        self._homes = [home for home, _ in groups] if len({home for home, _ in groups}) > 1 else []
        self._heads, at = [], 0
        for _, count in groups if self._homes else ():
            self._heads.append(at)
            at += count + 1
        self._reach = min(self._rows(), _AT_ONCE)
        self.endResetModel()

    def _home(self, entry: Entry) -> str:
        assert self._comparison is not None
        document = self._comparison.after if entry.after is not None else self._comparison.before
        return document.map_of(entry.record.id) or ""

    def _rows(self) -> int:
        return len(self._entries) + len(self._heads)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and self._reach < self._rows()

    def fetchMore(self, parent: AnyIndex) -> None:
        self.reach(self._reach + _AT_ONCE - 1)

    def reach(self, row: int) -> None:
        """Let the list go at least as far as a row: laying out thousands that nobody sees takes longer than a frame."""
        upto = min(self._rows(), row + 1)
        if upto > self._reach:
            self.beginInsertRows(QModelIndex(), self._reach, upto - 1)
            self._reach = upto
            self.endInsertRows()

    def row_of(self, number: int) -> int:
        """Give the row of an entry by its number."""
        for group, head in enumerate(self._heads):
            if number + group + 1 <= head:
                return number + group
        return number + len(self._heads)

    def number_of(self, row: int) -> int | None:
        """Give the number of the entry in a row; None for a heading."""
        group = bisect_right(self._heads, row)
        return None if group and self._heads[group - 1] == row else row - group

    def entry_at(self, row: int) -> Entry | None:
        """Give the entry in a row; None for a heading."""
        number = self.number_of(row)
        return self._entries[number] if number is not None else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else self._reach

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.number_of(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        entry, comparison = self.entry_at(index.row()), self._comparison
        if entry is None or comparison is None:
            return self._heading(index.row())
        sentence = said(sentence_of(comparison, entry))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{sort}: {sentence}", sort=tr(WORDS[SORT_OF[entry.what]]), sentence=sentence)
        return sentence

    def _heading(self, row: int) -> str:
        assert self._comparison is not None
        home = self._homes[self._heads.index(row)]
        found = self._comparison.after.get(home, Map) or self._comparison.before.get(home, Map)
        return title_of_map(found) if home else tr("Project and personas")


class ChangeDelegate(QStyledItemDelegate):
    """Draws a difference: its sign, and its sentence in as many lines as it needs."""

    def __init__(self, model: ChangesModel, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self._model, self._look, self._view = model, look, parent
        t = look.tokens
        self._plain, self._strong = QFont(t.regular), QFont(t.semibold)
        self._plain.setPixelSize(t.font_size)
        self._strong.setPixelSize(t.font_size)

    def _text_box(self, rect: QRect) -> QRect:
        t = self._look.tokens
        return rect.adjusted(t.margin + t.px(_INDENT), t.px(_PAD), -t.margin, -t.px(_PAD))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        t, width = self._look.tokens, self._view.viewport().width()
        if self._model.entry_at(index.row()) is None:
            return QSize(width, QFontMetrics(self._strong).height() + t.px(16))
        box = self._text_box(QRect(0, 0, width, 10_000))
        high = QFontMetrics(self._plain).boundingRect(box, _WRAPPED, str(index.data())).height()
        return QSize(width, max(high + 2 * t.px(_PAD), t.px(2 * (RADIUS + 4))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        t, rect, entry = self._look.tokens, QRect(option.rect), self._model.entry_at(index.row())
        painter.save()
        painter.setPen(QColor(t.ink))
        if entry is None:
            painter.setFont(self._strong)
            box = rect.adjusted(t.margin, t.px(8), -t.margin, 0)
            words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, QColor(t.accent_soft))
            elif option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, QColor(t.hover))
            box = self._text_box(rect)
            painter.setFont(self._plain)
            middle = QPointF(rect.x() + t.margin + RADIUS, box.y() + painter.fontMetrics().height() / 2)
            paint_sign(painter, SORT_OF[entry.what], middle, t, RADIUS * t.scale)
            painter.setPen(QColor(t.ink))
            painter.drawText(box, _WRAPPED, str(index.data()))
        painter.restore()


_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop.value)


def list_of(model: ChangesModel, look: Look) -> QListView:
    """Make the list."""
    view = QListView()
    view.setObjectName("hits")
    view.setModel(model)
    view.setItemDelegate(ChangeDelegate(model, look, view))
    view.setMouseTracking(True)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setAccessibleName(tr("Changes"))
    return view
