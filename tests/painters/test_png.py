"""PNG, written by rows: whole, the same each time, and nothing of it left running when it is broken off."""

from __future__ import annotations

import io
import random
import threading
import zlib

import pytest
from PIL import Image

from cxdesigner.painters.png import PngWriter


def written(width: int, height: int, data: bytes, stride: int, at_a_time: int) -> bytes:
    out = io.BytesIO()
    with PngWriter(out, width, height, 3_780) as writer:
        for first in range(0, height, at_a_time):
            writer.rows(data, stride, first, min(at_a_time, height - first))
    return out.getvalue()


@pytest.mark.parametrize(("width", "height"), [(1, 1), (5, 3), (700, 900), (1, 4_000), (11_000, 150)])
def test_what_is_written_is_read(width: int, height: int) -> None:
    stride = (3 * width + 3) // 4 * 4
    noise = random.Random(3).randbytes(stride * height)
    with Image.open(io.BytesIO(written(width, height, noise, stride, 100))) as image:
        image.verify()
    with Image.open(io.BytesIO(written(width, height, noise, stride, 100))) as image:
        assert (image.size, image.mode) == ((width, height), "RGB")
        assert image.info["dpi"] == pytest.approx((96.0, 96.0), abs=0.02)
        assert image.tobytes() == b"".join(noise[at : at + 3 * width] for at in range(0, stride * height, stride))


def test_the_file_is_the_same_however_the_rows_come_and_on_however_many_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytes(at % 251 for at in range(3 * 1_000)) * 1_200
    first = written(1_000, 1_200, data, 3_000, 7)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert written(1_000, 1_200, data, 3_000, 1_200) == first
    # Pieces know what came before them: a picture of rows alike is packed as if it were one piece.
    assert len(first) < 1.1 * len(zlib.compress(data, 6)) + 1_000


def test_long_rows_that_are_alike_are_packed_too() -> None:
    row = random.Random(3).randbytes(36_000)
    assert len(written(12_000, 200, row * 200, 36_000, 30)) < 2 * len(row)


def break_off() -> None:
    with PngWriter(io.BytesIO(), 1_000, 1_000, 1) as writer:
        writer.rows(bytes(3_000_000), 3_000, 0, 1_000)
        raise KeyboardInterrupt


def test_nothing_goes_on_when_it_is_broken_off() -> None:
    before = threading.active_count()
    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert threading.active_count() == before
