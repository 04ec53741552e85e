"""What the status bar says goes once it holds no longer, and a word in it undoes nothing else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cxdesigner.model.change import Change
from cxdesigner.ui.versions.panel import VersionsPanel
from tests.ui.hand import UNDO, Hand
from tests.ui.test_versions import snapshot, with_snapshots


def reword(hand: Hand, words: str) -> None:
    hand.session.perform(
        "Reword", lambda document: Change.of({"two": (document["two"], document["two"].with_(text=words))})
    )


def test_what_stays_goes_with_the_next_save(hand: Hand) -> None:
    status = hand.window.bench.status
    reword(hand, "more")
    hand.window.application.tell("It is in no file yet: Save asks for one.", hand.window)
    reword(hand, "and more")
    assert status.message.text() != ""
    hand.save()
    assert status.message.text() == ""


def test_what_stays_goes_a_while_after_the_next_edit(hand: Hand, qtbot: QtBot) -> None:
    status = hand.window.bench.status
    status._fading.setInterval(50)
    hand.window.application.tell("letter.cxd: This is not a project.", hand.window)
    QTest.qWait(150)
    assert status.message.text() == "letter.cxd: This is not a project."
    reword(hand, "more")
    qtbot.waitUntil(lambda: status.message.text() == "")


def test_the_word_undo_takes_back_what_was_restored_and_nothing_else(start: Callable[..., Hand]) -> None:
    hand = start(with_snapshots(snapshot("May", "2026-05-01")))
    reword(hand, "meant")
    hand.run("file.versions")
    panel = hand.window.bench.panel("versions")
    assert isinstance(panel, VersionsPanel)
    panel.list.select("May")
    panel.restore()
    assert hand.card("two").text != "meant"
    status = hand.window.bench.status
    (word,) = status._links
    hand.run(UNDO)
    assert hand.card("two").text == "meant"
    word.click()
    assert hand.card("two").text == "meant"
    assert status.message.text() == "The map has changed since: undo step by step."
