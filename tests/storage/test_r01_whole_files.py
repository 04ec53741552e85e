"""A save that fails, is killed or finds the disk full leaves the old file or the new one, whole (R1)."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from cxdesigner.files import CannotWriteError, FileOps, read_pieces, remove_leftovers, write_atomically
from cxdesigner.sentences import SentenceError, say
from cxdesigner.storage.project_file import load, save

OLD, NEW = b"old" * 1000, b"new" * 2000
FULL = Path(__file__).parent / "full.cxd"
ROOT = Path(__file__).parents[2]
HIGH_UP = os.name == "posix" and os.geteuid() == 0


class Failing(FileOps):
    """Lets the call with this number fail; counts them all."""

    def __init__(self, number: int | None, code: int = errno.EIO) -> None:
        self.calls: list[str] = []
        self.number = number
        self.code = code

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        if name.startswith("_") or not callable(found):
            return found

        def call(*given: Any) -> Any:
            self.calls.append(name)
            # A call that fails on its way does its work first where that is the worse case.
            if len(self.calls) - 1 == self.number:
                if name == "close":
                    found(*given)
                raise OSError(self.code, os.strerror(self.code))
            return found(*given)

        return call


@pytest.fixture
def calls(tmp_path: Path) -> list[str]:
    ops = Failing(None)
    target = tmp_path / "whole" / "a.cxd"
    target.parent.mkdir()
    target.write_bytes(OLD)
    write_atomically(target, NEW, ops)
    return ops.calls


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_r01_whichever_call_fails_one_whole_file_is_left(calls: list[str], code: int, tmp_path: Path) -> None:
    assert len(calls) >= 10
    for number, name in enumerate(calls):
        folder = tmp_path / str(number)
        folder.mkdir()
        target = folder / "a.cxd"
        target.write_bytes(OLD)
        ops = Failing(number, code)
        if name == "set_owner":  # a file that may not be given away is one's own
            write_atomically(target, NEW, ops)
            assert target.read_bytes() == NEW
            continue
        with pytest.raises(CannotWriteError, match=r"^Could not save a\.cxd: .*\.$"):
            write_atomically(target, NEW, ops)
        # The folder is made sure of last, when the new file is in its place already.
        assert target.read_bytes() == (NEW if name == "sync_folder" else OLD), name
        assert list(folder.iterdir()) == [target], name


def test_r01_a_new_file_that_fails_leaves_nothing(tmp_path: Path) -> None:
    for number in range(8):
        ops = Failing(number)
        with pytest.raises(CannotWriteError):
            write_atomically(tmp_path / "a.cxd", NEW, ops)
        if ops.calls[-1] != "sync_folder":
            assert list(tmp_path.iterdir()) == [], ops.calls


def test_r01_what_cannot_be_cleared_up_is_told_with_the_first_reason(tmp_path: Path) -> None:
    class Twice(FileOps):
        def sync(self, handle: int) -> None:
            raise OSError(errno.ENOSPC, "full")

        def remove(self, path: Path) -> None:
            raise OSError(errno.EIO, "broken")

    with pytest.raises(CannotWriteError) as caught:
        write_atomically(tmp_path / "a.cxd", NEW, Twice())
    (left,) = tmp_path.iterdir()
    assert str(caught.value) == (
        "Could not save a.cxd: the disk is full. Make room, or save it in another place. An unfinished "
        f"{left} was left and may be deleted."
    )


def test_r01_what_somebody_else_cleared_up_is_not_told_as_left(tmp_path: Path) -> None:
    class Swept(FileOps):
        def replace(self, path: Path, target: Path) -> None:
            path.unlink()
            raise FileNotFoundError(errno.ENOENT, "gone")

    with pytest.raises(CannotWriteError) as caught:
        write_atomically(tmp_path / "a.cxd", NEW, Swept())
    assert "left" not in str(caught.value)


def test_r01_a_save_that_is_called_off_is_so_even_if_clearing_up_fails(tmp_path: Path) -> None:
    class Keeping(FileOps):
        def remove(self, path: Path) -> None:
            raise OSError(errno.EIO, "broken")

    def refuse(_: Path) -> None:
        raise SentenceError(say("No."))

    with pytest.raises(SentenceError, match=r"^No\.$"):
        write_atomically(tmp_path / "a.cxd", NEW, Keeping(), refuse)


def test_r01_a_disk_that_writes_little_at_a_time_gets_everything(tmp_path: Path) -> None:
    class Slow(FileOps):
        def write(self, handle: int, data: memoryview) -> int:
            return super().write(handle, data[:700])

    write_atomically(tmp_path / "a.cxd", NEW, Slow())
    assert (tmp_path / "a.cxd").read_bytes() == NEW


def test_r01_a_disk_that_writes_something_else_is_found_out(tmp_path: Path) -> None:
    class Lying(FileOps):
        def write(self, handle: int, data: memoryview) -> int:
            return super().write(handle, memoryview(b"\0" * len(data)))

    target = tmp_path / "a.cxd"
    target.write_bytes(OLD)
    with pytest.raises(CannotWriteError, match="the disk has an error"):
        write_atomically(target, NEW, Lying())
    assert target.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("code", [errno.EINVAL, errno.EACCES])
def test_r01_a_folder_that_cannot_be_synced_is_no_failure(
    tmp_path: Path, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def sync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(code, "not here")
        real(handle)

    monkeypatch.setattr(os, "fsync", sync)
    write_atomically(tmp_path / "a.cxd", NEW)
    assert (tmp_path / "a.cxd").read_bytes() == NEW


def test_r01_a_folder_that_cannot_be_opened_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def opened(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "Windows opens no folders")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", opened)
    write_atomically(tmp_path / "a.cxd", NEW)
    assert (tmp_path / "a.cxd").read_bytes() == NEW


def test_r01_a_disk_error_in_the_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def sync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, "broken")
        real(handle)

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(CannotWriteError, match="the disk has an error"):
        write_atomically(tmp_path / "a.cxd", NEW)


NURSERY = """
import itertools, os, sys
from cxdesigner.model.change import Change
from cxdesigner.storage.project_file import load, save
old = load(sys.argv[1]).document
new = old.apply(Change.of({old.project.id: (old.project, old.project.with_(title="New" * 3_000))}))
for _ in sys.stdin:
    child = os.fork()
    if not child:
        for document in itertools.cycle([new, old]):
            save(document, sys.argv[1])
            os.write(1, b".")
    os.write(1, b"%d\\n" % child)
    os.waitpid(child, 0)
    os.write(1, b"\\ndead\\n")
