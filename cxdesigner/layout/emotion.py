"""The emotion lane: the plot with its scale, curves on it, and what is written at their points."""

from __future__ import annotations

from operator import is_
from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.columns import Columns
from cxdesigner.layout.context import Context
from cxdesigner.layout.curves import (
    Mark,
    apart,
    curve,
    in_order,
    marks_of,
    mean_marks,
    mean_point,
    persona_stroke,
    point,
)
from cxdesigner.layout.lane import lane_frame, lane_title
from cxdesigner.layout.pen import Pen, line, runs
from cxdesigner.layout.plot import INSET, PLOT, TOP, height_of
from cxdesigner.layout.point_texts import KeptTexts, Written, along, counts, written
from cxdesigner.layout.rects import Bins
from cxdesigner.layout.ribbon import ribbon
from cxdesigner.layout.scene import Band, Box, Group, Node, Stroke
from cxdesigner.layout.showing import Curves
from cxdesigner.model.records import Emotion, Lane, Persona

SCALE = {
    "delighted": (2, theme.POSITIVE_INK),
    "neutral": (0, theme.MUTED),
    "frustrated": (-2, theme.NEGATIVE_INK),
}
"""The words beside the plot: at which score each stands, and its colour."""

MEAN_STROKE = Stroke(theme.INK, 2.0)


class EmotionInput(NamedTuple):
    """All that the emotion band depends on. `active` is the id of the persona on top, "" for the first."""

    lane: Lane
    columns: Columns
    emotions: tuple[Emotion, ...]
    context: Context
    curves: Curves = "together"
    active: str = ""


class _Curve(NamedTuple):
    """The curve of a persona as it is drawn; good as long as all before `ribbon` is the same."""

    persona: Persona
    place: int
    active: bool
    columns: Columns
    marks: list[Mark]
    ribbon: list[Group]
    line: list[Group]
    points: list[Group]
    along: Bins


class KeptCurves:
    """Keeps what one way of looking at curves is made of from one layout to the next: nearly always only one of them
    has changed, or nothing since somebody looked so before.
    """

    def __init__(self) -> None:
        self.texts = KeptTexts()
        self.band: tuple[EmotionInput, str, Band] | None = None
        self._marks: dict[str, tuple[list[Emotion], Columns, list[Mark]]] = {}
        self._drawn: dict[str, _Curve] = {}

    def marks(self, persona: Persona, own: list[Emotion], columns: Columns) -> list[Mark]:
        """Place the emotions of a persona, as if there were nobody else."""
        known = self._marks.get(persona.id)
        if known is None or known[1] is not columns or known[0] != own:
            known = self._marks[persona.id] = own, columns, marks_of(own, columns, TOP)
        return known[2]

    def drawn(self, persona: Persona, place: int, active: bool, columns: Columns, marks: list[Mark]) -> _Curve:
        """Draw the curve of a persona, whose number among those of the map is `place`."""
        known = self._drawn.get(persona.id)
        if (
            known is None
            or known.persona is not persona
            or known[1:3] != (place, active)
            or known.columns is not columns
            or known.marks != marks
        ):
            before = known if known is not None and known.persona is persona and known.active == active else None
            known = self._drawn[persona.id] = _Curve(
                persona,
                place,
                active,
                columns,
                marks,
                list(ribbon(persona, marks, columns, TOP, active=active)),
                curve(persona.id, marks, persona_stroke(persona, place, active=active), columns, TOP),
                _points(persona, marks, active=active, before=before),
                along(marks),
            )
        return known


def _points(persona: Persona, marks: list[Mark], *, active: bool, before: _Curve | None) -> list[Group]:
    """Draw the points of a curve; those that stand where they stood stay the same, so that painters know them."""
    stood = zip(before.marks, before.points, strict=True) if before is not None else ()
    known = {mark.column: (mark, group) for mark, group in stood}
    found = []
    for mark in marks:
        was = known.get(mark.column)
        found.append(was[1] if was is not None and was[0] == mark else point(mark, persona, active=active))
    return found


