"""What a window asks while somebody looks at versions of a project: a process of its own, on bytes.

It reads requests from standard input and answers each in turn on standard output. A message is a line of JSON, and
where that has `bytes`, so many bytes after it. Requests:

- `do: "kept"` with the bytes of a project: its named versions and pictures are used from now on;
- `do: "file"` with the bytes of what the file holds;
- `do: "now"` with the bytes of the project as it stands, which may be without these;
- `do: "list"`, `folder` (of all backups), `path` (of the file, "" for none) and `project` (its id): answered by `did:
  "listed"` with `backups`, for each when it was replaced, as an ISO date with time and zone, its path, and what the
  file was called, "" for as it is now;
- `do: "look"`, `key` (anything), `snapshot` (the id of one that is kept), or `path` (of a file), or neither for what
  the file holds; with `width` and `height` in pixels a picture of its map with the id `map`, the first one if it is not
  there: answered by `did: "looked"` with the same `key`, how many `maps` and `cards` it has, the sentence `since` that
  says what changed since then, null for nothing, and packed rows of BGRX; or by `did: "refused"` with a `sentence`;
  sentences are written as `sentences.to_json` does.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from cxdesigner.console import WELL, make_way, no_qt
from cxdesigner.sentences import Sentence, SentenceError, say, to_json

if TYPE_CHECKING:
    from cxdesigner.model.document import Document

_KEPT: Final = 60_000
"""Records of versions that are kept for the next question about them."""


def versions(_arguments: Sequence[str]) -> int:
    """Answer until standard input ends."""
    make_way()
    service = Service(sys.stdout.buffer)
    source = sys.stdin.buffer
    while line := source.readline():
        request = json.loads(line)
        service.answer(request, source.read(request.get("bytes", 0)))
    return WELL


class Service:
    """Looks at versions of one project; answers go to `out`. Raises Stop where Qt cannot be loaded."""

    def __init__(self, out: BinaryIO) -> None:
        from cxdesigner.layout.fonts import Fonts
        from cxdesigner.layout.icons import Icons
        from cxdesigner.layout.typeset import Typesetter

        try:
            from cxdesigner.painters.qt import QtPainter, application
        except ImportError as error:
            raise no_qt(error) from error
        self._application = application()
        self._out = out
        self._pens = QtPainter(Fonts.load(), {})
        self._typesetter, self._icons = Typesetter(Fonts.load()), Icons()
        self._now: Document | None = None
        self._with_kept: Document | None = None
        self._file: Document | None = None
        self._kept: dict[str, Document] = {}

    def answer(self, request: Mapping[str, Any], data: bytes) -> None:
        """Answer one request."""
        if request["do"] in ("kept", "file", "now"):
            self._take(request["do"], data)
        elif request["do"] == "list":
            self._list(request)
        elif request["do"] == "look":
            self._look(request)

    def _take(self, what: str, data: bytes) -> None:
        from cxdesigner.storage.reading import read

        document = read(data).document
        if what == "kept":
            self._with_kept = document
        elif what == "file":
            self._file = document
        else:
            self._now = document

    def _list(self, request: Mapping[str, Any]) -> None:
        from cxdesigner.storage.backups import Backups

        backups, here = Backups(Path(request["folder"])), request["path"]
        found = []
        for one in backups.of(Path(here), request["project"]):
            of = backups.path_of(one)
            found.append((one.when.isoformat(), str(one.path), "" if of == here else Path(of).name))
        self._send({"did": "listed", "backups": found})

    def _look(self, request: Mapping[str, Any]) -> None:
        try:
            document = self._version(request)
        except SentenceError as error:
            self._send({"did": "refused", "key": request["key"], "sentence": _raw(error.sentence)})
            return
        answer = {
            "did": "looked",
            "key": request["key"],
            "maps": len(document.maps),
            "cards": sum(document.count_cards(shown.id) for shown in document.maps),
            "since": self._since(document),
        }
        width, height = request.get("width", 0), request.get("height", 0)
        if width and height and document.maps:
            self._send({**answer, "width": width, "height": height}, self._picture(document, request))
        else:
            self._send(answer)

    def _since(self, document: Document) -> Any:
        from cxdesigner.model.diff import compare
        from cxdesigner.model.telling_changes import summary

        comparison = compare(document, self._now or document)
        return _raw(summary(comparison)) if comparison.entries else None

    def _version(self, request: Mapping[str, Any]) -> Document:
        if "path" not in request and "snapshot" not in request:
            if self._file is None:
                raise SentenceError(say("This version is kept no longer."))
            return self._file
        key = request["key"]
        found = self._kept.pop(key, None) or self._read(request)
        self._kept[key] = found  # behind the others: what was asked for longest ago goes first
        while len(self._kept) > 1 and sum(map(len, self._kept.values())) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return found

    def _read(self, request: Mapping[str, Any]) -> Document:
        from cxdesigner.model.records import Snapshot
        from cxdesigner.storage.project_file import load
        from cxdesigner.storage.snapshots import document_of

        if "path" in request:
            return load(Path(request["path"])).document
        kept = self._with_kept
        snapshot = kept.get(request["snapshot"], Snapshot) if kept is not None else None
        if kept is None or snapshot is None:
            raise SentenceError(say("This version is kept no longer."))
        return document_of(kept, snapshot)

    def _picture(self, document: Document, request: Mapping[str, Any]) -> bytes:
        from cxdesigner.export import assets_of
        from cxdesigner.layout.sheet import lay_out
        from cxdesigner.model.records import Map
        from cxdesigner.painters.qt.page_images import scene_pixels

        shown = document.get(request.get("map"), Map) or document.maps[0]
        self._pens.set_assets(assets_of(document))
        scene = lay_out(document, shown.id, self._typesetter.speaking(document.project.language), self._icons)
        return zlib.compress(scene_pixels(scene, self._pens, request["width"], request["height"]).data, 1)

    def _send(self, answer: Mapping[str, Any], data: bytes = b"") -> None:
        self._out.write(json.dumps({**answer, "bytes": len(data)}).encode() + b"\n" + data)
        self._out.flush()


def _raw(sentence: Sentence) -> Any:
    return json.loads(to_json(sentence))
