"""What goes wrong below the interface, or in another process, is said in the reader's language."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from cxdesigner.export.options import ExportOptions
from cxdesigner.model.document import Document
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.storage.clipboard import MEDIA_TYPE
from cxdesigner.storage.codec import write
from tests.model.builders import journey
from tests.ui.conftest import small
from tests.ui.hand import CTRL, PLATFORM, Answers, Hand, Key, Start
from tests.ui.marked import WORD, unmarked

pytestmark = [pytest.mark.qt_log_ignore(PLATFORM, extend=True), pytest.mark.usefixtures("backwards")]


def message(hand: Hand) -> str:
    """Give what the status bar or the quiet bar says, which has to be something."""
    bench = hand.window.bench
    text = bench.status.message.text() or " ".join(notice.sentence for notice in bench.notices.shown.values())
    assert WORD.search(text)
    return text


def project(**changes: Any) -> bytes:
    return json.dumps({**json.loads(write(small())), **changes}).encode()


DAMAGED = {
    "empty": b"",
    "other": b"%PDF-1.7",
    "web": b"<!doctype html>",
    "mark": b"\xef\xbb\xbf{}",
    "utf16": "{}".encode("utf-16"),
    "zeros": b"{\n\0\0",
    "conflict": b"{\n<<<<<<< mine\n}",
    "latin": b'{"a": "\xff"}',
    "cut": write(small())[:200],
    "comma": b'{"format": "cxdesigner" "version": 1}',
    "twice": b'{"format": "cxdesigner", "format": "cxdesigner"}',
    "foreign": b'{"format": "other"}',
    "version": b'{"format": "cxdesigner"}',
    "long": project(title="x" * 10_001),
}
"""Files that are not opened, and what is wrong with them."""
MENDED = {
    "list": project(maps=3),
    "values": project(personas=[{"id": "ana", "name": 3, "color": "red"}, 4]),
    "numbers": project(maps=[{"id": "m", "stages": [{"id": "a", "steps": [{"id": "s", "width": -1}]}]}]),
    "key": project(personas=[{"id": "ana"}, {"id": "ana"}]),
}
"""Files that open as copies in which things are mended."""
PLACES = [
    *(f"{name}.cxd" for name in (*DAMAGED, *MENDED)), "maps[0].stages[0].steps[0].width", "personas[0].name",
    "personas[1].id",
    "personas[0].id", "personas[0]", "maps", "title", "'red'", "cxdesigner",
]  # fmt: skip
"""Names of files and of places in them, which are the same in every language."""


@pytest.mark.parametrize("name", DAMAGED)
def test_why_a_file_is_not_opened(start: Start, tmp_path: Path, name: str) -> None:
    hand = start()
    path = tmp_path / f"{name}.cxd"
    path.write_bytes(DAMAGED[name])
    hand.window.application.projects.open_files([path], hand.window)
    assert path.name in message(hand)
    assert unmarked(message(hand), PLACES) == ""
    assert "⟧" in message(hand)


@pytest.mark.parametrize("name", MENDED)
def test_r11_what_was_mended_in_a_file(start: Start, tmp_path: Path, name: str) -> None:
    hand = start()
    path = tmp_path / f"{name}.cxd"
    path.write_bytes(MENDED[name])
    hand.window.application.projects.open_files([path], hand.window)
    bar = hand.window.application.windows[-1].notices
    assert bar is not None
    notice = bar.shown["rescue-mended"]
    assert unmarked(notice.sentence, PLACES) == ""
    notice.offers[0][1]()
    lines = bar.findChildren(QListWidget)[0]
    for row in range(lines.count()):
        assert unmarked(lines.item(row).text(), [*PLACES, "unfit", "24"]) == ""


def test_what_is_loose_in_a_file_that_opens(start: Start, tmp_path: Path) -> None:
    hand = start()
    raw = json.loads(write(small()))
    raw["maps"][0]["cards"][0]["step"] = "gone"
    path = tmp_path / "loose.cxd"
    path.write_text(json.dumps(raw), encoding="utf-8")
    hand.window.application.projects.open_files([path], hand.window)
    told = Hand(hand.window.application.windows[-1])
    assert "maps[0].cards[0].step: " in message(told)
    assert unmarked(message(told), ["maps[0].cards[0].step", "gone"]) == ""


class Chosen(Answers):
    """Chooses a path wherever one is asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def ask_save_path(self, parent: Any, caption: str, suggestion: Path, kinds: str) -> Path | None:
        return self.path


