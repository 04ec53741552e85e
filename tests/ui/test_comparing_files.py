"""Comparing and merging with files that somebody chooses, and maps with each other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.snapshots import keep_snapshot
from cxdesigner.storage.codec import write
from cxdesigner.storage.snapshots import content_of
from cxdesigner.ui.comparing.conflicts_panel import ConflictsPanel
from tests.ui.conftest import small
from tests.ui.hand import UNDO, Answers, Hand, Key


def with_(document: Document, without: str = "", **fields: dict[str, Any]) -> Document:
    return Document(record.with_(**fields.get(key, {})) for key, record in document.records.items() if key != without)


def reworded(document: Document, card: str, words: str) -> Change | None:
    return Change.of({card: (document[card], document[card].with_(text=words))})


@pytest.fixture
def choose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Path]]:
    """Answer the next question for files with files that hold these documents or bytes."""

    def answer(*contents: Document | bytes) -> list[Path]:
        paths = [tmp_path / f"table {number}.cxd" for number, _ in enumerate(contents, 1)]
        for path, content in zip(paths, contents, strict=True):
            path.write_bytes(content if isinstance(content, bytes) else write(content))
        monkeypatch.setattr(Answers, "ask_open_paths", lambda *_, **__: paths)
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


@pytest.mark.parametrize(
    ("action", "caption", "several"),
    [
        ("compare.with", "Compare with", False),
        ("compare.merge", "Merge with", True),
        ("compare.tables", "Merge the tables", True),
    ],
)
def test_the_question_for_files_says_for_what_and_begins_beside_the_file(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str, caption: str, *, several: bool
) -> None:
    asked: list[tuple[str, Path, bool]] = []

    def ask(_self: object, _parent: object, caption: str, folder: Path, *, several: bool) -> list[Path]:
        asked.append((caption, folder, several))
        return []

    monkeypatch.setattr(Answers, "ask_open_paths", ask)
    hand.window.application.memory.set_folder("projects", tmp_path / "elsewhere")
    hand.run(action)
    assert hand.session.path is not None
    assert asked == [(caption, hand.session.path.parent, several)]


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


def test_a_copy_is_merged_from_the_state_of_the_file_that_it_is_a_copy_of(
    hand: Hand, choose: Callable[..., list[Path]], qtbot: QtBot
) -> None:
    for card, words in (("two", "first"), ("three", "second"), ("two", "third")):
        hand.session.perform("Reword", lambda document, card=card, words=words: reworded(document, card, words))
        hand.save()
        if words == "second":
            copied = hand.document
    hand.window.application.keeping.wait()
    before = hand.document
    choose(with_(copied, "four", one={"text": "theirs"}))
    hand.run("compare.merge")
    qtbot.waitUntil(lambda: "four" not in hand.document)
    assert [hand.card(key).text for key in ("one", "two", "three")] == ["theirs", "third", "second"]
    assert not hand.document.project.conflicts
    notices = hand.window.bench.notices
    (key,) = notices.shown
    sentence = notices.shown[key].sentence
    assert sentence.startswith("Merged: 1 card removed, 1 reworded. Both began from what the file held until ")
    show, _close = notices.buttons(key)
    show.click()
    entries = hand.window.bench.comparing.entries
    assert [(entry.what, entry.record.id) for entry in entries] == [("reworded", "one"), ("removed", "four")]
    hand.run(UNDO)
    assert hand.document == before


def test_conflicts_of_a_merge_are_offered_to_be_settled(
    hand: Hand, choose: Callable[..., list[Path]], qtbot: QtBot
) -> None:
    choose(with_(hand.document, one={"text": "theirs"}))
    hand.run("compare.merge")
    notices = hand.window.bench.notices
    qtbot.waitUntil(lambda: bool(notices.shown))
    (key,) = notices.shown
    assert notices.shown[key].sentence == (
        "Merged. What both began from is not known here: nothing was taken out. "
        "1 thing was changed on both sides: it is as it was, and both are kept."
    )
    notices.buttons(key)[0].click()
    assert hand.window.bench.is_shown("conflicts")
    assert not notices.shown
    panel = hand.window.bench.panel("conflicts")
    assert isinstance(panel, ConflictsPanel)
    assert panel.count.text() == "1 of 1"
    shown = {side: choice.name.text() for side, choice in panel.choices.items() if not choice.isHidden()}
    # It is not known what was before both, so that cannot be chosen.
    assert shown == {"ours": "This version · on the map now", "theirs": "table 1.cxd"}
    hand.key(Key.Key_3)
    assert panel.count.text() == "1 of 1"
    hand.key(Key.Key_2)
    assert hand.card("one").text == "theirs"


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
