"""Where the parts of a notice stand: offers beside the sentence, or below it where that would be squeezed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget

_LINES: Final = 2
"""How many lines the sentence may have beside its offers."""


class NoticeLayout(QLayout):
    """Places a sentence behind its sign, what is offered, and what closes it, which stands at the right in any case."""

    def __init__(self, parent: QWidget, margins: QMargins, gap: int) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(margins)

    def hold(self, label: QLabel, offers: list[QWidget], close: QWidget | None, sign: QWidget | None) -> None:
        """Take the parts in."""
        self._label, self._offers, self._close, self._sign = label, offers, close, sign
        for widget in (label, sign, *offers, close):
            if widget is not None:
                self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items[1:]:
            size = size.expandedTo(item.sizeHint())
        return size.expandedTo(QSize(0, self._label.fontMetrics().height())).grownBy(self.contentsMargins())

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Place the parts within a rectangle, if they are to move; gives the height that they need."""
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        line = self._label.fontMetrics().lineSpacing()
        sign = self._sign.sizeHint().width() + self._gap if self._sign is not None else 0
        inner.setLeft(inner.left() + sign)
        closing = self._close.sizeHint() if self._close is not None else QSize()
        room = inner.width() - (closing.width() + self._gap if self._close is not None else 0)
        hints = [widget.sizeHint() for widget in self._offers]
        beside = room - sum(hint.width() + self._gap for hint in hints)
        if not hints or (beside > 0 and self._label.heightForWidth(beside) < (_LINES + 0.5) * line):
            high = max([self._label.heightForWidth(beside), closing.height(), *(hint.height() for hint in hints)])
            if move:
                self._place_sentence(inner.topLeft(), beside, high)
                x = inner.left() + beside + self._gap
                for widget, hint in zip(self._offers, hints, strict=True):
                    widget.setGeometry(QRect(QPoint(x, inner.top() + (high - hint.height()) // 2), hint))
                    x += hint.width() + self._gap
                self._place_close(inner, closing, high)
            return high + margins.top() + margins.bottom()
        text = max(self._label.heightForWidth(room), closing.height())
        if move:
            self._place_sentence(inner.topLeft(), room, text)
            self._place_close(inner, closing, closing.height())
        x, y, tall = inner.left(), inner.top() + text + self._gap // 2, 0
        for widget, hint in zip(self._offers, hints, strict=True):
            if x > inner.left() and x + hint.width() > inner.left() + inner.width():
                x, y = inner.left(), y + tall + self._gap // 2
            if move:
                widget.setGeometry(QRect(QPoint(x, y), hint))
            x, tall = x + hint.width() + self._gap, hint.height()
        return y + tall - inner.top() + margins.top() + margins.bottom()

    def _place_sentence(self, at: QPoint, width: int, high: int) -> None:
        self._label.setGeometry(at.x(), at.y(), width, high)
        if self._sign is not None:
            wide = self._sign.sizeHint().width()
            self._sign.setGeometry(at.x() - wide - self._gap, at.y(), wide, high)

    def _place_close(self, inner: QRect, size: QSize, high: int) -> None:
        if self._close is not None:
            left = inner.left() + inner.width() - size.width()
            self._close.setGeometry(QRect(QPoint(left, inner.top() + (high - size.height()) // 2), size))
