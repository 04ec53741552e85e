"""Whatever is typed somewhere is in the project before it is saved, and kept against a crash before that (R8)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from cxdesigner.model.document import Document
from cxdesigner.model.edits.departments import add_department
from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.edits.stacks import add_stacks
from cxdesigner.storage.journal import read_journal
from cxdesigner.storage.project_file import load
from cxdesigner.ui import keeping
from cxdesigner.ui.dialogs.files import Answer
from cxdesigner.ui.panels.departments import Departments
from cxdesigner.ui.panels.inspector import MAP
from cxdesigner.ui.panels.map_tabs import MapTabs
from cxdesigner.ui.panels.outline import Outline
from cxdesigner.ui.panels.parking import Parking
from tests.ui.hand import CTRL, PLATFORM, Answers, Hand, Key, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def saved(hand: Hand) -> set[str]:
    """Save, and give the texts in the file."""
    hand.key(Key.Key_S, CTRL)
    hand.window.application.saving.wait()
    assert hand.session.is_saved
    assert hand.session.path is not None
    return texts(load(hand.session.path).document)


def in_the_parking_lot(hand: Hand) -> None:
    hand.session.perform("Park", lambda document: add_stacks(document, "map", {(None, None): ["loose"]}))
    panel = hand.window.bench.show_panel("parking")
    assert isinstance(panel, Parking)
    panel.list.edit(panel.list.cards[0])


def in_the_outline(hand: Hand) -> None:
    hand.run("view.outline")
    panel = hand.window.bench.panel("outline")
    assert isinstance(panel, Outline)
    hand.session.select("one")
    QApplication.processEvents()
    panel.tree.setFocus()
    hand.key(Key.Key_F2)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def tabs(hand: Hand) -> MapTabs:
    hand.run("map.add")
    panel = hand.window.bench.panel("maps")
    assert isinstance(panel, MapTabs)
    return panel


def in_a_tab(hand: Hand) -> None:
    tabs(hand).rename(1)


def departments(hand: Hand) -> Departments:
    hand.window.bench.inspector.show_tab(MAP)
    return hand.window.bench.inspector.map_page.departments


def in_a_department(hand: Hand) -> None:
    hand.session.perform("Add", partial(add_department, name="Kitchen"))
    name = departments(hand).rows[0].name
    name.setFocus()
    name.selectAll()


def in_the_next_department(hand: Hand) -> None:
    departments(hand).add.setFocus()


def in_a_feeling(hand: Hand) -> None:
    ana = hand.document.personas[0].id
    hand.session.perform("Rate", partial(set_emotion, persona_id=ana, step_id="a1", score=1))
    emotion = hand.document.emotion(ana, "a1")
    hand.session.select(emotion.id)
    assert hand.canvas.keyboard.emotions.open_feeling(emotion.id)


def in_a_note(hand: Hand) -> None:
    hand.run("workshop.capture")


def in_a_comment(hand: Hand) -> None:
    hand.session.select("three")
    hand.run("comments.add")


FINISHED = (
    in_the_parking_lot,
    in_the_outline,
    in_a_tab,
    in_a_department,
    in_the_next_department,
    in_a_feeling,
)
"""What opens a field whose text is a part of the project once somebody saves or closes."""
DRAFTED = (in_a_note, in_a_comment)
"""What opens a field whose text is one only once somebody says so."""


def texts(document: Document) -> set[str]:
    fields = ("text", "title", "name", "feeling")
    return {str(getattr(record, field, "")) for record in document.records.values() for field in fields}


def kept(folder: Path) -> set[str]:
    """Give the texts of what is kept against a crash."""
    found = list((folder / "config" / "state" / "recovery").glob("*.journal"))
    return texts(read_journal(found[0]).document) if found else set()


@pytest.mark.parametrize("begin", FINISHED)
def test_what_is_typed_is_in_the_file_that_is_saved(hand: Hand, begin: Callable[[Hand], None]) -> None:
    begin(hand)
    hand.type("Typed and not finished")
    assert "Typed and not finished" in saved(hand)


@pytest.mark.parametrize("begin", [*FINISHED, *DRAFTED])
def test_r08_what_is_typed_is_kept_and_goes_on(
    hand: Hand, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begin: Callable[[Hand], None]
) -> None:
    monkeypatch.setattr(keeping, "REST", 40)
    begin(hand)
    before = hand.session.undo_name
    hand.type("Typed")
    qtbot.waitUntil(lambda: "Typed" in kept(tmp_path))
    hand.type(" and not finished")
    qtbot.waitUntil(lambda: "Typed and not finished" in kept(tmp_path))
    assert hand.session.undo_name == before


def test_r08_a_card_that_was_only_begun_is_not_kept(
    hand: Hand, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "REST", 40)
    hand.session.select("one")
    hand.key(Key.Key_F2)
    hand.type("Typed")
    hand.key(Key.Key_Return)  # begins the next card
    assert hand.editor is not None
    qtbot.waitUntil(lambda: "Typed" in kept(tmp_path))
    qtbot.wait(200)
    [journal] = (tmp_path / "config" / "state" / "recovery").glob("*.journal")
    cards = read_journal(journal).document.cards("map")
    assert len(hand.document.cards("map")) == len(cards) + 1
    assert "" not in {card.text for card in cards}
    hand.type("And more")
    qtbot.waitUntil(lambda: "And more" in kept(tmp_path))


@pytest.mark.parametrize("begin", DRAFTED)
def test_a_draft_is_asked_about_before_its_window_closes(
    hand: Hand, begin: Callable[[Hand], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(hand)
    hand.type("Typed and not sent")
    assert hand.session.is_saved
    asked: list[str] = []

    def answer(with_: Answer) -> None:
        monkeypatch.setattr(Answers, "ask_draft", lambda _self, _parent, name: asked.append(name) or with_)

    answer("cancel")
    assert not hand.window.close()
    assert "Typed and not sent" not in texts(hand.document)
    answer("save")
    hand.window.close()
    hand.window.application.saving.wait()
    assert asked == ["small.cxd", "small.cxd"]
    assert hand.session.path is not None
    assert "Typed and not sent" in texts(load(hand.session.path).document)
    assert hand.window not in hand.window.application.windows


@pytest.mark.parametrize("begin", DRAFTED)
def test_a_draft_that_nobody_wants_is_let_go_of(hand: Hand, begin: Callable[[Hand], None]) -> None:
    begin(hand)
    hand.type("Typed and not sent")
    assert hand.window.close()
    assert hand.session.path is not None
    assert "Typed and not sent" not in texts(load(hand.session.path).document)


def test_a_text_that_is_open_in_another_window_when_the_program_ends(start: Start) -> None:
    first = start()
    first.session.select("three")
    first.key(Key.Key_F2)
    first.type("typed before")
    application = first.window.application
    asked: list[str] = []
    application.dialogs.ask_unsaved = lambda _parent, name: asked.append(name) or "cancel"  # type: ignore[method-assign]
    application.projects.new_project()
    assert not application.quit()
    assert first.card("three").text == "typed before"
    assert asked == ["small.cxd"]
    application.dialogs.ask_unsaved = lambda _parent, _name: "discard"  # type: ignore[method-assign]


def test_a_tab_has_the_menu_of_its_map(hand: Hand) -> None:
    bar = tabs(hand).bar
    first = hand.document.maps[0].id
    bar.customContextMenuRequested.emit(bar.tabRect(0).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert hand.session.map_id == first
    assert "Duplicate map" in [action.text().replace("&", "") for action in menu.actions()]
    menu.close()
