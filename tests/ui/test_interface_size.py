"""The size of the interface, the widths of panels, and windows that come back as they were."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cxdesigner.resources import resource
from cxdesigner.ui.panels.scrolling import ScrollColumn
from cxdesigner.ui.panels.table import PANELS
from cxdesigner.ui.preferences import SCALES
from cxdesigner.ui.style.dress import dress
from cxdesigner.ui.style.icons import UiIcons
from cxdesigner.ui.style.tokens import LIGHT
from cxdesigner.ui.widths import Edge
from tests.ui.hand import ALT, CTRL, PLATFORM, Hand, Key, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


@pytest.fixture(autouse=True)
def normal_size(qapp: QApplication):
    yield
    dress(qapp, LIGHT)


def larger(hand: Hand, times: int = 1) -> None:
    for _ in range(times):
        hand.key(Key.Key_Equal, CTRL | ALT)
    settle(hand)


def settle(hand: Hand) -> None:
    QApplication.sendPostedEvents()
    QTest.qWait(30)
    assert hand.window.bench.inspector.isVisible() or not hand.window.bench.is_shown("inspector")


def cut(root: QWidget) -> list[str]:
    """Give the texts of a panel that have less height than they need, or stick out of it to the right."""
    found = []
    for widget in root.findChildren(QWidget):
        if isinstance(widget, (QLabel, QPushButton, QLineEdit)) and widget.isVisible():
            text = widget.placeholderText() if isinstance(widget, QLineEdit) else widget.text()
            if text and widget.height() + 1 < min(widget.sizeHint().height(), widget.fontMetrics().height()):
                found.append(f"{text}: {widget.height()} < {widget.sizeHint().height()}")
            if widget.mapTo(root, widget.rect().topRight()).x() > root.width():
                found.append(f"{text}: sticks out")
    return found


def test_keys_make_everything_larger_and_smaller_again(hand: Hand) -> None:
    bench = hand.window.bench
    before = (bench.bar.height(), bench.inspector.width(), bench.library.tiles()[-1].height())
    scene, zoom = hand.scene, hand.canvas.camera.zoom
    larger(hand)
    grown = (bench.bar.height(), bench.inspector.width(), bench.library.tiles()[-1].height())
    assert all(after > was for after, was in zip(grown, before, strict=True))
    assert QApplication.font().pixelSize() == LIGHT.scaled(1.1).font_size
    assert hand.scene is scene
    assert hand.canvas.camera.zoom == pytest.approx(zoom, rel=0.2)
    hand.key(Key.Key_Minus, CTRL | ALT)
    settle(hand)
    assert (bench.bar.height(), bench.inspector.width(), bench.library.tiles()[-1].height()) == before


def test_the_size_is_remembered(hand: Hand, start: Start, qtbot: QtBot) -> None:
    larger(hand, 3)
    assert hand.window.application.preferences.scale == 1.5
    hand.window.close()
    other = start()
    assert other.window.bench.look.tokens.scale == 1.5
    other.run("view.normal")
    settle(other)
    assert other.window.bench.bar.height() == 46
    qtbot.waitUntil(lambda: not other.window.actions_by_id["view.normal"].isEnabled())  # it follows soon


def test_it_ends_at_the_largest(hand: Hand) -> None:
    larger(hand, len(SCALES) + 2)
    assert hand.window.application.preferences.scale == SCALES[-1]
    assert not hand.window.actions_by_id["view.larger"].isEnabled()


def test_work_goes_on_after_it(hand: Hand) -> None:
    for spec in PANELS:
        hand.window.bench.show_panel(spec.id)
    hand.click(hand.middle("three"))
    larger(hand, 2)
    before = hand.document
    hand.canvas.setFocus()
    hand.key(Key.Key_Delete)
    hand.key(Key.Key_Z, CTRL)
    hand.session.select("one")
    hand.run("map.add")
    assert hand.told == []
    hand.session.undo()
    assert hand.document == before
    assert hand.window.bench.is_shown("settings")
    hand.run("view.fit")  # with every panel open little of the map is in view
    hand.take("card", "pain", hand.bottom_of("pains", "a2"))
    hand.type("Late")
    hand.key(Key.Key_Escape)
    assert hand.texts("pains", "a2") == ["Late"]


def test_the_keyboard_stays_on_the_canvas_and_the_selection_too(hand: Hand) -> None:
    hand.click(hand.middle("three"))
    larger(hand)
    assert QApplication.focusWidget() is hand.canvas
    assert hand.ids == ("three",)


def test_hidden_panels_stay_hidden_and_ask_for_nothing(hand: Hand) -> None:
    hand.run("view.library")
    larger(hand)
    assert not hand.window.bench.library.isVisible()
    hand.run("view.library")
    assert hand.window.bench.library.isVisible()


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1280, 720), (1680, 1050), (1024, 700)])
def test_no_text_is_cut(start: Start, scale: float, size: tuple[int, int]) -> None:
    hand = start(size=size)
    hand.window.application.set_scale(scale)
    settle(hand)
    bench = hand.window.bench
    hand.session.select("wide")
    QTest.qWait(20)
    for panel in (bench.library, bench.inspector, bench.bar, bench.status):
        assert cut(panel) == [], panel.objectName()


def test_panels_are_narrower_in_a_small_window(start: Start) -> None:
    hand = start(size=(1024, 700))
    bench = hand.window.bench
    settle(hand)
    assert bench.canvas.width() > 1024 * 0.55
    hand.window.resize(1680, 900)
    settle(hand)
    assert (bench.library.width(), bench.inspector.width()) == (LIGHT.library_width, LIGHT.inspector_width)


def edge_of(panel: QWidget, hand: Hand) -> Edge:
    return next(edge for edge in hand.window.bench.findChildren(Edge) if edge._panel is panel)


@pytest.mark.parametrize(("side", "by"), [("library", 60), ("inspector", -60)])
def test_an_edge_is_dragged_and_the_width_remembered(hand: Hand, start: Start, side: str, by: int) -> None:
    panel = hand.window.bench.panel(side)
    before = panel.width()
    edge = edge_of(panel, hand)
    middle = edge.rect().center()
    QTest.mousePress(edge, Qt.MouseButton.LeftButton, pos=middle)
    drag(edge, middle, QPoint(by, 0))
    assert panel.width() == before + 60
    hand.window.close()
    again = start().window.bench
    assert again.panel(side).width() == before + 60
    edge = next(one for one in again.findChildren(Edge) if one._panel is again.panel(side))
    QTest.mouseDClick(edge, Qt.MouseButton.LeftButton)
    assert again.panel(side).width() == before


def drag(edge: QWidget, start: QPoint, by: QPoint) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    there = QPointF(start + by)
    event = QMouseEvent(QEvent.Type.MouseMove, there, edge.mapToGlobal(there), left, left, none)
    QApplication.sendEvent(edge, event)
    QTest.mouseRelease(edge, left, pos=edge.mapFromGlobal(event.globalPosition().toPoint()))


def test_a_window_comes_back_where_it_was_with_its_panels(hand: Hand, start: Start) -> None:
    hand.window.resize(711, 577)
    hand.window.move(33, 22)
    hand.run("view.inspector")
    QApplication.processEvents()
    hand.window.close()
    application = hand.window.application
    window = application.new_window()
    assert (window.width(), window.height()) == (711, 577)
    place = application.remembered.place()
    assert place is not None
    assert place.box == (33, 22, 711, 577)
    assert application.remembered.hidden_panels() == {"inspector"}
    window.close()


def test_a_project_comes_back_as_it_was_looked_at(hand: Hand, start: Start) -> None:
    hand.run("map.add")
    hand.session.show_map("map")
    path = hand.session.path
    assert path is not None
    hand.canvas.zoom_to(2.0)
    hand.canvas.look_at(300, 200)
    corner = hand.canvas.camera.to_sheet(0, 0)
    hand.save()
    hand.window.close()
    again = start(hand.document)
    assert again.session.map_id == "map"
    assert again.canvas.camera.zoom == pytest.approx(2.0)
    assert again.canvas.camera.to_sheet(0, 0) == pytest.approx(corner, abs=2)


def test_the_map_that_was_shown_last_is_shown_again(hand: Hand, start: Start) -> None:
    hand.run("map.add")
    shown = hand.session.map_id
    hand.save()
    hand.window.close()
    assert start(hand.document).session.map_id == shown


def test_a_view_of_a_map_that_is_gone_is_no_view(hand: Hand, start: Start) -> None:
    hand.run("map.add")
    hand.window.close()
    assert start().session.map_id == "map"


def test_a_new_file_opens_so_that_it_can_be_read(start: Callable[..., Hand]) -> None:
    assert start("vivan-los-tacos", size=(1280, 720)).canvas.camera.zoom >= 0.5


def test_preferences_are_set_and_kept(hand: Hand) -> None:
    hand.key(Key.Key_Comma, CTRL)
    panel = hand.window.bench.panel("settings")
    assert panel.isVisible()
    hand.type("Ada Lovelace")
    hand.key(Key.Key_Return)
    assert hand.window.application.preferences.author == "Ada Lovelace"
    assert hand.window.application.settings.value("author") == "Ada Lovelace"
    panel.size_box.setCurrentIndex(panel.size_box.findData(1.5))
    panel.size_box.activated.emit(panel.size_box.currentIndex())
    settle(hand)
    assert hand.window.bench.look.tokens.scale == 1.5
    fresh = hand.window.bench.panel("settings")
    assert fresh.isVisible()
    assert fresh.author.text() == "Ada Lovelace"
    fresh.author.setFocus()
    hand.key(Key.Key_Escape)
    assert not fresh.isVisible()
    assert QApplication.focusWidget() is hand.canvas


ICONS = sorted(path.stem for path in resource("icons").glob("*.svg"))


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_icons_are_drawn_for_each_screen_and_never_stretched(ratio: float, scale: float) -> None:
    icons = UiIcons(scale=scale)
    side = round(16 * scale)
    for name in ICONS:
        shown = icons.icon(name, LIGHT.ink).pixmap(QPoint(side, side).x(), side) if ratio == 1.0 else None
        drawn = icons.pixmap(name, side, LIGHT.ink, ratio)
        assert drawn.width() == round(side * ratio)
        if shown is not None:
            assert same(shown.toImage(), icons.pixmap(name, side, LIGHT.ink).toImage()), name


def same(one: QImage, other: QImage) -> bool:
    kind = QImage.Format.Format_ARGB32
    return one.convertToFormat(kind) == other.convertToFormat(kind)


def test_the_settings_are_where_they_always_were(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from cxdesigner.ui.application import Application

    application = Application(QApplication.instance(), folder=tmp_path)  # type: ignore[arg-type]
    assert Path(application.settings.fileName()) == tmp_path / "cxdesigner.ini"


def test_no_page_of_the_inspector_is_wider_than_it(hand: Hand) -> None:
    inspector = hand.window.bench.inspector
    for tab in range(inspector.tabs.count()):
        inspector.show_tab(tab)
        settle(hand)
        for scroll in inspector.findChildren(ScrollColumn):
            if scroll.isVisible():
                assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width(), tab
