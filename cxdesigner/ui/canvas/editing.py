"""Which texts can be typed where they stand, and what typing does to the project."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.card import text_frame
from cxdesigner.layout.caret import TextBlock, block_of
from cxdesigner.layout.hit import Hit
from cxdesigner.layout.scene import GlyphRun, Picture
from cxdesigner.layout.typeset import TextStyle
from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.records import Card, Emotion, Lane, Map, Persona, Record, Stage, Step
from cxdesigner.ui.session import Edit
from cxdesigner.ui.style.labels import CARDS, label
from cxdesigner.ui.style.words import mark, tr

AscentOf = Callable[[TextStyle], float]
"""Gives how far the baseline of a line lies below its top, in points."""


class Kind(NamedTuple):
    """How the text of a class of records is shown: on which part of the drawing, in which field and style.

    `name` is what undo calls writing it.
    """

    part: str
    field: str
    style: TextStyle
    name: str


KINDS: dict[type[Record], Kind] = {
    Card: Kind("card", "text", theme.CARD, mark("Edit text")),
    Stage: Kind("stage", "title", theme.STAGE, mark("Rename stage")),
    Step: Kind("step", "title", theme.STEP, mark("Rename step")),
    Lane: Kind("lane-title", "title", theme.LANE, mark("Rename lane")),
    Map: Kind("title", "title", theme.TITLE, mark("Rename map")),
    Persona: Kind("persona", "name", theme.NAME, mark("Rename persona")),
    Emotion: Kind("note", "note", theme.NOTE, mark("Edit note")),
}


class Place(NamedTuple):
    """A text on the sheet: its rows, its look, and the box of what holds it, in points.

    `hint` is what says in grey what would be typed there, "" for nothing.
    """

    block: TextBlock
    style: TextStyle
    ink: str
    holder: tuple[float, float, float, float]
    hint: str = ""


def text_of(record: Record) -> str | None:
    """Give the text of a record that can be typed on the sheet, None if it has none."""
    kind = KINDS.get(type(record))
    return str(getattr(record, kind.field)) if kind is not None else None


def place_of(record: Record, hit: Hit, ascent_of: AscentOf) -> Place:
    """Tell where the text of a record stands, given the group that shows it."""
    text = text_of(record) or ""
    style, ink, corner = _look(record, hit)
    runs = [
        item._replace(x=hit.x + item.x, y=hit.y + item.y)
        for item in hit.group.items
        if isinstance(item, GlyphRun)
        and item.line.size == style.size
        # Where there is no text, what stands in for it shows where it will begin.
        and (not text or text.startswith(item.line.text, item.line.start))
    ]
    if not text:
        runs = runs[:1]
    block = block_of(text, runs, corner, ascent_of(style), style.leading)
    hint = label(CARDS, record.kind) if isinstance(record, Card) and not text else ""
    box = (hit.x, hit.y, hit.group.width, hit.group.height)
    return Place(block, style, runs[0].fill if runs and text else ink, box, hint)


def _look(record: Record, hit: Hit) -> tuple[TextStyle, str, tuple[float, float]]:
    """Give style and colour of a record's text, and where it would begin if nothing of it were shown."""
    style = KINDS[type(record)].style
    x, y, width, height = hit.x, hit.y, hit.group.width, hit.group.height
    if isinstance(record, Card):
        frame = text_frame(record, width, _picture_height(hit))
        return frame.style, frame.ink, (x + frame.x, y + frame.y)
    if isinstance(record, Stage):
        fill = record.color or theme.PHASE_COLOR.get(record.phase, theme.PLAIN_PHASE)
        return style, theme.ink_on(fill), (x + min(14.0, width / 4), y + (height - style.leading) / 2)
    if isinstance(record, Emotion) and hit.group.part != "note":
        return style, theme.INK, (x, y + height + 4)
    return style, theme.INK, (x, y)


def _picture_height(hit: Hit) -> float:
    return next((item.height for item in hit.group.items if isinstance(item, Picture)), 0.0)


def text_edit(record: Record, text: str) -> tuple[str, Edit]:
    """Give the edit that writes a text into a record, with its name."""
    kind = KINDS[type(record)]
    if isinstance(record, Emotion):
        return tr(kind.name), partial(set_emotion, persona_id=record.persona, step_id=record.step, note=text)
    return tr(kind.name), lambda document: set_fields(document, record.id, **{kind.field: text})
