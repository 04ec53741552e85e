"""What a program that ended left is offered, and what one that runs works on is not (R8)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

from cxdesigner.files import digest_of
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.storage.alive import Mark, is_held
from cxdesigner.storage.backups import now
from cxdesigner.storage.codec import read, write
from cxdesigner.storage.journal import CannotRecoverError, State
from cxdesigner.storage.recovery import DISCARDED_FOR, Recovery
from tests.model.builders import journey

WORKS = """
import sys, time
from tests.storage.test_r08_recovery import *
recovery = Recovery(Path(sys.argv[1]))
recovery.journal().write(State(edited("waits"), BEGUN), now())
print("there", flush=True)
time.sleep(60)
"""
BEGUN = journey(cards={"actions a1": "one two"})


def edited(text: str) -> Document:
    return BEGUN.apply(Change({"one": (BEGUN["one"], BEGUN["one"].with_(text=text))}))


@pytest.fixture
def recovery(tmp_path: Path) -> Recovery:
    return Recovery(tmp_path / "state" / "recovery", "1.2")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "map.cxd"
    path.write_bytes(write(BEGUN))
    return path


def left(recovery: Recovery, document: Document, path: Path | None = None) -> None:
    """Leave a journal as a program does that is killed."""
    other = Recovery(recovery.folder)
    digest = digest_of(path.read_bytes()) if path is not None else ""
    base = read(path.read_bytes()).document if path is not None else BEGUN
    other.journal().write(State(document, base, digest, path), now())
    other.close()


def test_r08_what_a_program_that_ended_left_is_found(recovery: Recovery, file: Path) -> None:
    assert recovery.is_empty
    assert recovery.found() == []
    left(recovery, edited("waits"), file)
    assert not recovery.is_empty
    [found] = recovery.found()
    assert (found.path, found.title) == (file, "")
    assert abs((datetime.now().astimezone() - found.when).total_seconds()) < 60
    recovered = recovery.read(found)
    assert recovered.document == edited("waits")
    assert recovered.on_disk is not None
    assert recovered.on_disk.digest == digest_of(file.read_bytes())
    assert recovered.on_disk.document == BEGUN
    assert (recovered.now, recovered.is_changed, recovered.is_needed) == (BEGUN, False, True)
    assert (recovered.read_only, recovered.left_out) == (False, 0)


def test_r08_what_was_never_in_a_file_is_found_too(recovery: Recovery) -> None:
    left(recovery, edited("waits"))
    recovered = recovery.read(recovery.found()[0])
    assert recovered.document == edited("waits")
    assert (recovered.base, recovered.on_disk, recovered.now) == (BEGUN, None, None)
    assert recovered.is_needed


def test_r08_several_are_found_the_newest_first(recovery: Recovery) -> None:
    for number in range(3):
        left(recovery, edited(str(number)))
    for number, found in enumerate(recovery.found()):
        os.utime(found.file, (1_000 + number, 1_000 + number))
    assert [found.when.timestamp() for found in recovery.found()] == [1_002, 1_001, 1_000]


def test_r08_what_the_file_holds_is_not_needed(recovery: Recovery, file: Path) -> None:
    left(recovery, edited("waits"), file)
    file.write_bytes(write(edited("waits")))  # it was saved, and then the power went
    recovered = recovery.read(recovery.found()[0])
    assert recovered.is_changed
    assert not recovered.is_needed


def test_r08_what_was_undone_is_not_needed(recovery: Recovery) -> None:
    left(recovery, BEGUN)
    assert not recovery.read(recovery.found()[0]).is_needed


def test_r08_ranks_that_only_the_program_gave_are_no_change(recovery: Recovery, file: Path) -> None:
    bare = Document(record.with_(rank="") if hasattr(record, "rank") else record for record in BEGUN.records.values())
    file.write_bytes(write(bare))
    left(recovery, bare, file)
    assert not recovery.read(recovery.found()[0]).is_needed


@pytest.mark.parametrize("becomes", [write(edited("by somebody else")), b"{}", None])
def test_r08_a_file_that_changed_meanwhile_is_told(recovery: Recovery, file: Path, becomes: bytes | None) -> None:
    left(recovery, edited("waits"), file)
    file.unlink()
    if becomes is not None:
        file.write_bytes(becomes)
    recovered = recovery.read(recovery.found()[0])
    assert recovered.is_changed
    assert recovered.is_needed
    assert recovered.on_disk is not None
    assert recovered.on_disk.document == BEGUN
    assert recovered.now == (edited("by somebody else") if becomes not in (b"{}", None) else None)


def test_r08_what_a_running_program_works_on_is_not_offered(recovery: Recovery) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", WORKS, str(recovery.folder)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == b"there\n"
        assert len(list(recovery.folder.glob("*.journal"))) == 1
        assert recovery.found() == []
    finally:
        child.kill()
        child.communicate()
    [found] = recovery.found()
    assert recovery.read(found).document == edited("waits")


def test_r08_what_this_program_works_on_is_not_offered(recovery: Recovery) -> None:
    first, second = recovery.journal(), recovery.journal()
    for journal in (first, second):
        journal.write(State(edited("waits"), BEGUN), now())
    assert recovery.found() == []
    recovery.close()
    recovery.close()
    assert len(recovery.found()) == 2


def test_r08_what_cannot_be_read_is_left_alone(recovery: Recovery) -> None:
    left(recovery, edited("waits"))
    spoilt = recovery.folder / "spoilt.journal"
    spoilt.write_bytes(b"?")
    assert len(recovery.found()) == 1
    assert spoilt.exists()


def test_r08_what_was_discarded_can_be_had_back_for_a_week(recovery: Recovery) -> None:
    left(recovery, edited("waits"))
    [found] = recovery.found()
    os.utime(found.file, (1_000, 1_000))
    [found] = recovery.found()
    recovery.discard(found)
    recovery.discard(found)
    assert recovery.found() == []
    recovery.clear_up()
    (recovery.folder / "spoilt.discarded").write_bytes(b"?")
    [aside] = recovery.discarded()
    assert (aside.file, aside.title, aside.path) == (found.file, found.title, found.path)
    recovery.bring_back(found)
    assert recovery.found() == [found]
    assert recovery.discarded() == []
    recovery.discard(found)
    Recovery(recovery.folder, clock=lambda: time.time() + DISCARDED_FOR + 60).clear_up()
    assert not list(recovery.folder.glob("*.discarded"))
    with pytest.raises(OSError, match="discarded"):
        recovery.bring_back(found)


def test_r08_what_was_recovered_is_gone(recovery: Recovery) -> None:
    left(recovery, edited("waits"))
    [found] = recovery.found()
    recovery.remove(found)
    recovery.remove(found)
    assert recovery.found() == []
    with pytest.raises(CannotRecoverError, match="no longer there"):
        recovery.read(found)


def test_r08_clearing_up_leaves_what_is_held_and_what_may_be_needed(recovery: Recovery) -> None:
    later = Recovery(recovery.folder, clock=lambda: time.time() + DISCARDED_FOR + 60)
    later.clear_up()
    recovery.journal().write(State(edited("waits"), BEGUN), now())
    (recovery.folder / "dead.live").write_bytes(b"")
    (recovery.folder / ".half.tmp").write_bytes(b"")
    later.clear_up()
    assert sorted(path.suffix for path in recovery.folder.iterdir()) == [".journal", ".live"]
    assert recovery.found() == []


def test_r08_a_folder_that_cannot_be_made_or_listed_is_no_reason_to_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").write_bytes(b"a file")
    recovery = Recovery(tmp_path / "state" / "recovery")
    assert recovery.journal().file.parent == recovery.folder
    assert recovery.found() == []

    def fail(_self: Path, _pattern: str) -> list[Path]:
        raise PermissionError

    monkeypatch.setattr(Path, "glob", fail)
    assert recovery.found() == []


def test_r08_a_mark_is_held_by_one_and_let_go_of(tmp_path: Path) -> None:
    path = tmp_path / "a.live"
    assert not is_held(path)
    mark = Mark(path)
    assert is_held(path)
    with pytest.raises(OSError, match="temporarily unavailable"):
        Mark(path)
    mark.drop()
    assert not path.exists()
    path.write_bytes(b"")
    assert not is_held(path)
