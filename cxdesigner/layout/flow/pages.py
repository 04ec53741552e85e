"""Strips on pages, with what stands at the head and foot of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.flow.cells import grown
from cxdesigner.layout.flow.reading import Passage, Way
from cxdesigner.layout.flow.strips import Block, Excerpt, Frame, Strip, strips_of
from cxdesigner.layout.pages import Clip, Page, Setup, View, strip_of, turned
from cxdesigner.layout.paging.footer import Footer, with_footer
from cxdesigner.layout.pen import Pen, runs
from cxdesigner.layout.publication import Link, Target
from cxdesigner.layout.scene import Band, Group, Scene
from cxdesigner.layout.structure import Told
from cxdesigner.layout.typeset import TextStyle

PAGE, CHROME, LINK = "\x1fpage", "\x1fchrome", "\x1flink"
"""The keys of the two bands of a page, and how the ids of what leads elsewhere begin."""
RUNNING = TextStyle("regular", 8.2, 11.0)
HEAD_AND_FOOT = 1.5
"""Least white above and below a text, in strips: there stands what is on every page."""
_NEAR = 0.01


class Section(NamedTuple):
    """Blocks that begin on a page of their own. `lies`: on pages that lie, where these go by what is on them.

    `title` stands at the head of its pages; one that is `bare` has neither head nor foot.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    lies: bool = False
    bare: bool = False


class Flowed(NamedTuple):
    """Pages, where what is on them leads, and what is read of them, but not of the sheets among their text."""

    pages: tuple[Page, ...]
    links: dict[Target, tuple[Link, ...]]
    told: tuple[Told, ...]


class Sheet(NamedTuple):
    """What is on a page: strips with the height at which each stands, and those that stand there again."""

    section: Section
    placed: list[tuple[float, Strip]]
    again: list[tuple[float, Strip]]


class Room(NamedTuple):
    """A page, and the white at its sides, above and below what is on it; in points."""

    width: float
    height: float
    side: float
    top: float
    bottom: float

    @property
    def frame(self) -> Frame:
        """What is left between the white."""
        return Frame(self.width - 2 * self.side, self.height - self.top - self.bottom)


def flow(sheets: Sequence[Sheet], pen: Pen, setup: Setup, footer: Footer, language: str) -> Flowed:
    """Draw pages; where the setup has a footer, this one is below each, with the number of the page."""
    links: dict[Target, tuple[Link, ...]] = {}
    passages: list[Passage] = []
    pages = []
    section = None
    for number, sheet in enumerate(sheets, 1):
        if sheet.section is not section:
            passages.append(Passage([], []))
            section = sheet.section
        room = room_of(setup, sheet.section)
        page = _page(sheet, pen, room, language, links, passages)
        if setup.footer and not sheet.section.bare:
            page = with_footer(page, pen, footer, _strip(room), f"{number} / {len(sheets)}", repeated=True)
        pages.append(page)
    return Flowed(tuple(pages), links, tuple(passage.told() for passage in passages if passage.groups))


def numbers_of(sheets: Sequence[Sheet]) -> dict[Target, int]:
    """Give the number of the page, from 1, on which each group is first."""
    found: dict[Target, int] = {}
    for number, sheet in enumerate(sheets, 1):
        own = (group for _, strip in sheet.placed for group in strip.groups)
        for group in (*own, *_shown(sheet.placed)):
            found.setdefault(Target(group.id, group.part), number)
    return found


def room_of(setup: Setup, section: Section) -> Room:
    """Give the pages of a section on paper of the setup, which has some."""
    assert setup.paper is not None
    width, height = turned(setup.paper, setup.orientation, is_wide=section.lies)
    side = setup._replace(footer=False).inside(width, height).x
    least = 0.0 if section.bare else min(HEAD_AND_FOOT * strip_of(width, height), 0.25 * height)
    return Room(width, height, side, max(side, least), max(side, least if setup.footer else 0.0))


def _strip(room: Room) -> Clip:
    """Give the place of the footer, in the white below."""
    high = min(strip_of(room.width, room.height), room.bottom)
    y = room.height - room.bottom + (room.bottom - high) / 4
    return Clip(room.side, y, room.frame.width, high)


def sheets_of(section: Section, pen: Pen, setup: Setup) -> list[Sheet]:
    """Place the blocks of a section on pages."""
    frame = room_of(setup, section).frame
    sheets = [Sheet(section, [], [])]
    y = start = 0.0
    for chain in _chains(strips_of(section.blocks, pen, frame)):
        # At the head of a page nothing is above what comes first.
        whole = sum(strip.height for strip in chain) + sum(strip.above for strip in chain[y <= start :])
        breaks = y > start and y + whole > frame.height + _NEAR
        for strip in chain:
            above = strip.above if y > start else 0.0
            if breaks or (y > start and y + above + strip.height > frame.height + _NEAR):
                sheets.append(Sheet(section, [], []))
                y = start = _repeat(strip, sheets[-1])
                above, breaks = 0.0, False
            sheets[-1].placed.append((y + above, strip))
            y += above + strip.height
    return sheets


