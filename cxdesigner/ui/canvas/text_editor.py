"""A field laid over a text of the sheet, in its font, size and colours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFont, QInputMethodEvent, QKeyEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from cxdesigner.model.limits import MAX_TEXT
from cxdesigner.ui.canvas.camera import Camera
from cxdesigner.ui.canvas.editing import Place
from cxdesigner.ui.style.tokens import Tokens

FAMILIES = {
    "regular": "CX Sans Regular",
    "semibold": "CX Sans SemiBold",
    "bold": "CX Sans Bold",
    "italic": "CX Sans Italic",
}
ASCENT, DESCENT = 1.069, 0.293
"""Of the bundled fonts, in ems."""
SLACK = 2
"""Pixels by which a line may be wider than on the sheet, since Qt rounds the widths of letters."""
PARAGRAPH = "\u2029"
"""What Qt writes for a line break."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
OWN_KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class TextEditor(QTextEdit):
    """Edits one text.

    Signals: `committed(str text, str then)`, where `then` says what the writer wants next: "next" (Enter), "right"
    or "left" (Tab, Shift+Tab), "" (Esc, or a click elsewhere). `refused(str)`: why something was not put in; what was
    there stays.
    """

    committed = Signal(str, str)
    refused = Signal(str)

    def __init__(self, parent: QWidget, place: Place, camera: Camera, tokens: Tokens) -> None:
        super().__init__(parent)
        self._place = place
        self._tokens = tokens
        self._look: tuple[object, ...] = ()
        self._done = False
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setAccessibleName("Text")
        self.setPlainText(place.text)
        self._given = place.text, self.document().toRawText()
        self.textChanged.connect(self._grow)
        self.follow(place, camera)

    @property
    def text(self) -> str:
        """What is written: the text that was given, to the letter, where nobody typed.

        `toPlainText` would turn no-break spaces into spaces.
        """
        given, raw = self._given
        now = self.document().toRawText()
        return given if now == raw else now.replace(PARAGRAPH, "\n")

    def follow(self, place: Place, camera: Camera) -> None:
        """Stand where the text stands at this zoom and scroll."""
        self._camera, self._place = camera, place
        look = (place.style, place.ground, place.ink, camera.scale)
        if look != self._look:
            self._look = look
            self._dress()
        self._grow()

    def _dress(self) -> None:
        """Look like the text. Qt draws letters in whole pixels only: the space between them makes up for the rest."""
        place, scale = self._place, self._camera.scale
        exact = place.style.size * scale
        pixels = max(3, round(exact))
        font = QFont(FAMILIES[place.style.weight])
        font.setPixelSize(pixels)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 * exact / pixels)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.setFont(font)
        self.setStyleSheet(
            f"QTextEdit {{ background: {place.ground}; color: {place.ink}; border: none; padding: 0;"
            f" font-family: '{font.family()}'; font-size: {pixels}px;"
            f" selection-background-color: {self._tokens.accent}; selection-color: {self._tokens.accent_ink}; }}"
        )
        self._space_lines(place.style.leading * scale)

    def _space_lines(self, pixels: float) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(pixels, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.mergeBlockFormat(spacing)

    def _grow(self) -> None:
        scale, style = self._camera.scale, self._place.style
        # Qt stands a line of fixed height with its baseline at four fifths of it.
        lift = (style.leading - (ASCENT + DESCENT) * style.size) / 2 + ASCENT * style.size - 0.8 * style.leading
        left, top = self._camera.to_view(self._place.box[0], self._place.box[1] + lift)
        width = self._place.box[2] * scale + SLACK
        self.document().setTextWidth(width)
        height = max(style.leading * scale, self.document().size().height())
        self.setGeometry(round(left), round(top), round(width), round(height) + 2)

    def start(self, typed: str | None = None) -> None:
        """Take the keyboard; `typed` replaces the text, else all of it is selected."""
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()
        if typed is not None:
            self.insertPlainText(typed)

    def finish(self, then: str = "") -> None:
        """Hand the text over, once."""
        if not self._done:
            self._done = True
            self.committed.emit(self.text, then)

    def _takes(self, text: str) -> bool:
        """Tell whether a text may be put in; a text past the limit is refused, and nothing is cut off."""
        here = len(self.text) - len(self.textCursor().selectedText())
        if not text or here + len(text) <= MAX_TEXT:
            return True
        self.refused.emit(f"A text can hold {MAX_TEXT:,} characters at most, so nothing was put in.")
        return False

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self._takes(source.text()):
            super().insertFromMimeData(source)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self._takes(event.commitString()):
            super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in ENTER and not shift and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish("next")
        elif key in ENTER and shift:
            if self._takes("\n"):
                self.insertPlainText("\n")  # Qt would put in a line separator, which is not the same letter
        elif key == Qt.Key.Key_Tab:
            self.finish("right")
        elif key == Qt.Key.Key_Backtab:
            self.finish("left")
        elif key == Qt.Key.Key_Escape:
            self.finish()
        elif self._takes(event.text() if event.text().isprintable() else ""):
            super().keyPressEvent(event)
        else:
            event.accept()

    def event(self, event: QEvent) -> bool:
        # Del, Ctrl+A, Ctrl+Z and whatever else the field knows mean the text while one is typed; so do these. Other
        # keys (Ctrl+S) are the window's.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()
