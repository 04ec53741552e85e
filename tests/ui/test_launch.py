"""The start, and what happens to what nobody caught. Each start is a process of its own, as it is for people."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal, qDebug, qWarning
from pytestqt.qtbot import QtBot

from cxdesigner.mishaps import NAME
from cxdesigner.resources import resource
from cxdesigner.ui.hooks import Hooks

ROOT = Path(__file__).parents[2]
EXAMPLE = resource("examples", "vivan-los-tacos.cxd")

DRIVER = """
import json, sys
from PySide6.QtCore import QTimer
from cxdesigner import cli
from cxdesigner.ui import launch

seen = {}
start = launch.start

def began(qt, files, application=None, after_first_frame=None):
    def first():
        seen["first"] = sorted(sys.modules)
        after_first_frame()
        QTimer.singleShot(0, then)
    made = start(qt, files, after_first_frame=first)
    def then():
        window = made.windows[0]
        seen.update(title=window.windowTitle(), told=told(window), windows=len(made.windows))
        seen["font"], seen["sheet"] = qt.font().family(), bool(qt.styleSheet())
        act(made, window)
        QTimer.singleShot(100, end)
    def end():
        seen["said"] = told(made.windows[0])
        made.quit()
    return made

def told(window):
    return (window._start if window.session is None else window.bench.status).message.text()

def act(application, window):
    ACT

launch.start = began
code = cli.main(sys.argv[1:])
seen["last"] = sorted(sys.modules)
print(json.dumps(seen | {"code": code}))
"""


def started(tmp_path: Path, *arguments: str | Path, act: str = "pass", **env: str) -> subprocess.CompletedProcess[str]:
    folders = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "STATE", "DATA", "CACHE")}
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), **folders, **env}
    command = [sys.executable, "-c", DRIVER.replace("ACT", act), *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=env, cwd=tmp_path, timeout=30, encoding="utf-8"
    )


def seen(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["code"] == 0
    return found


def test_the_first_frame_waits_for_nothing_heavy(tmp_path: Path) -> None:
    found = seen(started(tmp_path, EXAMPLE))
    heavy = ("pydantic", "reportlab", "uharfbuzz", "PIL", "platformdirs", "cxdesigner.storage")
    assert [name for name in found["first"] if name.startswith(heavy)] == []
    assert "pydantic" in found["last"]
    assert "PySide6.QtNetwork" not in found["last"]
    assert found["title"] == "Vivan los Tacos[*] — cxdesigner"
    assert (found["font"], found["sheet"]) == ("CX Sans Regular", True)


def test_no_source_of_ours_is_read_at_the_start(tmp_path: Path) -> None:
    act = "import linecache; seen['read'] = [name for name in linecache.cache if 'workbench' in name]"
    assert seen(started(tmp_path, EXAMPLE, act=act))["read"] == []


def test_without_files_there_is_the_start_page(tmp_path: Path) -> None:
    found = seen(started(tmp_path))
    assert (found["title"], found["windows"]) == ("cxdesigner", 1)
    assert found["told"] == ""


def test_a_file_that_cannot_be_read_is_told_on_the_start_page(tmp_path: Path) -> None:
    found = seen(started(tmp_path, "gone.cxd"))
    assert (found["title"], found["windows"]) == ("cxdesigner", 1)
    assert found["told"].startswith("Could not open gone.cxd: there is no such file in ")


def test_several_files_open_several_windows(tmp_path: Path) -> None:
    other = tmp_path / "other.cxd"
    other.write_bytes(EXAMPLE.read_bytes())
    assert seen(started(tmp_path, EXAMPLE, other, EXAMPLE))["windows"] == 2


def test_an_exception_is_a_sentence_and_the_program_goes_on(tmp_path: Path) -> None:
    act = "from PySide6.QtCore import QTimer; QTimer.singleShot(0, lambda: 1 / 0)"
    found = seen(started(tmp_path, act=act))
    assert found["said"].startswith("Something went wrong in the program and the last thing you did may not be done;")
    log = next(tmp_path.rglob(NAME))
    assert str(log) in found["said"]
    assert "ZeroDivisionError" in log.read_text("utf-8")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_a_display_that_does_not_answer_is_one_sentence(tmp_path: Path) -> None:
    done = started(tmp_path, QT_QPA_PLATFORM="xcb", DISPLAY=":4711")
    assert done.returncode == 69
    assert done.stdout == ""
    assert done.stderr.startswith("Qt cannot go on: ")
    assert done.stderr.count("\n") == 1


class Told(QObject):
    mishap_told = Signal(str)


@pytest.fixture
def told(qapp: object) -> Told:
    return Told()


@pytest.fixture
def hooks(tmp_path: Path, told: Told) -> Iterator[Hooks]:
    made = Hooks(tmp_path)
    made.install()
    made.tell(told)  # type: ignore[arg-type]
    yield made
    made.remove()


def log(tmp_path: Path) -> str:
    path = tmp_path / NAME
    return path.read_text("utf-8") if path.is_file() else ""


def fail(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_the_same_exception_again_and_again_is_one(hooks: Hooks, told: Told, tmp_path: Path, qtbot: QtBot) -> None:
    sentences: list[str] = []
    told.mishap_told.connect(sentences.append)
    for _ in range(50):
        fail(ValueError("in every frame"))
    fail(ValueError("another"))
    assert len(sentences) == 2
    assert log(tmp_path).count("in every frame") == 1


def test_ctrl_c_is_no_mishap(hooks: Hooks, told: Told, tmp_path: Path) -> None:
    fail(KeyboardInterrupt())
    assert log(tmp_path) == ""


def test_an_exception_in_a_thread_is_told_too(hooks: Hooks, told: Told, tmp_path: Path, qtbot: QtBot) -> None:
    def failing() -> None:
        raise ValueError("in a thread")

    with qtbot.waitSignal(told.mishap_told):
        thread = threading.Thread(target=failing)
        thread.start()
    thread.join()
    assert "in a thread" in log(tmp_path)


def test_what_qt_complains_of_is_written_down_after_the_first_frame(
    hooks: Hooks, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    qWarning("early")
    assert log(tmp_path) == ""
    hooks.flush()
    qWarning("late")
    qWarning("late")
    qDebug("chatter")
    text = log(tmp_path)
    assert (text.count("early"), text.count("late"), text.count("chatter")) == (1, 1, 0)
    assert capfd.readouterr() == ("", "")


def test_removed_hooks_leave_everything_as_it_was(tmp_path: Path) -> None:
    before = (sys.excepthook, threading.excepthook)
    hooks = Hooks(tmp_path)
    hooks.install()
    assert (sys.excepthook, threading.excepthook) != before
    hooks.remove()
    hooks.remove()
    assert (sys.excepthook, threading.excepthook) == before


def test_a_mistake_at_the_start_leaves_no_empty_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QApplication

    from cxdesigner.ui.application import Application
    from cxdesigner.ui.launch import start
    from cxdesigner.ui.main_window import MainWindow

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(MainWindow, "show_project", fail)
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    with qtbot.captureExceptions() as caught:
        application = start(qt, [EXAMPLE], Application(qt, folder=tmp_path))
        qtbot.waitUntil(lambda: bool(caught))
    (window,) = application.windows
    assert not window.is_empty
    window.close()
