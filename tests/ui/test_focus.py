"""Where the keyboard is after every action: on the canvas, in the open text, or in what the action opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QScrollArea, QToolButton, QWidget

from cxdesigner.insight.filter import Filter
from cxdesigner.model.document import Document
from cxdesigner.model.records import Comment, Conflict, Emotion, Lane, Link, Map, Rating, emotion_id
from cxdesigner.storage.codec import write
from cxdesigner.ui.actions.spec import ActionSpec
from cxdesigner.ui.actions.table import ACTIONS, BY_ID
from cxdesigner.ui.application import Application
from cxdesigner.ui.dialogs.export_dialog import ExportDialog
from cxdesigner.ui.launch import start as launch
from cxdesigner.ui.panels.timer_button import TimerButton
from cxdesigner.ui.start_page import StartPage
from tests.model.builders import columns_of, journey
from tests.ui.hand import CTRL, PLATFORM, Answers, Hand, Key, differs

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)

POINT = emotion_id("ana", "a1")
LEAVES = ("file.close", "file.quit", "file.start")
"""They end what the others work in: the first two have tests of their own, the third one here."""
SELECTED: dict[str, tuple[str, ...]] = {
    "card": ("one",),
    "cell": (),
    "sheet": (),
    "stage": ("A",),
    "step": ("a2",),
    "lane-title": ("actions",),
    "point": (POINT,),
    "persona": ("ana",),
    "title": ("map",),
    "link": ("arrow",),
}
"""What is selected for an action, by the first part of the drawing whose menu has it."""
OTHERWISE: dict[str, tuple[str, ...]] = {
    "map.merge": ("a1", "a2"),
    "links.link": ("one", "four"),
    "workshop.take_out": ("later",),
    "map.automatic_width": ("wide",),
    "links.go": ("two",),
    "comments.resolve": ("one",),
}


PANELS = {
    "edit.find": "find",
    "edit.replace": "find",
    "edit.preferences": "settings",
    "view.outline": "outline",
    "view.filter": "filters",
    "view.next_panel": "inspector",
    "workshop.capture": "capture",
    "workshop.parking": "parking",
    "comments.add": "comments",
    "compare.states": "changes",
    "compare.conflicts": "conflicts",
    "file.versions": "versions",
    "file.keep_version": "versions",
}
"""The panels into which actions put the keyboard."""
MENUS = ("emotion.copy", "emotion.copy_feelings", "map.move_to", "map.copy_to", "view.menu")
"""The actions that open a menu."""
WORKS_WITH = {
    **dict.fromkeys((key for key in BY_ID if key.startswith("file.export")), Key.Key_Tab),
    "view.filter": Key.Key_Tab,
    "compare.states": Key.Key_Down,
    "compare.conflicts": Key.Key_Tab,
    "view.next_panel": Key.Key_Right,
    "workshop.parking": Key.Key_F2,
    "workshop.present": Key.Key_Right,
    "workshop.present_here": Key.Key_Right,
}
"""Keys that work where no text is typed."""
CASES = [spec.id for spec in ACTIONS if spec.id not in LEAVES]


def document() -> Document:
    """Make a project in which every action applies to something."""
    ratings = [Rating.new(id=f"rating{score}", score=score) for score in (-2, 2)]
    second = Map.new(id="other", parent="project", rank="W", title="Other")
    whole = journey(
        "A: a1 a2 | B: b1 wide",
        "actions hidden=notes feelings=emotion pains touchpoints",
        cards={"actions a1": "one two", "pains b1": "four", "parking": "later"},
        personas="ana ben",
        more=(
            second,
            *columns_of("other", "C: c1"),
            Lane.new(id="there", parent="other", kind="actions", rank="V", title="there"),
            Link.new(id="arrow", parent="map", from_="two", to="four"),
            Comment.new(id="remark", parent="map", on="one", text="Is it so?"),
            Emotion.new(id=POINT, parent="map", persona="ana", step="a1", score=0, note="so", ratings=ratings),
        ),
    )
    changed: dict[str, dict[str, object]] = {
        "hidden": {"hidden": True},
        "wide": {"width": 200.0},
        "project": {"conflicts": (Conflict(path='cards["one"].text', ours="one", theirs="other"),)},
    }
    return Document(record.with_(**changed.get(key, {})) for key, record in whole.records.items())


class Room:
    """A window that all actions are tried in, one after the other."""

    def __init__(self, qapp: QApplication, folder: Path) -> None:
        path = folder / "room.cxd"
        path.write_bytes(write(document()))
        self.application = Application(qapp, folder=folder / "config", dialogs=Answers())
        launch(qapp, [path], self.application)
        self.window = self.application.windows[0]
        self.window.resize(1280, 720)
        wait(lambda: self.window.session is not None)
        wait(lambda: self.window.bench.library.isVisible() and self.window.bench.inspector.isVisible())
        self.hand = Hand(self.window)

    def _has_keyboard(self) -> bool:
        self.window.activateWindow()
        self.hand.canvas.setFocus()
        QApplication.processEvents()
        return self.window.isActiveWindow() and self.hand.canvas.hasFocus()

    def tidy(self) -> None:
        """Put everything back as it was."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for window in self.application.windows[1:]:
            self.application.close_window(window)
        for dialog in windows_of_exports():
            dialog.close()
        bench, session = self.window.bench, self.hand.session
        if bench.presentation is not None:
            bench.presentation.close()
        bench.shortcuts.hide()
        for key in bench.rooms.made():
            bench.hide_panel(key)
        for side in ("library", "inspector"):
            bench.show_panel(side)
        self.hand.canvas.cancel_gesture()
        bench.take_what_is_typed()
        while session.undo_name:
            session.undo()
        session.show_map("map")
        self.window.commands.run("view.show_all")
        wait(self._has_keyboard)
        session.select((), ("actions", "a2"))
        self.window.tell("All is as it was.")
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def wait(until: Callable[[], object]) -> None:
    for _ in range(1000):
        if until():
            return
        QTest.qWait(10)
    raise AssertionError("it does not come to that")


