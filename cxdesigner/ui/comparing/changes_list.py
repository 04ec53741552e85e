"""What differs, as a list: under a row for each map, each with its sign and a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cxdesigner.model.diff import Comparison, Entry
from cxdesigner.model.diff_groups import Groups
from cxdesigner.model.records import Map
from cxdesigner.model.telling_changes import sentence_of
from cxdesigner.ui.comparing.listing import Listing
from cxdesigner.ui.comparing.sorts import RADIUS, SORT_OF, WORDS, paint_sign
from cxdesigner.ui.names import title_of_map
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import least_width
from cxdesigner.ui.style.words import said, tr

AnyIndex = QModelIndex | QPersistentModelIndex
_AT_ONCE = 100
"""Rows that the list lays out at first, more than a screen holds."""
_PAD = 6
_INDENT = 24
"""Pixels at 100 % above and below a sentence, and where it begins behind its sign."""
_ARROW = 18
"""How wide the arrow is that unfolds what came or went with something, in pixels at 100 %."""
Fold = Literal["", "folded", "open", "within"]


class ChangesModel(QAbstractListModel):
    """The entries of a comparison that are listed; has sentences made only of those that are seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._listing = Listing((), (), Groups({}, {}), frozenset())
        self._later: Mapping[str, str] = {}
        self._rows: list[int | str] = []
        self._row_of: dict[int, int] = {}
        self._reach = 0

    def show(self, comparison: Comparison | None, listing: Listing) -> None:
        """Show other entries, which come map by map."""
        if comparison is self._comparison and listing is self._listing:
            return
        self.beginResetModel()
        self._comparison, self._listing = comparison, listing
        self._later = {twin: key for key, twin in comparison.twins.items()} if comparison is not None else {}
        homes = [(home, list(numbers)) for home, numbers in groupby(listing.listed, self._home)]
        has_heads = len({home for home, _ in homes}) > 1
        self._rows = []
        for home, numbers in homes:
            self._rows += [home, *numbers] if has_heads else numbers
        self._row_of = {number: row for row, number in enumerate(self._rows) if isinstance(number, int)}
        self._reach = min(len(self._rows), _AT_ONCE)
        self.endResetModel()

    def _home(self, number: int) -> str:
        """Give the id of the map under which an entry is listed, as the later version has it, "" for none."""
        assert self._comparison is not None
        number = self._listing.groups.heads.get(number, number)
        entry = self._listing.entries[number]
        document = self._comparison.after if entry.after is not None else self._comparison.before
        home = document.map_of(entry.record.id) or ""
        return home if entry.after is not None else self._later.get(home, home)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and self._reach < len(self._rows)

    def fetchMore(self, parent: AnyIndex) -> None:
        self.reach(self._reach + _AT_ONCE - 1)

    def reach(self, row: int) -> None:
        """Let the list go at least as far as a row: laying out thousands that nobody sees takes longer than a frame."""
        upto = min(len(self._rows), row + 1)
        if upto > self._reach:
            self.beginInsertRows(QModelIndex(), self._reach, upto - 1)
            self._reach = upto
            self.endInsertRows()

    def row_of(self, number: int) -> int:
        """Give the row of an entry by its number; -1 for one that is not listed."""
        return self._row_of.get(number, -1)

    def number_of(self, row: int) -> int | None:
        """Give the number of the entry in a row; None for a heading."""
        number = self._rows[row]
        return number if isinstance(number, int) else None

    def entry_at(self, row: int) -> Entry | None:
        """Give the entry in a row; None for a heading."""
        number = self.number_of(row)
        return self._listing.entries[number] if number is not None else None

    def fold_at(self, row: int) -> Fold:
        """Tell whether the entry in a row can be unfolded, is unfolded, or stands below one that is."""
        number = self.number_of(row)
        if number is None:
            return ""
        if number in self._listing.groups.heads:
            return "within"
        if number not in self._listing.groups.heads.values():
            return ""
        return "open" if self._listing.entries[number].record.id in self._listing.unfolded else "folded"

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else self._reach

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.number_of(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        number, comparison = self._rows[index.row()], self._comparison
        if isinstance(number, str) or comparison is None:
            return self._heading(str(number))
        entry = self._listing.entries[number]
        sentence = said(sentence_of(comparison, entry, self._listing.groups.cards.get(number, 0)))
        sentence = sentence.replace(" → ", "\u00a0→\u00a0")  # a score and what it was stand in one line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = tr("{sort}: {sentence}", sort=tr(WORDS[SORT_OF[entry.what]]), sentence=sentence)
            return tr("{sentence}, folded", sentence=words) if self.fold_at(index.row()) == "folded" else words
        return sentence

    def _heading(self, home: str) -> str:
        assert self._comparison is not None
        found = self._comparison.after.get(home, Map) or self._comparison.before.get(home, Map)
        return title_of_map(found) if home else tr("Project and personas")


class ChangeDelegate(QStyledItemDelegate):
    """Draws a difference: its sign, and its sentence in as many lines as it needs.

    Signal: `fold_asked(int)`, the number of the entry whose arrow was clicked.
    """

    fold_asked = Signal(int)

    def __init__(self, model: ChangesModel, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self._model, self._look, self._view = model, look, parent
        t = look.tokens
        self._plain, self._strong = QFont(t.regular), QFont(t.semibold)
        self._plain.setPixelSize(t.font_size)
        self._strong.setPixelSize(t.font_size)

    def _text_box(self, rect: QRect, fold: Fold) -> QRect:
        t = self._look.tokens
        within, arrow = t.px(_INDENT) * (fold == "within"), t.px(_ARROW) * (fold in ("folded", "open"))
        return rect.adjusted(t.margin + t.px(_INDENT) + within, t.px(_PAD), -t.margin - arrow, -t.px(_PAD))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        t, width = self._look.tokens, least_width(self._view)
        if self._model.entry_at(index.row()) is None:
            return QSize(width, QFontMetrics(self._strong).height() + t.px(16))
        box = self._text_box(QRect(0, 0, width, 10_000), self._model.fold_at(index.row()))
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
            fold = self._model.fold_at(index.row())
            box = self._text_box(rect, fold)
            # As wide as it was measured, whether there is a scroll bar or not.
            room = box.adjusted(0, 0, min(0, least_width(self._view) - rect.width()), 0)
            painter.setFont(self._plain)
            line = painter.fontMetrics().height()
            middle = QPointF(box.x() - t.px(_INDENT) + RADIUS, box.y() + line / 2)
            if fold in ("folded", "open"):
                icon = self._look.icons.icon("up" if fold == "open" else "down", t.muted)
                icon.paint(painter, QRect(box.right(), box.y(), t.px(_ARROW), line))
            paint_sign(painter, SORT_OF[entry.what], middle, t, RADIUS * t.scale)
            painter.setPen(QColor(t.ink))
            painter.drawText(room, _WRAPPED, str(index.data()))
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            box, fold = self._text_box(QRect(option.rect), "folded"), self._model.fold_at(index.row())
            if fold in ("folded", "open") and event.position().x() > box.right():
                self.fold_asked.emit(self._model.number_of(index.row()))
        return super().editorEvent(event, model, option, index)


_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop.value)


def list_of(model: ChangesModel, look: Look, fold: Callable[[int], object]) -> QListView:
    """Make the list; `fold` is told the number of an entry whose arrow was clicked."""
    view = QListView()
    view.setObjectName("hits")
    view.setModel(model)
    delegate = ChangeDelegate(model, look, view)
    view.setItemDelegate(delegate)
    # Not before the click is over: another list stands there then.
    delegate.fold_asked.connect(fold, Qt.ConnectionType.QueuedConnection)
    view.setMouseTracking(True)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setAccessibleName(tr("Changes"))
    return view
