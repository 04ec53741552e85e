"""References that lead nowhere, or to where nothing shows.

They are kept as they are: what they meant may come back by an undo or a merge.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, cast

from cxdesigner.model.document import Document
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS
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
    Record,
    Round,
    Snapshot,
    Stage,
    Step,
)
from cxdesigner.model.wording import noun
from cxdesigner.sentences import Sentence, say


class LooseEnd(NamedTuple):
    """A reference in a field of a record to something that is not there, or that cannot take it."""

    record: str
    field: str
    message: Sentence


_PARENTS: dict[type[Record], type[Record]] = {
    **dict.fromkeys((Department, Persona, Map, Snapshot, Asset), Project),
    **dict.fromkeys((Stage, Lane, Card, Emotion, Link, Round, Comment), Map),
    Step: Stage,
}


def loose_ends(document: Document) -> list[LooseEnd]:
    """Give every reference of a document that leads nowhere, to a record of another class or into another map.

    A record without the record that should hold it, a stage without steps, a card in a lane that holds none and one
    with only half a place are among them.
    """
    return _Search(document).run()


class _Search:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._found: list[LooseEnd] = []
        self._personas = {persona.id for persona in document.personas}
        self._departments = {"", *(department.id for department in document.departments)}
        self._bare = {
            lane.id for shown in document.maps for lane in document.lanes(shown.id) if lane.kind in LANES_WITHOUT_CARDS
        }
        self._columns: dict[str, tuple[set[str | None], set[str | None]]] = {
            shown.id: (
                {None, *(lane.id for lane in document.lanes(shown.id))},
                {None, *(step.id for step in document.steps(shown.id))},
            )
            for shown in document.maps
        }
        self._looks: dict[type[Record], Callable[[Any], None]] = {
            Project: self._project,
            Persona: self._persona,
            Map: self._map,
            Stage: self._stage,
            Emotion: self._emotion,
            Link: self._link,
            Comment: self._comment,
        }

    def run(self) -> list[LooseEnd]:
        orphans = self._orphans()
        nowhere: tuple[set[str | None], set[str | None]] = (set(), set())
        shown, lanes, steps = "", *nowhere
        # In the order in which they lie in memory: with thousands of cards that is what takes the time.
        for record in self._document.records.values():
            kind = type(record)
            if orphans and record.id in orphans:
                continue
            if kind is Card:
                own = record.__dict__
                if own["parent"] != shown:
                    shown = own["parent"]
                    lanes, steps = self._columns.get(shown, nowhere)
                if (
                    own["lane"] in self._bare
                    or (own["lane"] is None) is not (own["step"] is None)
                    or own["step"] not in steps
                    or own["lane"] not in lanes
                    or own["to"] is not None
                    or own["department"]
                    or own["personas"]
                    or own["solves"]
                    or own["asset"]
                    or own["votes"]
                ):
                    self._card(cast("Card", record), lanes, steps)
            elif kind in self._looks:
                self._looks[kind](record)
        return self._found

    def _orphans(self) -> set[str]:
        """Find the records whose parent is not there: nothing else in them can be looked up."""
        orphans = set()
        for siblings in self._document.shelves():
            kind, parent = type(siblings[0]), siblings[0].parent
            if kind in _PARENTS and self._document.get(parent, _PARENTS[kind]) is None:
                for record in siblings:
                    self._miss(record, "parent", parent, _PARENTS[kind])
                    orphans.add(record.id)
        return orphans

    def _card(self, card: Card, lanes: set[str | None], steps: set[str | None]) -> None:
        if card.lane not in lanes:
            self._miss(card, "lane", card.lane, Lane)
        elif card.lane in self._bare:
            message = say('the lane "{lane}" is of a kind that holds no cards', lane=card.lane)
            self._found.append(LooseEnd(card.id, "lane", message))
        elif card.lane is None and card.step is not None and card.step in steps:
            self._found.append(LooseEnd(card.id, "lane", say("a card at a step is in a lane too")))
        elif card.lane is not None and card.step is None:
            self._found.append(LooseEnd(card.id, "step", say("a card in a lane is at a step too")))
        if card.step not in steps:
            self._miss(card, "step", card.step, Step)
        if card.to not in steps:
            self._miss(card, "to", card.to, Step)
        if card.department not in self._departments:
            self._miss(card, "department", card.department, Department)
        self._each(card, "personas", card.personas)
        for index, key in enumerate(card.solves):
            if self._document.get(key, Card) is None:
                self._miss(card, f"solves[{index}]", key, Card)
        self._asset(card, "asset", card.asset)
        for index, vote in enumerate(card.votes):
            if vote.round:
                self._within(card, f"votes[{index}].round", vote.round, Round)

    def _project(self, project: Project) -> None:
        if project.brand is not None:
            self._asset(project, "brand.logo", project.brand.logo)

    def _persona(self, persona: Persona) -> None:
        self._asset(persona, "photo", persona.photo)

    def _map(self, shown: Map) -> None:
        self._each(shown, "personas", shown.personas)

    def _stage(self, stage: Stage) -> None:
        if not self._document.steps_of(stage.id):
            self._found.append(LooseEnd(stage.id, "steps", say("a stage has at least one step")))

    def _emotion(self, emotion: Emotion) -> None:
        if emotion.persona not in self._personas:
            self._miss(emotion, "persona", emotion.persona, Persona)
        if emotion.step not in self._columns[emotion.parent][1]:
            self._miss(emotion, "step", emotion.step, Step)

    def _link(self, link: Link) -> None:
        self._within(link, "from", link.from_, Card, Step, Stage)
        self._within(link, "to", link.to, Card, Step, Stage)

    def _comment(self, comment: Comment) -> None:
        if comment.on and comment.on not in self._document:
            self._miss(comment, "on", comment.on, Record)
        if comment.persona and comment.persona not in self._personas:
            self._miss(comment, "persona", comment.persona, Persona)

    def _each(self, record: Record, field: str, personas: tuple[str, ...]) -> None:
        for index, key in enumerate(personas):
            if key not in self._personas:
                self._miss(record, f"{field}[{index}]", key, Persona)

    def _asset(self, record: Record, field: str, key: str) -> None:
        if key and self._document.get(key, Asset) is None:
            self._miss(record, field, key, Asset)

    def _within(self, record: Record, field: str, key: str, *kinds: type[Record]) -> None:
        target = self._document.records.get(key)
        if not isinstance(target, kinds) or self._document.map_of(key) != record.parent:
            self._miss(record, field, key, *kinds)

    def _miss(self, record: Record, field: str, key: str | None, *kinds: type[Record]) -> None:
        target = self._document.records.get(key or "")
        wanted = noun(kinds[0]) if len(kinds) == 1 else say("card or step or stage")
        if isinstance(target, kinds):
            message = say('no {wanted} "{key}" in this map', wanted=wanted, key=key)
        elif target is not None:
            message = say('no {wanted} "{key}" (its kind: {kind})', wanted=wanted, key=key, kind=noun(type(target)))
        else:
            message = say('no {wanted} "{key}"', wanted=wanted, key=key)
        self._found.append(LooseEnd(record.id, field, message))