@pytest.fixture(scope="module")
def room(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    room = Room(qapp, tmp_path_factory.mktemp("room"))
    yield room
    for window in tuple(room.application.windows):
        room.application.close_window(window)
    QApplication.clipboard().clear()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def prepare(room: Room, spec: ActionSpec) -> None:
    """Put the window into a state in which an action applies, and select what one selects for it."""
    session = room.hand.session
    part = next((part for part in SELECTED if part in spec.on), "card")
    if spec.id == "edit.redo":
        room.hand.type("here")
        room.hand.key(Key.Key_Return)
        room.hand.key(Key.Key_Escape)
        session.undo()
    if spec.id in ("edit.undo", "edit.find_next", "edit.find_previous"):
        room.hand.type("here")
        room.hand.key(Key.Key_Return)
        room.hand.key(Key.Key_Escape)
    if spec.id == "view.show_all":
        session.show(filter=Filter(kinds=frozenset({"pain"})))
    if spec.id == "view.normal":
        room.application.set_scale(1.15)
    if spec.id.startswith("workshop.timer."):
        room.window.bench.countdown.start(60)
    if spec.id == "map.show_lanes":
        part = "lane-title"
    session.select(OTHERWISE.get(spec.id, SELECTED[part]))


def choose(room: Room, spec: ActionSpec) -> None:
    """Do an action as one does who only has a keyboard: by its shortcut, else from the palette."""
    if spec.keys and spec.id != "view.menu":
        QTest.keySequence(room.hand._focus(), QKeySequence(spec.keys.split(", ")[0]))
        return
    room.hand.key(Key.Key_K, CTRL)
    palette = room.window.commands.palette
    assert palette is not None
    assert palette.line.hasFocus()
    room.hand.type(spec.text.replace("&", "").replace("…", ""))
    rows = [found.choice.key for found in palette.found()]
    for _ in range(rows.index(spec.id)):
        room.hand.key(Key.Key_Down)
    room.hand.key(Key.Key_Return)


def alive(widget: QWidget | None) -> bool:
    return widget is not None and widget.isVisible() and widget.isEnabled() and widget.window().isActiveWindow()


def panel_of(room: Room, key: str) -> QWidget | None:
    """Give what an action opens, in which the keyboard is then; None for the canvas of the window in front."""
    bench = room.window.bench
    if key in PANELS:
        return bench.panel(PANELS[key])
    if key.startswith("workshop.present"):
        return bench.presentation
    if key.startswith("file.export"):
        return windows_of_exports()[0]
    return {"view.palette": room.window.commands.palette, "help.shortcuts": bench.shortcuts}.get(key)


def windows_of_exports() -> list[ExportDialog]:
    """Give the windows in which exports are prepared, which stand beside those of the maps."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, ExportDialog) and one.isVisible()]


def picture(window: QWidget) -> QImage:
    QApplication.processEvents()
    return window.grab().toImage()


def says_something(window: QWidget, widget: QWidget | None, key: Qt.Key) -> bool:
    """Press a key, and tell whether that is seen."""
    before = picture(window)
    QTest.keyClick(widget, key)
    after = picture(window)
    return before.size() != after.size() or bool(differs(before, after))


@pytest.mark.parametrize("key", CASES)
def test_the_keyboard_is_where_the_eye_is(room: Room, key: str) -> None:
    room.tidy()
    prepare(room, BY_ID[key])
    room.window.commands.refresh()
    assert room.window.actions_by_id[key].isEnabled()
    choose(room, BY_ID[key])
    QApplication.processEvents()
    if key in MENUS:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        QTest.keyClick(menu, Key.Key_Down)
        assert menu.activeAction() is not None
        return
    wait(lambda: alive(QApplication.focusWidget()))
    focus, home = QApplication.focusWidget(), panel_of(room, key)
    if home is None:
        (home,) = (one.bench.canvas for one in room.application.windows if one.isActiveWindow())
    assert focus is home or home.isAncestorOf(focus), focus
    assert says_something(focus.window(), focus, WORKS_WITH.get(key, Key.Key_W))


@pytest.mark.parametrize("key", CASES)
def test_it_is_somewhere_whatever_is_done_from_a_panel(room: Room, key: str) -> None:
    bench = room.window.bench
    for side in ("inspector", "library") if key.startswith("view.") else ("inspector",):
        room.tidy()
        prepare(room, BY_ID[key])
        QApplication.processEvents()
        panel = bench.panel(side)
        fields = [*panel.findChildren(QLineEdit), *panel.findChildren(QPlainTextEdit)]
        next(field for field in fields if field.isVisible()).setFocus()
        room.hand.run(key)
        QApplication.processEvents()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        wait(lambda: alive(QApplication.focusWidget()))
        assert alive(QApplication.focusWidget())


def test_the_start_page_has_the_keyboard(room: Room) -> None:
    room.tidy()
    choose(room, BY_ID["file.start"])
    (page,) = (one.centralWidget() for one in room.application.windows[1:])
    assert isinstance(page, StartPage)
    wait(lambda: page.isAncestorOf(QApplication.focusWidget()) and alive(QApplication.focusWidget()))
    assert says_something(page, QApplication.focusWidget(), Key.Key_Right)


def test_what_is_taken_out_of_the_parking_lot_has_the_keyboard(room: Room) -> None:
    room.tidy()
    hand = room.hand
    choose(room, BY_ID["workshop.parking"])
    assert hand.ids == ("later",)
    choose(room, BY_ID["workshop.take_out"])
    assert hand.canvas.hasFocus()
    hand.type("Now")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Escape)
    assert hand.card("later").text == "Now"


def test_typing_in_the_parking_lot_parks(room: Room) -> None:
    room.tidy()
    hand = room.hand
    choose(room, BY_ID["workshop.parking"])
    hand.type("Much later")
    hand.key(Key.Key_Return)
    assert hand.card("later").text == "Much later"
    hand.session.undo()
    hand.session.select(())
    hand.type("Another")
    hand.key(Key.Key_Return)
    assert [card.text for card in hand.document.cell("map", None, None)] == ["later", "Another"]
    hand.session.undo()
    assert [card.text for card in hand.document.cell("map", None, None)] == ["later"]
    assert not hand.session.undo_name


def test_it_stays_in_view_when_a_panel_comes_and_goes(room: Room) -> None:
    room.tidy()
    hand = room.hand
    hand.run("insert.lanes.blueprint")
    hand.canvas.show_all()
    hand.key(Key.Key_End, CTRL)
    for _ in range(3):
        choose(room, BY_ID["workshop.parking"])
        QApplication.processEvents()
        here = hand.canvas.keyboard.walking.here()
        assert here is not None
        cell = hand.cell(*here)
        assert hand.canvas.uncovered().intersects(QRectF(cell.x, cell.y, cell.width, cell.height))
        hand.canvas.setFocus()


def test_typing_where_nothing_is_selected_starts_a_card_in_the_first_cell_that_is_seen(room: Room) -> None:
    room.tidy()
    hand = room.hand
    hand.session.select((), (None, None))
    hand.type("First")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Escape)
    assert hand.texts("actions", "a1") == ["one", "two", "First"]


PLACES = ("bar", "library", "inspector", "status", *dict.fromkeys(PANELS.values()), "maps", "ballot")
EMPTY = ("hits",)
"""Lists in which nothing was found."""


@pytest.mark.parametrize("place", dict.fromkeys(PLACES))
@pytest.mark.parametrize("selected", ["one", "map", "ana", POINT], ids=["card", "map", "persona", "point"])
def test_one_sees_where_the_keyboard_is(room: Room, place: str, selected: str) -> None:
    room.tidy()
    bench = room.window.bench
    room.hand.session.select(selected)
    panel = {"bar": bench.bar, "status": bench.status}.get(place) or bench.show_panel(place)
    QApplication.processEvents()
    unseen = []
    for stop in panel.findChildren(QWidget):
        stops = stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.isVisible() and stop.isEnabled()
        if stops and stop.objectName() not in EMPTY:
            room.hand.canvas.setFocus()
            for area in panel.findChildren(QScrollArea):
                if area.isAncestorOf(stop):  # as when Tab comes to it
                    area.ensureWidgetVisible(stop)
            before = picture(panel)
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            assert stop.hasFocus()
            if not differs(before, picture(panel)):
                unseen.append((type(stop).__name__, stop.objectName(), stop.accessibleName()))
    assert unseen == []


@pytest.mark.parametrize("left", [600, 20], ids=["runs", "ends"])
def test_one_sees_that_the_keyboard_is_on_the_timer(room: Room, left: int) -> None:
    room.tidy()
    bench = room.window.bench
    bench.countdown.start(left)
    bench.countdown.pause_or_go_on()
    (button,) = bench.bar.findChildren(TimerButton)
    room.hand.canvas.setFocus()
    before = picture(button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert differs(before, picture(button))
    bench.countdown.stop()


def test_one_sees_that_the_keyboard_is_on_a_switch_that_is_on(room: Room) -> None:
    room.tidy()
    room.hand.run("edit.replace")
    panel = room.window.bench.panel("find")
    for switch in panel.findChildren(QToolButton, "toggle"):
        switch.setChecked(True)
        panel.setFocus()
        before = picture(switch)
        switch.setFocus(Qt.FocusReason.TabFocusReason)
        assert differs(before, picture(switch)), switch.accessibleName()
        switch.setChecked(False)
