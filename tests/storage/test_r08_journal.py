"""A crash costs at most what was done since the journal was written last (R8): what is on the disk is what stood."""

from __future__ import annotations

import errno
import json
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesigner.files import CannotWriteError, FileOps, digest_of
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.become import become
from cxdesigner.model.history import History
from cxdesigner.model.records import Asset, Card
from cxdesigner.storage import journal as journals
from cxdesigner.storage.codec import read, write
from cxdesigner.storage.journal import CannotRecoverError, Journal, State, read_head, read_journal
from tests.model.builders import journey
from tests.strategies import documents

WHEN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = WHEN + timedelta(seconds=15)
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


class Failing(FileOps):
    """Writes half of what it is given and then fails, once it is `full`; counts whole files that are written."""

    full = False
    wholes = 0

    def write(self, handle: int, data: memoryview) -> int:
        if self.full:
            super().write(handle, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "no space left on device")
        return super().write(handle, data[:10_000])

    def replace(self, path: Path, target: Path) -> None:
        self.wholes += 1
        super().replace(path, target)


@pytest.fixture
def ops() -> Failing:
    return Failing()


@pytest.fixture
def journal(tmp_path: Path, ops: Failing) -> Journal:
    return Journal(tmp_path / "state" / "a.journal", {"pid": 7, "live": "a.live"}, ops)


@pytest.fixture
def begun() -> Document:
    return journey(cards={"actions a1": "one two", "touchpoints b1": "three"}, emotions={"ana a1": 1}, personas="ana")


def edited(document: Document, key: str, **fields: object) -> Document:
    before = document[key]
    return document.apply(Change({key: (before, before.with_(**fields))}))


def without(document: Document, *keys: str) -> Document:
    return document.apply(Change({key: (document[key], None) for key in keys}))


def test_r08_what_was_written_last_is_read(journal: Journal, begun: Document) -> None:
    stages = [
        edited(begun, "one", text="Waits at the door"),
        without(begun, "two", "three"),
        begun.apply(Change({"new": (None, Card.new(id="new", parent="map", lane="actions", step="b1", rank="z"))})),
        begun,
    ]
    for number, document in enumerate(stages):
        when = WHEN + timedelta(seconds=number)
        journal.write(State(document, begun), when)
        found = read_journal(journal.file)
        assert found.document == document
        assert found.base.document == begun
        assert found.when == when


def test_r08_only_what_changed_is_written(journal: Journal, ops: Failing, begun: Document) -> None:
    first, second = edited(begun, "one", text="1"), edited(begun, "one", text="2")
    journal.write(State(first, begun), WHEN)
    before = journal.file.read_bytes()
    journal.write(State(second, begun), LATER)
    after = journal.file.read_bytes()
    assert after.startswith(before)
    added = after[len(before) :]
    assert added.count(b"\n") == 1
    assert b'["Card","map","one"]' in added
    assert b"two" not in added
    assert ops.wholes == 1


def test_r08_nothing_new_is_written_for_the_same_state(journal: Journal, begun: Document) -> None:
    document = edited(begun, "one", text="1")
    journal.write(State(document, begun), WHEN)
    before = journal.file.read_bytes()
    journal.write(State(document, begun), LATER)
    assert journal.file.read_bytes() == before


def test_r08_the_head_says_whose_changes_they_are(journal: Journal, begun: Document, tmp_path: Path) -> None:
    file = tmp_path / "map.cxd"
    titled = edited(begun, "project", title="Dinner")
    journal.write(State(titled, begun, "abc", file), WHEN)
    head = read_head(journal.file)
    assert (head.title, head.path, head.digest, head.live) == ("Dinner", file, "abc", "a.live")
    journal.write(State(edited(begun, "map", title="Lunch"), begun), LATER)  # now of no file, and a map's title
    head = read_head(journal.file)
    assert (head.title, head.path, head.digest) == ("Lunch", None, "")
    assert json.loads(journal.file.read_bytes().split(b"\n")[0][9:])["pid"] == 7


def test_r08_the_base_is_the_file_as_it_was_read(journal: Journal, begun: Document, tmp_path: Path) -> None:
    file, digest = _file(tmp_path, begun)
    journal.write(State(edited(begun, "one", text="1"), begun, digest, file), WHEN)
    head = read_head(journal.file)
    assert journal.file.read_bytes()[head.begin : head.end] == file.read_bytes()


