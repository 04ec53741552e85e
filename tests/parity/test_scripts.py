"""Every script that there are fonts for: drawn without a box, alike on canvas, PDF and SVG, and found as typed."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from cxdesigner.layout.scene import Scene
from cxdesigner.layout.typeset import TextStyle
from cxdesigner.painters.qt import render_image
from cxdesigner.painters.svg import write_svg
from tests import scripts
from tests.parity.compare import MOST_OFF, SCALE, compare
from tests.scripts import MIXED, SAMPLES, Sample

ALL = {**SAMPLES, **MIXED}
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
DECLARATIONS = {
    "ara": "arb", "ben": "ben", "zh-Hans": "cmn_hans", "zh-Hant": "cmn_hant", "el": "ell_monotonic", "en": "eng",
    "he": "heb", "hi": "hin", "ja": "jpn", "km": "khm", "ko": "kor", "ru": "rus", "ta": "tam", "th": "tha", "vi": "vie",
}  # fmt: skip
"""The Universal Declaration of Human Rights in the scripts there are fonts for, by language."""
EMOJI = CORPUS / "unicode" / "emoji-test.txt"
SEQUENCES = (
    "👩🏽\u200d💻",
    "👨\u200d👩\u200d👧\u200d👦",
    "🏳️\u200d🌈",
    "🇳🇱",
    "#️⃣",
    "👍🏿",
    "❤️\u200d🔥",
    "⭐",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
)
AROUND = {"en": "a {} b", "ar": "نعم {} لا", "km": "ក្រុម {} ក្រុម", "hi": "क्षमा{}क्षमा", "ja": "駅で{}待つ", "ko": "역 {}"}
FIRST = {"CX Sans Regular"}
MOST_OFF_IN_SVG = 0.005
"""Outlines are filled by another rasteriser than letters are, which shows along their edges."""

every_script = pytest.mark.parametrize("name", ALL)
needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed"
)


def from_svg(scene: Scene) -> QImage:
    out = io.BytesIO()
    write_svg(scene, out)
    image = QImage(round(scene.width * SCALE), round(scene.height * SCALE), QImage.Format.Format_RGB32)
    image.fill("#ffffff")
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(out.getvalue())).render(painter, QRectF(0, 0, scene.width * SCALE, scene.height * SCALE))
    painter.end()
    return image


@every_script
def test_it_is_drawn_without_a_box_in_the_face_that_is_made_for_it(name: str) -> None:
    made = scripts.paragraph(ALL[name])
    assert scripts.boxes(made) == ""
    assert {piece.face.name for line in made.lines for _, piece in line.pieces} - FIRST == ALL[name].faces


@every_script
@pytest.mark.parametrize("weight", ["semibold", "bold", "italic"])
def test_in_every_style_it_is_drawn_without_a_box(name: str, weight: str) -> None:
    assert scripts.boxes(scripts.paragraph(ALL[name], style=TextStyle(weight, 9.0, 13.0))) == ""


@every_script
@pytest.mark.usefixtures("qapp")
def test_the_pdf_and_the_svg_equal_the_canvas(name: str, tmp_path: Path) -> None:
    scene = scripts.scene(scripts.paragraph(ALL[name]))
    scene = scene._replace(width=round(scene.width), height=round(scene.height))
    pdf = scripts.pdf([scene])
    canvas = render_image(scene, SCALE, {})
    assert compare(pdf, canvas, save=tmp_path) <= MOST_OFF
    assert compare(pdf, from_svg(scene)) <= MOST_OFF_IN_SVG


def check_sequence(sequence: str, language: str, around: str) -> None:
    """One cluster of the face for emoji, of which one glyph is seen."""
    made = scripts.paragraph(Sample(language, around.format(sequence)), width=1000.0)
    pieces = [piece for line in made.lines for _, piece in line.pieces if piece.face.name == "CX Emoji Regular"]
    assert [cluster.text for piece in pieces for cluster in piece.clusters] == [sequence]
    (cluster,) = pieces[0].clusters
    assert sum(bool(pieces[0].face.outline(gid)) for gid, _, _ in cluster.glyphs) == 1
    assert cluster.glyphs[0][0] != 0


@pytest.mark.parametrize("language", AROUND)
def test_a_sequence_of_emoji_is_one_drawing_whatever_stands_around_it(language: str) -> None:
    for sequence in SEQUENCES:
        check_sequence(sequence, language, AROUND[language])


@pytest.mark.skipif(not EMOJI.is_file(), reason="the Unicode emoji data is not there")
def test_every_sequence_of_emoji_is_one_drawing() -> None:
    rows = [
        line.split("#")[0].split(";") for line in EMOJI.read_text("utf-8").splitlines() if ";" in line.split("#")[0]
    ]
    sequences = [
        "".join(chr(int(point, 16)) for point in row[0].split()) for row in rows if "unqualified" not in row[1]
    ]
    assert len(sequences) > 4900
    for sequence in sequences:
        check_sequence(sequence, "en", "{}")


@pytest.mark.skipif(not EMOJI.is_file(), reason="the Unicode emoji data is not there")
def test_no_emoji_is_a_box_even_where_it_is_asked_to_be_text() -> None:
    for line in EMOJI.read_text("utf-8").splitlines():
        points = line.split("#")[0].split(";")[0].split()
        text = "".join(chr(int(point, 16)) for point in points)
        assert not scripts.boxes(scripts.paragraph(Sample("en", f"{text}\ufe0e {text}")))


@pytest.mark.parametrize("language", DECLARATIONS)
def test_a_long_text_has_no_box_and_comes_back_as_it_was_typed(language: str, tmp_path: Path) -> None:
    file = CORPUS / "udhr" / f"udhr_{DECLARATIONS[language]}.txt"
    if not file.is_file():
        pytest.skip("the Universal Declaration of Human Rights is not there")
    texts = [line for line in file.read_text("utf-8").splitlines() if line.strip()]
    made = [scripts.paragraph(Sample(language, text)) for text in texts]
    assert not "".join(map(scripts.boxes, made))
    path = tmp_path / "text.pdf"
    path.write_bytes(scripts.pdf(map(scripts.scene, made)))
    pairs = list(zip(map(scripts.typed, made), scripts.by_pdfium(path), strict=True))
    found = sum(scripts.exact(*pair) for pair in pairs)
    # Readers take a hyphen that ends a line for one that divides a word, and order numbers in Arabic by themselves.
    hyphens = sum(line.endswith("-") for lines, _ in pairs for line in lines)
    assert sum(len(lines) for lines, _ in pairs) - found <= 2 * hyphens + (3 if language == "ara" else 0)


@needs_pdftotext
@pytest.mark.parametrize("name", SAMPLES)
def test_poppler_finds_every_line_as_it_was_typed(name: str, tmp_path: Path) -> None:
    made = scripts.paragraph(SAMPLES[name])
    path = tmp_path / "text.pdf"
    path.write_bytes(scripts.pdf([scripts.scene(made)]))
    assert scripts.by_poppler(path) == [scripts.typed(made)]


@pytest.mark.parametrize("name", SAMPLES)
def test_pdfium_finds_every_line_as_it_was_typed(name: str, tmp_path: Path) -> None:
    made = scripts.paragraph(SAMPLES[name])
    path = tmp_path / "text.pdf"
    path.write_bytes(scripts.pdf([scripts.scene(made)]))
    assert scripts.by_pdfium(path) == [scripts.typed(made)]


@pytest.mark.parametrize("name", MIXED)
def test_where_directions_mix_no_letter_is_lost(name: str, tmp_path: Path) -> None:
    """The order is the reader's: it guesses where one direction ends, and which way a bracket then opens."""
    made = scripts.paragraph(MIXED[name])
    path = tmp_path / "text.pdf"
    path.write_bytes(scripts.pdf([scripts.scene(made)]))
    (found,) = scripts.by_pdfium(path)
    letters = [sorted("".join(lines).replace("(", ")").replace(" ", "")) for lines in (found, scripts.typed(made))]
    assert letters[0] == letters[1]


def test_what_a_word_is_made_of_is_near_enough_to_be_read_as_one(tmp_path: Path) -> None:
    """In Bengali a letter can stand so far from the one before that a reader would see two words."""
    made = scripts.paragraph(Sample("bn", "বন্ধুত্বপূর্ণ শংকামুক্ত জীবন"))
    path = tmp_path / "text.pdf"
    path.write_bytes(scripts.pdf([scripts.scene(made)]))
    assert scripts.by_pdfium(path) == [scripts.typed(made)]
