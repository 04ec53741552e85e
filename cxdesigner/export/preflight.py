"""What somebody wants to know of pages before they are handed out: can they be read, is anything missing on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf, radians, tan
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from cxdesigner.layout.missing import missing_in
from cxdesigner.layout.scene import GlyphRun, Group, Picture
from cxdesigner.model.records import Card, Map
from cxdesigner.painters.pixels import TooManyPixelsError, pixel_size
from cxdesigner.paper import POINT
from cxdesigner.pictures import PictureError, size
from cxdesigner.sentences import Sentence, say

if TYPE_CHECKING:
    from cxdesigner.export.options import ExportOptions
    from cxdesigner.layout.pages import Page
    from cxdesigner.layout.publication import Publication
    from cxdesigner.layout.scene import Node, Scene
    from cxdesigner.model.document import Document

Subject = Literal["pages", "text", "pictures", "glyphs", "stages", "table"]

CAPITAL: Final = 0.714
"""The height of a capital letter in the bundled Latin fonts, in ems."""
LEGIBLE: Final = tan(radians(16 / 60))
"""The height of capitals by the distance from which they can be read.

ISO 9241-303 (before it ISO 9241-3) asks for at least 16 minutes of arc, and prefers 20 to 22.
"""
IN_THE_HAND: Final = 300.0
"""From how far a page in the hand is read, in millimetres; text that asks for less is told as a problem."""
ON_A_WALL: Final = 1000.0
"""From how far what hangs on a wall is read by several people at once, in millimetres."""
LARGEST_IN_THE_HAND: Final = 450.0
"""The longer side of paper that is still held, in millimetres: A3 and Tabloid are, ANSI C and A2 are not."""
BESIDE: Final = frozenset({"footer", "plan", "marks"})
"""Parts of pages that show nothing of a map."""
COARSE: Final = 150
"""Pixels to an inch below which the pixels of a picture can be seen."""


class Finding(NamedTuple):
    """One thing found: `subject` is what it is about, `ids` the records that it concerns, in the order of the pages.

    `warns`: somebody should look at it before handing the pages out.
    """

    subject: Subject
    sentence: Sentence
    ids: tuple[str, ...] = ()
    warns: bool = False


class Placed(NamedTuple):
    """A text or a picture on a page, `scale` times its size, in the innermost group of the record `id`.

    `view` is the same for what is seen together, and `part` is that of the group.
    """

    id: str
    node: GlyphRun | Picture
    scale: float
    view: float
    part: str


def preflight(
    document: Document,
    map_ids: Sequence[str],
    publication: Publication,
    options: ExportOptions,
    assets: Mapping[str, bytes],
) -> tuple[Finding, ...]:
    """Look over what shows maps of a document, whose pictures are `assets`, as the options say.

    Files that are text or a table have no pages, and of those nothing is told.
    """
    if not publication.pages:
        return tuple(empty_stages(document, map_ids))
    placed = list(_placed(publication.pages, apart=options.report))
    scenes = {id(view.scene): view.scene for page in publication.pages for view in page.views}
    return (
        size_of(publication, options),
        *(() if options.kind == "png" else smallest_text(placed, wall=is_for_a_wall(options))),
        *coarse_pictures(placed, assets),
        *missing_glyphs(document, scenes.values()),
        *empty_stages(document, map_ids),
    )


def size_of(publication: Publication, options: ExportOptions) -> Finding:
    """Say how many pages there are, and how large; of a picture, how many pixels."""
    if options.kind == "png":
        page = publication.pages[0]
        scale = options.width / page.width if options.width else options.scale
        try:
            width, height = pixel_size(page, scale)
        except TooManyPixelsError as error:
            return Finding("pages", error.sentence, warns=True)
        return Finding("pages", say("A picture of {width:,} × {height:,} pixels", width=width, height=height))
    sizes = {(round(page.width * POINT), round(page.height * POINT)) for page in publication.pages}
    count = len(publication.pages)
    width, height = max(sizes, key=lambda one: one[0] * one[1])
    shown = {"n": count, "width": width, "height": height}
    if count == 1:
        return Finding("pages", say("1 page of {width} × {height} mm", width=width, height=height))
    if options.poster and not options.report:
        sentence = say("{n} pages of {width} × {height} mm: sheets of the poster, and the plan for them", **shown)
        return Finding("pages", sentence)
    if len(sizes) == 1:
        return Finding("pages", say("{n} pages of {width} × {height} mm", **shown))
    return Finding("pages", say("{n} pages of up to {width} × {height} mm", **shown))


def is_for_a_wall(options: ExportOptions) -> bool:
    """Whether the paper is larger than somebody holds; pages as large as the map are looked at on a screen."""
    paper = options.setup().paper
    return paper is not None and max(paper.width, paper.height) > LARGEST_IN_THE_HAND


def sizes_of(pages: Iterable[Page]) -> dict[str, float]:
    """Give how large the smallest text of each record is on pages of maps, in points."""
    return _sizes(_placed(pages))


def far_of(size_: float) -> float:
    """Give from how far text of a size in points is read at most, in millimetres."""
    return size_ * CAPITAL * POINT / LEGIBLE


def is_read(far: float, wanted: float) -> bool:
    """Tell whether text that is read from so far is read from as far as wanted: as it is told, in centimetres."""
    return round(far, -1) >= wanted


def distance(far: float) -> Sentence:
    """Write a distance in millimetres as people say it."""
    return say("{far:.0f} cm", far=far / 10) if far < 1000 else say("{far:.1f} m", far=far / 1000)


def smallest_text(placed: Iterable[Placed], *, wall: bool = False) -> Iterator[Finding]:
    """Say how high the capitals of the smallest text of maps are, and from how far that can be read.

    What is on several pages, as on a map and on the page of its stage, counts where it is largest.
    """
    sizes = _sizes(placed)
    if not sizes:
        return
    least = min(sizes.values())
    far = far_of(least)
    shown = {"height": least * CAPITAL * POINT, "far": distance(far)}
    warns = not is_read(far, ON_A_WALL if wall else IN_THE_HAND)
    if not warns:
        sentence = say(
            "Capitals of the smallest text are {height:.1f} mm high, to be read from {far} at most.", **shown
        )
    elif wall:
        sentence = say(
            "Capitals of the smallest text are {height:.1f} mm high, to be read from {far} at most;"
            " on a wall people stand farther off.",
            **shown,
        )
    else:
        sentence = say(
            "Capitals of the smallest text are {height:.1f} mm high, to be read from {far} at most;"
            " paper in the hand is read from {hand}.",
            **shown,
            hand=distance(IN_THE_HAND),
        )
    ids = tuple(key for key, size_ in sizes.items() if size_ < least * 1.001)
    yield Finding("text", sentence, ids, warns)


def _sizes(placed: Iterable[Placed]) -> dict[str, float]:
    """Give the size of the smallest text of each record, in points, where that is largest."""
    on: dict[float, dict[str, float]] = {}
    for key, node, scale, view, part in placed:
        if part not in BESIDE and isinstance(node, GlyphRun) and any(char.isalnum() for char in node.line.text):
            found = on.setdefault(view, {})
            found[key] = min(node.line.size * scale, found.get(key, inf))
    sizes: dict[str, float] = {}
    for found in on.values():
        for key, size_ in found.items():
            sizes[key] = max(size_, sizes.get(key, 0.0))
    return sizes


def coarse_pictures(placed: Iterable[Placed], assets: Mapping[str, bytes]) -> Iterator[Finding]:
    """Tell of pictures with too few pixels for the size at which they stand on the page."""
    sizes: dict[str, tuple[int, int] | None] = {}
    found: dict[str, int] = {}
    for key, node, scale, *_ in placed:
        if not isinstance(node, Picture):
            continue
        if node.asset not in sizes:
            sizes[node.asset] = _size(assets.get(node.asset))
        pixels = sizes[node.asset]
        if pixels is None:
            continue
        # It fills its rectangle, and what is too much in one direction is cut off.
        inches = max(node.width / pixels[0], node.height / pixels[1]) * scale / 72
        dots = int(1 / inches) if inches else COARSE
        if dots < COARSE:
            found[key] = min(dots, found.get(key, COARSE))
    if found:
        least = min(found.values())
        sentence = (
            say("1 picture has only {least} pixels to an inch here; 150 and more look sharp.", least=least)
            if len(found) == 1
            else say(
                "{n} pictures have only {least} pixels to an inch or little more here; 150 and more look sharp.",
                n=len(found),
                least=least,
            )
        )
        yield Finding("pictures", sentence, tuple(found), warns=True)


def missing_glyphs(document: Document, scenes: Iterable[Scene]) -> Iterator[Finding]:
    """Tell of each text in which something is drawn as a box, since no font has it."""
    for key, characters in missing_in(scenes):
        shown = " ".join(characters[:8])
        texts = (getattr(document.records.get(key), field, "") for field in ("text", "title", "name"))
        text = " ".join(next(filter(None, texts), "").split())[:60]
        sentence = (
            say("No font here has {characters} in “{text}”: a box stands for it.", characters=shown, text=text)
            if text
            else say("No font here has {characters}: a box stands for it.", characters=shown)
        )
        yield Finding("glyphs", sentence, (key,), warns=True)


def empty_stages(document: Document, map_ids: Iterable[str]) -> Iterator[Finding]:
    """Tell which stages no card stands in."""
    found: list[tuple[str, str]] = []
    for map_id in map_ids:
        if document.get(map_id, Map) is None:
            continue
        places = {step.id: at for at, step in enumerate(document.steps(map_id))}
        used = {at for card in document.cards(map_id) for at in _covered(card, places)}
        found += [
            (stage.id, " ".join(stage.title.split()))
            for stage in document.stages(map_id)
            if not any(places[step.id] in used for step in document.steps_of(stage.id))
        ]
    if len(found) == 1:
        title = found[0][1][:40] or say("without a title")
        yield Finding("stages", say("The stage “{title}” has no cards.", title=title), (found[0][0],), warns=True)
    elif found:
        ids = tuple(key for key, _ in found)
        yield Finding("stages", say("{n} stages have no cards.", n=len(found)), ids, warns=True)


def _covered(card: Card, places: Mapping[str, int]) -> Iterable[int]:
    first = places.get(card.step or "")
    return () if first is None else range(first, max(first, places.get(card.to or "", first)) + 1)


def _size(data: bytes | None) -> tuple[int, int] | None:
    try:
        return None if data is None else size(data)
    except PictureError:
        return None


def _placed(pages: Iterable[Page], *, apart: bool = False) -> Iterator[Placed]:
    """All texts and pictures, each scene once at every size at which it stands on the pages, but for what is repeated.

    Views of one size are seen together, such as the sheets of a poster, unless each page is a thing `apart`.
    """
    shown = (view for page in pages for view in page.views if not view.repeated)
    views = {(id(view.scene), view.scale): view for view in shown}
    for number, view in enumerate(views.values()):
        scene, at = view.scene, number if apart else view.scale
        for key, nodes in (("", scene.under), *((band.key, band.groups) for band in scene.bands), ("", scene.over)):
            yield from _walk(key, "", nodes, view.scale, at)


def _walk(key: str, part: str, nodes: Iterable[Node], scale: float, view: float) -> Iterator[Placed]:
    for node in nodes:
        if isinstance(node, Group):
            yield from _walk(node.id or key, node.part, node.items, scale, view)
        elif isinstance(node, GlyphRun | Picture):
            yield Placed(key, node, scale, view, part)
