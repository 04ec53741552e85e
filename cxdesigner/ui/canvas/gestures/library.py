"""Dragging something out of the library onto the map."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from cxdesigner.layout import emotion as plot
from cxdesigner.layout.columns import Column
from cxdesigner.layout.scene import STAGES
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.edits.lanes import add_lane
from cxdesigner.model.edits.personas import add_persona, join_map
from cxdesigner.model.edits.stages import add_stage
from cxdesigner.model.edits.steps import add_step
from cxdesigner.model.records import Card, Lane, Persona, Stage, Step
from cxdesigner.ui.canvas.gestures.base import Gesture, Press
from cxdesigner.ui.canvas.gestures.emotion import plot_top_of, snapped
from cxdesigner.ui.canvas.landing import Rect, between_lanes, between_stages, between_steps, in_cell
from cxdesigner.ui.entries import Entry
from cxdesigner.ui.session import Edit


class Drop(NamedTuple):
    """What letting go would do: the edit and its name, what lights up, where a line shows the place.

    `opens`: the class of what is added, if its text is to be typed at once.
    """

    name: str
    edit: Edit
    lit: Rect | None = None
    mark: Rect | None = None
    cell: tuple[str | None, str | None] | None = None
    opens: type | None = None


class DropEntry(Gesture):
    """Drags an entry of the library, or a persona from the header, onto the map."""

    cursor = Qt.CursorShape.DragCopyCursor

    def __init__(self, view, press: Press, entry: Entry) -> None:
        super().__init__(view, press)
        self._entry = entry
        self._drop: Drop | None = None

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        scene = self.view.scene
        inside = -20 <= x <= scene.width + 20 and -20 <= y <= scene.height + 20
        self._drop = drop_at(self.view, self._entry, x, y) if inside else None
        self.view.viewport().update()

    def leave(self) -> None:
        """Forget where it would land: the pointer is elsewhere."""
        self._drop = None
        self.view.viewport().update()

    def release(self) -> None:
        drop = self._drop
        if drop is None:
            return
        session = self.view.session
        token = self.view.next_token()
        change = session.perform(drop.name, drop.edit, join=token if drop.opens else "")
        if change is None:
            return
        added = [record for record in change.added() if drop.opens is None or isinstance(record, drop.opens)]
        session.select([record.id for record in added if not isinstance(record, Step) or drop.opens is Step], drop.cell)
        self.view.setFocus()
        if drop.opens is not None and added:
            self.view.edit_text(added[0].id, join=token)

    def paint(self, painter: QPainter) -> None:
        if self._drop is None:
            return
        if self._drop.lit is not None:
            self.view.overlay.target(painter, self._drop.lit)
        if self._drop.mark is not None:
            self.view.overlay.mark(painter, self._drop.mark)
        self.view.overlay.label(painter, self.view.pointer.x() + 14, self.view.pointer.y() + 14, self._drop.name)


def drop_at(view, entry: Entry, x: float, y: float) -> Drop | None:
    """Tell what an entry would do at a point of the sheet; None where it can't be put."""
    session, scene, columns = view.session, view.scene, view.columns
    map_id = session.map_id
    match entry.kind:
        case "persona":
            return _persona(view, entry.value, x, y)
        case "new-persona":
            edit = partial(add_persona, name="New persona", map_id=map_id)
            return Drop("Add persona", edit, view.whole_sheet(), opens=Persona)
        case "stage":
            gap = between_stages(scene, columns, map_id, x)
            edit = partial(add_stage, map_id=map_id, title="", index=gap.index)
            return Drop("Add stage", edit, mark=gap.mark, opens=Stage)
        case "step":
            landing = between_steps(scene, columns, x)
            if landing is None:
                return None
            edit = partial(add_step, stage_id=landing.owner, title="", index=landing.index)
            return Drop("Add step", edit, mark=landing.mark, opens=Step)
        case "lane" | "divider":
            kind = "divider" if entry.kind == "divider" else entry.value or "notes"
            gap = between_lanes(session.document, map_id, scene, y)
            edit = partial(add_lane, map_id=map_id, kind=kind, index=gap.index)
            return Drop(f"Add {entry.kind}", edit, mark=gap.mark, opens=Lane)
        case "touchpoint" | "card":
            return _card(view, entry, x, y)
        case _:
            raise ValueError(f"the library has no {entry.kind!r}")


def _card(view, entry: Entry, x: float, y: float) -> Drop | None:
    session = view.session
    landing = in_cell(session.document, session.map_id, view.scene, view.columns, x, y)
    if landing is None:
        return None
    kind, channel = ("touchpoint", entry.value) if entry.kind == "touchpoint" else (entry.value, "")

    def edit(document: Document) -> Change | None:
        return add_card(document, session.map_id, landing.lane, landing.step, landing.index, kind=kind, channel=channel)

    cell = (landing.lane, landing.step)
    return Drop(f"Add {entry.kind}", edit, landing.cell, landing.mark, cell, Card)


def _persona(view, persona_id: str, x: float, y: float) -> Drop | None:
    """On a step: an emotion there, as high as it was dropped in the emotion lane. Elsewhere: the persona joins.

    What is there already stays, but in the emotion lane, where the drop says how high it should be.
    """
    session = view.session
    column = _column_at(view, x, y)
    if column is None:
        edit = partial(join_map, map_id=session.map_id, persona_id=persona_id)
        joins = persona_id not in (persona.id for persona in session.document.personas_of(session.map_id))
        return Drop("Add persona to map", edit, view.whole_sheet()) if joins else None
    score = None
    for band in view.scene.bands:
        top = plot_top_of(band)
        if top is not None and band.top <= y < band.top + band.height:
            score = snapped(plot.score_at(y, top), free=False)
    there = session.document.emotion(persona_id, column.step)
    if score is None and there is not None and there.score is not None:
        return None
    edit = partial(set_emotion, persona_id=persona_id, step_id=column.step, score=score or 0.0)
    lane = next((band.key for band in view.scene.bands if plot_top_of(band) is not None), None)
    return Drop("Set emotion", edit, view.column_extent([column]), cell=(lane, column.step) if lane else (None, None))


def _column_at(view, x: float, y: float) -> Column | None:
    stages = next((band for band in view.scene.bands if band.key == STAGES), None)
    if stages is None or y < stages.top or x < view.columns.left or x >= view.columns.right:
        return None
    return view.columns.at(x)
