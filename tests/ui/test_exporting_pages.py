"""The pages of the export dialog as they will be, and what is wrong with them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidgetItem, QPushButton
from pytestqt.qtbot import QtBot

from cxdesigner.export import ExportOptions
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card
from cxdesigner.paper import POINT
from cxdesigner.ui.dialogs.export_rows import MAPS, OWN
from tests.model.builders import journey
from tests.ui.asker import Asker, sizes
from tests.ui.hand import PLATFORM, Key, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def test_what_is_wrong_is_listed_and_a_click_selects_it(start: Start, qtbot: QtBot) -> None:
    document = journey("A: a1 | B: b1", "actions", cards={"actions a1": "one"})
    document = Document(
        record.with_(text="Ogham ᚠ and \ue123") if isinstance(record, Card) else record
        for record in document.records.values()
    )
    asker = Asker(start(document), qtbot)
    dialog = asker.open()
    asker.choose("page", "A5")
    asker.pages()
    texts = dialog.findings.texts()
    assert any("\ue123" in text for text in texts)
    assert "The stage “B” has no cards." in texts
    assert any(text.startswith("Capitals of the smallest text are ") for text in texts)
    assert "1 page of 210 × 148 mm" in texts
    for about, key in (("“B”", "B"), ("\ue123", "one")):
        button = next(one for one in dialog.findings.findChildren(QPushButton) if about in one.accessibleName())
        asker.click(button)
        assert asker.hand.ids == (key,)
        qtbot.waitUntil(lambda: len(dialog.pages.view._marks) == 1)


def test_too_many_sheets_are_told_in_the_place_of_the_pages(asker: Asker, qtbot: QtBot) -> None:
    dialog = asker.open()
    asker.choose("poster", OWN)
    QTest.keyClicks(QApplication.focusWidget(), "30000x30000mm")
    asker.choose("on", "A4")
    qtbot.waitUntil(lambda: "2,000 can be made" in dialog.reason.text(), timeout=60_000)
    assert dialog.pages.view._sentence == dialog.reason.text()
    assert not dialog.export.isEnabled()
    asker.choose("poster", "A0")
    asker.pages()
    assert dialog.export.isEnabled()


def test_the_smallest_text_is_shown_at_one_place(asker: Asker) -> None:
    dialog = asker.open()
    line = next(one for one in dialog.findings.findChildren(QPushButton) if "smallest text" in one.accessibleName())
    asker.click(line)
    assert len(asker.hand.ids) == 1


def test_pages_come_again_after_their_process_has_ended(asker: Asker, qtbot: QtBot) -> None:
    dialog = asker.open()
    process = dialog.job._process
    assert process is not None
    process.kill()
    qtbot.waitUntil(lambda: dialog.job._process is None)
    assert dialog.export.isEnabled()
    asker.choose("page", "A4")
    qtbot.waitUntil(lambda: dialog.job._process is not None and asker.is_settled(dialog), timeout=60_000)
    assert sizes(asker) == [(210, 297)]


def test_pages_that_are_refused_leave_none_of_those_before(asker: Asker, qtbot: QtBot) -> None:
    dialog = asker.open()
    with qtbot.waitSignal(dialog.job.refused, timeout=60_000):
        dialog.job.compose(asker.hand.document, ["gone"], ExportOptions())
    assert dialog.job.pages == ()
    assert dialog.pages.size_label.text() == ""
    assert not any(button.isVisible() for button in dialog.pages._zooms)
    refusal = dialog.reason.text()
    assert refusal != ""
    QTest.keyClicks(dialog.path, "x")  # another name is no help against that
    assert dialog.reason.text() == refusal
    assert not dialog.export.isEnabled()
    asker.choose("page", "A4")
    asker.pages()
    assert dialog.reason.text() == ""
    assert dialog.export.isEnabled()


def test_what_a_finding_is_about_stays_marked_on_the_pages_of_all_maps(start: Start, qtbot: QtBot) -> None:
    hand = start("vivan-los-tacos")
    asker = Asker(hand, qtbot)
    dialog = asker.open()
    asker.choose(MAPS, "all")
    asker.pages()
    other = hand.document.maps[1]
    card = hand.document.cards(other.id)[0]
    dialog.findings.chosen.emit((card.id, "gone"))
    assert (hand.session.map_id, hand.ids) == (other.id, (card.id,))
    qtbot.waitUntil(lambda: len(dialog.pages.view._marks) == 1, timeout=60_000)
    qtbot.waitUntil(lambda: not dialog._soon.isActive())
    asker.pages()
    assert len(dialog.pages.view._marks) == 1
    dialog.findings.chosen.emit(("gone",))
    assert hand.ids == ()


def test_the_canvas_stays_alive_and_what_is_edited_is_on_the_pages(asker: Asker, qtbot: QtBot) -> None:
    dialog = asker.open()
    before = sizes(asker)
    hand = asker.hand
    qtbot.waitUntil(lambda: hand.window.activateWindow() or hand.window.isActiveWindow())
    hand.click(hand.in_cell("actions", "b2"))
    for _ in range(8):
        hand.type("a new line of text")
        hand.key(Key.Key_Return)
    hand.key(Key.Key_Escape)
    qtbot.waitUntil(lambda: asker.is_settled(dialog), timeout=60_000)
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.job.pages[0].height * POINT > before[0][1] + 10)


def test_a_persona_in_front_stands_in_the_way_of_no_other_map(start: Start, qtbot: QtBot) -> None:
    hand = start("vivan-los-tacos")
    today, future = hand.document.maps
    (persona, _) = today.personas
    hand.session.perform("Leave out", lambda _: Change.of({future.id: (future, future.with_(personas=()))}))
    hand.session.show(persona=persona)
    asker = Asker(hand, qtbot)
    dialog = asker.open()
    for maps in ("all", future.id):
        asker.choose(MAPS, maps)
        asker.pages()
        assert dialog.export.isEnabled()


def test_small_pages_that_come_into_view_are_drawn(start: Start, qtbot: QtBot) -> None:
    asker = Asker(start("vivan-los-tacos"), qtbot)
    dialog = asker.open()
    dialog.resize(900, 480)
    asker.click(dialog.form.controls["report"].focusProxy())
    asker.pages()
    small = dialog.pages.small

    def seen() -> list[QListWidgetItem]:
        items = [small.item(at) for at in range(small.count())]
        return [one for one in items if small.visualItemRect(one).intersects(small.viewport().rect())]

    def are_drawn() -> bool:
        return all(one.data(Qt.ItemDataRole.UserRole) for one in seen())

    qtbot.waitUntil(are_drawn, timeout=60_000)
    few = len(seen())
    dialog.resize(900, 1000)
    qtbot.waitUntil(lambda: len(seen()) > few)
    qtbot.waitUntil(are_drawn, timeout=10_000)


def test_one_comes_nearer_and_moves_the_page(asker: Asker, qtbot: QtBot) -> None:
    view = asker.open().pages.view
    fitting = view.zoom
    view.setFocus()
    for _ in range(6):
        QTest.keyClick(view, Key.Key_Plus)
    assert view.zoom == pytest.approx(fitting * 1.25**6)
    before = view._corner()
    QTest.keyClick(view, Key.Key_Left)
    assert view._corner().x() > before.x()
    qtbot.waitUntil(lambda: view.is_drawn, timeout=60_000)
    picture = view.picture
    assert picture is not None
    assert picture.width() <= view.width()
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton)
    assert view.zoom == fitting


def remedies(asker: Asker) -> dict[str, QPushButton]:
    """Give what helps, by the first word of it."""
    buttons = asker.dialog.findings.findChildren(QPushButton, "remedy")
    return {button.text().split()[0]: button for button in buttons if button.isVisible()}


@pytest.mark.parametrize(
    ("word", "field", "value", "by_key"),
    [("Continue", "fit", "62%", False), ("A3", "page", "A3", True), ("A0", "poster", "A0", False)],
)
def test_text_that_is_too_small_offers_what_helps(
    start: Start, qtbot: QtBot, word: str, field: str, value: str, by_key: bool
) -> None:
    asker = Asker(start("saas-subscription"), qtbot)
    dialog = asker.open()
    asker.choose("page", "A4")
    asker.pages()
    (line,) = (text for text in dialog.findings.texts() if "smallest text" in text)
    assert line.endswith("to be read from 20 cm at most; paper in the hand is read from 30 cm.")
    assert len(sizes(asker)) == 1
    found = remedies(asker)
    assert list(found) == ["Continue", "A3", "A0"]
    if by_key:
        first = next(one for one in dialog.findings.findChildren(QPushButton) if one.objectName() == "found")
        first.setFocus()
        while QApplication.focusWidget() is not found[word]:
            QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        QTest.keyClick(found[word], Key.Key_Return)
    else:
        asker.click(found[word])
    asker.pages()
    assert dialog.form.values[field] == value
    assert dialog.isVisible()  # Enter on a button is for the button
    if word == "Continue":
        assert len(sizes(asker)) == 4
    elif word == "A3":
        assert sizes(asker) == [(420, 297)]
    else:
        assert len(sizes(asker)) == 21
    assert QApplication.focusWidget() is dialog.form.controls[field].focusProxy()
    assert word not in remedies(asker)
