"""An export under way: a process of its own, so that the canvas stays alive whatever the export takes."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

import cxdesigner
from cxdesigner.console import ASKED_FOR_PROGRESS
from cxdesigner.export.flags import arguments
from cxdesigner.files import remove_leftovers
from cxdesigner.progress import Progress
from cxdesigner.sentences import ASKED_AS_JSON, from_json
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.export.options import ExportOptions


_PATIENCE = 2_000
"""Milliseconds that an export has to end by itself."""
_AGAIN = 400
"""Milliseconds after which the time that an export takes is said again: it is seen to go on."""


def export_command(out: Path, numbers: Sequence[int], options: ExportOptions) -> tuple[str, list[str]]:
    """Give the program and its arguments that draw maps, by their numbers from 1, of a project on standard input."""
    maps = [word for number in numbers for word in ("--map", str(number))]
    return own_command(["export", "-", "-o", str(out), *maps, *arguments(options)])


def own_command(words: Sequence[str]) -> tuple[str, list[str]]:
    """Give the program and its arguments that run a command of this very program."""
    if getattr(sys, "frozen", False):
        return sys.executable, [*words]
    # -P: what lies in the folder that the program was started in is not to be imported.
    return sys.executable, ["-P", "-m", "cxdesigner", *words]


class ExportJob(QObject):
    """Draws maps of a project, given as bytes, into a file, or several `files` where one would show a single map.

    Exactly one of `exported()`, `failed(str)` with a sentence, and `cancelled()` follows `start`. Before that
    `progressed()`, whenever `progress`, how far it is, None at first, is new, and again while time passes.
    """

    progressed = Signal()
    exported = Signal()
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, data: bytes, out: Path, numbers: Sequence[int], options: ExportOptions, parent: QObject) -> None:
        super().__init__(parent)
        self.out = out
        self.files: tuple[Path, ...] = (out,)
        self.kind = options.kind
        self.progress: Progress | None = None
        self._begun = time.monotonic()
        self._passing = QTimer(self)
        self._passing.setInterval(_AGAIN)
        self._passing.timeout.connect(self.progressed)
        self._data = data
        self._command = export_command(out, numbers, options)
        self._is_cancelled = False
        self._number = 0
        self._heard = b""
        self._told: list[str] = []
        self._process = QProcess(self)
        self._process.setProcessEnvironment(child_environment())
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.started.connect(self._feed)
        self._process.readyReadStandardError.connect(self._hear)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._give_up)

    @property
    def name(self) -> str:
        """What it makes, for the reader: the name of the file, or how many there are."""
        return self.out.name if len(self.files) == 1 else tr("{n} files", n=len(self.files))

    @property
    def seconds(self) -> float:
        """How long it has been going on."""
        return time.monotonic() - self._begun

    def start(self) -> None:
        """Start drawing."""
        self._begun = time.monotonic()
        self._passing.start()
        self._process.start(*self._command)

    def cancel(self) -> None:
        """Stop; the file stays as it was. A process that does not end by itself is killed after two seconds."""
        self._is_cancelled = True
        self._process.terminate()
        QTimer.singleShot(_PATIENCE, self._process, self._process.kill)

    def _feed(self) -> None:
        self._number = self._process.processId()
        self._process.write(self._data)
        self._process.closeWriteChannel()
        self._data = b""

    def _hear(self) -> None:
        """Read what the process says: how far it is, or sentences."""
        *lines, self._heard = (self._heard + self._process.readAllStandardError().data()).split(b"\n")
        for line in lines:
            try:
                found = json.loads(line)
                self.progress = Progress(found["stage"], int(found["done"]), int(found["of"]))
                self.progressed.emit()
            except (ValueError, KeyError, TypeError):
                self._told.append(line.decode("utf-8", "replace").strip())

    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        self._passing.stop()
        self._hear()
        told = [line for line in (*self._told, self._heard.decode("utf-8", "replace").strip()) if line]
        if status != QProcess.ExitStatus.NormalExit:
            for path in self.files:
                remove_leftovers(path, self._number)
        if status == QProcess.ExitStatus.NormalExit and code == 0:
            self.exported.emit()
        elif self._is_cancelled:
            self.cancelled.emit()
        elif status == QProcess.ExitStatus.NormalExit and told:
            self.failed.emit(said(from_json(told[-1]) or told[-1]).replace("\n", " "))
        else:
            self.failed.emit(tr("The export of {name} stopped before its end.", name=self.name))

    def _give_up(self, error: QProcess.ProcessError) -> None:
        # Of all errors only this one is not followed by `finished`.
        if error == QProcess.ProcessError.FailedToStart:
            self._passing.stop()
            sentence = tr("The export of {name} could not be started: {reason}.")
            self.failed.emit(sentence.format(name=self.name, reason=self._process.errorString()))


def child_environment() -> QProcessEnvironment:
    """The environment in which the child finds this very program, and says what can be translated."""
    env = QProcessEnvironment.systemEnvironment()
    home = str(Path(cxdesigner.__file__).parent.parent)
    env.insert("PYTHONPATH", os.pathsep.join(filter(None, [home, env.value("PYTHONPATH")])))
    env.insert("PYTHONIOENCODING", "utf-8")
    env.insert(ASKED_AS_JSON, "json")
    env.insert(ASKED_FOR_PROGRESS, "json")
    return env
