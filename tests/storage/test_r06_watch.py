"""R6: changes by others are noticed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cxdesigner.storage.watch import GONE, Watch


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def replace(path: Path, text: str) -> None:
    temporary = path.with_name("temporary")
    temporary.write_text(text)
    temporary.replace(path)


def long_ago(path: Path) -> None:
    os.utime(path, (1_000_000_000, 1_000_000_000))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "plan.cxd"
    path.write_text("first")
    long_ago(path)
    return path


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the names of what was read."""
    read, opened = [], Path.open

    def note(self: Path, *arguments: Any, **named: Any) -> Any:
        read.append(self.name)
        return opened(self, *arguments, **named)

    monkeypatch.setattr(Path, "open", note)
    return read


def test_r06_replaced_three_times_is_noticed_three_times(path: Path) -> None:
    watch = Watch(path)
    assert watch.look() == digest("first")
    for text in ("one", "two", "six"):
        replace(path, text)
        assert watch.look() == digest(text)


def test_r06_what_is_the_same_is_not_read_again(path: Path, reads: list[str]) -> None:
    watch = Watch(path)
    assert [watch.look() for _ in range(3)] == [digest("first")] * 3
    assert reads == ["plan.cxd"]


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_text("other"),  # as long as before
        lambda path: replace(path, "other"),
        lambda path: (path.write_text("other"), os.utime(path, (1_000_000_001, 1_000_000_001))),
        lambda path: (replace(path, "other"), long_ago(path)),  # by its place on the disk alone
        lambda path: (path.write_text("other one"), long_ago(path)),  # by its size alone
    ],
)
def test_r06_another_time_size_or_place_is_another_content(path: Path, change: Callable[[Path], object]) -> None:
    watch = Watch(path)
    watch.look()
    change(path)
    assert watch.look() in {digest("other"), digest("other one")}


def test_r06_touched_is_not_changed(path: Path) -> None:
    watch = Watch(path)
    watch.look()
    path.touch()
    assert watch.look() == digest("first")


def test_r06_written_twice_in_a_moment_is_noticed(path: Path) -> None:
    path.write_text("first")
    stamp = path.stat().st_mtime_ns
    watch = Watch(path)
    assert watch.look() == digest("first")
    path.write_text("other")
    os.utime(path, ns=(stamp, stamp))  # as on a disk that counts by two seconds
    assert watch.look() == digest("other")


def test_r06_deleted_and_recreated_is_noticed(path: Path) -> None:
    watch = Watch(path)
    watch.look()
    path.unlink()
    assert [watch.look(), watch.look()] == [GONE, GONE]
    path.write_text("again")
    assert watch.look() == digest("again")


def test_r06_a_folder_that_is_out_of_reach_is_no_change(path: Path) -> None:
    watch = Watch(path)
    watch.look()
    path.parent.rename(path.parent.with_name("elsewhere"))
    assert watch.look() is None


def test_r06_unreadable_is_no_change(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise PermissionError(13, "Permission denied")

    watch = Watch(path)
    assert watch.look() == digest("first")
    path.write_text("other")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        assert watch.look() is None
    assert watch.look() == digest("other")


def test_r06_what_is_no_file_is_no_change(path: Path) -> None:
    path.unlink()
    path.mkdir()
    assert Watch(path).look() is None
    assert Watch(path.parent / "zero\0byte").look() is None


def test_r06_what_is_being_written_is_looked_at_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed = hashlib.file_digest

    def write_meanwhile(file: Any, name: str) -> Any:
        path.write_text("second")
        return hashed(file, name)

    watch = Watch(path)
    with monkeypatch.context() as patch:
        patch.setattr(hashlib, "file_digest", write_meanwhile)
        assert watch.look() is None
    assert watch.look() == digest("second")
