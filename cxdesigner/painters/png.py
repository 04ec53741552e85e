"""Writes a PNG row by row, so that no picture has to be in memory as a whole.

Format: PNG specification, third edition (W3C), 8 bits a channel, RGB. Rows are written as they are where packing can
look back at the row before: for flat areas and letters that gives smaller files than any filter. Where a row is longer
than that, only its difference to the row before is written (filter type 2). Rows are packed piece by piece on all
cores, each piece with the end of the one before as its dictionary, as in Mark Adler's pigz.
"""

from __future__ import annotations

import os
import zlib
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from struct import pack
from types import TracebackType
from typing import BinaryIO, Final, Self

from PIL.Image import frombytes
from PIL.ImageChops import subtract_modulo

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_PIECE: Final = 1 << 20
"""Bytes that are packed at a time; always as many, so that the same picture gives the same file on any machine."""
_WINDOW: Final = 1 << 15
"""How far packing looks back, in bytes."""
_PLAIN: Final = b"\0"
_UP: Final = b"\2"
_TOGETHER: Final = 64
"""Rows that are compared with those above them at a time."""
_ZLIB: Final = b"\x78\x9c"


class PngWriter:
    """Writes a picture of `width` × `height` pixels, `dots` of them to the metre, as its rows come.

    It is entered before the first of the rows, and left after the last; there are to be exactly `height` of them.
    """

    def __init__(self, out: BinaryIO, width: int, height: int, dots: int) -> None:
        self._out = out
        self._length = 3 * width
        self._filter = _PLAIN if self._length < _WINDOW else _UP
        self._above = bytes(self._length)
        self._piece = bytearray()
        self._before = b""
        self._sum = zlib.adler32(b"")
        cores = os.cpu_count() or 1
        self._pool = ThreadPoolExecutor(cores)
        self._waiting: deque[Future[bytes]] = deque()
        self._most = 2 * cores
        out.write(_SIGNATURE)
        self._chunk(b"IHDR", pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        self._chunk(b"pHYs", pack(">IIB", dots, dots, 1))
        self._chunk(b"IDAT", _ZLIB)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._end()
        finally:
            self._pool.shutdown(cancel_futures=True)

    def rows(self, data: bytes | bytearray | memoryview, stride: int, first: int, count: int) -> None:
        """Write rows of RGB bytes, from the row `first` of `data` on, in which each takes `stride` bytes."""
        view = memoryview(data)
        for start in range(first, first + count, _TOGETHER):
            end = min(start + _TOGETHER, first + count)
            some = [view[at * stride : at * stride + self._length] for at in range(start, end)]
            for row in some if self._filter == _PLAIN else self._differences(some):
                self._piece += self._filter
                self._piece += row
                if len(self._piece) >= _PIECE:
                    self._send(is_last=False)

    def _differences(self, rows: list[memoryview]) -> Iterator[memoryview]:
        """What each row has more than the one above it, modulo 256."""
        size = (self._length, len(rows))
        here = frombytes("L", size, b"".join(rows))
        above = frombytes("L", size, b"".join([self._above, *rows[:-1]]))
        self._above = bytes(rows[-1])
        found = memoryview(subtract_modulo(here, above).tobytes())
        for start in range(0, len(found), self._length):
            yield found[start : start + self._length]

    def _end(self) -> None:
        self._send(is_last=True)
        while self._waiting:
            self._chunk(b"IDAT", self._waiting.popleft().result())
        self._chunk(b"IDAT", pack(">I", self._sum))
        self._chunk(b"IEND", b"")

    def _send(self, *, is_last: bool) -> None:
        """Have a piece packed, once there are not too many that wait for it."""
        while len(self._waiting) >= self._most:
            self._chunk(b"IDAT", self._waiting.popleft().result())
        piece = bytes(self._piece)
        self._waiting.append(self._pool.submit(_packed, piece, self._before, is_last=is_last))
        self._sum = zlib.adler32(piece, self._sum)
        self._before = piece[-_WINDOW:]
        self._piece.clear()

    def _chunk(self, kind: bytes, data: bytes) -> None:
        self._out.write(b"".join((pack(">I", len(data)), kind, data, pack(">I", zlib.crc32(kind + data)))))


def _packed(piece: bytes, before: bytes, *, is_last: bool) -> bytes:
    """Pack a piece of a stream of which `before` came last; others can be put behind it unless it is the last."""
    packer = zlib.compressobj(6, wbits=-15, zdict=before)
    return packer.compress(piece) + packer.flush(zlib.Z_FINISH if is_last else zlib.Z_SYNC_FLUSH)
