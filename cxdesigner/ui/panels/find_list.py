"""What was found, as a list: grouped by map and persona, each with the words around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cxdesigner.model.edits.replace import Place
from cxdesigner.model.search import Matcher, Query, Text
from cxdesigner.ui.panels.find_words import home_words, where_words
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.words import tr

AnyIndex = QModelIndex | QPersistentModelIndex
_BEFORE = 18
"""Letters that are shown before the first match at most, so that it is in view."""
_BEHIND = 120
"""Letters that are taken behind the last match, more than there is room for."""
_ROW = 40
_BOX = 14
_AT_ONCE = 100
"""Rows that the list lays out at first, more than a screen holds: Qt asks for each of them anew with every key."""
NO_QUERY = Query("")


def place_of(text: Text) -> Place:
    """Give where a text stands, as an edit names it."""
    return Place(text.key, text.field, text.item)


class HitsModel(QAbstractListModel):
    """The texts that were found, under a row for each map or persona. Asks for words only of rows that are seen."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.hits: Sequence[Text] = ()
        self.matcher = Matcher(NO_QUERY)
        self.replacement: str | None = None
        self._heads: list[int] = []
        self._counts: list[int] = []
        self._left_out: set[Place] = set()
        self._reach = 0

    def show(self, hits: Sequence[Text], query: Query) -> None:
        """Show other hits."""
        self.beginResetModel()
        self.hits, self.matcher = hits, Matcher(query)
        self._counts = [len(list(group)) for _, group in groupby(hits, _home)]
        at, self._heads = 0, []
        for count in self._counts:
            self._heads.append(at)
            at += count + 1
        if not hits:
            self._left_out = set()
        self._reach = min(self._rows(), _AT_ONCE)
        self.endResetModel()

    def _rows(self) -> int:
        return len(self.hits) + len(self._heads)

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

    def show_replacement(self, text: str | None) -> None:
        """Show what each hit would become; None shows the hits alone."""
        self.replacement = text
        if self.hits:
            self.dataChanged.emit(self.index(0), self.index(self._reach - 1))

    def row_of(self, number: int) -> int:
        """Give the row of a hit by its number."""
        group = 0
        while group < len(self._counts) and number >= self._counts[group]:
            number -= self._counts[group]
            group += 1
        return self._heads[group] + 1 + number

    def number_of(self, row: int) -> int | None:
        """Give the number of the hit in a row; None for a heading."""
        group = bisect_right(self._heads, row) - 1
        return None if group < 0 or row == self._heads[group] else row - group - 1

    def checked(self) -> list[Text]:
        """Give the hits that are checked."""
        return [hit for hit in self.hits if place_of(hit) not in self._left_out]

    def is_checked(self, number: int) -> bool:
        """Tell whether a hit is checked."""
        return place_of(self.hits[number]) not in self._left_out

    def toggle(self, number: int) -> None:
        """Check a hit, or no longer."""
        self._left_out ^= {place_of(self.hits[number])}
        index = self.index(self.row_of(number))
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else self._reach

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.number_of(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        number = self.number_of(index.row())
        if number is None:
            return self.heading(index.row())
        hit = self.hits[number]
        words = f"{' '.join(hit.text.split())}, {self.where(number)}"
        if self.replacement is None or role != Qt.ItemDataRole.AccessibleTextRole:
            return words
        return tr("{words}, checked", words=words) if self.is_checked(number) else words

    def heading(self, row: int) -> str:
        """Give the words of a heading."""
        group = self._heads.index(row)
        home = self.hits[row - group].home
        return f"{home_words(self._session.document, home)} · {self._counts[group]:,}"

    def where(self, number: int) -> str:
        """Say where a hit stands."""
        return where_words(self._session.document, self.hits[number])


def _home(text: Text) -> str:
    return text.home


class HitDelegate(QStyledItemDelegate):
    """Draws a hit in two lines: its words with the match lit, or as it would be replaced, and where it stands."""

    def __init__(self, model: HitsModel, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._look = look
        t = look.tokens
        self._plain, self._strong, self._small = QFont(t.regular), QFont(t.semibold), QFont(t.regular)
        self._plain.setPixelSize(t.font_size)
        self._strong.setPixelSize(t.font_size)
        self._small.setPixelSize(t.small_size)
        self._struck = QFont(self._plain)
        self._struck.setStrikeOut(True)
        # Asking a font how wide it is takes as long as drawing, when it is asked anew for every word.
        self._metrics = {id(font): QFontMetrics(font) for font in (self._plain, self._strong, self._struck)}

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(100, self._look.tokens.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        t, rect = self._look.tokens, QRect(option.rect)
        number = self._model.number_of(index.row())
        painter.save()
        if number is None:
            self._heading(painter, rect, index.row())
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, QColor(t.accent_soft))
            elif option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, QColor(t.hover))
            inner = rect.adjusted(t.margin, 3, -t.margin, -3)
            if self._model.replacement is not None:
                self._check(painter, inner, checked=self._model.is_checked(number))
                inner.adjust(_BOX + 8, 0, 0, 0)
            self._snippet(painter, inner, self._model.hits[number])
            painter.setFont(self._small)
            painter.setPen(QColor(t.muted))
            low = inner.adjusted(0, inner.height() // 2, 0, 0)
            _write(painter, low, self._model.where(number))
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, row: int) -> None:
        t = self._look.tokens
        painter.setFont(self._strong)
        painter.setPen(QColor(t.ink))
        _write(painter, rect.adjusted(t.margin, 10, -t.margin, 0), self._model.heading(row))

    def _check(self, painter: QPainter, inner: QRect, *, checked: bool) -> None:
        t = self._look.tokens
        box = QRect(inner.x(), inner.center().y() - _BOX // 2, _BOX, _BOX)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(t.accent if checked else t.faint))
        painter.setBrush(QColor(t.accent if checked else t.field))
        painter.drawRoundedRect(box, 3, 3)
        if checked:
            self._look.icons.draw(painter, "check", box.toRectF().adjusted(1, 1, -1, -1), t.accent_ink)

    def _snippet(self, painter: QPainter, inner: QRect, hit: Text) -> None:
        t, text = self._look.tokens, hit.text.replace("\n", " ").replace("\t", " ")
        top = inner.adjusted(0, 0, 0, -inner.height() // 2)
        x, begin, end = top.x(), 0, top.right()
        plain = self._plain
        for first, last in self._model.matcher.spans(hit.text):
            before = text[begin:first]
            if begin == 0 and len(before) > _BEFORE:
                before = f"…{before[-_BEFORE:]}"
            x = self._piece(painter, x, end, top, before, plain, t.ink)
            if self._model.replacement is None:
                x = self._piece(painter, x, end, top, text[first:last], plain, t.ink, ground=t.lit)
            else:
                x = self._piece(painter, x, end, top, text[first:last], self._struck, t.danger)
                x = self._piece(painter, x, end, top, self._model.replacement, self._strong, t.good)
            begin = last
        self._piece(painter, x, end, top, text[begin : begin + _BEHIND], plain, t.ink)

    def _piece(
        self,
        painter: QPainter,
        x: int,
        end: int,
        top: QRect,
        text: str,
        font: QFont,
        color: str,
        *,
        ground: str = "",
    ) -> int:
        """Write some words of a line up to its end; gives where they end."""
        if not text or x >= end:
            return x
        metrics = self._metrics[id(font)]
        width = metrics.horizontalAdvance(text)
        if width > end - x:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, end - x)
            width = metrics.horizontalAdvance(text)
        if ground:
            painter.fillRect(QRect(x, top.y(), width, top.height()), QColor(ground))
        painter.setFont(font)
        painter.setPen(QColor(color))
        painter.drawText(x, top.y() + (top.height() - metrics.height()) // 2 + metrics.ascent(), text)
        return x + width

    def editorEvent(self, event: QEvent, model: Any, option: QStyleOptionViewItem, index: AnyIndex) -> bool:
        number = self._model.number_of(index.row())
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and number is not None
            and self._model.replacement is not None
            and event.position().x() < self._look.tokens.margin + _BOX + 6
        ):
            self._model.toggle(number)
            return True
        return False


def _write(painter: QPainter, rect: QRect, text: str) -> None:
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect.x(), rect.y() + (rect.height() - metrics.height()) // 2 + metrics.ascent(), shown)


def list_of(model: HitsModel, look: Look) -> QListView:
    """Make the list."""
    view = QListView()
    view.setObjectName("hits")
    view.setModel(model)
    view.setItemDelegate(HitDelegate(model, look, view))
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setAccessibleName(tr("Found"))
    return view
