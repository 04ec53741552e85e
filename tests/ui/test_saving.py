"""Saving while work goes on: what is written, what the window says meanwhile, and what waits for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cxdesigner.files import digest_of
from cxdesigner.model.document import Document
from cxdesigner.model.edits.maps import add_map
from cxdesigner.model.records import Card
from cxdesigner.sentences import SentenceError, say
from cxdesigner.storage.project_file import load
from cxdesigner.ui.application import Application
from cxdesigner.ui.dialogs.files import Answer
from cxdesigner.ui.main_window import MainWindow
from cxdesigner.ui.own_templates import OwnTemplate, OwnTemplates
from cxdesigner.ui.save_job import Replacing
from cxdesigner.ui.saving import FAILED, Saving
from tests.ui.hand import CTRL, PLATFORM, Answers, Hand, Key

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


class Gate:
    """Holds every save back at the very last moment, until it is opened."""

    def __init__(self, saving: Saving) -> None:
        self._open = threading.Event()
        self.passed: list[Replacing] = []
        self.held: list[bytes | None] = []
        saving.asked.append(self._wait)

    def _wait(self, replacing: Replacing) -> None:
        assert self._open.wait(30)
        self.passed.append(replacing)
        self.held.append(None if replacing.held is None else b"".join(replacing.held))

    def open(self) -> None:
        self._open.set()


class Chosen(Answers):
    """Chooses this path wherever one is asked for, and cancels what would lose something."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.asked = 0

    def ask_save_path(self, parent: Any, caption: str, suggestion: Path, kinds: str) -> Path | None:
        return self.path

    def ask_unsaved(self, parent: Any, name: str) -> Answer:
        self.asked += 1
        return "cancel"


@pytest.fixture
def application(hand: Hand) -> Application:
    return hand.window.application


@pytest.fixture
def gate(application: Application) -> Iterator[Gate]:
    gate = Gate(application.saving)
    yield gate
    gate.open()
    application.saving.wait()


def typed(hand: Hand, words: str) -> None:
    """Write something else on the card "two"."""
    hand.click(hand.middle("two"))
    hand.key(Key.Key_F2)
    hand.type(words)
    hand.key(Key.Key_Escape)
    assert hand.card("two").text == words


def text_in(path: Path) -> str:
    card = load(path).document.get("two", Card)
    assert card is not None
    return card.text


def file_of(hand: Hand) -> Path:
    assert hand.session.path is not None
    return hand.session.path


def state(hand: Hand) -> str:
    return hand.window.bench.bar.state.text()


def said_in(window: MainWindow) -> str:
    return window.bench.status.message.text()


def test_editing_goes_on_while_a_project_is_written(hand: Hand, gate: Gate, application: Application) -> None:
    typed(hand, "First")
    hand.key(Key.Key_S, CTRL)
    assert state(hand) == "Saving …"
    typed(hand, "Second")
    gate.open()
    application.saving.wait()
    assert text_in(file_of(hand)) == "First"
    assert not hand.session.is_saved
    assert hand.window.isWindowModified()
    assert state(hand) == "Edited · small.cxd"
    hand.key(Key.Key_Z, CTRL)
    assert hand.session.is_saved
    assert not hand.window.isWindowModified()
    assert state(hand) == "Saved · small.cxd"


def test_undo_survives_saving(hand: Hand) -> None:
    before = hand.document
    typed(hand, "First")
    hand.save()
    after = hand.document
    hand.key(Key.Key_Z, CTRL)
    assert hand.document == before
    assert not hand.session.is_saved
    hand.key(Key.Key_Y, CTRL)
    assert hand.document == after
    assert hand.session.is_saved


def test_what_is_newest_follows_once(hand: Hand, gate: Gate, application: Application) -> None:
    for words in ("First", "Second", "Third"):
        typed(hand, words)
        hand.key(Key.Key_S, CTRL)
    hand.key(Key.Key_S, CTRL)
    gate.open()
    application.saving.wait()
    assert len(gate.passed) == 2
    assert text_in(file_of(hand)) == "Third"
    assert hand.session.is_saved


def test_saving_again_what_is_being_written_is_nothing_new(hand: Hand, gate: Gate, application: Application) -> None:
    typed(hand, "First")
    hand.key(Key.Key_S, CTRL)
    hand.key(Key.Key_S, CTRL)
    gate.open()
    application.saving.wait()
    assert len(gate.passed) == 1


