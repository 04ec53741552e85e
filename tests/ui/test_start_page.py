"""The page that a window shows while nothing is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from os import utime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QFile, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from cxdesigner.resources import resource
from cxdesigner.ui.application import Application
from cxdesigner.ui.launch import start as launch
from cxdesigner.ui.main_window import MainWindow
from cxdesigner.ui.start_page import StartPage
from cxdesigner.ui.style.dress import dress
from cxdesigner.ui.style.tokens import LIGHT
from tests.ui.hand import PLATFORM, Answers, Hand, Key, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)
Open = Callable[[], tuple[MainWindow, StartPage]]


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    application = Application(qapp, folder=tmp_path / "config", dialogs=Answers())
    yield application
    for window in tuple(application.windows):
        application.close_window(window)


@pytest.fixture
def opened(qapp: QApplication, application: Application, qtbot: QtBot) -> Open:
    def begin() -> tuple[MainWindow, StartPage]:
        launch(qapp, [], application)
        window = application.windows[0]
        qtbot.waitUntil(lambda: isinstance(window.centralWidget(), StartPage))
        window.activateWindow()
        page = window.centralWidget()
        assert isinstance(page, StartPage)
        qtbot.waitUntil(lambda: page.new.hasFocus() and page.isVisible())
        return window, page

    return begin


def texts(tiles: QListWidget) -> list[str]:
    return [tiles.item(row).text() for row in range(tiles.count())]


def click(tiles: QListWidget, text: str) -> None:
    item = next(tiles.item(row) for row in range(tiles.count()) if tiles.item(row).text() == text)
    tiles.scrollToItem(item)
    QTest.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=tiles.visualItemRect(item).center())


def test_it_offers_templates_and_examples(opened: Open) -> None:
    window, page = opened()
    assert window.session is None
    assert texts(page.new)[0] == "Blank map"
    assert len(texts(page.new)) == len(list(resource("templates").glob("*.cxd")))
    assert len(texts(page.examples)) == len(list(resource("examples").glob("*.cxd")))


def test_their_pictures_are_drawn_by_the_program(opened: Open, qtbot: QtBot) -> None:
    _, page = opened()
    last = page.examples.item(page.examples.count() - 1)
    before = last.icon().pixmap(page.examples.iconSize()).toImage()
    qtbot.waitUntil(lambda: last.icon().pixmap(page.examples.iconSize()).toImage() != before, timeout=10_000)
    pictures = [
        tiles.item(row).icon().pixmap(tiles.iconSize()).toImage()
        for tiles in (page.new, page.examples)
        for row in range(tiles.count())
    ]
    assert all(one != other for index, one in enumerate(pictures) for other in pictures[:index])


def test_enter_starts_with_a_blank_map(opened: Open, qtbot: QtBot) -> None:
    window, page = opened()
    QTest.keyClick(page.new, Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None)
    assert len(window.project.document.maps) == 1
    assert window.application.windows == [window]
    qtbot.waitUntil(window.bench.canvas.hasFocus)


def test_arrows_and_enter_choose_a_template(opened: Open, qtbot: QtBot) -> None:
    window, page = opened()
    QTest.keyClick(page.new, Key.Key_Right)
    chosen = page.new.currentItem().text()
    QTest.keyClick(page.new, Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None)
    assert chosen != "Blank map"
    assert len(window.project.document.stages(window.project.map_id)) > 1


def test_a_click_opens_an_example(opened: Open, qtbot: QtBot) -> None:
    window, page = opened()
    click(page.examples, "Vivan los Tacos")
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.project.document.project.title == "Vivan los Tacos"
    assert window.project.path is None


def test_recent_files_are_listed_and_opened(
    opened: Open, application: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "friday.cxd"
    path.write_bytes(resource("examples", "vivan-los-tacos.cxd").read_bytes())
    application.memory.add(path)
    window, page = opened()
    (text,) = texts(page.recent)
    assert text.startswith("friday.cxd\n")
    click(page.recent, text)
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.project.path == path


def test_without_recent_files_it_says_what_will_be_there(opened: Open, qtbot: QtBot) -> None:
    window, page = opened()
    assert texts(page.recent) == ["What you open and save is listed here."]
    click(page.recent, texts(page.recent)[0])
    qtbot.wait(20)
    assert window.session is None


def test_the_button_asks_for_a_file(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    window, page = opened()
    asked: list[Any] = []
    monkeypatch.setattr(window.application.projects, "ask_open", asked.append)
    (button,) = page.findChildren(QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == [window]


def test_only_what_needs_no_project_can_be_chosen(opened: Open) -> None:
    window, _ = opened()
    enabled = {key for key, action in window.actions_by_id.items() if action.isEnabled()}
    assert {"file.new", "file.open", "file.quit", "help.examples.tacos"} <= enabled
    assert not {"edit.undo", "insert.card", "file.save", "map.add", "view.fit"} & enabled
    for key in window.actions_by_id:
        if key not in enabled:
            window.commands.run(key)
    assert window.session is None


def test_a_file_that_cannot_be_read_is_told_on_it(
    qapp: QApplication, application: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    launch(qapp, [tmp_path / "gone.cxd"], application)
    window = application.windows[0]
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), StartPage))
    page = window.centralWidget()
    assert isinstance(page, StartPage)
    assert page.message.text().startswith("Could not open gone.cxd")


def test_a_project_becomes_a_template_and_a_template_a_project(start: Start, qtbot: QtBot) -> None:
    hand = start("vivan-los-tacos")
    application = hand.window.application
    hand.run("file.save_template")
    hand.run("file.save_template")
    application.saving.wait()
    assert [one.title for one in application.own_templates.all()] == ["Vivan los Tacos", "Vivan los Tacos 2"]
    hand.run("file.start")
    page = start_page(application, qtbot)
    click(page.new, "Vivan los Tacos 2")
    qtbot.waitUntil(lambda: application.windows[-1].session is not None)
    made = application.windows[-1].project
    assert (made.path, made.document.project.title) == (None, "")
    assert [one.title for one in made.document.maps] == [one.title for one in hand.document.maps]
    assert not set(made.document.records) & set(hand.document.records) - {one.id for one in made.document.assets}


def start_page(application: Application, qtbot: QtBot) -> StartPage:
    qtbot.waitUntil(lambda: isinstance(application.windows[-1].centralWidget(), StartPage))
    page = application.windows[-1].centralWidget()
    assert isinstance(page, StartPage)
    return page


def test_a_template_that_cannot_be_read_says_so(start: Start, qtbot: QtBot) -> None:
    hand = start("vivan-los-tacos")
    application = hand.window.application
    hand.run("file.save_template")
    hand.window.application.saving.wait()
    application.own_templates.all()[0].path.write_text("no project")
    hand.run("file.start")
    page = start_page(application, qtbot)
    click(page.new, "Vivan los Tacos")
    qtbot.waitUntil(lambda: page.message.text() != "")
    assert page.message.text().startswith("Vivan los Tacos.cxd: ")


@pytest.mark.parametrize("there_is_a_trash", [True, False])
def test_a_template_can_be_thrown_away(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, there_is_a_trash: bool
) -> None:
    hand = start("vivan-los-tacos")
    application = hand.window.application
    hand.run("file.save_template")
    hand.window.application.saving.wait()
    hand.run("file.start")
    page = start_page(application, qtbot)

    def trash(path: str) -> bool:
        if there_is_a_trash:
            Path(path).unlink()
        return there_is_a_trash

    monkeypatch.setattr(QFile, "moveToTrash", trash)
    item = next(page.new.item(row) for row in range(page.new.count()) if page.new.item(row).text() == "Vivan los Tacos")
    page.new.scrollToItem(item)
    page.new.customContextMenuRequested.emit(page.new.visualItemRect(item).center())
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    next(action for action in menu.actions() if action.text() == "Move to trash").trigger()
    menu.close()
    assert ("Vivan los Tacos" in texts(page.new)) is not there_is_a_trash
    assert bool(page.message.text()) is not there_is_a_trash


def test_a_template_that_cannot_be_written_is_one_sentence(hand: Hand, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir(exist_ok=True)
    (tmp_path / "config" / "templates").write_text("in the way")
    hand.run("file.save_template")
    hand.window.application.saving.wait()
    assert hand.window.bench.status.message.text().startswith("The template could not be saved: ")


def test_what_is_new_has_the_author_of_the_preferences(hand: Hand) -> None:
    application = hand.window.application
    application.preferences.set_author("Eva")
    hand.run("map.add")
    hand.run("map.future")
    assert [shown.author for shown in hand.document.maps] == ["", "Eva", "Eva"]
    hand.run("file.save_template")
    hand.window.application.saving.wait()
    (template,) = application.own_templates.all()
    application.projects.start_from(template.path)
    application.projects.new_project(template="five-stage-journey")
    for window in application.windows[1:]:
        assert {shown.author for shown in window.project.document.maps} == {"Eva"}
        assert window.project.is_saved


def test_f1_shows_the_shortcuts_and_esc_leads_back(opened: Open, qtbot: QtBot) -> None:
    window, page = opened()
    qtbot.waitUntil(page.isVisible)
    assert window.actions_by_id["help.shortcuts"].isEnabled()
    QTest.keyClick(page.new, Qt.Key.Key_F1)
    assert page.shortcuts.isVisible()
    assert page.shortcuts.search.hasFocus()
    QTest.keyClick(page.shortcuts.search, Qt.Key.Key_Escape)
    assert not page.shortcuts.isVisible()
    assert page.new.hasFocus()


def test_recent_files_say_where_and_when_in_words(
    tmp_path: Path, application: Application, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / "deep").mkdir()
    for folder in (tmp_path / "deep", tmp_path):
        path = folder / "dinner.cxd"
        path.write_bytes(resource("examples", "vivan-los-tacos.cxd").read_bytes())
        utime(path, (1_700_000_000, 1_700_000_000))
        application.memory.add(path)
    _, page = opened()
    assert texts(page.recent) == ["dinner.cxd\n~ · 14 Nov 2023", f"dinner.cxd\n{Path('~', 'deep')} · 14 Nov 2023"]


def test_the_palette_offers_what_needs_no_project(opened: Open, qtbot: QtBot) -> None:
    window, page = opened()
    QTest.keyClick(page.new, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.commands.palette
    assert palette is not None
    assert palette.isVisible()
    assert palette.line.hasFocus()
    can = {found.choice.key for found in palette.found() if not found.choice.needs}
    assert {"file.new", "file.open", "edit.preferences", "help.examples.tacos"} <= can
    assert "edit.find" not in can
    QTest.keyClicks(palette.line, "replace")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert page.message.text() == "Open a project or start one first."
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert page.new.hasFocus()
    QTest.keyClick(page.new, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(palette.line, "service blueprint")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None)
    assert len(window.project.document.lanes(window.project.map_id)) > 5


def test_the_preferences_are_set_on_it(opened: Open, application: Application, qtbot: QtBot) -> None:
    _, page = opened()
    QTest.keyClick(page.new, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert page.has_preferences
    author = page.focusWidget()
    assert isinstance(author, QLineEdit)
    QTest.keyClicks(author, "Eva")
    QTest.keyClick(author, Qt.Key.Key_Escape)
    assert application.preferences.author == "Eva"
    assert not page.has_preferences
    assert page.new.hasFocus()


def test_it_grows_with_the_interface(opened: Open, application: Application, qapp: QApplication, qtbot: QtBot) -> None:
    window, page = opened()
    QTest.keyClick(page.new, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    before = page.new.iconSize().width(), page.new.font().pixelSize()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Equal, keys)
    larger = window.centralWidget()
    assert isinstance(larger, StartPage)
    assert larger is not page
    assert larger.new.iconSize().width() > before[0]
    assert larger.has_preferences
    application.set_scale(1.0)
    assert window.page is not larger
    dress(qapp, LIGHT)


def test_recent_files_begin_where_the_pictures_do(opened: Open, qtbot: QtBot) -> None:
    window, page = opened()
    qtbot.waitUntil(lambda: page.recent.height() > 100)
    top = page.recent.mapTo(window, page.recent.rect().topLeft()).y()
    assert abs(top - page.new.mapTo(window, page.new.rect().topLeft()).y()) <= 2
