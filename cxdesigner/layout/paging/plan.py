"""How a sheet is broken into pages: how large it is on them, and where the breaks are, across and down."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.laid_out import LaidOut
from cxdesigner.layout.pages import Clip, Setup, drawn_in
from cxdesigner.layout.paging.breaking import NEAR, WITHIN, Boundary, Stretch, broken
from cxdesigner.layout.paging.parts import GROUND, wholes_across, wholes_down
from cxdesigner.layout.scene import STAGES, Band, Group

RUNNING = 20.0
"""Height of the line with the map's title on every page but the first, in points of the page."""
MOST_LABELS, MOST_HEAD = 0.45, 0.5
"""The shares of a page that titles of lanes, and the stages, may take to stand on each."""
AFTER_TITLE, INSIDE = 20.0, 2.0
"""What a break costs below a divider, and between two cards of a lane that is higher than a page."""


class Plan(NamedTuple):
    """Where a sheet is broken.

    `inside`: the part of each page to draw in, in points of the page; all else is in points of the sheet. `drawn`: the
    part of the sheet to draw. `across` and `down`: the stretches of the sheet on the pages; `body`: the bands that are
    broken down, and `stages` those of each page across, none where they are not repeated but part of the body.
    `labels`: how wide the titles of lanes are on each further page across, 0 if they are not repeated. `header` and
    `foot` are as wide as a page; `alone`: the header has pages of its own. `fits_one`: all of it fits on one page.
    """

    width: float
    height: float
    inside: Clip
    scale: float
    drawn: Clip
    across: tuple[Stretch, ...]
    down: tuple[Stretch, ...]
    room: float
    body: tuple[Band, ...]
    stages: tuple[Band, ...]
    labels: float
    header: Band
    foot: tuple[Band, ...]
    alone: bool
    fits_one: bool

    @property
    def pages(self) -> int:
        """How many pages the lanes take."""
        return 1 if self.fits_one else len(self.across) * len(self.down)

    @property
    def head(self) -> float:
        """How high the stages are on each page."""
        return max((band.height for band in self.stages), default=0.0)


def plan_of(laid: LaidOut, setup: Setup, width: float, height: float) -> Plan:
    """Plan the pages, of this size in points, of a map that is drawn as wide as them or at a given scale."""
    assert setup.fit != "page"
    drawn, inside = drawn_in(laid.scene), setup.inside(width, height)
    scale = inside.width / drawn.width if setup.fit == "width" else setup.fit
    wide, high = inside.width / scale, inside.height / scale
    labels = laid.columns.left - drawn.x
    whole = drawn
    if drawn.width > wide + NEAR:
        drawn = _without_white(laid, drawn)
    if drawn.width <= wide + NEAR:
        across, labels = [Stretch(drawn.x, drawn.x + drawn.width)], 0.0
    else:
        labels = labels if labels <= MOST_LABELS * wide else 0.0
        across = _across(laid, drawn, wide, labels)
    ends_at = min(laid.scene.width, wide + 2 * theme.MARGIN)
    header, foot = _cropped(laid.header_at(ends_at)), laid.foot_at(ends_at)
    stages = tuple(_stages(laid, stretch, drawn) for stretch in across)
    head = max(band.height for band in stages)
    body = [band for band in laid.scene.bands if band.is_lane]
    if head > MOST_HEAD * high:
        body, stages, head = [*(band for band in laid.scene.bands if band.key == STAGES), *body], (), 0.0
    room = high - RUNNING / scale - head
    first = high - header.height - head
    alone = first < 0.2 * high
    tail = foot_height(foot)
    down = _down(body, laid.dividers, room, room if alone else first, tail)
    fits_one = whole.width <= wide + NEAR and whole.height <= high + NEAR
    return Plan(
        width, height, inside, scale, drawn, tuple(across), tuple(down), room, tuple(body), stages, labels, header,
        foot, alone, fits_one,
    )  # fmt: skip


def _without_white(laid: LaidOut, drawn: Clip) -> Clip:
    """Take the white off that is right of the lanes where a map has few steps: header and foot are laid out anew."""
    reached = [
        group.x + group.width
        for band in laid.scene.bands
        if band.is_lane
        for group in band.groups
        if group.part not in GROUND
    ]
    reached += [node.x + node.width for node in laid.scene.over if isinstance(node, Group)]
    right = min(drawn.x + drawn.width, max(laid.columns.right, *reached)) if reached else laid.columns.right
    return drawn._replace(width=right - drawn.x)


