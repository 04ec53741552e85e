"""A file of an older version is kept as it was when it is first written in this one (R10)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cxdesigner.storage import reading, writing
from cxdesigner.storage.codec import read
from cxdesigner.storage.migrations import Release
from tests.storage.test_r10_migrations import note_way
from tests.ui.hand import Hand
from tests.ui.test_saving import typed


def test_r10_what_an_older_file_held_is_kept_before_it_is_first_written_anew(
    tmp_path: Path, start: Callable[..., Hand], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading.read, "__defaults__", (None, Release(2, {1: note_way})))
    hand = start()
    path = tmp_path / "small.cxd"
    old = path.read_bytes()
    assert json.loads(old)["version"] == 1
    assert hand.document.project.model_extra == {"zz-way": "2 to 3"}
    assert hand.session.is_saved  # to open a file is no edit
    backups = hand.window.application.keeping.backups
    assert backups.of(path) == []

    monkeypatch.setattr(writing, "VERSION", 2)
    typed(hand, "Written anew")
    hand.save()
    hand.window.application.keeping.wait()
    new = path.read_bytes()
    assert json.loads(new)["version"] == 2
    assert read(new).document == hand.document
    (kept,) = backups.of(path)
    assert kept.path.read_bytes() == old
