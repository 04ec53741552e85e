"""What is said of maps to those who do not see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from cxdesigner.export.leads import named, titled
from cxdesigner.insight.means import mean_of
from cxdesigner.layout.pages import Page
from cxdesigner.layout.publication import Target
from cxdesigner.layout.reading import put_together, reading_of
from cxdesigner.layout.scene import Scene
from cxdesigner.layout.structure import Role, Told
from cxdesigner.layout.words import Words
from cxdesigner.model.document import Document
from cxdesigner.model.edits.links import links_in
from cxdesigner.model.records import Emotion

LONGEST: Final = 8_000
"""Letters that are said of a curve: an archive keeps no texts of more than 32,767 bytes."""

HEADINGS: Final[tuple[Role, ...]] = ("H1", "H2", "H3")


def told_of(
    document: Document,
    map_ids: Iterable[str],
    pages: Sequence[Page],
    sheets: Sequence[Scene] = (),
    known: Iterable[Told] = (),
) -> tuple[Told, ...]:
    """Put what the pages show in the order in which it is read; what they repeat is left out.

    `sheets` are those of the maps, of which there may be parts on the pages: these are read as one. `known`: what is
    said of other scenes.
    """
    said: dict[Target, str] = {}
    for map_id in map_ids:
        said |= said_of(document, map_id)
    scenes = _scenes(pages)
    found = {id(scene): told for told in known for scene in told.scenes}
    ids = [{group.id for band in sheet.bands for group in band.groups} for sheet in sheets]
    for at, sheet in enumerate(sheets):
        own = ids[at].difference(*ids[:at], *ids[at + 1 :])
        parts = [scene for scene in scenes if _is_part(scene, sheet, own)]
        if parts:
            told = Told(tuple(parts), reading_of(put_together(sheet, parts), said))
            found |= {id(scene): told for scene in parts}
    for scene in scenes:
        if id(scene) not in found:
            found[id(scene)] = Told((scene,), reading_of(scene, said))
    # In the order of the pages, each once.
    ordered = {id(found[id(scene)]): found[id(scene)] for scene in scenes}
    return in_levels(ordered.values())


def _is_part(scene: Scene, sheet: Scene, own: AbstractSet[str]) -> bool:
    """Tell whether a scene is a part of a sheet, by its size, its bands and the ids that are only there."""
    return (
        (scene.width, scene.height) == (sheet.width, sheet.height)
        and {band.key for band in scene.bands} <= {band.key for band in sheet.bands}
        and any(group.id in own for band in scene.bands for group in band.groups)
    )


def _scenes(pages: Iterable[Page]) -> list[Scene]:
    """Give what is on pages and was not before, each scene once."""
    return list({id(view.scene): view.scene for page in pages for view in page.views if not view.repeated}.values())


def in_levels(told: Iterable[Told]) -> tuple[Told, ...]:
    """Raise headings such that none is more than one level below the one before it, and the first is of the highest."""
    found, before = [], 0
    for scenes, elements in told:
        levelled = []
        for element in elements:
            if element.role in HEADINGS:
                before = min(HEADINGS.index(element.role) + 1, before + 1)
                levelled.append(element._replace(role=HEADINGS[before - 1]))
            else:
                levelled.append(element)
        found.append(Told(scenes, tuple(levelled)))
    return tuple(found)


def said_of(document: Document, map_id: str) -> dict[Target, str]:
    """Say in words what curves and links of a map show: who feels what at which step, and what leads to what."""
    words = Words(document.project.language)
    titles = {step.id: titled(step.title) for step in document.steps(map_id)}
    place = {step: at for at, step in enumerate(titles)}
    rated = sorted(
        (one for one in document.emotions(map_id) if one.score is not None and one.step in place),
        key=lambda one: place[one.step],
    )
    said: dict[Target, str] = {}
    people = document.personas_of(map_id)
    for persona in people:
        own = [(titles[one.step], one.score or 0.0) for one in rated if one.persona == persona.id]
        if own:
            name = titled(persona.name) or words["unnamed"]
            said[Target(persona.id, "curve")] = _curve(f"{words['emotion']}, {name}", own)
    means = [
        (titles[step], mean) for step in titles if (mean := _mean(rated, step, [one.id for one in people])) is not None
    ]
    if means:
        title = f"{words['emotion']}, {words['mean'].format(n=len(people))}"
        lanes = [lane.id for lane in document.lanes(map_id) if lane.kind == "emotion"]
        said |= {Target(lane, "curve"): _curve(title, means) for lane in lanes}
    for link in links_in(document, map_id):
        ends = [document.records.get(key) for key in (link.from_, link.to)]
        one, other = (named(end) if end is not None else "" for end in ends)
        if one and other:
            kind = words.get(link.kind, link.kind)
            label = f" ({titled(link.label)})" if link.label.strip() else ""
            said[Target(link.id, "link")] = f"“{one}” {kind} “{other}”{label}"
    return said


def _mean(rated: Sequence[Emotion], step: str, people: Sequence[str]) -> float | None:
    found = mean_of(one for one in rated if one.step == step and one.persona in people)
    return found.score if found is not None else None


def _curve(title: str, scores: Iterable[tuple[str, float]]) -> str:
    text = f"{title}: {', '.join(f'{step} {_signed(score)}'.strip() for step, score in scores)}"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _signed(score: float) -> str:
    """Write a score with its sign and one decimal at most."""
    text = f"{score:+.1f}".removesuffix(".0").replace("-", "−")
    return "0" if text in ("+0", "−0") else text
