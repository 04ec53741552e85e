"""Dragging stages, steps and lanes, one or all that are selected."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from cxdesigner.layout.hit import groups_of
from cxdesigner.model.edits.lanes import move_lane
from cxdesigner.model.edits.stages import move_stage
from cxdesigner.model.edits.steps import move_step
from cxdesigner.model.records import Lane, Record, Stage, Step
from cxdesigner.ui.canvas.gestures.base import Gesture, Press
from cxdesigner.ui.canvas.landing import GapLanding, Rect, between_lanes, between_stages, between_steps, extent_of
from cxdesigner.ui.session import Edit
from cxdesigner.ui.style.words import tr


class MoveInGap(Gesture):
    """Drags things between their siblings; subclasses find the gap and make the edit."""

    kind: type[Record] = Record

    def __init__(self, view, press: Press) -> None:
        super().__init__(view, press)
        assert press.hit is not None
        self.key = press.hit.group.id
        session = view.session
        if self.key not in session.selection.ids:
            session.select(self.key)
        self.keys = [one for one in session.selection.ids if session.document.get(one, self.kind) is not None]
        self.landing: GapLanding | None = None
        self._home = self.place(self.key)

    def gap(self, x: float, y: float) -> GapLanding | None:
        """Find the gap at a point."""
        raise NotImplementedError

    def edit(self, landing: GapLanding) -> Edit:
        """Make the edit that moves them there."""
        raise NotImplementedError

    def name(self) -> str:
        """Name the edit."""
        raise NotImplementedError

    def place(self, key: str) -> Rect | None:
        """Give what is lifted of a record, to be shown as lifted."""
        raise NotImplementedError

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        self.landing = None if self.is_home(x, y) else self.gap(x, y)
        self.view.viewport().update()

    def is_home(self, x: float, y: float) -> bool:
        """Tell whether a point is still on what was pressed: let go there, nothing moves."""
        return self._home is not None and self._home[0] <= x < self._home[0] + self._home[2]

    def release(self) -> None:
        if self.landing is not None:
            self.view.session.perform(self.name(), self.edit(self.landing))

    def paint(self, painter: QPainter) -> None:
        overlay, pointer = self.view.overlay, QPointF(self.view.pointer)
        for key in self.keys:
            if (place := self.place(key)) is not None:
                overlay.lifted(painter, place)
        if self.landing is not None:
            overlay.mark(painter, self.landing.mark)
        if len(self.keys) > 1:
            overlay.badge(painter, pointer + QPointF(18, -14), str(len(self.keys)))


class MoveStage(MoveInGap):
    """Drags stages sideways with everything under them."""

    kind = Stage
    scrolls = (True, False)

    def name(self) -> str:
        n = len(self.keys)
        return tr("Move stage") if n == 1 else tr("Move {n} stages", n=n)

    def gap(self, x: float, y: float) -> GapLanding | None:
        return between_stages(self.view.scene, self.view.columns, self.view.session.map_id, x, self.keys)

    def edit(self, landing: GapLanding) -> Edit:
        return partial(move_stage, stage_id=self.keys, index=landing.index)

    def place(self, key: str) -> Rect | None:
        return extent_of(self.view.scene, [one for one in self.view.columns.columns if one.stage == key])


class MoveStep(MoveInGap):
    """Drags steps sideways, also into another stage."""

    kind = Step
    scrolls = (True, False)

    def name(self) -> str:
        n = len(self.keys)
        return tr("Move step") if n == 1 else tr("Move {n} steps", n=n)

    def gap(self, x: float, y: float) -> GapLanding | None:
        return between_steps(self.view.scene, self.view.columns, x, self.keys)

    def edit(self, landing: GapLanding) -> Edit:
        return partial(move_step, step_id=self.keys, stage_id=landing.owner, index=landing.index)

    def place(self, key: str) -> Rect | None:
        return extent_of(self.view.scene, [one for one in self.view.columns.columns if one.step == key])


class MoveLane(MoveInGap):
    """Drags lanes up or down; the others make room at once."""

    kind = Lane
    scrolls = (False, True)

    def __init__(self, view, press: Press) -> None:
        super().__init__(view, press)
        self._index: int | None = None

    def name(self) -> str:
        n = len(self.keys)
        return tr("Move lane") if n == 1 else tr("Move {n} lanes", n=n)

    def is_home(self, x: float, y: float) -> bool:
        return False

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        landing = self.gap(x, y)
        if landing is not None and landing.index != self._index:
            self.landing, self._index = landing, landing.index
            self.view.session.preview(self.edit(landing))
        self.view.viewport().update()

    def gap(self, x: float, y: float) -> GapLanding | None:
        session = self.view.session
        return between_lanes(session.document, session.map_id, self.view.scene, y, self.keys)

    def edit(self, landing: GapLanding) -> Edit:
        return partial(move_lane, lane_id=self.keys, index=landing.index)

    def place(self, key: str) -> Rect | None:
        band = next((hit.band for hit in groups_of(self.view.scene, key, "lane-title")), None)
        return (0, band.top, self.view.scene.width, band.height) if band is not None else None

    def paint(self, painter: QPainter) -> None:
        for key in self.keys:
            if (place := self.place(key)) is not None:
                self.view.overlay.target(painter, place)
        if len(self.keys) > 1:
            corner = QPointF(self.view.pointer) + QPointF(18, -14)
            self.view.overlay.badge(painter, corner, str(len(self.keys)))
