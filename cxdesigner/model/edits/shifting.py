"""Moving stages, steps and lanes by one place, as keys do it."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TypeVar

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.lanes import move_lane
from cxdesigner.model.edits.stages import move_stage
from cxdesigner.model.edits.steps import move_step
from cxdesigner.model.records import Lane, Record, Stage, Step

R = TypeVar("R", bound=Record)


def shift_stages(document: Document, stage_ids: Sequence[str], by: int) -> Change | None:
    """Move stages of a map, as one block, past the next stage to the left (-1) or right (1)."""
    first = _first(document, stage_ids, Stage)
    if first is None:
        return None
    order = [stage.id for stage in document.stages(first.parent)]
    index = _past(order, {*stage_ids}, by)
    return move_stage(document, stage_ids, index) if index is not None else None


def shift_lanes(document: Document, lane_ids: Sequence[str], by: int) -> Change | None:
    """Move lanes of a map, as one block, past the next lane above (-1) or below (1) that is shown."""
    first = _first(document, lane_ids, Lane)
    if first is None:
        return None
    lanes = document.lanes(first.parent)
    hidden = {lane.id for lane in lanes if lane.hidden}
    index = _past([lane.id for lane in lanes], {*lane_ids}, by, hidden)
    return move_lane(document, lane_ids, index) if index is not None else None


def shift_steps(document: Document, step_ids: Sequence[str], by: int) -> Change | None:
    """Move steps of a map, as one block, past the next step to the left (-1) or right (1).

    At the edge of their stage they go into the stage beside it, as its last or first steps.
    """
    first = _first(document, step_ids, Step)
    stage = document.get(first.parent, Stage) if first is not None else None
    if stage is None:
        return None
    stages = document.stages(stage.parent)
    moved = {*step_ids}
    holders = [one for one in stages if any(step.id in moved for step in document.steps_of(one.id))]
    holder = holders[0] if by < 0 else holders[-1]
    index = _past([step.id for step in document.steps_of(holder.id)], moved, by)
    if index is not None:
        return move_step(document, step_ids, holder.id, index)
    beside = stages.index(holder) + by
    if not 0 <= beside < len(stages):
        return None
    target = stages[beside].id
    return move_step(document, step_ids, target, len(document.steps_of(target)) if by < 0 else 0)


def _first(document: Document, keys: Sequence[str], kind: type[R]) -> R | None:
    return next((record for record in (document.get(key, kind) for key in keys) if record is not None), None)


def _past(order: Sequence[str], moved: set[str], by: int, skipped: Container[str] = ()) -> int | None:
    """Give the index among those that stay behind (or before) the next of them; None where there is none.

    Those `skipped` are gone past as well.
    """
    staying = [key for key in order if key not in moved]
    places = [index for index, key in enumerate(order) if key in moved]
    if by < 0:
        before = [key for key in order[: places[0]] if key not in skipped]
        return staying.index(before[-1]) if before else None
    behind = [key for key in order[places[-1] + 1 :] if key not in skipped]
    return staying.index(behind[0]) + 1 if behind else None
