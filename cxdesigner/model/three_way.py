"""Three-way joining of values: what only one side changed is taken, what both changed differently is told.

`base` is what both sides began from. Every rule is the same for both sides, but that where they differ the value of
ours stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

from pydantic_core import to_json

from cxdesigner.model.conflict_paths import path_in, plain
from cxdesigner.model.records import Conflict, Part, Rating, Record, Vote

Told = Callable[[Conflict], object]
"""What is called with each conflict."""


def same(one: Any, other: Any) -> bool:
    """Tell whether two values are written alike: true is not 1."""
    return one is other or (
        bool(one == other) and (isinstance(one, str) or to_json(plain(one)) == to_json(plain(other)))
    )


def is_same(one: Record | None, other: Record | None, but: Iterable[str] = ()) -> bool:
    """Tell whether two records hold the same, but for some fields."""
    if one is other:
        return True
    if one is None or other is None or type(one) is not type(other):
        return False
    extra, others = one.__pydantic_extra__ or {}, other.__pydantic_extra__ or {}
    mine, its = one.__dict__, other.__dict__
    if mine != its and any(mine[name] != its[name] for name in mine if name not in but):
        return False
    return (not extra and not others) or same(extra, others)


def joined(path: str, base: Any, ours: Any, theirs: Any, tell: Told) -> Any:
    """Join the values of a field.

    Lists of ids and texts are joined as sets with an order, votes and ratings by their ids, other values inside a
    record field by field. A value inside a record that one side took out and the other changed stays.
    """
    if same(ours, theirs) or same(theirs, base):
        return ours
    if same(ours, base):
        return theirs
    if isinstance(ours, tuple) and isinstance(theirs, tuple):
        return _lists(path, base or (), ours, theirs, tell)
    if isinstance(ours, Part) and isinstance(theirs, Part):
        return joined_parts(path, base if isinstance(base, Part) else None, ours, theirs, tell)
    tell(conflict(path, base, ours, theirs))
    return theirs if ours is None and isinstance(theirs, Part) else ours


def conflict(path: str, base: Any, ours: Any, theirs: Any) -> Conflict:
    """Make a conflict of values as records have them; None is what is not there."""
    return Conflict.new(path=path, base=plain(base), ours=plain(ours), theirs=plain(theirs))


def joined_parts(path: str, base: Part | None, ours: Part, theirs: Part, tell: Told, apart: Iterable[str] = ()) -> Any:
    """Join two values, or records, of one class field by field; fields that are named `apart` stay as ours are.

    Without a base both began with the defaults of all fields.
    """
    left_out = {"id", *apart}
    fields: dict[str, Any] = {}
    for name, field in type(ours).model_fields.items():
        if name in left_out:
            continue
        mine, other = getattr(ours, name), getattr(theirs, name)
        if same(mine, other):
            continue
        before = getattr(base, name) if base is not None else None if field.is_required() else field.get_default()
        value = joined(path_in(path, field.alias or name), before, mine, other, tell)
        if not same(value, mine):
            fields[name] = value
    return made_of(ours, fields, _unknown(path, base, ours, theirs, tell))


def made_of(record: Part, fields: dict[str, Any], unknown: dict[str, Any]) -> Any:
    """Make a record anew with other fields, and with these unknown ones instead of its own."""
    if not fields and same(record.__pydantic_extra__ or {}, unknown):
        return record
    fresh = record.with_(**fields)
    extra = cast("dict[str, Any]", fresh.__pydantic_extra__)
    extra.clear()
    extra.update(unknown)
    return fresh


def _unknown(path: str, base: Part | None, ours: Part, theirs: Part, tell: Told) -> dict[str, Any]:
    before = (base.__pydantic_extra__ if base is not None else None) or {}
    mine, others = ours.__pydantic_extra__ or {}, theirs.__pydantic_extra__ or {}
    found = {}
    for name in dict.fromkeys((*mine, *others)):
        where = path_in(path, name, known=False)
        value = joined(where, before.get(name), mine.get(name), others.get(name), tell)
        if (name in mine and value is mine[name]) or (name in others and value is others[name]) or value is not None:
            found[name] = value
    return found


def _lists(path: str, base: tuple[Any, ...], ours: tuple[Any, ...], theirs: tuple[Any, ...], tell: Told) -> Any:
    if isinstance((*ours, *theirs, *base)[0], Vote | Rating):
        return _by_id(path, base, ours, theirs, tell)
    return in_order(base, ours, theirs)


def _by_id(path: str, base: tuple[Any, ...], ours: tuple[Any, ...], theirs: tuple[Any, ...], tell: Told) -> Any:
    before, mine, others = ({one.id: one for one in side} for side in (base, ours, theirs))
    found: dict[str, Any] = {}
    for key in dict.fromkeys((*mine, *others)):
        old, one, other = before.get(key), mine.get(key), others.get(key)
        where = path_in(path, key, known=False)
        if one is not None and other is not None:
            found[key] = joined(where, old, one, other, tell)
        elif old is None:
            found[key] = one or other
        elif not same(one or other, old):
            tell(conflict(where, old, one, other))
            found[key] = one or other
    # What is kept with a conflict counts as if both sides had it.
    kept = [[key for key in side if key in found] for side in (before, mine, others)]
    return tuple(found[key] for key in in_order(kept[0], kept[1], kept[2], found))


def in_order(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], wanted: Iterable[str] | None = None
) -> tuple[str, ...]:
    """Join lists as sets with an order: what one side took out is out, what one put in is in.

    What both put in at the same place stands one after the other, in the order of the texts. Where both changed the
    order of what they have in common, that one stands which comes first by its texts. `wanted`: what is in it in any
    case.
    """
    before, mine, others = map(_numbered, (base, ours, theirs))
    always = set(_numbered(list(wanted or ())))
    kept = {one for one in (*mine, *others) if one in always or (one in mine and one in others) or one not in before}
    common = [one for one in mine if one in others]
    runs = _runs(mine, set(common), kept)
    other_runs = _runs(others, set(common), kept)
    found: list[tuple[str, int]] = []
    for anchor in (None, *_backbone(before, common, [one for one in others if one in mine])):
        found += [anchor] if anchor is not None else []
        for run in sorted((runs.get(anchor, []), other_runs.get(anchor, []))):
            found += run
    return tuple(text for text, _ in found)


_Item = tuple[str, int]


def _numbered(texts: Iterable[str]) -> list[_Item]:
    """Tell texts that are there several times apart."""
    seen: Counter[str] = Counter()
    found = []
    for text in texts:
        found.append((text, seen[text]))
        seen[text] += 1
    return found


def _runs(items: list[_Item], common: set[_Item], kept: set[_Item]) -> dict[_Item | None, list[_Item]]:
    """Give what one side alone has behind each thing that both have; None is the beginning."""
    runs: dict[_Item | None, list[_Item]] = {}
    anchor: _Item | None = None
    for one in items:
        if one in common:
            anchor = one
        elif one in kept:
            runs.setdefault(anchor, []).append(one)
    return runs


def _backbone(base: list[_Item], ours: list[_Item], theirs: list[_Item]) -> list[_Item]:
    old = [one for one in base if one in ours]
    mine, others = ([one for one in side if one in old] for side in (ours, theirs))
    if (mine == old) is not (others == old):
        return theirs if mine == old else ours
    return min(ours, theirs)
