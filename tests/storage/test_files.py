"""A save that fails or is killed leaves the old file or the new one, whole (R1, R2)."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cxdesigner.files import CannotWriteError, FileOps, remove_leftovers, write_atomically

OLD, NEW = b"old" * 1000, b"new" * 2000
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
def test_whichever_call_fails_one_whole_file_is_left(calls: list[str], code: int, tmp_path: Path) -> None:
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


def test_a_new_file_that_fails_leaves_nothing(tmp_path: Path) -> None:
    for number in range(8):
        ops = Failing(number)
        with pytest.raises(CannotWriteError):
            write_atomically(tmp_path / "a.cxd", NEW, ops)
        if ops.calls[-1] != "sync_folder":
            assert list(tmp_path.iterdir()) == [], ops.calls


def test_the_first_reason_is_told_even_if_clearing_up_fails(tmp_path: Path) -> None:
    class Twice(FileOps):
        def sync(self, handle: int) -> None:
            raise OSError(errno.ENOSPC, "full")

        def remove(self, path: Path) -> None:
            raise OSError(errno.EIO, "broken")

    with pytest.raises(CannotWriteError, match="the disk is full"):
        write_atomically(tmp_path / "a.cxd", NEW, Twice())


def test_a_disk_that_writes_little_at_a_time_gets_everything(tmp_path: Path) -> None:
    class Slow(FileOps):
        def write(self, handle: int, data: memoryview) -> int:
            return super().write(handle, data[:700])

    write_atomically(tmp_path / "a.cxd", NEW, Slow())
    assert (tmp_path / "a.cxd").read_bytes() == NEW


def test_a_disk_that_writes_something_else_is_found_out(tmp_path: Path) -> None:
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
def test_a_folder_that_cannot_be_synced_is_no_failure(
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


def test_a_folder_that_cannot_be_opened_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def opened(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "Windows opens no folders")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", opened)
    write_atomically(tmp_path / "a.cxd", NEW)
    assert (tmp_path / "a.cxd").read_bytes() == NEW


def test_a_disk_error_in_the_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def sync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, "broken")
        real(handle)

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(CannotWriteError, match="the disk has an error"):
        write_atomically(tmp_path / "a.cxd", NEW)


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_permissions_are_kept(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "a.cxd"
    target.write_bytes(OLD)
    target.chmod(mode)
    write_atomically(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == mode


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "any").touch()
    write_atomically(tmp_path / "a.cxd", NEW)
    assert (tmp_path / "a.cxd").stat().st_mode == (tmp_path / "any").stat().st_mode


def symlink(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this user may make no symbolic links")


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "real.cxd"
    target.write_bytes(OLD)
    link = tmp_path / "a.cxd"
    symlink(link, Path("elsewhere") / "real.cxd")
    write_atomically(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def no_folder(folder: Path) -> Path:
    return folder / "missing" / "a.cxd"


def a_folder(folder: Path) -> Path:
    (folder / "a.cxd").mkdir()
    return folder / "a.cxd"


def in_a_file(folder: Path) -> Path:
    (folder / "b").touch()
    return folder / "b" / "a.cxd"


def read_only(folder: Path) -> Path:
    (folder / "a.cxd").write_bytes(OLD)
    (folder / "a.cxd").chmod(0o444)
    return folder / "a.cxd"


def circle(folder: Path) -> Path:
    symlink(folder / "a.cxd", folder / "b")
    symlink(folder / "b", folder / "a.cxd")
    return folder / "a.cxd"


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "a.cxd")
    return folder / "a.cxd"


def zero_byte(folder: Path) -> Path:
    return folder / "a\0.cxd"


def too_long(folder: Path) -> Path:
    return folder / ("a" * 300)


@pytest.mark.skipif(os.name != "posix", reason="pipes and links are those of POSIX")
@pytest.mark.parametrize(
    ("make", "says"),
    [
        (no_folder, "there is no folder"),
        (a_folder, "there is a folder of that name"),
        (in_a_file, "b is not a folder"),
        (read_only, "it is read-only"),
        (circle, "in a circle"),
        (pipe, "a device or a pipe"),
        (zero_byte, "no name for a file"),
        (too_long, "the name is too long"),
    ],
)
def test_a_target_that_is_unfit_is_refused_with_a_sentence(
    make: Callable[[Path], Path], says: str, tmp_path: Path
) -> None:
    target = make(tmp_path)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(CannotWriteError, match=says):
        write_atomically(target, NEW)
    assert sorted(tmp_path.iterdir()) == before


def test_a_circle_of_links_is_told_by_every_version_of_python(tmp_path: Path) -> None:
    class Older(FileOps):
        def resolve(self, path: Path) -> Path:
            raise RuntimeError("Symlink loop")

    with pytest.raises(CannotWriteError, match="in a circle"):
        write_atomically(tmp_path / "a.cxd", NEW, Older())


@pytest.mark.skipif(os.name != "posix" or HIGH_UP, reason="the superuser may write everywhere")
def test_a_folder_in_which_one_may_not_write_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(CannotWriteError, match="you may not write in"):
        write_atomically(tmp_path / "a.cxd", NEW)
    tmp_path.chmod(0o755)


def test_a_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    class Theirs(FileOps):
        def may_write(self, path: Path) -> bool:
            return False

    (tmp_path / "a.cxd").write_bytes(OLD)
    with pytest.raises(CannotWriteError, match="it is read-only"):
        write_atomically(str(tmp_path / "a.cxd"), NEW, Theirs())
    assert (tmp_path / "a.cxd").read_bytes() == OLD


SAVE_FOR_EVER = """
import sys
from cxdesigner.files import write_atomically
number = 0
while True:
    write_atomically(sys.argv[1], bytes([number % 256]) * 300_000)
    print(number, flush=True)
    number += 1
"""


@pytest.fixture
def saving(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-c", SAVE_FOR_EVER, str(tmp_path / "a.cxd")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as child:
        yield child
        child.kill()


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is of POSIX")
@pytest.mark.parametrize("moment", range(20))
def test_a_save_that_is_killed_leaves_a_whole_file(
    moment: int, saving: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    assert saving.stdout is not None
    saving.stdout.readline()
    time.sleep(moment / 2000)
    saving.send_signal(signal.SIGKILL)
    saving.wait()
    data = (tmp_path / "a.cxd").read_bytes()
    assert len(data) == 300_000
    assert len(set(data)) == 1


def test_what_a_killed_process_left_is_removed(tmp_path: Path) -> None:
    left, others, file = (tmp_path / name for name in (".cxdesigner-71-ab.tmp", ".cxdesigner-7-ab.tmp", "a.pdf"))
    for path in (left, others, file):
        path.write_bytes(b"x")
    remove_leftovers(file, 71)
    assert sorted(tmp_path.iterdir()) == [others, file]
    remove_leftovers(tmp_path / "missing" / "a.pdf", 71)
