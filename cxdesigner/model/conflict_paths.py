"""How a conflict names its place, such as `cards["c-12"].text`, and writes values: as the file has them.

A path begins with the list that holds the record and its id (an emotion has two: persona and step); the project
itself has neither. Then come fields: known ones after a dot, unknown ones and the ids of votes and ratings in brackets.
`place` is where a record stands: the ids of what holds it (`parent`), of lane and step, and its rank.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from cxdesigner.model.records import (
    EMOTION_KEY,
    Asset,
    Card,
    Comment,
    Department,
    Emotion,
    Lane,
    Link,
    Map,
    Part,
    Persona,
    Project,
    Ranked,
    Record,
    Round,
    Snapshot,
    Stage,
    Step,
)

LISTS: Final[Mapping[type[Record], str]] = {
    Department: "departments",
    Persona: "personas",
    Map: "maps",
    Stage: "stages",
    Step: "steps",
    Lane: "lanes",
    Card: "cards",
    Emotion: "emotions",
    Link: "links",
    Round: "rounds",
    Comment: "comments",
    Snapshot: "snapshots",
    Asset: "assets",
}
PLACE: Final = "place"
_KINDS: Final = {name: kind for kind, name in LISTS.items()}
_LIST: Final = re.compile(r"(\w+)\[")
_NAME: Final = re.compile(r"\.?(\w+)")


class Spot(NamedTuple):
    """What a path names: a class of records, the id, and the names of fields and ids on the way to a value in it."""

    kind: type[Record]
    key: str
    way: tuple[str, ...]


def path_to(record: Record) -> str:
    """Name a record; "" for the project."""
    if isinstance(record, Project):
        return ""
    ids = record.id.split(EMOTION_KEY) if isinstance(record, Emotion) else [record.id]
    return f"{LISTS[type(record)]}[{', '.join(_quoted(key) for key in ids)}]"


def path_in(path: str, name: str, *, known: bool = True) -> str:
    """Name a field of what is named by a path; `known` ones stand after a dot."""
    return f"{path}.{name}".lstrip(".") if known else f"{path}[{_quoted(name)}]"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def spot_of(path: str) -> Spot | None:
    """Read a path; None if it is none."""
    listed = _LIST.match(path)
    if listed is None or listed[1] not in _KINDS:
        way = _way(path, 0)
        return Spot(Project, "", way) if way else None
    ids, end = _bracket(path, listed.end())
    way = _way(path, end) if ids else None
    return Spot(_KINDS[listed[1]], EMOTION_KEY.join(ids), way) if way is not None else None


def _way(path: str, at: int) -> tuple[str, ...] | None:
    found: list[str] = []
    while at < len(path):
        if path[at] == "[":
            names, at = _bracket(path, at + 1)
            if len(names) != 1:
                return None
            found += names
        elif (name := _NAME.match(path, at)) is not None:
            found.append(name[1])
            at = name.end()
        else:
            return None
    return tuple(found)


def _bracket(path: str, at: int) -> tuple[list[str], int]:
    """Read the texts in a bracket that was opened; none if it is not written so."""
    names: list[str] = []
    try:
        while True:
            name, at = json.JSONDecoder().raw_decode(path, at)
            names.append(str(name))
            if path[at] == "]":
                return names, at + 1
            at += len(", ")
    except (ValueError, IndexError):
        return [], at


def plain(value: Any) -> Any:
    """Give a value as the file has it: objects, lists, texts, numbers; a record with its `parent`."""
    if isinstance(value, Part):
        fields = value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        if isinstance(value, Record):
            fields["parent"] = value.parent
        return fields
    return [plain(one) for one in value] if isinstance(value, tuple) else value


def place_of(record: Record) -> dict[str, Any]:
    """Give where a record stands, as a conflict has it."""
    place: dict[str, Any] = {"parent": record.parent}
    if isinstance(record, Card):
        place |= {"lane": record.lane, "step": record.step, "to": record.to}
    return place | {"rank": record.rank} if isinstance(record, Ranked) else place