"""
KILLS = 200


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is of POSIX")
def test_r01_a_save_that_is_killed_leaves_the_old_project_or_the_new_one(tmp_path: Path) -> None:
    target = tmp_path / "a.cxd"
    target.write_bytes(FULL.read_bytes())
    old = load(target).document.project
    new = old.with_(title="New" * 3_000)
    moments = random.Random(1)
    found: Counter[str] = Counter()
    command = [sys.executable, "-c", NURSERY, str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as nursery:
        assert nursery.stdin is not None
        assert nursery.stdout is not None
        for _ in range(KILLS):
            nursery.stdin.write(b"one more\n")
            nursery.stdin.flush()
            child = int(nursery.stdout.readline().lstrip(b"."))
            time.sleep(moments.uniform(0, 0.03))
            os.kill(child, signal.SIGKILL)
            while nursery.stdout.readline() != b"dead\n":
                pass
            project = load(target).document.project
            assert project in (old, new)
            found["old" if project == old else "new"] += 1
            left = [path for path in tmp_path.iterdir() if path != target]
            found["in the middle"] += bool(left)
            remove_leftovers(target, child)
            assert list(tmp_path.iterdir()) == [target]
        nursery.stdin.close()
    assert min(found.values()) > 5, found


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    may_mount = HIGH_UP and shutil.which("mount") is not None
    if not may_mount or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only the superuser may mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_r01_a_full_disk_keeps_the_old_file(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        target = disk / "a.cxd"
        write_atomically(target, OLD)
        with pytest.raises(CannotWriteError, match=r"^Could not save a\.cxd: the disk is full\. Make room, or save"):
            write_atomically(target, bytes(200_000))
        assert target.read_bytes() == OLD
        assert list(disk.iterdir()) == [target]
        write_atomically(target, NEW)
        assert target.read_bytes() == NEW


@pytest.mark.parametrize("room", [0, 1, 700, len(NEW) - 1])
def test_r01_a_disk_that_is_full_after_some_of_it_keeps_the_old_file(tmp_path: Path, room: int) -> None:
    class Filling(FileOps):
        left = room

        def write(self, handle: int, data: memoryview) -> int:
            if not self.left:
                raise OSError(errno.ENOSPC, "full")
            written = super().write(handle, data[: self.left])
            self.left -= written
            return written

    target = tmp_path / "a.cxd"
    target.write_bytes(OLD)
    with pytest.raises(CannotWriteError, match="the disk is full"):
        write_atomically(target, NEW, Filling())
    assert target.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [target]


def test_r01_a_disk_that_writes_nothing_and_does_not_say_so_is_not_waited_for(tmp_path: Path) -> None:
    class Idle(FileOps):
        def write(self, handle: int, data: memoryview) -> int:
            return 0

    with pytest.raises(CannotWriteError, match="the disk has an error"):
        write_atomically(tmp_path / "a.cxd", NEW, Idle())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lies", [b"", NEW[:-1], NEW + b"x", NEW[:9_000] + b"x" + NEW[9_001:]])
def test_r01_pieces_are_one_file_and_are_read_back_as_such(tmp_path: Path, lies: bytes) -> None:
    pieces = [NEW[:5_000], b"", NEW[5_000:]]
    write_atomically(tmp_path / "a.cxd", pieces)
    assert (tmp_path / "a.cxd").read_bytes() == NEW

    class Lying(FileOps):
        def holds(self, path: Path, pieces: Sequence[bytes]) -> bool:
            path.write_bytes(lies)
            return super().holds(path, pieces)

    with pytest.raises(CannotWriteError, match="the disk has an error"):
        write_atomically(tmp_path / "a.cxd", pieces, Lying())


def test_r01_a_file_is_read_in_pieces(tmp_path: Path) -> None:
    for size in (0, 1, 2**20, 2**20 + 1):
        (tmp_path / "a").write_bytes(data := os.urandom(size))
        pieces = read_pieces(tmp_path / "a")
        assert b"".join(pieces) == data
        assert all(0 < len(piece) <= 2**20 for piece in pieces)


def test_r01_what_is_asked_right_before_sees_the_old_file_and_may_call_it_off(tmp_path: Path) -> None:
    target = tmp_path / "a.cxd"
    target.write_bytes(OLD)
    seen: list[bytes] = []

    def look(path: Path) -> None:
        seen.append(path.read_bytes())
        if len(seen) == 2:
            raise SentenceError(say("No."))
        if len(seen) == 3:
            raise OSError(errno.EIO, "cannot be read")
        if len(seen) == 4:
            raise ZeroDivisionError

    write_atomically(target, NEW, before=look)
    for error in (SentenceError, CannotWriteError, ZeroDivisionError):
        with pytest.raises(error):
            write_atomically(target, OLD, before=look)
        assert target.read_bytes() == NEW
        assert list(tmp_path.iterdir()) == [target]
    assert seen == [OLD, NEW, NEW, NEW]


DIES_IN_THE_MIDDLE = """
import os, signal, sys
from cxdesigner.files import write_atomically