@pytest.mark.parametrize("becomes", [b"{}", None])
def test_r08_the_base_stays_when_somebody_changes_the_file(
    journal: Journal, begun: Document, tmp_path: Path, becomes: bytes | None
) -> None:
    file, digest = _file(tmp_path, begun)
    journal.write(State(edited(begun, "one", text="1"), begun, digest, file), WHEN)
    if becomes is None:
        file.unlink()
    else:
        file.write_bytes(becomes)
    whole = Journal(journal.file, {})  # as when much was added
    whole.write(State(edited(begun, "one", text="2"), begun, digest, file), LATER)
    found = read_journal(journal.file)
    assert digest_of(journal.file.read_bytes()[found.head.begin : found.head.end]) == digest
    assert found.document == edited(begun, "one", text="2")
    journal.remove()
    whole = Journal(journal.file, {})  # and where there is neither
    whole.write(State(edited(begun, "one", text="3"), begun, digest, file), LATER)
    found = read_journal(journal.file)
    assert found.base.document == begun
    assert found.document == edited(begun, "one", text="3")


def _file(folder: Path, document: Document) -> tuple[Path, str]:
    """Write a project as somebody with a text editor would."""
    file = folder / "map.cxd"
    file.write_bytes(json.dumps(json.loads(write(document))).encode())
    return file, digest_of(file.read_bytes())


def test_r08_saved_work_is_a_new_base(journal: Journal, ops: Failing, begun: Document) -> None:
    saved = edited(begun, "one", text="1")
    journal.write(State(edited(saved, "two", text="2"), begun), WHEN)
    journal.write(State(edited(saved, "two", text="2"), saved), LATER)
    found = read_journal(journal.file)
    assert found.base.document == saved
    assert found.document == edited(saved, "two", text="2")
    assert ops.wholes == 2


def test_r08_much_that_was_added_is_written_together(
    journal: Journal, ops: Failing, begun: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journals, "ROOM", 100)
    document, sizes = begun, []
    for number in range(60):
        document = edited(document, "one", text=f"{number} " + "x" * 200)
        journal.write(State(document, begun), WHEN)
        sizes.append(journal.file.stat().st_size)
    assert ops.wholes > 1
    assert max(sizes) < 3 * sizes[0]
    assert read_journal(journal.file).document == document


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 250])
def test_r08_many_records_stand_in_several_lines_and_count_together(
    journal: Journal, begun: Document, count: int
) -> None:
    cards = [Card.new(id=f"n{number}", parent="map", lane="actions", step="b1") for number in range(count)]
    gone = without(begun, "three")
    document = gone.apply(Change({card.id: (None, card) for card in cards}))
    journal.write(State(gone, begun), WHEN)
    before = journal.file.stat().st_size
    journal.write(State(document, begun), LATER)
    assert read_journal(journal.file).document == document
    data = journal.file.read_bytes()
    for line in range(1, data.count(b"\n", before)):
        cut = before
        for _ in range(line):
            cut = data.index(b"\n", cut) + 1
        journal.file.write_bytes(data[:cut])  # some of the lines only
        assert read_journal(journal.file).document == gone


def test_r08_wherever_the_last_line_is_torn_the_one_before_counts(journal: Journal, begun: Document) -> None:
    first, second = edited(begun, "one", text="1"), edited(begun, "one", text="2")
    journal.write(State(first, begun), WHEN)
    before = journal.file.stat().st_size
    journal.write(State(second, begun), LATER)
    data = journal.file.read_bytes()
    for end in range(before, len(data)):
        for tail in (b"", b"\0" * (len(data) - end)):
            journal.file.write_bytes(data[:end] + tail)
            assert read_journal(journal.file).document == first
    spoilt = bytearray(data)
    spoilt[before + 40] ^= 1
    journal.file.write_bytes(spoilt)
    assert read_journal(journal.file).document == first


def test_r08_a_disk_that_is_full_for_a_while_costs_nothing(journal: Journal, ops: Failing, begun: Document) -> None:
    first, second = edited(begun, "one", text="1"), edited(begun, "one", text="2")
    journal.write(State(first, begun), WHEN)
    ops.full = True
    with pytest.raises(CannotWriteError, match="the disk is full"):
        journal.write(State(second, begun), LATER)
    assert read_journal(journal.file).document == first
    ops.full = False
    journal.write(State(second, begun), LATER)
    assert read_journal(journal.file).document == second


