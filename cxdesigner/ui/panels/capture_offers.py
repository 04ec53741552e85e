"""Names that may be meant by what is typed, in a list above the field. It never takes the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from cxdesigner.model.lexicon import Name
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.words import mark, tr

_SORTS = {
    "kind": mark("kind"),
    "lane": mark("lane"),
    "step": mark("step"),
    "stage": mark("stage"),
    "channel": mark("channel"),
    "persona": mark("persona"),
}
_LONGEST = 60


class Offers(QListWidget):
    """Shows names. Signal: `chosen(int)`: one was clicked."""

    chosen = Signal(int)

    def __init__(self, field: QLineEdit, look: Look) -> None:
        super().__init__(field)
        self._field, self._look = field, look
        self.setObjectName("offers")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Suggestions"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.clicked.connect(self._clicked)
        self.hide()

    @property
    def chosen_row(self) -> int:
        """The one that the arrow keys have come to, -1 for none."""
        return self.currentRow()

    def _clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    def walk(self, by: int) -> None:
        """Go to the next one, or the one before; from none, up is to the last."""
        last = self.count() - 1
        row = self.chosen_row
        self.setCurrentRow((row + by) % (last + 1) if row >= 0 else 0 if by > 0 else last)

    def show_names(self, names: Sequence[Name]) -> None:
        """Show names above the field, none of them chosen; none at all hides the list."""
        if not names:
            self.hide()
            return
        self.clear()
        for name in names:
            text = name.text if len(name.text) <= _LONGEST else f"{name.text[:_LONGEST]}…"
            self.addItem(QListWidgetItem(f"{text}   —  {tr(_SORTS[name.sort])}"))
        self.setCurrentRow(-1)
        self._stand_above()

    def _stand_above(self) -> None:
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        t = self._look.tokens
        height = self.sizeHintForRow(0) * self.count() + 2 * self.frameWidth() + t.px(6)
        width = max(t.px(220), self.sizeHintForColumn(0) + t.px(30))
        corner = self._field.mapTo(window, QPoint(0, 0))
        top = max(0, corner.y() - height - t.px(4))
        self.setGeometry(corner.x(), top, min(width, self._field.width()), min(height, corner.y()))
        self.raise_()
        self.show()
