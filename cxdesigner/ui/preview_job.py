"""Pages to look at before they are exported, made by a process of its own: canvas and dialog stay alive."""

from __future__ import annotations

import json
import time
import zlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QProcess, Signal
from PySide6.QtGui import QImage

from cxdesigner.console import PREVIEW
from cxdesigner.export.flags import arguments
from cxdesigner.sentences import from_json
from cxdesigner.ui.export_job import child_environment, own_command
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.export.options import ExportOptions
    from cxdesigner.model.document import Document
    from cxdesigner.storage.writing import Writer

_PATIENCE, _AT_FIRST = 0.3, 3.0
"""Seconds that pages nobody waits for any more may take, the first ones longer; then the process is begun anew."""


class PageSize(NamedTuple):
    """A page: its width and height in points, and what it is called, "" for its number."""

    width: float
    height: float
    label: str = ""


class Help(NamedTuple):
    """A remedy in the reader's language: what it makes of the pages, and the fields of the options that it sets."""

    sentence: str
    changes: Mapping[str, Any]


class Found(NamedTuple):
    """A finding of the preflight in the reader's language, as `export.preflight.Finding`, and what helps."""

    subject: str
    sentence: str
    ids: tuple[str, ...]
    warns: bool
    helps: tuple[Help, ...] = ()


class Spot(NamedTuple):
    """Where something is: the number of a page from 0, and a rectangle of it in points."""

    page: int
    x: float
    y: float
    width: float
    height: float


class Wanted(NamedTuple):
    """Part of a page: its number from 0, pixels to a point, and left, top, width and height in pixels of the page.

    `is_small`: it is for a list of all pages.
    """

    page: int
    scale: float
    box: tuple[int, int, int, int]
    is_small: bool = False


