"""Steps: the columns of a map."""

from __future__ import annotations

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.spans import mend_spans
from cxdesigner.model.ids import new_id
from cxdesigner.model.placement import place
from cxdesigner.model.ranks import spread
from cxdesigner.model.records import Stage, Step


def add_step(document: Document, stage_id: str, title: str, index: int | None = None) -> Change | None:
    """Add a step to a stage before the step at `index` (None: at the end)."""
    if document.get(stage_id, Stage) is None:
        return None
    steps = document.steps_of(stage_id)
    draft = Draft(document)
    draft.put(
        *place(
            steps,
            [Step.new(id=new_id(), parent=stage_id, title=title)],
            len(steps) if index is None else index,
        )
    )
    return draft.change()


def move_step(document: Document, step_id: str, stage_id: str, index: int) -> Change | None:
    """Move a step, with everything under it, into a stage before the step that is at `index` among the others.

    A stage whose last step leaves keeps an empty one: it has a title and perhaps a goal, and nobody asked to lose them.
    """
    step, stage = document.get(step_id, Step), document.get(stage_id, Stage)
    old_stage = document.get(step.parent, Stage) if step is not None else None
    if step is None or stage is None or old_stage is None or stage.parent != old_stage.parent:
        return None
    steps = document.steps_of(stage_id)
    if step in steps and steps.index(step) == max(0, min(index, len(steps) - 1)):
        return None
    draft = Draft(document)
    draft.put(*place(steps, [step.with_(parent=stage_id)], index))
    if stage is not old_stage and len(document.steps_of(old_stage.id)) == 1:
        draft.put(Step.new(id=new_id(), parent=old_stage.id, rank=spread(1)[0]))
    mend_spans(draft, stage.parent, {step_id})
    return draft.change()
