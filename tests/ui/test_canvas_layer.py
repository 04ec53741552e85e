"""What is kept of the picture is what would be painted from scratch."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from cxdesigner.layout.hit import Hit, Index, groups_of
from cxdesigner.layout.scene import FOOT
from cxdesigner.model.document import Document
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.personas import leave_map
from cxdesigner.model.ranks import spread
from cxdesigner.model.records import Card, Lane, Stage, Step
from cxdesigner.resources import resource
from cxdesigner.storage.project_file import load
from tests.model.builders import journey
from tests.ui.hand import CTRL, MIDDLE, PLATFORM, SHIFT, Hand, Key, Point, Start, where_they_differ

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)

EDGE = 64
"""Levels by which Qt shifts a letter that the edge of the view cuts through; what is stale differs by far more."""
RATIO = os.environ.get("QT_SCALE_FACTOR", "1")


class Monkey:
    """Does something at random, the same for the same seed."""

    def __init__(self, hand: Hand, seed: int, zooms: tuple[float, ...]) -> None:
        self.hand = hand
        self.random = random.Random(seed)
        self.zooms = zooms
        hand.canvas.zoom_to(zooms[0])

    def _seen(self, *parts: str) -> list[Hit]:
        """Give what is in view, with the place of its middle."""
        view = self.hand.canvas.viewport().rect().adjusted(4, 4, -4, -4)
        return [
            Hit(group, group.x, group.y + band.top, band)
            for band in self.hand.scene.bands
            for group in band.groups
            if group.part in parts
            and view.contains(self.hand.view_of(group.x + group.width / 2, band.top + group.y + group.height / 2))
        ]

    def _middle(self, *parts: str) -> Point | None:
        found = self._seen(*parts)
        if not found:
            return None
        hit = self.random.choice(found)
        return hit.x + hit.group.width / 2, hit.y + hit.group.height / 2

    def _anywhere(self) -> Point:
        view = self.hand.canvas.viewport()
        at = self.random.randrange(8, view.width() - 8), self.random.randrange(8, view.height() - 8)
        return self.hand.canvas.camera.to_sheet(*at)

    def drag(self) -> None:
        part = self.random.choice(["card", "card", "stage", "step", "lane-title", "point"])
        start, end = self._middle(part), self._middle("card", "step", "lane-title")
        if start is not None and end is not None:
            self.hand.drag(start, (end[0] + 7, end[1] + 5), drop=False, steps=3)
            if self.random.random() < 0.3:
                self.hand.key(Key.Key_Escape)
            self.hand.release()

    def edge(self) -> None:
        found = self._seen("card", "step")
        if found:
            hit = self.random.choice(found)
            x = hit.x + hit.group.width - 2
            if self.hand.canvas.viewport().rect().contains(self.hand.view_of(x, hit.y + 4)):
                self.hand.drag((x, hit.y + 4), (x + self.random.choice([-60, 40, 150]), hit.y + 4))

    def take(self) -> None:
        kind, value = self.random.choice([("card", "pain"), ("touchpoint", "email"), ("lane", ""), ("step", "")])
        if len(self.hand.document.lanes(self.hand.session.map_id)) > 14 and kind == "lane":
            return
        self.hand.take(kind, value, self._middle("card", "step", "lane-title") or self._anywhere())
        if self.hand.editor is not None:
            self.hand.type("new")
            self.hand.key(Key.Key_Escape)

    def write(self) -> None:
        point = self._middle("card", "stage", "step", "lane-title", "title", "persona")
        if point is not None:
            self.hand.double_click(point)
            if self.hand.editor is not None:
                self.hand.type(self.random.choice(["a", "a few more words than there were before, and some again"]))
                self.hand.key(Key.Key_Escape)

    def remove(self) -> None:
        point = self._middle("card")
        if point is not None:
            self.hand.click(point)
            self.hand.run(self.random.choice(["edit.delete", "edit.duplicate"]))

    def back(self) -> None:
        for _ in range(self.random.randrange(1, 4)):
            self.hand.run(self.random.choice(["edit.undo", "edit.undo", "edit.redo"]))

    def wheel(self) -> None:
        modifier = self.random.choice([SHIFT, CTRL, CTRL & SHIFT])
        if modifier == CTRL:
            self.hand.canvas.zoom_to(self.random.choice(self.zooms))
        else:
            self.hand.wheel(QPoint(200, 200), self.random.choice([-240, -120, 120]), modifier)

    def pan(self) -> None:
        start = self._anywhere()
        self.hand.drag(start, (start[0] + self.random.randrange(-90, 90), start[1] + 40), button=MIDDLE)

    def hide(self) -> None:
        point = self._middle("lane-title")
        if point is not None and len(self.hand.scene.bands) > 6:
            self.hand.click(point)
            self.hand.run("map.hide_lane")

    def select(self) -> None:
        self.hand.drag(self._anywhere(), self._anywhere(), SHIFT)

    def resize(self) -> None:
        self.hand.window.resize(self.random.randrange(1100, 1600), self.random.randrange(700, 1000))
        QApplication.processEvents()

    def scatter(self) -> None:
        """Reword cards here and there at once, as a merge does."""
        shown = self.hand.session.map_id
        cards = self.random.sample([card.id for card in self.hand.document.cards(shown)], 4)
        text = self.random.choice(["short", "a few more words than there were before, and some again"])
        self.hand.session.perform("Reword", partial(set_fields, keys=cards, text=text))

    def act(self) -> str:
        ways: list[Callable[[], None]] = [
            self.drag, self.drag, self.edge, self.take, self.write, self.remove, self.back, self.wheel, self.pan,
            self.hide, self.select, self.resize, self.scatter, self.scatter,
        ]  # fmt: skip
        way = self.random.choice(ways)
        way()
        return way.__name__


def _with_one_curve() -> Document:
    """Give the example without curves in dashes: Qt begins those at the edge of the view, whatever is painted."""
    document = load(resource("examples", "vivan-los-tacos.cxd")).document
    for shown in document.maps:
        for persona in document.personas_of(shown.id)[1:]:
            change = leave_map(document, shown.id, persona.id)
            assert change is not None
            document = document.apply(change)
    return document


def _is_fresh(hand: Hand) -> tuple[int, int, int, int] | None:
    kept = hand.picture()
    hand.canvas._layer.forget()
    return where_they_differ(kept, hand.picture(), EDGE)


@pytest.mark.parametrize(("seed", "zooms"), [(1, (0.8, 1.0, 1.37)), (2, (1.9, 1.0)), (3, (0.3, 0.2, 0.34, 0.6))])
def test_no_pixel_is_stale(start: Start, seed: int, zooms: tuple[float, ...]) -> None:
    hand = start(_with_one_curve())
    monkey = Monkey(hand, seed, zooms)
    done = []
    for _ in range(60):
        done.append(monkey.act())
        hand.move_to_pixel(QPoint(2, 2))
        assert _is_fresh(hand) is None, done
    assert len(set(done)) > 6


@pytest.mark.skipif(RATIO != "1", reason="is the one that is started for it")
def test_no_pixel_is_stale_on_a_fine_screen() -> None:
    environment = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__, "-k", "stale and 2-zooms"]
    root = Path(__file__).parents[2]
    result = subprocess.run(command, env=environment, cwd=root, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout[-3000:]


# A map that is laid out as it comes into view

LANES, COLUMNS, DEEP = 12, 40, 5


def _large() -> list[Card]:
    ranks = spread(DEEP)
    return [
        Card.new(
            id=f"{lane}-{column}-{deep}",
            parent="map",
            lane=f"l{lane}",
            step=f"s{column}",
            rank=ranks[deep],
            text=f"Card {deep} of a stack that stands in lane {lane} at step {column}",
        )
        for lane in range(LANES)
        for column in range(COLUMNS)
        for deep in range(DEEP)
    ]


@pytest.fixture
def large(start: Start) -> Hand:
    columns = " | ".join(f"S{stage}: " + " ".join(f"s{stage * 4 + step}" for step in range(4)) for stage in range(10))
    lanes = " ".join(f"l{lane}=actions" for lane in range(LANES))
    return start(journey(columns, lanes, more=tuple(_large())))


def test_a_large_map_is_painted_before_all_of_it_is_laid_out(large: Hand) -> None:
    assert large.document.count_cards("map") == LANES * COLUMNS * DEEP == 2_400
    large.canvas.zoom_to(1.0)
    bar = large.canvas.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    large.canvas.complete_scene()
    bar.setValue(bar.maximum())
    assert _is_fresh(large) is None
    seen = large.canvas.seen()
    last = large.band(f"l{LANES - 1}")
    assert seen.top() < last.top + last.height < seen.bottom() + 1
    assert all(band.groups for band in large.scene.bands if band.key != FOOT)


def test_what_is_selected_is_brought_into_view_before_it_is_laid_out(large: Hand) -> None:
    large.canvas.zoom_to(1.0)
    key = f"{LANES - 1}-{COLUMNS - 1}-{DEEP - 1}"
    large.session.select(key)
    assert large.canvas.seen().contains(*large.middle(key))
    assert _is_fresh(large) is None


def test_everything_of_a_large_map_is_deleted_and_comes_back(large: Hand, qtbot: object) -> None:
    before = large.document
    large.key(Key.Key_A, CTRL)
    assert len(large.ids) == 2_400
    large.key(Key.Key_Delete)
    assert large.document.count_cards("map") == 0
    assert large.menu_text("edit.undo") == "Undo delete 2,400 cards"
    assert _is_fresh(large) is None
    large.key(Key.Key_Z, CTRL)
    assert large.document == before
    large.canvas.complete_scene()
    assert _is_fresh(large) is None
    assert {Card, Lane, Step, Stage} <= {type(record) for record in before.records.values()}


@pytest.mark.parametrize("zoom", [1.0, 0.3])
def test_a_mistake_in_painting_is_told_once_and_leaves_the_desk(
    hand: Hand, monkeypatch: pytest.MonkeyPatch, zoom: float
) -> None:
    hand.canvas.zoom_to(zoom)
    drawn = hand.picture()
    told: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: told.append(error))
    with monkeypatch.context() as broken:

        def paint(*_: object, **__: object) -> None:
            raise ValueError("a node that nobody can draw")

        broken.setattr(hand.canvas.pens, "paint", paint)
        hand.canvas._layer.forget()
        hand.canvas._layer._bands.clear()
        for _ in range(3):
            desk = hand.picture()
    assert [str(error) for error in told] == ["a node that nobody can draw"]
    assert {desk.pixelColor(x, y).name() for x in (5, 400, 700) for y in (5, 300, 600)} == {"#eceef2"}
    assert where_they_differ(hand.picture(), drawn) is None


@pytest.mark.parametrize("zoom", [1.5, 0.5, 0.1])
def test_everything_that_is_selected_and_in_view_is_framed(large: Hand, zoom: float) -> None:
    large.canvas.complete_scene()
    large.canvas.zoom_to(zoom)
    large.canvas.horizontalScrollBar().setValue(0)
    large.canvas.verticalScrollBar().setValue(0)
    plain = large.picture()
    seen = [f"0-{column}-0" for column in range(3)]
    large.session.select(seen)
    few = large.picture()
    large.key(Key.Key_A, CTRL)
    everything = large.picture()
    for key in seen:
        hit = large.shown(key)
        corner = large.view_of(hit.x, hit.y)
        width = round(hit.group.width * large.canvas.camera.scale)
        around = [round(one * plain.devicePixelRatio()) for one in (corner.x() - 3, corner.y() - 3, width, 6)]
        for picture in (few, everything):
            assert where_they_differ(picture.copy(*around), plain.copy(*around)) is not None
    large.session.select((), (None, None))  # nor is the keyboard in a cell, as it was not before
    assert where_they_differ(large.picture(), plain) is None


def test_the_index_finds_what_is_drawn_also_after_an_edit(hand: Hand) -> None:
    index = Index()
    for change in ("", "edit.delete", "edit.undo"):
        if change:
            hand.session.select("one")
            hand.run(change)
        scene = hand.scene
        for key in ("one", "three", "a1", "ana", "pains", "nobody"):
            assert index.find(scene, {key}, 0, scene.height) == groups_of(scene, key)
    assert index.find(hand.scene, {"one"}, 0, hand.band("actions").top) == []
