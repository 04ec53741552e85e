"""Two programs on one file: R4 nobody's work is written over, R6 changes are noticed, R7 a lock is advice."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QFileSystemWatcher, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cxdesigner.files import digest_of
from cxdesigner.model.document import Document
from cxdesigner.model.merge import Merged, merge
from cxdesigner.model.records import Card
from cxdesigner.resources import resource
from cxdesigner.storage.codec import read, write
from cxdesigner.storage.lock import Holder, Lock, read_lock
from cxdesigner.storage.project_file import load
from cxdesigner.ui.application import Application
from cxdesigner.ui.beside import COPY, MERGED, ORIGINAL
from cxdesigner.ui.calling import Calling
from cxdesigner.ui.launch import start as launch
from cxdesigner.ui.panels.notices import JOINED
from cxdesigner.ui.shared_file import FILE, LOCK, SharedFile
from tests.ui.conftest import small
from tests.ui.hand import CTRL, Answers, Hand, Key

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)


class Person(Hand):
    """Works with a program of their own."""

    def sentence(self, key: str) -> str:
        shown = self.window.bench.notices.shown.get(key)
        return shown.sentence if shown is not None else ""

    def words(self, key: str) -> list[str]:
        return [button.text() or button.accessibleName() for button in self.window.bench.notices.buttons(key)]

    def take(self, key: str, word: str) -> None:  # type: ignore[override]
        button = self.window.bench.notices.buttons(key)[self.words(key).index(word)]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def write(self, card: str, text: str) -> None:
        """Reword a card where it stands."""
        self.front()
        self.double_click(self.middle(card))
        self.type(text)
        self.key(Key.Key_Escape)
        self.key(Key.Key_Escape)
        assert self.text(card) == text

    def front(self) -> None:
        """Come to the front."""
        while not self.window.isActiveWindow():
            self.window.activateWindow()
            QApplication.processEvents()
        self.canvas.setFocus()

    def save(self) -> None:
        """Save, and wait until it is known how that went."""
        self.front()
        self.key(Key.Key_S, CTRL)
        self.application.saving.wait()
        QApplication.processEvents()

    @property
    def changes(self) -> list[tuple[str, str]]:
        """What is shown of another version: what became of which record."""
        comparing = self.window.bench.comparing
        assert self.window.bench.is_shown("changes")
        return [(entry.what, entry.record.id) for entry in comparing.entries]

    @property
    def shared(self) -> SharedFile:
        found = self.application.sharing.file_of(self.window)
        assert found is not None
        return found

    @property
    def application(self) -> Application:
        return self.window.application

    def text(self, card: str) -> str:
        return self.card(card).text


Begin = Callable[..., Person]
PATIENCE = 20_000
"""Milliseconds that a busy machine has."""
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "shared" / "plan.cxd"
    path.parent.mkdir()
    path.write_bytes(write(small()))
    return path


@pytest.fixture
def begin(qapp: QApplication, qtbot: QtBot, tmp_path: Path, path: Path) -> Iterator[Begin]:
    """Start the program of a person with the shared file."""
    started: list[Application] = []

    def begin(name: str, file: Path = path) -> Person:
        application = Application(qapp, folder=tmp_path / name, dialogs=Answers())
        started.append(application)
        application.preferences.set_author(name)
        launch(qapp, [file], application)
        window = application.windows[0]
        window.resize(1500, 900)
        qtbot.waitUntil(lambda: window.session is not None and window.bench.library.isVisible(), timeout=PATIENCE)
        sharing = application.sharing
        qtbot.waitUntil(lambda: (shared := sharing.file_of(window)) is not None and shared.is_idle, timeout=PATIENCE)
        return Person(window)

    yield begin
    for application in started:
        for window in tuple(application.windows):
            application.close_window(window)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def lock_of(path: Path) -> Path:
    return path.with_name(f".~lock.{path.name}#")


@pytest.fixture
def eventually(qtbot: QtBot) -> Callable[[Callable[[], object]], None]:
    def wait(what: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(what()), timeout=PATIENCE)

    return wait


Eventually = Callable[[Callable[[], object]], None]


def taken(person: Person) -> bool:
    """Whether a person has the lock of the file."""
    found = read_lock(lock_of(person.shared.path))
    return found is not None and found.user == person.application.preferences.author


# R7


def test_r07_the_first_has_the_lock_and_the_second_reads_only(begin: Begin, path: Path, eventually: Eventually) -> None:
    jonas = begin("Jonas")
    assert taken(jonas)
    marta = begin("Marta")
    assert marta.sentence(LOCK).startswith("Jonas has this file open on ")
    assert marta.sentence(LOCK).endswith(": it is read-only here.")
    assert marta.words(LOCK) == ["Edit all the same", "Open a copy"]
    assert marta.session.read_only
    assert marta.window.bench.bar.state.text() == "Read-only"
    marta.write("one", "hers")  # nobody keeps her from trying something
    marta.save()
    assert load(path).document["one"] == small()["one"]
    jonas.window.close()
    assert not lock_of(path).exists()
    eventually(lambda: marta.words(LOCK) == ["Edit"])
    assert marta.sentence(LOCK) == "Jonas has closed this file: it can be edited here now."
    marta.take(LOCK, "Edit")
    assert not marta.session.read_only
    assert marta.sentence(LOCK) == ""
    eventually(lambda: taken(marta))
    marta.save()
    assert marta.session.is_saved
    assert load(path).document["one"] == marta.document["one"]


def test_r07_who_edits_all_the_same_takes_over_and_the_other_is_told(
    begin: Begin, path: Path, eventually: Eventually
) -> None:
    jonas, marta = begin("Jonas"), begin("Marta")
    marta.take(LOCK, "Edit all the same")
    eventually(lambda: taken(marta))
    eventually(lambda: jonas.sentence(LOCK))
    assert jonas.sentence(LOCK).startswith("Marta works on this file too, on ")
    assert not jonas.session.read_only
    marta.window.close()
    eventually(lambda: taken(jonas))
    assert jonas.sentence(LOCK) == ""


def test_r07_saving_what_reads_only_proposes_a_copy_of_ones_own_and_says_why(
    begin: Begin, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin("Jonas")
    marta = begin("Marta")
    asked: list[tuple[str, Path]] = []

    def ask(_parent: object, caption: str, suggestion: Path, _kinds: str) -> Path:
        asked.append((caption, suggestion))
        return suggestion

    monkeypatch.setattr(marta.application.dialogs, "ask_save_path", ask)
    marta.write("one", "hers")
    marta.save()
    copy = path.with_name("plan (Marta).cxd")
    assert asked == [("Save a copy of plan.cxd, since Jonas has it open", copy)]
    assert (marta.session.path, marta.session.is_saved, marta.session.read_only) == (copy, True, False)
    assert load(copy).document == marta.session.to_save
    assert load(path).document == small()


def test_r07_a_name_that_is_typed_in_the_preferences_is_told_at_once(begin: Begin, eventually: Eventually) -> None:
    jonas = begin("")
    assert jonas.application.sharing.file_of(jonas.window) is not None
    jonas.run("edit.preferences")
    jonas.type("Jonas Berg")
    jonas.key(Key.Key_Return)
    eventually(lambda: taken(jonas))
    assert jonas.application.preferences.author == "Jonas Berg"
    marta = begin("Marta")
    assert marta.sentence(LOCK).startswith("Jonas Berg has this file open on ")


def test_r07_a_copy_can_be_opened_instead(begin: Begin, path: Path) -> None:
    begin("Jonas")
    marta = begin("Marta")
    marta.take(LOCK, "Open a copy")
    copy = marta.application.windows[-1].project
    assert copy is not marta.session
    assert (copy.path, copy.read_only) == (None, False)
    assert copy.document == marta.document


def test_r07_what_a_program_that_was_killed_left_is_taken_without_a_word(
    begin: Begin, path: Path, tmp_path: Path, eventually: Eventually
) -> None:
    home = {name: str(tmp_path / "other") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
    command = [sys.executable, "-m", "cxdesigner", str(path)]
    other = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"})
    try:
        eventually(lambda: read_lock(lock_of(path)))
        found = read_lock(lock_of(path))
        assert found is not None
        assert found.pid == other.pid
        with_it = begin("Jonas")
        assert with_it.session.read_only
        with_it.window.close()
        assert lock_of(path).exists()
    finally:
        other.kill()
        other.wait()
    marta = begin("Marta")
    assert taken(marta)
    assert marta.sentence(LOCK) == ""
    assert not marta.session.read_only


def test_r07_ones_own_in_another_program_is_shown_on_request(
    begin: Begin, eventually: Eventually, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[object] = []
    monkeypatch.setattr("cxdesigner.ui.sharing.raise_window", raised.append)
    first, second = begin("Marta"), begin("Marta")
    assert second.sentence(LOCK).startswith("You have this file open in another window of this computer since ")
    assert second.words(LOCK) == ["Show that window", "Edit all the same", "Open a copy"]
    second.take(LOCK, "Show that window")
    eventually(lambda: raised == [first.window])
    assert not list(first.application.folders.state.joinpath("called").iterdir())


def test_r07_a_call_that_nobody_answers_is_forgotten(
    qapp: QApplication, tmp_path: Path, eventually: Eventually
) -> None:
    called: list[str] = []
    calling = Calling(tmp_path, called.append, qapp)
    calling.call("../../elsewhere")
    calling.call("0" * 32)
    eventually(lambda: called == ["0" * 32])
    os.utime(tmp_path / "called" / ("0" * 32), (0, 0))
    calling.call("1" * 32)
    eventually(lambda: "1" * 32 in called)
    assert [one.name for one in (tmp_path / "called").iterdir()] == ["1" * 32]
    assert [calling.take("1" * 32), calling.take("1" * 32)] == [True, False]
    calling.deleteLater()


def test_r07_a_lock_of_somebody_elsewhere_that_was_silent_for_long_is_told_so(begin: Begin, path: Path) -> None:
    Lock(path, Holder("Jonas", "LAPTOP-7", 7, "his", datetime(2026, 6, 14, 10, 12, tzinfo=UTC))).take()
    os.utime(lock_of(path), (time.time() - 3600,) * 2)
    marta = begin("Marta")
    assert marta.sentence(LOCK).startswith("Jonas has had this file open on LAPTOP-7 since ")
    assert "was last heard of at" in marta.sentence(LOCK)
    marta.window.close()
    assert lock_of(path).exists()  # it is his


def test_r07_a_project_that_is_saved_for_the_first_time_is_locked_then(
    begin: Begin, path: Path, eventually: Eventually
) -> None:
    marta = begin("Marta")
    elsewhere = path.with_name("elsewhere.cxd")
    marta.session.mark_saved(elsewhere, marta.session.on_disk)
    eventually(lambda: lock_of(elsewhere).exists())
    assert not lock_of(path).exists()


def test_r07_what_a_newer_release_wrote_is_not_locked(begin: Begin, path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"version": 1', b'"version": 99'))
    assert begin("Marta").session.read_only
    assert not lock_of(path).exists()


# R6 and R4


def edit_both(jonas: Person, marta: Person) -> None:
    marta.take(LOCK, "Edit all the same")
    jonas.write("one", "his")


def test_r06_what_another_saved_is_noticed_and_taken_over_at_once_where_nothing_is_unsaved(
    begin: Begin, path: Path, eventually: Eventually
) -> None:
    jonas, marta = begin("Jonas"), begin("Marta")
    for number in range(3):  # a watcher goes silent after the first
        jonas.write("one", f"his {number}")
        jonas.save()
        eventually(lambda: marta.sentence(FILE))
        assert marta.sentence(FILE) == "Jonas saved this file just now: 1 card reworded."
        assert marta.words(FILE) == ["Reload", "Show", "Open a copy", "Close"]
        marta.take(FILE, "Reload")
        assert marta.document == jonas.document
        assert marta.session.is_saved
        assert marta.session.read_only
        assert marta.sentence(FILE) == ""
    assert marta.menu_text("edit.undo") == "Undo take over what Jonas saved"
    marta.run("edit.undo")
    assert marta.text("one") == "his 1"
    assert not marta.session.is_saved


def test_r04_a_save_over_what_another_saved_writes_nothing_and_offers_to_merge(
    begin: Begin, path: Path, eventually: Eventually
) -> None:
    jonas, marta = begin("Jonas"), begin("Marta")
    edit_both(jonas, marta)
    marta.write("two", "hers")
    jonas.save()
    his = path.read_bytes()
    marta.save()
    assert path.read_bytes() == his
    assert not marta.session.is_saved
    eventually(lambda: "so nothing was written over it" in marta.sentence(FILE))
    assert marta.sentence(FILE) == "Jonas saved this file just now, so nothing was written over it: 1 card reworded."
    assert marta.words(FILE)[:3] == ["Merge", "Show", "Save a copy"]
    marta.take(FILE, "Show")
    assert marta.changes == [("reworded", "one")]  # what she did herself is none of what he saved
    marta.take(FILE, "Merge")
    eventually(lambda: marta.text("one") == "his")
    assert marta.text("two") == "hers"
    assert marta.sentence(FILE) == ""
    assert not marta.window.bench.is_shown("changes")  # there is nothing to compare with any more
    assert marta.menu_text("edit.undo") == "Undo merge what Jonas saved"
    marta.save()
    assert marta.session.is_saved
    both = load(path).document
    assert [both.get(key, Card).text for key in ("one", "two")] == ["his", "hers"]  # type: ignore[union-attr]


def test_r04_what_both_changed_is_kept_twice_and_said(begin: Begin, path: Path, eventually: Eventually) -> None:
    jonas, marta = begin("Jonas"), begin("Marta")
    edit_both(jonas, marta)
    marta.write("one", "hers")
    jonas.save()
    eventually(lambda: marta.words(FILE)[:1] == ["Merge"])
    marta.take(FILE, "Merge")
    eventually(lambda: marta.sentence(JOINED))
    assert marta.sentence(JOINED).endswith("1 thing was changed on both sides: it is as it was, and both are kept.")
    assert marta.text("one") == "hers"
    (left,) = marta.document.project.conflicts
    assert (left.ours, left.theirs, left.ours_by, left.theirs_by) == ("hers", "his", "", "Jonas")
    assert marta.words(JOINED) == ["Settle", "Show", "Close"]
    marta.take(JOINED, "Settle")
    assert marta.window.bench.is_shown("conflicts")
    assert marta.sentence(JOINED) == ""
    marta.save()
    assert load(path).document.project.conflicts == marta.document.project.conflicts


def test_r04_closing_a_window_over_what_another_saved_keeps_it_open(
    begin: Begin, path: Path, eventually: Eventually, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Answers, "ask_unsaved", lambda *_: "save")
    jonas, marta = begin("Jonas"), begin("Marta")
    edit_both(jonas, marta)
    marta.write("two", "hers")
    jonas.save()
    his = path.read_bytes()
    marta.window.close()
    marta.application.saving.wait()
    eventually(lambda: marta.words(FILE)[:1] == ["Merge"])
    assert marta.window in marta.application.windows
    assert path.read_bytes() == his
    monkeypatch.setattr(Answers, "ask_unsaved", lambda *_: "discard")


def test_r04_who_has_a_file_open_is_not_written_over_by_another_name_for_it(
    begin: Begin, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Answers, "ask_save_path", lambda *_: path)
    begin("Jonas")
    marta = begin("Marta")
    before = path.read_bytes()
    marta.write("one", "hers")
    marta.save()
    assert path.read_bytes() == before
    assert any(
        label.text() == "plan.cxd was not written over, since Jonas has it open: choose another name."
        for label in labels_of(marta.window.bench.status)
    )


def test_r04_undoing_a_merge_is_no_saved_state(begin: Begin, path: Path, eventually: Eventually) -> None:
    jonas, marta = begin("Jonas"), begin("Marta")
    edit_both(jonas, marta)
    marta.write("two", "hers")
    jonas.save()
    eventually(lambda: marta.words(FILE)[:1] == ["Merge"])
    marta.take(FILE, "Merge")
    eventually(lambda: marta.text("one") == "his")
    marta.run("edit.undo")
    marta.run("edit.undo")
    assert marta.document == small()
    assert not marta.session.is_saved  # the file holds what Jonas saved


def test_r06_where_the_system_tells_of_nothing_it_is_noticed_by_looking(
    begin: Begin, path: Path, eventually: Eventually, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cxdesigner.ui.shared_file.is_by_network", lambda _: True)
    monkeypatch.setattr("cxdesigner.ui.shared_file.EVERY_BY_NETWORK", 0.2)
    monkeypatch.setattr("cxdesigner.ui.shared_file.QFileSystemWatcher", None)
    marta = begin("Marta")
    for text in ("one thing", "another", "a third"):
        temporary = path.with_name("temporary")
        temporary.write_bytes(write(reworded("one", text)))
        temporary.replace(path)
        eventually(lambda: marta.words(FILE)[:1] == ["Reload"])
        assert marta.sentence(FILE) == "Somebody saved this file just now: 1 card reworded."
        marta.take(FILE, "Reload")
        assert marta.text("one") == text
    assert marta.menu_text("edit.undo") == "Undo take over what is in the file"


def test_r06_the_offer_follows_what_is_unsaved_here(begin: Begin, eventually: Eventually) -> None:
    jonas, marta = begin("Jonas"), begin("Marta")
    jonas.write("one", "his")
    jonas.save()
    eventually(lambda: marta.words(FILE)[:1] == ["Reload"])
    marta.write("two", "hers")
    assert marta.words(FILE)[0] == "Merge"
    marta.run("edit.undo")
    assert marta.words(FILE)[0] == "Reload"


def test_r06_a_notice_that_is_closed_stays_closed_until_there_is_something_new(
    begin: Begin, eventually: Eventually
) -> None:
    jonas, marta = begin("Jonas"), begin("Marta")
    jonas.write("one", "his")
    jonas.save()
    eventually(lambda: marta.sentence(FILE))
    marta.take(FILE, "Close")
    marta.shared.look()
    eventually(lambda: marta.shared.is_idle)
    assert marta.sentence(FILE) == ""
    jonas.write("one", "his again")
    jonas.save()
    eventually(lambda: marta.sentence(FILE))


def test_r06_what_differs_is_shown_and_opened_as_a_copy(begin: Begin, eventually: Eventually) -> None:
    jonas, marta = begin("Jonas"), begin("Marta")
    jonas.write("one", "his")
    jonas.save()
    eventually(lambda: marta.sentence(FILE))
    marta.take(FILE, "Show")
    assert marta.changes == [("reworded", "one")]
    marta.take(FILE, "Open a copy")
    copy = marta.application.windows[-1].project
    assert (copy.path, copy.is_saved) == (None, False)
    assert copy.document == jonas.document
    assert marta.text("one") != "his"


def test_r04_what_cannot_be_read_disarms_save(begin: Begin, path: Path, eventually: Eventually) -> None:
    marta = begin("Marta")
    marta.write("one", "hers")
    half = path.read_bytes()[:200]
    path.write_bytes(half)
    eventually(lambda: marta.sentence(FILE))
    assert marta.sentence(FILE).startswith("Another program wrote this file and it cannot be read now")
    assert marta.words(FILE) == ["Save a copy", "Close"]
    marta.save()
    assert path.read_bytes() == half
    assert not marta.session.is_saved
    eventually(lambda: marta.sentence(FILE).startswith("Nothing was saved"))
    path.write_bytes(write(small()))
    eventually(lambda: marta.sentence(FILE) == "")
    marta.save()
    assert marta.session.is_saved


def test_r04_another_project_in_its_place_is_not_merged(begin: Begin, path: Path, eventually: Eventually) -> None:
    marta = begin("Marta")
    marta.write("one", "hers")
    path.write_bytes(resource("examples", "vivan-los-tacos.cxd").read_bytes())
    eventually(lambda: marta.sentence(FILE))
    marta.take(FILE, "Merge")
    eventually(lambda: marta.sentence(JOINED).startswith("These are different projects"))
    assert marta.text("one") == "hers"


def test_r06_a_file_that_is_deleted_is_saved_anew_after_a_sentence(
    begin: Begin, path: Path, eventually: Eventually
) -> None:
    marta = begin("Marta")
    path.unlink()
    marta.shared.look()
    marta.shared.look()
    eventually(lambda: marta.sentence(FILE))
    assert marta.sentence(FILE).startswith("plan.cxd is not there any more")
    assert not marta.session.is_saved
    marta.take(FILE, "Save")
    marta.application.saving.wait()
    eventually(lambda: marta.session.is_saved)
    eventually(lambda: marta.sentence(FILE) == "")
    assert load(path).document == marta.session.to_save


def kept_of(person: Person, path: Path) -> list[Document]:
    person.application.keeping.wait()
    return [load(backup.path).document for backup in person.application.keeping.backups.of(path)]


@pytest.mark.parametrize("taken_away", [True, False])
def test_r04_what_the_file_held_is_unsaved_and_kept_once_that_is_gone(
    begin: Begin, path: Path, eventually: Eventually, taken_away: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    marta = begin("Marta")
    marta.write("one", "hers")
    marta.save()
    marta.write("two", "not meant")
    was = path.read_bytes()
    path.unlink() if taken_away else path.write_bytes(was[:200])
    marta.shared.look()
    eventually(lambda: marta.sentence(FILE))
    marta.front()
    marta.key(Key.Key_Z, CTRL)
    assert marta.text("two") != "not meant"
    assert not marta.session.is_saved  # as it was saved, but in no file any more
    assert marta.window.bench.bar.state.text().startswith("Edited")
    assert read(was).document in kept_of(marta, path)
    monkeypatch.setattr(marta.application.dialogs, "ask_unsaved", lambda *_: "cancel")
    marta.window.close()
    assert marta.window in marta.application.windows
    path.write_bytes(was)  # as where a stick is put in again
    eventually(lambda: marta.sentence(FILE) == "")
    eventually(lambda: marta.session.is_saved)


def test_r04_a_window_that_closes_looks_whether_the_file_is_there(
    begin: Begin, path: Path, eventually: Eventually, monkeypatch: pytest.MonkeyPatch
) -> None:
    marta = begin("Marta")
    eventually(lambda: marta.shared.findChildren(QFileSystemWatcher))
    monkeypatch.setattr(marta.application.dialogs, "ask_unsaved", lambda *_: "save")
    path.unlink()
    marta.window.close()
    marta.application.saving.wait()
    eventually(lambda: not marta.application.windows)
    assert load(path).document == small()


def test_r04_what_somebody_else_wrote_over_is_kept(begin: Begin, path: Path, eventually: Eventually) -> None:
    marta = begin("Marta")
    marta.write("one", "hers")
    marta.save()
    hers = marta.session.to_save
    path.write_bytes(write(small()))  # as a synchronisation does that knows nothing of hers
    eventually(lambda: marta.sentence(FILE))
    assert hers in kept_of(marta, path)


def test_r06_the_same_project_in_other_bytes_is_no_news(begin: Begin, path: Path, eventually: Eventually) -> None:
    marta = begin("Marta")
    marta.write("one", "hers")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    known = digest_of(path.read_bytes())
    eventually(lambda: marta.session.on_disk is not None and marta.session.on_disk.digest == known)
    assert marta.sentence(FILE) == ""
    marta.save()
    assert marta.session.is_saved


# Conflicted copies


def test_a_conflicted_copy_is_offered_merged_and_then_thrown_away(
    begin: Begin, path: Path, eventually: Eventually, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    copy = path.with_name("plan (Marta's conflicted copy 2026-06-14).cxd")
    copy.write_bytes(write(reworded("three", "hers")))
    jonas = begin("Jonas")
    assert jonas.sentence(COPY).startswith(f"“{copy.name}” lies beside this file")
    assert jonas.words(COPY) == ["Merge", "Show", "Leave it"]
    jonas.take(COPY, "Show")
    assert jonas.changes == [("reworded", "three")]
    jonas.take(COPY, "Merge")
    eventually(lambda: jonas.session.undo_name)
    assert jonas.sentence(COPY) == ""
    kept = [one.theirs for one in jonas.document.project.conflicts]
    assert "hers" in (jonas.text("three"), *kept)
    jonas.run("edit.undo")
    jonas.shared.look()
    eventually(lambda: jonas.sentence(COPY))  # it is offered again
    jonas.run("edit.redo")
    jonas.shared.look()
    eventually(lambda: jonas.sentence(COPY) == "")
    assert jonas.sentence(MERGED) == ""
    jonas.save()
    eventually(lambda: jonas.sentence(MERGED))
    assert jonas.sentence(MERGED) == f"What was in “{copy.name}” is in this file now."
    jonas.take(MERGED, "Move the copy to the trash")
    assert not copy.exists()
    assert list((tmp_path / "home").rglob(copy.name))
    assert jonas.sentence(MERGED) == ""


def test_a_copy_that_the_trash_does_not_take_is_told_and_one_that_may_stay_is_left(
    begin: Begin, path: Path, eventually: Eventually, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Answers, "move_to_trash", lambda *_: False, raising=False)
    one, two = (path.with_name(f"plan (conflicted copy 2026-06-1{n} 093612).cxd") for n in (4, 5))
    jonas = begin("Jonas")
    for copy, card in ((one, "three"), (two, "two")):
        copy.write_bytes(write(reworded(card, "hers")))
        eventually(lambda: jonas.sentence(COPY))
        jonas.take(COPY, "Merge")
        eventually(lambda: jonas.sentence(COPY) == "" and jonas.shared.is_idle)
    eventually(lambda: len(jonas.document.project.conflicts) == 2)
    jonas.save()
    eventually(lambda: one.name in jonas.sentence(MERGED))
    jonas.take(MERGED, "Move the copy to the trash")
    assert any("could not be moved to the trash" in label.text() for label in labels_of(jonas.window.bench.status))
    assert two.name in jonas.sentence(MERGED)
    jonas.take(MERGED, "Leave it")
    assert jonas.sentence(MERGED) == ""
    assert (one.exists(), two.exists()) == (True, True)


def test_a_conflicted_copy_that_comes_meanwhile_is_noticed_and_one_that_is_left_is_not_offered_again(
    begin: Begin, path: Path, eventually: Eventually
) -> None:
    jonas = begin("Jonas")
    assert jonas.sentence(COPY) == ""
    path.with_name("plan-LAPTOP-7.cxd").write_bytes(write(reworded("three", "hers")))
    eventually(lambda: jonas.sentence(COPY))
    jonas.take(COPY, "Leave it")
    jonas.shared.look()
    eventually(lambda: jonas.shared.is_idle)
    assert jonas.sentence(COPY) == ""
    jonas.window.close()
    assert begin("Jonas").sentence(COPY) == ""


def labels_of(widget: QWidget) -> list[QLabel]:
    return widget.findChildren(QLabel)


def reworded(card: str, text: str) -> Document:
    return Document(record.with_(text=text) if key == card else record for key, record in small().records.items())


# What comes while somebody types


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Have merges wait until this is set."""
    gate = threading.Event()

    def wait(*versions: Any) -> Merged:
        assert gate.wait(30)
        return merge(*versions)

    monkeypatch.setattr("cxdesigner.ui.joining.merge", wait)
    yield gate
    gate.set()


