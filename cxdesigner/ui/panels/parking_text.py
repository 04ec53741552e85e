"""The text of a card in the parking lot while it is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from cxdesigner.layout import theme
from cxdesigner.layout.card import PAD_X, PAD_Y
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.records import Card
from cxdesigner.ui.canvas.camera import POINT
from cxdesigner.ui.session import Session
from cxdesigner.ui.stops import PASSING
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.words import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ParkingText(QPlainTextEdit):
    """Edits a card where it stands; `join` as for `Session.perform`.

    Signal: `ended()`: what was typed is taken over.
    """

    ended = Signal()

    def __init__(self, parent: QWidget, session: Session, look: Look, card: Card, join: str = "") -> None:
        super().__init__(parent)
        self.key = card.id
        self._session = session
        self._join = join
        self._is_over = False
        colors = theme.card_colors(card.kind, card.color)
        font = QFont(look.tokens.regular)
        font.setPixelSize(round(theme.CARD.size * POINT))
        self.setFont(font)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        pad_x, pad_y = round(PAD_X * POINT), round(PAD_Y * POINT)
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {colors.fill}; color: {colors.ink}; padding: {pad_y}px {pad_x}px;"
            f" border: none; font-size: {font.pixelSize()}px; }}"
        )
        self.setAccessibleName(tr("Text"))
        self.setPlainText(card.text)
        self._given = self.toPlainText()
        self.textChanged.connect(self._typed)

    def start(self) -> None:
        """Take the keyboard, all of the text selected."""
        self.show()
        self.setFocus()
        self.selectAll()

    def _typed(self) -> None:
        """Show the card with what is typed: it grows with the text."""
        self._session.preview(self._edit(), typing=True)

    def _edit(self):
        key, text = self.key, self.toPlainText()
        return lambda document: set_fields(document, key, text=text)

    def finish(self) -> None:
        """Take over what was typed, once."""
        if self._is_over:
            return
        self._is_over = True
        self._session.drop_preview()
        if self.toPlainText() != self._given and self.key in self._session.document:
            name = self._session.undo_name if self._join else tr("Edit text")
            self._session.perform(name, self._edit(), join=self._join)
        self.ended.emit()

    def event(self, event: QEvent) -> bool:
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in keys:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if (event.key() in _ENTER and not shift) or event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab):
            self.finish()
        elif event.key() in _ENTER:
            self.insertPlainText("\n")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self.finish()
