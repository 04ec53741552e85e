"""Scenes made by hand, so that the painters are tested apart from the layout."""

from __future__ import annotations

import io
import itertools
from functools import cache

from PIL import Image, ImageDraw

from cxdesigner.layout.fonts import Face
from cxdesigner.layout.glyphs import Line, Piece
from cxdesigner.layout.pages import Page, View
from cxdesigner.layout.publication import Publication
from cxdesigner.layout.scene import Band, Box, GlyphRun, Group, Path, Picture, Scene, Stroke
from cxdesigner.resources import resource


@cache
def face(style: str = "regular") -> Face:
    return Face(resource("fonts", f"cx-sans-{style}.ttf"))


@cache
def piece(text: str, style: str = "regular") -> Piece:
    """A piece of one script, always the same object."""
    return face(style).shape(text)


def line(text: str, size: float = 10.0, weight: str = "regular") -> Line:
    """One line of shaped text, in words as the typesetter cuts it."""
    words = text.split(" ")
    made, x = [], 0.0
    for number, word in enumerate(words):
        tail = " " if number < len(words) - 1 else ""
        for part in (word, tail):
            if part:
                one = piece(part, weight)
                made.append((x, one))
                x += one.advance * size / one.face.upem
    return Line(size, tuple(made), x, text)


def photo(width: int = 300, height: int = 200, kind: str = "JPEG") -> bytes:
    """A picture with an edge in every direction."""
    image = Image.new("RGB", (width, height), "#7aa6c2")
    draw = ImageDraw.Draw(image)
    draw.ellipse((width * 0.3, height * 0.2, width * 0.7, height * 0.9), fill="#e8c39e")
    draw.rectangle((0, height * 0.8, width, height), fill="#35506b")
    if kind == "RGBA":
        image.putalpha(Image.linear_gradient("L").resize((width, height)))
        kind = "PNG"
    out = io.BytesIO()
    image.save(out, kind, quality=95)
    return out.getvalue()


def assets() -> dict[str, bytes]:
    return {"photo": photo(), "tall": photo(120, 260, "PNG"), "sheer": photo(90, 90, "RGBA"), "bad": b"GIF89a?"}


def card(number: int, x: float, y: float, lines: tuple[str, ...], width: float = 150.0) -> Group:
    """A card as the layout makes them: a box, a strip and lines of text."""
    texts = tuple(
        GlyphRun(8.0, 16.0 + 13.0 * at, line(text, 9.0 if at else 10.0, "regular" if at else "semibold"), "#1f2933")
        for at, text in enumerate(lines)
    )
    box = Box(0.0, 0.0, width, 56.0, "#ffffff", Stroke("#cbd2d9", 0.75), 4.0)
    strip = Box(0.0, 6.0, 3.0, 44.0, "#2f6f9f")
    return Group(f"c-{number}", "card", x, y, width, 56.0, (box, strip, *texts))


WORDS = (
    "Waits for the bus at the stop",
    "Asks a friend which ticket to buy",
    "AVATAR Today: To Yvonne, W. T. & Co. <b>bold</b>",
    "Grüße aus Köln — “naïve” café, 5 € (½)",
    "Kundin öffnet die App … und zögert",
    "Zażółć gęślą jaźń; Příliš žluťoučký kůň",
    "Ελληνικά και кириллица вместе",
    "e\u0301 n\u0303 a\u0323\u0302 o\u0328\u0301 q\u0307 x\u0302\u0323",
)

_FURTHER = (("and so on",), ("second line of it,", "and a third one."))


