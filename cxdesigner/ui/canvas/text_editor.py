"""A field laid over a text of the sheet, in its font, size and colours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from cxdesigner.ui.canvas.camera import Camera
from cxdesigner.ui.canvas.editing import Place

FAMILIES = {
    "regular": "CX Sans Regular",
    "semibold": "CX Sans SemiBold",
    "bold": "CX Sans Bold",
    "italic": "CX Sans Italic",
}


class TextEditor(QTextEdit):
    """Edits one text.

    Signals: `committed(str text, str then)`, where `then` says what the writer wants next: "next" (Enter), "right"
    or "left" (Tab, Shift+Tab), "" (Esc, or a click elsewhere).
    """

    committed = Signal(str, str)

    def __init__(self, parent: QWidget, place: Place, camera: Camera) -> None:
        super().__init__(parent)
        self.place = place
        self._done = False
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setAccessibleName("Text")
        self.setPlainText(place.text)
        self.textChanged.connect(self._grow)
        self.follow(camera)

    def follow(self, camera: Camera) -> None:
        """Stand where the text stands at this zoom and scroll."""
        self._camera = camera
        place, scale = self.place, camera.scale
        font = QFont(FAMILIES[place.style.weight])
        font.setPixelSize(max(6, round(place.style.size * scale)))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.setFont(font)
        self.setStyleSheet(
            f"QTextEdit {{ background: {place.ground}; color: {place.ink}; border: none; padding: 0;"
            f" font-family: '{font.family()}'; font-size: {font.pixelSize()}px;"
            " selection-background-color: #2f5bd7; selection-color: #ffffff; }"
        )
        self._space_lines(round(place.style.leading * scale))
        self._grow()

    def _space_lines(self, pixels: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(pixels, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.mergeBlockFormat(spacing)

    def _grow(self) -> None:
        left, top = self._camera.to_view(self.place.box[0], self.place.box[1])
        width = self.place.box[2] * self._camera.scale
        self.document().setTextWidth(width)
        least = self.place.style.leading * self._camera.scale
        height = max(least, self.document().size().height())
        self.setGeometry(round(left) - 1, round(top), round(width) + 3, round(height) + 2)

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
            self.committed.emit(self.toPlainText(), then)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.finish("next")
        elif key == Qt.Key.Key_Tab:
            self.finish("right")
        elif key == Qt.Key.Key_Backtab:
            self.finish("left")
        elif key == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Keys of the window's actions (Del, Ctrl+A, Ctrl+Z) mean the text while one is typed.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()
