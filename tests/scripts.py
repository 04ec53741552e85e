"""A sentence or two in every script that the bundled fonts are for, and what is drawn of a text in a file.

`python -m tests.scripts FOLDER` measures how many lines of the texts in a folder (UTF-8, named `*_<language>.txt`, one
paragraph a line) come back from a PDF as they were typed, by pdftotext and by pdfium.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import unicodedata
from functools import cache
from itertools import cycle, permutations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2

from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.pages import Page, View
from cxdesigner.layout.publication import Publication
from cxdesigner.layout.scene import GlyphRun, Scene
from cxdesigner.layout.typeset import TextStyle, Typesetter
from cxdesigner.painters.pdf import write_pdf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxdesigner.layout.glyphs import Paragraph


class Sample(NamedTuple):
    """A text, its language, and the faces that draw it besides the first one."""

    language: str
    text: str
    faces: frozenset[str] = frozenset()


def _sample(language: str, text: str, *faces: str) -> Sample:
    return Sample(language, text, frozenset(faces))


SAMPLES = {
    "latin": _sample("nl", "Zij belt de klantenservice, wacht 20 minuten en “hangt op” – één keer te vaak."),
    "greek": _sample("el", "Ο πελάτης περιμένει στη στάση και κοιτάζει το ρολόι του."),
    "cyrillic": _sample("ru", "Клиент ждёт автобус и смотрит на часы: «Где же он?»"),
    "vietnamese": _sample("vi", "Khách hàng đợi xe buýt ở trạm, rồi mở ứng dụng để xem chuyến kế tiếp. Ẫ Ộ Ữ"),
    "arabic": _sample("ar", "ينتظر العميل الحافلة في المحطة وينظر إلى ساعته.", "CX Arabic Regular"),
    "hebrew": _sample("he", "הלקוחה מחכה לאוטובוס בתחנה ומסתכלת בשעון.", "CX Hebrew Regular"),
    "devanagari": _sample("hi", "ग्राहक बस की प्रतीक्षा करता है और घड़ी देखता है। क्षमा कीजिए!"),
    "bengali": _sample("bn", "গ্রাহক বাসের জন্য অপেক্ষা করেন এবং ঘড়ি দেখেন।", "CX Bengali Regular"),
    "tamil": _sample("ta", "வாடிக்கையாளர் பேருந்துக்காகக் காத்திருக்கிறார்.", "CX Tamil Regular"),
    "thai": _sample("th", "ลูกค้ารอรถเมล์ที่ป้ายและดูนาฬิกา น้ำใจ", "CX Thai Regular"),
    "khmer": _sample("km", "អតិថិជនរង់ចាំឡានក្រុងនៅចំណត ហើយមើលនាឡិកា។", "CX Khmer Regular"),
    "simplified": _sample("zh-Hans", "顾客在车站等公交车，看了看手表。“车在哪里？”", "CX SC Regular"),
    "traditional": _sample("zh-Hant", "顧客在車站等公車，看了看手錶。「車在哪裡？」", "CX TC Regular"),
    "japanese": _sample("ja", "お客様は停留所でバスを待ち、時計を見ます。「まだかな？」", "CX JP Regular"),
    "korean": _sample("ko", "고객이 정류장에서 버스를 기다리며 시계를 봅니다. 똠방각하", "CX KR Regular"),
    "symbols": _sample("en", "A → B ≤ 2 × C; ✗ ☐ ★ ♪ ① ⟶", "CX Math Regular", "CX Figures Regular", "CX Signs Regular"),
    "emoji": _sample("en", "😀 👍🏽 👩🏾‍🚒 👨‍👩‍👧‍👦 🏳️‍🌈 🇳🇱 1️⃣ ❤️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿", "CX Emoji Regular"),
}
"""Made for these tests. The faces are those of the text in its own language."""

MIXED = {
    "arabic in english": _sample("en", "She reads مرحبا بكم on the door and 25 العملاء wait", "CX Arabic Regular"),
    "english in arabic": _sample("ar", "يفتح العميل تطبيق MyBank ويختار 3 خدمات", "CX Arabic Regular"),
    "hebrew in english": _sample("en", "The sign says שלום (2 words) to her", "CX Hebrew Regular"),
    "english in hebrew": _sample("he", "הלקוח פותח את Gmail בטלפון", "CX Hebrew Regular"),
    "everything": _sample(
        "en",
        "Ann ждёт 東京 한국 กรุงเทพ भारत বাংলা தமிழ் ខ្មែរ 👩🏽‍💻 ok",
        "CX KR Regular", "CX Thai Regular", "CX Bengali Regular", "CX Tamil Regular",
        "CX Khmer Regular", "CX Emoji Regular",
    ),
}  # fmt: skip
"""Several scripts in a line, and both directions."""

STYLE = TextStyle("regular", 9.0, 13.0)
WIDTH = 142.0
"""That of a card's text."""

