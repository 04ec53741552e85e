from __future__ import annotations

import pytest

from cxdesigner.layout import theme
from cxdesigner.layout.card import TALLEST, card_group, meta_lines, text_frame
from cxdesigner.layout.scene import Box, GlyphRun, Path, Picture
from cxdesigner.model import kinds
from cxdesigner.model.records import Card
from tests.layout.builders import a_map, context, pen, picture, runs, texts

BOTH = {"moment_of_truth": True, "support_moment": True}
WIDTH = 86.0
DOCUMENT = a_map(
    personas=[{"name": "Anna", "color": "#d1495b"}, {"name": "Bob"}],
    departments={"d": "Kitchen"},
    assets={
        "wide": picture(40, 10),
        "tall": picture(2, 100),
        "flat": picture(900, 1),
        "bad": "!",
        "half": "iVBORw0KGgo=",
    },
)
CONTEXT = context(DOCUMENT)


def drawn(width: float = WIDTH, **fields):
    return card_group(pen(), Card.new(id="c", **fields), width, CONTEXT)


def pictures(group):
    return [item for item in group.items if isinstance(item, Picture)]


def metas(**fields):
    card = Card.new(id="c", **fields)
    return meta_lines(pen(), card, CONTEXT, theme.card_colors(card.kind, card.color))


def icons_of(group):
    """Give the right-hand marks, each as (left, top, right, bottom)."""
    boxes = []
    for item in group.items:
        if isinstance(item, Path):
            numbers = [float(number) for _, *rest in item.commands for number in rest]
            boxes.append((min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])))
    return boxes


@pytest.mark.parametrize("kind", [*kinds.CARD_KINDS, "", "from-a-newer-release"])
def test_a_card_has_the_colours_of_its_kind_and_is_as_tall_as_its_text(kind):
    group = drawn(kind=kind, text="One\nTwo")
    box = group.items[0]
    colors = theme.CARD_COLORS.get(kind, theme.PLAIN_CARD)
    assert isinstance(box, Box)
    assert (box.width, box.height) == (group.width, group.height) == (WIDTH, group.height)
    assert (box.fill, box.stroke.color if box.stroke else None) == (colors.fill, colors.border)
    assert texts(group) == ["One", "Two"]
    assert {run.fill for run in runs(group)} == {colors.ink}
    assert group.height >= 2 * theme.CARD.leading


def test_an_empty_card_is_a_line_tall():
    group = drawn()
    assert runs(group) == []
    assert group.height == theme.CARD.leading + 10


def test_a_touchpoint_has_its_channels_colour_at_the_left_edge():
    bar = drawn(kind="touchpoint", channel="store").items[1]
    assert bar == Box(0, 0, 3.0, bar.height, theme.CHANNEL_COLOR["store"])
    assert drawn(kind="touchpoint", channel="teleport").items[1].fill == theme.PLAIN_CHANNEL
    assert drawn(kind="touchpoint").items[1].fill == theme.PLAIN_CHANNEL


def test_a_picture_keeps_its_shape():
    (found,) = pictures(drawn(asset="wide", text="Below", alt="A view"))
    assert found.height / found.width == pytest.approx(0.25)
    assert found.alt == "A view"
    group = drawn(asset="wide", text="Below")
    (run,) = runs(group)
    assert run.y - theme.CARD.size > found.y + found.height
    assert drawn(asset="wide").height == pytest.approx(found.height + 10)


@pytest.mark.parametrize("key", ["bad", "half", "gone"])
def test_a_picture_that_cannot_be_read_has_a_plain_shape(key):
    (found,) = pictures(drawn(asset=key))
    assert found.height / found.width == pytest.approx(0.625)


def test_a_very_tall_picture_is_shown_whole_and_small():
    group = drawn(asset="tall")
    (found,) = pictures(group)
    assert found.height == pytest.approx((WIDTH - 10) * TALLEST)
    assert found.height / found.width == pytest.approx(50)
    assert found.x + found.width / 2 == pytest.approx(WIDTH / 2)
    (flat,) = pictures(drawn(asset="flat"))
    assert flat.height == 1.0


def test_a_picture_card_without_a_picture_shows_where_it_goes():
    group = drawn(kind="picture")
    assert group.height == pytest.approx((WIDTH - 10) * 0.625 + 10)
    assert not pictures(group)
    assert icons_of(group)
    assert all(box[3] < group.height for box in icons_of(group))
    (run,) = runs(drawn(kind="picture", text="At the door"))
    frame = text_frame(Card.new(id="c", kind="picture", text="At the door"), WIDTH)
    assert frame.y < run.y < frame.y + theme.CARD.leading
    assert frame.y > group.height - 10