@pytest.mark.parametrize("action", ["file.save_as", "export"])
@pytest.mark.parametrize("name", ["fixed", "nowhere/small", "small/small"])
def test_why_a_file_is_not_written(start: Start, tmp_path: Path, qtbot: QtBot, action: str, name: str) -> None:
    hand = start()
    path = tmp_path / f"{name}.{'cxd' if action == 'file.save_as' else 'pdf'}"
    (tmp_path / "small").write_bytes(b"")
    if path.parent == tmp_path:
        path.write_bytes(b"old")
        path.chmod(0o444)
    application = hand.window.application
    application._dialogs = Chosen(path)
    if action == "export":
        application._exporting.start(hand.window, hand.session, path, ExportOptions())
    else:
        hand.run(action)
        application.saving.wait()
    qtbot.waitUntil(lambda: not application._exporting.is_busy, timeout=60_000)
    notices = hand.window.bench.notices.shown.values()
    said = message(hand) if action == "export" else " ".join(notice.sentence for notice in notices)
    assert path.name in said
    assert "⟦Could not save" in said
    assert unmarked(said, []) == ""


def wide() -> Document:
    """Make a map that is too wide for a PNG at two pixels a point."""
    document = journey("A: a1 a2 a3 a4 a5")
    change = set_fields(document, ["a1", "a2", "a3", "a4", "a5"], width=4000)
    assert change is not None
    return document.apply(change)


def test_why_a_picture_of_a_map_is_not_exported(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    hand = start(wide())
    application = hand.window.application
    application._exporting.start(hand.window, hand.session, tmp_path / "wide.png", ExportOptions("png"))
    qtbot.waitUntil(lambda: not application._exporting.is_busy, timeout=60_000)
    assert "pixels, and at most 32,000 a side" in message(hand)
    assert unmarked(message(hand), []) == ""
    assert not (tmp_path / "wide.png").exists()


def paste(hand: Hand, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    hand.click(hand.in_cell("pains", "b2"))
    hand.key(Key.Key_V, CTRL)


@pytest.mark.parametrize(
    "raw",
    [{}, {"format": "cxdesigner-fragment", "version": 1, "cards": [{"id": "x", "text": 3}]},
     {"format": "cxdesigner-fragment", "version": 9, "cards": [{"id": "x", "text": 3}, 4]}],
)  # fmt: skip
def test_why_copied_records_are_not_pasted(start: Start, raw: dict[str, Any]) -> None:
    hand = start()
    data = QMimeData()
    data.setData(MEDIA_TYPE, json.dumps(raw).encode())
    paste(hand, data)
    assert unmarked(message(hand), ["cards[0].text"]) == ""


@pytest.mark.parametrize("text", ["x\n" * 20_001, "\t" * 600 + "x", "x" * 10_001])
def test_why_text_is_not_pasted(start: Start, text: str) -> None:
    hand = start()
    data = QMimeData()
    data.setText(text)
    paste(hand, data)
    assert "at most" in message(hand)
    assert unmarked(message(hand), []) == ""


def test_why_pictures_are_not_pasted(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    hand = start()
    (tmp_path / "none.png").write_bytes(b"<b>")
    Image.new("1", (60_000, 2_000)).save(tmp_path / "huge.png")
    for name in ("none.png", "huge.png", "gone.png"):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        paste(hand, data)
        qtbot.waitUntil(lambda name=name: name in hand.window.bench.status.message.text())
        assert unmarked(message(hand), [name, "No such file or directory"]) == ""


def test_why_a_field_is_not_set(start: Start) -> None:
    hand = start()
    hand.session.perform("x", lambda document: set_fields(document, ["one"], text="x" * 10_001))
    assert hand.told == ["⟦The ⟦text⟧ is 10,001 characters long; the most is 10,000.⟧"]
