"""How a version looks in the list: a picture of it, and a few lines beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cxdesigner.ui.style.fonts import set_font
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import least_width, wrapped
from cxdesigner.ui.style.words import tr

Index = QModelIndex | QPersistentModelIndex
KEY, NAME, TITLE, ABOUT, SINCE, PICTURE, IS_ODD, HEADING = (Qt.ItemDataRole.UserRole + n for n in range(8))
"""What an item holds: the key and the name of the version, what it is called, when it was and what changed, the
picture, whether what changed says that something is wrong, and the heading above it, "" for none."""
PICTURE_SIZE = QSize(88, 57)
"""Pixels at 100 %."""
_GAP, _AROUND, _HEAD = 10, 7, 30
_MOST: Final[Mapping[int, int]] = {TITLE: 2, ABOUT: 1, SINCE: 2}
"""How many lines each text may have."""

_IN_LINE: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine)


class Rows(QStyledItemDelegate):
    """Draws versions, and edits their names.

    Signal: `renamed(str, str)`, the key of a version and what it is to be called.
    """

    renamed = Signal(str, str)

    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self._look, self._list = look, parent
        self.editor: QLineEdit | None = None
        """The field in which a name is being edited."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px, width = self._look.tokens.px, least_width(self._list)
        area = QRect(0, 0, width, px(PICTURE_SIZE.height() + 2 * _AROUND))
        high = max(area.height(), sum(rect.height() for *_, rect in self._lines(area, index)) + 2 * px(_AROUND))
        return QSize(px(200), high + px(_HEAD) * bool(index.data(HEADING)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = self._look.tokens
        area, state = QRect(option.rect), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(HEADING):
            set_font(painter, t.semibold, t.small_size)
            painter.setPen(QColor(t.muted))
            head = QRect(area.left(), area.top(), area.width(), t.px(_HEAD)).adjusted(t.px(_AROUND), t.px(8), 0, 0)
            words = painter.fontMetrics().elidedText(index.data(HEADING), Qt.TextElideMode.ElideRight, head.width())
            painter.drawText(head, _IN_LINE, words)
        area = self._below(area, index)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(QColor(t.accent), 1) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent_soft if chosen else t.hover))
            painter.drawRoundedRect(area.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), t.radius, t.radius)
        self._paint_picture(painter, self._picture_place(area), index.data(PICTURE))
        for role, words, place in self._lines(area, index):
            painter.setFont(self._font(role))
            painter.setPen(QColor(self._color(role, is_odd=bool(index.data(IS_ODD)))))
            painter.drawText(place, _IN_LINE, words)
        painter.restore()

    def _below(self, area: QRect, index: Index) -> QRect:
        """Give the part of a row that is below its heading."""
        return area.adjusted(0, self._look.tokens.px(_HEAD) * bool(index.data(HEADING)), 0, 0)

    def _paint_picture(self, painter: QPainter, place: QRect, picture: QPixmap | None) -> None:
        t = self._look.tokens
        painter.fillRect(place, QColor(t.desk))
        if picture is not None:
            painter.drawPixmap(place, picture)
        painter.setPen(QPen(QColor(t.field_border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.toRectF().adjusted(0.5, 0.5, -0.5, -0.5))

    def _picture_place(self, area: QRect) -> QRect:
        px = self._look.tokens.px
        size = QSize(px(PICTURE_SIZE.width()), px(PICTURE_SIZE.height()))
        return QRect(area.topLeft() + QPoint(px(_AROUND), px(_AROUND)), size)

    def _lines(self, area: QRect, index: Index) -> list[tuple[int, str, QRect]]:
        """Give the lines of a row: of which of its texts, what they say, and where."""
        t = self._look.tokens
        picture = self._picture_place(area)
        left = picture.right() + t.px(_GAP)
        wide = area.right() - t.px(_AROUND) - left
        found = []
        for role, most in _MOST.items():
            metrics = QFontMetrics(self._font(role))
            found += [(role, words, metrics.height()) for words in wrapped(index.data(role) or "", metrics, wide, most)]
        y = max(picture.top(), picture.center().y() - sum(high for *_, high in found) // 2)
        lines = []
        for role, words, high in found:
            lines.append((role, words, QRect(left, y, wide, high)))
            y += high
        return lines

    def _font(self, role: int) -> QFont:
        t = self._look.tokens
        font = QFont(t.semibold if role == TITLE else t.regular)
        font.setPixelSize(t.font_size if role == TITLE else t.small_size)
        return font

    def _color(self, role: int, *, is_odd: bool) -> str:
        t = self._look.tokens
        return t.muted if role == ABOUT else t.warning if is_odd and role == SINCE else t.ink

    # The name

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self.editor = editor = QLineEdit(parent)
        editor.setAccessibleName(tr("Name of the version"))
        editor.setMaxLength(200)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(NAME))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            self.renamed.emit(index.data(KEY), editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        area = self._below(QRect(option.rect), index)
        place = self._lines(area, index)[0][2]
        editor.setGeometry(
            place.adjusted(-self._look.tokens.px(6), -self._look.tokens.px(4), 0, self._look.tokens.px(4))
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Tab leaves the field as Enter does; Qt would go on to the name of the next version.
        is_tab = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if is_tab and event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit):
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(watched, event)
