"""Copied records as bytes, so that they can be pasted into another project or another window."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, cast

from cxdesigner.model.limits import MAX_LEVELS
from cxdesigner.model.records import Asset, Record, Stage, Step
from cxdesigner.sentences import say
from cxdesigner.storage.nesting import FORMAT, LISTS, VERSION, Fragment
from cxdesigner.storage.parsing import is_too_deep, parse
from cxdesigner.storage.problems import NotAProjectError
from cxdesigner.storage.reading import Builder, version_of
from cxdesigner.storage.writing import asset_objects, fields, joined, listed, objects

MEDIA_TYPE: Final = "application/vnd.cxdesigner.fragment+json"
FRAGMENT: Final = f"{FORMAT}-fragment"

_DEEPER: Final[dict[str, int]] = {"stages": 2, "lanes": 2, "cards": 2, "emotions": 2, "links": 2, "steps": 4}
"""How many levels deeper the records of a list stand in a project, in a map or in a stage of it."""


def fragment_to_json(records: Iterable[Record]) -> bytes:
    """Write cards, lanes, stages, steps, emotions, links, personas, departments and assets, in the order given.

    A step stands in its stage where that is among the records, else on its own.

    Raises:
        ValueError: a record of a class that cannot be copied on its own, like a map.
    """
    shelves: dict[type[Record], list[Any]] = {kind: [] for kind in LISTS[Fragment].values()} | {Asset: []}
    for record in records:
        if type(record) not in shelves:
            raise ValueError(f"a fragment holds no {type(record).__name__.lower()}")
        shelves[type(record)].append(record)
    stages = {stage.id for stage in shelves[Stage]}
    inside = [step for step in shelves[Step] if step.parent in stages]
    shelves[Step] = [step for step in shelves[Step] if step.parent not in stages]
    parts = [b'\n  "format": "%s",\n  "version": %d' % (FRAGMENT.encode(), VERSION)]
    for name, kind in LISTS[Fragment].items():
        if kind is Stage:
            parts.append(listed(name, [_stage(stage, inside) for stage in shelves[kind]], 2))
        else:
            parts.append(listed(name, objects(shelves[kind], 4), 2))
    parts.append(b"".join(asset_objects({asset.id: joined(*fields(asset, 4)) for asset in shelves[Asset]})))
    return b"{%s\n}\n" % joined(*parts)


def _stage(stage: Stage, steps: list[Step]) -> bytes:
    known, unknown = fields(stage, 4)
    own = cast("list[Record]", [step for step in steps if step.parent == stage.id])
    return joined(known, listed("steps", objects(own, 8), 6), unknown)


def fragment_from_json(data: bytes) -> list[Record]:
    """Read copied records. Their ids are those of the originals, and what stood in a map has no parent.

    Raises:
        NotAProjectError: the bytes are nothing that this program copied, or past a limit, also where they will stand;
            or a newer release copied things that this one cannot read.
        DamagedError: values in them are not as they should be.
    """
    raw = parse(data)
    if not isinstance(raw, dict) or raw.get("format") != FRAGMENT:
        raise NotAProjectError(say("What was copied does not come from a project, so it can only be pasted as text."))
    if any(is_too_deep(raw.get(name), MAX_LEVELS - 1 - _DEEPER.get(name, 0)) for name in (*LISTS[Fragment], "assets")):
        raise NotAProjectError(
            say("What was copied is nested more than {most} levels deep. It was not pasted.", most=MAX_LEVELS)
        )
    builder = Builder(lenient=version_of(raw) > VERSION)
    records = builder.lists_of(Fragment, raw, "")
    if builder.problems:
        first, more = builder.problems[0].sentence, len(builder.problems) - 1
        raise NotAProjectError(
            say(
                "A newer release copied this, and a part cannot be read here: {first} and {n:,} more.",
                first=first,
                n=more,
            )
            if more
            else say("A newer release copied this, and a part cannot be read here: {first}.", first=first)
        )
    return records
