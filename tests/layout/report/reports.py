"""Reports of documents, and what is written on their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxdesigner.layout.flow.pages import CHROME, PAGE
from cxdesigner.layout.pages import Setup
from cxdesigner.layout.paging.footer import Footer
from cxdesigner.layout.report.about import About, about
from cxdesigner.layout.report.book import Report, report
from cxdesigner.layout.scene import GlyphRun, Group
from cxdesigner.layout.showing import PLAIN
from cxdesigner.paper import paper_of
from tests.layout.builders import pen, scene_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxdesigner.layout.pages import Page
    from cxdesigner.layout.scene import Node, Scene
    from cxdesigner.model.document import Document

A4 = Setup(paper_of("A4"), margin=56.7, footer=True)


def about_of(document: Document, map_id: str = "map") -> About:
    language = document.project.language
    return about(document, map_id, pen(language), scene_of(document, map_id), PLAIN)


def report_of(document: Document, *parts: str, maps: tuple[str, ...] = ("map",), paper: Setup = A4) -> Report:
    return report([about_of(document, key) for key in maps], parts, paper, "The title", Footer("The title"))


def squeezed(text: str) -> str:
    return "".join(text.split())


def groups(scene: Scene) -> Iterator[Group]:
    for band in scene.bands:
        yield from band.groups
    for node in scene.over:
        if isinstance(node, Group):
            yield node


def runs(node: Node) -> Iterator[str]:
    if isinstance(node, GlyphRun):
        yield node.line.text
    elif isinstance(node, Group):
        for item in node.items:
            yield from runs(item)


def own(page: Page) -> Scene:
    """What a page has to itself, as one scene."""
    scenes = [view.scene for view in page.views if view.scene.bands and view.scene.bands[0].key == PAGE]
    groups_ = tuple(group for scene in scenes for group in scene.bands[0].groups)
    return scenes[0]._replace(bands=(scenes[0].bands[0]._replace(groups=groups_),))


def lines(page: Page) -> list[str]:
    """What is written on a page, a line a group, without maps, head and foot."""
    found = (" ".join(runs(group)) for group in groups(own(page)) if group.id != CHROME)
    return [text for text in found if text]


def written(made: Report) -> str:
    """All that is written, on maps too, without white."""
    texts = [text for page in made.flowed.pages for group in groups(own(page)) for text in runs(group)]
    scenes = {id(view.scene): view.scene for page in made.flowed.pages for view in page.views if not view.repeated}
    texts += [text for scene in scenes.values() for group in groups(scene) for text in runs(group)]
    return squeezed("".join(texts))
