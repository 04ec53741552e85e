"""Keys and mouse on the canvas, and while presenting, that are no actions, as the page of shortcuts shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cxdesigner.ui.style.words import mark


@dataclass(frozen=True, slots=True)
class CanvasKey:
    """Keys, or what is done with the mouse, what it does, and the module of `ui` that hears it, or of `ui.canvas`."""

    keys: str
    text: str
    handled: str


TYPING: Final = (
    CanvasKey(mark("Letters"), mark("Write at the selected cell or card"), "keyboard"),
    CanvasKey(mark("Enter"), mark("Open the text; when done, start the next card"), "writing"),
    CanvasKey(mark("F2"), mark("Open the text of what is selected"), "keyboard"),
    CanvasKey(mark("Shift+Enter"), mark("Break the line"), "text_editor"),
    CanvasKey(mark("Tab, Shift+Tab"), mark("Go to the next or the previous cell"), "keyboard"),
    CanvasKey(mark("Esc"), mark("Leave the text, cancel a drag, select nothing"), "keyboard"),
)
MOVING: Final = (
    CanvasKey(mark("Arrows"), mark("Walk cards and cells"), "keyboard"),
    CanvasKey(mark("Ctrl+arrows"), mark("Walk stages and lanes"), "keyboard"),
    CanvasKey(mark("1 to 5"), mark("Rate the selected point of a curve"), "keyboard"),
)
MOUSE: Final = (
    CanvasKey(mark("Double click"), mark("Write, or set an emotion"), "keyboard"),
    CanvasKey(mark("Ctrl+click, Shift+click"), mark("Select one more, or one less"), "keyboard"),
    CanvasKey(mark("Drag on empty paper"), mark("Select all in a rectangle"), "gestures.select"),
    CanvasKey(mark("Ctrl+drag"), mark("Copy instead of moving"), "gestures.cards"),
    CanvasKey(mark("Shift+drag a point"), mark("Set a score between the levels"), "gestures.emotion"),
    CanvasKey(mark("Shift+drag along an emotion lane"), mark("Draw the curve freehand"), "gestures.choose"),
    CanvasKey(mark("Wheel, Shift+wheel"), mark("Scroll, across"), "sheet_area"),
    CanvasKey(mark("Ctrl+wheel"), mark("Zoom at the pointer"), "sheet_area"),
    CanvasKey(mark("Space+drag, middle button"), mark("Move the sheet"), "gestures.select"),
)
PRESENTING: Final = (
    CanvasKey(mark("Right, Space, Page down"), mark("Show what is below, then the next stage"), "presenting.screen"),
    CanvasKey(mark("Left, Page up"), mark("Show what is above, then the stage before"), "presenting.screen"),
    CanvasKey(
        mark("Digits, Home, End"), mark("Go to a stage, to the whole map, to the last stage"), "presenting.screen"
    ),
    CanvasKey(mark("B"), mark("Make the screen dark, or light again"), "presenting.screen"),
    CanvasKey(mark("T, +"), mark("Start a timer of five minutes, give it one more"), "presenting.screen"),
)

GROUPS: Final = (
    (mark("Writing on the map"), TYPING),
    (mark("Walking and moving"), MOVING),
    (mark("With the mouse"), MOUSE),
    (mark("While presenting"), PRESENTING),
)