@pytest.mark.parametrize(
    "fields", [{}, {"kind": "touchpoint"}, BOTH, {"asset": "wide"}, {"kind": "quote"}, {"kind": "picture"}]
)
def test_text_stands_where_the_frame_says(fields):
    card = Card.new(id="c", text="Says a word", **fields)
    group = card_group(pen(), card, WIDTH, CONTEXT)
    height = pictures(group)[0].height if "asset" in fields else 0.0
    frame = text_frame(card, WIDTH, height)
    first = runs(group)[0]
    assert first.x == frame.x
    assert frame.y < first.y < frame.y + frame.style.leading
    assert first.fill == frame.ink


@pytest.mark.parametrize("kind", ["touchpoint", "action"])
@pytest.mark.parametrize("marks", [{}, BOTH, {"asset": "wide"}])
def test_the_narrowest_card_holds_its_text_and_marks(kind, marks):
    group = drawn(18.0, kind=kind, text="Will", channel="app", personas=["p0"], **marks)
    for run in runs(group):
        assert run.x >= 0
        assert run.x + run.line.width <= group.width
    found = icons_of(group)
    assert all(left >= 0 and right <= 18 and bottom <= group.height for left, _, right, bottom in found)
    tops = [run.y - 6.0 for run in runs(group)]
    assert not any(top < y < bottom for _, top, _, bottom in found for y in tops)


def test_what_is_known_of_a_touchpoint_stands_below_its_text():
    assert [(m.text, m.icon) for m in metas(channel="phone", department="d")] == [
        ("Phone\u00a0· Kitchen", "channel-phone")
    ]
    assert [(m.text, m.icon) for m in metas(channel="teleport")] == [("teleport", "channel-other")]
    assert metas(department="gone") == []


def test_what_is_known_of_an_opportunity_stands_below_its_text():
    (meta,) = metas(department="d", owner="Anna", due="2026-01-02", status="doing")
    assert meta.text == " · ".join(("Kitchen", "Anna", "2026-01-02", "under way")).replace(" ·", "\u00a0·")
    assert [m.text for m in metas(status="open")] == []
    assert [m.text for m in metas(status="parked")] == ["parked"]


def test_severity_marks_and_personas_are_told_in_words():
    assert [m.text for m in metas(kind="pain", severity=2.5)] == ["severity 2.5 of 5"]
    assert metas(kind="action", severity=2.5) == []
    found = metas(personas=["p1", "gone", "p0"], **BOTH)
    assert [m.text for m in found] == ["moment of truth", "support moment", "Bob", "Anna"]
    assert [m.dot for m in found] == ["", "", theme.MUTED, "#d1495b"]


def test_a_persona_without_a_name_is_named():
    there = context(a_map(personas=[{}]))
    card = Card.new(id="c", personas=["p0"])
    assert [m.text for m in meta_lines(pen(), card, there, theme.PLAIN_CARD)] == ["Unnamed persona"]


@pytest.mark.parametrize("color", ["", "#123456", "#808080", "#ffd166", "#000000", "#ffffff", "#b57a00"])
def test_every_line_and_mark_of_a_card_can_be_told_from_its_ground(color):
    group = drawn(kind="touchpoint", text="Ok", color=color, channel="app", personas=["p0"], **BOTH)
    ground = group.items[0].fill
    for item in group.items[2:]:
        if isinstance(item, GlyphRun):
            assert theme.contrast(item.fill, ground) >= 4.5
        elif isinstance(item, Path):
            assert theme.contrast(item.fill or item.stroke.color, ground) >= 3


@pytest.mark.parametrize("fields", [{"channel": "teleport", "department": "d"}, {"personas": ["p0"]}])
def test_marks_stand_where_the_words_beside_them_begin(fields):
    (mark, run), (turned, from_right) = (_mark_and_words(name, fields) for name in ("Anna", "ريم"))
    assert mark < run.x
    assert from_right.x + from_right.line.width <= turned < WIDTH


def _mark_and_words(name, fields):
    """Give where the mark of the last line of a card stands, and its words, in a project with only that name."""
    there = context(a_map(personas=[{"name": name, "color": "#d1495b"}], departments={"d": name}))
    if "channel" in fields:
        fields = fields | {"channel": name}
    group = card_group(pen(), Card.new(id="c", text="a", **fields), WIDTH, there)
    marks = [box[0] for box in icons_of(group)] or [item.x for item in group.items[1:] if isinstance(item, Box)]
    return marks[0], [item for item in group.items if isinstance(item, GlyphRun)][-1]
