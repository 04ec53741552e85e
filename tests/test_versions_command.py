"""The process that looks at versions for a window."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cxdesigner import versions_command
from cxdesigner.console import VERSIONS
from cxdesigner.model.document import Document
from cxdesigner.model.edits.snapshots import keep_snapshot
from cxdesigner.resources import resource
from cxdesigner.storage.backups import Backups
from cxdesigner.storage.codec import read, write
from cxdesigner.storage.snapshots import content_of
from cxdesigner.versions_command import Service
from tests.model.builders import journey

ROOT = Path(__file__).parent.parent
DINNER = read(resource("examples", "vivan-los-tacos.cxd").read_bytes()).document
pytestmark = pytest.mark.usefixtures("qapp")


def small(cards: str) -> Document:
    return journey("A: a1 a2", "actions", cards={"actions a1": cards})


class Asker:
    """Asks a service about versions of a project, and reads its answers."""

    def __init__(self, document: Document) -> None:
        self.out = io.BytesIO()
        self._service = Service(self.out)
        self.tell("kept", document)
        self.tell("now", document)

    def tell(self, what: str, document: Document) -> None:
        self._service.answer({"do": what}, write(document))

    def ask(self, **request: Any) -> tuple[dict[str, Any], bytes]:
        at = self.out.tell()
        self._service.answer(request, b"")
        self.out.seek(at)
        head = json.loads(self.out.readline())
        return head, self.out.read(head["bytes"])


def kept(document: Document) -> tuple[Document, str]:
    change = keep_snapshot(document, "May", content_of(document))
    assert change is not None
    return document.apply(change), change.added()[0].id


def english(raw: Any) -> str:
    values = {name: english(one) if isinstance(one, dict) else one for name, one in raw["values"].items()}
    return str(raw["template"].format(**values)) if values else str(raw["template"])


def test_a_kept_version_is_drawn_and_told_apart_from_now() -> None:
    before, key = kept(DINNER)
    now = before.apply(_without(before, DINNER.cards(DINNER.maps[0].id)[0].id))
    head, data = Asker(now).ask(do="look", key="k", snapshot=key, map=DINNER.maps[1].id, width=96, height=62)
    assert (head["did"], head["key"], head["maps"]) == ("looked", "k", 2)
    assert head["cards"] == sum(DINNER.count_cards(one.id) for one in DINNER.maps)
    assert english(head["since"]).startswith("1 card removed")
    rows = zlib.decompress(data)
    assert len(rows) == 96 * 62 * 4
    assert len(set(rows)) > 20


def _without(document: Document, key: str) -> Any:
    from cxdesigner.model.edits.removal import remove

    return remove(document, [key])


def test_versions_come_from_bytes_and_files_too(tmp_path: Path) -> None:
    asker = Asker(small("one two"))
    assert asker.ask(do="look", key="a")[0]["did"] == "refused"
    asker.tell("file", small("one two"))
    head, data = asker.ask(do="look", key="a")
    assert (head["cards"], head["since"], data) == (2, None, b"")
    (tmp_path / "x.cxd").write_bytes(write(small("one")))
    head, _ = asker.ask(do="look", key="b", path=str(tmp_path / "x.cxd"))
    assert english(head["since"]) == "1 card added"
    (tmp_path / "x.cxd").unlink()
    assert asker.ask(do="look", key="b", path=str(tmp_path / "x.cxd"))[0]["did"] == "looked"
    refused, _ = asker.ask(do="look", key="c", path=str(tmp_path / "x.cxd"))
    assert refused["did"] == "refused"
    assert "no such file" in english(refused["sentence"])


def test_what_is_not_there_is_refused_in_a_sentence() -> None:
    head, _ = Asker(small("one")).ask(do="look", key="k", snapshot="gone")
    assert (head["did"], english(head["sentence"])) == ("refused", "This version is kept no longer.")


def test_a_project_without_maps_has_no_picture() -> None:
    empty = read(b'{"format": "cxdesigner", "version": 1, "id": "project", "title": "", "maps": []}').document
    asker = Asker(empty)
    asker.tell("file", empty)
    head, data = asker.ask(do="look", key="k", width=96, height=62)
    assert (head["did"], head["maps"], head["cards"], data) == ("looked", 0, 0, b"")


def test_only_so_much_is_kept_for_the_next_question(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(versions_command, "_KEPT", 15)
    asker = Asker(small("one"))
    path = tmp_path / "x.cxd"
    path.write_bytes(write(small("one")))
    for key in "abc":
        asker.ask(do="look", key=key, path=str(path))
    path.unlink()
    assert [asker.ask(do="look", key=key, path=str(path))[0]["did"] for key in "cba"] == ["looked", "looked", "refused"]


def test_backups_are_listed_with_the_name_of_their_file_where_it_is_another(tmp_path: Path) -> None:
    here, other = tmp_path / "dinner.cxd", tmp_path / "moved" / "supper.cxd"
    for path, hour in ((here, 9), (other, 10)):
        Backups(tmp_path / "b", lambda hour=hour: datetime(2026, 3, 2, hour, tzinfo=UTC)).keep(
            path, small("one"), "project"
        )
    (tmp_path / "b" / "odd").mkdir()
    head, _ = Asker(small("one")).ask(do="list", folder=str(tmp_path / "b"), path=str(here), project="project")
    found = head["backups"]
    assert [(when, name) for when, _, name in found] == [
        ("2026-03-02T10:00:00+00:00", "supper.cxd"),
        ("2026-03-02T09:00:00+00:00", ""),
    ]
    assert read(Path(found[1][1]).read_bytes()).document == small("one")


def test_it_answers_as_a_process_until_its_input_ends() -> None:
    data = write(small("one"))
    asked = b'{"do": "file", "bytes": %d}\n%s{"do": "look", "key": "k", "bytes": 0}\n' % (len(data), data)
    done = subprocess.run(
        [sys.executable, "-m", "cxdesigner", VERSIONS],
        input=asked,
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "", "PYTHONPATH": str(ROOT)},
    )
    head = json.loads(done.stdout)
    assert (head["did"], head["cards"], head["since"]) == ("looked", 1, None)
