"""R6 and R7 together: what a look at a file that is open finds out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cxdesigner.files import digest_of
from cxdesigner.model.document import Document
from cxdesigner.model.records import Project
from cxdesigner.storage.codec import write
from cxdesigner.storage.lock import REFRESH, Holder, Lock
from cxdesigner.storage.lookout import Lookout, Seen
from cxdesigner.storage.project_file import load
from cxdesigner.storage.watch import GONE

FULL = Path(__file__).parent / "full.cxd"
DATA = FULL.read_bytes()
KNOWN = digest_of(DATA)
START = datetime(2026, 6, 14, 10, 12, tzinfo=UTC)
ME = Holder("Marta", "oak", 100, "mine", START)
JONAS = Holder("Jonas", "LAPTOP-7", 200, "his", START)
NOTHING = Seen(KNOWN, None, None, False, ())


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "plan.cxd"
    path.write_bytes(DATA)
    return path


@pytest.fixture
def clock() -> Clock:
    return Clock()


def project() -> Project:
    return load(FULL).document.project


@pytest.fixture
def lookout(path: Path, clock: Clock) -> Lookout:
    return Lookout(path, ME, project().id, clock=clock)


def other(title: str = "Other") -> bytes:
    document = load(FULL).document
    return write(
        Document(
            record.with_(title=title) if record.id == document.root else record for record in document.records.values()
        )
    )


def test_r06_nothing_new_is_found_where_nothing_was_done(lookout: Lookout) -> None:
    assert lookout.look(KNOWN, hold=True) == NOTHING
    assert lookout.look(KNOWN, hold=True) == NOTHING


def test_r06_another_version_is_read_once(lookout: Lookout, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(other())
    seen = lookout.look(KNOWN, hold=False)
    assert seen.version is not None
    assert seen.version.document is not None
    assert seen.version.document.project.title == "Other"
    assert seen.digest == seen.version.digest == digest_of(other())
    assert seen.version.written == path.stat().st_mtime
    monkeypatch.setattr("cxdesigner.storage.lookout.load", None)
    assert lookout.look(KNOWN, hold=False).version is seen.version
    assert lookout.look(digest_of(other()), hold=False).version is None


def test_r06_what_is_half_written_is_waited_for_and_then_told(lookout: Lookout, path: Path) -> None:
    path.write_bytes(DATA[:100])
    assert lookout.look(KNOWN, hold=False) == NOTHING._replace(digest=None)
    seen = lookout.look(KNOWN, hold=False)
    assert seen.version is not None
    assert seen.version.document is None
    assert "cut off" in str(seen.version.failure)
    path.write_bytes(other())
    assert lookout.look(KNOWN, hold=False).version is not None


def test_r06_what_a_newer_release_wrote_is_not_taken(lookout: Lookout, path: Path) -> None:
    path.write_bytes(DATA.replace(b'"version": 1', b'"version": 99'))
    lookout.look(KNOWN, hold=False)
    seen = lookout.look(KNOWN, hold=False)
    assert seen.version is not None
    assert "newer release" in str(seen.version.failure)


def test_r06_what_may_not_be_read_is_no_change(lookout: Lookout, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise PermissionError(13, "Permission denied")

    path.write_bytes(other())
    with monkeypatch.context() as patch:
        patch.setattr("cxdesigner.storage.project_file.read_bytes", refuse)
        assert lookout.look(KNOWN, hold=False).digest is None
    assert lookout.look(KNOWN, hold=False).version is not None


def test_r06_what_changes_between_the_look_and_the_reading_is_what_was_read(
    lookout: Lookout, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_meanwhile(path: Path) -> Any:
        path.write_bytes(DATA)
        return load(path)

    path.write_bytes(other())
    monkeypatch.setattr("cxdesigner.storage.lookout.load", write_meanwhile)
    assert lookout.look(KNOWN, hold=False) == NOTHING


def test_r06_gone_is_told_when_it_stays_gone(lookout: Lookout, path: Path) -> None:
    path.unlink()
    assert lookout.look(KNOWN, hold=False).digest is None
    assert lookout.look(KNOWN, hold=False).digest == GONE
    path.write_bytes(DATA)
    assert lookout.look(KNOWN, hold=False) == NOTHING


def test_r07_another_name_is_told_at_once(path: Path, lookout: Lookout) -> None:
    lookout.look(KNOWN, hold=True)
    lookout.rename("Marta van Dijk")
    found = Lock(path, JONAS).other()
    assert found is not None
    assert found.user == "Marta van Dijk"


def test_r07_the_lock_is_kept_as_long_as_wanted(path: Path, lookout: Lookout, clock: Clock) -> None:
    his = Lock(path, JONAS)
    assert lookout.look(KNOWN, hold=False).holder is None
    assert not his.file.exists()
    lookout.look(KNOWN, hold=True)
    taken = his.take()
    assert taken is not None
    assert taken.user == "Marta"
    his.take_over()
    seen = lookout.look(KNOWN, hold=True)
    assert seen.holder is not None
    assert seen.holder.user == "Jonas"
    assert not seen.is_silent
    lookout.take_over()
    assert lookout.look(KNOWN, hold=True).holder is None
    his.file.unlink()
    clock.now += REFRESH
    lookout.look(KNOWN, hold=True)
    assert his.file.exists()
    lookout.release()
    assert not his.file.exists()


def test_conflicted_copies_are_read_once_and_those_that_hold_the_same_are_passed_over(
    lookout: Lookout, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = path.with_name("plan (Marta's conflicted copy 2026-06-14).cxd")
    path.with_name("plan (conflicted copy 2026-06-14 093612).cxd").write_bytes(DATA)
    path.with_name("plan (conflicted copy 2026-06-15 093612).cxd").write_bytes(DATA[:300])
    one.write_bytes(other())
    seen = lookout.look(KNOWN, hold=False)
    assert [copy.path for copy in seen.copies] == [one]
    monkeypatch.setattr("cxdesigner.storage.lookout.load", None)
    assert lookout.look(KNOWN, hold=False).copies == seen.copies
    monkeypatch.undo()
    one.write_bytes(other("Yet another"))
    assert lookout.look(KNOWN, hold=False).copies != seen.copies
    one.unlink()
    assert lookout.look(KNOWN, hold=False).copies == ()


def test_a_copy_that_goes_while_it_is_looked_at_is_none(
    lookout: Lookout, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = path.with_name("plan (Case Conflict).cxd")
    there.write_bytes(other())
    there.with_name("gone.cxd").write_bytes(other())
    found = [path.with_name("missing.cxd"), there]
    monkeypatch.setattr("cxdesigner.storage.lookout.conflicted_copies", lambda *_: found)

    def go(path: Path) -> Any:
        path.unlink()
        return load(path)

    monkeypatch.setattr("cxdesigner.storage.lookout.load", go)
    assert lookout.look(KNOWN, hold=False).copies == ()
