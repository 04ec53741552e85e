"""A person at the program: a mouse on the sheet, in its points, and a keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import ImageChops
from PIL.Image import Image, frombuffer
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cxdesigner.layout.hit import Cell, Hit, cell_of, groups_of
from cxdesigner.layout.scene import Band, Scene
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Emotion, Persona
from cxdesigner.ui.canvas.gestures.emotion import plot_top_of
from cxdesigner.ui.canvas.text_editor import TextEditor
from cxdesigner.ui.canvas.view import CanvasView
from cxdesigner.ui.dialogs.files import Answer, Dialogs
from cxdesigner.ui.entries import Entry
from cxdesigner.ui.main_window import MainWindow
from cxdesigner.ui.panels.library_tile import Tile
from cxdesigner.ui.session import Session

Point = tuple[float, float]
NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton
Key = Qt.Key
UNDO, REDO = "edit.undo", "edit.redo"


class Answers(Dialogs):
    """Cancels every question, but for unsaved changes: those are let go."""

    def ask_open_paths(self, parent: Any, caption: str, folder: Path, *, several: bool = True) -> list[Path]:
        return []

    def ask_table_path(self, parent: Any, folder: Path) -> Path | None:
        return None

    def ask_save_path(self, parent: Any, caption: str, suggestion: Path, kinds: str) -> Path | None:
        return None

    def ask_print(self, parent: Any, printer: Any) -> bool:
        return False

    def ask_unsaved(self, parent: Any, name: str) -> Answer:
        return "discard"

    def ask_draft(self, parent: Any, name: str) -> Answer:
        return "discard"

    def show_path(self, path: Path) -> None:
        raise AssertionError(path)


class Hand:
    """Works in one window. Places are points of the sheet unless they are pixels of the view."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self._target: QWidget | None = None
        self._buttons = Qt.MouseButton.NoButton
        self.told: list[str] = []
        self.session.told.connect(self.told.append)

    @property
    def canvas(self) -> CanvasView:
        return self.window.bench.canvas

    @property
    def session(self) -> Session:
        return self.window.project

    @property
    def document(self) -> Document:
        return self.session.document

    @property
    def scene(self) -> Scene:
        return self.canvas.scene

    @property
    def editor(self) -> TextEditor | None:
        return self.canvas.writing.editor

    @property
    def ids(self) -> tuple[str, ...]:
        return self.session.selection.ids

    def menu_text(self, action: str) -> str:
        self.window.commands.refresh()
        return self.window.actions_by_id[action].text().replace("&", "")

    # Where things are

    def shown(self, key: str, part: str | None = None) -> Hit:
        found = groups_of(self.scene, key, part)
        assert found, f"{part or 'nothing'} of {key} is drawn"
        return found[0]

    def middle(self, key: str, part: str = "card") -> Point:
        hit = self.shown(key, part)
        return hit.x + hit.group.width / 2, hit.y + hit.group.height / 2

    def edge(self, key: str, side: str, part: str = "card") -> Point:
        hit = self.shown(key, part)
        inset = 2 / self.canvas.camera.scale
        x = hit.x + hit.group.width - inset if side == "right" else hit.x + inset
        return x, hit.y + hit.group.height / 2

    def cell(self, lane: str, step: str) -> Cell:
        found = cell_of(self.scene, self.canvas.columns, lane, step)
        assert found is not None
        return found

    def in_cell(self, lane: str, step: str, down: float = 0.5) -> Point:
        cell = self.cell(lane, step)
        return cell.x + cell.width / 2, cell.y + cell.height * down

    def bottom_of(self, lane: str, step: str) -> Point:
        cell = self.cell(lane, step)
        return cell.x + cell.width / 2, cell.y + cell.height - 2

    def band(self, key: str) -> Band:
        return next(band for band in self.scene.bands if band.key == key)

    def emotion_at(self, lane: str, step: str, score: float) -> Point:
        """Give the place of a score in the emotion lane."""
        from cxdesigner.layout.plot import height_of

        top = plot_top_of(self.band(lane))
        assert top is not None
        return self.in_cell(lane, step)[0], height_of(score, top)

    def view_of(self, x: float, y: float) -> QPoint:
        """Give the pixel of the view at a point of the sheet."""
        return QPointF(*self.canvas.camera.to_view(x, y)).toPoint()

    # Mouse

    def _send(self, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier) -> None:
        target = self._target
        assert target is not None
        spot = target.mapFromGlobal(self.canvas.viewport().mapToGlobal(at))
        event = QMouseEvent(kind, QPointF(spot), QPointF(target.mapToGlobal(spot)), button, self._buttons, modifiers)
        QApplication.sendEvent(target, event)

    def press(self, point: Point, modifiers: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT) -> None:
        at = self.view_of(*point)
        assert self.canvas.viewport().rect().contains(at), f"{point} is out of view at {at}"
        self._target = self.canvas.viewport().childAt(at) or self.canvas.viewport()
        self._buttons |= button
        self._send(QEvent.Type.MouseButtonPress, at, button, modifiers)

    def move(self, point: Point, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.move_to_pixel(self.view_of(*point), modifiers)

    def move_to_pixel(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        if self._buttons == Qt.MouseButton.NoButton:
            self._target = self.canvas.viewport()
        self._send(QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, modifiers)

    def release(
        self, point: Point | None = None, modifiers: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT
    ) -> None:
        at = self.view_of(*point) if point is not None else self.canvas.pointer
        self._buttons &= ~button
        self._send(QEvent.Type.MouseButtonRelease, at, button, modifiers)

    def drag(
        self,
        start: Point,
        end: Point,
        modifiers: Qt.KeyboardModifier = NONE,
        *,
        drop: bool = True,
        button: Qt.MouseButton = LEFT,
        steps: int = 5,
    ) -> None:
        """Press, move in a few steps, and let go; places are those of the sheet as it was at the press."""
        first, last = self.view_of(*start), self.view_of(*end)
        self.press(start, modifiers, button)
        for step in range(1, steps + 1):
            self.move_to_pixel(first + (last - first) * step / steps, modifiers)
        if drop:
            self.release(modifiers=modifiers, button=button)

    def click(self, point: Point, modifiers: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT) -> None:
        at = self.view_of(*point)
        self.press(point, modifiers, button)
        self._buttons &= ~button
        self._send(QEvent.Type.MouseButtonRelease, at, button, modifiers)

    def double_click(self, point: Point) -> None:
        at = self.view_of(*point)
        self.click(point)
        self._target = self.canvas.viewport()
        self._buttons |= LEFT
        self._send(QEvent.Type.MouseButtonDblClick, at, LEFT, NONE)
        self._buttons &= ~LEFT
        self._send(QEvent.Type.MouseButtonRelease, at, LEFT, NONE)

    def wheel(self, at: QPoint, amount: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
        view = self.canvas.viewport()
        event = QWheelEvent(
            QPointF(at),
            QPointF(view.mapToGlobal(at)),
            QPoint(),
            QPoint(0, amount),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, event)

    # The library

    def tile(self, kind: str, value: str = "") -> Tile:
        found = [tile for tile in self.window.bench.library.findChildren(Tile) if tile.entry == Entry(kind, value)]
        assert found, (kind, value)
        return found[0]

    def pull(self, kind: str, value: str = "") -> Tile:
        """Take an entry of the library, and drag it off its tile."""
        tile = self.tile(kind, value)
        self._target = tile
        start = QPoint(10, 10)
        self._buttons |= LEFT
        spot = tile.mapToGlobal(start)
        view = self.canvas.viewport()
        self._send(QEvent.Type.MouseButtonPress, view.mapFromGlobal(spot), LEFT, NONE)
        self._send(QEvent.Type.MouseMove, view.mapFromGlobal(spot + QPoint(30, 0)), Qt.MouseButton.NoButton, NONE)
        return tile

    def take(self, kind: str, value: str, point: Point, *, drop: bool = True) -> None:
        """Drag an entry of the library to a point of the sheet."""
        self.pull(kind, value)
        at = self.view_of(*point)
        self.move_to_pixel(at - QPoint(4, 4))
        self.move_to_pixel(at)
        if drop:
            self._buttons &= ~LEFT
            self._send(QEvent.Type.MouseButtonRelease, at, LEFT, NONE)

    # Keyboard

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self._focus(), key, modifiers)

    def key_down(self, key: Qt.Key) -> None:
        QTest.keyPress(self._focus(), key)

    def key_up(self, key: Qt.Key) -> None:
        QTest.keyRelease(self._focus(), key)

    def type(self, text: str) -> None:
        """Type a text; letters that no key of a Latin keyboard has come as an input method gives them."""
        if text.isascii():
            for letter in text:
                QTest.keyClicks(self._focus(), letter)
            return
        from PySide6.QtGui import QInputMethodEvent

        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self._focus(), event)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def run(self, action: str) -> None:
        """Choose an action from a menu; it does nothing if it is grey."""
        self.window.commands.refresh()  # as when the menu opens
        self.window.actions_by_id[action].trigger()

    def save(self) -> None:
        """Save by the menu, and wait until the file is written."""
        self.run("file.save")
        self.window.application.saving.wait()

    # What is drawn

    def picture(self) -> QImage:
        """Give the canvas as it is shown."""
        return self.canvas.viewport().grab().toImage()

    def is_asked_for_another_end(self) -> bool:
        """Whether a letter goes into no card, and the window says how to end the link that is being made."""
        self.told.clear()
        self.key(Key.Key_Q)
        return self.editor is None and "Enter links" in "".join(self.told[-1:])

    def texts(self, lane: str, step: str) -> list[str]:
        """Give the texts of a cell's stack."""
        return [card.text for card in self.document.cell(self.session.map_id, lane, step)]

    def stack(self, lane: str, step: str) -> list[str]:
        """Give the ids of a cell's stack."""
        return [card.id for card in self.document.cell(self.session.map_id, lane, step)]

    def card(self, key: str) -> Card:
        found = self.document.get(key, Card)
        assert found is not None
        return found

    def score(self, persona: str, step: str) -> float | None:
        found = self.document.emotion(persona, step)
        return found.score if isinstance(found, Emotion) else None

    def people(self) -> list[str]:
        return [persona.id for persona in self.document.personas_of(self.session.map_id)]

    def persona_named(self, name: str) -> Persona:
        return next(persona for persona in self.document.personas if persona.name == name)


FAINT = 3
"""Levels, of 255, by which Qt's smooth edges differ with the region that is painted."""


def difference(one: QImage, other: QImage, faint: int = FAINT) -> Image:
    """Give a black and white picture of the pixels in which two pictures differ by more than can be seen."""
    assert one.size() == other.size()
    first, second = (_pixels(image) for image in (one, other))
    apart = ImageChops.difference(first, second).convert("RGB")
    return ImageChops.lighter(ImageChops.lighter(*apart.split()[:2]), apart.split()[2]).point(
        lambda level: 255 if level > faint else 0
    )


def _pixels(image: QImage) -> Image:
    plain = image.convertToFormat(QImage.Format.Format_RGBX8888)
    return frombuffer("RGBX", (plain.width(), plain.height()), plain.constBits().tobytes()).convert("RGB")


def differs(one: QImage, other: QImage) -> int:
    """Count the pixels in which two pictures differ by more than can be seen."""
    return difference(one, other).histogram()[255]


def where_they_differ(one: QImage, other: QImage, faint: int = FAINT) -> tuple[int, int, int, int] | None:
    """Give the left, top, right and bottom of what differs, None for nothing."""
    return difference(one, other, faint).getbbox()


Start = Callable[..., Hand]
PLATFORM = "does not support"
"""What the offscreen platform says of windows that are to be raised or have a least size."""
