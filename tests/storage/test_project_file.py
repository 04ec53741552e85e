"""Projects on disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.records import Asset, Card, Map, Project
from cxdesigner.storage import project_file
from cxdesigner.storage.codec import NotAProjectError, Writer, write
from cxdesigner.storage.project_file import CannotReadError, CannotWriteError, load, save

FULL = Path(__file__).parent / "full.cxd"


def test_a_project_is_saved_and_loaded(tmp_path: Path) -> None:
    save(load(FULL).document, tmp_path / "a.cxd")
    assert (tmp_path / "a.cxd").read_bytes() == FULL.read_bytes()


def test_saving_again_with_the_same_writer_writes_the_same_bytes(tmp_path: Path) -> None:
    document, writer = load(FULL).document, Writer()
    save(document, tmp_path / "a.cxd", writer)
    card = next(record for record in document.records.values() if isinstance(record, Card))
    document = document.apply(Change.of({card.id: (card, card.with_(text="Other words"))}))
    save(document, tmp_path / "a.cxd", writer)
    assert (tmp_path / "a.cxd").read_bytes() == write(document)


def test_nobody_waits_for_a_writer_that_is_busy() -> None:
    document, writer = load(FULL).document, Writer()
    with writer._lock:
        assert writer.write(document) == FULL.read_bytes()
    assert writer.write(document) == FULL.read_bytes()


def test_the_pieces_of_a_project_are_its_file() -> None:
    document = load(FULL).document
    pieces = Writer().pieces(document)
    assert b"".join(pieces) == FULL.read_bytes()
    assert len(pieces) > len(document.assets), "a picture is a piece of its own"


def test_a_save_that_does_not_work_says_so(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError, match="there is no folder"):
        save(load(FULL).document, tmp_path / "missing" / "a.cxd")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotReadError, match=r"Could not open a\.cxd: there is no such file in .*\.$"):
        load(tmp_path / "a.cxd")


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotReadError, match="it is a folder"):
        load(str(tmp_path))


@pytest.mark.skipif(os.name != "posix", reason="pipes are of POSIX")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.cxd")
    with pytest.raises(CannotReadError, match="a device or a pipe"):
        load(tmp_path / "a.cxd")


def test_a_name_that_no_file_can_have_is_told() -> None:
    with pytest.raises(CannotReadError, match="Could not open"):
        load("a\0b")


def test_a_file_that_one_may_not_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CannotReadError, match="you may not read it"):
        load(FULL)


def test_a_file_past_the_limit_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.cxd").open("wb") as file:
        file.truncate(200 * 2**20)  # a sparse file
    with pytest.raises(NotAProjectError, match=r"The file has 200\.0 MiB; a project has at most 128 MiB\."):
        load(tmp_path / "a.cxd")


def nested(levels: int) -> Document:
    found: object = []
    for _ in range(levels - 1):
        found = {"x": found}
    card = Card.model_validate({"id": "c", "\x1fparent": "m", "x": found})
    return Document([Project.new(id="p"), Map.new(id="m", parent="p"), card])


def test_what_is_nested_too_deep_to_be_opened_again_is_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "a.cxd"
    save(nested(59), path)  # the card is the fifth level
    before = path.read_bytes()
    assert load(path).document == nested(59)
    with pytest.raises(CannotWriteError, match=r"Could not save a\.cxd: something in it is nested more than 64 levels"):
        save(nested(60), path)
    assert path.read_bytes() == before


def test_what_is_too_large_to_be_opened_again_is_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.cxd"
    path.write_bytes(b"precious")
    monkeypatch.setattr(project_file, "MAX_FILE_BYTES", 2**20)
    project = Project.new(id="p", brand={"logo": "a"})
    document = Document([project, Asset.new(id="a", parent="p", data="A" * 2**20)])
    with pytest.raises(CannotWriteError, match=r"it would have 1\.0 MiB, and a project has at most 1\. Take"):
        save(document, path)
    assert path.read_bytes() == b"precious"


def test_a_folder_that_is_not_there_is_named_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    with pytest.raises(CannotReadError) as refusal:
        load(Path("../a.cxd"))
    assert str(refusal.value) == f"Could not open a.cxd: there is no such file in {tmp_path}."
