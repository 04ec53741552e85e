"""Canvas and panels around one session, and how they hear of each other.

The map is painted first; library and inspector take as long again to import and to make, and follow then.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.sheet import Sheet
from cxdesigner.layout.typeset import Typesetter
from cxdesigner.ui.canvas.careful import CarefulPainter
from cxdesigner.ui.canvas.sheets import Sheets
from cxdesigner.ui.canvas.view import CanvasView
from cxdesigner.ui.emotions import follow_selection
from cxdesigner.ui.entries import Entry
from cxdesigner.ui.extras import Extras
from cxdesigner.ui.inserting import insertion
from cxdesigner.ui.panels.bar import Bar
from cxdesigner.ui.panels.notices import Notices
from cxdesigner.ui.panels.overview import Overview
from cxdesigner.ui.panels.status import Status
from cxdesigner.ui.rooms import Rooms
from cxdesigner.ui.sides import SIDES, Sides
from cxdesigner.ui.stops import AfterPaint, stops
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.words import tr
from cxdesigner.ui.widths import Edge

if TYPE_CHECKING:
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.countdown import Countdown
    from cxdesigner.ui.panels.inspector import Inspector
    from cxdesigner.ui.panels.library import Library
    from cxdesigner.ui.presenting.screen import Screen
    from cxdesigner.ui.session import Edit, Session


class Workbench(Extras):
    """The inside of a window, in which there is `room` for it."""

    def __init__(
        self, session: Session, actions: Mapping[str, QAction], application: Application, room: QSize | None = None
    ) -> None:
        super().__init__()
        self.session = session
        self.look = Look.of(application.tokens)
        fonts = Fonts.load()
        self.pens = CarefulPainter(fonts, application.assets(session.document))
        self._typesetter, self._sheet_icons = Typesetter(fonts), Icons()
        self.canvas = CanvasView(session, Sheets(self.make_sheet), self.pens, self.look.tokens, room)
        self._actions = actions
        self.application = application
        self.presentation: Screen | None = None
        self._is_painted = False
        self._arrange()
        self._connect()
        self._first_frame = AfterPaint(self.canvas.viewport(), self._make_panels)

    @cached_property
    def library(self) -> Library:
        """The panel on the left; made when it is first asked for, and at the latest after the first frame."""
        from cxdesigner.ui.panels.left_tabs import LeftTabs
        from cxdesigner.ui.panels.library import Library

        library, canvas = Library(self.session, self.look), self.canvas
        library.drag_started.connect(canvas.mouse.entry_drag_began)
        library.drag_moved.connect(canvas.mouse.entry_dragged)
        library.drag_dropped.connect(canvas.mouse.entry_dropped)
        library.drag_cancelled.connect(canvas.cancel_gesture)
        library.entry_activated.connect(self.put_in)
        library.put_above(LeftTabs(self, "library"))
        library.find_requested.connect(self._find)
        self.sides.put("library", library, before=canvas)
        return library

    @cached_property
    def inspector(self) -> Inspector:
        """The panel on the right; made as the library is."""
        from cxdesigner.ui.panels.inspector import Inspector

        inspector = Inspector(self.session, self.look)
        inspector.comments_asked.connect(self._write_comment_on)
        self.sides.put("inspector", inspector, before=self.status)
        return inspector

    def open_preferences(self) -> None:
        """Show the preferences, and put the keyboard into them."""
        panel: Any = self.show_panel("settings")
        panel.open()

    def _make_panels(self) -> None:
        self._is_painted = True
        self.canvas.settle()  # panels that belong there from the start are nothing that somebody opened
        self._follow_scene()
        assert self.library
        QTimer.singleShot(0, self, lambda: self.inspector)
        self._announce()
        QTimer.singleShot(0, self, lambda: self.curve_switch)
        QTimer.singleShot(0, self, lambda: (self.dropping, self.parking_tab))
        self._follow_maps()

    def _announce(self) -> None:
        from cxdesigner.ui.canvas.announcing import Announcer

        if self.canvas.findChild(Announcer) is None:
            Announcer(self.canvas)

    def show_again(self) -> None:
        """Make all panels anew, in the size that is set now; the canvas and what is under way on it stay."""
        shown = [key for key in self.rooms.made() if self.rooms.is_shown(key)]
        had_focus = self.focusWidget()
        self.take_what_is_typed()
        self.look = Look.of(self.application.tokens)
        for made in (*SIDES, "shortcuts"):
            self.__dict__.pop(made, None)
        for over in (self.overview, self.__dict__.pop("curve_switch", None)):
            if over is not None:
                over.hide()
                over.deleteLater()
        self.rooms.let_go(self.canvas)
        self.canvas.setParent(self)
        before = QWidget()
        layout = self.layout()
        assert layout is not None
        before.setLayout(layout)  # Qt: a layout that goes to another widget takes what is in it along
        for edge in self.findChildren(Edge):
            edge.deleteLater()
        self._arrange()
        self.canvas.show()
        self._make_panels()
        for key in shown:
            self.rooms.show(key)
        before.deleteLater()
        if had_focus is self.canvas or self.focusWidget() is None:
            self.canvas.setFocus()

    @cached_property
    def countdown(self) -> Countdown:
        """The timer of the workshop; the bar shows it once it is asked for."""
        from cxdesigner.ui.countdown import Countdown
        from cxdesigner.ui.panels.timer_button import TimerButton

        countdown = Countdown()
        countdown.setParent(self)
        countdown.ended.connect(lambda: self.status.tell(tr("Time is up.")))
        self.bar.add_timer(TimerButton(countdown, self.bar))
        return countdown

    @property
    def has_timer(self) -> bool:
        """Whether the timer was ever asked for."""
        return "countdown" in self.__dict__

    def present(self, stage: str = "") -> Screen:
        """Show the map on the whole screen, from a stage on; on another screen than this window's if there is one."""
        from cxdesigner.ui.presenting.screen import Screen

        if self.presentation is not None:
            self.presentation.show_stage(stage)
            self.presentation.activateWindow()
            return self.presentation
        screen = Screen(self.canvas, self.pens, self.look, self.countdown, self.make_sheet)
        here = self.screen()
        others = [one for one in QGuiApplication.screens() if one is not here]
        screen.setGeometry((others or [here])[0].geometry())
        screen.showFullScreen()
        screen.activateWindow()
        screen.show_stage(stage)
        self.destroyed.connect(screen.close)
        self.presentation = screen
        screen.closed.connect(self._presented)
        return screen

    def _presented(self) -> None:
        self.presentation = None
        self.canvas.setFocus()

    def make_sheet(self) -> Sheet:
        """Make a layout of its own beside the canvas's; what has been typeset is shared."""
        return Sheet(self._typesetter, self._sheet_icons)

    def act(self, key: str, _checked: bool = False) -> None:
        """Run an action by its id, as its menu entry does."""
        self._actions[key].trigger()

    def _follow_maps(self, _change: object = None) -> None:
        if len(self.session.document.maps) > 1:
            self.rooms.show("maps")
        else:
            self.rooms.hide("maps")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sides.fit()

    def _arrange(self) -> None:
        self.bar = Bar(self.session, self._actions, self.look)
        if self.has_timer:
            from cxdesigner.ui.panels.timer_button import TimerButton

            self.bar.add_timer(TimerButton(self.countdown, self.bar))
        self.status = Status(self.session, self.look)
        self.status.zoom_requested.connect(self.canvas.zoom_to)
        self.status.fit_requested.connect(self.canvas.fit)
        self.status.comments_requested.connect(lambda: self.toggle("comments"))
        self.status.conflicts_requested.connect(self._show_conflicts)
        self.overview = Overview(self.canvas.viewport(), self.pens, self.look)
        self.overview.allow(allowed=self.application.preferences.overview)
        self.overview.view_requested.connect(self._look_at)
        self.rooms = Rooms(self)
        self.sides = Sides(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        self.notices, before = Notices(self.look), self.__dict__.get("notices")
        self.notices.left.connect(self.canvas.setFocus)
        if before is not None:
            before.grew.disconnect()
            self.canvas.ride(-before.room)
        self.notices.grew.connect(self.canvas.ride)
        self.rooms.over.addWidget(self.notices)
        self.rooms.arrange(whole, self.sides.at("library"), self.canvas, self.sides.at("inspector"))
        whole.addWidget(self.status)
        for notice in before.shown.values() if before is not None else ():
            self.notices.put(notice)

    def _connect(self) -> None:
        canvas, session = self.canvas, self.session
        canvas.view_changed.connect(self._follow_view)
        canvas.scene_changed.connect(self._follow_scene)
        canvas.comments_asked.connect(self._show_comments_on)
        session.document_changed.connect(self._follow_assets)
        session.document_changed.connect(self._follow_maps)
        session.selection_changed.connect(self._follow_selection)
        self._assets = session.document.assets
        self._follow_scene()
        self._follow_view()

    def put_in(self, entry: Entry, *, before: bool = False) -> None:
        """Put an entry of the library in at the selection, behind it or before it, and open its text."""
        self.canvas.writing.finish()
        found = insertion(self.session, entry, before=before)
        if found is None:
            self.status.tell(tr("There is no place for this: select a cell on the map first."))
            return
        name, edit, opens = found
        token = self.canvas.next_token()
        change = self.session.perform(name, edit, join=token if opens else "")
        if change is None:
            return
        added = [record for record in change.added() if opens is not None and isinstance(record, opens)]
        if added:
            self.session.select(added[0].id)
            self.canvas.edit_text(added[0].id, join=token)

    def _show_conflicts(self) -> None:
        self.comparing.show_conflicts()

    def _show_comments_on(self, key: str) -> None:
        self.show_panel("comments")
        self.panel("comments").show_on(key)  # type: ignore[attr-defined]

    def _write_comment_on(self, key: str) -> None:
        self._show_comments_on(key)
        self.panel("comments").write()  # type: ignore[attr-defined]

    def take_what_is_typed(self) -> None:
        """Take the text of an open field, on the sheet or in a panel, into the project."""
        self.canvas.writing.finish()
        self.canvas.keyboard.emotions.close_feeling()
        self.rooms.take_what_is_typed()
        self.inspector.commit()

    def what_is_typed(self) -> list[Edit]:
        """Give what taking the texts of open fields into the project would do, without doing it. The canvas shows the
        one that is open on the sheet as a part of the project already.
        """
        on_sheet = [*self.canvas.writing.what_is_begun(), *self.canvas.keyboard.emotions.what_is_typed()]
        return [*on_sheet, *self.inspector.what_is_typed(), *self.rooms.what_is_typed()]

    def _find(self, text: str) -> None:
        panel: Any = self.show_panel("find")
        panel.open(text)

    def panel(self, key: str) -> QWidget:
        """Give a panel of the table `panels.table`, or the library or the inspector."""
        return getattr(self, key) if key in SIDES else self.rooms.panel(key)

    def is_shown(self, key: str) -> bool:
        """Tell whether a panel is shown."""
        return self.sides.is_shown(key) if key in SIDES else self.rooms.is_shown(key)

    def show_panel(self, key: str) -> QWidget:
        """Show a panel."""
        if key not in SIDES:
            return self.rooms.show(key)
        for side in SIDES:
            if key == side:
                self.rooms.clear(side)
        self.panel(key).show()
        self._remember_panels()
        return self.panel(key)

    def hide_panel(self, key: str) -> None:
        """Hide a panel."""
        if key in SIDES:
            self.panel(key).hide()
            self._remember_panels()
        else:
            self.rooms.hide(key)

    def _remember_panels(self) -> None:
        self.application.remembered.set_hidden_panels(
            side for side in SIDES if not self.is_shown(side) and not self.rooms.hides(side)
        )

    def toggle(self, key: str) -> None:
        """Hide a panel that is shown, show it otherwise."""
        (self.hide_panel if self.is_shown(key) else self.show_panel)(key)

    def next_panel(self) -> None:
        """Put the keyboard into the next panel that is shown, the canvas being one of them."""
        shown = [self.library, self.notices, *self.rooms.shown(), self.inspector, self.canvas]
        places = {panel: panel.mapTo(self, panel.rect().topLeft()) for panel in shown}
        panels = sorted((one for one in shown if one.isVisible()), key=lambda one: (places[one].x(), places[one].y()))
        focus = self.focusWidget()
        current = next(
            (index for index, panel in enumerate(panels) if focus and (panel is focus or panel.isAncestorOf(focus))), -1
        )
        target = panels[(current + 1) % len(panels)]
        found = [target] if target is self.canvas else [stop for stop in stops(target) if stop.isVisible()]
        if found:
            found[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _look_at(self, point: QPointF) -> None:
        self.canvas.look_at(point.x(), point.y())

    def _follow_view(self) -> None:
        self.overview.set_view(self.canvas.seen())
        self.status.set_zoom(self.canvas.camera.zoom)

    def _follow_scene(self) -> None:
        # What a gesture would do is not worth drawing the whole sheet for, and would hold up the gesture.
        if self._is_painted and self.session.shown is self.session.document:
            self.overview.set_scene(self.canvas.scene)
        self.overview.set_view(self.canvas.seen())

    def _follow_assets(self, _change: object) -> None:
        if self.session.document.assets is not self._assets:
            self._assets = self.session.document.assets
            self.pens.set_assets(self.application.assets(self.session.document))

    def _follow_selection(self) -> None:
        follow_selection(self.session)
        if len(self.session.selection.ids) == 1 and self.canvas.gesture is None:
            self.canvas.reveal(self.session.selection.ids[0])
