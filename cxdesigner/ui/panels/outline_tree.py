"""What the outline lists, by ids: stages, their steps, the cells of each that hold something, and their cards."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.model.document import Document
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS
from cxdesigner.model.records import Card, Emotion, Lane, Step

STAGE, STEP, CELL, CARD, EMOTION = "stage", "step", "cell", "card", "emotion"
LANES, LANE, PERSONAS, PERSONA, PARKING = "lanes", "lane", "personas", "persona", "parking"
TOPS = (LANES, PERSONAS, PARKING)
"""What stands below the stages."""


class Item(NamedTuple):
    """A row: what it is, and the id of what it shows. Of a cell `key` is the step and `lane` the lane."""

    kind: str
    key: str = ""
    lane: str = ""


ROOT = Item("root")
Cards = dict[str, list[str]]


class Cells:
    """The cards of a map by lane and step; what it knows of a lane holds as long as its cards do."""

    def __init__(self) -> None:
        self._lanes: dict[str, tuple[tuple[Card, ...], Cards]] = {}
        self._emotions: tuple[tuple[Emotion, ...], Cards] = ((), {})

    def of(self, document: Document, map_id: str, lane_id: str) -> Cards:
        """Give the ids of a lane's cards by the steps at which they start."""
        cards = document.cards_in_lane(map_id, lane_id)
        known = self._lanes.get(lane_id)
        if known is None or known[0] is not cards:
            found: Cards = {}
            for card in cards:
                found.setdefault(card.step or "", []).append(card.id)
            known = self._lanes[lane_id] = cards, found
        return known[1]

    def emotions(self, document: Document, map_id: str) -> Cards:
        """Give the ids of a map's emotions by their steps, in the order of its personas."""
        emotions = document.emotions(map_id)
        if self._emotions[0] is not emotions:
            order = [persona.id for persona in document.personas_of(map_id)]
            shown = [one for one in emotions if one.persona in order]
            found: Cards = {}
            for one in sorted(shown, key=lambda one: order.index(one.persona)):
                found.setdefault(one.step, []).append(one.id)
            self._emotions = emotions, found
        return self._emotions[1]


def children(document: Document, map_id: str, cells: Cells, item: Item) -> list[Item]:
    """Give what stands under an item, in order."""
    if item == ROOT:
        return [*(Item(STAGE, stage.id) for stage in document.stages(map_id)), *(Item(top) for top in TOPS)]
    if item.kind == STAGE:
        return [Item(STEP, step.id) for step in document.steps_of(item.key)]
    if item.kind == STEP:
        return [Item(CELL, item.key, lane.id) for lane in document.lanes(map_id) if _in(document, cells, lane, item)]
    if item.kind == CELL:
        lane = document.get(item.lane, Lane)
        if lane is not None and lane.kind == "emotion":
            return [Item(EMOTION, key) for key in cells.emotions(document, map_id).get(item.key, ())]
        return [Item(CARD, key) for key in cells.of(document, map_id, item.lane).get(item.key, ())]
    if item.kind == LANES:
        return [Item(LANE, lane.id) for lane in document.lanes(map_id)]
    if item.kind == PERSONAS:
        return [Item(PERSONA, persona.id) for persona in document.personas_of(map_id)]
    return [Item(CARD, key) for key in parked(document, map_id)] if item.kind == PARKING else []


def _in(document: Document, cells: Cells, lane: Lane, step: Item) -> bool:
    """Tell whether a lane holds anything at a step."""
    if lane.kind == "emotion":
        return step.key in cells.emotions(document, lane.parent)
    return lane.kind not in LANES_WITHOUT_CARDS and step.key in cells.of(document, lane.parent, lane.id)


def parked(document: Document, map_id: str) -> list[str]:
    """Give the ids of the cards without a place on a map."""
    steps = {step.id for step in document.steps(map_id)}
    lanes = {lane.id for lane in document.lanes(map_id) if lane.kind not in LANES_WITHOUT_CARDS}
    found = []
    for lane in document.lanes_of_cards(map_id):
        cards = document.cards_in_lane(map_id, lane)
        found += [card.id for card in cards if lane not in lanes or card.step not in steps]
    return found


def way_to(document: Document, map_id: str, key: str) -> list[Item]:
    """Give the items from the top down to the one that shows a record; none where it is not in the outline."""
    records = document.records
    record = records.get(key)
    if record is None or (
        record.id not in getattr(records.get(map_id), "personas", ()) and document.map_of(key) != map_id
    ):
        return []
    if isinstance(record, Card):
        lane, step = document.get(record.lane, Lane), document.get(record.step, Step)
        if lane is None or step is None or lane.kind in LANES_WITHOUT_CARDS:
            return [Item(PARKING), Item(CARD, key)]
        return [Item(STAGE, step.parent), Item(STEP, step.id), Item(CELL, step.id, lane.id), Item(CARD, key)]
    if isinstance(record, Emotion):
        step = document.get(record.step, Step)
        lane = next((one for one in document.lanes(map_id) if one.kind == "emotion"), None)
        if lane is None or step is None:
            return []
        return [Item(STAGE, step.parent), Item(STEP, step.id), Item(CELL, step.id, lane.id), Item(EMOTION, key)]
    if isinstance(record, Step):
        return [Item(STAGE, record.parent), Item(STEP, key)]
    kinds = {"Stage": [Item(STAGE, key)], "Lane": [Item(LANES), Item(LANE, key)],
             "Persona": [Item(PERSONAS), Item(PERSONA, key)]}  # fmt: skip
    return kinds.get(type(record).__name__, [])
