"""Settling what a merge left open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import ValidationError

from cxdesigner.model.change import Change
from cxdesigner.model.conflict_paths import PLACE, spot_of
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.removal import REFERENCES, remove
from cxdesigner.model.limits import InvalidValueError
from cxdesigner.model.records import PARENT_KEY, Card, Conflict, Lane, Project, Record, Step
from cxdesigner.model.wording import refusal

Side = Literal["ours", "theirs", "base"]
_WITH_IDS = ("votes", "ratings")
_WHERE = ("lane", "step", "to", "rank")


def settle(document: Document, index: int, side: Side) -> Change | None:
    """Put the value of one side in, and take the conflict out of the project; None if there is no such conflict.

    A record that this side had taken out is removed with all that goes along. A place that is not there any more is the
    parking lot. Where the record is gone, or the path names nothing, only the conflict goes.

    Raises:
        InvalidValueError: the value does not fit, as in a file that was written by hand.
    """
    conflicts = document.project.conflicts
    if not 0 <= index < len(conflicts):
        return None
    chosen = conflicts[index]
    change = _chosen(document, chosen, getattr(chosen, side))
    draft = Draft(document.apply(change) if change is not None else document)
    project = draft.document.project
    draft.put(project.with_(conflicts=(*project.conflicts[:index], *project.conflicts[index + 1 :])))
    settled = draft.change()
    assert settled is not None
    return settled if change is None else change.then(settled)


def _chosen(document: Document, chosen: Conflict, value: Any) -> Change | None:
    spot = spot_of(chosen.path)
    if spot is None:
        return None
    record = document.get(document.root if spot.kind is Project else spot.key, spot.kind)
    if record is None:
        return None
    if not spot.way and not isinstance(value, dict):
        return remove(document, [record.id])
    raw, parent = record.model_dump(mode="json", by_alias=True, exclude_defaults=True), record.parent
    if not spot.way or spot.way == (PLACE,):
        value = dict(value) if isinstance(value, dict) else {}
        parent = _parent(document, record, value.pop("parent", ""))
        raw = value if not spot.way else raw | dict.fromkeys(_WHERE) | value
        raw = {name: one for name, one in raw.items() if one is not None or name not in _WHERE}
    else:
        _put(raw, spot.way, value)
    fresh = _fitting(document, _made(record, raw, parent))
    return Change.of({record.id: (record, fresh)})


def _parent(document: Document, record: Record, key: object) -> str:
    """Give the id of what is to hold a record: this one if it is there and of the right class."""
    wanted, held = document.records.get(str(key)), document.records.get(record.parent)
    return wanted.id if wanted is not None and type(wanted) is type(held) else record.parent


def _put(raw: Any, way: Sequence[str], value: Any) -> None:
    """Put a value into what a record is in a file; nothing where the way leads nowhere."""
    name, *rest = way
    if isinstance(raw, dict):
        if rest:
            _put(raw.setdefault(name, [] if name in _WITH_IDS else {}), rest, value)
        elif value is None:
            raw.pop(name, None)
        else:
            raw[name] = value
    elif isinstance(raw, list):
        places = [place for place, one in enumerate(raw) if isinstance(one, dict) and one.get("id") == name]
        if places and rest:
            _put(raw[places[0]], rest, value)
        elif places:
            raw[places[0] : places[0] + 1] = [] if value is None else [value]
        elif value is not None and not rest:
            raw.append(value)


def _made(record: Record, raw: dict[str, Any], parent: str) -> Record:
    own = "\x1fid" if type(record).model_fields["id"].exclude else "id"
    try:
        made: Record = type(record).__pydantic_validator__.validate_python(
            raw | {own: record.id, PARENT_KEY: parent}, by_name=False, by_alias=True
        )
    except ValidationError as error:
        raise InvalidValueError(refusal(error)) from None
    return made


def _fitting(document: Document, record: Record) -> Record:
    """Have a record refer to what is there: a place that is not is the parking lot."""
    fields: dict[str, Any] = {}
    if isinstance(record, Card):
        if document.get(record.lane, Lane) is None or document.get(record.step, Step) is None:
            fields |= {"lane": None, "step": None, "to": None}
        elif document.get(record.to, Step) is None:
            fields["to"] = None
    for name, kind in REFERENCES.get(type(record), {}).items():
        value = getattr(record, name)
        if isinstance(value, str) and document.get(value, kind) is None:
            fields[name] = ""
    return record.with_(**fields)
