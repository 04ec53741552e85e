"""From a document to bytes: always the same ones for the same project."""

from __future__ import annotations

import gc
import re
import threading
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any, Final

from pydantic_core import SchemaSerializer, to_json

from cxdesigner.model.document import Document
from cxdesigner.model.records import Asset, Emotion, Map, Record, Stage
from cxdesigner.storage.nesting import FORMAT, VERSION

_HOW: Final[dict[str, Any]] = {"exclude_defaults": True, "by_alias": True, "indent": 2}
_Kept = tuple[Record | None, bytes]
_AT_ONCE = 400
"""Records that are written in one call, during which no other thread goes on."""
_ESCAPED: Final = (*map(chr, range(32)), '"', "\\")
"""What JSON does not take as it is."""
_ASSET_KEY = re.compile(rb"sha256-[0-9a-f]{64}")


@cache
def _many() -> SchemaSerializer:
    """Give what writes records of any class in one call, which is faster than a call each."""
    from pydantic import TypeAdapter  # takes longer than the rest of the package, and opening a file writes nothing

    serializer = TypeAdapter(list[Any]).serializer
    assert isinstance(serializer, SchemaSerializer)
    return serializer


def write(document: Document) -> bytes:
    """Give the bytes of a project file, as `Writer` does."""
    return Writer().write(document)


