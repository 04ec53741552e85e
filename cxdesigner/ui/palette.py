"""The command palette: everything that can be done, found by a few letters, over the canvas."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cxdesigner.ui.canvas.whereabouts import part_of_selection
from cxdesigner.ui.palette_entries import Choice, Found, choices_of, find
from cxdesigner.ui.stops import PASSING
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import plain_label
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow

Index = QModelIndex | QPersistentModelIndex

_WIDTH, _ROW, _MOST_ROWS = 620, 32, 12
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST_ROWS, Qt.Key.Key_PageUp: -_MOST_ROWS}
_FOUND = Qt.ItemDataRole.UserRole


class Palette(QFrame):
    """A field and what it finds. Enter does it, the arrows walk, Esc closes; the keyboard goes back to where it was."""

    def __init__(self, window: MainWindow, over: QWidget, look: Look) -> None:
        super().__init__(over)
        self._window = window
        self._over = over
        self._look = look
        self._choices: Sequence[Choice] = ()
        self._part = ""
        self._before: QWidget | None = None
        self.setObjectName("commands")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Command palette"))
        self.line = _Line()
        self.line.setObjectName("search")
        self.line.setPlaceholderText(tr("Type a few letters of what you want to do"))
        self.line.setAccessibleName(tr("Command palette"))
        self.line.textChanged.connect(self._find)
        self.line.returnPressed.connect(self._choose)
        self.line.left.connect(self._on_left)
        self.line.installEventFilter(self)
        self.list = QListView()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("What was found"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self._model = _Model(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Row(look, self.list))
        self.list.clicked.connect(self._choose)
        self._nothing = plain_label(tr("Nothing has a name like this."), "muted")
        column = QVBoxLayout(self)
        margin = look.tokens.px(8)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.tokens.px(6))
        for widget in (self.line, self._nothing, self.list):
            column.addWidget(widget)
        over.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show all that can be done; when it is open already, close."""
        if not self.isHidden():
            self.close_again()
            return
        self._before = QApplication.focusWidget()
        commands = self._window.commands
        commands.refresh()
        self._choices = choices_of(commands, self._window.session)
        self._part = part_of_selection(self._window.bench.canvas) if self._window.session is not None else ""
        self.line.clear()
        self._find("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)  # where text is edited, editing goes on

    def close_again(self) -> None:
        """Close, and give the keyboard back."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        elif self._window.session is not None:
            self._window.bench.canvas.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self._over.setFocus(Qt.FocusReason.PopupFocusReason)

    def found(self) -> list[Found]:
        """Give what is listed."""
        return self._model.found

    def _find(self, query: str) -> None:
        self._model.show(find(query, self._choices, self._window.application.memory.commands(), self._part))
        self.list.setCurrentIndex(self._model.index(0))
        self.list.scrollToTop()
        self._place()

    def _place(self) -> None:
        """Stand in the upper middle, as tall as what is listed."""
        t, rows = self._look.tokens, min(_MOST_ROWS, len(self._model.found))
        self._nothing.setVisible(not rows)
        self.list.setVisible(bool(rows))
        width = min(t.px(_WIDTH), self._over.width() - t.px(24))
        top = min(t.px(84), self._over.height() // 8)
        room = self._over.height() - top - t.px(80)
        self.list.setFixedHeight(max(t.px(_ROW), min(rows * t.px(_ROW), room)))
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.setGeometry((self._over.width() - width) // 2, top, width, self.sizeHint().height())

    def _choose(self, *_: object) -> None:
        index = self.list.currentIndex()
        if not index.isValid():
            return
        choice = self._model.found[index.row()].choice
        if choice.needs:
            self._window.tell(choice.needs)
            return
        if choice.key:
            self._window.application.memory.add_command(choice.key)
        self.close_again()
        choice.run()

    def _walk(self, by: int) -> None:
        count = self._model.rowCount()
        if count:
            row = self.list.currentIndex().row() + by
            row = row % count if abs(by) == 1 else max(0, min(count - 1, row))
            self.list.setCurrentIndex(self._model.index(row))

    def _on_left(self) -> None:
        self._before = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        if watched is not self.line or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if event.type() == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if key == Qt.Key.Key_Escape:
            self.close_again()
            return True
        if key in _STEPS:
            self._walk(_STEPS[key])
            return True
        return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class _Line(QLineEdit):
    """Tells when the keyboard has gone elsewhere in the window."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self.left.emit()


class _Model(QAbstractListModel):
    """What was found, as a list; a screen reader hears the whole line."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.found: list[Found] = []

    def show(self, found: list[Found]) -> None:
        """List something else."""
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.found[index.row()]
        if role == _FOUND:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            one = found.choice
            return " · ".join(part for part in (one.text, one.path, one.keys, one.needs) if part)
        return None


class _Row(QStyledItemDelegate):
    """Draws a line: the name with the letters that were found, where it is, and its keys or why it is off."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        t = look.tokens
        self._tokens = t
        self._fonts = tuple(_font(name, t.font_size) for name in (t.regular, t.semibold))
        self._small = _font(t.regular, t.small_size)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(100, self._tokens.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, found = self._tokens, index.data(_FOUND)
        one: Choice = found.choice
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent_soft))
            painter.drawRoundedRect(line, t.radius, t.radius)
        line.adjust(t.px(10), 0, -t.px(10), 0)
        right = line.right() - self._draw_keys(painter, line, one.keys)
        left = self._draw_text(painter, line, found, right) + t.px(10)
        if right - left > t.px(30):
            room = QRectF(left, line.y(), right - left, line.height())
            self._draw_small(painter, room, one.needs or one.path)
        painter.restore()

    def _draw_keys(self, painter: QPainter, line: QRectF, keys: str) -> float:
        """Draw the keys at the end of the line; gives the width they take."""
        if not keys:
            return 0.0
        width = QFontMetricsF(self._small).horizontalAdvance(keys)
        room = QRectF(line.right() - width - 1, line.y(), width + 1, line.height())
        self._draw_small(painter, room, keys)
        return width + self._tokens.px(14)

    def _draw_small(self, painter: QPainter, room: QRectF, text: str) -> None:
        shown = QFontMetricsF(self._small).elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 0.5)
        painter.setFont(self._small)
        painter.setPen(QColor(self._tokens.muted))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _draw_text(self, painter: QPainter, line: QRectF, found: Found, right: float) -> float:
        """Draw the name, its found letters bold; gives where it ends."""
        t, text, x = self._tokens, found.choice.text.replace("\n", " "), line.x()
        marked = frozenset(found.places)
        painter.setPen(QColor(t.muted if found.choice.needs else t.ink))
        for bold, group in groupby(range(len(text)), key=marked.__contains__):
            letters = [text[place] for place in group]
            font = self._fonts[bold]
            metrics = QFontMetricsF(font)
            piece = metrics.elidedText("".join(letters), Qt.TextElideMode.ElideRight, max(0.0, right - x))
            painter.setFont(font)
            width = metrics.horizontalAdvance(piece)
            painter.drawText(QRectF(x, line.y(), width + 1, line.height()), int(Qt.AlignmentFlag.AlignVCenter), piece)
            x += width
            if piece != "".join(letters):
                break
        return x


def _font(family: str, size: int) -> QFont:
    font = QFont(family)
    font.setPixelSize(size)
    return font
