"""What a comparison draws over the sheet: ghosts, arrows, borders of what is gone, curves as they were."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesigner.model.diff import Entry
from cxdesigner.model.document import Document
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Comment, Lane, Link, Record, Stage, Step
from cxdesigner.ui.canvas.whereabouts import in_sight
from cxdesigner.ui.comparing.changes_panel import ChangesPanel
from cxdesigner.ui.comparing.comparing import Comparing
from cxdesigner.ui.comparing.sorts import RADIUS, SORTS, Sort
from tests.ui.hand import Hand, differs, where_they_differ
from tests.ui.painted import Painted


def comparing(hand: Hand) -> Comparing:
    return hand.window.bench.comparing


def panel(hand: Hand) -> ChangesPanel:
    found = hand.window.bench.panel("changes")
    assert isinstance(found, ChangesPanel)
    return found


def with_(document: Document, **fields: dict[str, Any]) -> Document:
    return Document(record.with_(**fields.get(key, {})) for key, record in document.records.items())


def show(hand: Hand, other: Document) -> None:
    comparing(hand).show(other, "the backup")
    QApplication.processEvents()


def drawn(hand: Hand, *sorts: Sort) -> tuple[int, int, int, int]:
    """Give where on the canvas is drawn what is of these sorts alone."""
    comparing(hand).leave_out(frozenset(SORTS))
    without = hand.picture()
    comparing(hand).leave_out(frozenset(SORTS) - set(sorts))
    found = where_they_differ(without, hand.picture())
    assert found is not None
    return found


def test_an_arrow_leads_from_the_cell_where_a_card_stood(hand: Hand) -> None:
    show(hand, with_(hand.document, three={"step": "b2", "to": None}))
    left, _, right, _ = drawn(hand, "moved")
    card, cell = hand.shown("three"), hand.cell("actions", "b2")
    assert left <= hand.view_of(card.x, 0).x()
    assert right >= hand.view_of(cell.x + cell.width / 2, 0).x()


def test_a_card_that_moved_is_outlined_where_it_stood_and_covers_nothing_there(hand: Hand) -> None:
    def outline(step: str) -> QRectF:
        show(hand, with_(hand.document, three={"step": step, "to": None}))
        box = comparing(hand).marks.ghosts.place_of(hand.card("three").with_(step=step))
        assert box is not None
        return box

    cell, card = hand.cell("actions", "b2"), hand.shown("three")
    box = outline("b2")
    assert QRectF(cell.x, cell.y, cell.width, cell.height).contains(box)
    assert box.height() == card.group.height
    without = hand.picture()
    comparing(hand).leave_out(frozenset(SORTS))
    found = where_they_differ(without, hand.picture())
    assert found is not None
    assert found[2] >= hand.view_of(box.right(), 0).x() - 2
    for hit in (hand.shown("one"), hand.shown("two")):  # where it stood among others, it stands below these
        assert not outline("a1").intersects(QRectF(hit.x, hit.y, hit.group.width, hit.group.height))


def test_what_is_selected_is_not_framed_while_the_list_is_walked_and_in_a_glance(hand: Hand) -> None:
    show(hand, with_(hand.document, one={"text": "was"}))
    QTest.keyClick(panel(hand).list, Qt.Key.Key_Down)
    assert hand.ids == ("one",)
    marked = hand.picture()
    hand.session.select(())
    assert differs(marked, hand.picture()) == 0
    hand.click(hand.middle("one"))
    assert differs(marked, hand.picture()) > 50  # here it is edited
    hand.key(Qt.Key.Key_F12)
    glance = hand.picture()
    hand.session.select(())
    assert differs(glance, hand.picture()) == 0


def test_a_card_that_moved_within_its_cell_has_no_arrow(hand: Hand) -> None:
    one, two = hand.card("one"), hand.card("two")
    show(hand, with_(hand.document, one={"rank": two.rank}, two={"rank": one.rank}))
    left, _, right, _ = drawn(hand, "moved")
    cell = hand.cell("actions", "a1")
    assert hand.view_of(cell.x, 0).x() - 14 <= left
    assert right <= hand.view_of(cell.x + cell.width, 0).x() + 4


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (Step.new(id="gone", parent="A", rank="zz", title="Parks"), "Step “Parks”"),
        (Step.new(id="gone", parent="A", rank="0", title="Parks"), "Step “Parks”"),
        (Lane.new(id="gone", parent="map", rank="zz", kind="quotes", title="Quotes"), "Lane “Quotes”"),
        (Lane.new(id="gone", parent="map", rank="0", kind="quotes", title="Quotes"), "Lane “Quotes”"),
        (Stage.new(id="gone", parent="map", rank="zz", title="Leave"), "Stage “Leave”"),
    ],
)
def test_what_is_gone_of_the_structure_is_a_line_with_its_name(
    hand: Hand, record: Any, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = record.with_(parent=hand.session.map_id) if record.parent == "map" else record
    more = [Step.new(id="step", parent="gone", rank="V")] if isinstance(record, Stage) else []
    show(hand, Document([*hand.document.records.values(), record, *more]))
    painted = Painted(monkeypatch)
    painted.look(hand)
    assert words in painted.by("comparing.borders")
    number = next(at for at, entry in enumerate(comparing(hand).entries) if entry.record.id == "gone")
    comparing(hand).go(number)
    place = comparing(hand).marks.place_of(comparing(hand).entries[number])
    assert place is not None
    assert hand.canvas.seen().intersects(place)
    assert hand.ids == ()


def test_the_curve_as_it_was_is_drawn_where_it_moved(hand: Hand) -> None:
    emotion = next(one for one in hand.document.emotions(hand.session.map_id) if one.persona == "ana")
    show(hand, with_(hand.document, **{emotion.id: {"score": -2.0}}))
    _, top, _, bottom = drawn(hand, "felt")
    band = hand.band("feelings")
    assert hand.view_of(0, band.top).y() <= top
    assert bottom <= hand.view_of(0, band.top + band.height).y()
    shown = hand.picture()
    hand.session.show(curves="mean")
    comparing(hand).leave_out(frozenset(SORTS) - {"felt"})
    assert differs(shown, hand.picture()) > 0


def only(hand: Hand, kind: type[Record]) -> Entry:
    return next(entry for entry in comparing(hand).entries if isinstance(entry.record, kind))


def test_a_link_that_is_gone_is_a_line_between_its_ends(hand: Hand) -> None:
    link = Link.new(id="link", parent=hand.session.map_id, from_="one", to="four", kind="leads_to")
    show(hand, Document([*hand.document.records.values(), link]))
    left, top, right, bottom = drawn(hand, "removed")
    one, four = (hand.shown(key) for key in ("one", "four"))
    assert left <= hand.view_of(one.x + one.group.width, 0).x() + 12
    assert right >= hand.view_of(four.x, 0).x() - 12
    assert bottom - top > 40
    place = comparing(hand).marks.place_of(only(hand, Link))
    assert place is not None
    assert one.x < place.x() < four.x + four.group.width
    comparing(hand).go(comparing(hand).entries.index(only(hand, Link)))
    assert hand.ids == ()


def test_a_link_of_a_card_that_is_gone_leads_to_its_ghost_and_one_without_ends_is_nowhere(hand: Hand) -> None:
    gone = hand.card("four").with_(id="gone", text="Gone", rank="z")
    links = [
        Link.new(id=key, parent=hand.session.map_id, from_=start, to="gone", kind="leads_to")
        for key, start in (("link", "one"), ("lost", "nothing"))
    ]
    show(hand, Document([*hand.document.records.values(), gone, *links]))
    places = {
        entry.record.id: comparing(hand).marks.place_of(entry)
        for entry in comparing(hand).entries
        if isinstance(entry.record, Link)
    }
    assert places["link"] is not None
    assert places["lost"] is None
    assert drawn(hand, "removed")


def test_a_comment_that_is_gone_has_a_sign_at_what_it_was_on(hand: Hand) -> None:
    comment = Comment.new(id="c", parent=hand.session.map_id, on="three", text="Why?")
    show(hand, Document([*hand.document.records.values(), comment]))
    left, top, right, bottom = drawn(hand, "removed")
    card = hand.shown("three")
    corner = hand.view_of(card.x + card.group.width, card.y)
    assert left <= corner.x() + 2 * RADIUS
    assert right >= corner.x() - 2 * RADIUS
    assert max(right - left, bottom - top) < 40
    place = comparing(hand).marks.place_of(only(hand, Comment))
    assert place is not None
    assert hand.canvas.seen().intersects(place)


def test_the_curve_of_somebody_who_is_gone_has_their_name(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    before = hand.document
    hand.session.perform("Remove", lambda document: remove(document, ["ana"]))
    show(hand, before)
    painted = Painted(monkeypatch)
    painted.look(hand)
    assert "Persona “ana”" in painted.by("comparing.old_curves")


def test_seen_from_afar_ghosts_are_signs_and_a_press_is_no_press_on_them(hand: Hand) -> None:
    gone = hand.card("four").with_(id="gone", text="Gone", rank="z")
    show(hand, Document([*hand.document.records.values(), gone]))
    hand.canvas.zoom_to(0.2)
    drawn(hand, "removed")
    cell = hand.cell("pains", "b1")
    hand.click((cell.x + cell.width - 8, cell.y + cell.height - 8))
    assert comparing(hand).current is None


def test_ghosts_without_room_are_counted_and_one_that_is_looked_at_is_shown(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = [hand.card("one").with_(id=f"gone{at}", text=f"Gone {at}", rank=f"z{at}") for at in range(3)]
    painted = Painted(monkeypatch)
    show(hand, Document([*hand.document.records.values(), *gone]))
    painted.look(hand)
    assert painted.by("comparing.ghosts") & {"1", "2", "3"}
    before = hand.picture()
    comparing(hand).go(2)
    assert differs(before, hand.picture()) > 200


def test_a_sort_can_be_left_out_by_a_click(hand: Hand) -> None:
    show(hand, with_(hand.document, one={"text": "was"}, three={"step": "b1"}))
    chip = panel(hand).sorts["changed"]
    assert chip.text() == "1"
    assert not panel(hand).sorts["added"].isVisible()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert [entry.what for entry in comparing(hand).entries] == ["moved"]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert len(comparing(hand).entries) == 2


def test_a_click_on_a_row_goes_there_and_maps_have_headings(start: Callable[..., Hand]) -> None:
    hand = start("vivan-los-tacos")
    first, second = hand.document.maps
    cards = [hand.document.cards(one.id)[0].id for one in (first, second)]
    show(hand, with_(hand.document, **{key: {"text": "was"} for key in cards}))
    model = panel(hand).model
    words = [str(model.index(row).data()) for row in range(model.rowCount())]
    assert words[0] == first.title
    assert words[2] == second.title
    view = panel(hand).list
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(model.index(3)).center())
    assert hand.session.map_id == second.id
    assert hand.ids == (cards[1],)
    assert model.row_of(1) == 3
    assert model.number_of(3) == 1
    assert model.number_of(2) is None


def test_it_goes_on_when_the_interface_is_made_larger_and_ends_with_its_panel(hand: Hand) -> None:
    show(hand, with_(hand.document, one={"text": "was"}))
    hand.window.application.set_scale(1.25)
    QTest.qWait(20)
    assert comparing(hand).asked is not None
    assert panel(hand).isVisible()
    hand.window.bench.show_panel("find")
    QTest.qWait(20)
    assert comparing(hand).asked is None


def test_what_is_looked_at_is_not_left_under_the_overview(start: Callable[..., Hand]) -> None:
    def middle(hand: Hand) -> QPointF:
        hit = hand.shown(key)
        return QPointF(hit.x + hit.group.width / 2, hit.y + hit.group.height / 2)

    hand = start("vivan-los-tacos", size=(1100, 700))
    steps = hand.document.steps(hand.session.map_id)
    hand.canvas.complete_scene()
    cards = [card.id for card in hand.document.cards(hand.session.map_id) if card.step == steps[4].id]
    hits = [hit for key in cards for hit in hand.canvas.find(key, "card")]
    key = max(hits, key=lambda hit: hit.y).group.id  # far enough down to be scrolled to
    show(hand, with_(hand.document, **{key: {"text": "was"}}))
    overview, view = hand.window.bench.overview, hand.canvas.viewport()
    assert overview.isVisible()
    away = QPointF(overview.geometry().center() - view.rect().center()) / hand.canvas.camera.scale
    hand.canvas.look_at(*(middle(hand) - away).toTuple())
    QApplication.processEvents()
    assert hand.canvas.uncovered().contains(middle(hand))
    assert not in_sight(hand.canvas, middle(hand))
    comparing(hand).go(0)
    QApplication.processEvents()
    assert in_sight(hand.canvas, middle(hand))
