"""Nothing that is on a map is missing in its report, and nothing of it runs over the edge of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from cxdesigner.layout.pages import Setup
from cxdesigner.layout.scene import GlyphRun, Group
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS
from cxdesigner.model.records import Card
from cxdesigner.paper import Paper
from cxdesigner.resources import resource
from cxdesigner.storage.project_file import load
from tests.layout.report.reports import A4, own, report_of, squeezed, written
from tests.strategies import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxdesigner.layout.scene import Node
    from cxdesigner.model.document import Document

EXAMPLES = sorted(resource("examples").glob("*.cxd"))
A6 = Setup(Paper("A6", 105, 148), "portrait", 36.0, footer=True)


def texts(document: Document, map_id: str) -> Iterator[str]:
    """Every text that a map and its personas have, but for what is in hidden lanes."""
    shown = document.get(map_id, type(document.maps[0]))
    assert shown is not None
    yield from (shown.title, shown.scenario, shown.goal, shown.release, shown.date, shown.author)
    people = document.personas_of(map_id)
    for one in people:
        yield from (one.name, one.role, one.quote, one.about, one.age, one.occupation, one.location, one.brand_feeling)
        for values in (one.goals, one.needs, one.frustrations, one.behaviours, one.channels):
            yield from values
    hidden = {lane.id for lane in document.lanes(map_id) if lane.hidden and lane.kind not in LANES_WITHOUT_CARDS}
    steps = document.steps(map_id)
    known = {step.id for step in steps}
    for lane in document.lanes(map_id):
        if not lane.hidden and steps:
            # A collapsed lane is a title on the map, and on the pages of the stages at which something stands in it.
            is_shown = not lane.collapsed or any(c.step in known for c in document.cards_in_lane(map_id, lane.id))
            yield from (lane.title, lane.subtitle if lane.kind != "divider" and is_shown else "")
    for stage in document.stages(map_id):
        yield from (stage.title, stage.goal)
    for step in steps:
        yield from (step.title, step.duration, step.note)
    for card in document.cards(map_id):
        if card.lane not in hidden or card.step not in known:
            yield from _card(card)
    for emotion in document.emotions(map_id):
        if emotion.step in known and emotion.persona in {one.id for one in people}:
            yield from (emotion.feeling, emotion.note, *(rating.by for rating in emotion.ratings))
            yield from (emotion.evidence.source, emotion.evidence.url) if emotion.evidence is not None else ()
    for one in document.rounds(map_id):
        yield one.title


def _card(card: Card) -> Iterator[str]:
    yield from (card.text, card.url, card.author, card.promise, card.experience, card.says, card.owner, card.due)
    yield card.alt
    if card.evidence is not None:
        yield from (card.evidence.source, card.evidence.url)


def missing(document: Document, map_id: str, paper: Setup = A4) -> list[str]:
    found = written(report_of(document, maps=(map_id,), paper=paper))
    return [text for text in texts(document, map_id) if squeezed(text) not in found]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("paper", [A4, A6], ids=["A4", "A6"])
def test_every_text_of_an_example_is_in_its_report(path, paper):
    document = load(path).document
    for shown in document.maps:
        assert missing(document, shown.id, paper) == []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents(loose=True))
def test_every_text_of_any_map_is_in_its_report(document):
    for shown in document.maps:
        assert missing(document, shown.id) == []


def edges(node: Node, x: float, y: float) -> Iterator[tuple[float, float, float, float, str]]:
    if isinstance(node, GlyphRun):
        yield x + node.x, y + node.y - node.line.size, x + node.x + node.line.width, y + node.y, node.line.text
    elif isinstance(node, Group):
        for item in node.items:
            yield from edges(item, x + node.x, y + node.y)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("paper", [A4, A6], ids=["A4", "A6"])
def test_no_text_runs_over_the_margins(path, paper):
    document = load(path).document
    for page in report_of(document, maps=(document.maps[0].id,), paper=paper).flowed.pages:
        scene = own(page)
        for band in scene.bands:
            for group in band.groups:
                for left, top, right, bottom, text in edges(group, 0, 0):
                    assert left >= paper.margin - 0.01, text
                    assert right <= page.width - paper.margin + 0.01, text
                    assert top >= paper.margin - 1, text
                    assert bottom <= page.height - paper.margin + 0.01, text
        for view in page.views:
            if view.clip is not None:
                assert view.clip.x + view.clip.width <= page.width - paper.margin + 0.01
                assert view.clip.y + view.clip.height <= page.height - paper.margin + 0.01
