"""Of a damaged file what can be had is offered, and the project that was open stays (R11)."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from cxdesigner.files import digest_of
from cxdesigner.model.change import Change
from cxdesigner.storage.backups import now
from cxdesigner.storage.codec import write
from cxdesigner.storage.journal import State
from cxdesigner.storage.recovery import Recovery
from cxdesigner.storage.repair import Repaired, repaired
from cxdesigner.ui.panels.notices import Notices
from cxdesigner.ui.sharing_words import moment
from cxdesigner.ui.start_page import StartPage
from tests.ui.conftest import small
from tests.ui.hand import Hand

LEGIBLE = "What can be read in the file itself: 2 stages, 4 steps, 0 cards."
WHOLE = write(small())
CUT = WHOLE[: WHOLE.index(b'"cards"')]


def damaged() -> bytes:
    raw: dict[str, Any] = json.loads(WHOLE)
    raw["maps"][0]["cards"][0]["severity"] = 9
    raw["maps"][0]["cards"][1]["color"] = "red"
    return json.dumps(raw).encode()


def offered(bar: Notices) -> list[str]:
    return [notice.sentence for notice in bar.shown.values()]


def click(bar: Notices, key: str, word: str) -> None:
    QTest.mouseClick(next(button for button in bar.buttons(key) if button.text() == word), Qt.MouseButton.LeftButton)


def open_file(hand: Hand, path: Path, data: bytes) -> Any:
    """Have the program open a file with these bytes; gives the window that is newest then."""
    path.write_bytes(data)
    application = hand.window.application
    application.projects.open_files([path], hand.window)
    return application.windows[-1]


def test_r11_a_damaged_file_opens_as_an_untitled_copy_with_what_was_mended(
    hand: Hand, tmp_path: Path, qtbot: QtBot
) -> None:
    before = hand.window.session
    window = open_file(hand, tmp_path / "x.cxd", damaged())
    assert (hand.window.session, hand.window.session.is_saved) == (before, True)
    assert window is not hand.window
    assert (window.session.path, window.session.is_saved) == (None, False)
    bar = window.bench.notices
    assert offered(bar) == [
        "x.cxd is damaged and stays as it is. This is a copy, in no file yet, with 2 things mended."
    ]
    click(bar, "rescue-mended", "Show")
    lists = bar.findChildren(QListWidget)
    assert [lists[0].item(row).text().partition(":")[0] for row in range(lists[0].count())] == [
        "Card “one that is long enough to stand in more than a single line…” (maps[0].cards[0].severity)",
        "Card “four” (maps[0].cards[1].color)",
    ]
    qtbot.waitUntil(lambda: lists[0].isVisible() and lists[0].height() > 20)
    click(bar, "rescue-mended", "Show")
    assert not lists[0].isVisible()
    assert (tmp_path / "x.cxd").read_bytes() == damaged()


def test_r11_what_can_be_read_of_a_file_that_is_cut_off_is_offered(hand: Hand, tmp_path: Path) -> None:
    before = hand.window.session
    window = open_file(hand, tmp_path / "x.cxd", CUT)
    assert window is hand.window
    assert window.session is before
    bar = window.bench.notices
    reason, what = offered(bar)
    assert reason.startswith("x.cxd: The file is cut off: it ends in line ")
    assert what == LEGIBLE
    click(bar, list(bar.shown)[1], "Open as a copy")
    assert offered(bar) == []
    QTest.qWait(1)
    opened = window.application.windows[-1]
    assert opened is not window
    assert len(opened.session.document.steps(opened.session.map_id)) == 4
    assert (opened.session.path, opened.session.is_saved) == (None, False)


def test_r11_the_newest_backup_is_offered_beside_it(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "x.cxd"
    backups = hand.window.application.keeping.backups
    backups.keep(path, WHOLE)
    backups.keep(path, b"not even a project")
    window = open_file(hand, path, CUT)
    _reason, first, second = offered(window.bench.notices)
    assert first.startswith("The backup of ")
    assert first.endswith(": 2 stages, 4 steps, 5 cards.")
    assert second == LEGIBLE
    click(window.bench.notices, list(window.bench.notices.shown)[1], "Open as a copy")
    QTest.qWait(1)
    opened = window.application.windows[-1]
    assert opened.session.document == small()
    assert (opened.session.path, opened.session.is_saved) == (None, False)


def test_r11_backup_and_unsaved_changes_are_offered_beside_it_with_dates_and_counts(hand: Hand, tmp_path: Path) -> None:
    path, keeping = tmp_path / "x.cxd", hand.window.application.keeping
    path.write_bytes(WHOLE)
    begun = moment(now())
    keeping.backups.keep(path, WHOLE)
    card = small()["two"]
    unsaved = small().apply(Change({"two": (card, card.with_(text="not saved yet")), "four": (small()["four"], None)}))
    killed = Recovery(keeping.recovery.folder)  # as a program that was killed left it
    killed.journal().write(State(unsaved, small(), digest_of(WHOLE), path), now())
    killed.close()
    window = open_file(hand, path, CUT)
    bar = window.bench.notices
    assert offered(bar)[1:] in [
        [
            f"As of {when}, with the changes that were not saved: 2 stages, 4 steps, 4 cards.",
            f"The backup of {when}: 2 stages, 4 steps, 5 cards.",
            LEGIBLE,
        ]
        for when in (begun, moment(now()))
    ]
    click(bar, list(bar.shown)[1], "Open as a copy")
    QTest.qWait(1)
    opened = window.application.windows[-1]
    assert opened.session.document == unsaved
    assert (opened.session.path, opened.session.is_saved) == (None, False)
    assert path.read_bytes() == CUT


def test_r09_of_a_file_that_is_gone_the_backups_are_offered(hand: Hand, tmp_path: Path) -> None:
    path, application = tmp_path / "x.cxd", hand.window.application
    path.write_bytes(WHOLE)
    application.memory.add(path)
    path.unlink()
    assert path not in application.recent()
    application.keeping.backups.keep(path, WHOLE)
    assert path in application.recent()
    hand.window.show_start()
    page = hand.window.findChild(StartPage)
    (row,) = page.recent.findItems("x.cxd", Qt.MatchFlag.MatchStartsWith)
    assert row.text().endswith(" · not there any more; backups are")
    QTest.mouseClick(page.recent.viewport(), Qt.MouseButton.LeftButton, pos=page.recent.visualItemRect(row).center())
    QTest.qWait(1)
    bar = hand.window.notices
    assert bar is not None
    reason, sentence = offered(bar)
    assert reason.startswith("Could not open x.cxd: there is no such file in ")
    assert sentence.startswith("The backup of ")
    click(bar, list(bar.shown)[1], "Open as a copy")
    QTest.qWait(1)
    assert hand.session.document == small()
    assert (hand.session.path, hand.session.is_saved) == (None, False)


def test_r11_what_is_wrong_goes_with_what_is_offered_for_it(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(hand.window.application.dialogs, "show_path", shown.append)
    bar = open_file(hand, tmp_path / "x.cxd", CUT).bench.notices
    open_file(hand, tmp_path / "y.cxd", CUT)
    assert [sentence.partition(":")[0] for sentence in offered(bar)] == [
        "x.cxd",
        "What can be read in the file itself",
        "y.cxd",
        "What can be read in the file itself",
    ]
    click(bar, next(iter(bar.shown)), "Show in folder")
    assert shown == [tmp_path]
    QTest.mouseClick(bar.buttons(next(iter(bar.shown)))[-1], Qt.MouseButton.LeftButton)  # Close
    assert [sentence.partition(":")[0] for sentence in offered(bar)] == ["y.cxd", "What can be read in the file itself"]


def test_r11_where_nothing_can_be_had_there_is_one_sentence(hand: Hand, tmp_path: Path) -> None:
    before = hand.window.session
    window = open_file(hand, tmp_path / "x.cxd", b"\0" * 500)
    assert window is hand.window
    assert window.session is before
    assert hand.window.bench.status.message.text().startswith("x.cxd: The file holds nothing but zero bytes")
    assert offered(window.bench.notices) == []


def test_r11_on_the_start_page_it_stands_at_the_top(start: Callable[..., Hand], tmp_path: Path) -> None:
    hand = start()
    hand.window.show_start()
    window = open_file(hand, tmp_path / "x.cxd", CUT)
    assert window is hand.window
    assert window.session is None
    bar = window.notices
    assert bar is not None
    QTest.qWait(1)
    assert bar.isVisible()
    assert offered(bar)[1:] == [LEGIBLE]
    click(bar, list(bar.shown)[1], "Open as a copy")
    QTest.qWait(1)
    assert window.session is not None
    assert window.session.path is None


def test_r11_a_large_damaged_file_is_mended_and_offered_while_work_goes_on(
    hand: Hand, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = hand.window.application
    application.projects.slow_from = 10
    threads: list[threading.Thread] = []

    def mending(data: bytes) -> Repaired:
        threads.append(threading.current_thread())
        return repaired(data)

    monkeypatch.setattr("cxdesigner.ui.rescue.repaired", mending)
    (tmp_path / "x.cxd").write_bytes(CUT)
    application.projects.open_files([tmp_path / "x.cxd"], hand.window)
    qtbot.waitUntil(lambda: hand.window.notices is not None and bool(hand.window.notices.shown))
    assert offered(hand.window.notices)[1:] == [LEGIBLE]
    assert "cut off" in offered(hand.window.notices)[0]
    assert hand.window.bench.status.message.text() == ""  # it is told once
    (tmp_path / "y.cxd").write_bytes(damaged())
    application.projects.open_files([tmp_path / "y.cxd"], hand.window)
    qtbot.waitUntil(lambda: "rescue-mended" in getattr(application.windows[-1].notices, "shown", ()))
    assert application.windows[-1].session.path is None
    assert len(threads) == 2
    assert threading.main_thread() not in threads
