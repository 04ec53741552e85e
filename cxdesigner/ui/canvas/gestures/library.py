"""Dragging something out of the library onto the map."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from cxdesigner.layout import plot
from cxdesigner.layout.columns import Column
from cxdesigner.layout.hit import hit
from cxdesigner.layout.scene import STAGES
from cxdesigner.model.records import Step
from cxdesigner.ui.canvas.gestures.base import FromOutside, Press
from cxdesigner.ui.canvas.gestures.emotion import plot_top_of, snapped
from cxdesigner.ui.canvas.landing import (
    Rect,
    between_lanes,
    between_stages,
    between_steps,
    extent_of,
    in_cell,
    whole_sheet,
)
from cxdesigner.ui.entries import Entry
from cxdesigner.ui.placing import Where, placing
from cxdesigner.ui.session import Edit


class Drop(NamedTuple):
    """What letting go would do: the edit and its name, what lights up, where a line shows the place.

    `opens`: the class of what is added, if its text is to be typed at once. `on`: the card that is changed, if any.
    """

    name: str
    edit: Edit
    lit: Rect | None = None
    mark: Rect | None = None
    cell: tuple[str | None, str | None] | None = None
    opens: type | None = None
    on: str = ""


class DropEntry(FromOutside):
    """Drags an entry of the library, or a persona from the header, onto the map."""

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
        fresh = [record.id for record in added if not isinstance(record, Step) or drop.opens is Step]
        session.select(drop.on or fresh, drop.cell)
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
    lit = mark = cell = None
    match entry.kind:
        case "persona":
            where, lit, cell = _persona(view, x, y)
        case "new-persona":
            where, lit = Where(), whole_sheet(view.scene)
        case "stage":
            gap = between_stages(scene, columns, map_id, x)
            where, mark = Where(index=gap.index), gap.mark
        case "step":
            landing = between_steps(scene, columns, x)
            if landing is None:
                return None
            where, mark = Where(stage=landing.owner, index=landing.index), landing.mark
        case "lane" | "divider":
            between = between_lanes(session.document, map_id, scene, y)
            assert between is not None
            where, mark = Where(index=between.index), between.mark
        case _:
            stack = in_cell(session.document, map_id, scene, columns, x, y)
            if stack is None:
                return None
            where = Where(stack.lane, stack.step, index=stack.index)
            lit, mark, cell = stack.cell, stack.mark, (stack.lane, stack.step)
    found = placing(session.document, map_id, entry, where)
    return Drop(found.name, found.edit, lit, mark, cell, found.opens, where.card or "") if found is not None else None


def _persona(view, x: float, y: float) -> tuple[Where, Rect | None, tuple[str | None, str | None] | None]:
    """On a card: it is theirs. On a step: an emotion there, as high as it was dropped. Elsewhere: on the map."""
    under = hit(view.scene, x, y)
    if under is not None and under.group.part == "card":
        return Where(card=under.group.id), (under.x, under.y, under.group.width, under.group.height), None
    column = _column_at(view, x, y)
    if column is None:
        return Where(), whole_sheet(view.scene), None
    score = None
    for band in view.scene.bands:
        top = plot_top_of(band)
        if top is not None and band.top <= y < band.top + band.height:
            score = snapped(plot.score_at(y, top), free=False)
    lane = next((band.key for band in view.scene.bands if plot_top_of(band) is not None), None)
    cell = (lane, column.step) if lane is not None else (None, None)
    return Where(step=column.step, score=score), extent_of(view.scene, [column]), cell


def _column_at(view, x: float, y: float) -> Column | None:
    stages = next((band for band in view.scene.bands if band.key == STAGES), None)
    if stages is None or y < stages.top or x < view.columns.left or x >= view.columns.right:
        return None
    return view.columns.at(x)
