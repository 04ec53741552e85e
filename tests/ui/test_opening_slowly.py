"""Large files are opened while work goes on: what the window says meanwhile, and how one gets out."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from cxdesigner.files import _computer
from cxdesigner.storage.codec import write
from cxdesigner.ui.application import Application
from cxdesigner.ui.main_window import MainWindow
from cxdesigner.ui.opening_page import OpeningPage
from tests.model.builders import journey
from tests.ui.hand import CTRL, PLATFORM, Hand, Key

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


class Gate:
    """Holds reading back when this share of it is done, until it is opened or cancelled."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._open = threading.Event()
        self.at = threading.Event()
        self.over = threading.Event()
        from cxdesigner.ui import open_job

        real = open_job.reading_of

        def slowly(path: Path, told: Any) -> Any:
            def tell(done: float) -> None:
                told(done)
                self.at.set()
                assert self._open.wait(30)

            try:
                return real(path, tell)
            finally:
                self.over.set()

        monkeypatch.setattr(open_job, "reading_of", slowly)

    def open(self) -> None:
        self._open.set()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate(monkeypatch)
    yield gate
    gate.open()


@pytest.fixture
def application(hand: Hand) -> Application:
    application = hand.window.application
    application.projects.slow_from = 1
    return application


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.cxd"
    path.write_bytes(write(journey("A: a1", cards={"actions a1": " ".join(f"c{n}" for n in range(600))})))
    return path


def page_of(window: MainWindow) -> OpeningPage:
    page = window.centralWidget()
    assert isinstance(page, OpeningPage)
    return page


def opening(application: Application, path: Path, gate: Gate, window: MainWindow | None = None) -> MainWindow:
    """Begin to open a file, and wait until some of it is read."""
    application.projects.open_files([path], window)
    assert gate.at.wait(30)
    found = application.projects.window_of(path)
    assert found is not None
    return found


def test_the_window_says_what_is_being_opened_and_another_goes_on(
    hand: Hand, application: Application, large: Path, gate: Gate, qtbot: QtBot
) -> None:
    window = opening(application, large, gate)
    assert window is not hand.window
    page = page_of(window)
    assert window.windowTitle() == "large.cxd — cxdesigner"
    assert page.sentence.text().startswith("Opening large.cxd (")
    qtbot.waitUntil(lambda: 0 < page.bar.value() < page.bar.maximum())
    qtbot.waitUntil(lambda: hand.window.activateWindow() or hand.window.isActiveWindow())
    hand.canvas.setFocus()
    hand.click(hand.middle("two"))
    hand.key(Key.Key_F2)
    hand.type("meanwhile")
    hand.key(Key.Key_Escape)
    assert hand.card("two").text == "meanwhile"
    hand.key(Key.Key_S, CTRL)
    application.saving.wait()
    assert hand.session.is_saved
    gate.open()
    application.projects.slowly.wait()
    assert window.project.path == large
    assert len(window.project.document.cards(window.project.map_id)) == 600
    assert window.project.is_saved
    assert window.windowTitle().startswith("large.cxd")
    assert application.recent()[0] == large
    assert not window.is_opening


def test_a_file_that_is_being_opened_is_not_opened_twice(application: Application, large: Path, gate: Gate) -> None:
    window = opening(application, large, gate)
    application.projects.open_files([large])
    assert len(application.windows) == 2
    assert application.projects.window_of(large) is window


