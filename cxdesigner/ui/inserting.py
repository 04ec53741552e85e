"""Putting things in at the selection, and other edits that the menus do with it."""

from __future__ import annotations

from functools import partial

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.edits.duplicate import duplicate as duplicates
from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.in_turn import in_turn
from cxdesigner.model.edits.lanes import add_lane
from cxdesigner.model.edits.personas import add_persona, join_map
from cxdesigner.model.edits.personas import leave_map as leave
from cxdesigner.model.edits.stages import add_stage
from cxdesigner.model.edits.steps import add_step
from cxdesigner.model.records import Card, Emotion, Lane, Persona, Stage, Step
from cxdesigner.ui import clipboard
from cxdesigner.ui.canvas.landing import takes_cards
from cxdesigner.ui.entries import Entry
from cxdesigner.ui.session import Edit, Session


def duplicate(session: Session, keys: list[str]) -> Change | None:
    """Copy records beside themselves, as `edits.duplicate` does."""
    return session.perform("Duplicate", partial(duplicates, map_id=session.map_id, keys=tuple(keys)))


def hide_lanes(session: Session) -> None:
    """Hide the selected lanes; the library shows them again."""
    lanes = [record.id for record in session.selected() if isinstance(record, Lane)]
    session.perform("Hide lane" if len(lanes) == 1 else "Hide lanes", partial(set_fields, keys=lanes, hidden=True))
    session.select(())


def leave_map(session: Session) -> None:
    """Take the selected personas off the map."""
    personas = [record.id for record in session.selected() if isinstance(record, Persona)]
    edits = [partial(leave, map_id=session.map_id, persona_id=key) for key in personas]
    session.perform("Take persona off map", partial(in_turn, edits=edits))


def rate(session: Session, score: int) -> None:
    """Give the selected emotions a score."""
    emotions = [record.id for record in session.selected() if isinstance(record, Emotion)]
    session.perform("Set emotion", partial(set_fields, keys=emotions, score=score))


def insertion(session: Session, entry: Entry) -> tuple[str, Edit, type | None] | None:
    """Tell what putting an entry of the library in at the selection does: name, edit, and whose text is typed next.

    None if there is no place for it.
    """
    map_id = session.map_id
    match entry.kind:
        case "stage":
            return "Add stage", partial(add_stage, map_id=map_id, title="", index=_stage_index(session)), Stage
        case "step":
            place = _step_place(session)
            return ("Add step", partial(add_step, stage_id=place[0], title="", index=place[1]), Step) if place else None
        case "lane" | "divider":
            kind = "divider" if entry.kind == "divider" else entry.value or "notes"
            edit = partial(add_lane, map_id=map_id, kind=kind, index=_lane_index(session))
            return f"Add {entry.kind}", edit, Lane
        case "new-persona":
            return "Add persona", partial(add_persona, name="New persona", map_id=map_id), Persona
        case "persona":
            return _persona(session, entry.value)
        case _:
            return _card(session, entry)


def _card(session: Session, entry: Entry) -> tuple[str, Edit, type | None] | None:
    lane, step = session.selection.lane, session.selection.step
    if not takes_cards(session.document, session.map_id, lane, step) or lane is None:
        lane, step = clipboard.first_cell(session.document, session.map_id)
    if lane is None or step is None:
        return None
    map_id = session.map_id
    fields = {"kind": entry.value} if entry.value else {}
    if entry.kind == "touchpoint":
        fields = {"kind": "touchpoint", "channel": entry.value}

    def edit(document: Document) -> Change | None:
        return add_card(document, map_id, lane, step, None, **fields)

    return f"Add {entry.kind}", edit, Card


def _persona(session: Session, persona_id: str) -> tuple[str, Edit, type | None] | None:
    step = session.selection.step
    shown = {persona.id for persona in session.document.personas_of(session.map_id)}
    if persona_id in shown and step is not None:
        if (found := session.document.emotion(persona_id, step)) is not None and found.score is not None:
            return None
        return "Set emotion", partial(set_emotion, persona_id=persona_id, step_id=step, score=0), None
    return "Add persona to map", partial(join_map, map_id=session.map_id, persona_id=persona_id), None


def _current_step(session: Session) -> Step | None:
    for record in session.selected():
        if isinstance(record, Step):
            return record
        if isinstance(record, Card) and (step := session.document.get(record.step, Step)) is not None:
            return step
    return session.document.get(session.selection.step, Step)


def _stage_index(session: Session) -> int | None:
    step = _current_step(session)
    chosen = next(
        (record.id for record in session.selected() if isinstance(record, Stage)), step.parent if step else None
    )
    order = [stage.id for stage in session.document.stages(session.map_id)]
    return order.index(chosen) + 1 if chosen in order else None


def _step_place(session: Session) -> tuple[str, int | None] | None:
    step = _current_step(session)
    if step is not None:
        siblings = [one.id for one in session.document.steps_of(step.parent)]
        return step.parent, siblings.index(step.id) + 1
    chosen = [record.id for record in session.selected() if isinstance(record, Stage)]
    stages = [stage.id for stage in session.document.stages(session.map_id)]
    return ((chosen or stages)[-1], None) if chosen or stages else None


def _lane_index(session: Session) -> int | None:
    order = [lane.id for lane in session.document.lanes(session.map_id)]
    chosen = next((record.id for record in session.selected() if isinstance(record, Lane)), session.selection.lane)
    return order.index(chosen) + 1 if chosen in order else None
