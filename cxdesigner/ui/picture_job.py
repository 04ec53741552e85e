"""Pictures on their way into the project: read, checked, decoded and made smaller beside the canvas, in a thread.

Decoding lets go of the interpreter, so that the canvas stays alive.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from cxdesigner.model.edits.pictures import as_asset
from cxdesigner.model.limits import InvalidValueError
from cxdesigner.model.records import Asset
from cxdesigner.pictures import MAX_PIXELS
from cxdesigner.sentences import say
from cxdesigner.ui.style.words import said, tr

Source = Path | bytes | QImage
"""A picture as a file, as the bytes of one, or decoded already."""

_LOOKED_AFTER = 12
"""Milliseconds between two looks at what the thread has done."""
_LARGEST = 256 * 1024 * 1024
"""Bytes of a file; more hold no picture of 64 megapixels."""


class PictureJob(QObject):
    """Makes assets of pictures.

    Exactly one of `made(list[Asset])` and `failed(str)`, with a sentence, follows, unless it is cancelled. `done` of
    `count` pictures are made so far.
    """

    made = Signal(list)
    failed = Signal(str)

    def __init__(self, sources: Sequence[Source], parent: QObject) -> None:
        super().__init__(parent)
        self.count = len(sources)
        self._work = _Work(sources)
        self.destroyed.connect(self._work.cancel)  # its window is gone, so nobody waits for it
        self._look = QTimer(self)
        self._look.setInterval(_LOOKED_AFTER)
        self._look.timeout.connect(self._look_after)

    @property
    def done(self) -> int:
        """How many pictures are made."""
        return len(self._work.assets)

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._work.run, daemon=True).start()
        self._look.start()

    def cancel(self) -> None:
        """Stop with the picture that is being decoded, and forget what there is."""
        self._work.cancel()
        self._look.stop()

    def _look_after(self) -> None:
        if not self._work.is_over:
            return
        self._look.stop()
        if self._work.mishap:
            self.failed.emit(self._work.mishap)
        else:
            self.made.emit(self._work.assets)


class _Work:
    """What the thread does; it touches no QObject of the window."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = sources
        self.assets: list[Asset] = []
        self.mishap = ""
        self.is_cancelled = False
        self.is_over = False

    def cancel(self, _gone: object = None) -> None:
        self.is_cancelled = True

    def run(self) -> None:
        try:
            for source in self._sources:
                if self.is_cancelled:
                    return
                self.assets.append(as_asset(_bytes_of(source)))
        except (InvalidValueError, OSError, MemoryError) as error:
            self.mishap = _in_words(error)
            if isinstance(source, Path):
                self.mishap = f"{source.name}: {self.mishap}"
        finally:
            self.is_over = True


def _in_words(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return tr("This picture needs more memory than there is, so nothing was added.")
    if isinstance(error, OSError):
        return tr("This file could not be read: {reason}.", reason=error.strerror or error)
    return said(error)


def _bytes_of(source: Source) -> bytes:
    if isinstance(source, bytes):
        return source
    if isinstance(source, Path):
        if source.stat().st_size > _LARGEST:
            raise InvalidValueError(say("This file is too large for a picture, so nothing was added."))
        return source.read_bytes()
    if source.width() * source.height() > MAX_PIXELS:
        megapixels = MAX_PIXELS // 1_000_000
        raise InvalidValueError(say("The picture has more than {n} megapixels, so it was not added.", n=megapixels))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    source.save(buffer, "PNG", 90)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
