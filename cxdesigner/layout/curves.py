"""Emotion curves: where their points stand, and how lines and points are drawn.

Personas differ by colour and by long dashes; where a curve rests on assumption it is broken into short ones instead,
from halfway to the points beside it, so that both can be read without colour. Only what is marked counts: points that
nobody has said anything of are drawn plainly, on maps that are based on assumptions too, whose header says so of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot
from typing import NamedTuple

from cxdesigner.insight.curve import Point, Segment, monotone_segments
from cxdesigner.insight.means import mean_of
from cxdesigner.layout import theme
from cxdesigner.layout.columns import Columns
from cxdesigner.layout.faces import Basis, diamond, face, ring
from cxdesigner.layout.plot import FACE, PLOT, RING, height_of
from cxdesigner.layout.scene import Command, Group, Node, Path, Stroke
from cxdesigner.model.records import Emotion, Persona

RESEARCH = frozenset({"observed", "interview", "survey", "data"})
"""The kinds of evidence that are research."""

ASSUMED_DASH = (2.4, 2.4)
MEAN = 6.2
"""Radius of the diamonds of a mean."""


class Mark(NamedTuple):
    """A point of a curve where it is drawn; `emotion` is None for the mean of `n` others."""

    emotion: Emotion | None
    score: float
    x: float
    y: float
    column: int
    basis: Basis
    n: int = 1


def basis_of(emotion: Emotion) -> Basis:
    """Tell what an emotion is said to rest on."""
    kind = emotion.evidence.kind if emotion.evidence is not None else ""
    if kind == "assumption":
        return "assumption"
    return "research" if kind in RESEARCH else ""


def _shared_basis(emotions: Iterable[Emotion]) -> Basis:
    """Tell what several rest on together: one assumption makes the whole one, research only backs it all at once."""
    found = {basis_of(emotion) for emotion in emotions}
    if "assumption" in found:
        return "assumption"
    return "research" if found == {"research"} else ""


def marks_of(emotions: Iterable[Emotion], columns: Columns, top: float) -> list[Mark]:
    """Place a persona's emotions, from left to right; those whose steps share a column as their mean."""
    return _marks(emotions, columns, top, together=False)


def mean_marks(emotions: Iterable[Emotion], columns: Columns, top: float) -> list[Mark]:
    """Place the mean of what several personas feel; `n` of each point is how many of them have a score there."""
    return _marks(emotions, columns, top, together=True)


def _marks(emotions: Iterable[Emotion], columns: Columns, top: float, *, together: bool) -> list[Mark]:
    found: dict[int, list[Emotion]] = {}
    for emotion in emotions:
        index = columns.position.get(emotion.step)
        if emotion.score is not None and index is not None:
            found.setdefault(index, []).append(emotion)
    marks = []
    for index in sorted(found):
        here, column = found[index], columns.columns[index]
        mean = mean_of(here)
        assert mean is not None
        only = here[0] if len(here) == 1 and not together else None
        x, y = column.x + column.width / 2, height_of(mean.score, top)
        n = len({emotion.persona for emotion in here})
        marks.append(Mark(only, mean.score, x, y, index, _shared_basis(here), n))
    return marks


def apart(curves: Iterable[list[Mark]], columns: Columns) -> list[list[Mark]]:
    """Move points to the side in their columns where several personas feel the same, so that all can be seen."""
    taken: dict[int, list[Mark]] = {}
    return [[_beside(mark, taken, columns) for mark in marks] for marks in curves]


def _beside(mark: Mark, taken: dict[int, list[Mark]], columns: Columns) -> Mark:
    """`taken` holds the points of each column placed so far, and gets this one. Where all is taken it stays."""
    others = taken.setdefault(mark.column, [])
    most = columns.columns[mark.column].width / 2 - RING - 2
    for side in (0, 1, -1, 2, -2):
        x = mark.x + side * (FACE + RING + 2.5)
        if abs(x - mark.x) <= most and all(hypot(x - one.x, mark.y - one.y) > FACE + RING for one in others):
            mark = mark._replace(x=x)
            break
    others.append(mark)
    return mark


