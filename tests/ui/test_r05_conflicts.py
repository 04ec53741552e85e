"""What a merge left open: asked one by one, with both values and a key for each."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxdesigner.model.document import Document
from cxdesigner.model.edits.become import become
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.merge import merge
from cxdesigner.model.records import Conflict
from cxdesigner.storage.project_file import load
from cxdesigner.ui.comparing.conflict_words import question_of
from cxdesigner.ui.comparing.conflicts_panel import ConflictsPanel
from cxdesigner.ui.panels.notices import JOINED
from tests.ui.hand import UNDO, Hand, Key, Start, differs


def panel(hand: Hand) -> ConflictsPanel:
    found = hand.window.bench.panel("conflicts")
    assert isinstance(found, ConflictsPanel)
    return found


def with_(document: Document, **fields: dict[str, Any]) -> Document:
    return Document(record.with_(**fields.get(key, {})) for key, record in document.records.items())


@pytest.fixture
def torn(hand: Hand) -> Hand:
    """Merge two versions that both reworded "one", moved "three" to different steps, and took out or changed "four"."""
    base = hand.document
    ours = with_(base, one={"text": "ours"}, three={"step": "b1"})
    removal = remove(ours, ["four"])
    assert removal is not None
    theirs = with_(base, one={"text": "theirs"}, three={"step": "b2"}, four={"text": "changed"})
    merged = merge(base, ours.apply(removal), theirs)
    assert len(merged.conflicts) == 3
    hand.session.perform("Merge", lambda document: become(document, merged.document))
    QTest.qWait(150)
    return hand


def asked(hand: Hand) -> str:
    question = panel(hand).question
    return question.key if question is not None else ""


def test_the_status_bar_counts_them_and_shows_them(torn: Hand) -> None:
    status = torn.window.bench.status
    assert status.conflicts.isVisible()
    assert status.conflicts.text() == "3 conflicts"
    QTest.mouseClick(status.conflicts, Qt.MouseButton.LeftButton)
    assert torn.window.bench.is_shown("conflicts")
    assert panel(torn).count.text() == "1 of 3"
    assert torn.ids == (asked(torn),)


def test_each_is_asked_with_its_values_and_keys_choose_and_each_choice_can_be_undone(torn: Hand) -> None:
    torn.window.bench.comparing.show_conflicts()
    while asked(torn) != "one":
        torn.key(Key.Key_Return)
    assert [choice.value.text() for choice in panel(torn).choices.values()] == [
        "ours",
        "theirs",
        "one that is long enough to stand in more than a single line of its card",
    ]
    torn.key(Key.Key_2)
    assert torn.card("one").text == "theirs"
    assert len(torn.document.project.conflicts) == 2
    assert asked(torn) != "one"
    torn.run(UNDO)
    assert torn.card("one").text == "ours"
    assert asked(torn) == "one"
    torn.key(Key.Key_1)
    while asked(torn) != "three":
        torn.key(Key.Key_Down)
    assert panel(torn).choices["theirs"].value.text().startswith("b2")
    torn.key(Key.Key_3)
    assert torn.card("three").step == "a2"
    assert asked(torn) == "four"
    assert panel(torn).choices["ours"].value.text() == "Taken out"
    torn.key(Key.Key_1)
    assert "four" not in torn.document
    assert not torn.document.project.conflicts
    assert panel(torn).title.text() == "No conflicts are left."
    QTest.qWait(150)
    assert not torn.window.bench.status.conflicts.isVisible()


def test_a_click_chooses_and_esc_closes(torn: Hand) -> None:
    torn.window.bench.comparing.show_conflicts()
    QApplication.processEvents()
    first = asked(torn)
    QTest.mouseClick(panel(torn).choices["theirs"], Qt.MouseButton.LeftButton)
    assert asked(torn) != first
    torn.key(Key.Key_Escape)
    assert not torn.window.bench.is_shown("conflicts")
    assert torn.canvas.hasFocus()


def test_they_are_marked_on_the_canvas_while_they_are_asked_and_a_mark_can_be_pressed(torn: Hand) -> None:
    torn.window.bench.comparing.show_conflicts()
    QApplication.processEvents()
    marks = torn.canvas.overlay.marks
    shown = torn.picture()
    kept = marks[:]
    marks.clear()
    assert differs(shown, torn.picture()) > 100
    marks.extend(kept)
    other = "one" if asked(torn) != "one" else "three"
    hit = torn.shown(other)
    torn.click((hit.x + 1, hit.y + 1))
    assert asked(torn) == other


def test_r05_a_file_in_which_a_merge_left_something_open_says_so(torn: Hand, start: Start) -> None:
    hand = start(torn.document)
    notices = hand.window.bench.notices
    assert (
        notices.shown[JOINED].sentence == "3 things were changed on both sides of a merge: both are kept in this file."
    )
    [settle] = [button for button in notices.buttons(JOINED) if button.text() == "Settle"]
    settle.click()
    assert hand.window.bench.is_shown("conflicts")
    assert JOINED not in notices.shown


def test_a_project_with_open_conflicts_is_saved_with_them(torn: Hand, qtbot: QtBot) -> None:
    path = torn.session.path
    assert path is not None
    torn.run("file.save")
    qtbot.waitUntil(lambda: torn.session.is_saved)
    assert len(load(path).document.project.conflicts) == 3


@pytest.mark.parametrize(
    ("path", "values", "about", "words"),
    [
        ("nonsense[", (1, 2, None), "What this was about is gone.", ("1", "2")),
        ('cards["one"]', (None, None, {"text": "was"}), "Both took out", ("Taken out", "Taken out", "was")),
        ('cards["one"]', ({"text": "a"}, {"text": "b"}, None), "Both added it", ("a", "b")),
        (
            'cards["one"].place',
            ({"lane": None, "step": None}, None, {"lane": "pains", "step": "x"}),
            "Both moved",
            ("Parking lot", "It was not there", "(not there any more)"),
        ),
        ('stages["A"].phase', ("before", "after", ""), "phase", ("Before purchase", "After purchase")),
        ('cards["one"].moment_of_truth', (True, False, None), "moment of truth", ("Yes", "No")),
        ('cards["one"].personas', (["ana"], ["ben", "ana"], []), "personas", ("ana", "ben, ana")),
        ('cards["one"].nps', ({"score": -3, "n": 4}, {"score": 2.5}, None), "nps", ("score: −3\nn: 4", "score: 2.5")),
        ('steps["a1"].place', ({"parent": "A"}, {"parent": "B"}, {}), "Both moved", ("A", "B")),
    ],
)
def test_what_each_side_has_is_said_in_words(
    hand: Hand, path: str, values: tuple[Any, Any, Any], about: str, words: tuple[str, ...]
) -> None:
    conflict = Conflict(path=path, ours=values[0], theirs=values[1], base=values[2])
    question = question_of(hand.document, conflict)
    assert about in question.about
    # What was before both is no choice where there was nothing.
    assert ("base" in question.values) is (values[2] not in (None, "", [], {}))
    for word, value in zip(words, question.values.values(), strict=True):
        assert word in value
