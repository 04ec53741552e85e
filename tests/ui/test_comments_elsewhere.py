"""Comments on what is no thing in a cell: links, departments, the project."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from cxdesigner.export import ExportOptions, export_maps
from cxdesigner.layout.comments import places_of
from cxdesigner.model.document import Document
from cxdesigner.model.edits.comments import subject
from cxdesigner.model.edits.links import solves_key
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Comment, Department, Link
from cxdesigner.ui.palette_entries import choices_of
from cxdesigner.ui.panels.comments import CommentsPanel
from cxdesigner.ui.panels.departments import Row
from cxdesigner.ui.panels.inspector import MAP
from tests.model.builders import journey
from tests.ui.hand import ALT, CTRL, PLATFORM, UNDO, Hand, Key, Point, Start, difference

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def a_map() -> Document:
    more = (
        Department.new(id="floor", parent="project", name="Floor", color="#3a7d55", rank="F"),
        Department.new(id="kitchen", parent="project", name="Kitchen", color="#d97a2b", rank="K"),
        Link.new(id="link", parent="map", from_="act", to="serve", kind="leads_to"),
    )
    cards = {"actions a1": "act", "touchpoints b2": "serve", "pains a2": "pain", "opportunities b1": "chance"}
    document = journey("A: a1 a2 | B: b1 b2", "actions touchpoints pains opportunities", cards=cards, more=more)
    fields = {
        "act": {"kind": "touchpoint", "department": "floor"},
        "serve": {"kind": "touchpoint", "department": "kitchen"},
        "pain": {"kind": "pain"},
        "chance": {"kind": "opportunity", "solves": ("pain",)},
    }
    return Document(record.with_(**fields.get(key, {})) for key, record in document.records.items())


@pytest.fixture
def at(start: Start) -> Hand:
    return start(a_map())


def panel(hand: Hand) -> CommentsPanel:
    found = hand.window.bench.panel("comments")
    assert isinstance(found, CommentsPanel)
    return found


def comments(hand: Hand) -> tuple[Comment, ...]:
    return hand.document.comments("map")


def row_of(hand: Hand, key: str) -> Row:
    return next(row for row in hand.window.bench.inspector.map_page.departments.rows if row.key == key)


def on_link(hand: Hand, key: str) -> Point:
    """Give a point on the line of a link: a little beside where its mark stands."""
    x, y = places_of(hand.scene.bands, {key}, hand.scene.over)[key]
    return x - 3, y - 3


def write(hand: Hand, text: str) -> None:
    """Type a comment where the keyboard is, which has to be the panel's field, and press Enter."""
    assert panel(hand).field.hasFocus()
    hand.type(text)
    hand.key(Key.Key_Return)


def test_a_link_is_clicked_and_commented_on_with_keys(at: Hand) -> None:
    at.click(on_link(at, "link"))
    assert at.ids == ("link",)
    at.key(Key.Key_M, CTRL | ALT)
    assert panel(at).about.text() == "On the link from “act” to “serve”"
    write(at, "Who told them?")
    assert [(comment.on, comment.text) for comment in comments(at)] == [("link", "Who told them?")]
    assert at.menu_text(UNDO) == "Undo add comment"
    assert "the link from “act” to “serve”" in panel(at).list.item(0).text()


@pytest.mark.parametrize("by_key", [False, True])
def test_the_menu_of_a_link_offers_it(at: Hand, by_key: bool) -> None:
    point = on_link(at, "link")
    at.click(point)
    if by_key:
        at.key(Key.Key_Menu)
    else:
        spot = at.view_of(*point)
        there = at.canvas.viewport().mapToGlobal(spot)
        QApplication.sendEvent(at.canvas.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, there))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert at.window.actions_by_id["comments.add"] in actions_of(menu)
    assert at.window.actions_by_id["links.reverse"] in actions_of(menu)
    menu.close()


def actions_of(menu: QMenu) -> list[object]:
    found: list[object] = []
    for action in menu.actions():
        inner = action.menu()
        found += actions_of(inner) if isinstance(inner, QMenu) else [action]
    return found


