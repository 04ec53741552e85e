"""What versions of a file began from is found among its backups, and only where that is certain (R5)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.records import Snapshot
from cxdesigner.storage.backups import Backups
from cxdesigner.storage.codec import write
from cxdesigner.storage.history import FileHistory
from cxdesigner.storage.snapshots import content_of
from tests.model.builders import journey

TODAY = datetime(2026, 6, 14, 18, tzinfo=UTC)
START = journey("A: a1 a2", "actions", cards={"actions a1": "one two three four five"})


def reworded(document: Document, *cards: str) -> Document:
    return document.apply(Change({key: (document[key], document[key].with_(text=f"new {key}")) for key in cards}))


def without(document: Document, key: str) -> Document:
    return document.apply(Change({key: (document[key], None)}))


STATES = [START, reworded(START, "one"), reworded(START, "one", "two"), reworded(START, "one", "two", "three")]


def kept(folder: Path, states: list[Document] = STATES) -> FileHistory:
    """Keep all states but the last as backups."""
    path = folder / "map.cxd"
    for hour, state in enumerate(states[:-1]):
        when = TODAY - timedelta(hours=9 - hour)
        Backups(folder / "backups", lambda when=when: when).keep(path, state, "project")  # type: ignore[misc]
    return FileHistory(path, Backups(folder / "backups"), states[-1])


@pytest.mark.parametrize("at", [1, 2, 3])
def test_r05_it_is_the_state_that_a_copy_was_made_of(tmp_path: Path, at: int) -> None:
    copy = without(reworded(STATES[at], "five"), "four")
    found = kept(tmp_path).beginning(reworded(STATES[-1], "five"), [copy])
    assert found is not None
    assert found.document == STATES[at]
    assert (found.until is None) is (at == len(STATES) - 1)


def test_r05_of_the_oldest_state_nothing_is_certain(tmp_path: Path) -> None:
    copy = without(reworded(START, "five"), "four")
    assert kept(tmp_path).beginning(STATES[-1], [copy]) is None
    assert FileHistory(None, Backups(tmp_path / "none"), None).beginning(START, [copy]) is None
    assert FileHistory(tmp_path / "x.cxd", Backups(tmp_path / "none"), START).beginning(START, [copy]) is None


def test_r05_where_states_are_missing_it_is_the_one_before(tmp_path: Path) -> None:
    history = kept(tmp_path)
    (third, *_) = history.backups.of(tmp_path / "map.cxd")
    third.path.unlink()
    found = history.beginning(STATES[-1], [without(STATES[2], "four")])
    assert found is not None
    assert found.document == STATES[1]  # and not what was done to "three" since
    added = STATES[-1].apply(Change({"six": (None, START["five"].with_(id="six"))}))
    history = history._replace(held=added)
    found = history.beginning(added, [without(STATES[-1], "four")])
    assert found is not None
    assert found.document == STATES[1]  # "six" may have been taken out there, or come after the copy was made


def test_r05_what_cannot_be_read_or_is_of_another_project_is_passed_over(tmp_path: Path) -> None:
    history = kept(tmp_path)
    first, second, _ = history.backups.of(tmp_path / "map.cxd")
    first.path.write_bytes(b"nothing")
    other = second.path.read_bytes().replace(b'"id": "project"', b'"id": "another"')
    second.path.write_bytes(other)
    found = history.beginning(STATES[-1], [STATES[2]])
    assert found is not None
    assert found.document == START


def keeping(document: Document, name: str, content: Document) -> Document:
    snapshot = Snapshot.new(id="s", parent=document.root, name=name, date="2026-06-01", content=content_of(content))
    return document.apply(Change({"s": (None, snapshot)}))


def test_r05_a_named_version_that_all_keep_is_taken_where_nothing_is_nearer(tmp_path: Path) -> None:
    ours, theirs = keeping(STATES[-1], "as sent", START), keeping(without(STATES[0], "four"), "as sent", START)
    found = kept(tmp_path).beginning(ours, [theirs])
    assert found is not None
    assert (found.name, found.document) == ("as sent", START)
    states = [keeping(state, "as sent", START) for state in STATES]
    nearer = kept(tmp_path / "more", states).beginning(states[-1], [without(states[2], "four")])
    assert nearer is not None
    assert (nearer.name, nearer.document) == ("", states[2])
    ours = ours.apply(Change({"s": (ours["s"], ours["s"].with_(content={"version": 99, "id": "project"}))}))
    theirs = theirs.apply(Change({"s": (theirs["s"], ours["s"])}))
    assert FileHistory(None, Backups(tmp_path / "none"), None).beginning(ours, [theirs]) is None


def test_r05_what_the_states_are_written_in_does_not_matter(tmp_path: Path) -> None:
    assert write(STATES[1]) != write(STATES[2])
    both = [without(STATES[2], "four"), reworded(STATES[2], "five")]
    found = kept(tmp_path).beginning(STATES[-1], both)
    assert found is not None
    assert found.document == STATES[2]
