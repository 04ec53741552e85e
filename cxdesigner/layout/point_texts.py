"""What is written at the points of curves: notes in frames, feelings in a word, and how many a mean is of."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from cxdesigner.insight.curve import Segment, value_at
from cxdesigner.layout import theme
from cxdesigner.layout.columns import Columns
from cxdesigner.layout.curves import MEAN, Mark, segments
from cxdesigner.layout.glyphs import Paragraph
from cxdesigner.layout.kept_places import KeptPlaces
from cxdesigner.layout.notes import Label, Wish, place_labels, place_notes
from cxdesigner.layout.pen import Pen, runs
from cxdesigner.layout.plot import FACE, PLOT, RING, height_of
from cxdesigner.layout.rects import Bins, Rect
from cxdesigner.layout.ribbon import STRENGTH, spread_at
from cxdesigner.layout.scene import Box, Group, Node, Stroke
from cxdesigner.model.records import Emotion, Persona

NOTE_WIDTH = 104.0
LONG_NOTE_WIDTH = 170.0
FEELING_WIDTH = 96.0
BITS = 6
"""In how many boxes a segment of a curve is covered, for looking whether a text meets it."""


class Written(NamedTuple):
    """A curve whose texts are to be placed: its points as drawn, all emotions of the persona on the map, and what
    `along` gives of it.
    """

    persona: Persona
    marks: list[Mark]
    emotions: list[Emotion]
    along: Bins


class _Note(NamedTuple):
    emotion: Emotion
    color: str
    x: float
    y: float
    text: Paragraph


class KeptTexts:
    """Keeps texts and their places from one layout to the next: nearly always only one of them has changed."""

    def __init__(self) -> None:
        self.notes: KeptPlaces[Wish] = KeptPlaces()
        self.feelings: KeptPlaces[Label] = KeptPlaces()
        self._set: dict[str, tuple[Written, Columns, list[_Note]]] = {}
        self._drawn: dict[str, tuple[Paragraph, str, Rect, Group]] = {}

    def notes_of(self, pen: Pen, given: Written, columns: Columns, top: float) -> list[_Note]:
        """Set the notes of a curve, as `_notes` does."""
        known = self._set.get(given.persona.id)
        if known is None or known[1] is not columns or not _same(known[0], given):
            known = self._set[given.persona.id] = given, columns, _notes(pen, given, columns, top)
        return known[2]

    def drawn(self, part: str, key: str, text: Paragraph, color: str, spot: Rect) -> Group:
        """Draw a note in its frame, or a feeling."""
        known = self._drawn.get(part + key)
        if known is None or known[0] is not text or known[1:3] != (color, spot):
            group = _framed(key, text, color, spot) if part == "note" else _feeling(key, text, color, spot)
            known = self._drawn[part + key] = text, color, spot, group
        return known[3]


def _same(one: Written, other: Written) -> bool:
    return one.persona is other.persona and one.marks is other.marks and one.emotions == other.emotions


def written(
    pen: Pen, curves: list[Written], columns: Columns, top: float, kept: KeptTexts
) -> tuple[list[Group], float]:
    """Place notes, then feelings of the active persona, which comes first, where there is room.

    Gives them and the lower edge of all. `kept` holds texts as placed before, and gets those placed now.
    """
    plot = _room(columns, top)
    marks = [mark for one in curves for mark in one.marks]
    points = [_around(mark, FACE) for mark in marks]
    bits = [one.along for one in curves]
    notes = [note for one in curves for note in kept.notes_of(pen, one, columns, top)]
    wishes = [
        Wish(note.x, note.y, note.text.width + 12, note.text.height + 8, (note.emotion.score or 0) < 0)
        for note in notes
    ]
    places = place_notes(wishes, plot, points, bits, kept.notes) if wishes else []
    groups = [
        kept.drawn("note", note.emotion.id, note.text, note.color, spot)
        for note, spot in zip(notes, places, strict=True)
    ]
    bottom = max(top + PLOT, *(spot.bottom + 6 for spot in places)) if places else top + PLOT
    bars = [bar for one in curves[1:] for bar in _bars(one.marks)]
    for one in curves[:1]:
        groups += _feelings(pen, one, plot, [*points, *places, *bars], bits, kept)
    return groups, bottom


def counts(pen: Pen, key: str, marks: list[Mark], partial: list[Mark], columns: Columns, top: float) -> list[Group]:
    """Write "n = 2" at those points of a mean that not all personas have a score for."""
    texts = [pen.text(f"n\u202f=\u202f{mark.n}", theme.LABEL) for mark in partial]
    labels = [
        Label(mark.x, mark.y, MEAN, *_size(text), mark.score < 0) for mark, text in zip(partial, texts, strict=True)
    ]
    points = [_around(mark, MEAN) for mark in marks]
    places = place_labels(labels, _room(columns, top), points, [along(marks)])
    groups = []
    for mark, text, spot in zip(partial, texts, places, strict=True):
        width, height = _size(text)
        found = spot or Rect(mark.x - width / 2, mark.y + MEAN + 2, mark.x + width / 2, mark.y + MEAN + 2 + height)
        items = runs(text, 0, 0, theme.MUTED)
        groups.append(Group(key, "count", found.left, found.top, width, height, items))
    return groups


def _room(columns: Columns, top: float) -> Rect:
    # A map of one narrow step leaves notes no room above it, but there is paper to the right of it.
    width = max(columns.right - columns.left, LONG_NOTE_WIDTH + 16)
    return Rect(columns.left + 2, top + 2, columns.left + width - 2, top + PLOT - 2)


def _bars(marks: list[Mark]) -> list[Rect]:
    """Cover the bars that say how far apart the ratings of others are."""
    found = [(mark, spread) for mark in marks if (spread := spread_at(mark)) is not None]
    tops = [mark.y - height_of(mark.score, 0) for mark, _ in found]
    return [
        Rect(mark.x - RING, height_of(spread.high, top) - 1, mark.x + RING, height_of(spread.low, top) + 1)
        for (mark, spread), top in zip(found, tops, strict=True)
    ]


def _around(mark: Mark, radius: float) -> Rect:
    reach = radius + 2
    return Rect(mark.x - reach, mark.y - reach, mark.x + reach, mark.y + reach)


def _notes(pen: Pen, given: Written, columns: Columns, top: float) -> list[_Note]:
    """Set the notes of a curve; one without a score stands at the neutral line, those of a collapsed stage nowhere."""
    color = given.persona.color or theme.MUTED
    places = {mark.emotion.id: (mark.x, mark.y) for mark in given.marks if mark.emotion is not None}
    found = []
    for emotion in given.emotions:
        column = columns.of(emotion.step)
        if not emotion.note or column is None or column.collapsed:
            continue
        x, y = places.get(emotion.id, (column.x + column.width / 2, height_of(0, top)))
        wide = LONG_NOTE_WIDTH if len(emotion.note) > 70 else NOTE_WIDTH
        found.append(_Note(emotion, color, x, y, pen.fitted(emotion.note, theme.NOTE, wide)))
    return sorted(found, key=lambda note: (note.emotion.score is None, note.x))


def _framed(key: str, text: Paragraph, color: str, spot: Rect) -> Group:
    width, height = spot.right - spot.left, spot.bottom - spot.top
    box = Box(0, 0, width, height, theme.PAPER, Stroke(color, 0.8), 3.0)
    items: tuple[Node, ...] = (box, *runs(text, 6, 4, theme.INK))
    return Group(key, "note", spot.left, spot.top, width, height, items)


def _feeling(key: str, text: Paragraph, ink: str, spot: Rect) -> Group:
    return Group(key, "feeling", spot.left, spot.top, *_size(text), runs(text, 0, 0, ink))


def _feelings(
    pen: Pen, given: Written, plot: Rect, taken: list[Rect], bits: list[Bins], kept: KeptTexts
) -> list[Group]:
    color = given.persona.color or theme.MUTED
    ink = theme.readable(color, theme.tint(color, STRENGTH))
    felt = [(mark, mark.emotion) for mark in given.marks if mark.emotion is not None and mark.emotion.feeling.strip()]
    texts = [pen.fitted(" ".join(emotion.feeling.split()), theme.FEELING, FEELING_WIDTH) for _, emotion in felt]
    labels = [
        Label(mark.x, mark.y, FACE, *_size(text), mark.score < 0) for (mark, _), text in zip(felt, texts, strict=True)
    ]
    places = place_labels(labels, plot, taken, bits, kept.feelings)
    return [
        kept.drawn("feeling", emotion.id, text, ink, spot)
        for (_, emotion), text, spot in zip(felt, texts, places, strict=True)
        if spot is not None
    ]


def _size(text: Paragraph) -> tuple[float, float]:
    return text.width, text.height


def along(marks: list[Mark]) -> Bins:
    """Cover a curve with small boxes."""
    return Bins(bit for segment in segments(marks) for bit in _bits(segment))


@lru_cache(maxsize=4_096)
def _bits(segment: Segment) -> tuple[Rect, ...]:
    """Cover a segment; of a curve that is dragged all but a few stay as they are."""
    start, end = segment[0][0], segment[3][0]
    xs = [start + (end - start) * share / BITS for share in range(BITS + 1)]
    ys = [value_at(segment, x) for x in xs]
    return tuple(Rect(xs[at], min(ys[at : at + 2]) - 2, xs[at + 1], max(ys[at : at + 2]) + 2) for at in range(BITS))