def test_the_mark_of_a_link_stands_on_its_line_and_leads_to_the_comment(at: Hand) -> None:
    at.session.select(())
    at.move((5.0, 5.0))
    QApplication.processEvents()
    before = at.picture()
    at.session.select("link")
    at.run("comments.add")
    write(at, "Who told them?")
    at.window.bench.hide_panel("comments")
    at.session.select(())
    at.canvas.setFocus()
    QApplication.processEvents()
    corner = places_of(at.scene.bands, {"link"}, at.scene.over)["link"]
    spot, after = at.view_of(*corner), at.picture()
    assert before.size() == after.size()
    assert difference(before, after).crop((spot.x() - 8, spot.y() - 6, spot.x() + 2, spot.y() + 2)).getbbox()
    at.click(corner)
    assert at.ids == ("link",)
    assert panel(at).current == comments(at)[0].id


def test_walking_selects_the_link_and_brings_it_into_view(at: Hand) -> None:
    at.session.select("link")
    at.run("comments.add")
    write(at, "Who told them?")
    at.session.select(())
    at.canvas.setFocus()
    at.canvas.zoom_to(3.0)
    at.canvas.look_at(0.0, 0.0)
    place = places_of(at.scene.bands, {"link"}, at.scene.over)["link"]
    assert not at.canvas.uncovered().contains(*place)
    at.key(Key.Key_F4)
    assert at.ids == ("link",)
    assert at.canvas.uncovered().contains(*place)
    at.run("comments.resolve")
    assert comments(at)[0].done


def test_a_link_that_is_only_what_a_card_solves_takes_comments_too(at: Hand) -> None:
    at.click(on_link(at, solves_key("chance", "pain")))
    assert at.ids == (solves_key("chance", "pain"),)
    at.key(Key.Key_M, CTRL | ALT)
    write(at, "Does it?")
    (comment,) = comments(at)
    link = at.document[comment.on]
    assert isinstance(link, Link)
    assert (link.from_, link.to, link.kind) == ("chance", "pain", "solves")
    assert at.ids == (link.id,)
    at.run(UNDO)
    assert at.document == a_map()


def test_a_deleted_link_takes_its_comments_along_and_undo_brings_both_back(at: Hand) -> None:
    at.click(on_link(at, "link"))
    at.key(Key.Key_M, CTRL | ALT)
    write(at, "Who told them?")
    at.canvas.setFocus()
    at.key(Key.Key_Delete)
    assert not comments(at)
    assert panel(at).list.count() == 0
    at.run(UNDO)
    assert [comment.on for comment in comments(at)] == ["link"]
    assert at.ids == ("link",)


def test_a_department_is_commented_on_by_the_button_in_its_row(at: Hand) -> None:
    at.window.bench.inspector.show_tab(MAP)
    row = row_of(at, "kitchen")
    assert row.comment.accessibleDescription() == "Add a comment"
    QTest.mouseClick(row.comment, Qt.MouseButton.LeftButton)
    assert panel(at).about.text() == "On the department “Kitchen”"
    write(at, "Since when?")
    assert [(comment.on, comment.text) for comment in comments(at)] == [("kitchen", "Since when?")]
    assert row.comment.accessibleDescription() == "1 open comment"
    assert row_of(at, "floor").comment.accessibleDescription() == "Add a comment"
    panel(at).list.item(0).setCheckState(Qt.CheckState.Checked)
    assert row.comment.accessibleDescription() == "Add a comment"


def test_a_department_is_commented_on_by_keys_in_its_row(at: Hand) -> None:
    at.session.select("act")
    at.window.bench.inspector.show_tab(MAP)
    row_of(at, "kitchen").name.setFocus()
    at.type("!")
    at.key(Key.Key_M, CTRL | ALT)
    write(at, "Since when?")
    assert [comment.on for comment in comments(at)] == ["kitchen"]
    kitchen = at.document["kitchen"]
    assert isinstance(kitchen, Department)
    assert kitchen.name == "Kitchen!"


def test_walking_to_a_department_shows_its_row(at: Hand) -> None:
    inspector = at.window.bench.inspector
    inspector.show_tab(MAP)
    QTest.mouseClick(row_of(at, "kitchen").comment, Qt.MouseButton.LeftButton)
    write(at, "Since when?")
    at.session.select("act")
    assert inspector.tabs.currentIndex() != MAP
    assert not row_of(at, "kitchen").name.property("chosen")
    at.canvas.setFocus()
    at.key(Key.Key_F4)
    assert at.ids == ("kitchen",)
    assert inspector.tabs.currentIndex() == MAP
    row = row_of(at, "kitchen")
    assert row.name.property("chosen")
    assert not row_of(at, "floor").name.property("chosen")
    assert not row.visibleRegion().isEmpty()
    at.run("comments.resolve")
    assert comments(at)[0].done


