"""Dragging stages, steps and lanes; dragging a step's width."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from cxdesigner.layout.hit import groups_of
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.lanes import move_lane
from cxdesigner.model.edits.stages import move_stage
from cxdesigner.model.edits.steps import move_step
from cxdesigner.model.limits import MAX_STEP_WIDTH, MIN_STEP_WIDTH
from cxdesigner.ui.canvas.gestures.base import Gesture, Press
from cxdesigner.ui.canvas.landing import GapLanding, Rect, between_lanes, between_stages, between_steps
from cxdesigner.ui.session import Edit, Session
from cxdesigner.ui.style.words import tr


class MoveInGap(Gesture):
    """Drags something between its siblings; subclasses find the gap and make the edit."""

    name = ""

    def __init__(self, view, press: Press) -> None:
        super().__init__(view, press)
        assert press.hit is not None
        self.key = press.hit.group.id
        self.landing: GapLanding | None = None
        view.session.select(self.key)

    def gap(self, x: float, y: float) -> GapLanding | None:
        """Find the gap at a point."""
        raise NotImplementedError

    def edit(self, landing: GapLanding) -> Edit:
        """Make the edit that moves it there."""
        raise NotImplementedError

    def source(self) -> Rect | None:
        """Give what is lifted, to be shown as lifted."""
        hits = groups_of(self.view.scene, self.key)
        return (hits[0].x, hits[0].y, hits[0].group.width, hits[0].group.height) if hits else None

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        self.landing = self.gap(x, y)
        self.view.viewport().update()

    def release(self) -> None:
        if self.landing is not None:
            self.view.session.perform(self.name, self.edit(self.landing))

    def paint(self, painter: QPainter) -> None:
        if (source := self.source()) is not None:
            self.view.overlay.lifted(painter, source)
        if self.landing is not None:
            self.view.overlay.mark(painter, self.landing.mark)


class MoveStage(MoveInGap):
    """Drags a stage sideways with everything under it."""

    name = "Move stage"

    def gap(self, x: float, y: float) -> GapLanding | None:
        return between_stages(self.view.scene, self.view.columns, self.view.session.map_id, x, self.key)

    def edit(self, landing: GapLanding) -> Edit:
        return partial(move_stage, stage_id=self.key, index=landing.index)

    def source(self) -> Rect | None:
        return self.view.column_extent([column for column in self.view.columns.columns if column.stage == self.key])


class MoveStep(MoveInGap):
    """Drags a step sideways, also into another stage."""

    name = "Move step"

    def gap(self, x: float, y: float) -> GapLanding | None:
        return between_steps(self.view.scene, self.view.columns, x, self.key)

    def edit(self, landing: GapLanding) -> Edit:
        return partial(move_step, step_id=self.key, stage_id=landing.owner, index=landing.index)

    def source(self) -> Rect | None:
        return self.view.column_extent([column for column in self.view.columns.columns if column.step == self.key])


class MoveLane(MoveInGap):
    """Drags a lane up or down."""

    name = "Move lane"

    def gap(self, x: float, y: float) -> GapLanding | None:
        session = self.view.session
        return between_lanes(session.document, session.map_id, self.view.scene, y, self.key)

    def edit(self, landing: GapLanding) -> Edit:
        return partial(move_lane, lane_id=self.key, index=landing.index)

    def source(self) -> Rect | None:
        band = next((band for band in self.view.scene.bands if band.key == self.key), None)
        return (0, band.top, self.view.scene.width, band.height) if band else None


class StepWidth(Gesture):
    """Drags the right edge of a step, in whole points."""

    cursor = Qt.CursorShape.SplitHCursor

    def __init__(self, view, press: Press) -> None:
        super().__init__(view, press)
        assert press.hit is not None
        self._key = press.hit.group.id
        column = view.columns.columns[view.columns.position[self._key]]
        self._left = column.x
        self._width: float | None = None

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        width = float(max(MIN_STEP_WIDTH, min(MAX_STEP_WIDTH, round(x - self._left))))
        if width != self._width:
            self._width = width
            self.view.session.preview(partial(set_fields, keys=self._key, width=width))

    def release(self) -> None:
        if self._width is not None:
            self.view.session.perform("Change width", partial(set_fields, keys=self._key, width=self._width))


def automatic_width(session: Session, key: str) -> None:
    """Give a step its automatic width back; if it is selected, all that are."""
    ids = session.selection.ids if key in session.selection.ids else (key,)
    session.perform(tr("Automatic width"), partial(set_fields, keys=ids, width=None))
