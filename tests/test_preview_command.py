"""The process that composes and draws pages for a window."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest

from cxdesigner.console import PREVIEW
from cxdesigner.preview_command import Service
from cxdesigner.resources import resource
from cxdesigner.storage.reading import read

ROOT = Path(__file__).parent.parent
DINNER = resource("examples", "vivan-los-tacos.cxd").read_bytes()
MAPS = [one.id for one in read(DINNER).document.maps]
pytestmark = pytest.mark.usefixtures("qapp")


class Asker:
    """Asks a service, and reads its answers."""

    def __init__(self) -> None:
        self.out = io.BytesIO()
        self._service = Service(self.out)
        self._service.answer({"do": "project"}, DINNER)

    def ask(self, **request: Any) -> tuple[dict[str, Any], bytes]:
        at = self.out.tell()
        self._service.answer(request, b"")
        self.out.seek(at)
        head = json.loads(self.out.readline())
        return head, self.out.read(head["bytes"])

    def compose(self, *flags: str, kind: str = "pdf", maps: list[str] | None = None) -> dict[str, Any]:
        return self.ask(do="compose", ask=7, kind=kind, maps=MAPS[:1] if maps is None else maps, flags=flags)[0]


@pytest.fixture
def asker() -> Asker:
    return Asker()


def test_pages_are_composed_and_drawn(asker: Asker) -> None:
    found = asker.compose("--page=A3")
    assert (found["did"], found["ask"]) == ("composed", 7)
    assert [[round(side) for side in page[:2]] for page in found["pages"]] == [[1191, 842]]
    assert {one["subject"] for one in found["findings"]} == {"pages", "text"}
    wanted = {"page": 0, "scale": 0.5, "box": [100, 50, 300, 200], "ask": 7}
    head, data = asker.ask(do="draw", **wanted)
    assert {key: head[key] for key in wanted} == wanted
    rows = zlib.decompress(data)
    assert len(rows) == head["width"] * head["height"] * 4 == 300 * 200 * 4
    assert len(set(rows)) > 20


def test_what_cannot_be_is_refused_in_a_sentence(asker: Asker) -> None:
    refused = asker.compose("--page=A3", "--persona=Nobody")
    assert refused["did"] == "refused"
    assert "Nobody" in json.dumps(refused["sentence"])
    for flags in ((), ("--report",), ("--without=names",)):
        assert asker.compose(*flags, maps=["gone"])["did"] == "refused"
        assert asker.compose(*flags, maps=[])["did"] == "refused"
    assert asker.compose(kind="html", maps=[])["did"] == "refused"
    asker.compose("--page=A4")
    length = asker.out.tell()
    asker._service.answer({"do": "draw", "page": 9, "scale": 1, "box": [0, 0, 9, 9], "ask": 7}, b"")
    assert asker.out.tell() == length


def test_what_is_found_in_a_redacted_project_is_about_the_whole_one(asker: Asker) -> None:
    found = asker.compose("--without=names,notes")
    document = read(DINNER).document
    ids = [key for one in found["findings"] for key in one["ids"]]
    assert ids
    assert all(key in document for key in ids)


def test_what_is_asked_for_is_found_on_the_pages(asker: Asker) -> None:
    card = read(DINNER).document.cards(MAPS[0])[0]
    asker.compose("--page=A3")
    places = asker.ask(do="find", ask=7, ids=[card.id, "gone"])[0]["places"]
    ((page, x, y, width, height),) = places
    assert page == 0
    assert 0 < x < x + width < 1191
    assert 0 < y < y + height < 842
    asker.compose("--page=A3", "--without=names")
    assert len(asker.ask(do="find", ask=7, ids=[card.id])[0]["places"]) == 1
    asker.compose(kind="md")
    assert asker.ask(do="find", ask=7, ids=[card.id])[0]["places"] == []


@pytest.mark.parametrize("kind", ["html", "md"])
def test_text_is_given_as_text(asker: Asker, kind: str) -> None:
    found = asker.compose(kind=kind)
    assert found["pages"] == []
    assert found["text"].startswith("# Friday dinner at Vivan los Tacos")
    assert asker.compose("--page=A4")["text"] == ""


def test_it_answers_as_a_process_until_its_input_ends() -> None:
    ask = {"do": "compose", "ask": 1, "kind": "pdf", "maps": MAPS[:1], "flags": [], "bytes": 0}
    given = [json.dumps({"do": "project", "bytes": len(DINNER)}).encode() + b"\n" + DINNER, json.dumps(ask).encode()]
    done = subprocess.run(
        [sys.executable, "-P", "-m", "cxdesigner", PREVIEW],
        input=b"".join(given) + b"\n", env=_environment(), capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["did"] == "composed"


def _environment() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(ROOT)}
