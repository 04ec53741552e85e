"""The inspector: the fields of what is selected, of a persona, of the map, and what the map tells."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from cxdesigner.model.change import Change
from cxdesigner.model.records import Card, Department, Emotion, Map, Persona, Project, Record, Step
from cxdesigner.ui.panels.field_access import record_of
from cxdesigner.ui.panels.insights import Insights
from cxdesigner.ui.panels.inspector_pages import MapPage, PersonaPage, SelectionPage
from cxdesigner.ui.panels.scrolling import ScrollColumn
from cxdesigner.ui.session import Edit, Session
from cxdesigner.ui.style.labels import CARDS, RECORDS, label
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import no_mnemonic
from cxdesigner.ui.style.words import tr

SELECTION, PERSONA, MAP, INSIGHTS = range(4)
_MARGIN = 14
_ELSEWHERE = Map | Persona | Department | Project
"""What is not shown on the page of the selection, but on those of the persona and the map."""


class Inspector(QWidget):
    """Follows the selection; its first tab is named after what is selected, and hidden while that is nothing.

    Signals: `comments_asked(str)`, those on the project or a department.
    """

    comments_asked = Signal(str)

    def __init__(self, session: Session, look: Look | None = None) -> None:
        super().__init__()
        self._session = session
        self._look = look or Look()
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(self._look.tokens.inspector_width)
        self.setAccessibleName(tr("Inspector"))
        self._build()
        self.tabs.currentChanged.connect(self._on_tab_changed)
        session.selection_changed.connect(self._on_selection_changed)
        session.document_changed.connect(self._on_document_changed)
        session.map_changed.connect(self._on_map_changed)
        self._keep_tab = False
        self._on_map_changed()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, self._look.tokens.px(8), 0, 0)
        column.setSpacing(10)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(tr("Inspector"))
        for name in ("", tr("Persona"), tr("Map"), tr("Insights")):
            self.tabs.addTab(name)
        head = QVBoxLayout()
        head.setContentsMargins(self._look.tokens.px(_MARGIN - 2), 0, 0, 0)
        head.addWidget(self.tabs)
        column.addLayout(head)
        self.selection_page = SelectionPage(self._session, self._look)
        self.persona_page = PersonaPage(self._session, self._look)
        self.map_page = MapPage(self._session, self._look)
        self.map_page.comments_asked.connect(self.comments_asked)
        self.insights = Insights(self._session, self._look)
        self.insights.chosen.connect(self._select_from_insights)
        self._stack = QStackedWidget()
        self._scrolls: list[ScrollColumn] = []
        for page in (self.selection_page, self.persona_page, self.map_page, self.insights):
            scroll = ScrollColumn(self._look.tokens.px(_MARGIN), 0)
            scroll.column.addWidget(page)
            scroll.column.addStretch(1)
            self._scrolls.append(scroll)
            self._stack.addWidget(scroll)
        column.addWidget(self._stack, 1)

    def commit(self) -> None:
        """Hand over what is being typed, as before saving."""
        for page in (self.selection_page, self.persona_page, self.map_page):
            page.commit()

    def what_is_typed(self) -> list[Edit]:
        """Give what handing over what is being typed would do, without doing it."""
        pages = (self.selection_page, self.persona_page, self.map_page)
        return [edit for page in pages for edit in page.what_is_typed()]

    @property
    def in_use(self) -> str:
        """The id of the persona, map, department or project whose field has the keyboard; "" for none."""
        return self.persona_page.in_use or self.map_page.in_use

    def show_tab(self, tab: int) -> None:
        """Bring a tab to the front: SELECTION, PERSONA, MAP or INSIGHTS."""
        if self.tabs.isTabVisible(tab):
            self.tabs.setCurrentIndex(tab)

    def _on_tab_changed(self, tab: int) -> None:
        self._stack.setCurrentIndex(tab)

    def _on_map_changed(self) -> None:
        self.commit()
        self.map_page.show_map()
        self.persona_page.show_persona("")
        self._on_selection_changed()

    def _on_selection_changed(self) -> None:
        records = self._records()
        own = [record for record in records if not isinstance(record, _ELSEWHERE)]
        self.selection_page.show_records([record.id for record in own])
        before = self.tabs.currentIndex()
        self.tabs.setTabVisible(SELECTION, bool(own))
        if own:
            self.tabs.setTabText(SELECTION, no_mnemonic(_name_of(own)))
        people = [record.id for record in records if isinstance(record, Persona)]
        people += [record.persona for record in records if isinstance(record, Emotion)]
        if people:
            self.persona_page.show_persona(people[0])
        if not self._keep_tab:
            self.show_tab(self._tab_for(records, own, before))
        self._scrolls[SELECTION].verticalScrollBar().setValue(0)
        self._stack.setCurrentIndex(self.tabs.currentIndex())
        chosen = self.map_page.choose([record.id for record in records])
        if chosen is not None:
            self._scrolls[MAP].reach(chosen)

    @staticmethod
    def _tab_for(records: list[Record], own: list[Record], before: int) -> int:
        if own:
            return SELECTION
        if records:
            return PERSONA if isinstance(records[0], Persona) else MAP
        return MAP if before == SELECTION else before

    def _records(self) -> list[Record]:
        document = self._session.document
        found = [record_of(document, key) for key in self._session.selection.ids]
        return [record for record in found if record is not None]

    def _on_document_changed(self, change: Change | None) -> None:
        if change is None:
            self._on_map_changed()
            return
        self._rename(change)
        for page in (self.selection_page, self.persona_page, self.map_page):
            page.follow(change)

    def _rename(self, change: Change) -> None:
        """A card that became one of another kind has other fields."""
        if not change.pairs.keys().isdisjoint(self._session.selection.ids):
            own = [record for record in self._records() if not isinstance(record, _ELSEWHERE)]
            self.selection_page.show_records([record.id for record in own])
            if own:
                self.tabs.setTabText(SELECTION, no_mnemonic(_name_of(own)))

    def _select_from_insights(self, key: str) -> None:
        self._keep_tab = True
        self._session.select(key)
        self._keep_tab = False


def _name_of(records: list[Record]) -> str:
    """Name what is selected: "Touchpoint", "3 cards"."""
    first = records[0]
    if len(records) == 1:
        if isinstance(first, Card):
            return label(CARDS, first.kind) or label(RECORDS, "Card")
        return label(RECORDS, type(first).__name__)
    if all(isinstance(record, Card) for record in records):
        return tr("{n} cards", n=len(records))
    if all(isinstance(record, Step) for record in records):
        return tr("{n} steps", n=len(records))
    return tr("{n} selected", n=len(records))
