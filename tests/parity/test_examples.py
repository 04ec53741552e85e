"""What a stakeholder gets is what was on the wall: the example maps as PDF and as the canvas draws them."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest

from cxdesigner.export import ExportOptions, assets_of, export_maps
from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.sheet import lay_out
from cxdesigner.layout.typeset import Typesetter
from cxdesigner.model.document import Document
from cxdesigner.painters.qt import render_image
from cxdesigner.resources import resource
from cxdesigner.storage.codec import read
from tests.parity.compare import MOST_OFF, SCALE, compare

EXAMPLES = sorted(resource("examples").glob("*.cxd"))
MAPS = [(path, index) for path in EXAMPLES for index in range(len(read(path.read_bytes()).document.maps))]


def opened(path: Path) -> Document:
    return read(path.read_bytes()).document


def exported(path: Path, index: int = 0) -> bytes:
    document = opened(path)
    return export_maps(document, [document.maps[index].id], ExportOptions("pdf"))


@pytest.mark.parametrize(("path", "index"), MAPS, ids=[f"{path.stem}-{index + 1}" for path, index in MAPS])
@pytest.mark.usefixtures("qapp")
def test_the_pdf_equals_the_canvas(path: Path, index: int, tmp_path: Path) -> None:
    document = opened(path)
    scene = lay_out(document, document.maps[index].id, Typesetter(Fonts.load()), Icons())
    picture = render_image(scene, SCALE, assets_of(document))
    assert compare(exported(path, index), picture, save=tmp_path) <= MOST_OFF


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_pdf_says_what_it_is(path: Path) -> None:
    document = opened(path)
    reader = pypdf.PdfReader(io.BytesIO(exported(path)))
    assert reader.metadata is not None
    assert reader.metadata.title == document.maps[0].title
    assert (reader.metadata.author or "") == document.maps[0].author
    assert reader.trailer["/Root"]["/Lang"] == document.project.language
    assert exported(path) == exported(path)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_text_can_be_copied_as_it_was_typed(path: Path, tmp_path: Path) -> None:
    document = opened(path)
    file = tmp_path / "map.pdf"
    file.write_bytes(exported(path))
    made = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True, encoding="utf-8")
    assert not made.stderr
    # Where a line ends at a hyphen, pdftotext joins the parts of the word and drops it.
    found = "".join(made.stdout.split()).replace("-", "")
    shown = {lane.id for lane in document.lanes(document.maps[0].id) if not lane.hidden}
    cards = [card.text for card in document.cards(document.maps[0].id) if card.lane in shown]
    missing = [text for text in cards if "".join(text.split()).replace("-", "") not in found]
    assert cards
    assert not missing


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="pdffonts (poppler-utils) is not installed")
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_font_is_embedded_in_part(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "map.pdf"
    file.write_bytes(exported(path))
    made = subprocess.run(["pdffonts", str(file)], capture_output=True, check=True, encoding="utf-8")
    rows = made.stdout.splitlines()[2:]
    assert rows
    for row in rows:
        embedded, subset, unicode = row.split()[-5:-2]
        assert (embedded, subset, unicode) == ("yes", "yes", "yes"), row
