"""What the legend says of the curves: whose they are, and what hollow points, broken lines and bands mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.curves import ASSUMED_DASH, basis_of, persona_stroke
from cxdesigner.layout.emotion import MEAN_STROKE, shown_people
from cxdesigner.layout.faces import diamond, face, ring
from cxdesigner.layout.pen import line
from cxdesigner.layout.plot import RING
from cxdesigner.layout.ribbon import STRENGTH
from cxdesigner.layout.scene import Box, Node, Stroke
from cxdesigner.layout.showing import Curves
from cxdesigner.layout.words import Words
from cxdesigner.model.records import Emotion, Persona

INDENT = 30.0
"""Where the words begin after a sample of a curve."""


class Felt(NamedTuple):
    """Which marks the emotions of a map carry."""

    assumption: bool = False
    research: bool = False
    spread: bool = False


class CurvesShown(NamedTuple):
    """Which curves the sheet shows, and which marks are on them."""

    curves: Curves = "together"
    active: str = ""
    felt: Felt = Felt()


class Sample(NamedTuple):
    """A piece of a curve, 26 points wide and 16 tall, what it means, and the id of what it stands for ("": the map)."""

    key: str
    words: str
    items: tuple[Node, ...]


def felt_in(emotions: tuple[Emotion, ...]) -> Felt:
    """Collect the marks of emotions; those without a score are not drawn."""
    drawn = [emotion for emotion in emotions if emotion.score is not None]
    bases = {basis_of(emotion) for emotion in drawn}
    return Felt("assumption" in bases, "research" in bases, any(len(emotion.ratings) > 1 for emotion in drawn))


def curve_samples(people: tuple[Persona, ...], shown: CurvesShown, words: Words) -> Iterator[Sample]:
    """Explain the curves that are shown, the personas in the order of the map."""
    visible = shown_people(people, shown.curves, shown.active)
    for place, persona in enumerate(people):
        if persona in visible:
            items = _persona(persona, place, active=persona == visible[0])
            yield Sample(persona.id, persona.name or words["unnamed"], items)
    if shown.curves == "mean":
        mark = (line(0, 8, 26, 8, MEAN_STROKE), diamond(13, 8, 5, theme.INK))
        yield Sample("", words["mean"].format(n=len(people)), mark)
    if shown.felt.assumption:
        broken = line(0, 8, 26, 8, Stroke(theme.MUTED, 1.6, ASSUMED_DASH))
        yield Sample("", words["assumption"], (broken, ring(13, 8, RING, theme.MUTED, "assumption")))
    if shown.felt.research:
        whole = line(0, 8, 26, 8, Stroke(theme.MUTED, 1.6))
        yield Sample("", words["research"], (whole, ring(13, 8, RING, theme.MUTED, "research")))
    if shown.felt.spread and shown.curves != "mean":
        yield Sample("", words["spread"], (Box(0, 3, 26, 10, theme.tint(theme.MUTED, STRENGTH), None, 3.0),))


def _persona(persona: Persona, place: int, *, active: bool) -> tuple[Node, ...]:
    color = persona.color or theme.MUTED
    sample = line(0, 8, 26, 8, persona_stroke(persona, place, active=active))
    return sample, *(face(13, 8, 6, 1, color) if active else (ring(13, 8, 3.4, color),))