def rich() -> Scene:
    """Every kind of node, text of all weights and many sizes, dashes, curves, rounded pictures."""
    header = [
        GlyphRun(20.0, 34.0, line("Buying a ticket: Journey of “Yvonne T.”", 24.0, "bold"), "#102a43"),
        GlyphRun(20.0, 52.0, line("Said on a rainy day, AV To We", 11.5, "italic"), "#486581"),
        Picture(480.0, 8.0, 48.0, 48.0, "photo", 24.0, "Yvonne"),
        Picture(540.0, 8.0, 60.0, 30.0, "tall", 6.0),
        Picture(610.0, 8.0, 30.0, 30.0, "sheer"),
        Picture(650.0, 8.0, 40.0, 30.0, "absent", 5.0),
        Picture(700.0, 8.0, 40.0, 30.0, "bad"),
    ]
    cards = tuple(
        card(at, 20.0 + 260.0 * (at % 3), 10.0 + 62.0 * (at // 3), (words, *more), 250.0)
        for at, (words, more) in enumerate(zip(WORDS, itertools.cycle(_FURTHER)))
    )
    sizes = tuple(
        GlyphRun(20.0 + 90.25 * at, 30.5, line(f"Size {size}", size, weight), color)
        for at, (size, weight, color) in enumerate(
            (
                (6.0, "regular", "#000000"),
                (7.5, "semibold", "#7b341e"),
                (8.25, "bold", "#234e52"),
                (13.0, "italic", "#44337a"),
                (18.0, "semibold", "#000000"),
                (31.7, "regular", "#b83280"),
            )
        )
    )
    curve = (
        ("M", 20.0, 110.0),
        ("C", 90.0, 110.0, 110.0, 60.0, 180.0, 60.0),
        ("C", 260.0, 60.0, 280.0, 140.0, 350.0, 140.0),
        ("L", 520.0, 80.0),
        ("L", 560.0, 130.0),
    )
    shapes = (
        Path((*curve, ("L", 20.0, 130.0), ("Z",)), fill="#fde2e2"),
        Path(curve, stroke=Stroke("#d64545", 2.0)),
        Path(curve, stroke=Stroke("#2f6f9f", 0.75, (4.0, 2.0))),
        Box(580.0, 60.0, 70.0, 40.0, "#f0f4f8", Stroke("#829ab1", 1.0, (3.0, 3.0)), 8.0),
        Box(660.0, 60.0, 60.0, 40.0, None, Stroke("#829ab1", 1.5, (5.0, 2.0))),
        Box(580.0, 110.0, 70.0, 40.0, "#bcccdc", None, 20.0),
        Box(660.0, 110.5, 60.25, 39.0, "#9fb3c8"),
    )
    return Scene(
        820.0,
        500.0,
        (
            Band("header", 0.0, 70.0, (Group("m-1", "header", 0.0, 0.0, 820.0, 70.0, tuple(header)),)),
            Band("l-1", 70.0, 200.0, cards),
            Band("l-2", 270.0, 160.0, (Group("l-2", "lane", 0.0, 0.0, 820.0, 160.0, (*shapes, *sizes)),)),
        ),
        under=(Box(0.0, 0.0, 820.0, 500.0, "#fbfcfd"), Box(0.0, 270.0, 820.0, 160.0, "#f5f7fa")),
        over=(
            Group(
                "o-1",
                "guide",
                300.0,
                440.0,
                100.0,
                20.0,
                (Group("o-2", "in", 5.0, 5.0, 20.0, 10.0, (Box(0.0, 0.0, 20.0, 10.0, "#3ebd93"),)),),
            ),
            GlyphRun(20.0, 480.0, line("The last line, below everything", 9.0), "#627d98"),
        ),
        title="Buying a ticket",
        language="en-GB",
    )


def crowd(count: int, columns: int = 60) -> Scene:
    """A map of `count` cards in bands of six rows."""
    rows = -(-count // columns)
    bands = []
    for start in range(0, rows, 6):
        cards = tuple(
            card(
                at,
                170.0 * (at % columns),
                66.0 * (at // columns - start),
                (WORDS[at % 5], f"No. {at} of many", "and more"),
            )
            for at in range(start * columns, min(count, (start + 6) * columns))
        )
        bands.append(Band(f"l-{start}", 66.0 * start, 66.0 * 6, cards))
    return Scene(170.0 * columns, 66.0 * rows, tuple(bands), title="Crowd")


def one_page(scene: Scene, title: str = "") -> Publication:
    """Make a publication of a page that is as large as a scene, and shows it."""
    page = Page(scene.width, scene.height, (View(scene),))
    return Publication((page,), title or scene.title, language=scene.language)
