"""The library: everything that can be dragged onto the map, or put in at the selection."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from cxdesigner.model.change import Change
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.records import Asset, Lane, Persona
from cxdesigner.ui.entries import Entry
from cxdesigner.ui.panels import library_entries as entries
from cxdesigner.ui.panels.controls import CheckRow
from cxdesigner.ui.panels.dragging import PanelDrag
from cxdesigner.ui.panels.library_section import Section
from cxdesigner.ui.panels.library_tile import Tile
from cxdesigner.ui.panels.scrolling import ScrollColumn
from cxdesigner.ui.places import chosen_spot
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.labels import lane_title
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import elided, no_mnemonic, plain_label
from cxdesigner.ui.style.words import tr

_TWO_COLUMNS = 206
"""Width from which two tiles stand side by side."""


class Library(QWidget):
    """Personas, structure, touchpoints and cards to take, and which lanes are shown.

    Signals: `drag_started(Entry)`, then `drag_moved(QPoint)` on the screen, then `drag_dropped(QPoint)` or
    `drag_cancelled()`; `entry_activated(Entry)` when one is to be put in at the selection; `find_requested(str)` when
    what is typed is to be found on the maps.
    """

    drag_started = Signal(Entry)
    drag_moved = Signal(QPoint)
    drag_dropped = Signal(QPoint)
    drag_cancelled = Signal()
    entry_activated = Signal(Entry)
    find_requested = Signal(str)

    def __init__(self, session: Session, look: Look | None = None) -> None:
        super().__init__()
        self._session = session
        self._look = look or Look()
        self.setObjectName("library")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(self._look.tokens.library_width)
        self.setAccessibleName(tr("Library"))
        self._drag = PanelDrag(self)
        self._drag.started.connect(self.drag_started)
        self._drag.moved.connect(self.drag_moved)
        self._drag.dropped.connect(self.drag_dropped)
        self._drag.cancelled.connect(self.drag_cancelled)
        for ended in (self._drag.dropped, self._drag.cancelled):
            ended.connect(self._show_personas)
        self._build()
        session.document_changed.connect(self._on_document_changed)
        session.map_changed.connect(self._show_lanes)
        self._show_personas()
        self._show_lanes()

    def _build(self) -> None:
        margin = self._look.tokens.margin
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, margin, 0, 0)
        outer.setSpacing(margin)
        self.search = self._search_field()
        top = QVBoxLayout()
        top.setContentsMargins(margin, 0, margin, 0)
        top.addWidget(self.search)
        outer.addLayout(top)
        self._scroll = ScrollColumn(margin, margin + 4)
        self._column = self._scroll.column
        self._personas = self._section(tr("Personas"), 1)
        self._sections = [self._personas, *self._fixed_sections()]
        self._column.addWidget(self._lanes_box())
        self.find_link = QPushButton()
        self.find_link.setObjectName("link")
        self.find_link.clicked.connect(self._ask_find)
        self.find_link.hide()
        top.addWidget(self.find_link, 0, Qt.AlignmentFlag.AlignLeft)
        self._nothing = plain_label(tr("Nothing here has this name."), "muted", wrap=True)
        self._nothing.hide()
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        outer.addWidget(self._scroll, 1)

    def _search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(tr("Search library and map"))
        field.setAccessibleName(tr("Search library and map"))
        field.setObjectName("search")
        icon = QAction(self._look.icons.icon("find", self._look.tokens.faint), "", field)
        field.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        field.textChanged.connect(self._filter)
        field.returnPressed.connect(self._activate_first)
        field.installEventFilter(self)
        return field

    def _fixed_sections(self) -> list[Section]:
        structure = self._section(tr("Structure"), 2)
        structure.set_main(entries.STRUCTURE)
        structure.set_more(tr("Lanes by kind"), entries.LANE_ENTRIES)
        channels = self._section(tr("Touchpoints"), 2)
        channels.set_main(entries.CHANNEL_ENTRIES[: entries.MAIN_CHANNELS])
        channels.set_more(tr("More channels"), entries.CHANNEL_ENTRIES[entries.MAIN_CHANNELS :])
        cards = self._section(tr("Cards"), 2)
        cards.set_main(entries.CARD_ENTRIES[: entries.MAIN_CARDS])
        cards.set_more(tr("More cards"), entries.CARD_ENTRIES[entries.MAIN_CARDS :])
        return [structure, channels, cards]

    def _section(self, title: str, columns: int) -> Section:
        section = Section(self._look, title, columns, self._tile)
        self._column.addWidget(section)
        return section

    def _tile(self, entry: Entry) -> Tile:
        tile = Tile(self._session, self._look, entry)
        tile.pulled.connect(self._drag.start)
        tile.activated.connect(self.entry_activated)
        tile.picked.connect(self._pick)
        tile.arrow_pressed.connect(partial(self._walk, tile))
        tile.focused.connect(partial(self._on_tile_focused, tile))
        return tile

    def _pick(self, entry: Entry) -> None:
        """Do what a click means: select a persona, put anything else in, or say what to do first."""
        session = self._session
        if entry.kind == "persona":
            session.select(entry.value)
            if entry.value not in {persona.id for persona in session.document.personas_of(session.map_id)}:
                session.told.emit(tr("This persona is not on the map: drag it there, or click twice to add it."))
        elif entry.kind in ("card", "touchpoint") and chosen_spot(session) is None:
            session.told.emit(tr("Select a cell on the map first, or drag this onto one."))
        else:
            self.entry_activated.emit(entry)

    def _lanes_box(self) -> QWidget:
        self._lanes = QWidget()
        column = QVBoxLayout(self._lanes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        heading = plain_label(tr("Lanes shown").upper(), "heading")
        heading.setContentsMargins(0, 0, 0, 4)
        column.addWidget(heading)
        self._lane_rows: dict[str, CheckRow] = {}
        return self._lanes

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 2 if self.width() >= self._look.tokens.px(_TWO_COLUMNS) else 1
        for section in self._sections[1:]:
            section.set_columns(columns)

    def tiles(self) -> list[Tile]:
        """Give the tiles that are shown, in reading order."""
        return [tile for section in self._sections if not section.isHidden() for tile in section.tiles()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            tiles = self.tiles()
            if event.key() == Qt.Key.Key_Down and tiles:
                tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for section in self._sections:
            section.filter(wanted)
        self._lanes.setVisible(not wanted)
        self._nothing.setVisible(bool(wanted) and not self.tiles())
        self.find_link.setVisible(bool(wanted))
        shown = elided(self.find_link, tr("Find “{text}” on the maps", text=text.strip()), self.width() - 40)
        self.find_link.setText(no_mnemonic(shown))

    def _ask_find(self) -> None:
        text = self.search.text().strip()
        self.search.clear()
        self.find_requested.emit(text)

    def put_above(self, widget: QWidget) -> None:
        """Put a widget at the top of the column."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.insertWidget(0, widget)

    def _activate_first(self) -> None:
        tiles = self.tiles()
        if self.search.text().strip():
            if tiles:
                self.entry_activated.emit(tiles[0].entry)
            else:
                self._ask_find()

    def _on_tile_focused(self, tile: Tile) -> None:
        for section in self._sections:
            section.keep_tab_stop(tile)
        self._scroll.ensureWidgetVisible(tile, 0, 40)

    def _walk(self, tile: Tile, key: int) -> None:
        tiles = self.tiles()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            aim = tiles[max(0, min(len(tiles) - 1, tiles.index(tile) + step))]
        else:
            aim = self._beyond(tile, tiles, 1 if key == Qt.Key.Key_Down else -1)
        aim.setFocus(Qt.FocusReason.TabFocusReason)

    def _beyond(self, tile: Tile, tiles: list[Tile], sign: int) -> Tile:
        here = tile.mapTo(self, tile.rect().center())
        places = [(one, one.mapTo(self, one.rect().center()) - here) for one in tiles]
        further = [(sign * away.y(), abs(away.x()), one) for one, away in places if sign * away.y() > 4]
        return min(further, key=lambda found: found[:2])[2] if further else tile

    def _on_document_changed(self, change: Change | None) -> None:
        kinds = {type(record) for record in change.records()} if change is not None else {Persona, Lane}
        if not kinds.isdisjoint({Persona, Asset}):
            self._show_personas()
        if Lane in kinds:
            self._show_lanes()

    def _show_personas(self, *_: object) -> None:
        if self._drag.is_active:  # the tile that is dragged must live until the drop
            return
        people = [Entry("persona", persona.id) for persona in self._session.document.personas]
        self._personas.set_main([*people, Entry("new-persona")])
        self._order_tabs()

    def _show_lanes(self) -> None:
        lanes = self._session.document.lanes(self._session.map_id)
        if list(self._lane_rows) != [lane.id for lane in lanes]:
            for row in self._lane_rows.values():
                row.hide()
                row.deleteLater()
            self._lane_rows = {lane.id: self._lane_row(lane.id) for lane in lanes}
        for lane in lanes:
            row = self._lane_rows[lane.id]
            row.set_label(lane_title(lane.title, lane.kind))
            row.setChecked(not lane.hidden)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go from top to bottom, whenever a widget was made."""
        order = [self.search, *(widget for section in self._sections for widget in section.in_tab_order())]
        order += self._lane_rows.values()
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _lane_row(self, lane_id: str) -> CheckRow:
        row = CheckRow(self._look)
        row.clicked.connect(lambda on: self._toggle_lane(lane_id, on))
        layout = self._lanes.layout()
        if layout is not None:
            layout.addWidget(row)
        return row

    def _toggle_lane(self, lane_id: str, shown: bool) -> None:
        name = tr("Show lane") if shown else tr("Hide lane")
        self._session.perform(name, lambda document: set_fields(document, lane_id, hidden=not shown))
