"""Versions looked at by a process of its own, one after the other: canvas and panel stay alive."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QProcess, QSize, Signal
from PySide6.QtGui import QImage, QPixmap

from cxdesigner.console import VERSIONS
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.snapshots import pictures_in
from cxdesigner.sentences import from_json
from cxdesigner.storage.writing import Writer
from cxdesigner.ui.export_job import child_environment, own_command
from cxdesigner.ui.style.words import said, tr
from cxdesigner.ui.versions.entries import Backup

if TYPE_CHECKING:
    from cxdesigner.model.records import Asset, Snapshot
    from cxdesigner.ui.session import Session
    from cxdesigner.ui.versions.entries import Version

_MOST_FAILURES = 3
"""Times that the process may end by itself; then nothing more is asked of it until it is begun anew."""


class Facts(NamedTuple):
    """What is known of a version: how many maps and cards it has, and in words what changed since, "" for nothing.

    `refusal` says why nothing is known. `picture` is of the map with the id `map`; `now` is what it was compared to.
    """

    maps: int = 0
    cards: int = 0
    since: str = ""
    refusal: str = ""
    picture: QPixmap | None = None
    map: str = ""
    now: Document | None = None


class VersionsJob(QObject):
    """Looks at the versions of a session. `size` of a picture is in device-independent pixels.

    Signals: `listed()`, after which `backups` is new; `looked(str)`, the key of a version
    whose `facts` are new.
    """

    listed = Signal()
    looked = Signal(str)

    def __init__(self, session: Session, folder: Path, size: QSize, ratio: float, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._folder = session, folder
        self._size, self._ratio = size, ratio
        self.backups: list[Backup] = []
        self.facts: dict[str, Facts] = {}
        self._writer = Writer()  # not that of the session, which may be saving in a thread
        self._process: QProcess | None = None
        self._failures = 0
        self._sent: Document | None = None
        self._kept: tuple[tuple[Snapshot, ...], tuple[Asset, ...]] | None = None
        self._wanted: list[Version] = []
        self._asked: tuple[Version, Document, str] | None = None
        self._read = bytearray()

    def list_backups(self) -> None:
        """Find out which backups there are."""
        session = self._session
        path = str(session.path) if session.path is not None else ""
        ask = {"folder": str(self._folder), "path": path, "project": session.document.root}
        self._send({"do": "list", **ask})

    def look(self, versions: Iterable[Version]) -> None:
        """Look at versions, in this order, as far as that was not done; what else was asked for is forgotten."""
        self._wanted = list(versions)
        self._next()

    def stop(self) -> None:
        """End the process; what is known stays."""
        process, self._process = self._process, None
        self._sent = self._kept = self._asked = None
        self._wanted, self._failures = [], 0
        self._read.clear()
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(200)
            process.deleteLater()

    def _next(self) -> None:
        document, map_id = self._session.document, self._session.map_id
        while self._wanted and self._asked is None and self._failures < _MOST_FAILURES:
            version = self._wanted.pop(0)
            facts = self.facts.get(version.key, Facts())
            if facts.now is not document or facts.map != map_id:
                self._ask(version, document, map_id, is_drawn=facts.picture is not None and facts.map == map_id)

    def _ask(self, version: Version, document: Document, map_id: str, *, is_drawn: bool) -> None:
        kept = document.snapshots, document.assets
        if self._kept is None or self._kept[0] is not kept[0] or self._kept[1] is not kept[1]:
            self._kept = kept
            self._send({"do": "kept"}, Writer().write(_only_kept(document)))
        if document is not self._sent:
            self._sent = document
            self._send({"do": "now"}, self._writer.write(_without_kept(document)))
        head: dict[str, Any] = {"do": "look", "key": version.key, "map": map_id}
        if not is_drawn:
            head |= {"width": round(self._size.width() * self._ratio), "height": self._pixels_high}
        data = b""
        if version.path is not None:
            head["path"] = str(version.path)
        elif version.kind == "named":
            head["snapshot"] = version.key
        elif self._session.on_disk is not None:
            data = Writer().write(self._session.on_disk.document)
        self._asked = version, document, map_id
        self._send(head, data)

    @property
    def _pixels_high(self) -> int:
        return round(self._size.height() * self._ratio)

    def _send(self, head: Mapping[str, Any], data: bytes = b"") -> None:
        process = self._process or self._start()
        process.write(json.dumps({**head, "bytes": len(data)}).encode() + b"\n" + data)

    def _start(self) -> QProcess:
        process = self._process = QProcess(self)
        environment = child_environment()
        environment.insert("QT_QPA_PLATFORM", "offscreen")
        process.setProcessEnvironment(environment)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._receive)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._ended)
        process.start(*own_command([VERSIONS]))
        return process

    def _ended(self, _what: object = None, _status: object = None) -> None:
        """Go on with the next version where the process ended at one."""
        if self._process is None:
            return
        asked, left, failures = self._asked, self._wanted, self._failures + 1
        self.stop()
        self._failures = failures
        if asked is not None:
            self._know(asked, Facts(refusal=tr("This version could not be drawn here.")))
            self.look(left)

    def _receive(self) -> None:
        if self._process is None:
            return
        self._read += self._process.readAllStandardOutput().data()
        while (end := self._read.find(b"\n")) >= 0:
            head = json.loads(bytes(self._read[:end]))
            whole = end + 1 + head["bytes"]
            if len(self._read) < whole:
                return
            data = bytes(self._read[end + 1 : whole])
            del self._read[:whole]
            self._take(head, data)

    def _take(self, head: Mapping[str, Any], data: bytes) -> None:
        if head["did"] == "listed":
            found = head["backups"]
            self.backups = [Backup(datetime.fromisoformat(when), Path(path), name) for when, path, name in found]
            self.listed.emit()
            return
        asked, self._asked = self._asked, None
        if asked is None or asked[0].key != head["key"]:
            return
        if head["did"] == "refused":
            self._know(asked, Facts(refusal=_in_words(head["sentence"])))
        else:
            before = self.facts.get(head["key"], Facts())
            picture = self._picture(head, data) if data else before.picture
            since = _in_words(head["since"]) if head["since"] is not None else ""
            self._know(asked, Facts(head["maps"], head["cards"], since, "", picture))
        self._next()

    def _know(self, asked: tuple[Version, Document, str], facts: Facts) -> None:
        version, document, map_id = asked
        self.facts[version.key] = facts._replace(now=document, map=map_id)
        self.looked.emit(version.key)

    def _picture(self, head: Mapping[str, Any], data: bytes) -> QPixmap:
        width, height = head["width"], head["height"]
        image = QImage(zlib.decompress(data), width, height, 4 * width, QImage.Format.Format_RGB32)
        picture = QPixmap.fromImage(image.copy())  # a copy, since the bytes go
        picture.setDevicePixelRatio(self._ratio)
        return picture


def _without_kept(document: Document) -> Document:
    """Give a project without its named versions and pictures, which are large and seldom change."""
    return document.apply(Change({one.id: (one, None) for one in (*document.snapshots, *document.assets)}))


def _only_kept(document: Document) -> Document:
    """Give a project of nothing but its named versions, and the pictures that these show."""
    contents = [one.content for one in document.snapshots]
    return Document([document.project, *document.snapshots, *pictures_in(contents, document.assets)])


def _in_words(raw: object) -> str:
    return said(from_json(json.dumps(raw)))
