"""The places of library and inspector beside the canvas, kept until these are made: how wide, and whether hidden."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from cxdesigner.ui.stops import blank, is_off, stop_before, stops
from cxdesigner.ui.widths import Edge, Side, width_of

if TYPE_CHECKING:
    from cxdesigner.ui.workbench import Workbench

SIDES: Final[tuple[Side, ...]] = ("library", "inspector")


class Sides:
    """Knows what stands left and right of the canvas of a workbench: a panel, or nothing as wide as that."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._remembered = bench.application.remembered
        hidden = self._remembered.hidden_panels()
        self._there: dict[str, QWidget] = {side: blank(side, shown=side not in hidden) for side in SIDES}
        self.fit()

    def at(self, side: str) -> QWidget:
        """Give what stands at a side."""
        return self._there[side]

    def is_shown(self, side: str) -> bool:
        """Tell whether a side is shown, without making its panel."""
        return not is_off(self._there[side])

    def put(self, side: Side, panel: QWidget, before: QWidget) -> None:
        """Put a panel into its place; the Tab key comes to it `before` another widget."""
        kept, stop = self._there[side], stop_before(before)
        self._bench.rooms.columns.replaceWidget(kept, panel)
        panel.setHidden(is_off(kept))
        panel.setFixedWidth(kept.width())
        self._there[side] = panel
        kept.hide()
        kept.deleteLater()
        edge = Edge(panel, side)
        edge.dragged.connect(partial(self._drag_edge, side))
        edge.reset.connect(partial(self._drag_edge, side, 0))
        for widget in stops(panel):
            QWidget.setTabOrder(stop, widget)
            stop = widget

    def _drag_edge(self, side: Side, width: int) -> None:
        self._remembered.set_width(side, round(width / self._bench.look.tokens.scale))
        self.fit()

    def fit(self) -> None:
        """Make the sides as wide as the window has room for, or as they were dragged."""
        for side in SIDES:
            wanted = self._remembered.width(side)
            self._there[side].setFixedWidth(width_of(side, self._bench.width(), self._bench.look.tokens, wanted))