def foot_height(foot: tuple[Band, ...]) -> float:
    """Give how high that is which stands in the bands below the lanes."""
    return max((band.top + group.y + group.height for band in foot for group in band.groups), default=0.0)


def _cropped(header: Band) -> Band:
    """Take the white above a header away."""
    top = min(group.y for group in header.groups)
    groups = tuple(group._replace(y=group.y - top) for group in header.groups)
    return header._replace(height=header.height - top, groups=groups)


def _stages(laid: LaidOut, across: Stretch, drawn: Clip) -> Band:
    """Give the stages as they stand above a part of the sheet, with their names anew where one of them is broken."""
    (band,) = (band for band in laid.scene.bands if band.key == STAGES)
    columns = laid.columns.columns
    if across.holds(Stretch(drawn.x, drawn.x + drawn.width)):
        return band
    here = tuple(one for one in columns if one.x < across.end - NEAR and across.start + NEAR < one.x + one.width)
    if not here:
        return band
    inside = {one.stage for one in here}
    if sum(one.stage in inside for one in columns) != len(here):
        return laid.stages_at(here)
    return _with_phase(band, here[0].x, across.end)


def _with_phase(band: Band, left: float, right: float) -> Band:
    """Name the phase in which a page begins, where it is named on a page before."""
    phases = sorted((group for group in band.groups if group.part == "phase"), key=lambda group: group.x)
    place = bisect_right([group.x for group in phases], left + 6.0)
    if not place or phases[place - 1].x > left:
        return band
    moved = phases[place - 1]._replace(x=left + 4.0)
    end = phases[place].x if place < len(phases) else right
    return band._replace(groups=(*band.groups, moved)) if moved.x + moved.width <= min(end, right) else band


def _across(laid: LaidOut, drawn: Clip, wide: float, labels: float) -> list[Stretch]:
    columns = laid.columns.columns
    start = laid.columns.left if labels else drawn.x
    room = wide - labels
    widths: dict[str, float] = {}
    for column in columns:
        widths[column.stage] = widths.get(column.stage, 0.0) + column.width
    boundaries = [Boundary(drawn.x + drawn.width - start)]
    for column in columns:
        cost = 0.0 if column.first else WITHIN if widths[column.stage] <= room else 1.0
        boundaries.append(Boundary(column.x - start, cost))
    edges = [column.x for column in columns] + [laid.columns.right]
    wholes = [
        Stretch(whole.start - start, whole.end - start)
        for whole in (_snapped(whole, edges) for whole in wholes_across(laid.scene))
        if whole.start >= start
    ]
    found = [Stretch(one.start + start, one.end + start) for one in broken(boundaries, wholes, room)]
    return [Stretch(drawn.x, found[0].end), *found[1:]]


def _snapped(whole: Stretch, edges: list[float]) -> Stretch:
    """Widen what lies in several columns to all of these, so that no page begins or ends within one of them.

    What then fits on no page is cut there, such as a long word at a link: that harms less than a page of half a column.
    """
    first, last = bisect_right(edges, whole.start + NEAR) - 1, bisect_left(edges, whole.end - NEAR)
    if first < 0 or last - first < 2 or last >= len(edges):
        return whole
    return Stretch(edges[first], edges[last])


def _down(body: list[Band], dividers: frozenset[str], room: float, first: float, tail: float) -> list[Stretch]:
    if not body:
        return [Stretch(0.0, 0.0)]
    top = body[0].top
    boundaries: list[Boundary] = []
    wholes: list[Stretch] = []
    for band in body:
        bottom = band.top + band.height
        boundaries.append(Boundary(bottom - top, AFTER_TITLE if band.key in dividers else 0.0))
        if band.height <= min(room, first):
            wholes.append(Stretch(band.top - top, bottom - top))
        else:
            found = [Stretch(one.start - top, one.end - top) for one in wholes_down(band, room)]
            wholes += found
            boundaries += [Boundary(one.end, INSIDE) for one in found]
    return [Stretch(one.start + top, one.end + top) for one in broken(boundaries, wholes, room, first, tail)]
