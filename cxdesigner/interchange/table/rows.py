"""Maps as rows of a table, in the order in which a journey is read: step by step, from the top lane to the bottom.

A row is a card or an emotion. Rows of a map, its personas, its steps and its lanes stand between them, so that what is
made of the table has all of them, in their order, and step rows head what happens there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from cxdesigner.insight import metrics
from cxdesigner.insight.journey import lanes_shown
from cxdesigner.interchange.table.columns import COLUMNS, MAP, Row, Table, Value
from cxdesigner.interchange.table.wordings import shown
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Department, Emotion, Evidence, Lane, Map, Persona, Stage, Step

PLAIN_LANGUAGE: Final = "en"
_TEXTS: Final = ("text", "promise", "experience", "says", "owner", "due", "url", "author")
_NAMES: Final = ("channel", "delivered_by")
_NUMBERS: Final = ("severity", "impact", "effort")
_ACTED_ON: Final = frozenset({"opportunity", "idea", "insight"})
"""Kinds of card whose state is told even where it is the one that they begin with."""
_PARTING: Final = re.compile("[,;\n]")
Filled = dict[str, Value]


def table_of(document: Document, map_ids: Sequence[str]) -> Table:
    """Give maps as a table; lanes that are hidden are not in it.

    Raises:
        KeyError: there is no such map.
    """
    rows: list[Row] = []
    maps = [_map(document, key) for key in map_ids]
    for one in maps:
        for row in _MapRows(document, one).rows():
            filled = {key: value for key, value in row.items() if value != ""}
            rows.append({"no": len(rows) + 1, **filled})
    used = {key for row in rows for key in row}
    columns = [column for column in COLUMNS if column.always or column.key in used]
    if len(maps) == 1:
        columns.sort(key=lambda column: column in MAP)
    title = document.project.title if len(maps) != 1 else maps[0].title or document.project.title
    return Table(title, tuple(columns), tuple(rows))


def _map(document: Document, key: str) -> Map:
    found = document.get(key, Map)
    if found is None:
        raise KeyError(key)
    return found


def lane_title(lane: Lane) -> str:
    """Give the title of a lane; one without is called by its kind."""
    return lane.title or shown(lane.kind)


def listed(names: Iterable[str]) -> str:
    """Write names into one cell, such that they can be told apart again."""
    found = list(names)
    return ("\n" if any(map(_PARTING.search, found)) else ", ").join(name.replace("\n", " ") for name in found)


class _MapRows:
    def __init__(self, document: Document, map_: Map) -> None:
        self._document, self._map = document, map_
        self._people = document.personas_of(map_.id)
        self._lanes = lanes_shown(document, map_.id)
        self._hidden = {lane.id for lane in document.lanes(map_.id) if lane.hidden}
        self._steps = {step.id: step for step in document.steps(map_.id)}
        self._names = {one.id: one.name or f"Persona {number}" for number, one in enumerate(document.personas, 1)}

    def rows(self) -> Iterator[Filled]:
        for row in self._rows():
            yield {"map": self._map.title, "state": shown(self._map.state), **row}

    def _rows(self) -> Iterator[Filled]:
        language = self._document.project.language
        kept = "" if language == PLAIN_LANGUAGE else language
        yield {"kind": shown("map"), "text": self._map.scenario, "author": self._map.author, "language": kept}
        for persona in self._people:
            yield {"kind": shown("persona"), "personas": self._names[persona.id], "text": persona.role}
        cells = self._cells()
        emotions = self._emotions()
        for stage in self._document.stages(self._map.id):
            for step in self._document.steps_of(stage.id):
                yield from self._step(stage, step, cells, emotions)
        for card in self._document.cards(self._map.id):
            if self._is_parked(card):
                yield self._card(card)
        for lane in self._document.lanes(self._map.id):
            if not lane.hidden:
                kind = shown(lane.kind) or lane.kind
                yield {"kind": shown("lane"), "lane": lane_title(lane), "text": lane.subtitle, "lane_kind": kind}

    def _cells(self) -> dict[tuple[str, str], list[Card]]:
        found: dict[tuple[str, str], list[Card]] = {}
        for card in self._document.cards(self._map.id):
            if card.lane is not None and card.step is not None:
                found.setdefault((card.lane, card.step), []).append(card)
        return found

    def _emotions(self) -> dict[str, list[Emotion]]:
        """Give what is felt at each step, in the order of the personas on the map."""
        places = {one.id: place for place, one in enumerate(self._people)}
        found: dict[str, list[Emotion]] = {}
        own = [one for one in self._document.emotions(self._map.id) if one.persona in places]
        for emotion in sorted(own, key=lambda one: places[one.persona]):
            found.setdefault(emotion.step, []).append(emotion)
        return found

    def _step(
        self,
        stage: Stage,
        step: Step,
        cells: dict[tuple[str, str], list[Card]],
        emotions: dict[str, list[Emotion]],
    ) -> Iterator[Filled]:
        home = {"stage": stage.title, "purchase": shown(stage.phase), "step": step.title}
        yield {**home, "kind": shown("step"), "text": step.note, "duration": step.duration}
        is_felt = False
        for lane in self._lanes:
            if lane.kind == "emotion" and not is_felt:
                is_felt = True
                yield from (
                    {**home, "lane": lane_title(lane), **self._emotion(one)} for one in emotions.get(step.id, ())
                )
            for card in cells.get((lane.id, step.id), ()):
                yield {**home, "to": self._last(card, step), "lane": lane_title(lane), **self._card(card)}

    def _last(self, card: Card, step: Step) -> str:
        last = self._steps.get(card.to or "")
        return last.title if last is not None and last.id != step.id else ""

    def _is_parked(self, card: Card) -> bool:
        """Tell whether a card is without a place, or its place is not there."""
        if card.lane in self._hidden:
            return False
        return card.step not in self._steps or all(lane.id != card.lane for lane in self._lanes)

    def _emotion(self, emotion: Emotion) -> Filled:
        return {
            "kind": shown("emotion"),
            "text": emotion.note,
            "personas": self._names[emotion.persona],
            "emotion": "" if emotion.score is None else emotion.score,
            "feeling": emotion.feeling,
            **_evidence(emotion.evidence),
        }

    def _card(self, card: Card) -> Filled:
        department = self._document.get(card.department, Department)
        people = [self._names[key] for key in card.personas if self._document.get(key, Persona) is not None]
        status = card.status if card.kind in _ACTED_ON or card.status != "open" else ""
        votes = sum(vote.n for vote in card.votes)
        return {
            "kind": shown(card.kind),
            "personas": listed(people),
            **{key: getattr(card, key) for key in _TEXTS},
            **{key: shown(getattr(card, key)) for key in _NAMES},
            **{key: "" if (value := getattr(card, key)) is None else value for key in _NUMBERS},
            "department": department.name if department is not None else "",
            "moment_of_truth": "Yes" if card.moment_of_truth else "",
            "support_moment": "Yes" if card.support_moment else "",
            "status": shown(status),
            "votes": votes if card.votes else "",
            **_measured(card),
            **_evidence(card.evidence),
        }


def _evidence(given: Evidence | None) -> Filled:
    if given is None:
        return {}
    return {
        "evidence": shown(given.kind),
        "evidence_source": given.source,
        "evidence_n": "" if given.n is None else given.n,
        "evidence_url": given.url,
    }


def _measured(card: Card) -> Filled:
    found: Filled = {}
    measures: tuple[tuple[str, Any, Any], ...] = (
        ("nps", card.nps, metrics.nps),
        ("csat", card.csat, metrics.csat),
        ("ces", card.ces, metrics.ces),
    )
    for key, given, measure in measures:
        value = measure(given) if given is not None else None
        if value is not None:
            found |= {key: _short(value.value), f"{key}_n": "" if value.n is None else value.n}
    if "ces" in found and card.ces is not None:
        found["ces_scale"] = card.ces.scale
    return found


def _short(value: float) -> float:
    """Write a figure with two decimals at most, and a whole one without a point."""
    rounded = round(value, 2)
    return int(rounded) if float(rounded).is_integer() else rounded
