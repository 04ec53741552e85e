"""The earlier version that somebody means, and a report of what has changed since."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from cxdesigner import cli
from cxdesigner.earlier import earlier_of
from cxdesigner.export import ExportError, ExportOptions
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.records import Snapshot
from cxdesigner.storage.codec import write
from cxdesigner.storage.snapshots import content_of
from tests.model.builders import journey

THEN = journey("A: a1 a2", "actions", cards={"actions a1": "one", "actions a2": "two"})


def kept(*names: str) -> Document:
    """Make a project that keeps itself under these names, and has a card otherwise now."""
    content = content_of(THEN)
    snapshots = {
        name: Snapshot.new(id=name, parent=THEN.root, name=name, date=f"2026-06-{day:02}", content=content)
        for day, name in enumerate(names, 1)
    }
    changed = THEN.apply(Change({"one": (THEN["one"], THEN["one"].with_(text="Asks a friend"))}))
    return changed.apply(Change({key: (None, snapshot) for key, snapshot in snapshots.items()}))


def test_it_is_one_that_is_kept_under_a_name_or_a_part_of_it(tmp_path: Path) -> None:
    found = earlier_of(kept("as agreed with the client", "first"), "as agreed")
    assert found is not None
    assert (found.name, found.document) == ("as agreed with the client", THEN)
    assert earlier_of(kept(), "") is None


def test_it_is_another_file_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "monday.cxd").write_bytes(write(THEN))
    found = earlier_of(kept(), str(tmp_path / "monday.cxd"))
    assert found is not None
    assert (found.name, found.document) == ("monday.cxd", THEN)


@pytest.mark.parametrize(
    ("names", "text", "sentence"),
    [
        ((), "x", "There is no version “x” in this project, nor such a file: it keeps none."),
        (("a", "b"), "x", "There is no version “x” in this project, nor such a file; it keeps “a”, “b”."),
        (("as agreed", "as asked"), "as", "“as” is a part of several names: “as agreed”, “as asked”."),
        ((), "broken.cxd", "broken.cxd: This is not a project"),
        ((), "other.cxd", "“other.cxd” is another project, not a version of this one."),
    ],
)
def test_what_is_not_meant_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], text: str, sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("broken.cxd").write_bytes(b"no project")
    Path("other.cxd").write_bytes(write(THEN).replace(b'"id": "project"', b'"id": "another"'))
    with pytest.raises(ExportError) as caught:
        earlier_of(kept(*names), text)
    assert str(caught.value).startswith(sentence)


def test_one_of_a_newer_release_is_said_in_a_sentence() -> None:
    newer = Snapshot.new(id="s", parent=THEN.root, name="newer", content={"format": "cxdesigner", "version": 99})
    with pytest.raises(ExportError):
        earlier_of(THEN.apply(Change({"s": (None, newer)})), "newer")


def test_a_report_tells_what_has_changed_since(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "plan.cxd").write_bytes(write(kept("as agreed")))
    arguments = ["export", str(tmp_path / "plan.cxd"), "-o", str(tmp_path / "x.pdf"), "--report", "--parts", "changes"]
    assert cli.main([*arguments, "--since", "as agreed"]) == 0
    (page,) = PdfReader(tmp_path / "x.pdf").pages
    text = page.extract_text()
    for words in ("What has changed", "Compared with “as agreed”.", "Reworded", "Asks a friend"):
        assert words in text
    assert cli.main([*arguments, "--since", "as agreed", "--preflight"]) == 0
    assert cli.main([*arguments, "--since", "never"]) == 2
    assert "There is no version “never” in this project" in capsys.readouterr().err
    assert cli.main([*arguments[:4], "--since", "as agreed"]) == 2
    assert "--since is for --report only." in capsys.readouterr().err


def test_nothing_is_told_of_what_is_to_be_left_out() -> None:
    with pytest.raises(ExportError, match="with things left out"):
        ExportOptions(report=True, since="as agreed", without=("names",))
