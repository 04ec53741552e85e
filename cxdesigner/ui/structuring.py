"""Changing the structure of a map at the selection: its stages, steps and lanes, and whole maps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TypeVar

from cxdesigner.layout.words import Words
from cxdesigner.model.change import Change
from cxdesigner.model.edits.copies import duplicate_map, future_map
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.lane_sets import LANE_SETS, add_lane_set
from cxdesigner.model.edits.merging import averaged, merge_stages, merge_steps, split_stage
from cxdesigner.model.edits.sending import copy_to_map, move_to_map
from cxdesigner.model.records import Card, Lane, Map, Record, Stage, Step
from cxdesigner.ui.inserting import current_step
from cxdesigner.ui.names import title_of_map
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.words import tr

R = TypeVar("R", bound=Record)
SENDABLE = (Card, Stage, Step, Lane)
"""What can be moved to another map."""
TITLE = 60
"""Characters of the title of a map in menus and sentences."""


def chosen(session: Session, kind: type[R]) -> list[R]:
    """Give the selected records of a class."""
    return [record for record in session.selected() if isinstance(record, kind)]


def keys_of(records: Iterable[Record]) -> list[str]:
    """Give the ids of records."""
    return [record.id for record in records]


# --- stages and steps -----------------------------------------------------------------------------------------------


def can_split(session: Session) -> bool:
    """Tell whether there is a step in front of the current one in its stage."""
    step = current_step(session)
    return step is not None and session.document.steps_of(step.parent)[:1] != (step,)


def split(session: Session) -> str | None:
    """Cut the stage before the current step; gives the id of the new stage."""
    step = current_step(session)
    if step is None:
        return None
    change = session.perform(tr("Split stage"), partial(split_stage, step_id=step.id))
    fresh = [record.id for record in change.added() if isinstance(record, Stage)] if change is not None else []
    session.select(fresh or session.selection.ids)
    return fresh[0] if fresh else None


def to_merge(session: Session) -> list[Stage] | list[Step]:
    """Give the selected stages or steps, if they are several."""
    steps, stages = chosen(session, Step), chosen(session, Stage)
    if steps:
        return steps if len(steps) > 1 else []
    return stages if len(stages) > 1 else []


def with_next(session: Session) -> list[Stage] | list[Step]:
    """Give the one stage or step that is selected, and the next one; nothing where that is not so."""
    document, map_id = session.document, session.map_id
    if len(session.selection.ids) != 1:
        return []
    return _pair(document.steps(map_id), session.selection.ids[0]) or _pair(
        document.stages(map_id), session.selection.ids[0]
    )


def _pair(order: Sequence[R], key: str) -> list[R]:
    """Give a record of a list and the next one; nothing if it is the last or not there."""
    index = next((at for at, record in enumerate(order) if record.id == key), len(order))
    return [*order[index : index + 2]] if index + 1 < len(order) else []


def merge(session: Session, records: list[Stage] | list[Step]) -> None:
    """Make one of stages or of steps, and select it."""
    before = session.document
    if records and isinstance(records[0], Step):
        several = averaged(before, keys_of(records))
        session.perform(tr("Merge steps"), partial(merge_steps, step_ids=keys_of(records)))
        if several and session.document is not before:
            session.told.emit(_say_averaged(several))
    else:
        session.perform(tr("Merge stages"), partial(merge_stages, stage_ids=keys_of(records)))
    if session.document is not before:
        session.select(record.id for record in records if record.id in session.document)


def _say_averaged(personas: int) -> str:
    if personas == 1:
        return tr("Steps merged: the score of 1 persona is now the mean.")
    return tr("Steps merged: scores of {n} personas are now the mean.", n=personas)


def has_width(session: Session) -> bool:
    """Tell whether a selected step was given a width."""
    return any(step.width is not None for step in chosen(session, Step))


def automatic_width(session: Session) -> None:
    """Let the selected steps be as wide as others."""
    session.perform(tr("Automatic width"), partial(set_fields, keys=keys_of(chosen(session, Step)), width=None))


# --- collapsing, pinning, hiding ------------------------------------------------------------------------------------


def collapsible(session: Session) -> list[Stage | Lane]:
    """Give the selected stages and lanes."""
    return [*chosen(session, Stage), *chosen(session, Lane)]


def are_collapsed(session: Session) -> bool:
    """Tell whether all selected stages and lanes are collapsed."""
    found = collapsible(session)
    return bool(found) and all(record.collapsed for record in found)


def collapse(session: Session) -> None:
    """Collapse the selected stages and lanes, or open them if they are."""
    fold(session, keys_of(collapsible(session)), collapsed=not are_collapsed(session))


def fold(session: Session, keys: Sequence[str], *, collapsed: bool, join: str = "") -> Change | None:
    """Collapse stages and lanes, or open them; `join` as for `Session.perform`."""
    kinds = {type(session.document.records.get(key)) for key in keys}
    if kinds == {Stage}:
        name = tr("Collapse stage") if collapsed else tr("Open stage")
    elif kinds == {Lane}:
        name = tr("Collapse lane") if collapsed else tr("Open lane")
    else:
        name = tr("Collapse") if collapsed else tr("Open")
    return session.perform(name, partial(set_fields, keys=keys, collapsed=collapsed), join=join)


def are_pinned(session: Session) -> bool:
    """Tell whether all selected lanes are pinned."""
    lanes = chosen(session, Lane)
    return bool(lanes) and all(lane.pinned for lane in lanes)


def pin(session: Session) -> None:
    """Pin the selected lanes, so that they stay in view, or no longer if they are."""
    pinned = not are_pinned(session)
    name = tr("Pin lane") if pinned else tr("Unpin lane")
    session.perform(name, partial(set_fields, keys=keys_of(chosen(session, Lane)), pinned=pinned))


def hide_lanes(session: Session) -> None:
    """Hide the selected lanes; the library, and a mark where they stand, show them again."""
    lanes = keys_of(chosen(session, Lane))
    session.perform(
        tr("Hide lane") if len(lanes) == 1 else tr("Hide lanes"), partial(set_fields, keys=lanes, hidden=True)
    )
    session.select(())


def hidden_lanes(session: Session) -> list[Lane]:
    """Give the hidden lanes of the map."""
    return [lane for lane in session.document.lanes(session.map_id) if lane.hidden]


def show_lanes(session: Session, keys: Sequence[str]) -> None:
    """Show hidden lanes, and select them."""
    name = tr("Show lane") if len(keys) == 1 else tr("Show lanes")
    if session.perform(name, partial(set_fields, keys=keys, hidden=False)) is not None:
        session.select(keys)


def add_lanes(session: Session, name: str) -> None:
    """Add the lanes of a set (a key of `LANE_SETS`) that the map has not."""
    edit = partial(add_lane_set, map_id=session.map_id, kinds=LANE_SETS[name])
    if session.perform(tr("Add lanes"), edit) is None and session.map_id:
        session.told.emit(tr("The map has all of these lanes."))


# --- maps -----------------------------------------------------------------------------------------------------------


def duplicate_this_map(session: Session) -> None:
    """Copy the map that is shown, and show the copy."""
    if session.map is not None:
        title = tr("{title} (copy)", title=session.map.title)
        _show(session, session.perform(tr("Duplicate map"), partial(duplicate_map, map_id=session.map_id, title=title)))


def make_future_map(session: Session, author: str = "") -> None:
    """Copy the map that is shown as the map of a future state, and show that; `author` signs what nobody has."""
    if session.map is not None:
        title = future_title(session.map.title, session.document.project.language)
        edit = partial(future_map, map_id=session.map_id, title=title, author=author)
        _show(session, session.perform(tr("Make future-state map"), edit))


def future_title(title: str, language: str) -> str:
    """Name the map of a future state in the language of the project: "Friday dinner – future state"."""
    words = Words(language)
    current, future = words["current"], words["future"]
    at = title.casefold().find(current.casefold())
    if at >= 0:
        word = future if title[at].isupper() else _small(future)
        return title[:at] + word + title[at + len(current) :]
    return f"{title} – {_small(future)}" if title.strip() else future


def _small(word: str) -> str:
    return word[:1].lower() + word[1:]


def _show(session: Session, change: Change | None) -> None:
    fresh = [record.id for record in change.added() if isinstance(record, Map)] if change is not None else []
    if fresh:
        session.show_map(fresh[0])


def can_send(session: Session) -> bool:
    """Tell whether something is selected that can be moved to another map, and there is one."""
    return len(session.document.maps) > 1 and any(isinstance(record, SENDABLE) for record in session.selected())


def send(session: Session, map_id: str, *, copy: bool) -> bool:
    """Move or copy what is selected to another map; False if there is nothing to move."""
    keys = [record.id for record in session.selected() if isinstance(record, SENDABLE)]
    target = session.document.get(map_id, Map)
    if target is None:
        return False
    edit = partial(copy_to_map if copy else move_to_map, keys=keys, map_id=map_id)
    title = title_of_map(target, TITLE)
    name = tr("Copy to “{map}”", map=title) if copy else tr("Move to “{map}”", map=title)
    return session.perform(name, edit) is not None
