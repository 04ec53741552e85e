"""Where what is dragged would land: from a point on the sheet to a place in the map."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cxdesigner.layout.columns import Column, Columns
from cxdesigner.layout.hit import Cell, cell_at
from cxdesigner.layout.scene import STAGES, Band, Scene
from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import can_hold_cards
from cxdesigner.model.records import Lane

Rect = tuple[float, float, float, float]
"""Left, top, width, height on the sheet, in points."""


@dataclass(frozen=True, slots=True)
class CellLanding:
    """A place in a stack: before the card at `index` of those that are not dragged. `mark` is where a line shows it."""

    lane: str
    step: str
    index: int
    cell: Rect
    mark: Rect


@dataclass(frozen=True, slots=True)
class GapLanding:
    """A place between siblings: `owner` is the stage for steps, else the map; `mark` is where a line shows it."""

    owner: str
    index: int
    mark: Rect


def takes_cards(document: Document, map_id: str, lane_id: str | None, step_id: str | None) -> bool:
    """Tell whether cards may be put there and are seen then: a lane that is hidden or collapsed shows none."""
    lane = document.get(lane_id, Lane)
    shown = lane is None or not (lane.hidden or lane.collapsed)
    return shown and can_hold_cards(document, map_id, lane_id, step_id)


def in_cell(
    document: Document, map_id: str, scene: Scene, columns: Columns, x: float, y: float, dragged: Collection[str] = ()
) -> CellLanding | None:
    """Find the cell at a point, and the place in its stack; None where cards can't stand."""
    cell = cell_at(scene, columns, x, y)
    if cell is None or not takes_cards(document, map_id, cell.lane, cell.step):
        return None
    return in_stack(document, map_id, scene, cell, y, dragged)


def in_stack(
    document: Document, map_id: str, scene: Scene, cell: Cell, y: float, dragged: Collection[str] = ()
) -> CellLanding:
    """Find the place in a cell's stack that is nearest to a y."""
    band = next(band for band in scene.bands if band.key == cell.lane)
    stack = [card.id for card in document.cell(map_id, cell.lane, cell.step) if card.id not in dragged]
    wanted = frozenset(stack)
    found = [group for group in band.groups if group.id in wanted and group.part == "card"]
    tops = {group.id: (group.y + band.top, group.height) for group in found}
    index = 0
    mark_y = cell.y + 5
    for key in stack:
        top, height = tops.get(key, (cell.y, 0.0))
        if y < top + height / 2:
            mark_y = top - 3
            break
        index += 1
        mark_y = top + height + 3
    return CellLanding(
        cell.lane,
        cell.step,
        index,
        (cell.x, cell.y, cell.width, cell.height),
        (cell.x + 3, mark_y, cell.width - 6, 0),
    )


def between_stages(scene: Scene, columns: Columns, map_id: str, x: float, moved: Collection[str] = ()) -> GapLanding:
    """Find the gap between stages that is nearest to an x; `index` counts the stages that are not moved."""
    bounds: dict[str, list[float]] = {}
    for column in columns.columns:
        bounds.setdefault(column.stage, [column.x, 0.0])[1] = column.x + column.width
    index, at = 0, columns.left
    for stage, (left, right) in bounds.items():
        if x < (left + right) / 2:
            at = left
            break
        index += stage not in moved
        at = right
    top, bottom = columns_extent(scene)
    return GapLanding(map_id, index, (at, top, 0, bottom - top))


def between_steps(scene: Scene, columns: Columns, x: float, moved: Collection[str] = ()) -> GapLanding | None:
    """Find the gap between steps nearest to an x; at the border of two stages the side of the pointer counts."""
    column = columns.at(x)
    if column is None:
        return None
    siblings = [one for one in columns.columns if one.stage == column.stage]
    index, at = 0, siblings[0].x
    for one in siblings:
        if x < one.x + one.width / 2:
            at = one.x
            break
        index += len([step for step in one.steps if step not in moved])
        at = one.x + one.width
    top, bottom = columns_extent(scene)
    return GapLanding(column.stage, index, (at, top, 0, bottom - top))


def between_lanes(
    document: Document, map_id: str, scene: Scene, y: float, moved: Collection[str] = ()
) -> GapLanding | None:
    """Find the gap between lanes that is nearest to a y; None over a lane that is moved: it is where it should be.

    `index` counts hidden lanes too, but not those that are moved.
    """
    shown = lane_bands(scene)
    if any(band.key in moved and band.top <= y < band.top + band.height for band in shown):
        return None
    following = next(
        (band for band in shown if y < band.top + band.height / 2 and band.key not in moved),
        None,
    )
    order = [lane.id for lane in document.lanes(map_id) if lane.id not in moved]
    index = order.index(following.key) if following is not None else len(order)
    if following is not None:
        at = following.top
    else:
        at = shown[-1].top + shown[-1].height if shown else scene.height / 2
    return GapLanding(map_id, index, (0, at, scene.width, 0))


def lane_bands(scene: Scene) -> list[Band]:
    """Give the bands that are lanes, from top to bottom."""
    return [band for band in scene.bands if band.is_lane]


def columns_extent(scene: Scene) -> tuple[float, float]:
    """Give the upper and lower end of the columns: from the stages down to the last lane."""
    stages = next((band for band in scene.bands if band.key == STAGES), None)
    lanes = lane_bands(scene)
    top = stages.top if stages else 0.0
    return top, lanes[-1].top + lanes[-1].height if lanes else top + (stages.height if stages else 0)


def whole_sheet(scene: Scene) -> Rect:
    """Give the sheet as a rectangle."""
    return 0.0, 0.0, scene.width, scene.height


def extent_of(scene: Scene, columns: Sequence[Column]) -> Rect | None:
    """Give the rectangle over some neighbouring columns, from the stages down to the last lane; None over none."""
    if not columns:
        return None
    top, bottom = columns_extent(scene)
    left, right = columns[0].x, columns[-1].x + columns[-1].width
    return left, top, right - left, bottom - top