def test_who_is_asked_sees_what_is_replaced_by_what(hand: Hand, gate: Gate, application: Application) -> None:
    path = file_of(hand)
    before, base = path.read_bytes(), hand.session.on_disk
    typed(hand, "First")
    gate.open()
    saved: list[object] = []
    application.saving.saved.connect(saved.append)
    hand.save()
    (replacing,) = gate.passed
    assert gate.held == [before]
    assert replacing.base is base
    assert (replacing.session, replacing.path) == (hand.session, path)
    assert replacing.document is hand.document
    assert saved == [hand.session]
    assert hand.session.on_disk is not None
    assert hand.session.on_disk.digest == digest_of(path.read_bytes())
    assert hand.session.on_disk.document is hand.document


def test_a_file_that_is_not_there_holds_nothing(hand: Hand, gate: Gate) -> None:
    file_of(hand).unlink()
    gate.open()
    hand.save()
    assert gate.held == [None]


def test_whoever_is_asked_may_hold_a_save_back(hand: Hand, application: Application) -> None:
    before = file_of(hand).read_bytes()
    refusal = SentenceError(say("Somebody else was here."))

    def refuse(_: Replacing) -> None:
        raise refusal

    held: list[object] = []
    application.saving.asked.append(refuse)
    application.saving.held_back.connect(lambda *what: held.extend(what))
    typed(hand, "First")
    hand.save()
    assert held == [hand.session, refusal]
    assert file_of(hand).read_bytes() == before
    assert [*file_of(hand).parent.glob(".cxdesigner*")] == []
    assert not hand.session.is_saved
    assert state(hand) == "Edited · small.cxd"


def test_a_save_that_fails_is_told_and_the_project_stays_unsaved(hand: Hand) -> None:
    before = file_of(hand).read_bytes()
    typed(hand, "First")
    file_of(hand).unlink()
    file_of(hand).mkdir()
    hand.save()
    bar = hand.window.bench.notices
    notice = bar.shown[FAILED]
    assert notice.sentence == "Could not save small.cxd: there is a folder of that name. Choose another name."
    assert notice.warns
    assert [button.text() for button in bar.buttons(FAILED)] == ["Save as…", "Try again", ""]
    assert not hand.session.is_saved
    assert state(hand) == "Edited · small.cxd"
    QTest.mouseClick(bar.buttons(FAILED)[1], Qt.MouseButton.LeftButton)
    hand.window.application.saving.wait()
    assert FAILED in bar.shown
    file_of(hand).rmdir()
    hand.save()
    assert FAILED not in bar.shown  # it is saved, and nobody has to be afraid any more
    assert hand.session.is_saved
    assert file_of(hand).read_bytes() != before


def test_r02_what_is_read_only_is_saved_elsewhere(hand: Hand, application: Application, tmp_path: Path) -> None:
    typed(hand, "First")
    path, before = file_of(hand), file_of(hand).read_bytes()
    path.chmod(0o444)
    application._dialogs = Chosen(tmp_path / "elsewhere.cxd")
    hand.save()
    assert path.read_bytes() == before
    assert file_of(hand) == tmp_path / "elsewhere.cxd"
    assert text_in(tmp_path / "elsewhere.cxd") == "First"
    assert hand.session.is_saved


