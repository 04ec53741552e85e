"""What two sides did that each fits alone and not together, made to fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256

from cxdesigner.model.conflict_paths import PLACE, path_in, path_to, place_of
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS
from cxdesigner.model.records import Card, Comment, Conflict, Emotion, Lane, Link, Map, Record, Stage, Step
from cxdesigner.model.three_way import conflict

Records = Mapping[str, Record]
Tell = Callable[[Conflict], object]


def fitted(base: Records, ours: Records, theirs: Records, merged: dict[str, Record], tell: Tell) -> None:
    """Have the records of a merge stand where they show.

    A lane of cards that one side made one that holds none stays one for cards if the other put some there. A card of
    which the lane or the step went to another map goes to the parking lot. Both are conflicts. An emotion follows its
    step to another map, a comment what it is about, and a link its ends; one whose ends are on two maps now is a
    conflict, and so is a vote of a round that is on another map than the card. A stage that both emptied together, each
    of other steps, gets one without a title. A vote or rating that would be there twice, since one side took it along
    to another record, gets an id of its own.
    """
    sides = base, ours, theirs
    for lane, other in _emptied(ours, theirs, merged):
        tell(conflict(path_in(path_to(lane), "kind"), *(getattr(side.get(lane.id), "kind", None) for side in sides)))
        merged[lane.id] = lane.with_(kind=other.kind)
    maps = [_maps(records) for records in (ours, theirs, merged)]
    if any(side.get(key, shown) != shown for key, shown in maps[2].items() for side in maps[:2]):
        _follow(sides, merged, maps, tell)
    _follow_what_moved(sides, merged, tell)
    _fill_stages(ours, theirs, merged)
    _tell_ids_apart(merged)


def _emptied(ours: Records, theirs: Records, merged: Records) -> list[tuple[Lane, Lane]]:
    """Give the lanes that hold no cards any more and yet have some, each with the side for which it holds them."""
    found = []
    for lane in merged.values():
        if isinstance(lane, Lane) and lane.kind in LANES_WITHOUT_CARDS:
            for bare, side in ((ours, theirs), (theirs, ours)):
                other = side.get(lane.id)
                if isinstance(other, Lane) and other.kind not in LANES_WITHOUT_CARDS and _gained(lane.id, bare, merged):
                    found.append((lane, other))
    return found


def _gained(lane: str, before: Records, after: Records) -> bool:
    """Tell whether a lane has a card that it had not."""
    return any(
        isinstance(card, Card) and card.lane == lane and getattr(before.get(card.id), "lane", None) != lane
        for card in after.values()
    )


def _maps(records: Records) -> dict[str, str]:
    """Give the map of every lane and step."""
    maps = {record.id: record.parent for record in records.values() if isinstance(record, Lane)}
    for record in records.values():
        if isinstance(record, Step) and (stage := records.get(record.parent)) is not None:
            maps[record.id] = stage.parent
    return maps


def _follow(
    sides: tuple[Records, ...],
    merged: dict[str, Record],
    maps: list[dict[str, str]],
    tell: Tell,
) -> None:
    own = list(zip(sides[1:], maps, strict=False))
    for record in list(merged.values()):
        if isinstance(record, Emotion):
            shown = maps[2].get(record.step, record.parent)
            if shown != record.parent:
                merged[record.id] = record.with_(parent=shown)
        elif isinstance(record, Card) and _astray(record, maps[2]):
            there = [(side[record.id], known) for side, known in own if record.id in side]
            if not any(isinstance(one, Card) and _astray(one, known) for one, known in there):
                parked = merged[record.id] = record.with_(lane=None, step=None, to=None)
                began = sides[0].get(record.id)
                # The side that did not put it there may leave it in the parking lot.
                own_places = [there.get(record.id, parked) for there in sides[1:]]
                values = [
                    place_of(one) if place_of(one) == place_of(record) else place_of(parked) for one in own_places
                ]
                tell(conflict(path_in(path_to(record), PLACE), began and place_of(began), *values))


def _follow_what_moved(sides: tuple[Records, ...], merged: dict[str, Record], tell: Tell) -> None:
    """Have comments and links on the map of what they are about, and tell of what is on two maps now.

    What was on another map already in a file that another program wrote stays so.
    """
    comments = [one for one in merged.values() if isinstance(one, Comment) and _were_together(one, (one.on,), sides)]
    for _ in comments:  # comments are about comments, too
        moved = [(one.id, shown) for one in comments if (shown := _map_of(one.on, merged)) != merged[one.id].parent]
        merged.update({key: merged[key].with_(parent=shown) for key, shown in moved if shown})
        if not any(shown for _, shown in moved):
            break
    for record in list(merged.values()):
        if isinstance(record, Link) and _were_together(record, (record.from_, record.to), sides):
            maps = {_map_of(key, merged) for key in (record.from_, record.to)} - {""}
            if len(maps) > 1:
                tell(conflict(path_to(record), *(side.get(record.id) for side in sides)))
            elif maps - {record.parent}:
                merged[record.id] = record.with_(parent=maps.pop())
        elif isinstance(record, Card) and record.votes:
            _tell_of_votes(record, sides, merged, tell)


def _map_of(key: str, records: Records) -> str:
    """Give the map on which something is, "" for none."""
    record = records.get(key)
    while record is not None and not isinstance(record, Map):
        record = records.get(record.parent)
    return record.id if record is not None else ""


def _were_together(record: Record, keys: tuple[str, ...], sides: tuple[Records, ...]) -> bool:
    """Tell whether things were on the map of a record for those that have it."""
    having = [side for side in sides[1:] if record.id in side]
    return all(_map_of(key, side) in ("", side[record.id].parent) for side in having for key in keys)


def _tell_of_votes(card: Card, sides: tuple[Records, ...], merged: Records, tell: Tell) -> None:
    own = [{vote.id: vote for vote in getattr(side.get(card.id), "votes", ())} for side in sides]
    for vote in card.votes:
        having = [side for side, votes in zip(sides[1:], own[1:], strict=True) if vote.id in votes]
        if _map_of(vote.round, merged) not in ("", card.parent) and all(
            _map_of(vote.round, side) == side[card.id].parent for side in having
        ):
            path = path_in(path_in(path_to(card), "votes"), vote.id, known=False)
            tell(conflict(path, *(votes.get(vote.id) for votes in own)))


def _astray(card: Card, maps: Mapping[str, str]) -> bool:
    """Tell whether a card names a lane or step of another map."""
    return any(maps.get(key, card.parent) != card.parent for key in (card.lane, card.step, card.to) if key is not None)


def _fill_stages(ours: Records, theirs: Records, merged: dict[str, Record]) -> None:
    held, *was = (_stages_of_steps(records) for records in (merged, ours, theirs))
    for record in list(merged.values()):
        if isinstance(record, Stage) and record.id not in held and any(record.id in side for side in was):
            key = _derived("step", record.id)
            merged[key] = Step.new(id=key, parent=record.id, rank="V")


def _tell_ids_apart(merged: dict[str, Record]) -> None:
    """Have every vote and rating an id of its own: one may have gone along to a record beside that which stays."""
    seen: set[str] = set()
    for name, kind in (("votes", Card), ("ratings", Emotion)):
        having = [record for record in merged.values() if isinstance(record, kind) and getattr(record, name)]
        for record in sorted(having, key=lambda one: one.id):
            own = getattr(record, name)
            if not seen.isdisjoint(one.id for one in own):
                fresh = (one.with_(id=_derived(name, record.id + one.id)) if one.id in seen else one for one in own)
                merged[record.id] = record.with_(**{name: tuple(fresh)})
            seen.update(one.id for one in own)


def _derived(word: str, text: str) -> str:
    """Make an id that is the same whoever merges, so that two who do get the same project."""
    return f"{word}-{sha256(text.encode('utf-8', 'replace')).hexdigest()[:20]}"


def _stages_of_steps(records: Records) -> set[str]:
    return {record.parent for record in records.values() if isinstance(record, Step)}
