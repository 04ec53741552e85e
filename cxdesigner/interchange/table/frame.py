"""What cards of a table stand in: maps with stages, steps and lanes, personas and departments, made as rows name them.

A name means what has it already, the place of the row above first, so that what is called alike stays apart as long as
rows are in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from cxdesigner.interchange.table.entries import Entry
from cxdesigner.interchange.table.values import Values
from cxdesigner.interchange.table.wordings import shown
from cxdesigner.model.edits.departments import COLORS
from cxdesigner.model.edits.maps import FIRST_LANES
from cxdesigner.model.edits.personas import PALETTE
from cxdesigner.model.ids import new_id
from cxdesigner.model.ranks import spread
from cxdesigner.model.records import Department, Lane, Map, Persona, Record, Stage, Step

T = TypeVar("T")

_STEPS: Final = 3
"""Steps of a map of which a table names none."""
_PARTING: Final = re.compile("[,;]")


class MapFrame:
    """A map with its stages, steps and lanes."""

    def __init__(self, map_: Map, values: Values) -> None:
        self.map = map_
        self._values = values
        self._stages: list[Stage] = []
        self._steps: list[tuple[Step, Stage]] = []
        self._lanes: list[Lane] = []
        self._at: tuple[Step, Stage] | None = None

    def add_step(self, entry: Entry) -> None:
        """Make the step of a row that is one."""
        title = self._values.line(entry, "step")
        stage = self._stage(entry, self._values.line(entry, "stage"))
        note, duration = self._values.text(entry, "text"), self._values.text(entry, "duration")
        self._add_step(stage, title, duration=duration, note=note)

    def follow_step(self, entry: Entry) -> None:
        """Go to the next step with the names of a row that is one."""
        names = self._values.line(entry, "stage"), self._values.line(entry, "step")
        found = [place for place in self._steps if (place[1].title, place[0].title) == names]
        self._at = _next(found, self._at)

    def rewind(self) -> None:
        """Stand before the first step again."""
        self._at = None

    def step_of(self, entry: Entry) -> Step | None:
        """Give the step that a row names, made if there is none; None where it names no place."""
        stage, title = self._values.line(entry, "stage"), self._values.line(entry, "step")
        if not stage and not title:
            return None
        if self._at is not None and self._is_named(self._at, stage, title):
            return self._at[0]
        found = next((place for place in self._steps if self._is_named(place, stage, title)), None)
        if found is None:
            home = self._stage(entry, stage) if stage or self._at is None else self._at[1]
            return self._add_step(home, title)
        self._at = found
        return found[0]

    @staticmethod
    def _is_named(place: tuple[Step, Stage], stage: str, title: str) -> bool:
        return place[0].title == title and (not stage or place[1].title == stage)

    def current_step(self) -> Step:
        """Give the step of the row above."""
        return self._at[0] if self._at is not None else self.first_step()

    def first_step(self) -> Step:
        """Give the first step, made if there is none."""
        if not self._steps:
            self._add_step(self._add_stage(""), "")
        return self._steps[0][0]

    def step_after(self, entry: Entry, step: Step) -> Step | None:
        """Give the step behind another up to which the card of a row reaches, if it is there."""
        title = self._values.line(entry, "to")
        if not title:
            return None
        steps = [one for stage in self._stages for one, home in self._steps if home is stage]
        return next((one for one in steps[steps.index(step) + 1 :] if one.title == title), None)

    def add_lane(self, entry: Entry) -> None:
        """Make the lane of a row that is one."""
        title = self._values.line(entry, "lane")
        kind = self._values.one_of(entry, "lane_kind") or self._values.meanings.lane_kind(title) or "notes"
        self._add_lane(title, kind, subtitle=self._values.text(entry, "text"))

    def lane_called(self, title: str, kind: str) -> Lane:
        """Give the lane of this title, made of this kind if there is none; for no title the first one of the kind."""
        if not title:
            return self.lane_of(kind)
        found = next((lane for lane in self._lanes if lane.title == title), None)
        found = found or next((lane for lane in self._lanes if not lane.title and shown(lane.kind) == title), None)
        return found or self._add_lane(title, kind)

    def lane_of(self, kind: str) -> Lane:
        """Give the first lane of a kind, made if there is none."""
        return next((lane for lane in self._lanes if lane.kind == kind), None) or self._add_lane("", kind)

    def complete(self) -> None:
        """Give a map without steps or lanes those that it begins with."""
        if not self._steps:
            stage = self._stages[0] if self._stages else self._add_stage("")
            for _ in range(_STEPS):
                self._add_step(stage, "")
        if not self._lanes:
            for kind in FIRST_LANES:
                self._add_lane("", kind)

    def records(self) -> Iterator[Record]:
        """Give the map and what is in it, in order."""
        yield self.map
        for stage, rank in zip(self._stages, spread(len(self._stages)), strict=True):
            yield stage.with_(rank=rank)
            steps = [step for step, home in self._steps if home is stage]
            yield from (step.with_(rank=one) for step, one in zip(steps, spread(len(steps)), strict=True))
        yield from (lane.with_(rank=one) for lane, one in zip(self._lanes, spread(len(self._lanes)), strict=True))

    def _stage(self, entry: Entry, title: str) -> Stage:
        here = self._at[1] if self._at is not None else None
        if here is not None and here.title == title:
            return here
        found = next((stage for stage in self._stages if stage.title == title), None)
        phase = self._values.one_of(entry, "purchase") or self._values.meanings.of("purchase", title)
        return found or self._add_stage(title, phase or "during")

    def _add_stage(self, title: str, phase: str = "during") -> Stage:
        stage = Stage.new(id=new_id(), parent=self.map.id, title=title, phase=phase)
        self._stages.append(stage)
        return stage

    def _add_step(self, stage: Stage, title: str, **fields: str) -> Step:
        step = Step.new(id=new_id(), parent=stage.id, title=title, **fields)
        self._at = step, stage
        self._steps.append(self._at)
        return step

    def _add_lane(self, title: str, kind: str, **fields: str) -> Lane:
        # What only says its kind is said by that, in the language of the project.
        title = "" if title == shown(kind) else title
        lane = Lane.new(id=new_id(), parent=self.map.id, title=title, kind=kind, **fields)
        self._lanes.append(lane)
        return lane


class Frame:
    """The maps, personas and departments of a table."""

    def __init__(self, root: str, title: str, values: Values) -> None:
        self._root, self._title, self._values = root, title, values
        self._maps: list[MapFrame] = []
        self._at: MapFrame | None = None
        self._personas: dict[str, Persona] = {}
        self._on: dict[str, dict[str, None]] = {}
        """The ids of personas by that of their map."""
        self._departments: dict[str, Department] = {}
        self.language = ""

    def take(self, rows: Iterable[tuple[Entry, str]]) -> None:
        """Make all that has a row of its own, wherever that stands."""
        for entry, kind in rows:
            if kind == "map":
                self._add_map(entry)
            elif kind == "persona":
                self._take_persona(entry)
            elif kind == "step":
                self.map_of(entry).add_step(entry)
            elif kind == "lane":
                self.map_of(entry).add_lane(entry)
        self._at = None
        for one in self._maps:
            one.rewind()

    def follow(self, entry: Entry, kind: str) -> None:
        """Go to where a row leads that was taken."""
        if kind == "map":
            title = self._values.line(entry, "map") or self._title
            self._at = _next([one for one in self._maps if one.map.title == title], self._at)
        elif kind == "step":
            self.map_of(entry).follow_step(entry)

    def map_of(self, entry: Entry) -> MapFrame:
        """Give the map of a row, made if there is none."""
        title = self._values.line(entry, "map")
        if self._at is not None and title in ("", self._at.map.title):
            return self._at
        titled = title or self._title
        found = next((one for one in self._maps if one.map.title == titled), None)
        if found is None and not title and self._maps:
            found = self._maps[0]
        self._at = found if found is not None else self._add_map(entry)
        return self._at

    def people(self, entry: Entry, home: MapFrame) -> list[str]:
        """Give the ids of the personas that a row names, made if there are none of that name."""
        text = self._values.line(entry, "personas")
        if text in self._personas:
            return [self._shown(self._personas[text], home)]
        names = text.split("\n") if "\n" in text else _PARTING.split(text)
        return [self._shown(self._persona(name.strip()), home) for name in names if name.strip()]

    def everybody(self, home: MapFrame) -> list[str]:
        """Give the ids of all personas of a map; one is made if there is none."""
        return list(self._on.get(home.map.id, {})) or [self._shown(self._persona(""), home)]

    def department(self, name: str) -> str:
        """Give the id of a department, made if there is none of that name; "" for no name."""
        if name and name not in self._departments:
            color = COLORS[len(self._departments) % len(COLORS)]
            self._departments[name] = Department.new(id=new_id(), parent=self._root, name=name, color=color)
        return self._departments[name].id if name else ""

    def complete(self) -> None:
        """Have at least one map, and give each what it begins with."""
        if not self._maps:
            self._add_map(Entry(0, {}))
        for one in self._maps:
            one.complete()

    def records(self) -> Iterator[Record]:
        """Give all that was made, in order."""
        for kind in (self._departments, self._personas):
            ranks = spread(len(kind))
            yield from (one.with_(rank=rank) for one, rank in zip(kind.values(), ranks, strict=True))
        for one, rank in zip(self._maps, spread(len(self._maps)), strict=True):
            first, *others = one.records()
            yield first.with_(rank=rank, personas=tuple(self._on.get(first.id, ())))
            yield from others

    def _add_map(self, entry: Entry) -> MapFrame:
        values = self._values
        fields = {
            "title": values.line(entry, "map") or self._title,
            "state": values.one_of(entry, "state") or "current",
        }
        if entry.text("kind").strip() and values.meanings.of("kind", entry.text("kind")) == "map":
            fields |= {"scenario": values.text(entry, "text"), "author": values.text(entry, "author")}
            self.language = self.language or values.line(entry, "language")
        made = values.fitting(entry, Map, fields, id=new_id(), parent=self._root)
        self._at = MapFrame(made, values)
        self._maps.append(self._at)
        return self._at

    def _take_persona(self, entry: Entry) -> None:
        name, role = self._values.line(entry, "personas"), self._values.text(entry, "text")
        home = self.map_of(entry)
        if not name:
            name, role = role.strip(), ""
        persona = self._persona(name)
        if role and not persona.role:
            self._personas[name] = persona.with_(role=role)
        self._shown(persona, home)

    def _persona(self, name: str) -> Persona:
        if name not in self._personas:
            color = PALETTE[len(self._personas) % len(PALETTE)]
            self._personas[name] = Persona.new(id=new_id(), parent=self._root, name=name, color=color)
        return self._personas[name]

    def _shown(self, persona: Persona, home: MapFrame) -> str:
        self._on.setdefault(home.map.id, {})[persona.id] = None
        return persona.id


def _next(found: Sequence[T], here: T | None) -> T | None:
    """Give what follows, among things of one name, the one that is here; the first of them if none does."""
    place = next((at for at, one in enumerate(found) if one is here), -1) + 1
    return found[place if place < len(found) else 0] if found else here