def merging(jonas: Person, marta: Person, eventually: Eventually) -> None:
    """Have Marta merge what Jonas saved."""
    edit_both(jonas, marta)
    marta.write("two", "hers")
    jonas.save()
    eventually(lambda: marta.words(FILE)[:1] == ["Merge"])
    marta.take(FILE, "Merge")
    marta.front()


def test_r05_a_merge_waits_until_what_is_being_typed_is_finished(
    begin: Begin, eventually: Eventually, slow: threading.Event
) -> None:
    jonas, marta = begin("Jonas"), begin("Marta")
    merging(jonas, marta, eventually)
    marta.double_click(marta.middle("three"))
    marta.type("Waits")
    marta.key(Key.Key_Return)
    marta.type("Leaves ")
    slow.set()
    QTest.qWait(400)
    assert marta.editor is not None
    marta.type("again")
    marta.key(Key.Key_Escape)
    eventually(lambda: marta.text("one") == "his")
    assert [marta.text("two"), marta.text("three")] == ["hers", "Waits"]
    assert marta.texts("actions", "a2") == ["Waits", "Leaves again"]
    assert marta.menu_text("edit.undo") == "Undo merge what Jonas saved"


def test_r05_what_is_typed_on_a_card_that_a_merge_takes_out_is_not_lost(
    begin: Begin, eventually: Eventually, slow: threading.Event
) -> None:
    jonas, marta = begin("Jonas"), begin("Marta")
    marta.take(LOCK, "Edit all the same")
    jonas.session.select("three")
    jonas.front()
    jonas.key(Key.Key_Delete)
    marta.write("two", "hers")
    jonas.save()
    eventually(lambda: marta.words(FILE)[:1] == ["Merge"])
    marta.take(FILE, "Merge")
    marta.front()
    marta.double_click(marta.middle("three"))
    marta.type("Waits at the door")
    slow.set()
    QTest.qWait(400)
    marta.key(Key.Key_Escape)
    eventually(lambda: marta.sentence(JOINED))
    assert marta.text("three") == "Waits at the door"


