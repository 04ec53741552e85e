"""The inspector's editors of the project: departments, brand; and the part of a photo that is shown."""

from __future__ import annotations

import base64
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxdesigner.model.records import Asset, Brand, Persona
from cxdesigner.ui.panels.cropper import SIDE, Cropper, Frame
from cxdesigner.ui.panels.departments import Departments
from cxdesigner.ui.panels.inspector import MAP, PERSONA, Inspector
from cxdesigner.ui.panels.picture_editor import PictureEditor
from cxdesigner.ui.session import Session
from tests.ui.hand import ALT, PLATFORM, Key
from tests.ui.panels import on_screen, tacos

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session() -> Session:
    return tacos()


@pytest.fixture
def inspector(qtbot: QtBot, session: Session) -> Inspector:
    inspector = on_screen(qtbot, Inspector(session), width=320, height=1600)
    inspector.show_tab(MAP)
    return inspector


@pytest.fixture
def departments(inspector: Inspector) -> Departments:
    (found,) = inspector.findChildren(Departments)
    return found


def names(session: Session) -> list[str]:
    return [one.name for one in session.document.departments]


def shown(departments: Departments) -> list[str]:
    return [row.name.text() for row in departments.rows]


def test_every_department_has_a_row(departments: Departments, session: Session) -> None:
    assert shown(departments) == names(session)
    assert [row.color.swatch.color for row in departments.rows] == [one.color for one in session.document.departments]


def test_a_department_is_added_by_its_name(departments: Departments, session: Session) -> None:
    before = names(session)
    QTest.keyClicks(departments.add, "Night shift")
    QTest.keyClick(departments.add, Key.Key_Return)
    assert names(session) == [*before, "Night shift"] == shown(departments)
    assert departments.add.text() == ""
    session.undo()
    assert shown(departments) == before


def test_a_name_that_is_taken_is_told(departments: Departments, session: Session, qtbot: QtBot) -> None:
    before = names(session)
    QTest.keyClicks(departments.add, before[0].upper())
    with qtbot.waitSignal(session.told) as told:
        QTest.keyClick(departments.add, Key.Key_Return)
    assert told.args == [f"There is a department “{before[0].upper()}” already."]
    assert names(session) == before
    departments.add.clear()
    QTest.keyClick(departments.add, Key.Key_Return)
    assert names(session) == before


def test_a_department_is_renamed_coloured_and_taken_away(departments: Departments, session: Session) -> None:
    row = departments.rows[0]
    row.name.selectAll()
    QTest.keyClicks(row.name, "Guests")
    QTest.keyClick(row.name, Key.Key_Return)
    assert names(session)[0] == "Guests"
    row.color.edited.emit("#112233")
    assert session.document.departments[0].color == "#112233"
    count = len(names(session))
    QTest.mouseClick(row.remove, LEFT)
    assert len(names(session)) == count - 1 == len(departments.rows)
    assert "Guests" not in shown(departments)


def test_alt_and_an_arrow_move_a_department(departments: Departments, session: Session) -> None:
    before = names(session)
    departments.rows[0].name.setFocus()
    QTest.keyClick(departments.rows[0].name, Key.Key_Down, ALT)
    assert names(session)[:2] == before[1::-1]
    assert departments.rows[1].name.hasFocus()
    QTest.keyClick(departments.rows[1].name, Key.Key_Up, ALT)
    QTest.keyClick(departments.rows[0].name, Key.Key_Up, ALT)
    assert names(session) == before


def test_the_brand_has_a_name_and_a_promise(inspector: Inspector, session: Session) -> None:
    form = inspector.map_page.brand_form
    form.editors["brand.promise"].edited.emit("Fresh or free")
    form.editors["brand.primary"].edited.emit("#445566")
    brand = session.document.project.brand
    assert isinstance(brand, Brand)
    assert (brand.promise, brand.primary) == ("Fresh or free", "#445566")


