"""What antivirus and synchronisation hold for a moment does not break a save (R3)."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path

import pytest

from cxdesigner.files import PAUSES, CannotWriteError, FileOps, write_atomically

OLD, NEW = b"old" * 1000, b"new" * 2000


class Held(FileOps):
    """Refuses a call so many times as Windows does while another program holds the file."""

    def __init__(self, times: int, call: str = "replace", code: int | None = 32) -> None:
        self.times, self.call, self.code = times, call, code
        self.waited: list[float] = []

    def _refuse(self, call: str) -> None:
        if call == self.call and self.times:
            self.times -= 1
            error = PermissionError(errno.EACCES, "held")
            if self.code is not None:
                error.winerror = self.code  # type: ignore[attr-defined]
            raise error

    def holds(self, path: Path, pieces: Sequence[bytes]) -> bool:
        self._refuse("holds")
        return super().holds(path, pieces)

    def replace(self, path: Path, target: Path) -> None:
        self._refuse("replace")
        super().replace(path, target)

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    target = tmp_path / "plan.cxd"
    target.write_bytes(OLD)
    return target


@pytest.mark.parametrize("code", [5, 32, 33])
@pytest.mark.parametrize("call", ["replace", "holds"])
@pytest.mark.parametrize("times", range(1, 7))
def test_r03_what_is_let_go_in_time_is_saved(target: Path, call: str, code: int, times: int) -> None:
    ops = Held(times, call, code)
    write_atomically(target, NEW, ops)
    assert target.read_bytes() == NEW
    assert ops.waited == [0.01, 0.025, 0.05, 0.1, 0.2, 0.4][:times]
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("call", ["replace", "holds"])
def test_r03_what_is_held_for_ever_keeps_both(target: Path, call: str) -> None:
    ops = Held(7, call)  # not the eighth: that puts aside what was written
    with pytest.raises(CannotWriteError) as caught:
        write_atomically(target, NEW, ops)
    kept = caught.value.kept
    assert kept is not None
    assert kept.name.startswith("plan (not saved ")
    assert kept.suffix == ".cxd"
    assert str(caught.value) == (
        f"Could not save plan.cxd: another program holds it. What was to be saved is in {kept}: close that program, "
        "and save again."
    )
    assert (target.read_bytes(), kept.read_bytes()) == (OLD, NEW)
    assert sorted(target.parent.iterdir()) == sorted([target, kept])
    assert tuple(ops.waited) == PAUSES


def test_r03_what_cannot_even_be_put_aside_stays_where_it_is(target: Path) -> None:
    with pytest.raises(CannotWriteError) as caught:
        write_atomically(target, NEW, Held(8))
    kept = caught.value.kept
    assert kept is not None
    assert str(kept) in str(caught.value)
    assert (target.read_bytes(), kept.read_bytes()) == (OLD, NEW)
    assert sorted(target.parent.iterdir()) == sorted([target, kept])


@pytest.mark.parametrize("times", [1, 7])
@pytest.mark.parametrize("code", [None, 19])
def test_r03_another_refusal_is_told_at_once(target: Path, code: int | None, times: int) -> None:
    ops = Held(times, code=code)
    with pytest.raises(CannotWriteError, match="you may not write in"):
        write_atomically(target, NEW, ops)
    assert ops.waited == []
    assert list(target.parent.iterdir()) == [target]


def test_r03_another_refusal_after_the_last_pause_is_told(target: Path) -> None:
    class Changing(Held):
        def wait(self, seconds: float) -> None:
            super().wait(seconds)
            self.code = 32 if len(self.waited) < len(PAUSES) else None

    with pytest.raises(CannotWriteError, match="you may not write in"):
        write_atomically(target, NEW, Changing(7))
    assert list(target.parent.iterdir()) == [target]


def test_r03_waiting_takes_time() -> None:
    FileOps().wait(0.0)
    assert sum(PAUSES) < 1
