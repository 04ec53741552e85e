"""Fading: what a filter leaves out stands back where it is, and nothing is laid out again for it."""

from __future__ import annotations

import pytest

from cxdesigner.insight.filter import NOTHING, Filter
from cxdesigner.layout.fading import SHARE, Fading, faded, mixed, pale
from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.scene import Box, GlyphRun, Group, Path, Picture, Scene, Stroke
from cxdesigner.layout.sheet import Sheet
from cxdesigner.layout.showing import PLAIN, Showing
from cxdesigner.layout.typeset import Typesetter
from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.edits.emotions import set_emotion
from tests.model.builders import after, journey
from tests.painters.scenes import line

PAINS = Showing(filter=Filter(kinds=frozenset({"pain"})))
ANA = Showing(filter=Filter(personas=frozenset({"ana"})))


def drawn() -> Document:
    document = journey(
        "A: a1 a2",
        "actions feelings=emotion pains",
        cards={"actions a1": "one", "pains a1": "two", "pains a2": "three", "parking": "four"},
        personas="ana ben",
        emotions={"ana a1": 1, "ben a1": 0, "ben a2": 2},
    )
    kinds = {"one": {"kind": "action"}, "two": {"kind": "pain"}, "three": {"kind": "pain", "personas": ["ben"]}}
    return Document(record.with_(**kinds.get(key, {})) for key, record in document.records.items())


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(Typesetter(Fonts.load()), Icons())


def standing_back(scene: Scene) -> set[str]:
    return {key.replace("\x1f", " ") for band in scene.bands for key in band.faded}


def test_what_a_filter_leaves_out_is_marked(sheet: Sheet) -> None:
    assert standing_back(sheet.update(drawn(), "map")) == set()
    assert standing_back(sheet.update(drawn(), "map", showing=PAINS)) == {"one"}


def test_the_curve_of_a_persona_that_is_left_out_stands_back_too(sheet: Sheet) -> None:
    scene = sheet.update(drawn(), "map", showing=ANA)
    assert standing_back(scene) == {"three", "ben", "ben a1", "ben a2"}
    parts = {group.part for band in scene.bands for group in band.groups if group.id == "ben"}
    assert parts >= {"curve", "persona"}


def test_nothing_is_laid_out_again(sheet: Sheet) -> None:
    document = drawn()
    before = {band.key: band.groups for band in sheet.update(document, "map").bands}
    for showing in (PAINS, ANA, PLAIN):
        for band in sheet.update(document, "map", showing=showing).bands:
            assert band.groups is before[band.key]


def test_an_edit_is_followed(sheet: Sheet) -> None:
    document = drawn()
    sheet.update(document, "map", showing=PAINS)
    more = after(document, add_card(document, "map", "actions", "a2", text="five", kind="pain"))
    assert standing_back(sheet.update(more, "map", showing=PAINS)) == {"one"}
    other = after(more, add_card(more, "map", "actions", "a2", text="six", kind="idea"))
    assert len(standing_back(sheet.update(other, "map", showing=PAINS))) == 2
    sheet.update(document, "map", showing=ANA)
    felt = after(document, set_emotion(document, persona_id="ben", step_id="a2", score=-1))
    assert standing_back(sheet.update(felt, "map", showing=ANA)) == {"three", "ben", "ben a1", "ben a2"}


def test_bands_that_come_later_are_marked_too(sheet: Sheet) -> None:
    sheet.update(drawn(), "map", until=0.0, showing=PAINS)
    while sheet.lay_out_next():
        pass
    assert standing_back(sheet.scene) == {"one"}


def test_the_same_marks_are_the_same_object() -> None:
    """So that a canvas can tell at a glance that a band looks as before."""
    fading, document = Fading(), drawn()
    scene = Sheet(Typesetter(Fonts.load()), Icons()).update(document, "map")
    fading.update(document, "map", PAINS.filter)
    once = fading.applied(scene.bands)
    more = after(document, add_card(document, "map", "actions", "a2", text="five", kind="pain"))
    fading.update(more, "map", PAINS.filter)
    again = fading.applied(scene.bands)
    assert all(one.faded is other.faded for one, other in zip(once, again, strict=True))
    fading.update(more, "map", PAINS.filter)
    assert fading.applied(once)[1].faded is again[1].faded
    fading.update(more, "map", NOTHING)
    assert fading.applied(scene.bands) is scene.bands


def test_faded_nodes_are_the_same_in_paler_colours() -> None:
    run = GlyphRun(1, 2, line("word"), "#000000")
    nodes = (
        run,
        Box(0, 0, 1, 1, "#ff0000", Stroke("#00ff00", 2.0, (1.0,))),
        Box(0, 0, 1, 1),
        Path((("M", 0.0, 0.0),), "#0000ff"),
        Picture(0, 0, 5, 5, "photo"),
        Group("g", "in", 0, 0, 1, 1, (run,)),
    )
    text, box, empty, path, picture, group = faded(nodes)
    assert text == run._replace(fill=pale("#000000"))
    assert box == Box(0, 0, 1, 1, pale("#ff0000"), Stroke(pale("#00ff00"), 2.0, (1.0,)))
    assert empty == Box(0, 0, 1, 1)
    assert path == Path((("M", 0.0, 0.0),), pale("#0000ff"))
    assert picture == Picture(0, 0, 5, 5, "photo", opacity=SHARE)
    assert group == Group("g", "in", 0, 0, 1, 1, (text,))


def test_pale_colours_lie_near_the_paper() -> None:
    assert pale("#ffffff") == "#ffffff"
    assert mixed("#000000", 1.0) == "#000000"
    assert mixed("#336699", 0.0) == "#ffffff"
    assert all(int(pale("#000000")[at : at + 2], 16) > 150 for at in (1, 3, 5))


def test_a_link_stands_back_with_either_of_its_ends() -> None:
    fading = Fading()
    arrows = tuple(Group(key, "link", 0, 0, 1, 1, (Box(0, 0, 1, 1, "#000000"),)) for key in ("k", "m"))
    rule = Box(0, 0, 1, 1, "#000000")
    ends = {"k": ("one", "two"), "m": ("two", "three")}
    assert fading.over((rule, *arrows), ends) == (rule, *arrows)
    fading.update(drawn(), "map", PAINS.filter)
    assert fading.over((rule, *arrows), ends) == (rule, arrows[0]._replace(items=faded(arrows[0].items)), arrows[1])
