"""Steps: the columns of a map."""

from __future__ import annotations

from collections.abc import Sequence

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


def move_step(document: Document, step_id: str | Sequence[str], stage_id: str, index: int) -> Change | None:
    """Move a step, with everything under it, into a stage before the step that is at `index` among the others.

    Several steps of one map stand together then, in the order in which they stood. A stage whose last step leaves
    keeps an empty one: it has a title and perhaps a goal, and nobody asked to lose them.
    """
    stage = document.get(stage_id, Stage)
    if stage is None:
        return None
    wanted = {step_id} if isinstance(step_id, str) else set(step_id)
    moved = [step for step in document.steps(stage.parent) if step.id in wanted]
    steps = document.steps_of(stage_id)
    staying = [step for step in steps if step.id not in wanted]
    index = max(0, min(index, len(staying)))
    if not moved or [*staying[:index], *moved, *staying[index:]] == list(steps):
        return None
    draft = Draft(document)
    draft.put(*place(steps, [step.with_(parent=stage_id) for step in moved], index))
    for left in dict.fromkeys(step.parent for step in moved):
        if left != stage_id and all(step.id in wanted for step in document.steps_of(left)):
            draft.put(Step.new(id=new_id(), parent=left, rank=spread(1)[0]))
    mend_spans(draft, stage.parent, {step.id for step in moved})
    return draft.change()
