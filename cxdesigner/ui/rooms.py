"""The places around the canvas, and which panels are shown in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxdesigner.ui.panels.table import PANELS, PanelSpec, Place

if TYPE_CHECKING:
    from cxdesigner.ui.workbench import Workbench

LEFT_TO_RIGHT: tuple[Place, ...] = ("tabs", "left", "above", "below", "beside")


class Rooms:
    """Makes panels when they are first asked for, and puts them around the canvas of a workbench."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._specs = {spec.id: spec for spec in PANELS}
        self._made: dict[str, QWidget] = {}
        self.columns = QHBoxLayout()
        self._tabs, self._left, self._over, self._under = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._beside = QHBoxLayout()
        for layout in (self.columns, self._tabs, self._left, self._over, self._under, self._beside):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)

    def arrange(self, whole: QVBoxLayout, left: QWidget, middle: QWidget, right: QWidget) -> None:
        """Lay out the places: strips below what `whole` holds, then left | over, middle, under | beside | right."""
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._over)
        column.addWidget(middle, 1)
        column.addLayout(self._under)
        self.columns.addWidget(left)
        self.columns.addLayout(self._left)
        self.columns.addLayout(column, 1)
        self.columns.addLayout(self._beside)
        self.columns.addWidget(right)
        whole.addLayout(self._tabs)
        whole.addLayout(self.columns, 1)

    def panel(self, key: str) -> QWidget:
        """Give a panel by its id; it is hidden when it is made here."""
        if key not in self._made:
            spec = self._specs[key]
            panel = spec.make(self._bench)
            panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            panel.hide()
            self._layout(spec).addWidget(panel)
            self._made[key] = panel
        return self._made[key]

    def _layout(self, spec: PanelSpec) -> QVBoxLayout | QHBoxLayout:
        places: dict[Place, QVBoxLayout | QHBoxLayout] = {
            "tabs": self._tabs,
            "left": self._left,
            "above": self._over,
            "below": self._under,
            "beside": self._beside,
        }
        return places[spec.place]

    def is_shown(self, key: str) -> bool:
        """Tell whether a panel is shown."""
        return key in self._made and not self._made[key].isHidden()

    def show(self, key: str) -> QWidget:
        """Show a panel; in the place "left" the others make way."""
        panel = self.panel(key)
        if self._specs[key].place == "left":
            for other in self._specs.values():
                if other.place == "left" and other.id != key:
                    self.hide(other.id)
        panel.show()
        return panel

    def hide(self, key: str) -> None:
        """Hide a panel; if the keyboard was in it, the canvas has it then."""
        if key in self._made:
            panel, focus = self._made[key], self._bench.focusWidget()
            if focus is not None and (focus is panel or panel.isAncestorOf(focus)):
                self._bench.canvas.setFocus()
            panel.hide()

    def shown(self) -> list[QWidget]:
        """Give the panels that are shown, from left to right."""
        order = sorted(self._made, key=lambda key: LEFT_TO_RIGHT.index(self._specs[key].place))
        return [self._made[key] for key in order if self.is_shown(key)]
