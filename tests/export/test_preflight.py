"""What is told of pages before they are handed out."""

from __future__ import annotations

import io
from dataclasses import replace
from math import tan

import pytest
from PIL import Image

from cxdesigner.export import ExportOptions
from cxdesigner.export.compose import publication_of
from cxdesigner.export.preflight import CAPITAL, LEGIBLE, Finding, preflight
from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.pages import Page, View
from cxdesigner.layout.publication import Publication
from cxdesigner.layout.scene import Band, Group, Picture, Scene
from cxdesigner.layout.typeset import Typesetter
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card
from tests.model.builders import journey


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(Fonts.load())


def found(document: Document, options: ExportOptions, typesetter: Typesetter) -> dict[str, list[Finding]]:
    publication = publication_of(document, ["map"], options, typesetter)
    by_subject: dict[str, list[Finding]] = {}
    for one in preflight(document, ["map"], publication, options, {}):
        by_subject.setdefault(one.subject, []).append(one)
    return by_subject


def small() -> Document:
    return journey("A: a1 a2 | B: b1", "actions", cards={"actions a1": "one", "actions a2": "two"})


def with_text(document: Document, key: str, text: str) -> Document:
    return Document(
        record.with_(text=text) if isinstance(record, Card) and record.id == key else record
        for record in document.records.values()
    )


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (ExportOptions(page="A5"), "1 page of 210 × 148 mm"),
        (ExportOptions(page="A0", orientation="landscape"), "1 page of 1189 × 841 mm"),
        (ExportOptions(poster="A3", on="A5"), " mm: sheets of the poster, and the plan for them"),
        (ExportOptions(report=True), "pages of "),
        (ExportOptions("png", width=1000), "A picture of 1,000 × "),
    ],
)
def test_how_many_pages_and_how_large(options: ExportOptions, sentence: str, typesetter: Typesetter) -> None:
    (one,) = found(small(), options, typesetter)["pages"]
    assert sentence in one.sentence
    assert not one.warns


def test_a_picture_of_too_many_pixels_is_told_before_it_is_drawn(typesetter: Typesetter) -> None:
    (one,) = found(journey("A: a b c d e f g h i j", "actions"), ExportOptions("png", scale=64), typesetter)["pages"]
    assert one.warns
    assert one.sentence.startswith("The picture would be ")
    assert ", and at most 32,000 a side can be written: choose a width of at most 32,000 pixels." in one.sentence


def test_the_smallest_text_is_measured_as_it_is_printed(typesetter: Typesetter) -> None:
    (whole,) = found(small(), ExportOptions(fit="100%", footer="off"), typesetter)["text"]
    (half,) = found(small(), ExportOptions(fit="50%", footer="off"), typesetter)["text"]
    assert half.ids == whole.ids
    assert not whole.warns
    assert half.warns
    # A label of 9 points: its capitals are 0.714 em, and an em of 9 points is 3.175 mm.
    assert pytest.approx(2.267, abs=0.001) == CAPITAL * 9 * 25.4 / 72
    assert tan(3.14159265 * 16 / 60 / 180) == pytest.approx(LEGIBLE, rel=1e-6)
    assert whole.sentence == "Capitals of the smallest text are 2.3 mm high, to be read from 49 cm at most."
    assert half.sentence == (
        "Capitals of the smallest text are 1.1 mm high, to be read from 24 cm at most; paper in the hand is read from"
        " 30 cm."
    )


def test_what_is_on_a_plan_too_counts_where_it_is_large(typesetter: Typesetter) -> None:
    (plain,) = found(small(), ExportOptions(page="A2", footer="off"), typesetter)["text"]
    for footer in ("off", "on"):
        options = ExportOptions(poster="A2", on="A5", footer=footer)  # type: ignore[arg-type]
        (poster,) = found(small(), options, typesetter)["text"]
        assert poster.sentence == plain.sentence