def test_r08_a_journal_that_somebody_removed_is_written_anew(journal: Journal, begun: Document) -> None:
    journal.write(State(edited(begun, "one", text="1"), begun), WHEN)
    journal.file.unlink()
    journal.write(State(edited(begun, "one", text="2"), begun), LATER)
    assert read_journal(journal.file).document == edited(begun, "one", text="2")


def test_r08_nothing_is_left_once_nothing_is_unsaved(journal: Journal, begun: Document) -> None:
    journal.remove()
    document = edited(begun, "one", text="1")
    journal.write(State(document, begun), WHEN)
    journal.remove()
    assert not list(journal.file.parent.iterdir())
    journal.write(State(document, begun), LATER)
    assert read_journal(journal.file).document == document


def test_r08_a_folder_that_cannot_be_made_is_told(tmp_path: Path, begun: Document) -> None:
    (tmp_path / "state").write_bytes(b"a file")
    with pytest.raises(CannotWriteError, match="Could not make the folder"):
        Journal(tmp_path / "state" / "a.journal", {}).write(State(begun, begun), WHEN)


def test_r08_a_picture_that_nothing_shows_at_the_moment_can_be_shown_again(journal: Journal, begun: Document) -> None:
    key = "sha256-" + "0" * 64
    asset = Asset.model_validate({"\x1fid": key, "\x1fparent": "project", "type": "image/png", "data": PNG})
    document = begun.apply(Change({key: (None, asset)}))
    shown = edited(document, "one", asset=key)
    journal.write(State(edited(document, "two", text="2"), document), WHEN)
    journal.write(State(shown, document), LATER)  # an undo brings the card's picture back
    assert read_journal(journal.file).document == shown


@given(documents(), documents(), documents())
def test_r08_any_project_and_any_change_comes_back(first: Document, second: Document, third: Document) -> None:
    states = [first, *(first.apply(change) for one in (second, third) if (change := become(first, one)) is not None)]
    with TemporaryDirectory() as folder:
        journal = Journal(Path(folder, "a.journal"), {})
        for document in states:
            journal.write(State(document, first), WHEN)
            assert read_journal(journal.file).document == document


@given(st.lists(st.sampled_from(["edit", "undo", "redo", "save"]), max_size=12), st.data())
def test_r08_whatever_was_done_undo_and_redo_count(doings: list[str], data: st.DataObject) -> None:
    history = History(read(write(journey(cards={"actions a1": "one two"}))).document)
    base = history.to_save
    with TemporaryDirectory() as folder:
        journal = Journal(Path(folder, "a.journal"), {})
        for doing in doings:
            if doing == "edit":
                card = history.document["one"]
                text = data.draw(st.text(max_size=5))
                change = Change.of({"one": (card, card.with_(text=text))})
                if change is not None:
                    history.commit("Type", change)
            elif doing == "save":
                base = history.to_save
            else:
                getattr(history, doing)()
            journal.write(State(history.document, base), WHEN)
            assert read_journal(journal.file).document == history.document


def _relined(change: Callable[[dict[str, object]], object]) -> Callable[[bytes], bytes]:
    def spoil(data: bytes) -> bytes:
        head, rest = data.split(b"\n", 1)
        raw = json.loads(head[9:])
        change(raw)
        body = json.dumps(raw).encode()
        return b"%08x %s\n%s" % (zlib.crc32(body), body, rest)

    return spoil


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "zeros": lambda data: b"\0" * len(data),
    "cut off in the head": lambda data: data[:50],
    "cut off in the base": lambda data: data[:500],
    "another format": _relined(lambda raw: raw.update(format="other")),
    "a newer version": _relined(lambda raw: raw.update(version=2)),
    "no title": _relined(lambda raw: raw.pop("title")),
    "a head that is a list": lambda data: b"%08x []\n" % zlib.crc32(b"[]"),
    "no number of bytes": _relined(lambda raw: raw.update(base_bytes=None)),
    "a base that is no project": _relined(lambda raw: raw.update(base_bytes=0, base_digest=digest_of(b""))),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_r08_what_cannot_be_read_is_told_in_a_sentence(
    journal: Journal, begun: Document, spoil: Callable[[bytes], bytes]
) -> None:
    journal.write(State(edited(begun, "one", text="1"), begun), WHEN)
    journal.file.write_bytes(spoil(journal.file.read_bytes()))
    with pytest.raises(CannotRecoverError, match="cannot be read any more"):
        read_journal(journal.file)