def _chains(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Gather what is kept together."""
    chains: list[list[Strip]] = []
    open_ = False
    for strip in strips:
        if open_:
            chains[-1].append(strip)
        else:
            chains.append([strip])
        open_ = strip.keep
    return chains


def _repeat(strip: Strip, sheet: Sheet) -> float:
    """Put the head of a strip at the head of a page; give its height."""
    y = 0.0
    for one in strip.head:
        sheet.again.append((y, one))
        y += one.height
    return y


def _page(
    sheet: Sheet,
    pen: Pen,
    room: Room,
    language: str,
    links: dict[Target, tuple[Link, ...]],
    passages: list[Passage],
) -> Page:
    groups = _groups(sheet.placed, room, links)
    again = [group for y, strip in sheet.again for group in _moved(strip, room, y)]
    if sheet.section.title and not sheet.section.bare:
        again.insert(0, _running(pen, sheet.section.title, room))
    excerpts = _joined(sheet.placed)
    first = min((one.y for one in excerpts), default=room.frame.height) + room.top
    views = [_view(one, room, repeated=True) for one in _joined(sheet.again)]
    blank = Scene(room.width, room.height, (), language=language)
    if again:
        views.append(View(_with(blank, CHROME, again), repeated=True))
    # In the order in which it is read.
    views.append(_read(blank, [one for one in groups if one[1].y < first], passages[-1]))
    views += [_view(one, room, repeated=False) for one in excerpts]
    if excerpts:
        passages.append(Passage([], []))
        views.append(_read(blank, [one for one in groups if one[1].y >= first], passages[-1]))
    return Page(room.width, room.height, tuple(views))


def _read(blank: Scene, groups: list[tuple[Way, Group]], passage: Passage) -> View:
    """Put groups on a page, and into what is read there."""
    scene = _with(blank, PAGE, [group for _, group in groups])
    passage.scenes.append(scene)
    passage.groups.extend(groups)
    return View(scene)


def _with(blank: Scene, key: str, groups: list[Group]) -> Scene:
    return blank._replace(bands=(Band(key, 0.0, blank.height, tuple(groups)),))


def _groups(
    placed: Sequence[tuple[float, Strip]], room: Room, links: dict[Target, tuple[Link, ...]]
) -> list[tuple[Way, Group]]:
    """Place the groups of strips; what leads elsewhere gets an id of its own, since links go from groups."""
    groups: list[tuple[Way, Group]] = []
    for y, strip in placed:
        moved = _moved(strip, room, y)
        if strip.joins and groups:
            first, (way, last) = moved[0], groups[-1]
            groups[-1] = way, grown(last, first.items, first.y - last.y, first.height)
            continue
        for at, to in strip.leads:
            key = Target(f"{LINK}{len(links)}", "link")
            moved[at] = moved[at]._replace(id=key.id, part=key.part)
            links[key] = (Link(to),)
        groups += zip(strip.ways, moved, strict=True)
    return groups


def _moved(strip: Strip, room: Room, y: float) -> list[Group]:
    x, y = room.side, y + room.top
    return [Group(one.id, one.part, one.x + x, one.y + y, one.width, one.height, one.items) for one in strip.groups]


def _joined(placed: Sequence[tuple[float, Strip]]) -> list[Excerpt]:
    """Give the excerpts of strips on a page; those of neighbouring parts of a scene, one below the other, as one."""
    found: list[Excerpt] = []
    for y, strip in placed:
        for one in strip.excerpts:
            moved = one._replace(y=one.y + y)
            at = next((at for at, other in enumerate(found) if _goes_on(other, moved)), None)
            if at is None:
                found.append(moved)
            else:
                clip = found[at].source
                found[at] = found[at]._replace(source=clip._replace(height=clip.height + moved.source.height))
    return found


def _goes_on(one: Excerpt, other: Excerpt) -> bool:
    """Tell whether an excerpt begins where another one ends."""
    a, b = one.source, other.source
    return (
        one.scene is other.scene
        and (one.scale, one.x, a.x, a.width) == (other.scale, other.x, b.x, b.width)
        and abs(a.y + a.height - b.y) < _NEAR
        and abs(one.y + a.height * one.scale - other.y) < _NEAR
    )


def _shown(placed: Sequence[tuple[float, Strip]]) -> Iterator[Group]:
    """Give the groups of the bands of which excerpts show something."""
    for one in _joined(placed):
        top, bottom = one.source.y, one.source.y + one.source.height
        for band in one.scene.bands:
            if band.top < bottom and band.top + band.height > top:
                yield from band.groups


def _view(one: Excerpt, room: Room, *, repeated: bool) -> View:
    x, y, scale = one.x + room.side, one.y + room.top, one.scale
    clip = Clip(x, y, one.source.width * scale, one.source.height * scale)
    return View(one.scene, scale, x - one.source.x * scale, y - one.source.y * scale, clip, repeated)


def _running(pen: Pen, text: str, room: Room) -> Group:
    """Draw what stands in the white above, in one line."""
    words = pen.in_one_line(text, RUNNING, room.frame.width)
    y = (room.top - RUNNING.leading) / 2
    x = room.frame.width - words.width if pen.from_right else 0.0
    return Group(CHROME, "running", room.side, y, room.frame.width, words.height, runs(words, x, 0, theme.MUTED))
