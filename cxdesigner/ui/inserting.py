"""Putting things in at the selection, and other edits that the menus do with it."""

from __future__ import annotations

from functools import partial

from cxdesigner.model.change import Change
from cxdesigner.model.edits.duplicate import duplicate as duplicates
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.in_turn import in_turn
from cxdesigner.model.edits.personas import leave_map as leave
from cxdesigner.model.records import Card, Emotion, Lane, Persona, Stage, Step
from cxdesigner.ui.canvas.landing import takes_cards
from cxdesigner.ui.entries import Entry
from cxdesigner.ui.places import first_cell
from cxdesigner.ui.placing import Placing, Where, placing
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.words import tr


def duplicate(session: Session, keys: list[str]) -> Change | None:
    """Copy records beside themselves, as `edits.duplicate` does."""
    return session.perform(tr("Duplicate"), partial(duplicates, map_id=session.map_id, keys=tuple(keys)))


def leave_map(session: Session) -> None:
    """Take the selected personas off the map."""
    personas = [record.id for record in session.selected() if isinstance(record, Persona)]
    edits = [partial(leave, map_id=session.map_id, persona_id=key) for key in personas]
    session.perform(tr("Take persona off map"), partial(in_turn, edits=edits))


def rate(session: Session, score: int) -> None:
    """Give the selected emotions a score."""
    emotions = [record.id for record in session.selected() if isinstance(record, Emotion)]
    session.perform(tr("Set emotion"), partial(set_fields, keys=emotions, score=score))


def insertion(session: Session, entry: Entry, *, before: bool = False) -> Placing | None:
    """Tell what putting an entry of the library in at the selection does; None if there is no place for it.

    A stage, a step or a lane goes behind what is selected, or `before` it.
    """
    where = where_selected(session, entry, before=before)
    return placing(session.document, session.map_id, entry, where) if where is not None else None


def where_selected(session: Session, entry: Entry, *, before: bool = False) -> Where | None:
    """Tell where an entry goes at the selection, behind what is selected or before it; None if there is no place."""
    match entry.kind:
        case "stage":
            return Where(index=_stage_index(session, before=before))
        case "step":
            place = _step_place(session, before=before)
            return Where(stage=place[0], index=place[1]) if place else None
        case "lane" | "divider":
            return Where(index=_lane_index(session, before=before))
        case "persona":
            shown = {persona.id for persona in session.document.personas_of(session.map_id)}
            return Where(step=session.selection.step if entry.value in shown else None)
        case "new-persona":
            return Where()
        case _:
            lane, step = session.selection.lane, session.selection.step
            if lane is None or not takes_cards(session.document, session.map_id, lane, step):
                lane, step = first_cell(session.document, session.map_id)
            return Where(lane=lane, step=step) if lane is not None else None


def current_step(session: Session) -> Step | None:
    """Give the step that is selected, or in which the selected card or the keyboard is."""
    for record in session.selected():
        if isinstance(record, Step):
            return record
        if isinstance(record, Card) and (step := session.document.get(record.step, Step)) is not None:
            return step
    return session.document.get(session.selection.step, Step)


def _stage_index(session: Session, *, before: bool) -> int | None:
    """Give the index beside the stages that are selected, or in which something is; None for the end."""
    step = current_step(session)
    chosen = {record.id for record in session.selected() if isinstance(record, Stage)}
    order = [stage.id for stage in session.document.stages(session.map_id)]
    return _beside(order, chosen or ({step.parent} if step is not None else set()), before=before)


def _step_place(session: Session, *, before: bool) -> tuple[str, int | None] | None:
    """Give the stage and the index beside the steps that are selected, or in which something is."""
    step = current_step(session)
    if step is not None:
        siblings = [one.id for one in session.document.steps_of(step.parent)]
        chosen = {record.id for record in session.selected() if isinstance(record, Step)} & {*siblings}
        return step.parent, _beside(siblings, chosen or {step.id}, before=before)
    stages = [record.id for record in session.selected() if isinstance(record, Stage)]
    stages = stages or [stage.id for stage in session.document.stages(session.map_id)]
    if not stages:
        return None
    return (stages[0], 0) if before else (stages[-1], None)


def _lane_index(session: Session, *, before: bool) -> int | None:
    order = [lane.id for lane in session.document.lanes(session.map_id)]
    chosen = {record.id for record in session.selected() if isinstance(record, Lane)}
    return _beside(order, chosen or {session.selection.lane or ""}, before=before)


def _beside(order: list[str], chosen: set[str], *, before: bool) -> int | None:
    """Give the index before the first or behind the last of those chosen; None if there is none."""
    places = [index for index, key in enumerate(order) if key in chosen]
    if not places:
        return None
    return places[0] if before else places[-1] + 1
