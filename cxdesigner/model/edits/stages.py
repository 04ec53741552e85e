"""Stages: column groups of a map."""

from __future__ import annotations

from collections.abc import Sequence

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.spans import mend_spans
from cxdesigner.model.ids import new_id
from cxdesigner.model.placement import place
from cxdesigner.model.ranks import spread
from cxdesigner.model.records import Map, Stage, Step


def add_stage(
    document: Document, map_id: str, title: str, index: int | None = None, step_titles: Sequence[str] = ("",)
) -> Change | None:
    """Add a stage with its steps before the stage at `index` (None: at the end).

    It is in the phase of the stage before it, so that a new stage joins where it was put.
    """
    if document.get(map_id, Map) is None or not step_titles:
        return None
    stages = document.stages(map_id)
    index = len(stages) if index is None else max(0, min(index, len(stages)))
    beside = stages[index - 1] if index else (stages[0] if stages else None)
    stage = Stage.new(id=new_id(), parent=map_id, title=title, phase=beside.phase if beside else "before")
    draft = Draft(document)
    draft.put(*place(stages, [stage], index))
    for rank, step_title in zip(spread(len(step_titles)), step_titles, strict=True):
        draft.put(Step.new(id=new_id(), parent=stage.id, rank=rank, title=step_title))
    return draft.change()


def move_stage(document: Document, stage_id: str | Sequence[str], index: int) -> Change | None:
    """Move a stage, with everything under it, before the stage that is at `index` among the others.

    Several stages of the map of the first stand together then, in the order in which they stood.
    """
    wanted = [stage_id] if isinstance(stage_id, str) else list(stage_id)
    first = next((stage for stage in (document.get(key, Stage) for key in wanted) if stage is not None), None)
    if first is None:
        return None
    stages = document.stages(first.parent)
    moved = [stage for stage in stages if stage.id in wanted]
    staying = [stage for stage in stages if stage.id not in wanted]
    index = max(0, min(index, len(staying)))
    if [*staying[:index], *moved, *staying[index:]] == list(stages):
        return None
    draft = Draft(document)
    draft.put(*place(stages, moved, index))
    mend_spans(draft, first.parent, {step.id for stage in moved for step in document.steps_of(stage.id)})
    return draft.change()
