"""Stages, steps, titles of lanes and pinned lanes stay in view while the sheet is scrolled, and work there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesigner.layout.scene import STAGES
from cxdesigner.model.document import Document
from cxdesigner.model.records import Lane
from cxdesigner.ui.canvas.sticky import Strip
from cxdesigner.ui.canvas.whereabouts import part_at
from tests.model.builders import columns, journey
from tests.ui.hand import LEFT, PLATFORM, Hand, Key, Start, differs, where_they_differ

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)

LANES = "actions touchpoints pains ideas quotes notes insights evidence"


def large(*pinned: str) -> Document:
    """Make a map that is wider and higher than the view."""
    steps = " ".join(f"a{at}" for at in range(8)), " ".join(f"b{at}" for at in range(8))
    stacks = {
        f"{lane} {step}": f"{lane}:{step} {lane}:{step}:2 {lane}:{step}:3"
        for lane in LANES.split()
        for step in ("a0", "a1", "a7", "b7")
    }
    document = journey(f"A: {steps[0]} | B: {steps[1]}", LANES, cards=stacks)
    lanes = [lane.with_(pinned=True) for lane in document.lanes("map") if lane.id in pinned]
    return Document({**document.records, **{lane.id: lane for lane in lanes}}.values())


def begin(start: Start, *pinned: str, size: tuple[int, int] = (1500, 700)) -> Hand:
    hand = start(large(*pinned), size=size)
    hand.canvas.zoom_to(1.0)
    hand.canvas.complete_scene()  # a lane that is pinned further down is there a moment later
    scroll(hand, 0, 0)
    return hand


def scroll(hand: Hand, across: int, down: int) -> None:
    hand.canvas.horizontalScrollBar().setValue(across)
    hand.canvas.verticalScrollBar().setValue(down)
    QApplication.processEvents()


def strip_of(hand: Hand, key: str) -> Strip:
    found = [one for one in hand.canvas.sticky.strips() if not one.titles and one.bands[0].key == key]
    assert found, [one.bands[0].key for one in hand.canvas.sticky.strips()]
    return found[0]


def part_of(picture: QImage, rect: QRect) -> QImage:
    """Cut a rectangle of the view out of its picture, which on a fine screen has more pixels."""
    ratio = round(picture.devicePixelRatio())
    return picture.copy(QRect(rect.topLeft() * ratio, rect.size() * ratio))


def in_strip(hand: Hand, band: str, key: str, part: str) -> QPoint:
    """Give the pixel of the view where the middle of something is seen in the strip of its band."""
    camera = strip_of(hand, band).camera
    x, y = camera.to_view(*hand.middle(key, part))
    return QPoint(round(x), round(y))


def drag(hand: Hand, start: QPoint, end: QPoint) -> None:
    view = hand.canvas.viewport()
    QTest.mousePress(view, LEFT, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 6):
        QTest.mouseMove(view, start + (end - start) * step / 5)
    QTest.mouseRelease(view, LEFT, Qt.KeyboardModifier.NoModifier, end)


def keys(hand: Hand) -> list[str]:
    return [one.bands[0].key for one in hand.canvas.sticky.strips() if not one.titles]


def test_nothing_covers_a_sheet_that_is_not_scrolled(start: Start) -> None:
    hand = begin(start)
    assert hand.canvas.sticky.strips() == ()


def test_stages_and_steps_stay_at_the_top(start: Start) -> None:
    hand = begin(start)
    band = hand.band(STAGES)
    height = round(band.height * hand.canvas.camera.scale)
    top = hand.view_of(0, band.top).y()
    width = hand.canvas.viewport().width()
    before = part_of(hand.picture(), QRect(60, top, width - 80, height - 4))
    scroll(hand, 0, 300)
    after = part_of(hand.picture(), QRect(60, 0, width - 80, height - 4))
    # It stands on whole pixels there, and may stand between them on the sheet.
    assert differs(before, after) < 0.04 * before.width() * before.height()
    assert strip_of(hand, STAGES).rect.top() == 0


def test_a_click_there_means_what_it_means_on_the_sheet(start: Start) -> None:
    hand = begin(start)
    scroll(hand, 0, 300)
    view = hand.canvas.viewport()
    QTest.mouseClick(view, LEFT, Qt.KeyboardModifier.NoModifier, in_strip(hand, STAGES, "a2", "step"))
    assert hand.ids == ("a2",)
    QTest.mouseClick(view, LEFT, Qt.KeyboardModifier.NoModifier, in_strip(hand, STAGES, "A", "stage"))
    assert hand.ids == ("A",)
    assert part_at(hand.canvas, in_strip(hand, STAGES, "A", "stage")) == "stage"
    plain = hand.picture()
    hand.session.select(())
    assert where_they_differ(plain, hand.picture()) is not None, "what is selected is framed in the strip"
    assert hand.canvas.verticalScrollBar().value() == 300


def test_a_title_is_typed_there(start: Start) -> None:
    hand = begin(start)
    scroll(hand, 0, 300)
    at = in_strip(hand, STAGES, "a2", "step")
    QTest.mouseClick(hand.canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseDClick(hand.canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    hand.type("Pays")
    hand.key(Key.Key_Escape)
    assert hand.document["a2"].title == "Pays"  # type: ignore[attr-defined]


def test_a_step_is_dragged_there(start: Start) -> None:
    hand = begin(start)
    scroll(hand, 0, 300)
    first, last = in_strip(hand, STAGES, "a1", "step"), in_strip(hand, STAGES, "a3", "step")
    drag(hand, first, last + QPoint(20, 0))
    assert columns(hand.document).startswith("A: a0 a2 a3 a1 a4")


def test_titles_of_lanes_stay_at_the_left(start: Start) -> None:
    hand = begin(start)
    scroll(hand, 700, 0)
    (titles,) = hand.canvas.sticky.strips()
    assert titles.titles
    x, y = titles.camera.to_view(*hand.middle("pains", "lane-title"))
    assert titles.rect.contains(round(x), round(y))
    at = QPoint(round(x), round(y))
    QTest.mouseClick(hand.canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    assert hand.ids == ("pains",)
    scroll(hand, 700, 200)
    assert keys(hand) == [STAGES]
    assert [one.titles for one in hand.canvas.sticky.strips()] == [True, False, True]


def test_a_pinned_lane_stays_in_view_above_and_below(start: Start) -> None:
    hand = begin(start, "touchpoints", "evidence")
    assert keys(hand) == ["evidence", "touchpoints"]
    assert strip_of(hand, "evidence").rect.bottom() == hand.canvas.viewport().height() - 1
    scroll(hand, 0, 10_000)
    assert keys(hand) == [STAGES, "touchpoints"]
    assert strip_of(hand, "touchpoints").rect.top() == strip_of(hand, STAGES).rect.bottom() + 1
    at = in_strip(hand, "touchpoints", "touchpoints:a1", "card")
    QTest.mouseClick(hand.canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    assert hand.ids == ("touchpoints:a1",)


def test_a_card_is_dragged_out_of_a_pinned_lane_and_into_it(start: Start) -> None:
    hand = begin(start, "touchpoints")
    scroll(hand, 0, 10_000)
    at = in_strip(hand, "touchpoints", "touchpoints:a1", "card")
    drag(hand, at, hand.view_of(*hand.in_cell("evidence", "a2")))
    assert hand.stack("evidence", "a2") == ["touchpoints:a1"]
    camera = strip_of(hand, "touchpoints").camera
    x, y = camera.to_view(*hand.in_cell("touchpoints", "a3"))
    drag(hand, hand.view_of(*hand.middle("evidence:a1")), QPoint(round(x), round(y)))
    assert hand.stack("touchpoints", "a3") == ["evidence:a1"]


def test_fewer_lanes_are_pinned_in_a_small_view(start: Start) -> None:
    pinned = ("actions", "touchpoints", "pains", "ideas", "quotes", "notes")
    hand = begin(start, *pinned)
    scroll(hand, 0, 10_000)
    stuck = [strip_of(hand, key).rect.height() for key in keys(hand) if key != STAGES]
    assert 0 < len(stuck) < len(pinned)
    assert sum(stuck) <= hand.canvas.viewport().height() / 2 + len(stuck)
    hand.canvas.zoom_to(3.0)
    scroll(hand, 3000, 10_000)
    assert not any(one.titles for one in hand.canvas.sticky.strips() if one.rect.width() > 500)


def test_from_afar_nothing_stays(start: Start) -> None:
    hand = begin(start, "actions", size=(1100, 700))
    hand.canvas.zoom_to(0.3)
    scroll(hand, 10_000, 10_000)
    assert hand.canvas.sticky.strips() == ()


def test_the_keyboard_brings_into_view_what_a_strip_covers(start: Start) -> None:
    hand = begin(start)
    scroll(hand, 0, 260)
    covered = next(
        band for band in hand.scene.bands if band.is_lane and hand.view_of(0, band.top + band.height).y() > 0
    )
    lane = hand.document.get(covered.key, Lane)
    assert lane is not None
    hand.session.select(f"{lane.id}:a1")
    middle = hand.middle(f"{lane.id}:a1")
    assert hand.canvas.uncovered().contains(*middle)


def test_the_last_lane_pushes_the_strips_out(start: Start) -> None:
    hand = begin(start, "actions", size=(1500, 500))
    scroll(hand, 0, 10_000)
    bottom = hand.band("evidence").top + hand.band("evidence").height
    for strip in hand.canvas.sticky.strips():
        if not strip.titles:
            assert strip.rect.bottom() <= hand.view_of(0, bottom).y()


@pytest.mark.parametrize("across", [0, 600])
def test_the_title_of_a_lane_that_is_higher_than_the_view_stays_in_it(start: Start, across: int) -> None:
    stack = " ".join(f"c{at}" for at in range(40))
    steps = " ".join(f"a{at}" for at in range(8))
    hand = start(
        journey(f"A: {steps} | B: b0 b1", "actions touchpoints pains", cards={"actions a0": stack}), (1500, 700)
    )
    hand.canvas.zoom_to(1.0)
    scroll(hand, across, 600)
    lane = hand.band("actions")
    title = hand.shown("actions", "lane-title")
    heading = next(one for one in hand.canvas.sticky.strips() if one.heading)
    assert heading.bands[0].key == lane.key
    assert heading.rect.top() == strip_of(hand, STAGES).rect.bottom() + 1
    at = QPoint(*map(round, heading.camera.to_view(title.x + 8, title.y + 8)))
    assert heading.rect.contains(at)
    drawn = part_of(hand.picture(), heading.rect)
    paper = drawn.pixelColor(drawn.width() - 3, drawn.height() // 2)
    assert any(
        drawn.pixelColor(x, y).lightness() < paper.lightness() - 120
        for x in range(drawn.width())
        for y in range(drawn.height())
    )
    QTest.mouseClick(hand.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert hand.ids == ("actions",)
    scroll(hand, across, 0)
    assert not any(one.heading for one in hand.canvas.sticky.strips())
    scroll(hand, across, round((lane.top + lane.height) * hand.canvas.camera.scale) - 200)
    assert not any(one.heading for one in hand.canvas.sticky.strips())