def pieces(marks: Iterable[Mark]) -> list[list[Mark]]:
    """Cut a curve where a step has no score."""
    found: list[list[Mark]] = []
    for mark in marks:
        if found and found[-1][-1].column == mark.column - 1:
            found[-1].append(mark)
        else:
            found.append([mark])
    return found


def segments(marks: Iterable[Mark]) -> list[Segment]:
    """Give the curve through points, without its gaps."""
    return [segment for piece in pieces(marks) for segment in monotone_segments([(mark.x, mark.y) for mark in piece])]


def persona_stroke(persona: Persona, place: int, *, active: bool) -> Stroke:
    """Give the line of a persona: `place` is its number among those of the map."""
    color = persona.color or theme.MUTED
    return Stroke(color, 2.0 if active else 1.6, theme.DASHES[place % len(theme.DASHES)])


def curve(key: str, marks: list[Mark], stroke: Stroke, columns: Columns, top: float) -> list[Group]:
    """Draw the line through points; none where no two stand side by side."""
    plain: list[Command] = []
    assumed: list[Command] = []
    for piece in pieces(marks):
        for segment, before, after in zip(
            monotone_segments([(mark.x, mark.y - top) for mark in piece]), piece, piece[1:], strict=False
        ):
            first, last = before.basis == "assumption", after.basis == "assumption"
            if first == last:
                _continue(assumed if first else plain, segment)
            else:
                left, right = _halves(segment)
                _continue(assumed if first else plain, left)
                _continue(assumed if last else plain, right)
    drawn = [(plain, stroke), (assumed, stroke._replace(dash=ASSUMED_DASH))]
    paths = tuple(Path(tuple(commands), None, look) for commands, look in drawn if commands)
    return [Group(key, "curve", 0, top, columns.sheet_width, PLOT, paths)] if paths else []


def _continue(commands: list[Command], segment: Segment) -> None:
    start, first, second, end = segment
    if not commands or commands[-1][-2:] != start:
        commands.append(("M", *start))
    commands.append(("C", *first, *second, *end))


def _halves(segment: Segment) -> tuple[Segment, Segment]:
    """Cut a segment in its middle, which is halfway across too: its controls stand at thirds (de Casteljau)."""
    a, b, c, d = segment
    ab, bc, cd = _between(a, b), _between(b, c), _between(c, d)
    abc, bcd = _between(ab, bc), _between(bc, cd)
    middle = _between(abc, bcd)
    return (a, ab, abc, middle), (middle, bcd, cd, d)


def _between(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def point(mark: Mark, persona: Persona, *, active: bool) -> Group:
    """Draw a point of a persona's curve: a face if it is the active one, else a ring; a mean can't be moved."""
    color = persona.color or theme.MUTED
    radius = FACE if active else RING
    reach = radius + 1
    drawn: tuple[Node, ...] = (ring(reach, reach, radius, color, mark.basis),)
    if active:
        drawn = face(reach, reach, radius, mark.score, color, mark.basis)
    key, part = (mark.emotion.id, "point") if mark.emotion is not None else (persona.id, "mean")
    return Group(key, part, mark.x - reach, mark.y - reach, 2 * reach, 2 * reach, drawn)


def mean_point(key: str, mark: Mark) -> Group:
    """Draw a point of the mean of several personas."""
    reach = MEAN + 1
    drawn = (diamond(reach, reach, MEAN, theme.INK, mark.basis),)
    return Group(key, "mean", mark.x - reach, mark.y - reach, 2 * reach, 2 * reach, drawn)


def in_order(people: Sequence[Persona], active: str) -> list[Persona]:
    """Put the active persona first, the others as they are on the map; the first is active if no other is."""
    return sorted(people, key=lambda persona: persona.id != active)
