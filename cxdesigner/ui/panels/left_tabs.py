"""The tabs at the top of the column on the left: library or outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.workbench import Workbench

PANELS = ("library", "outline")


class LeftTabs(QWidget):
    """Stands at the top of the panel `own`, and shows the other when its tab is chosen."""

    def __init__(self, bench: Workbench, own: str) -> None:
        super().__init__()
        self._bench, self._own = bench, own
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)
        self.bar.setAccessibleName(tr("Library or outline"))
        for words in (tr("Library"), tr("Outline")):
            self.bar.addTab(words)
        self._show_own()
        self.bar.currentChanged.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(bench.look.tokens.margin, bench.look.tokens.px(8), bench.look.tokens.margin, 0)
        row.addWidget(self.bar)
        row.addStretch(1)

    def _show_own(self) -> None:
        with QSignalBlocker(self.bar):
            self.bar.setCurrentIndex(PANELS.index(self._own))

    def _choose(self, at: int) -> None:
        if PANELS[at] != self._own:
            self._show_own()
            self._bench.show_panel(PANELS[at])
