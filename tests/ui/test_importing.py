"""A project is made of a table, by the menu and by opening it, and what was not understood can be seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QListWidget
from pytestqt.qtbot import QtBot

from cxdesigner.ui.dialogs.files import Dialogs
from cxdesigner.ui.importing import IMPORTED
from tests.ui.hand import Answers, Hand

TABLE = "Stage,Step,Lane,Kind,Text,Severity\nArrive,Enters,Ouch,Pain point,'=1+1,3\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "Friday.csv"
    path.write_text(TABLE, "utf-8")
    return path


def choose(hand: Hand, monkeypatch: pytest.MonkeyPatch, path: Path | None) -> Any:
    """Choose a table by the menu; gives the window that is newest then."""
    monkeypatch.setattr(Answers, "ask_table_path", lambda *_: path)
    hand.window.actions_by_id["file.import_table"].trigger()
    return hand.window.application.windows[-1]


def test_a_table_that_is_chosen_is_an_untitled_project_in_a_window_of_its_own(
    hand: Hand, monkeypatch: pytest.MonkeyPatch, table: Path
) -> None:
    before = hand.session
    window = choose(hand, monkeypatch, table)
    assert (hand.window.session, window is hand.window) == (before, False)
    session = window.session
    assert (session.path, session.is_saved, session.document.project.title) == (None, False, "Friday")
    (card,) = session.document.cards(session.map_id)
    assert (card.text, card.kind, card.severity) == ("=1+1", "pain", 3)
    assert Hand(window).shown(card.id)  # it is drawn
    assert window.bench.notices.shown == {}
    assert window.bench.status.message.text().startswith("This project was made of Friday.csv.")
    assert table.read_text("utf-8") == TABLE


def test_what_was_not_understood_is_listed_below_a_notice(
    hand: Hand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Text,Severity,Budget\nQueue,high,<b>1\n", "utf-8")
    window = choose(hand, monkeypatch, path)
    bar = window.bench.notices
    assert bar.shown[IMPORTED].sentence == (
        "This project was made of x.csv, and is in no file yet. 2 things in that were not understood."
    )
    (show, *_) = bar.buttons(IMPORTED)
    QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    (lines,) = bar.findChildren(QListWidget)
    qtbot.waitUntil(lines.isVisible)
    assert [lines.item(row).text() for row in range(lines.count())] == [
        "The column “Budget” is not known here, or is there twice, so it was left out.",
        "Row 2: Severity cannot be “high”, so it was left out.",
    ]
    QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not lines.isVisible())


def test_one_thing_that_was_not_understood(hand: Hand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Text,Severity\nQueue,high\n", "utf-8")
    window = choose(hand, monkeypatch, path)
    assert window.bench.notices.shown[IMPORTED].sentence.endswith("1 thing in that was not understood.")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"Dear all,\nhello", None])
def test_what_is_no_table_is_one_sentence_and_changes_nothing(
    hand: Hand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: bytes | None
) -> None:
    path = tmp_path / "x.csv"
    if data is not None:
        path.write_bytes(data)
    told: list[str] = []
    monkeypatch.setattr(type(hand.window), "tell", lambda _self, sentence, **_: told.append(sentence))
    before = hand.session
    window = choose(hand, monkeypatch, path)
    assert (window is hand.window, hand.session is before) == (True, True)
    (sentence,) = told
    assert "x.csv" in sentence
    assert "\n" not in sentence


def test_nothing_chosen_is_nothing_done(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    assert choose(hand, monkeypatch, None) is hand.window


def test_a_table_that_is_opened_is_imported(hand: Hand, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    application = hand.window.application
    told: list[str] = []
    table.with_name("book.xlsx").write_bytes(b"PK\x03\x04")
    monkeypatch.setattr(application, "tell", lambda sentence, *_: told.append(sentence))
    names = (table.name, "gone.csv", "book.xlsx")
    application.projects.open_files([table.with_name(name) for name in names], hand.window)
    window = application.windows[-1]
    assert told[-1] == (
        f"Could not open gone.csv: there is no such file in {table.parent}. "
        "book.xlsx: This is a workbook: save its sheet as CSV in the spreadsheet, and import that."
    )
    assert window is not hand.window
    assert window.session.document.project.title == "Friday"
    assert [str(path) for path in application.memory.files() if path.suffix == ".csv"] == []


def test_the_dialog_of_the_system_asks_for_tables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answers = ["/x.csv", ""]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (answers.pop(0), ""))
    assert Dialogs().ask_table_path(None, tmp_path) == Path("/x.csv")
    assert Dialogs().ask_table_path(None, tmp_path) is None
