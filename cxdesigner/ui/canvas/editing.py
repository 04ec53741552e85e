"""Which texts can be typed where they stand, and what typing does to the project."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.card import text_frame
from cxdesigner.layout.hit import Hit
from cxdesigner.layout.scene import GlyphRun, Picture
from cxdesigner.layout.typeset import TextStyle
from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.records import Card, Emotion, Lane, Map, Persona, Record, Stage, Step
from cxdesigner.ui.canvas.landing import Rect
from cxdesigner.ui.session import Edit


class Place(NamedTuple):
    """A text on the sheet: its box in points, how it looks, what it says now."""

    key: str
    field: str
    box: Rect
    style: TextStyle
    ink: str
    ground: str
    text: str
    hint: str = ""


class Kind(NamedTuple):
    """How the text of a class of records is shown: on which part of the drawing, in which field and style."""

    part: str
    field: str
    style: TextStyle
    name: str


KINDS: dict[type[Record], Kind] = {
    Card: Kind("card", "text", theme.CARD, "Edit text"),
    Stage: Kind("stage", "title", theme.STAGE, "Rename stage"),
    Step: Kind("step", "title", theme.STEP, "Rename step"),
    Lane: Kind("lane-title", "title", theme.LANE, "Rename lane"),
    Map: Kind("title", "title", theme.TITLE, "Rename map"),
    Persona: Kind("persona", "name", theme.NAME, "Rename persona"),
    Emotion: Kind("note", "note", theme.NOTE, "Edit note"),
}


def place_of(record: Record, hit: Hit) -> Place | None:
    """Tell where the text of a record stands, given the group that shows it."""
    kind = KINDS.get(type(record))
    if kind is None:
        return None
    x, y, width, height = hit.x, hit.y, hit.group.width, hit.group.height
    text = str(getattr(record, kind.field))
    make = partial(Place, record.id, kind.field)
    if isinstance(record, Card):
        frame = text_frame(record, width, _picture_height(hit))
        colors = theme.card_colors(record.kind, record.color)
        box = (x + frame.x, y + frame.y, frame.width, frame.style.leading)
        return make(box, frame.style, frame.ink, colors.fill, text, record.kind)
    if isinstance(record, Stage):
        fill = record.color or theme.PHASE_COLOR.get(record.phase, theme.PLAIN_PHASE)
        left, top = _corner_of_text(hit, kind.style) or (14.0, (height - kind.style.leading) / 2)
        box = (x + left, y + top, max(20.0, width - left - 8), kind.style.leading)
        return make(box, kind.style, theme.ink_on(fill), fill, text)
    if isinstance(record, Persona):
        left, top = _corner_of_text(hit, kind.style) or (32.0, 0.0)
        box = (x + left, y + top, max(20.0, width - left) + 14, kind.style.leading)
        return make(box, kind.style, theme.INK, theme.PAPER, text)
    if isinstance(record, Emotion):
        inset = 6.0 if hit.group.part == "note" else 0.0
        width = width - 9 if hit.group.part == "note" else 110.0  # Qt leaves room for slanted letters that lean over
        box = (x + inset, y + (4 if inset else height + 4), width, kind.style.leading)
        return make(box, kind.style, theme.INK, theme.PAPER, text)
    return make((x, y, max(60.0, width), kind.style.leading), kind.style, theme.INK, theme.PAPER, text)


def _picture_height(hit: Hit) -> float:
    return next((item.height for item in hit.group.items if isinstance(item, Picture)), 0.0)


def _corner_of_text(hit: Hit, style: TextStyle) -> tuple[float, float] | None:
    """Give where the text of a size begins in what is drawn; None if there is none."""
    for item in hit.group.items:
        if isinstance(item, GlyphRun) and item.line.size == style.size:
            face = item.line.pieces[0][1].face
            tall = (face.ascent - face.descent) / face.upem * style.size
            ascent = (style.leading - tall) / 2 + face.ascent / face.upem * style.size
            return item.x - item.line.x, item.y - ascent
    return None


def text_edit(record: Record, text: str) -> tuple[str, Edit]:
    """Give the edit that writes a text into a record, with its name."""
    kind = KINDS[type(record)]
    if isinstance(record, Emotion):
        return kind.name, partial(set_emotion, persona_id=record.persona, step_id=record.step, note=text)
    return kind.name, lambda document: set_fields(document, record.id, **{kind.field: text})
