"""A project in memory: an immutable mapping id → record, with look-ups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from operator import attrgetter
from types import MappingProxyType
from typing import TypeVar, cast

from cxdesigner.model.change import Change
from cxdesigner.model.records import (
    Asset,
    Card,
    Comment,
    Department,
    Emotion,
    Lane,
    Link,
    Map,
    Persona,
    Project,
    Ranked,
    Record,
    Round,
    Snapshot,
    Stage,
    Step,
    emotion_id,
)

R = TypeVar("R", bound=Record)
_RANK, _RANK_AND_ID = attrgetter("rank"), attrgetter("rank", "id")
Shelf = tuple[type[Record], str, str | None]
"""Where siblings stand together: their class, their parent and, for cards, their lane."""


def shelf_of(record: Record) -> Shelf:
    """Name the list in which a record stands in order with its siblings."""
    return type(record), record.parent, record.lane if isinstance(record, Card) else None


class Document:
    """An immutable project. `apply` makes the next one and shares all that did not change.

    Siblings come in the order of their ranks (ties by id); where one has no rank, in the order in which they were
    given. What is taken away and comes back, as by an undo, stands where it stood. The id of the project itself is
    `root`.
    """

    __slots__ = ("_places", "_records", "_shelves", "root")

    def __init__(self, records: Iterable[Record]) -> None:
        self._records: dict[str, Record] = {record.id: record for record in records}
        # The order in which ids were first given. Those that go keep their places, for they may come back.
        self._places: dict[str, int] = {key: place for place, key in enumerate(self._records)}
        shelves: dict[Shelf, list[Record]] = {}
        for record in self._records.values():
            shelves.setdefault(shelf_of(record), []).append(record)
        self._shelves = {shelf: self._in_order(found) for shelf, found in shelves.items()}
        self.root: str = next((key for key, record in self._records.items() if isinstance(record, Project)), "")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and self._records == other._records

    __hash__ = None  # type: ignore[assignment]

    def __contains__(self, key: object) -> bool:
        return key in self._records

    def __len__(self) -> int:
        return len(self._records)

    @property
    def records(self) -> Mapping[str, Record]:
        """All records by id."""
        return MappingProxyType(self._records)

    @property
    def project(self) -> Project:
        """The project itself."""
        return cast("Project", self._records[self.root])

    def get(self, key: str | None, kind: type[R]) -> R | None:
        """Give the record with this id if there is one and it is of this class."""
        record = self._records.get(key) if key is not None else None
        return record if isinstance(record, kind) else None

    def __getitem__(self, key: str) -> Record:
        return self._records[key]

    def shelf(self, kind: type[R], parent: str, lane: str | None = None) -> tuple[R, ...]:
        """Give the siblings of one class under a parent (and, for cards, in one lane), in order."""
        return cast("tuple[R, ...]", self._shelves.get((kind, parent, lane), ()))

    def shelves(self) -> Iterator[tuple[Record, ...]]:
        """Give every list of siblings there is."""
        yield from self._shelves.values()

    @property
    def maps(self) -> tuple[Map, ...]:
        """The maps in order."""
        return self.shelf(Map, self.root)

    @property
    def personas(self) -> tuple[Persona, ...]:
        """The personas of the project in order."""
        return self.shelf(Persona, self.root)

    @property
    def departments(self) -> tuple[Department, ...]:
        """The departments in order."""
        return self.shelf(Department, self.root)

    @property
    def snapshots(self) -> tuple[Snapshot, ...]:
        """The named versions in the order of the file."""
        return self.shelf(Snapshot, self.root)

    @property
    def assets(self) -> tuple[Asset, ...]:
        """The pictures in the order of the file."""
        return self.shelf(Asset, self.root)

    def personas_of(self, map_id: str) -> tuple[Persona, ...]:
        """Give the personas that a map shows, in the map's order; ids that are not there are passed over."""
        shown = self.get(map_id, Map)
        found = (self.get(key, Persona) for key in (shown.personas if shown else ()))
        return tuple(persona for persona in found if persona is not None)

    def stages(self, map_id: str) -> tuple[Stage, ...]:
        """Give a map's stages in order."""
        return self.shelf(Stage, map_id)

    def steps_of(self, stage_id: str) -> tuple[Step, ...]:
        """Give a stage's steps in order."""
        return self.shelf(Step, stage_id)

    def steps(self, map_id: str) -> tuple[Step, ...]:
        """Give all steps of a map from left to right."""
        return tuple(step for stage in self.stages(map_id) for step in self.steps_of(stage.id))

    def lanes(self, map_id: str) -> tuple[Lane, ...]:
        """Give a map's lanes from top to bottom, hidden ones too."""
        return self.shelf(Lane, map_id)

    def cards(self, map_id: str) -> tuple[Card, ...]:
        """Give all cards of a map in the order of the file, those of the parking lot too."""
        return cast("tuple[Card, ...]", self._in_order(list(self.cards_by_lane(map_id))))

    def cards_by_lane(self, map_id: str) -> Iterator[Card]:
        """Give all cards of a map lane after lane, in no order of lanes; that takes less time."""
        for (kind, parent, _), shelf in self._shelves.items():
            if kind is Card and parent == map_id:
                yield from cast("tuple[Card, ...]", shelf)

    def lanes_of_cards(self, map_id: str) -> tuple[str | None, ...]:
        """Give the lanes that cards of a map name: ids that may not be there, and None for the parking lot."""
        return tuple(lane for kind, parent, lane in self._shelves if kind is Card and parent == map_id)

    def count_cards(self, map_id: str) -> int:
        """Count all cards of a map, those of the parking lot too."""
        return sum(
            len(shelf) for (kind, parent, _), shelf in self._shelves.items() if kind is Card and parent == map_id
        )

    def cards_in_lane(self, map_id: str, lane_id: str | None) -> tuple[Card, ...]:
        """Give the cards of a lane in order; None is the parking lot."""
        return self.shelf(Card, map_id, lane_id)

    def cell(self, map_id: str, lane_id: str | None, step_id: str | None) -> tuple[Card, ...]:
        """Give the stack of cards that start at a step of a lane, from top to bottom."""
        return tuple(card for card in self.cards_in_lane(map_id, lane_id) if card.step == step_id)

    def emotions(self, map_id: str) -> tuple[Emotion, ...]:
        """Give the emotions of a map."""
        return self.shelf(Emotion, map_id)

    def emotion(self, persona_id: str, step_id: str) -> Emotion | None:
        """Give how a persona feels at a step, if anything is known of it."""
        return self.get(emotion_id(persona_id, step_id), Emotion)

    def links(self, map_id: str) -> tuple[Link, ...]:
        """Give the links of a map."""
        return self.shelf(Link, map_id)

    def rounds(self, map_id: str) -> tuple[Round, ...]:
        """Give the rounds of voting of a map."""
        return self.shelf(Round, map_id)

    def comments(self, map_id: str) -> tuple[Comment, ...]:
        """Give the comments on a map."""
        return self.shelf(Comment, map_id)

    def map_of(self, key: str) -> str | None:
        """Give the id of the map to which a record belongs, None for what belongs to no map."""
        record = self._records.get(key)
        while record is not None and not isinstance(record, Map):
            record = self._records.get(record.parent)
        return record.id if record is not None else None

    def since(self, earlier: Document) -> tuple[list[Record], list[str]]:
        """Give the records that are not the very same ones in an earlier document, and the ids of those that are gone.

        Quick where edits led from one to the other, since `apply` shares what did not change.
        """
        fresh: list[Record] = []
        gone: list[str] = []
        for shelf, records in self._shelves.items():
            if earlier._shelves.get(shelf) is not records:
                fresh += [record for record in records if earlier._records.get(record.id) is not record]
        for shelf, records in earlier._shelves.items():
            if self._shelves.get(shelf) is not records:
                gone += [record.id for record in records if record.id not in self._records]
        return fresh, gone

    def apply(self, change: Change) -> Document:
        """Give the document after a change; this one stays as it is."""
        fresh = Document.__new__(Document)
        fresh.root = self.root
        fresh._records = dict(self._records)
        touched: dict[Shelf, list[Record]] = {}
        for key, (before, after) in change.pairs.items():
            if before is not None:
                touched.setdefault(shelf_of(before), [])
            if after is None:
                fresh._records.pop(key, None)
            else:
                fresh._records[key] = after
                touched.setdefault(shelf_of(after), []).append(after)
        new = [record.id for record in change.added() if record.id not in self._places]
        fresh._places = self._places | dict(zip(new, count(len(self._places)), strict=False)) if new else self._places
        fresh._shelves = dict(self._shelves)
        for shelf, added in touched.items():
            stays = [record for record in self._shelves.get(shelf, ()) if record.id not in change.pairs]
            if stays or added:
                fresh._shelves[shelf] = fresh._in_order(stays + added)
            else:
                fresh._shelves.pop(shelf, None)
        return fresh

    def _in_order(self, records: Sequence[Record]) -> tuple[Record, ...]:
        # Siblings are of one class, so the first one speaks for all.
        if records and isinstance(records[0], Ranked) and all(map(_RANK, records)):
            return tuple(sorted(records, key=_RANK_AND_ID))
        places = self._places
        return tuple(sorted(records, key=lambda record: places[record.id]))
