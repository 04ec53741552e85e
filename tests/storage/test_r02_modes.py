"""Permissions, owners, links and what is read-only are respected by a save (R2)."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cxdesigner.files import CannotWriteError, FileOps, write_atomically

OLD, NEW = b"old" * 1000, b"new" * 2000
HIGH_UP = os.name == "posix" and os.geteuid() == 0
NOBODY = 65_534


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_r02_permissions_are_kept(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "a.cxd"
    target.write_bytes(OLD)
    target.chmod(mode)
    write_atomically(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == mode


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_r02_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "any").touch()
    write_atomically(tmp_path / "a.cxd", NEW)
    assert (tmp_path / "a.cxd").stat().st_mode == (tmp_path / "any").stat().st_mode


class Modeless(FileOps):
    """A disk on which nothing has permissions of its own, such as a FAT stick, or a share in a network."""

    def __init__(self, mode: int) -> None:
        self.mode = mode

    def stat(self, path: Path) -> os.stat_result | None:
        found = super().stat(path)
        return found and os.stat_result((stat.S_IFREG | self.mode, *found[1:]))

    def set_mode(self, path: Path, mode: int) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")


@pytest.mark.parametrize("mode", [0o777, 0o644])
def test_r02_a_disk_without_permissions_takes_a_save(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "a.cxd"
    target.write_bytes(OLD)
    write_atomically(target, NEW, Modeless(mode))
    assert target.read_bytes() == NEW


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_r02_a_save_after_which_others_could_not_read_the_file_is_called_off(tmp_path: Path) -> None:
    class Strict(FileOps):
        def set_mode(self, path: Path, mode: int) -> None:
            raise PermissionError(errno.EPERM, "Operation not permitted")

    target = tmp_path / "a.cxd"
    target.write_bytes(OLD)
    target.chmod(0o644)
    with pytest.raises(CannotWriteError):
        write_atomically(target, NEW, Strict())
    assert target.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [target]


def symlink(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this user may make no symbolic links")


def test_r02_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "real.cxd"
    target.write_bytes(OLD)
    link = tmp_path / "a.cxd"
    symlink(link, Path("elsewhere") / "real.cxd")
    write_atomically(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_r02_a_link_that_leads_to_a_folder_that_is_gone_says_which(tmp_path: Path) -> None:
    symlink(tmp_path / "a.cxd", tmp_path / "gone" / "real.cxd")
    with pytest.raises(CannotWriteError) as caught:
        write_atomically(tmp_path / "a.cxd", NEW)
    assert f"there is no folder {tmp_path / 'gone'}. " in str(caught.value)


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
def test_r02_a_target_that_is_unfit_is_refused_with_a_sentence(
    make: Callable[[Path], Path], says: str, tmp_path: Path
) -> None:
    target = make(tmp_path)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(CannotWriteError, match=says) as caught:
        write_atomically(target, NEW)
    assert caught.value.is_read_only == (make is read_only)
    assert sorted(tmp_path.iterdir()) == before


def test_r02_a_circle_of_links_is_told_by_every_version_of_python(tmp_path: Path) -> None:
    class Older(FileOps):
        def resolve(self, path: Path) -> Path:
            raise RuntimeError("Symlink loop")

    with pytest.raises(CannotWriteError, match="in a circle"):
        write_atomically(tmp_path / "a.cxd", NEW, Older())


@contextmanager
def as_anybody(folder: Path) -> Iterator[None]:
    """Be somebody who has no rights of their own in a folder; the superuser may write everywhere."""
    folder.chmod(0o555)
    if HIGH_UP:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if HIGH_UP:
            os.seteuid(0)
        folder.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
@pytest.mark.parametrize("is_there", [True, False])
def test_r02_a_folder_in_which_one_may_not_write_is_told_also_where_the_file_may_be_written(is_there: bool) -> None:
    with tempfile.TemporaryDirectory() as name:  # others may not go into the folders of a test
        folder = Path(name)
        target = folder / "a.cxd"
        if is_there:
            target.write_bytes(OLD)
            target.chmod(0o666)
        says = f"Could not save a.cxd: you may not write in {folder}. Save it in another place."
        with as_anybody(folder), pytest.raises(CannotWriteError, match=says) as caught:
            write_atomically(target, NEW)
        assert not caught.value.is_read_only
        assert [path.read_bytes() for path in folder.iterdir()] == [OLD] * is_there


@pytest.mark.skipif(os.name != "posix", reason="owners are those of POSIX")
@pytest.mark.skipif(not HIGH_UP, reason="only the superuser may give files to others")
def test_r02_a_file_stays_whose_it_was(tmp_path: Path) -> None:
    target = tmp_path / "a.cxd"
    target.write_bytes(OLD)
    os.chown(target, NOBODY, NOBODY)
    target.chmod(0o640)
    write_atomically(target, NEW)
    found = target.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (NOBODY, NOBODY, 0o640)


@pytest.mark.skipif(os.name != "posix", reason="owners are those of POSIX")
def test_r02_where_a_file_may_not_be_given_away_its_group_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[int, int]] = []

    def chown(_: Path, user: int, group: int) -> None:
        given.append((user, group))
        if user != -1:
            raise PermissionError

    monkeypatch.setattr(os, "chown", chown)
    target = tmp_path / "a.cxd"
    target.write_bytes(OLD)
    write_atomically(target, NEW)
    assert given == [(target.stat().st_uid, target.stat().st_gid), (-1, target.stat().st_gid)]
    assert target.read_bytes() == NEW


def test_r02_where_there_are_no_owners_none_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "chown", raising=False)
    target = tmp_path / "a.cxd"
    target.write_bytes(OLD)
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW


@pytest.mark.skipif(os.name != "posix", reason="hard links are those of POSIX")
def test_r02_of_several_hard_links_only_one_leads_to_the_new_content(tmp_path: Path) -> None:
    target, other = tmp_path / "a.cxd", tmp_path / "b.cxd"
    target.write_bytes(OLD)
    other.hardlink_to(target)
    write_atomically(target, NEW)
    assert (target.read_bytes(), other.read_bytes()) == (NEW, OLD)


def test_r02_a_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    class Theirs(FileOps):
        def may_write(self, path: Path) -> bool:
            return False

    (tmp_path / "a.cxd").write_bytes(OLD)
    with pytest.raises(CannotWriteError, match="it is read-only"):
        write_atomically(str(tmp_path / "a.cxd"), NEW, Theirs())
    assert (tmp_path / "a.cxd").read_bytes() == OLD
