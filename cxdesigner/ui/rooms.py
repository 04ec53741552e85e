"""The places around the canvas, and which panels are shown in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxdesigner.ui.panels.table import PANELS, PanelSpec, Place

if TYPE_CHECKING:
    from cxdesigner.ui.session import Edit
    from cxdesigner.ui.workbench import Workbench


@runtime_checkable
class Writes(Protocol):
    """A panel in which a text of the project may be open."""

    def take_what_is_typed(self) -> None:
        """Take that text into the project."""


@runtime_checkable
class Drafts(Protocol):
    """A panel in which a text may be open that is no part of the project until somebody says so."""

    def what_is_typed(self) -> list[Edit]:
        """Give what taking that text into the project would do, without doing it."""


LEFT_TO_RIGHT: tuple[Place, ...] = ("tabs", "left", "above", "below", "beside")
LEAST_WIDTH, LEAST_HEIGHT = 440, 380
"""What of the canvas is left at least where panels stand side by side, or one above the other."""


class Rooms:
    """Makes panels when they are first asked for, and puts them around the canvas of a workbench."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._specs = {spec.id: spec for spec in PANELS}
        self._made: dict[str, QWidget] = {}
        self._before = ""
        self.columns = QHBoxLayout()
        self._tabs, self._left, self.over, self._under = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._beside = QHBoxLayout()
        for layout in (self.columns, self._tabs, self._left, self.over, self._under, self._beside):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)

    def arrange(self, whole: QVBoxLayout, left: QWidget, middle: QWidget, right: QWidget) -> None:
        """Lay out the places: strips below what `whole` holds, then left | over, middle, under | beside | right."""
        self._column = column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.over)
        column.addWidget(middle, 1)
        column.addLayout(self._under)
        self.columns.addWidget(left)
        self.columns.addLayout(self._left)
        self.columns.addLayout(column, 1)
        self.columns.addLayout(self._beside)
        self.columns.addWidget(right)
        whole.addLayout(self._tabs)
        whole.addLayout(self.columns, 1)

    def let_go(self, middle: QWidget) -> None:
        """Take the middle out of the layout, as before all else goes."""
        self._column.removeWidget(middle)

    def made(self) -> list[str]:
        """Give the ids of the panels that have been made."""
        return list(self._made)

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
            "above": self.over,
            "below": self._under,
            "beside": self._beside,
        }
        return places[spec.place]

    def take_what_is_typed(self) -> None:
        """Take the texts that are open in panels into the project."""
        for panel in self._made.values():
            if isinstance(panel, Writes):
                panel.take_what_is_typed()

    def what_is_typed(self) -> list[Edit]:
        """Give what taking the texts that are open in panels into the project would do, without doing it."""
        return [edit for panel in self._made.values() if isinstance(panel, Drafts) for edit in panel.what_is_typed()]

    def is_shown(self, key: str) -> bool:
        """Tell whether a panel is shown."""
        return key in self._made and not self._made[key].isHidden()

    def show(self, key: str) -> QWidget:
        """Show a panel; in the place "left" the others and the library make way, until it is hidden."""
        panel = self.panel(key)
        if self._specs[key].place == "left" and panel.isHidden():
            self._before = self._in_left()
            self.clear_left()
            self._bench.library.hide()
        if panel.isHidden():
            self._make_way(key)
        panel.show()
        return panel

    def _make_way(self, key: str) -> None:
        """Hide what stands in the same place where both would leave too little of the canvas."""
        place, wanted, canvas = self._specs[key].place, self._made[key].sizeHint(), self._bench.canvas
        tokens = self._bench.look.tokens
        wide, high = canvas.width() - wanted.width(), canvas.height() - wanted.height()
        little = {"beside": wide < tokens.px(LEAST_WIDTH), "below": high < tokens.px(LEAST_HEIGHT)}
        if little.get(place):
            for other in self._made:
                if other != key and self._specs[other].place == place and self.is_shown(other):
                    self.hide(other)

    def _in_left(self) -> str:
        """Give the id of what is shown on the left, "" for nothing."""
        for key in self._made:
            if self._specs[key].place == "left" and self.is_shown(key):
                return key
        return "" if self._bench.library.isHidden() else "library"

    @property
    def hides_library(self) -> bool:
        """Whether the library has only made way for what is shown in its place."""
        return self._in_left() not in ("", "library") and self._before == "library"

    def clear_left(self) -> None:
        """Hide what is shown in the place of the library."""
        for key, panel in self._made.items():
            if self._specs[key].place == "left":
                panel.hide()

    def hide(self, key: str) -> None:
        """Hide a panel; if the keyboard was in it, the canvas has it then."""
        if key in self._made:
            panel, focus = self._made[key], self._bench.focusWidget()
            if focus is not None and (focus is panel or panel.isAncestorOf(focus)):
                self._bench.canvas.setFocus()
            again = self._specs[key].place == "left" and not panel.isHidden() and self._before != key
            panel.hide()
            if again and self._before:
                self._bench.show_panel(self._before)

    def shown(self) -> list[QWidget]:
        """Give the panels that are shown, from left to right."""
        order = sorted(self._made, key=lambda key: LEFT_TO_RIGHT.index(self._specs[key].place))
        return [self._made[key] for key in order if self.is_shown(key)]
