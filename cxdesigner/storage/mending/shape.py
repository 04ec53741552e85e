"""Has the raw JSON of a project consist of lists of objects, as many as a project may have."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from cxdesigner.model.limits import MAX_STEPS
from cxdesigner.model.records import (
    Card,
    Comment,
    Department,
    Lane,
    Map,
    Persona,
    Project,
    Record,
    Round,
    Snapshot,
    Stage,
    Step,
)
from cxdesigner.model.wording import described
from cxdesigner.sentences import say
from cxdesigner.storage.mending.log import PUT_ASIDE, Log, keep
from cxdesigner.storage.nesting import AT_MOST, LISTS

_WORDS_IN: Final[dict[type[Record], str]] = {
    **dict.fromkeys((Map, Stage, Step, Lane, Round), "title"),
    **dict.fromkeys((Persona, Department, Snapshot), "name"),
    **dict.fromkeys((Card, Comment), "text"),
}
"""The field that a text becomes which stands where an object should be."""


class Found(NamedTuple):
    """The raw JSON of a record, where it stood, and that of the record that holds it."""

    kind: type[Record]
    raw: dict[str, Any]
    place: str
    holder: dict[str, Any]


class Shaper:
    """Mends the lists of a project."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def records(self, raw: dict[str, Any], kind: type[Record] = Project, place: str = "") -> list[Found]:
        """Mend the lists in a record and give what stands in them, in the order in which a reader meets it."""
        met = []
        for name, listed in LISTS.get(kind, {}).items():
            if name not in raw:
                continue
            items = self._items(raw, listed, name, f"{place}.{name}".lstrip("."))
            for item in items:
                met += [item, *self.records(item.raw, listed, item.place)]
                if listed is Stage and not item.raw.get("steps"):
                    met.append(self._first_step(item))
            raw[name] = [item.raw for item in items]
        return met

    def _items(self, holder: dict[str, Any], kind: type[Record], name: str, place: str) -> list[Found]:
        value = holder[name]
        if not isinstance(value, list):
            message = say("should be a list, not {found}", found=described(value))
            if isinstance(value, dict) and value:
                self._log.tell(place, message, say("it was put into one"))
                return [Found(kind, value, place, holder)]
            self._log.take_out(place, message, holder, name, value)
            return []
        items = [self._object(kind, item, f"{place}[{index}]", holder) for index, item in enumerate(value)]
        there = [item for item in items if item is not None]
        if len(there) > AT_MOST.get(kind, len(there)):
            there = self._within(AT_MOST[kind], there, name, place)
        return self._with_few_steps(there) if kind is Stage else there

    def _within(self, most: int, items: list[Found], name: str, place: str) -> list[Found]:
        message = say("has {found}; at most {limit:,} are allowed", found=f"{len(items):,}", limit=most)
        self._log.tell(place, message, PUT_ASIDE)
        keep(items[0].holder, name, [item.raw for item in items[most:]])
        return items[:most]

    def _object(self, kind: type[Record], item: Any, place: str, holder: dict[str, Any]) -> Found | None:
        if isinstance(item, dict):
            return Found(kind, item, place, holder)
        message = say("should be an object, not {found}", found=described(item))
        field = _WORDS_IN.get(kind)
        if field is not None and isinstance(item, str) and item.strip():
            self._log.tell(place, message, say("the text was put into one"))
            return Found(kind, {field: item}, place, holder)
        self._log.take_out(place, message, holder, place.rpartition(".")[2], item)
        return None

    def _with_few_steps(self, stages: list[Found]) -> list[Found]:
        """Give the stages that have room within the steps of a map; what is past the limit is put aside."""
        left = MAX_STEPS
        message = say("is past the {limit:,} steps that a map has at most", limit=MAX_STEPS)
        staying = []
        for stage in stages:
            steps = stage.raw.get("steps")
            count = max(1, len(steps)) if isinstance(steps, list) else 1
            if left < 1:
                self._log.take_out(stage.place, message, stage.holder, stage.place.rpartition(".")[2], stage.raw)
                continue
            if isinstance(steps, list) and count > left:
                self._log.take_out(f"{stage.place}.steps[{left}]", message, stage.raw, "steps", steps[left:])
                del steps[left:]
            left -= count
            staying.append(stage)
        return staying

    def _first_step(self, stage: Found) -> Found:
        self._log.tell(f"{stage.place}.steps", say("a stage has at least one step"), say("it was given one"))
        step: dict[str, Any] = {}
        stage.raw["steps"] = [step]
        return Found(Step, step, f"{stage.place}.steps[0]", stage.raw)
