"""Maps made in a line or two, and their scenes."""

from __future__ import annotations

import base64
import io
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from PIL import Image

from cxdesigner.layout.breaks import graphemes
from cxdesigner.layout.context import Context, context_of
from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.pen import Pen
from cxdesigner.layout.scene import GlyphRun, Group
from cxdesigner.layout.sheet import lay_out
from cxdesigner.layout.typeset import Typesetter
from cxdesigner.layout.words import Words
from cxdesigner.model.document import Document
from cxdesigner.model.ranks import spread
from cxdesigner.model.records import (
    Asset,
    Card,
    Department,
    Emotion,
    Lane,
    Map,
    Persona,
    Project,
    Stage,
    Step,
    emotion_id,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxdesigner.layout.glyphs import Line
    from cxdesigner.layout.scene import Band, Node, Scene

MAP = "map"


@cache
def typesetter() -> Typesetter:
    return Typesetter(Fonts.load())


@cache
def icons() -> Icons:
    return Icons()


def pen(language: str = "en") -> Pen:
    return Pen(typesetter(), icons(), Words(language))


def scene_of(document: Document, map_id: str = MAP) -> Scene:
    return lay_out(document, map_id, typesetter(), icons())


def context(document: Document | None = None) -> Context:
    return context_of(document or a_map(), MAP)


def picture(width: int, height: int, kind: str = "PNG") -> str:
    """A picture file in base64."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#7aa6c2").save(out, kind)
    return base64.b64encode(out.getvalue()).decode()


def a_map(
    stages: Iterable[dict[str, Any]] = ({"steps": 2},),
    lanes: Iterable[dict[str, Any]] = (),
    cards: Iterable[dict[str, Any]] = (),
    emotions: Iterable[dict[str, Any]] = (),
    personas: Iterable[dict[str, Any]] = (),
    *,
    departments: dict[str, str] | None = None,
    assets: dict[str, str] | None = None,
    language: str = "en",
    **shown: Any,
) -> Document:
    """Make a project with the map "map".

    A stage's `steps` is how many it has, or the fields of each. Stages are "g0", "g1" …, steps "s0", "s1" … over all
    stages, lanes "l0" …, cards "c0" …, personas "p0" … unless they are given an id; they come in the order given.
    """
    records: list[Any] = [Project.new(id="project", language=language)]
    people = list(personas)
    keys = [given.get("id", f"p{at}") for at, given in enumerate(people)]
    records.append(Map.new(**{"id": MAP, "parent": "project", "rank": "V", "personas": keys} | shown))
    records += [
        Persona.new(**{"id": key, "rank": rank, "parent": "project"} | given)
        for key, given, rank in zip(keys, people, spread(len(people)), strict=True)
    ]
    stages = list(stages)
    number = 0
    for at, (given, rank) in enumerate(zip(stages, spread(len(stages)), strict=True)):
        steps = given.get("steps", 1)
        steps = [{} for _ in range(steps)] if isinstance(steps, int) else steps
        fields = {name: value for name, value in given.items() if name != "steps"}
        records.append(Stage.new(**{"id": f"g{at}", "parent": MAP, "rank": rank} | fields))
        for step, step_rank in zip(steps, spread(len(steps)), strict=True):
            records.append(Step.new(**{"id": f"s{number}", "parent": records_id(fields, at), "rank": step_rank} | step))
            number += 1
    for letter, kind, given in (("l", Lane, list(lanes)), ("c", Card, list(cards))):
        records += [
            kind.new(**{"id": f"{letter}{at}", "parent": MAP, "rank": rank} | fields)
            for at, (fields, rank) in enumerate(zip(given, spread(len(given)), strict=True))
        ]
    records += [Emotion.new(**{"id": emotion_id(one["persona"], one["step"]), "parent": MAP} | one) for one in emotions]
    records += [Department.new(id=key, parent="project", name=name) for key, name in (departments or {}).items()]
    records += [Asset.new(id=key, parent="project", type="image/png", data=d) for key, d in (assets or {}).items()]
    return Document(records)


def records_id(fields: dict[str, Any], at: int) -> str:
    return str(fields.get("id", f"g{at}"))


def band(scene: Scene, key: str) -> Band:
    return next(band for band in scene.bands if band.key == key)


def groups(scene: Scene, part: str, key: str | None = None) -> list[Group]:
    """Give the groups of a part, placed on the sheet."""
    return [
        group._replace(y=group.y + band.top)
        for band in scene.bands
        for group in band.groups
        if group.part == part and key in (None, group.id)
    ]


def only(scene: Scene, part: str, key: str | None = None) -> Group:
    (group,) = groups(scene, part, key)
    return group


def nodes(node: Node) -> Iterator[Node]:
    """Give a node and, if it is a group, all that is in it."""
    yield node
    if isinstance(node, Group):
        for item in node.items:
            yield from nodes(item)


def runs(group: Group) -> list[GlyphRun]:
    return [node for node in group.items if isinstance(node, GlyphRun)]


def texts(group: Group) -> list[str]:
    return [run.line.text for run in runs(group)]


def all_texts(scene: Scene) -> list[str]:
    return [text for band in scene.bands for group in band.groups for text in texts(group)]


def can_be_cut(line: Line) -> bool:
    """Whether some place in a line is between both graphemes and clusters."""
    starts = line.starts or accumulate([len(piece.text) for _, piece in line.pieces], initial=0)
    ends = set()
    for start, (_, piece) in zip(starts, line.pieces, strict=False):
        clusters = reversed(piece.clusters) if piece.rtl else piece.clusters
        ends |= set(accumulate([len(cluster.text) for cluster in clusters], initial=start))
    return bool(set(graphemes(line.text.replace("\t", " "))[:-1]) & ends)