def test_a_comment_on_a_department_is_found_from_every_map(at: Hand) -> None:
    at.window.bench.inspector.show_tab(MAP)
    QTest.mouseClick(row_of(at, "kitchen").comment, Qt.MouseButton.LeftButton)
    write(at, "Since when?")
    at.run("map.duplicate")
    assert at.session.map_id != "map"
    at.window.bench.inspector.show_tab(MAP)
    row = row_of(at, "kitchen")
    assert row.comment.accessibleDescription() == "1 open comment"
    QTest.mouseClick(row.comment, Qt.MouseButton.LeftButton)
    assert panel(at).current == comments(at)[0].id
    at.run("comments.resolve")
    assert comments(at)[0].done


def test_comments_on_a_department_go_with_it(at: Hand) -> None:
    at.window.bench.inspector.show_tab(MAP)
    QTest.mouseClick(row_of(at, "kitchen").comment, Qt.MouseButton.LeftButton)
    write(at, "Since when?")
    QTest.mouseClick(row_of(at, "kitchen").remove, Qt.MouseButton.LeftButton)
    assert not comments(at)
    at.run(UNDO)
    assert [comment.on for comment in comments(at)] == ["kitchen"]


def test_the_project_is_commented_on_by_its_button_and_in_its_fields(at: Hand) -> None:
    page = at.window.bench.inspector.map_page
    at.window.bench.inspector.show_tab(MAP)
    QTest.mouseClick(page.comment, Qt.MouseButton.LeftButton)
    assert panel(at).about.text() == "On the project"
    write(at, "Whose is it?")
    page.brand_form.editors["brand.name"].focus.setFocus()
    at.key(Key.Key_M, CTRL | ALT)
    write(at, "Which brand?")
    page.form.editors["goal"].focus.setFocus()
    at.key(Key.Key_M, CTRL | ALT)
    write(at, "Whose goal?")
    assert [comment.on for comment in comments(at)] == ["project", "project", "map"]
    assert page.comment.accessibleDescription() == "2 open comments"


def test_a_persona_is_commented_on_from_its_page(start: Start) -> None:
    hand = start()
    hand.session.select("one")
    hand.window.bench.inspector.show_tab(1)
    hand.window.bench.inspector.persona_page.form.editors["quote"].focus.setFocus()
    hand.key(Key.Key_M, CTRL | ALT)
    write(hand, "Did she say so?")
    assert [comment.on for comment in comments(hand)] == ["ana"]


def test_undo_and_redo_show_what_a_comment_is_on(at: Hand) -> None:
    at.session.select("act")
    at.run("comments.add")
    write(at, "Is it so?")
    at.canvas.setFocus()
    at.run(UNDO)
    assert at.ids == ("act",)
    at.session.select(())
    at.run("edit.redo")
    assert at.ids == ("act",)
    assert panel(at).about.text() == "On “act”"
    assert [subject(comment) for comment in comments(at)] == ["act"]


def test_an_export_lists_comments_on_links_and_departments(at: Hand) -> None:
    at.session.select("link")
    at.run("comments.add")
    write(at, "Who told them?")
    QTest.mouseClick(row_of(at, "kitchen").comment, Qt.MouseButton.LeftButton)
    write(at, "Since when?")
    assert "Department Kitchen" in exported(at.document, comments=True)
    assert "Who told them?" in exported(at.document, comments=True)
    assert "Who told them?" not in exported(at.document, comments=False)


def exported(document: Document, *, comments: bool) -> str:
    pdf = export_maps(document, ["map"], ExportOptions("pdf", comments=comments))
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_the_palette_offers_a_comment_on_a_link_and_says_why_it_does_not(at: Hand) -> None:
    at.click(on_link(at, "link"))
    assert reasons(at) == ["", "There are no open comments.", "There is no open comment on what is selected."]
    at.key(Key.Key_M, CTRL | ALT)
    write(at, "Who told them?")
    assert reasons(at) == ["", "", ""]
    at.session.perform("", lambda document: remove(document, ["map"]))
    assert reasons(at)[0] == "There is no map to comment on: add one first."


def reasons(hand: Hand) -> list[str]:
    hand.window.commands.refresh()
    wanted = ("comments.add", "comments.next", "comments.resolve")
    needs = {choice.key: choice.needs for choice in choices_of(hand.window.commands, hand.session)}
    return [needs[key] for key in wanted]
