"""Writing a file so that the old one or the new one is there, whole, whatever happens in between."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import stat
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from cxdesigner.sentences import Sentence, SentenceError, say

T = TypeVar("T")

PAUSES = (0.010, 0.025, 0.050, 0.100, 0.200, 0.400)
"""Seconds before each time that is tried anew what another program holds."""
_HELD = frozenset((5, 32, 33))
"""What Windows says then: access denied, sharing violation, lock violation."""
_STALE = 24 * 3600
"""Seconds after which nobody is still writing what is unfinished."""
_TEMPORARY = re.compile(r"\.cxdesigner-(\d+)-(?:([0-9a-f]{8})-)?[0-9a-f]{16}\.tmp")
"""The name of what is unfinished: the process, the computer, and what nobody else chooses."""
_PIECE = 2**20
_NOT_SYNCED = frozenset((errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM))


def digest_of(*pieces: bytes) -> str:
    """Give the SHA-256 of bytes, or of pieces one behind the other, in hexadecimal."""
    found = hashlib.sha256()
    for piece in pieces:
        found.update(piece)
    return found.hexdigest()


# A large file is neither compared nor let go of as a whole: the windows wait for either.


def read_pieces(path: Path) -> list[bytes]:
    """Read a file in pieces."""
    with path.open("rb", buffering=0) as file:
        return list(iter(lambda: file.read(_PIECE), b""))


def is_made_of(path: Path, pieces: Sequence[bytes]) -> bool:
    """Tell whether a file holds these pieces one behind the other."""
    with path.open("rb", buffering=0) as file:
        for piece in pieces:
            at = 0
            while at < len(piece):
                found = file.read(min(_PIECE, len(piece) - at))
                if not found or not piece.startswith(found, at):
                    return False
                at += len(found)
        return not file.read(1)


class CannotWriteError(SentenceError):
    """A file could not be written. What was there before is unharmed.

    `is_read_only`: whoever owns it does not want it written. `kept`: a file that holds what was to be written.
    """

    def __init__(self, sentence: Sentence, *, is_read_only: bool = False, kept: Path | None = None) -> None:
        super().__init__(sentence)
        self.is_read_only = is_read_only
        self.kept = kept


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

    def open_end(self, path: Path) -> int:
        """Open a file that is there for writing at its end."""
        return os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))

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
        """Read a file."""
        return path.read_bytes()

    def holds(self, path: Path, pieces: Sequence[bytes]) -> bool:
        """Read a file back, and tell whether it holds these pieces one behind the other."""
        return is_made_of(path, pieces)

    def set_mode(self, path: Path, mode: int) -> None:
        """Set the permissions of a file."""
        path.chmod(mode)

    def set_owner(self, path: Path, user: int, group: int) -> None:
        """Set whom a file belongs to, or at least the group, where the platform knows of that."""
        if not hasattr(os, "chown"):
            return
        try:
            os.chown(path, user, group)
        except PermissionError:
            os.chown(path, -1, group)

    def wait(self, seconds: float) -> None:
        """Let some time go by."""
        time.sleep(seconds)

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


def write_atomically(
    path: Path | str,
    data: bytes | Sequence[bytes],
    ops: FileOps | None = None,
    before: Callable[[Path], None] | None = None,
) -> None:
    """Write a file in one step: its old content stays whole until the new one is on the disk and proved good.

    The data may come in pieces. Symbolic links are followed; the permissions of an old file are kept, and its owner and
    group where this user may give them; a read-only one is refused, and so is one in a folder that may not be written:
    an old file is never written into. Of several hard links only this one leads to the new content. What another
    program holds for a moment (antivirus, synchronisation) is tried again for 0.8 seconds.

    `before` is called with the file that links lead to, once the new content is on the disk and right before it takes
    the old one's place; what it raises calls the save off.

    Raises:
        CannotWriteError: it did not work. No temporary file is left, or the sentence names it.
    """
    path, ops = Path(path), ops or FileOps()
    try:
        _write(path, [data] if isinstance(data, bytes) else data, ops, before)
    except SentenceError:
        raise
    except (OSError, RuntimeError, ValueError) as error:  # a circle of links; a zero byte in the name
        sentence = say("Could not save {name}: {reason}", name=path.name, reason=_reason(error, path))
        raise CannotWriteError(sentence, is_read_only=getattr(error, "errno", None) == errno.EROFS) from error


def write_all(handle: int, pieces: Sequence[bytes], ops: FileOps) -> None:
    """Write pieces into an open file, and have them on the disk. Raises OSError where that does not work."""
    for piece in pieces:
        rest = memoryview(piece)
        while rest:
            written = ops.write(handle, rest)
            if not written:
                raise OSError(errno.EIO, "nothing was written")
            rest = rest[written:]
    ops.sync(handle)


def remove_leftovers(path: Path, process: int) -> None:
    """Remove what a process that was killed, by its number, had written beside a file but not yet put in its place."""
    with contextlib.suppress(OSError, RuntimeError, ValueError):
        for left in path.resolve().parent.glob(f"{_temporary(process)}*.tmp"):
            left.unlink()


def remove_stale(folder: Path, running: Callable[[int], bool]) -> None:
    """Remove what saves that were killed left in a folder: those of this computer whose process is not `running` any
    more, and any that is a day old.
    """
    with contextlib.suppress(OSError):
        for left in folder.glob(".cxdesigner-*-*.tmp"):
            if (found := _TEMPORARY.fullmatch(left.name)) is None:
                continue
            with contextlib.suppress(OSError):  # somebody else was quicker
                is_dead = found[2] == _computer() and not running(int(found[1]))
                if is_dead or left.stat().st_mtime < time.time() - _STALE:
                    left.unlink()


def _temporary(process: int) -> str:
    return f".cxdesigner-{process}-"


def _computer() -> str:
    """Give what tells this computer from others that write into the same folder."""
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return digest_of(name.encode(errors="replace"))[:8]


def _write(path: Path, pieces: Sequence[bytes], ops: FileOps, before: Callable[[Path], None] | None) -> None:
    target = ops.resolve(path)
    old = ops.stat(target)
    if old is not None:
        _refuse_unfit(target, old, ops)
    # Not named after the target: that name may be as long as a name can be.
    temporary = target.with_name(f"{_temporary(os.getpid())}{_computer()}-{os.urandom(8).hex()}.tmp")
    handle = ops.create(temporary, 0o666 if old is None else 0o600)
    try:
        try:
            write_all(handle, pieces, ops)
        finally:
            ops.close(handle)
        if not _patiently(ops, lambda: ops.holds(temporary, pieces)):
            raise OSError(errno.EIO, "read back otherwise than written")
        if old is not None:
            _make_alike(temporary, old, ops)
        if before is not None:
            before(target)
        _patiently(ops, lambda: ops.replace(temporary, target))
    except BaseException as error:
        if isinstance(error, PermissionError) and _is_held(error):
            raise _kept_aside(path, _keep(temporary, target, ops)) from error
        _clear_up(path, temporary, error, ops)
        raise
    ops.sync_folder(target.parent)


def _make_alike(temporary: Path, old: os.stat_result, ops: FileOps) -> None:
    """Give a new file the owner, group and permissions of an old one, as far as this user may."""
    with contextlib.suppress(OSError):
        ops.set_owner(temporary, old.st_uid, old.st_gid)
    try:
        ops.set_mode(temporary, stat.S_IMODE(old.st_mode))
    except OSError:
        now = ops.stat(temporary)
        if now is None or stat.S_IMODE(now.st_mode) != stat.S_IMODE(old.st_mode):
            raise
        # A FAT stick, say, on which all files have the same ones.


def _patiently(ops: FileOps, call: Callable[[], T]) -> T:
    """Try again for a while what another program keeps from being done."""
    for pause in PAUSES:
        try:
            return call()
        except PermissionError as error:
            if not _is_held(error):
                raise
        ops.wait(pause)
    return call()


def _is_held(error: PermissionError) -> bool:
    return getattr(error, "winerror", None) in _HELD


def _kept_aside(path: Path, kept: Path) -> CannotWriteError:
    sentence = say(
        "Could not save {name}: another program holds it. What was to be saved is in {kept}: close that program, and "
        "save again.",
        name=path.name,
        kept=kept,
    )
    return CannotWriteError(sentence, kept=kept)


def _keep(temporary: Path, target: Path, ops: FileOps) -> Path:
    """Leave what was written where somebody finds it: whoever holds the old file may hold it for hours."""
    kept = target.with_name(f"{target.stem} (not saved {os.urandom(2).hex()}){target.suffix}")
    try:
        ops.replace(temporary, kept)
    except OSError:
        return temporary
    return kept


def _clear_up(path: Path, temporary: Path, error: BaseException, ops: FileOps) -> None:
    try:
        ops.remove(temporary)
    except FileNotFoundError:
        return
    except OSError:
        if isinstance(error, OSError):
            raise CannotWriteError(
                say(
                    "Could not save {name}: {reason} An unfinished {left} was left and may be deleted.",
                    name=path.name,
                    reason=_reason(error, path),
                    left=temporary,
                )
            ) from error


def _refuse_unfit(target: Path, old: os.stat_result, ops: FileOps) -> None:
    if stat.S_ISDIR(old.st_mode):
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    if not stat.S_ISREG(old.st_mode):
        raise OSError(errno.ENOTSUP, "is no file")
    # The superuser may write everything, but whoever set the flag meant it.
    if not old.st_mode & stat.S_IWUSR or not ops.may_write(target):
        raise PermissionError(errno.EROFS, "is read-only")


def _folder(path: Path) -> Path:
    """Give the folder of a file, or of that to which a link leads."""
    with contextlib.suppress(OSError, RuntimeError):
        if path.is_symlink():
            return path.resolve().parent
    return path.parent


def _reason(error: Exception, path: Path) -> Sentence:
    if isinstance(error, ValueError):
        return say("that is no name for a file. Choose another one.")
    code = error.errno if isinstance(error, OSError) else errno.ELOOP
    folder = _folder(path)
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
