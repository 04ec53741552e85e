"""What nobody is to lose: unsaved changes are on the disk soon, and gone once they are saved (R8)."""

from __future__ import annotations

import errno
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from cxdesigner.files import FileOps
from cxdesigner.model.document import Document
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.records import Card, Comment
from cxdesigner.storage.journal import read_journal
from cxdesigner.storage.recovery import Recovery
from cxdesigner.ui import keeping
from cxdesigner.ui.hooks import Hooks
from cxdesigner.ui.panels.editors import NumberEditor
from tests.ui.hand import REDO, UNDO, Hand, Key


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait as long as the program does."""
    monkeypatch.setattr(keeping, "REST", 40)
    monkeypatch.setattr(keeping, "LATEST", 400)


def journals(folder: Path) -> list[Path]:
    return sorted((folder / "config" / "state" / "recovery").glob("*.journal"))


def kept(folder: Path) -> Document | None:
    """Give what is kept of the only project that is unsaved."""
    found = journals(folder)
    assert len(found) <= 1
    return read_journal(found[0]).document if found else None


def texts(document: Document | None) -> set[str]:
    return (
        {card.text for card in document.records.values() if isinstance(card, Card)} if document is not None else set()
    )


@pytest.fixture
def is_kept(qtbot: QtBot, tmp_path: Path) -> Callable[[Hand], None]:
    """Wait until what is kept is the project as it stands."""

    def wait(hand: Hand) -> None:
        qtbot.waitUntil(lambda: kept(tmp_path) == hand.document)

    return wait


@pytest.fixture
def is_gone(qtbot: QtBot, tmp_path: Path) -> Callable[[], None]:
    """Wait until nothing is kept."""
    return lambda: qtbot.waitUntil(lambda: not journals(tmp_path))


def test_r08_edits_and_undo_and_redo_are_kept(
    hand: Hand, is_kept: Callable[[Hand], None], is_gone: Callable[[], None]
) -> None:
    for key in ("three", "two"):
        hand.session.select(key)
        hand.key(Key.Key_Delete)
        is_kept(hand)
    hand.run(UNDO)
    is_kept(hand)
    hand.run(REDO)
    is_kept(hand)
    hand.run(UNDO)
    hand.run(UNDO)
    is_gone()  # the file holds just that
    hand.run(REDO)
    is_kept(hand)


def test_r08_what_is_kept_says_of_which_file_it_is(hand: Hand, is_kept: Callable[[Hand], None], tmp_path: Path) -> None:
    hand.session.select("three")
    hand.key(Key.Key_Delete)
    is_kept(hand)
    content = read_journal(journals(tmp_path)[0])
    assert hand.session.on_disk is not None
    assert (content.head.path, content.head.digest) == (hand.session.path, hand.session.on_disk.digest)
    assert content.base.document == hand.session.on_disk.document
    assert Recovery(journals(tmp_path)[0].parent).found() == []  # the program that has it open is there


def test_r08_a_project_that_is_in_no_file_is_kept(
    start: Callable[..., Hand], is_kept: Callable[[Hand], None], tmp_path: Path
) -> None:
    hand = start("vivan-los-tacos")
    card = next(record.id for record in hand.document.records.values() if isinstance(record, Card))
    hand.session.select(card)
    hand.key(Key.Key_Delete)
    is_kept(hand)
    content = read_journal(journals(tmp_path)[0])
    assert content.head.path is None
    assert card in content.base.document
    assert card not in content.document


def test_r08_what_is_being_typed_on_the_sheet_is_kept_and_goes_on(hand: Hand, qtbot: QtBot, tmp_path: Path) -> None:
    hand.session.select("three")
    hand.type("Waits at the door")
    qtbot.waitUntil(lambda: "Waits at the door" in texts(kept(tmp_path)))
    assert hand.editor is not None
    assert hand.card("three").text == "three"
    hand.type(" and leaves")
    qtbot.waitUntil(lambda: "Waits at the door and leaves" in texts(kept(tmp_path)))
    hand.key(Key.Key_Tab)
    assert hand.card("three").text == "Waits at the door and leaves"


def test_r08_what_is_being_typed_in_a_panel_is_kept_and_goes_on(hand: Hand, qtbot: QtBot, tmp_path: Path) -> None:
    hand.session.select("three")
    form = hand.window.bench.inspector.selection_page.form
    assert form is not None
    form.editors["author"].setFocus()

    def authors() -> set[str]:
        document = kept(tmp_path)
        return {card.author for card in document.cards("map")} if document is not None else set()

    hand.type("Marta")
    qtbot.waitUntil(lambda: "Marta" in authors())
    hand.type(" van Dijk")
    qtbot.waitUntil(lambda: "Marta van Dijk" in authors())
    assert not hand.session.undo_name


def test_r08_half_a_number_keeps_nothing_from_being_kept(hand: Hand, qtbot: QtBot, tmp_path: Path) -> None:
    hand.session.select("four")
    form = hand.window.bench.inspector.selection_page.form
    assert form is not None
    path = next(path for path, editor in form.editors.items() if isinstance(editor, NumberEditor))
    form.editors[path].setFocus()
    hand.type("3e")
    hand.session.perform("Edit", lambda document: set_fields(document, "three", text="Waits"))
    qtbot.waitUntil(lambda: "Waits" in texts(kept(tmp_path)))


def test_r08_a_comment_that_is_not_sent_is_kept(hand: Hand, qtbot: QtBot, tmp_path: Path) -> None:
    hand.session.select("three")
    hand.run("comments.add")
    hand.type("Ask the kitchen")

    def comments() -> set[str]:
        document = kept(tmp_path)
        found = document.records.values() if document is not None else ()
        return {record.text for record in found if isinstance(record, Comment)}

    qtbot.waitUntil(lambda: comments() == {"Ask the kitchen"})
    assert not hand.session.undo_name


def test_r08_what_is_only_dragged_is_not_kept(hand: Hand, qtbot: QtBot, tmp_path: Path) -> None:
    hand.drag(hand.middle("three"), hand.in_cell("actions", "b1"), drop=False)
    assert hand.session.is_previewing
    qtbot.wait(200)
    assert not journals(tmp_path)
    hand.key(Key.Key_Escape)
    hand.release()


def test_r08_typing_without_a_rest_is_kept_all_the_same(
    hand: Hand, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "REST", 60_000)
    hand.session.select("three")
    hand.type("Waits")
    qtbot.waitUntil(lambda: "Waits" in texts(kept(tmp_path)))


def test_r08_a_save_leaves_nothing_to_recover(
    hand: Hand, is_kept: Callable[[Hand], None], is_gone: Callable[[], None]
) -> None:
    hand.session.select("three")
    hand.key(Key.Key_Delete)
    is_kept(hand)
    hand.save()
    is_gone()
    hand.session.select("two")
    hand.key(Key.Key_Delete)
    is_kept(hand)


def test_r08_closing_without_saving_leaves_nothing_to_recover(
    hand: Hand, is_kept: Callable[[Hand], None], is_gone: Callable[[], None]
) -> None:
    hand.session.select("three")
    hand.key(Key.Key_Delete)
    is_kept(hand)
    hand.window.close()
    is_gone()


def test_r08_a_disk_that_is_full_is_told_once(
    hand: Hand, qtbot: QtBot, is_kept: Callable[[Hand], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    application = hand.window.application
    application.keeping.told.connect(told.append)

    def full(_ops: FileOps, _handle: int, _data: memoryview) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as context:
        context.setattr(FileOps, "write", full)
        for key in ("three", "two"):
            hand.session.select(key)
            hand.key(Key.Key_Delete)
            application.keeping.keep_all()
        qtbot.waitUntil(lambda: bool(told))
    assert told == ["Unsaved changes are not kept against a crash now (No space left on device): save often."]
    assert "save often" in hand.window.bench.status.message.text()
    hand.session.select("four")
    hand.key(Key.Key_Delete)
    is_kept(hand)


def test_r09_what_a_save_replaces_is_there(hand: Hand, qtbot: QtBot) -> None:
    path, backups = hand.session.path, hand.window.application.keeping.backups
    assert path is not None
    states = [path.read_bytes()]
    for key in ("three", "two"):
        hand.session.select(key)
        hand.key(Key.Key_Delete)
        hand.save()
        states.append(path.read_bytes())
    qtbot.waitUntil(lambda: len(backups.of(path)) == 2)
    assert [backup.path.read_bytes() for backup in backups.of(path)] == states[1::-1]
    assert backups.of(Path("renamed.cxd"), "project") == backups.of(path)


def test_r09_a_save_does_not_fail_for_want_of_a_backup(hand: Hand, qtbot: QtBot, tmp_path: Path) -> None:
    told = []
    hand.window.application.keeping.told.connect(told.append)
    (tmp_path / "config" / "backups").write_bytes(b"a file where the folder should be")
    hand.session.select("three")
    hand.key(Key.Key_Delete)
    hand.save()
    assert hand.session.is_saved
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("Its earlier state could not be kept as a backup:")


def test_r09_a_save_that_is_refused_leaves_no_backup(hand: Hand, qtbot: QtBot) -> None:
    path, application = hand.session.path, hand.window.application
    assert path is not None
    path.write_bytes(path.read_bytes() + b"\n")  # as somebody else would
    hand.session.select("three")
    hand.key(Key.Key_Delete)
    hand.save()
    assert not hand.session.is_saved
    application.keeping.wait()
    assert application.keeping.backups.of(path) == []
    assert not application.keeping._replaced


def test_r15_after_a_mishap_everything_is_kept_at_once(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "REST", 60_000)
    monkeypatch.setattr(keeping, "LATEST", 60_000)
    hooks = Hooks(tmp_path / "log")
    hooks.tell(hand.window.application)
    hooks.install()
    try:
        hand.session.select("three")
        hand.key(Key.Key_Delete)
        assert not journals(tmp_path)
        sys.excepthook(*mishap())
        assert kept(tmp_path) == hand.document
    finally:
        hooks.remove()
    assert "Something went wrong" in hand.window.bench.status.message.text()
    assert "a mistake" in (tmp_path / "log" / "cxdesigner.log").read_text()


def test_r15_a_mistake_in_another_thread_has_everything_kept_too(
    hand: Hand, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "REST", 60_000)
    monkeypatch.setattr(keeping, "LATEST", 60_000)
    hooks = Hooks(tmp_path / "log")
    hooks.tell(hand.window.application)
    hooks.install()
    try:
        hand.session.select("three")
        hand.key(Key.Key_Delete)
        thread = threading.Thread(target=lambda: 1 // 0)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: kept(tmp_path) == hand.document)
    finally:
        hooks.remove()
    assert "Something went wrong" in hand.window.bench.status.message.text()


def mishap() -> tuple[Any, Any, Any]:
    try:
        raise RuntimeError("a mistake")
    except RuntimeError:
        return sys.exc_info()
