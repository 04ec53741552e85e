"""The emotion lane: a curve a persona, faces and rings at its points, notes beside them."""

from __future__ import annotations

from math import hypot
from typing import NamedTuple

from cxdesigner.insight.curve import Segment, monotone_segments, value_at
from cxdesigner.layout import theme
from cxdesigner.layout.columns import Columns
from cxdesigner.layout.context import Context
from cxdesigner.layout.faces import face, ring
from cxdesigner.layout.lane import lane_frame, lane_title
from cxdesigner.layout.notes import Rect, Wish, place_notes
from cxdesigner.layout.pen import Pen, line, runs
from cxdesigner.layout.scene import Band, Box, Command, Group, Node, Path, Stroke
from cxdesigner.model.records import Emotion, Lane, Persona

TOP = 1.0
"""Upper edge of the plot below the top of its band."""
PLOT = 204.0
"""Height of the plot in points; ±2 lies `INSET` from its ends."""
INSET = 34.0
FACE = 8.0
RING = 4.2
NOTE_WIDTH = 104.0
LONG_NOTE_WIDTH = 170.0

SCALE = {
    "delighted": (2, theme.POSITIVE_INK),
    "neutral": (0, theme.MUTED),
    "frustrated": (-2, theme.NEGATIVE_INK),
}
"""The words beside the plot: at which score each stands, and its colour."""


class EmotionInput(NamedTuple):
    """All that the emotion band depends on."""

    lane: Lane
    columns: Columns
    emotions: tuple[Emotion, ...]
    context: Context


class Mark(NamedTuple):
    """A point of a curve where it is drawn."""

    emotion: Emotion
    x: float
    y: float
    column: int


def score_at(y: float, top: float) -> float:
    """Give the score, -2..2, at a height in a plot whose upper edge is at `top`."""
    middle = top + PLOT / 2
    return max(-2.0, min(2.0, (middle - y) / (PLOT / 2 - INSET) * 2))


def height_of(score: float, top: float) -> float:
    """Give the height at which a score is drawn in a plot whose upper edge is at `top`."""
    return top + PLOT / 2 - score / 2 * (PLOT / 2 - INSET)


def emotion_band(pen: Pen, given: EmotionInput) -> Band:
    """Lay out the emotion lane."""
    top = TOP
    people = given.context.shown
    curves: dict[str, list[Mark]] = {}
    taken: dict[int, list[Mark]] = {}
    for persona in people:
        curves[persona.id] = [_beside(mark, taken, given.columns) for mark in _marks(given, persona, top)]
    groups: list[Group] = []
    for index, persona in reversed(list(enumerate(people))):
        groups += _curve(persona, index, curves[persona.id], given.columns, top)
    for index, persona in reversed(list(enumerate(people))):
        groups += [_point(mark, persona, first=index == 0) for mark in curves[persona.id]]
    notes, bottom = _notes(pen, given, people, curves, top)
    title, title_height = _title(pen, given.lane, top)
    height = max(bottom, title_height + 20)
    frame = lane_frame(given.lane, given.columns, height, pen)
    field = Group(given.lane.id, "emotion", given.columns.left, top, _width(given.columns), PLOT, _field(given.columns))
    return Band(given.lane.id, 0.0, height, (frame, _scale(pen, given.lane, top), title, field, *groups, *notes))


def _width(columns: Columns) -> float:
    return max(columns.right - columns.left, 1.0)


def _title(pen: Pen, lane: Lane, top: float) -> tuple[Group, float]:
    """Draw the title where the words of the scale leave room for whole words; words are broken only if they must be."""
    scale = max(pen.typesetter.width(pen.words[key], theme.LABEL) for key in SCALE)
    room = theme.LABEL_WIDTH - 12 - scale
    at_top = lane_title(pen, lane, top - 1)
    words = (lane.title or pen.words.get(lane.kind)).split()
    if at_top[0].y + at_top[0].height <= top + INSET - 7:
        return at_top
    if max((pen.typesetter.width(word, theme.LANE) for word in words), default=0) > room:
        between = lane_title(pen, lane, top + INSET + 8 - theme.LANE_PADDING)
        if between[0].y + between[0].height <= top + PLOT / 2 - 7:
            return between
    return lane_title(pen, lane, top - 1, room)


def _field(columns: Columns) -> tuple[Node, ...]:
    width = _width(columns)
    return (
        Box(0, 0, width, PLOT / 2, theme.POSITIVE_FIELD),
        Box(0, PLOT / 2, width, PLOT / 2, theme.NEGATIVE_FIELD),
        line(0, PLOT / 2, width, PLOT / 2, Stroke("#b9bfca", 0.9, (1.5, 2.5))),
    )


def _scale(pen: Pen, lane: Lane, top: float) -> Group:
    right = theme.LABEL_WIDTH - 6
    items: list[Node] = []
    for key, (score, color) in SCALE.items():
        y = height_of(score, 0)
        word = pen.text(pen.words[key], theme.LABEL)
        items += runs(word, right - word.width, y - word.height / 2, color)
    return Group(lane.id, "scale", theme.MARGIN, top, right, PLOT, tuple(items))


def _marks(given: EmotionInput, persona: Persona, top: float) -> list[Mark]:
    marks = []
    for emotion in given.emotions:
        index = given.columns.position.get(emotion.step)
        if emotion.persona == persona.id and emotion.score is not None and index is not None:
            column = given.columns.columns[index]
            marks.append(Mark(emotion, column.x + column.width / 2, height_of(emotion.score, top), index))
    return sorted(marks, key=lambda mark: mark.column)


