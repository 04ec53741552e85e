"""The places around the canvas, and which panels are shown in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxdesigner.ui.panels.table import PANELS, PanelSpec, Place
from cxdesigner.ui.widths import Side

if TYPE_CHECKING:
    from cxdesigner.ui.session import Edit
    from cxdesigner.ui.workbench import Workbench


@runtime_checkable
class Writes(Protocol):
    """A panel in which a text of the project may be open."""

    def take_what_is_typed(self) -> None:
        """Take that text into the project."""


@runtime_checkable
class Keeps(Protocol):
    """A panel in which a text may be open that is to survive a crash."""

    def what_is_typed(self) -> list[Edit]:
        """Give what taking that text into the project would do, without doing it."""


@runtime_checkable
class Drafts(Keeps, Protocol):
    """A panel with a text that is no part of the project until somebody says so."""

    def take_draft(self) -> None:
        """Take that text into the project; what is refused stays."""


LEFT_TO_RIGHT: tuple[Place, ...] = ("tabs", "left", "above", "below", "beside", "right")
SIDE_OF: Final[Mapping[Place, Side]] = {"left": "library", "right": "inspector"}
"""What makes way for a panel in one of these places, and comes back when that is hidden."""
_PLACE_OF: Final[Mapping[Side, Place]] = {side: place for place, side in SIDE_OF.items()}
LEAST_WIDTH, LEAST_HEIGHT = 440, 380
"""What of the canvas is left at least where panels stand side by side, or one above the other."""


class Rooms:
    """Makes panels when they are first asked for, and puts them around the canvas of a workbench."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._specs = {spec.id: spec for spec in PANELS}
        self._made: dict[str, QWidget] = {}
        self._before: dict[Place, str] = {}
        self.columns = QHBoxLayout()
        self._tabs, self._left, self.over, self._under = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._beside, self._right = QHBoxLayout(), QHBoxLayout()
        for layout in (self.columns, self._tabs, self._left, self.over, self._under, self._beside, self._right):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)

    def arrange(self, whole: QVBoxLayout, left: QWidget, middle: QWidget, right: QWidget) -> None:
        """Lay out the places: strips below what `whole` holds, then left | over, middle, under | beside | right.

        The places of panels at the sides are next to what makes way for them.
        """
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
        self.columns.addLayout(self._right)
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
            "right": self._right,
        }
        return places[spec.place]

    def take_what_is_typed(self) -> None:
        """Take the texts that are open in panels into the project."""
        for panel in self._made.values():
            if isinstance(panel, Writes):
                panel.take_what_is_typed()

    def what_is_typed(self) -> list[Edit]:
        """Give what taking the texts that are open in panels into the project would do, without doing it."""
        return [edit for panel in self._made.values() if isinstance(panel, Keeps) for edit in panel.what_is_typed()]

    def drafts(self) -> list[Drafts]:
        """Give the panels with a text that is no part of the project yet."""
        return [panel for panel in self._made.values() if isinstance(panel, Drafts) and panel.what_is_typed()]

    def is_shown(self, key: str) -> bool:
        """Tell whether a panel is shown."""
        return key in self._made and not self._made[key].isHidden()

    def show(self, key: str) -> QWidget:
        """Show a panel; at a side the others and what stands there make way, until it is hidden."""
        panel, place = self.panel(key), self._specs[key].place
        if place in SIDE_OF and panel.isHidden():
            self._before[place] = self._in(place)
            self.clear(SIDE_OF[place])
            self._bench.panel(SIDE_OF[place]).hide()
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

    def _in(self, place: Place) -> str:
        """Give the id of what is shown at a side, "" for nothing."""
        for key in self._made:
            if self._specs[key].place == place and self.is_shown(key):
                return key
        return SIDE_OF[place] if self._bench.sides.is_shown(SIDE_OF[place]) else ""

    def hides(self, side: Side) -> bool:
        """Tell whether the library or the inspector has only made way for what is shown in its place."""
        place = _PLACE_OF[side]
        return self._in(place) not in ("", side) and self._before.get(place) == side

    def clear(self, side: Side) -> None:
        """Hide what is shown in the place of the library or the inspector."""
        for key, panel in self._made.items():
            if self._specs[key].place == _PLACE_OF[side]:
                panel.hide()

    def hide(self, key: str) -> None:
        """Hide a panel; if the keyboard was in it, the canvas has it then."""
        if key in self._made:
            panel, focus, place = self._made[key], self._bench.focusWidget(), self._specs[key].place
            if focus is not None and (focus is panel or panel.isAncestorOf(focus)):
                self._bench.canvas.setFocus()
            before = self._before.get(place, "") if not panel.isHidden() else ""
            panel.hide()
            if before not in ("", key):
                self._bench.show_panel(before)

    def shown(self) -> list[QWidget]:
        """Give the panels that are shown, from left to right."""
        order = sorted(self._made, key=lambda key: LEFT_TO_RIGHT.index(self._specs[key].place))
        return [self._made[key] for key in order if self.is_shown(key)]
