"""The page of shortcuts: all keys of the actions and of the canvas, over the window, to be read from afar."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cxdesigner.ui.actions.table import ACTIONS
from cxdesigner.ui.canvas_keys import GROUPS
from cxdesigner.ui.matching import folded
from cxdesigner.ui.palette_entries import plain
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import plain_label, set_tip
from cxdesigner.ui.style.words import tr

_COLUMN = 400


@dataclass(frozen=True, slots=True)
class Line:
    """What some keys do."""

    keys: str
    text: str

    def holds(self, words: str) -> bool:
        """Tell whether all words of a query occur."""
        here = folded(f"{self.text} {self.keys}")
        return all(word in here for word in folded(words).split())


def groups() -> list[tuple[str, list[Line]]]:
    """Give all keys under the names of their menus, those of the canvas first."""
    found: dict[str, list[Line]] = {}
    for title, own in GROUPS:
        found[tr(title)] = [Line(tr(one.keys), tr(one.text)) for one in own]
    for spec in ACTIONS:
        if spec.keys:
            keys = " · ".join(_native(one) for one in spec.keys.split(", "))
            found.setdefault(plain(tr(spec.menu.split("|")[0])), []).append(Line(keys, plain(tr(spec.text))))
    return list(found.items())


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class Shortcuts(QFrame):
    """Covers `home` until Esc; what is typed narrows it down. Else `back` has the keyboard."""

    def __init__(self, home: QWidget, look: Look, back: QWidget) -> None:
        super().__init__(home)
        self._home, self._back = home, back
        self._look = look
        self._before: QWidget | None = None
        t = look.tokens
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Keyboard shortcuts"))
        column = QVBoxLayout(self)
        column.setContentsMargins(t.px(28), t.px(22), t.px(16), t.px(12))
        column.setSpacing(t.px(14))
        column.addLayout(self._head())
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        column.addWidget(self._scroll, 1)
        home.installEventFilter(self)
        self.hide()

    def _head(self) -> QHBoxLayout:
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search shortcuts"))
        self.search.setAccessibleName(tr("Search shortcuts"))
        self.search.setMaximumWidth(self._look.tokens.px(320))
        self.search.textChanged.connect(self._list)
        self.search.installEventFilter(self)
        shut = QToolButton()
        shut.setObjectName("quiet")
        shut.setIcon(self._look.icons.icon("close", self._look.tokens.muted))
        shut.setAccessibleName(tr("Close"))
        set_tip(shut, tr("Close"))
        shut.clicked.connect(self.close_again)
        row = QHBoxLayout()
        row.addWidget(plain_label(tr("Keyboard shortcuts"), "pagetitle"))
        row.addStretch(1)
        row.addWidget(self.search, 2)
        row.addWidget(shut)
        return row

    def open(self) -> None:
        """Show the page; when it is open already, close."""
        if not self.isHidden():
            self.close_again()
            return
        self._before = QApplication.focusWidget()
        self.search.clear()
        self._place()
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_again(self) -> None:
        """Close, and give the keyboard back."""
        before, self._before = self._before, None
        self.hide()
        target = before if before is not None and before.isVisible() else self._back
        target.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self) -> None:
        self.setGeometry(self._home.rect())  # all of it: half of a bar beside it would be read as part of it
        self._list()

    def _list(self, *_: object) -> None:
        """List what has the words that are typed, in as many columns as there is room for."""
        t, words = self._look.tokens, self.search.text()
        narrowed = [(title, [line for line in lines if line.holds(words)]) for title, lines in groups()]
        shown = [(title, lines) for title, lines in narrowed if lines]
        count = max(1, min(len(shown), (self.width() - t.px(44)) // t.px(_COLUMN)))
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, t.px(12), 0)
        row.setSpacing(t.px(44))
        for part in _columns(shown, count):
            column = QVBoxLayout()
            column.setSpacing(t.px(20))
            for title, lines in part:
                column.addWidget(self._group(title, lines))
            column.addStretch(1)
            row.addLayout(column, 1)
        if not shown:
            row.addWidget(plain_label(tr("No shortcut has these words."), "muted"))
        self._scroll.setWidget(content)

    def _group(self, title: str, lines: list[Line]) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._look.tokens.px(16))
        grid.setVerticalSpacing(self._look.tokens.px(7))
        grid.setColumnStretch(0, 1)
        grid.addWidget(plain_label(title, "grouptitle"), 0, 0, 1, 2)
        for place, line in enumerate(lines, start=1):
            grid.addWidget(plain_label(line.text, "large", wrap=True), place, 0)
            keys = plain_label(line.keys, "keys", wrap=True)
            keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(keys, place, 1)
        return box

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._home and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        if watched is self.search and isinstance(event, QKeyEvent):
            bar = self._scroll.verticalScrollBar()
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self.close_again()
                return True
            pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.type() == QEvent.Type.KeyPress and event.key() in (*pages, *steps):
                key = Qt.Key(event.key())
                far = pages.get(key, 0) * bar.pageStep() + steps.get(key, 0) * bar.singleStep() * 2
                bar.setValue(bar.value() + far)
                return True
        return False


def _columns(shown: list[tuple[str, list[Line]]], count: int) -> list[list[tuple[str, list[Line]]]]:
    """Part groups, in their order, into columns whose longest is as short as can be."""
    heights = [len(lines) + 2 for _, lines in shown]

    def fill(most: int) -> list[list[tuple[str, list[Line]]]]:
        columns: list[list[tuple[str, list[Line]]]] = [[]]
        used = 0
        for group, height in zip(shown, heights, strict=True):
            if columns[-1] and used + height > most:
                columns.append([])
                used = 0
            columns[-1].append(group)
            used += height
        return columns

    most = max(heights, default=0)
    while len(fill(most)) > count:
        most += 1
    return fill(most)