class Writer:
    """Writes a document again and again, as autosave does, and keeps the bytes of the records that stay the same."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[str, _Kept] = {}
        self._fresh: dict[str, _Kept] = {}

    def write(self, document: Document) -> bytes:
        """Give the bytes of a project file."""
        return b"".join(self.pieces(document))

    def pieces(self, document: Document) -> list[bytes]:
        """Give the bytes of a project file in pieces, one behind the other.

        Other threads can go on in between, and may write with the same writer: nobody waits for it.
        """
        if not self._lock.acquire(blocking=False):
            return Writer().pieces(document)
        try:
            return self._pieces(document)
        finally:
            self._lock.release()

    def _pieces(self, document: Document) -> list[bytes]:
        self._fresh = {}
        was_on = gc.isenabled()
        gc.disable()  # Thousands of new bytes and no garbage.
        try:
            pieces = self._project(document)
        finally:
            if was_on:
                gc.enable()
        self._kept, self._fresh = self._fresh, {}
        return pieces

    def _project(self, document: Document) -> list[bytes]:
        project = document.project
        known, unknown = fields(project, 0, apart={"conflicts"})
        parts = [
            b'\n  "format": "%s",\n  "version": %d' % (FORMAT.encode(), VERSION),
            known,
            self._list("departments", document.departments, 2),
            self._list("personas", document.personas, 2),
            listed("maps", [self._map(document, shown) for shown in document.maps], 2) or b'\n  "maps": []',
            self._list("snapshots", document.snapshots, 2),
            _inner(project.__pydantic_serializer__.to_json(project, include={"conflicts"}, **_HOW), 0),
        ]
        assets = self._assets(document.assets, [*parts, unknown])
        pieces = [b"{", joined(*parts)]
        if assets:
            pieces += [b",", *assets]
        if unknown:
            pieces += [b",", unknown]
        return [*pieces, b"\n}\n"]

    def _map(self, document: Document, shown: Map) -> bytes:
        known, unknown = fields(shown, 4)
        stages = [self._stage(document, stage) for stage in document.stages(shown.id)]
        return joined(
            known,
            listed("stages", stages, 6),
            self._list("lanes", document.lanes(shown.id), 6),
            self._list("cards", document.cards(shown.id), 6),
            self._list("emotions", _emotions(document, shown.id), 6),
            self._list("links", document.links(shown.id), 6),
            self._list("rounds", document.rounds(shown.id), 6),
            self._list("comments", document.comments(shown.id), 6),
            unknown,
        )

    def _stage(self, document: Document, stage: Stage) -> bytes:
        known, unknown = fields(stage, 8)
        return joined(known, self._list("steps", document.steps_of(stage.id), 10), unknown)

    def _list(self, name: str, records: Sequence[Record], depth: int) -> bytes:
        kept = self._kept
        missing: _Kept = (None, b"")
        found: list[_Kept] = [kept.get(record.id, missing) for record in records]
        changed = [record for record, (old, _) in zip(records, found, strict=True) if old is not record]
        if changed:
            pieces = iter(objects(changed, depth + 2))
            found = [
                pair if pair[0] is record else (record, next(pieces))
                for record, pair in zip(records, found, strict=True)
            ]
        self._fresh.update(zip([record.id for record in records], found, strict=True))
        return listed(name, [piece for _, piece in found], depth)

    def _assets(self, assets: Sequence[Asset], body: Sequence[bytes]) -> list[bytes]:
        """Write the assets whose keys occur in the rest of the file, by key."""
        written = {}
        for asset in _used(assets, body):
            kept = self._kept.get(asset.id)
            self._fresh[asset.id] = kept if kept and kept[0] is asset else (asset, _asset(asset))
            written[asset.id] = self._fresh[asset.id][1]
        return asset_objects(written)


def fields(record: Record, depth: int, apart: AbstractSet[str] = frozenset()) -> tuple[bytes, bytes]:
    """Give the known fields of a record, but for those that are written `apart`, and the unknown ones."""
    extra = record.__pydantic_extra__ or {}
    known = record.__pydantic_serializer__.to_json(record, exclude=apart | extra.keys(), **_HOW)
    return _inner(known, depth), _inner(to_json(extra, indent=2), depth)


def _asset(asset: Asset) -> bytes:
    """Give the fields of an asset; a picture, which has nothing to escape, as it is: other threads wait no longer."""
    if not asset.data.isascii() or any(sign in asset.data for sign in _ESCAPED):
        return joined(*fields(asset, 4))
    known, unknown = fields(asset, 4, apart={"data"})
    ends = joined(known, b'\n      "data": "'), b'"' + (b"," + unknown if unknown else b"")
    return asset.data.encode().join(ends) if asset.data else joined(known, unknown)


def _inner(written: bytes, depth: int) -> bytes:
    """Take the braces off an object and indent its lines by `depth` more spaces."""
    # Newlines in the bytes are structural only: those in texts are escaped.
    return written[1:-2].replace(b"\n", b"\n" + b" " * depth)


def objects(records: Sequence[Record], depth: int) -> list[bytes]:
    """Give the fields of each record of a list, as lines of an object that stands `depth` spaces deep."""
    pieces: list[bytes] = []
    for at in range(0, len(records), _AT_ONCE):
        pieces += _objects(records[at : at + _AT_ONCE], depth)
    return pieces


def _objects(records: Sequence[Record], depth: int) -> list[bytes]:
    text = _many().to_json(list(records), **_HOW)[1:-2].replace(b"\n", b"\n" + b" " * (depth - 2))
    start, end = b"\n" + b" " * depth + b"{", b"\n" + b" " * depth + b"}"
    return text[len(start) : -len(end)].split(end + b"," + start)


def as_json(records: Sequence[Record]) -> bytes:
    """Give records as a list, each an object as in the file but on one line, without what says where it stands."""
    return _many().to_json(list(records), exclude_defaults=True, by_alias=True)


def listed(name: str, items: list[bytes], depth: int) -> bytes:
    """Give the field `name`, which stands `depth` spaces deep and holds these objects; nothing if there are none."""
    if not items:
        return b""
    outer, brace = b"\n" + b" " * depth, b"\n" + b" " * (depth + 2)
    between = brace + b"}," + brace + b"{"
    return b'%s"%s": [%s{%s%s}%s]' % (outer, name.encode(), brace, between.join(items), brace, outer)


def asset_objects(written: dict[str, bytes]) -> list[bytes]:
    """Give the field that holds assets, by key, from the fields of each, in pieces; none if there are none."""
    pieces: list[bytes] = []
    for key, inner in sorted(written.items()):
        pieces += [b",\n    %s: {" % to_json(key) if pieces else b'\n  "assets": {\n    %s: {' % to_json(key), inner]
        pieces.append(b"\n    }" if inner else b"}")
    return [*pieces, b"\n  }"] if pieces else []


def joined(*parts: bytes) -> bytes:
    """Put fields one after the other, those that are not empty."""
    return b",".join(filter(None, parts))


def _emotions(document: Document, map_id: str) -> list[Emotion]:
    """Give the emotions of a map by step, then by persona, both as they stand in the project; loose ones last."""
    steps = {step.id: place for place, step in enumerate(document.steps(map_id))}
    personas = {persona.id: place for place, persona in enumerate(document.personas)}

    def place(emotion: Emotion) -> tuple[int, int, str, str]:
        step, persona = steps.get(emotion.step), personas.get(emotion.persona)
        if step is None or persona is None:
            return len(steps), 0, emotion.step, emotion.persona
        return step, persona, "", ""

    return sorted(document.emotions(map_id), key=place)


def _used(assets: Sequence[Asset], body: Sequence[bytes]) -> list[Asset]:
    """Give the assets whose keys occur in the file: in the body, or in the unknown fields of assets that stay."""
    raw = {asset.id: to_json(asset.id)[1:-1] for asset in assets}
    odd = {key for key, name in raw.items() if not _ASSET_KEY.fullmatch(name)}

    def named_in(text: bytes) -> set[str]:
        return {name.decode() for name in _ASSET_KEY.findall(text)} | {key for key in odd if raw[key] in text}

    names = {asset.id: named_in(to_json(asset.__pydantic_extra__ or {})) - {asset.id} for asset in assets}
    times = Counter(set[str]().union(*map(named_in, body)))
    for named in names.values():
        times.update(named)
    gone = {key for key in names if not times[key]}
    left = list(gone)
    while left:
        for key in names[left.pop()]:
            times[key] -= 1
            if not times[key] and key in names:
                gone.add(key)
                left.append(key)
    return [asset for asset in assets if asset.id not in gone]
