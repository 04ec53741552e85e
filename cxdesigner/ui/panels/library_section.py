"""A section of the library: a heading, tiles in columns, and more of them behind an expander."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cxdesigner.ui.entries import Entry
from cxdesigner.ui.panels.controls import Expander
from cxdesigner.ui.panels.library_tile import Tile
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import plain_label

GAP = 6


class Section(QWidget):
    """Tiles under a heading, arranged anew when they are filtered or more of them are shown."""

    def __init__(self, look: Look, title: str, columns: int, make: Callable[[Entry], Tile]) -> None:
        super().__init__()
        self._columns = columns
        self._make = make
        self._main: list[Tile] = []
        self._more: list[Tile] = []
        self._filter = ""
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(plain_label(title.upper(), "heading"))
        self._expander: Expander | None = None
        self._main_grid, self._more_grid = _grid(columns), _grid(columns)
        column.addLayout(self._main_grid)
        self._column = column

    def set_columns(self, columns: int) -> None:
        """Arrange the tiles in fewer or more columns."""
        if columns != self._columns:
            self._columns = columns
            for grid in (self._main_grid, self._more_grid):
                for column in range(grid.columnCount()):
                    grid.setColumnStretch(column, int(column < columns))
            self._arrange()

    def set_main(self, entries: Iterable[Entry]) -> None:
        """Show these entries, keeping the tiles of those that are there already."""
        kept = {tile.entry: tile for tile in self._main}
        self._main = [kept.pop(entry) if entry in kept else self._new(entry) for entry in entries]
        for tile in kept.values():
            self._main_grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        for tile in self._main:
            tile.refresh()
        self._arrange()

    def set_more(self, title: str, entries: Iterable[Entry]) -> None:
        """Keep these entries behind an expander."""
        self._expander = Expander(self._look, title)
        self._expander.toggled.connect(self._arrange)
        self._column.addWidget(self._expander)
        self._column.addLayout(self._more_grid)
        self._more = [self._new(entry) for entry in entries]
        self._arrange()

    def _new(self, entry: Entry) -> Tile:
        tile = self._make(entry)
        tile.setParent(self)
        return tile

    def filter(self, text: str) -> None:
        """Show only the tiles in whose words the text occurs; "" shows all again."""
        self._filter = text
        self._arrange()

    def tiles(self) -> list[Tile]:
        """Give the tiles that are shown, in reading order."""
        return [tile for tile in [*self._main, *self._more] if not tile.isHidden()]

    def in_tab_order(self) -> list[QWidget]:
        """Give all that can have the keyboard, in reading order, what is not shown too."""
        expander = [self._expander] if self._expander is not None else []
        return [*self._main, *expander, *self._more]

    def keep_tab_stop(self, tile: Tile) -> None:
        """Let Tab stop at this tile only: within the section the arrow keys walk."""
        if tile in self._main or tile in self._more:
            _stop_at(tile, [*self._main, *self._more])

    def _arrange(self) -> None:
        open_more = self._expander is not None and (self._expander.isChecked() or bool(self._filter))
        if self._expander is not None:
            self._expander.setVisible(not self._filter)
        self._fill(self._main_grid, self._main, shown=True)
        self._fill(self._more_grid, self._more, shown=open_more)
        self.setVisible(not self._filter or bool(self.tiles()))
        shown = self.tiles()
        if shown:
            _stop_at(shown[0], [*self._main, *self._more])

    def _fill(self, grid: QGridLayout, tiles: list[Tile], *, shown: bool) -> None:
        place = 0
        for tile in tiles:
            visible = shown and self._filter in tile.words().casefold()
            grid.removeWidget(tile)
            if visible:
                grid.addWidget(tile, place // self._columns, place % self._columns)
                place += 1
            tile.setVisible(visible)


def _stop_at(stop: Tile, tiles: Iterable[Tile]) -> None:
    for tile in tiles:
        # Not by a click: that opens a text on the map, and a second one must not take the keyboard from it.
        tile.setFocusPolicy(Qt.FocusPolicy.TabFocus if tile is stop else Qt.FocusPolicy.NoFocus)


def _grid(columns: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(GAP)
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    return grid
