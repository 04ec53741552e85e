"""A stage by itself as a sheet: what stands in it, and where the curves come from and go to."""

from __future__ import annotations

from collections.abc import Iterator

from cxdesigner.layout import theme
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.scene import Group, Scene
from cxdesigner.layout.sheet import lay_out
from cxdesigner.layout.showing import Showing
from cxdesigner.layout.typeset import Typesetter
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.limits import MAX_STEP_WIDTH, MIN_STEP_WIDTH
from cxdesigner.model.records import Card, Lane, Link, Record, Stage

BESIDE = float(MIN_STEP_WIDTH)
"""The width of the steps before and after a stage, of which only the curves are shown; in points."""
NARROWEST = 86.0
"""The least width of a step of the stage."""


def least_width(document: Document, stage: Stage) -> float:
    """Give the width that a stage needs with the titles of the lanes, in points."""
    return theme.LABEL_WIDTH + 2 * BESIDE + NARROWEST * len(document.steps_of(stage.id))


def stage_scene(
    document: Document, stage: Stage, width: float, typesetter: Typesetter, icons: Icons, showing: Showing
) -> Scene:
    """Lay out a stage as wide as that with the titles of the lanes, in points.

    Links whose words have no room beside the last step go without them, and those that still have none are left out.
    """
    alone = stage_alone(document, stage, width - theme.LABEL_WIDTH)
    scene = lay_out(alone, stage.parent, typesetter, icons, showing)
    wordy = [link for link in alone.links(stage.parent) if link.id in _beyond(scene)]
    if not wordy:
        return scene
    change = Change.of({link.id: (link, link.with_(label="")) for link in wordy})
    scene = lay_out(alone.apply(change) if change is not None else alone, stage.parent, typesetter, icons, showing)
    beyond = _beyond(scene)
    return scene._replace(over=tuple(node for node in scene.over if getattr(node, "id", "") not in beyond))


def _beyond(scene: Scene) -> frozenset[str]:
    """Give the ids of what is drawn over the lanes and reaches into the margins of a sheet."""
    right = scene.width - theme.MARGIN
    groups = (node for node in scene.over if isinstance(node, Group))
    return frozenset(one.id for one in groups if one.x < theme.MARGIN or one.x + one.width > right)


def stage_alone(document: Document, stage: Stage, width: float) -> Document:
    """Give the part of a map that a stage is, its columns as wide as that, with nothing collapsed.

    Cards that reach into the stage stand in it as far as they do. The steps before and after it are there without words
    and cards, for the curves. Lanes in which nothing stands at this stage are not there, nor dividers over no other.
    """
    steps = document.steps(stage.parent)
    own = document.steps_of(stage.id)
    first = steps.index(own[0])
    last = first + len(own) - 1
    beside = [*steps[max(first - 1, 0) : first], *steps[last + 1 : last + 2]]
    wide = [float(step.width) if step.width is not None else theme.STEP_WIDTH for step in own]
    factor = (width - BESIDE * len(beside)) / sum(wide)
    fresh = [step.with_(width=_width(one * factor)) for step, one in zip(own, wide, strict=True)]
    empty = {step.id: step.with_(width=BESIDE, title="", duration="", note="") for step in beside}
    cards = list(_cards(document, stage.parent, [step.id for step in steps], first, last))
    known = {card.id for card in cards} | {step.id for step in own} | {stage.id}
    kept: list[Record] = [document.project, *document.departments, *document.personas, *document.assets]
    kept += [document[stage.parent], *_stages(document, stage, {step.parent for step in beside})]
    places = {step.id: at for at, step in enumerate(steps)}
    kept += sorted([*fresh, *empty.values()], key=lambda step: places[step.id])
    kept += [lane.with_(collapsed=False) if lane.collapsed else lane for lane in _lanes(document, stage.parent, cards)]
    kept += cards
    for emotion in document.emotions(stage.parent):
        if emotion.step in empty:
            kept.append(emotion.with_(note="", feeling=""))
        elif emotion.step in known:
            kept.append(emotion)
    kept += [link for link in document.links(stage.parent) if _joins(link, known)]
    return Document(kept)


def _width(points: float) -> float:
    return min(max(points, float(MIN_STEP_WIDTH)), float(MAX_STEP_WIDTH))


def _stages(document: Document, stage: Stage, beside: set[str]) -> list[Stage]:
    keys = beside | {stage.id}
    return [
        one.with_(collapsed=False) if one.collapsed else one for one in document.stages(stage.parent) if one.id in keys
    ]


def _lanes(document: Document, map_id: str, cards: list[Card]) -> list[Lane]:
    """Give the lanes of a map in which there is something of these cards, or may be a curve; all if there is none."""
    filled = {card.lane for card in cards}
    measured = any(card.nps or card.csat or card.ces for card in cards)
    kept: list[Lane] = []
    waiting: list[Lane] = []
    for lane in document.lanes(map_id):
        if lane.kind == "divider":
            waiting = [lane]
        elif lane.id in filled or lane.kind == "emotion" or (lane.kind == "metrics" and measured):
            kept += [*waiting, lane]
            waiting = []
    return kept or list(document.lanes(map_id))


def _cards(document: Document, map_id: str, steps: list[str], first: int, last: int) -> Iterator[Card]:
    """Give the cards of a map that stand at steps from the first to the last, cut to these."""
    places = {key: at for at, key in enumerate(steps)}
    inside = set(steps[first : last + 1])
    for lane in document.lanes(map_id):
        for card in document.cards_in_lane(map_id, lane.id):
            # Nearly all cards of a map stand in other stages, and reach into none.
            if card.step not in inside and not (card.to and card.step in places):
                continue
            at = places[card.step or ""]
            start, end = sorted((at, places.get(card.to or "", at)))
            if start > last or end < first:
                continue
            if first <= start and end <= last:
                yield card
            else:
                yield card.with_(step=steps[max(start, first)], to=steps[min(end, last)])


def _joins(link: Link, known: set[str]) -> bool:
    return link.from_ in known and link.to in known