def test_a_footer_is_no_text_of_the_map(typesetter: Typesetter) -> None:
    large = ExportOptions(page="A2", fit="400%", footer="off")
    (plain,) = found(small(), large, typesetter)["text"]
    (footed,) = found(small(), replace(large, footer="on"), typesetter)["text"]
    assert (footed.sentence, footed.ids) == (plain.sentence, plain.ids)


def test_what_hangs_on_a_wall_is_read_from_farther_off(typesetter: Typesetter) -> None:
    hand = ExportOptions(page="A3", fit="100%", footer="off")
    (held,) = found(small(), hand, typesetter)["text"]
    (hung,) = found(small(), replace(hand, page="A2"), typesetter)["text"]
    (large,) = found(small(), replace(hand, page="A2", fit="300%"), typesetter)["text"]
    assert (held.warns, hung.warns, large.warns) == (False, True, False)
    assert hung.sentence == f"{held.sentence.removesuffix('.')}; on a wall people stand farther off."
    assert large.sentence.endswith("to be read from 1.5 m at most.")


def test_what_no_font_has_is_told_by_card(typesetter: Typesetter) -> None:
    document = with_text(small(), "two", "here \ue123 and \ue456")
    (one,) = found(document, ExportOptions(), typesetter)["glyphs"]
    assert one == Finding("glyphs", one.sentence, ("two",), warns=True)
    assert one.sentence == "No font here has \ue123 \ue456 in “here \ue123 and \ue456”: a box stands for it."
    assert "glyphs" not in found(small(), ExportOptions(), typesetter)


@pytest.mark.parametrize("kind", ["pdf", "svg", "png"])
def test_stages_without_cards(kind: str, typesetter: Typesetter) -> None:
    (one,) = found(small(), ExportOptions(kind), typesetter)["stages"]  # type: ignore[arg-type]
    assert (one.sentence, one.ids, one.warns) == ("The stage “B” has no cards.", ("B",), True)
    empty = journey("A: a1 | B: b1", "actions")
    (two,) = found(empty, ExportOptions(), typesetter)["stages"]
    assert (two.sentence, two.ids) == ("2 stages have no cards.", ("A", "B"))
    reaches = journey("A: a1 | B: b1", "actions", cards={"actions a1": "one-b1"})
    assert "stages" not in found(reaches, ExportOptions(), typesetter)


def test_text_has_no_pages_but_stages() -> None:
    document = small()
    told = preflight(document, ["map"], Publication(()), ExportOptions("md"), {})
    assert [one.subject for one in told] == ["stages"]


def png(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height)).save(out, "PNG")
    return out.getvalue()


def test_pictures_with_too_few_pixels_for_their_size() -> None:
    inch = 72.0
    shown = [
        Group("sharp", "card", 0, 0, inch, inch, (Picture(0, 0, inch, inch, "large"),)),
        Group("coarse", "card", 0, 0, inch, inch, (Picture(0, 0, inch, inch, "little"),)),
        Group("cut", "card", 0, 0, inch, inch, (Picture(0, 0, inch, inch / 2, "little"),)),
        Group("lost", "card", 0, 0, inch, inch, (Picture(0, 0, inch, inch, "gone"), Picture(0, 0, 9, 9, "broken"))),
    ]
    scene = Scene(inch, inch, (Band("lane", 0, inch, tuple(shown)),))
    assets = {"large": png(300, 300), "little": png(100, 100), "broken": b"no picture"}

    def told(scale: float) -> list[Finding]:
        pages = (Page(inch * scale, inch * scale, (View(scene, scale),)),)
        found = preflight(Document([]), [], Publication(pages), ExportOptions(), assets)
        return [one for one in found if one.subject == "pictures"]

    (one,) = told(1.0)
    assert one.ids == ("coarse", "cut")
    assert "2 pictures have only 100 pixels to an inch" in one.sentence
    assert told(0.5) == []
    (one,) = told(4.0)
    assert one.ids == ("sharp", "coarse", "cut")
    assert "only 25 pixels" in one.sentence