def emotion_band(pen: Pen, given: EmotionInput, kept: KeptCurves) -> Band:
    """Lay out the emotion lane. `kept` holds it as it was drawn before in the same way, and gets what is drawn now."""
    language = pen.words.language
    if kept.band is not None and kept.band[1] == language and all(map(is_, kept.band[0][:4], given[:4])):
        return kept.band[2]
    top = TOP
    groups, texts, bottom = _mean(pen, given, top) if given.curves == "mean" else _people(pen, given, kept)
    title, title_height = _title(pen, given.lane, top)
    height = max(bottom, title_height + 20)
    frame = lane_frame(given.lane, given.columns, height, pen)
    field = Group(given.lane.id, "emotion", given.columns.left, top, width_of(given.columns), PLOT, _field(given))
    band = Band(given.lane.id, 0.0, height, (frame, _scale(pen, given.lane, top), title, field, *groups, *texts))
    kept.band = given, language, band
    return band


def shown_people(people: tuple[Persona, ...], curves: Curves, active: str) -> list[Persona]:
    """Give the personas whose curves are shown, the active one first; none of them alone where their mean is."""
    ordered = in_order(people, active)
    return {"together": ordered, "single": ordered[:1], "mean": []}[curves]


def _people(pen: Pen, given: EmotionInput, kept: KeptCurves) -> tuple[list[Group], list[Group], float]:
    """Draw the curves of personas, the active one last and so on top."""
    places = {persona.id: place for place, persona in enumerate(given.context.shown)}
    people = shown_people(given.context.shown, given.curves, given.active)
    own: dict[str, list[Emotion]] = {persona.id: [] for persona in people}
    for emotion in given.emotions:
        if emotion.persona in own:
            own[emotion.persona].append(emotion)
    columns = given.columns
    marks = apart([kept.marks(persona, own[persona.id], columns) for persona in people], columns)
    drawn = [
        kept.drawn(persona, places[persona.id], at == 0, columns, found)
        for at, (persona, found) in enumerate(zip(people, marks, strict=True))
    ]
    groups: list[Group] = []
    for one in reversed(drawn):
        groups += one.ribbon
    groups.append(_neutral(given, TOP))
    for one in reversed(drawn):
        groups += one.line
    for one in reversed(drawn):
        groups += one.points
    text = [Written(one.persona, one.marks, own[one.persona.id], one.along) for one in drawn]
    return groups, *written(pen, text, columns, TOP, kept.texts)


def _mean(pen: Pen, given: EmotionInput, top: float) -> tuple[list[Group], list[Group], float]:
    """Draw the mean of all personas, and of how many it is where some have no score."""
    people = {persona.id for persona in given.context.shown}
    emotions = [emotion for emotion in given.emotions if emotion.persona in people]
    marks = mean_marks(emotions, given.columns, top)
    groups = [_neutral(given, top), *curve(given.lane.id, marks, MEAN_STROKE, given.columns, top)]
    groups += [mean_point(given.lane.id, mark) for mark in marks]
    partial = [mark for mark in marks if mark.n < len(people)]
    return groups, counts(pen, given.lane.id, marks, partial, given.columns, top), top + PLOT


def width_of(columns: Columns) -> float:
    """Give the width of the plot."""
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


def _field(given: EmotionInput) -> tuple[Node, ...]:
    width = width_of(given.columns)
    return (
        Box(0, 0, width, PLOT / 2, theme.POSITIVE_FIELD),
        Box(0, PLOT / 2, width, PLOT / 2, theme.NEGATIVE_FIELD),
    )


def _neutral(given: EmotionInput, top: float) -> Group:
    width = width_of(given.columns)
    rule = line(0, 0, width, 0, Stroke(theme.NEUTRAL_LINE, 0.9, (1.5, 2.5)))
    return Group(given.lane.id, "neutral", given.columns.left, top + PLOT / 2, width, 0, (rule,))


def _scale(pen: Pen, lane: Lane, top: float) -> Group:
    right = theme.LABEL_WIDTH - 6
    items: list[Node] = []
    for key, (score, color) in SCALE.items():
        y = height_of(score, 0)
        word = pen.text(pen.words[key], theme.LABEL)
        items += runs(word, right - word.width, y - word.height / 2, color)
    return Group(lane.id, "scale", theme.MARGIN, top, right, PLOT, tuple(items))
