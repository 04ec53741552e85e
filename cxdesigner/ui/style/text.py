"""Text in the interface is plain text: the one place where labels and tooltips get theirs."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QSizePolicy, QWidget


def plain_label(text: str = "", name: str = "", *, wrap: bool = False) -> QLabel:
    """Make a label that shows a text as it is, never as markup; `name` is its name in the style sheet."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setObjectName(name)
    label.setText(text)
    return label


def set_tip(widget: QWidget | QAction, text: str) -> None:
    """Give a tooltip. Qt guesses markup in tooltips, so it gets the text as markup that says just this."""
    widget.setToolTip(f"<p>{escape(text).replace(chr(10), '<br>')}</p>" if text else "")


def no_mnemonic(text: str) -> str:
    """Give a text for a button or a menu such that "&" stays an ampersand."""
    return text.replace("&", "&&")


class ElidedLabel(QLabel):
    """A line of plain text that ends in "…" where it has no room; the whole text is then its tooltip."""

    def __init__(self, text: str = "", name: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        shown = elided(self, self.text(), self.contentsRect().width())
        set_tip(self, self.text() if shown != self.text() else "")
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.contentsRect(), int(self.alignment()), shown)


def elided(widget: QWidget, text: str, width: int) -> str:
    """Shorten a line of text for a widget's font to a width in pixels."""
    return widget.fontMetrics().elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, width)


def wrapped(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """Break a text into lines of a width in pixels; where it needs more than `most`, the last one ends in "…"."""
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < most - 1:
        count = 1
        while count < len(rest) and metrics.horizontalAdvance(" ".join(rest[: count + 1])) <= width:
            count += 1
        lines.append(metrics.elidedText(" ".join(rest[:count]), Qt.TextElideMode.ElideRight, width))
        rest = rest[count:]
    if rest:
        lines.append(metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width))
    return lines


def least_width(view: QAbstractItemView) -> int:
    """Give how wide the rows of a list are in pixels where it has a scroll bar: it may need one for texts in lines."""
    return view.width() - 2 * view.frameWidth() - view.verticalScrollBar().sizeHint().width()
