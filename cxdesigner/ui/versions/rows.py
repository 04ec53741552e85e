"""How a version looks in the list: a picture of it, and three lines."""

from __future__ import annotations

from typing import Any

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
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cxdesigner.ui.style.fonts import set_font
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.words import tr

Index = QModelIndex | QPersistentModelIndex
KEY, NAME, TITLE, ABOUT, SINCE, PICTURE, IS_ODD = (Qt.ItemDataRole.UserRole + n for n in range(7))
"""What an item holds: the key and the name of the version, the three lines, the picture, and whether the last line says
that something is wrong."""
PICTURE_SIZE = QSize(96, 62)
"""Pixels at 100 %."""
_GAP, _AROUND = 10, 7


class Rows(QStyledItemDelegate):
    """Draws versions, and edits their names.

    Signal: `renamed(str, str)`, the key of a version and what it is to be called.
    """

    renamed = Signal(str, str)

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.editor: QLineEdit | None = None
        """The field in which a name is being edited."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._look.tokens.px
        return QSize(px(200), px(PICTURE_SIZE.height() + 2 * _AROUND))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = self._look.tokens
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(QColor(t.accent), 1) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent_soft if chosen else t.hover))
            painter.drawRoundedRect(area.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), t.radius, t.radius)
        self._paint_picture(painter, self._picture_place(area), index.data(PICTURE))
        for role, family, color, place in self._lines(area, is_odd=bool(index.data(IS_ODD))):
            set_font(painter, family, t.font_size if role == TITLE else t.small_size)
            painter.setPen(QColor(color))
            text = painter.fontMetrics().elidedText(index.data(role) or "", Qt.TextElideMode.ElideRight, place.width())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine
            painter.drawText(place, int(flags), text)
        painter.restore()

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

    def _lines(self, area: QRect, *, is_odd: bool) -> list[tuple[int, str, str, QRect]]:
        """Give the lines of a row: what they say, in which font and colour, and where."""
        t = self._look.tokens
        picture = self._picture_place(area)
        left, high = picture.right() + t.px(_GAP), t.px(20)
        top = area.center().y() - 3 * high // 2
        lines = (
            (TITLE, t.semibold, t.ink),
            (ABOUT, t.regular, t.muted),
            (SINCE, t.regular, t.warning if is_odd else t.ink),
        )
        wide = area.right() - t.px(_AROUND) - left
        return [(*line, QRect(left, top + number * high, wide, high)) for number, line in enumerate(lines)]

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
        area: Any = option
        place = self._lines(area.rect, is_odd=False)[0][3]
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