@pytest.mark.parametrize("way", ["button", "Esc"])
def test_cancel_is_at_once_and_leaves_what_there_was(
    hand: Hand, application: Application, large: Path, gate: Gate, way: str
) -> None:
    window = opening(application, large, gate)
    if way == "button":
        QTest.mouseClick(page_of(window).cancel, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(page_of(window).cancel, Qt.Key.Key_Escape)
    assert application.windows == [hand.window], "while the file is still being read"
    assert application.projects.window_of(large) is None
    gate.open()
    assert gate.over.wait(30)
    QApplication.processEvents()
    assert application.windows == [hand.window]
    assert large not in application.recent()


def test_cancel_in_a_window_with_nothing_else_leads_to_the_start_page(
    hand: Hand, application: Application, large: Path, gate: Gate
) -> None:
    application.show_start()
    window = application.windows[-1]
    assert opening(application, large, gate, window) is window
    assert not window.is_empty
    page_of(window).cancel.click()
    assert window.page is not None
    assert window.session is None
    assert len(application.windows) == 2


def test_a_window_in_which_something_is_opened_is_not_used_for_another(
    hand: Hand, application: Application, large: Path, gate: Gate
) -> None:
    application.projects.new_project()
    window = application.windows[-1]
    assert opening(application, large, gate, window) is window
    application.projects.new_project(window)
    assert len(application.windows) == 3
    gate.open()
    application.projects.slowly.wait()
    assert window.project.path == large


def test_a_window_that_is_closed_gives_up(hand: Hand, application: Application, large: Path, gate: Gate) -> None:
    window = opening(application, large, gate)
    assert window.close()
    assert application.windows == [hand.window]
    gate.open()
    assert gate.over.wait(30)
    QApplication.processEvents()
    assert application.windows == [hand.window]


def test_why_a_large_file_cannot_be_opened_is_told_where_one_works(
    hand: Hand, application: Application, tmp_path: Path
) -> None:
    path = tmp_path / "cut.cxd"
    path.write_bytes(b'{"format": "cxdesigner", ')
    application.projects.open_files([path])
    application.projects.slowly.wait()
    assert application.windows == [hand.window]
    assert hand.window.bench.status.message.text().startswith("cut.cxd: The file is cut off")


def test_why_a_large_file_cannot_be_opened_is_told_on_the_start_page(
    hand: Hand, application: Application, tmp_path: Path
) -> None:
    path = tmp_path / "cut.cxd"
    path.write_bytes(b'{"format": "cxdesigner", ')
    application.show_start()
    window = application.windows[-1]
    application.projects.open_files([path], window)
    application.projects.slowly.wait()
    page: Any = window.page
    assert page.message.text().startswith("cut.cxd: The file is cut off")


def test_a_mistake_of_ours_while_opening_is_no_end(
    hand: Hand, application: Application, large: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("cxdesigner.ui.open_job.reading_of", fail)
    with qtbot.captureExceptions() as caught:
        application.projects.open_files([large])
        qtbot.waitUntil(lambda: len(application.windows) == 1)
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


def test_the_page_can_be_used_by_all(hand: Hand, application: Application, large: Path, gate: Gate) -> None:
    page = page_of(opening(application, large, gate))
    assert page.accessibleName().startswith("Opening large.cxd")
    assert all(one.accessibleName() for one in page.findChildren(QProgressBar))
    assert [button.text() for button in page.findChildren(QPushButton)] == ["Cancel"]
    assert page.focusProxy() is page.cancel


def test_a_small_file_is_opened_at_once(hand: Hand, application: Application, large: Path) -> None:
    application.projects.slow_from = large.stat().st_size + 1
    application.projects.open_files([large])
    assert application.windows[-1].project.path == large


@pytest.mark.parametrize("slow_from", [1, 2**20])
def test_r01_what_a_killed_save_left_is_gone_once_the_file_is_open(
    application: Application, qtbot: QtBot, tmp_path: Path, slow_from: int
) -> None:
    path = tmp_path / "a.cxd"
    path.write_bytes(write(journey()))
    application.projects.slow_from = slow_from
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    left = tmp_path / f".cxdesigner-{int(gone.stdout)}-{_computer()}-0123456789abcdef.tmp"
    left.write_bytes(b"half")
    application.projects.open_files([path])
    qtbot.waitUntil(lambda: not left.exists())
    assert path.exists()
