"""A whole map drawn with keys alone: from the start page to the file and the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxdesigner.model.edits.links import links_in
from cxdesigner.model.records import Comment, Emotion, Record
from cxdesigner.storage.project_file import load
from cxdesigner.ui.application import Application
from cxdesigner.ui.dialogs.export_dialog import ExportDialog
from cxdesigner.ui.launch import start as launch
from cxdesigner.ui.main_window import MainWindow
from cxdesigner.ui.start_page import StartPage
from tests.model.builders import columns, lanes
from tests.ui.hand import ALT, CTRL, PLATFORM, SHIFT, Answers, Hand, Key, differs

R = TypeVar("R", bound=Record)
pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)

FEELINGS = {"Regular": "42354", "Customer": "21245"}
"""What each persona feels from step to step, as it is typed."""


class Saves(Answers):
    """Says where to save, as the dialog of the system does, and has no mouse either."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ask_save_path(self, parent: Any, caption: str, suggestion: Path, kinds: str) -> Path | None:
        return self.folder / suggestion.name


class Typist:
    """Somebody at the keyboard: every stage has to change what is written in the document and what is seen."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        self._document, self._picture = hand.document, self._look()

    def _look(self) -> QImage:
        QApplication.processEvents()
        return self.hand.window.grab().toImage()

    def keys(self, *pressed: str) -> None:
        """Press keys, written as "Ctrl+Home"; type what stands after a colon."""
        held = {"Ctrl": CTRL, "Shift": SHIFT, "Alt": ALT}
        for one in pressed:
            if one.startswith(":"):
                self.hand.type(one[1:])
                continue
            *modifiers, name = one.split("+")
            flags = CTRL & ALT  # none
            for modifier in modifiers:
                flags |= held[modifier]
            self.hand.key(getattr(Key, f"Key_{name}"), flags)

    def in_menu(self) -> None:
        """Check the first entry of the menu that is open, and close it."""
        for key in (Key.Key_Down, Key.Key_Space, Key.Key_Escape):
            menu = QApplication.activePopupWidget()
            assert menu is not None
            QTest.keyClick(menu, key)

    def saw(self, *, edited: bool = True) -> None:
        """Assert that something has changed since the last time, in the document if it was `edited`, and on screen."""
        document, picture = self.hand.document, self._look()
        assert (document != self._document) == edited
        assert picture.size() != self._picture.size() or differs(picture, self._picture)
        self._document, self._picture = document, picture

    def at(self) -> str:
        """Give the text, the title or the name of the one thing that is selected."""
        (key,) = self.hand.ids
        record = self.hand.document.get(key, Record)
        return next(str(getattr(record, field)) for field in ("text", "title", "name") if hasattr(record, field))

    def palette(self, words: str) -> None:
        """Do what a few letters find first."""
        self.keys("Ctrl+K", f":{words}", "Return")

    def go_to(self, text: str) -> None:
        """Walk to a card by its text: through the lanes, and along them."""
        card = next(card for card in self.hand.document.cards(self.hand.session.map_id) if card.text == text)
        walking = self.hand.canvas.keyboard.walking
        self.keys("Ctrl+Home", *["Right"] * walking.steps().index(str(card.step)))
        for _ in range(60):
            if self.hand.ids == (card.id,):
                return
            self.keys("Down")
        raise AssertionError(text)


def in_front(window: MainWindow, qtbot: QtBot) -> None:
    def has_keyboard() -> bool:
        window.activateWindow()
        return window.isActiveWindow() and QApplication.focusWidget() is not None

    qtbot.waitUntil(has_keyboard)


@pytest.fixture
def typist(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Typist]:
    application = Application(qapp, folder=tmp_path / "config", dialogs=Saves(tmp_path))
    launch(qapp, [], application)
    window = application.windows[0]
    window.resize(1280, 800)
    in_front(window, qtbot)
    page = window.centralWidget()
    assert isinstance(page, StartPage)
    qtbot.waitUntil(page.new.hasFocus)
    QTest.keyClick(page.new, Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None)
    qtbot.waitUntil(lambda: window.bench.library.isVisible() and window.bench.inspector.isVisible())
    QApplication.processEvents()
    yield Typist(Hand(window))
    for one in tuple(application.windows):
        application.close_window(one)
    QApplication.clipboard().clear()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def draw_structure(typist: Typist) -> None:
    typist.keys(":Coffee to go", "Return")
    assert typist.hand.document.maps[0].title == "Coffee to go"
    typist.saw()
    typist.keys("Down", ":Order", "Return", "Ctrl+Shift+G", ":Enjoy", "Return", "Left", "Down")
    typist.keys(":Queue", "Tab", ":Pay", "Tab", ":Collect", "Tab", ":Drink", "Return", "Ctrl+G", ":Come back", "Return")
    document, shown = typist.hand.document, typist.hand.session.map_id
    assert columns(document, shown) == "Order: Queue Pay Collect | Enjoy: Drink Come back"
    assert lanes(document, shown) == "Actions Touchpoints Emotion Pain points Opportunities"
    typist.saw()


def capture_cards(typist: Typist) -> None:
    typist.keys("Ctrl+Home", ":Join the queue", "Return", ":Read the board", "Ctrl+Return", ":Pay by phone")
    typist.keys("Ctrl+Return", ":Wait at the counter", "Ctrl+Return", ":First sip", "Ctrl+Return", ":Lid off", "Tab")
    for text in ("Queue sign", "Card reader", "Barista calls", "Paper cup", "Stamp card"):
        typist.keys(f":{text}", "Tab")
    typist.keys(":Queue blocks the door", "Return", ":Prices cannot be seen", "Tab", ":Reader fails", "Tab")
    typist.keys(":Wrong name called", "Tab", ":Lid leaks", "Tab", ":Stamp forgotten", "Tab")
    typist.keys(":Sign outside", "Tab", ":Second reader", "Tab", "Tab", ":Better lid", "Escape")
    assert grid(typist) == {
        "Actions": "Join the queue, Read the board | Pay by phone | Wait at the counter | First sip | Lid off",
        "Touchpoints": "Queue sign | Card reader | Barista calls | Paper cup | Stamp card",
        "Pain points": "Queue blocks the door, Prices cannot be seen | Reader fails | Wrong name called"
        " | Lid leaks | Stamp forgotten",
        "Opportunities": "Sign outside | Second reader |  | Better lid | ",
    }
    assert typist.at() == "Better lid"
    typist.saw()
    typist.keys("Ctrl+J", ":pain: too loud to order @queue", "Return", "Escape")
    assert grid(typist)["Pain points"].startswith("Queue blocks the door, Prices cannot be seen, too loud to order |")
    assert typist.hand.canvas.hasFocus()
    typist.saw()


def all_of(typist: Typist, kind: type[R]) -> list[R]:
    return [record for record in typist.hand.document.records.values() if isinstance(record, kind)]


def grid(typist: Typist) -> dict[str, str]:
    """Write the texts of the cells of each lane that holds cards."""
    document, shown = typist.hand.document, typist.hand.session.map_id
    return {
        lane.title: " | ".join(
            ", ".join(card.text for card in document.cell(shown, lane.id, step.id)) for step in document.steps(shown)
        )
        for lane in document.lanes(shown)
        if lane.kind != "emotion"
    }


def feel(typist: Typist) -> None:
    typist.palette("add persona")
    typist.keys(":Regular", "Return")
    assert [persona.name for persona in typist.hand.document.personas] == ["Customer", "Regular"]
    typist.saw()
    typist.keys("Ctrl+Home")
    walking = typist.hand.canvas.keyboard.walking
    while not walking.is_emotion_lane((walking.here() or ("", ""))[0]):
        typist.keys("Down")
    for name, digits in FEELINGS.items():
        assert typist.hand.session.showing.persona == typist.hand.persona_named(name).id
        typist.keys("Home")
        for place, digit in enumerate(digits):
            typist.keys(*["Right"] * min(place, 1), f":{digit}")
        document = typist.hand.document
        found = [document.emotion(typist.hand.persona_named(name).id, step) for step in walking.steps()]
        assert [emotion.score for emotion in found if emotion is not None] == [int(digit) - 3 for digit in digits]
        typist.saw()
        typist.keys("Ctrl+BracketRight")
    typist.keys("Ctrl+BracketLeft", "End", ":Best sip of the day", "Return", "Escape")
    (noted,) = (one for one in all_of(typist, Emotion) if one.note)
    assert noted.note == "Best sip of the day"
    typist.saw()


def link_and_comment(typist: Typist) -> None:
    typist.go_to("Reader fails")
    typist.keys("F7", "Down")
    assert typist.at() == "Second reader"
    typist.keys("Return")
    (link,) = links_in(typist.hand.document, typist.hand.session.map_id)
    assert [typist.hand.card(end).text for end in (link.from_, link.to)] == ["Second reader", "Reader fails"]
    typist.hand.shown(link.id)
    typist.saw()
    typist.go_to("Lid leaks")
    typist.keys("Ctrl+Alt+M", ":Which lids are these?", "Return", "Escape")
    (comment,) = all_of(typist, Comment)
    assert (comment.text, typist.hand.card(comment.on).text) == ("Which lids are these?", "Lid leaks")
    assert typist.hand.canvas.hasFocus()
    typist.saw()


def rearrange(typist: Typist) -> None:
    typist.go_to("Sign outside")
    typist.keys("Alt+Right", "Alt+Down")
    assert grid(typist)["Opportunities"] == " | Second reader, Sign outside |  | Better lid | "
    assert typist.at() == "Sign outside"
    typist.saw()
    typist.keys("F8")
    assert grid(typist)["Opportunities"] == " | Second reader |  | Better lid | "
    typist.keys("Left", "Ctrl+Shift+P", "Shift+F8", "Ctrl+Shift+P")
    assert grid(typist)["Opportunities"] == "Sign outside | Second reader |  | Better lid | "
    assert typist.hand.canvas.hasFocus()
    typist.saw()
    typist.go_to("Wait at the counter")
    typist.keys("Up")
    assert typist.at() == "Collect"
    typist.palette("merge with next")
    shown = typist.hand.session.map_id
    assert columns(typist.hand.document, shown) == "Order: Queue Pay Collect / Drink | Enjoy: Come back"
    typist.saw()
    typist.keys("Ctrl+Z")
    assert columns(typist.hand.document, shown) == "Order: Queue Pay Collect | Enjoy: Drink Come back"
    typist.keys("Ctrl+Shift+Z", "Ctrl+Z")
    assert columns(typist.hand.document, shown) == "Order: Queue Pay Collect | Enjoy: Drink Come back"
    typist.saw()


def look_around(typist: Typist, qtbot: QtBot) -> None:
    typist.keys("Ctrl+F", ":lid", "Return", "Return", "Escape")
    assert "lid" in typist.at().casefold()
    assert typist.hand.canvas.hasFocus()
    typist.saw(edited=False)
    typist.keys("Ctrl+Shift+F", "Tab", "Tab", "Tab")
    QTimer.singleShot(0, typist.in_menu)  # a menu is open until it closes
    typist.keys("Space")
    assert typist.hand.session.showing.filter.kinds
    typist.saw(edited=False)
    in_front(typist.hand.window, qtbot)  # without a window manager nobody gives the keyboard back
    typist.keys("Escape")
    assert not typist.hand.session.showing.filter.is_on
    assert typist.hand.canvas.hasFocus()
    typist.palette("mean of all")
    assert typist.hand.session.showing.curves == "mean"
    typist.saw(edited=False)
    typist.palette("curves of all")


def present(typist: Typist, qtbot: QtBot) -> None:
    typist.keys("F5")
    screen = typist.hand.window.bench.presentation
    assert screen is not None
    qtbot.waitUntil(screen.hasFocus)
    typist.keys("Right", "Right")
    assert screen.number == 2
    typist.keys("Escape")
    in_front(typist.hand.window, qtbot)
    assert typist.hand.canvas.hasFocus()
    assert typist.hand.window.bench.presentation is None


def test_a_complete_map_without_the_mouse(typist: Typist, qtbot: QtBot, tmp_path: Path) -> None:
    draw_structure(typist)
    capture_cards(typist)
    feel(typist)
    link_and_comment(typist)
    rearrange(typist)
    look_around(typist, qtbot)
    present(typist, qtbot)
    file, out = tmp_path / "Coffee to go.cxd", tmp_path / "Coffee to go.pdf"
    typist.keys("Ctrl+S")
    typist.hand.window.application.saving.wait()  # an export is put beside the file, once that is known
    typist.keys("Ctrl+E")
    assert load(file).document == typist.hand.document
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ExportDialog))
    typist.keys("Return")
    in_front(typist.hand.window, qtbot)
    qtbot.waitUntil(out.exists, timeout=60_000)
    (page,) = PdfReader(out).pages
    printed = " ".join(page.extract_text().split())
    texts = [card.text for card in typist.hand.document.cards(typist.hand.session.map_id)]
    assert len(texts) == 21
    for text in ("Coffee to go", "Order", "Enjoy", "Come back", "Customer", "Regular", "Best sip of the day", *texts):
        assert text in printed
    assert "Which lids" not in printed
    typist.keys(":Done")  # and the keyboard is where it was
    assert typist.hand.editor is not None
