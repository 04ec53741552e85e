"""A crash costs at most 15 seconds (R8): what was not saved is offered at the next start, and had back."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cxdesigner.files import digest_of
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.storage.backups import now
from cxdesigner.storage.codec import read, write
from cxdesigner.storage.folders import Folders
from cxdesigner.storage.journal import State, read_journal
from cxdesigner.storage.recovery import Recovery
from cxdesigner.ui.actions.table import BY_ID
from cxdesigner.ui.application import Application
from cxdesigner.ui.ending import Ending
from cxdesigner.ui.launch import start as launch
from cxdesigner.ui.main_window import MainWindow
from cxdesigner.ui.recoverable import Recoverable, RecoverableRow
from cxdesigner.ui.recovering import OTHERS, OWN
from cxdesigner.ui.start_page import StartPage
from tests.ui.conftest import small
from tests.ui.hand import PLATFORM, UNDO, Answers, Hand

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)
Begin = Callable[..., MainWindow]


@pytest.fixture
def begin(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Begin]:
    """Start the program with files, or without; `folder` None is the user's own."""
    started: list[Application] = []

    def run(*files: Path, folder: Path | None = tmp_path / "config") -> MainWindow:
        application = Application(qapp, folder=folder, dialogs=Answers())
        started.append(application)
        launch(qapp, files, application)
        window = application.windows[0]
        window.resize(1500, 900)
        qtbot.waitUntil(lambda: window.session is not None or isinstance(window.page, StartPage))
        qtbot.waitUntil(lambda: window.activateWindow() or window.isActiveWindow())
        return window

    yield run
    for application in started:
        for window in tuple(application.windows):
            application.close_window(window)
        application.keeping.wait()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.cxd"
    path.write_bytes(write(small()))
    return path


def edited(text: str, key: str = "three", document: Document | None = None) -> Document:
    document = document or small()
    return document.apply(Change({key: (document[key], document[key].with_(text=text))}))


def leave(folder: Path, document: Document, path: Path | None = None) -> Path:
    """Leave behind what a program does that is killed."""
    recovery = Recovery(folder / "config" / "state" / "recovery")
    base = read(path.read_bytes()).document if path is not None else small()
    journal = recovery.journal()
    journal.write(State(document, base, digest_of(path.read_bytes()) if path is not None else "", path), now())
    recovery.close()
    return journal.file


def rows(window: MainWindow) -> list[RecoverableRow]:
    page = window.page
    assert isinstance(page, StartPage)
    return page.recoverable.rows if page.recoverable is not None else []


def wait_for_rows(qtbot: QtBot, window: MainWindow, count: int) -> list[RecoverableRow]:
    qtbot.waitUntil(lambda: len(rows(window)) == count and all(row.changes.text() for row in rows(window)))
    return rows(window)


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def notice(window: MainWindow, key: str) -> str:
    shown = window.bench.notices.shown.get(key)
    return shown.sentence if shown is not None else ""


def buttons(window: MainWindow, key: str) -> dict[str, QPushButton]:
    return {button.text(): button for button in window.bench.notices.buttons(key)}


class Child:
    """A program of its own in which somebody edits; `expected` gives the project as it stood then."""

    def __init__(self, folder: Path, files: list[Path]) -> None:
        self._expected = folder / "expected.cxd"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.editing_child", *map(str, files), str(self._expected)],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        self.folder = Folders.of_user().state / "recovery"

    def expected(self) -> Document:
        """Wait until all is edited."""
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == b"edited\n"
        return read(self._expected.read_bytes()).document

    def kept(self) -> Document | None:
        found = list(self.folder.glob("*.journal"))
        return read_journal(found[0]).document if found else None


