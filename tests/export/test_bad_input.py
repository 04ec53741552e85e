"""What an export may meet: it ends in a whole file, or in one sentence with the old file kept."""

from __future__ import annotations

import errno
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from cxdesigner import cli
from cxdesigner.cli import CANNOT_WRITE, WELL

Make = Callable[..., Path]
WAYS: dict[str, tuple[str, ...]] = {
    "x.pdf": (),
    "width.pdf": ("--page", "A4", "--scale", "width"),
    "poster.pdf": ("--poster", "A2", "--on", "A4"),
    "report.pdf": ("--report",),
    "archive.pdf": ("--standard", "3b", "--attach"),
    "client.pdf": ("--without", "quotes,names,photos,notes,votes,authors"),
    "x.svg": ("--text", "text"),
    "x.png": (),
    "x.html": (),
    "x.md": (),
}
TEXTS = (
    "R&D <b>bold</b>",
    "<img src='file:///etc/passwd'>",
    "&#0; &amp; &lt;script&gt;alert(1)&lt;/script&gt;",
    "=1+1 | a \\ `b` # c",
    "%(x)s {y} $z \\N \\( \\)",
)
UNFIT = (
    "w" * 10_000,
    "e" + "\u0301" * 9_999,
    "\u0000\u0007\ud800 a\u200f\u202e b",
    "\u4e00" * 10_000,
    "\n" * 5_000,
)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Write a project with one map, of these cards, stages and assets."""

    def made(
        texts: tuple[str, ...] = ("A card",), *, stages: bool = True, card: dict[str, Any] | None = None, **more: Any
    ) -> Path:
        steps = [{"id": "s1", "rank": "a", "title": "Step"}]
        cards = [
            {"id": f"c{at}", "rank": f"a{at:03}", "lane": "l1", "step": "s1", "kind": "action", "text": text}
            | (card or {})
            for at, text in enumerate(texts)
        ]
        raw = {
            "format": "cxdesigner",
            "version": 1,
            "id": "af958efc-eb43-5f02-84d7-129c8d3fd2c4",
            "title": "Bad weather",
            "maps": [
                {
                    "id": "m1",
                    "rank": "a",
                    "title": "Bad weather",
                    "stages": [{"id": "st", "rank": "a", "title": "Stage", "steps": steps}] if stages else [],
                    "lanes": [{"id": "l1", "rank": "a", "kind": "actions", "title": "Actions"}],
                    "cards": cards if stages else [],
                }
            ],
            **more,
        }
        path = tmp_path / "weather.cxd"
        path.write_text(json.dumps(raw), "utf-8")
        return path

    return made


def exported(path: Path, name: str, capsys: pytest.CaptureFixture[str], says: str = "") -> bytes:
    out = path.parent / name
    code = cli.main(["export", str(path), "-o", str(out), *WAYS[name]])
    said = capsys.readouterr().err
    assert code == WELL
    assert says in said
    assert said.count("\n") == bool(says)
    return out.read_bytes()


def text_of(name: str, data: bytes) -> str:
    if name.endswith(".pdf"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    return "" if name.endswith(".png") else data.decode()


@pytest.mark.parametrize("name", WAYS)
def test_markup_is_printed_as_it_was_typed(name: str, make: Make, capsys: pytest.CaptureFixture[str]) -> None:
    data = exported(make(TEXTS), name, capsys)
    text = "".join(text_of(name, data).split())
    if name.endswith(".pdf"):
        assert all("".join(one.split()) in text for one in TEXTS), text
    elif not name.endswith((".png", ".md")):
        assert "<b>bold" not in text
        assert "<imgsrc" not in text
        assert "R&amp;D" in text


@pytest.mark.parametrize("name", WAYS)
@pytest.mark.parametrize(
    "text",
    ["w" * 10_000, "e" + "\u0301" * 9_999, "\u0000\u0007\ud800 a\u200f\u202e b", "\u4e00" * 10_000, "\n" * 9_000],
)
def test_unfit_texts_end_in_a_file(name: str, text: str, make: Make, capsys: pytest.CaptureFixture[str]) -> None:
    path = make((text, "beside it"))
    out = path.parent / name
    # As wide as can be for a sheet that is sixty times as high.
    way = ("--width", "100") if name.endswith(".png") else WAYS[name]
    code = cli.main(["export", str(path), "-o", str(out), *way])
    assert (code, capsys.readouterr().err) == (WELL, "")
    assert len(out.read_bytes()) > 200


@pytest.mark.parametrize("name", WAYS)
def test_a_map_without_a_stage_is_drawn(name: str, make: Make, capsys: pytest.CaptureFixture[str]) -> None:
    data = exported(make(stages=False), name, capsys)
    assert name.endswith(".png") or "Bad weather" in text_of(name, data)


@pytest.mark.parametrize("name", WAYS)
def test_a_picture_that_cannot_be_decoded_does_not_keep_the_rest(
    name: str, make: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    import base64
    import hashlib

    junk = b"\x89PNG\r\n\x1a\n" + b"junk" * 20
    key = f"sha256-{hashlib.sha256(junk).hexdigest()}"
    assets = {key: {"type": "image/png", "data": base64.b64encode(junk).decode()}}
    path = make(("The door",), card={"kind": "picture", "asset": key}, assets=assets)
    data = exported(path, name, capsys, "is no picture that can be read.")
    assert name.endswith((".png", ".svg")) or "The door" in text_of(name, data)


@pytest.mark.parametrize("name", WAYS)
@pytest.mark.parametrize(("number", "says"), [(errno.ENOSPC, "the disk is full"), (errno.EIO, ""), (errno.EACCES, "")])
def test_what_cannot_be_written_leaves_the_old_file(
    name: str,
    number: int,
    says: str,
    make: Make,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = make()
    out = path.parent / name
    out.write_bytes(b"precious")
    before = sorted(path.parent.iterdir())

    def fails(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("cxdesigner.files.os.fsync", fails)
    assert cli.main(["export", str(path), "-o", str(out), *WAYS[name]]) == CANNOT_WRITE
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert name in said
    assert says in said
    assert out.read_bytes() == b"precious"
    assert sorted(path.parent.iterdir()) == before


@pytest.mark.parametrize("name", ["x.pdf", "x.png"])
def test_a_folder_that_is_not_there_is_said(name: str, make: Make, capsys: pytest.CaptureFixture[str]) -> None:
    path = make()
    out = path.parent / "gone" / name
    assert cli.main(["export", str(path), "-o", str(out)]) == CANNOT_WRITE
    assert "gone" in capsys.readouterr().err
