"""Maps on pages of paper: whole on one, or broken between lanes and stages with their titles on each page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from cxdesigner.layout import theme
from cxdesigner.layout.laid_out import LaidOut
from cxdesigner.layout.lane import LINE_ROOM
from cxdesigner.layout.pages import Clip, Orientation, Page, Setup, View, in_the_middle, pages_of, size_of
from cxdesigner.layout.paging.breaking import NEAR, Boundary, Stretch, broken
from cxdesigner.layout.paging.parts import part_of, wholes_down, without_cut_words
from cxdesigner.layout.paging.plan import RUNNING, Plan, foot_height, plan_of
from cxdesigner.layout.pen import runs
from cxdesigner.layout.rects import Rect
from cxdesigner.layout.scene import HEADER, STAGES, Band, Group, Scene
from cxdesigner.layout.typeset import TextStyle

TITLE: Final = TextStyle("semibold", 9, 12)
"""The map's title on every page but the first, in points of the page."""
LABELS: Final = frozenset({"lane", "lane-title", "scale"})


def paged(laid: LaidOut, setup: Setup) -> tuple[Page, ...]:
    """Place a map on pages: on one if it is to fit there or does, else broken down first, then across.

    What is on several pages, such as titles, is in views that are marked as repeated on all but the first.
    """
    if setup.paper is None or setup.fit == "page":
        return pages_of(laid.scene, setup)
    setup = turned(laid, setup)
    plan = plan_of(laid, setup, *size_of(setup, laid.scene))
    if plan.fits_one:
        return (in_the_middle(laid.scene, plan.width, plan.height, plan.inside, plan.scale),)
    return _Pages(laid, plan).made()


def least_pages(laid: LaidOut, setup: Setup) -> int:
    """Give how many pages the lanes of a map take, which is known long before what is on them."""
    if setup.paper is None or setup.fit == "page":
        return 1
    setup = turned(laid, setup)
    return plan_of(laid, setup, *size_of(setup, laid.scene)).pages


def paired(one: LaidOut, other: LaidOut, setup: Setup) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """Place two maps on pages that can lie beside each other: on paper turned alike, and where each is to fit on a page
    as large as the other, and as high on it.
    """
    setup = turned(one, setup)
    if setup.paper is None or setup.fit != "page":
        return paged(one, setup), paged(other, setup)
    pages = [pages_of(laid.scene, setup)[0] for laid in (one, other)]
    scale = min(page.views[0].scale for page in pages)
    inside = setup.inside(pages[0].width, pages[0].height)
    placed = [
        in_the_middle(laid.scene, page.width, page.height, inside, scale)
        for laid, page in zip((one, other), pages, strict=True)
    ]
    top = min(page.views[0].y for page in placed)
    first, second = (page._replace(views=(page.views[0]._replace(y=top),)) for page in placed)
    return (first,), (second,)


def turned(laid: LaidOut, setup: Setup) -> Setup:
    """Decide whether paper stands or lies, where that is left open: as the sheet does, or such that a sheet of a given
    size takes fewer pages.
    """
    if setup.paper is None or setup.orientation != "auto" or setup.paper.is_free:
        return setup
    width, height = size_of(setup, laid.scene)
    lying: Orientation = "landscape" if width > height else "portrait"
    ways = [setup._replace(orientation=lying)]
    if isinstance(setup.fit, float):
        ways.append(setup._replace(orientation="portrait" if width > height else "landscape"))
    return min(ways, key=lambda way: plan_of(laid, way, *size_of(way, laid.scene)).pages) if len(ways) > 1 else ways[0]


