"""Pictures and text from other programs: pasted, and dropped on the canvas."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Card
from tests.ui.conftest import small
from tests.ui.hand import CTRL, LEFT, NONE, PLATFORM, Hand, Key, Point, Start, difference

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def file_of(color: str = "red", size: tuple[int, int] = (30, 20), kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, color).save(out, kind)
    return out.getvalue()


def bomb(side: int = 60_000) -> bytes:
    """Make a PNG of side × side pixels that is small as a file."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    head = side.to_bytes(4, "big") * 2 + bytes([1, 0, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", bytes(400_000)) + chunk(b"IEND", b"")


def urls(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def image_file(data: bytes, media_type: str = "image/png") -> QMimeData:
    mime = QMimeData()
    mime.setData(media_type, data)
    return mime


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., list[Path]]:
    def make(**contents: bytes) -> list[Path]:
        paths = [tmp_path / name.replace("_", ".") for name in contents]
        for path, data in zip(paths, contents.values(), strict=True):
            path.write_bytes(data)
        return paths

    return make


class Foreign:
    """Something that is dragged in from another program."""

    def __init__(self, hand: Hand, data: QMimeData) -> None:
        self.hand, self.data = hand, data
        self._entered = False
        assert hand.window.bench.dropping is not None  # made a moment after the first frame

    def _arguments(self, at: QPoint) -> tuple:
        return at, Qt.DropAction.CopyAction, self.data, LEFT, NONE

    def over(self, point: Point, target: QWidget | None = None) -> bool:
        """Bring it over a point of the sheet; tells whether it is taken there."""
        view = target or self.hand.canvas.viewport()
        at = self.hand.view_of(*point)
        if not self._entered:
            entered = QDragEnterEvent(*self._arguments(at))
            QApplication.sendEvent(view, entered)
            self._entered = entered.isAccepted()
        moved = QDragMoveEvent(*self._arguments(at))
        moved.setAccepted(self._entered)
        QApplication.sendEvent(view, moved)
        return moved.isAccepted()

    def drop(self, point: Point) -> None:
        at = self.hand.view_of(*point)
        event = QDropEvent(at.toPointF(), Qt.DropAction.CopyAction, self.data, LEFT, NONE)
        QApplication.sendEvent(self.hand.canvas.viewport(), event)

    def leave(self) -> None:
        QApplication.sendEvent(self.hand.canvas.viewport(), QDragLeaveEvent())


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[Hand], None]:
    def wait(hand: Hand) -> None:
        qtbot.waitUntil(lambda: not hand.window.bench.pasting.is_busy, timeout=20_000)

    return wait


def paste(hand: Hand, data: QMimeData, cell: tuple[str, str] = ("pains", "a1")) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    hand.click(hand.in_cell(*cell))
    hand.key(Key.Key_V, CTRL)


def pictures(hand: Hand, lane: str = "pains", step: str = "a1") -> list[Card]:
    return [card for card in hand.document.cell("map", lane, step) if card.asset]


def test_a_copied_picture_becomes_a_picture_card(hand: Hand, settle: Callable[[Hand], None]) -> None:
    before = hand.document
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill("blue")
    data = QMimeData()
    data.setImageData(image)
    paste(hand, data)
    settle(hand)
    (card,) = pictures(hand)
    assert card.kind == "picture"
    assert hand.ids == (card.id,)
    assert hand.menu_text("edit.undo") == "Undo add picture"
    shown = hand.shown(card.id)
    at = hand.view_of(shown.x + shown.group.width / 2, shown.y + shown.group.height / 2)
    color = hand.picture().pixelColor(at)
    assert (color.red() < 20, color.blue() > 230) == (True, True)
    hand.key(Key.Key_Z, CTRL)
    assert hand.document == before


@pytest.mark.parametrize("media_type", ["image/png", "image/jpeg", "image/webp", "image/bmp"])
def test_so_does_one_that_comes_as_a_file(hand: Hand, settle: Callable[[Hand], None], media_type: str) -> None:
    kind = media_type.removeprefix("image/").upper()
    data = image_file(file_of("green", (3000, 100), kind), media_type)
    data.setImageData(QImage(1, 1, QImage.Format.Format_RGB32))
    paste(hand, data)
    settle(hand)
    (card,) = pictures(hand)
    import base64

    from cxdesigner import pictures as files_of_pictures

    assert files_of_pictures.size(base64.b64decode(hand.document[card.asset].data))[0] == 2048  # type: ignore[attr-defined]


def test_files_that_are_copied_become_cards_in_their_order(
    hand: Hand, settle: Callable[[Hand], None], files: Callable[..., list[Path]]
) -> None:
    paste(
        hand, urls(*files(a_png=file_of("red"), b_jpg=file_of("blue", kind="JPEG"), c_gif=file_of("lime", kind="GIF")))
    )
    settle(hand)
    assert len(pictures(hand)) == 3
    assert len(hand.document.assets) == 3
    assert hand.menu_text("edit.undo") == "Undo add 3 pictures"


def test_a_picture_without_a_cell_is_parked(hand: Hand, settle: Callable[[Hand], None]) -> None:
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(data)
    hand.key(Key.Key_V, CTRL)
    settle(hand)
    assert [card.kind for card in hand.document.cell("map", None, None)] == ["picture"]
    assert hand.told == ["1 card put into Parking lot."]


def with_picture_card() -> Document:
    document = small()
    change = add_card(document, "map", "pains", "a2", kind="picture")
    assert change is not None
    return Document(
        record.with_(id="frame") if isinstance(record, Card) and record.kind == "picture" else record
        for record in document.apply(change).records.values()
    )