write_atomically(sys.argv[1], b"new", before=lambda target: os.kill(os.getpid(), signal.SIGKILL))
"""


def killed_save(target: Path) -> Path:
    """Have a process killed that saves; gives what it left."""
    before = set(target.parent.iterdir())
    killed = subprocess.run([sys.executable, "-c", DIES_IN_THE_MIDDLE, str(target)], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    (left,) = set(target.parent.iterdir()) - before
    return left


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is of POSIX")
def test_r01_what_a_killed_save_left_is_removed_by_the_next_one(tmp_path: Path) -> None:
    target = tmp_path / "a.cxd"
    killed_save(target)
    save(load(FULL).document, target)
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is of POSIX")
def test_r01_what_others_are_writing_stays_for_a_day(tmp_path: Path) -> None:
    target = tmp_path / "a.cxd"
    left = killed_save(target)
    process, computer = left.name.split("-")[1:3]
    living = left.rename(left.with_name(left.name.replace(process, str(os.getpid()))))
    elsewhere = tmp_path / living.name.replace(str(os.getpid()), process).replace(computer, "0" * len(computer))
    earlier = tmp_path / ".cxdesigner-71-0123456789abcdef.tmp"  # by a release that did not name the computer
    foreign = tmp_path / ".cxdesigner-my-note.tmp"
    days_old = tmp_path / ".cxdesigner-72-0123456789abcdef.tmp"
    for path in (elsewhere, earlier, foreign, days_old):
        path.write_bytes(b"x")
    os.utime(days_old, (time.time() - 25 * 3600,) * 2)
    save(load(FULL).document, target)
    assert sorted(tmp_path.iterdir()) == sorted([target, living, elsewhere, earlier, foreign])


def test_r01_what_a_killed_process_left_is_removed(tmp_path: Path) -> None:
    left, others, file = (tmp_path / name for name in (".cxdesigner-71-ab.tmp", ".cxdesigner-7-ab.tmp", "a.pdf"))
    for path in (left, others, file):
        path.write_bytes(b"x")
    remove_leftovers(file, 71)
    assert sorted(tmp_path.iterdir()) == [others, file]
    remove_leftovers(tmp_path / "missing" / "a.pdf", 71)
