"""R7: a lock is advice, never a prison."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cxdesigner.storage.lock import SILENT, Holder, Lock, read_lock
from cxdesigner.storage.processes import is_running

START = datetime(2026, 6, 14, 10, 12, tzinfo=UTC)
HERE = "DESK-1"
ME = Holder("Marta", HERE, 100, "mine", START)
JONAS = Holder("Jonas", "LAPTOP-7", 200, "his", START)
NEVER = 2**31 - 2
"""No process has this number: it is past what systems give."""


def lock(tmp_path: Path, me: Holder = ME, running: tuple[int, ...] = (100, 200), **more: Any) -> Lock:
    return Lock(tmp_path / "plan.cxd", me, running=running.__contains__, **more)


def beside(tmp_path: Path) -> Path:
    return tmp_path / ".~lock.plan.cxd#"


def later(seconds: float) -> float:
    return datetime.now(UTC).timestamp() + seconds


def test_r07_it_lies_beside_the_file_and_says_who_has_it(tmp_path: Path) -> None:
    mine = lock(tmp_path)
    assert mine.take() is None
    assert mine.is_held
    assert json.loads(beside(tmp_path).read_bytes()) == {
        "user": "Marta",
        "host": HERE,
        "pid": 100,
        "session": "mine",
        "start": "2026-06-14T10:12:00+00:00",
    }
    found = read_lock(mine.file)
    assert found is not None
    assert found._replace(seen=None) == ME
    mine.release()
    assert not mine.is_held
    assert list(tmp_path.iterdir()) == []


def test_r07_it_lies_beside_what_a_link_leads_to(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "plan.cxd").symlink_to(tmp_path / "far" / "real.cxd")
    assert lock(tmp_path).file == tmp_path / "far" / ".~lock.real.cxd#"


@pytest.mark.parametrize(
    ("holder", "running", "silent", "taken"),
    [
        (JONAS, (100, 200), 0, False),
        (JONAS, (100,), 0, False),  # what runs on another computer cannot be told
        (JONAS, (100,), 2 * SILENT, False),
        (JONAS._replace(host=HERE), (100, 200), 0, False),
        (JONAS._replace(host=HERE), (100,), 0, True),  # it crashed
        (JONAS._replace(host=HERE), (100, 200), 2 * SILENT, True),  # its number went to another program since
        (ME._replace(session="another window"), (100,), 0, False),
        (ME, (100,), 0, True),  # taken already
    ],
)
def test_r07_somebody_elses_stands_unless_its_program_on_this_computer_has_ended(
    tmp_path: Path, holder: Holder, running: tuple[int, ...], silent: float, taken: bool
) -> None:
    assert lock(tmp_path, holder).take() is None
    mine = lock(tmp_path, running=running, clock=lambda: later(silent))
    found = mine.take()
    assert (found is None, mine.is_held) == (taken, taken)
    assert found is None or found._replace(seen=None) == holder
    mine.release()
    assert beside(tmp_path).exists() != taken


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Jonas,jonas,LAPTOP-7,14.06.2026 10:12,file:///home/jonas/.config/libreoffice/4;",
        b"[" * 4000,
        b'"Jonas"',
        b"\xff\xfe\x00",
        b'{"user": "Jonas", "host": "LAPTOP-7", "pid": 200, "session": "his"}',
        b'{"user": 1, "host": "LAPTOP-7", "pid": 200, "session": "his", "start": "2026-06-14T10:12:00+00:00"}',
        b'{"user": "J", "host": "LAPTOP-7", "pid": true, "session": "his", "start": "2026-06-14T10:12:00+00:00"}',
        b'{"user": "J", "host": "LAPTOP-7", "pid": -1, "session": "his", "start": "2026-06-14T10:12:00+00:00"}',
        b'{"user": "J", "host": "LAPTOP-7", "pid": 2, "session": "his", "start": "yesterday"}',
        b'{"user": "J", "host": "LAPTOP-7", "pid": 2, "session": "his", "start": 7}',
        b'{"user": "J", "host": "LAPTOP-7", "pid": 2, "session": "his", "start": "0001-01-01T00:00:00+23:59"}',
        b'{"user": "J", "host": "LAPTOP-7", "pid": 2, "session": "his", "start": "2026-06-14T10:12:00+00:00"}'
        + b" " * 4096,
    ],
)
def test_r07_what_cannot_be_read_is_ignored_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    beside(tmp_path).write_bytes(content)
    mine = lock(tmp_path)
    assert mine.take() is None
    assert mine.other() is None
    assert mine.refresh() is None
    mine.take_over()
    assert not mine.is_held
    mine.release()
    assert beside(tmp_path).read_bytes() == content


def test_r07_what_is_no_file_is_ignored(tmp_path: Path) -> None:
    beside(tmp_path).mkdir()
    mine = lock(tmp_path)
    assert mine.take() is None
    mine.take_over()
    assert not mine.is_held


def test_r07_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    lock(tmp_path, JONAS).take()
    beside(tmp_path).rename(tmp_path / "other")
    beside(tmp_path).symlink_to(tmp_path / "other")
    mine = lock(tmp_path)
    assert mine.take() is None
    mine.take_over()
    assert read_lock(tmp_path / "other") is not None
    assert not mine.is_held


@pytest.mark.parametrize("path", ["missing/plan.cxd", "a" * 250 + ".cxd", "zero\0byte.cxd"])
def test_r07_where_none_can_be_written_there_is_none_and_no_trouble(tmp_path: Path, path: str) -> None:
    mine = Lock(tmp_path / path, ME)
    assert mine.take() is None
    assert mine.refresh() is None
    mine.take_over()
    mine.release()
    assert not mine.is_held
    assert list(tmp_path.iterdir()) == []


def test_r07_a_folder_that_cannot_be_written_has_none_and_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    mine = lock(tmp_path)
    assert mine.take() is None
    assert not mine.is_held


def test_r07_a_full_disk_leaves_no_half_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", refuse)
    mine = lock(tmp_path)
    assert mine.take() is None
    assert not mine.is_held
    assert list(tmp_path.iterdir()) == []


def test_r07_it_can_be_taken_over_and_the_other_one_is_told(tmp_path: Path) -> None:
    his, mine = lock(tmp_path, JONAS), lock(tmp_path)
    his.take()
    found = mine.take()
    assert found is not None
    mine.take_over()
    assert mine.is_held
    assert mine.other() is None
    told = his.refresh()
    assert told is not None
    assert told._replace(seen=None) == ME
    assert not his.is_held
    his.release()
    assert beside(tmp_path).exists()  # only one's own is removed


def test_r07_another_name_stands_in_the_lock_that_is_held_and_in_no_other(tmp_path: Path) -> None:
    his, mine = lock(tmp_path, JONAS), lock(tmp_path)
    his.take()
    mine.rename("Marta van Dijk")
    found = read_lock(beside(tmp_path))
    assert found is not None
    assert found.user == "Jonas"
    his.rename("Jonas Berg")
    found = mine.other()
    assert found is not None
    assert (found.user, found.session) == ("Jonas Berg", JONAS.session)
    mine.take_over()
    found = read_lock(beside(tmp_path))
    assert found is not None
    assert found.user == "Marta van Dijk"
    his.rename("Jonas")  # taken over meanwhile: it is not his any more
    assert read_lock(beside(tmp_path)) == found


def test_r07_who_waits_sees_that_the_other_lets_go(tmp_path: Path) -> None:
    his, mine = lock(tmp_path, JONAS), lock(tmp_path)
    his.take()
    mine.take()
    other = mine.other()
    assert other is not None
    assert (other.user, other.host) == ("Jonas", "LAPTOP-7")
    his.release()
    assert mine.other() is None
    assert mine.take() is None
    assert mine.is_held


def test_r07_a_sign_of_life_is_given_and_one_that_vanished_is_taken_again(tmp_path: Path) -> None:
    mine = lock(tmp_path)
    mine.take()
    os.utime(beside(tmp_path), (0, 0))
    assert mine.refresh() is None
    assert beside(tmp_path).stat().st_mtime > START.timestamp() - timedelta(days=9999).total_seconds()
    beside(tmp_path).unlink()
    assert mine.refresh() is None
    assert mine.is_held
    assert beside(tmp_path).exists()


def test_r07_one_that_was_not_heard_of_for_long_is_said_to_be_so(tmp_path: Path) -> None:
    lock(tmp_path, JONAS).take()
    found = lock(tmp_path).take()
    assert found is not None
    assert not lock(tmp_path).is_silent(found)
    assert lock(tmp_path, clock=lambda: later(2 * SILENT)).is_silent(found)
    assert not lock(tmp_path).is_silent(ME)


def test_r07_names_from_another_computer_are_short_and_in_one_line(tmp_path: Path) -> None:
    lock(tmp_path, JONAS._replace(user=" Jo\nnas ", host="H" * 1000)).take()
    found = lock(tmp_path).take()
    assert found is not None
    assert found.user == "Jo nas"
    assert len(found.host) == 200


def test_r07_a_process_is_there_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_running(os.getpid())
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert not is_running(ended.pid)
    assert not is_running(NEVER)
    assert not is_running(2**70)

    def refuse(*_: Any) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "kill", refuse)
    assert is_running(1)
