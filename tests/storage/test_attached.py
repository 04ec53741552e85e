"""A PDF with a project in it opens the project; any other gives one sentence."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import zlib
from pathlib import Path
from typing import Any

import pypdf
import pytest

from cxdesigner.export import ExportOptions, export_maps
from cxdesigner.layout.pages import Page
from cxdesigner.layout.publication import Attachment, Publication
from cxdesigner.painters.pdf import write_pdf
from cxdesigner.resources import resource
from cxdesigner.storage import attached
from cxdesigner.storage.attached import is_pdf, project_in
from cxdesigner.storage.codec import write
from cxdesigner.storage.problems import NotAProjectError
from cxdesigner.storage.project_file import load, read_whole

EXAMPLE = resource("examples", "vivan-los-tacos.cxd")


def made(data: bytes, name: str = "Map.cxd", kind: str = "application/vnd.cxdesigner+json") -> bytes:
    out = io.BytesIO()
    write_pdf(Publication((Page(9, 9, ()),), attached=Attachment(name, kind, "The project", data)), out)
    return out.getvalue()


def stream(data: bytes, **facts: str) -> bytes:
    """A PDF of nothing but an attachment, as another program may have written it."""
    packed = zlib.compress(data)
    digest = hashlib.md5(data, usedforsecurity=False).hexdigest().upper()
    said = {"Length": str(len(packed)), "Params": f"<</CheckSum<{digest}>>>", **facts}
    entries = "".join(f"/{name} {value}" for name, value in said.items() if value)
    head = f"4 0 obj<</Subtype/application#2fvnd.cxdesigner+json{entries}>>stream\r\n"
    return b"%PDF-1.4\n" + head.encode("ascii") + packed + b"\nendstream"


def test_an_exported_pdf_opens_the_project_that_it_was_made_of(tmp_path: Path) -> None:
    document = load(EXAMPLE).document
    path = tmp_path / "map.pdf"
    path.write_bytes(export_maps(document, [document.maps[0].id], ExportOptions(attach=True), write))
    reading = load(path)
    assert reading.is_attached
    assert reading.document == document
    assert not load(EXAMPLE).is_attached
    reader = pypdf.PdfReader(path)
    assert {name: one[0] for name, one in reader.attachments.items()} == {"Vivan los Tacos.cxd": write(document)}


def test_what_was_left_out_is_not_in_the_attachment_either() -> None:
    document = load(EXAMPLE).document
    options = ExportOptions(attach=True, without=("names", "quotes"))
    found = project_in(export_maps(document, [document.maps[0].id], options, write))
    assert b"Marta" not in found
    assert read_whole(found).document.personas


@pytest.mark.parametrize("command", [["qpdf", "--object-streams=disable"], ["qpdf", "--linearize"]])
def test_a_file_that_another_program_has_written_anew_opens_too(command: list[str], tmp_path: Path) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")
    (tmp_path / "a.pdf").write_bytes(made(b"the project"))
    subprocess.run([*command, "a.pdf", "b.pdf"], cwd=tmp_path, check=True)
    assert project_in((tmp_path / "b.pdf").read_bytes()) == b"the project"


@pytest.mark.parametrize("name", ["Plän ✈ 🚌.cxd", "a/b (c).cxd"])
def test_names_are_kept(name: str) -> None:
    (found,) = pypdf.PdfReader(io.BytesIO(made(b"{}", name))).attachments
    assert found == name


def test_the_attachment_says_what_it_is() -> None:
    root: Any = pypdf.PdfReader(io.BytesIO(made(b"{}", "Plän.cxd"))).root_object
    (said,) = (one.get_object() for one in root["/AF"])
    assert (said["/F"], said["/UF"], said["/AFRelationship"]) == ("Pl_n.cxd", "Plän.cxd", "/Source")
    embedded = said["/EF"]["/F"].get_object()
    assert (embedded["/Subtype"], embedded["/Params"]["/Size"]) == ("/application/vnd.cxdesigner+json", 2)


def test_the_stream_is_found_however_it_is_written() -> None:
    assert project_in(stream(b"one")) == b"one"
    assert project_in(b"%PDF-1.7 /application#2Fvnd.cxdesigner+json" + bytes(3_000) + stream(b"two")) == b"two"
    assert project_in(stream(b"three", Length="1") + stream(b"four")) == b"four"


@pytest.mark.parametrize(
    "data",
    [
        stream(b"one", Length="9 0 R"),
        stream(b"one", Length=""),
        stream(b"one", Params=""),
        stream(b"one", Params="<</CheckSum<" + "0" * 32 + ">>>"),
        stream(b"one").replace(b"\r\nx", b"\r\n?"),
    ],
)
def test_a_damaged_attachment_is_told(data: bytes) -> None:
    with pytest.raises(NotAProjectError, match="The project in this PDF is damaged"):
        project_in(data)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", made(b"{}", kind="text/plain"), b"%PDF- /application#2Fvnd.cxdesigner+json"]
)
def test_a_pdf_without_a_project_is_told(data: bytes) -> None:
    assert is_pdf(data)
    with pytest.raises(NotAProjectError, match="This is a PDF with no project in it"):
        read_whole(data)


def test_more_than_a_project_may_have_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attached, "MAX_FILE_BYTES", 1_000)
    assert project_in(stream(bytes(1_000))) == bytes(1_000)
    with pytest.raises(NotAProjectError, match="at most"):
        project_in(stream(bytes(1_001)))


def test_a_pdf_cut_anywhere_gives_a_sentence_or_the_project() -> None:
    data = made(b"the project")
    found = [_outcome(data[:end]) for end in range(5, len(data))]
    assert set(found) == {"none", "damaged", "the project"}
    assert found[-1] == "the project"


def _outcome(data: bytes) -> str:
    try:
        return project_in(data).decode("ascii")
    except NotAProjectError as error:
        return "damaged" if "damaged" in str(error) else "none"