def picture(width: int, height: int) -> bytes:
    """Make a PNG: red on the left, green in the middle, blue on the right."""
    image = Image.new("RGB", (width, height), "#00ff00")
    image.paste("#ff0000", (0, 0, width // 3, height))
    image.paste("#0000ff", (width - width // 3, 0, width, height))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def drop(widget: PictureEditor, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at = QPoint(5, 5)
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(
        widget, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    )


def test_a_logo_is_dropped_and_becomes_part_of_the_project(
    inspector: Inspector, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    editor = inspector.map_page.brand_form.editors["brand.logo"]
    assert isinstance(editor, PictureEditor)
    assert editor.crop.isHidden()
    path = tmp_path / "logo.png"
    path.write_bytes(picture(60, 20))
    drop(editor, path)
    qtbot.waitUntil(lambda: (session.document.project.brand or Brand()).logo != "")
    brand = session.document.project.brand
    assert brand is not None
    assert session.document.get(brand.logo, Asset) is not None


@pytest.fixture
def photo(inspector: Inspector, session: Session, tmp_path: Path, qtbot: QtBot) -> PictureEditor:
    """Give the editor of a persona's photo, 300 by 100 pixels."""
    inspector.show_tab(PERSONA)
    editor = inspector.persona_page.form.editors["photo"]
    assert isinstance(editor, PictureEditor)
    path = tmp_path / "marta.png"
    path.write_bytes(picture(300, 100))
    drop(editor, path)
    qtbot.waitUntil(lambda: any(one.photo for one in session.document.personas))
    return editor


def photo_of(session: Session) -> Image.Image:
    persona = next(one for one in session.document.personas if one.photo)
    asset = session.document.get(persona.photo, Asset)
    assert asset is not None
    return Image.open(BytesIO(base64.b64decode(asset.data))).convert("RGB")


def crop(photo: PictureEditor) -> Cropper:
    QTest.mouseClick(photo.crop, LEFT)
    assert photo.cropper is not None
    assert photo.cropper.isVisible()
    assert photo.cropper.frame.hasFocus()
    return photo.cropper


def test_a_photo_is_cropped_to_its_middle(photo: PictureEditor, session: Session) -> None:
    cropper = crop(photo)
    QTest.keyClick(cropper.frame, Key.Key_Return)
    cropped = photo_of(session)
    assert cropped.size == (100, 100)
    assert cropped.getpixel((2, 50)) == cropped.getpixel((97, 50)) == (0, 255, 0)
    assert cropper.isHidden()
    session.undo()
    assert photo_of(session).size == (300, 100)


def drag(frame: Frame, across: int) -> None:
    middle = frame.rect().center()
    QTest.mousePress(frame, LEFT, pos=middle)
    QTest.mouseMove(frame, middle + QPoint(across // 2, 0))
    QTest.mouseMove(frame, middle + QPoint(across, 0))
    QTest.mouseRelease(frame, LEFT, pos=middle + QPoint(across, 0))


def test_dragging_shows_another_part_as_far_as_there_is_one(photo: PictureEditor, session: Session) -> None:
    cropper = crop(photo)
    drag(cropper.frame, SIDE)
    drag(cropper.frame, SIDE)
    assert cropper.frame.crop() == (0, 0, 100, 100)
    QTest.mouseClick(cropper.use, LEFT)
    assert photo_of(session).getpixel((50, 50)) == (255, 0, 0)


def test_keys_and_wheel_move_and_enlarge(photo: PictureEditor) -> None:
    frame = crop(photo).frame
    QTest.keyClick(frame, Key.Key_Plus)
    QTest.keyClick(frame, Key.Key_Equal)
    assert frame.crop().width == pytest.approx(100 / 1.21)
    QTest.keyClick(frame, Key.Key_Minus)
    at = QPointF(frame.rect().center())
    wheel = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(frame, wheel)
    assert frame.crop().width < 100 / 1.1
    x, y = frame.crop()[:2]
    for key in (Key.Key_Right, Key.Key_Down):
        QTest.keyClick(frame, key)
    assert frame.crop().x > x
    assert frame.crop().y > y
    for key in (Key.Key_Left, Key.Key_Up):
        QTest.keyClick(frame, key)
    assert frame.crop()[:2] == pytest.approx((x, y))


def test_esc_leaves_the_photo_as_it_is(photo: PictureEditor, session: Session) -> None:
    cropper = crop(photo)
    QTest.keyClick(cropper.frame, Key.Key_Escape)
    assert cropper.isHidden()
    assert photo_of(session).size == (300, 100)
    assert session.document.personas[0] == session.document.get(session.document.personas[0].id, Persona)