class _Pages:
    """Makes the pages of a plan. `_y` is how far down the page that is being made is filled."""

    def __init__(self, laid: LaidOut, plan: Plan) -> None:
        self._laid = laid
        self._plan = plan
        self._title = _running_title(laid, plan.inside.width)
        wide = sum(stretch.length for stretch in plan.across[:1]) * plan.scale
        free = plan.inside.width - wide if len(plan.across) == 1 else 0.0
        self._left = plan.inside.x + max(0.0, free) / 2
        self._views: list[View] = []
        self._y = 0.0
        self._done: list[tuple[list[View], float]] = []

    def made(self) -> tuple[Page, ...]:
        """Make the pages, in order."""
        plan = self._plan
        if plan.alone:
            self._flow((plan.header,), titled=False)
        for place, across in enumerate(plan.across):
            for row, down in enumerate(plan.down):
                first = place == row == 0 and not plan.alone
                is_empty = bool(plan.body) and not down.length
                if is_empty and not first:
                    continue
                self._begin(titled=not first)
                if first:
                    self._header()
                if not is_empty:
                    self._stages(place, across, again=row > 0)
                    self._body(place, across, row, down)
                self._end()
        self._foot()
        return tuple(Page(plan.width, plan.height, tuple(views)) for views, _ in self._done)

    def _begin(self, *, titled: bool) -> None:
        self._views = []
        self._y = self._plan.inside.y
        if titled:
            self._views.append(View(self._title, 1.0, self._left, self._y, repeated=True))
            self._y += RUNNING

    def _end(self) -> None:
        self._done.append((self._views, self._y))

    def _show(self, scene: Scene, x: float, y: float, clip: Clip | None = None, *, again: bool = False) -> None:
        if scene.bands or scene.over or scene.under:
            self._views.append(View(scene, self._plan.scale, x, y, clip, again))

    def _scene(self, bands: Iterable[Band]) -> Scene:
        scene = self._laid.scene
        return Scene(scene.width, scene.height, tuple(bands), title=scene.title, language=scene.language)

    def _header(self) -> None:
        plan = self._plan
        self._show(self._scene((plan.header,)), self._left - theme.MARGIN * plan.scale, self._y)
        self._y += plan.header.height * plan.scale

    def _stages(self, place: int, across: Stretch, *, again: bool) -> None:
        plan, scale = self._plan, self._plan.scale
        if not plan.stages:
            return
        own = next(band for band in self._laid.scene.bands if band.key == STAGES)
        band = plan.stages[place]
        # Links stand where they stand on the sheet: a band that is higher than there reaches farther down.
        more = max(0.0, band.height - own.height)
        bottom = own.top + own.height + more
        band = band._replace(top=bottom - band.height)
        area = Rect(across.start, bottom - plan.head, across.end, bottom)
        part = part_of(self._laid.scene, (band,), area)._replace(under=())
        x = self._across_at(place) - across.start * scale
        clip = Clip(self._across_at(place), self._y, across.length * scale, plan.head * scale)
        self._show(part._replace(over=()) if again else part, x, self._y - area.top * scale, clip, again=again)
        self._y += plan.head * scale

    def _across_at(self, place: int) -> float:
        return self._left + (self._plan.labels * self._plan.scale if place else 0.0)

    def _body(self, place: int, across: Stretch, row: int, down: Stretch) -> None:
        plan, scale = self._plan, self._plan.scale
        before = plan.down[row - 1] if row else None
        shown = partial(_is_on, down, before, plan.room)
        x, y = self._across_at(place), self._y
        left, top = x - across.start * scale, y - down.start * scale
        clip = Clip(x, y, across.length * scale, down.length * scale)
        area = Rect(across.start, down.start, across.end, down.end)
        part = part_of(self._laid.scene, plan.body, area, shown)
        self._show(without_cut_words(part, across, plan.across), left, top, clip)
        if place and plan.labels:
            self._labels(down, shown, top)
        if before is not None:
            self._title_again(before, down, top)
        if across.end < self._laid.scene.width - theme.MARGIN - NEAR:
            self._lines_again(across, down, left, top)
        self._y += down.length * scale

    # What a page repeats

    def _labels(self, down: Stretch, shown: Callable[[Band, Group], bool], top: float) -> None:
        """Write the titles of the lanes at the left of a further page across, dividers' over all of it."""
        plan, scale = self._plan, self._plan.scale
        area = Rect(plan.drawn.x, down.start, plan.drawn.x + plan.labels, down.end)
        left = self._left - plan.drawn.x * scale

        def is_label(band: Band, group: Group) -> bool:
            return group.part in LABELS and shown(band, group)

        def is_wide(group: Group) -> bool:
            return group.part != "lane" and group.width > plan.labels

        part = part_of(self._laid.scene, plan.body, area, is_label)._replace(under=(), over=())
        wide = [_only(band, is_wide) for band in part.bands]
        narrow = [_only(band, lambda group: not is_wide(group)) for band in part.bands]
        clip = Clip(self._left, self._y, plan.labels * scale, down.length * scale)
        self._show(part._replace(bands=tuple(filter(None, narrow))), left, top, clip, again=True)
        self._show(part._replace(bands=tuple(filter(None, wide))), left, top, again=True)

    def _title_again(self, before: Stretch, down: Stretch, top: float) -> None:
        """Write the title of a lane that goes on from the page before."""
        for band in self._plan.body:
            if band.is_lane and band.top < before.end - NEAR < band.top + band.height - 2 * NEAR:
                room = min(down.end, band.top + band.height) - down.start - theme.LANE_PADDING
                groups = tuple(
                    group._replace(y=down.start + theme.LANE_PADDING - band.top)
                    for group in band.groups
                    if group.part == "lane-title" and group.height <= room
                )
                left = self._left - self._plan.drawn.x * self._plan.scale
                self._show(self._scene((band._replace(groups=groups),) if groups else ()), left, top, again=True)

    def _lines_again(self, across: Stretch, down: Stretch, left: float, top: float) -> None:
        """Name the lines of a service blueprint at the right of a page on which the right end of the sheet is not."""
        width = self._laid.scene.width
        bands = []
        for band in self._plan.body:
            if down.start - NEAR <= band.top < down.end - NEAR:
                groups = tuple(
                    group._replace(x=across.end - 4.0 - (width - theme.MARGIN), height=LINE_ROOM, items=group.items[1:])
                    for group in band.groups
                    if group.part == "lane" and len(group.items) > 1
                )
                bands += [band._replace(groups=groups)] if groups else []
        self._show(self._scene(bands), left, top, again=True)

    # What flows from page to page

    def _foot(self) -> None:
        """Place the foot below the lanes if it fits; else a legend on the last page with room, a list on more pages."""
        plan = self._plan
        high = foot_height(plan.foot) * plan.scale
        if not high:
            return
        bottom = plan.inside.y + plan.inside.height + NEAR
        candidates = self._done[-1:] if len(plan.foot) > 1 else self._done[::-1]
        for views, y in candidates:
            if y + high <= bottom:
                self._views = views
                self._show(self._scene(plan.foot), self._left - theme.MARGIN * plan.scale, y)
                return
        self._flow(plan.foot, titled=True)

    def _flow(self, bands: tuple[Band, ...], *, titled: bool) -> None:
        """Spread bands over pages, between the things in them."""
        plan, scale = self._plan, self._plan.scale
        room = (plan.inside.height - RUNNING) / scale
        wholes = [whole for band in bands for whole in wholes_down(band, room)]
        found = broken([Boundary(foot_height(bands)), *(Boundary(whole.end, 1.0) for whole in wholes)], wholes, room)
        for row, down in enumerate(found):
            self._begin(titled=titled or row > 0)
            area = Rect(0.0, down.start, self._laid.scene.width, down.end)
            shown = partial(_is_on, down, found[row - 1] if row else None, room)
            part = part_of(self._scene(bands), bands, area, shown)
            clip = Clip(plan.inside.x, self._y, plan.inside.width, down.length * scale)
            self._show(part, self._left - theme.MARGIN * scale, self._y - down.start * scale, clip)
            self._y += down.length * scale
            self._end()


def _is_on(down: Stretch, before: Stretch | None, room: float, band: Band, group: Group) -> bool:
    """Tell whether a group stands on a page: where it is whole for the first time, and what is too high on each."""
    top = band.top + group.y
    whole = Stretch(top, top + group.height)
    if group.part == "lane" or group.height > room:
        return True
    return down.holds(whole) and not (before is not None and before.holds(whole))


def _only(band: Band, wanted: Callable[[Group], bool]) -> Band | None:
    groups = tuple(filter(wanted, band.groups))
    return band._replace(groups=groups) if groups else None


def _running_title(laid: LaidOut, width: float) -> Scene:
    """Write the title of a map in one line; it stands whole in the header."""
    title = " ".join(laid.header.shown.title.split()) or laid.pen.words["untitled"]
    text = laid.pen.in_one_line(title, TITLE, width)
    group = Group(laid.header.shown.id, "title", 0.0, 0.0, width, text.height, runs(text, 0, 0, theme.INK))
    scene = laid.scene
    return Scene(width, text.height, (Band(HEADER, 0.0, text.height, (group,)),), (), (), scene.title, scene.language)