def _beside(mark: Mark, taken: dict[int, list[Mark]], columns: Columns) -> Mark:
    """Move a point to the side in its column where another persona feels the same, so that both can be seen.

    `taken` holds the points of each column placed so far, and gets this one. Where all is taken it stays.
    """
    others = taken.setdefault(mark.column, [])
    most = columns.columns[mark.column].width / 2 - RING - 2
    for side in (0, 1, -1, 2, -2):
        x = mark.x + side * (FACE + RING + 2.5)
        if abs(x - mark.x) <= most and all(hypot(x - one.x, mark.y - one.y) > FACE + RING for one in others):
            mark = mark._replace(x=x)
            break
    others.append(mark)
    return mark


def pieces(marks: list[Mark]) -> list[list[Mark]]:
    """Cut a curve where a step has no score."""
    found: list[list[Mark]] = []
    for mark in marks:
        if found and found[-1][-1].column == mark.column - 1:
            found[-1].append(mark)
        else:
            found.append([mark])
    return found


def _segments(marks: list[Mark]) -> list[Segment]:
    return [segment for piece in pieces(marks) for segment in monotone_segments([(mark.x, mark.y) for mark in piece])]


def _curve(persona: Persona, index: int, marks: list[Mark], columns: Columns, top: float) -> list[Group]:
    commands: list[Command] = []
    for piece in pieces(marks):
        segments = monotone_segments([(mark.x, mark.y) for mark in piece])
        if segments:
            commands.append(("M", *segments[0][0]))
            commands += [("C", *first, *second, *end) for _, first, second, end in segments]
    if not commands:
        return []
    color = persona.color or theme.MUTED
    stroke = Stroke(color, 2.0 if index == 0 else 1.6, theme.DASHES[index % len(theme.DASHES)])
    return [Group(persona.id, "curve", 0, top, columns.sheet_width, PLOT, (_shifted(commands, top, stroke),))]


def _shifted(commands: list[Command], top: float, stroke: Stroke) -> Path:
    moved = []
    for name, *numbers in commands:
        moved.append((name, *(number if at % 2 == 0 else float(number) - top for at, number in enumerate(numbers))))
    return Path(tuple(moved), None, stroke)


def _point(mark: Mark, persona: Persona, *, first: bool) -> Group:
    color = persona.color or theme.MUTED
    radius = FACE if first else RING
    reach = radius + 1
    assert mark.emotion.score is not None
    drawn: tuple[Node, ...] = (ring(reach, reach, radius, color),)
    if first:
        drawn = face(reach, reach, radius, mark.emotion.score, color)
    return Group(mark.emotion.id, "point", mark.x - reach, mark.y - reach, 2 * reach, 2 * reach, drawn)


def _notes(
    pen: Pen, given: EmotionInput, people: tuple[Persona, ...], curves: dict[str, list[Mark]], top: float
) -> tuple[list[Group], float]:
    """Place the notes; give them and the lower edge of what they need."""
    # A map of one narrow step leaves notes no room above it, but there is paper to the right of it.
    width = max(_width(given.columns), LONG_NOTE_WIDTH + 16)
    plot = Rect(given.columns.left + 2, top + 2, given.columns.left + width - 2, top + PLOT - 2)
    noted = [(persona, mark) for persona in people for mark in _noted(given, persona, curves[persona.id], top)]
    if not noted:
        return [], top + PLOT
    texts = []
    for _, mark in noted:
        wide = LONG_NOTE_WIDTH if len(mark.emotion.note) > 70 else NOTE_WIDTH
        texts.append(pen.fitted(mark.emotion.note, theme.NOTE, wide))
    wishes = [
        Wish(mark.x, mark.y, text.width + 12, text.height + 8, (mark.emotion.score or 0) < 0)
        for (_, mark), text in zip(noted, texts, strict=True)
    ]
    points = [
        Rect(mark.x - FACE - 2, mark.y - FACE - 2, mark.x + FACE + 2, mark.y + FACE + 2)
        for marks in curves.values()
        for mark in marks
    ]
    places = place_notes(wishes, plot, points, _along(curves))
    groups = []
    for (persona, mark), text, spot in zip(noted, texts, places, strict=True):
        color = persona.color or theme.MUTED
        box = Box(0, 0, spot.right - spot.left, spot.bottom - spot.top, theme.PAPER, Stroke(color, 0.8), 3.0)
        items: tuple[Node, ...] = (box, *runs(text, 6, 4, theme.INK))
        size = spot.right - spot.left, spot.bottom - spot.top
        groups.append(Group(mark.emotion.id, "note", spot.left, spot.top, *size, items))
    return groups, max(top + PLOT, *(spot.bottom + 6 for spot in places))


def _noted(given: EmotionInput, persona: Persona, marks: list[Mark], top: float) -> list[Mark]:
    """Give the points that have a note; a note without a score stands at the neutral line."""
    found = [mark for mark in marks if mark.emotion.note]
    for emotion in given.emotions:
        index = given.columns.position.get(emotion.step)
        if emotion.persona == persona.id and emotion.note and emotion.score is None and index is not None:
            column = given.columns.columns[index]
            found.append(Mark(emotion, column.x + column.width / 2, height_of(0, top), index))
    return found


def _along(curves: dict[str, list[Mark]]) -> list[Rect]:
    """Cover the curves with small boxes."""
    bits = []
    for marks in curves.values():
        for segment in _segments(marks):
            start, end = segment[0][0], segment[3][0]
            for step in range(6):
                x = start + (end - start) * (step + 0.5) / 6
                y = value_at(segment, x)
                half = (end - start) / 12
                bits.append(Rect(x - half, y - 3, x + half, y + 3))
    return bits