def test_a_mistake_of_ours_in_a_save_is_no_end(
    hand: Hand, application: Application, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("cxdesigner.ui.save_job.save", fail)
    typed(hand, "First")
    with qtbot.captureExceptions() as caught:
        hand.run("file.save")
        qtbot.waitUntil(lambda: not application.saving.is_busy())
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert not hand.session.is_saved
    monkeypatch.undo()
    hand.save()
    assert hand.session.is_saved


def test_a_project_that_was_never_saved_goes_where_it_was_said_once(
    hand: Hand, gate: Gate, application: Application, tmp_path: Path
) -> None:
    path = tmp_path / "new.cxd"
    application._dialogs = Chosen(path)
    application.projects.new_project()
    window = application.windows[-1]
    application.save(window)
    assert window.project.path is None
    window.project.perform("Add map", lambda document: add_map(document, "Another"))
    application._dialogs = Chosen(None)
    application.save(window)
    application._dialogs = Chosen(path)
    assert not application.save_as(hand.window), "it is being written for another window"
    gate.open()
    application.saving.wait()
    assert window.project.path == path
    assert window.project.is_saved
    assert len(load(path).document.maps) == 2


# Closing


def test_closing_waits_and_says_so(hand: Hand, gate: Gate, application: Application, qtbot: QtBot) -> None:
    path = file_of(hand)
    typed(hand, "First")
    hand.key(Key.Key_S, CTRL)
    assert not hand.window.close()
    assert said_in(hand.window) == "Saving small.cxd: the window closes then."
    assert application.windows == [hand.window]
    gate.open()
    with qtbot.waitSignal(application.ended):
        pass
    assert application.windows == []
    assert text_in(path) == "First"


def test_a_window_that_is_edited_while_it_waits_asks_again(
    hand: Hand, gate: Gate, application: Application, qtbot: QtBot
) -> None:
    typed(hand, "First")
    hand.key(Key.Key_S, CTRL)
    hand.window.close()
    typed(hand, "Second")
    application._dialogs = Chosen(None)
    gate.open()
    application.saving.wait()
    assert application.windows == [hand.window]
    assert application._dialogs.asked == 1
    assert text_in(file_of(hand)) == "First"


def test_a_save_that_fails_keeps_the_window_that_waited(hand: Hand, gate: Gate, application: Application) -> None:
    typed(hand, "First")
    hand.key(Key.Key_S, CTRL)
    hand.window.close()
    file_of(hand).unlink()
    file_of(hand).mkdir()
    gate.open()
    application.saving.wait()
    assert application.windows == [hand.window]
    assert "there is a folder" in hand.window.bench.notices.shown[FAILED].sentence
    assert said_in(hand.window) == ""


def test_quitting_waits_for_all(hand: Hand, gate: Gate, application: Application, qtbot: QtBot) -> None:
    path = file_of(hand)
    application.projects.new_project()
    typed(hand, "First")
    hand.key(Key.Key_S, CTRL)
    assert not application.quit()
    assert len(application.windows) == 2
    gate.open()
    qtbot.waitUntil(lambda: not application.windows)
    assert text_in(path) == "First"


def test_what_is_let_go_closes_once_the_file_is_written(hand: Hand, gate: Gate, application: Application) -> None:
    path = file_of(hand)
    typed(hand, "First")
    hand.key(Key.Key_S, CTRL)
    typed(hand, "Second")
    hand.window.close()  # and let go of that
    assert application.windows == [hand.window]
    gate.open()
    application.saving.wait()
    assert application.windows == []
    assert text_in(path) == "First"


def test_the_program_ends_once_the_last_file_is_written(
    hand: Hand, gate: Gate, application: Application, qtbot: QtBot
) -> None:
    ended: list[int] = []
    application.ended.connect(lambda: ended.append(1))
    typed(hand, "First")
    hand.key(Key.Key_S, CTRL)
    application.close_window(hand.window)
    assert ended == []
    gate.open()
    application.saving.wait()
    assert ended == [1]


def test_a_template_is_written_while_work_goes_on(
    hand: Hand, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, real = threading.Event(), OwnTemplates.save

    def slowly(templates: OwnTemplates, document: Document, title: str) -> OwnTemplate:
        assert gate.wait(30)
        return real(templates, document, title)

    monkeypatch.setattr(OwnTemplates, "save", slowly)
    before = hand.card("two").text
    hand.run("file.save_template")
    typed(hand, "Second")
    application.close_window(hand.window)
    assert application.saving.is_busy()
    gate.set()
    assert application.saving.wait()
    (template,) = application.own_templates.all()
    texts = [card.text for card in load(template.path).document.records.values() if isinstance(card, Card)]
    assert before in texts
    assert "Second" not in texts


def test_a_mistake_of_ours_in_a_template_is_no_end(
    hand: Hand, application: Application, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(OwnTemplates, "save", fail)
    with qtbot.captureExceptions() as caught:
        hand.run("file.save_template")
        qtbot.waitUntil(lambda: not application.saving.is_busy())
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


def test_waiting_has_an_end(hand: Hand, gate: Gate, application: Application) -> None:
    hand.run("file.save")
    assert not application.saving.wait(0.01)
    assert application.saving.is_busy(hand.session)
    gate.open()
    assert application.saving.wait(30)