_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What a reader puts around text from the right, and what a PDF leaves out where nothing is seen of it."""


@cache
def fonts() -> Fonts:
    return Fonts.load()


@cache
def typesetter() -> Typesetter:
    return Typesetter(fonts())


def paragraph(sample: Sample, width: float = WIDTH, style: TextStyle = STYLE) -> Paragraph:
    return typesetter().speaking(sample.language).paragraph(sample.text, style, width)


def scene(made: Paragraph, width: float = WIDTH) -> Scene:
    """A text on a sheet of its own."""
    runs = [
        GlyphRun(10.0 + line.x, 10.0 + made.ascent + at * made.leading, line, "#000000")
        for at, line in enumerate(made.lines)
        if line.pieces
    ]
    return Scene(max(width, made.width) + 20.0, made.height + 20.0, (), tuple(runs))


def boxes(made: Paragraph) -> str:
    """What no font has of a text."""
    clusters = (cluster for line in made.lines for _, piece in line.pieces for cluster in piece.clusters)
    return "".join(cluster.text for cluster in clusters if any(not glyph[0] for glyph in cluster.glyphs))


def pdf(scenes: Iterable[Scene]) -> bytes:
    """A file with a page a scene."""
    out = io.BytesIO()
    write_pdf(Publication(tuple(Page(one.width, one.height, (View(one),)) for one in scenes), "Scripts"), out)
    return out.getvalue()


def by_poppler(file: Path) -> list[list[str]]:
    """The lines that pdftotext finds on each page."""
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", file, "-"], capture_output=True, check=True, encoding="utf-8")
    assert done.stderr == ""
    return [plain(page.split("\n")) for page in done.stdout.split("\f")[:-1]]


def by_pdfium(file: Path) -> list[list[str]]:
    """The lines that pdfium finds on each page."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [plain(page.get_textpage().get_text_range().split("\n")) for page in document]
    finally:
        document.close()


def plain(lines: Iterable[str]) -> list[str]:
    """Lines as they are compared: composed, without marks of direction, without what ends a line or is empty."""
    made = (" ".join(unicodedata.normalize("NFC", _DIRECTIONS.sub("", line)).split()) for line in lines)
    return [line for line in made if line]


def typed(made: Paragraph) -> list[str]:
    """The lines that should be found."""
    return plain(line.text for line in made.lines)


def exact(expected: list[str], found: list[str]) -> int:
    """How many lines are found, each once."""
    left = list(found)
    count = 0
    for line in expected:
        if line in left:
            left.remove(line)
            count += 1
    return count


def whole(expected: list[str], found: list[str]) -> bool:
    """Whether a card's text is found in its order, but for white space where lines end."""
    return "".join("".join(expected).split()) == "".join("".join(found).split())


def texts_in(file: Path) -> list[str]:
    return [line for line in file.read_text("utf-8").split("\n") if line.strip()]


def language_of(stem: str) -> str:
    """The language that ends a file's name, as a BCP 47 tag."""
    language = stem.partition("_")[2].replace("_", "-")
    return {"jpn": "ja", "kor": "ko"}.get(language, language.replace("cmn", "zh"))


def mixed(texts: list[str], others: list[str]) -> list[str]:
    """Texts with two words of others after every four words."""
    words = cycle(" ".join(others).split())
    found = []
    for text in texts:
        own = text.split()
        parts = [[*own[at : at + 4], next(words), next(words)] for at in range(0, len(own), 4)]
        found.append(" ".join(word for part in parts for word in part))
    return found


def measure(name: str, samples: list[Sample], folder: Path) -> str:
    """A row of the table: lines and cards, and which share of either each reader gives as it was typed."""
    made = [paragraph(sample) for sample in samples]
    path = folder / f"{name}.pdf"
    path.write_bytes(pdf(scene(one) for one in made))
    wanted = [typed(one) for one in made]
    lines = sum(map(len, wanted))
    cells = [f"{name:<22}{lines:>7}{len(made):>7}{sum(len(boxes(one)) for one in made):>7}"]
    for found in (by_poppler(path), by_pdfium(path)):
        hits = sum(exact(*pair) for pair in zip(wanted, found, strict=True))
        cards = sum(whole(*pair) for pair in zip(wanted, found, strict=True))
        cells.append(f"{100 * hits / lines:>9.1f} %{100 * cards / len(made):>9.1f} %")
    return "".join(cells)


def main(folders: list[str]) -> int:
    """Print the table for the samples, and for the texts in a folder."""
    if shutil.which("pdftotext") is None:
        print("pdftotext (poppler-utils) is not installed", file=sys.stderr)
        return 1
    import tempfile

    with tempfile.TemporaryDirectory() as made:
        print(f"{'text':<22}{'lines':>7}{'cards':>7}{'boxes':>7}   pdftotext: lines, cards     pdfium: lines, cards")
        print(measure("samples", list(SAMPLES.values()), Path(made)))
        for name, sample in MIXED.items():
            print(measure(name, [sample], Path(made)))
        texts = {file.stem: texts_in(file) for folder in folders for file in sorted(Path(folder).glob("*.txt"))}
        for name, lines in texts.items():
            print(measure(name, [Sample(language_of(name), line) for line in lines], Path(made)))
        for one, other in permutations([name for name in texts if name.endswith(("_eng", "_arb", "_heb"))], 2):
            lines = mixed(texts[one], texts[other])
            name = f"{one} with {other.rpartition('_')[2]}"
            print(measure(name, [Sample(language_of(one), line) for line in lines], Path(made)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
