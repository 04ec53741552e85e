"""Writing a file so that the old one or the new one is there, whole, whatever happens in between."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from cxdesigner.sentences import Sentence, SentenceError, say

_NOT_SYNCED = frozenset((errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM))


class CannotWriteError(SentenceError):
    """A file could not be written. What was there before is unharmed."""


class FileOps:
    """The system calls that writing takes, in one place so that a test can let any of them fail."""

    def resolve(self, path: Path) -> Path:
        """Follow symbolic links."""
        return path.resolve()

    def stat(self, path: Path) -> os.stat_result | None:
        """Look at a file; None if there is none."""
        try:
            return path.stat()
        except FileNotFoundError:
            return None

    def may_write(self, path: Path) -> bool:
        """Tell whether this user may write to a file."""
        return os.access(path, os.W_OK)

    def create(self, path: Path, mode: int) -> int:
        """Create a file that is not there yet and open it for writing."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        return os.open(path, flags, mode)

    def write(self, handle: int, data: memoryview) -> int:
        """Write some of the data and tell how much."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Have everything on the disk before going on."""
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Close an open file."""
        os.close(handle)

    def read(self, path: Path) -> bytes:
        """Read a file back."""
        return path.read_bytes()

    def set_mode(self, path: Path, mode: int) -> None:
        """Set the permissions of a file."""
        path.chmod(mode)

    def replace(self, path: Path, target: Path) -> None:
        """Put a file in the place of another in one step."""
        path.replace(target)

    def sync_folder(self, folder: Path) -> None:
        """Have the new name of a file on the disk, where the platform can."""
        try:
            handle = os.open(folder, os.O_RDONLY)
        except OSError:  # Windows opens no folders, and a folder may be writable but not readable.
            return
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _NOT_SYNCED:
                raise
        finally:
            os.close(handle)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()


def write_atomically(path: Path | str, data: bytes, ops: FileOps | None = None) -> None:
    """Write a file in one step: its old content stays whole until the new one is on the disk and proved good.

    Symbolic links are followed, the permissions of an old file are kept, a read-only one is refused.

    Raises:
        CannotWriteError: it did not work; no temporary file is left.
    """
    path, ops = Path(path), ops or FileOps()
    try:
        _write(path, data, ops)
    except (OSError, RuntimeError, ValueError) as error:  # a circle of links; a zero byte in the name
        raise CannotWriteError(
            say("Could not save {name}: {reason}", name=path.name, reason=_reason(error, path))
        ) from error


def remove_leftovers(path: Path, process: int) -> None:
    """Remove what a process that was killed, by its number, had written beside a file but not yet put in its place."""
    with contextlib.suppress(OSError, RuntimeError, ValueError):
        for left in path.resolve().parent.glob(f"{_temporary(process)}*.tmp"):
            left.unlink()


def _temporary(process: int) -> str:
    return f".cxdesigner-{process}-"


def _write(path: Path, data: bytes, ops: FileOps) -> None:
    target = ops.resolve(path)
    old = ops.stat(target)
    if old is not None:
        _refuse_unfit(target, old, ops)
    # Not named after the target: that name may be as long as a name can be.
    temporary = target.with_name(f"{_temporary(os.getpid())}{os.urandom(8).hex()}.tmp")
    handle = ops.create(temporary, 0o666 if old is None else 0o600)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[ops.write(handle, rest) :]
            ops.sync(handle)
        finally:
            ops.close(handle)
        if ops.read(temporary) != data:
            raise OSError(errno.EIO, "read back otherwise than written")
        if old is not None:
            ops.set_mode(temporary, stat.S_IMODE(old.st_mode))
        ops.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            ops.remove(temporary)
        raise
    ops.sync_folder(target.parent)


def _refuse_unfit(target: Path, old: os.stat_result, ops: FileOps) -> None:
    if stat.S_ISDIR(old.st_mode):
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    if not stat.S_ISREG(old.st_mode):
        raise OSError(errno.ENOTSUP, "is no file")
    # The superuser may write everything, but whoever set the flag meant it.
    if not old.st_mode & stat.S_IWUSR or not ops.may_write(target):
        raise PermissionError(errno.EROFS, "is read-only")


def _reason(error: Exception, path: Path) -> Sentence:
    if isinstance(error, ValueError):
        return say("that is no name for a file. Choose another one.")
    code = error.errno if isinstance(error, OSError) else errno.ELOOP
    folder = path.parent
    reasons = {
        errno.ENOSPC: say("the disk is full. Make room, or save it in another place."),
        errno.EDQUOT: say("your share of the disk is full. Make room, or save it in another place."),
        errno.EFBIG: say("the disk takes no file of this size. Save it in another place."),
        errno.EROFS: say("it is read-only. Save it under another name or in another place."),
        errno.EACCES: say("you may not write in {folder}. Save it in another place.", folder=folder),
        errno.EPERM: say("you may not write in {folder}. Save it in another place.", folder=folder),
        errno.EISDIR: say("there is a folder of that name. Choose another name."),
        errno.ENOTSUP: say("it is a device or a pipe, not a file. Choose another name."),
        errno.ENOENT: say("there is no folder {folder}. Save it in another place.", folder=folder),
        errno.ENOTDIR: say("{folder} is not a folder. Save it in another place.", folder=folder),
        errno.ENAMETOOLONG: say("the name is too long. Choose a shorter one."),
        errno.ELOOP: say("its links go round in a circle. Choose another name."),
        errno.EIO: say("the disk has an error. Save it on another disk, and check this one."),
    }
    return reasons.get(code or 0, say("{error}. Save it in another place.", error=error))
