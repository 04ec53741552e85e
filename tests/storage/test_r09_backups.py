"""Yesterday's version is there (R9): what saves replaced is kept, the older the more sparsely."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from cxdesigner.files import FileOps
from cxdesigner.storage.backups import Backups, now, to_keep
from cxdesigner.storage.codec import read, write
from tests.model.builders import journey

ZONE = timezone(timedelta(hours=2))
START = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)  # a Monday


class Clock:
    """A clock that is set by hand."""

    def __init__(self, when: datetime = START) -> None:
        self.when = when

    def __call__(self) -> datetime:
        return self.when

    def pass_by(self, **given: float) -> None:
        self.when += timedelta(**given)


class Stubborn(FileOps):
    """Removes nothing, and writes nothing once it is `full`."""

    full = False

    def remove(self, path: Path) -> None:
        raise PermissionError(errno.EACCES, "in use")

    def write(self, handle: int, data: memoryview) -> int:
        if self.full:
            raise OSError(errno.ENOSPC, "no space left on device")
        return super().write(handle, data)


class Hasty(FileOps):
    """Does not wait for the disk."""

    def sync(self, handle: int) -> None:
        pass

    def sync_folder(self, folder: Path) -> None:
        pass


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backups(tmp_path: Path, clock: Clock) -> Backups:
    return Backups(tmp_path / "backups", clock)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Café Luna.cxd"


def contents(backups: Backups, path: Path) -> list[bytes]:
    return [backup.path.read_bytes() for backup in backups.of(path)]


def test_r09_what_a_save_replaced_is_there_the_newest_first(backups: Backups, clock: Clock, file: Path) -> None:
    assert backups.of(file) == []
    for data in (b"one", b"two"):
        assert backups.keep(file, data) is None
        clock.pass_by(minutes=1)
    assert contents(backups, file) == [b"two", b"one"]
    assert [backup.when for backup in backups.of(file)] == [START + timedelta(minutes=1), START]


def test_r09_nothing_is_put_beside_the_file(backups: Backups, file: Path) -> None:
    backups.keep(file, b"one")
    assert [path.name for path in file.parent.iterdir()] == ["backups"]
    assert backups.of(file)[0].path.parent.parent == backups.folder


def test_r09_a_document_is_kept_as_a_project_file(backups: Backups, file: Path) -> None:
    document = journey(cards={"actions a1": "one"})
    backups.keep(file, document)
    assert read(backups.of(file)[0].path.read_bytes()).document == document
    assert contents(backups, file) == [write(document)]


def test_r09_the_same_state_is_kept_once(backups: Backups, clock: Clock, file: Path) -> None:
    for data in (b"one", b"one", b"two", b"two", b"one"):
        backups.keep(file, data)
        clock.pass_by(minutes=1)
    assert contents(backups, file) == [b"one", b"two", b"one"]


def test_r09_two_saves_at_one_time_and_a_clock_that_goes_back_lose_nothing(
    backups: Backups, clock: Clock, file: Path
) -> None:
    backups.keep(file, b"one")
    backups.keep(file, b"two")
    clock.pass_by(hours=-3)
    backups.keep(file, b"three")
    assert contents(backups, file) == [b"three", b"two", b"one"]


def test_r09_files_are_told_apart_by_where_they_are(backups: Backups, tmp_path: Path) -> None:
    for place in ("a", "b"):
        backups.keep(tmp_path / place / "map.cxd", place.encode())
    assert contents(backups, tmp_path / "a" / "map.cxd") == [b"a"]
    assert contents(backups, tmp_path / "b" / "map.cxd") == [b"b"]


def test_r09_a_file_that_was_renamed_finds_its_backups_by_its_project(
    backups: Backups, clock: Clock, file: Path, tmp_path: Path
) -> None:
    backups.keep(file, b"one", "p-1")
    backups.keep(tmp_path / "other.cxd", b"other", "p-2")
    clock.pass_by(minutes=1)
    renamed = tmp_path / "new name.cxd"
    backups.keep(renamed, b"two", "p-1")
    assert [backup.path.read_bytes() for backup in backups.of(renamed, "p-1")] == [b"two", b"one"]
    assert contents(backups, renamed) == [b"two"]


def test_r09_a_link_and_its_file_have_the_same_backups(backups: Backups, file: Path, tmp_path: Path) -> None:
    file.write_bytes(b"now")
    link = tmp_path / "link.cxd"
    link.symlink_to(file)
    backups.keep(link, b"one")
    assert contents(backups, file) == [b"one"]
    link.unlink()
    link.symlink_to(link)  # a circle
    assert backups.keep(link, b"two") is None
    assert contents(backups, link) == [b"two"]


@pytest.mark.parametrize("name", ["///", "con", "x" * 200, "ü\ud800", "."])
def test_r09_any_name_will_do(backups: Backups, tmp_path: Path, name: str) -> None:
    assert backups.keep(tmp_path / f"{name}.cxd", b"one") is None
    assert contents(backups, tmp_path / f"{name}.cxd") == [b"one"]


def test_r09_names_that_are_no_text_are_told_apart(backups: Backups, tmp_path: Path) -> None:
    files = [tmp_path / os.fsdecode(name) for name in (b"\xfe.cxd", b"\xff.cxd")]
    for file in files:
        backups.keep(file, file.name.encode(errors="surrogateescape"))
    assert [contents(backups, file) for file in files] == [[b"\xfe.cxd"], [b"\xff.cxd"]]
    assert [backups.path_of(backup) for file in files for backup in backups.of(file)] == [str(file) for file in files]


def test_r09_all_of_today_and_yesterday_stays(backups: Backups, clock: Clock, file: Path) -> None:
    kept = []
    for number in range(40):
        data = str(number).encode()
        backups.keep(file, data)
        kept.append(data)
        clock.pass_by(minutes=55)  # until the evening of the second day
    assert clock.when.date() == START.date() + timedelta(days=1)
    assert contents(backups, file) == kept[::-1]


def test_r09_a_year_of_saves_thins_out_to_days_weeks_and_months(tmp_path: Path, clock: Clock, file: Path) -> None:
    backups = Backups(tmp_path / "backups", clock, ops=Hasty())
    for day in range(365):
        for hour in (9, 14, 17):
            clock.when = START.replace(hour=hour) + timedelta(days=day)
            backups.keep(file, f"{day} {hour}".encode())
    last = clock.when.date()
    found = [backup.when.astimezone(ZONE) for backup in backups.of(file)]
    of_two_days = [when for when in found if (last - when.date()).days < 2]
    assert len(of_two_days) == 6
    older = found[6:]
    assert {when.hour for when in older} == {17}  # the last of each day
    assert [(last - when.date()).days for when in older[:7]] == list(range(2, 9))
    weeks, months = older[7:11], older[11:]
    assert len({when.isocalendar()[:2] for when in weeks}) == 4
    assert all(when.weekday() == 6 for when in weeks[1:])  # its last day; the first week is not over yet
    assert len({(when.year, when.month) for when in months}) == len(months) == 6
    assert (last - months[-1].date()).days > 180


def test_r09_the_last_day_of_work_stays_whole_whatever_the_clock_says_now(
    backups: Backups, clock: Clock, file: Path
) -> None:
    for data in (b"one", b"two", b"three"):
        clock.pass_by(minutes=5)
        backups.keep(file, data)
    clock.pass_by(days=900)  # a clock that was set wrong; or a long holiday
    backups.keep(file, b"four")
    clock.pass_by(days=-900)
    backups.keep(file, b"five")
    assert contents(backups, file) == [b"five", b"four", b"three", b"two", b"one"]


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        ([0, 0, 1, 1], [0, 0, 1, 1]),
        ([2, 2, 3], [2, 3]),
        ([2, 30, 60, 90, 120, 150, 180], [2, 30, 60, 90, 120, 150, 180]),  # days without any do not count
        ([-3, 5], [-3, 5]),  # one that is later than now, by another clock
    ],
)
def test_r09_what_is_kept_of_some_days(days: list[int], kept: list[int]) -> None:
    times = [START - timedelta(days=day, minutes=number) for number, day in enumerate(days)]
    found = to_keep(times, START)
    assert sorted((START.date() - when.date()).days for when in found) == kept


def test_r09_days_begin_at_midnight_where_one_is() -> None:
    late = datetime(2026, 3, 1, 21, 30, tzinfo=UTC)  # 23:30 in the zone
    later = datetime(2026, 3, 1, 22, 30, tzinfo=UTC)  # 00:30 of the next day
    assert to_keep([late, later], START + timedelta(days=1)) == {later, late}
    assert to_keep([late - timedelta(hours=1), late, later], START + timedelta(days=1)) == {late, later}
    assert now().tzinfo is not None


def test_r09_over_the_cap_the_oldest_goes_but_never_the_newest_of_a_file(tmp_path: Path, clock: Clock) -> None:
    backups = Backups(tmp_path / "backups", clock, most_bytes=25)
    first, second = tmp_path / "first.cxd", tmp_path / "second.cxd"
    backups.keep(first, b"a" * 20)
    for data in (b"1" * 10, b"2" * 10, b"3" * 10):
        clock.pass_by(minutes=1)
        backups.keep(second, data)
    assert contents(backups, first) == [b"a" * 20]
    assert contents(backups, second) == [b"3" * 10]


def test_r09_a_full_disk_and_files_in_use_are_told_and_nothing_is_raised(
    tmp_path: Path, clock: Clock, file: Path
) -> None:
    ops = Stubborn()
    backups = Backups(tmp_path / "backups", clock, most_bytes=5, ops=ops)
    for data in (b"one", b"two", b"three"):
        assert backups.keep(file, data) is None  # what cannot be removed stays
        clock.pass_by(days=5)
    assert contents(backups, file) == [b"three", b"two", b"one"]
    ops.full = True
    told = backups.keep(file, b"four")
    assert told is not None
    assert "the disk is full" in told
    assert contents(backups, file) == [b"three", b"two", b"one"]


def test_r09_a_folder_that_cannot_be_made_is_told(tmp_path: Path, file: Path) -> None:
    (tmp_path / "backups").write_bytes(b"a file")
    backups = Backups(tmp_path / "backups")
    told = backups.keep(file, b"one")
    assert told is not None
    assert told.startswith("Its earlier state could not be kept as a backup:")
    assert backups.of(file, "p-1") == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda place: (place / "about.json").write_bytes(b"{"),
        lambda place: (place / "about.json").write_bytes(b"[]"),
        lambda place: (place / "about.json").unlink(),
        lambda place: (place / "notes.txt").write_bytes(b"mine"),
        lambda place: (place / "20269999T999999.000000Z.cxd").write_bytes(b"mine"),
        lambda place: (place.parent / "notes.txt").write_bytes(b"mine"),
        lambda place: (place.parent / "elsewhere-0").symlink_to(place / "nowhere"),
    ],
)
def test_r09_what_others_put_there_is_passed_over(
    backups: Backups, clock: Clock, file: Path, spoil: Callable[[Path], object]
) -> None:
    backups.keep(file, b"one", "p-1")
    spoil(backups.of(file)[0].path.parent)
    clock.pass_by(minutes=1)
    assert backups.of(Path("elsewhere.cxd"), "p-2") == []
    assert backups.keep(file, b"two", "p-1") is None
    assert contents(backups, file) == [b"two", b"one"]
    assert len(backups.of(Path("elsewhere.cxd"), "p-1")) == 2


def test_r09_a_state_that_can_no_longer_be_read_is_not_the_same(backups: Backups, clock: Clock, file: Path) -> None:
    backups.keep(file, b"one")
    newest = backups.of(file)[0].path
    newest.unlink()
    newest.symlink_to(newest.parent / "nowhere")
    clock.pass_by(minutes=1)
    assert backups.keep(file, b"one") is None
    assert len(backups.of(file)) == 2


def test_r09_a_backup_tells_of_which_file_it_is(tmp_path: Path) -> None:
    backups = Backups(tmp_path / "kept")
    backups.keep(tmp_path / "a.cxd", journey(), "p")
    (backup,) = backups.of(tmp_path / "a.cxd")
    assert backups.path_of(backup) == str(tmp_path / "a.cxd")
    about = backup.path.with_name("about.json")
    for odd in ('{"path": 5}', "[]", "no"):
        about.write_text(odd)
        assert backups.path_of(backup) == ""


def test_r09_what_a_killed_program_left_among_backups_is_removed(tmp_path: Path, file: Path) -> None:
    backups = Backups(tmp_path / "backups")
    backups.keep(file, b"one")
    (place,) = (tmp_path / "backups").iterdir()
    left = place / ".cxdesigner-71-0123456789abcdef.tmp"
    left.write_bytes(b"x")
    os.utime(left, (0, 0))
    backups.keep(file, b"two")
    assert not left.exists()
    assert contents(backups, file) == [b"two", b"one"]
