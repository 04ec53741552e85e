"""Links: dragged from a handle, made with keys, selected, changed, and walked."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtWidgets import QApplication

from cxdesigner.layout.hit import groups_of, hit
from cxdesigner.model.document import Document
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.links import add_link, links_in
from cxdesigner.model.records import Card
from cxdesigner.ui.canvas.link_chips import chip_box
from cxdesigner.ui.panels.link_ends import LinkEnds
from tests.model.builders import journey
from tests.ui.hand import PLATFORM, UNDO, Hand, Key, Point, Start, difference, differs

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def a_map(columns: str = "A: a1 a2 | B: b1 b2") -> Document:
    document = journey(
        columns,
        "actions touchpoints pains opportunities",
        cards={
            "actions a1": "act",
            "touchpoints a1": "floor",
            "touchpoints b1": "kitchen",
            "pains a2": "pain",
            "opportunities a2": "chance",
        },
    )
    fields = {
        "floor": {"kind": "touchpoint", "department": "f"},
        "kitchen": {"kind": "touchpoint", "department": "k"},
        "pain": {"kind": "pain"},
        "chance": {"kind": "opportunity"},
    }
    return Document(record.with_(**fields.get(key, {})) for key, record in document.records.items())


@pytest.fixture
def linker(start: Start) -> Hand:
    return start(a_map())


def told(hand: Hand) -> list[str]:
    return [f"{link.from_} {link.kind} {link.to}" for link in links_in(hand.document, "map")]


def handle(hand: Hand, key: str, part: str = "card") -> Point:
    shown = hand.shown(key, part)
    return shown.x + shown.group.width / 2, shown.y + shown.group.height - 1 / hand.canvas.camera.scale


def drawn(hand: Hand) -> list[str]:
    return [node.id for node in hand.scene.over]


def on_link(hand: Hand, key: str) -> Point:
    """Give a point in the midst of those at which a link is found."""
    (shown,) = groups_of(hand.scene, key, "link")
    points = [
        (shown.x + across / 2, shown.y + down / 2)
        for across in range(2 * int(shown.group.width) + 1)
        for down in range(2 * int(shown.group.height) + 1)
    ]
    found = [point for point in points if (there := hit(hand.scene, *point)) is not None and there.group.id == key]
    return found[len(found) // 2]


def drag_link(hand: Hand, key: str, to: Point, *, drop: bool = True) -> None:
    hand.move(hand.middle(key))
    hand.drag(handle(hand, key), to, drop=drop)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("chance", "pain", "solves"),
        ("floor", "kitchen", "hands_over"),
        ("act", "pain", "leads_to"),
        ("kitchen", "act", "repeats"),
    ],
)
def test_a_link_is_dragged_from_the_handle_of_a_card_to_another(linker: Hand, one: str, other: str, kind: str) -> None:
    drag_link(linker, one, linker.middle(other))
    assert told(linker) == [f"{one} {kind} {other}"]
    assert drawn(linker) == list(linker.ids)
    assert linker.menu_text(UNDO) == "Undo link"


def test_a_pain_that_is_dragged_to_its_solution_is_solved_by_it(linker: Hand) -> None:
    drag_link(linker, "pain", linker.middle("chance"))
    assert told(linker) == ["chance solves pain"]
    assert drawn(linker) == list(linker.ids)


def test_a_link_that_becomes_a_solves_leads_from_the_solution(linker: Hand) -> None:
    edit = partial(add_link, map_id="map", from_="pain", to="chance", kind="leads_to")
    linker.session.perform("", edit)
    linker.session.select(drawn(linker))
    linker.run("links.kind.solves")
    assert told(linker) == ["chance solves pain"]
    assert drawn(linker) == list(linker.ids)


@pytest.mark.parametrize(("key", "part"), [("b1", "step"), ("B", "stage")])
def test_a_link_is_dragged_to_a_step_or_a_stage(linker: Hand, key: str, part: str) -> None:
    drag_link(linker, "act", linker.middle(key, part))
    assert told(linker) == [f"act leads_to {key}"]
    assert len(drawn(linker)) == 1


def test_a_link_that_is_dropped_in_an_empty_place_gets_a_card_to_type(linker: Hand) -> None:
    drag_link(linker, "act", linker.in_cell("actions", "b1"))
    assert linker.editor is not None
    linker.type("Waits")
    linker.key(Key.Key_Escape)
    card = next(card for card in linker.document.cards("map") if card.text == "Waits")
    assert (card.lane, card.step) == ("actions", "b1")
    assert told(linker) == [f"act leads_to {card.id}"]
    linker.run(UNDO)
    assert linker.document == a_map()


def test_nothing_typed_leaves_neither_card_nor_link(linker: Hand) -> None:
    before = linker.document
    drag_link(linker, "act", linker.in_cell("actions", "b1"))
    linker.key(Key.Key_Escape)
    assert linker.document == before


def test_escape_cancels_a_link_under_way(linker: Hand) -> None:
    before = linker.document
    drag_link(linker, "act", linker.middle("pain"), drop=False)
    linker.key(Key.Key_Escape)
    linker.release()
    assert linker.document == before


def test_a_live_arrow_and_the_lit_target_are_shown_while_dragging(linker: Hand) -> None:
    linker.move(linker.middle("act"))
    before = linker.picture()
    drag_link(linker, "act", linker.middle("pain"), drop=False)
    assert differs(before, linker.picture()) > 300
    linker.release()


def test_a_card_is_not_linked_with_itself(linker: Hand) -> None:
    before = linker.document
    drag_link(linker, "act", linker.middle("act"))
    assert linker.document == before


def test_a_click_near_a_link_selects_it_and_delete_removes_it(linker: Hand) -> None:
    drag_link(linker, "chance", linker.middle("pain"))
    (key,) = drawn(linker)
    linker.session.select(())
    linker.click(on_link(linker, key))
    assert linker.ids == (key,)
    linker.run("edit.delete")
    assert told(linker) == []
    chance = linker.document.get("chance", Card)
    assert chance is not None
    assert chance.solves == ()
    assert drawn(linker) == []


def test_the_kind_is_changed_and_the_link_reversed(linker: Hand) -> None:
    drag_link(linker, "chance", linker.middle("pain"))
    linker.run("links.kind.leads_to")
    assert told(linker) == ["chance leads_to pain"]
    assert linker.ids == tuple(drawn(linker))
    linker.run("links.reverse")
    assert told(linker) == ["pain leads_to chance"]
    assert linker.ids == tuple(drawn(linker))


def test_the_inspector_shows_the_ends_and_turns_the_link_round(linker: Hand) -> None:
    drag_link(linker, "floor", linker.middle("kitchen"))
    ends = linker.window.bench.inspector.findChild(LinkEnds)
    assert ends is not None
    assert ends.isVisible()
    assert (ends.start.text(), ends.end.text()) == ("floor", "kitchen")
    ends.reverse.click()
    assert told(linker) == ["kitchen hands_over floor"]
    assert (ends.start.text(), ends.end.text()) == ("kitchen", "floor")
    ends.end.click()
    assert linker.ids == ("floor",)


def test_two_selected_cards_are_linked_with_a_key(linker: Hand) -> None:
    linker.session.select(["act", "pain"])
    linker.run("links.link")
    assert told(linker) == ["act leads_to pain"]


def test_one_selected_card_is_linked_with_what_is_walked_to(linker: Hand) -> None:
    linker.click(linker.middle("floor"))
    linker.run("links.link")
    assert "Enter links" in linker.told[-1]
    linker.key(Key.Key_Right)
    linker.key(Key.Key_Right)
    linker.key(Key.Key_Return)
    assert told(linker) == ["floor hands_over kitchen"]


def test_walking_to_an_empty_cell_makes_a_linked_card(linker: Hand) -> None:
    linker.click(linker.middle("floor"))
    linker.run("links.link")
    linker.key(Key.Key_Right)
    linker.key(Key.Key_Return)
    linker.type("New")
    linker.key(Key.Key_Escape)
    assert len(told(linker)) == 1


def test_escape_ends_the_choice_where_it_began(linker: Hand) -> None:
    linker.click(linker.middle("floor"))
    linker.run("links.link")
    linker.key(Key.Key_Right)
    linker.key(Key.Key_Escape)
    assert told(linker) == []
    assert linker.ids == ("floor",)


def test_a_click_ends_the_choice_too(linker: Hand) -> None:
    linker.click(linker.middle("act"))
    linker.run("links.link")
    linker.click(linker.middle("pain"))
    assert told(linker) == ["act leads_to pain"]


def test_what_cannot_be_linked_is_said(linker: Hand) -> None:
    linker.click(linker.middle("act"))
    linker.run("links.link")
    linker.key(Key.Key_Return)
    assert "cannot be linked" in linker.told[-1]
    assert linker.is_asked_for_another_end()


def test_selecting_one_end_lights_the_other(linker: Hand) -> None:
    drag_link(linker, "act", linker.middle("pain"))
    linker.move((5, 5))
    linker.session.select("chance")
    before = linker.picture()
    linker.session.select("act")
    shown = linker.shown("pain", "card")
    at = linker.view_of(shown.x, shown.y)
    box = (at.x() - 4, at.y() - 4, at.x() + 30, at.y() + 10)
    QApplication.processEvents()
    after = linker.picture()
    assert difference(before, after).crop(box).getbbox() is not None


def test_go_to_linked_card_walks_all_that_is_linked(linker: Hand) -> None:
    drag_link(linker, "act", linker.middle("pain"))
    drag_link(linker, "act", linker.middle("kitchen"))
    linker.click(linker.middle("act"))
    linker.run("links.go")
    first = linker.ids
    linker.run("links.go")
    assert {first, linker.ids} == {("pain",), ("kitchen",)}


def test_a_chip_leads_to_an_end_that_is_out_of_view(start: Start) -> None:
    names = " ".join(f"a{number}" for number in range(1, 40))
    hand = start(a_map(f"A: {names} | B: b1 b2"), (1280, 720))
    hand.session.perform("Link", partial(add_link, map_id="map", from_="act", to="kitchen"))
    hand.canvas.zoom_to(1.0)
    hand.canvas.horizontalScrollBar().setValue(0)
    hand.click(hand.middle("act"))
    hand.picture()
    (chip,) = hand.canvas.overlay.links._chips
    at = chip[0].center().toPoint()
    hand.click(hand.canvas.to_sheet(at.x(), at.y()))
    assert hand.ids == ("kitchen",)
    shown = hand.shown("kitchen", "card")
    assert hand.canvas.viewport().rect().contains(hand.view_of(shown.x, shown.y))


def test_a_chip_leaves_what_is_selected_to_be_read(start: Start) -> None:
    names = " ".join(f"a{number}" for number in range(1, 40))
    hand = start(a_map(f"A: {names} | B: b1 b2"), (1280, 720))
    hand.session.perform("Link", partial(add_link, map_id="map", from_="act", to="kitchen"))
    hand.canvas.zoom_to(3.0)
    hand.session.select("act")
    hand.canvas.look_at(*hand.middle("act"))
    hand.picture()
    ((chip, _),) = hand.canvas.overlay.links._chips
    assert not chip.intersects(hand.canvas.overlay.framed(hand.shown("act", "card")))
    assert hand.canvas.viewport().rect().contains(chip.toRect())


READ, OTHER = QRectF(100, 80, 120, 60), QRectF(0, 150, 190, 24)


@pytest.mark.parametrize(
    ("room", "at", "chips", "read", "top"),
    [
        (QRectF(0, 0, 400, 300), QPointF(-90, 50), [], [], 38),  # at the height of what it stands for
        (QRectF(0, 0, 400, 300), QPointF(-90, 900), [], [], 276),  # within the room
        (QRectF(0, 0, 400, 300), QPointF(-90, 110), [], [READ], 144),  # below what is read
        (QRectF(0, 0, 400, 150), QPointF(-90, 110), [], [READ], 52),  # above it where it is low
        (QRectF(0, 60, 400, 90), QPointF(-90, 110), [], [READ], 98),  # on it where there is no other room
        (QRectF(0, 0, 400, 300), QPointF(-90, 160), [OTHER], [], 178),  # below another chip
        (QRectF(0, 0, 400, 180), QPointF(-90, 160), [OTHER], [], 122),  # above it at the lower edge
        (QRectF(0, 0, 400, 300), QPointF(-90, 110), [OTHER], [READ], 178),  # below both
    ],
)
def test_where_a_chip_stands(room: QRectF, at: QPointF, chips: list[QRectF], read: list[QRectF], top: float) -> None:
    found = chip_box(room, at, 150, chips, read)
    assert (found.left(), found.top(), found.width()) == (room.left(), top, 150)


def test_the_handle_is_shown_on_the_card_under_the_pointer(linker: Hand) -> None:
    linker.session.select(())
    linker.move((5.0, 5.0))
    before = linker.picture()
    linker.move(linker.middle("act"))
    at = linker.view_of(*handle(linker, "act"))
    changed = difference(before, linker.picture())
    assert changed.crop((at.x() - 3, at.y() - 3, at.x() + 3, at.y() + 3)).getbbox() is not None
    assert linker.canvas.overlay.links.is_on_handle(QPoint(at))


def test_what_a_card_solves_on_another_map_is_gone_to(linker: Hand) -> None:
    first = linker.session.map_id
    linker.run("map.add")
    second = linker.session.map_id
    lane, step = linker.document.lanes(second)[0].id, linker.document.steps(second)[0].id
    linker.canvas.writing.start_card(lane, step, typed="Far")
    linker.key(Key.Key_Escape)
    (far,) = linker.document.cards(second)
    linker.session.show_map(first)
    linker.session.perform("Solve", lambda document: set_fields(document, "chance", solves=(far.id,)))
    linker.session.select("chance")
    linker.run("links.go")
    assert linker.session.map_id == second
    assert linker.ids == (far.id,)
