"""Comparing and merging with files that somebody chooses, and maps with each other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cxdesigner.model.document import Document
from cxdesigner.model.edits.snapshots import keep_snapshot
from cxdesigner.storage.codec import write
from cxdesigner.storage.snapshots import content_of
from tests.ui.conftest import small
from tests.ui.hand import UNDO, Answers, Hand


def with_(document: Document, without: str = "", **fields: dict[str, Any]) -> Document:
    return Document(record.with_(**fields.get(key, {})) for key, record in document.records.items() if key != without)


@pytest.fixture
def choose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Path]]:
    """Answer the next question for files with files that hold these documents or bytes."""

    def answer(*contents: Document | bytes) -> list[Path]:
        paths = [tmp_path / f"table {number}.cxd" for number, _ in enumerate(contents, 1)]
        for path, content in zip(paths, contents, strict=True):
            path.write_bytes(content if isinstance(content, bytes) else write(content))
        monkeypatch.setattr(Answers, "ask_open_paths", lambda *_: paths)
        return paths

    return answer


def test_compare_with_shows_how_a_chosen_file_differs(
    hand: Hand, choose: Callable[..., list[Path]], qtbot: QtBot
) -> None:
    choose(with_(hand.document, "two"))
    hand.run("compare.with")
    comparing = hand.window.bench.comparing
    qtbot.waitUntil(lambda: comparing.asked is not None)
    assert comparing.asked is not None
    assert comparing.asked.title == "“table 1.cxd”"
    assert [(entry.what, entry.record.id) for entry in comparing.entries] == [("added", "two")]


@pytest.mark.parametrize("action", ["compare.with", "compare.merge", "compare.tables"])
def test_nothing_happens_where_nothing_is_chosen(hand: Hand, action: str) -> None:
    before = hand.document
    hand.run(action)
    QTest.qWait(20)
    assert hand.document is before
    assert hand.window.bench.comparing.asked is None


def test_what_is_no_version_of_the_project_is_refused_in_one_sentence(
    hand: Hand, choose: Callable[..., list[Path]], qtbot: QtBot
) -> None:
    status = hand.window.bench.status
    other = small()
    foreign = Document(
        record.with_(id="other")
        if record.id == other.root
        else record.with_(parent="other" if record.parent == other.root else record.parent)
        for record in other.records.values()
    )
    for content, words in ((b"no project", "table 1.cxd: "), (foreign, "is another project")):
        choose(content)
        hand.run("compare.with")
        qtbot.waitUntil(lambda words=words: words in status.message.text())
    choose(small())[0].unlink()
    hand.run("compare.with")
    qtbot.waitUntil(lambda: "another project" not in status.message.text() and "Reading" not in status.message.text())
    assert "table 1.cxd" in status.message.text()
    assert hand.window.bench.comparing.asked is None


def test_merge_with_joins_a_file_as_one_edit(hand: Hand, choose: Callable[..., list[Path]], qtbot: QtBot) -> None:
    base = hand.document
    five = hand.card("four").with_(id="five", text="five", rank="z")
    choose(Document([*with_(base).records.values(), five]))
    hand.run("compare.merge")
    qtbot.waitUntil(lambda: "five" in hand.document)
    assert hand.menu_text(UNDO) == "Undo merge “table 1.cxd”"
    hand.run(UNDO)
    assert hand.document == base


def test_what_both_kept_as_a_named_version_is_what_both_began_from(
    hand: Hand, choose: Callable[..., list[Path]], qtbot: QtBot
) -> None:
    hand.session.perform(
        "Keep", lambda document: keep_snapshot(document, "as sent", content_of(document), date="2026-06-14")
    )
    sent = hand.document
    hand.session.perform("Edit", lambda _: None)
    choose(with_(sent, "four", one={"text": "theirs"}))
    hand.run("compare.merge")
    qtbot.waitUntil(lambda: "four" not in hand.document)  # taken out there, and not only missing
    assert hand.card("one").text == "theirs"
    assert not hand.document.project.conflicts


def test_the_tables_are_joined_with_what_they_began_from(
    hand: Hand, choose: Callable[..., list[Path]], qtbot: QtBot
) -> None:
    base = hand.document
    four = hand.card("four")
    choose(
        Document([*with_(base, one={"text": "first"}).records.values(), four.with_(id="five", rank="x")]),
        Document([*with_(base, "two").records.values(), four.with_(id="six", rank="y")]),
    )
    hand.run("compare.tables")
    qtbot.waitUntil(lambda: {"five", "six"} <= hand.document.records.keys())
    assert "two" not in hand.document
    assert hand.card("one").text == "first"
    hand.run(UNDO)
    assert hand.document == base


def test_one_of_the_tables_may_be_open_and_loses_nothing(
    hand: Hand, choose: Callable[..., list[Path]], qtbot: QtBot
) -> None:
    base, four = hand.document, hand.card("four")
    choose(
        Document([*with_(base, "two").records.values(), four.with_(id="five", rank="x")]),
        Document([*with_(base, "two").records.values(), four.with_(id="six", rank="y")]),
    )
    hand.run("compare.tables")
    qtbot.waitUntil(lambda: {"five", "six"} <= hand.document.records.keys())
    assert "two" in hand.document


def test_conflicts_of_a_merge_are_offered_to_be_settled(
    hand: Hand, choose: Callable[..., list[Path]], qtbot: QtBot
) -> None:
    choose(with_(hand.document, one={"text": "theirs"}))
    hand.run("compare.merge")
    notices = hand.window.bench.notices
    qtbot.waitUntil(lambda: bool(notices.shown))
    (key,) = notices.shown
    notices.buttons(key)[0].click()
    assert hand.window.bench.is_shown("conflicts")
    assert not notices.shown
    assert hand.window.bench.panel("conflicts").count.text() == "1 of 1"  # type: ignore[attr-defined]


def test_the_future_state_is_compared_with_the_current_one_and_both_are_looked_at(start: Callable[..., Hand]) -> None:
    hand = start("vivan-los-tacos")
    current, future = (one.id for one in hand.document.maps)
    hand.session.show_map(current)
    hand.run("compare.states")
    comparing = hand.window.bench.comparing
    assert hand.session.map_id == future
    assert comparing.side_shown == "after"
    assert comparing.entries
    zoom = hand.canvas.camera.zoom
    hand.run("compare.switch")
    assert hand.session.map_id == current
    assert comparing.side_shown == "before"
    assert hand.canvas.camera.zoom == zoom
    plan = comparing.marks.plan
    assert plan is not None
    assert plan.stands.keys() & {card.id for card in hand.document.cards(current)}
    hand.session.perform("New map", lambda _: None)
    hand.run("compare.switch")
    assert hand.session.map_id == future
