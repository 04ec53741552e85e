"""What the preflight found, a line each; a click on a line selects on the canvas what it is about.

Below a line stands what helps against it: a click there sets the options that it takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from cxdesigner.ui.panels.flow import Flow
from cxdesigner.ui.preview_job import Found
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import no_mnemonic, plain_label
from cxdesigner.ui.style.words import tr

_MOST = 40
"""Lines; whoever mends these sees the others then."""
_HEIGHT = 118


class _Line(QPushButton):
    """A sentence to click, in as many lines as it needs."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        label = plain_label(sentence, "foundtext", wrap=True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(5, 2, 5, 2)
        self._column.addWidget(label)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        return self._column.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class Findings(QScrollArea):
    """Signals: `chosen(tuple)`, the ids of the records that a line is about; `helped(dict)`, fields of the options
    with the values that would help.
    """

    chosen = Signal(tuple)
    helped = Signal(object)  # a dict would come out sorted

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.lines: list[QWidget] = []
        self.setObjectName("findings")
        self.setAccessibleName(tr("Before it goes out"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Found]) -> None:
        """List findings, those that warn first."""
        px = self._look.tokens.px
        inside = QWidget()
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(px(12), px(6), px(10), px(6))
        column.setSpacing(0)
        ordered = sorted(findings, key=lambda one: not one.warns)
        self.lines = [self._line(one) for one in ordered[:_MOST]]
        for line, found in zip(self.lines, ordered, strict=False):
            column.addWidget(line)
            if found.helps:
                column.addWidget(self._helps(found))
        if len(ordered) > _MOST:
            column.addWidget(plain_label(tr("and {n} more", n=len(ordered) - _MOST), "muted"))
        column.addStretch(1)
        self.setWidget(inside)
        self.setVisible(bool(findings))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the lines need at this width, up to a few of them."""
        layout = self._column
        high = layout.heightForWidth(self.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
        self.setFixedHeight(min(self._look.tokens.px(_HEIGHT), high + 1))

    def texts(self) -> list[str]:
        """Give what the lines say."""
        return [line.accessibleName() for line in self.lines]

    def _line(self, found: Found) -> QWidget:
        t = self._look.tokens
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.px(6))
        mark = plain_label()
        color = t.warning if found.warns else t.good
        mark.setPixmap(
            self._look.icons.pixmap("warning" if found.warns else "check", t.px(14), color, self.devicePixelRatioF())
        )
        mark.setFixedSize(QSize(t.px(16), t.px(22)))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        box.setAccessibleName(found.sentence)
        if not found.ids:
            label = plain_label(found.sentence, "found", wrap=True)
            label.setIndent(0)  # Qt's own would put it beside those that can be clicked
            row.addWidget(label, 1)
            return box
        button = _Line(found.sentence)
        button.setObjectName("found")
        button.setAccessibleName(found.sentence)
        button.setAccessibleDescription(tr("Selects on the canvas what this is about"))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        # Most texts of a map are of the smallest size: one of them shows which it is, all of them tell nothing.
        ids = found.ids[:1] if found.subject == "text" else found.ids
        button.clicked.connect(partial(self._choose, ids))
        row.addWidget(button, 1)
        return box

    def _helps(self, found: Found) -> QWidget:
        px = self._look.tokens.px
        box = QWidget()
        row = Flow(box, px(5))
        row.setContentsMargins(px(27), 0, 0, px(3))
        for remedy in found.helps:
            button = QPushButton(no_mnemonic(remedy.sentence))
            button.setObjectName("remedy")
            button.setAccessibleDescription(found.sentence)
            button.clicked.connect(partial(self._help, dict(remedy.changes)))
            row.addWidget(button)
        return box

    def _help(self, changes: dict[str, Any], _checked: bool = False) -> None:
        self.helped.emit(changes)

    def _choose(self, ids: tuple[str, ...], _checked: bool = False) -> None:
        self.chosen.emit(ids)
