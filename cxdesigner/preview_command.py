"""What a window asks while somebody looks at pages before they are exported: a process of its own, on bytes.

It reads requests from standard input and answers each in turn on standard output. A message is a line of JSON, and
where that has `bytes`, so many bytes after it. Requests:

- `do: "project"` with the bytes of a project;
- `do: "compose"`, `ask` (a number), `maps` (ids), `kind` and `flags` (`export.flags`): answered by `did: "composed"`
  with `pages` (width and height in points, label of each), `text` for a file that is text and has no pages, and
  `findings` of the preflight (`subject`, `sentence`, `ids`, `warns`, and `helps`: for each remedy its `sentence` and
  the `changes` of fields of the options), or by `did: "refused"` with a `sentence`; sentences are written as
  `sentences.to_json` does;
- `do: "draw"`, `page` (from 0), `scale` (pixels to a point), `box` (left, top, width, height in pixels of the page at
  this scale): answered by the same with `did: "drawn"`, its `width` and `height`, and packed rows of BGRX.
- `do: "find"`, `ids`: answered by the same with `did: "found"` and `places` of these records, each the number of a
  page, and left, top, width and height on it in points.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from cxdesigner.console import WELL, no_qt
from cxdesigner.sentences import Sentence, say, to_json

if TYPE_CHECKING:
    from cxdesigner.export.options import ExportOptions
    from cxdesigner.export.preflight import Finding
    from cxdesigner.export.remedies import Remedy
    from cxdesigner.export.safe import Task
    from cxdesigner.layout.places import Places
    from cxdesigner.layout.publication import Publication
    from cxdesigner.model.document import Document


_MOST: Final = 200
"""Records that are found at a time."""


def preview(_arguments: Sequence[str]) -> int:
    """Answer until standard input ends."""
    service = Service(sys.stdout.buffer)
    source = sys.stdin.buffer
    while line := source.readline():
        request = json.loads(line)
        service.answer(request, source.read(request.get("bytes", 0)))
    return WELL


class Service:
    """Composes and draws pages of one project; answers go to `out`. Raises Stop where Qt cannot be loaded."""

    def __init__(self, out: BinaryIO) -> None:
        from cxdesigner.layout.fonts import Fonts
        from cxdesigner.layout.typeset import Typesetter

        try:
            from cxdesigner.painters.qt import QtPainter, application
        except ImportError as error:
            raise no_qt(error) from error
        self._application = application()
        self._out = out
        self._pens = QtPainter(Fonts.load(), {})
        self._typesetter = Typesetter(Fonts.load())
        self._document: Document | None = None
        self._shown: Document | None = None
        self._assets: Mapping[str, bytes] = {}
        self._text = ""
        self._new: Mapping[str, str] = {}
        self._places: Places | None = None
        self._publication: Publication | None = None

    def answer(self, request: Mapping[str, Any], data: bytes) -> None:
        """Answer one request."""
        if request["do"] == "project":
            self._take(data)
        elif request["do"] == "compose":
            self._compose(request)
        elif request["do"] == "draw":
            self._draw(request)
        elif request["do"] == "find":
            self._find(request)

    def _take(self, data: bytes) -> None:
        from cxdesigner.storage.reading import read

        self._document = read(data).document

    def _compose(self, request: Mapping[str, Any]) -> None:
        from cxdesigner.export import ExportError

        try:
            composed = self._composed(request["maps"], request["kind"], request["flags"])
        except ExportError as error:
            self._send({"did": "refused", "ask": request["ask"], "sentence": _sentence(error.sentence)})
            return
        self._publication, findings = composed
        self._send(
            {
                "did": "composed",
                "ask": request["ask"],
                "pages": [(page.width, page.height, page.label) for page in self._publication.pages],
                "text": self._text,
                "findings": findings,
            }
        )

    def _composed(
        self, map_ids: Sequence[str], kind: Any, flags: Sequence[str]
    ) -> tuple[Publication, list[dict[str, Any]]]:
        from cxdesigner.earlier import earlier_of
        from cxdesigner.export import ExportError, assets_of
        from cxdesigner.export.compose import publication_of
        from cxdesigner.export.flags import DRAWN
        from cxdesigner.export.options import TABLES
        from cxdesigner.export.preflight import Finding, preflight
        from cxdesigner.export.remedies import remedies_for
        from cxdesigner.export.safe import Task, redacted
        from cxdesigner.layout.publication import Publication
        from cxdesigner.model.records import Map

        assert self._document is not None
        if not map_ids or any(self._document.get(key, Map) is None for key in map_ids):  # one that is gone by now
            raise ExportError(say("There is no map in this project yet, so there is nothing to export."))
        options = _options(kind, flags)
        earlier = earlier_of(self._document, options.since)
        task, ids = redacted(Task(self._document, map_ids, options))
        if task.document is not self._shown:
            self._shown, self._assets = task.document, assets_of(task.document)
            self._pens.set_assets(self._assets)
        typesetter = self._typesetter.speaking(task.document.project.language)
        if task.options.kind in DRAWN:
            self._text, publication = "", publication_of(*task, typesetter, earlier=earlier)
        else:
            self._text, publication = _text_of(task), Publication(())
        found = preflight(task.document, task.map_ids, publication, task.options, self._assets)
        if task.options.kind in TABLES:
            from cxdesigner.interchange.table.writing import losses_in

            losses = losses_in(task.document, task.map_ids, task.options.kind)
            found += tuple(Finding("table", one.sentence, warns=one.warns) for one in losses)
        self._new, self._places = ids, None
        before = {new: key for key, new in ids.items()}  # the window knows nothing of the ids of what is redacted
        return publication, [
            _raw(one._replace(ids=tuple(before.get(key, key) for key in one.ids)), remedies_for(one, *task, typesetter))
            for one in found
        ]

    def _draw(self, request: Mapping[str, Any]) -> None:
        from cxdesigner.painters.qt.page_images import page_pixels

        pages = self._publication.pages if self._publication is not None else ()
        if not 0 <= request["page"] < len(pages):
            return
        drawn = page_pixels(pages[request["page"]], self._pens, request["scale"], *request["box"])
        head = {**request, "did": "drawn"}
        self._send({**head, "width": drawn.width, "height": drawn.height}, zlib.compress(drawn.data, 1))

    def _find(self, request: Mapping[str, Any]) -> None:
        from cxdesigner.layout.places import Places
        from cxdesigner.layout.publication import Target

        if self._places is None:
            pages = self._publication.pages if self._publication is not None else ()
            self._places = Places(pages)
        found = [self._places.of(Target(self._new.get(key, key))) for key in request["ids"][:_MOST]]
        places = [(place.page, *place.box) for place in found if place is not None]
        self._send({**request, "did": "found", "places": places})

    def _send(self, answer: Mapping[str, Any], data: bytes = b"") -> None:
        self._out.write(json.dumps({**answer, "bytes": len(data)}).encode() + b"\n" + data)
        self._out.flush()


def _options(kind: Any, flags: Sequence[str]) -> ExportOptions:
    from argparse import ArgumentParser

    from cxdesigner.export.flags import add_to, options_from

    parser = ArgumentParser(allow_abbrev=False)
    add_to(parser)
    return options_from(parser.parse_args(flags), kind)


def _text_of(task: Task) -> str:
    """Give what a file without pages says; of HTML and Markdown, and of both kinds of table, that is the same."""
    from cxdesigner.export.options import TABLES

    if task.options.kind in TABLES:
        from cxdesigner.interchange.table.writing import as_text

        return as_text(task.document, task.map_ids)
    from cxdesigner.export.twin.markdown import markdown_of
    from cxdesigner.export.twin.telling import text_of

    return markdown_of(text_of(task.document, task.map_ids, comments=task.options.comments))


def _raw(finding: Finding, remedies: Sequence[Remedy]) -> dict[str, Any]:
    helps = [{"sentence": _sentence(one.sentence), "changes": dict(one.changes)} for one in remedies]
    return {**finding._asdict(), "sentence": _sentence(finding.sentence), "helps": helps}


def _sentence(sentence: Sentence) -> Any:
    return json.loads(to_json(sentence))
