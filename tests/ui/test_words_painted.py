"""What the interface paints is in the reader's language and in the theme's colours: on the canvas and in the panels."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesigner.layout import theme
from cxdesigner.model.document import Document
from cxdesigner.model.edits.comments import add_comment
from cxdesigner.model.edits.links import add_link
from cxdesigner.model.records import Conflict, emotion_id
from cxdesigner.ui.application import Application
from cxdesigner.ui.panels.table import PANELS
from cxdesigner.ui.style.dress import dress
from cxdesigner.ui.style.tokens import LIGHT, SWATCHES, Tokens
from tests.model.builders import journey
from tests.ui.conftest import small
from tests.ui.hand import CTRL, NONE, PLATFORM, SHIFT, Hand, Key, Start
from tests.ui.painted import Painted

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)

ANA1 = emotion_id("ana", "a1")


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> Painted:
    return Painted(monkeypatch)


def empty() -> Document:
    return journey("A: a1 a2", "actions feelings=emotion touchpoints", personas="ana")


def changed(document: Document, key: str, **fields: object) -> Document:
    return Document(record.with_(**fields) if record.id == key else record for record in document.records.values())


def parked() -> Document:
    """Make a map with cards in the parking lot, one of which was in a lane that is gone."""
    return changed(changed(small(), "one", lane="gone", step="gone"), "three", lane=None, step=None, text="")


# States of the canvas, each with a part of what is seen in it


def hints(start: Start) -> Hand:
    return start(empty())


def no_columns(start: Start) -> Hand:
    return start(journey("", "actions"))


def untitled_step(start: Start) -> Hand:
    return start(changed(small(), "a2", title=""))


def hidden_lane(start: Start) -> Hand:
    hand = start()
    found = next(one for one in hand.canvas.folding.marks() if one.what == "show")
    QTest.mouseMove(hand.canvas.viewport(), found.rect.center().toPoint())
    return hand


def collapse(start: Start) -> Hand:
    hand = start()
    hand.move(hand.middle("B", "stage"))
    found = next(one for one in hand.canvas.folding.marks() if one.what == "close")
    QTest.mouseMove(hand.canvas.viewport(), found.rect.center().toPoint())
    return hand


def typing(start: Start) -> Hand:
    hand = start()
    hand.click(hand.in_cell("pains", "b2"))
    hand.key(Key.Key_Return)
    return hand


def taken(kind: str, value: str, point: Callable[[Hand], tuple[float, float]], start: Start) -> Hand:
    hand = start()
    hand.take(kind, value, point(hand), drop=False)
    return hand


TAKEN = {
    "a persona on the emotion lane": ("persona", "ben", lambda hand: hand.emotion_at("feelings", "a2", 1)),
    "a persona on a card": ("persona", "ben", lambda hand: hand.middle("three")),
    "a persona on a step": ("persona", "ben", lambda hand: hand.middle("b2", "step")),
    "a new persona": ("new-persona", "", lambda hand: hand.middle("map", "title")),
    "a stage": ("stage", "", lambda hand: hand.middle("B", "stage")),
    "a step": ("step", "", lambda hand: hand.middle("b1", "step")),
    "a lane": ("lane", "ideas", lambda hand: hand.in_cell("pains", "a1")),
    "a touchpoint": ("touchpoint", "email", lambda hand: hand.in_cell("touchpoints", "b1")),
    "a card": ("card", "pain", lambda hand: hand.in_cell("pains", "a1")),
}


def a_level(start: Start) -> Hand:
    hand = start()
    hand.drag(hand.middle(ANA1, "point"), hand.emotion_at("feelings", "a1", 2), drop=False)
    return hand


def a_curve(start: Start) -> Hand:
    hand = start()
    hand.drag(hand.emotion_at("feelings", "a1", 1), hand.emotion_at("feelings", "b2", -1), SHIFT, drop=False)
    return hand


def a_curve_of_nobody(start: Start) -> Hand:
    hand = start(changed(small(), "ana", name=""))
    hand.drag(hand.emotion_at("feelings", "a1", 1), hand.emotion_at("feelings", "b2", -1), SHIFT, drop=False)
    return hand


def a_width(start: Start) -> Hand:
    hand = start()
    x, y = hand.edge("a1", "right", "step")
    hand.drag((x, y), (x + 37, y), drop=False)
    return hand


def a_span(start: Start) -> Hand:
    hand = start(changed(small(), "b1", title=""))
    hand.drag(hand.edge("wide", "right"), hand.in_cell("touchpoints", "b1"), drop=False)
    return hand


def chips(start: Start) -> Hand:
    names = " ".join(f"a{number}" for number in range(1, 40))
    document = journey(f"A: {names} | B: b1 b2", "actions pains", cards={"actions a1": "act", "pains b2": "pain"})
    hand = start(changed(document, "pain", text=""))
    hand.session.perform("Link", partial(add_link, map_id="map", from_="act", to="pain"))
    hand.canvas.zoom_to(1.0)
    hand.canvas.horizontalScrollBar().setValue(0)
    hand.click(hand.middle("act"))
    return hand


def ballot(start: Start) -> Hand:
    hand = start()
    hand.key(Key.Key_B, CTRL)
    for digit in "1553":
        hand.type(digit)
    return hand


def out_of_the_lot(start: Start) -> Hand:
    hand = start(parked())
    hand.window.bench.show_panel("parking")
    return hand


def commented(start: Start) -> Hand:
    hand = start()
    for text in ("Why?", "Since then."):
        hand.session.perform("x", partial(add_comment, map_id="map", on="one", text=text, author="Eva"))
    hand.window.bench.show_panel("comments")
    return hand


def presented(start: Start) -> Hand:
    hand = start()
    hand.run("workshop.present")
    screen = hand.window.bench.presentation
    assert screen is not None
    screen.setFocus()
    for key, modifiers in ((Key.Key_Right, NONE), (Key.Key_T, NONE), (Key.Key_T, CTRL)):
        QTest.keyClick(screen, key, modifiers)
    return hand


def the_tab(start: Start) -> Hand:
    return start(parked())


def empty_lot(start: Start) -> Hand:
    hand = start()
    hand.window.bench.show_panel("parking")
    return hand


def panels(start: Start) -> Hand:
    hand = start(parked())
    hand.session.select("wide")
    for spec in PANELS:
        hand.window.bench.show_panel(spec.id)
    hand.window.bench.show_panel("outline")  # of those on the left one is shown
    return hand


def compared(start: Start) -> Hand:
    hand = start(small())
    gone = hand.card("one").with_(id="gone", rank="z")
    step = next(record for record in hand.document.steps(hand.session.map_id))
    more = [gone, step.with_(id="step", rank="zz")]
    changed = {"two": {"text": "two"}, "three": {"step": "b1"}, "one": {"text": "one"}}
    records = [record.with_(**changed.get(key, {})) for key, record in hand.document.records.items()]
    hand.window.bench.comparing.show(Document([*records, *more]), "⟦held⟧")
    hand.window.bench.comparing.walk(1)
    return hand


def conflicting(start: Start) -> Hand:
    document = small()
    conflict = Conflict(path='cards["one"].text', ours="one", theirs=None, base="two")
    root = document.project.with_(conflicts=(conflict,))
    hand = start(Document(root if one.id == root.id else one for one in document.records.values()))
    hand.window.bench.comparing.show_conflicts()
    return hand


def palette(start: Start) -> Hand:
    hand = start()
    hand.window.commands.open_palette()
    return hand


STATES: dict[str, tuple[Callable[[Start], Hand], str, str]] = {
    "hints in cells": (hints, "canvas.hints", "Click and type"),
    "no columns": (no_columns, "canvas.overlay", "Drag a stage here"),
    "a step without title": (untitled_step, "canvas.hints", "⟦Step⟧"),
    "the mark of hidden lanes": (hidden_lane, "canvas.overlay", "⟦Show hidden⟧"),
    "how many lanes are hidden": (hidden_lane, "canvas.folding", "hidden"),
    "the mark that collapses": (collapse, "canvas.overlay", "⟦Collapse⟧"),
    "an empty card": (typing, "canvas.text_marks", "⟦Pain point⟧"),
    **{name: (partial(taken, *what), "canvas.overlay", "⟦") for name, what in TAKEN.items()},
    "the level of an emotion": (a_level, "canvas.overlay", "⟦"),
    "a curve drawn freehand": (a_curve, "canvas.overlay", "ana"),
    "a curve of somebody without name": (a_curve_of_nobody, "canvas.overlay", "⟦Unnamed persona⟧"),
    "a width": (a_width, "canvas.overlay", "pt⟧"),
    "a span": (a_span, "canvas.overlay", "⟦Step 3⟧"),
    "a chip": (chips, "canvas.linking", "⟦Without text⟧"),
    "a ballot": (ballot, "panels.tally", ""),
    "the parking lot's tab": (the_tab, "panels.parking_tab", "⟦Parking lot⟧"),
    "the parking lot": (out_of_the_lot, "panels.parking_view", "⟦Lane or step is gone⟧"),
    "an empty parking lot": (empty_lot, "panels.parking_view", "⟦"),
    "comments": (commented, "canvas.comment_marks", "2"),
    "all panels": (panels, "panels.outline", "⟦"),
    "a comparison": (compared, "comparing.changes_list", "⟦"),
    "conflicts": (conflicting, "comparing.choice", "1"),
    "the palette": (palette, "palette", "⟦"),
    "presenting": (presented, "presenting.screen", "held⟧"),
}


@pytest.mark.parametrize("state", STATES)
def test_what_is_painted_is_translated(backwards: None, painted: Painted, start: Start, state: str) -> None:
    show, module, seen = STATES[state]
    hand = show(start)
    painted.look(hand)
    assert not module or any(seen in text for text in painted.by(module)), painted.texts
    assert painted.unmarked(hand) == set()


def theme_of_its_own() -> Tokens:
    """Make a theme each colour of which is in no other."""
    names = [one.name for one in fields(Tokens) if str(one.default).startswith("#")]
    colors: dict[str, Any] = {name: f"#{127 + at:02x}{5 * at:02x}{49 + at:02x}" for at, name in enumerate(names)}
    return replace(LIGHT, **colors)


def known_colors(hand: Hand, tokens: Tokens) -> set[str]:
    """Give the colours of a theme, of the sheet, and of the project."""
    sources = map(repr, (tokens, vars(theme), SWATCHES, hand.scene, hand.document))
    return {color.lower() for color in re.findall("#[0-9a-fA-F]{6}", " ".join(sources))}


@pytest.mark.parametrize("state", STATES)
def test_what_is_painted_is_in_the_colours_of_the_theme(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, painted: Painted, start: Start, state: str
) -> None:
    tokens = theme_of_its_own()
    monkeypatch.setattr(Application, "tokens", property(lambda _: tokens))
    try:
        hand = STATES[state][0](start)
        hand.session.select("one")
        painted.look(hand)
        known = known_colors(hand, tokens)
        assert {one for one in painted.colors if one[1] not in known} == set()
        assert len(painted.colors) > 10
    finally:
        dress(qapp, LIGHT)