class PreviewJob(QObject):
    """Composes and draws pages.

    Signals: `composed()`, after which `pages`, or the `text` of a file without pages, and `findings` are new;
    `refused(str)` with the sentence why there are none, and `pages` is empty; `drawn(Wanted, QImage)`;
    `found(list[Spot])`; `failed(str)` when the process has ended by itself, and there are none either.
    """

    composed = Signal()
    refused = Signal(str)
    drawn = Signal(object, QImage)
    found = Signal(list)
    failed = Signal(str)

    def __init__(self, writer: Writer, parent: QObject) -> None:
        super().__init__(parent)
        self._writer = writer
        self.pages: tuple[PageSize, ...] = ()
        self.text = ""
        self.findings: tuple[Found, ...] = ()
        self._process: QProcess | None = None
        self._sent: Document | None = None
        self._wanted: tuple[list[str], ExportOptions] | None = None
        self._asked = self._answered = 0
        self._since = 0.0
        self._is_warm = False
        self._drawing = False
        self._view: Wanted | None = None
        self._thumbs: list[Wanted] = []
        self._read = bytearray()

    @property
    def is_composing(self) -> bool:
        """Whether pages are on their way."""
        return self._asked != self._answered

    @property
    def seconds(self) -> float:
        """How long pages have been waited for."""
        return time.monotonic() - self._since if self.is_composing else 0.0

    def compose(self, document: Document, maps: Sequence[str], options: ExportOptions) -> None:
        """Make the pages of maps, unless these are made already; what else was asked for before is forgotten."""
        if document is self._sent and (list(maps), options) == self._wanted:
            return
        patience = _PATIENCE if self._is_warm else _AT_FIRST
        if self.is_composing and time.monotonic() - self._since > patience:
            self.stop()
        process = self._process or self._start()
        if document is not self._sent:
            self._sent = document
            self._send(process, {"do": "project"}, self._writer.write(document))
        self._wanted = list(maps), options
        self._asked += 1
        self._since = time.monotonic()
        self._view, self._thumbs = None, []
        ask = {"ask": self._asked, "maps": list(maps), "kind": options.kind, "flags": arguments(options)}
        self._send(process, {"do": "compose", **ask})

    def draw(self, wanted: Wanted) -> None:
        """Draw part of a page, unless another part is asked for before it is its turn."""
        self._view = wanted
        self._draw_next()

    def draw_small(self, wanted: Sequence[Wanted]) -> None:
        """Draw pages whenever nothing else is to be drawn; in the place of those that were asked for before."""
        self._thumbs = list(wanted)
        self._draw_next()

    def find(self, ids: Sequence[str]) -> None:
        """Find where records stand on the pages."""
        if self._process is not None and not self.is_composing:
            self._send(self._process, {"do": "find", "ask": self._asked, "ids": list(ids)})

    def stop(self) -> None:
        """End the process; the next pages begin a new one."""
        process, self._process = self._process, None
        self._sent, self._drawing, self._is_warm = None, False, False
        self._answered = self._asked
        self._read.clear()
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(200)
            process.deleteLater()

    def _start(self) -> QProcess:
        process = self._process = QProcess(self)
        environment = child_environment()
        environment.insert("QT_QPA_PLATFORM", "offscreen")
        process.setProcessEnvironment(environment)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._receive)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._ended)
        process.start(*own_command([PREVIEW]))
        return process

    def _send(self, process: QProcess, head: dict[str, Any], data: bytes = b"") -> None:
        process.write(json.dumps({**head, "bytes": len(data)}).encode() + b"\n" + data)

    def _ended(self, _what: object = None, _status: object = None) -> None:
        if self._process is not None:
            self.stop()
            self.pages, self.text, self.findings = (), "", ()
            self.failed.emit(tr("The pages could not be drawn here. The export may still work."))

    def _draw_next(self) -> None:
        if self._drawing or self.is_composing or self._process is None:
            return
        wanted, self._view = self._view, None
        if wanted is None and self._thumbs:
            wanted = self._thumbs.pop(0)
        if wanted is not None:
            self._drawing = True
            self._send(self._process, {"do": "draw", "ask": self._asked, **wanted._asdict()})

    def _receive(self) -> None:
        process = self._process
        if process is None:
            return
        self._read += process.readAllStandardOutput().data()
        while (end := self._read.find(b"\n")) >= 0:
            head = json.loads(bytes(self._read[:end]))
            whole = end + 1 + head["bytes"]
            if len(self._read) < whole:
                return
            data = bytes(self._read[end + 1 : whole])
            del self._read[:whole]
            self._take(head, data)

    def _take(self, head: dict[str, Any], data: bytes) -> None:
        if head["did"] == "drawn":
            self._drawing = False
            if head["ask"] == self._asked and not self.is_composing:
                image = QImage(
                    zlib.decompress(data), head["width"], head["height"], 4 * head["width"], QImage.Format.Format_RGB32
                )
                # A copy, since the bytes go; a pixel of the edge of a screen is not worth keeping them.
                self.drawn.emit(Wanted(head["page"], head["scale"], tuple(head["box"]), head["is_small"]), image.copy())
            self._draw_next()
            return
        if head["ask"] != self._asked:
            return
        if head["did"] == "found":
            self.found.emit([Spot(*place) for place in head["places"]])
            return
        self._answered, self._drawing, self._is_warm = self._asked, False, True
        if head["did"] == "refused":
            self.pages, self.text, self.findings = (), "", ()
            self.refused.emit(_in_words(head["sentence"]))
            return
        self.pages = tuple(PageSize(*page) for page in head["pages"])
        self.text = head["text"]
        self.findings = tuple(map(_found, head["findings"]))
        self.composed.emit()


def _found(raw: Mapping[str, Any]) -> Found:
    helps = tuple(Help(_in_words(one["sentence"]), one["changes"]) for one in raw["helps"])
    return Found(raw["subject"], _in_words(raw["sentence"]), tuple(raw["ids"]), raw["warns"], helps)


def _in_words(raw: object) -> str:
    return said(from_json(json.dumps(raw)))