def test_a_picture_pasted_at_an_empty_picture_card_is_shown_in_it(start: Start, settle: Callable[[Hand], None]) -> None:
    hand = start(with_picture_card())
    QGuiApplication.clipboard().setMimeData(image_file(file_of()))
    data = image_file(file_of())
    data.setImageData(QImage(1, 1, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(data)
    hand.click(hand.middle("frame"))
    hand.key(Key.Key_V, CTRL)
    settle(hand)
    assert hand.card("frame").asset
    assert hand.menu_text("edit.undo") == "Undo set picture"


def test_dropped_files_become_cards_where_they_are_dropped(
    hand: Hand, settle: Callable[[Hand], None], files: Callable[..., list[Path]]
) -> None:
    dark = hand.picture()
    drag = Foreign(hand, urls(*files(a_png=file_of("red"), b_png=file_of("blue"))))
    point = hand.bottom_of("pains", "b1")
    assert drag.over(point)
    assert difference(dark, hand.picture()).getbbox() is not None, "the target is lit"
    before = hand.document
    drag.drop(point)
    settle(hand)
    assert [card.kind for card in hand.document.cell("map", "pains", "b1")] == ["", "picture", "picture"]
    assert hand.document != before
    assert hand.canvas.hasFocus()


def test_a_picture_dropped_on_a_picture_card_replaces_its_picture(
    start: Start, settle: Callable[[Hand], None], files: Callable[..., list[Path]]
) -> None:
    hand = start(with_picture_card())
    (path,) = files(a_png=file_of("red"))
    drag = Foreign(hand, urls(path))
    assert drag.over(hand.middle("frame"))
    hand.picture()
    drag.drop(hand.middle("frame"))
    settle(hand)
    assert hand.card("frame").asset
    assert hand.stack("pains", "a2") == ["frame"]


def test_a_drag_that_leaves_does_nothing(hand: Hand, files: Callable[..., list[Path]]) -> None:
    before = hand.document
    dark = hand.picture()
    drag = Foreign(hand, urls(*files(a_png=file_of())))
    assert drag.over(hand.in_cell("pains", "a1"))
    assert not drag.over((2, 2)), "there is no cell"
    drag.leave()
    assert hand.canvas.gesture is None
    assert hand.document is before
    assert difference(dark, hand.picture()).getbbox() is None


def test_dropped_lines_and_tables_become_cards(hand: Hand) -> None:
    point = hand.bottom_of("pains", "b1")
    drag = Foreign(hand, text("- one\n- two"))
    assert drag.over(point)
    drag.drop(point)
    assert hand.texts("pains", "b1") == ["four", "one", "two"]
    drag = Foreign(hand, text("x\ty"))
    drag.over(hand.in_cell("pains", "a1"))
    drag.drop(hand.in_cell("pains", "a1"))
    assert (hand.texts("pains", "a1"), hand.texts("pains", "a2")) == (["x"], ["y"])


def test_a_project_is_left_to_the_window(hand: Hand, tmp_path: Path) -> None:
    drag = Foreign(hand, urls(tmp_path / "other.cxd"))
    assert not hand.window.bench.dropping.eventFilter(
        hand.canvas.viewport(), QDragEnterEvent(*drag._arguments(QPoint(300, 300)))
    )
    assert drag.over(hand.in_cell("pains", "a1"), hand.window)
    assert hand.canvas.gesture is None


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (bomb(), "megapixels"),
        (b"<svg/>", "not a picture"),
        (b"", "not a picture"),
        (file_of()[:60], "damaged"),
        (file_of(kind="JPEG")[:200], "picture"),
    ],
)
def test_what_is_no_picture_is_one_sentence(
    hand: Hand, settle: Callable[[Hand], None], files: Callable[..., list[Path]], data: bytes, word: str
) -> None:
    before = hand.document
    point = hand.in_cell("pains", "a1")
    drag = Foreign(hand, urls(*files(good_png=file_of(), bad_png=data)))
    drag.over(point)
    drag.drop(point)
    settle(hand)
    assert hand.document is before
    (sentence,) = hand.told
    assert sentence.startswith("bad.png: ")
    assert word in sentence
    assert sentence.endswith(".")


def test_a_file_that_is_gone_is_one_sentence(hand: Hand, settle: Callable[[Hand], None], tmp_path: Path) -> None:
    before = hand.document
    paste(hand, urls(tmp_path / "gone.png"))
    settle(hand)
    assert hand.document is before
    (sentence,) = hand.told
    assert sentence.startswith("gone.png: This file could not be read")


def test_a_picture_of_cells_beside_their_text_is_not_meant(hand: Hand) -> None:
    data = text("x\ty")
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    paste(hand, data)
    assert hand.texts("pains", "a1") == ["x"]
    assert not hand.document.assets


def test_pictures_can_be_cancelled_on_the_way(hand: Hand, files: Callable[..., list[Path]]) -> None:
    before = hand.document
    paste(hand, urls(*files(a_png=file_of(), b_png=file_of("blue"))))
    pasting = hand.window.bench.pasting
    pasting.say_how_far()
    from PySide6.QtWidgets import QPushButton

    next(one for one in hand.window.bench.status.findChildren(QPushButton) if one.text() == "Cancel").click()
    assert not pasting.is_busy
    assert hand.document is before


def test_pictures_whose_place_is_gone_meanwhile_are_told_of(
    hand: Hand, settle: Callable[[Hand], None], files: Callable[..., list[Path]]
) -> None:
    paste(hand, urls(*files(a_png=file_of())))
    hand.session.perform("Delete lane", partial(remove, keys=["pains"]))
    before = hand.document
    settle(hand)
    assert hand.document is before
    assert "gone" in hand.told[-1]