def test_r07_save_as_does_not_write_over_what_somebody_else_has_open(
    begin: Begin, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin("Jonas")
    other = path.with_name("other.cxd")
    other.write_bytes(write(small()))
    marta = begin("Marta", other)
    monkeypatch.setattr(Answers, "ask_save_path", lambda *_: path)
    before = path.read_bytes()
    marta.write("one", "hers")
    marta.run("file.save_as")
    marta.application.saving.wait()
    assert path.read_bytes() == before
    assert marta.session.path == other
    sentence = "plan.cxd was not written over, since Jonas has it open: choose another name."
    assert any(label.text() == sentence for label in labels_of(marta.window.bench.status))


def test_r07_save_as_writes_over_what_somebody_had_open_who_was_silent_for_long(
    begin: Begin, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Lock(path, Holder("Jonas", "LAPTOP-7", 7, "his", datetime(2026, 6, 14, 10, 12, tzinfo=UTC))).take()
    os.utime(lock_of(path), (time.time() - 3600,) * 2)
    other = path.with_name("other.cxd")
    other.write_bytes(write(small()))
    marta = begin("Marta", other)
    monkeypatch.setattr(Answers, "ask_save_path", lambda *_: path)
    marta.write("one", "hers")
    marta.run("file.save_as")
    marta.application.saving.wait()
    assert marta.session.path == path
    assert load(path).document == marta.document


def test_a_conflicted_copy_that_is_opened_itself_leads_to_its_original(
    begin: Begin, path: Path, eventually: Eventually
) -> None:
    copy = path.with_name("plan (Marta's conflicted copy 2026-06-14).cxd")
    copy.write_bytes(write(reworded("three", "hers")))
    marta = begin("Marta", copy)
    assert marta.sentence(ORIGINAL).startswith("This is a copy that was saved at the same time as “plan.cxd”")
    marta.take(ORIGINAL, "Open plan.cxd")
    other = Person(marta.application.windows[-1])
    assert other.session.path == path
    eventually(lambda: other.sentence(COPY).startswith(f"“{copy.name}” lies beside this file"))
    path.rename(path.with_name("moved.cxd"))
    marta.shared.look()
    eventually(lambda: marta.sentence(ORIGINAL) == "")


def test_a_conflicted_copy_that_was_changed_since_it_was_merged_is_not_thrown_away(
    begin: Begin, path: Path, eventually: Eventually
) -> None:
    copy = path.with_name("plan (Marta's conflicted copy 2026-06-14).cxd")
    copy.write_bytes(write(reworded("three", "hers")))
    jonas = begin("Jonas")
    jonas.take(COPY, "Merge")
    eventually(lambda: jonas.session.undo_name)
    jonas.save()
    eventually(lambda: jonas.sentence(MERGED))
    later = write(reworded("three", "hers, and later"))
    copy.write_bytes(later)
    jonas.take(MERGED, "Move the copy to the trash")
    assert copy.read_bytes() == later
    assert any("was changed since it was merged" in label.text() for label in labels_of(jonas.window.bench.status))
    eventually(lambda: jonas.sentence(COPY))


def test_r05_a_merge_that_is_done_when_its_window_is_gone_is_nothing_to_tell(
    begin: Begin,
    path: Path,
    tmp_path: Path,
    eventually: Eventually,
    slow: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = tmp_path / "theirs.cxd"
    other.write_bytes(write(reworded("three", "theirs")))
    monkeypatch.setattr(Answers, "ask_open_paths", lambda *_, **__: [other])
    read_slowly = threading.Event()
    monkeypatch.setattr("cxdesigner.ui.comparing.files.load", lambda one: (read_slowly.wait(30), load(one))[1])
    failures: list[object] = []
    monkeypatch.setattr(threading, "excepthook", failures.append)
    jonas = begin("Jonas")
    jonas.application.new_window()
    jonas.run("compare.merge")
    jonas.window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    threads = [one for one in threading.enumerate() if one.name == "read other versions"]
    read_slowly.set()
    eventually(lambda: not any(one.is_alive() for one in threads))
    QApplication.processEvents()
    assert failures == []
