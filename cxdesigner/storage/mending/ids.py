"""Has every id of a project be there, be fit to be one, and be there once."""

from __future__ import annotations

import binascii
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, Final

from cxdesigner.model.records import Card, Emotion, Map, Project, Record
from cxdesigner.model.wording import described
from cxdesigner.sentences import Sentence, say
from cxdesigner.storage.mending.log import Log, digest_id, keep
from cxdesigner.storage.mending.shape import Found
from cxdesigner.storage.nesting import LISTS
from cxdesigner.storage.places import asset_place

_LONGEST: Final = 200
_PARTS: Final[dict[type[Record], str]] = {Card: "votes", Emotion: "ratings"}
_NAMING: Final = ("lane", "step", "to", "from", "on", "round")
"""Fields that name one thing in the same map; `solves` names several."""
_GIVEN: Final = say("it was given one")
_NOT_ITS_KEY: Final = say("is not the key of this data, which has another hash")
_ANOTHER: Final = say("it was given another")


class Ids:
    """Gives ids out, and remembers what was renamed in which map."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._first: dict[str, str] = {}
        self._kept: dict[str, set[str]] = {}
        self._renamed: dict[str, dict[str, str]] = {}

    def mend(self, project: dict[str, Any], found: Iterable[Found]) -> None:
        """Mend the ids of a project, of what is in it, and of votes and ratings; of two the first keeps its own.

        What refers in a map to an id that was renamed there follows it, unless that id is still in that map.
        """
        inside = list(_inside(found))
        for raw, place, shown, has_id in [(project, "", "", True), *inside]:
            if has_id:
                self._own(raw, place, shown)
        for raw, _, shown, _ in inside:
            table, kept = self._renamed.get(shown, {}), self._kept.get(shown, set())

            def now(key: Any, table: dict[str, str] = table, kept: set[str] = kept) -> Any:
                return table.get(key, key) if isinstance(key, str) and key not in kept else key

            raw.update((name, now(raw[name])) for name in _NAMING if name in raw)
            if isinstance(raw.get("solves"), list):
                raw["solves"] = [now(key) for key in raw["solves"]]

    def mend_assets(self, project: dict[str, Any]) -> dict[str, str]:
        """Mend the keys of pictures, which are ids too; give which key became which."""
        assets, renamed = {}, {}
        for key, asset in project["assets"].items():
            why = _unfit(key) or self._taken(key)
            name = own_key(asset)
            if not name or name in self._first or (name != key and name in project["assets"]):
                name = key if why is None else self._fresh(asset_place(key), {})
            if name != key:
                renamed[key] = name
                self._log.tell(asset_place(key), why or _NOT_ITS_KEY, _ANOTHER)
            assets[name] = asset
            self._first[name] = asset_place(key)
        project["assets"] = assets
        return renamed

    def _own(self, raw: dict[str, Any], place: str, shown: str) -> None:
        key: Any = raw.get("id")
        if isinstance(key, int | float) and not isinstance(key, bool):
            raw["id"] = str(key)
            said = say("should be a text, not {found}", found=described(key))
            self._log.tell(f"{place}.id", said, say("it was read as {value}", value=repr(raw["id"])))
            key = raw["id"]
        why = (say("is missing") if "id" not in raw else _unfit(key)) or self._taken(key)
        if why is None:
            self._kept.setdefault(shown, set()).add(key)
        else:
            raw["id"] = self._fresh(place, raw)
            self._log.tell(f"{place}.id", why, _ANOTHER if key else _GIVEN)
            if isinstance(key, str) and key:
                self._renamed.setdefault(shown, {}).setdefault(key, raw["id"])
            if key and _unfit(key):
                keep(raw, "id", key)
        self._first[raw["id"]] = place

    def _taken(self, key: str) -> Sentence | None:
        if key not in self._first:
            return None
        return say('the id "{key}" is taken by {owner}', key=key, owner=self._first[key] or say("the project"))

    def _fresh(self, place: str, raw: dict[str, Any]) -> str:
        words = [value for value in raw.values() if isinstance(value, str)]
        count = 0
        while (fresh := digest_id(place, words, count)) in self._first:
            count += 1
        return fresh


def own_key(asset: Any) -> str:
    """Give the key that a picture should have, by the hash of its bytes; "" where that cannot be told."""
    data = asset.get("data") if isinstance(asset, dict) else None
    try:
        return f"sha256-{sha256(binascii.a2b_base64(data, strict_mode=True)).hexdigest()}" if data else ""
    except (ValueError, TypeError):
        return ""


def _unfit(key: Any) -> Sentence | None:
    if not isinstance(key, str):
        return say("should be a text, not {found}", found=described(key))
    if not key:
        return say("is empty")
    return say("is longer than {most:,} characters", most=_LONGEST) if len(key) > _LONGEST else None


def _inside(found: Iterable[Found]) -> Iterator[tuple[dict[str, Any], str, str, bool]]:
    """Give records, votes and ratings, their places and those of their maps, and whether they have ids of their own."""
    shown = ""
    for one in found:
        if one.kind in LISTS[Project].values():
            shown = one.place if one.kind is Map else ""
        yield one.raw, one.place, shown, one.kind is not Emotion
        name = _PARTS.get(one.kind, "")
        parts = one.raw.get(name)
        for index, part in enumerate(parts if isinstance(parts, list) else ()):
            if isinstance(part, dict):
                yield part, f"{one.place}.{name}[{index}]", shown, True
