"""What takes longer than a moment is seen to go on, and can be stopped in the middle."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesigner.ui.dialogs.export_rows import OWN
from tests.ui.asker import Asker
from tests.ui.hand import PLATFORM, Key, Start

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def test_a_large_picture_is_seen_to_be_drawn_and_a_click_stops_it(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    asker = Asker(start(), qtbot)
    out = tmp_path / "small.png"
    out.write_bytes(b"precious")
    dialog = asker.open()
    asker.choose("kind", "png")
    asker.choose("width", OWN)
    QTest.keyClicks(QApplication.focusWidget(), "24000")
    QTest.keyClick(dialog.export, Key.Key_Return)
    assert dialog.export.text() == "Replace"
    QTest.keyClick(dialog.export, Key.Key_Return)
    status = asker.hand.window.bench.status
    said = [(time.monotonic(), status.message.text())]

    def looks() -> bool:
        if status.message.text() != said[-1][1]:
            said.append((time.monotonic(), status.message.text()))
        return said[-1][1].startswith("Exporting small.png … ") and " % (" in said[-1][1] and " 0 %" not in said[-1][1]

    qtbot.waitUntil(looks, timeout=60_000)
    assert said[0][1] == "Exporting small.png …"
    # A machine that is busy is slower; on average it moves as often as it should.
    gaps = [later - earlier for (earlier, _), (later, _) in pairwise(said)]
    assert sum(gaps) / len(gaps) < 0.6, said
    assert dialog.foot.news.text() == status.message.text()
    (link,) = dialog.foot.links
    qtbot.wait(500)
    assert dialog.foot.links == [link]  # it stays while the time is told, so that it can be clicked
    (cancel,) = (one for one in status._links if one.text() == "Cancel")
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: status.message.text() == "The export was cancelled.", timeout=30_000)
    assert out.read_bytes() == b"precious"
    assert {path.name for path in tmp_path.iterdir() if path.suffix in (".png", ".cxd", ".tmp")} == {
        "small.png",
        "small.cxd",
    }


def test_each_stage_of_an_export_is_said(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    asker = Asker(start("vivan-los-tacos"), qtbot)
    dialog = asker.open()
    asker.take("Report")
    out = tmp_path / "report.pdf"
    dialog.path.selectAll()
    QTest.keyClicks(dialog.path, str(out))
    said: list[str] = []
    QTest.keyClick(dialog.export, Key.Key_Return)
    status = asker.hand.window.bench.status

    def is_over() -> bool:
        said.append(status.message.text())
        return "Exported report.pdf" in said[-1]

    qtbot.waitUntil(is_over, timeout=60_000)
    for words in ("laying out the map", "page "):
        assert any(words in one for one in said), set(said)


def test_pages_that_are_waited_for_are_seen_to_be_made(start: Start, qtbot: QtBot) -> None:
    dialog = Asker(start(), qtbot).open()
    label = dialog.pages.size_label
    assert label.text().endswith(" mm")
    dialog.job._asked += 1  # as if pages took long
    dialog.job._since = time.monotonic()
    texts: set[str] = set()

    def looks() -> bool:
        texts.add(label.text())
        return sum(one.startswith("Drawing the pages … (") for one in texts) >= 3

    qtbot.waitUntil(looks)
    dialog.job._answered = dialog.job._asked
    qtbot.waitUntil(lambda: label.text().endswith(" mm"))
