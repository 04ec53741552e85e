"""Versions looked at by a process of its own, one after the other: canvas and panel stay alive."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QProcess, QSize, Signal
from PySide6.QtGui import QImage, QPixmap

from cxdesigner.console import VERSIONS
from cxdesigner.sentences import from_json
from cxdesigner.storage.writing import Writer
from cxdesigner.ui.background import Background
from cxdesigner.ui.export_job import child_environment, own_command
from cxdesigner.ui.style.words import said, tr
from cxdesigner.ui.versions.entries import Backup
from cxdesigner.ui.versions.known import Known

if TYPE_CHECKING:
    from cxdesigner.model.document import Document
    from cxdesigner.ui.session import Session
    from cxdesigner.ui.versions.entries import Version

_MOST_FAILURES = 3
"""Times that the process may end by itself; then nothing more is asked of it until it is begun anew."""


class Facts(NamedTuple):
    """What is known of a version: how many maps and cards it has, and in words what changed since, "" for nothing.

    `refusal` says why nothing is known. `picture` is of the map with the id `map`, "" while it is not drawn; `now` is
    what it was compared to.
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
        self._known: Known | None = None
        self._writing: Background | None = None
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
        self._known = self._asked = None
        self._wanted, self._failures = [], 0
        self._read.clear()
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(200)
            process.deleteLater()

    def _next(self) -> None:
        if self._asked is not None or self._failures >= _MOST_FAILURES:
            return
        document, map_id = self._session.document, self._session.map_id
        found = [(version, self.facts.get(version.key, Facts())) for version in self._wanted]
        # What is said comes before what is drawn, which takes seconds where there are thousands of cards.
        stale = [(version, False) for version, facts in found if facts.now is not document]
        undrawn = [(version, True) for version, facts in found if facts.map != map_id]
        if (stale or undrawn) and not self._is_behind(document):
            version, is_drawn = (stale or undrawn)[0]
            self._ask(version, document, map_id if is_drawn else "")

    def _is_behind(self, document: Document) -> bool:
        """Tell whether the process does not know yet how the project stands; then that is being written."""
        if self._writing is None:
            on_disk = self._session.on_disk
            fresh = Known(document, document.snapshots, document.assets, on_disk.document if on_disk else None)
            if self._known is not None and fresh.is_same(self._known):
                return False
            self._writing = Background(partial(fresh.messages, self._known, self._writer), "write for versions")
            self._writing.ended.connect(partial(self._on_written, self._process, fresh))
            self._writing.start()
        return True

    def _on_written(self, process: QProcess | None, fresh: Known) -> None:
        """Send what was written, unless nobody waits for it any more or the process is another one by now."""
        writing, self._writing = self._writing, None
        if writing is not None and writing.failure is not None:
            raise writing.failure
        if writing is not None and self._wanted and process in (None, self._process):
            for head, data in writing.result:
                self._send(head, data)
            self._known = fresh
        self._next()

    def _ask(self, version: Version, document: Document, map_id: str) -> None:
        """Ask for what is to be said of a version, and for a picture of one of its maps, "" for none."""
        head: dict[str, Any] = {"do": "look", "key": version.key}
        if map_id:
            width, height = (round(side * self._ratio) for side in (self._size.width(), self._size.height()))
            head |= {"map": map_id, "width": width, "height": height}
        if version.path is not None:
            head["path"] = str(version.path)
        elif version.kind == "named":
            head["snapshot"] = version.key
        self._asked = version, document, map_id
        self._send(head)

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
        if facts.refusal:
            map_id = self._session.map_id  # there is nothing to be drawn
        before = self.facts.get(version.key, Facts())
        self.facts[version.key] = facts._replace(now=document, map=map_id or before.map)
        self.looked.emit(version.key)

    def _picture(self, head: Mapping[str, Any], data: bytes) -> QPixmap:
        width, height = head["width"], head["height"]
        image = QImage(zlib.decompress(data), width, height, 4 * width, QImage.Format.Format_RGB32)
        picture = QPixmap.fromImage(image.copy())  # a copy, since the bytes go
        picture.setDevicePixelRatio(self._ratio)
        return picture


def _in_words(raw: object) -> str:
    return said(from_json(json.dumps(raw)))