def test_r08_a_base_that_is_spoilt_is_taken_from_the_file_while_that_is_as_it_was(
    journal: Journal, begun: Document, tmp_path: Path
) -> None:
    file, edit = tmp_path / "a.cxd", edited(begun, "one", text="1")
    file.write_bytes(write(begun))
    journal.write(State(edit, begun, digest_of(file.read_bytes()), file), WHEN)
    head, spoilt = read_head(journal.file), bytearray(journal.file.read_bytes())
    spoilt[(head.begin + head.end) // 2] ^= 1
    journal.file.write_bytes(spoilt)
    assert read_journal(journal.file).document == edit
    for change in (lambda: file.write_bytes(b"other"), file.unlink):
        change()
        with pytest.raises(CannotRecoverError, match="cannot be read any more"):
            read_journal(journal.file)


def test_r08_a_spoilt_base_of_what_is_in_no_file_is_told(journal: Journal, begun: Document) -> None:
    journal.write(State(edited(begun, "one", text="1"), begun), WHEN)
    head, spoilt = read_head(journal.file), bytearray(journal.file.read_bytes())
    spoilt[(head.begin + head.end) // 2] ^= 1
    journal.file.write_bytes(spoilt)
    with pytest.raises(CannotRecoverError, match="cannot be read any more"):
        read_journal(journal.file)


@pytest.mark.parametrize("version", [0, 2, "1"])
def test_r08_records_of_another_version_of_the_format_are_not_taken_for_those_of_this_one(
    journal: Journal, begun: Document, version: object
) -> None:
    journal.write(State(edited(begun, "one", text="1"), begun), WHEN)
    journal.file.write_bytes(_relined(lambda raw: raw.update(records=version))(journal.file.read_bytes()))
    with pytest.raises(CannotRecoverError, match="kept by another release of the program"):
        read_journal(journal.file)
    journal.file.write_bytes(_relined(lambda raw: raw.pop("records"))(journal.file.read_bytes()))  # as it was once
    assert read_journal(journal.file).document == edited(begun, "one", text="1")


def test_r08_a_disk_that_writes_nothing_and_does_not_say_so_is_not_waited_for(
    journal: Journal, ops: Failing, begun: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.write(State(edited(begun, "one", text="1"), begun), WHEN)
    monkeypatch.setattr(ops, "write", lambda _handle, _data: 0)
    with pytest.raises(CannotWriteError, match="the disk has an error"):
        journal.write(State(edited(begun, "one", text="2"), begun), LATER)
    assert read_journal(journal.file).document == edited(begun, "one", text="1")


def test_r08_a_line_of_another_release_is_told_in_a_sentence(journal: Journal, begun: Document) -> None:
    journal.write(State(edited(begun, "one", text="1"), begun), WHEN)
    body = json.dumps({"whose": [["Poem", "map", "p"]], "records": [{}], "gone": [], "more": False}).encode()
    with journal.file.open("ab") as file:
        file.write(b"%08x %s\n" % (zlib.crc32(body), body))
    with pytest.raises(CannotRecoverError, match="cannot be read any more"):
        read_journal(journal.file)


def test_r08_a_journal_that_is_not_there_is_told_in_a_sentence(journal: Journal) -> None:
    for look in (read_head, read_journal):
        with pytest.raises(CannotRecoverError, match="no longer there"):
            look(journal.file)
    journal.file.mkdir(parents=True)
    for look in (read_head, read_journal):
        with pytest.raises(CannotRecoverError, match="cannot be read: "):
            look(journal.file)


def test_r08_a_journal_without_a_whole_change_is_its_base(journal: Journal, begun: Document) -> None:
    journal.write(State(edited(begun, "one", text="1"), begun), WHEN)
    data = journal.file.read_bytes()
    journal.file.write_bytes(data[: read_head(journal.file).end + 1])
    found = read_journal(journal.file)
    assert found.document == begun
    assert found.when.timestamp() == pytest.approx(journal.file.stat().st_mtime)