@pytest.fixture
def run_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[list[Path]], Child]]:
    """Start a program of its own on files, as a user whose folders are the test's."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    children: list[Child] = []

    def run(files: list[Path]) -> Child:
        children.append(Child(tmp_path, files))
        return children[-1]

    yield run
    for child in children:
        with child.process:
            child.process.kill()


RunChild = Callable[[list[Path]], Child]


@pytest.mark.parametrize("has_file", [True, False])
def test_r08_a_program_that_is_killed_while_somebody_edits_loses_nothing_that_was_kept(
    begin: Begin, file: Path, qtbot: QtBot, run_child: RunChild, *, has_file: bool
) -> None:
    child = run_child([file] if has_file else [])
    last = child.expected()
    qtbot.waitUntil(lambda: child.kept() == last, timeout=15_000)
    child.process.kill()
    assert child.process.wait() == -9

    window = begin(folder=None)
    [row] = wait_for_rows(qtbot, window, 1)
    assert "2 cards added" in row.changes.text()
    click(row.recover)
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.project.document == last
    texts = {getattr(record, "text", "") for record in last.records.values()}
    assert {"Sees the queue", "Leaves ag"} <= texts
    assert window.project.path == (file if has_file else None)
    assert not window.project.is_saved
    if has_file:
        Hand(window).save()
        assert read(file.read_bytes()).document == last
        qtbot.waitUntil(lambda: not list(child.folder.glob("*.journal")))


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="signals that ask a program to end")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_r08_a_program_that_is_asked_to_end_keeps_all_at_once_and_lets_go_of_its_file(
    file: Path, run_child: RunChild, name: str
) -> None:
    child = run_child([file])
    last = child.expected()
    number = getattr(signal, name)
    child.process.send_signal(number)  # long before it would be kept by itself
    assert child.process.wait(30) == 128 + number
    assert child.kept() == last
    assert "Leaves ag" in {getattr(record, "text", "") for record in last.records.values()}
    assert not list(file.parent.glob(".~lock*"))
    assert [found.path for found in Recovery(child.folder).found()] == [file]


def test_r08_the_end_of_the_session_keeps_what_is_unsaved(
    begin: Begin, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = begin(file)
    qtbot.waitUntil(lambda: window.bench.library.isVisible() and window.bench.inspector.isVisible())
    ending = Ending(window.application)
    hand = Hand(window)
    hand.session.select("three")
    hand.canvas.setFocus()
    hand.type("Waits at the d")
    try:
        window.application.qt.commitDataRequest.emit(None)
        [journal] = (tmp_path / "config" / "state" / "recovery").glob("*.journal")
        assert read_journal(journal).document == window.project.to_keep
    finally:
        ending.remove()
    assert hand.editor is not None  # the end may be called off: work goes on


def test_r08_enter_recovers_what_is_offered_first(begin: Begin, file: Path, tmp_path: Path, qtbot: QtBot) -> None:
    leave(tmp_path, edited("Waits"), file)
    window = begin()
    [row] = wait_for_rows(qtbot, window, 1)
    assert QApplication.focusWidget() is row.recover
    QTest.keyClick(row.recover, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.project.document == edited("Waits")


def test_r08_the_start_page_follows_what_other_programs_leave_and_take(
    begin: Begin, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = begin()
    assert not rows(window)
    journal = leave(tmp_path, edited("Waits"), file)
    activate(window)
    [row] = wait_for_rows(qtbot, window, 1)
    assert QApplication.focusWidget() is row.recover
    click(row.discard)
    activate(window)
    assert rows(window) == [row]  # which still offers to bring it back
    click(row.discard)
    [row] = wait_for_rows(qtbot, window, 1)
    journal.unlink()
    click(row.recover)  # before the page knows
    page = window.page
    assert isinstance(page, StartPage)
    assert page.message.text() == "The changes of small.cxd were recovered or discarded in another window."
    assert not rows(window)
    assert window.session is None
    leave(tmp_path, edited("Leaves"), file)
    activate(window)
    [row] = wait_for_rows(qtbot, window, 1)
    row.found.file.unlink()
    activate(window)
    assert not rows(window)
    assert QApplication.focusWidget() is page.new


def activate(window: MainWindow) -> None:
    """Have somebody come back to the window from another program."""
    QApplication.sendEvent(window.page, QEvent(QEvent.Type.WindowActivate))


def test_r08_the_start_page_shows_what_can_be_recovered_first(
    begin: Begin, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    leave(tmp_path, edited("Waits at the door"), file)
    window = begin()
    [row] = wait_for_rows(qtbot, window, 1)
    page = window.page
    assert isinstance(page, StartPage)
    assert row.recover.hasFocus()
    assert row.name.text() == "small.cxd"
    assert str(tmp_path) in row.where.text()
    assert row.changes.text() == "Not in the file: 1 card reworded."
    assert not row.picture.pixmap().isNull()
    assert isinstance(page.recoverable, Recoverable)
    assert page.recoverable.y() < page.new.mapTo(page, page.new.rect().topLeft()).y()
    kept = list((tmp_path / "config" / "state" / "recovery").glob("*.journal"))
    click(row.recover)
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.project.document == edited("Waits at the door")
    assert window.project.on_disk is not None
    assert window.project.on_disk.digest == digest_of(file.read_bytes())
    qtbot.waitUntil(lambda: not kept[0].exists())  # it is kept anew by this program
    Hand(window).run(UNDO)
    assert window.project.document == small()
    assert window.project.is_saved


def test_r08_nothing_is_shown_where_nothing_can_be_recovered(
    begin: Begin, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    journal = leave(tmp_path, edited("Waits"), file)
    file.write_bytes(write(edited("Waits")))  # it was saved and then the power went
    window = begin()
    qtbot.waitUntil(lambda: not rows(window))
    qtbot.waitUntil(lambda: not journal.exists())


def test_r08_a_file_that_was_changed_since_is_told_and_not_written_over(
    begin: Begin, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    leave(tmp_path, edited("Waits at the door"), file)
    theirs = write(edited("by somebody else", "two"))
    file.write_bytes(theirs)
    window = begin()
    [row] = wait_for_rows(qtbot, window, 1)
    assert row.changes.text().endswith("The file was changed since: both can be merged.")
    click(row.recover)
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.project.document == edited("Waits at the door")
    Hand(window).save()
    assert file.read_bytes() == theirs
    assert not window.project.is_saved


def test_r08_a_file_that_is_gone_is_told_and_can_be_written_again(
    begin: Begin, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    leave(tmp_path, edited("Waits at the door"), file)
    file.unlink()
    window = begin()
    [row] = wait_for_rows(qtbot, window, 1)
    assert "no longer there" in row.changes.text()
    click(row.recover)
    qtbot.waitUntil(lambda: window.session is not None)
    Hand(window).save()
    assert read(file.read_bytes()).document == edited("Waits at the door")


def test_r08_several_are_listed_and_the_others_are_not_forgotten(
    begin: Begin, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    leave(tmp_path, edited("Waits"), file)
    for number in range(4):
        leave(tmp_path, edited(str(number)))
    window = begin()
    found = wait_for_rows(qtbot, window, 5)
    assert found[0].changes.text() == "In no file yet: 1 card reworded."
    click(next(row for row in found if row.name.text() == "small.cxd").recover)
    qtbot.waitUntil(lambda: window.session is not None)
    qtbot.waitUntil(lambda: "4 other projects" in notice(window, OTHERS))
    click(buttons(window, OTHERS)["Show"])
    application = window.application
    qtbot.waitUntil(lambda: len(application.windows) == 2)
    wait_for_rows(qtbot, application.windows[1], 4)


def test_r08_what_is_discarded_is_gone_and_can_be_brought_back(
    begin: Begin, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    journal = leave(tmp_path, edited("Waits"), file)
    window = begin()
    [row] = wait_for_rows(qtbot, window, 1)
    click(row.discard)
    assert not journal.exists()
    assert row.changes.text() == "Discarded."
    click(row.discard)
    assert journal.exists()
    [row] = wait_for_rows(qtbot, window, 1)
    assert row.changes.text() == "Not in the file: 1 card reworded."


def test_r08_what_was_discarded_is_offered_again_by_a_command_in_a_later_program_too(
    begin: Begin, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    journal = leave(tmp_path, edited("Waits"), file)
    window = begin()
    [row] = wait_for_rows(qtbot, window, 1)
    click(row.discard)
    window.close()
    later = begin(file)
    assert not notice(later, OWN)
    BY_ID["file.bring_back"].run(later)
    assert journal.exists()
    start = later.application.windows[-1]
    [row] = wait_for_rows(qtbot, start, 1)
    assert row.changes.text() == "Not in the file: 1 card reworded."
    click(row.recover)
    qtbot.waitUntil(lambda: later.project.document == edited("Waits"))
    BY_ID["file.bring_back"].run(later)
    assert later.bench.status.message.text() == "No unsaved changes were discarded within the last week."


def test_r08_what_cannot_be_read_is_told(begin: Begin, file: Path, qtbot: QtBot, tmp_path: Path) -> None:
    journal = leave(tmp_path, edited("Waits"), file)
    data = journal.read_bytes()
    journal.write_bytes(data.replace(b'"title": "', b'"title" : ', 1)[: len(data)])
    if not Recovery(journal.parent).found():
        journal.write_bytes(data[: data.index(b"\n") + 40])  # the head is whole
    window = begin()
    [row] = wait_for_rows(qtbot, window, 1)
    assert "cannot be read any more" in row.changes.text()
    assert not row.recover.isEnabled()


def test_r08_a_file_that_is_opened_is_offered_its_changes_in_the_quiet_bar(
    begin: Begin, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    journal = leave(tmp_path, edited("Waits at the door"), file)
    window = begin(file)
    qtbot.waitUntil(lambda: "1 card reworded" in notice(window, OWN))
    assert window.project.document == small()
    click(buttons(window, OWN)["Recover"])
    assert window.project.document == edited("Waits at the door")
    assert window.project.undo_name == "Recover unsaved changes"
    assert not notice(window, OWN)
    qtbot.waitUntil(lambda: not journal.exists())


def test_r08_what_was_done_meanwhile_is_joined_with_what_is_recovered(
    begin: Begin, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    leave(tmp_path, edited("Waits at the door"), file)
    window = begin(file)
    qtbot.waitUntil(lambda: bool(notice(window, OWN)))
    window.project.perform("Edit", lambda document: Change({"two": (document["two"], document["two"].with_(text="2"))}))
    click(buttons(window, OWN)["Recover"])
    assert window.project.document == edited("2", "two", edited("Waits at the door"))


def test_r08_what_is_offered_in_the_bar_can_be_discarded_and_brought_back(
    begin: Begin, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    journal = leave(tmp_path, edited("Waits"), file)
    window = begin(file)
    qtbot.waitUntil(lambda: bool(notice(window, OWN)))
    click(buttons(window, OWN)["Discard"])
    assert not journal.exists()
    click(buttons(window, OWN)["Bring back"])
    assert journal.exists()
    assert "1 card reworded" in notice(window, OWN)


def test_r08_other_projects_are_named_when_a_file_is_opened(
    begin: Begin, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    leave(tmp_path, edited("Waits"))
    window = begin(file)
    qtbot.waitUntil(lambda: bool(notice(window, OTHERS)))
    assert notice(window, OTHERS) == "When the program ended, changes of “Untitled” were not saved."
    assert not notice(window, OWN)


def test_r08_recovering_into_a_file_that_is_open_joins_it(
    begin: Begin, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    leave(tmp_path, edited("Waits"), file)
    window = begin(file)
    application = window.application
    qtbot.waitUntil(lambda: bool(notice(window, OWN)))
    application.show_start()
    qtbot.waitUntil(lambda: len(application.windows) == 2)
    [row] = wait_for_rows(qtbot, application.windows[1], 1)
    click(row.recover)
    qtbot.waitUntil(lambda: window.project.document == edited("Waits"))
