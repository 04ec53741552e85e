"""Where the program keeps what is not anybody's file."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from cxdesigner.storage.folders import Folders


def test_a_users_folders_are_those_of_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[str] = []

    def folder(kind: str, name: str, *, appauthor: bool) -> Path:
        assert not appauthor
        asked.append(f"{kind} {name}")
        return tmp_path / kind

    monkeypatch.setattr(platformdirs, "user_state_path", lambda name, **more: folder("state", name, **more))
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name, **more: folder("data", name, **more))
    assert Folders.of_user() == Folders(tmp_path / "state", tmp_path / "data")
    assert asked == ["state cxdesigner", "data cxdesigner"]


def test_they_can_be_below_another_one(tmp_path: Path) -> None:
    assert Folders.below(tmp_path) == Folders(tmp_path / "state", tmp_path)
