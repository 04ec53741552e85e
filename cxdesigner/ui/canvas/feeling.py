"""Typing the feeling at a point, with suggestions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.records import Emotion
from cxdesigner.ui.emotions import feeling_words
from cxdesigner.ui.panels.feeling_editor import complete
from cxdesigner.ui.stops import PASSING
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView
    from cxdesigner.ui.session import Edit

WIDTH = 168
"""Pixels."""
_ON = {Qt.Key.Key_Return: 0, Qt.Key.Key_Enter: 0, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
"""The keys that take the word, and by how many steps they go on."""


class FeelingField(QLineEdit):
    """A line at a point of a curve. Enter takes the word, Tab goes on to the next step, Esc leaves it as it was.

    Signal: `closed(int)`, by how many steps to go on.
    """

    closed = Signal(int)

    def __init__(self, view: CanvasView, key: str) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._key = key
        self._is_open = False
        self.setAccessibleName(tr("Feeling, in a word"))
        self.setPlaceholderText(tr("Feeling, in a word"))
        self.setMaxLength(2**31 - 1)  # nothing is cut off unsaid: what is too long is refused
        self.resize(view.tokens.px(WIDTH), self.sizeHint().height())
        self._completer = complete(self, feeling_words(view.session))
        self._completer.activated.connect(self._chosen)
        popup = self._completer.popup()
        assert popup is not None
        self._popup = popup
        popup.installEventFilter(self)
        view.view_changed.connect(self._follow)
        view.scene_changed.connect(self._follow)

    def open(self) -> bool:
        """Stand at the point with all suggestions; False if the point is not drawn."""
        emotion = self._view.session.document.get(self._key, Emotion)
        if emotion is None or not self._follow():
            return False
        self.setText(emotion.feeling)
        self.selectAll()
        self._is_open = True
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer_all()
        return True

    def finish(self, then: int = 0, *, keep: bool = True) -> None:
        """Take the word, unless it is not to be kept, and go on by some steps."""
        if not self._is_open:
            return
        self._is_open = False
        view, edits = self._view, self.what_is_typed()
        self._popup.hide()
        had_focus = self.hasFocus()
        self.hide()
        self.deleteLater()
        for edit in edits if keep else ():
            view.session.perform(tr("Set feeling"), edit)
        if had_focus:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit(then)

    def what_is_typed(self) -> list[Edit]:
        """Give what taking the word would do, without doing it."""
        emotion, word = self._view.session.document.get(self._key, Emotion), self.text().strip()
        if emotion is None or word == emotion.feeling:
            return []
        return [partial(set_emotion, persona_id=emotion.persona, step_id=emotion.step, feeling=word)]

    def _chosen(self, word: str) -> None:
        self.setText(word)
        self.finish()

    def _follow(self) -> bool:
        """Stay at the point: under it, or above it where there is no room under it."""
        found = next(iter(self._view.find(self._key, "point")), None)
        if found is None:
            return False
        camera, room = self._view.camera, self._view.viewport().rect().adjusted(4, 4, -4, -4)
        middle, _ = camera.to_view(found.x + found.group.width / 2, found.y)
        _, above = camera.to_view(found.x, found.y)
        _, below = camera.to_view(found.x, found.y + found.group.height)
        top = below + 6 if below + 6 + self.height() < room.bottom() else above - 6 - self.height()
        left = min(max(round(middle) - self.width() // 2, room.left()), max(room.left(), room.right() - self.width()))
        self.move(QPoint(left, round(top)))
        return True

    def event(self, event: QEvent) -> bool:
        # Tab would go to the next widget before it came to keyPressEvent.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._ends(event):
                return True
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):  # else it would walk the map, and end the typing
                self._offer_all()
                return True
        return super().event(event)

    def _offer_all(self) -> None:
        self._completer.setCompletionPrefix("")
        self._completer.complete()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The list has the keyboard while it is shown; where nothing in it is chosen, these keys are for the line.
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and watched is self._popup and self._is_open:
            key = Qt.Key(event.key())  # type: ignore[attr-defined]
            index = self._popup.currentIndex()
            if key in _ON and index.isValid():
                self.setText(str(index.data()))
            if self._ends(event):  # type: ignore[arg-type]
                return True
        return super().eventFilter(watched, event)

    def _ends(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.finish(keep=False)
        elif key in _ON:
            self.finish(_ON[key])
        return key in _ON or key == Qt.Key.Key_Escape

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self.finish()
